"""Candidate nodes (거점) of a zone, as points with an area or as polygons, and what there is in each."""

from __future__ import annotations

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
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...analysis import packages
from ...analysis.density.weights import find_scale
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.zones.membership import PointGrid, find_members
from ...analysis.zones.search import WeightedPlaces
from ..base import Algorithm, tr
from ..layers.points import PointTable, read_points
from ..layers.polygons import read_polygons
from ..layers.transforming import transform_points
from ..measures.local_planes import Ellipsoid
from ..measures.measuring import LONGITUDE_LATITUDE
from ..measures.surroundings import carry_all
from .areas import ZONE_FIELDS, first_texts, found_field, name_fields
from .checking import require_numeric_field, require_rows, weights_of

QUARTER = 16


@dataclass(frozen=True)
class CandidateNodes:
    """The n nodes of a layer that have a place: `rows` int64[n] of `table`; `x`, `y` float64[n] in the plane,
    centroids of polygons; `square_metres` float64[n]; `value` int64[n], of which `unit` make 1, and whether
    it was `weighed` by the points; whether the nodes are `areas`, polygons.
    """

    table: PointTable
    rows: NDArray[np.int64]
    names: list[str]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    square_metres: NDArray[np.float64]
    value: NDArray[np.int64]
    unit: float
    weighed: bool
    areas: bool

    def spread(self, values: NDArray[np.float64] | NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return values of the nodes for all rows of the table, NaN for those without a place."""
        spread = np.full(len(self.table), np.nan)
        spread[self.rows] = values
        return spread

    def __len__(self) -> int:
        return len(self.names)


def add_candidate_nodes(algorithm: Algorithm) -> None:
    """Declare NODES, NODE_AREA_FIELD and NODE_VALUE_FIELD."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "NODES",
            tr("Candidate nodes"),
            [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "Nodes (거점) that a zone could be made of, points or polygons. The best of them under the "
            "radius and the area limit are chosen. Empty: circles and belts alone."
        ),
    )
    numeric = Qgis.ProcessingFieldParameterDataType.Numeric
    for name, label, explanation in (
        (
            "NODE_AREA_FIELD",
            tr("Area of the node"),
            tr("The field with the area in square metres. Empty: that of the polygon; a point has none."),
        ),
        (
            "NODE_VALUE_FIELD",
            tr("Value of the node"),
            tr(
                "The field with what a node is worth, 0 or more. Empty: the weight of the points in its "
                "polygon, or in a circle of its area round its point; a point in several counts in the first."
            ),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterField(name, label, None, "NODES", numeric, optional=True), explanation
        )


# Metres; points that are all in one town still have nodes in the next.
LEAST_NEAR = 100_000.0


def check_candidate_nodes(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsProcessingFeatureSource | None:
    """Return the source, None where none is chosen; raises InputError where it or a field cannot be used."""
    if not parameters.get("NODES"):
        return None
    source = require_rows(algorithm, parameters, "NODES", context)
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in (Qgis.GeometryType.Point, Qgis.GeometryType.Polygon):
        raise InputError("NODES", "The layer must have points or polygons; choose another one.")
    if not source.sourceCrs().isValid():
        raise InputError(
            "NODES", "The layer has no coordinate reference system; assign the right one in its properties."
        )
    area = require_numeric_field(algorithm, parameters, "NODE_AREA_FIELD", source, context)
    value = require_numeric_field(algorithm, parameters, "NODE_VALUE_FIELD", source, context)
    if kind == Qgis.GeometryType.Point and not (area or value):
        raise InputError(
            "NODE_AREA_FIELD", "Points need a field with their area or with their value; choose one."
        )
    return source


def read_candidate_nodes(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    source: QgsProcessingFeatureSource,
    plane: QgsCoordinateReferenceSystem,
    places: WeightedPlaces,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
) -> CandidateNodes:
    """Read the nodes, carry them to the plane and weigh what is in each; tell what has no place.

    Raises InputError where an area or value is none, or where no node has a place, and Cancelled.
    """
    area_field, value_field = (
        algorithm.parameterAsString(parameters, name, context)
        for name in ("NODE_AREA_FIELD", "NODE_VALUE_FIELD")
    )
    named = [*name_fields(source), found_field(source, ZONE_FIELDS)]
    polygons = QgsWkbTypes.geometryType(source.wkbType()) == Qgis.GeometryType.Polygon
    table = read_points(
        source,
        [area_field, value_field, *named],
        context,
        monitor.part(0.0, 0.3),
        geometries=not polygons,
    )
    shapely = packages.require("shapely", "candidate nodes")
    shapes = np.full(len(table), None, dtype=object)
    if polygons:
        found = read_polygons(source, table.ids, monitor.part(0.3, 0.5))
        shapes = carry_all(found.shapes, source.sourceCrs(), plane, context, monitor.part(0.5, 0.6))
        middle = shapely.centroid(shapes)
        x, y = shapely.get_x(middle), shapely.get_y(middle)
    else:
        x, y = transform_points(table.x, table.y, source.sourceCrs(), plane, context, monitor.part(0.5, 0.6))
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    if not rows.size:
        raise InputError("NODES", "Not one of the nodes has a place; check the geometry.")
    if rows.size < len(table):
        feedback.pushWarning(
            tr("{count} nodes have no place and cannot be chosen.").format(count=len(table) - rows.size)
        )
    if not _near(x[rows], y[rows], places).any():
        raise InputError("NODES", "Not one of the nodes lies where the points are; choose nodes among them.")
    everything = np.ones(rows.size, dtype=bool)
    whole, table, x, y, shapes = table, table.select(rows), x[rows], y[rows], shapes[rows]
    if area_field:
        square_metres = weights_of(table, area_field, "NODE_AREA_FIELD", everything)
    elif polygons:
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        in_degrees = carry_all(shapes, plane, degrees, context, monitor.part(0.6, 0.7))
        square_metres = Ellipsoid(degrees, context).areas(in_degrees)
    else:
        square_metres = np.zeros(rows.size)
    if value_field:
        values = weights_of(table, value_field, "NODE_VALUE_FIELD", everything)
        scale = find_scale(values, max(float(values.sum()), 1.0))
        value, unit = scale.integers(values), scale.factor
    else:
        if not polygons:
            wide = np.flatnonzero(square_metres > 0.0)
            middle, across = shapely.points(x[wide], y[wide]), np.sqrt(square_metres[wide] / np.pi)
            shapes[wide] = shapely.buffer(middle, across, quad_segs=QUARTER)
        first = find_members(PointGrid(places.x, places.y), shapes, monitor.part(0.7, 1.0)).first()
        value = np.zeros(rows.size, dtype=np.int64)
        np.add.at(value, first[first >= 0], places.weight[first >= 0])
        unit = places.unit
    names = first_texts(table, [field for field in named if field])
    names = [name or str(number) for number, name in enumerate(names, start=1)]
    return CandidateNodes(whole, rows, names, x, y, square_metres, value, unit, not value_field, polygons)


def _near(x: NDArray[np.float64], y: NDArray[np.float64], places: WeightedPlaces) -> NDArray[np.bool_]:
    """Tell which nodes lie among the points or no farther from them than they reach, bool[n]."""
    west, east, south, north = places.x.min(), places.x.max(), places.y.min(), places.y.max()
    room = max(LEAST_NEAR, float(east - west), float(north - south))
    near: NDArray[np.bool_] = (
        (x >= west - room) & (x <= east + room) & (y >= south - room) & (y <= north + room)
    )
    return near
