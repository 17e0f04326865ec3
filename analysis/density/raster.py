"""In the plane, where points are dense, sums over the cells of a raster tell of most whether they are core.

Around any cell the same cells are wholly within eps of all its points, and the same may be within eps of
some; both are runs of cells in each of the rows around it. With sums that run along rows a run is the
difference of two numbers, whatever its length. Where the weight of those wholly within is enough, all points
of the cell are core; where that of all in reach is not, none is. What is left open goes down the tree, see
`kernels/counting.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..monitor import Monitor
from .space import PLANAR, Space
from .tree import HIGH, LOW, BoxTree, spread_upwards
from .weights import Weights

# The most and the fewest cells to an eps. More take longer than they spare, since what their sums take grows
# with the third power; fewer leave too much open.
_MOST_CELLS, _FEWEST_CELLS = 24, 8

# So many points there are to a cell at least: with fewer than 2^31 rows that can be clustered, a raster has
# fewer than 2^30 columns.
_POINTS_PER_CELL = 2

# So few points go down the tree before the compiled loops, the first time, are ready.
_FEW = 1 << 16

# Rounding moves a place by less than 2^-51 of the raster's width, which is 2^-21 of a cell, hence two places
# towards or away from each other by less than this part of a cell.
_ROUNDING = 1e-6

# Squares of eps that have all their digits, as the squares around them have.
_SMALLEST_SQUARE, _LARGEST_SQUARE = 1e-280, 1e280


@dataclass(frozen=True)
class Raster:
    """Square cells from the low corner on, `cells` to one unit of the coordinates and `per_eps` to an eps."""

    x_low: float
    y_low: float
    cells: float
    per_eps: int
    rows: int
    columns: int

    @property
    def reach(self) -> int:
        """How many rows, or columns, away from a cell there may be points within eps of its points."""
        return self.per_eps + 1

    @property
    def padded(self) -> tuple[int, int]:
        """The shape with what is in reach of any cell, and with a column of zeros for sums to start from."""
        return self.rows + 2 * self.reach, self.columns + 2 * self.reach + 1

    @property
    def grid(self) -> tuple[float, float, float]:
        """What tells the cell of a place."""
        return self.x_low, self.y_low, self.cells

    def runs(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return int64[2 reach + 1] twice, for the rows from `reach` below a cell to `reach` above it.

        How many cells to either side of its column are wholly within eps (-1: not even that of the column),
        and how many may have points within eps.
        """
        rows = np.abs(np.arange(-self.reach, self.reach + 1))
        farthest, closest = rows + 1.0 + _ROUNDING, np.maximum(rows - 1.0 - _ROUNDING, 0.0)
        squared = float(self.per_eps**2)
        within = np.floor(np.sqrt(np.maximum(squared - farthest**2, 0.0)) - 1.0 - _ROUNDING)
        within = np.maximum(within, -1.0)
        in_reach = np.floor(np.sqrt(squared - closest**2) + 1.0 + _ROUNDING)
        return within.astype(np.int64), in_reach.astype(np.int64)


def lay_raster(tree: BoxTree, space: Space) -> Raster | None:
    """Return the raster over the points of a tree, the finest that has points enough for its cells; None on
    the globe, and where points are few or lie too thinly for one that decides much.
    """
    count = tree.coordinates.shape[1]
    if space.metric != PLANAR or count < _FEW or not _SMALLEST_SQUARE < space.accept < _LARGEST_SQUARE:
        return None
    (x_low, y_low), (x_high, y_high) = tree.box[1, LOW].tolist(), tree.box[1, HIGH].tolist()
    for per_eps in range(_MOST_CELLS, _FEWEST_CELLS - 1, -1):
        cells = per_eps / space.eps
        width, height = (x_high - x_low) * cells, (y_high - y_low) * cells
        if max(width, height) * _POINTS_PER_CELL > count:
            continue
        raster = Raster(x_low, y_low, cells, per_eps, int(height) + 1, int(width) + 1)
        rows, columns = raster.padded
        if rows * columns * _POINTS_PER_CELL <= count:
            return raster
    return None


def decide_by_raster(
    raster: Raster, tree: BoxTree, weights: Weights, least: int, monitor: Monitor
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Return uint8[n], whether points are NOT_CORE, CORE or left OPEN, and bool[nodes], whether any below a
    node is left open. `least` is the weight within eps that makes a point core. Raises Cancelled.
    """
    from .kernels import rastering

    adding, summing, deciding, looking = monitor.split(4, 1, 4, 2)
    count, (rows, columns) = weights.size, raster.padded
    # Each thread adds to a raster of its own, as far as all of them together have at most a cell a point.
    own_rasters = np.zeros((max(1, min(monitor.threads, count // (rows * columns))), rows, columns), np.int64)
    adding.run(
        rastering.add_weights,
        [
            (*points, tree.coordinates, weights, raster.grid, raster.reach, own)
            for points, own in zip(monitor.shares(count, len(own_rasters)), own_rasters, strict=True)
        ],
        count,
    )
    parts = 8 * monitor.threads
    summing.run(
        rastering.sum_along_rows, [(*part, own_rasters) for part in monitor.shares(rows, parts)], rows
    )

    decided = np.empty((raster.rows, raster.columns), dtype=np.uint8)
    known = own_rasters[0], *raster.runs(), least, decided
    deciding.run(
        rastering.decide_cells, [(*part, *known) for part in monitor.shares(raster.rows, parts)], raster.rows
    )

    core = np.empty(count, dtype=np.uint8)
    left_open = np.zeros(2 * tree.first_leaf, dtype=bool)
    looked_up = tree.coordinates, raster.grid, decided, core, left_open[tree.first_leaf :]
    looking.run(
        rastering.look_up,
        [(*leaves, tree.begin, tree.end, *looked_up) for leaves in monitor.shares(tree.leaves, parts)],
        count,
    )
    spread_upwards(left_open, tree.first_leaf, np.logical_or)
    return core, left_open
