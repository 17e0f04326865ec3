"""Counts of addresses that are clustered already: denominators hold what is noise or has no place."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.clustered import count_clusters, number_clusters
from innovation_clusters.analysis.counting import Counting, make_source
from innovation_clusters.analysis.sums import sum_by

PATENTS, PUBLICATIONS, DEALS = range(3)


def test_every_metric_by_itself() -> None:
    """Record 1 is a patent of three addresses, one of them without a place, and a publication too."""
    metric = np.array([PATENTS, PATENTS, PATENTS, PUBLICATIONS, DEALS, DEALS])
    cluster = np.array([0, 1, -1, 1, 0, -1])
    record = np.array(["1", "1", "1", "1", "x", "y"], dtype=object)
    found = count_clusters(metric, cluster, 2, addresses=np.ones(6), record=record)
    np.testing.assert_allclose(found.counts, [[1 / 3, 0.0, 1.0], [1 / 3, 1.0, 0.0]], atol=1e-9)
    assert found.records.tolist() == [1.0, 1.0, 2.0]
    in_full = count_clusters(metric, cluster, 2, addresses=np.ones(6), record=record, counting=Counting.FULL)
    assert in_full.counts.tolist() == [[1.0, 0.0, 1.0], [1.0, 1.0, 0.0]]
    assert in_full.records.tolist() == [1.0, 1.0, 2.0]


def test_a_metric_without_addresses_is_unknown_and_not_zero() -> None:
    found = count_clusters(np.array([PUBLICATIONS]), np.array([0]), 1, addresses=np.ones(1))
    np.testing.assert_array_equal(found.counts, [[np.nan, 1.0, np.nan]])
    np.testing.assert_array_equal(found.records, [np.nan, 1.0, np.nan])


def test_addresses_without_a_place_count_as_in_the_whole_run() -> None:
    """What `make_source` leaves out of its rows and keeps in the denominators has the cluster -1 here."""
    generator = np.random.default_rng(4)
    record = generator.integers(0, 60, 300)
    located = generator.random(300) < 0.8
    cluster = np.where(located, generator.integers(-1, 4, 300), -1)
    addresses = generator.integers(1, 5, 300).astype(float)
    source = make_source(
        "patents", np.zeros(300), np.zeros(300), addresses=addresses, record=record, located=located
    )
    found = count_clusters(np.zeros(300, dtype=np.int64), cluster, 4, addresses=addresses, record=record)
    np.testing.assert_array_equal(found.counts[:, 0], sum_by(cluster[located], source.fraction.value, 4))
    assert found.records[0] == source.records == len(set(record.tolist()))
    assert found.counts[:, 0].sum() < source.records


@pytest.mark.parametrize("counting", list(Counting))
def test_a_deal_is_one(counting: Counting) -> None:
    """One firm, one address, one record: both ways of counting say the same, with and without the field."""
    cluster = np.array([0, 0, 1, -1])
    for record in (np.array(["a", "b", "c", "d"], dtype=object), None):
        found = count_clusters(
            np.full(4, DEALS), cluster, 2, addresses=np.ones(4), record=record, counting=counting
        )
        assert found.counts[:, DEALS].tolist() == [2.0, 1.0]
        assert found.records[DEALS] == 4.0


def test_full_counts_are_never_less_than_fractional_ones() -> None:
    generator = np.random.default_rng(5)
    metric, record = generator.integers(0, 3, 500), generator.integers(0, 80, 500).astype(object)
    cluster, addresses = generator.integers(-1, 6, 500), generator.integers(0, 4, 500).astype(float)
    fractional, full = (
        count_clusters(metric, cluster, 6, addresses=addresses, record=record, counting=counting).counts
        for counting in Counting
    )
    assert (full >= fractional).all()
    np.testing.assert_array_equal(full, np.round(full))


def test_what_is_noise_in_a_field_of_clusters() -> None:
    values = np.array([3, None, "", float("nan"), np.float64("nan"), -1, -1.0, 1, 3.0], dtype=object)
    names, labels = number_clusters(values)
    assert names == [1, 3]
    assert labels.tolist() == [1, -1, -1, -1, -1, -1, -1, 0, 1]
