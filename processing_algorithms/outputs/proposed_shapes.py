"""Shapes that are proposed for a zone, as polygons and as the columns of a table."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from ...analysis import packages
from ...analysis.geodesy import geodesic_distance
from ...analysis.monitor import Monitor
from ...analysis.zones.node_subsets import Subset
from ...analysis.zones.placement import NO_NODE, Circle, elongation
from ...analysis.zones.search import WeightedPlaces
from ..inputs.candidate_nodes import CandidateNodes
from ..layers.columns import Column
from ..layers.transforming import transform_points
from ..measures.local_planes import Ellipsoid
from ..measures.measuring import LONGITUDE_LATITUDE
from ..measures.surroundings import carry_all
from .overlay_fields import REAL, TEXT, WHOLE

CIRCLE, NODES, RECTANGLE, PATH = "circle", "nodes", "rectangle", "path"

EDGES = 32  # of a quarter of a circle: its polygon is a 2,500th smaller

SHAPES = (
    *(("shape", TEXT), ("place", WHOLE), ("name", TEXT), ("weight", REAL), ("share", REAL), ("bound", REAL)),
    *(("area_km2", REAL), ("density", REAL), ("length_km", REAL), ("width_km", REAL), ("bearing", REAL)),
    *(("elongation", REAL), ("spread", REAL), ("gain", REAL), ("gain_percent", REAL)),
    *(("longitude", REAL), ("latitude", REAL), ("reach_km", REAL)),
)


@dataclass(frozen=True)
class Proposal:
    """One shape: a polygon in the plane, what it holds, and what is told of it; NaN where it has none. It is
    `comparable` with others where its weight is that of points."""

    shape: str
    place: int
    polygon: object
    weight: float
    rows: NDArray[np.int64]
    bound: float = math.nan
    name: str | None = None
    area: float = math.nan
    length: float = math.nan
    width: float = math.nan
    bearing: float = math.nan
    comparable: bool = True


def proposed_circle(
    circle: Circle,
    number: int,
    radius: float,
    places: WeightedPlaces,
    nodes: CandidateNodes | None,
    bound: float,
) -> Proposal:
    """Return a circle, the first with the `bound` that no circle exceeds."""
    shapely = packages.require("shapely", "proposals of zones")
    return Proposal(
        CIRCLE,
        number,
        shapely.buffer(shapely.points(circle.x, circle.y), radius, quad_segs=EDGES),
        places.told(circle.weight),
        circle.rows,
        bound=bound if number == 1 else math.nan,
        name=None if nodes is None or circle.node == NO_NODE else nodes.names[circle.node],
        length=2.0 * radius,
        width=2.0 * radius,
    )


def proposed_nodes(subset: Subset, nodes: CandidateNodes, radius: float) -> list[Proposal]:
    """Return the circle of the chosen nodes: round the core, or the smallest round all."""
    if not subset.nodes.size:
        return []
    shapely = packages.require("shapely", "proposals of zones")
    x, y = nodes.x[subset.nodes], nodes.y[subset.nodes]
    circle = shapely.minimum_bounding_circle(shapely.multipoints(np.column_stack([x, y])))
    west, south, east, north = shapely.bounds(circle).tolist()
    centre = shapely.points(0.5 * (west + east), 0.5 * (south + north))
    if subset.core >= 0:
        centre = shapely.points(nodes.x[subset.core], nodes.y[subset.core])
    return [
        Proposal(
            NODES,
            1,
            shapely.buffer(centre, radius, quad_segs=EDGES),
            subset.value / nodes.unit,
            np.empty(0, dtype=np.int64),
            bound=subset.bound / nodes.unit,
            name="; ".join(nodes.names[node] for node in subset.nodes.tolist()),
            area=subset.area,
            comparable=nodes.weighed,
            length=2.0 * radius,
            width=2.0 * radius,
        )
    ]


def shape_columns(
    proposals: list[Proposal],
    places: WeightedPlaces,
    plane: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
) -> dict[str, Column]:
    """Return the columns of SHAPES; gains are over the first proposal, the best circle."""
    shapely = packages.require("shapely", "proposals of zones")
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    flat = np.array([*(proposal.polygon for proposal in proposals), None], dtype=object)[:-1]
    areas = Ellipsoid(degrees, context).areas(carry_all(flat, plane, degrees, context, Monitor()))
    areas = np.array(
        [
            area if math.isnan(proposal.area) else proposal.area
            for area, proposal in zip(areas.tolist(), proposals, strict=True)
        ]
    )
    middle = shapely.centroid(flat)
    lon, lat = transform_points(
        shapely.get_x(middle), shapely.get_y(middle), plane, degrees, context, Monitor()
    )
    weight = np.array([proposal.weight for proposal in proposals])
    length = np.array([proposal.length for proposal in proposals])
    width = np.array([proposal.width for proposal in proposals])
    first = weight[0]
    comparable = np.array([proposal.comparable for proposal in proposals])
    gain = np.where(comparable, weight - first, np.nan)
    reach = [
        _reach(proposal.rows, places, at, plane, context)
        for proposal, at in zip(proposals, zip(lon.tolist(), lat.tolist(), strict=True), strict=True)
    ]
    return {
        "shape": [proposal.shape for proposal in proposals],
        "place": [proposal.place for proposal in proposals],
        "name": [proposal.name for proposal in proposals],
        "weight": weight,
        "share": np.where(comparable, 100.0 * weight / places.told(places.weight.sum()), np.nan),
        "bound": np.array([proposal.bound for proposal in proposals]),
        "area_km2": areas / 1e6,
        "density": weight / (areas / 1e6),
        "length_km": length / 1000.0,
        "width_km": width / 1000.0,
        "bearing": np.array([proposal.bearing for proposal in proposals]),
        "elongation": length / width,
        "spread": np.array(
            [
                elongation(places.x[proposal.rows], places.y[proposal.rows], places.weight[proposal.rows])
                for proposal in proposals
            ]
        ),
        "gain": gain,
        "gain_percent": 100.0 * gain / first,
        "longitude": lon,
        "latitude": lat,
        "reach_km": np.array(reach) / 1000.0,
    }


def _reach(
    rows: NDArray[np.int64],
    places: WeightedPlaces,
    at: tuple[float, float],
    plane: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
) -> float:
    """Return the longest geodesic from a place in degrees to one of the rows, in metres; NaN for no rows."""
    if not rows.size:
        return math.nan
    shapely = packages.require("shapely", "proposals of zones")
    # The farthest of points in a plane is a corner of their hull.
    hull = shapely.convex_hull(shapely.multipoints(np.column_stack([places.x[rows], places.y[rows]])))
    corners = shapely.get_coordinates(hull)
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    lon, lat = transform_points(corners[:, 0], corners[:, 1], plane, degrees, context, Monitor())
    here = [math.radians(value) for value in at]
    return max(
        float(geodesic_distance(*here, *place)) for place in np.radians(np.column_stack([lon, lat])).tolist()
    )
