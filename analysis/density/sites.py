"""Rows collapsed to sites: distinct coordinates, in the order of their first row, with the sum of weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import CANCEL, Monitor
from .space import not_finite
from .weights import ONE_EACH, Scale

_SAMPLE = 1 << 14
_FIRST_SLOTS = 1 << 14


@dataclass(frozen=True)
class Sites:
    """The site of every row, int32[n], and the first row, ascending, and weight of every site, int64[s]."""

    of_row: NDArray[np.int32]
    first_row: NDArray[np.int64]
    weight: NDArray[np.int64]

    def __len__(self) -> int:
        return self.first_row.size


def collapse(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weights: NDArray[np.float64] | None = None,
    scale: Scale = ONE_EACH,
    monitor: Monitor | None = None,
) -> Sites:
    """Collapse rows with the same coordinates, float64[n] each, to sites.

    Coordinates are the same when they compare equal: -0.0 and 0.0 are one place. `weights` float64[n], 1 each
    when left out, are summed as the integers that `scale` makes of them. Raises InputError for coordinates
    that are not finite, and Cancelled.
    """
    monitor = monitor or Monitor()
    if packages.find("numba").module is not None:
        return _hashed(x, y, weights, scale, monitor)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise not_finite()
    order = np.lexsort((y, x))
    changes = np.ones(x.size, dtype=bool)
    changes[1:] = (np.diff(x[order]) != 0.0) | (np.diff(y[order]) != 0.0)
    starts = np.flatnonzero(changes)
    # lexsort is stable: the first row of a site leads its group.
    by_row = np.argsort(order[starts])
    rank = np.empty(starts.size, dtype=np.int32)
    rank[by_row] = np.arange(starts.size)
    of_row = np.empty(x.size, dtype=np.int32)
    of_row[order] = rank[np.cumsum(changes) - 1]
    integers = np.ones(x.size, dtype=np.int64) if weights is None else scale.integers(weights)
    return Sites(of_row, order[starts][by_row], np.add.reduceat(integers[order], starts)[by_row])


def _hashed(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weights: NDArray[np.float64] | None,
    scale: Scale,
    monitor: Monitor,
) -> Sites:
    """Collapse a range of rows on every thread, and then the sites that the ranges have come to."""
    from .kernels import collapsing

    given = np.empty(0) if weights is None else weights
    of_row = np.empty(x.size, dtype=np.int32)
    ranges = monitor.shares(x.size)
    tables = [_Table() for _ in ranges]
    collapsing_rows, *merging = monitor.split(18, *[2 / len(ranges) for _ in ranges[1:]])
    collapsing_rows.run(
        _collapse,
        [(*rows, x, y, given, scale, of_row, table) for rows, table in zip(ranges, tables, strict=True)],
        x.size,
    )
    # The sites of the first range keep their numbers.
    table = tables[0]
    for (start, stop), other, part in zip(ranges[1:], tables[1:], merging, strict=True):
        joining, renumbering = part.split(1, 1)
        number = table.join(other, joining)
        of_range = of_row[start:stop]
        chunks = [(*rows, of_range, number) for rows in renumbering.shares(of_range.size)]
        renumbering.run(collapsing.renumber, chunks, of_range.size)
    return Sites(of_row, table.first_rows(), np.ascontiguousarray(table.weights()))


class _Table:
    """Sites by their coordinates; `kernels/collapsing.py` tells what the arrays hold."""

    def __init__(self) -> None:
        self.sites = 0
        self.slots = np.zeros(_FIRST_SLOTS, dtype=np.uint32)
        self.entry = np.full((_FIRST_SLOTS // 2, 3), np.nan)
        self.first_row = np.empty(_FIRST_SLOTS // 2, dtype=np.int64)

    def first_rows(self) -> NDArray[np.int64]:
        """Return the first row of every site."""
        return self.first_row[1 : self.sites + 1]

    def weights(self) -> NDArray[np.int64]:
        """Return the weight of every site."""
        return self.entry.view(np.int64)[1 : self.sites + 1, 2]

    def join(self, other: _Table, monitor: Monitor) -> NDArray[np.int32]:
        """Take in the sites of another table, and return the numbers int32[s] that these have here."""
        before = self.sites
        number = np.empty(other.sites, dtype=np.int32)
        x, y = np.ascontiguousarray(other.entry[1 : other.sites + 1, :2].T)
        nothing = np.zeros(other.sites)
        monitor.run(_collapse, [(0, other.sites, x, y, nothing, ONE_EACH, number, self)], other.sites)
        new = self.first_rows()[before:]
        new[:] = other.first_rows()[new]
        self.weights()[number] += other.weights()
        return number

    def grow(self) -> None:
        """Make room for twice as many sites."""
        from .kernels import collapsing

        self.entry, self.first_row = _twice(self.entry), _twice(self.first_row)
        # Filled, not zeros from the start: large arrays then come in large pages, which are found faster.
        self.slots = np.full(2 * self.slots.size, 0, dtype=np.uint32)
        collapsing.put_in(self.entry, self.sites, self.slots)


def _collapse(
    state: NDArray[np.int64],
    start: int,
    stop: int,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weights: NDArray[np.float64],
    scale: Scale,
    of_row: NDArray[np.int32],
    table: _Table,
) -> None:
    """Collapse a range of rows to sites of a table, which grows on the way."""
    from .kernels import collapsing

    scale_of = float(scale.factor), scale.threshold, float(scale.min_weight)
    while start < stop and not state[CANCEL]:
        arrays = table.slots, table.entry, table.first_row
        table.sites, start = collapsing.collapse(
            state, start, stop, x, y, weights, *scale_of, of_row, *arrays, table.sites
        )
        if start < 0:
            raise not_finite()
        if start < stop:
            table.grow()


def _twice(values: NDArray[Any]) -> NDArray[Any]:
    """Return the same values in an array of twice the length."""
    longer = np.empty((2 * len(values), *values.shape[1:]), dtype=values.dtype)
    longer[: len(values)] = values
    return longer


def repeats(x: NDArray[np.float64], y: NDArray[np.float64]) -> bool:
    """Guess from a sample of rows whether there are at most half as many sites as rows.

    Of a sample of m rows that fall on s sites at random, m² / 2s meet one that was there before (the birthday
    problem); s is estimated from how many did.
    """
    step = max(1, x.size // _SAMPLE)
    sample = x[::step] + 1j * y[::step]
    met = len(sample) - len(np.unique(sample))
    return 2 * met >= x.size if step == 1 else met * x.size >= len(sample) ** 2
