"""Fractional counting: records are divided, never lost and never doubled."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis.counting import make_source, record_fractions, record_full_counts
from innovation_clusters.analysis.sums import Sums, sum_by

COORDINATES = np.zeros(6)


def test_a_record_is_divided_among_its_addresses() -> None:
    record = np.array(["a", "a", "a", "b", "c", "c"], dtype=object)
    fractions = record_fractions(record, np.ones(6))
    np.testing.assert_allclose(fractions, [1 / 3, 1 / 3, 1 / 3, 1.0, 0.5, 0.5])


def test_addresses_of_a_row_weigh_in_its_record() -> None:
    fractions = record_fractions(np.array([1, 1, 2]), np.array([3.0, 1.0, 5.0]))
    np.testing.assert_allclose(fractions, [0.75, 0.25, 1.0])


def test_without_records_every_address_is_one() -> None:
    np.testing.assert_array_equal(record_fractions(None, np.array([2.0, 1.0])), [2.0, 1.0])


@pytest.mark.parametrize("weight", [1 / 3_000, 1e-6, 1e-15, 5e-19, 0.0])
def test_parts_of_a_record_are_no_more_than_it_however_small(weight: float) -> None:
    addresses = np.array([weight, 1.0])
    one_each = [float(weight >= 2.0**-60), 1.0]
    assert record_fractions(np.array([0, 1]), addresses).tolist() == one_each
    assert record_full_counts(np.array([0, 1]), addresses, np.array([0, 0])).tolist() == one_each
    source = make_source("patents", np.zeros(2), np.zeros(2), addresses=addresses, record=np.array([0, 1]))
    assert source.fraction.value.tolist() == one_each
    assert source.records == sum(one_each)


def test_records_are_numbered_from_0() -> None:
    with pytest.raises(ValueError, match="from 0"):
        make_source("patents", np.zeros(2), np.zeros(2), record=np.array([0, -1]))


def test_a_record_without_addresses_counts_nothing() -> None:
    np.testing.assert_array_equal(record_fractions(np.array([1, 1]), np.zeros(2)), [0.0, 0.0])


def test_addresses_without_a_place_keep_their_part_of_the_record() -> None:
    source = make_source(
        "patents",
        COORDINATES,
        COORDINATES,
        record=np.array([0, 0, 1, 1, 1, 1]),
        located=np.array([True, False, True, True, False, True]),
    )
    np.testing.assert_allclose(source.fraction.value, [0.5, 0.25, 0.25, 0.25])
    assert source.records == 2.0
    assert source.whole.tolist() == [2.0, 4.0]
    assert source.record is not None
    assert source.record.tolist() == [0, 1, 1, 1]
    assert len(source) == 4


def test_rows_that_stand_for_fractions_of_records_count_them() -> None:
    count = np.array([0.5, 2.25, 1.0, 0.0, 3.0, 0.25])
    located = np.array([True, True, False, True, True, True])
    source = make_source("patents", COORDINATES, COORDINATES, count=Sums(count), located=located)
    assert source.records == 7.0
    assert source.fraction.value.tolist() == [0.5, 2.25, 0.0, 3.0, 0.25]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(-1, 5), st.integers(0, 4)), min_size=1, max_size=60))
def test_records_are_conserved(rows: list[tuple[int, int, int]]) -> None:
    record, cluster, addresses = (np.array(column) for column in zip(*rows, strict=True))
    fractions = record_fractions(record, addresses.astype(float))
    counted = sum_by(cluster, fractions, 6).sum() + fractions[cluster < 0].sum()
    assert abs(counted - len({row[0] for row in rows if addresses[record == row[0]].sum()})) < 1e-7


def test_in_full_a_record_is_one_in_every_cluster_it_has_an_address_in() -> None:
    record = np.array(["a", "a", "a", "a", "b", "c", "c"], dtype=object)
    cluster = np.array([0, 0, 1, -1, 1, 0, 1])
    counts = record_full_counts(record, np.array([1.0, 3.0, 1.0, 1.0, 2.0, 0.0, 1.0]), cluster)
    np.testing.assert_allclose(counts, [0.25, 0.75, 1.0, 0.0, 1.0, 0.0, 1.0])
    assert sum_by(cluster, counts, 2).tolist() == [1.0, 3.0]


def test_in_full_without_records_every_clustered_address_is_one() -> None:
    counts = record_full_counts(None, np.array([2.0, 1.0]), np.array([0, -1]))
    np.testing.assert_array_equal(counts, [2.0, 0.0])
    assert record_full_counts(None, np.empty(0), np.empty(0, dtype=np.int64)).size == 0


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(-1, 5), st.integers(0, 4)), min_size=1, max_size=60))
def test_full_counts_are_the_distinct_records(rows: list[tuple[int, int, int]]) -> None:
    record, cluster, addresses = (np.array(column) for column in zip(*rows, strict=True))
    found = sum_by(cluster, record_full_counts(record, addresses.astype(float), cluster), 6)
    expected = [len({row[0] for row in rows if row[1] == number and row[2]}) for number in range(6)]
    assert found.tolist() == expected
