"""How few places hold how many addresses, against definitions and worked cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.duplication import duplication


def test_worked_case() -> None:
    found = duplication(np.array([1.0, 5.0, 2.0, 0.0, 2.0]))
    assert (found.sites, found.heaviest, found.half) == (4, 50.0, 1)
    # Mean difference of all pairs over twice the mean: (4+1+1+3+3+0)*2/16 / (2*2.5).
    assert found.gini == pytest.approx(0.3)


def test_all_the_same_and_all_in_one() -> None:
    even = duplication(np.full(10, 3.0))
    assert (even.heaviest, even.half, even.gini) == (10.0, 5, 0.0)
    alone = duplication(np.array([7.0]))
    assert (alone.sites, alone.heaviest, alone.half, alone.gini) == (1, 100.0, 1, 0.0)


def test_nothing() -> None:
    for weights in (np.empty(0), np.zeros(3)):
        found = duplication(weights)
        assert (found.sites, found.half) == (0, 0)
        assert np.isnan([found.heaviest, found.gini]).all()


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=40))
def test_against_the_definitions(numbers: list[int]) -> None:
    weights = np.array(numbers, dtype=np.float64)
    found = duplication(weights)
    differences = np.abs(weights[:, None] - weights[None, :]).sum()
    assert found.gini == pytest.approx(differences / (2 * weights.size**2 * weights.mean()), abs=1e-8)
    ordered = sorted(numbers, reverse=True)
    assert found.half == next(n for n in range(1, len(numbers) + 1) if 2 * sum(ordered[:n]) >= sum(numbers))
