"""Points in one polygon, compiled: decided where that is certain in floating point, else left to GEOS.

A point is inside where a ray from it crosses the border an odd number of times. On which side of an edge a
point is tells the sign of a determinant; it is certain where it exceeds what rounding can have done to it
(Shewchuk 1997, Adaptive Precision Floating-Point Arithmetic, Discrete & Computational Geometry 18, 305-363).
Its twin is GEOS itself: see `membership.py`.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner

# Shewchuk's bound for the determinant of three points, and room for products too small for a normal number.
_BOUND = 3.3306690738754716e-16
_SMALLEST = 1e-300

_OUT, _IN, _DOUBT = 0, 1, 2

_MOST_SLABS = 2048


@njit_inner
def _slab(y, low, per_unit, slabs):
    return int(min(max((y - low) * per_unit, 0.0), slabs - 1.0))


@njit_inner
def _side(px, py, corners, edges, begin, end):
    """Say where a point is by the edges that its ray may cross, which goes to where x is greater."""
    inside = False
    for place in range(begin, end):
        corner = edges[place]
        x, y = corners[corner, 0], corners[corner, 1]
        next_x, next_y = corners[corner + 1, 0], corners[corner + 1, 1]
        below, next_below = y <= py, next_y <= py
        if below == next_below:
            # The ray passes by; but the point may be a corner, or on an edge that the ray runs along.
            if (y == py or next_y == py) and min(x, next_x) <= px <= max(x, next_x):
                return _DOUBT
        elif px < min(x, next_x):
            inside = not inside
        elif px <= max(x, next_x):
            left, right = (x - px) * (next_y - py), (y - py) * (next_x - px)
            turn = left - right
            if abs(turn) <= _BOUND * (abs(left) + abs(right)) + _SMALLEST:
                return _DOUBT
            if (turn > 0.0) == below:
                inside = not inside
    return _IN if inside else _OUT


@njit
def look(corners, ring, bounds, first, last, bottom, top, columns, start, x, y):
    """Return the places of the points inside, int64[i], and of those in doubt, int64[d].

    `corners` float64[c, 2] and the `ring` of each, int64[c], closed rings; `bounds` float64[4] the box round
    them: west, south, east, north. The cells from `first` to `last` and from `bottom` to `top` of a grid of
    `columns` hold the places from `start[cell]` to `start[cell + 1]` of x and y, float64[n].
    """
    west, south, east, north = bounds
    slabs = min(_MOST_SLABS, max(1, 2 * corners.shape[0]))
    per_unit = slabs / (north - south) if north > south else 0.0
    # Edges by the slab of the box that they reach into: how many first, then which.
    begin = np.zeros(slabs + 1, dtype=np.int64)
    for corner in range(corners.shape[0] - 1):
        if ring[corner] == ring[corner + 1]:
            low = _slab(min(corners[corner, 1], corners[corner + 1, 1]), south, per_unit, slabs)
            high = _slab(max(corners[corner, 1], corners[corner + 1, 1]), south, per_unit, slabs)
            for slab in range(low, high + 1):
                begin[slab + 1] += 1
    for slab in range(slabs):
        begin[slab + 1] += begin[slab]
    edges = np.empty(begin[slabs], dtype=np.int64)
    end = begin[:-1].copy()
    for corner in range(corners.shape[0] - 1):
        if ring[corner] == ring[corner + 1]:
            low = _slab(min(corners[corner, 1], corners[corner + 1, 1]), south, per_unit, slabs)
            high = _slab(max(corners[corner, 1], corners[corner + 1, 1]), south, per_unit, slabs)
            for slab in range(low, high + 1):
                edges[end[slab]] = corner
                end[slab] += 1
    most = 0
    for line in range(bottom, top + 1):
        most += start[line * columns + last + 1] - start[line * columns + first]
    inside, doubt = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.int64)
    held = doubtful = 0
    for line in range(bottom, top + 1):
        for place in range(start[line * columns + first], start[line * columns + last + 1]):
            px, py = x[place], y[place]
            if px < west or px > east or py < south or py > north:
                continue
            slab = _slab(py, south, per_unit, slabs)
            side = _side(px, py, corners, edges, begin[slab], begin[slab + 1])
            if side == _IN:
                inside[held] = place
                held += 1
            elif side == _DOUBT:
                doubt[doubtful] = place
                doubtful += 1
    return inside[:held], doubt[:doubtful]
