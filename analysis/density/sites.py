"""Rows collapsed to sites: distinct coordinates, in the order of their first row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import Monitor


@dataclass(frozen=True)
class Sites:
    """The site of every row, int64[n], and the first row of every site, int64[s], ascending."""

    of_row: NDArray[np.int64]
    first_row: NDArray[np.int64]

    def __len__(self) -> int:
        return self.first_row.size

    def total(self, weights: NDArray[np.int64]) -> NDArray[np.int64]:
        """Sum integer row weights int64[n] by site, int64[s], without passing through floating point."""
        order = np.argsort(self.of_row, kind="stable")
        starts = np.searchsorted(self.of_row[order], np.arange(len(self)))
        return np.add.reduceat(weights[order], starts) if len(self) else np.empty(0, dtype=np.int64)


def collapse(x: NDArray[np.float64], y: NDArray[np.float64], monitor: Monitor | None = None) -> Sites:
    """Collapse rows with the same coordinates, float64[n] each and finite, to sites.

    Coordinates are the same when they compare equal: -0.0 and 0.0 are one place.
    """
    x, y = x + 0.0, y + 0.0
    if packages.find("numba").module is not None:
        from . import kernels

        [(of_row, first_row)] = (monitor or Monitor()).run(kernels.collapse, [(x, y)], x.size)
        return Sites(of_row, first_row)
    order = np.lexsort((y, x))
    changes = np.ones(x.size, dtype=bool)
    changes[1:] = (np.diff(x[order]) != 0.0) | (np.diff(y[order]) != 0.0)
    # lexsort is stable: the first row of a site leads its group.
    first_row = order[changes]
    rank = np.empty(first_row.size, dtype=np.int64)
    rank[np.argsort(first_row, kind="stable")] = np.arange(first_row.size)
    of_row = np.empty(x.size, dtype=np.int64)
    of_row[order] = rank[np.cumsum(changes) - 1]
    return Sites(of_row, np.sort(first_row))
