"""The memory that a computation asks for before it begins."""

from __future__ import annotations

import os
import sys

import numpy as np
import pytest

from innovation_clusters.analysis import memory
from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.errors import InputError


@pytest.mark.skipif(sys.platform != "linux", reason="compares with what Linux tells")
def test_available_is_less_than_there_is() -> None:
    free = memory.available()
    assert free is not None
    assert 0 < free < os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def test_a_system_that_does_not_tell_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "available", lambda: None)
    memory.require_memory(10**18, 1, "x")


@pytest.mark.parametrize(
    ("metric", "places", "free"),
    [("planar", 100_000, 5_100_000), ("ellipsoid", 100_000, 8_900_000), ("planar", 10, 1_700_000)],
)
def test_what_does_not_fit_is_refused_with_the_sizes(
    monkeypatch: pytest.MonkeyPatch, metric: str, places: int, free: int
) -> None:
    x = np.arange(100_000) % places / 1000.0
    monkeypatch.setattr(memory, "available", lambda: free)
    with pytest.raises(InputError, match=r"100000 points need about .* GB") as caught:
        dbscan(x, x * 0.5, 1.0, 3, metric=metric)
    assert caught.value.parameter == "x"
    monkeypatch.setattr(memory, "available", lambda: 2 * free)
    dbscan(x, x * 0.5, 1.0, 3, metric=metric)
