"""How space is cut into tiles: whole cells of a grid, shared out by cuts along the axes.

A grid of cubes lies over the Cartesian coordinates in which `space.py` decides (two axes in the plane, three
on the globe, where there is no antimeridian and no pole). Tiles are made by cutting, again and again, the
tile with the most work across its longest side, between cells. A point belongs to the tile of its cell, so
that points of one place are in one tile. A tile sees, besides its own points, those within reach of the tight
box around them: its halo.

The bounds are those of `tree.py`: boxes of actual coordinates, monotone rounding. No pair within eps is ever
missed.
"""

from __future__ import annotations

import heapq
import math
import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...geodesy import SEMI_MAJOR_AXIS
from ..space import PLANAR, SPHERE, Space
from ..tree import HIGH, LOW

# So many cells of the grid reach from a point as far as eps, and at most so many lie along an axis: some
# millions in all can be collected in one place.
CELLS_IN_EPS = 4
MOST_CELLS = 2**11 - 1

# A tile is cut where the slower of its halves takes less than so much of its time.
_WORTH_CUTTING = 0.9

_NO_AXIS = -1


@dataclass(frozen=True)
class Grid:
    """Cubes of width `side` from the corner `low` float64[axes], in the units of the coordinates."""

    low: NDArray[np.float64]
    side: float

    def cells(self, coordinates: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the cell int64[axes, n] of every point float64[axes, n]."""
        steps = np.floor((coordinates - self.low[:, None]) / self.side)
        cells: NDArray[np.int64] = np.clip(steps, 0, MOST_CELLS).astype(np.int64)
        return cells


def make_grid(space: Space) -> Grid:
    """Lay a grid over the coordinates of a space; in the plane two opposite corners of its points suffice."""
    if space.metric == PLANAR:
        low = np.array([space.x.min(), space.y.min()])
        widest = float(max(np.ptp(space.x), np.ptp(space.y)))
    else:
        radius = 1.0 if space.metric == SPHERE else SEMI_MAJOR_AXIS
        low, widest = np.full(3, -radius), 2.0 * radius
    side = min(math.sqrt(space.reject), sys.float_info.max) / CELLS_IN_EPS
    return Grid(low, max(side, widest / MOST_CELLS, sys.float_info.min))


@dataclass(frozen=True)
class Cells:
    """The cells that have points: their numbers int64[axes, c], how many points int64[c], what these weigh
    int64[c], and the tight box float64[c, 2, axes] around them.
    """

    number: NDArray[np.int64]
    points: NDArray[np.int64]
    weight: NDArray[np.int64]
    box: NDArray[np.float64]

    def __len__(self) -> int:
        return self.points.size


def cells_of(grid: Grid, coordinates: NDArray[np.float64], weight: NDArray[np.int64]) -> Cells:
    """Return the cells of points float64[axes, n] with weights int64[n]."""
    axes, count = coordinates.shape
    if not count:
        none = np.empty(0, dtype=np.int64)
        return Cells(np.empty((axes, 0), dtype=np.int64), none, none, np.empty((0, 2, axes)))
    numbers = grid.cells(coordinates)
    order = np.lexsort(numbers)
    ordered = numbers[:, order]
    starts = np.flatnonzero(np.append(True, (np.diff(ordered) != 0).any(axis=0)))
    box = np.empty((starts.size, 2, axes))
    box[:, LOW] = np.minimum.reduceat(coordinates[:, order], starts, axis=1).T
    box[:, HIGH] = np.maximum.reduceat(coordinates[:, order], starts, axis=1).T
    points = np.diff(np.append(starts, count))
    return Cells(ordered[:, starts], points, np.add.reduceat(weight[order], starts), box)


@dataclass(frozen=True)
class Tiling:
    """Cuts that give every cell to a tile, and the box of every tile.

    The cuts are a binary tree with node 0 at the top: `axis` int64[nodes] across which a node is cut, -1 for
    a tile; `cut` int64[nodes] the first cell of its upper half; `lower` and `upper` int64[nodes] the nodes
    below; `tile` int64[nodes] the number of a tile. `box` float64[nodes, 2, axes] is tight around the points
    of a node. `work` float64[tiles] is what each was estimated to take, the most first.
    """

    grid: Grid
    axis: NDArray[np.int64]
    cut: NDArray[np.int64]
    lower: NDArray[np.int64]
    upper: NDArray[np.int64]
    tile: NDArray[np.int64]
    box: NDArray[np.float64]
    work: NDArray[np.float64]

    def __len__(self) -> int:
        return self.work.size

    def owner(self, coordinates: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the tile int64[n] that every point float64[axes, n] belongs to."""
        cells = self.grid.cells(coordinates)
        node = np.zeros(coordinates.shape[1], dtype=np.int64)
        open_points = np.arange(node.size)
        while True:
            open_points = open_points[self.axis[node[open_points]] != _NO_AXIS]
            if not open_points.size:
                return self.tile[node]
            at = node[open_points]
            below = cells[self.axis[at], open_points] < self.cut[at]
            node[open_points] = np.where(below, self.lower[at], self.upper[at])

    def seen_by(
        self, coordinates: NDArray[np.float64], reject: float
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return which points float64[axes, n] which tiles see, as pairs of point int64[k] and tile int64[k].

        A tile sees its own points and all others at most `reject`, a squared distance, from its box.
        """
        point, node = np.arange(coordinates.shape[1]), np.zeros(coordinates.shape[1], dtype=np.int64)
        points, tiles = [], []
        while point.size:
            at = coordinates[:, point]
            away = np.maximum(np.maximum(self.box[node, LOW].T - at, at - self.box[node, HIGH].T), 0.0)
            # In the order of `bounds.closest_to_point`: what one rounds up the other must.
            squared = away[0] * away[0] + away[1] * away[1]
            if len(away) > 2:
                squared += away[2] * away[2]
            point, node = point[squared <= reject], node[squared <= reject]
            whole = self.axis[node] == _NO_AXIS
            points.append(point[whole])
            tiles.append(self.tile[node[whole]])
            point, node = point[~whole], node[~whole]
            point, node = np.tile(point, 2), np.concatenate([self.lower[node], self.upper[node]])
        nothing = np.empty(0, dtype=np.int64)
        return np.concatenate([*points, nothing]), np.concatenate([*tiles, nothing])


def make_tiling(
    grid: Grid,
    cells: Cells,
    work: NDArray[np.float64],
    tiles: int,
    reject: float,
    most_points: int | None = None,
    generator: np.random.Generator | None = None,
) -> Tiling:
    """Cut the cells into at most `tiles` tiles of about the same work, and into more where one has more than
    `most_points` points of its own.

    work: float64[c], what the points of a cell take wherever they are seen (see `estimating.py`): the work of
    a tile is that of its halo too, which is why a tile hardly larger than its reach is left whole when its
    halves would take nearly as long. reject: the squared distance that tiles see, as in `Tiling.seen_by`.
    Tiles are numbered from the one with the most work. A tile of one cell cannot be cut. With a generator the
    cuts fall anywhere, which changes no answer.
    """
    axis, cut, lower, upper, box = [_NO_AXIS], [0], [-1], [-1], [_hull(cells.box)]
    everything = np.arange(len(cells))
    heap = [(-float(work.sum()), 0)]
    # Of every tile its own cells and those it sees: a part of a tile sees no more than the whole.
    members, seen = {0: everything}, {0: everything}
    taken: dict[int, float] = {}
    while heap:
        minus, node = heapq.heappop(heap)
        inside = members[node]
        taken[node] = -minus
        numbers = cells.number[:, inside]
        widths = np.ptp(numbers, axis=1) if inside.size else np.zeros(len(numbers))
        crowded = most_points is not None and cells.points[inside].sum() > most_points
        if not widths.any() or (len(members) >= tiles and not crowded):
            continue
        across = int(widths.argmax()) if generator is None else int(generator.choice(np.flatnonzero(widths)))
        place = _cut(numbers[across], work[inside], generator)
        below = numbers[across] < place
        halves = [_half(cells, work, half, seen[node], reject) for half in (inside[below], inside[~below])]
        if (
            generator is None
            and not crowded
            and max(each[2] for each in halves) > _WORTH_CUTTING * taken[node]
        ):
            continue
        axis[node], cut[node] = across, place
        del members[node], seen[node], taken[node]
        for (half, in_sight, takes, hull), children in zip(halves, (lower, upper), strict=True):
            children[node] = len(axis)
            members[len(axis)], seen[len(axis)] = half, in_sight
            heapq.heappush(heap, (-takes, len(axis)))
            axis.append(_NO_AXIS)
            cut.append(0)
            lower.append(-1)
            upper.append(-1)
            box.append(hull)
    nodes = sorted(taken, key=lambda each: (-taken[each], each))
    tile = np.full(len(axis), -1)
    tile[nodes] = np.arange(len(nodes))
    return Tiling(
        grid,
        np.array(axis),
        np.array(cut),
        np.array(lower),
        np.array(upper),
        tile,
        np.array(box),
        np.array([taken[each] for each in nodes]),
    )


def _half(
    cells: Cells, work: NDArray[np.float64], half: NDArray[np.int64], seen: NDArray[np.int64], reject: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], float, NDArray[np.float64]]:
    """Return a half of a tile, the cells int64[k] it sees among those that the whole `seen`, what these take,
    and its box.
    """
    hull = _hull(cells.box[half])
    gap = np.maximum(np.maximum(cells.box[seen, LOW] - hull[HIGH], hull[LOW] - cells.box[seen, HIGH]), 0.0)
    in_sight = seen[(gap * gap).sum(axis=1) <= reject]
    return half, in_sight, float(work[in_sight].sum()), hull


def _hull(box: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([box[:, LOW].min(axis=0, initial=np.inf), box[:, HIGH].max(axis=0, initial=-np.inf)])


def _cut(number: NDArray[np.int64], work: NDArray[np.float64], generator: np.random.Generator | None) -> int:
    """Return the cell number with about half the work below it, and something on either side."""
    places, of_cell = np.unique(number, return_inverse=True)
    if generator is not None:
        return int(generator.choice(places[1:]))
    before = np.cumsum(np.bincount(of_cell, work))
    return int(places[1 + np.abs(2.0 * before[:-1] - before[-1]).argmin()])
