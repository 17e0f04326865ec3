"""Belts: where a corridor of a given width would hold most of an activity, straight or following it.

The third phase of the national innovation clusters (2023-2027) lets zones be belts where firms lie along a
line (Ministry of Trade, Industry and Energy, press release of 2021-03-02).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import packages
from ..monitor import Monitor
from .membership import PointGrid
from .search import FloatArray, IntArray, Shape, WeightedPlaces, best_place

# The direction is looked for in steps of so many degrees, and then of fewer round the best; on places that
# are snapped to a grid of so many lines in the width.
_STEPS = (5.0, 1.0, 0.2)
_SNAP = 16

# A path may bend once in so many widths, aside in steps of a part of the width, and not by more than 45
# degrees; nor leave its axis farther than a quarter of its length.
_LEG = 1.0
_ASIDE = 4
_MOST_ASIDE = 0.25

# So many ends of a path that is too long are tried.
_CUTS = 25

QUARTER = 16


@dataclass(frozen=True)
class Belt:
    """A belt in a plane of metres: a shapely polygon, the whole weight in it and the places it holds; its
    length and width, and the direction of its axis in degrees from east, against the clock, 0 to 180."""

    polygon: object
    weight: int
    rows: IntArray
    length: float
    width: float
    direction: float


def best_rectangle(
    places: WeightedPlaces, length: float, width: float, monitor: Monitor | None = None
) -> Belt | None:
    """Return a rectangle that holds the most weight, None where there is none.

    For its direction its place is exact: no rectangle of the same direction and size holds more. Directions
    are tried every 5 degrees, then every degree and every fifth of one round the best, on places snapped to a
    sixteenth of the width. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    if not (places.weight > 0).any():
        return None
    shapely = packages.require("shapely", "belts")
    coarse = _snapped(places, width / _SNAP)
    shape = Shape.box(length, width)
    looking, placing = monitor.split(3, 1)
    tried: dict[float, int] = {}
    best = 0.0
    for step, part in zip(_STEPS, looking.split(*[1.0] * len(_STEPS)), strict=True):
        if step == _STEPS[0]:
            directions = np.arange(0.0, 180.0, step)
        else:
            around = _STEPS[_STEPS.index(step) - 1]
            directions = best + np.arange(-around + step, around - step / 2.0, step)
        for number, direction in enumerate((np.round(directions, 6) % 180.0).tolist()):
            if direction in tried:
                continue
            turned = coarse.moved(*_turned(coarse.x, coarse.y, direction))
            # What is no better than another direction need not be known.
            most = max(tried.values(), default=0)
            found = best_place(
                turned,
                shape,
                at_least=most,
                monitor=part.part(number / len(directions), (number + 1) / len(directions)),
            )
            tried[direction] = 0 if found is None else found.weight
            if found is not None:
                best = direction
    x, y = _turned(places.x, places.y, best)
    found = best_place(places.moved(x, y), shape, monitor=placing)
    if found is None:
        return None
    rows = np.flatnonzero(shape.holds(x - found.x, y - found.y) & (places.weight > 0))
    box = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * 0.5 * (length, width) + (found.x, found.y)
    corners = np.column_stack(_turned(box[:, 0], box[:, 1], -best))
    return Belt(shapely.polygons(corners), found.weight, rows, length, width, best)


def best_path(places: WeightedPlaces, along: Belt, monitor: Monitor | None = None) -> Belt | None:
    """Return a bent corridor along a rectangle that follows the activity, of the same width and, but for what
    its bends cover twice, the same area.

    Of all lines that run along the axis from bend to bend, one a width, each bend on one of the tracks a
    quarter of the width apart and no leg steeper than 45 degrees, it is the one with the most weight within
    half the width (dynamic programming over bends and tracks, on snapped places); its ends are then cut to
    the length. What it holds is counted in the polygon. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    shapely = packages.require("shapely", "belts")
    coarse = _snapped(places, along.width / _SNAP)
    middle = shapely.get_coordinates(shapely.centroid(along.polygon))
    centre = np.array(_turned(middle[:, 0], middle[:, 1], along.direction)).ravel()
    u, v = _turned(coarse.x, coarse.y, along.direction)
    legs = max(2, round(along.length / (_LEG * along.width)))
    bends = np.linspace(-0.5, 0.5, legs + 1) * along.length
    planning, cutting = monitor.split(2, 1)
    line = _densest_line(u - centre[0], v - centre[1], coarse.weight, bends, along, planning)
    corners = np.column_stack(_turned(line[:, 0] + centre[0], line[:, 1] + centre[1], -along.direction))
    target = along.length * along.width
    wanted = max(along.width, (target - 0.25 * np.pi * along.width**2) / along.width)
    whole = shapely.linestrings(corners)
    spare = max(0.0, float(shapely.length(whole)) - wanted)
    grid = PointGrid(places.x, places.y)
    best: Belt | None = None
    for number, start in enumerate(np.linspace(0.0, spare, _CUTS if spare else 1).tolist()):
        cutting.progress(number / _CUTS)
        polygon = shapely.buffer(_part(whole, start, start + wanted), 0.5 * along.width, quad_segs=QUARTER)
        rows = grid.rows_in(polygon)
        rows = rows[places.weight[rows] > 0]
        weight = int(places.weight[rows].sum())
        if best is None or weight > best.weight:
            length = min(wanted, float(shapely.length(whole))) + along.width
            best = Belt(polygon, weight, rows, length, along.width, along.direction)
    return best


def _densest_line(
    u: FloatArray, v: FloatArray, weight: IntArray, bends: FloatArray, along: Belt, monitor: Monitor
) -> FloatArray:
    """Return the corners of the line with the most weight within half the width, float64[legs + 1, 2]."""
    step = along.width / _ASIDE
    reach = max(1, int(_MOST_ASIDE * along.length / step))
    tracks = np.arange(-reach, reach + 1) * step
    leg = float(bends[1] - bends[0])
    steepest = max(1, int(leg / step))
    total = np.zeros(tracks.size, dtype=np.int64)
    came: list[IntArray] = []
    for number in range(bends.size - 1):
        monitor.progress(number / bends.size)
        inside = (u >= bends[number]) & (u < bends[number + 1])
        inside &= np.abs(v) <= tracks[-1] + along.width
        part, aside, held = (u[inside] - bends[number]) / leg, v[inside], weight[inside]
        best = np.full(tracks.size, -1, dtype=np.int64)
        before = np.zeros(tracks.size, dtype=np.int64)
        # Straight on goes before a bend that gains nothing.
        for bend in sorted(range(-steepest, steepest + 1), key=abs):
            slope = bend * step / leg
            half = 0.5 * along.width * np.sqrt(1.0 + slope * slope)
            # Sheared, the leg is level: what it holds from every track is a difference of two sums.
            level = aside - part * bend * step
            order = np.argsort(level, kind="stable")
            sums = np.concatenate([[0], np.cumsum(held[order])])
            sorted_level = level[order]
            gain = sums[np.searchsorted(sorted_level, tracks + half, side="right")]
            gain = gain - sums[np.searchsorted(sorted_level, tracks - half, side="left")]
            start = np.arange(tracks.size)
            end = start + bend
            there = (end >= 0) & (end < tracks.size)
            start, end = start[there], end[there]
            value = total[start] + gain[start]
            better = value > best[end]
            best[end[better]] = value[better]
            before[end[better]] = start[better]
        total = best
        came.append(before)
    # Of equally good lines the one that ends nearest to the axis.
    ends = np.flatnonzero(total == total.max())
    track = int(ends[np.abs(tracks[ends]).argmin()])
    chosen = [track]
    for before in reversed(came):
        track = int(before[track])
        chosen.append(track)
    return np.column_stack([bends, tracks[chosen[::-1]]])


def _part(line: object, start: float, end: float) -> object:
    """Return the part of a line between two distances from its start."""
    shapely = packages.require("shapely", "belts")
    corners = shapely.get_coordinates(line)
    away = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    end = min(end, float(away[-1]))
    at = np.concatenate([[start], away[(away > start) & (away < end)], [end]])
    return shapely.linestrings(
        np.column_stack([np.interp(at, away, corners[:, 0]), np.interp(at, away, corners[:, 1])])
    )


def _turned(x: FloatArray, y: FloatArray, degrees: float) -> tuple[FloatArray, FloatArray]:
    """Return coordinates along and across a direction, in degrees from east against the clock."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return x * cosine + y * sine, y * cosine - x * sine


def _snapped(places: WeightedPlaces, step: float) -> WeightedPlaces:
    """Return the places moved to the nearest crossing of a grid, one for each."""
    column, line = (np.rint(values / step).astype(np.int64) for values in (places.x, places.y))
    key = (line - line.min()) * (np.ptp(column) + 1) + column - column.min()
    _, first, of_place = np.unique(key, return_index=True, return_inverse=True)
    # Whole numbers up to 2^53 are exact in floating point, larger ones to a part in 10^15.
    weight = np.rint(np.bincount(of_place.ravel(), weights=places.weight)).astype(np.int64)
    return WeightedPlaces(
        column[first] * step, line[first] * step, weight, places.unit, of_place.ravel().astype(np.int32)
    )
