"""Rows summed by place, as clustering takes them: one place, however many rows it has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .counting import record_fractions
from .density import collapse
from .monitor import Monitor
from .sums import Sums, sum_by

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class Collapsed:
    """Distinct places in the order of their first row, arrays of length p: `x`, `y` float64; `rows` int64,
    how many rows are there; `addresses` and `records` float64, how many addresses they stand for, and how
    many records in fractions.
    """

    x: FloatArray
    y: FloatArray
    rows: IntArray
    addresses: FloatArray
    records: FloatArray

    def __len__(self) -> int:
        return self.x.size


def sum_at_places(
    x: FloatArray,
    y: FloatArray,
    located: NDArray[np.bool_],
    addresses: FloatArray,
    *,
    record: IntArray | None = None,
    count: Sums | None = None,
    groups: IntArray | None = None,
    monitor: Monitor | None = None,
) -> Collapsed:
    """Sum rows float64[n] at their places; rows that are not `located` bool[n] stay part of their records.

    record: int64[n], -1 for none, which counts nowhere; count: n numbers, records in fractions, where
    records are not known row by row; groups: int64[n], how many rows each stands for. Raises Cancelled.
    """
    fraction = Sums(addresses) if count is None else count
    if record is not None:
        named = record >= 0
        parts = np.zeros(record.size)
        parts[named] = record_fractions(record[named], addresses[named])
        fraction = Sums(parts)
    rows = np.flatnonzero(located)
    sites = collapse(x[rows], y[rows], monitor=monitor)
    first = rows[sites.first_row]
    each = None if groups is None else groups[rows]
    return Collapsed(
        x[first],
        y[first],
        np.bincount(sites.of_row, weights=each, minlength=len(sites)).astype(np.int64),
        sum_by(sites.of_row, addresses[rows], len(sites)),
        fraction.select(rows).add_up(sites.of_row, len(sites)).rounded(),
    )
