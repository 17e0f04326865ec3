"""Which points are core: the weight within eps of them, as far as it takes to know its side of the minimum.

A node takes over what its parent has left open: the list of nodes of its parent's level that are neither
wholly within eps nor wholly out of it. Lists of nested nodes lie one behind the other in one array, and
narrowing one is less work than a walk from the root.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, TESTS
from ..space import ACCEPT, IN_PLANE, REJECT
from ..tree import HIGH, LEAF, LOW
from .bounds import closest, exactly_within, farthest, squared_distance
from .instructions import trailing_zeros
from .nodes import DEPTH, leaves_below, next_on_the_way, put
from .rastering import OPEN

# Boxes that are in part within eps of a point: mostly not, and mostly.
_OUTSIDE, _INSIDE = 0, 1


@njit
def weigh(
    state, top, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place, site, needed,
    enough, left_open, core, total,
):  # fmt: skip
    """Weigh what is within eps of the points below `top`, the points' own weight included.

    Boxes wholly within eps count at once for all points below a node. As soon as that is `enough`, or all
    that is left open cannot make it what is `needed`, the node is decided. What is open at a leaf is counted
    point by point. Sets core[point], uint8, OPEN before, to whether the weight is enough; `left_open`
    bool[nodes] tells where there are such points. Where `total` int64[n] is not of length 0, it sets
    total[point] to the weight found instead.
    """
    near = np.empty(2 * first_leaf + 2, dtype=np.int64)
    bounds = np.empty((2 * coordinates.shape[0], begin.size))
    near_weight = np.empty(begin.size, dtype=np.int64)
    open_bits = np.empty((2, begin.size // 64 + 1), dtype=np.uint64)
    found = np.empty(LEAF, dtype=np.int64)
    stack = np.empty((DEPTH, 4), dtype=np.int64)
    # Node 0 stands for the parent of the root.
    near[0] = 0
    put(stack, 0, 1, 0, 1, 0)
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop, reached = stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3]
        first, last = leaves_below(max(node, top), first_leaf, begin.size)
        if first == last:
            continue
        if not left_open[node]:
            state[DONE] += end[last - 1] - begin[first]
            continue
        finish, still_open, inside = narrowed(node, box, node_weight, rule, near, start, stop)
        reached += inside
        if node < top:
            put(stack, depth, next_on_the_way(node, top), stop, finish, reached)
            depth += 1
            continue
        undecided = finish > stop and reached < enough and needed <= reached + still_open
        if undecided and node < first_leaf:
            put(stack, depth, 2 * node + 1, stop, finish, reached)
            put(stack, depth + 1, 2 * node, stop, finish, reached)
            depth += 2
            continue
        if undecided:
            count_points(
                state, node, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place,
                site, needed, enough, core, near[stop:finish], bounds, near_weight[: finish - stop],
                open_bits, reached, found,
            )  # fmt: skip
        start, stop = begin[first], end[last - 1]
        for point in range(start, stop):
            weight = found[point - start] if undecided else reached
            if total.size > 0:
                total[point] = weight
            elif core[point] == OPEN:
                core[point] = weight >= enough
        state[DONE] += stop - start
    return state[TESTS]


@njit_inner
def narrowed(node, box, node_weight, rule, near, start, stop):
    """Narrow near[start:stop], what the parent of a node left open, down to the node and its level.

    What the node leaves open is appended at `stop`. Returns where that ends, its weight, and the weight of
    what is wholly within eps.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    end, still_open, inside = stop, np.int64(0), np.int64(0)
    for index in range(start, stop):
        for other in range(2 * near[index], 2 * near[index] + 2):
            if closest(rule, box, node, box, other) > reject:
                continue
            if farthest(rule, box, node, box, other) <= accept:
                inside += node_weight[other]
            else:
                near[end] = other
                end += 1
                still_open += node_weight[other]
    return end, still_open, inside


@njit_inner
def count_points(
    state, node, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place, site, needed,
    enough, core, near, bounds, near_weight, open_bits, reached, found_at,
):  # fmt: skip
    """Count what a leaf leaves open, point by point, until it is enough or can no longer be what is needed.

    `found_at` int64[LEAF] is set to what was found for the points of the leaf that are open, `reached`
    included. `bounds` float64[2 * axes, leaves], `near_weight` int64[leaves] and `open_bits`
    uint64[2, leaves / 64 + 1] are there to be written to: the boxes of the open leaves side by side hold a
    point against eight at once.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    for index in range(near.size):
        if near[index] == node:
            # Its own points are the likeliest to be close.
            near[index], near[0] = near[0], near[index]
    for index in range(near.size):
        near_weight[index] = node_weight[near[index]]
        for axis in range(coordinates.shape[0]):
            bounds[2 * axis + LOW, index] = box[near[index], LOW, axis]
            bounds[2 * axis + HIGH, index] = box[near[index], HIGH, axis]
    blocks = (near.size + 63) // 64
    for point in range(begin[node - first_leaf], end[node - first_leaf]):
        if core.size > 0 and core[point] != OPEN:
            continue
        found, still_open, likely = reached, np.int64(0), np.int64(0)
        for block in range(blocks):
            inside, in_part, mostly_inside = _held_against(
                rule, coordinates, point, bounds, near_weight, block, open_bits
            )
            found, still_open, likely = found + inside, still_open + in_part, likely + mostly_inside
        # That it is enough, boxes mostly inside show first; that it is not, those mostly outside.
        first_kind = _INSIDE if found + likely >= enough else _OUTSIDE
        for kind in (first_kind, 1 - first_kind):
            for block in range(blocks):
                left = open_bits[kind, block]
                while left != np.uint64(0) and found < enough and needed <= found + still_open:
                    index = 64 * block + trailing_zeros(left)
                    left &= left - np.uint64(1)
                    first, last = begin[near[index] - first_leaf], end[near[index] - first_leaf]
                    state[TESTS] += last - first
                    # Summed apart from what was found: no box waits for the sum of the one before.
                    inside, undecided = np.int64(0), 0
                    for candidate in range(np.uint64(first), np.uint64(last)):
                        squared = squared_distance(rule, coordinates, point, candidate)
                        inside += weights[candidate] if squared <= accept else np.int64(0)
                        undecided += 1 if accept < squared <= reject else 0
                    if len(rule) > IN_PLANE and undecided > 0:
                        inside += _weight_between(coordinates, weights, point, first, last, rule, place, site)
                    found, still_open = found + inside, still_open - near_weight[index]
        found_at[point - begin[node - first_leaf]] = found


@njit_inner
def _held_against(rule, coordinates, point, bounds, weight, block, open_bits):
    """Hold a point against a block of 64 boxes, or what there is of it.

    Returns the weight of those wholly within eps of it, the weight of those that are in part, and of these
    the weight of those that are mostly. Which are in part is put in open_bits[:, block], in one bit each, for
    boxes mostly outside and mostly inside.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    inside, in_part, mostly_inside = np.int64(0), np.int64(0), np.int64(0)
    of_all, of_inside = np.uint64(0), np.uint64(0)
    start = 64 * block
    for index in range(np.uint64(start), np.uint64(min(start + 64, weight.size))):
        low, high = bounds[0, index] - coordinates[0, point], coordinates[0, point] - bounds[1, index]
        gap, reach = max(low, high, 0.0), max(-low, -high)
        least, most = gap * gap, reach * reach
        low, high = bounds[2, index] - coordinates[1, point], coordinates[1, point] - bounds[3, index]
        gap, reach = max(low, high, 0.0), max(-low, -high)
        least, most = least + gap * gap, most + reach * reach
        if len(rule) > IN_PLANE:
            low, high = bounds[4, index] - coordinates[2, point], coordinates[2, point] - bounds[5, index]
            gap, reach = max(low, high, 0.0), max(-low, -high)
            least, most = least + gap * gap, most + reach * reach
        is_open = least <= reject and most > accept
        is_mostly_inside = is_open and least + most <= 2.0 * accept
        inside += weight[index] if most <= accept else np.int64(0)
        in_part += weight[index] if is_open else np.int64(0)
        mostly_inside += weight[index] if is_mostly_inside else np.int64(0)
        of_all |= np.uint64(1 if is_open else 0) << (index - np.uint64(start))
        of_inside |= np.uint64(1 if is_mostly_inside else 0) << (index - np.uint64(start))
    open_bits[_OUTSIDE, block], open_bits[_INSIDE, block] = of_all ^ of_inside, of_inside
    return inside, in_part, mostly_inside


@njit_inner
def _weight_between(coordinates, weights, point, first, last, rule, place, site):
    """Weight of the points of a range that are within eps of a point and that the thresholds leave open."""
    inside = np.int64(0)
    for other in range(first, last):
        squared = squared_distance(rule, coordinates, point, other)
        if rule[ACCEPT] < squared <= rule[REJECT] and exactly_within(rule, place, site[point], site[other]):
            inside += weights[other]
    return inside
