"""Neighbouring clusters joined where their edges come close (GII 2024, Appendix IV, step "after review")."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .density.space import Space, make_space
from .geodesy import geodesic_distance
from .monitor import Monitor

_CELLS_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Merge:
    """Two clusters, by label, whose edges are `distance` metres apart."""

    first: int
    second: int
    distance: float


def close_clusters(
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    labels: NDArray[np.int64],
    distance: float,
    monitor: Monitor | None = None,
) -> list[Merge]:
    """Return the pairs of clusters with sites within `distance` metres on the ellipsoid, nearest first.

    longitude, latitude: float64[n] in degrees; labels: int64[n], -1 for noise. The edge of a cluster is not
    defined where WIPO writes of it; here it is the nearest member site, core or border.
    """
    monitor = monitor or Monitor()
    members = np.flatnonzero(labels >= 0)
    if distance <= 0.0 or members.size == 0:
        return []
    space = make_space(longitude[members], latitude[members], distance, "ellipsoid")
    position = space.coordinates(np.arange(members.size, dtype=np.int32), monitor.part(0.0, 0.0))
    order = np.argsort(labels[members], kind="stable")
    clusters, starts = np.unique(labels[members][order], return_index=True)
    groups = np.split(order, starts[1:])
    low = np.array([position[:, group].min(axis=1) for group in groups])
    high = np.array([position[:, group].max(axis=1) for group in groups])
    found = []
    for i, group in enumerate(groups):
        monitor.progress(i / len(groups))
        gap = np.maximum(np.maximum(low[i] - high[i + 1 :], low[i + 1 :] - high[i]), 0.0)
        for j in i + 1 + np.flatnonzero((gap * gap).sum(axis=1) <= space.reject):
            nearest = _edge_distance(
                space,
                position,
                _near_box(position, group, low[j], high[j], space.reject),
                _near_box(position, groups[j], low[i], high[i], space.reject),
                monitor.part(i / len(groups), (i + 1) / len(groups)),
            )
            if nearest <= distance:
                found.append(Merge(int(clusters[i]), int(clusters[j]), nearest))
    return sorted(found, key=lambda merge: (merge.distance, merge.first, merge.second))


def _near_box(
    position: NDArray[np.float64],
    points: NDArray[np.int64],
    low: NDArray[np.float64],
    high: NDArray[np.float64],
    reject: float,
) -> NDArray[np.int64]:
    there = position[:, points].T
    gap = np.maximum(np.maximum(low - there, there - high), 0.0)
    near: NDArray[np.int64] = points[(gap * gap).sum(axis=1) <= reject]
    return near


def _edge_distance(
    space: Space,
    position: NDArray[np.float64],
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    monitor: Monitor,
) -> float:
    """Return the geodesic between the two nearest points of two sets, infinite where one is empty."""
    best = (np.inf, 0, 0)
    if second.size:
        rows = max(1, _CELLS_AT_ONCE // second.size)
        for start in range(0, first.size, rows):
            monitor.progress(start / first.size)
            block = first[start : start + rows]
            delta = position[:, block][:, :, None] - position[:, second][:, None, :]
            squared = (delta * delta).sum(axis=0)
            nearest = int(squared.argmin())
            candidate = float(squared.flat[nearest])
            if candidate < best[0]:
                best = (candidate, int(block[nearest // second.size]), int(second[nearest % second.size]))
    if np.isinf(best[0]):
        return np.inf
    ends = (angle for end in best[1:] for angle in (space.x[end], space.y[end]))
    return geodesic_distance(*map(math.radians, ends))


def merge(labels: NDArray[np.int64], merges: list[Merge]) -> NDArray[np.int64]:
    """Join the clusters of `merges` and renumber int64[n] labels without gaps, in the order they had.

    A chain of merges joins all its clusters; the list shows every link of it.
    """
    if not (labels >= 0).any():
        return labels
    target = np.arange(int(labels.max()) + 1)
    for pair in merges:
        low, high = sorted((int(target[pair.first]), int(target[pair.second])))
        target[target == high] = low
    _, number = np.unique(target, return_inverse=True)
    return np.where(labels >= 0, number[labels], -1)
