"""Shares of the world, score and rank of clusters, from clustered addresses or from counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..analysis.addresses import numbers_of
from ..analysis.clustered import count_clusters
from ..analysis.concentration import Concentration, concentrations
from ..analysis.counting import Counting
from ..analysis.economies import economy_labels, known_economies
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from ..analysis.intensity import per_inhabitants
from ..analysis.scoring import check_weights, focus, ranks, scores, shares, tiers, totals_or_own
from ..analysis.texts import code_texts
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_field, require_numeric_field, require_rows, weights_of
from .inputs.cluster_field import cluster_id_field, clusters_in
from .inputs.clustered_addresses import metric_of
from .inputs.common_choices import countings, metrics
from .inputs.fields import add_count_field, add_field, add_weight_field, require_count_field
from .inputs.stated_economies import tell_strange_economies
from .layers.columns import Column, taken
from .layers.copying import Copy, copy_rows
from .layers.fields import REAL, TEXT, WHOLE, fields_of
from .layers.points import PointTable, read_points, texts_of
from .layers.stored import stored_layer
from .layers.writing import Outputs
from .wording import metric_name

# Parameters by metric, in the order of METRICS.
COUNT_FIELDS = ("PATENTS_FIELD", "PUBLICATIONS_FIELD", "DEALS_FIELD")
TOTALS = ("TOTAL_PATENTS", "TOTAL_PUBLICATIONS", "TOTAL_DEALS")
WEIGHTS = ("WEIGHT_PATENTS", "WEIGHT_PUBLICATIONS", "WEIGHT_DEALS")

# What only addresses have.
ADDRESS_FIELDS = ("METRIC_FIELD", "RECORD_FIELD", "WEIGHT_FIELD", "COUNT_FIELD", "ECONOMY_FIELD")

# The added fields as the style knows them, in the order in which they are added.
SCORE_FIELDS = (
    ("share_patents", REAL),
    ("share_publications", REAL),
    ("share_deals", REAL),
    ("score", REAL),
    ("rank", WHOLE),
    ("focus", TEXT),
    ("tier", TEXT),
)
INTENSITY_FIELDS = (("intensity", REAL), ("intensity_rank", WHOLE))

# Of clusters that are counted from addresses, after cluster_id.
SCORED_FIELDS = (*((metric, REAL) for metric in METRICS), ("economies", TEXT), *SCORE_FIELDS)


@dataclass(frozen=True)
class Scores:
    """Scored clusters in the order of the input: `shares` float64[k, 3], `score` float64[k], `rank` int64[k];
    `totals` float64[3] they are shares of, NaN for a metric not given, and `told` what they are.
    """

    shares: NDArray[np.float64]
    score: NDArray[np.float64]
    rank: NDArray[np.int64]
    totals: NDArray[np.float64]
    told: Sequence[str]

    def columns(self) -> list[Column]:
        """Return the columns of SCORE_FIELDS."""
        return [*self.shares.T, self.score, self.rank, focus(self.shares), tiers(self.rank)]


class ScoreClusters(Algorithm):
    """Scores and ranks clusters as WIPO does, and tells how concentrated the world's output is in them."""

    def name(self) -> str:
        return "scoreclusters"

    def displayName(self) -> str:
        return tr("Score clusters")

    def shortDescription(self) -> str:
        return tr(
            "Shares of the world, score, rank, focus and tier of clusters, from clustered addresses or from "
            "counts per cluster, and what part of the world's output the first clusters hold."
        )

    def tags(self) -> list[str]:
        return tr("score,rank,share,focus,tier,concentration,wipo,gii,cluster").split(",")

    # Declaring

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT",
                tr("Clusters or addresses"),
                [QgsProcessing.SourceType.TypeVector],
            ),
            tr(
                "Either a table or layer with one row per cluster and fields with its counts, or one with a "
                "row per address and a field with its cluster."
            ),
        )
        self._declare_counts()
        self._declare_addresses()
        self._declare_totals()
        self.add(
            QgsProcessingParameterString("TOP", tr("First clusters"), "10,100"),
            tr("How many of the first clusters the table of concentration adds up: numbers with commas."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Scored clusters"), QgsProcessing.SourceType.TypeVector
            ),
            tr(
                "Counts: the input with share_patents, share_publications, share_deals (per cent of the "
                "totals), score (their weighted sum), rank (equal scores share the better one), focus (the "
                "metric with 60 per cent or more of the sum of shares, else mixed), tier (1-25, 26-50, "
                "51-75, 76-100, beyond) and, with a population, intensity (score per million people) and "
                "intensity_rank. Addresses: one row per cluster in the order of rank, with its counts and "
                "economies before these."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "CONCENTRATION", tr("Concentration"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            tr(
                "What the clusters up to rank top (empty: all), so many clusters, hold of the totals, and of "
                "the score that the whole world would have, in per cent."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    def _declare_counts(self) -> None:
        for name, label in zip(
            COUNT_FIELDS,
            (tr("Counts: patents"), tr("Counts: publications"), tr("Counts: venture capital deals")),
            strict=True,
        ):
            add_field(
                self,
                name,
                label,
                tr("The field with the count of every cluster, 0 or more. Empty: not scored."),
            )
        add_field(
            self,
            "POPULATION_FIELD",
            tr("Counts: population"),
            tr("The field with the people of every cluster, for the intensity; unknown where it is empty."),
        )

    def _declare_addresses(self) -> None:
        add_field(
            self,
            "CLUSTER_FIELD",
            tr("Addresses: cluster"),
            tr(
                "The field with the cluster of every address, a number or text. Where it is empty, or the "
                "number -1, the address is in no cluster: it is part of its record and of the totals."
            ),
        )
        self.add(
            choice("METRIC", tr("Addresses: metric"), metrics(), METRICS[0]),
            tr("What all records of the layer are, where no field says it."),
        )
        add_field(
            self,
            "METRIC_FIELD",
            tr("Addresses: metric field"),
            tr(
                "For addresses of several metrics in one layer, as Merge vector layers makes it: the field "
                "that says patents (or inventors), publications (or authors) or deals."
            ),
        )
        add_field(
            self,
            "RECORD_FIELD",
            tr("Addresses: record"),
            tr(
                "The field that is equal for all addresses of one application, article or deal. Empty: every "
                "address is a record of its own."
            ),
        )
        add_weight_field(self, tr("Addresses: number in the row"), advanced=False)
        add_count_field(self, tr("Addresses: records in the row"))
        add_field(
            self,
            "ECONOMY_FIELD",
            tr("Addresses: economy"),
            tr("The two-letter code of the economy, for the economies of every cluster."),
        )
        self.add(
            choice("COUNTING", tr("Counting"), countings(), str(Counting.FRACTIONAL)),
            tr(
                "fractional: a record is one and divided among its addresses, as WIPO counts. full: it is "
                "one in every cluster it has an address in, so that counts may add up to more than the "
                "total. Counts that are given must have been made in the way that is chosen here."
            ),
        )

    def _declare_totals(self) -> None:
        for name, label in zip(
            TOTALS,
            (
                tr("World total of patents"),
                tr("World total of publications"),
                tr("World total of deals"),
            ),
            strict=True,
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Double, None, optional=True
                ),
                tr("The records of the world, for shares of the world. Empty: shares of the input."),
            )
        for name, label in zip(
            WEIGHTS,
            (
                tr("Weight of patents in the score"),
                tr("Weight of publications in the score"),
                tr("Weight of deals in the score"),
            ),
            strict=True,
        ):
            self.add(
                QgsProcessingParameterNumber(name, label, Qgis.ProcessingNumberParameterType.Double, 1.0),
                tr("What the share is multiplied by in the score, 0 or more. WIPO weighs all equally."),
                advanced=True,
            )

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        source = require_rows(self, parameters, "INPUT", context)
        for name in (*COUNT_FIELDS, "POPULATION_FIELD", "CLUSTER_FIELD", *ADDRESS_FIELDS):
            require_field(self, parameters, name, source, context)
        require_numeric_field(self, parameters, "WEIGHT_FIELD", source, context)
        if require_count_field(self, parameters, source, context) and (
            self._counting(parameters, context) is Counting.FULL
        ):
            raise InputError("COUNTING", "Without records nothing can be counted in full; choose fractional.")
        cluster_field = self.parameterAsString(parameters, "CLUSTER_FIELD", context)
        counted = [bool(self.parameterAsString(parameters, name, context)) for name in COUNT_FIELDS]
        if cluster_field and any(counted):
            raise InputError(
                "CLUSTER_FIELD", "Choose the cluster of addresses or fields with counts, and not both."
            )
        if not cluster_field and not any(counted):
            raise InputError(
                "PATENTS_FIELD", "Choose a field with counts per cluster, or the cluster field of addresses."
            )
        if cluster_field and self.parameterAsString(parameters, "POPULATION_FIELD", context):
            raise InputError("POPULATION_FIELD", "Addresses have no population; leave the field empty.")
        for name in ADDRESS_FIELDS:
            if not cluster_field and self.parameterAsString(parameters, name, context):
                raise InputError(
                    name, "This is for addresses; leave it empty, or choose their cluster field."
                )
        for name in TOTALS:
            given = parameters.get(name) is not None
            if given and not self.parameterAsDouble(parameters, name, context) > 0.0:
                raise InputError(name, "The value must be greater than 0, or left empty.")
        everything = np.ones(len(METRICS), dtype=bool)
        check_weights(self._weights(parameters, context), everything if cluster_field else np.array(counted))
        self._tops(parameters, context)

    def _weights(self, parameters: dict[str, Any], context: QgsProcessingContext) -> NDArray[np.float64]:
        return np.array([self.parameterAsDouble(parameters, name, context) for name in WEIGHTS])

    def _tops(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[int]:
        words = re.split(r"[\s,;]+", self.parameterAsString(parameters, "TOP", context).strip(" ,;"))
        if not all(re.fullmatch("0*[1-9][0-9]{0,8}", word) for word in words):
            raise InputError(
                "TOP", "Give whole numbers greater than 0 with commas between them, as in 10,100."
            )
        return sorted({int(word) for word in words})

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_rows(self, parameters, "INPUT", context)
        if self.parameterAsString(parameters, "CLUSTER_FIELD", context):
            return self._score_addresses(source, parameters, context, feedback)
        return self._score_counts(source, parameters, context, feedback)

    def _score_counts(
        self,
        source: QgsProcessingFeatureSource,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        names = [self.parameterAsString(parameters, name, context) for name in COUNT_FIELDS]
        population_field = self.parameterAsString(parameters, "POPULATION_FIELD", context)
        table = read_points(
            source,
            [*names, population_field],
            context,
            monitor_of(feedback, 0.0, 0.4),
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        counts = np.full((len(table), len(METRICS)), np.nan)
        for place, (parameter, name) in enumerate(zip(COUNT_FIELDS, names, strict=True)):
            if name:
                counts[:, place] = _counts_of(table, name, parameter)
        found = self._score(counts, counts.sum(axis=0), parameters, context, feedback)
        columns, added = found.columns(), list(SCORE_FIELDS)
        if population_field:
            intensity = per_inhabitants(found.score, _population_of(table, population_field, feedback))
            columns += [intensity, _rank_column(ranks(intensity))]
            added += INTENSITY_FIELDS
        fields = QgsProcessingUtils.combineFields(source.fields(), fields_of(added))
        # Not as asked for where the input has fields of these names, as the output of another run does.
        called = dict(zip((name for name, _ in added), fields.names()[-len(added) :], strict=True))
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open(
                "OUTPUT", fields, source.wkbType(), source.sourceCrs(), new_primary_key=True
            )
            everything = np.ones(len(table), dtype=bool)
            copy_rows(source, table, [Copy(output, everything, columns)], monitor_of(feedback, 0.5, 0.95))
            lines = self._write_concentration(found, outputs, parameters, context, feedback)
        polygons = QgsWkbTypes.geometryType(source.wkbType()) == Qgis.GeometryType.Polygon
        return self._present(
            outputs, found, lines, "clusters" if polygons else "scores", called, parameters, context, feedback
        )

    def _score_addresses(
        self,
        source: QgsProcessingFeatureSource,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        cluster_field = self.parameterAsString(parameters, "CLUSTER_FIELD", context)
        chosen = {name: self.parameterAsString(parameters, name, context) for name in ADDRESS_FIELDS}
        table = read_points(
            source,
            [cluster_field, *chosen.values()],
            context,
            monitor_of(feedback, 0.0, 0.6),
            geometries=False,
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        record = texts_of(table, chosen["RECORD_FIELD"]) if chosen["RECORD_FIELD"] else None
        if record is not None:
            # What belongs to no record takes no part, not even in a denominator.
            named = record != ""
            table, record = table.select(named), record[named]
            unnamed = int(np.count_nonzero(~named))
            if unnamed:
                feedback.pushWarning(tr("{count} rows without a record are left out.").format(count=unnamed))
        names, cluster = clusters_in(table.columns[cluster_field])
        everything = np.ones(len(table), dtype=bool)
        metric = metric_of(
            table, chosen["METRIC_FIELD"], self.parameterAsEnumString(parameters, "METRIC", context)
        )
        # Without a record of its own a row is as many records as it says.
        standing_for = "COUNT_FIELD" if chosen["COUNT_FIELD"] else "WEIGHT_FIELD"
        counted = count_clusters(
            metric,
            cluster,
            len(names),
            addresses=weights_of(table, chosen[standing_for], standing_for, everything),
            record=record,
            counting=self._counting(parameters, context),
        )
        feedback.pushInfo(
            tr("{rows} addresses, {noise} of them in no cluster.").format(
                rows=len(table), noise=int(np.count_nonzero(cluster < 0))
            )
        )
        found = self._score(counted.counts, counted.records, parameters, context, feedback)
        economies: list[str | None] = [None] * len(names)
        if chosen["ECONOMY_FIELD"]:
            stated = code_texts(texts_of(table, chosen["ECONOMY_FIELD"]))
            tell_strange_economies(stated, self.told("INPUT", parameters, context), feedback)
            output_of_row = counted.rows / found.totals[metric]
            labels = economy_labels(cluster, known_economies(stated), output_of_row, len(names))
            economies = [label or None for label in labels]
        order = np.lexsort((np.arange(len(names)), -found.score))
        columns: list[Column] = [names, *counted.counts.T, economies, *found.columns()]
        fields = fields_of(SCORED_FIELDS, cluster_id_field(source, cluster_field))
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("OUTPUT", fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
            output.write([taken(column, order) for column in columns], monitor_of(feedback, 0.9, 0.95))
            lines = self._write_concentration(found, outputs, parameters, context, feedback)
        return self._present(outputs, found, lines, "scores", {}, parameters, context, feedback)

    def _counting(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Counting:
        return Counting(self.parameterAsEnumString(parameters, "COUNTING", context))

    def _score(
        self,
        counts: NDArray[np.float64],
        own: NDArray[np.float64],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Scores:
        """Score counts float64[k, 3] of an input that has `own` float64[3] in all; tell what they are shares
        of.
        """
        weights = self._weights(parameters, context)
        check_weights(weights, ~np.isnan(own))
        given = np.array(
            [
                np.nan if parameters.get(name) is None else self.parameterAsDouble(parameters, name, context)
                for name in TOTALS
            ]
        )
        totals = totals_or_own(given, own)
        overlapping = self._counting(parameters, context) is Counting.FULL
        cluster_shares = shares(counts, totals, overlapping=overlapping)
        score = scores(cluster_shares, weights)
        told = []
        for place, metric in enumerate(METRICS):
            if not np.isnan(totals[place]):
                sentence = (
                    tr("{metric}: shares of {total}, what the input has in all; no world total was given.")
                    if np.isnan(given[place])
                    else tr("{metric}: shares of {total}, the world total that was given.")
                )
                told.append(sentence.format(metric=metric_name(metric), total=f"{totals[place]:,.12g}"))
                feedback.pushInfo(told[-1])
        return Scores(cluster_shares, score, ranks(score), totals, told)

    # Writing

    def _write_concentration(
        self,
        found: Scores,
        outputs: Outputs,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> list[str]:
        """Write the table and return it in sentences."""
        rows = concentrations(
            found.rank,
            found.shares,
            found.score,
            self._weights(parameters, context),
            self._tops(parameters, context),
        )
        fields = fields_of(
            [
                ("top", WHOLE),
                ("clusters", WHOLE),
                *SCORE_FIELDS[:3],
                ("share_score", REAL),
            ]
        )
        output = outputs.open(
            "CONCENTRATION", fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
        )
        columns: list[Column] = [
            [row.top for row in rows],
            [row.clusters for row in rows],
            *np.array([row.shares for row in rows]).T,
            np.array([row.score for row in rows]),
        ]
        output.write(columns, monitor_of(feedback, 0.95, 1.0))
        lines = [_told(row) for row in rows]
        for line in lines:
            feedback.pushInfo(line)
        return lines

    def _present(
        self,
        outputs: Outputs,
        found: Scores,
        lines: Sequence[str],
        style: str,
        called: dict[str, str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        history = self.history(parameters, context, [*found.told, *lines, f"NUM_CLUSTERS={len(found.rank)}"])
        layers = [
            OutputLayer(
                outputs.results["OUTPUT"], tr("Scored clusters"), style, history=history, fields=called
            )
        ]
        if "CONCENTRATION" in outputs.results:
            layers.append(
                OutputLayer(
                    outputs.results["CONCENTRATION"], tr("Concentration"), "concentration", history=history
                )
            )
        self.present(layers, context, feedback)
        return {**outputs.results, "NUM_CLUSTERS": len(found.rank)}


def _counts_of(table: PointTable, field: str, parameter: str) -> NDArray[np.float64]:
    """Return float64[k] counts; raises InputError where one is missing or negative: it would rank wrongly."""
    counts, _ = numbers_of(table.columns[field])
    missing, negative = int(np.isnan(counts).sum()), int((counts < 0.0).sum())
    if missing:
        raise InputError(
            parameter,
            "The field {field} has no number in {count} rows; fill it, or filter those rows out.",
            field=field,
            count=missing,
        )
    if negative:
        raise InputError(
            parameter,
            "The field {field} is negative in {count} rows; counts must be 0 or more.",
            field=field,
            count=negative,
        )
    return counts


def _population_of(table: PointTable, field: str, feedback: QgsProcessingFeedback) -> NDArray[np.float64]:
    population, _ = numbers_of(table.columns[field])
    unknown = int(np.count_nonzero(~(population > 0.0)))
    if unknown:
        feedback.pushWarning(
            tr("{count} clusters have no population above 0 and stay without an intensity.").format(
                count=unknown
            )
        )
    return population


def _rank_column(rank: NDArray[np.int64]) -> list[int | None]:
    return [place or None for place in rank.tolist()]


def _told(row: Concentration) -> str:
    parts = [
        f"{metric_name(metric)} {share:.1f} %"
        for metric, share in zip(METRICS, row.shares.tolist(), strict=True)
        if not np.isnan(share)
    ]
    sentence = tr("All {clusters} clusters: {parts}.") if row.top is None else tr("Top {top}: {parts}.")
    return sentence.format(top=row.top, clusters=row.clusters, parts=", ".join(parts))
