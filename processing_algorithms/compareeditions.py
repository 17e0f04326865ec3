"""Clusters of two years side by side: which is which, events, ranks, and output told apart from geography."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.boundaries import centres
from ..analysis.comparison import (
    EVENTS,
    Comparison,
    EditionSites,
    Rules,
    changes,
    compare,
    compare_named,
    net_output,
    rank_changes,
    standings,
)
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_field, require_numeric_field, require_points, require_rows
from .inputs.edition_sources import (
    OUTPUT_FIELDS,
    USUAL_FIELDS,
    EditionClusters,
    EditionLayer,
    read_edition,
    read_records,
)
from .layers.columns import Column, taken
from .layers.stored import stored_layer
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .wording import metric_name

EDITIONS = ("CURRENT", "PREVIOUS")
YEARS = ("ENTERING", "LEAVING")
SPACE, NAME = "space", "name"

WHOLE, REAL, TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString


class CompareEditions(Algorithm):
    """Matches the clusters of two editions and tells what became of each."""

    arguments = {
        **{"current": "CURRENT", "previous": "PREVIOUS", "entering": "ENTERING", "leaving": "LEAVING"},
        **{"distance": "DISTANCE", "match_share": "MATCH_SHARE", "part_share": "PART_SHARE"},
    }

    def name(self) -> str:
        return "compareeditions"

    def displayName(self) -> str:
        return tr("Compare editions")

    def shortDescription(self) -> str:
        return tr(
            "Tells which cluster of this year is which of last year's, by the space and output they share: "
            "who survives, enters, leaves, splits and merges, how ranks changed, and how much of the change "
            "is output and how much geography. For ranks as WIPO compares them, make last year's clusters "
            "with this year's method first."
        )

    def tags(self) -> list[str]:
        return tr("compare,change,rank,previous,edition,year,split,merge,entrant,wipo,gii,cluster").split(",")

    # Declaring

    def declare(self) -> None:
        self._declare_edition(
            "CURRENT",
            tr("Clusters of this year"),
            tr(
                "Sites, as Innovation clusters makes them, or addresses with the number of their cluster and "
                "their output; rows without a cluster are noise, and belong here too. To match by name: any "
                "table of clusters."
            ),
        )
        self._declare_edition(
            "PREVIOUS",
            tr("Clusters of last year"),
            tr(
                "The same of last year. WIPO compares with last year's data computed again with this year's "
                "method: run Innovation clusters on last year's points with this year's parameters."
            ),
        )
        self._declare_matching()
        self._declare_years()
        self.add(
            QgsProcessingParameterNumber(
                "TOP",
                tr("Last rank of the top"),
                Qgis.ProcessingNumberParameterType.Integer,
                100,
                minValue=1,
            ),
            tr("For the field standing: who stays in the ranks up to this one, who enters and who leaves."),
            advanced=True,
        )
        self._declare_outputs()

    def _declare_edition(self, layer: str, label: str, explanation: str) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(layer, label, [QgsProcessing.SourceType.TypeVector]),
            explanation,
        )
        meanings = {
            "CLUSTER": (tr("{layer}: cluster"), tr("The number or name of the cluster. Noise: empty or -1.")),
            "NAME": (tr("{layer}: name"), tr("What the cluster is called.")),
            "RANK": (
                tr("{layer}: rank"),
                tr("The rank of the cluster. Without such a field it follows from the output."),
            ),
            "PATENTS": (tr("{layer}: patents"), tr("The row's patents, or the inventors' addresses.")),
            "PUBLICATIONS": (
                tr("{layer}: publications"),
                tr("The row's publications, or the authors' addresses."),
            ),
            "DEALS": (tr("{layer}: deals"), tr("The row's venture capital deals.")),
        }
        for name, (text, meaning) in meanings.items():
            self.add(
                QgsProcessingParameterField(
                    f"{layer}_{name}_FIELD", text.format(layer=label), None, layer, optional=True
                ),
                f"{meaning} " + tr("Empty: the field {field}.").format(field=", ".join(USUAL_FIELDS[name])),
                advanced=True,
            )

    def _declare_matching(self) -> None:
        self.add(
            choice("MATCH", tr("Match by"), {SPACE: tr("Place"), NAME: tr("Name")}, SPACE),
            tr(
                "space: by the output in places that both have. name: by the name alone, for tables without "
                "places such as published rankings; there are no splits and merges then."
            ),
        )
        distance = QgsProcessingParameterDistance(
            "DISTANCE", tr("Places are the same within"), None, optional=True
        )
        distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self.add(
            distance,
            tr(
                "A place lies in the cluster of the nearest place of the other year, up to this distance in "
                "metres. 0: only where the coordinates are equal. Empty: up to the largest distance between "
                "neighbours within that cluster."
            ),
            advanced=True,
        )
        for name, label, default, explanation in (
            (
                "MATCH_SHARE",
                tr("Least share to be the same, %"),
                50.0,
                tr(
                    "Two clusters can be the same where at least this much of the output of one lies in the "
                    "other. Of all ways to pair them off, that with the most output in common is taken."
                ),
            ),
            (
                "PART_SHARE",
                tr("Least part of a split or merge, %"),
                25.0,
                tr(
                    "A cluster splits where at least this much of it lies in each of two clusters, or they "
                    "lie in it; and the same backwards for merges."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name,
                    label,
                    Qgis.ProcessingNumberParameterType.Double,
                    default,
                    minValue=0.0,
                    maxValue=100.0,
                ),
                explanation,
                advanced=True,
            )

    def _declare_years(self) -> None:
        for name, label, explanation in (
            (
                "ENTERING",
                tr("Records of the year that entered"),
                tr(
                    "Points with output fields named as in the clusters of this year, where editions count "
                    "several years: those that are new. With those that left they tell the change of output "
                    "even where records of the years between were located anew. Empty: both editions as a "
                    "whole."
                ),
            ),
            (
                "LEAVING",
                tr("Records of the year that left"),
                tr(
                    "Points with output fields named as in the clusters of this year, where editions count "
                    "several years: those that are no longer counted."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSource(
                    name, label, [QgsProcessing.SourceType.TypeVectorPoint], optional=True
                ),
                explanation,
                advanced=True,
            )

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Comparison"), QgsProcessing.SourceType.TypeVector
            ),
            tr(
                "One row per pair of clusters: event (survives, enters, leaves, splits, merges, or regroups, "
                "which is a split and a merge at once); identity, whether the two are the same cluster; "
                "numbers, names and ranks of both; rank_change, previous less current rank; standing in the "
                "top; overlap and previous_overlap, per cent of the one's output that lies in the other; "
                "counts of both, and of every metric change, change_output (with this year's geography held "
                "fixed) and change_geography (where clusters end, where records were located, method), which "
                "add up to it. Every cluster's change stands in one row."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "CHANGES", tr("Changes of rank"), QgsProcessing.SourceType.TypeVectorPoint, optional=True
            ),
            tr(
                "The same rows, one for each cluster, as points at the centre of its output; of a cluster "
                "that left, at its centre of last year. Only where matched by space."
            ),
        )
        for name, label in (
            ("NUM_CLUSTERS", tr("Number of clusters")),
            ("NUM_ENTERED", tr("Number of clusters that entered")),
            ("NUM_LEFT", tr("Number of clusters that left")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        layers = [self._edition(layer, parameters, context) for layer in EDITIONS]
        for layer in layers:
            if not any(layer.fields[name] for name in OUTPUT_FIELDS) and self._by_space(parameters, context):
                raise InputError(
                    f"{layer.parameter}_PATENTS_FIELD",
                    "Choose at least one field with output: there is none.",
                )
        self._rules(parameters, context).check()
        given = [name for name in YEARS if parameters.get(name)]
        if len(given) == 1:
            raise InputError(
                given[0], "Give the records of both years, that which entered and that which left."
            )
        if given and not self._by_space(parameters, context):
            raise InputError(given[0], "Records of years need clusters matched by space.")
        for name in given:
            self._year(name, layers[0], parameters, context)

    def _by_space(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        return bool(self.parameterAsEnumString(parameters, "MATCH", context) == SPACE)

    def _rules(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Rules:
        given = parameters.get("DISTANCE") is not None
        return Rules(
            float(self.parameterAsDouble(parameters, "DISTANCE", context)) if given else None,
            self.parameterAsDouble(parameters, "MATCH_SHARE", context) / 100.0,
            self.parameterAsDouble(parameters, "PART_SHARE", context) / 100.0,
        )

    def _edition(self, layer: str, parameters: dict[str, Any], context: QgsProcessingContext) -> EditionLayer:
        """Return a layer with the fields that were chosen, or that go by their usual names."""
        checked = require_points if self._by_space(parameters, context) else require_rows
        source = checked(self, parameters, layer, context)
        fields = {}
        for name, usual in USUAL_FIELDS.items():
            parameter = f"{layer}_{name}_FIELD"
            check = require_numeric_field if name in OUTPUT_FIELDS else require_field
            there = [field for field in usual if source.fields().lookupField(field) >= 0]
            fields[name] = check(self, parameters, parameter, source, context) or (there or [""])[0]
        if not fields["CLUSTER"] and not self._by_space(parameters, context):
            fields["CLUSTER"] = fields["NAME"]
        if not fields["CLUSTER"]:
            raise InputError(
                f"{layer}_CLUSTER_FIELD",
                "The layer has no field {field}; choose one it has.",
                field=USUAL_FIELDS["CLUSTER"][0],
            )
        return EditionLayer(layer, source, stored_layer(self, parameters, layer, context), fields)

    def _year(
        self, name: str, current: EditionLayer, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> EditionLayer:
        source = require_points(self, parameters, name, context)
        for metric in OUTPUT_FIELDS:
            field = current.fields[metric]
            if field and source.fields().lookupField(field) < 0:
                raise InputError(name, "The layer has no field {field}; it needs one.", field=field)
        return EditionLayer(name, source, stored_layer(self, parameters, name, context), current.fields)

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        by_space = self._by_space(parameters, context)
        feedback.setProgressText(tr("Reading clusters"))
        layers = [self._edition(layer, parameters, context) for layer in EDITIONS]
        now, before = (
            read_edition(
                layer, context, feedback, monitor_of(feedback, start, start + 0.2), with_sites=by_space
            )
            for layer, start in zip(layers, (0.0, 0.2), strict=True)
        )
        _tell_lone_metrics(now, before, feedback)
        feedback.setProgressText(tr("Comparing"))
        rules = self._rules(parameters, context)
        if now.sites is not None and before.sites is not None:
            comparison = compare(now.sites, before.sites, rules, monitor_of(feedback, 0.4, 0.7))
            net = self._net_output(layers[0], (now.sites, before.sites), rules, parameters, context, feedback)
        else:
            comparison = compare_named(_called(now), _called(before), now.counts, before.counts)
            net = []
        top = self.parameterAsInt(parameters, "TOP", context)
        fields, columns = _table(comparison, now, before, changes(comparison, *net), top)
        told = self._tell(comparison, feedback)

        points = _centres(comparison, now.sites, before.sites)
        counted = np.flatnonzero(comparison.first_current | comparison.first_previous)
        with Outputs(self, parameters, context, feedback) as outputs:
            table = outputs.open("OUTPUT", fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
            table.write(columns, monitor_of(feedback, 0.9, 0.95))
            if points is not None:
                crs = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
                places = outputs.open("CHANGES", fields, Qgis.WkbType.Point, crs)
                places.write(
                    [taken(column, counted) for column in columns],
                    monitor_of(feedback, 0.95, 1.0),
                    points=(points[0][counted], points[1][counted]),
                )
            elif parameters.get("CHANGES"):
                feedback.pushWarning(
                    tr("Matched by name there are no places: changes are not made as points.")
                )
        history = self.history(parameters, context, told)
        group = tr("Editions compared")
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, group, order, history)
                for order, (name, label, style) in enumerate(
                    (
                        ("CHANGES", tr("Changes of rank"), "rank_changes"),
                        ("OUTPUT", tr("Comparison"), "comparison"),
                    )
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {
            **outputs.results,
            "NUM_CLUSTERS": len(now),
            "NUM_ENTERED": comparison.event.count("enters"),
            "NUM_LEFT": comparison.event.count("leaves"),
        }

    def _net_output(
        self,
        current: EditionLayer,
        geographies: tuple[EditionSites, EditionSites],
        rules: Rules,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> list[NDArray[np.float64]]:
        """Return what the year that entered has more than the year that left, in the clusters of this edition
        and in those of the previous one; nothing where the years are not given.
        """
        if not parameters.get(YEARS[0]):
            return []
        entering, leaving = (
            read_records(
                self._year(name, current, parameters, context),
                context,
                feedback,
                monitor_of(feedback, start, start + 0.05),
            )
            for name, start in zip(YEARS, (0.7, 0.75), strict=True)
        )
        return [
            net_output(
                entering, leaving, geography, rules.distance, monitor_of(feedback, start, start + 0.05)
            )
            for geography, start in zip(geographies, (0.8, 0.85), strict=True)
        ]

    def _tell(self, comparison: Comparison, feedback: QgsProcessingFeedback) -> list[str]:
        """Log how many rows there are of every event, and return it for the history."""
        counts = {event: comparison.event.count(event) for event in EVENTS}
        feedback.pushInfo(
            tr(
                "{survives} clusters survive, {enters} enter and {leaves} leave; {splits} parts of splits, "
                "{merges} of merges, {regroups} of both."
            ).format(**counts)
        )
        return [f"{event}={count}" for event, count in counts.items()]


def _tell_lone_metrics(
    now: EditionClusters, before: EditionClusters, feedback: QgsProcessingFeedback
) -> None:
    """Warn of metrics that one edition has and the other has not."""
    has, had = (~np.isnan(edition.counts).all(axis=0) for edition in (now, before))
    for place in np.flatnonzero(has != had).tolist():
        sentence = (
            tr("{metric}: last year's clusters have none, so nothing is told of how it changed.")
            if has[place]
            else tr("{metric}: this year's clusters have none, so nothing is told of how it changed.")
        )
        feedback.pushWarning(sentence.format(metric=metric_name(METRICS[place])))


def _called(clusters: EditionClusters) -> list[str]:
    """Return the names to match by, the cluster's own where it has none."""
    return [name or str(key) for name, key in zip(clusters.name, clusters.keys, strict=True)]


def _table(
    comparison: Comparison,
    now: EditionClusters,
    before: EditionClusters,
    change: tuple[NDArray[np.float64], ...],
    top: int,
) -> tuple[QgsFields, list[Column]]:
    """Return the fields of the outputs and their columns."""
    rank = np.append(now.rank, np.nan)[comparison.current]
    previous_rank = np.append(before.rank, np.nan)[comparison.previous]
    rank_change = np.where(comparison.identity, rank_changes(rank, previous_rank), np.nan)
    standing = standings(
        np.where(comparison.first_current, rank, np.nan),
        np.where(comparison.first_previous, previous_rank, np.nan),
        top,
    )

    def of_current(values: list[Any]) -> list[Any]:
        return _picked(values, comparison.current)

    def of_previous(values: list[Any]) -> list[Any]:
        return _picked(values, comparison.previous)

    counts = np.vstack([now.counts, np.full((1, len(METRICS)), np.nan)])[comparison.current]
    previous = np.vstack([before.counts, np.full((1, len(METRICS)), np.nan)])[comparison.previous]
    named: list[tuple[QgsField, Column]] = [
        (QgsField("event", TEXT), comparison.event),
        (QgsField("identity", QMetaType.Type.Bool), comparison.identity.tolist()),
        (_named_as("cluster_id", now.field), of_current(now.keys)),
        (_named_as("previous_cluster_id", before.field), of_previous(before.keys)),
        (QgsField("name", TEXT), of_current(now.name)),
        (QgsField("name_ko", TEXT), of_current(now.name_ko)),
        (QgsField("previous_name", TEXT), of_previous(before.name)),
        (QgsField("previous_name_ko", TEXT), of_previous(before.name_ko)),
        (QgsField("rank", WHOLE), _whole(rank)),
        (QgsField("previous_rank", WHOLE), _whole(previous_rank)),
        (QgsField("rank_change", WHOLE), _whole(rank_change)),
        (QgsField("standing", TEXT), [word or None for word in standing]),
        (QgsField("overlap", REAL), np.round(100.0 * comparison.overlap, 6)),
        (QgsField("previous_overlap", REAL), np.round(100.0 * comparison.previous_overlap, 6)),
    ]
    for place, metric in enumerate(METRICS):
        for name, values in (
            (metric, counts),
            (f"previous_{metric}", previous),
            (f"change_{metric}", change[0]),
            (f"change_output_{metric}", change[1]),
            (f"change_geography_{metric}", change[2]),
        ):
            named.append((QgsField(name, REAL), values[:, place]))
    fields = QgsFields()
    for field, _ in named:
        fields.append(field)
    return fields, [column for _, column in named]


def _named_as(name: str, field: QgsField) -> QgsField:
    return QgsField(name, field.type(), len=field.length(), prec=field.precision())


def _picked(values: list[Any], numbers: NDArray[np.int64]) -> list[Any]:
    return [values[number] if number >= 0 else None for number in numbers.tolist()]


def _whole(numbers: NDArray[np.float64]) -> list[int | None]:
    return [None if np.isnan(number) else int(number) for number in numbers.tolist()]


def _centres(
    comparison: Comparison, now: EditionSites | None, before: EditionSites | None
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """Return longitude and latitude float64[r] of the current cluster of every row, else of the previous."""
    if now is None or before is None:
        return None
    here, there = _centre(now), _centre(before)
    picked = [
        np.where(
            comparison.current >= 0,
            np.append(current, np.nan)[comparison.current],
            np.append(previous, np.nan)[comparison.previous],
        )
        for current, previous in zip(here, there, strict=True)
    ]
    return picked[0], picked[1]


def _centre(sites: EditionSites) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    members = sites.cluster >= 0
    totals = np.nansum(sites.output, axis=0)
    parts = np.divide(sites.output, totals, out=np.zeros_like(sites.output), where=totals > 0.0)
    longitude, latitude, _ = centres(
        sites.longitude[members],
        sites.latitude[members],
        sites.cluster[members],
        sites.clusters,
        np.nansum(parts, axis=1)[members],
    )
    return longitude, latitude
