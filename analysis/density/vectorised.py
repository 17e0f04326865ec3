"""Steps of density clustering in numpy alone: the same answers as `compiled.py`, slower, without numba.

Where the compiled walk keeps a stack of nodes, this one keeps arrays of (leaf, node) pairs and goes down the
tree level by level. Bounds, thresholds and predicates are the same, so the answers are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..monitor import Monitor
from .space import PLANAR, Space, undecided_band
from .tree import HIGH, LEAF, LOW, BoxTree, empty_boxes, raise_boxes
from .weights import Weights

_LEAVES_AT_ONCE = 512
_PAIRS_AT_ONCE = 1024

IntArray = NDArray[np.int64]


def build_tree(
    coordinates: NDArray[np.float64], begin: IntArray, end: IntArray, first_leaf: int, monitor: Monitor
) -> BoxTree:
    """Build the boxes over the points of every leaf."""
    box = empty_boxes(first_leaf, len(coordinates))
    points = begin[:, None] + np.arange(LEAF)
    outside = points >= end[:, None]
    there = coordinates[:, np.minimum(points, coordinates.shape[1] - 1)]
    filled = slice(first_leaf, first_leaf + begin.size)
    box[filled, LOW] = np.where(outside, np.inf, there).min(axis=2).T
    box[filled, HIGH] = np.where(outside, -np.inf, there).max(axis=2).T
    raise_boxes(box, first_leaf, monitor.part(1.0, 1.0))
    return BoxTree(coordinates, begin, end, box, first_leaf)


def core_points(
    tree: BoxTree,
    weights: Weights,
    space: Space,
    site: NDArray[np.int32],
    least: int,
    monitor: Monitor,
) -> tuple[NDArray[np.bool_], int]:
    """Return bool[n], whether the weight within eps of a point, itself included, reaches `least`, and the
    number of distance tests.
    """
    found, tests = _weights_within(tree, weights, space, site, least, monitor)
    return found >= least, tests


def neighbour_weights(
    tree: BoxTree, weights: Weights, space: Space, site: NDArray[np.int32], monitor: Monitor
) -> tuple[IntArray, int]:
    """Return the weight int64[n] within eps of every point, itself included, and the number of distance
    tests.
    """
    return _weights_within(tree, weights, space, site, None, monitor)


def _weights_within(
    tree: BoxTree,
    weights: Weights,
    space: Space,
    site: NDArray[np.int32],
    least: int | None,
    monitor: Monitor,
) -> tuple[IntArray, int]:
    """Return the weight int64[n] within eps of every point and the number of distance tests; with `least`
    only as far as it takes to know its side of it.
    """
    found = np.zeros(tree.leaves * LEAF, dtype=np.int64)
    node_weight = tree.sums(weights)
    tests = 0
    for start in range(0, tree.leaves, _LEAVES_AT_ONCE):
        monitor.progress(start / tree.leaves)
        nodes = tree.first_leaf + np.arange(start, min(start + _LEAVES_AT_ONCE, tree.leaves))
        inside_nodes, inside_others, open_nodes, open_others = _walk(
            tree, nodes, tree, space, descend_inside=False
        )
        reached = np.zeros(nodes.size, dtype=np.int64)
        np.add.at(reached, inside_nodes - nodes[0], node_weight[inside_others])
        of_leaf = found.reshape(-1, LEAF)
        of_leaf[nodes - tree.first_leaf] = reached[:, None]
        if least is not None:
            possible = reached.copy()
            np.add.at(possible, open_nodes - nodes[0], node_weight[open_others])
            undecided = ((reached < least) & (possible >= least))[open_nodes - nodes[0]]
            open_nodes, open_others = open_nodes[undecided], open_others[undecided]
        for first, second, within, _ in _within(tree, open_nodes, tree, open_others, space, site):
            monitor.progress(start / tree.leaves)
            tests += within.size
            np.add.at(found, first.ravel(), (within * weights[second][:, None, :]).sum(axis=2).ravel())
    return found[: weights.size], tests


def core_distances(
    tree: BoxTree,
    core_tree: BoxTree,
    weights: Weights,
    space: Space,
    site: NDArray[np.int32],
    least: int,
    monitor: Monitor,
) -> tuple[NDArray[np.float64], int]:
    """Return float64[n], for the points of `core_tree` the least distance within which the weight, their own
    included, reaches `least`, as `Space.distances` takes it, for others infinity; and the number of distance
    tests.
    """
    reached_at = np.full(weights.size, np.inf)
    node_weight = tree.sums(weights)
    tests = 0
    for leaf in np.flatnonzero(core_tree.begin < core_tree.end):
        monitor.progress(leaf / tree.leaves)
        node = np.array([tree.first_leaf + leaf])
        _, _, _, others = _walk(core_tree, node, tree, space, descend_inside=True)
        # Leaves sorted by their farthest points reach the minimum at the latest there.
        at_the_latest = _reached_value(_farthest(core_tree, node, tree, others), node_weight[others], least)
        _, end = undecided_band(space.metric, min(at_the_latest, space.reject))
        points, exists = _points_of(tree, others[_closest(core_tree, node, tree, others) <= end])
        points = points[exists]
        for point in range(core_tree.begin[leaf], core_tree.end[leaf]):
            tests += points.size
            squared = _square_sum(tree.coordinates[:, [point]] - tree.coordinates[:, points])
            reached_at[point] = _reached_at(squared, points, point, weights, space, site, least)
    return reached_at, tests


def _reached_at(
    squared: NDArray[np.float64],
    points: IntArray,
    point: int,
    weights: Weights,
    space: Space,
    site: NDArray[np.int32],
    least: int,
) -> float:
    """Return the distance of a point, as `Space.distances` takes it, at which others, at squared distances
    from it, reach `least`.
    """
    reached = _reached_value(squared, weights[points], least)
    if space.metric == PLANAR:
        return reached
    low, high = undecided_band(space.metric, reached)
    band = points[(low <= squared) & (squared <= high)]
    exact = np.array([space.measure(site[point], site[other]) for other in band])
    return _reached_value(exact, weights[band], least - int(weights[points[squared < low]].sum()))


def _reached_value(values: NDArray[np.float64], weights: Weights, least: int) -> float:
    """Return the lowest value such that the weight of all up to it reaches `least`, which all together do."""
    order = np.argsort(values)
    return float(values[order[np.searchsorted(np.cumsum(weights[order]), least)]])


def core_first(tree: BoxTree, core: NDArray[np.bool_], site: NDArray[np.int32], monitor: Monitor) -> IntArray:
    """Bring the core points of every leaf to its front, in place; return int64[leaves] where the others
    begin.
    """
    leaf = np.arange(core.size) // LEAF
    order = np.lexsort((~core, leaf))
    tree.coordinates[:], site[:], core[:] = tree.coordinates[:, order], site[order], core[order]
    return tree.begin + np.bincount(leaf, weights=core, minlength=tree.leaves).astype(np.int64)


def link_points(
    tree: BoxTree, space: Space, site: NDArray[np.int32], monitor: Monitor
) -> tuple[NDArray[np.int32], int]:
    """Return int32[n], for every point of the tree the lowest one of the set it belongs to by chains of steps
    within eps, and the number of distance tests.
    """
    parent = np.arange(tree.coordinates.shape[1], dtype=np.int32)
    leaf_nodes = tree.first_leaf + np.flatnonzero(tree.begin < tree.end)
    tests = 0
    for start in range(0, leaf_nodes.size, _LEAVES_AT_ONCE):
        monitor.progress(start / leaf_nodes.size)
        nodes = leaf_nodes[start : start + _LEAVES_AT_ONCE]
        _, _, open_nodes, open_others = _walk(tree, nodes, tree, space, descend_inside=True)
        once = open_nodes <= open_others
        open_nodes, open_others = open_nodes[once], open_others[once]
        for first, second, within, _ in _within(tree, open_nodes, tree, open_others, space, site):
            monitor.progress(start / leaf_nodes.size)
            tests += within.size
            pair, i, j = np.nonzero(within)
            ends = parent[first[pair, i]], parent[second[pair, j]]
            differ = ends[0] != ends[1]
            _join(parent, ends[0][differ], ends[1][differ])
    return parent, tests


def _join(parent: NDArray[np.int32], first: NDArray[np.int32], second: NDArray[np.int32]) -> None:
    """Join sets pair by pair; every entry of `parent` is a root before and after, the lowest of its set."""
    while first.size:
        np.minimum.at(parent, np.maximum(first, second), np.minimum(first, second))
        while not np.array_equal(compressed := parent[parent], parent):
            parent[:] = compressed
        first, second = parent[first], parent[second]
        differ = first != second
        first, second = first[differ], second[differ]


def number_sets(
    parent: NDArray[np.int32], core: NDArray[np.bool_], row: NDArray[np.int32], monitor: Monitor
) -> tuple[NDArray[np.int32], int]:
    """Return int32[n], the cluster of every core point and -1 for others, and the number of clusters.

    Clusters are numbered by their lowest row (`row` int32[n]), which is what scikit-learn's scan from row 0
    amounts to.
    """
    labels = np.full(parent.size, -1, dtype=np.int32)
    sets, of_point = np.unique(parent[core], return_inverse=True)
    lowest = np.full(sets.size, np.iinfo(np.int32).max)
    np.minimum.at(lowest, of_point, row[core])
    number = np.empty(sets.size, dtype=np.int32)
    number[np.argsort(lowest)] = np.arange(sets.size)
    labels[core] = number[of_point]
    return labels, int(sets.size)


def border_labels(
    tree: BoxTree,
    core_tree: BoxTree,
    labels: NDArray[np.int32],
    space: Space,
    site: NDArray[np.int32],
    nearest: bool,
    monitor: Monitor,
) -> tuple[NDArray[np.bool_], int]:
    """Give the points of `tree`, those that are not core, a label where a core point is within eps of them.

    Returns bool[n], whether core points of more than one cluster are, and the number of distance tests.
    """
    # Of 64 bits for numpy 2 too, which would give a plain number those of the labels.
    none = np.int64(np.iinfo(np.int64).max)
    lowest, highest = np.full(labels.size, none), np.full(labels.size, -1)
    closest, closest_label = np.full(labels.size, np.inf), np.full(labels.size, none)
    leaf_nodes = tree.first_leaf + np.flatnonzero(tree.begin < tree.end)
    tests = 0
    for start in range(0, leaf_nodes.size, _LEAVES_AT_ONCE):
        monitor.progress(start / leaf_nodes.size)
        nodes = leaf_nodes[start : start + _LEAVES_AT_ONCE]
        _, _, open_nodes, open_others = _walk(tree, nodes, core_tree, space, descend_inside=True)
        for first, second, within, squared in _within(tree, open_nodes, core_tree, open_others, space, site):
            monitor.progress(start / leaf_nodes.size)
            tests += within.size
            known = np.broadcast_to(labels[second][:, None, :], within.shape)
            points = first.ravel()
            np.minimum.at(lowest, points, np.where(within, known, none).min(axis=2).ravel())
            np.maximum.at(highest, points, np.where(within, known, -1).max(axis=2).ravel())
            distance = np.where(within, squared, np.inf)
            nearer = distance.min(axis=2)
            label_there = np.where(within & (distance == nearer[:, :, None]), known, none).min(axis=2)
            # Several leaves may offer the same point in one batch: the closest offer wins, then the lowest
            # label.
            order = np.lexsort((label_there.ravel(), nearer.ravel(), points))
            offered, at = np.unique(points[order], return_index=True)
            best_distance, best_label = nearer.ravel()[order][at], label_there.ravel()[order][at]
            better = (best_distance < closest[offered]) | (
                (best_distance == closest[offered]) & (best_label < closest_label[offered])
            )
            closest[offered[better]] = best_distance[better]
            closest_label[offered[better]] = best_label[better]
    reached = highest >= 0
    labels[reached] = (closest_label if nearest else lowest)[reached]
    return reached & (lowest != highest), tests


def put_back(site: NDArray[np.int32], values: list[NDArray[Any]], monitor: Monitor) -> list[NDArray[Any]]:
    """Return labels, core and ambiguous with values[k] at site[k], a permutation int32[n]."""
    results = [np.empty_like(array) for array in values]
    for array, result in zip(values, results, strict=True):
        result[site] = array
    return results


def carry(
    of_row: NDArray[np.int32],
    labels: NDArray[np.int32],
    core: NDArray[np.bool_],
    ambiguous: NDArray[np.bool_],
    monitor: Monitor,
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return labels, core and ambiguous of the rows of sites."""
    return labels[of_row], core[of_row], ambiguous[of_row]


# The walk


def _closest(a: BoxTree, nodes: IntArray, b: BoxTree, others: IntArray) -> NDArray[np.float64]:
    gap = np.maximum(
        np.maximum(a.box[nodes, LOW] - b.box[others, HIGH], b.box[others, LOW] - a.box[nodes, HIGH]), 0.0
    )
    return _square_sum(gap.T)


def _farthest(a: BoxTree, nodes: IntArray, b: BoxTree, others: IntArray) -> NDArray[np.float64]:
    reach = np.maximum(a.box[nodes, HIGH] - b.box[others, LOW], b.box[others, HIGH] - a.box[nodes, LOW])
    return _square_sum(reach.T)


def _square_sum(difference: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum the squares over the first axis, in its order, as the compiled kernels do."""
    total: NDArray[np.float64] = difference[0] * difference[0]
    for along in difference[1:]:
        total = total + along * along
    return total


def _walk(
    a: BoxTree, nodes: IntArray, b: BoxTree, space: Space, *, descend_inside: bool
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return the pairs (node of a, node of b) wholly within eps, and the pairs of leaves left open.

    With `descend_inside` whole nodes are not taken: all pairs come out as pairs of leaves.
    """
    others = np.ones(nodes.size, dtype=np.int64)
    inside_nodes, inside_others, open_nodes, open_others = [], [], [], []
    while nodes.size:
        near = _closest(a, nodes, b, others) <= space.reject
        nodes, others = nodes[near], others[near]
        if not descend_inside:
            inside = _farthest(a, nodes, b, others) <= space.accept
            inside_nodes.append(nodes[inside])
            inside_others.append(others[inside])
            nodes, others = nodes[~inside], others[~inside]
        leaf = others >= b.first_leaf
        open_nodes.append(nodes[leaf])
        open_others.append(others[leaf])
        nodes, others = nodes[~leaf], others[~leaf]
        nodes, others = np.repeat(nodes, 2), np.stack([2 * others, 2 * others + 1], axis=1).ravel()
    none = [np.empty(0, dtype=np.int64)]
    return (
        np.concatenate(none + inside_nodes),
        np.concatenate(none + inside_others),
        np.concatenate(none + open_nodes),
        np.concatenate(none + open_others),
    )


def _points_of(tree: BoxTree, nodes: IntArray) -> tuple[IntArray, NDArray[np.bool_]]:
    """Return the points int64[leaves, LEAF] of leaf nodes, and which of them there are in a leaf not full."""
    leaves = nodes - tree.first_leaf
    points = tree.begin[leaves][:, None] + np.arange(LEAF)
    exists = points < tree.end[leaves][:, None]
    return np.where(exists, points, tree.begin[leaves][:, None]), exists


def _within(
    a: BoxTree, a_nodes: IntArray, b: BoxTree, b_nodes: IntArray, space: Space, site: NDArray[np.int32]
) -> Iterator[tuple[IntArray, IntArray, NDArray[np.bool_], NDArray[np.float64]]]:
    """For pairs of leaves yield (points of a, points of b, within eps, squared distances)."""
    for start in range(0, a_nodes.size, _PAIRS_AT_ONCE):
        chosen = slice(start, start + _PAIRS_AT_ONCE)
        first, first_exists = _points_of(a, a_nodes[chosen])
        second, second_exists = _points_of(b, b_nodes[chosen])
        squared = _square_sum(
            a.coordinates[:, first][:, :, :, None] - b.coordinates[:, second][:, :, None, :]
        )
        within = squared <= space.accept
        if space.metric != PLANAR:
            for pair, i, j in zip(
                *np.nonzero((squared > space.accept) & (squared <= space.reject)), strict=True
            ):
                within[pair, i, j] = space.exactly_within(site[first[pair, i]], site[second[pair, j]])
        within &= first_exists[:, :, None] & second_exists[:, None, :]
        yield first, second, within, squared
