"""Clustered points to polygons, one per cluster, measured on the ellipsoid."""

from __future__ import annotations

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
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..analysis import packages
from ..analysis.boundaries import WIPO_RADIUS, Boundaries, Drawing, Kind, centres, distinct_sites
from ..analysis.errors import InputError
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_field, require_numeric_field, require_points, weights_of
from .inputs.cluster_field import cluster_id_field, clusters_in
from .layers.columns import Column
from .layers.fields import REAL, TEXT, WHOLE, fields_of
from .layers.points import PointTable, read_points
from .layers.stored import stored_layer
from .layers.transforming import transform_points
from .layers.writing import Outputs
from .measures.local_planes import ClusteredPoints, Ellipsoid
from .measures.measuring import LONGITUDE_LATITUDE

DEGREES, METRES = "degrees", "metres"

KILOMETRE = 1e3
SQUARE_KILOMETRE = 1e6

# After cluster_id.
BOUNDARY_FIELDS = (
    ("boundary", TEXT),
    ("addresses", WHOLE),
    ("sites", WHOLE),
    ("weight", REAL),
    ("area_km2", REAL),
    ("perimeter_km", REAL),
    ("centre_lon", REAL),
    ("centre_lat", REAL),
    ("compactness", REAL),
)


class ClusterBoundaries(Algorithm):
    """Draws a polygon around every cluster of a point layer."""

    def name(self) -> str:
        return "clusterboundaries"

    def displayName(self) -> str:
        return tr("Cluster boundaries")

    def shortDescription(self) -> str:
        return tr(
            "Draws one polygon around every cluster of points: convex or concave hull, alpha shape, or the "
            "union of discs around all sites, as WIPO does. Areas and lengths are measured on the "
            "ellipsoid."
        )

    def tags(self) -> list[str]:
        return tr("cluster,boundary,hull,convex,concave,alpha shape,buffer,outline,polygon").split(",")

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Clustered points"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("Points with the number or name of their cluster in a field, such as Density clusters makes."),
        )
        self.add(
            QgsProcessingParameterField("CLUSTER_FIELD", tr("Cluster field"), "CLUSTER_ID", "INPUT"),
            tr(
                "The field with the cluster of every point, a number or text. Points where it is empty, or "
                "the number -1, are noise: they are left out and counted in the log."
            ),
        )
        self.add(
            choice(
                "KIND",
                tr("Kind"),
                {
                    str(Kind.CONVEX): tr("Convex hull"),
                    str(Kind.CONCAVE): tr("Concave hull"),
                    str(Kind.ALPHA): tr("Alpha shape"),
                    str(Kind.BUFFER): tr("Discs around sites, joined"),
                },
                str(Kind.CONCAVE),
            ),
            tr(
                "convex: the smallest convex outline. concave: an outline that follows the points more "
                "closely, see the ratio. alpha: triangles between points that are near each other, see "
                "alpha; it can have several parts. buffer: discs of one radius around all sites, joined."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "RATIO",
                tr("Ratio of concave hulls"),
                Qgis.ProcessingNumberParameterType.Double,
                0.3,
                minValue=0.0,
                maxValue=1.0,
            ),
            tr("From 0, the tightest outline that holds together, to 1, the convex hull."),
        )
        self.add(
            _metres(QgsProcessingParameterDistance("ALPHA", tr("Alpha (metres)"), 5000.0, minValue=0.0)),
            tr(
                "For alpha shapes: a triangle between points belongs to the shape when the circle through "
                "its corners has at most this radius, in metres for every layer. Sites outside all "
                "triangles get a disc of their own."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "BUFFER",
                tr("Radius of the discs"),
                Qgis.ProcessingNumberParameterType.Double,
                WIPO_RADIUS,
                minValue=0.0,
            ),
            tr(
                "For kind buffer, in the unit chosen below. WIPO takes 0.05 degrees, which is 4 to 5.5 km "
                "for most places on Earth."
            ),
        )
        self.add(
            choice(
                "BUFFER_UNIT",
                tr("Unit of the radius"),
                {DEGREES: tr("Degrees, as WIPO"), METRES: tr("Metres")},
                DEGREES,
            ),
            tr(
                "degrees: the discs are made in longitude and latitude, as WIPO does, and are narrower on "
                "the ground the farther they are from the equator. metres: they are round on the ground."
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
            tr(
                "A numeric field, 0 or more, summed per cluster; the centre is weighted by it. Empty: "
                "every point weighs 1."
            ),
        )
        self.add(
            _metres(
                QgsProcessingParameterDistance(
                    "SITE_RADIUS", tr("Radius around single sites (metres)"), 500.0, minValue=0.0
                )
            ),
            tr(
                "A cluster of one site or two, or of sites in a line, has no area. Its outline is drawn "
                "this far around it; so are the sites outside all triangles of an alpha shape."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "MIN_AREA",
                tr("Smallest part (km²)"),
                Qgis.ProcessingNumberParameterType.Double,
                0.0,
                minValue=0.0,
            ),
            tr("Parts of a boundary smaller than this are dropped. The largest part always stays."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("HOLES", tr("Keep holes"), True),
            tr("Whether a boundary may have holes. WIPO's has."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "MAX_HOLE",
                tr("Fill holes smaller than (km²)"),
                Qgis.ProcessingNumberParameterType.Double,
                0.0,
                minValue=0.0,
            ),
            tr("Where holes are kept, those smaller than this are filled nevertheless."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "SMOOTHING",
                tr("Smoothing rounds"),
                Qgis.ProcessingNumberParameterType.Integer,
                0,
                minValue=0,
                maxValue=6,
            ),
            tr(
                "Every round cuts off all corners once; 3 look round. Points at a corner come to lie a "
                "little outside."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Boundaries"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr(
                "One row per cluster: cluster_id; boundary, the kind it was drawn as; addresses, its "
                "points; sites, their distinct coordinates; weight; area_km2 and perimeter_km on the "
                "ellipsoid; centre_lon and centre_lat, the weighted centre in degrees; compactness, 4π · "
                "area / perimeter², 1 for a circle."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        packages.require("shapely", "cluster boundaries")
        source = require_points(self, parameters, "INPUT", context)
        if not require_field(self, parameters, "CLUSTER_FIELD", source, context):
            raise InputError("CLUSTER_FIELD", "Choose the field with the cluster of every point.")
        require_numeric_field(self, parameters, "WEIGHT", source, context)
        kind = Kind(self.parameterAsEnumString(parameters, "KIND", context))
        if kind is Kind.ALPHA and not self.parameterAsDouble(parameters, "ALPHA", context) > 0.0:
            raise InputError("ALPHA", "Alpha must be greater than 0.")
        if kind is Kind.BUFFER:
            self._check_radius(parameters, context)
        elif not self.parameterAsDouble(parameters, "SITE_RADIUS", context) > 0.0:
            raise InputError("SITE_RADIUS", "The radius must be greater than 0.")

    def _check_radius(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """A radius far out of all reason was meant in the other unit."""
        radius = self.parameterAsDouble(parameters, "BUFFER", context)
        in_degrees = self.parameterAsEnumString(parameters, "BUFFER_UNIT", context) == DEGREES
        if not radius > 0.0:
            raise InputError("BUFFER", "The radius must be greater than 0.")
        if in_degrees and radius > 10.0:
            raise InputError(
                "BUFFER",
                "{radius} degrees is more than {distance} km; choose the unit metres, or a smaller radius.",
                radius=f"{radius:g}",
                distance=1000,
            )
        if not in_degrees and radius < 1.0:
            raise InputError(
                "BUFFER",
                "{radius} metres is less than any address is exact to; choose the unit degrees, or a "
                "larger "
                "radius.",
                radius=f"{radius:g}",
            )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_points(self, parameters, "INPUT", context)
        crs = source.sourceCrs()
        cluster_field = self.parameterAsString(parameters, "CLUSTER_FIELD", context)
        weight_field = self.parameterAsString(parameters, "WEIGHT", context)
        points = read_points(
            source,
            [cluster_field, weight_field],
            context,
            monitor_of(feedback, 0.0, 0.2),
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        degrees = crs if crs.isGeographic() else QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        longitude, latitude = transform_points(
            points.x, points.y, crs, degrees, context, monitor_of(feedback, 0.2, 0.25)
        )
        names, labels = clusters_in(points.columns[cluster_field])
        labels = self._leave_out(labels, longitude, latitude, points, feedback)
        rows = labels >= 0
        weights = weights_of(points, weight_field, "WEIGHT", rows)[rows]
        # A cluster whose points are all unusable leaves a gap in the numbers.
        numbers, renumbered = np.unique(labels[rows], return_inverse=True)
        clustered = ClusteredPoints(
            crs,
            degrees,
            np.column_stack([points.x[rows], points.y[rows]]),
            longitude[rows],
            latitude[rows],
            renumbered.ravel(),
            context,
        )
        drawn, kinds = self._draw(clustered, parameters, context, feedback)
        columns: list[Column] = [
            [names[number] for number in numbers.tolist()],
            kinds,
            *_statistics(clustered, drawn, weights, Ellipsoid(crs, context)),
        ]
        monitor_of(feedback).progress(0.95)

        fields = fields_of(BOUNDARY_FIELDS, cluster_id_field(source, cluster_field))
        shapely = packages.require("shapely", "cluster boundaries")
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("OUTPUT", fields, Qgis.WkbType.MultiPolygon, crs)
            polygons = shapely.to_wkb(drawn.polygons).tolist()
            output.write(columns, monitor_of(feedback, 0.95, 1.0), geometries=polygons)
        results = {**outputs.results, "NUM_CLUSTERS": clustered.count}
        feedback.pushInfo(
            tr("{clusters} boundaries around {points} points on {sites} sites.").format(
                clusters=clustered.count, points=int(rows.sum()), sites=int(drawn.sites.sum())
            )
        )
        self.present(
            [
                OutputLayer(
                    results["OUTPUT"],
                    tr("Cluster boundaries"),
                    "boundaries",
                    history=self.history(parameters, context, [f"NUM_CLUSTERS={clustered.count}"]),
                )
            ],
            context,
            feedback,
        )
        return results

    def _leave_out(
        self,
        labels: NDArray[np.int64],
        longitude: NDArray[np.float64],
        latitude: NDArray[np.float64],
        points: PointTable,
        feedback: QgsProcessingFeedback,
    ) -> NDArray[np.int64]:
        """Label -1 what has no place on Earth; count what takes no part, and end where nothing does."""
        clustered = labels >= 0
        feedback.pushInfo(
            tr("{count} points are in no cluster (noise) and left out.").format(
                count=int(np.count_nonzero(~clustered))
            )
        )
        placed = (np.abs(longitude) <= 180.0) & (np.abs(latitude) <= 90.0)
        lost = int(np.count_nonzero(clustered & ~placed))
        if lost:
            feedback.pushWarning(
                tr(
                    "{count} clustered rows have no single point with a valid coordinate and are left out; "
                    "Prepare points tells which."
                ).format(count=lost)
            )
        if not (clustered & placed).any():
            raise InputError(
                "INPUT",
                "Not one of the {count} clustered rows has a usable point; check the geometry.",
                count=int(np.count_nonzero(clustered)),
            )
        return np.where(placed, labels, -1)

    def _draw(
        self,
        clustered: ClusteredPoints,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[Boundaries, NDArray[np.object_]]:
        """Return the boundaries and the kind each was drawn as."""
        kind = Kind(self.parameterAsEnumString(parameters, "KIND", context))
        unit = self.parameterAsEnumString(parameters, "BUFFER_UNIT", context)
        drawing = Drawing(
            kind,
            ratio=self.parameterAsDouble(parameters, "RATIO", context),
            alpha=self.parameterAsDouble(parameters, "ALPHA", context),
            radius=self.parameterAsDouble(parameters, "BUFFER", context),
            least_radius=self.parameterAsDouble(parameters, "SITE_RADIUS", context),
            least_area=self.parameterAsDouble(parameters, "MIN_AREA", context) * SQUARE_KILOMETRE,
            holes=self.parameterAsBoolean(parameters, "HOLES", context),
            least_hole=self.parameterAsDouble(parameters, "MAX_HOLE", context) * SQUARE_KILOMETRE,
            smoothing=self.parameterAsInt(parameters, "SMOOTHING", context),
        )
        monitor = monitor_of(feedback, 0.25, 0.85)
        if kind is Kind.BUFFER and unit == DEGREES:
            drawn = clustered.draw_in_degrees(drawing, monitor)
        else:
            drawn, widest = clustered.draw_in_metres(drawing, monitor)
            if widest:
                feedback.pushWarning(
                    tr(
                        "{count} clusters reach round half the globe and are drawn in degrees; check the "
                        "cluster field."
                    ).format(count=widest)
                )
        if drawn.fallback.any():
            feedback.pushWarning(
                tr(
                    "Alpha is too small for {count} clusters: no triangle is left of them, and their "
                    "convex hull is drawn instead."
                ).format(count=int(drawn.fallback.sum()))
            )
        if drawn.lone_sites.any():
            feedback.pushInfo(
                tr("{sites} sites of {count} clusters lie outside all triangles and got a disc.").format(
                    sites=int(drawn.lone_sites.sum()), count=int(np.count_nonzero(drawn.lone_sites))
                )
            )
        if drawn.widened.any():
            feedback.pushInfo(
                tr(
                    "{count} clusters have no width and are widened by the radius around single sites."
                ).format(count=int(drawn.widened.sum()))
            )
        kinds = np.full(clustered.count, str(kind), dtype=object)
        kinds[drawn.fallback] = str(Kind.CONVEX)
        kinds[drawn.widened] = str(Kind.BUFFER)
        return drawn, kinds


def _statistics(
    clustered: ClusteredPoints, drawn: Boundaries, weights: NDArray[np.float64], ellipsoid: Ellipsoid
) -> list[NDArray[Any]]:
    """Return addresses, sites, weight, area_km2, perimeter_km, centre_lon, centre_lat, compactness."""
    areas = ellipsoid.areas(drawn.polygons) / SQUARE_KILOMETRE
    perimeters = ellipsoid.perimeters(drawn.polygons) / KILOMETRE
    longitude, latitude, _ = centres(
        clustered.longitude, clustered.latitude, clustered.labels, clustered.count, weights
    )
    return [
        np.bincount(clustered.labels, minlength=clustered.count),
        np.bincount(distinct_sites(clustered.places[:, 0], clustered.places[:, 1], clustered.labels)[1]),
        np.round(np.bincount(clustered.labels, weights, clustered.count), 9),
        areas,
        perimeters,
        longitude,
        latitude,
        # Polsby and Popper 1991, The third criterion.
        4.0 * np.pi * areas / (perimeters * perimeters),
    ]


def _metres(parameter: QgsProcessingParameterDistance) -> QgsProcessingParameterDistance:
    parameter.setDefaultUnit(Qgis.DistanceUnit.Meters)
    return parameter
