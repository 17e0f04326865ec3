"""Weights become integers that decide as the weights do."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis.density.weights import scaled_weights
from innovation_clusters.analysis.editions import AUTHOR_WEIGHT


@pytest.mark.parametrize(
    ("weight", "times", "least"),
    [(0.1, 10, 1.0), (1 / 3, 3, 1.0), (1 / 7, 14, 2.0), (0.7, 10, 7.0), (1 / 16, 16, 1.0), (2.5, 2, 5.0)],
)
def test_fractions_add_up(weight: float, times: int, least: float) -> None:
    weights, threshold = scaled_weights(np.full(times, weight), times, least)
    assert weights.sum() >= threshold
    weights, threshold = scaled_weights(np.full(times - 1, weight), times - 1, least)
    assert weights.sum() < threshold


def test_no_weights_count() -> None:
    weights, threshold = scaled_weights(None, 4, 2.5)
    assert weights.tolist() == [1, 1, 1, 1]
    assert threshold == 3


def test_odd_weights_are_as_fine_as_63_bits_allow() -> None:
    given_weights = np.array([1.0, AUTHOR_WEIGHT, 31e6])
    weights, threshold = scaled_weights(given_weights, 3, 4500.0)
    scale = Fraction(threshold) / 4500
    assert int(weights.sum()) < 2**63
    for scaled, weight in zip(weights.tolist(), given_weights.tolist(), strict=True):
        assert abs(Fraction(scaled) / scale - Fraction(weight)) < Fraction(1, 2**34)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.floats(0.0, 1e6, allow_subnormal=False), min_size=1, max_size=30),
    st.floats(1e-3, 1e6),
)
def test_decisions_agree_with_exact_arithmetic(values: list[float], least: float) -> None:
    weights, threshold = scaled_weights(np.array(values), len(values), least)
    exact = sum(Fraction(value) for value in values)
    margin = abs(exact - Fraction(least)) / Fraction(least)
    if margin > Fraction(1, 10**9):
        assert (int(weights.sum()) >= threshold) == (exact >= Fraction(least))
