"""Sums that hang neither on the order of addition nor on who adds: one machine and engines give the same.

A number is added as a multiple of 2**-16, what is left of it as one of 2**-38, and what is left of that as
one of 2**-60: doubles add up to 2**31 of each, and sums up to 2**37, without rounding. What is smaller still
is left out, everywhere. Numbers have to be finite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The finest that is added is one part of so many.
UNITS = 2**60
# A rest may be too long for a double; whole numbers of this many units, and what is left of them, are not.
FINE_UNITS = 2**44
# Decimal places that sums are told in, so that thirds of a record add up to one.
SUM_DECIMALS = 9

_COARSE = float(UNITS // FINE_UNITS)
_STEP = 2.0**22
# So many numbers are divided at a time, which keeps their parts near the processor. Where there are more
# groups it is as many as there are groups, for to add up the sums of a block takes as long as there are
# groups, but no more than a quarter of all, for the memory.
_AT_ONCE = 1 << 17


@dataclass(frozen=True)
class Sums:
    """Numbers float64[n], and what doubles leave out of those that are sums, float64[n], None for nothing.

    Adding sums up gives what adding all their numbers at once would.
    """

    value: NDArray[np.float64]
    rest: NDArray[np.float64] | None = None

    def __len__(self) -> int:
        return self.value.size

    def select(self, rows: slice | NDArray[np.bool_] | NDArray[np.int64]) -> Sums:
        """Return some of the numbers."""
        return Sums(self.value[rows], None if self.rest is None else self.rest[rows])

    def add_up(self, group: NDArray[np.integer[Any]], groups: int) -> Sums:
        """Return the sums by group int[n], length `groups`; groups below 0 are left out."""
        # What is left out is added up before the first group, which takes less than picking the others.
        parts = np.zeros((3, groups + 1))
        for numbers in (self.value,) if self.rest is None else (self.value, self.rest):
            for rows in _blocks(numbers.size, max(_AT_ONCE, min(groups, numbers.size // 4))):
                shifted = np.maximum(group[rows], -1).astype(np.int64) + 1
                for sums, part in zip(parts, _divided(numbers[rows]), strict=False):
                    sums += np.bincount(shifted, weights=part, minlength=groups + 1)
        coarse, middle, fine = parts[:, 1:]
        carried = np.floor(fine / _STEP)
        middle, fine = middle + carried, fine - carried * _STEP
        carried = np.floor(middle / _STEP)
        middle = middle - carried * _STEP
        return _sums(coarse + carried / _COARSE, (middle + fine / _STEP) / (_COARSE * _STEP))

    def total(self) -> float:
        """Return the sum of all."""
        return float(self.add_up(np.broadcast_to(np.int64(0), len(self)), 1).value[0])

    def rounded(self) -> NDArray[np.float64]:
        """Return the numbers in the decimal places that they are told in."""
        return np.round(self.value, SUM_DECIMALS)


def sum_by(group: NDArray[np.integer[Any]], values: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Sum float64[n] values by group int[n], leaving out groups below 0; return float64[groups], rounded."""
    return Sums(values).add_up(group, groups).rounded()


def in_units(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return numbers float64[n] of 0 or more without what is smaller than a unit, and is not added."""
    whole = np.floor(numbers)
    left = numbers - whole
    if not left.any():
        return numbers
    cut: NDArray[np.float64] = whole + np.floor(left * float(UNITS)) / float(UNITS)
    return cut


def whole_and_rest(whole: NDArray[np.int64], rest: NDArray[np.int64]) -> Sums:
    """Return sums of whole numbers int64[n] and of rests int64[n] below 1, in units of 1 / UNITS."""
    return _sums(whole + (rest // FINE_UNITS) / _COARSE, (rest % FINE_UNITS) / float(UNITS))


def concatenated(parts: Sequence[Sums]) -> Sums:
    """Return one after the other."""
    value = np.concatenate([each.value for each in parts])
    if all(each.rest is None for each in parts):
        return Sums(value)
    return Sums(
        value, np.concatenate([np.zeros(len(each)) if each.rest is None else each.rest for each in parts])
    )


def _blocks(count: int, at_once: int) -> Iterator[slice]:
    return (slice(start, start + at_once) for start in range(0, count, at_once))


def _divided(numbers: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    """Return the parts float64[n] of numbers, the last two in units of 2**-38 and 2**-60 and only where there
    are any.
    """
    whole = np.trunc(numbers)
    left = (numbers - whole) * _COARSE
    if not left.any():
        yield whole
        return
    part = np.trunc(left)
    yield whole + part / _COARSE
    for _ in range(2):
        left = (left - part) * _STEP
        part = np.trunc(left)
        yield part


def _sums(coarse: NDArray[np.float64], fine: NDArray[np.float64]) -> Sums:
    """Return sums of multiples of 2**-16 and of less than that; what rounding takes from them is the rest."""
    value = coarse + fine
    return Sums(value, coarse - value + fine)
