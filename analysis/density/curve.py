"""The order of points along a Z-order curve (Morton 1966): neighbours in the plane are mostly neighbours in
the row.

The order decides how tight the boxes of the tree are, not what comes out: any order gives the same clusters.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import Monitor
from .extent import extent
from .tree import LEAF

# The curve's cells are at least so many to an eps, and at least so many to a point.
_CELLS_IN_EPS = 16
_CELLS_PER_POINT = 16
_MOST_BITS = 31

# So few values that the places where the next of each goes stay in the processor's nearest memory.
_MOST_DIGIT_BITS = 8

# So many points are sorted before the compiled loops, the first time, are ready.
_FEW = 1 << 16


@dataclass(frozen=True)
class Grid:
    """The cells that the curve goes through: `cells` of them to one unit, counted from the low corner, and
    how many `bits` number them along one axis.
    """

    x_low: float
    y_low: float
    cells: float
    bits: int


def make_grid(x: NDArray[np.float64], y: NDArray[np.float64], eps: float, monitor: Monitor) -> Grid:
    """Lay a grid over the extent of points float64[n], at least one, as fine as `eps` asks for."""
    (x_low, x_high), (y_low, y_high) = extent(x, monitor), extent(y, monitor)
    width = max(x_high - x_low, y_high - y_low)
    if not sys.float_info.min * 2**_MOST_BITS < width < math.inf:
        # Points of one place, or as good as.
        return Grid(x_low, y_low, 0.0, 1)
    for_eps = math.log2(max(1.0, min(_CELLS_IN_EPS * width / eps, 2.0**_MOST_BITS)))
    for_points = 0.5 * math.log2(_CELLS_PER_POINT * x.size)
    bits = min(_MOST_BITS, max(1, math.ceil(max(for_eps, for_points))))
    return Grid(x_low, y_low, (2**bits - 1) / width, bits)


def curve_order(
    x: NDArray[np.float64], y: NDArray[np.float64], eps: float, monitor: Monitor
) -> NDArray[np.int32]:
    """Return the order int32[n] of points float64[n], at least one, along the curve; `eps` is in their unit.

    Points of one cell stay as they come, unless an extent far beyond eps has made the cells wider than it:
    then those of every crowded cell are ordered along a curve of their own. Raises Cancelled.
    """
    grid = make_grid(x, y, eps, monitor.part(0.0, 0.0))
    if x.size <= _FEW or packages.find("numba").module is None:
        keys = _keys(x, y, grid)
        order = np.argsort(keys, kind="stable").astype(np.int32)
        keys = keys[order]
    else:
        keys, order = _sorted_by_digits(x, y, grid, monitor)
    if 0.0 < grid.cells * eps < 1.0:
        _order_in_cells(order, keys, x, y, eps, monitor.part(1.0, 1.0))
    return order


def _order_in_cells(
    order: NDArray[np.int32],
    keys: NDArray[np.unsignedinteger[Any]],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    eps: float,
    monitor: Monitor,
) -> None:
    """Order the points of every crowded cell, in place, along a curve through that cell alone."""
    bounds = np.flatnonzero(np.diff(keys)) + 1
    starts, ends = np.append(0, bounds), np.append(bounds, keys.size)
    for cell in np.flatnonzero(ends - starts > LEAF):
        points = order[starts[cell] : ends[cell]]
        if np.ptp(x[points]) > 0.0 or np.ptp(y[points]) > 0.0:
            order[starts[cell] : ends[cell]] = points[curve_order(x[points], y[points], eps, monitor)]


def _keys(x: NDArray[np.float64], y: NDArray[np.float64], grid: Grid) -> NDArray[np.uint64]:
    """Return uint64[n] cell numbers, the bits of the column and of the line of a cell in turn."""
    key = np.zeros(x.size, dtype=np.uint64)
    for axis, (values, low) in enumerate(((x, grid.x_low), (y, grid.y_low))):
        number = ((values - low) * grid.cells).astype(np.uint64)
        for bit in range(grid.bits):
            key |= (number >> np.uint64(bit) & np.uint64(1)) << np.uint64(2 * bit + axis)
    return key


def _sorted_by_digits(
    x: NDArray[np.float64], y: NDArray[np.float64], grid: Grid, monitor: Monitor
) -> tuple[NDArray[np.unsignedinteger[Any]], NDArray[np.int32]]:
    """Return the sorted keys and the order of the points.

    They are sorted by the lowest digit of the key, then by the next: each pass keeps the order of the one
    before.
    """
    from .kernels import moving

    count = x.size
    key_type = np.uint32 if grid.bits <= 16 else np.uint64
    keys: NDArray[np.unsignedinteger[Any]] = np.empty(count, dtype=key_type)
    rows = np.empty(count, dtype=np.int32)
    other_keys, other_rows = np.empty_like(keys), np.empty_like(rows)
    ranges = monitor.shares(count)
    passes = -(-2 * grid.bits // _MOST_DIGIT_BITS)
    digit_bits = -(-2 * grid.bits // passes)
    mask = key_type(2**digit_bits - 1)
    grid_of = (x, y, grid.x_low, grid.y_low, grid.cells)
    step = 1.0 / (passes + 1)
    monitor.part(0.0, step).run(moving.curve_keys, [(*part, *grid_of, keys, rows) for part in ranges], count)
    for number in range(passes):
        shift = key_type(number * digit_bits)
        counts = np.zeros((len(ranges), 2**digit_bits), dtype=np.int64)
        part = monitor.part((number + 1) * step, (number + 2) * step)
        part.part(0.0, 0.2).run(
            moving.count_digits,
            [(*rows_of, keys, shift, mask, counts[index]) for index, rows_of in enumerate(ranges)],
            count,
        )
        # A digit of one range goes behind all lower digits, and behind the same digit of the ranges before.
        place = np.cumsum(counts.T).reshape(-1, len(ranges)).T - counts
        part.part(0.2, 1.0).run(
            moving.place_digits,
            [
                (*rows_of, keys, rows, shift, mask, place[index].copy(), other_keys, other_rows)
                for index, rows_of in enumerate(ranges)
            ],
            count,
        )
        keys, other_keys, rows, other_rows = other_keys, keys, other_rows, rows
    return keys, rows
