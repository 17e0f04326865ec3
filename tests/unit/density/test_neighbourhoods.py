"""Neighbour weights and core distances: what they say about other minima and distances, against OPTICS of
scikit-learn, and where chords put pairs in the wrong order. Brute force is in `test_against_brute_force.py`.
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product
from typing import Any

import numba
import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from numpy.typing import NDArray
from sklearn.cluster import OPTICS

from innovation_clusters.analysis.density import DensityResult, dbscan
from innovation_clusters.analysis.density.kernels import selecting
from innovation_clusters.analysis.density.space import make_space, undecided_band
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.geodesy import MEAN_RADIUS, geodesic_distance, squared_half_chord
from innovation_clusters.analysis.monitor import Monitor

from .conftest import Way, steps
from .point_sets import Maker, Points, antimeridian, city_level, clumped, lattice, north_pole, uniform

PLACES: list[tuple[str, Maker, float]] = [
    ("planar", clumped, 0.7),
    ("planar", lattice, 1.0),
    ("sphere", city_level, 3_000.0),
    ("sphere", antimeridian, 15_000.0),
    ("ellipsoid", city_level, 3_000.0),
    ("ellipsoid", north_pole, 8_000.0),
]


def measured(result: DensityResult) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    assert result.neighbour_weight is not None
    assert result.core_distance is not None
    return result.neighbour_weight, result.core_distance


def uneven_weights(generator: np.random.Generator, count: int) -> NDArray[np.float64]:
    """Tenths, thirds, zeros, and one in twenty above the minima asked for."""
    weights = generator.choice([0.0, 0.1, 0.7, 1.0, 1 / 3, 2.5], count)
    weights[generator.random(count) < 0.05] = 60.0
    return weights


@pytest.mark.parametrize(("metric", "make", "eps"), PLACES)
def test_the_rest_of_the_answer_is_the_same(metric: str, make: Maker, eps: float, way: Way) -> None:
    generator = np.random.default_rng(1)
    points = make(generator, 500)
    options: dict[str, Any] = {"weights": uneven_weights(generator, 500), "metric": metric}
    without = way(*points, eps, 12.5, **options)
    assert without.neighbour_weight is without.core_distance is None
    assert without.core.any()
    assert not without.core.all()
    result = way(*points, eps, 12.5, **options, neighbourhoods=True)
    np.testing.assert_array_equal(result.labels, without.labels)
    np.testing.assert_array_equal(result.core, without.core)
    np.testing.assert_array_equal(result.ambiguous, without.ambiguous)
    assert result.n_clusters == without.n_clusters
    assert result.distance_tests > without.distance_tests


@pytest.mark.parametrize(("metric", "make", "eps"), PLACES)
def test_every_way_gives_the_same_bits(
    metric: str, make: Maker, eps: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    generator = np.random.default_rng(2)
    points, weights = make(generator, 700), uneven_weights(generator, 700)
    answers = []
    for collapsed, compiled, threads in product((True, False), (True, False), (1, 2, 7)):
        monkeypatch.setattr(steps, "repeats", lambda x, y, answer=collapsed: answer)
        result = dbscan(
            *points,
            eps,
            12.5,
            weights=weights,
            metric=metric,
            neighbourhoods=True,
            threads=threads,
            compiled=compiled,
        )
        answers.append(np.stack(measured(result)).tobytes())
    assert len(answers) == 12
    assert len(set(answers)) == 1


@pytest.mark.parametrize(("metric", "make", "eps"), PLACES)
def test_other_minima_and_other_distances(metric: str, make: Maker, eps: float, way: Way) -> None:
    """A point is core for every minimum up to its neighbour weight, and from its core distance on."""
    generator = np.random.default_rng(3)
    points, weights = make(generator, 400), uneven_weights(generator, 400)
    weight, distance = measured(way(*points, eps, 12.5, weights=weights, metric=metric, neighbourhoods=True))
    for least in (0.1, 1.0, 7.3, 12.5, 25.0, 59.9, 60.0, 61.5, 200.0):
        core = way(*points, eps, least, weights=weights, metric=metric).core
        np.testing.assert_array_equal(core, weight >= least)
    for shorter in (0.02, 0.11, 0.37, 0.61, 0.83, 1.0):
        core = way(*points, shorter * eps, 12.5, weights=weights, metric=metric).core
        np.testing.assert_array_equal(core, distance <= shorter * eps)


@pytest.mark.parametrize(("metric", "make", "eps"), [place for place in PLACES if place[0] != "ellipsoid"])
@pytest.mark.parametrize("least", [1, 2, 9, 40])
# About its reachability plot, which is not asked for.
@pytest.mark.filterwarnings("ignore:divide by zero", "ignore:All reachability values")
def test_against_optics(metric: str, make: Maker, eps: float, least: int, way: Way) -> None:
    points = make(np.random.default_rng(4), 300)
    # scikit-learn takes a minimum of 1 for the share of all points.
    samples = max(least, 2)
    if metric == "planar":
        optics = OPTICS(min_samples=samples, max_eps=eps, algorithm="kd_tree")
        expected = optics.fit(np.column_stack(points)).core_distances_
    else:
        optics = OPTICS(
            min_samples=samples, max_eps=eps / MEAN_RADIUS, metric="haversine", algorithm="ball_tree"
        )
        expected = optics.fit(np.radians(np.column_stack(points[::-1]))).core_distances_ * MEAN_RADIUS
    _, distance = measured(way(*points, eps, samples, metric=metric, neighbourhoods=True))
    # It rounds to 15 decimals.
    np.testing.assert_allclose(distance, expected, rtol=1e-9, atol=1e-14 * MEAN_RADIUS)
    if least == 1:
        _, distance = measured(way(*points, eps, 1, metric=metric, neighbourhoods=True))
        assert not distance.any()


@pytest.mark.parametrize("least", [1.0, 100.0, 2_000.0, 2_999.9])
@pytest.mark.parametrize("make", [uniform, lattice, clumped])
def test_many_neighbours(make: Maker, least: float, way: Way) -> None:
    """More than any bucket holds, in more leaves than one word has bits; every distance to the last bit."""
    generator = np.random.default_rng(5)
    # numpy alone takes as long for a fourth.
    count, least = (4_000, least) if way.compiled else (1_000, max(1.0, least // 4))
    x, y = make(generator, count)
    tenths = generator.integers(0, 16, x.size)
    _, distance = measured(way(x, y, 8.0, least, weights=tenths / 10, neighbourhoods=True, threads=2))
    wanted = round(10 * least)
    for point in range(0, x.size, 41):
        squared = (x[point] - x) ** 2 + (y[point] - y) ** 2
        order = np.argsort(squared)
        reached = np.flatnonzero((np.cumsum(tenths[order]) >= wanted) & (squared[order] <= 64.0))
        expected = np.sqrt(squared[order[reached[0]]]) if reached.size else np.inf
        assert distance[point] == expected


def ring(latitude: float, distances: list[float]) -> Points:
    """A centre and, around it, points at the given geodesic distances, to the north, east, south, west …"""
    places = [
        Geodesic.WGS84.Direct(latitude, 7.0, 90.0 * turn, distance) for turn, distance in enumerate(distances)
    ]
    return (
        np.array([7.0, *(place["lon2"] for place in places)]),
        np.array([latitude, *(place["lat2"] for place in places)]),
    )


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("latitude", [0.0, 37.5, -60.0])
@pytest.mark.parametrize("around", [15_000.0, 900_000.0])
def test_geodesics_decide_where_chords_have_another_order(
    around: float, latitude: float, compiled: bool
) -> None:
    """Chords to the east are longer than those to the north of geodesics a little shorter."""
    step = 2e-6 if around == 15_000.0 else 1.0
    x, y = ring(latitude, [around + step * rank for rank in range(12)])
    position = make_space(x, y, 2 * around, "ellipsoid").coordinates(np.arange(13, dtype=np.int32), Monitor())
    chords = np.linalg.norm(position[:, 1:] - position[:, :1], axis=0)
    assert (np.diff(chords) < 0.0).any()

    exact = [geodesic_distance(*np.radians([x[0], y[0], a, b])) for a, b in zip(x, y, strict=True)]
    assert exact == sorted(exact)
    # The centre does without the others: they are too far from each other.
    for least in range(1, 14):
        _, distance = measured(
            dbscan(x, y, 1.2 * around, least, metric="ellipsoid", neighbourhoods=True, compiled=compiled)
        )
        assert distance[0] == exact[least - 1]


@pytest.mark.parametrize("compiled", [True, False])
def test_haversines_decide_on_the_sphere(compiled: bool) -> None:
    """A parallel's points, all equally far from the pole but for the rounding of their haversines."""
    x, y = np.append(np.linspace(-179.0, 180.0, 60), 0.0), np.append(np.full(60, 89.9), 90.0)
    pole = np.radians([0.0, 90.0])
    exact = sorted(squared_half_chord(*pole, *np.radians([a, b])) for a, b in zip(x, y, strict=True))
    assert len(set(exact)) > 2
    for least in (1, 2, 20, 61):
        _, distance = measured(
            dbscan(x, y, 12_000.0, least, metric="sphere", neighbourhoods=True, compiled=compiled)
        )
        arc = 2.0 * MEAN_RADIUS * math.asin(math.sqrt(exact[least - 1]))
        assert distance[-1] == pytest.approx(arc, rel=1e-15)


@pytest.mark.parametrize("around", [1e-3, 1.0, 15_000.0, 500_000.0, 8_000_000.0, 19_000_000.0])
def test_the_undecided_band_holds_every_geodesic_of_a_chord(around: float) -> None:
    """Of two geodesics equally long the chords lie in each other's band, and it is not wide."""
    generator = np.random.default_rng(6)
    bands = []
    for _ in range(200):
        latitude, longitude, azimuth = (
            generator.uniform(-90, 90),
            generator.uniform(-180, 180),
            generator.uniform(0, 360),
        )
        there = Geodesic.WGS84.Direct(latitude, longitude, azimuth, around)
        x, y = np.array([longitude, there["lon2"]]), np.array([latitude, there["lat2"]])
        space = make_space(x, y, 1.0, "ellipsoid")
        position = space.coordinates(np.arange(2, dtype=np.int32), Monitor())
        squared = float(((position[:, 0] - position[:, 1]) ** 2).sum())
        bands.append((squared, *undecided_band(space.metric, squared)))
    squared, low, high = np.array(bands).T
    assert low.max() <= squared.min()
    assert squared.max() <= high.min()
    if around == 15_000.0:
        assert (np.sqrt(high) - np.sqrt(low)).max() < 7.1e-3


@pytest.mark.parametrize("parts", [3, 7, 10, 16, 22])
def test_fractions_add_up_to_the_last_bit(parts: int, way: Way) -> None:
    generator = np.random.default_rng(parts)
    x, y = generator.integers(0, 9, (2, 600)) * 1.0
    pieces = generator.integers(0, 5 * parts, 600)
    weight, _ = measured(way(x, y, 1.0, 2.0, weights=pieces / parts, neighbourhoods=True))
    for point in range(600):
        within = (x - x[point]) ** 2 + (y - y[point]) ** 2 <= 1.0
        assert weight[point] == float(Fraction(int(pieces[within].sum()), parts))


def test_a_giant_counts_in_full(way: Way) -> None:
    weights = np.array([1e12, 0.25, 0.5])
    weight, distance = measured(
        way(np.array([0.0, 1.0, 5.0]), np.zeros(3), 1.5, 0.75, weights=weights, neighbourhoods=True)
    )
    assert weight.tolist() == [1e12 + 0.25, 1e12 + 0.25, 0.5]
    assert distance.tolist() == [0.0, 1.0, math.inf]


def test_rounding_keeps_to_the_side_of_the_minimum(way: Way) -> None:
    """0.1 + 0.2 is more than 0.3, and three tenths reach it all the same."""
    weights = np.array([0.1, 0.2, 0.2])
    weight, _ = measured(
        way(np.array([0.0, 0.0, 9.0]), np.zeros(3), 1.0, 0.1 + 0.2, weights=weights, neighbourhoods=True)
    )
    assert weight.tolist() == [0.1 + 0.2, 0.1 + 0.2, 0.2]


@pytest.mark.parametrize("metric", ["planar", "sphere", "ellipsoid"])
@pytest.mark.parametrize("compiled", [True, False])
def test_none_one_and_none_core(metric: str, compiled: bool) -> None:
    options: dict[str, Any] = {"metric": metric, "compiled": compiled, "neighbourhoods": True}
    weight, distance = measured(dbscan([], [], 1.0, 1.0, **options))
    assert weight.size == distance.size == 0
    weight, distance = measured(dbscan([3.0], [4.0], 1.0, 1.0, **options))
    assert (weight.tolist(), distance.tolist()) == ([1.0], [0.0])
    weight, distance = measured(dbscan([3.0, 30.0], [4.0, 4.0], 1.0, 1.5, **options))
    assert (weight.tolist(), distance.tolist()) == ([1.0, 1.0], [math.inf, math.inf])


def test_what_cannot_be_measured() -> None:
    points: Points = (np.array([0.0, 180.0]), np.zeros(2))
    around_the_world: dict[str, Any] = {"eps": 2.1e7, "min_weight": 1.0, "metric": "ellipsoid"}
    assert dbscan(*points, **around_the_world).n_clusters == 1
    with pytest.raises(InputError, match="19800"):
        dbscan(*points, **around_the_world, neighbourhoods=True)
    heavy = np.full(2, 2.0**61)
    assert dbscan(*points, 1.0, 1.0, weights=heavy).n_clusters == 2
    with pytest.raises(InputError, match="larger unit"):
        dbscan(*points, 1.0, 1.0, weights=heavy, neighbourhoods=True)


def test_cancel_and_progress(way: Way) -> None:
    """Progress grows to the end; cancelled while neighbourhoods are measured, nothing comes back."""
    points = clumped(np.random.default_rng(8), 3_000)
    weights = np.full(3_000, 0.7)
    seen: list[float] = []
    way(*points, 0.7, 20.0, weights=weights, neighbourhoods=True, monitor=Monitor(seen.append))
    assert seen == sorted(seen)
    assert seen[-1] <= 1.0
    questions = len(seen)
    without: list[float] = []
    way(*points, 0.7, 20.0, weights=weights, monitor=Monitor(without.append))
    assert questions > len(without)

    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 0.8 * questions

    with pytest.raises(Cancelled):
        way(*points, 0.7, 20.0, weights=weights, neighbourhoods=True, monitor=Monitor(cancelled=cancelled))


@numba.njit
def _select(
    values: NDArray[np.float64], items: NDArray[np.int64], weights: NDArray[np.int64], least: int
) -> float:
    count = values.size
    buckets = np.empty(selecting.BUCKETS, dtype=np.int64)
    return selecting.reached_value(
        values, items, count, weights, least, buckets, np.empty(count), np.empty(count, dtype=np.int64)
    )


VALUES = {
    "anything": lambda generator, count: generator.random(count),
    "few values": lambda generator, count: generator.integers(0, 4, count) * 1.0,
    "one value": lambda generator, count: np.full(count, 3.5),
    "one far out": lambda generator, count: np.where(np.arange(count) == 7, 1e300, generator.random(count)),
    "some infinite": lambda generator, count: generator.choice([1.0, 2.0, np.inf], count),
    "hardly apart": lambda generator, count: generator.integers(0, 9, count) * 5e-324,
    "sorted": lambda generator, count: np.sort(generator.random(count)),
}


@pytest.mark.parametrize("make", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("count", [1, 2, 63, 65, 1000])
def test_selection_by_weight(make: Any, count: int) -> None:
    generator = np.random.default_rng(count)
    for _ in range(30):
        values, items = make(generator, count), generator.permutation(count)
        weights = generator.integers(0, 9, count)
        total = int(weights.sum())
        order = np.argsort(values)
        sums = np.cumsum(weights[items][order])
        for least in {1, 2, max(1, total // 3), max(1, total), total + 1}:
            reached = np.searchsorted(sums, least)
            expected = values[order[reached]] if reached < count else np.inf
            assert _select(values.copy(), items.copy(), weights, least) == expected
