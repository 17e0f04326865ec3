"""Where polygons lie over each other, how much of each, and what they cover together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import Monitor

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# Areas in square metres, on the ellipsoid, of shapely polygons.
Area = Callable[[NDArray[np.object_]], FloatArray]

# Two drawings of one border overlap by slivers: less than this, in square metres, is no overlap.
LEAST_OVERLAP = 1.0

# Pairs of polygons that are cut with each other in one call: some tenths of a second.
_BLOCK = 200


@dataclass(frozen=True)
class Overlaps:
    """Pairs of polygons that share LEAST_OVERLAP or more: `polygon`, `other` int64[p], in order, and
    `square_metres` float64[p]."""

    polygon: IntArray
    other: IntArray
    square_metres: FloatArray

    def largest(self, polygons: int) -> tuple[IntArray, FloatArray]:
        """Return for every polygon the other one that covers most of it, int64[k], -1 for none, and how much,
        float64[k]. Of equal ones the first is taken."""
        other, metres = np.full(polygons, -1, dtype=np.int64), np.zeros(polygons)
        order = np.lexsort((-self.other, self.square_metres))
        other[self.polygon[order]] = self.other[order]
        metres[self.polygon[order]] = self.square_metres[order]
        return other, metres


def overlaps(
    polygons: NDArray[np.object_], others: NDArray[np.object_], area: Area, monitor: Monitor | None = None
) -> Overlaps:
    """Cut polygons, object[k], with others, object[m], all valid and in one system; None and empty ones
    overlap nothing. Raises Cancelled."""
    monitor = monitor or Monitor()
    shapely = packages.require("shapely", "overlaps of zones and clusters")
    own, there = (np.flatnonzero(~(shapely.is_missing(a) | shapely.is_empty(a))) for a in (polygons, others))
    if not (own.size and there.size):
        nothing = np.empty(0, dtype=np.int64)
        return Overlaps(nothing, nothing, np.empty(0))
    at, which = shapely.STRtree(others[there]).query(polygons[own], predicate="intersects")
    order = np.lexsort((which, at))
    polygon, other = own[at[order]], there[which[order]]
    metres = np.zeros(polygon.size)
    for start in range(0, polygon.size, _BLOCK):
        monitor.progress(start / polygon.size)
        block = slice(start, start + _BLOCK)
        with np.errstate(invalid="ignore"):  # GEOS leaves the flags of its arithmetic behind
            shared = shapely.intersection(polygons[polygon[block]], others[other[block]])
        metres[block] = area(shared)
    kept = metres >= LEAST_OVERLAP
    return Overlaps(polygon[kept], other[kept], metres[kept])


def united(polygons: NDArray[np.object_]) -> object:
    """Return the union of valid shapely polygons, an empty one of none."""
    shapely = packages.require("shapely", "overlaps of zones and clusters")
    return shapely.union_all(polygons[~shapely.is_missing(polygons)])
