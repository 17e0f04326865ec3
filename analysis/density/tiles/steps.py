"""What is done within one tile, three times: count, link, label (the steps of `dbscan.py`, for a part).

Each takes the points that the tile sees, its own and its halo, and each answer is final for the tile's own
points: whatever decides over one of them lies within eps of it and is seen.

  count  which of the tile's own points are core
  link   the components of the core points that the tile sees; halo points are core by their owners' word,
         since their own neighbours may be out of sight
  label  the clusters of all core points being known, those of the tile's own border points
"""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...monitor import Monitor
from ..dbscan import arrange
from ..space import Space
from ..weights import of_points


def count(
    space: Space,
    weights: NDArray[np.int64] | None,
    least: int,
    engine: ModuleType,
    monitor: Monitor | None = None,
) -> NDArray[np.bool_]:
    """Return bool[n], which points in sight have a weight of `least` within eps; of the halo nothing is said.

    `weights` int64[n] are 1 each where they are None.
    """
    if not space.x.size:
        return np.empty(0, dtype=bool)
    arranging, counting = (monitor or Monitor()).split(1, 4)
    tree, site = arrange(space, engine, arranging)
    core, _ = engine.core_points(tree, of_points(weights, site), space, site, least, counting)
    return _back(site, core)


def link(
    space: Space, core: NDArray[np.bool_], engine: ModuleType, monitor: Monitor | None = None
) -> NDArray[np.int64]:
    """Return int64[n], the first point of the component of every core point, and -1 for others.

    `core` bool[n] is by the word of the owners.
    """
    if not core.any():
        return np.full(space.x.size, -1)
    points = np.flatnonzero(core)
    arranging, linking = (monitor or Monitor()).split(1, 3)
    of_core = replace(space, x=space.x[points], y=space.y[points])
    tree, site = arrange(of_core, engine, arranging)
    parent, _ = engine.link_points(tree, of_core, site, linking)
    root = _roots(parent)
    lowest = np.full(points.size, points.size)
    np.minimum.at(lowest, root, site)
    component = np.full(space.x.size, -1)
    component[points[site]] = points[lowest[root]]
    return component


def label(
    space: Space,
    labels: NDArray[np.int32],
    border: str,
    engine: ModuleType,
    monitor: Monitor | None = None,
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Return the labels int32[n] and the ambiguity bool[n] of points; of the halo's border nothing is said.

    `labels` int32[n] are the clusters of the core points and -1 for others; `border` as in `dbscan`.
    """
    if border == "noise" or not (labels >= 0).any():
        return labels.copy(), np.zeros(space.x.size, dtype=bool)
    arranging, raising, labelling = (monitor or Monitor()).split(2, 1, 4)
    tree, site = arrange(space, engine, arranging)
    core = labels[site] >= 0
    middle = engine.core_first(tree, core, site, raising)
    core_tree = engine.build_tree(tree.coordinates, tree.begin, middle, tree.first_leaf, raising)
    rest = engine.build_tree(tree.coordinates, middle, tree.end, tree.first_leaf, raising)
    found = labels[site]
    ambiguous, _ = engine.border_labels(rest, core_tree, found, space, site, border == "nearest", labelling)
    return _back(site, found), _back(site, ambiguous)


def _roots(parent: NDArray[np.int32]) -> NDArray[np.int32]:
    while True:
        above = parent[parent]
        if (above == parent).all():
            return parent
        parent = above


def _back(site: NDArray[np.int32], values: NDArray[Any]) -> NDArray[Any]:
    """Return values of the points of a tree in the order of their sites."""
    result = np.empty_like(values)
    result[site] = values
    return result
