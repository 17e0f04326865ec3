"""The best choice of nodes, against all choices there are."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
import shapely

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.zones.node_subsets import MOST_NODES, Reading, best_subset


def fits(x: np.ndarray, y: np.ndarray, radius: float, reading: Reading) -> bool:
    if reading is Reading.CORE:
        away = np.hypot(x[:, None] - x, y[:, None] - y)
        return bool((away.max(axis=1) <= radius * (1 + 1e-9)).any())
    points = shapely.multipoints(np.column_stack([x, y]))
    return float(shapely.minimum_bounding_radius(points)) <= radius * (1 + 1e-9)


@pytest.mark.parametrize("reading", list(Reading))
@pytest.mark.parametrize("seed", range(25))
def test_against_all_choices(seed: int, reading: Reading) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 10))
    x, y = rng.uniform(0, 40, (2, n)) if seed % 2 else rng.integers(0, 4, (2, n)).astype(float) * 10
    area = rng.uniform(0, 8, n) * (rng.random(n) > 0.1)
    value = rng.integers(0, 20, n)
    radius, most = float(rng.choice([5.0, 10.0, 20.0])), 15.0
    best = 0
    for size in range(1, n + 1):
        for chosen in combinations(range(n), size):
            rows = np.array(chosen)
            if area[rows].sum() <= most and fits(x[rows], y[rows], radius, reading):
                best = max(best, int(value[rows].sum()))
    found = best_subset(x, y, area, value, radius, most, reading=reading)
    assert found.value == best
    assert found.proven
    assert found.bound == best
    if found.nodes.size:
        assert found.area == pytest.approx(area[found.nodes].sum())
        assert found.area <= most * (1 + 1e-9)
        assert found.value == value[found.nodes].sum()
        assert fits(x[found.nodes], y[found.nodes], radius, reading)
        if reading is Reading.CORE:
            assert found.core in found.nodes
            away = np.hypot(x[found.nodes] - x[found.core], y[found.nodes] - y[found.core])
            assert away.max() <= radius * (1 + 1e-9)


def test_limits_themselves_are_kept() -> None:
    x, y, value = np.array([0.0, 20_000.0, 40_000.0]), np.zeros(3), np.array([1, 1, 1])
    assert best_subset(x, y, np.ones(3), value, 20_000.0, 15.0).value == 3
    assert best_subset(x, y, np.ones(3), value, 20_001.0, 15.0).value == 3
    assert best_subset(x, y, np.ones(3), value, 19_999.0, 15.0).value == 2
    assert best_subset(x, y, np.full(3, 5.0), value, 20_000.0, 15.0).value == 3
    assert best_subset(x, y, np.full(3, 5.001), value, 20_000.0, 15.0).value == 2
    assert best_subset(x, y, np.ones(3), value, 20_000.0, 15.0, reading=Reading.CORE).core == 1
    assert best_subset(x, y, np.ones(3), value, 19_999.9, 15.0, reading=Reading.CORE).value == 1


def test_a_bound_is_stated_where_the_search_gives_up() -> None:
    rng = np.random.default_rng(8)
    x, y = rng.uniform(0, 10, (2, 60))
    area = rng.uniform(1.0, 2.0, 60)
    value = np.rint(area * 1_000 + rng.integers(0, 3, 60)).astype(np.int64)
    short = best_subset(x, y, area, value, 20.0, 15.0, most_steps=200)
    long = best_subset(x, y, area, value, 20.0, 15.0, most_steps=20_000)
    assert not short.proven
    assert short.value <= long.value <= long.bound <= short.bound
    assert short.bound <= value.sum()


def test_two_hundred_nodes() -> None:
    rng = np.random.default_rng(11)
    x, y = rng.uniform(0, 100, (2, 200))
    found = best_subset(x, y, rng.uniform(0.1, 4, 200), rng.integers(1, 500, 200), 20.0, 15.0)
    assert found.proven
    assert fits(x[found.nodes], y[found.nodes], 20.0, Reading.ENCLOSING)


def test_none_and_too_many() -> None:
    nothing = np.empty(0)
    assert best_subset(nothing, nothing, nothing, nothing.astype(int), 1.0, 1.0).nodes.size == 0
    too_large = best_subset(np.zeros(1), np.zeros(1), np.array([2.0]), np.array([5]), 1.0, 1.0)
    assert too_large.nodes.size == 0
    many = np.zeros(MOST_NODES + 1)
    with pytest.raises(InputError, match="nodes"):
        best_subset(many, many, many, many.astype(int), 1.0, 1.0)


def test_cancel_is_heard() -> None:
    with pytest.raises(Cancelled):
        best_subset(
            *(np.arange(3.0), np.zeros(3), np.ones(3), np.ones(3, dtype=int), 5.0, 5.0),
            monitor=Monitor(cancelled=lambda: True),
        )
