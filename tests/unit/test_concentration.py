"""How much of the world the first clusters hold, against what is published."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.concentration import concentrations
from innovation_clusters.analysis.scoring import ranks, scores, shares
from innovation_clusters.tests.unit.published import counts_of_2024, totals_of_2024

EQUAL = np.ones(3)


def test_the_first_100_of_2024() -> None:
    """68.5 per cent of the patents and 50.8 of the publications, of world totals that are derived and leave
    0.07 on either side. Added up from the printed counts; WIPO prints no such sum for 2024.
    """
    for limit, margin in (("low", 0.07), ("total", 1e-8), ("high", 0.07)):
        found = shares(counts_of_2024(), totals_of_2024(limit))
        score = scores(found)
        ten, hundred, every = concentrations(ranks(score), found, score, EQUAL)
        assert hundred.shares[0] == pytest.approx(100 * 881_709 / 1_288_000, abs=margin)
        assert hundred.shares[1] == pytest.approx(100 * 4_035_295 / 7_940_000, abs=margin)
        assert np.isnan(hundred.shares[2])
        assert (ten.top, ten.clusters, hundred.clusters) == (10, 10, 100)
        assert (every.top, every.clusters) == (None, 100)
        assert every.score == pytest.approx(hundred.score) == pytest.approx(hundred.shares[:2].mean())


def test_clusters_that_share_the_last_rank_all_count() -> None:
    score = np.array([3.0, 2.0, 2.0, 1.0])
    found = np.column_stack([score, np.full((4, 2), np.nan)])
    two, every = concentrations(ranks(score), found, score, EQUAL, (2,))
    assert (two.clusters, two.shares[0], two.score) == (3, 7.0, 7.0)
    assert (every.clusters, every.shares[0]) == (4, 8.0)


def test_the_score_of_the_world_has_the_weights_of_the_metrics_given() -> None:
    found = np.array([[10.0, 20.0, np.nan]])
    weights = np.array([3.0, 1.0, 9.0])
    [every] = concentrations(np.array([1]), found, scores(found, weights), weights, ())
    assert every.score == 12.5


def test_no_clusters_hold_nothing() -> None:
    found = concentrations(np.empty(0, dtype=np.int64), np.empty((0, 3)), np.empty(0), EQUAL)
    assert [(each.clusters, each.shares.tolist(), each.score) for each in found] == [(0, [0.0] * 3, 0.0)] * 3
