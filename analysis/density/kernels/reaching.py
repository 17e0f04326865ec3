"""The distance of every core point at which the weight around it reaches the minimum.

Boxes tell between which two distances that happens: in the order of their closest points they reach the
minimum at the earliest, in the order of their farthest points at the latest. What is surely closer counts at
once, what is surely farther not at all. A node takes over from its parent what lies between; at a leaf its
core points, one by one, look first at boxes and then at points.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, TESTS
from ..space import IN_PLANE, METRIC, REJECT
from ..tree import HIGH, LOW
from .bounds import (
    closest,
    closest_to_point,
    farthest,
    farthest_to_point,
    measure,
    squared_distance,
    undecided_band,
)
from .nodes import DEPTH, next_on_the_way, put
from .selecting import BUCKETS, reached_value


@njit
def core_distances(
    state, top, coordinates, begin, end, box, core_end, core_box, first_leaf, node_weight, weights, rule,
    place, site, least, reached_at,
):  # fmt: skip
    """Set reached_at[point] for the core points below `top`: the least distance within which the weight, the
    point's own included, is `least`, as a squared distance in the plane, else as `measure` has it.

    The core points of leaf k are those from begin[k] to before core_end[k], and `core_box` holds the boxes
    around them. state[DONE] counts core points.
    """
    near = np.empty(3 * first_leaf + 2, dtype=np.int64)
    gap, reach = np.empty(near.size), np.empty(near.size)
    squared, few_values = np.empty(first_leaf + 1), np.empty(first_leaf + 1)
    candidates = np.empty(first_leaf + 1, dtype=np.int64)
    few_items = np.empty(first_leaf + 1, dtype=np.int64)
    buckets = np.empty(BUCKETS, dtype=np.int64)
    stack = np.empty((DEPTH, 4), dtype=np.int64)
    bounds = np.empty((DEPTH, 2))
    # Node 0 stands for the parent of the root.
    near[0] = 0
    put(stack, 0, 1, 0, 1, least)
    put(bounds, 0, 0.0, rule[REJECT])
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop, missing = stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3]
        earliest, latest = bounds[depth, 0], bounds[depth, 1]
        if core_box[node, LOW, 0] > core_box[node, HIGH, 0]:
            continue
        finish = _opened(node, box, core_box, node_weight, rule, latest, near, gap, reach, start, stop)
        finish, missing, earliest, latest = _narrowed(
            near, gap, reach, stop, finish, node_weight, rule, missing, earliest, latest, buckets,
            few_values, few_items,
        )  # fmt: skip
        if node < top:
            put(stack, depth, next_on_the_way(node, top), stop, finish, missing)
            put(bounds, depth, earliest, latest)
            depth += 1
            continue
        if node < first_leaf:
            put(stack, depth, 2 * node + 1, stop, finish, missing)
            put(stack, depth + 1, 2 * node, stop, finish, missing)
            put(bounds, depth, earliest, latest)
            put(bounds, depth + 1, earliest, latest)
            depth += 2
            continue
        # One more, which is written to before it is known not to count.
        room = np.int64(1)
        for index in range(stop, finish):
            room += end[near[index] - first_leaf] - begin[near[index] - first_leaf]
        if room > squared.size:
            squared, few_values = np.empty(room), np.empty(room)
            candidates, few_items = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
        for point in range(begin[node - first_leaf], core_end[node - first_leaf]):
            if state[CANCEL]:
                break
            reached_at[point] = _reached_at(
                state, point, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place,
                site, missing, earliest, latest, near, gap, reach, stop, finish, squared, candidates,
                buckets, few_values, few_items,
            )  # fmt: skip
        state[DONE] += core_end[node - first_leaf] - begin[node - first_leaf]
    return state[TESTS]


@njit_inner
def _opened(node, box, core_box, node_weight, rule, latest, near, gap, reach, start, stop):
    """Append at `stop` the children of near[start:stop], what the parent of a node left open, that are not
    surely too far, and their least and greatest squared distances; return where they end.
    """
    farthest_counted = _farthest_counted(rule, latest)
    end = stop
    for index in range(start, stop):
        for other in range(2 * near[index], 2 * near[index] + 2):
            # Without weight it decides nothing, and an empty one has no distance.
            if node_weight[other] == 0:
                continue
            gap[end] = closest(rule, core_box, node, box, other)
            if gap[end] > farthest_counted:
                continue
            near[end], reach[end] = other, farthest(rule, core_box, node, box, other)
            end += 1
    return end


@njit_inner
def _narrowed(
    near, gap, reach, start, end, node_weight, rule, missing, earliest, latest, buckets, few_values, few_items
):
    """Narrow near[start:end], boxes between `gap` and `reach` from a node or a point, to those that may hold
    the point that decides.

    Returns where these end, the weight that is `missing` without those surely closer, and the squared
    distances at which the weight is reached at the earliest and at the latest.
    """
    count, nodes = end - start, near[start:end]
    at_the_earliest = reached_value(
        gap[start:end], nodes, count, node_weight, missing, buckets, few_values, few_items
    )
    at_the_latest = reached_value(
        reach[start:end], nodes, count, node_weight, missing, buckets, few_values, few_items
    )
    earliest, latest = max(earliest, at_the_earliest), min(latest, at_the_latest)
    surely_closer, farthest_counted = _surely_closer(rule, earliest), _farthest_counted(rule, latest)
    kept = start
    for index in range(start, end):
        if reach[index] < surely_closer:
            missing -= node_weight[near[index]]
        elif gap[index] <= farthest_counted:
            near[kept], gap[kept], reach[kept] = near[index], gap[index], reach[index]
            kept += 1
    return kept, missing, earliest, latest


@njit_inner
def _undecided_band(rule, squared):
    if len(rule) == IN_PLANE:
        return squared, squared
    return undecided_band(rule[METRIC], squared)


@njit_inner
def _surely_closer(rule, earliest):
    """The squared distance below which points count where the weight is not reached before `earliest`."""
    return _undecided_band(rule, earliest)[0]


@njit_inner
def _farthest_counted(rule, latest):
    """The squared distance up to which points may count where the weight is reached by `latest`."""
    return min(_undecided_band(rule, latest)[1], rule[REJECT])


@njit_inner
def _reached_at(
    state, point, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place, site, missing,
    earliest, latest, near, gap, reach, start, stop, squared, candidates, buckets, few_values, few_items,
):  # fmt: skip
    """Narrow the boxes that are left to a point, behind them, and then the points in them."""
    finish = stop
    for index in range(start, stop):
        near[finish] = near[index]
        gap[finish] = closest_to_point(rule, coordinates, point, box, near[index])
        reach[finish] = farthest_to_point(rule, coordinates, point, box, near[index])
        finish += 1
    finish, missing, earliest, latest = _narrowed(
        near, gap, reach, stop, finish, node_weight, rule, missing, earliest, latest, buckets, few_values,
        few_items,
    )  # fmt: skip
    surely_closer, farthest_counted = _surely_closer(rule, earliest), _farthest_counted(rule, latest)
    count, missing = _gathered(
        state, rule, point, coordinates, begin, end, first_leaf, weights, near[stop:finish], surely_closer,
        farthest_counted, missing, squared, candidates,
    )  # fmt: skip
    decided = reached_value(squared, candidates, count, weights, missing, buckets, few_values, few_items)
    if len(rule) == IN_PLANE:
        return decided

    surely_closer, farthest_counted = undecided_band(rule[METRIC], decided)
    open_count = 0
    for index in range(count):
        if squared[index] < surely_closer:
            missing -= weights[candidates[index]]
        elif squared[index] <= farthest_counted:
            exact = measure(rule, place, site[point], site[candidates[index]])
            # Where it is no number the two are nearly antipodal.
            squared[open_count] = np.inf if np.isnan(exact) else exact
            candidates[open_count] = candidates[index]
            open_count += 1
    return reached_value(squared, candidates, open_count, weights, missing, buckets, few_values, few_items)


@njit_inner
def _gathered(
    state, rule, point, coordinates, begin, end, first_leaf, weights, near, surely_closer, farthest_counted,
    missing, squared, candidates,
):  # fmt: skip
    """Gather the points of leaves between two squared distances from a point; return how many they are and
    what is missing without those closer.
    """
    # Every point is written down, and the next one over it where it does not count: no branch to be mistaken.
    count = np.uint64(0)
    for index in range(near.size):
        first, last = begin[near[index] - first_leaf], end[near[index] - first_leaf]
        state[TESTS] += last - first
        for other in range(np.uint64(first), np.uint64(last)):
            at = squared_distance(rule, coordinates, point, other)
            squared[count], candidates[count] = at, other
            missing -= weights[other] if at < surely_closer else np.int64(0)
            count += np.uint64((at >= surely_closer) & (at <= farthest_counted))
    return np.int64(count), missing
