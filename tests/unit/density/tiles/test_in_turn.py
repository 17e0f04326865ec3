"""Tiles of any cut give the labels, core flags, ambiguity and numbering of `dbscan`."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from innovation_clusters.analysis.density import BORDER_RULES, DensityResult, dbscan
from innovation_clusters.analysis.density.tiles.in_turn import dbscan_in_tiles
from innovation_clusters.analysis.density.tiles.tiling import CELLS_IN_EPS

from ..point_sets import GLOBAL, PLANAR, PLANAR_EPS, WEIGHTS, Maker, random_case

ONE_CELL_EACH = 10**9


def assert_same(found: DensityResult, expected: DensityResult) -> None:
    np.testing.assert_array_equal(found.core, expected.core)
    np.testing.assert_array_equal(found.labels, expected.labels)
    np.testing.assert_array_equal(found.ambiguous, expected.ambiguous)
    assert found.n_clusters == expected.n_clusters


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("make", PLANAR)
def test_plane(make: Maker, compiled: bool) -> None:
    generator = np.random.default_rng(11)
    clustered = 0
    for case in range(14 if compiled else 5):
        points = make(generator, int(generator.integers(1, 400)))
        eps, border = float(generator.choice(PLANAR_EPS)), BORDER_RULES[case % 3]
        weights, integers, one = WEIGHTS[case % 7](generator, points[0].size)
        minimum = max(1, int(generator.integers(1, 9) * max(1, integers.mean()))) / one
        options: dict[str, Any] = {"weights": weights, "border": border, "compiled": compiled}
        expected = dbscan(*points, eps, minimum, **options)
        tiles = (ONE_CELL_EACH, int(generator.integers(2, 12)))[case % 2]
        assert_same(
            dbscan_in_tiles(*points, eps, minimum, tiles=tiles, generator=generator, **options), expected
        )
        clustered += expected.n_clusters
    assert clustered


@pytest.mark.parametrize("metric", ["sphere", "ellipsoid"])
@pytest.mark.parametrize(("make", "eps"), GLOBAL)
def test_globe(make: Maker, eps: float, metric: str) -> None:
    generator = np.random.default_rng(12)
    for case in range(6):
        points = make(generator, 300)
        weights, integers, one = WEIGHTS[case % 7](generator, 300)
        minimum = max(1, int(generator.integers(1, 30) * max(1, integers.mean()))) / one
        options: dict[str, Any] = {"weights": weights, "metric": metric, "border": BORDER_RULES[case % 3]}
        expected = dbscan(*points, eps, minimum, **options)
        tiles = (ONE_CELL_EACH, int(generator.integers(2, 12)))[case % 2]
        assert_same(
            dbscan_in_tiles(*points, eps, minimum, tiles=tiles, generator=generator, **options), expected
        )


def chain(count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points one step apart, through as many tiles as one likes, first to last in random order."""
    order = np.random.default_rng(3).permutation(count)
    return order * 1.0, np.zeros(count)


@pytest.mark.parametrize("tiles", [1, 2, 7, ONE_CELL_EACH])
def test_a_cluster_through_many_tiles(tiles: int) -> None:
    x, y = chain(500)
    generator = np.random.default_rng(tiles)
    found = dbscan_in_tiles(x, y, 1.0, 2, tiles=tiles, generator=generator)
    assert found.n_clusters == 1
    assert (found.labels == 0).all()
    # One step a hair longer than eps and it falls apart.
    apart = dbscan_in_tiles(np.where(x >= 250, x + 1e-9, x), y, 1.0, 2, tiles=tiles, generator=generator)
    assert apart.n_clusters == 2


def test_a_core_point_by_its_owners_word_only() -> None:
    """A halo point whose own neighbours are out of sight links the tile all the same."""
    x = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    expected = dbscan(x, np.zeros(6), 1.0, 3)
    generator = np.random.default_rng(1)
    assert_same(dbscan_in_tiles(x, np.zeros(6), 1.0, 3, tiles=ONE_CELL_EACH, generator=generator), expected)
    assert expected.core.tolist() == [False, True, True, True, True, False]


def test_two_giants_a_step_apart() -> None:
    x, y, weights = np.array([0.0, 15.0, 30.1]), np.zeros(3), np.array([2.0**40, 2.0**40, 1.0])
    generator = np.random.default_rng(1)
    found = dbscan_in_tiles(x, y, 15.0, 2.0**41, weights=weights, tiles=ONE_CELL_EACH, generator=generator)
    assert found.labels.tolist() == [0, 0, -1]


@pytest.mark.parametrize("seed", range(20))
def test_random_tilings(seed: int) -> None:
    """Ten tilings of each set of points, from a few tiles down to one cell each."""
    generator = np.random.default_rng(1000 + seed)
    case = random_case(seed, generator, 20, 150)
    expected = dbscan(*case.points, case.eps, case.min_weight, **case.options)
    for tiles in (2, 3, 4, 5, 7, 10, 20, 40, ONE_CELL_EACH, ONE_CELL_EACH):
        found = dbscan_in_tiles(
            *case.points, case.eps, case.min_weight, tiles=tiles, generator=generator, **case.options
        )
        assert_same(found, expected)


@pytest.mark.parametrize("tiles", [4, ONE_CELL_EACH])
@pytest.mark.parametrize("border", BORDER_RULES)
def test_a_point_on_the_corner_of_four_tiles(tiles: int, border: str) -> None:
    """Steps are those of the grid, so that points lie on its lines; pairs across them are exactly eps
    apart.
    """
    eps = 1.0
    x, y = (values.ravel() * eps / CELLS_IN_EPS for values in np.meshgrid(range(-8, 9, 4), range(-8, 9, 4)))
    # In the middle a giant; four clusters around it, a border point between each two.
    weights = np.where((x == 0.0) & (y == 0.0), 0.5, np.where((x == 0.0) | (y == 0.0), 1.0, 3.0))
    for minimum in (2.5, 4.0, 4.5, 6.5, 100.0):
        expected = dbscan(x, y, eps, minimum, weights=weights, border=border)
        for seed in range(5):
            found = dbscan_in_tiles(
                x, y, eps, minimum, weights=weights, border=border, tiles=tiles,
                generator=np.random.default_rng(seed),
            )  # fmt: skip
            assert_same(found, expected)


@pytest.mark.parametrize("latitude", [0.0, 60.0, 89.99, -89.99])
@pytest.mark.parametrize("metric", ["sphere", "ellipsoid"])
def test_a_chain_around_the_world(latitude: float, metric: str) -> None:
    """Through the antimeridian and around a pole: one cluster in any number of tiles."""
    x = np.linspace(-180.0, 180.0, 241)
    y = np.full(x.size, latitude)
    step = float(np.radians(1.5) * 6_378_137.0 * np.cos(np.radians(latitude)))
    expected = dbscan(x, y, 1.01 * step, 3.0, metric=metric)
    assert expected.n_clusters == 1
    for tiles in (2, 9, ONE_CELL_EACH):
        found = dbscan_in_tiles(
            x, y, 1.01 * step, 3.0, metric=metric, tiles=tiles, generator=np.random.default_rng(tiles)
        )
        assert_same(found, expected)


@pytest.mark.parametrize(("middle", "labels"), [(50.0, [0, 0, 0]), (50.0 + 1e-9, [0, 1, 0])])
def test_giants_in_different_tiles_make_what_is_between_core(middle: float, labels: list[int]) -> None:
    x = np.array([100.0, 0.0, middle])
    weights = np.array([2.0**61, 2.0**60, 1.0])
    expected = dbscan(x, np.zeros(3), 50.0, 2.0**50, weights=weights)
    assert expected.labels.tolist() == labels
    for seed in range(6):
        found = dbscan_in_tiles(
            x, np.zeros(3), 50.0, 2.0**50, weights=weights, tiles=ONE_CELL_EACH,
            generator=np.random.default_rng(seed),
        )  # fmt: skip
        assert_same(found, expected)


def test_no_rows() -> None:
    found = dbscan_in_tiles([], [], 1.0, 2, tiles=4)
    assert found.labels.size == 0
    assert found.n_clusters == 0


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 4)), min_size=1, max_size=80),
    st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0]),
    st.integers(1, 12),
    st.sampled_from(BORDER_RULES),
    st.integers(0, 99),
)
def test_lattices(rows: list[tuple[int, int, int]], eps: float, minimum: int, border: str, seed: int) -> None:
    """Ties at eps on the borders of tiles, points on their corners."""
    x, y, weights = np.array(rows, dtype=float).T
    expected = dbscan(x, y, eps, minimum, weights=weights, border=border)
    found = dbscan_in_tiles(
        x, y, eps, minimum, weights=weights, border=border, tiles=ONE_CELL_EACH if seed % 2 else 5,
        generator=np.random.default_rng(seed),
    )  # fmt: skip
    assert_same(found, expected)
