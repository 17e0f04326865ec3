"""What is done between tiles: components of one cluster are joined, and clusters numbered.

A component goes by the id of its first point. That point is in the cluster, whichever tile speaks of it, as
is every core point that two tiles see: an edge from such a point to the first of its component, from each
tile that sees it, is all that joining takes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Clusters:
    """The numbers int32[k] of clusters by the ids int64[k], ascending, of the points that stand for them."""

    ids: NDArray[np.int64]
    number: NDArray[np.int32]
    count: int

    def of(self, ids: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return the number int32[n] of the cluster that an id stands for, -1 for an id of -1."""
        numbers = np.full(ids.size, -1, dtype=np.int32)
        known = ids >= 0
        numbers[known] = self.number[np.searchsorted(self.ids, ids[known])]
        return numbers


def join(first: NDArray[np.int64], second: NDArray[np.int64]) -> Clusters:
    """Join ids int64[k] that are of one cluster, pair by pair; a component by itself is a pair with itself.

    Clusters are numbered by their lowest id, as `dbscan` numbers them by their first row.
    """
    ids, place = np.unique(np.concatenate([first, second]), return_inverse=True)
    start, end = place[: first.size], place[first.size :]
    parent = np.arange(ids.size)
    while start.size:
        # Every root takes the lowest root it has an edge to; then all look through to their roots.
        a, b = parent[start], parent[end]
        apart = a != b
        start, end, a, b = start[apart], end[apart], a[apart], b[apart]
        np.minimum.at(parent, np.maximum(a, b), np.minimum(a, b))
        above = parent[parent]
        while (above != parent).any():
            parent = above
            above = parent[parent]
    roots, number = np.unique(parent, return_inverse=True)
    return Clusters(ids, number.astype(np.int32), roots.size)
