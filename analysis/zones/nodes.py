"""The nodes (거점) of a designation, other zones, and how nodes lie to each other.

A node is a point or a polygon. Distances take it as points, as centroids or as whole polygons, for the law
does not say which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..errors import InputError
from .catalogue import Province
from .enclosing import Circle, distances_from, enclosing_circle

FloatArray = NDArray[np.float64]

# What of a node distances go to: a point inside it, its centroid, or all corners of its polygons.
NODES_AS = ("points", "centroids", "polygons")


@dataclass(frozen=True)
class Nodes:
    """Nodes of one designation, all of one length; no two have one name (`distinct_names`).

    `geometries` object[n] shapely points or polygons, in degrees (WGS 84) or metres as `metric` says;
    `areas` float64[n] square metres of those without a polygon, NaN where not known; `core` bool[n];
    `provinces` the province of each, None where not known.
    """

    names: Sequence[str]
    geometries: NDArray[np.object_]
    areas: FloatArray
    core: NDArray[np.bool_]
    provinces: Sequence[Province | None]
    metric: str

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class Zones:
    """Zones that are there already: names, types by id, years (None where not known), provinces, geometries
    as those of nodes, `areas` float64[m] square metres of those without a polygon.
    """

    names: Sequence[str]
    years: Sequence[int | None]
    types: Sequence[str]
    provinces: Sequence[Province | None]
    geometries: NDArray[np.object_]
    areas: FloatArray


@dataclass(frozen=True)
class Places:
    """Where nodes are for distances: x, y float64[p], and of which node each place is, int64[p]."""

    x: FloatArray
    y: FloatArray
    node: NDArray[np.int64]


@dataclass(frozen=True)
class Ways:
    """From a centre to the farthest place of every node: metres float64[n] and row of the place int64[n]."""

    metres: FloatArray
    place: NDArray[np.int64]


@dataclass(frozen=True)
class Spread:
    """How nodes lie: the smallest circle, and the circle from the core to the farthest node, None where no
    node is core; from either, the way to every node.
    """

    circle: Circle
    from_circle: Ways
    core: Circle | None
    from_core: Ways | None
    places: Places


def places_of(nodes: Nodes, nodes_as: str) -> Places:
    """Return where nodes are for distances; see NODES_AS. A centroid in degrees is taken with shortened
    parallels, which for a node of 10 km is the metre plane's to a few centimetres.
    """
    shapely = packages.require("shapely", "checking a designation")
    if nodes_as == "polygons":
        # A circle that holds the corners of a convex hull holds what is in it.
        at, node = shapely.get_coordinates(shapely.convex_hull(nodes.geometries), return_index=True)
        return Places(at[:, 0], at[:, 1], node)
    single = shapely.get_type_id(nodes.geometries) == 0
    inside = shapely.point_on_surface if nodes_as == "points" else shapely.centroid
    points = np.where(single, nodes.geometries, inside(nodes.geometries))
    at = shapely.get_coordinates(points)
    return Places(at[:, 0], at[:, 1], np.arange(len(nodes)))


def core_place(nodes: Nodes) -> tuple[float, float] | None:
    """Return the place of the core node, its centroid; of several the centroid of them all."""
    shapely = packages.require("shapely", "checking a designation")
    if not nodes.core.any():
        return None
    centre = shapely.centroid(shapely.geometrycollections(nodes.geometries[nodes.core]))
    return float(centre.x), float(centre.y)


def spread(nodes: Nodes, nodes_as: str) -> Spread:
    """Return the smallest circle around the nodes and the distances from its centre and from the core.

    Raises InputError where there is no node.
    """
    if not len(nodes):
        raise InputError("nodes", "There is no node; give at least one.")
    places = places_of(nodes, nodes_as)
    circle = enclosing_circle(places.x, places.y, nodes.metric)
    core = core_place(nodes)
    from_core = None if core is None else _ways(nodes, places, *core)
    return Spread(
        circle,
        _ways(nodes, places, circle.x, circle.y),
        None if core is None or from_core is None else Circle(*core, float(from_core.metres.max())),
        from_core,
        places,
    )


def _ways(nodes: Nodes, places: Places, x: float, y: float) -> Ways:
    metres = distances_from(x, y, places.x, places.y, nodes.metric)
    # The last place of a node in this order is its farthest.
    order = np.lexsort((metres, places.node))
    last = np.append(np.flatnonzero(np.diff(places.node[order])), len(order) - 1)
    place = order[last]
    return Ways(metres[place], place)


def is_area(geometries: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Return bool[n], which geometries are polygons."""
    shapely = packages.require("shapely", "checking a designation")
    return np.isin(shapely.get_type_id(geometries), (3, 6))


def distinct_names(names: Sequence[str]) -> list[str]:
    """Return the names with a number behind those that are there already."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
