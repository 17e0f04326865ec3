"""Numbers of exploring beside those of single runs, and the ends of what can be explored."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.density.prepared import PreparedSites
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.exploring import (
    coarse_to_fine,
    core_distances,
    explore,
    neighbour_weights,
    sample,
)
from innovation_clusters.analysis.exploring_limits import around, limits, limits_of_addresses, rounded
from innovation_clusters.analysis.parameter_proposal import k_distance_curve


def addresses(count: int = 3000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    generator = np.random.default_rng(11)
    city = generator.integers(0, 12, count)
    middle = generator.uniform([126.0, 34.5], [129.5, 38.0], (12, 2))[city]
    longitude, latitude = np.round(middle + generator.normal(0.0, 0.05, (count, 2)), 2).T
    return longitude, latitude, generator.choice([1.0, 0.15223, 1.0 / 3.0], count)


@pytest.mark.parametrize(
    ("eps", "minimum"), [(15_000.0, 60.0), (5_000.0, 20.0), (2_000.0, 5.0), (400.0, 900.0)]
)
def test_measures_are_those_of_a_run_on_all_rows(eps: float, minimum: float) -> None:
    longitude, latitude, weights = addresses()
    outcome = explore(
        PreparedSites(longitude, latitude, 500.0, weights=weights, metric="ellipsoid"), eps, minimum
    )
    run = dbscan(longitude, latitude, eps, minimum, weights=weights, metric="ellipsoid")
    total = weights.sum()
    assert outcome.clusters == run.n_clusters
    assert outcome.clustered == pytest.approx(100.0 * weights[run.labels >= 0].sum() / total)
    assert outcome.noise == pytest.approx(100.0 * weights[run.labels < 0].sum() / total)
    assert outcome.core == pytest.approx(100.0 * weights[run.core].sum() / total)
    of_clusters = [weights[run.labels == label].sum() for label in range(run.n_clusters)]
    assert outcome.weight == pytest.approx(of_clusters)
    assert outcome.largest == pytest.approx(100.0 * max(of_clusters, default=0.0) / total)


def test_the_k_distance_curve_is_that_of_propose_parameters() -> None:
    longitude, latitude, weights = addresses()
    sites = PreparedSites(longitude, latitude, 500.0, weights=weights, metric="ellipsoid")
    curve = core_distances(sites, 30.0, 20_000.0).curve
    wanted = k_distance_curve(sites.x, sites.y, sites.weight, 30.0, 20_000.0)
    assert curve.distance == pytest.approx(wanted.distance)
    assert curve.share == pytest.approx(wanted.share)
    assert curve.knee == pytest.approx(wanted.knee)
    # As much is core at a distance as the curve says.
    at = curve.distance.size // 2
    outcome = explore(sites, float(curve.distance[at]) + 0.001, 30.0)
    assert outcome.core == pytest.approx(curve.share[at], abs=0.2)


def test_a_sample_is_one_run() -> None:
    longitude, latitude, weights = addresses()
    sites = PreparedSites(longitude, latitude, 500.0, weights=weights, metric="ellipsoid")
    found, outcome = sample(sites, 4_000.0, 20.0), explore(sites, 4_000.0, 20.0)
    assert (found.eps, found.clusters, found.clustered) == (4_000.0, outcome.clusters, outcome.clustered)


def test_distances_to_try_start_coarse_and_end_fine() -> None:
    distances = list(coarse_to_fine(100.0, 1600.0, 3))
    assert distances[:3] == pytest.approx([100.0, 1600.0, 400.0])
    assert sorted(distances[:5]) == pytest.approx([100.0, 200.0, 400.0, 800.0, 1600.0])
    ratios = [later / earlier for earlier, later in itertools.pairwise(sorted(distances))]
    assert len(distances) == 9
    assert ratios == pytest.approx([2**0.5] * 8)


def test_weights_that_are_all_0_are_refused() -> None:
    with pytest.raises(InputError, match="All weights are 0"):
        explore(PreparedSites([1.0, 2.0], [1.0, 2.0], 1.0, weights=[0.0, 0.0]), 1.0, 1.0)


def test_the_start_finds_clusters_where_there_are_some() -> None:
    generator = np.random.default_rng(2)
    towns = generator.uniform(0.0, 1e5, (20, 2))[generator.integers(0, 20, 20_000)]
    x, y = (towns + generator.normal(0.0, 800.0, (20_000, 2))).T
    start = limits(x, y, None, "planar")
    assert start.minimum == 10.0
    outcome = explore(PreparedSites(x, y, 1.0), start.eps, start.minimum)
    assert 1 < outcome.clusters < 200
    assert outcome.clustered > 50.0


@pytest.mark.parametrize(
    ("x", "y", "metric"),
    [
        ([5.0], [5.0], "planar"),
        ([5.0, 5.0], [1.0, 2.0], "planar"),
        ([0.0, 0.0], [90.0, 90.0], "ellipsoid"),
        ([-180.0, 180.0], [-90.0, 90.0], "ellipsoid"),
    ],
)
def test_limits_are_in_order_whatever_the_extent(x: list[float], y: list[float], metric: str) -> None:
    start = limits(np.array(x), np.array(y), None, metric)
    assert 0.0 < start.least_eps < start.eps < start.most_eps < 2e7
    assert 0.0 < start.least_minimum < start.minimum < start.most_minimum


def test_limits_around_a_pair_hold_it() -> None:
    found = around(15_000.0, 4_500.0, 1000.0, "ellipsoid")
    assert found.least_eps < 15_000.0 < found.most_eps
    assert found.least_minimum < 4_500.0 < found.most_minimum
    assert rounded(1994.7) == 2000.0


def test_addresses_start_where_wipo_does_if_there_are_enough() -> None:
    assert (limits_of_addresses(4e6).eps, limits_of_addresses(4e6).minimum) == (15_000.0, 4_500.0)
    assert limits_of_addresses(60_000.0).minimum == 300.0
    assert limits_of_addresses(0.0).minimum > 0.0


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("metric", ["ellipsoid", "planar"])
def test_what_is_known_of_sites_changes_nothing_but_the_time(weighted: bool, metric: str) -> None:
    """Also where many are at exactly eps, or weigh exactly the minimum."""
    x, y, weights = addresses()
    if metric == "planar":
        generator = np.random.default_rng(4)
        x, y = generator.integers(0, 60, (2, 3000)) * 100.0
    sites = PreparedSites(x, y, 50.0, weights=weights if weighted else None, metric=metric)
    by_distance, by_weight = core_distances(sites, 30.0, 2_000.0), neighbour_weights(sites, 1_000.0)
    told = 0
    for eps in (100.0, 150.0, 1_000.0, 1_234.5, 2_000.0, 2_001.0):
        for minimum in (1.0, 4.0, 12.5, 30.0, float(by_weight.weight[7])):
            outcome = explore(sites, eps, minimum, known=[by_distance, by_weight])
            wanted = explore(sites, eps, minimum)
            np.testing.assert_array_equal(outcome.result.labels, wanted.result.labels)
            np.testing.assert_array_equal(outcome.result.core, wanted.result.core)
            for known in (by_distance, by_weight):
                core = known.core(eps, minimum)
                if core is not None:
                    told += 1
                    np.testing.assert_array_equal(core, wanted.result.core)
    assert told >= 4


def test_what_rounding_might_decide_is_not_told() -> None:
    sites = PreparedSites(np.arange(50.0), np.zeros(50), 1.0, weights=np.full(50, 0.1))
    assert core_distances(sites, 0.25, 10.0).core(1.0, 0.25) is None
    assert core_distances(sites, 0.25, 10.0).core(1.5, 0.3) is None
    assert core_distances(sites, 0.25, 10.0).core(11.0, 0.25) is None
    assert neighbour_weights(sites, 1.5).core(1.5, 0.3) is None
    assert neighbour_weights(sites, 1.5).core(1.4, 0.25) is None
    found = neighbour_weights(sites, 1.5).core(1.5, 0.25)
    assert found is not None
    assert found.tolist() == [False, *[True] * 48, False]
