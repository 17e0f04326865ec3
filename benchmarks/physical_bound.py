"""The time that no program on this machine gets below: what reading, looking up and testing cost alone.

Loops of a quarter of a second each, on all cores and again in every round (`rounds.py`), say how fast the
machine streams memory, looks rows up in tables and tests distances. The least time for n rows on u sites and
T distance tests follows:

    T_phys = n (16 + weight bytes + 14) / B  +  n (p(u) + g(u))  +  T / r

Coordinates and weights are read, a site's number is written for every row and read again (8 bytes), and a
label and two marks are written (6 bytes), all at the rate B at which memory is read. Time that the system
takes to clear memory before it gives it out is left out, though no program is spared it: it changes from one
moment to the next.

p(u) is a look-up in a table with 36 bytes for a site (coordinates, weight, first row, number), at its least:
the slot is given and the row is found there, so that what is left is to compare its coordinates, to add to
its weight and to take its number. Every core has a table of its own, since two cannot add to one. g(u) takes
label and marks from a table of sites to a row.

The loops wait for memory and not for themselves. A look-up that adds up the 36 bytes as nine numbers takes
twice as long (3.3 ns for two cores together where this took 1.5 in the same hour), and a sum of fractions
reads 50 GB/s where one of whole numbers reads 70: bounds from these are no bounds.

Where all rows are distinct a radix sort takes the place of both: three passes over records of 8 bytes and
their gather, 215 bytes of traffic per row.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numba
import numpy as np

SITE = np.dtype([("x", "f8"), ("y", "f8"), ("weight", "i8"), ("first_row", "i8"), ("number", "i4")])
OUTCOME = np.dtype([("label", "i4"), ("core", "i1"), ("ambiguous", "i1")])
SORT_BYTES = 215
NUMBER_BYTES = 4
LOOP_SECONDS = 0.25

_CHOSEN = 2**22
_BLOCK = 1024


@dataclass(frozen=True)
class Machine:
    """What all cores do together in a second: bytes streamed, rows looked up and labelled from tables of
    `sites` (None where there are no tables), distances tested.
    """

    stream: float
    look_ups: float | None
    labels: float | None
    tests: float
    sites: int | None

    def __str__(self) -> str:
        tables = ""
        if self.look_ups is not None and self.labels is not None:
            tables = (
                f", look-up among {self.sites:,} sites {1e9 / self.look_ups:.2f} ns, "
                f"label of one {1e9 / self.labels:.2f} ns"
            )
        return (
            f"stream {self.stream / 1e9:.1f} GB/s{tables}, {self.tests / 1e9:.1f} billion distance tests/s, "
            f"on {_cores()} threads"
        )

    def least_seconds(self, rows: int, weight_bytes: int, distance_tests: int) -> float:
        """Return T_phys; `weight_bytes` is the size of a row's weight, 0 where there are none."""
        row_bytes = 16 + weight_bytes + OUTCOME.itemsize
        if self.look_ups is None or self.labels is None:
            placed = rows * SORT_BYTES / self.stream
        else:
            row_bytes += 2 * NUMBER_BYTES
            placed = rows / self.look_ups + rows / self.labels
        return rows * row_bytes / self.stream + placed + distance_tests / self.tests


def calibrate(sites: int | None) -> Machine:
    """Measure the machine; `sites` is how many the tables have, None where rows are sorted instead."""
    random = np.random.default_rng(36)
    numbers = np.ones(2**26, dtype=np.int64)
    x, y = random.random((2, 1024))
    look_ups = labels = None
    if sites is not None:
        chosen = random.integers(sites, size=_CHOSEN, dtype=np.int32)
        look_ups = _rate(lambda: _loop_of_look_ups(sites, chosen), chosen.size)
        labels = _rate(lambda: _loop_of_labels(sites, chosen), chosen.size)
    return Machine(
        stream=_rate(lambda: lambda: _sum(numbers), numbers.nbytes),
        look_ups=look_ups,
        labels=labels,
        tests=_rate(lambda: lambda: _count(x, y, 0.01), x.size * x.size),
        sites=sites,
    )


def _rate(prepare: Callable[[], Callable[[], object]], work: int) -> float:
    """Return the work done per second by all cores together, each repeating its own loop, which `prepare`
    makes, for a while.
    """

    def repeat(loop: Callable[[], object]) -> float:
        began, times = time.perf_counter(), 0
        while time.perf_counter() < began + LOOP_SECONDS:
            loop()
            times += 1
        return times * work / (time.perf_counter() - began)

    loops = [prepare() for _ in range(_cores())]
    for loop in loops:
        loop()
    with ThreadPoolExecutor(_cores()) as executor:
        return sum(executor.map(repeat, loops))


def _cores() -> int:
    return os.cpu_count() or 1


def _loop_of_look_ups(sites: int, chosen: np.ndarray) -> Callable[[], object]:
    table, one, number = np.ones(sites, SITE), np.ones(_BLOCK), np.ones(_BLOCK, dtype=np.int32)
    return lambda: _look_up(table, chosen, one, one, number)


def _loop_of_labels(sites: int, chosen: np.ndarray) -> Callable[[], object]:
    table, outcome = np.ones(sites, OUTCOME), np.ones(_BLOCK, OUTCOME)
    return lambda: _label(table, chosen, outcome)


@numba.njit(nogil=True)
def _sum(numbers):
    # Whole numbers: the compiler adds up eight at a time, where fractions would wait for one another.
    total = 0
    for place in range(np.uint64(numbers.size)):
        total += numbers[place]
    return total


@numba.njit(nogil=True)
def _look_up(table, chosen, x, y, number):
    # Rows come and go in a block that stays in the cache: streaming them is counted for itself.
    for row in range(np.uint64(chosen.size)):
        at = row & np.uint64(_BLOCK - 1)
        site = table[np.uint64(chosen[row])]
        same = (site.x == x[at]) & (site.y == y[at])
        site.weight += 1 if same else 0
        number[at] = site.number


@numba.njit(nogil=True)
def _label(table, chosen, outcome):
    for row in range(np.uint64(chosen.size)):
        of_row, of_site = outcome[row & np.uint64(_BLOCK - 1)], table[np.uint64(chosen[row])]
        of_row.label, of_row.core = of_site.label, of_site.core
        of_row.ambiguous = of_site.ambiguous


@numba.njit(nogil=True)
def _count(x, y, eps_squared):
    within = 0
    for first in range(x.size):
        for second in range(x.size):
            dx, dy = x[first] - x[second], y[first] - y[second]
            within += dx * dx + dy * dy <= eps_squared
    return within
