"""Exact, weighted, deterministic density clustering (DBSCAN: Ester, Kriegel, Sander & Xu, KDD 1996).

A point is core when the weight within eps of it, its own included, reaches the minimum weight. Core points
within eps of each other belong to one cluster; a point that is not core but within eps of one is a border
point of that cluster; all others are noise.

  1 sites     rows with the same coordinates become one site with the sum of their weights
  2 tree      sites in curve order under a tree of boxes, whose bounds decide most questions
  3 core      the weight around every site, as far as it takes to know its side of the minimum
  4 link      core sites within eps of each other joined into sets
  5 number    clusters in the order of their first core row, as scikit-learn numbers them
  6 border    the rule that gives border sites to clusters
  7 rows      labels of sites carried back to their rows

Steps 3, 4 and 6 run compiled where numba is there, else in numpy, with equal results.
"""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from types import ModuleType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .. import packages
from ..errors import InputError
from ..monitor import Monitor
from . import vectorised
from .sites import collapse
from .space import PLANAR, Space, make_space
from .tree import build_tree, curve_order
from .weights import scaled_weights

NOISE = -1
BORDER_RULES = ("first", "nearest", "noise")


@dataclass(frozen=True)
class DensityResult:
    """Outcome by row: `labels` int32 (-1 noise), `core` bool, `ambiguous` bool, and the number of clusters.

    `ambiguous` marks border rows that core points of two or more clusters reach.
    """

    labels: NDArray[np.int32]
    core: NDArray[np.bool_]
    ambiguous: NDArray[np.bool_]
    n_clusters: int


def dbscan(
    x: ArrayLike,
    y: ArrayLike,
    eps: float,
    min_weight: float,
    *,
    weights: ArrayLike | None = None,
    metric: str = "planar",
    border: str = "first",
    threads: int | None = None,
    compiled: bool | None = None,
    monitor: Monitor | None = None,
) -> DensityResult:
    """Cluster points by density.

    x, y: float[n], in one planar unit with eps in the same (metric "planar"), or longitude and latitude in
    degrees with eps in metres ("sphere" of the earth's mean radius, "ellipsoid" WGS 84). Pairs at exactly eps
    are within it.
    min_weight: the least weight within eps, the point's own included, that makes it core.
    weights: float[n], finite and not negative; 1 for every row when left out.
    border: "first" gives a border point to the lowest-numbered cluster that reaches it, as scikit-learn does;
    "nearest" to that of the closest core point (by straight line; of equally close ones the lowest); "noise"
    leaves it out (DBSCAN*: Campello, Moulavi & Sander, PAKDD 2013).
    threads: how many share the work; the answer does not depend on it. compiled: False takes
    steps 3, 4 and 6 in numpy.

    Raises InputError for arguments that cannot be used and Cancelled when the monitor says so.
    """
    x, y = np.ascontiguousarray(x, dtype=np.float64), np.ascontiguousarray(y, dtype=np.float64)
    if x.ndim != 1 or x.shape != y.shape:
        raise InputError("x", "x and y must be one-dimensional and equally long.")
    if border not in BORDER_RULES:
        raise InputError("border", "Use one of first, nearest, noise, not {border}.", border=border)
    row_weights = None if weights is None else np.ascontiguousarray(weights, dtype=np.float64)
    if row_weights is not None and row_weights.shape != x.shape:
        raise InputError("weights", "There must be one weight for every point.")
    monitor = monitor or Monitor()
    integer_weights, threshold = scaled_weights(row_weights, x.size, min_weight)
    if metric != "planar":
        # ±180 is one meridian; from here on it has one name, so that its duplicates collapse.
        x = np.where(x == 180.0, -180.0, x)
    make_space(x[:0], y[:0], eps, metric)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise InputError("x", "Coordinates must be finite numbers; drop the rows where they are not.")
    if x.size == 0:
        nothing = np.empty(0, dtype=bool)
        return DensityResult(np.empty(0, dtype=np.int32), nothing, nothing.copy(), 0)

    sites = collapse(x, y, monitor.part(0.0, 0.2))
    x, y = x[sites.first_row], y[sites.first_row]
    order = curve_order(x, y)
    labels, core, ambiguous, n_clusters = _cluster_sites(
        make_space(x[order], y[order], eps, metric),
        sites.total(integer_weights)[order],
        sites.first_row[order],
        threshold,
        border,
        _engine(compiled),
        threads or os.cpu_count() or 1,
        monitor.part(0.2, 1.0),
    )

    site_labels = np.empty(len(sites), dtype=np.int32)
    site_core, site_ambiguous = np.empty(len(sites), dtype=bool), np.empty(len(sites), dtype=bool)
    site_labels[order], site_core[order], site_ambiguous[order] = labels, core, ambiguous
    return DensityResult(
        site_labels[sites.of_row], site_core[sites.of_row], site_ambiguous[sites.of_row], n_clusters
    )


def _cluster_sites(
    space: Space,
    weights: NDArray[np.int64],
    first_row: NDArray[np.int64],
    threshold: int,
    border: str,
    engine: ModuleType,
    threads: int,
    monitor: Monitor,
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_], int]:
    """Take steps 2 to 6 for sites in curve order; return labels, core, ambiguous, number of clusters."""
    count = weights.size
    tree = build_tree(space.position, weights)
    core = engine.core_points(tree, weights, space, threshold, threads, monitor.part(0.0, 0.5))

    at_core = np.flatnonzero(core)
    core_space = _subset(space, at_core)
    core_tree = build_tree(core_space.position, weights[at_core])
    root = engine.link_points(core_tree, core_space, monitor.part(0.5, 0.8))

    core_labels, n_clusters = _numbered(root, first_row[at_core])
    labels = np.full(count, NOISE, dtype=np.int64)
    labels[at_core] = core_labels
    ambiguous = np.zeros(count, dtype=bool)
    at_border = np.flatnonzero(~core)
    if border != "noise" and at_core.size and at_border.size:
        border_space = _subset(space, at_border)
        border_tree = build_tree(border_space.position, weights[at_border])
        labels[at_border], ambiguous[at_border] = engine.border_labels(
            border_tree,
            border_space,
            core_tree,
            core_space,
            core_labels,
            border == "nearest",
            threads,
            monitor.part(0.8, 1.0),
        )
    return labels, core, ambiguous, n_clusters


def _subset(space: Space, chosen: NDArray[np.int64]) -> Space:
    spherical = space.metric != PLANAR
    return Space(
        space.metric,
        np.ascontiguousarray(space.position[:, chosen]),
        space.longitude[chosen] if spherical else space.longitude,
        space.latitude[chosen] if spherical else space.latitude,
        space.accept,
        space.reject,
        space.limit,
    )


def _numbered(root: NDArray[np.int64], first_row: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    """Number sets by their lowest core row, which is what scikit-learn's scan from row 0 amounts to."""
    sets, of_point = np.unique(root, return_inverse=True)
    lowest = np.full(sets.size, np.iinfo(np.int64).max)
    np.minimum.at(lowest, of_point, first_row)
    number = np.empty(sets.size, dtype=np.int64)
    number[np.argsort(lowest)] = np.arange(sets.size)
    return number[of_point], int(sets.size)


def _engine(compiled: bool | None) -> ModuleType:
    """Return the module with steps 3, 4 and 6: `compiled` where numba is there, else `vectorised`."""
    if compiled is False:
        return vectorised
    numba = packages.find("numba")
    if numba.module is None:
        if compiled:
            packages.require("numba", "compiled kernels")
        warnings.warn(f"numba cannot be used ({numba.problem}): clustering in numpy, slower", stacklevel=3)
        return vectorised
    from . import compiled as compiled_engine

    return compiled_engine
