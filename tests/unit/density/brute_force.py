"""What a density clustering has to come to: its definition, applied to every pair of points.

A k-d tree picks the pairs with a margin, so that ten thousand points can be asked too; the distance that
decides is computed here, on the ellipsoid by an independent library (Karney's algorithm).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from geographiclib.geodesic import Geodesic
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .point_sets import Points

# IUGG's mean radius and the semi-axes of WGS 84, in metres.
MEAN_RADIUS = 6_371_008.8
SEMI_MAJOR_AXIS, SEMI_MINOR_AXIS = 6_378_137.0, 6_356_752.314245179


@dataclass(frozen=True)
class Pairs:
    """The pairs of points within eps, each once, and their squared straight-line distances."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    squared: NDArray[np.float64]
    count: int

    def weight_around(self, weights: NDArray[np.int64]) -> NDArray[np.int64]:
        """The weight within eps of every point, its own included; exact below 2^53."""
        there = np.bincount(self.first, weights[self.second], self.count)
        back = np.bincount(self.second, weights[self.first], self.count)
        return weights + (there + back).astype(np.int64)


@dataclass(frozen=True)
class Expected:
    labels: NDArray[np.int64]
    core: NDArray[np.bool_]
    ambiguous: NDArray[np.bool_]


def pairs_within(points: Points, eps: float, metric: str) -> Pairs:
    """Decide all pairs of points, in a plane or in degrees, as `dbscan` takes them."""
    position = _positions(points, metric)
    # A chord is no longer than its arc, and nothing on the globe is farther away than a diameter.
    reach = 1.000001 * eps if metric == "planar" else min(1.000001 * eps + 1e-3, 3.0 * MEAN_RADIUS)
    first, second = cKDTree(position).query_pairs(reach, output_type="ndarray").T
    squared = sum(along * along for along in (position[first] - position[second]).T)
    decide = {"planar": _in_plane, "sphere": _on_sphere, "ellipsoid": _on_ellipsoid}[metric]
    within = decide(points, first, second, eps)
    return Pairs(first[within], second[within], squared[within], points[0].size)


def core_distances(
    pairs: Pairs, distance: NDArray[np.float64], weights: NDArray[np.int64], least: int
) -> NDArray[np.float64]:
    """For every point the distance of the pair with which the weight around it reaches the minimum."""
    around: list[list[tuple[float, int]]] = [[(0.0, weight)] for weight in weights.tolist()]
    for a, b, length in zip(pairs.first.tolist(), pairs.second.tolist(), distance.tolist(), strict=True):
        around[a].append((length, int(weights[b])))
        around[b].append((length, int(weights[a])))
    reached = np.full(pairs.count, np.inf)
    for point, neighbours in enumerate(around):
        lengths, added = zip(*sorted(neighbours), strict=True)
        enough = np.flatnonzero(np.cumsum(added) >= least)
        if enough.size:
            reached[point] = lengths[enough[0]]
    return reached


def distances(points: Points, pairs: Pairs, metric: str) -> NDArray[np.float64]:
    """Distances of pairs, in metres on the globe."""
    if metric == "planar":
        return np.sqrt(pairs.squared)
    if metric == "sphere":
        haversine = _haversines(points, pairs.first, pairs.second)
        return 2.0 * MEAN_RADIUS * np.arcsin(np.sqrt(np.minimum(haversine, 1.0)))
    x, y = points
    ends = zip(pairs.first, pairs.second, strict=True)
    lines = (Geodesic.WGS84.Inverse(y[a], x[a], y[b], x[b], Geodesic.DISTANCE) for a, b in ends)
    return np.array([line["s12"] for line in lines])


def clustering(pairs: Pairs, weights: NDArray[np.int64], least: int, border: str = "first") -> Expected:
    """Cluster by definition; clusters are numbered by their first core row."""
    core = pairs.weight_around(weights) >= least
    linked = core[pairs.first] & core[pairs.second]
    links = coo_matrix((linked[linked], (pairs.first[linked], pairs.second[linked])), (pairs.count,) * 2)
    _, component = connected_components(links, directed=False)
    _, first_row, of_core = np.unique(component[core], return_index=True, return_inverse=True)
    labels = np.full(pairs.count, -1)
    labels[core] = np.argsort(np.argsort(first_row))[of_core]
    if border == "noise":
        return Expected(labels, core, np.zeros(pairs.count, dtype=bool))

    reaching = core[pairs.first] != core[pairs.second]
    ends = np.stack([pairs.first[reaching], pairs.second[reaching]])
    point = np.where(core[ends[0]], ends[1], ends[0])
    offered = labels[np.where(core[ends[0]], ends[0], ends[1])]
    preference = np.zeros(offered.size) if border == "first" else pairs.squared[reaching]
    order = np.lexsort((offered, preference, point))
    reached, best = np.unique(point[order], return_index=True)
    lowest, highest = np.full(pairs.count, pairs.count), np.full(pairs.count, -1)
    np.minimum.at(lowest, point, offered)
    np.maximum.at(highest, point, offered)
    labels[reached] = offered[order][best]
    return Expected(labels, core, (highest >= 0) & (lowest != highest))


def _positions(points: Points, metric: str) -> NDArray[np.float64]:
    if metric == "planar":
        return np.column_stack(points)
    longitude, latitude = np.radians(points[0]), np.radians(points[1])
    axes = (SEMI_MAJOR_AXIS, SEMI_MINOR_AXIS) if metric == "ellipsoid" else (MEAN_RADIUS, MEAN_RADIUS)
    reduced = np.arctan2(axes[1] * np.sin(latitude), axes[0] * np.cos(latitude))
    across = axes[0] * np.cos(reduced)
    return np.column_stack(
        [across * np.cos(longitude), across * np.sin(longitude), axes[1] * np.sin(reduced)]
    )


def _in_plane(
    points: Points, first: NDArray[np.int64], second: NDArray[np.int64], eps: float
) -> NDArray[np.bool_]:
    x, y = (values[first] - values[second] for values in points)
    return x * x + y * y <= eps * eps


def _on_sphere(
    points: Points, first: NDArray[np.int64], second: NDArray[np.int64], eps: float
) -> NDArray[np.bool_]:
    """Compare haversines, as scikit-learn does."""
    if eps >= math.pi * MEAN_RADIUS:
        return np.ones(first.size, dtype=bool)
    limit = math.sin(0.5 * eps / MEAN_RADIUS) ** 2
    longitude, latitude = (np.radians(values).tolist() for values in points)
    haversine = _haversines(points, first, second)
    within = haversine <= limit
    # numpy's sine may be a unit in the last place away from the C library's: that decides where it is close.
    for pair in np.flatnonzero(np.abs(haversine - limit) <= 1e-13 * limit):
        a, b = int(first[pair]), int(second[pair])
        across = math.sin(0.5 * (latitude[a] - latitude[b]))
        along = math.sin(0.5 * (longitude[a] - longitude[b]))
        within[pair] = (
            across * across + math.cos(latitude[a]) * math.cos(latitude[b]) * along * along <= limit
        )
    return within


def _on_ellipsoid(
    points: Points, first: NDArray[np.int64], second: NDArray[np.int64], eps: float
) -> NDArray[np.bool_]:
    """Ask for the geodesic wherever the sphere's arc, at most 0.6 per cent off, does not tell."""
    arc = 2.0 * MEAN_RADIUS * np.arcsin(np.sqrt(np.minimum(1.0, _haversines(points, first, second))))
    within = arc <= eps
    x, y = points
    for pair in np.flatnonzero(np.abs(arc - eps) <= 0.007 * eps):
        a, b = first[pair], second[pair]
        line = Geodesic.WGS84.Inverse(y[a], x[a], y[b], x[b], Geodesic.DISTANCE)
        within[pair] = line["s12"] <= eps
    return within


def _haversines(points: Points, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
    longitude, latitude = (np.radians(values) for values in points)
    across = np.sin(0.5 * (latitude[first] - latitude[second]))
    along = np.sin(0.5 * (longitude[first] - longitude[second]))
    return across * across + np.cos(latitude[first]) * np.cos(latitude[second]) * along * along
