"""The order along the curve: digits sort as whole keys do, and nothing but the order depends on it."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.density.curve import (
    Grid,
    _keys,
    _sorted_by_digits,
    curve_order,
)
from innovation_clusters.analysis.monitor import Monitor

from .conftest import Way, steps
from .point_sets import PLANAR, Maker


@pytest.mark.parametrize("threads", range(1, 9))
@pytest.mark.parametrize("bits", [1, 5, 6, 11, 16, 17, 22, 31])
def test_digits_sort_as_whole_keys_do(bits: int, threads: int) -> None:
    """One pass to six, 32-bit keys and 64-bit ones; equal keys stay as they come."""
    generator = np.random.default_rng(bits)
    x, y = generator.integers(0, 900, (2, 5_000)) / 900.0
    grid = Grid(0.0, 0.0, float(2**bits - 1), bits)
    sorted_keys, order = _sorted_by_digits(x, y, grid, Monitor(threads=threads))
    keys = _keys(x, y, grid)
    np.testing.assert_array_equal(order, np.argsort(keys, kind="stable"))
    np.testing.assert_array_equal(sorted_keys, np.sort(keys))
    assert sorted_keys.itemsize == (4 if bits <= 16 else 8)


@pytest.mark.parametrize("make", PLANAR)
def test_every_point_has_one_place(make: Maker) -> None:
    for count in (1, 2, 33, 700):
        x, y = make(np.random.default_rng(count), count)
        for eps in (1e-9, 0.1, 1e12):
            order = curve_order(x, y, eps, Monitor(threads=3))
            assert sorted(order.tolist()) == list(range(count))


def test_neighbours_along_the_curve_are_neighbours() -> None:
    """With an outlier and without; a row in random order would be 5 wide on average."""
    generator = np.random.default_rng(2)
    x, y = generator.random(20_000) * 10, generator.random(20_000) * 10
    for farthest in (10.0, 1e10):
        x[0] = farthest
        order = curve_order(x, y, 0.1, Monitor())
        inner = order[order != 0]
        assert np.hypot(np.diff(x[inner]), np.diff(y[inner])).mean() < 0.2


def test_any_order_gives_the_same_clusters(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worst of all orders makes boxes as wide as the world, and nothing else."""
    generator = np.random.default_rng(3)
    x, y = generator.random(1_500) * 10, generator.random(1_500) * 10
    straight = way(x, y, 0.4, 6)
    monkeypatch.setattr(
        steps, "curve_order", lambda x, y, eps, monitor: generator.permutation(x.size).astype(np.int32)
    )
    mixed = way(x, y, 0.4, 6)
    assert mixed.distance_tests > 2 * straight.distance_tests
    np.testing.assert_array_equal(mixed.labels, straight.labels)
    np.testing.assert_array_equal(mixed.ambiguous, straight.ambiguous)
