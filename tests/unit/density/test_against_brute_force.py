"""Every way through the computation against the definition, applied to all pairs: core, labels, ambiguity."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis.density import BORDER_RULES, DensityResult, curve, dbscan, vectorised
from innovation_clusters.analysis.density.tree import LEAF
from innovation_clusters.analysis.monitor import Monitor

from .brute_force import (
    MEAN_RADIUS,
    Expected,
    Pairs,
    clustering,
    core_distances,
    distances,
    pairs_within,
)
from .cities import cities
from .conftest import Way
from .point_sets import (
    GLOBAL,
    PLANAR,
    PLANAR_EPS,
    WEIGHTS,
    Maker,
    Points,
    no_weights,
    parts_of_a_record,
    ring,
    tenths,
    uniform,
    whole,
)


def assert_equal(result: DensityResult, expected: Expected) -> None:
    np.testing.assert_array_equal(result.core, expected.core)
    np.testing.assert_array_equal(result.labels, expected.labels)
    np.testing.assert_array_equal(result.ambiguous, expected.ambiguous)
    assert result.n_clusters == expected.labels.max() + 1


def in_the_middle(generator: np.random.Generator, around: NDArray[np.int64]) -> int:
    """A minimum that is the weight around some point: it and its like reach it, just."""
    return max(1, int(np.quantile(around, generator.random(), method="nearest")))


@pytest.mark.parametrize("make", PLANAR)
def test_plane(make: Maker, way: Way) -> None:
    generator = np.random.default_rng(5)
    for case in way.cases(42):
        points = make(generator, int(generator.integers(1, 300)))
        eps, border = float(generator.choice(PLANAR_EPS)), BORDER_RULES[case % 3]
        weights, integers, one = WEIGHTS[case // 3 % 7](generator, points[0].size)
        pairs = pairs_within(points, eps, "planar")
        least = in_the_middle(generator, pairs.weight_around(integers))
        result = way(*points, eps, least / one, weights=weights, border=border, threads=1 + case % 8)
        assert_equal(result, clustering(pairs, integers, least, border))


@pytest.mark.parametrize("metric", ["sphere", "ellipsoid"])
@pytest.mark.parametrize(("make", "eps"), GLOBAL)
def test_globe(make: Maker, eps: float, metric: str, way: Way) -> None:
    generator = np.random.default_rng(5)
    for case in way.cases(9):
        points = make(generator, 100)
        weights, integers, one = WEIGHTS[case % 7](generator, 100)
        pairs = pairs_within(points, eps, metric)
        least = in_the_middle(generator, pairs.weight_around(integers))
        # The closest of equally close ones is a matter of rounding on the globe: `nearest` is left out.
        border = ("first", "noise")[case % 2]
        result = way(
            *points, eps, least / one, weights=weights, metric=metric, border=border, threads=1 + case % 8
        )
        assert_equal(result, clustering(pairs, integers, least, border))


@pytest.mark.parametrize("metric", ["sphere", "ellipsoid"])
def test_nearest_on_the_globe(metric: str, way: Way) -> None:
    generator = np.random.default_rng(6)
    of_several = 0
    for _ in way.cases(9):
        points = generator.uniform(126.5, 127.4, 400), generator.uniform(37.2, 37.8, 400)
        pairs = pairs_within(points, 3_000.0, metric)
        expected = clustering(pairs, np.ones(400, dtype=np.int64), 5, "nearest")
        assert_equal(way(*points, 3_000.0, 5, metric=metric, border="nearest"), expected)
        of_several += int(expected.ambiguous.sum())
    assert of_several > 5


@pytest.mark.parametrize("minimum", ["one", "all", "more than all"])
def test_extreme_minimum(minimum: str, way: Way) -> None:
    generator = np.random.default_rng(8)
    for make in PLANAR:
        points = make(generator, 200)
        _, integers, _ = whole(generator, 200)
        total = int(integers.sum())
        least = {"one": 1, "all": total, "more than all": total + 1}[minimum]
        for eps in (0.5, 1e12):
            expected = clustering(pairs_within(points, eps, "planar"), integers, least)
            assert_equal(way(*points, eps, least, weights=integers + 0.0), expected)
            assert expected.core.all() or least > 1 or eps < 1.0
            assert not expected.core.any() or least <= total


# Large trees


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int]]:
    """How many chunks every kernel was shared out in, call by call."""
    chunks_of: dict[str, list[int]] = {}
    run = Monitor.run

    def spy(self: Monitor, kernel: Any, chunks: Any, total: int) -> list[Any]:
        chunks_of.setdefault(kernel.__name__, []).append(len(chunks))
        return run(self, kernel, chunks, total)

    monkeypatch.setattr(Monitor, "run", spy)
    return chunks_of


def test_all_parts_of_the_walk_hold_points(way: Way, parts: dict[str, list[int]]) -> None:
    """512 leaves: 256 parts with two leaves each."""
    count = 512 * LEAF - 5
    points = uniform(np.random.default_rng(1), count)
    eps = 0.2
    pairs = pairs_within(points, eps, "planar")
    weights = np.ones(count, dtype=np.int64)
    for share in (0.1, 0.5) if way.compiled else (0.5,):
        least = int(np.quantile(pairs.weight_around(weights), share, method="nearest"))
        for border in BORDER_RULES if way.compiled else ("nearest",):
            result = way(*points, eps, least, border=border, threads=3)
            assert_equal(result, clustering(pairs, weights, least, border))
            assert result.distance_tests > 0
            assert result.n_clusters > 1 or share < 0.5
    if way.compiled:
        assert max(parts["weigh"]) == max(parts["border_labels"]) == 256
        # Every part on its own, then halves level by level.
        assert parts["link_below"][:9] == [256, 128, 64, 32, 16, 8, 4, 2, 1]


@cache
def pairs_of_cities() -> tuple[Points, Pairs]:
    """512 leaves of points, with some hundred pairs that only the geodesic tells from 15 km."""
    points = cities(np.random.default_rng(11), 512 * LEAF - 5, 15_000.0, apart=1e-5)
    return points, pairs_within(points, 15_000.0, "ellipsoid")


@pytest.mark.slow
@pytest.mark.parametrize("make", [no_weights, tenths, parts_of_a_record])
def test_all_parts_of_the_walk_on_the_ellipsoid(
    way: Way, parts: dict[str, list[int]], make: Callable[..., Any]
) -> None:
    points, pairs = pairs_of_cities()
    weights, integers, one = make(np.random.default_rng(12), pairs.count)
    around = pairs.weight_around(integers)
    for share in (0.2, 0.6) if way.compiled else (0.6,):
        least = int(np.quantile(around, share, method="nearest"))
        for border in BORDER_RULES if way.compiled else ("first",):
            expected = clustering(pairs, integers, least, border)
            for threads in (1, 3) if way.compiled else (1,):
                result = way(
                    *points,
                    15_000.0,
                    least / one,
                    weights=weights,
                    metric="ellipsoid",
                    border=border,
                    threads=threads,
                )
                assert_equal(result, expected)
        # The points must hold what they are to test.
        assert expected.labels.max() > 20
        assert 0.1 < expected.core.mean() < 0.9
    if way.compiled:
        assert max(parts["weigh"]) == max(parts["border_labels"]) == 256
        assert parts["link_below"][:9] == [256, 128, 64, 32, 16, 8, 4, 2, 1]


@cache
def ring_pairs(metric: str) -> tuple[Points, float, Pairs]:
    """A ring around a clump of 400 of its 4,800 points, with eps its radius."""
    points = ring(np.random.default_rng(2), 4_800, 12)
    eps = 1.0 if metric == "planar" else float(np.radians(1.0) * MEAN_RADIUS)
    return points, eps, pairs_within(points, eps, metric)


@pytest.mark.parametrize("metric", ["planar", "sphere"])
def test_candidates_are_counted_over_long_lists(
    way: Way, metric: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than 128 leaves across the circle of one, and a minimum that only counting can decide."""
    points, eps, pairs = ring_pairs(metric)
    weights, integers, one = tenths(np.random.default_rng(2), pairs.count)
    in_clump = pairs.weight_around(integers)[::12]
    longest = 0
    within = vectorised._within

    def spy(*arguments: Any) -> Any:
        nonlocal longest
        longest = max(longest, int(np.bincount(arguments[1]).max(initial=0)))
        return within(*arguments)

    monkeypatch.setattr(vectorised, "_within", spy)
    for share in (0.02, 0.5, 0.98) if way.compiled else (0.5,):
        least = int(np.quantile(in_clump, share, method="nearest"))
        result = way(*points, eps, least / one, weights=weights, metric=metric, threads=2)
        expected = clustering(pairs, integers, least)
        assert_equal(result, expected)
        # Points of one leaf come out on both sides: no box can have told.
        assert 0 < expected.core[::12].sum() < in_clump.size
        assert result.distance_tests > 100 * in_clump.size
    if not way.compiled:
        # The compiled walk opens the same leaves: its tree and its bounds are the same.
        assert longest > 128


@pytest.mark.parametrize(("farthest", "bits"), [(10.0, 11), (1e5, 23), (6e9, 31)])
def test_extents_of_any_width(farthest: float, bits: int, way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of 32 and of 64 bits, and cells too wide to tell neighbours apart."""
    grids: list[curve.Grid] = []
    make_grid = curve.make_grid

    def spy(*where: Any) -> curve.Grid:
        grids.append(make_grid(*where))
        return grids[-1]

    monkeypatch.setattr(curve, "make_grid", spy)
    points = uniform(np.random.default_rng(4), 3_000)
    points[0][7] = farthest
    points[1][8] = -farthest
    expected = clustering(pairs_within(points, 0.3, "planar"), np.ones(3_000, dtype=np.int64), 9)
    assert_equal(way(*points, 0.3, 9, threads=5), expected)
    assert grids[0].bits == bits
    # All but two points are in one cell, which has a curve of its own.
    assert (len(grids) > 1) == (bits == 31)
    assert expected.labels.max() > 0


@pytest.mark.parametrize("rule", BORDER_RULES)
def test_border_rules(rule: str, way: Way) -> None:
    """On halves, full of ties between clusters, and on places of their own."""
    generator = np.random.default_rng(3)
    border = ambiguous = 0
    for case in way.cases(30):
        count = int(generator.integers(100, 500))
        x, y = generator.integers(0, 15, (2, count)) / 2.0 if case % 2 else generator.random((2, count)) * 8
        weights = np.ones(count, dtype=np.int64)
        pairs = pairs_within((x, y), 0.75, "planar")
        least = int(np.quantile(pairs.weight_around(weights), 0.6, method="nearest"))
        expected = clustering(pairs, weights, least, rule)
        assert_equal(way(x, y, 0.75, least, border=rule), expected)
        border += int(((expected.labels >= 0) & ~expected.core).sum())
        ambiguous += int(expected.ambiguous.sum())
    # The cases must hold what they are to test.
    assert (border > 300 and ambiguous > 30) or rule == "noise"


PLACES = [("planar", make, 1.0) for make in PLANAR] + [
    (metric, make, eps) for metric in ("sphere", "ellipsoid") for make, eps in GLOBAL if eps < 2e7
]


@pytest.mark.parametrize(("metric", "make", "eps"), PLACES)
def test_neighbourhoods(metric: str, make: Maker, eps: float) -> None:
    """Their weights at full size, also of giants, and the distance at which the minimum is reached.

    That every way gives the same is for `test_neighbourhoods.py` to show.
    """
    generator = np.random.default_rng(9)
    for case in range(7):
        points = make(generator, 100 if metric == "ellipsoid" else 250)
        weights, integers, one = WEIGHTS[case % 7](generator, points[0].size)
        pairs = pairs_within(points, eps, metric)
        around = pairs.weight_around(integers)
        least = in_the_middle(generator, around)
        result = dbscan(
            *points, eps, least / one, weights=weights, metric=metric, neighbourhoods=True, threads=1 + case
        )
        assert_equal(result, clustering(pairs, integers, least))
        assert result.neighbour_weight is not None
        assert result.core_distance is not None
        np.testing.assert_allclose(result.neighbour_weight, around / one, rtol=1e-12)
        np.testing.assert_array_equal(result.neighbour_weight >= least / one, result.core)
        expected = core_distances(pairs, distances(points, pairs, metric), integers, least)
        if metric == "planar":
            np.testing.assert_array_equal(result.core_distance, expected)
        else:
            np.testing.assert_allclose(result.core_distance, expected, rtol=1e-9, atol=1e-4)


def test_order_of_rows_moves_numbers_only() -> None:
    generator = np.random.default_rng(1)
    x, y = generator.integers(0, 40, 3000) / 4.0, generator.integers(0, 40, 3000) / 4.0
    weights = generator.choice([0.1, 0.2, 0.7, 1 / 3], 3000)
    straight = dbscan(x, y, 0.3, 3.0, weights=weights, border="noise")
    shuffled = generator.permutation(3000)
    mixed = dbscan(x[shuffled], y[shuffled], 0.3, 3.0, weights=weights[shuffled], border="noise")
    np.testing.assert_array_equal(mixed.core, straight.core[shuffled])
    pairs = set(zip(mixed.labels.tolist(), straight.labels[shuffled].tolist(), strict=True))
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})
