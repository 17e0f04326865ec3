"""The place of a disc or a box that holds the most weight, exactly: a search that leaves out what cannot win.

The plane of centres is cut into cells. For a cell, points are of three kinds: inside wherever in the cell the
centre is, outside wherever it is, and in doubt. What is inside and in doubt together is the most that a
centre in the cell can hold; where that is no more than what a place found already holds, the cell is done.
Other cells are cut into four, whose points in doubt are among those of their parent, the most promising first
(branch and bound). Where few points are in doubt, all places are tried where two of their edges meet: of all
best centres one has two points on its rim, and is where the circles round these cross (Chazelle & Lee 1986,
Computing 36, 1-16), or the lines along two sides of a box. A single point is its own best place.

Points up to a billionth of the radius outside the rim count as on it, so that four points on one circle are
found together whatever the rounding. Weights are whole numbers: no sum hangs on the order of addition.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..density import collapse
from ..density.weights import find_scale
from ..errors import Cancelled
from ..monitor import CANCEL, DONE, Monitor
from .membership import ranges

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

TOLERANCE = 1e-9

# Points in doubt in a cell that is not cut any more; and the half side, as part of the shape's, at which all
# that is in doubt lies within the tolerance of the rim.
LEAF = 12
FINEST = TOLERANCE / 4.0

# The search in parts that progress counts: how far the bound has fallen towards what is found.
WHOLE = 1_000_000

NO_CENTRES = np.empty((0, 2))


@dataclass(frozen=True)
class Shape:
    """A disc of radius `half_x`, or a box with the half sides `half_x` and `half_y` along the axes."""

    half_x: float
    half_y: float
    disc: bool

    @classmethod
    def circle(cls, radius: float) -> Shape:
        """Return a disc."""
        return cls(radius, radius, True)

    @classmethod
    def box(cls, width: float, height: float) -> Shape:
        """Return a box of these whole sides."""
        return cls(0.5 * width, 0.5 * height, False)

    def holds(self, dx: FloatArray, dy: FloatArray) -> NDArray[np.bool_]:
        """Return whether points so far from the centre are inside, to the tolerance."""
        wide_x, wide_y = self.half_x * (1.0 + TOLERANCE), self.half_y * (1.0 + TOLERANCE)
        if self.disc:
            return dx * dx + dy * dy <= wide_x * wide_x
        return (np.abs(dx) <= wide_x) & (np.abs(dy) <= wide_y)


@dataclass(frozen=True)
class WeightedPlaces:
    """Distinct places in a plane, float64[s] in metres, with whole weights int64[s] of which `unit` make 1;
    `of_row` int64[n] is the place of every row they were made of."""

    x: FloatArray
    y: FloatArray
    weight: IntArray
    unit: float
    of_row: NDArray[np.int32]

    @classmethod
    def of_rows(
        cls, x: FloatArray, y: FloatArray, weights: FloatArray | None, monitor: Monitor | None = None
    ) -> WeightedPlaces:
        """Collapse rows, float64[n], finite, to places. Raises InputError for weights that are negative or
        not finite, and Cancelled."""
        monitor = monitor or Monitor()
        scaling, collapsing = monitor.split(1, 1)
        total = float(x.size if weights is None else weights.sum())
        scale = find_scale(weights, total if total > 0.0 else 1.0, scaling)
        sites = collapse(x, y, weights, scale, collapsing)
        return cls(x[sites.first_row], y[sites.first_row], sites.weight, scale.factor, sites.of_row)

    def without(self, rows: IntArray) -> WeightedPlaces:
        """Return the same places, these with no weight."""
        weight = self.weight.copy()
        weight[rows] = 0
        return WeightedPlaces(self.x, self.y, weight, self.unit, self.of_row)

    def moved(self, x: FloatArray, y: FloatArray) -> WeightedPlaces:
        """Return the same places elsewhere, still distinct."""
        return WeightedPlaces(x, y, self.weight, self.unit, self.of_row)

    def told(self, weight: int | np.int64) -> float:
        """Return a weight in the unit of the rows."""
        return float(weight) / self.unit


@dataclass(frozen=True)
class Found:
    """A centre and the whole weight that the shape holds there."""

    x: float
    y: float
    weight: int


def best_place(
    places: WeightedPlaces,
    shape: Shape,
    *,
    taken: FloatArray = NO_CENTRES,
    apart: float = 0.0,
    at_least: int = 0,
    compiled: bool | None = None,
    monitor: Monitor | None = None,
) -> Found | None:
    """Return a place of the shape that holds the most weight, None where none holds more than `at_least`.

    Centres nearer than `apart` to one of `taken`, float64[m, 2], are not allowed; for discs only. Of equally
    good places one is taken, the same with every run. `compiled` asks for the numba kernel or against it.
    Raises Cancelled.
    """
    monitor = monitor or Monitor()
    weighty = np.flatnonzero(places.weight > 0)
    if not weighty.size:
        return None
    x, y, weight = places.x[weighty], places.y[weighty], places.weight[weighty]
    start = _best_alone(x, y, weight, taken, apart, at_least)
    lowest = at_least if start is None else start.weight
    roots = _Roots(x, y, weight, shape)
    if compiled is None:
        compiled = packages.find("numba").module is not None
    kept = roots.most > lowest
    arguments = (
        *(roots.begin[kept], roots.end[kept], roots.cell_x[kept], roots.cell_y[kept], roots.most[kept]),
        *(0.5 * shape.half_x, 0.5 * shape.half_y, x[roots.order], y[roots.order], weight[roots.order]),
        *(shape.half_x, shape.half_y, shape.disc, TOLERANCE, taken, apart, lowest, LEAF),
        *(FINEST * max(shape.half_x, shape.half_y), WHOLE),
    )
    if compiled:
        from .kernels.searching import search as kernel
    else:
        kernel = _search
    [(centre, best)] = monitor.run(kernel, [arguments], WHOLE)
    monitor.progress(1.0)
    if np.isnan(centre[0]):
        return start
    return Found(float(centre[0]), float(centre[1]), int(best))


def _best_alone(
    x: FloatArray, y: FloatArray, weight: IntArray, taken: FloatArray, apart: float, at_least: int
) -> Found | None:
    """Return the heaviest point as a centre, None where none is allowed and better."""
    allowed = np.ones(x.size, dtype=bool)
    for at in taken:
        allowed &= np.hypot(x - at[0], y - at[1]) >= apart
    rows = np.flatnonzero(allowed)
    if not rows.size:
        return None
    best = int(rows[weight[rows].argmax()])
    return Found(float(x[best]), float(y[best]), int(weight[best])) if weight[best] > at_least else None


class _Roots:
    """The cells to begin with: as wide as half the shape, the most promising first.

    A shape whose centre is in a cell reaches into the eight cells round it and no farther: `begin`, `end`
    int64[r, 3] are the ranges of `order` that their points are at, a range for each line of cells.
    """

    def __init__(self, x: FloatArray, y: FloatArray, weight: IntArray, shape: Shape) -> None:
        west, south = float(x.min()), float(y.min())
        column = np.floor((x - west) / shape.half_x).astype(np.int64) + 1
        line = np.floor((y - south) / shape.half_y).astype(np.int64) + 1
        across = int(column.max()) + 2
        key = line * across + column
        self.order = np.argsort(key, kind="stable")
        keys, start = np.unique(key[self.order], return_index=True)
        sums = np.concatenate([[0], np.cumsum(weight[self.order])])
        steps = np.array([lines * across + columns for lines in (-1, 0, 1) for columns in (-1, 0, 1)])
        cells = np.unique((keys[:, None] + steps).ravel())
        start = np.concatenate([start, [key.size]])
        lines = cells[:, None] + np.array([-across, 0, across])
        begin = start[np.searchsorted(keys, lines - 1)]
        end = start[np.searchsorted(keys, lines + 1, side="right")]
        most = (sums[end] - sums[begin]).sum(axis=1)
        by_most = np.lexsort((cells, -most))
        self.begin, self.end, self.most = begin[by_most], end[by_most], most[by_most]
        self.cell_x = west + (cells[by_most] % across - 0.5) * shape.half_x
        self.cell_y = south + (cells[by_most] // across - 0.5) * shape.half_y


def _search(
    state: IntArray,
    begin: IntArray,
    end: IntArray,
    cell_x: FloatArray,
    cell_y: FloatArray,
    most: IntArray,
    hx: float,
    hy: float,
    x: FloatArray,
    y: FloatArray,
    weight: IntArray,
    half_x: float,
    half_y: float,
    disc: bool,
    tolerance: float,
    taken: FloatArray,
    apart: float,
    at_least: int,
    leaf: int,
    finest: float,
    whole: int,
) -> tuple[FloatArray, int]:
    """The same as `kernels.searching.search`, a cell at a time in numpy."""
    shape = Shape(half_x, half_y, disc)
    near = apart * (1.0 - tolerance)
    best, found = at_least, np.full(2, np.nan)

    def weigh(cx: float, cy: float, sure: int, rows: IntArray) -> None:
        nonlocal best
        if len(taken) and (np.hypot(*(taken - (cx, cy)).T) < near).any():
            return
        here = sure + int(weight[rows[shape.holds(x[rows] - cx, y[rows] - cy)]].sum())
        if here > best:
            best = here
            found[:] = cx, cy

    for root in range(cell_x.size):
        state[DONE] = int(whole * ((most[0] - most[root]) / max(1, most[0] - best)))
        if most[root] <= best:
            break
        points = ranges(begin[root], end[root])
        stack = [(float(cell_x[root]), float(cell_y[root]), hx, hy, 0, points, int(most[root]))]
        while stack:
            if state[CANCEL]:
                raise Cancelled
            cx, cy, ax, ay, sure, rows, upper = stack.pop()
            if upper <= best or _all_blocked(cx, cy, ax, ay, taken, near):
                continue
            weigh(cx, cy, sure, rows)
            if upper <= best or max(ax, ay) < finest:
                continue
            if rows.size <= leaf:
                for px, py in _meeting(x[rows], y[rows], shape, taken, apart):
                    if abs(px - cx) <= ax * (1.0 + 1e-6) and abs(py - cy) <= ay * (1.0 + 1e-6):
                        weigh(px, py, sure, rows)
                continue
            children = []
            for child in range(4):
                qx = cx + (ax if child & 1 else -ax) * 0.5
                qy = cy + (ay if child & 2 else -ay) * 0.5
                dx, dy = np.abs(x[rows] - qx), np.abs(y[rows] - qy)
                always = _within(dx + 0.5 * ax, dy + 0.5 * ay, shape)
                inside = sure + int(weight[rows[always]].sum())
                doubt = ~always & shape.holds(np.maximum(dx - 0.5 * ax, 0.0), np.maximum(dy - 0.5 * ay, 0.0))
                most_here = inside + int(weight[rows[doubt]].sum())
                if most_here > best:
                    children.append((qx, qy, 0.5 * ax, 0.5 * ay, inside, rows[doubt], most_here))
            # The most promising child comes off the stack first.
            stack += sorted(children, key=lambda entry: entry[-1])
    return found, best


def _within(dx: FloatArray, dy: FloatArray, shape: Shape) -> NDArray[np.bool_]:
    if shape.disc:
        return dx * dx + dy * dy <= shape.half_x * shape.half_x
    return (dx <= shape.half_x) & (dy <= shape.half_y)


def _all_blocked(cx: float, cy: float, ax: float, ay: float, taken: FloatArray, near: float) -> bool:
    if not len(taken):
        return False
    away = np.abs(taken - (cx, cy)) + np.array([ax, ay])
    return bool((np.hypot(*away.T) < near).any())


def _meeting(
    x: FloatArray, y: FloatArray, shape: Shape, taken: FloatArray, apart: float
) -> list[tuple[float, float]]:
    """Return the centres that have two of the points on the rim, or one and are just `apart` from another."""
    if not shape.disc:
        return [
            (px, py)
            for px in [*(x - shape.half_x).tolist(), *(x + shape.half_x).tolist()]
            for py in [*(y - shape.half_y).tolist(), *(y + shape.half_y).tolist()]
        ]
    radius = shape.half_x
    first, second = np.triu_indices(x.size, 1)
    with_taken, centre = (index.ravel() for index in np.indices((x.size, len(taken))))
    found = []
    for ax, ay, bx, by, other in (
        (x[first], y[first], x[second], y[second], radius),
        (x[with_taken], y[with_taken], taken[centre, 0], taken[centre, 1], apart),
    ):
        dx, dy = bx - ax, by - ay
        squared = np.where((dx == 0.0) & (dy == 0.0), np.nan, dx * dx + dy * dy)
        along = 0.5 * (1.0 + (radius * radius - other * other) / squared)
        height = radius * radius / squared - along * along
        across = np.sqrt(np.where(height < -1e-9, np.nan, np.maximum(height, 0.0)))
        for turn in (-across, across):
            px, py = ax + along * dx - turn * dy, ay + along * dy + turn * dx
            there = np.isfinite(px)
            found += list(zip(px[there].tolist(), py[there].tolist(), strict=True))
    return found
