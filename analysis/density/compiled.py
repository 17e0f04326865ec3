"""Steps of density clustering with the numba kernels, over chunks of leaves on threads; twin of
`vectorised.py`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..monitor import Monitor
from . import kernels
from .space import Space
from .tree import BoxTree

_LEAVES_PER_CHUNK = 256


def core_points(
    tree: BoxTree, weights: NDArray[np.int64], space: Space, min_weight: int, threads: int, monitor: Monitor
) -> NDArray[np.bool_]:
    """Return bool[n]: whether the weight within eps of a point, itself included, reaches `min_weight`."""
    core = np.zeros(weights.size, dtype=bool)
    arguments = (_arrays_of(tree), weights, _rule_of(space), min_weight, core)
    monitor.run(kernels.core_points, _chunks(tree.leaves, arguments), tree.leaves, threads)
    return core


def link_points(tree: BoxTree, space: Space, monitor: Monitor) -> NDArray[np.int64]:
    """Return int64[n]: the lowest index of the set each point belongs to, by chains of steps within eps."""
    count = tree.position.shape[1]
    [parent] = monitor.run(kernels.link_points, [(_arrays_of(tree), _rule_of(space))], count)
    root: NDArray[np.int64] = kernels.roots(parent)
    return root


def border_labels(
    tree: BoxTree,
    space: Space,
    core_tree: BoxTree,
    core_space: Space,
    core_labels: NDArray[np.int64],
    nearest: bool,
    threads: int,
    monitor: Monitor,
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the cluster of every non-core point (-1 where no core point is within eps) and its ambiguity."""
    count = tree.position.shape[1]
    labels, ambiguous = np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=bool)
    arguments = (
        _arrays_of(tree),
        _arrays_of(core_tree),
        core_labels,
        *core_tree.extremes(core_labels),
        _rule_of(space),
        _rule_of(core_space),
        nearest,
        labels,
        ambiguous,
    )
    monitor.run(kernels.border_labels, _chunks(tree.leaves, arguments), tree.leaves, threads)
    return labels, ambiguous


def _chunks(leaves: int, arguments: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [
        (start, min(start + _LEAVES_PER_CHUNK, leaves), *arguments)
        for start in range(0, leaves, _LEAVES_PER_CHUNK)
    ]


def _arrays_of(tree: BoxTree) -> tuple[object, ...]:
    return tree.position, tree.low, tree.high, tree.weight, tree.leaves, tree.first_leaf


def _rule_of(space: Space) -> tuple[object, ...]:
    return space.accept, space.reject, space.metric, space.longitude, space.latitude, space.limit
