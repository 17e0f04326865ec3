"""The time that no program on this machine gets below: what reading, looking up and testing cost alone.

Three loops of about a second each, on all cores, say how fast the machine streams memory, gathers from a
table at random and tests distances. The least time for n rows on u sites and T distance tests follows:

    T_phys = n (16 + weight bytes + 8) / B  +  n t(u)  +  T / r

Rows are read and labels written, every row is looked up in a table with 36 bytes for a site (coordinates,
weight, first row, number), and distances are tested. Where all rows are distinct a radix sort takes the place
of the table: three passes over records of 8 bytes and their gather, 215 bytes of traffic per row.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numba
import numpy as np

TABLE_BYTES = 36
SORT_BYTES = 215
LABEL_BYTES = 8
LOOP_SECONDS = 1.0


@dataclass(frozen=True)
class Machine:
    """What all cores do together: bytes streamed, rows of a table of `sites` gathered (None where there is no
    table) and distances tested per second.
    """

    stream: float
    gather: float | None
    tests: float
    sites: int | None

    def __str__(self) -> str:
        gather = (
            ""
            if self.gather is None
            else f", random gather from {self.sites:,} rows {1e9 / self.gather:.2f} ns"
        )
        return (
            f"stream {self.stream / 1e9:.1f} GB/s{gather}, {self.tests / 1e9:.1f} billion distance tests/s, "
            f"on {_cores()} threads"
        )

    def least_seconds(self, rows: int, weight_bytes: int, distance_tests: int) -> float:
        """Return T_phys; `weight_bytes` is the size of a row's weight, 0 where there are none."""
        streamed = rows * (16 + weight_bytes + LABEL_BYTES) / self.stream
        placed = rows * SORT_BYTES / self.stream if self.gather is None else rows / self.gather
        return streamed + placed + distance_tests / self.tests


def calibrate(sites: int | None) -> Machine:
    """Measure the machine; `sites` rows has the table to gather from, None where rows are sorted instead."""
    random = np.random.default_rng(36)
    numbers = np.ones(2**26)
    x, y = random.random((2, 1024))
    gather = None
    if sites is not None:
        table = np.ones((sites, TABLE_BYTES // 4), dtype=np.int32)
        chosen = random.integers(sites, size=2**22, dtype=np.int32)
        gather = _rate(lambda: _gather(table, chosen), chosen.size)
    return Machine(
        stream=_rate(lambda: _sum(numbers), numbers.nbytes),
        gather=gather,
        tests=_rate(lambda: _count(x, y, 0.01), x.size * x.size),
        sites=sites,
    )


def _rate(loop: Callable[[], object], work: int) -> float:
    """Return the work done per second by all cores together, each repeating `loop` for about a second."""
    loop()

    def repeat(_: int) -> float:
        began, times = time.perf_counter(), 0
        while time.perf_counter() < began + LOOP_SECONDS:
            loop()
            times += 1
        return times * work / (time.perf_counter() - began)

    with ThreadPoolExecutor(_cores()) as executor:
        return sum(executor.map(repeat, range(_cores())))


def _cores() -> int:
    return os.cpu_count() or 1


@numba.njit(nogil=True)
def _sum(numbers):
    # Four sums, because one alone waits for its own last addition.
    first, second, third, fourth = 0.0, 0.0, 0.0, 0.0
    for place in range(0, numbers.size, 4):
        first += numbers[place]
        second += numbers[place + 1]
        third += numbers[place + 2]
        fourth += numbers[place + 3]
    return first + second + third + fourth


@numba.njit(nogil=True)
def _gather(table, chosen):
    total = 0
    for place in chosen:
        for column in range(table.shape[1]):
            total += table[place, column]
    return total


@numba.njit(nogil=True)
def _count(x, y, eps_squared):
    within = 0
    for first in range(x.size):
        for second in range(x.size):
            dx, dy = x[first] - x[second], y[first] - y[second]
            within += dx * dx + dy * dy <= eps_squared
    return within
