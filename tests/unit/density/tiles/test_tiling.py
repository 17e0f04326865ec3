"""Tiles see all they need, and take about as long as each other."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis.density.space import Space, make_space
from innovation_clusters.analysis.density.tiles.estimating import estimate_tests, estimate_work
from innovation_clusters.analysis.density.tiles.in_turn import in_sight
from innovation_clusters.analysis.density.tiles.tiling import Cells, Grid, cells_of, make_grid, make_tiling
from innovation_clusters.analysis.monitor import Monitor

from ..point_sets import GLOBAL, Maker

Laid = tuple[Space, NDArray[np.float64], Grid, Cells]


def laid(x: NDArray[np.float64], y: NDArray[np.float64], eps: float, metric: str = "ellipsoid") -> Laid:
    space = make_space(x, y, eps, metric)
    coordinates = space.coordinates(np.arange(x.size, dtype=np.int32), Monitor())
    grid = make_grid(space)
    return space, coordinates, grid, cells_of(grid, coordinates, np.ones(x.size, dtype=np.int64))


def squared(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    delta = coordinates[:, :, None] - coordinates[:, None, :]
    return np.asarray((delta * delta).sum(axis=0))


@pytest.mark.parametrize(("make", "eps"), GLOBAL)
def test_every_pair_within_reach_is_seen(make: Maker, eps: float) -> None:
    """By the tiles of both points where they count, by one of the two where they are linked."""
    generator = np.random.default_rng(5)
    space, coordinates, grid, cells = laid(*make(generator, 200), eps)
    tiling = make_tiling(grid, cells, cells.points * 1.0, 12, space.reject, generator=generator)
    first, second = np.nonzero(squared(coordinates) <= space.reject)
    owner = tiling.owner(coordinates)
    for one_of_two in (False, True):
        seen = np.zeros((len(tiling), owner.size), dtype=bool)
        for number, points, own in in_sight(tiling, coordinates, space.reject, one_of_two=one_of_two):
            seen[number, points] = True
            assert (owner[points[own]] == number).all()
        assert seen[owner, np.arange(owner.size)].all()
        from_first, from_second = seen[owner[first], second], seen[owner[second], first]
        assert (from_first | from_second if one_of_two else from_first & from_second).all()


def skewed(generator: np.random.Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Half of all points in one city, the others in towns of all sizes around the world."""
    towns = 300
    size = generator.pareto(1.1, towns) + 1.0
    town = generator.choice(towns, count, p=size / size.sum())
    width = generator.uniform(0.02, 0.3, towns)[town]
    x = generator.uniform(-170.0, 170.0, towns)[town] + generator.normal(0.0, 1.0, count) * width
    y = generator.uniform(-60.0, 70.0, towns)[town] + generator.normal(0.0, 1.0, count) * width
    city = slice(0, count // 2)
    x[city], y[city] = (generator.normal(middle, 0.5, count // 2) for middle in (127.0, 37.5))
    return x, y


def test_half_of_all_points_in_one_city() -> None:
    """What a tile takes is mostly what it sees: points, and tests where a place is just about the minimum."""
    space, coordinates, grid, cells = laid(*skewed(np.random.default_rng(3), 100_000), 5_000.0)
    work = estimate_work(grid, cells, space, 200)
    tiling = make_tiling(grid, cells, work, 12, space.reject)
    assert len(tiling) == 12
    takes = np.array(
        [
            work[np.unique(cell_of(grid, cells, coordinates[:, points]))].sum()
            for _, points, _ in in_sight(tiling, coordinates, space.reject)
        ]
    )
    # The estimate is of whole cells, of which the edge of a halo cuts off a part.
    np.testing.assert_allclose(tiling.work, takes, rtol=0.25)
    assert (np.diff(tiling.work) <= 0.0).all()
    assert takes.max() < 2.5 * np.median(takes)


def cell_of(grid: Grid, cells: Cells, coordinates: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return which of the cells every point is in."""
    places = {tuple(number): place for place, number in enumerate(cells.number.T.tolist())}
    return np.array([places[tuple(number)] for number in grid.cells(coordinates).T.tolist()])


def test_what_is_no_larger_than_its_reach_is_left_whole() -> None:
    """Every half of a city as wide as eps would see all of it."""
    generator = np.random.default_rng(4)
    x, y = (generator.uniform(0.0, 0.02, 5_000) + middle for middle in (127.0, 37.5))
    space, coordinates, grid, cells = laid(x, y, 5_000.0)
    assert len(cells) > 1
    assert len(make_tiling(grid, cells, cells.points * 1.0, 8, space.reject)) == 1
    # Unless it is more than a worker holds.
    tiling = make_tiling(grid, cells, cells.points * 1.0, 8, space.reject, most_points=2_000)
    own = np.bincount(tiling.owner(coordinates))
    assert own.size > 1
    assert (own <= 2_000).all() or len(cells) < 8


@pytest.mark.parametrize(("least", "eps"), [(100, 15_000.0), (300, 40_000.0)])
def test_cells_without_tests_are_decided(least: int, eps: float) -> None:
    """Of a cell in a dense city all points are core, of one in the open country none."""
    generator = np.random.default_rng(6)
    space, coordinates, grid, cells = laid(*skewed(generator, 60_000), eps)
    estimated = estimate_tests(grid, cells, space, least)
    assert 0 < np.count_nonzero(estimated) < len(cells)
    chosen = generator.choice(space.x.size, 400, replace=False)
    decided = estimated[cell_of(grid, cells, coordinates[:, chosen])] == 0.0
    assert 0 < np.count_nonzero(decided) < 400
    core_or_not = []
    for point in chosen[decided]:
        delta = coordinates - coordinates[:, [point]]
        away = (delta * delta).sum(axis=0)
        surely, perhaps = (away <= space.accept).sum() >= least, (away <= space.reject).sum() >= least
        assert surely == perhaps
        core_or_not.append(surely)
    cell = cell_of(grid, cells, coordinates[:, chosen[decided]])
    for one in np.unique(cell):
        assert len({core_or_not[place] for place in np.flatnonzero(cell == one)}) == 1
    assert len(set(core_or_not)) == 2


def test_the_estimate_is_that_of_all_pairs_of_cells() -> None:
    generator = np.random.default_rng(7)
    for metric, eps, (x, y) in (
        ("planar", 1.0, (generator.random(800) * 12, generator.random(800) * 12)),
        ("ellipsoid", 15_000.0, (generator.uniform(126, 128, 800), generator.uniform(36, 38, 800))),
        ("sphere", 300.0, (generator.uniform(126, 126.05, 800), generator.uniform(36, 36.05, 800))),
    ):
        space, _, grid, cells = laid(x, y, eps, metric)
        apart = np.abs(cells.number[:, :, None] - cells.number[:, None, :])
        near = (np.maximum(apart - 1, 0) ** 2).sum(axis=0) * grid.side**2 <= space.reject
        inside = ((apart + 1) ** 2).sum(axis=0) * grid.side**2 <= space.accept
        for least in (2, 10, 40, 500):
            open_cells = (inside @ cells.weight < least) & (near @ cells.weight >= least)
            expected = cells.points * 2.0 * np.sqrt((near & ~inside) @ cells.points) * open_cells
            np.testing.assert_allclose(estimate_tests(grid, cells, space, least), expected)
