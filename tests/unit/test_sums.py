"""Sums do not hang on the order of addition, on groups in between, or on who adds."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis.sums import UNITS, Sums, concatenated, in_units, sum_by, whole_and_rest

GROUPS = 4
NUMBERS = st.one_of(
    st.floats(-2e9, 2e9),
    st.floats(0.0, 1.0),
    st.builds(lambda whole: 1.0 / whole, st.integers(1, 5_000)),
    st.integers(0, 2**31).map(float),
)
ROWS = st.lists(st.tuples(st.integers(-1, GROUPS - 1), NUMBERS), min_size=1, max_size=60)


def exact(numbers: list[float]) -> Fraction:
    """Add what is added of numbers: whole units."""
    return sum((Fraction(math.trunc(Fraction(number) * UNITS), UNITS) for number in numbers), Fraction(0))


@settings(max_examples=300, deadline=None)
@given(ROWS)
def test_sums_are_exact_and_rounded_once(rows: list[tuple[int, float]]) -> None:
    group, numbers = (np.array(column) for column in zip(*rows, strict=True))
    sums = Sums(numbers).add_up(group, GROUPS)
    assert sums.rest is not None
    for number in range(GROUPS):
        expected = exact([value for of, value in rows if of == number])
        assert sums.value[number] == float(expected)
        assert Fraction(sums.value[number]) + Fraction(sums.rest[number]) == expected
    assert sum_by(group, numbers, GROUPS).tolist() == np.round(sums.value, 9).tolist()
    assert Sums(numbers).total() == float(exact(numbers.tolist()))


@settings(max_examples=300, deadline=None)
@given(ROWS, st.integers(0, 2**32))
def test_groups_in_between_change_nothing(rows: list[tuple[int, float]], seed: int) -> None:
    group, numbers = (np.array(column) for column in zip(*rows, strict=True))
    generator = np.random.default_rng(seed)
    wanted = Sums(numbers).add_up(group, GROUPS)
    order = generator.permutation(len(rows))
    # Every place is in one group.
    place = generator.integers(0, 5, len(rows)) * (GROUPS + 1) + group + 1
    places = Sums(numbers[order]).add_up(place[order], 5 * (GROUPS + 1))
    half = concatenated([places.select(slice(7)), places.select(np.arange(7, len(places)))])
    found = half.add_up(np.arange(len(places)) % (GROUPS + 1) - 1, GROUPS)
    for name in ("value", "rest"):
        assert getattr(found, name).tolist() == getattr(wanted, name).tolist()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**37 - 1), st.integers(0, UNITS - 1)), min_size=1, max_size=20))
def test_whole_numbers_and_rests_of_engines(pairs: list[tuple[int, int]]) -> None:
    whole, rest = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
    sums = whole_and_rest(whole, rest)
    assert sums.rest is not None
    for place, pair in enumerate(pairs):
        expected = Fraction(pair[0]) + Fraction(pair[1], UNITS)
        assert sums.value[place] == float(expected)
        assert Fraction(sums.value[place]) + Fraction(sums.rest[place]) == expected


def test_millions_of_parts_of_records_add_up() -> None:
    generator = np.random.default_rng(1)
    parts = 1.0 / generator.integers(1, 40, 2_000_000)
    group = np.zeros(parts.size, dtype=np.int32)
    [found] = Sums(parts).add_up(group, 1).value
    assert found == math.fsum(parts)
    # One after the other they do not.
    assert abs(np.bincount(group, parts)[0] - found) > 1e-9


def test_more_numbers_than_are_divided_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("innovation_clusters.analysis.sums._AT_ONCE", 7)
    numbers = np.arange(100) / 3.0
    assert Sums(numbers).add_up(np.arange(100) % 3, 3).value.tolist() == [
        float(exact(numbers[start::3].tolist())) for start in range(3)
    ]


def test_what_has_nothing_left_out_stays_plain() -> None:
    parts = [Sums(np.array([0.5])), Sums(np.array([2.0, 3.0]))]
    assert concatenated(parts).rest is None
    assert concatenated(parts).select(np.array([True, False, True])).value.tolist() == [0.5, 3.0]


def test_sums_of_no_values_are_numbers_like_others() -> None:
    sums = sum_by(np.array([-1, -1]), np.array([1.5, 2.5]), 3)
    assert sums.dtype == np.float64
    assert sums.tolist() == [0.0, 0.0, 0.0]
    assert Sums(np.empty(0)).total() == 0.0


@given(st.lists(st.floats(0.0, 1e9), min_size=1, max_size=5))
def test_what_is_smaller_than_a_unit_is_left_out(numbers: list[float]) -> None:
    assert in_units(np.array(numbers)).tolist() == [float(exact([number])) for number in numbers]


def test_small_types_of_groups_do_not_run_over() -> None:
    assert sum_by(np.array([126, 127], dtype=np.int8), np.array([1.5, 2.5]), 128)[126:].tolist() == [1.5, 2.5]


def test_a_number_that_is_none_makes_its_own_sum_none() -> None:
    sums = sum_by(np.array([0, 0, 1]), np.array([1.0, np.nan, 0.5]), 2)
    assert np.isnan(sums[0])
    assert sums[1] == 0.5
