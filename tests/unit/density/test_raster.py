"""What the cells of a raster decide is what all pairs would say, and it is what they are there for: most."""

from __future__ import annotations

import itertools
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from innovation_clusters.analysis.density import compiled, dbscan
from innovation_clusters.analysis.density.dbscan import arrange
from innovation_clusters.analysis.density.kernels import rastering
from innovation_clusters.analysis.density.kernels.rastering import CORE, NOT_CORE, OPEN
from innovation_clusters.analysis.density.raster import Raster, decide_by_raster, lay_raster
from innovation_clusters.analysis.density.space import make_space
from innovation_clusters.analysis.density.tree import BoxTree
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import CANCEL, DONE, Monitor

from .brute_force import pairs_within
from .conftest import counted, with_rasters_everywhere
from .point_sets import Maker, Points, clumped, lattice, line, one_place, rounded, uniform

MANY = 70_000
OF_ONE = np.ones(MANY, np.int8)


@pytest.fixture
def everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rasters_everywhere(monkeypatch)


def lay(points: Points, eps: float) -> tuple[BoxTree, NDArray[np.int32], Raster]:
    """The tree over points, which of them its points are, and the raster over it."""
    space = make_space(*points, eps, "planar")
    tree, site = arrange(space, compiled, Monitor())
    over = lay_raster(tree, space)
    assert over is not None
    return tree, site, over


def decided(
    points: Points, eps: float, least: int, weights: NDArray[np.int64], threads: int = 2
) -> NDArray[np.uint8]:
    """What the raster says of points in their own order; checks what it says of the nodes of the tree."""
    tree, site, over = lay(points, eps)
    core, left_open = decide_by_raster(over, tree, weights[site], least, Monitor(threads=threads))
    for leaf, (begin, end) in enumerate(zip(tree.begin, tree.end, strict=True)):
        assert left_open[tree.first_leaf + leaf] == (core[begin:end] == OPEN).any()
    for node in range(1, tree.first_leaf):
        assert left_open[node] == (left_open[2 * node] or left_open[2 * node + 1])
    of_site = np.empty_like(core)
    of_site[site] = core
    return of_site


def around(points: Points, eps: float, weights: NDArray[np.int64]) -> NDArray[np.int64]:
    return pairs_within(points, eps, "planar").weight_around(weights)


@pytest.mark.parametrize("per_eps", range(8, 25))
def test_runs_are_the_cells_wholly_within_and_those_in_reach(per_eps: int) -> None:
    laid = Raster(0.0, 0.0, 1.0, per_eps, 1, 1)
    within, in_reach = laid.runs()
    for index, row in enumerate(range(-laid.reach, laid.reach + 1)):
        for column in range(laid.reach + 2):
            farthest = (abs(row) + 1) ** 2 + (column + 1) ** 2
            closest = max(abs(row) - 1, 0) ** 2 + max(column - 1, 0) ** 2
            # Where corners are just at eps (6, 8 and 10), rounding could take a point to either side.
            assert (column <= within[index]) == (farthest < per_eps**2)
            assert (column <= in_reach[index]) == (closest <= per_eps**2)
    # Nothing beyond is in reach.
    assert laid.reach > per_eps


@pytest.mark.parametrize("make", [uniform, lattice, rounded, clumped, line, one_place])
def test_against_all_pairs(make: Maker, everywhere: None) -> None:
    generator = np.random.default_rng(23)
    seen = set()
    for case, eps in itertools.product(range(6), (0.5, 1.0, 1.3, 2.0, 5.0)):
        points = make(generator, int(generator.integers(200, 900)))
        weights = generator.integers(0, 4, points[0].size) if case % 2 else np.ones(points[0].size, np.int64)
        found = around(points, eps, weights)
        # Close to what there is: where the sum decides.
        least = max(1, int(np.quantile(found, generator.random())))
        status = decided(points, eps, least, weights, threads=1 + case)
        assert (found[status == CORE] >= least).all()
        assert (found[status == NOT_CORE] < least).all()
        seen |= set(status.tolist())
        result = dbscan(*points, eps, least, weights=weights + 0.0, threads=1 + case)
        np.testing.assert_array_equal(result.core, found >= least)
    assert seen == ({CORE} if make is one_place else {NOT_CORE, CORE, OPEN})


quarters = st.integers(-12, 12).map(lambda value: value / 4)


@settings(max_examples=100, deadline=None)
@given(
    x=arrays(np.float64, 60, elements=quarters),
    y=arrays(np.float64, 60, elements=quarters),
    weights=arrays(np.int64, 60, elements=st.integers(0, 3)),
    far=st.sampled_from([0.0, 1e6, -3e9]),
    eps=st.sampled_from([1.0, 1.25, 2.0]),
    least=st.integers(1, 40),
)
def test_ties_at_eps_and_at_the_edges_of_cells(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weights: NDArray[np.int64],
    far: float,
    eps: float,
    least: int,
) -> None:
    """Steps of a quarter are whole cells where an eps has 8, 16 or 24 of them."""
    with pytest.MonkeyPatch.context() as patch:
        with_rasters_everywhere(patch)
        points = x + far, y - far
        found = around(points, eps, weights)
        status = decided(points, eps, least, weights)
        assert (found[status == CORE] >= least).all()
        assert (found[status == NOT_CORE] < least).all()


@pytest.mark.parametrize("weighted", [False, True])
def test_dense_points_are_decided_by_it_unasked(weighted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the numpy engine, which has no raster, says the same."""
    points = clumped(np.random.default_rng(5), 90_000)
    weights = np.random.default_rng(6).integers(0, 5, 90_000) + 0.0 if weighted else None
    taken = counted(monkeypatch, compiled, "decide_by_raster")
    result = dbscan(*points, 1.5, 2_000, weights=weights, threads=3)
    assert len(taken) == 1
    expected = dbscan(*points, 1.5, 2_000, weights=weights, compiled=False)
    np.testing.assert_array_equal(result.core, expected.core)
    np.testing.assert_array_equal(result.labels, expected.labels)
    assert 0 < result.core.sum() < 90_000
    of_one = np.ones(90_000, np.int64) if weights is None else weights.astype(np.int64)
    assert (decided(points, 1.5, 2_000, of_one) == OPEN).mean() < 0.1


def laid_over(points: Points, eps: float, metric: str = "planar") -> Raster | None:
    space = make_space(*points, eps, metric)
    return lay_raster(arrange(space, compiled, Monitor())[0], space)


def test_no_raster_where_it_could_not_decide_much() -> None:
    dense = uniform(np.random.default_rng(1), 100_000)
    assert laid_over(dense, 1.0) is not None
    assert laid_over((dense[0][:1_000], dense[1][:1_000]), 1.0) is None
    assert laid_over(dense, 15_000.0, "sphere") is None
    # Thinly.
    assert laid_over(dense, 0.1) is None
    # An outlier takes the cells away from the others; the way to two may be too far for a number.
    dense[0][0] = 1e300
    assert laid_over(dense, 1.0) is None
    dense[0][:2] = -1.7e308, 1.7e308
    assert laid_over(dense, 1.0) is None


@pytest.mark.filterwarnings("ignore:overflow")
@pytest.mark.parametrize("scale", [1e-150, 1e-160, 1e150, 1e154])
def test_where_squares_lose_digits_pairs_decide(scale: float, everywhere: None) -> None:
    x, y = uniform(np.random.default_rng(2), 300)
    assert laid_over((x * scale, y * scale), scale) is None
    assert laid_over((x, y), 1.0) is not None
    result, expected = (
        dbscan(x * scale, y * scale, scale, 5),
        dbscan(x * scale, y * scale, scale, 5, compiled=False),
    )
    np.testing.assert_array_equal(result.labels, expected.labels)


def test_rasters_of_all_threads_together_have_at_most_a_cell_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, _, over = lay(uniform(np.random.default_rng(4), 100_000), 1.0)
    cells: list[int] = []
    run = Monitor.run

    def watched(self: Monitor, kernel: Any, chunks: Any, total: int) -> list[Any]:
        if kernel is rastering.add_weights:
            cells.extend(own_raster.size for *_, own_raster in chunks)
        return run(self, kernel, chunks, total)

    monkeypatch.setattr(Monitor, "run", watched)
    decide_by_raster(over, tree, np.ones(100_000, np.int8), 100, Monitor(threads=64))
    assert len(cells) > 1
    assert sum(cells) <= 100_000


@pytest.fixture
def laid(everywhere: None) -> tuple[Raster, BoxTree]:
    """A raster over more points than a kernel works through without a look at its orders."""
    tree, _, over = lay(uniform(np.random.default_rng(0), MANY), 1.0)
    return over, tree


def test_every_step_asks_before_it_starts(laid: tuple[Raster, BoxTree]) -> None:
    decide_by_raster(*laid, OF_ONE, 900, Monitor())
    for moment in range(4):
        patience = partial(next, iter([False] * moment), True)
        with pytest.raises(Cancelled):
            decide_by_raster(*laid, OF_ONE, 900, Monitor(cancelled=patience))


def test_every_kernel_hears_cancel(laid: tuple[Raster, BoxTree], monkeypatch: pytest.MonkeyPatch) -> None:
    """It does a block of points, or a row of cells, at most."""
    done: dict[str, int] = {}
    run = Monitor.run

    def called_off(self: Monitor, kernel: Any, chunks: Any, total: int) -> list[Any]:
        state = np.zeros(8, dtype=np.int64)
        state[CANCEL] = 1
        kernel(state, *chunks[0])
        done[kernel.__name__] = int(state[DONE])
        return run(self, kernel, chunks, total)

    monkeypatch.setattr(Monitor, "run", called_off)
    decide_by_raster(*laid, OF_ONE, 900, Monitor(threads=1))
    assert done == {"add_weights": 0, "sum_along_rows": 0, "decide_cells": 0, "look_up": 0}


def test_all_points_are_reported_as_done(
    laid: tuple[Raster, BoxTree], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that the raster has decided as well as those that the walk decides."""
    done: dict[str, tuple[int, int]] = {}
    run = Monitor.run

    def watched(self: Monitor, kernel: Any, chunks: Any, total: int) -> list[Any]:
        counts = []

        def counted_kernel(state: NDArray[np.int64], *chunk: Any) -> Any:
            result = kernel(state, *chunk)
            counts.append(int(state[DONE]))
            return result

        results = run(self, counted_kernel, chunks, total)
        done[kernel.__name__] = sum(counts), total
        return results

    monkeypatch.setattr(Monitor, "run", watched)
    _, tree = laid
    x, y = tree.coordinates
    space = make_space(x, y, 1.0, "planar")
    core, _ = compiled.core_points(tree, OF_ONE, space, np.arange(MANY, dtype=np.int32), 2_100, Monitor())
    assert 0 < core.sum() < MANY
    for kernel in ("sum_along_rows", "decide_cells", "look_up", "weigh"):
        assert done[kernel][0] == done[kernel][1]
    # It tells before every block, and not after the last.
    assert done["add_weights"][1] == MANY
