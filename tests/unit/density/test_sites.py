"""Rows collapse to sites, on every number of threads and without numba alike."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.density import collapse
from innovation_clusters.analysis.density.sites import repeats
from innovation_clusters.analysis.density.weights import find_scale
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.monitor import Monitor

from .conftest import MISSING


@pytest.mark.parametrize("threads", [1, 2, 7])
@pytest.mark.parametrize("with_numba", [True, False])
def test_collapse(monkeypatch: pytest.MonkeyPatch, with_numba: bool, threads: int) -> None:
    if not with_numba:
        monkeypatch.setattr(packages, "find", lambda name: MISSING)
    generator = np.random.default_rng(9)
    x = np.concatenate([generator.integers(0, 300, 50_000) / 7.0, generator.random(200_000), [-0.0, 0.0]])
    y = np.concatenate([generator.integers(0, 300, 50_000) / 7.0, generator.random(200_000), [0.0, -0.0]])
    weights = np.arange(x.size) / 2.0
    scale = find_scale(weights, 1e9)
    sites = collapse(x, y, weights, scale, Monitor(threads=threads))
    places: dict[tuple[float, float], int] = {}
    expected = [places.setdefault(place, len(places)) for place in zip(x.tolist(), y.tolist(), strict=True)]
    assert sites.of_row.tolist() == expected
    assert (sites.of_row[sites.first_row] == np.arange(len(sites))).all()
    totals = np.bincount(expected, weights=weights)
    np.testing.assert_array_equal(sites.weight, (totals * scale.factor).astype(np.int64))
    np.testing.assert_array_equal(collapse(x, y).weight, np.bincount(expected))


@pytest.mark.parametrize("threads", [1, 2, 8])
@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_more_threads_than_rows(count: int, threads: int) -> None:
    x, y = np.arange(count) % 2 / 1.0, np.zeros(count)
    sites = collapse(x, y, monitor=Monitor(threads=threads))
    assert sites.of_row.tolist() == [row % 2 for row in range(count)]
    assert sites.first_row.tolist() == [0, 1][:count]
    assert sites.weight.tolist() == [(count + 1) // 2, count // 2][: min(count, 2)]


@pytest.mark.parametrize("least", [4500.0, 7.0, 0.35])
@pytest.mark.parametrize("unit", [1.0, 0.1, 1 / 3, np.pi])
def test_kernels_make_the_integers_that_numpy_makes(unit: float, least: float) -> None:
    """Whole numbers, decimals, fractions and odd weights; some at the minimum, some above it."""
    weights = np.random.default_rng(3).integers(0, 40, 2_000) * unit
    weights[:2] = least, 2.0 * least
    scale = find_scale(weights, least)
    x = np.arange(2_000) / 1.0
    np.testing.assert_array_equal(collapse(x, x, weights, scale).weight, scale.integers(weights))


def test_collapsing_is_chosen_where_at_most_half_as_many_sites_are_left() -> None:
    generator = np.random.default_rng(1)
    for count in (2_000, 400_000):
        for sites, pays in ((count // 50, True), (count // 4, True), (4 * count, False), (10**9, False)):
            places = generator.integers(0, sites, count)
            assert repeats(places / 7.0, -places / 3.0) == pays, (count, sites)
    assert not repeats(np.zeros(1), np.zeros(1))
    assert repeats(np.zeros(2), np.zeros(2))


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("with_numba", [True, False])
@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_places_that_are_none_are_refused(
    monkeypatch: pytest.MonkeyPatch, with_numba: bool, threads: int, wrong: float
) -> None:
    if not with_numba:
        monkeypatch.setattr(packages, "find", lambda name: MISSING)
    x = np.arange(50_000) % 100 / 7.0
    for rows in (slice(49_999, None), slice(0, 1), slice(None)):
        spoilt = x.copy()
        spoilt[rows] = wrong
        for places in ((spoilt, x), (x, spoilt)):
            with pytest.raises(InputError) as caught:
                collapse(*places, monitor=Monitor(threads=threads))
            assert caught.value.parameter == "x"
