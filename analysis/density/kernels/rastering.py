"""Which cells of a raster are core, or not, whatever is in them: the story is in `raster.py`."""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, POLL_ROWS

# What is known of a point: as True and False are stored, and a third.
NOT_CORE, CORE, OPEN = range(3)

# So many cells are summed at a time: their sums stay in the processor's nearest memory.
_CELLS_AT_ONCE = 512


@njit_inner
def _cell(grid, coordinates, point):
    """The row and the column of the cell that a point lies in."""
    x_low, y_low, cells = grid
    return (
        np.uint64((coordinates[1, point] - y_low) * cells),
        np.uint64((coordinates[0, point] - x_low) * cells),
    )


@njit
def add_weights(state, start, stop, coordinates, weights, grid, reach, raster):
    """Add the weights of a range of points to the cells of raster int64[rows, columns], of which `reach` rows
    and `reach` + 1 columns are before those that have points.
    """
    for block in range(start, stop, POLL_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            return
        for point in range(np.uint64(block), np.uint64(min(block + POLL_ROWS, stop))):
            row, column = _cell(grid, coordinates, point)
            raster[row + np.uint64(reach), column + np.uint64(reach + 1)] += weights[point]


@njit
def sum_along_rows(state, start, stop, rasters):
    """Set rasters[0, row, column], for a range of rows, to the weight of all rasters up to that column."""
    for row in range(start, stop):
        if state[CANCEL]:
            return
        total = np.int64(0)
        for column in range(rasters.shape[2]):
            for raster in range(rasters.shape[0]):
                total += rasters[raster, row, column]
            rasters[0, row, column] = total
        state[DONE] = row + 1 - start


@njit
def decide_cells(state, start, stop, sums, within, in_reach, least, decided):
    """Set decided uint8[rows, columns], for a range of rows, to what all points of a cell are.

    `sums` int64 are those along the rows. `within` and `in_reach` int64[2 reach + 1] tell for the rows above
    and below how many cells to either side of the column are wholly within eps, and how many may be in part;
    `within` is -1 where not even that of the column is.
    """
    reach = within.size // 2
    inside, possible = np.empty(_CELLS_AT_ONCE, dtype=np.int64), np.empty(_CELLS_AT_ONCE, dtype=np.int64)
    for row in range(start, stop):
        if state[CANCEL]:
            return
        for first in range(0, decided.shape[1], _CELLS_AT_ONCE):
            count = min(_CELLS_AT_ONCE, decided.shape[1] - first)
            inside[:], possible[:] = 0, 0
            for offset in range(within.size):
                _add_run(sums[row + offset], first + reach, in_reach[offset], possible[:count])
                if within[offset] >= 0:
                    _add_run(sums[row + offset], first + reach, within[offset], inside[:count])
            for cell in range(count):
                is_core, may_be_core = inside[cell] >= least, possible[cell] >= least
                decided[row, first + cell] = CORE if is_core else (OPEN if may_be_core else NOT_CORE)
        state[DONE] = row + 1 - start


@njit_inner
def _add_run(sums, first, to_either_side, total):
    """Add to total[k] the weight of cell `first` + k of a row and of those to either side of it."""
    ends = sums[first + to_either_side + 1 : first + to_either_side + 1 + total.size]
    begins = sums[first - to_either_side : first - to_either_side + total.size]
    for cell in range(total.size):
        total[cell] += ends[cell] - begins[cell]


@njit
def look_up(state, from_leaf, to_leaf, begin, end, coordinates, grid, decided, core, open_leaf):
    """Set core[point] to what is decided of its cell, for a range of leaves, and open_leaf[leaf] where that
    is left open for any.
    """
    for leaf in range(from_leaf, to_leaf):
        if state[CANCEL]:
            return
        any_open = False
        for point in range(np.uint64(begin[leaf]), np.uint64(end[leaf])):
            row, column = _cell(grid, coordinates, point)
            core[point] = decided[row, column]
            any_open |= core[point] == OPEN
        open_leaf[leaf] = any_open
        state[DONE] += end[leaf] - begin[leaf]
