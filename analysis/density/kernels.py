"""The compiled walks of density clustering down the tree of boxes; their story is in `dbscan.py`, their twin
`vectorised.py`.

All take plain arrays: `coordinates` float64[axes, n], `begin`, `end`, `box` and `first_leaf` as `BoxTree` has
them; `rule` float64[4] and `place` float64[2, sites] as `Space` has them, `site` int32[n] what column of
`place` a point is. `state` is int64[8]: the caller raises state[CANCEL], the kernel counts finished points
into state[DONE] and distance tests into state[TESTS]. Kernels of one file share one cache stamp: numba does
not see changes in other files, so only `geodesy` is imported, and it is as final as the earth.

Where a walk asks the same of many nodes, a node takes over what its parent has left open: the list of nodes
of its parent's level that are neither wholly within eps nor wholly out of it. Lists of nested nodes lie one
behind the other in one array, and narrowing one is less work than a walk from the root.
"""

from __future__ import annotations

import numpy as np

from .. import geodesy
from ..compilation import njit, njit_inner
from ..monitor import CANCEL, DONE, TESTS
from .space import ACCEPT, LIMIT, METRIC, PLANAR, REJECT, SPHERE
from .tree import HIGH, LEAF, LOW

_geodesic_distance = njit_inner(geodesy.geodesic_distance)
_squared_half_chord = njit_inner(geodesy.squared_half_chord)

# A walk keeps at most two entries for every level it has gone down.
_DEPTH = 256
_NO_LABEL = np.iinfo(np.int32).max


# Bounds and the test of a pair. Loops over points count in uint64: an index that cannot be negative lets the
# compiler test eight points at once.


@njit_inner
def _closest(box, node, other_box, other):
    """Squared distance that no pair of points of two boxes falls below; infinite for an empty box."""
    x = max(box[node, LOW, 0] - other_box[other, HIGH, 0], other_box[other, LOW, 0] - box[node, HIGH, 0], 0.0)
    y = max(box[node, LOW, 1] - other_box[other, HIGH, 1], other_box[other, LOW, 1] - box[node, HIGH, 1], 0.0)
    squared = x * x + y * y
    if box.shape[2] > 2:
        z = max(
            box[node, LOW, 2] - other_box[other, HIGH, 2], other_box[other, LOW, 2] - box[node, HIGH, 2], 0.0
        )
        squared += z * z
    return squared


@njit_inner
def _farthest(box, node, other_box, other):
    """Squared distance that no pair of points of two boxes exceeds; do not ask for an empty box."""
    x = max(box[node, HIGH, 0] - other_box[other, LOW, 0], other_box[other, HIGH, 0] - box[node, LOW, 0])
    y = max(box[node, HIGH, 1] - other_box[other, LOW, 1], other_box[other, HIGH, 1] - box[node, LOW, 1])
    squared = x * x + y * y
    if box.shape[2] > 2:
        z = max(box[node, HIGH, 2] - other_box[other, LOW, 2], other_box[other, HIGH, 2] - box[node, LOW, 2])
        squared += z * z
    return squared


@njit_inner
def _closest_to_point(coordinates, point, box, node):
    """Squared distance that no point of a box falls below; infinite for an empty box."""
    x = max(box[node, LOW, 0] - coordinates[0, point], coordinates[0, point] - box[node, HIGH, 0], 0.0)
    y = max(box[node, LOW, 1] - coordinates[1, point], coordinates[1, point] - box[node, HIGH, 1], 0.0)
    squared = x * x + y * y
    if box.shape[2] > 2:
        z = max(box[node, LOW, 2] - coordinates[2, point], coordinates[2, point] - box[node, HIGH, 2], 0.0)
        squared += z * z
    return squared


@njit_inner
def _squared(coordinates, first, second):
    x = coordinates[0, first] - coordinates[0, second]
    y = coordinates[1, first] - coordinates[1, second]
    squared = x * x + y * y
    if coordinates.shape[0] > 2:
        z = coordinates[2, first] - coordinates[2, second]
        squared += z * z
    return squared


@njit_inner
def _exactly_within(rule, place, first, second):
    """Decide by the predicate of the metric a pair that the thresholds leave open; see `space.py`."""
    pair = place[0, first], place[1, first], place[0, second], place[1, second]
    if rule[METRIC] == SPHERE:
        return _squared_half_chord(*pair) <= rule[LIMIT]
    return _geodesic_distance(*pair) <= rule[LIMIT]


@njit_inner
def _within(squared, rule, place, site, first, second):
    if squared <= rule[ACCEPT]:
        return True
    if squared > rule[REJECT] or rule[METRIC] == PLANAR:
        return False
    return _exactly_within(rule, place, site[first], site[second])


@njit_inner
def _leaves_below(node, first_leaf, leaves):
    """The range of leaves below a node, empty where the node is."""
    low, high = node, node + 1
    while low < first_leaf:
        low, high = 2 * low, 2 * high
    return min(low - first_leaf, leaves), min(high - first_leaf, leaves)


@njit_inner
def _next_on_the_way(node, top):
    """The child of a node above `top` that is `top` or above it."""
    while top > 2 * node + 1:
        top //= 2
    return top


@njit_inner
def _put(stack, depth, *entry):
    for column in range(len(entry)):
        stack[depth, column] = entry[column]


# Core points


@njit
def core_points(
    state, top, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place, site, least, core
):
    """Set core[point] for the points below `top`: weight within eps, the point's own included, >= `least`.

    Boxes wholly within eps count at once for all points below a node. As soon as that is enough, or all that
    is left open cannot make it enough, the node is decided. What is open at a leaf is counted point by point.
    """
    near = np.empty(2 * first_leaf + 2, dtype=np.int64)
    bounds = np.empty((2 * coordinates.shape[0], begin.size))
    near_weight = np.empty(begin.size, dtype=np.int64)
    open_bits = np.empty(begin.size // 64 + 1, dtype=np.uint64)
    stack = np.empty((_DEPTH, 4), dtype=np.int64)
    # Node 0 stands for the parent of the root.
    near[0] = 0
    _put(stack, 0, 1, 0, 1, 0)
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop, reached = stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3]
        finish, still_open, inside = _narrowed(node, box, node_weight, rule, near, start, stop)
        reached += inside
        if node < top:
            _put(stack, depth, _next_on_the_way(node, top), stop, finish, reached)
            depth += 1
            continue
        first, last = _leaves_below(node, first_leaf, begin.size)
        if first == last:
            continue
        undecided = reached < least <= reached + still_open
        if undecided and node < first_leaf:
            _put(stack, depth, 2 * node + 1, stop, finish, reached)
            _put(stack, depth + 1, 2 * node, stop, finish, reached)
            depth += 2
            continue
        if undecided:
            _count_points(
                state, node, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place,
                site, least, near[stop:finish], bounds, near_weight, open_bits, reached, core,
            )  # fmt: skip
        elif reached >= least:
            core[begin[first] : end[last - 1]] = True
        state[DONE] += end[last - 1] - begin[first]
    return state[TESTS]


@njit_inner
def _narrowed(node, box, node_weight, rule, near, start, stop):
    """Narrow near[start:stop], what the parent of a node left open, down to the node and its level.

    What the node leaves open is appended at `stop`. Returns where that ends, its weight, and the weight of
    what is wholly within eps.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    end, still_open, inside = stop, np.int64(0), np.int64(0)
    for index in range(start, stop):
        for other in range(2 * near[index], 2 * near[index] + 2):
            if _closest(box, node, box, other) > reject:
                continue
            if _farthest(box, node, box, other) <= accept:
                inside += node_weight[other]
            else:
                near[end] = other
                end += 1
                still_open += node_weight[other]
    return end, still_open, inside


@njit_inner
def _count_points(
    state, node, coordinates, begin, end, box, first_leaf, node_weight, weights, rule, place, site, least,
    near, bounds, near_weight, open_bits, reached, core,
):  # fmt: skip
    """Count what a leaf leaves open, point by point, until it is enough or can no longer be.

    `bounds` float64[2 * axes, leaves], `near_weight` int64[leaves] and `open_bits` uint64[leaves / 64 + 1]
    are there to be written to: the boxes of the open leaves side by side hold a point against eight at once.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    axes = coordinates.shape[0]
    for index in range(near.size):
        if near[index] == node:
            # Its own points are the likeliest to be close.
            near[index], near[0] = near[0], near[index]
    for index in range(near.size):
        near_weight[index] = node_weight[near[index]]
        for axis in range(axes):
            bounds[2 * axis + LOW, index] = box[near[index], LOW, axis]
            bounds[2 * axis + HIGH, index] = box[near[index], HIGH, axis]
    tests = 0
    for point in range(begin[node - first_leaf], end[node - first_leaf]):
        found, still_open = reached, np.int64(0)
        for start in range(0, near.size, 64):
            stop = min(start + 64, near.size)
            inside, in_part, which = _held_against(
                coordinates, point, bounds, near_weight, start, stop, accept, reject
            )
            found += inside
            still_open += in_part
            open_bits[start // 64] = which
        index = 0
        while index < near.size and found < least <= found + still_open:
            which = open_bits[index // 64] >> np.uint64(index % 64)
            if which == np.uint64(0):
                index = (index // 64 + 1) * 64
                continue
            while not which & np.uint64(1):
                which >>= np.uint64(1)
                index += 1
            first, last = begin[near[index] - first_leaf], end[near[index] - first_leaf]
            tests += last - first
            undecided = 0
            for candidate in range(np.uint64(first), np.uint64(last)):
                squared = _squared(coordinates, point, candidate)
                found += weights[candidate] if squared <= accept else np.int64(0)
                undecided += 1 if accept < squared <= reject else 0
            if undecided > 0:
                found += _weight_between(coordinates, weights, point, first, last, rule, place, site)
            still_open -= near_weight[index]
            index += 1
        core[point] = found >= least
    state[TESTS] += tests


@njit_inner
def _held_against(coordinates, point, bounds, weight, start, stop, accept, reject):
    """Hold a point against at most 64 boxes: the weight of those wholly within eps of it, the weight of those
    that are in part, and which ones these are, as bits.
    """
    inside, in_part, which = np.int64(0), np.int64(0), np.uint64(0)
    for index in range(np.uint64(start), np.uint64(stop)):
        low, high = bounds[0, index] - coordinates[0, point], coordinates[0, point] - bounds[1, index]
        gap, reach = max(low, high, 0.0), max(-low, -high)
        closest, farthest = gap * gap, reach * reach
        low, high = bounds[2, index] - coordinates[1, point], coordinates[1, point] - bounds[3, index]
        gap, reach = max(low, high, 0.0), max(-low, -high)
        closest, farthest = closest + gap * gap, farthest + reach * reach
        if coordinates.shape[0] > 2:
            low, high = bounds[4, index] - coordinates[2, point], coordinates[2, point] - bounds[5, index]
            gap, reach = max(low, high, 0.0), max(-low, -high)
            closest, farthest = closest + gap * gap, farthest + reach * reach
        is_open = closest <= reject and farthest > accept
        inside += weight[index] if farthest <= accept else np.int64(0)
        in_part += weight[index] if is_open else np.int64(0)
        which |= np.uint64(1 if is_open else 0) << (index - np.uint64(start))
    return inside, in_part, which


@njit_inner
def _weight_between(coordinates, weights, point, first, last, rule, place, site):
    """Weight of the points of a range that are within eps of a point and that the thresholds leave open."""
    inside = np.int64(0)
    for other in range(first, last):
        squared = _squared(coordinates, point, other)
        if rule[ACCEPT] < squared <= rule[REJECT] and _exactly_within(rule, place, site[point], site[other]):
            inside += weights[other]
    return inside


# The boxes of leaves


@njit
def leaf_boxes(state, from_leaf, to_leaf, coordinates, begin, end, box, first_leaf):
    """Set the boxes of a range of leaves to the hulls of their points; without points they stay empty."""
    for leaf in range(from_leaf, to_leaf):
        if state[CANCEL]:
            return
        for axis in range(coordinates.shape[0]):
            low, high = np.inf, -np.inf
            for point in range(begin[leaf], end[leaf]):
                low = min(low, coordinates[axis, point])
                high = max(high, coordinates[axis, point])
            box[first_leaf + leaf, LOW, axis], box[first_leaf + leaf, HIGH, axis] = low, high
        state[DONE] += end[leaf] - begin[leaf]


@njit
def core_first(state, from_leaf, to_leaf, begin, end, core, coordinates, site, middle):
    """Bring the core points of every leaf before the others, each in their order; set middle[leaf] to where
    the others begin.
    """
    chosen = np.empty(LEAF, dtype=np.int64)
    axes = coordinates.shape[0]
    moved = np.empty((axes + 1, LEAF))
    for leaf in range(from_leaf, to_leaf):
        if state[CANCEL]:
            return
        first, count = begin[leaf], end[leaf] - begin[leaf]
        cores = 0
        for index in range(count):
            cores += core[first + index]
        middle[leaf] = first + cores
        state[DONE] += count
        if cores == 0 or cores == count:
            continue
        at_core, at_other = 0, cores
        for index in range(count):
            if core[first + index]:
                chosen[at_core] = first + index
                at_core += 1
            else:
                chosen[at_other] = first + index
                at_other += 1
        for index in range(count):
            for axis in range(axes):
                moved[axis, index] = coordinates[axis, chosen[index]]
            moved[axes, index] = site[chosen[index]]
        for index in range(count):
            for axis in range(axes):
                coordinates[axis, first + index] = moved[axis, index]
            site[first + index] = np.int32(moved[axes, index])
            core[first + index] = index < cores


# Linking core points


@njit_inner
def _root(parent, point):
    while parent[point] != point:
        parent[point] = parent[parent[point]]
        point = parent[point]
    return point


@njit_inner
def _join(parent, first, second):
    """Join two sets under the lower root, so that the outcome does not depend on the order of joins; return
    it.
    """
    first, second = _root(parent, first), _root(parent, second)
    if first < second:
        parent[second] = first
        return first
    parent[first] = second
    return second


@njit_inner
def _unite(node, begin, end, first_leaf, some, parent, united):
    """Join all points of a node, and mark it and the nodes below it as one set."""
    if united[node]:
        return
    low, high = node, node + 1
    while low < 2 * first_leaf:
        united[low:high] = True
        low, high = 2 * low, 2 * high
    first, last = _leaves_below(node, first_leaf, begin.size)
    root = _root(parent, some[node])
    for leaf in range(first, last):
        for point in range(begin[leaf], end[leaf]):
            root = _join(parent, root, point)


@njit
def link_below(state, top, coordinates, begin, end, box, first_leaf, rule, place, site, some, parent, united):
    """Link the points below `top` that are within eps of each other; `parent` is written for them alone.

    `some` int32[nodes] is the first point of every node, -1 for none. `united` marks nodes whose points are
    known to be of one set.
    """
    stack = np.empty((_DEPTH, 2), dtype=np.int64)
    stack[0, 0], stack[0, 1] = top, 0
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, halves_are_linked = stack[depth, 0], stack[depth, 1]
        if halves_are_linked:
            link_halves(
                state, node, coordinates, begin, end, box, first_leaf, rule, place, site, some, parent, united
            )
            continue
        if some[node] < 0:
            continue
        whole = _farthest(box, node, box, node) <= rule[ACCEPT]
        if not whole and node < first_leaf:
            stack[depth, 0], stack[depth, 1] = node, 1
            stack[depth + 1, 0], stack[depth + 1, 1] = 2 * node + 1, 0
            stack[depth + 2, 0], stack[depth + 2, 1] = 2 * node, 0
            depth += 3
            continue
        if whole:
            _unite(node, begin, end, first_leaf, some, parent, united)
        else:
            first, last = begin[node - first_leaf], end[node - first_leaf]
            for point in range(first + 1, last):
                state[TESTS] += point - first
                _link_point(point, first, point, coordinates, rule, place, site, parent)
            united[node] = _is_one_set(first, last, parent)
        first, last = _leaves_below(node, first_leaf, begin.size)
        state[DONE] += end[last - 1] - begin[first]
    return state[TESTS]


@njit
def link_halves(
    state, node, coordinates, begin, end, box, first_leaf, rule, place, site, some, parent, united
):
    """Link the points below the two children of a node, when those below each child are.

    A walk down pairs of nodes. Boxes too far apart end it, as do two nodes known to be of one set; boxes
    wholly within eps join everything in them; what is left are pairs of leaves.
    """
    left, right = 2 * node, 2 * node + 1
    stack = np.empty((_DEPTH, 2), dtype=np.int64)
    stack[0, 0], stack[0, 1] = left, right
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        a, b = stack[depth, 0], stack[depth, 1]
        if _closest(box, a, box, b) > rule[REJECT]:
            continue
        if united[a] and united[b] and _root(parent, some[a]) == _root(parent, some[b]):
            continue
        if _farthest(box, a, box, b) <= rule[ACCEPT]:
            _unite(a, begin, end, first_leaf, some, parent, united)
            _unite(b, begin, end, first_leaf, some, parent, united)
            _join(parent, some[a], some[b])
        elif a >= first_leaf and b >= first_leaf:
            _link_leaves(
                state, a, b, coordinates, begin, end, box, first_leaf, rule, place, site, parent, united
            )
        else:
            # Split the wider box; the nearer half first: where it links, the other is spared.
            if b >= first_leaf or (a < first_leaf and _farthest(box, a, box, a) > _farthest(box, b, box, b)):
                split, other = a, b
            else:
                split, other = b, a
            near, far = 2 * split, 2 * split + 1
            if _closest(box, far, box, other) < _closest(box, near, box, other):
                near, far = far, near
            stack[depth, 0], stack[depth, 1] = far, other
            stack[depth + 1, 0], stack[depth + 1, 1] = near, other
            depth += 2
    if some[left] < 0 or some[right] < 0:
        united[node] = united[right if some[left] < 0 else left]
    else:
        same = _root(parent, some[left]) == _root(parent, some[right])
        united[node] = united[left] and united[right] and same
    return state[TESTS]


@njit_inner
def _is_one_set(first, last, parent):
    root = _root(parent, first)
    same = True
    for point in range(first + 1, last):
        same &= _root(parent, point) == root
    return same


@njit_inner
def _link_leaves(state, a, b, coordinates, begin, end, box, first_leaf, rule, place, site, parent, united):
    """Join the points of two leaves that are within eps of each other."""
    first, last = begin[b - first_leaf], end[b - first_leaf]
    united[a] = united[a] or _is_one_set(begin[a - first_leaf], end[a - first_leaf], parent)
    united[b] = united[b] or _is_one_set(first, last, parent)
    one_link_is_all = united[a] and united[b]
    if one_link_is_all and _root(parent, begin[a - first_leaf]) == _root(parent, first):
        return
    for point in range(begin[a - first_leaf], end[a - first_leaf]):
        if _closest_to_point(coordinates, point, box, b) > rule[REJECT]:
            continue
        if united[b] and _root(parent, point) == _root(parent, first):
            continue
        state[TESTS] += last - first
        _link_point(point, first, last, coordinates, rule, place, site, parent)
        if one_link_is_all and _root(parent, point) == _root(parent, first):
            return


@njit_inner
def _link_point(point, first, last, coordinates, rule, place, site, parent):
    """Join a point with those of a range that are within eps of it."""
    reject = rule[REJECT]
    close = 0
    for other in range(np.uint64(first), np.uint64(last)):
        close += 1 if _squared(coordinates, point, other) <= reject else 0
    if close == 0:
        return
    root = _root(parent, point)
    for other in range(first, last):
        squared = _squared(coordinates, point, other)
        if (
            squared <= reject
            and _root(parent, other) != root
            and _within(squared, rule, place, site, point, other)
        ):
            root = _join(parent, root, other)


@njit
def lowest_rows(state, start, stop, parent, core, row, set_of_root, lowest, labels):
    """Set labels[point] to the set of every core point of a range, and lowest[set] to its lowest row."""
    for point in range(start, stop):
        if (point & 0xFFFF) == 0:
            state[DONE] = point - start
            if state[CANCEL]:
                return
        if core[point]:
            # Not shortened on the way: other threads read it.
            root = parent[point]
            while parent[root] != root:
                root = parent[root]
            number = set_of_root[root]
            labels[point] = number
            lowest[number] = min(lowest[number], row[point])


# Border points


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
    stack = np.empty((_DEPTH, 5), dtype=np.int64)
    near[0] = 0
    _put(stack, 0, 1, 0, 1, _NO_LABEL, -1)
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, start, stop = stack[depth, 0], stack[depth, 1], stack[depth, 2]
        lowest, highest = stack[depth, 3], stack[depth, 4]
        finish, lowest, highest = _narrowed_labels(
            node, box, core_box, label_low, label_high, rule, nearest, near, start, stop, lowest, highest
        )
        if node < top:
            _put(stack, depth, _next_on_the_way(node, top), stop, finish, lowest, highest)
            depth += 1
            continue
        first, last = _leaves_below(node, first_leaf, begin.size)
        if first == last:
            continue
        if finish > stop and node < first_leaf:
            _put(stack, depth, 2 * node + 1, stop, finish, lowest, highest)
            _put(stack, depth + 1, 2 * node, stop, finish, lowest, highest)
            depth += 2
            continue
        if finish > stop:
            _label_points(
                state, node, coordinates, begin, end, core_begin, core_end, core_box, first_leaf, label_low,
                label_high, rule, place, site, nearest, near[stop:finish], lowest, highest, labels, ambiguous,
            )  # fmt: skip
        elif highest >= 0:
            for leaf in range(first, last):
                labels[begin[leaf] : end[leaf]] = lowest
                ambiguous[begin[leaf] : end[leaf]] = lowest != highest
        state[DONE] += end[last - 1] - begin[first]
    return state[TESTS]


@njit_inner
def _narrowed_labels(
    node, box, core_box, label_low, label_high, rule, nearest, near, start, stop, lowest, highest
):
    """Narrow near[start:stop] down to a node as `_narrowed` does; return where its list ends, and the lowest
    and highest cluster known to reach all of its points.
    """
    accept, reject = rule[ACCEPT], rule[REJECT]
    end = stop
    for index in range(start, stop):
        for other in range(2 * near[index], 2 * near[index] + 2):
            if _closest(box, node, core_box, other) > reject:
                continue
            if not nearest:
                if lowest <= label_low[other] and label_high[other] <= highest:
                    continue
                if _farthest(box, node, core_box, other) <= accept:
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
        closest, closest_label = np.inf, np.int32(-1)
        for index in range(near.size):
            other = near[index]
            known = lowest <= label_low[other] and label_high[other] <= highest
            if known and not nearest:
                continue
            bound = _closest_to_point(coordinates, point, core_box, other)
            if bound > reject or (known and bound > closest):
                continue
            first, last = core_begin[other - first_leaf], core_end[other - first_leaf]
            state[TESTS] += last - first
            for core_point in range(first, last):
                squared = _squared(coordinates, point, core_point)
                if squared > reject or not _within(squared, rule, place, site, point, core_point):
                    continue
                found = labels[core_point]
                lowest, highest = min(lowest, found), max(highest, found)
                if nearest:
                    if squared < closest or (squared == closest and found < closest_label):
                        closest, closest_label = squared, found
                elif lowest <= label_low[other] and label_high[other] <= highest:
                    break
        if highest >= 0:
            labels[point] = closest_label if nearest else lowest
            ambiguous[point] = lowest != highest
