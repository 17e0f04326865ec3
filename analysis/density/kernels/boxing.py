"""The boxes of leaves, and the order of points in them."""

from __future__ import annotations

import numpy as np

from ...compilation import njit
from ...monitor import CANCEL, DONE
from ..tree import HIGH, LOW


@njit
def leaf_boxes(state, from_leaf, to_leaf, coordinates, begin, end, box, first_leaf):
    """Set the boxes of a range of leaves to the hulls of their points, inverted and infinite without any."""
    for leaf in range(from_leaf, to_leaf):
        if state[CANCEL]:
            return
        for axis in range(coordinates.shape[0]):
            low, high = np.inf, -np.inf
            for point in range(np.uint64(begin[leaf]), np.uint64(end[leaf])):
                low = min(low, coordinates[axis, point])
                high = max(high, coordinates[axis, point])
            box[first_leaf + leaf, LOW, axis], box[first_leaf + leaf, HIGH, axis] = low, high
        state[DONE] += end[leaf] - begin[leaf]


@njit
def core_first(state, from_leaf, to_leaf, begin, end, core, coordinates, site, middle):
    """Bring the core points of every leaf before the others; set middle[leaf] to where the others begin."""
    for leaf in range(from_leaf, to_leaf):
        if state[CANCEL]:
            return
        low, high = begin[leaf], end[leaf] - 1
        while True:
            while low <= high and core[low]:
                low += 1
            while low <= high and not core[high]:
                high -= 1
            if low > high:
                break
            core[low], core[high] = True, False
            site[low], site[high] = site[high], site[low]
            for axis in range(coordinates.shape[0]):
                here = coordinates[axis, low]
                coordinates[axis, low] = coordinates[axis, high]
                coordinates[axis, high] = here
        middle[leaf] = low
        state[DONE] += end[leaf] - begin[leaf]
