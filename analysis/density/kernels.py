"""The compiled inner loops of density clustering; their story is in `dbscan.py`, their twin `vectorised.py`.

All take plain arrays. `state` is int64[2]: the caller raises state[CANCEL], the kernel counts into
state[DONE]. A `space` is the tuple (accept, reject, metric, longitude, latitude, limit) of `Space`, longitude
and latitude in the order of the points it is used with; a tree is the tuple of its arrays. Kernels of one
file share one cache stamp: numba does not see changes in other files, so only `geodesy` is imported, and it
is as final as the earth.
"""

from __future__ import annotations

import numpy as np

from .. import geodesy
from ..compilation import njit
from ..monitor import CANCEL, DONE
from .space import PLANAR, SPHERE
from .tree import LEAF

_geodesic_distance = njit(geodesy.geodesic_distance)
_squared_half_chord = njit(geodesy.squared_half_chord)

_STACK = 1024
_POLL_ROWS = 1 << 16


# Sites


@njit
def collapse(state, x, y):
    """Return (site of every row, first row of every site) by hashing the bits of the coordinates."""
    count = x.size
    mask = 16
    while mask < 2 * count:
        mask *= 2
    # Start small: data has far fewer places than rows, and a table that fits the cache is faster.
    mask = min(mask, 1 << 16) - 1
    table = np.full(mask + 1, -1, dtype=np.int64)
    of_row = np.empty(count, dtype=np.int64)
    first_row = np.empty(1024, dtype=np.int64)
    x_bits, y_bits = x.view(np.uint64), y.view(np.uint64)
    sites = 0
    for row in range(count):
        if row % _POLL_ROWS == 0:
            state[DONE] = row
            if state[CANCEL]:
                break
        slot = _slot(x_bits[row], y_bits[row], mask)
        while table[slot] >= 0:
            first = first_row[table[slot]]
            if x_bits[first] == x_bits[row] and y_bits[first] == y_bits[row]:
                break
            slot = (slot + 1) & mask
        if table[slot] < 0:
            if sites == first_row.size:
                grown = np.empty(2 * sites, dtype=np.int64)
                grown[:sites] = first_row
                first_row = grown
            first_row[sites] = row
            table[slot] = sites
            sites += 1
            of_row[row] = sites - 1
            if 2 * sites > mask:
                mask = 4 * (mask + 1) - 1
                table = np.full(mask + 1, -1, dtype=np.int64)
                for site in range(sites):
                    slot = _slot(x_bits[first_row[site]], y_bits[first_row[site]], mask)
                    while table[slot] >= 0:
                        slot = (slot + 1) & mask
                    table[slot] = site
        else:
            of_row[row] = table[slot]
    return of_row, first_row[:sites].copy()


@njit
def _slot(x_bits, y_bits, mask):
    """Mix 128 bits of coordinates (constants of Steele, Lea & Flood 2014, SplitMix64)."""
    mixed = x_bits * np.uint64(0x9E3779B97F4A7C15) ^ y_bits
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.int64((mixed ^ (mixed >> np.uint64(31))) & np.uint64(mask))


# Bounds and the test of a pair


@njit
def _closest(low, high, other_low, other_high):
    """Squared distance that no pair of points of two boxes falls below; infinite for an empty box."""
    dx = max(low[0] - other_high[0], other_low[0] - high[0], 0.0)
    dy = max(low[1] - other_high[1], other_low[1] - high[1], 0.0)
    dz = max(low[2] - other_high[2], other_low[2] - high[2], 0.0)
    return dx * dx + dy * dy + dz * dz


@njit
def _farthest(low, high, other_low, other_high):
    """Squared distance that no pair of points of two boxes exceeds; do not ask for an empty box."""
    dx = max(high[0] - other_low[0], other_high[0] - low[0])
    dy = max(high[1] - other_low[1], other_high[1] - low[1])
    dz = max(high[2] - other_low[2], other_high[2] - low[2])
    return dx * dx + dy * dy + dz * dz


@njit
def _squared(position, first, other, second):
    dx = position[0, first] - other[0, second]
    dy = position[1, first] - other[1, second]
    dz = position[2, first] - other[2, second]
    return dx * dx + dy * dy + dz * dz


@njit
def _exactly_within(space, first, other_space, second):
    """Decide by the predicate of the metric a pair that the thresholds leave open; see `space.py`."""
    _, _, metric, longitude, latitude, limit = space
    _, _, _, other_longitude, other_latitude, _ = other_space
    if metric == SPHERE:
        return (
            _squared_half_chord(
                longitude[first], latitude[first], other_longitude[second], other_latitude[second]
            )
            <= limit
        )
    return (
        _geodesic_distance(longitude[first], latitude[first], other_longitude[second], other_latitude[second])
        <= limit
    )


@njit
def _within(squared, space, first, other_space, second):
    accept, reject, metric, _, _, _ = space
    if squared <= accept:
        return True
    if squared > reject or metric == PLANAR:
        return False
    return _exactly_within(space, first, other_space, second)


# Core points


@njit
def core_points(state, from_leaf, to_leaf, tree, weights, space, min_weight, core):
    """Set core[point] for a range of leaves: weight within eps, the point's own included, >= min_weight."""
    position, low, high, weight, leaves, first_leaf = tree
    accept, reject, _, _, _, _ = space
    count = position.shape[1]
    stack = np.empty(_STACK, dtype=np.int64)
    open_leaves = np.empty(leaves, dtype=np.int64)
    for leaf in range(from_leaf, to_leaf):
        state[DONE] += 1
        if state[CANCEL]:
            return
        start, end = leaf * LEAF, min((leaf + 1) * LEAF, count)
        node = first_leaf + leaf

        # A box no wider than eps that holds enough weight makes all its points core, without a single test.
        ancestor = node
        dense = False
        while (
            ancestor >= 1
            and _farthest(low[ancestor], high[ancestor], low[ancestor], high[ancestor]) <= accept
        ):
            if weight[ancestor] >= min_weight:
                dense = True
                break
            ancestor //= 2
        if dense:
            core[start:end] = True
            continue

        # What whole boxes decide for all points of the leaf at once.
        reached, possible = np.int64(0), np.int64(0)
        open_count = 0
        stack[0] = 1
        depth = 1
        while depth > 0 and reached < min_weight:
            depth -= 1
            other = stack[depth]
            if _closest(low[node], high[node], low[other], high[other]) > reject:
                continue
            if _farthest(low[node], high[node], low[other], high[other]) <= accept:
                reached += weight[other]
            elif other >= first_leaf:
                open_leaves[open_count] = other
                open_count += 1
                possible += weight[other]
            else:
                stack[depth] = 2 * other
                stack[depth + 1] = 2 * other + 1
                depth += 2
        if reached >= min_weight:
            core[start:end] = True
            continue
        possible += reached
        if possible < min_weight:
            continue

        # What is left open is counted point by point, until it is enough or can no longer be.
        for point in range(start, end):
            found, still_possible = reached, possible
            here = position[:, point]
            for index in range(open_count):
                if found >= min_weight or still_possible < min_weight:
                    break
                other = open_leaves[index]
                still_possible -= weight[other]
                if _closest(here, here, low[other], high[other]) > reject:
                    continue
                if _farthest(here, here, low[other], high[other]) <= accept:
                    inside = weight[other]
                else:
                    inside = _weight_within(position, weights, point, other - first_leaf, space)
                found += inside
                still_possible += inside
            core[point] = found >= min_weight


@njit
def _weight_within(position, weights, point, leaf, space):
    """Weight of the points of a leaf that are within eps of a point."""
    accept, reject, _, _, _, _ = space
    start, end = leaf * LEAF, min((leaf + 1) * LEAF, position.shape[1])
    x, y, z = position[0, point], position[1, point], position[2, point]
    inside, undecided = np.int64(0), 0
    for other in range(start, end):
        dx, dy, dz = x - position[0, other], y - position[1, other], z - position[2, other]
        squared = dx * dx + dy * dy + dz * dz
        inside += weights[other] if squared <= accept else np.int64(0)
        undecided += 1 if accept < squared <= reject else 0
    if undecided > 0:
        for other in range(start, end):
            squared = _squared(position, point, position, other)
            if accept < squared <= reject and _exactly_within(space, point, space, other):
                inside += weights[other]
    return inside


# Linking core points


@njit
def _root(parent, point):
    while parent[point] != point:
        parent[point] = parent[parent[point]]
        point = parent[point]
    return point


@njit
def _join(parent, first, second):
    """Join two sets under the lower root, so that the outcome does not depend on the order of joins."""
    first, second = _root(parent, first), _root(parent, second)
    if first < second:
        parent[second] = first
    else:
        parent[first] = second


@njit
def _first_point(node, first_leaf):
    while node < first_leaf:
        node *= 2
    return (node - first_leaf) * LEAF


@njit
def _end_point(node, first_leaf, count):
    while node < first_leaf:
        node = 2 * node + 1
    return min((node - first_leaf + 1) * LEAF, count)


@njit
def _unite(node, parent, united, first_leaf, count):
    """Join all points of a node, and mark it and the nodes below it as one set."""
    if united[node]:
        return
    start = _first_point(node, first_leaf)
    for point in range(start + 1, _end_point(node, first_leaf, count)):
        _join(parent, start, point)
    low_node, high_node = node, node
    while low_node < united.size:
        united[low_node : high_node + 1] = True
        low_node, high_node = 2 * low_node, 2 * high_node + 1


@njit
def link_points(state, tree, space):
    """Return the parent array of the sets of points that chains of steps within eps connect.

    A walk down pairs of nodes. Boxes too far apart end it; boxes wholly within eps join everything in them;
    two boxes whose points are known to be of one set need no look; what is left are pairs of leaves.
    """
    position, low, high, _, _, first_leaf = tree
    accept, reject, _, _, _, _ = space
    count = position.shape[1]
    parent = np.arange(count)
    united = np.zeros(low.shape[0], dtype=np.bool_)
    stack = np.empty((_STACK, 2), dtype=np.int64)
    stack[0, 0] = stack[0, 1] = 1
    depth = 1
    while depth > 0:
        if state[CANCEL]:
            break
        depth -= 1
        a, b = stack[depth, 0], stack[depth, 1]
        if a == b:
            if low[a, 0] > high[a, 0]:
                continue
            if not united[a] and _farthest(low[a], high[a], low[a], high[a]) <= accept:
                _unite(a, parent, united, first_leaf, count)
            if united[a]:
                state[DONE] += _end_point(a, first_leaf, count) - _first_point(a, first_leaf)
            elif a >= first_leaf:
                state[DONE] += _end_point(a, first_leaf, count) - _first_point(a, first_leaf)
                _link_leaves(a, a, parent, united, tree, space)
            else:
                # Each half first: the sets they make spare most of the walk between them.
                stack[depth, 0], stack[depth, 1] = 2 * a, 2 * a + 1
                stack[depth + 1, 0] = stack[depth + 1, 1] = 2 * a + 1
                stack[depth + 2, 0] = stack[depth + 2, 1] = 2 * a
                depth += 3
            continue
        closest = _closest(low[a], high[a], low[b], high[b])
        if closest > reject:
            continue
        first_a, first_b = _first_point(a, first_leaf), _first_point(b, first_leaf)
        if united[a] and united[b] and _root(parent, first_a) == _root(parent, first_b):
            continue
        if _farthest(low[a], high[a], low[b], high[b]) <= accept:
            _unite(a, parent, united, first_leaf, count)
            _unite(b, parent, united, first_leaf, count)
            _join(parent, first_a, first_b)
        elif a >= first_leaf and b >= first_leaf:
            _link_leaves(a, b, parent, united, tree, space)
        else:
            # Split the wider box; the nearer half first: where it links, the other is spared.
            if b >= first_leaf or (
                a < first_leaf
                and _farthest(low[a], high[a], low[a], high[a]) > _farthest(low[b], high[b], low[b], high[b])
            ):
                split, whole = a, b
            else:
                split, whole = b, a
            left, right = 2 * split, 2 * split + 1
            if _closest(low[left], high[left], low[whole], high[whole]) < _closest(
                low[right], high[right], low[whole], high[whole]
            ):
                left, right = right, left
            stack[depth, 0], stack[depth, 1] = left, whole
            stack[depth + 1, 0], stack[depth + 1, 1] = right, whole
            depth += 2
    return parent


@njit
def _link_leaves(a, b, parent, united, tree, space):
    """Join the points of two leaves (or of one with itself) that are within eps of each other."""
    position, low, high, _, _, first_leaf = tree
    _, reject, _, _, _, _ = space
    count = position.shape[1]
    b_start, b_end = (b - first_leaf) * LEAF, min((b - first_leaf + 1) * LEAF, count)
    one_link_is_all = united[a] and united[b]
    for first in range((a - first_leaf) * LEAF, min((a - first_leaf + 1) * LEAF, count)):
        here = position[:, first]
        if _closest(here, here, low[b], high[b]) > reject:
            continue
        root = _root(parent, first)
        for second in range(first + 1 if a == b else b_start, b_end):
            squared = _squared(position, first, position, second)
            if squared > reject or _root(parent, second) == root:
                continue
            if _within(squared, space, first, space, second):
                _join(parent, root, second)
                if one_link_is_all:
                    return
                root = _root(parent, first)


@njit
def roots(parent):
    """Return the root of every point's set, the lowest index in it."""
    result = np.empty(parent.size, dtype=np.int64)
    for point in range(parent.size):
        result[point] = _root(parent, point)
    return result


# Border points


@njit
def border_labels(
    state,
    from_leaf,
    to_leaf,
    tree,
    core_tree,
    core_labels,
    label_low,
    label_high,
    space,
    core_space,
    nearest,
    label,
    ambiguous,
):
    """Give the non-core points of a range of leaves the cluster of a core point within eps of them.

    `label_low` and `label_high` are the lowest and highest cluster in every node of the tree of core points.
    With `nearest` the cluster of the closest core point (of equally close ones the lowest), else the lowest
    cluster; `ambiguous` tells whether core points of more than one cluster are within eps. Points that no
    core point reaches keep their label.
    """
    position, low, high, _, _, first_leaf = tree
    core_position, core_low, core_high, _, core_leaves, core_first_leaf = core_tree
    accept, reject, _, _, _, _ = space
    count, core_count = position.shape[1], core_position.shape[1]
    stack = np.empty(_STACK, dtype=np.int64)
    near_leaves = np.empty(core_leaves, dtype=np.int64)
    for leaf in range(from_leaf, to_leaf):
        state[DONE] += 1
        if state[CANCEL]:
            return
        node = first_leaf + leaf
        near_count = 0
        lowest_for_all, highest_for_all = np.iinfo(np.int32).max, -1
        stack[0] = 1
        depth = 1
        while depth > 0:
            depth -= 1
            other = stack[depth]
            if _closest(low[node], high[node], core_low[other], core_high[other]) > reject:
                continue
            if not nearest and _farthest(low[node], high[node], core_low[other], core_high[other]) <= accept:
                lowest_for_all = min(lowest_for_all, label_low[other])
                highest_for_all = max(highest_for_all, label_high[other])
            elif other >= core_first_leaf:
                near_leaves[near_count] = other
                near_count += 1
            else:
                stack[depth] = 2 * other
                stack[depth + 1] = 2 * other + 1
                depth += 2
        for point in range(leaf * LEAF, min((leaf + 1) * LEAF, count)):
            here = position[:, point]
            lowest, highest = lowest_for_all, highest_for_all
            closest, closest_label = np.inf, np.int64(-1)
            for index in range(near_count):
                other = near_leaves[index]
                bound = _closest(here, here, core_low[other], core_high[other])
                known = lowest <= label_low[other] and label_high[other] <= highest
                if bound > reject or (known and (not nearest or bound > closest)):
                    continue
                start = (other - core_first_leaf) * LEAF
                for core_point in range(start, min(start + LEAF, core_count)):
                    squared = _squared(position, point, core_position, core_point)
                    if not _within(squared, space, point, core_space, core_point):
                        continue
                    found = core_labels[core_point]
                    lowest, highest = min(lowest, found), max(highest, found)
                    if squared < closest or (squared == closest and found < closest_label):
                        closest, closest_label = squared, found
            if highest >= 0:
                label[point] = closest_label if nearest else lowest
                ambiguous[point] = lowest != highest
