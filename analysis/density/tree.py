"""A balanced tree of boxes over points that were sorted along a space-filling curve.

Leaves hold up to LEAF neighbouring points; node i has the children 2i and 2i + 1, the root is 1. A box is the
tight hull of actual coordinates, and rounding is monotone: what a box bound excludes or includes, the
distance test of every single pair would too. Pruning therefore never changes an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..monitor import CANCEL, DONE, Monitor
from .weights import Weights

LEAF = 32

LOW, HIGH = 0, 1


@dataclass(frozen=True)
class BoxTree:
    """Points in curve order and the boxes above them.

    `coordinates` float64[axes, n] are in curve order; leaf k holds the points from `begin[k]` to before
    `end[k]` (int64[leaves]); `box` float64[nodes, 2, axes] holds the low and the high corner of every node,
    inverted and infinite for an empty one, which every bound excludes; `first_leaf` is the node of leaf 0.
    """

    coordinates: NDArray[np.float64]
    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    box: NDArray[np.float64]
    first_leaf: int

    @property
    def leaves(self) -> int:
        return self.begin.size

    def sums(self, weights: Weights) -> NDArray[np.int64]:
        """Return the weight int64[nodes] of every node; every leaf must have points."""
        total = np.zeros(2 * self.first_leaf, dtype=np.int64)
        total[self._filled()] = np.add.reduceat(weights, self.begin, dtype=np.int64)
        spread_upwards(total, self.first_leaf, np.add)
        return total

    def first_points(self) -> NDArray[np.int64]:
        """Return the first point of every node, int64[nodes], -1 for an empty one."""
        none = np.iinfo(np.int64).max
        first = np.full(2 * self.first_leaf, none)
        first[self._filled()] = np.where(self.begin < self.end, self.begin, none)
        spread_upwards(first, self.first_leaf, np.minimum)
        first[first == none] = -1
        return first

    def label_ranges(self, labels: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the lowest and the highest label int32[nodes] in every node.

        `labels` int32[n] are -1 for points that are not of this tree. An empty node has the highest number
        there is as its lowest label and -1 as its highest.
        """
        none = np.iinfo(np.int32).max
        lowest = np.full(2 * self.first_leaf, none, dtype=np.int32)
        highest = np.full(2 * self.first_leaf, -1, dtype=np.int32)
        starts = np.arange(0, labels.size, LEAF)
        # Without a sign -1 is the highest number there is.
        lowest[self._filled()] = np.minimum(np.minimum.reduceat(labels.view(np.uint32), starts), none)
        highest[self._filled()] = np.maximum.reduceat(labels, starts)
        spread_upwards(lowest, self.first_leaf, np.minimum)
        spread_upwards(highest, self.first_leaf, np.maximum)
        return lowest, highest

    def _filled(self) -> slice:
        return slice(self.first_leaf, self.first_leaf + self.leaves)


def leaf_ranges(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Return begin and end int64[leaves] of the leaves over `count` points, and the node of leaf 0."""
    begin = np.arange(0, count, LEAF)
    end = np.minimum(begin + LEAF, count)
    return begin, end, 1 << max(0, begin.size - 1).bit_length()


def empty_boxes(first_leaf: int, axes: int) -> NDArray[np.float64]:
    """Return float64[nodes, 2, axes] of boxes that no bound includes."""
    box = np.empty((2 * first_leaf, 2, axes))
    box[:, LOW], box[:, HIGH] = np.inf, -np.inf
    return box


def spread_upwards(values: NDArray[np.generic], first_leaf: int, join: np.ufunc) -> None:
    """Fill the inner nodes of values[nodes, …], whose leaves are set, with the join of their children."""
    for parents, left, right in _levels(first_leaf):
        join(values[left], values[right], out=values[parents])


def raise_boxes(box: NDArray[np.float64], first_leaf: int, monitor: Monitor) -> None:
    """Fill the boxes of the inner nodes, those of the leaves being set. Raises Cancelled."""
    # One axis at a time: numpy is slow where the last dimension is short.
    sides = [(box[:, side, axis], side) for side in (LOW, HIGH) for axis in range(box.shape[2])]
    monitor.run(_raise_side, [(values, first_leaf, side) for values, side in sides], len(sides))


def _raise_side(state: NDArray[np.int64], values: NDArray[np.float64], first_leaf: int, side: int) -> None:
    if not state[CANCEL]:
        spread_upwards(values, first_leaf, np.minimum if side == LOW else np.maximum)
    state[DONE] = 1


def _levels(first_leaf: int) -> Iterator[tuple[slice, slice, slice]]:
    """Yield (nodes, left children, right children) level by level, from the leaves' parents up."""
    level = first_leaf
    while level > 1:
        yield slice(level // 2, level), slice(level, 2 * level, 2), slice(level + 1, 2 * level, 2)
        level //= 2
