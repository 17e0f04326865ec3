"""The full weight within eps of every point: the walk of `counting.py` without its early ends."""

from __future__ import annotations

import numpy as np

from ...compilation import njit
from ...monitor import CANCEL, DONE, TESTS
from ..tree import LEAF
from .counting import count_points, narrowed
from .nodes import DEPTH, leaves_below, next_on_the_way, put

# What no weight falls short of, and what none reaches: nothing ends the counting early.
_NEEDED = np.int64(0)
_ENOUGH = np.iinfo(np.int64).max


@njit
def neighbour_weights(
    state, top, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place, site, total
):
    """Set total[point] for the points below `top` to the weight within eps, the point's own included.

    Boxes wholly within eps count at once for all points below a node; what is open at a leaf is counted point
    by point.
    """
    near = np.empty(2 * first_leaf + 2, dtype=np.int64)
    bounds = np.empty((2 * coordinates.shape[0], begin.size))
    near_weight = np.empty(begin.size, dtype=np.int64)
    open_bits = np.empty(begin.size // 64 + 1, dtype=np.uint64)
    found = np.empty(LEAF, dtype=np.int64)
    stack = np.empty((DEPTH, 4), dtype=np.int64)
    near[0] = 0
    put(stack, 0, 1, 0, 1, 0)
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop, reached = stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3]
        finish, _, inside = narrowed(node, box, node_weight, rule, near, start, stop)
        reached += inside
        if node < top:
            put(stack, depth, next_on_the_way(node, top), stop, finish, reached)
            depth += 1
            continue
        first, last = leaves_below(node, first_leaf, begin.size)
        if first == last:
            continue
        if finish > stop and node < first_leaf:
            put(stack, depth, 2 * node + 1, stop, finish, reached)
            put(stack, depth + 1, 2 * node, stop, finish, reached)
            depth += 2
            continue
        if finish > stop:
            count_points(
                state, node, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place,
                site, _NEEDED, _ENOUGH, near[stop:finish], bounds, near_weight, open_bits, reached, found,
            )  # fmt: skip
            for index in range(end[first] - begin[first]):
                total[begin[first] + index] = found[index]
        else:
            total[begin[first] : end[last - 1]] = reached
        state[DONE] += end[last - 1] - begin[first]
    return state[TESTS]
