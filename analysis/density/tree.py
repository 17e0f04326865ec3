"""A balanced tree of boxes over points that were sorted along a space-filling curve.

Leaves hold LEAF consecutive points; node i has the children 2i and 2i + 1, the root is 1. A box is the tight
hull of actual coordinates, and rounding is monotone: what a box bound excludes or includes, the distance test
of every single pair would too. Pruning therefore never changes an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAF = 32

_CURVE_BITS = 31


@dataclass(frozen=True)
class BoxTree:
    """Points in curve order and the boxes above them.

    `position` float64[3, n] in curve order; `low` and `high` float64[nodes, 3] with an inverted infinite box
    for an empty node, which every bound excludes; `weight` int64[nodes]; `leaves` how many leaves hold
    points; `first_leaf` the node of the first of them.
    """

    position: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    weight: NDArray[np.int64]
    leaves: int
    first_leaf: int

    def extremes(self, values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the lowest and the highest of int64[n] point values in every node, int64[nodes] each."""
        lowest = np.full(2 * self.first_leaf, np.iinfo(np.int64).max)
        highest = np.full(2 * self.first_leaf, np.iinfo(np.int64).min)
        if values.size:
            starts = np.arange(0, values.size, LEAF)
            filled = slice(self.first_leaf, self.first_leaf + self.leaves)
            lowest[filled] = np.minimum.reduceat(values, starts)
            highest[filled] = np.maximum.reduceat(values, starts)
        for parents, left, right in _levels(self.first_leaf):
            lowest[parents] = np.minimum(lowest[left], lowest[right])
            highest[parents] = np.maximum(highest[left], highest[right])
        return lowest, highest


def curve_order(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the order of points along a Z-order curve (Morton 1966) over their bounding box."""
    key = np.zeros(x.size, dtype=np.uint64)
    for shift, values in enumerate((x, y)):
        if values.size:
            extent = float(values.max() - values.min())
            step = (2**_CURVE_BITS - 1) / extent if extent > 0.0 else 0.0
            key |= _spread(((values - values.min()) * step).astype(np.uint64)) << np.uint64(shift)
    return np.argsort(key, kind="stable")


def _spread(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Put a zero bit between any two bits of 31-bit numbers."""
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        values = (values | (values << np.uint64(shift))) & np.uint64(mask)
    return values


def build_tree(position: NDArray[np.float64], weights: NDArray[np.int64]) -> BoxTree:
    """Build the tree over float64[3, n] points already in curve order, with int64[n] weights."""
    count = position.shape[1]
    leaves = -(-count // LEAF)
    first_leaf = 1 << max(0, leaves - 1).bit_length()
    low = np.full((2 * first_leaf, 3), np.inf)
    high = np.full((2 * first_leaf, 3), -np.inf)
    weight = np.zeros(2 * first_leaf, dtype=np.int64)
    if count:
        starts = np.arange(0, count, LEAF)
        filled = slice(first_leaf, first_leaf + leaves)
        low[filled] = np.minimum.reduceat(position, starts, axis=1).T
        high[filled] = np.maximum.reduceat(position, starts, axis=1).T
        weight[filled] = np.add.reduceat(weights, starts)
    for parents, left, right in _levels(first_leaf):
        low[parents] = np.minimum(low[left], low[right])
        high[parents] = np.maximum(high[left], high[right])
        weight[parents] = weight[left] + weight[right]
    return BoxTree(np.ascontiguousarray(position), low, high, weight, leaves, first_leaf)


def _levels(first_leaf: int) -> Iterator[tuple[slice, slice, slice]]:
    """Yield (nodes, left children, right children) level by level, from the leaves' parents up."""
    level = first_leaf
    while level > 1:
        yield slice(level // 2, level), slice(level, 2 * level, 2), slice(level + 1, 2 * level, 2)
        level //= 2
