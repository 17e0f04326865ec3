"""The clusters of every economy: how many, how many in the top, the leading one, shares, change since last
year.
"""

from __future__ import annotations

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
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..analysis.addresses import numbers_of
from ..analysis.economies import (
    CrossBorder,
    EconomyTable,
    economy_codes,
    label_economies,
    matched_economies,
    summarise_economies,
)
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from ..analysis.texts import code_texts
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_field, require_rows
from .inputs.stated_economies import tell_strange_economies
from .layers.columns import Column
from .layers.fields import REAL, TEXT, WHOLE, fields_of
from .layers.points import PointTable, read_points, texts_of
from .layers.stored import stored_layer
from .layers.writing import Outputs

# The layers of clusters, and the fields of each by what they hold, with the name they have in our outputs.
LAYERS = ("INPUT", "PREVIOUS")
FIELDS = {
    "RANK_FIELD": "rank",
    "ECONOMIES_FIELD": "economies",
    "NAME_FIELD": "name",
    "SHARE_PATENTS_FIELD": "share_patents",
    "SHARE_PUBLICATIONS_FIELD": "share_publications",
    "SHARE_DEALS_FIELD": "share_deals",
}
SHARE_FIELDS = tuple(FIELDS)[3:]
NEEDED = ("RANK_FIELD", "ECONOMIES_FIELD")

SUMMARY_FIELDS = (
    ("economy", TEXT),
    ("clusters", WHOLE),
    ("clusters_top", WHOLE),
    ("clusters_beyond", WHOLE),
    ("cross_border", WHOLE),
    ("leading_cluster", TEXT),
    ("leading_rank", WHOLE),
    ("share_patents", REAL),
    ("share_publications", REAL),
    ("share_deals", REAL),
)
CHANGE_FIELDS = (
    ("previous_clusters", WHOLE),
    ("previous_clusters_top", WHOLE),
    ("clusters_change", WHOLE),
    ("clusters_top_change", WHOLE),
    ("previous_leading_cluster", TEXT),
    ("previous_leading_rank", WHOLE),
    ("leading_rank_change", WHOLE),
)


@dataclass(frozen=True)
class RankedClusters:
    """Clusters of one layer: their table of economies, and their names by row."""

    economies: EconomyTable
    names: NDArray[np.object_]

    def leading_names(self, rows: NDArray[np.int64]) -> list[str | None]:
        """Return the name of the leading cluster for rows of the table, None for row -1 or no name."""
        leading = [int(self.economies.leading[row]) if row >= 0 else -1 for row in rows.tolist()]
        return [self.names[row] or None if row >= 0 else None for row in leading]


class EconomySummary(Algorithm):
    """Makes a table of economies from ranked clusters."""

    def name(self) -> str:
        return "economysummary"

    def displayName(self) -> str:
        return tr("Economy summary")

    def shortDescription(self) -> str:
        return tr(
            "One row per economy from ranked clusters: how many it has, how many of them in the top 100 and "
            "beyond, which one leads, their shares of the world, and the change since last year."
        )

    def tags(self) -> list[str]:
        return tr("economy,country,summary,leading,ranking,change,wipo,gii,cluster").split(",")

    # Declaring

    def declare(self) -> None:
        self._declare_layer("INPUT", tr("Clusters"), tr("Ranked clusters with the economies they lie in."))
        self.add(
            choice(
                "CROSS_BORDER",
                tr("Cross-border clusters"),
                {
                    str(CrossBorder.EACH): tr("In each of their economies"),
                    str(CrossBorder.REGION): tr("As regions of their own"),
                },
                str(CrossBorder.EACH),
            ),
            tr(
                "each: a cluster of several economies counts for every one of them, in whole, as WIPO tells "
                "how many clusters economies have. region: its economies together have a row of their own "
                "(CN/HK beside CN), as in WIPO's list of leading clusters."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "TOP",
                tr("Last rank of the top"),
                Qgis.ProcessingNumberParameterType.Integer,
                100,
                minValue=1,
            ),
            tr("Clusters up to this rank are in the top, the others beyond."),
            advanced=True,
        )
        self._declare_layer(
            "PREVIOUS",
            tr("Clusters of last year"),
            tr("Ranked clusters to compare with, made by the same method. Empty: no comparison."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Economies"), QgsProcessing.SourceType.TypeVector),
            tr(
                "One row per economy, those with the most clusters in the top first: economy, clusters, "
                "clusters_top and clusters_beyond (which add up to clusters), cross_border (clusters shared "
                "with another economy), leading_cluster and leading_rank, share_patents, share_publications "
                "and share_deals (sums over its clusters, a shared one in whole, so that economies add up to "
                "more than the clusters). With clusters of last year: the same numbers of then as "
                "previous_…, and their change; a leading cluster that rose has a change above 0."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_ECONOMIES", tr("Number of economies")))

    def _declare_layer(self, layer: str, label: str, explanation: str) -> None:
        previous = layer == "PREVIOUS"
        self.add(
            QgsProcessingParameterFeatureSource(
                layer, label, [QgsProcessing.SourceType.TypeVector], optional=previous
            ),
            explanation,
        )
        for name, text in (
            ("RANK_FIELD", tr("{layer}: rank")),
            ("ECONOMIES_FIELD", tr("{layer}: economies")),
            ("NAME_FIELD", tr("{layer}: name")),
            ("SHARE_PATENTS_FIELD", tr("{layer}: share of patents")),
            ("SHARE_PUBLICATIONS_FIELD", tr("{layer}: share of publications")),
            ("SHARE_DEALS_FIELD", tr("{layer}: share of deals")),
        ):
            if previous and name in SHARE_FIELDS:
                continue
            meanings = {
                "RANK_FIELD": tr("A cluster without a rank is beyond the top."),
                "ECONOMIES_FIELD": tr("Two-letter codes, several joined by a slash, as in CN/HK."),
                "NAME_FIELD": tr("What the leading cluster is called."),
            }
            meaning = meanings.get(name, tr("Per cent of the world, to be summed by economy."))
            self.add(
                QgsProcessingParameterField(
                    _parameter(layer, name), text.format(layer=label), None, layer, optional=True
                ),
                f"{meaning} " + tr("Empty: the field {field}.").format(field=FIELDS[name]),
                advanced=True,
            )

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        for layer in self._layers(parameters):
            require_rows(self, parameters, layer, context)
            self._fields_of(layer, parameters, context)

    def _layers(self, parameters: dict[str, Any]) -> list[str]:
        return [layer for layer in LAYERS if layer == "INPUT" or parameters.get(layer)]

    def _fields_of(
        self, layer: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, str]:
        """Return the fields of a layer by what they hold, empty for what it does not have."""
        source = require_rows(self, parameters, layer, context)
        found = {}
        for name, usual in FIELDS.items():
            parameter = _parameter(layer, name)
            if self.parameterDefinition(parameter) is None:
                continue
            there = source.fields().lookupField(usual) >= 0
            found[name] = require_field(self, parameters, parameter, source, context) or (
                usual if there else ""
            )
            if name in NEEDED and not found[name]:
                raise InputError(parameter, "The layer has no field {field}; choose one it has.", field=usual)
        return found

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        now, *last = (self._read(layer, parameters, context, feedback) for layer in self._layers(parameters))
        before = last[0] if last else None
        if before is None:
            columns = _summary(now, np.arange(len(now.economies)), now.economies.economy)
        else:
            economies, of_now, of_before = matched_economies(now.economies, before.economies)
            columns = _summary(now, of_now, economies) + _changes(now, of_now, before, of_before)
        definitions = SUMMARY_FIELDS if before is None else SUMMARY_FIELDS + CHANGE_FIELDS
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open(
                "OUTPUT", fields_of(definitions), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
            )
            output.write(columns, monitor_of(feedback, 0.9, 1.0))
        count = len(columns[0])
        feedback.pushInfo(
            tr("{count} economies have a cluster, {top} of them in the top.").format(
                count=len(now.economies), top=int(np.count_nonzero(now.economies.in_top))
            )
        )
        history = self.history(parameters, context, [f"NUM_ECONOMIES={count}"])
        self.present(
            [OutputLayer(outputs.results["OUTPUT"], tr("Economies"), "economies", history=history)],
            context,
            feedback,
        )
        return {**outputs.results, "NUM_ECONOMIES": count}

    def _read(
        self,
        layer: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> RankedClusters:
        fields = self._fields_of(layer, parameters, context)
        table = read_points(
            require_rows(self, parameters, layer, context),
            list(fields.values()),
            context,
            monitor_of(feedback, 0.4 * LAYERS.index(layer), 0.4 * (LAYERS.index(layer) + 1)),
            geometries=False,
            stored=stored_layer(self, parameters, layer, context),
        )
        called = self.told(layer, parameters, context)
        rank = _ranks_of(table, fields["RANK_FIELD"], _parameter(layer, "RANK_FIELD"))
        unranked = int(np.count_nonzero(rank == 0))
        if unranked:
            feedback.pushWarning(
                tr("{layer}: {count} clusters have no rank and are taken to be beyond the top.").format(
                    layer=called, count=unranked
                )
            )
        labels, unlabelled = _labels_of(table, fields["ECONOMIES_FIELD"])
        codes = [code for label in labels for code in label_economies(label)]
        tell_strange_economies(code_texts(np.array(codes, dtype=object)), called, feedback)
        if unlabelled == len(labels):
            raise InputError(
                _parameter(layer, "ECONOMIES_FIELD"),
                "The field {field} has codes of two letters in none of the rows; choose another one.",
                field=fields["ECONOMIES_FIELD"],
            )
        if unlabelled:
            feedback.pushWarning(
                tr(
                    "{layer}: {count} clusters are left out, because they state no economy as a code of two "
                    "letters."
                ).format(layer=called, count=unlabelled)
            )
        shares = np.full((len(table), len(METRICS)), np.nan)
        for place, name in enumerate(SHARE_FIELDS):
            if fields.get(name):
                shares[:, place], _ = numbers_of(table.columns[fields[name]])
        names = np.full(len(table), "", dtype=object)
        if fields["NAME_FIELD"]:
            names = texts_of(table, fields["NAME_FIELD"])
        return RankedClusters(
            summarise_economies(
                labels,
                rank,
                shares,
                top=self.parameterAsInt(parameters, "TOP", context),
                cross_border=CrossBorder(self.parameterAsEnumString(parameters, "CROSS_BORDER", context)),
            ),
            names,
        )


def _parameter(layer: str, field: str) -> str:
    """Return the parameter for a field of a layer."""
    return field if layer == "INPUT" else f"{layer}_{field}"


def _ranks_of(table: PointTable, field: str, parameter: str) -> NDArray[np.int64]:
    """Return ranks, 0 where there is none; raises InputError for what is no rank."""
    numbers, _ = numbers_of(table.columns[field])
    ranks = np.nan_to_num(numbers)
    wrong = int(np.count_nonzero((ranks < 0.0) | (ranks != np.floor(ranks)) | (numbers == 0.0)))
    if wrong:
        raise InputError(
            parameter,
            "The field {field} holds no rank in {count} rows; ranks are whole numbers from 1.",
            field=field,
            count=wrong,
        )
    return ranks.astype(np.int64)


def _labels_of(table: PointTable, field: str) -> tuple[list[str], int]:
    """Return labels as "CN/HK" of the codes that have two letters, and how many clusters have none."""
    labels = []
    for text in texts_of(table, field).tolist():
        codes, known_form = economy_codes(np.array(label_economies(text), dtype=object))
        labels.append("/".join(codes[known_form]))
    return labels, labels.count("")


def _summary(clusters: RankedClusters, rows: NDArray[np.int64], economies: Sequence[str]) -> list[Column]:
    """Return the columns of SUMMARY_FIELDS for rows of the table, -1 for an economy without clusters."""
    table = clusters.economies
    ranks = np.append(table.leading_rank, 0)[rows]
    counts = (table.clusters, table.in_top, table.beyond, table.cross_border)
    # Without clusters an economy has no share, unless nobody's is known.
    none = [np.nan if np.isnan(share).all() else 0.0 for share in table.shares.T]
    return [
        economies,
        *(np.append(count, 0)[rows] for count in counts),
        clusters.leading_names(rows),
        [rank or None for rank in ranks.tolist()],
        *(np.append(share, least)[rows] for share, least in zip(table.shares.T, none, strict=True)),
    ]


def _changes(
    now: RankedClusters, of_now: NDArray[np.int64], before: RankedClusters, of_before: NDArray[np.int64]
) -> list[Column]:
    """Return the columns of CHANGE_FIELDS."""
    clusters, in_top, rank = (
        [np.append(column, 0)[rows] for column, rows in ((mine, of_now), (theirs, of_before))]
        for mine, theirs in (
            (now.economies.clusters, before.economies.clusters),
            (now.economies.in_top, before.economies.in_top),
            (now.economies.leading_rank, before.economies.leading_rank),
        )
    )
    both = (rank[0] > 0) & (rank[1] > 0)
    return [
        clusters[1],
        in_top[1],
        clusters[0] - clusters[1],
        in_top[0] - in_top[1],
        before.leading_names(of_before),
        [place or None for place in rank[1].tolist()],
        [int(change) if known else None for change, known in zip(rank[1] - rank[0], both, strict=True)],
    ]
