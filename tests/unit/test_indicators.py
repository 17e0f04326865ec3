"""Figures of one cluster are those that the run computes for all at once, and what cannot be is refused."""

from __future__ import annotations

import math

import numpy as np
import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.indicators import (
    english_ordinal,
    intensity_order,
    intensity_rank,
    location_quotient,
    share,
    tier,
)
from innovation_clusters.analysis.intensity import intensity_table
from innovation_clusters.analysis.scoring import TIERS, shares, tiers
from innovation_clusters.analysis.zones.scorecard import location_quotients


def test_shares_are_those_of_the_ranking() -> None:
    counts, total = np.random.default_rng(7).uniform(0.0, 100.0, (50, 1)), 9000.0
    expected = shares(counts, np.array([total]))[:, 0]
    assert [share(count, total) for count in counts[:, 0].tolist()] == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize(
    ("value", "total", "sentence"),
    [
        (1.0, 0.0, "must be greater than 0"),
        (1.0, -5.0, "must be greater than 0"),
        (-1.0, 5.0, "must be 0 or more"),
        (5.1, 5.0, "is greater than the total"),
    ],
)
def test_shares_that_are_none(value: float, total: float, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        share(value, total)


def test_a_rounded_whole_is_a_hundred_per_cent() -> None:
    assert share(0.1 + 0.2, 0.3) == pytest.approx(100.0)


def test_location_quotients_are_those_of_the_scorecard() -> None:
    counts = np.array([[30.0, 50.0, 20.0], [1.0, 0.0, 9.0]])
    whole = np.array([200.0, 500.0, 300.0])
    expected = location_quotients(counts, whole)
    found = [
        [location_quotient(part, row.sum(), of, whole.sum()) for part, of in zip(row, whole, strict=True)]
        for row in counts
    ]
    assert found == pytest.approx(expected)
    # Three tenths of the zone, two tenths of the whole.
    assert found[0][0] == pytest.approx(1.5)


@pytest.mark.parametrize("numbers", [(0.0, 0.0, 1.0, 2.0), (1.0, 2.0, 0.0, 0.0), (1.0, 2.0, 0.0, 3.0)])
def test_without_a_whole_there_is_no_quotient(numbers: tuple[float, float, float, float]) -> None:
    assert math.isnan(location_quotient(*numbers))


@pytest.mark.parametrize("numbers", [(-1.0, 2.0, 1.0, 2.0), (3.0, 2.0, 1.0, 2.0), (1.0, 2.0, 3.0, 2.0)])
def test_quotients_that_are_none(numbers: tuple[float, float, float, float]) -> None:
    with pytest.raises(InputError):
        location_quotient(*numbers)


def test_tiers_are_those_of_the_ranking() -> None:
    every = np.arange(120)
    assert [tier(rank) for rank in every.tolist()] == tiers(every)
    assert {tier(rank) for rank in every.tolist()} == {"", *TIERS}


def test_intensity_ranks_are_those_of_the_table() -> None:
    draw = np.random.default_rng(3)
    # Coarse, so that some are equal; some without a population, or with an impossible one.
    score, population = draw.integers(0, 6, 80).astype(float), draw.integers(-1, 5, 80).astype(float)
    population[::9] = np.nan
    expected = intensity_table(np.empty((80, 0)), score, population).rank
    order = intensity_order(score, population)
    found = [intensity_rank(*row, order) for row in zip(score.tolist(), population.tolist(), strict=True)]
    assert found == expected.tolist()
    assert 0 in found
    assert len(set(found)) < np.count_nonzero(expected)


def test_ordinals() -> None:
    spelt = (
        "1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 101st 111th 112th 113th 122nd 1013th"
    )
    assert [english_ordinal(int(word[:-2])) for word in spelt.split()] == spelt.split()
