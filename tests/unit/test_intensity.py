"""Who leads by intensity, and what is missing; the published rows are in test_published_checks.py."""

from __future__ import annotations

import numpy as np

from innovation_clusters.analysis.intensity import (
    HUNDRED_THOUSAND,
    in_both,
    intensity_table,
    leaders,
    per_inhabitants,
)
from innovation_clusters.tests.published.of_2024 import PUBLICATIONS_FOR_INTENSITY, intensity_of
from innovation_clusters.tests.unit.published import column, ranks_of
from innovation_clusters.tests.unit.published import table as table_of


def test_who_is_large_and_intense() -> None:
    rows, table = intensity_of(PUBLICATIONS_FOR_INTENSITY)
    size = {row["cluster"]: row for row in table_of("gii_2024_size.csv")}
    by_size = ranks_of([size[row["cluster"]] for row in rows])
    both = in_both(by_size, table.rank, 15)
    assert [rows[row]["cluster"] for row in np.flatnonzero(both)] == [
        *("San Jose–San Francisco, CA", "Boston–Cambridge, MA", "San Diego, CA", "Beijing", "Tokyo–Yokohama")
    ]
    first = leaders(table.ranks[:, 0])
    assert first.tolist() == np.argsort(-column(rows, "patents_per_million"), kind="stable")[:15].tolist()


def test_a_missing_population_is_missing_and_has_no_rank() -> None:
    population = np.array([1e6, np.nan, 0.0, 2e6, 1e6, -5.0])
    counts = np.array([[10.0], [10.0], [10.0], [20.0], [np.nan], [10.0]])
    table = intensity_table(counts, np.array([2.0, 2.0, 2.0, 4.0, 1.0, 2.0]), population)
    np.testing.assert_array_equal(table.score_per_million, [2.0, np.nan, np.nan, 2.0, 1.0, np.nan])
    np.testing.assert_array_equal(table.score_per_100_000, table.score_per_million / 10.0)
    assert table.rank.tolist() == [1, 0, 0, 1, 3, 0]
    np.testing.assert_array_equal(table.counts_per_million[:, 0], [10.0, *[np.nan] * 2, 10.0, *[np.nan] * 2])
    assert table.ranks[:, 0].tolist() == [1, 0, 0, 1, 0, 0]
    np.testing.assert_array_equal(
        per_inhabitants(counts[:, 0], population, HUNDRED_THOUSAND), table.counts_per_100_000[:, 0]
    )


def test_without_clusters_or_metrics() -> None:
    table = intensity_table(np.empty((0, 3)), np.empty(0), np.empty(0))
    assert (table.rank.shape, table.ranks.shape) == ((0,), (0, 3))
    table = intensity_table(np.empty((2, 0)), np.array([1.0, 2.0]), np.array([1e6, 1e6]))
    assert (table.rank.tolist(), table.ranks.shape) == ([2, 1], (2, 0))


def test_leaders_share_the_last_place_and_leave_out_who_has_no_rank() -> None:
    rank = np.array([3, 0, 1, 3, 5, 2])
    assert leaders(rank, 3).tolist() == [2, 5, 0, 3]
    assert leaders(np.zeros(4, dtype=np.int64)).tolist() == []
    assert in_both(rank, np.array([1, 1, 0, 3, 1, 2]), 3).tolist() == [True, False, False, True, False, True]
