"""The clusters of border points.

As in `counting.py`, a node takes over the list of nodes that its parent has left open.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, TESTS
from ..space import ACCEPT, REJECT
from .bounds import closest, closest_to_point, farthest, squared_distance, within
from .nodes import DEPTH, leaves_below, next_on_the_way, put

_NO_LABEL = np.iinfo(np.int32).max


@njit
def border_labels(
    state, top, coordinates, begin, end, box, core_begin, core_end, core_box, first_leaf, label_low,
    label_high, rule, place, site, nearest, labels, ambiguous,
):  # fmt: skip
    """Give the points below `top` the cluster of a core point within eps of them.

    `begin`, `end` and `box` are the tree of the points that are not core, `core_begin`, `core_end` and
    `core_box`, of the same shape, that of those that are; `label_low` and `label_high` int32[nodes] are the
    lowest and the highest cluster in a node of it. With `nearest` the cluster of the closest core point (of
    equally close ones the lowest), else the lowest cluster; `ambiguous` tells whether core points of more
    than one cluster are within eps. Points that no core point reaches keep their label.
    """
    near = np.empty(2 * first_leaf + 2, dtype=np.int64)
    stack = np.empty((DEPTH, 5), dtype=np.int64)
    near[0] = 0
    put(stack, 0, 1, 0, 1, _NO_LABEL, -1)
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop = stack[depth, 0], stack[depth, 1], stack[depth, 2]
        lowest, highest = stack[depth, 3], stack[depth, 4]
        finish, lowest, highest = _narrowed_labels(
            node, box, core_box, label_low, label_high, rule, nearest, near, start, stop, lowest, highest
        )
        if node < top:
            put(stack, depth, next_on_the_way(node, top), stop, finish, lowest, highest)
            depth += 1
            continue
        first, last = leaves_below(node, first_leaf, begin.size)
        if first == last:
            continue
        if finish > stop and node < first_leaf:
            put(stack, depth, 2 * node + 1, stop, finish, lowest, highest)
            put(stack, depth + 1, 2 * node, stop, finish, lowest, highest)
            depth += 2
            continue
        if finish > stop:
            _label_points(
                state, node, coordinates, begin, end, core_begin, core_end, core_box, first_leaf, label_low,
                label_high, rule, place, site, nearest, near[stop:finish], lowest, highest, labels, ambiguous,
            )  # fmt: skip
        elif highest >= 0:
            for leaf in range(first, last):
                for point in range(begin[leaf], end[leaf]):
                    labels[point], ambiguous[point] = lowest, lowest != highest
        state[DONE] += end[last - 1] - begin[first]
    return state[TESTS]


@njit_inner
def _narrowed_labels(
    node, box, core_box, label_low, label_high, rule, nearest, near, start, stop, lowest, highest
):
    """Narrow near[start:stop] down to a node as `counting.narrowed` does; return where its list ends, and the
    lowest and highest cluster known to reach all of its points.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    end = stop
    for index in range(start, stop):
        for other in range(2 * near[index], 2 * near[index] + 2):
            if closest(rule, box, node, core_box, other) > reject:
                continue
            if not nearest:
                if lowest <= label_low[other] and label_high[other] <= highest:
                    continue
                if farthest(rule, box, node, core_box, other) <= accept:
                    lowest = min(lowest, label_low[other])
                    highest = max(highest, label_high[other])
                    continue
            near[end] = other
            end += 1
    return end, lowest, highest


@njit_inner
def _label_points(
    state, node, coordinates, begin, end, core_begin, core_end, core_box, first_leaf, label_low, label_high,
    rule, place, site, nearest, near, lowest_for_all, highest_for_all, labels, ambiguous,
):  # fmt: skip
    """Look for core points within eps of the points of a leaf, one by one."""
    reject = rule[REJECT]
    for point in range(begin[node - first_leaf], end[node - first_leaf]):
        lowest, highest = lowest_for_all, highest_for_all
        nearest_squared, nearest_label = np.inf, np.int32(-1)
        for index in range(near.size):
            other = near[index]
            known = lowest <= label_low[other] and label_high[other] <= highest
            if known and not nearest:
                continue
            bound = closest_to_point(rule, coordinates, point, core_box, other)
            if bound > reject or (known and bound > nearest_squared):
                continue
            first, last = core_begin[other - first_leaf], core_end[other - first_leaf]
            state[TESTS] += last - first
            for core_point in range(first, last):
                squared = squared_distance(rule, coordinates, point, core_point)
                if squared > reject or not within(squared, rule, place, site, point, core_point):
                    continue
                found = labels[core_point]
                lowest, highest = min(lowest, found), max(highest, found)
                if nearest:
                    if squared < nearest_squared or (squared == nearest_squared and found < nearest_label):
                        nearest_squared, nearest_label = squared, found
                elif lowest <= label_low[other] and label_high[other] <= highest:
                    break
        if highest >= 0:
            labels[point] = nearest_label if nearest else lowest
            ambiguous[point] = lowest != highest
