"""The inner loops of density clustering in numpy alone: the same answers as `kernels.py`, slower, without
numba.

Where the compiled walk keeps a stack of nodes, this one keeps arrays of (leaf, node) pairs and goes down the
tree level by level. Bounds, thresholds and predicates are the same, so the answers are.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ..monitor import Monitor
from .space import PLANAR, Space
from .tree import LEAF, BoxTree

_LEAVES_AT_ONCE = 512
_PAIRS_AT_ONCE = 1024

IntArray = NDArray[np.int64]


def _closest(a: BoxTree, nodes: IntArray, b: BoxTree, others: IntArray) -> NDArray[np.float64]:
    gap = np.maximum(np.maximum(a.low[nodes] - b.high[others], b.low[others] - a.high[nodes]), 0.0)
    squared: NDArray[np.float64] = gap[:, 0] * gap[:, 0] + gap[:, 1] * gap[:, 1] + gap[:, 2] * gap[:, 2]
    return squared


def _farthest(a: BoxTree, nodes: IntArray, b: BoxTree, others: IntArray) -> NDArray[np.float64]:
    reach = np.maximum(a.high[nodes] - b.low[others], b.high[others] - a.low[nodes])
    squared: NDArray[np.float64] = (
        reach[:, 0] * reach[:, 0] + reach[:, 1] * reach[:, 1] + reach[:, 2] * reach[:, 2]
    )
    return squared


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
    """Return the points int64[leaves, LEAF] of leaf nodes, and which of them exist in a last leaf half
    full.
    """
    points = (nodes - tree.first_leaf)[:, None] * LEAF + np.arange(LEAF)
    exists = points < tree.position.shape[1]
    return np.where(exists, points, 0), exists


def _within(
    a: BoxTree, a_nodes: IntArray, b: BoxTree, b_nodes: IntArray, a_space: Space, b_space: Space
) -> Iterator[tuple[slice, IntArray, IntArray, NDArray[np.bool_], NDArray[np.float64]]]:
    """For pairs of leaves yield (which pairs, points of a, points of b, within eps, squared distances)."""
    for start in range(0, a_nodes.size, _PAIRS_AT_ONCE):
        chosen = slice(start, start + _PAIRS_AT_ONCE)
        first, first_exists = _points_of(a, a_nodes[chosen])
        second, second_exists = _points_of(b, b_nodes[chosen])
        delta = a.position[:, first][:, :, :, None] - b.position[:, second][:, :, None, :]
        squared = delta[0] * delta[0] + delta[1] * delta[1] + delta[2] * delta[2]
        within = squared <= a_space.accept
        if a_space.metric != PLANAR:
            for pair, i, j in zip(
                *np.nonzero((squared > a_space.accept) & (squared <= a_space.reject)), strict=True
            ):
                within[pair, i, j] = _exactly_within(a_space, first[pair, i], b_space, second[pair, j])
        within &= first_exists[:, :, None] & second_exists[:, None, :]
        yield chosen, first, second, within, squared


def _exactly_within(a_space: Space, first: int, b_space: Space, second: int) -> bool:
    """Decide a pair between the thresholds with `math`, whose functions are the compiled kernels' too."""
    pair = Space(
        a_space.metric,
        np.empty((3, 0)),
        np.array([a_space.longitude[first], b_space.longitude[second]]),
        np.array([a_space.latitude[first], b_space.latitude[second]]),
        a_space.accept,
        a_space.reject,
        a_space.limit,
    )
    return pair.exactly_within(0, 1)


def core_points(
    tree: BoxTree, weights: IntArray, space: Space, min_weight: int, threads: int, monitor: Monitor
) -> NDArray[np.bool_]:
    """Return bool[n]: whether the weight within eps of a point, itself included, reaches `min_weight`.

    `threads` is not used: numpy works on one.
    """
    found = np.zeros(tree.leaves * LEAF, dtype=np.int64)
    for start in range(0, tree.leaves, _LEAVES_AT_ONCE):
        monitor.progress(start / tree.leaves)
        nodes = tree.first_leaf + np.arange(start, min(start + _LEAVES_AT_ONCE, tree.leaves))
        inside_nodes, inside_others, open_nodes, open_others = _walk(
            tree, nodes, tree, space, descend_inside=False
        )
        reached = np.zeros(nodes.size, dtype=np.int64)
        np.add.at(reached, inside_nodes - nodes[0], tree.weight[inside_others])
        possible = reached.copy()
        np.add.at(possible, open_nodes - nodes[0], tree.weight[open_others])
        of_leaf = found.reshape(-1, LEAF)
        of_leaf[nodes - tree.first_leaf] = reached[:, None]
        undecided = ((reached < min_weight) & (possible >= min_weight))[open_nodes - nodes[0]]
        open_nodes, open_others = open_nodes[undecided], open_others[undecided]
        for _, first, second, within, _ in _within(tree, open_nodes, tree, open_others, space, space):
            monitor.progress(start / tree.leaves)
            np.add.at(found, first.ravel(), (within * weights[second][:, None, :]).sum(axis=2).ravel())
    return found[: weights.size] >= min_weight


def link_points(tree: BoxTree, space: Space, monitor: Monitor) -> IntArray:
    """Return int64[n]: the lowest index of the set each point belongs to, by chains of steps within eps."""
    count = tree.position.shape[1]
    leaf_nodes = tree.first_leaf + np.arange(tree.leaves)
    united = _farthest(tree, leaf_nodes, tree, leaf_nodes) <= space.accept
    parent = np.where(united[np.arange(count) // LEAF], np.arange(count) // LEAF * LEAF, np.arange(count))
    for start in range(0, tree.leaves, _LEAVES_AT_ONCE):
        monitor.progress(start / tree.leaves)
        nodes = leaf_nodes[start : start + _LEAVES_AT_ONCE]
        _, _, open_nodes, open_others = _walk(tree, nodes, tree, space, descend_inside=True)
        once = open_nodes <= open_others
        open_nodes, open_others = open_nodes[once], open_others[once]
        for _, first, second, within, _ in _within(tree, open_nodes, tree, open_others, space, space):
            monitor.progress(start / tree.leaves)
            pair, i, j = np.nonzero(within)
            ends = parent[first[pair, i]], parent[second[pair, j]]
            differ = ends[0] != ends[1]
            _join(parent, ends[0][differ], ends[1][differ])
    return parent


def _join(parent: IntArray, first: IntArray, second: IntArray) -> None:
    """Join sets pair by pair; every entry of `parent` is a root before and after, the lowest of its set."""
    while first.size:
        np.minimum.at(parent, np.maximum(first, second), np.minimum(first, second))
        while not np.array_equal(compressed := parent[parent], parent):
            parent[:] = compressed
        first, second = parent[first], parent[second]
        differ = first != second
        first, second = first[differ], second[differ]


def border_labels(
    tree: BoxTree,
    space: Space,
    core_tree: BoxTree,
    core_space: Space,
    core_labels: IntArray,
    nearest: bool,
    threads: int,
    monitor: Monitor,
) -> tuple[IntArray, NDArray[np.bool_]]:
    """Return the cluster of every non-core point (-1 where no core point is within eps) and its ambiguity."""
    none = np.iinfo(np.int64).max
    size = tree.leaves * LEAF
    lowest, highest = np.full(size, none), np.full(size, -1)
    closest, closest_label = np.full(size, np.inf), np.full(size, none)
    for start in range(0, tree.leaves, _LEAVES_AT_ONCE):
        monitor.progress(start / tree.leaves)
        nodes = tree.first_leaf + np.arange(start, min(start + _LEAVES_AT_ONCE, tree.leaves))
        _, _, open_nodes, open_others = _walk(tree, nodes, core_tree, space, descend_inside=True)
        for _, first, second, within, squared in _within(
            tree, open_nodes, core_tree, open_others, space, core_space
        ):
            monitor.progress(start / tree.leaves)
            labels = np.broadcast_to(core_labels[second][:, None, :], within.shape)
            points = first.ravel()
            np.minimum.at(lowest, points, np.where(within, labels, none).min(axis=2).ravel())
            np.maximum.at(highest, points, np.where(within, labels, -1).max(axis=2).ravel())
            distance = np.where(within, squared, np.inf)
            nearer = distance.min(axis=2)
            label_there = np.where(within & (distance == nearer[:, :, None]), labels, none).min(axis=2)
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
    count = tree.position.shape[1]
    reached = highest[:count] >= 0
    label = np.where(reached, (closest_label if nearest else lowest)[:count], -1)
    return label, reached & (lowest[:count] != highest[:count])
