"""How long a tile takes, before anybody looks at its points: estimated from the counts and weights of cells.

Which points of a cell are core is known without a test where what is in cells wholly within eps of it is
enough already, and where all that is in cells within reach of it is not: boxes decide there. Elsewhere the
cell is open, and its points are held against those that lie across the circle around them. Of N points in
cells that are neither wholly within eps nor wholly beyond, boxes leave some 2 √N: a circle has a length, the
points an area.

A dense city is cheap, however many points it has; and a point costs more than its tests, of which it had 20
to 130 where they were counted.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..space import Space
from .tiling import CELLS_IN_EPS, MOST_CELLS, Cells, Grid

# So many tests take as long as what is done for a point in any case: arranging it, linking it, labelling it.
# Measured on one core: 0.4 µs and 1.3 ns.
TESTS_OF_A_POINT = 300.0

# Cells around another are up to so many away, and may lie beyond the grid.
_AWAY = CELLS_IN_EPS + 1
_AXIS = MOST_CELLS + 1 + 2 * _AWAY


def estimate_work(grid: Grid, cells: Cells, space: Space, threshold: int) -> NDArray[np.float64]:
    """Return float64[c], what the points of every cell take, in units of a point that nothing is tested for.

    threshold: the weight that makes a point core.
    """
    tests = estimate_tests(grid, cells, space, threshold)
    return cells.points + tests / TESTS_OF_A_POINT


def estimate_tests(grid: Grid, cells: Cells, space: Space, threshold: int) -> NDArray[np.float64]:
    """Return float64[c], about how many pairs of points are tested to know which of a cell are core."""
    key = np.zeros(len(cells), dtype=np.int64)
    for number in cells.number:
        key = key * _AXIS + number + _AWAY
    order = np.argsort(key)
    key = key[order]
    weights, points = _running(cells.weight[order]), _running(cells.points[order])
    within, in_reach, points_within, points_in_reach = (
        np.zeros(len(cells), dtype=np.int64) for _ in range(4)
    )
    for step, near, far in _columns(
        len(cells.number), space.accept / grid.side**2, space.reject / grid.side**2
    ):
        low = np.searchsorted(key, key + step - near, "left")
        high = np.searchsorted(key, key + step + near, "right")
        in_reach += weights[high] - weights[low]
        points_in_reach += points[high] - points[low]
        if far >= 0:
            low = np.searchsorted(key, key + step - far, "left")
            high = np.searchsorted(key, key + step + far, "right")
            within += weights[high] - weights[low]
            points_within += points[high] - points[low]
    open_cells = (within < threshold) & (in_reach >= threshold)
    tests = np.empty(len(cells))
    across = 2.0 * np.sqrt(points_in_reach - points_within)
    tests[order] = np.where(open_cells, cells.points[order] * across, 0.0)
    return tests


def _columns(axes: int, accept: float, reject: float) -> list[tuple[int, int, int]]:
    """Return the columns of cells along the last axis around a cell: the step in keys to the middle of each,
    how far from there cells are within reach, and how far they are wholly within eps, -1 where none is.

    `accept` and `reject` are squared distances in widths of a cell.
    """
    steps = np.stack(np.meshgrid(*[np.arange(-_AWAY, _AWAY + 1)] * (axes - 1), indexing="ij")).reshape(
        axes - 1, -1
    )
    columns = []
    for along in steps.T:
        away = np.abs(along)
        left = reject - float((np.maximum(away - 1, 0) ** 2).sum())
        if left < 0.0:
            continue
        near = min(_AWAY, math.floor(math.sqrt(left)) + 1)
        inside = accept - float(((away + 1) ** 2).sum())
        far = min(_AWAY, math.floor(math.sqrt(inside)) - 1) if inside >= 1.0 else -1
        step = 0
        for number in along.tolist():
            step = step * _AXIS + number
        columns.append((step * _AXIS, near, far))
    return columns


def _running(values: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(values)])
