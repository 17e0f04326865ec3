"""Shares, scores, ranks, tiers, focus and refusals; published rankings are in test_published_checks.py."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.editions import (
    AUTHOR_ADDRESSES,
    DEALS,
    EDITIONS,
    INVENTOR_ADDRESSES,
)
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.scoring import (
    check_weights,
    focus,
    ranks,
    scores,
    shares,
    tiers,
    totals_or_own,
)
from innovation_clusters.tests.unit.published import (
    counts_of_2024,
    table,
    totals_of_2024,
    world_total,
)


def test_defaults_are_the_published_world_totals() -> None:
    assert world_total("2024", "inventor_addresses") == INVENTOR_ADDRESSES
    assert world_total("2024", "author_addresses") == AUTHOR_ADDRESSES
    assert world_total("2025", "deals") == DEALS
    assert (EDITIONS["2018-2024"].eps, EDITIONS["2018-2024"].min_density) == (15_000.0, 4_500.0)


def test_focus_of_2024_does_not_hang_on_the_derived_totals() -> None:
    """The focus is published as a chart of 2020 only. What its limit makes of the counts of 2024 is the same
    at both limits of the totals: no cluster is near enough to 60 per cent.
    """
    found = [focus(shares(counts_of_2024(), totals_of_2024(limit))) for limit in ("low", "total", "high")]
    assert found[0] == found[1] == found[2]
    assert {name: found[1].count(name) for name in found[1]} == {
        "patents": 29,
        "publications": 48,
        "mixed": 23,
    }
    of = dict(zip((row["cluster"] for row in table("gii_2024_size.csv")), found[1], strict=True))
    # Printed shares: 10.5 and 1.5, 0.9 and 0.1, 3.3 and 3.9, 0.0 and 0.6.
    assert (of["Tokyo–Yokohama"], of["Beijing"], of["Cairo"]) == ("patents", "mixed", "publications")


def test_equal_scores_share_the_better_rank() -> None:
    assert ranks(np.array([3.0, 5.0, 3.0, np.nan, 1.0])).tolist() == [2, 1, 2, 0, 4]
    assert ranks(np.empty(0)).tolist() == []


def test_ranks_do_not_hang_on_the_order_of_addition() -> None:
    """0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 to a computer."""
    assert 0.1 + 0.2 + 0.3 != 0.3 + 0.2 + 0.1
    assert ranks(scores(np.array([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.2, 0.3, 0.1]]))).tolist() == [1, 1, 1]


def test_tiers_end_where_those_of_the_maps_end() -> None:
    assert tiers(np.array([1, 25, 26, 50, 51, 75, 76, 100, 101, 237, 0])) == [
        *("1-25", "1-25", "26-50", "26-50", "51-75", "51-75", "76-100", "76-100", "beyond", "beyond", ""),
    ]


def test_focus_at_its_limit() -> None:
    assert focus(np.array([[6.0, 4.0, np.nan], [5.9, 4.1, np.nan], [0.0, 0.0, 2.0], [0.0, 0.0, 0.0]])) == [
        "patents",
        "mixed",
        "deals",
        "mixed",
    ]


@pytest.mark.parametrize(
    ("total", "words"), [(0.0, "greater than 0"), (-5.0, "greater than 0"), (9.0, "smaller")]
)
def test_totals_that_cannot_be(total: float, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        shares(np.array([[4.0, 1.0], [6.0, 2.0]]), np.array([total, 100.0]))
    assert caught.value.parameter == "total_patents"


def test_totals_of_the_world_or_of_the_input() -> None:
    own = np.array([10.0, 20.0, np.nan])
    np.testing.assert_array_equal(totals_or_own(np.array([np.nan, 100.0, 50.0]), own), [10.0, 100.0, np.nan])
    with pytest.raises(InputError, match="has none of this metric") as caught:
        totals_or_own(np.full(3, np.nan), np.array([10.0, 0.0, np.nan]))
    assert caught.value.parameter == "total_publications"


def test_counts_that_overlap_may_add_up_to_more_than_the_total() -> None:
    counts = np.array([[4.0], [6.0]])
    np.testing.assert_allclose(shares(counts, np.array([8.0]), overlapping=True), [[50.0], [75.0]])
    with pytest.raises(InputError, match="smaller"):
        shares(counts, np.array([5.0]), overlapping=True)


@pytest.mark.parametrize(
    ("weights", "parameter"),
    [
        ((-1.0, 1.0, 1.0), "weight_patents"),
        ((1.0, np.nan, 1.0), "weight_publications"),
        ((1.0, 1.0, np.inf), "weight_deals"),
        ((0.0, 0.0, 1.0), "weight_patents"),
    ],
)
def test_weights_that_make_no_score(weights: tuple[float, float, float], parameter: str) -> None:
    given = np.array([True, True, False])
    check_weights(np.ones(3), given)
    with pytest.raises(InputError) as caught:
        check_weights(np.array(weights), given)
    assert caught.value.parameter == parameter
