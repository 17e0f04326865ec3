"""The distance of every core point at which the weight around it reaches the minimum.

A node takes over from its parent the nodes of the parent's level that may hold what decides, and a squared
distance within which all of its core points are known to reach the minimum. Boxes of the node's level make
both narrower: sorted by how far their farthest points are, they reach the minimum at the latest there.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, TESTS
from ..space import METRIC, PLANAR, REJECT
from ..tree import HIGH, LOW
from .bounds import closest, closest_to_point, farthest, measure, squared_distance, undecided_band
from .nodes import DEPTH, next_on_the_way, put
from .selecting import reached_value

# A list of points shorter than that is not worth shortening.
_WORTH_SHORTENING = 256


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
    near = np.empty(2 * first_leaf + 2, dtype=np.int64)
    gap = np.empty(2 * first_leaf + 2)
    reach = np.empty(first_leaf + 1)
    reach_of = np.empty(first_leaf + 1, dtype=np.int64)
    squared = np.empty(_WORTH_SHORTENING)
    candidates = np.empty(_WORTH_SHORTENING, dtype=np.int64)
    stack = np.empty((DEPTH, 3), dtype=np.int64)
    bounds = np.empty(DEPTH)
    # Node 0 stands for the parent of the root.
    near[0] = 0
    put(stack, 0, 1, 0, 1)
    bounds[0] = rule[REJECT]
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop = stack[depth, 0], stack[depth, 1], stack[depth, 2]
        if core_box[node, LOW, 0] > core_box[node, HIGH, 0]:
            continue
        finish, bound = _narrowed(
            node,
            box,
            core_box,
            node_weight,
            rule,
            least,
            near,
            gap,
            reach,
            reach_of,
            start,
            stop,
            bounds[depth],
        )
        if node < top:
            put(stack, depth, next_on_the_way(node, top), stop, finish)
            bounds[depth] = bound
            depth += 1
            continue
        if node < first_leaf:
            put(stack, depth, 2 * node + 1, stop, finish)
            put(stack, depth + 1, 2 * node, stop, finish)
            bounds[depth : depth + 2] = bound
            depth += 2
            continue
        # Near leaves first: they make the bound narrower for the others.
        order = np.argsort(gap[stop:finish])
        near[stop:finish], gap[stop:finish] = near[stop:finish][order], gap[stop:finish][order]
        # One more, which is written to before it is known not to count.
        room = np.int64(1)
        for index in range(stop, finish):
            room += end[near[index] - first_leaf] - begin[near[index] - first_leaf]
        if room > squared.size:
            squared, candidates = np.empty(room), np.empty(room, dtype=np.int64)
        for point in range(begin[node - first_leaf], core_end[node - first_leaf]):
            if state[CANCEL]:
                break
            reached_at[point] = _reached_at(
                state, point, coordinates, begin, end, box, first_leaf, weights, rule, place, site, least,
                near[stop:finish], gap[stop:finish], bound, squared, candidates,
            )  # fmt: skip
        state[DONE] += core_end[node - first_leaf] - begin[node - first_leaf]
    return state[TESTS]


@njit_inner
def _narrowed(node, box, core_box, node_weight, rule, least, near, gap, reach, reach_of, start, stop, bound):
    """Narrow near[start:stop] and the bound of a parent down to a node and its level.

    What may matter to the node is appended at `stop`, with its squared distance in `gap`. Returns where that
    ends and the bound. `reach` and `reach_of` are there to be written to.
    """
    farthest_counted = _farthest_counted(rule, bound)
    end = stop
    for index in range(start, stop):
        for other in range(2 * near[index], 2 * near[index] + 2):
            # Without weight it decides nothing, and an empty one has no distance.
            if node_weight[other] == 0:
                continue
            squared = closest(core_box, node, box, other)
            if squared > farthest_counted:
                continue
            near[end], gap[end] = other, squared
            reach[end - stop], reach_of[end - stop] = farthest(core_box, node, box, other), other
            end += 1
    bound = min(bound, reached_value(reach, reach_of, end - stop, node_weight, least))
    farthest_counted = _farthest_counted(rule, bound)
    kept = stop
    for index in range(stop, end):
        if gap[index] <= farthest_counted:
            near[kept], gap[kept] = near[index], gap[index]
            kept += 1
    return kept, bound


@njit_inner
def _farthest_counted(rule, bound):
    """The squared distance up to which points may count where the weight up to `bound` is enough."""
    return min(undecided_band(rule[METRIC], bound)[1], rule[REJECT])


@njit_inner
def _reached_at(
    state, point, coordinates, begin, end, box, first_leaf, weights, rule, place, site, least, near, gap,
    bound, squared, candidates,
):  # fmt: skip
    """Gather points from leaves, the near ones first, and part with those beyond what is enough whenever
    there are twice as many as the last time; the last selection decides.
    """
    farthest_counted = _farthest_counted(rule, bound)
    count, shorten_at = 0, _WORTH_SHORTENING
    for index in range(near.size):
        if gap[index] > farthest_counted:
            break
        if closest_to_point(coordinates, point, box, near[index]) > farthest_counted:
            continue
        first, last = begin[near[index] - first_leaf], end[near[index] - first_leaf]
        state[TESTS] += last - first
        for other in range(np.uint64(first), np.uint64(last)):
            squared[count] = squared_distance(coordinates, point, other)
            candidates[count] = other
            count += 1 if squared[count] <= farthest_counted else 0
        if count >= shorten_at:
            bound = min(bound, reached_value(squared, candidates, count, weights, least))
            farthest_counted = _farthest_counted(rule, bound)
            count, _ = _kept_between(squared, candidates, count, weights, 0.0, farthest_counted)
            shorten_at = max(2 * count, _WORTH_SHORTENING)
    bound = reached_value(squared, candidates, count, weights, least)
    if rule[METRIC] == PLANAR:
        return bound
    low, high = undecided_band(rule[METRIC], bound)
    count, surely = _kept_between(squared, candidates, count, weights, low, high)
    for index in range(count):
        exact = measure(rule, place, site[point], site[candidates[index]])
        # Where it is no number the two are nearly antipodal.
        squared[index] = np.inf if np.isnan(exact) else exact
    return reached_value(squared, candidates, count, weights, least - surely)


@njit_inner
def _kept_between(squared, candidates, count, weights, low, high):
    """Bring the candidates between two squared distances to the front; return how many they are and what
    those below weigh.
    """
    kept, below = 0, np.int64(0)
    for index in range(count):
        below += weights[candidates[index]] if squared[index] < low else np.int64(0)
        if low <= squared[index] <= high:
            squared[kept], candidates[kept] = squared[index], candidates[index]
            kept += 1
    return kept, below
