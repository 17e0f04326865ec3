"""Density clustering tile by tile on one machine: the pattern for those who send tiles to many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...geodesy import one_meridian
from ...monitor import Monitor
from ..dbscan import DensityResult, carry_to_rows, checked_rows, choose_engine
from ..sites import collapse
from ..space import Space, make_space
from ..weights import find_scale
from . import steps
from .estimating import estimate_work
from .joining import join
from .tiling import Tiling, cells_of, make_grid, make_tiling


def dbscan_in_tiles(
    x: ArrayLike,
    y: ArrayLike,
    eps: float,
    min_weight: float,
    *,
    tiles: int,
    weights: ArrayLike | None = None,
    metric: str = "planar",
    border: str = "first",
    compiled: bool | None = None,
    generator: np.random.Generator | None = None,
) -> DensityResult:
    """Return what `dbscan` does, from at most `tiles` tiles that are looked at one at a time.

    With a generator the tiles are cut at random. Raises InputError.
    """
    x, y, weights = checked_rows(x, y, weights, border)
    make_space(x, y, eps, metric)
    scale = find_scale(weights, min_weight)
    engine = choose_engine(compiled)
    if not x.size:
        nothing = np.empty(0, dtype=bool)
        return DensityResult(np.empty(0, dtype=np.int32), nothing, nothing.copy(), 0)
    if metric != "planar":
        x = one_meridian(x)
    sites = collapse(x, y, weights, scale)
    space = make_space(x[sites.first_row], y[sites.first_row], eps, metric)
    coordinates = space.coordinates(np.arange(len(sites), dtype=np.int32), Monitor())
    grid = make_grid(space)
    cells = cells_of(grid, coordinates, sites.weight)
    work = estimate_work(grid, cells, space, scale.threshold)
    tiling = make_tiling(grid, cells, work, tiles, space.reject, generator=generator)

    core = np.zeros(len(sites), dtype=bool)
    for _, seen, own in in_sight(tiling, coordinates, space.reject):
        of_tile = steps.count(_part(space, seen), sites.weight[seen], scale.threshold, engine)
        core[seen[own]] = of_tile[own]

    # A site goes by its number: sites are in the order of their first rows.
    component = np.full(len(sites), -1)
    first, second = [], []
    for _, seen, own in in_sight(tiling, coordinates, space.reject, one_of_two=True):
        found = steps.link(_part(space, seen), core[seen], engine)
        of_core = found >= 0
        first.append(seen[of_core])
        second.append(seen[found[of_core]])
        component[seen[own & of_core]] = seen[found[own & of_core]]
    clusters = join(np.concatenate(first), np.concatenate(second))

    labels, ambiguous = clusters.of(component), np.zeros(len(sites), dtype=bool)
    of_core_points = labels.copy()
    for _, seen, own in in_sight(tiling, coordinates, space.reject):
        labelled, doubtful = steps.label(_part(space, seen), of_core_points[seen], border, engine)
        labels[seen[own]], ambiguous[seen[own]] = labelled[own], doubtful[own]
    found_sites = DensityResult(labels, core, ambiguous, clusters.count)
    return carry_to_rows(found_sites, sites, engine, Monitor())


def in_sight(
    tiling: Tiling, coordinates: NDArray[np.float64], reject: float, *, one_of_two: bool = False
) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.bool_]]]:
    """Yield every tile with the points it sees int64[n], ascending, and whether they are its own bool[n].

    With `one_of_two` a pair of points of two tiles is seen by one of these, which is enough for linking: the
    one that has less work, as tiles are numbered.
    """
    owner = tiling.owner(coordinates)
    point, tile = tiling.seen_by(coordinates, reject)
    if one_of_two:
        enough = owner[point] <= tile
        point, tile = point[enough], tile[enough]
    order = np.lexsort((point, tile))
    point, tile = point[order], tile[order]
    bounds = np.searchsorted(tile, np.arange(len(tiling) + 1))
    for number in range(len(tiling)):
        seen = point[bounds[number] : bounds[number + 1]]
        yield number, seen, owner[seen] == number


def _part(space: Space, points: NDArray[np.int64]) -> Space:
    return replace(space, x=space.x[points], y=space.y[points])
