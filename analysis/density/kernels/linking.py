"""Sets of core points that chains of steps within eps connect, and their lowest rows."""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, TESTS
from ..space import ACCEPT, REJECT
from .bounds import closest, closest_to_point, farthest, squared_distance, within
from .nodes import DEPTH, leaves_below


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
        for below in range(low, high):
            united[below] = True
        low, high = 2 * low, 2 * high
    first, last = leaves_below(node, first_leaf, begin.size)
    root = _root(parent, some[node])
    for leaf in range(first, last):
        for point in range(begin[leaf], end[leaf]):
            root = _join(parent, root, point)


@njit
def link_below(
    state, top, halves_are_linked, coordinates, begin, end, box, first_leaf, rule, place, site, some, parent,
    united,
):  # fmt: skip
    """Link the points below `top` that are within eps of each other; `parent` is written for them alone.

    `halves_are_linked` says that the points below either child of `top` already are, so that only those of
    different children are left; else `parent` has nothing yet. `some` int64[nodes] is the first point of
    every node, -1 for none. `united` marks nodes whose points are known to be of one set.
    """
    if not halves_are_linked:
        first, last = leaves_below(top, first_leaf, begin.size)
        for leaf in range(first, last):
            for point in range(begin[leaf], end[leaf]):
                parent[point] = point
    stack = np.empty((DEPTH, 2), dtype=np.int64)
    pairs = np.empty((DEPTH, 2), dtype=np.int64)
    stack[0, 0], stack[0, 1] = top, halves_are_linked
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        node, halves_are_linked = stack[depth, 0], stack[depth, 1]
        if halves_are_linked:
            _link_halves(
                state, node, coordinates, begin, end, box, first_leaf, rule, place, site, some, parent,
                united, pairs,
            )  # fmt: skip
            continue
        if some[node] < 0:
            continue
        whole = farthest(rule, box, node, box, node) <= rule[ACCEPT]
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
        first, last = leaves_below(node, first_leaf, begin.size)
        state[DONE] += end[last - 1] - begin[first]
    return state[TESTS]


@njit_inner
def _link_halves(
    state, node, coordinates, begin, end, box, first_leaf, rule, place, site, some, parent, united, pairs
):
    """Link the points below the two children of a node, when those below each child are.

    A walk down pairs of nodes. Boxes too far apart end it, as do two nodes known to be of one set, and a leaf
    of which all that is in reach of a node is of that node's set already (a leaf that straddles a jump of the
    curve has a large box, in reach of hundreds). Boxes wholly within eps join everything in them; pairs of
    leaves are what is left. `pairs` int64[DEPTH, 2] is there to be written to.
    """
    left, right = 2 * node, 2 * node + 1
    pairs[0, 0], pairs[0, 1] = left, right
    depth = 1
    while depth > 0 and not state[CANCEL]:
        depth -= 1
        a, b = pairs[depth, 0], pairs[depth, 1]
        if closest(rule, box, a, box, b) > rule[REJECT]:
            continue
        if united[a] and united[b] and _root(parent, some[a]) == _root(parent, some[b]):
            continue
        if united[a] != united[b]:
            apart, one_set = (b, a) if united[a] else (a, b)
            if apart >= first_leaf and not _has_others_near(
                apart, one_set, coordinates, begin, end, box, first_leaf, rule, some, parent
            ):
                continue
        if farthest(rule, box, a, box, b) <= rule[ACCEPT]:
            _unite(a, begin, end, first_leaf, some, parent, united)
            _unite(b, begin, end, first_leaf, some, parent, united)
            _join(parent, some[a], some[b])
        elif a >= first_leaf and b >= first_leaf:
            _link_leaves(
                state, a, b, coordinates, begin, end, box, first_leaf, rule, place, site, parent, united
            )
        else:
            # Split the wider box; the nearer half first: where it links, the other is spared.
            if b >= first_leaf or (
                a < first_leaf and farthest(rule, box, a, box, a) > farthest(rule, box, b, box, b)
            ):
                split, other = a, b
            else:
                split, other = b, a
            near, far = 2 * split, 2 * split + 1
            if closest(rule, box, far, box, other) < closest(rule, box, near, box, other):
                near, far = far, near
            pairs[depth, 0], pairs[depth, 1] = far, other
            pairs[depth + 1, 0], pairs[depth + 1, 1] = near, other
            depth += 2
    if some[left] < 0 or some[right] < 0:
        united[node] = united[right if some[left] < 0 else left]
    else:
        same = _root(parent, some[left]) == _root(parent, some[right])
        united[node] = united[left] and united[right] and same


@njit_inner
def _has_others_near(leaf, node, coordinates, begin, end, box, first_leaf, rule, some, parent):
    """Whether a leaf has points in reach of a node, which is one set, that do not belong to that set."""
    root = _root(parent, some[node])
    for point in range(begin[leaf - first_leaf], end[leaf - first_leaf]):
        if (
            closest_to_point(rule, coordinates, point, box, node) <= rule[REJECT]
            and _root(parent, point) != root
        ):
            return True
    return False


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
    united[a] = united[a] or _is_one_set(begin[a - first_leaf], end[a - first_leaf], parent)
    united[b] = united[b] or _is_one_set(begin[b - first_leaf], end[b - first_leaf], parent)
    one_link_is_all = united[a] and united[b]
    if united[a] and not one_link_is_all:
        # Points go one by one against a leaf that is one set: those that belong to it already are spared.
        a, b = b, a
    first, last = begin[b - first_leaf], end[b - first_leaf]
    if one_link_is_all and _root(parent, begin[a - first_leaf]) == _root(parent, first):
        return
    for point in range(begin[a - first_leaf], end[a - first_leaf]):
        if closest_to_point(rule, coordinates, point, box, b) > rule[REJECT]:
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
        close += 1 if squared_distance(rule, coordinates, point, other) <= reject else 0
    if close == 0:
        return
    root = _root(parent, point)
    for other in range(first, last):
        squared = squared_distance(rule, coordinates, point, other)
        if (
            squared <= reject
            and _root(parent, other) != root
            and within(squared, rule, place, site, point, other)
        ):
            root = _join(parent, root, other)


@njit
def lowest_rows(state, start, stop, parent, core, row, lowest, labels):
    """Give the core points of a range the label of their root, others -1, and set lowest[label] to the lowest
    row.
    """
    for point in range(start, stop):
        if (point & 0xFFFF) == 0:
            state[DONE] = point - start
            if state[CANCEL]:
                return
        if core[point]:
            # Others read `parent` at the same time: what they find, the old or the new, leads to the root.
            root = parent[point]
            while parent[root] != root:
                root = parent[root]
            parent[point] = root
            number = labels[root]
            labels[point] = number
            lowest[number] = min(lowest[number], row[point])
        else:
            labels[point] = -1
