"""The memory that a computation asks for before it begins."""

from __future__ import annotations

import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis import memory
from innovation_clusters.analysis.density import dbscan, prepared
from innovation_clusters.analysis.density.prepared import PreparedSites
from innovation_clusters.analysis.errors import InputError

from .density.conftest import counted, steps


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
def test_what_does_not_fit_is_refused_and_what_fits_is_clustered(
    monkeypatch: pytest.MonkeyPatch, metric: str, places: int, free: int
) -> None:
    x = np.arange(100_000) % places / 1000.0
    monkeypatch.setattr(memory, "available", lambda: free)
    with pytest.raises(InputError, match="100000 points need about 0") as caught:
        dbscan(x, x * 0.5, 1.0, 3, metric=metric)
    assert caught.value.parameter == "x"
    monkeypatch.setattr(memory, "available", lambda: 2 * free)
    dbscan(x, x * 0.5, 1.0, 3, metric=metric)


def refusal(count: int, needed: str, free: str) -> str:
    return (
        f"x: {count} points need about {needed} GB of memory, and {free} GB are free; close other programs, "
        "take fewer points, or sum the rows of every place first."
    )


@pytest.mark.parametrize(
    ("metric", "alike", "more", "needed"),
    [
        ("planar", False, {}, 15_600_000_000),
        ("sphere", False, {}, 27_000_000_000),
        ("ellipsoid", False, {}, 27_000_000_000),
        ("planar", False, {"neighbourhoods": True}, 23_700_000_000),
        # Where rows share their places, the rows alone have to fit at first.
        ("ellipsoid", True, {}, 5_400_000_000),
    ],
)
def test_300_million_sites_are_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch, metric: str, alike: bool, more: dict[str, Any], needed: int
) -> None:
    """Zeros that nobody has looked at take no memory."""
    x = np.zeros(300_000_000)
    monkeypatch.setattr(steps, "repeats", lambda x, y: alike)
    worked = counted(monkeypatch, steps, "find_scale")
    monkeypatch.setattr(memory, "available", lambda: needed - 1)
    began = time.perf_counter()
    with pytest.raises(InputError) as caught:
        dbscan(x, x, 15_000.0, 4_500, weights=x, metric=metric, **more)
    assert time.perf_counter() - began < 1.0
    told = f"{needed / 1e9:.1f}", f"{needed / 1e9 - 0.1:.1f}"
    assert str(caught.value) == refusal(300_000_000, *told)
    assert not worked
    # One byte more, and it would begin.
    monkeypatch.setattr(memory, "available", lambda: needed)
    monkeypatch.setattr(steps, "find_scale", began_working)
    with pytest.raises(BeganWorkingError):
        dbscan(x, x, 15_000.0, 4_500, weights=x, metric=metric, **more)


def test_300_million_sites_to_explore_are_refused_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.zeros(300_000_000)
    monkeypatch.setattr(prepared, "find_scale", began_working)
    monkeypatch.setattr(memory, "available", lambda: 8_000_000_000)
    began = time.perf_counter()
    with pytest.raises(InputError) as caught:
        PreparedSites(x, x, 1_000.0, weights=x, metric="ellipsoid")
    assert time.perf_counter() - began < 1.0
    assert str(caught.value) == refusal(300_000_000, "27.0", "8.0")


@pytest.mark.parametrize(("needed", "free"), [(15_600_000_001, 15_600_000_000), (1, 0), (10**9, 10**9 - 1)])
def test_what_is_needed_never_reads_like_what_there_is(
    monkeypatch: pytest.MonkeyPatch, needed: int, free: int
) -> None:
    monkeypatch.setattr(memory, "available", lambda: free)
    with pytest.raises(InputError) as caught:
        memory.require_memory(needed, 7, "x")
    told = {name: float(str(value)) for name, value in caught.value.values.items()}
    assert told["needed"] > told["free"]
    memory.require_memory(free, 7, "x")


class BeganWorkingError(Exception):
    pass


def began_working(*arguments: Any) -> None:
    raise BeganWorkingError


# One more row than 32 bits can number


ROWS = 2**31


@pytest.mark.parametrize("kind", [np.float64, np.float32])
@pytest.mark.parametrize("cluster", [dbscan, PreparedSites])
def test_rows_that_32_bits_cannot_number_are_refused_before_they_are_copied(
    cluster: Callable[..., Any], kind: type[np.floating[Any]]
) -> None:
    """One number that stands for all of them takes no memory; a copy would take 16 GB."""
    x = np.broadcast_to(kind(1.0), ROWS)
    tracemalloc.start()
    try:
        with pytest.raises(InputError) as caught:
            cluster(x, x, 1.0, **({"min_weight": 2} if cluster is dbscan else {}), weights=x)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert str(caught.value) == (
        "x: There are 2147483648 rows, and at most 2147483647 can be clustered at once; split them, or sum "
        "the rows of every place first."
    )


def test_as_many_rows_as_32_bits_can_number_are_a_matter_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.broadcast_to(1.0, ROWS - 1)
    monkeypatch.setattr(steps, "_numbers", lambda values: values)
    monkeypatch.setattr(memory, "available", lambda: 10**9)
    with pytest.raises(InputError) as caught:
        dbscan(x, x, 1.0, 2)
    assert str(caught.value) == refusal(2147483647, "38.7", "1.0")


def test_weights_of_too_many_rows_are_refused_before_they_are_copied() -> None:
    with pytest.raises(InputError, match="one weight for every point"):
        dbscan([1.0], [1.0], 1.0, 2, weights=np.broadcast_to(1.0, ROWS))
