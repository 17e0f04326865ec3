"""Which cluster keeps which name: against all ways to match, and in the cases the rule speaks of."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.kept_names import MATCH_SHARE, keep_names, match_areas
from innovation_clusters.analysis.monitor import Monitor


def matched(
    holds: list[list[int]], cluster: list[int], weight: list[float], clusters: int, areas: int
) -> list[int]:
    """Return the match of sites, each with the areas that hold it."""
    pairs = [(row, area) for row, held in enumerate(holds) for area in held]
    site, area = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return match_areas(
        site, area, np.array(cluster, dtype=np.int64), np.array(weight, dtype=float), clusters, areas
    ).tolist()


def by_hand(
    holds: list[list[int]], cluster: list[int], weight: list[float], clusters: int, areas: int
) -> tuple[NDArray[np.bool_], NDArray[np.float64], float]:
    """Return what may be matched, the weight in common, and the most that any one-to-one match has."""
    common = np.zeros((clusters, areas))
    may = np.zeros((clusters, areas), dtype=bool)
    for this in range(clusters):
        for that in range(areas):
            both = sum(
                each
                for held, own, each in zip(holds, cluster, weight, strict=True)
                if own == this and that in held
            )
            mine = sum(each for own, each in zip(cluster, weight, strict=True) if own == this)
            theirs = sum(each for held, each in zip(holds, weight, strict=True) if that in held)
            common[this, that] = both
            may[this, that] = both > 0 and (both >= MATCH_SHARE * mine or both >= MATCH_SHARE * theirs)
    # As many areas that are nobody's as there are clusters.
    places = [*range(areas), *[-1] * clusters]
    best = max(
        sum(common[this, that] for this, that in enumerate(chosen) if that >= 0 and may[this, that])
        for chosen in set(permutations(places, clusters))
    )
    return may, common, float(best)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_against_all_ways_to_match(data: st.DataObject) -> None:
    clusters, areas = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    sites = data.draw(st.integers(1, 9))
    holds = data.draw(
        st.lists(
            st.lists(st.integers(0, areas - 1), unique=True, max_size=areas), min_size=sites, max_size=sites
        )
    )
    cluster = data.draw(st.lists(st.integers(-1, clusters - 1), min_size=sites, max_size=sites))
    # Whole numbers, so that sums are exact.
    weight = data.draw(st.lists(st.integers(0, 4).map(float), min_size=sites, max_size=sites))
    found = matched(holds, cluster, weight, clusters, areas)
    may, common, best = by_hand(holds, cluster, weight, clusters, areas)
    given_areas = [area for area in found if area >= 0]
    assert len(set(given_areas)) == len(given_areas)
    pairs = [(this, that) for this, that in enumerate(found) if that >= 0]
    assert all(may[pair] for pair in pairs)
    assert sum(common[pair] for pair in pairs) == best


def test_the_larger_part_of_a_split_keeps_the_name() -> None:
    assert matched([[0]] * 10, [0] * 3 + [1] * 7, [1.0] * 10, 2, 1) == [-1, 0]


def test_clusters_that_became_one_are_called_as_the_larger() -> None:
    assert matched([[0]] * 3 + [[1]] * 7, [0] * 10, [1.0] * 10, 1, 2) == [1]


def test_weight_decides_and_not_the_number_of_sites() -> None:
    assert matched([[0], [1], [1]], [0, 0, 0], [5.0, 1.0, 1.0], 1, 2) == [0]


def test_half_is_enough_of_either_and_less_of_both_is_not() -> None:
    # Half of the cluster in the area, and of the area a fifth.
    assert matched([[0]] * 2 + [[]] * 2 + [[0]] * 8, [0] * 4 + [-1] * 8, [1.0] * 12, 1, 1) == [0]
    # Two of five of the cluster; half of the area.
    assert matched([[0]] * 2 + [[]] * 3 + [[0]] * 2, [0] * 5 + [-1] * 2, [1.0] * 7, 1, 1) == [0]
    assert matched([[0]] * 2 + [[]] * 3 + [[0]] * 3, [0] * 5 + [-1] * 3, [1.0] * 8, 1, 1) == [-1]


def test_areas_that_overlap() -> None:
    """The neighbour's area reaches over a place of the other; both keep their names."""
    assert matched([[0], [0, 1], [1]], [0, 0, 1], [1.0, 5.0, 1.0], 2, 2) == [0, 1]


def test_the_numbers_of_clusters_do_not_matter() -> None:
    generator = np.random.default_rng(3)
    site = np.arange(300, dtype=np.int64)
    area = generator.integers(0, 8, 300)
    cluster = np.where(generator.random(300) < 0.7, area, generator.integers(-1, 8, 300))
    weight = generator.random(300)
    expected = match_areas(site, area, cluster, weight, 8, 8)
    turn = np.append(generator.permutation(8), -1)
    found = match_areas(site, area, turn[cluster], weight, 8, 8)
    assert found[turn[:-1]].tolist() == expected.tolist() == list(range(8))


def test_nothing_to_match() -> None:
    assert matched([[], []], [0, 1], [1.0, 1.0], 2, 3) == [-1, -1]
    assert matched([[], []], [-1, -1], [1.0, 1.0], 0, 3) == []
    assert matched([[], []], [0, 1], [1.0, 1.0], 2, 0) == [-1, -1]
    # Whatever weighs nothing has nothing in common.
    assert matched([[0]], [0], [0.0], 1, 1) == [-1]


def test_cancel_is_heard() -> None:
    one = np.zeros(1, dtype=np.int64)
    with pytest.raises(Cancelled):
        match_areas(one, one, one, np.ones(1), 1, 1, Monitor(cancelled=lambda: True))


def test_an_empty_earlier_name_is_none() -> None:
    names, kept = keep_names(
        np.array([1, -1, 0, 2]), ["Seoul", "Daejeon", "Busan", "Daegu"], ["", "Greater Seoul", "Daegu"]
    )
    assert names == ["Greater Seoul", "Daejeon", "Busan", "Daegu"]
    assert kept.tolist() == [True, False, False, True]
    assert keep_names(np.empty(0, dtype=np.int64), [], ["Seoul"])[0] == []
