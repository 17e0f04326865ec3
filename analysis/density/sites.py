"""Rows collapsed to sites: distinct coordinates, in the order of their first row, with the sum of weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import Monitor
from .weights import ONE_EACH, Scale

_SAMPLE = 1 << 14


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
    """Collapse rows with the same coordinates, float64[n] each and finite, to sites.

    Coordinates are the same when they compare equal: -0.0 and 0.0 are one place. `weights` float64[n], 1 each
    when left out, are summed as the integers that `scale` makes of them.
    """
    monitor = monitor or Monitor()
    x, y = _without_negative_zero(x, monitor), _without_negative_zero(y, monitor)
    if packages.find("numba").module is not None:
        return _hashed(x, y, weights, scale, monitor)
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

    x_bits, y_bits = x.view(np.uint64), y.view(np.uint64)
    given = np.empty(0) if weights is None else weights
    of_row = np.empty(x.size, dtype=np.int32)
    ranges = monitor.shares(x.size)
    collapsing_rows, collapsing_sites, renumbering = monitor.split(18, 1, 1)
    chunks = [
        (*rows, x_bits, y_bits, given, scale.factor, scale.threshold, scale.min_weight, of_row)
        for rows in ranges
    ]
    found = collapsing_rows.run(collapsing.collapse, chunks, x.size)
    if len(found) == 1:
        return Sites(of_row, *found[0])

    first_row = np.concatenate([rows for rows, _ in found])
    of_site = np.empty(first_row.size, dtype=np.int32)
    chunk = (0, first_row.size, x_bits[first_row], y_bits[first_row], np.empty(0), 1.0, 1, 1.0, of_site)
    [(first, _)] = collapsing_sites.run(collapsing.collapse, [chunk], first_row.size)
    weight = np.zeros(first.size, dtype=np.int64)
    end = 0
    for (start, stop), (rows, part_weight), part in zip(
        ranges, found, renumbering.split(*[1] * len(found)), strict=True
    ):
        # The site that each site of this range is, each another one.
        merged = of_site[end : end + rows.size]
        weight[merged] += part_weight
        # The sites of the first range keep their numbers.
        if end:
            _renumber(of_row[start:stop], merged, part)
        end += rows.size
    return Sites(of_row, first_row[first], weight)


def _renumber(numbers: NDArray[np.int32], new: NDArray[np.int32], monitor: Monitor) -> None:
    """Replace every number by what stands at its place in `new`."""

    def replace(rows: slice) -> None:
        numbers[rows] = new[numbers[rows]]

    monitor.blocks(replace, numbers.size)


def _without_negative_zero(values: NDArray[np.float64], monitor: Monitor) -> NDArray[np.float64]:
    """Return the values, or where any is zero a copy in which all zeros have the same bits."""
    if any(monitor.part(0.0, 0.0).blocks(lambda rows: bool((values[rows] == 0.0).any()), values.size)):
        return values + 0.0
    return values


def repeats(x: NDArray[np.float64], y: NDArray[np.float64]) -> bool:
    """Guess from a sample of rows whether there are at most half as many sites as rows.

    Of a sample of m rows that fall on s sites at random, m² / 2s meet one that was there before (the birthday
    problem); s is estimated from how many did.
    """
    step = max(1, x.size // _SAMPLE)
    sample = x[::step] + 1j * y[::step]
    met = len(sample) - len(np.unique(sample))
    return 2 * met >= x.size if step == 1 else met * x.size >= len(sample) ** 2
