"""What pairs of parameters are measured by, against the definitions applied to every pair of places."""

from __future__ import annotations

import math
from dataclasses import fields
from functools import partial
from typing import Any

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.parameter_candidates import (
    CLOSE,
    EXTREME,
    Candidates,
    measure_candidates,
    weighted_quantiles,
)

from .density.brute_force import clustering, core_distances, distances, pairs_within

FloatArray = NDArray[np.float64]
Sites = tuple[FloatArray, FloatArray, FloatArray]
PLACES = {"seoul": (127.0, 37.5), "fiji": (179.97, -17.0), "svalbard": (15.6, 78.2), "quito": (-78.5, -0.1)}


def scattered(place: str, count: int, seed: int, spread: float = 0.2) -> Sites:
    """Towns round a place, `spread` in degrees, with whole weights, one in six of them 0."""
    generator = np.random.default_rng(seed)
    longitude, latitude = PLACES[place]
    centre = generator.normal(0.0, spread, (4, 2))[generator.integers(0, 4, count)]
    at = centre + generator.normal(0.0, 0.2 * spread, (count, 2))
    weights = generator.integers(0, 6, count).astype(float)
    return (longitude + at[:, 0] + 180.0) % 360.0 - 180.0, latitude + at[:, 1], weights


def in_space(longitude: float, latitude: float) -> tuple[float, float, float]:
    """Where a place is, by the geocentric way over the reduced latitude."""
    a, b = 6_378_137.0, 6_356_752.314245179
    reduced = math.atan2(b * math.sin(math.radians(latitude)), a * math.cos(math.radians(latitude)))
    turn = math.radians(longitude)
    return (
        a * math.cos(reduced) * math.cos(turn),
        a * math.cos(reduced) * math.sin(turn),
        b * math.sin(reduced),
    )


def by_definition(sites: Sites, eps: float, minimum: int, close: float, extreme: float) -> dict[str, float]:
    longitude, latitude, weights = sites
    integers = weights.astype(np.int64)
    pairs = pairs_within((longitude, latitude), eps, "ellipsoid")
    expected = clustering(pairs, integers, minimum)
    reached = core_distances(pairs, distances((longitude, latitude), pairs, "ellipsoid"), integers, minimum)
    found: dict[str, float] = dict.fromkeys(("clustered", "core", "close", "extreme", "largest", "extent"), 0)
    found["clusters"], found["chained"] = int(expected.labels.max(initial=-1)) + 1, 0
    for cluster in range(int(found["clusters"])):
        members = np.flatnonzero(expected.labels == cluster)
        ups = [
            (
                math.cos(math.radians(latitude[i])) * math.cos(math.radians(longitude[i])),
                math.cos(math.radians(latitude[i])) * math.sin(math.radians(longitude[i])),
                math.sin(math.radians(latitude[i])),
            )
            for i in members
        ]
        mean = [math.fsum(weights[i] * up[k] for i, up in zip(members, ups, strict=True)) for k in range(3)]
        centre = in_space(
            math.degrees(math.atan2(mean[1], mean[0])),
            math.degrees(math.atan2(mean[2], math.hypot(mean[0], mean[1]))),
        )
        away = {
            int(i): math.dist(centre, in_space(longitude[i], latitude[i])) for i in members if weights[i] > 0
        }
        far = [i for i, distance in away.items() if distance > extreme]
        found["clustered"] += weights[members].sum()
        found["core"] += sum(weights[i] for i in members if expected.core[i])
        found["close"] += sum(weights[i] for i in members if reached[i] <= close * eps)
        found["extreme"] += sum(weights[i] for i in far)
        found["largest"] = max(found["largest"], weights[members].sum())
        found["extent"] = max([found["extent"], *away.values()])
        found["chained"] += bool(far)
    of_core = sorted(zip(reached[expected.core].tolist(), integers[expected.core].tolist(), strict=True))
    listed = [distance for distance, weight in of_core for _ in range(weight)]
    for name, part in (("core_median", 0.5), ("core_ninth", 0.9)):
        found[name] = listed[math.ceil(part * len(listed)) - 1] if listed else math.nan
    return found


@settings(max_examples=60, deadline=None)
@given(
    place=st.sampled_from(sorted(PLACES)),
    count=st.integers(3, 40),
    seed=st.integers(0, 10_000),
    close=st.sampled_from([0.3, 0.5, 1.0]),
    extreme=st.sampled_from([4_000.0, 20_000.0]),
)
# A cluster whose members are all without weight: its core site borrows the weight of another's border.
@example(place="fiji", count=32, seed=1461, close=0.3, extreme=4_000.0)
def test_against_the_definitions(place: str, count: int, seed: int, close: float, extreme: float) -> None:
    sites = scattered(place, count, seed)
    if not sites[2].any():
        return
    tried = np.array([7_000.0, 15_000.0]), np.array([4.0, 9.0, 20.0])
    found = measure_candidates(*sites, *tried, close=close, extreme=extreme)
    assert (found.eps.tolist(), found.minimum.tolist()) == ([7e3] * 3 + [15e3] * 3, [4, 9, 20] * 2)
    for row in range(len(found)):
        expected = by_definition(sites, found.eps[row], int(found.minimum[row]), close, extreme)
        for name, value in expected.items():
            assert getattr(found, name)[row] == pytest.approx(value, abs=1e-3, nan_ok=True), (name, row)


def test_what_lies_within_itself() -> None:
    """Close is core and core is clustered; a lower minimum and a larger distance keep all that was core."""
    for seed in range(10):
        found = measure_candidates(
            *scattered("seoul", 300, seed),
            np.array([5e3, 10e3, 20e3]),
            np.array([5.0, 20.0, 80.0]),
            extreme=15e3,
            core_distances=False,
        )
        assert (found.close <= found.core).all()
        assert (found.core <= found.clustered).all()
        assert (found.extreme <= found.clustered).all()
        core, close = found.core.reshape(3, 3), found.close.reshape(3, 3)
        for table in (core, close):
            assert (np.diff(table, axis=0) >= 0.0).all()
            assert (np.diff(table, axis=1) <= 0.0).all()
        assert np.isnan(found.core_median).all()
        # Half of 10 km is 5 km.
        assert close[1].tolist() == core[0].tolist()
        assert close[2].tolist() == core[1].tolist()


def test_clusters_that_a_lower_minimum_joins() -> None:
    """Two cities, 32 km apart, and three villages between them: core from 9 on, and then all are one."""
    longitude, weights = 127.0 + 0.09 * np.arange(5), np.array([50.0, 3.0, 3.0, 3.0, 50.0])
    found = measure_candidates(
        longitude, np.full(5, 37.5), weights, np.array([9_000.0]), np.array([9.0, 10.0, 53.0, 57.0])
    )
    assert found.clusters.tolist() == [1, 2, 2, 0]
    # Of no clusters none can have been joined.
    assert found.joined.tolist() == [1, 0, 0, -1]
    # The village in the middle is a border site of the first.
    assert found.largest.tolist() == [109.0, 56.0, 56.0, 0.0]
    assert found.core.tolist() == [109.0, 106.0, 106.0, 0.0]


def test_the_extent_is_the_geodesic_nearly() -> None:
    """Two places 100 km apart, of equal weight, are 50 km from their middle."""
    line = Geodesic.WGS84.Direct(37.5, 127.0, 90.0, 100_000.0)
    found = measure_candidates(
        np.array([127.0, line["lon2"]]),
        np.array([37.5, line["lat2"]]),
        np.ones(2),
        np.array([100_001.0]),
        np.array([2.0]),
        extreme=49_990.0,
    )
    assert found.extent[0] == pytest.approx(50_000.0, abs=1.0)
    assert (found.extreme[0], found.chained[0], found.close[0]) == (2.0, 1, 0.0)
    assert found.score[0] == -100.0


@pytest.mark.parametrize("factor", [2.0, 0.25])
def test_all_weights_doubled(factor: float) -> None:
    sites = scattered("fiji", 200, 5)
    tried = np.array([6_000.0, 12_000.0]), np.array([10.0, 30.0])
    once = measure_candidates(*sites, *tried)
    twice = measure_candidates(*sites[:2], factor * sites[2], tried[0], factor * tried[1])
    weights = ("clustered", "core", "close", "extreme", "largest", "total", "minimum")
    for field in fields(Candidates):
        expected = np.asarray(getattr(once, field.name)) * (factor if field.name in weights else 1.0)
        np.testing.assert_allclose(getattr(twice, field.name), expected, rtol=1e-12)
    assert once.score.tolist() == twice.score.tolist()


def test_rows_in_another_order() -> None:
    sites = scattered("svalbard", 200, 3)
    order = np.random.default_rng(0).permutation(200)
    others = sites[0][order], sites[1][order], sites[2][order]
    tried = np.array([6_000.0, 12_000.0]), np.array([10.0, 30.0])
    first = measure_candidates(*sites, *tried, border="nearest")
    second = measure_candidates(*others, *tried, border="nearest")
    for field in fields(Candidates):
        np.testing.assert_allclose(getattr(first, field.name), getattr(second, field.name), rtol=1e-9)


def test_nothing_but_noise() -> None:
    found = measure_candidates(*scattered("quito", 50, 1), np.array([1_000.0]), np.array([1e6]))
    assert found.clusters.tolist() == [0]
    assert found.score.tolist() == [0.0]
    assert (found.clustered[0], found.largest[0], found.extent[0], found.chained[0]) == (0.0, 0.0, 0.0, 0)
    assert np.isnan(found.core_median[0])


def test_values_to_try_come_in_any_order_and_once() -> None:
    sites = scattered("seoul", 50, 1)
    found = measure_candidates(*sites, np.array([9e3, 5e3, 9e3]), np.array([7.0, 3.0]))
    assert found.eps.tolist() == [5e3, 5e3, 9e3, 9e3]
    assert found.minimum.tolist() == [3.0, 7.0, 3.0, 7.0]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("eps", {"eps": np.array([])}),
        ("eps", {"eps": np.array([0.0, 5e3])}),
        ("eps", {"eps": np.array([np.inf])}),
        ("minimums", {"minimums": np.array([])}),
        ("minimums", {"minimums": np.array([-1.0])}),
        ("minimums", {"minimums": np.array([np.nan])}),
        ("close", {"close": 0.0}),
        ("close", {"close": 1.1}),
        ("close", {"close": np.nan}),
        ("extreme", {"extreme": 0.0}),
        ("weights", {"weights": np.zeros(3)}),
        ("weights", {"weights": np.empty(0), "longitude": np.empty(0), "latitude": np.empty(0)}),
        ("weights", {"weights": np.array([1.0, -1.0, 5.0])}),
        ("eps", {"eps": np.array([2e7])}),
        ("border", {"border": "last"}),
    ],
)
def test_bad_values(name: str, changed: dict[str, Any]) -> None:
    good: dict[str, Any] = {
        "longitude": np.array([127.0, 127.1, 128.0]),
        "latitude": np.full(3, 37.0),
        "weights": np.ones(3),
        "eps": np.array([5e3]),
        "minimums": np.array([2.0]),
    }
    with pytest.raises(InputError) as caught:
        measure_candidates(**{**good, **changed})
    assert caught.value.parameter == name


def _has_come_to(reached: list[float], fraction: float) -> bool:
    return bool(reached) and reached[-1] >= fraction


def test_cancelled_between_and_within_candidates() -> None:
    sites = scattered("seoul", 2_000, 1)
    for stop_at in (0.0, 0.2, 0.7):
        reached: list[float] = []
        monitor = Monitor(reached.append, partial(_has_come_to, reached, stop_at))
        with pytest.raises(Cancelled):
            measure_candidates(*sites, np.array([5e3, 9e3]), np.array([5.0, 9.0, 20.0]), monitor=monitor)
    reached = []
    measure_candidates(*sites, np.array([5e3, 9e3]), np.array([5.0, 20.0]), monitor=Monitor(reached.append))
    assert reached == sorted(reached)
    assert reached[-1] == pytest.approx(1.0)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=20),
    st.sampled_from([0.1, 0.5, 0.9, 1.0]),
)
def test_weighted_quantiles(pairs: list[tuple[int, int]], part: float) -> None:
    values, weights = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    listed = sorted(value for value, weight in pairs for _ in range(weight))
    expected = listed[math.ceil(round(part * len(listed), 9)) - 1] if listed else math.nan
    assert weighted_quantiles(values, weights, (part,)) == pytest.approx((expected,), nan_ok=True)


def test_defaults_are_those_of_the_text() -> None:
    assert (CLOSE, EXTREME) == (0.5, 50_000.0)
