"""Weights become integers that decide as the weights do."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.density.weights import find_scale
from innovation_clusters.analysis.editions import AUTHOR_WEIGHT
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.monitor import BLOCK_ROWS


def scaled_weights(weights: NDArray[np.float64], min_weight: float) -> tuple[NDArray[np.int64], int]:
    """Integers and the threshold they are held against."""
    scale = find_scale(weights, min_weight)
    return scale.integers(weights), scale.threshold


@pytest.mark.parametrize(
    ("weight", "times", "least"),
    [(0.1, 10, 1.0), (1 / 3, 3, 1.0), (1 / 7, 14, 2.0), (0.7, 10, 7.0), (1 / 16, 16, 1.0), (2.5, 2, 5.0)],
)
def test_fractions_add_up(weight: float, times: int, least: float) -> None:
    weights, threshold = scaled_weights(np.full(times, weight), least)
    assert weights.sum() >= threshold
    weights, threshold = scaled_weights(np.full(times - 1, weight), least)
    assert weights.sum() < threshold


def test_no_weights_count() -> None:
    scale = find_scale(None, 2.5)
    assert (scale.factor, scale.threshold) == (1.0, 3)


def test_odd_weights_are_as_fine_as_63_bits_allow() -> None:
    given_weights = np.concatenate([[1.0, AUTHOR_WEIGHT], np.full(7000, 4400.1 * AUTHOR_WEIGHT)])
    weights, threshold = scaled_weights(given_weights, 4500.0)
    assert sum(weights.tolist()) < 2**63
    scale = Fraction(int(weights[0]))
    assert abs(Fraction(threshold) / scale - 4500) < Fraction(1, 10**8)
    for scaled, weight in zip(weights.tolist(), given_weights.tolist(), strict=True):
        assert abs(Fraction(scaled) / scale - Fraction(weight)) < Fraction(1, 2**34)


def test_steps_for_a_total_of_a_hundred_million() -> None:
    assert find_scale(np.array([1e8 - 1.0, AUTHOR_WEIGHT]), 1e9).factor == 2.0**34


@pytest.mark.parametrize(("short", "reached"), [(9e-13, True), (1.1e-12, False)])
def test_a_sum_of_odd_weights_within_a_trillionth_of_the_minimum_reaches_it(
    short: float, reached: bool
) -> None:
    given_weights = np.full(7, AUTHOR_WEIGHT)
    least = 7 * AUTHOR_WEIGHT / (1.0 - short)
    assert dbscan(np.zeros(7), np.zeros(7), 1.0, least, weights=given_weights).n_clusters == reached
    # Common fractions stay exact.
    least = 0.7 / (1.0 - short)
    assert dbscan(np.zeros(7), np.zeros(7), 1.0, least, weights=np.full(7, 0.1)).n_clusters == 0


def test_large_weights_are_not_taken_for_whole_ones() -> None:
    weights, threshold = scaled_weights(np.full(10, 5e11 + 0.4), 5e12 + 3)
    assert weights.sum() >= threshold
    weights, threshold = scaled_weights(np.full(10, 5e11 + 0.2), 5e12 + 3)
    assert weights.sum() < threshold


def test_one_giant_weight_does_not_erase_the_small_ones() -> None:
    weights, threshold = scaled_weights(np.array([1e18, *[0.1] * 100]), 5.0)
    assert weights[0] >= threshold
    assert weights[1:51].sum() >= threshold > weights[1:50].sum()


@pytest.mark.parametrize("parts", range(2, 60))
def test_a_whole_divided_into_equal_parts_is_a_whole(parts: int) -> None:
    weights, threshold = scaled_weights(np.full(parts, 1 / parts), 1.0)
    assert weights.sum() >= threshold
    assert weights[1:].sum() < threshold


@pytest.mark.parametrize("weight", [2.0**60, 2.0**61])
def test_a_sum_that_63_bits_cannot_hold_is_refused_with_both_sizes(weight: float) -> None:
    """Half of that is left to what is added on the way."""
    weights, beyond = np.full(4, weight), 4 * weight
    with pytest.raises(InputError) as caught:
        dbscan(np.zeros(4), np.zeros(4), 1.0, 2.0**62, weights=weights)
    assert str(caught.value) == (
        f"weights: The weights add up to {beyond}, and only sums below 4.611686018427388e+18 are exact; give "
        "the weights and the minimum in a larger unit."
    )
    assert (caught.value.values["total"], caught.value.values["limit"]) == (beyond, 2.0**62)
    # No weight counts for more than the minimum: below it the same weights are no trouble.
    assert dbscan(np.zeros(4), np.zeros(4), 1.0, 2.0**59, weights=weights).n_clusters == 1
    # Nor is a sum just below the limit.
    below = [2.0**60, 2.0**60, 2.0**60, 2.0**60 - 1024.0]
    assert dbscan(np.zeros(4), np.zeros(4), 1.0, 2.0**61, weights=below).n_clusters == 1


def test_a_sum_that_no_number_can_hold_is_refused() -> None:
    """Also where each of the blocks that are added can be held."""
    weights = np.ones(3 * BLOCK_ROWS)
    weights[::BLOCK_ROWS] = 1e308
    with pytest.raises(InputError, match="add up to inf"):
        find_scale(weights, 1e308)


def test_a_threshold_beyond_any_sum() -> None:
    assert find_scale(None, 1e20).threshold > 2**62


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.floats(0.0, 1e6, allow_subnormal=False), min_size=1, max_size=30),
    st.floats(1e-3, 1e6),
)
def test_decisions_agree_with_exact_arithmetic(values: list[float], least: float) -> None:
    weights, threshold = scaled_weights(np.array(values), least)
    exact = sum(Fraction(value) for value in values)
    margin = abs(exact - Fraction(least)) / Fraction(least)
    if margin > Fraction(1, 10**9):
        assert (int(weights.sum()) >= threshold) == (exact >= Fraction(least))


def test_a_threshold_far_above_all_rounded_weights_is_out_of_reach_and_no_overflow() -> None:
    # An author's weight is no decimal fraction: 60 of them, against WIPO's 4,500.
    given_weights = np.full(60, AUTHOR_WEIGHT)
    weights, threshold = scaled_weights(given_weights, 4500.0)
    assert int(weights.sum()) < threshold <= np.iinfo(np.int64).max
    result = dbscan(np.zeros(60), np.zeros(60), 1.0, 4500.0, weights=given_weights)
    assert result.n_clusters == 0
