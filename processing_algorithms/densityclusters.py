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
from ..analysis.wkb import Form
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_numeric_field, require_points, warn_without_numba, weights_of
from .inputs.common_choices import border_rules
from .layers.copying import Copy, copy_rows
from .layers.points import PointTable, read_points
from .layers.stored import stored_layer
from .layers.writing import Outputs
from .measures.measuring import Measure, choose_measure

NOISE_ROLE = "noise"

# The added fields as the style knows them, in the order in which they are added.
STYLED_FIELDS = ("CLUSTER_ID", "CLUSTER_SIZE", "cluster_weight", "role", "ambiguous")


class DensityClusters(Algorithm):
    """Labels every point with its cluster, its role and the weight of its cluster."""

    arguments = {"min_weight": "MIN_SIZE", "weights": "WEIGHT"}

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

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_points(self, parameters, "INPUT", context)
        weight_field = self.parameterAsString(parameters, "WEIGHT", context)
        measure = self._measure(parameters, source, context)
        feedback.pushInfo(_told(measure))
        warn_without_numba(feedback)

        points = read_points(
            source,
            [weight_field],
            context,
            monitor_of(feedback, 0.0, 0.3),
            crs=measure.crs,
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        usable = usable_rows(points, measure)
        _tell_unusable(points, usable, feedback)
        weights = weights_of(points, weight_field, "WEIGHT", usable)
        rows = np.flatnonzero(usable)
        result = dbscan(
            points.x[rows] * measure.metres,
            points.y[rows] * measure.metres,
            self.parameterAsDouble(parameters, "EPS", context),
            self.parameterAsDouble(parameters, "MIN_SIZE", context),
            weights=weights[rows],
            metric=measure.metric,
            border="noise"
            if self.parameterAsBoolean(parameters, "DBSCAN*", context)
            else self.parameterAsEnumString(parameters, "BORDER", context),
            monitor=monitor_of(feedback, 0.3, 0.6),
        )
        feedback.pushInfo(
            tr("{clusters} clusters; {core} core, {border} border and {noise} noise points.").format(
                clusters=result.n_clusters,
                core=int(result.core.sum()),
                border=int(((result.labels >= 0) & ~result.core).sum()),
                noise=int((result.labels < 0).sum()),
            )
        )
        if result.ambiguous.any():
            feedback.pushInfo(
                tr("{count} border points are within reach of two or more clusters.").format(
                    count=int(result.ambiguous.sum())
                )
            )

        fields = QgsProcessingUtils.combineFields(source.fields(), self._fields(parameters, context))
        # Not as asked for where the input has fields of these names, as the output of another run does.
        added = fields.names()[-len(STYLED_FIELDS) :]
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open(
                "OUTPUT",
                fields,
                source.wkbType(),
                source.sourceCrs(),
                new_primary_key=True,
            )
            everything = np.ones(len(points), dtype=bool)
            columns, classes = _columns(result, rows, weights[rows], len(points))
            copy = Copy(output, everything, columns, classes)
            copy_rows(source, points, [copy], monitor_of(feedback, 0.6, 1.0))
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


def usable_rows(points: PointTable, measure: Measure) -> NDArray[np.bool_]:
    """Return bool[n], which rows have a point that distances can be measured from."""
    usable = (points.form == Form.POINT) & np.isfinite(points.x) & np.isfinite(points.y)
    if measure.metric == "ellipsoid":
        usable &= (np.abs(points.x) <= 180.0) & (np.abs(points.y) <= 90.0)
    return usable


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
            points.count(Form.POINT) - int(usable.sum()),
            tr("{count} points have coordinates outside the reference system and stay without a cluster."),
        ),
    ):
        if count:
            feedback.pushWarning(sentence.format(count=count))


def _columns(
    result: DensityResult, rows: NDArray[np.int64], weights: NDArray[np.float64], count: int
) -> tuple[list[list[Any]], NDArray[np.int64]]:
    """Return cluster number, size, weight, role and ambiguity for each class of rows, and the class of all
    `count` rows.

    Classes are the core, border and ambiguous border points of every cluster, noise, and the rows that took
    no part.
    """
    clusters = result.n_clusters
    clustered = result.labels >= 0
    labels = result.labels[clustered]
    sizes = np.bincount(labels, minlength=clusters)
    sums = np.round(np.bincount(labels, weights=weights[clustered], minlength=clusters), 9)
    noise, no_part = 3 * clusters, 3 * clusters + 1
    classes = np.full(count, no_part, dtype=np.int64)
    of_cluster = 3 * result.labels.astype(np.int64) + ~result.core + result.ambiguous
    classes[rows] = np.where(clustered, of_cluster, noise)
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
