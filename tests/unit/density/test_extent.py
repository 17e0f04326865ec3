"""The lowest and the highest of many numbers, compiled and in numpy."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.density.extent import extent
from innovation_clusters.analysis.monitor import Monitor

from .conftest import MISSING

MANY = 200_000


@pytest.mark.parametrize("threads", [1, 2, 7])
@pytest.mark.parametrize("with_numba", [True, False])
@pytest.mark.parametrize("count", [1, 5, MANY])
@pytest.mark.parametrize(
    "between", [(-3.0, 5.0), (2.0, 5.0), (-5.0, -2.0), (-1e-300, 1e300), (0.0, 0.0), (-np.inf, np.inf)]
)
def test_extent(
    monkeypatch: pytest.MonkeyPatch, between: tuple[float, float], count: int, with_numba: bool, threads: int
) -> None:
    if not with_numba:
        monkeypatch.setattr(packages, "find", lambda name: MISSING)
    generator = np.random.default_rng(count)
    values = generator.uniform(max(between[0], -1e300), min(between[1], 1e300), count)
    values[generator.integers(count)], values[generator.integers(count)] = between
    assert extent(values, Monitor(threads=threads)) == (values.min(), values.max())


@pytest.mark.parametrize("with_numba", [True, False])
@pytest.mark.parametrize("count", [3, MANY])
@pytest.mark.parametrize("nan", [np.nan, -np.nan])
def test_one_that_is_no_number_shows(
    monkeypatch: pytest.MonkeyPatch, nan: float, count: int, with_numba: bool
) -> None:
    if not with_numba:
        monkeypatch.setattr(packages, "find", lambda name: MISSING)
    values = np.random.default_rng(1).uniform(-1.0, 1.0, count)
    values[count // 2] = nan
    assert np.isnan(extent(values, Monitor(threads=2))).any()


def test_none_has_an_extent_too() -> None:
    assert extent(np.empty(0), Monitor()) == (0.0, 0.0)
