"""Density clustering of any points: native:dbscanclustering with weights, metres and honest borders."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.density import DensityResult, dbscan
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.wkb import Form
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_numeric_field, require_points, warn_without_numba, weights_of
from .inputs.common_choices import border_rules
from .inputs.room import require_room
from .layers.copying import Copy, copy_rows
from .layers.points import PointTable, read_points
from .layers.stored import stored_layer
from .layers.writing import Outputs
from .measures.measuring import Measure, choose_measure

# How long reading, finding clusters, writing, and finishing what was written take, to each other.
_PORTIONS = (25, 10, 63, 2)

NOISE_ROLE = "noise"

# Rows between two looks at Cancel; or clusters would be added up more often than rows.
_BLOCK = 1 << 18

# All rows of arrays, or some.
Rows = slice | NDArray[np.int64]

# The added fields as the style knows them, in the order in which they are added.
STYLED_FIELDS = ("CLUSTER_ID", "CLUSTER_SIZE", "cluster_weight", "role", "ambiguous")


class DensityClusters(Algorithm):
    """Labels every point with its cluster, its role and the weight of its cluster."""

    arguments = {"x": "INPUT", "min_weight": "MIN_SIZE", "weights": "WEIGHT"}

    def name(self) -> str:
        return "densityclusters"

    def displayName(self) -> str:
        return tr("Density clusters")

    def shortDescription(self) -> str:
        return tr(
            "Finds clusters of points by density (DBSCAN), exactly and with weights. Distances are metres: "
            "in the plane of the layer where that is true to scale, on the ellipsoid everywhere else."
        )

    def tags(self) -> list[str]:
        return tr("dbscan,cluster,density,weight,geodesic,hot spot,noise").split(",")

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("The points to cluster. Rows without one usable point stay in the output, without a cluster."),
        )
        eps = QgsProcessingParameterDistance("EPS", tr("Maximum distance between clustered points"), 1000.0)
        eps.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self.add(
            eps,
            tr(
                "Points at most this far from each other are neighbours (eps). In metres for every layer, "
                "also for one in degrees."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "MIN_SIZE",
                tr("Minimum weight of a cluster core"),
                Qgis.ProcessingNumberParameterType.Double,
                5.0,
            ),
            tr(
                "A point is core when the points within the distance, itself included, weigh at least this "
                "much. Without a weight field every point weighs 1, so this is a number of points."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                "WEIGHT",
                tr("Weight"),
                None,
                "INPUT",
                Qgis.ProcessingFieldParameterDataType.Numeric,
                optional=True,
            ),
            tr("A numeric field, 0 or more in every row. Empty: every point weighs 1."),
        )
        self.add(
            choice(
                "METRIC",
                tr("Metric"),
                {
                    "auto": tr("Automatic"),
                    "planar": tr("Plane of the layer"),
                    "ellipsoid": tr("Ellipsoid (WGS 84)"),
                },
                "auto",
            ),
            tr(
                "auto: the layer's plane where its scale is true to one metre in a kilometre, the ellipsoid "
                "everywhere else. planar: the layer's plane. ellipsoid: geodesic distances on WGS 84."
            ),
            advanced=True,
        )
        self.add(
            choice("BORDER", tr("Border points"), border_rules(), "first"),
            tr(
                "Where a point goes that is not core but near a core point. first: the lowest-numbered "
                "cluster that reaches it. nearest: the cluster of the closest core point. noise: none."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("DBSCAN*", tr("Treat border points as noise (DBSCAN*)"), False),
            tr(
                "The same as border points: noise. Named as in QGIS's own DBSCAN, so that models can be "
                "switched."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("FIELD_NAME", tr("Cluster field name"), "CLUSTER_ID"),
            tr("The field that receives the number of the cluster, from 1; empty for noise."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("SIZE_FIELD_NAME", tr("Cluster size field name"), "CLUSTER_SIZE"),
            tr("The field that receives the number of points in the cluster; empty for noise."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Clusters"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "The input with the number and size of the cluster, cluster_weight, the sum of its weights, "
                "role: core, border or noise, and ambiguous: a border point that two or more clusters reach."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        source = require_points(self, parameters, "INPUT", context)
        self._measure(parameters, source, context)
        if not self.parameterAsDouble(parameters, "EPS", context) > 0.0:
            raise InputError("EPS", "The distance must be greater than 0.")
        if not self.parameterAsDouble(parameters, "MIN_SIZE", context) > 0.0:
            raise InputError("MIN_SIZE", "The minimum weight must be greater than 0.")
        require_numeric_field(self, parameters, "WEIGHT", source, context)
        taken = {"cluster_weight", "role", "ambiguous"}
        for name in ("FIELD_NAME", "SIZE_FIELD_NAME"):
            field = self.parameterAsString(parameters, name, context).strip().lower()
            if not field or field in taken:
                raise InputError(name, "Choose a name that no other field of the result has.")
            taken.add(field)
        require_room(source, "INPUT")

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_points(self, parameters, "INPUT", context)
        weight_field = self.parameterAsString(parameters, "WEIGHT", context)
        measure = self._measure(parameters, source, context)
        feedback.pushInfo(_told(measure))
        warn_without_numba(feedback)

        # As one, for what compiles while clusters are found to move the whole bar.
        opening, finding, writing, _ = monitor_of(feedback).split(*_PORTIONS)
        feedback.setProgressText(tr("Reading points"))
        reading, looking, weighing, taking = opening.split(27, 1, 1, 1)
        points = read_points(
            source,
            [weight_field],
            context,
            reading,
            crs=measure.crs,
            stored=stored_layer(self, parameters, "INPUT", context),
            numbers=True,
        )
        usable = usable_rows(points, measure, looking)
        _tell_unusable(points, usable, feedback)
        weighing.progress(0.5)
        weights = weights_of(points, weight_field, "WEIGHT", usable)
        weighing.progress(1.0)
        # As a rule all: then nothing of the rows is copied.
        rows = slice(None) if usable.all() else np.flatnonzero(usable)
        x, y, weights = _taken(points, weights, rows, measure.metres, taking)
        feedback.setProgressText(tr("Finding clusters"))
        clustering, telling = finding.split(9, 1)
        result = dbscan(
            x,
            y,
            self.parameterAsDouble(parameters, "EPS", context),
            self.parameterAsDouble(parameters, "MIN_SIZE", context),
            weights=weights,
            metric=measure.metric,
            border="noise"
            if self.parameterAsBoolean(parameters, "DBSCAN*", context)
            else self.parameterAsEnumString(parameters, "BORDER", context),
            monitor=clustering,
        )
        core, noise = int(np.count_nonzero(result.core)), int(np.count_nonzero(result.labels < 0))
        ambiguous = int(np.count_nonzero(result.ambiguous))
        feedback.pushInfo(
            tr("{clusters} clusters; {core} core, {border} border and {noise} noise points.").format(
                clusters=result.n_clusters, core=core, border=len(result.labels) - core - noise, noise=noise
            )
        )
        if ambiguous:
            feedback.pushInfo(
                tr("{count} border points are within reach of two or more clusters.").format(count=ambiguous)
            )
        columns, classes = _columns(result, rows, weights, len(points), telling)

        fields = QgsProcessingUtils.combineFields(source.fields(), self._fields(parameters, context))
        # Not as asked for where the input has fields of these names, as the output of another run does.
        added = fields.names()[-len(STYLED_FIELDS) :]
        feedback.setProgressText(tr("Writing layers"))
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open(
                "OUTPUT",
                fields,
                source.wkbType(),
                source.sourceCrs(),
                new_primary_key=True,
            )
            everything = np.ones(len(points), dtype=bool)
            copy = Copy(output, everything, columns, classes)
            copy_rows(source, points, [copy], writing)
        results = {**outputs.results, "NUM_CLUSTERS": result.n_clusters}
        self.present(
            [
                OutputLayer(
                    results["OUTPUT"],
                    tr("Density clusters"),
                    "density_clusters",
                    history=self.history(
                        parameters, context, [_told(measure), f"NUM_CLUSTERS={result.n_clusters}"]
                    ),
                    fields=dict(zip(STYLED_FIELDS, added, strict=True)),
                )
            ],
            context,
            feedback,
        )
        return results

    def _measure(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
    ) -> Measure:
        return choose_measure(
            source.sourceCrs(),
            source.sourceExtent(),
            self.parameterAsEnumString(parameters, "METRIC", context),
            context.transformContext(),
        )

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsFields:
        fields = QgsFields()
        fields.append(QgsField(self.parameterAsString(parameters, "FIELD_NAME", context), QMetaType.Type.Int))
        fields.append(
            QgsField(self.parameterAsString(parameters, "SIZE_FIELD_NAME", context), QMetaType.Type.Int)
        )
        fields.append(QgsField("cluster_weight", QMetaType.Type.Double))
        fields.append(QgsField("role", QMetaType.Type.QString, len=6))
        fields.append(QgsField("ambiguous", QMetaType.Type.Bool))
        return fields


def usable_rows(points: PointTable, measure: Measure, monitor: Monitor) -> NDArray[np.bool_]:
    """Return bool[n], which rows have a point that distances can be measured from. Raises Cancelled."""
    usable = np.empty(len(points), dtype=bool)

    def look(rows: slice) -> None:
        x, y = points.x[rows], points.y[rows]
        usable[rows] = (points.form[rows] == Form.POINT) & np.isfinite(x) & np.isfinite(y)
        if measure.metric == "ellipsoid":
            usable[rows] &= (np.abs(x) <= 180.0) & (np.abs(y) <= 90.0)

    monitor.blocks(look, len(points))
    return usable


def _taken(
    points: PointTable, weights: NDArray[np.float64], rows: Rows, metres: float, monitor: Monitor
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return x and y in metres and the weights of some rows. Raises Cancelled."""
    taken = []
    for number, (values, unit) in enumerate(
        ((points.x, metres), (points.y, metres), (weights, 1.0)), start=1
    ):
        of_rows = values[rows]
        taken.append(of_rows if unit == 1.0 else of_rows * unit)
        monitor.progress(number / 3)
    x, y, of_rows = taken
    return x, y, of_rows


def _tell_unusable(points: PointTable, usable: NDArray[np.bool_], feedback: QgsProcessingFeedback) -> None:
    """Count the rows that take no part, by reason; raises InputError where that is all of them."""
    if not usable.any():
        raise InputError(
            "INPUT", "Not one of the {count} rows has a usable point; check the geometry.", count=len(points)
        )
    for count, sentence in (
        (points.count(Form.NOTHING), tr("{count} rows have no geometry and stay without a cluster.")),
        (
            points.count(Form.SEVERAL_POINTS),
            tr("{count} rows have several points and stay without a cluster."),
        ),
        (points.count(Form.NOT_A_POINT), tr("{count} rows are not points and stay without a cluster.")),
        (
            points.count(Form.POINT) - int(np.count_nonzero(usable)),
            tr("{count} points have coordinates outside the reference system and stay without a cluster."),
        ),
    ):
        if count:
            feedback.pushWarning(sentence.format(count=count))


def _columns(
    result: DensityResult, rows: Rows, weights: NDArray[np.float64], count: int, monitor: Monitor
) -> tuple[list[list[Any]], NDArray[np.int64]]:
    """Return cluster number, size, weight, role and ambiguity for each class of rows, and the class of all
    `count` rows. `rows` are those of the result and of `weights`.

    Classes are the core, border and ambiguous border points of every cluster, noise, and the rows that took
    no part. Raises Cancelled.
    """
    clusters = result.n_clusters
    noise, no_part = 3 * clusters, 3 * clusters + 1
    sizes, sums = np.zeros(clusters + 1, dtype=np.int64), np.zeros(clusters + 1)
    classes = np.empty(count, dtype=np.int64)
    if not isinstance(rows, slice):
        monitor.part(0.0, 0.0).blocks(lambda block: classes[block].fill(no_part), count)
    total = len(result.labels)
    for start in range(0, total, _BLOCK):
        monitor.progress(start / total)
        block = slice(start, min(start + _BLOCK, total))
        # Noise, -1, is counted in the last place.
        labels = result.labels[block].astype(np.int64)
        place = np.where(labels >= 0, labels, clusters)
        sizes += np.bincount(place, minlength=clusters + 1)
        sums += np.bincount(place, weights=weights[block], minlength=clusters + 1)
        of_cluster = 3 * labels + ~result.core[block] + result.ambiguous[block]
        classes[block if isinstance(rows, slice) else rows[block]] = np.where(labels >= 0, of_cluster, noise)
    monitor.progress(1.0)
    sizes, sums = sizes[:-1], np.round(sums[:-1], 9)
    return [
        [*np.repeat(np.arange(1, clusters + 1), 3).tolist(), None, None],
        [*np.repeat(sizes, 3).tolist(), None, None],
        [*np.repeat(sums, 3).tolist(), None, None],
        [*(("core", "border", "border") * clusters), NOISE_ROLE, None],
        [*((False, False, True) * clusters), False, None],
    ], classes


def _told(measure: Measure) -> str:
    if measure.metric == "planar":
        return tr("Distances are measured in the plane of {crs}.").format(crs=measure.crs.authid())
    return tr("Distances are measured on the ellipsoid (WGS 84).")
