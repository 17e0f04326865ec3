"""Close clusters against all pairwise geodesics, and every clause of the rule for merging them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from innovation_clusters.analysis.collaboration import Strengths, count_ties, strengths
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.merging import (
    Chains,
    Merge,
    MergeRule,
    Outcome,
    Proposal,
    Side,
    close_clusters,
    merge,
    merged_into,
    parse_pairs,
    propose,
)


def test_against_all_pairs() -> None:
    generator = np.random.default_rng(8)
    for _ in range(8):
        count = 80
        # Across the antimeridian, where a box in degrees would go wrong.
        longitude = (179.8 + generator.random(count) * 0.5 + 180.0) % 360.0 - 180.0
        latitude = 60.0 + generator.random(count) * 0.3
        labels = generator.integers(-1, 6, count)
        expected = {}
        for first in range(6):
            for second in range(first + 1, 6):
                expected[first, second] = min(
                    Geodesic.WGS84.Inverse(latitude[i], longitude[i], latitude[j], longitude[j])["s12"]
                    for i in np.flatnonzero(labels == first)
                    for j in np.flatnonzero(labels == second)
                )
        # Between two of the distances, so that the last digit of neither library decides.
        limit = float(np.mean(sorted(expected.values())[7:9]))
        found = {
            (pair.first, pair.second): pair.distance
            for pair in close_clusters(longitude, latitude, labels, limit)
        }
        assert found.keys() == {pair for pair, distance in expected.items() if distance <= limit}
        for pair, distance in found.items():
            assert abs(distance - expected[pair]) < 1e-5


def test_nearest_first_and_limit_inclusive() -> None:
    longitude, latitude = np.array([0.0, 0.01, 0.04]), np.zeros(3)
    distance = Geodesic.WGS84.Inverse(0, 0.01, 0, 0.04)["s12"]
    labels = np.array([0, 1, 2])
    pairs = [
        (pair.first, pair.second) for pair in close_clusters(longitude, latitude, labels, distance + 1e-6)
    ]
    assert pairs == [(0, 1), (1, 2)]
    assert len(close_clusters(longitude, latitude, labels, distance - 1e-4)) == 1


def test_nothing_to_merge() -> None:
    one, labels = np.zeros(2), np.array([-1, -1])
    assert close_clusters(one, one, labels, 5000.0) == []
    assert close_clusters(one, one, np.array([0, 1]), 0.0) == []
    assert merge(labels, []).tolist() == [-1, -1]


def test_a_chain_joins_and_numbers_stay_in_order() -> None:
    labels = np.array([0, 1, 2, 3, 4, -1])
    chain = [Merge(3, 4, 1.0), Merge(1, 3, 2.0)]
    assert merge(labels, chain).tolist() == [0, 1, 2, 1, 1, -1]
    assert merge(labels, chain[::-1]).tolist() == [0, 1, 2, 1, 1, -1]


NOISE = -1
# By number: cluster 0 is the largest.
SIZE = np.array([100.0, 50.0, 20.0, 10.0, 5.0])


def tied(shared: Mapping[tuple[int, int], int]) -> Strengths:
    """Return the strengths of clusters, or noise, that share so many records with one address in each."""
    pairs = [pair for pair, count in shared.items() for _ in range(count)]
    labels = np.array(pairs, dtype=np.int64).reshape(-1)
    record = np.repeat(np.arange(len(pairs)), 2)
    return strengths([count_ties(record, labels, SIZE.size)], "records")


def outcomes(proposals: list[Proposal]) -> list[str]:
    return [str(each.outcome) for each in proposals]


def one(shared: Mapping[tuple[int, int], int], rule: MergeRule | None = None) -> Proposal:
    (proposal,) = propose([Merge(0, 2, 3_000.0)], tied(shared), SIZE, rule)
    return proposal


def test_merged_with_all_its_evidence() -> None:
    found = one({(0, 2): 5, (2, 1): 4, (2, NOISE): 3, (0, 1): 9, (0, NOISE): 4})
    assert found.merged
    assert (found.smaller, found.larger, found.distance, found.chain) == (2, 0, 3_000.0, 0)
    assert found.strength == pytest.approx(20.0)
    assert (found.of_smaller.other, found.of_larger.other) == (1, 1)
    assert found.of_smaller.other_strength == pytest.approx(16.0)
    assert found.of_smaller.noise_strength == pytest.approx(12.0)
    assert found.of_larger.other_strength == pytest.approx(36.0)
    assert found.of_larger.noise_strength == pytest.approx(16.0)
    assert found.as_merge() == Merge(0, 2, 3_000.0)


@pytest.mark.parametrize(
    ("shared", "outcome"),
    [
        ({(0, 2): 5, (2, 1): 4, (2, NOISE): 4}, Outcome.MERGED),
        ({(0, 2): 5, (2, 1): 5}, Outcome.OTHER_CLUSTER),
        ({(0, 2): 5, (2, 1): 6, (2, NOISE): 9}, Outcome.OTHER_CLUSTER),
        ({(0, 2): 5, (2, NOISE): 5}, Outcome.NOISE),
        ({(0, 2): 5, (2, 1): 4, (2, NOISE): 6}, Outcome.NOISE),
        ({(2, 1): 4, (0, NOISE): 6}, Outcome.UNTIED),
        ({}, Outcome.UNTIED),
    ],
)
def test_each_clause_fails_once(shared: dict[tuple[int, int], int], outcome: Outcome) -> None:
    assert one(shared).outcome is outcome


def test_noise_counts_against_only_where_the_rule_says_so() -> None:
    shared = {(0, 2): 5, (2, NOISE): 50}
    assert one(shared).outcome is Outcome.NOISE
    assert one(shared, MergeRule(noise=False)).outcome is Outcome.MERGED


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        # The smaller one is tied with the larger most, the larger one with a third.
        ({(0, 2): 5, (0, 1): 6}, ("merged", "merged", "other_cluster")),
        # The other way round.
        ({(0, 2): 5, (2, 1): 6}, ("other_cluster", "merged", "other_cluster")),
        ({(0, 2): 5, (2, 1): 4, (0, 1): 4}, ("merged", "merged", "merged")),
        ({(0, 2): 5, (2, 1): 6, (0, NOISE): 7}, ("other_cluster", "other_cluster", "other_cluster")),
        ({(0, 2): 5, (0, NOISE): 7}, ("merged", "merged", "noise")),
    ],
)
def test_whose_strongest_tie_it_has_to_be(
    shared: dict[tuple[int, int], int], expected: tuple[str, str, str]
) -> None:
    assert tuple(str(one(shared, MergeRule(side)).outcome) for side in Side) == expected


def test_of_equally_large_clusters_the_later_one_is_merged() -> None:
    (found,) = propose([Merge(0, 1, 1.0)], tied({(0, 1): 1}), np.ones(5))
    assert (found.smaller, found.larger) == (1, 0)


def test_pairs_are_switched_off_one_by_one() -> None:
    close = [Merge(0, 1, 1.0), Merge(2, 3, 2.0)]
    ties = tied({(0, 1): 3, (2, 3): 3})
    assert outcomes(propose(close, ties, SIZE)) == ["merged", "merged"]
    assert outcomes(propose(close, ties, SIZE, switched_off=[(3, 2)])) == ["merged", "switched_off"]
    assert outcomes(propose(close, ties, SIZE, switched_off=[(0, 1), (0, 2)])) == ["switched_off", "merged"]
    # What would not be merged anyway tells why.
    assert outcomes(propose(close, tied({}), SIZE, switched_off=[(0, 1)])) == ["untied", "untied"]


def test_chains_are_told_and_joined_only_if_wanted() -> None:
    """Clusters 3 and 2, 2 and 1 hang together; 4 is close to 3 but tied with 0."""
    close = [Merge(1, 2, 1.0), Merge(2, 3, 2.0), Merge(3, 4, 3.0)]
    ties = tied({(1, 2): 5, (2, 3): 4, (3, 4): 1, (4, 0): 3})
    joined = propose(close, ties, SIZE)
    assert outcomes(joined) == ["merged", "merged", "other_cluster"]
    assert [each.chain for each in joined] == [1, 1, 0]
    assert merged_into(joined, SIZE).tolist() == [0, 1, 1, 1, 4]
    left = propose(close, ties, SIZE, MergeRule(chains=Chains.LEAVE))
    assert outcomes(left) == ["chain", "chain", "other_cluster"]
    assert [each.chain for each in left] == [1, 1, 0]
    assert merged_into(left, SIZE).tolist() == [0, 1, 2, 3, 4]
    # One link less, and there is no chain any more.
    fewer = propose(close, ties, SIZE, MergeRule(chains=Chains.LEAVE), switched_off=[(2, 3)])
    assert outcomes(fewer) == ["merged", "switched_off", "other_cluster"]
    assert [each.chain for each in fewer] == [0, 0, 0]


def test_a_link_that_fails_makes_no_chain() -> None:
    close = [Merge(0, 1, 1.0), Merge(1, 2, 2.0)]
    found = propose(close, tied({(0, 1): 5, (1, 2): 2, (2, NOISE): 3}), SIZE)
    assert outcomes(found) == ["merged", "noise"]
    assert [each.chain for each in found] == [0, 0]


def test_two_chains_have_two_numbers_and_the_largest_cluster_keeps_its_own() -> None:
    size = np.array([1.0, 2.0, 9.0, 3.0, 3.0, 1.0])
    pairs = [(0, 1), (1, 2), (3, 4), (4, 5)]
    labels = np.array(pairs).reshape(-1)
    ties = strengths([count_ties(np.repeat(np.arange(4), 2), labels, 6)], "records")
    # Ties are equal, so that the middle ones have no strongest; the outer ones have.
    found = propose([Merge(*pair, 1.0) for pair in pairs], ties, size, MergeRule(Side.EITHER))
    assert [each.chain for each in found] == [1, 1, 2, 2]
    assert merged_into(found, size).tolist() == [2, 2, 2, 3, 3, 3]
    assert merge(np.arange(6), [each.as_merge() for each in found]).tolist() == [0, 0, 0, 1, 1, 1]


def test_pairs_in_a_text() -> None:
    assert parse_pairs("3-17, 8 - 21;5–4\n", "KEPT_APART") == [(3, 17), (8, 21), (5, 4)]
    assert parse_pairs(" ", "KEPT_APART") == []
    for wrong in ("3", "0-3", "3-0", "3-3", "3-x", "3-4-5", "-1-2"):
        with pytest.raises(InputError, match="not a pair") as caught:
            parse_pairs(wrong, "KEPT_APART")
        assert caught.value.parameter == "KEPT_APART"
