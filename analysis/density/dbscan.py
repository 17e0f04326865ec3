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

Where neighbourhoods are asked for, they are measured before step 7 (`neighbourhoods.py`).
Where few rows share a place, step 1 would cost more than it spares and is left out: every row is a site.
Steps run compiled where numba is there, else in numpy, with equal results.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .. import packages
from ..errors import InputError
from ..geodesy import one_meridian
from ..memory import require_memory
from ..monitor import Monitor
from . import vectorised
from .curve import curve_order
from .extent import extent
from .neighbourhoods import Neighbourhoods
from .sites import Sites, collapse, repeats
from .space import Space, make_space
from .tree import BoxTree, leaf_ranges
from .weights import find_scale, of_points

NOISE = -1
BORDER_RULES = ("first", "nearest", "noise")

_MOST_ROWS = 2**31 - 1

# What is held at a time for every row, and for every site, at the least: measured, without the input itself.
_BYTES_OF_ROW = 18
BYTES_OF_SITE = {"planar": 52, "sphere": 90, "ellipsoid": 90}
# What measuring neighbourhoods takes besides.
_MORE_BYTES_OF_ROW = 15
_MORE_BYTES_OF_SITE = 27


@dataclass(frozen=True)
class DensityResult:
    """Outcome by row: `labels` int32 (-1 noise), `core` bool, `ambiguous` bool, and the number of clusters.

    `ambiguous` marks border rows that core points of two or more clusters reach. `distance_tests` is the
    number of pairs whose distance was computed, a measure of the work.

    Where neighbourhoods were asked for, `neighbour_weight` float64 is the weight within eps of the row, its
    own included, and `core_distance` float64 the least distance within which the weight reaches the minimum,
    infinite for rows that are not core; `neighbourhoods.py` tells how exact they are.
    """

    labels: NDArray[np.int32]
    core: NDArray[np.bool_]
    ambiguous: NDArray[np.bool_]
    n_clusters: int
    distance_tests: int = 0
    neighbour_weight: NDArray[np.float64] | None = None
    core_distance: NDArray[np.float64] | None = None


def dbscan(
    x: ArrayLike,
    y: ArrayLike,
    eps: float,
    min_weight: float,
    *,
    weights: ArrayLike | None = None,
    metric: str = "planar",
    border: str = "first",
    neighbourhoods: bool = False,
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
    neighbourhoods: measure the weight within eps and the core distance of every row too, on the ellipsoid for
    eps up to 19 800 km.
    threads: how many share the work; the answer does not depend on it. compiled: False takes steps 2 to 7 in
    numpy, and what is left of numba are collapsing and sorting.

    Raises InputError for arguments that cannot be used and Cancelled when the monitor says so.
    """
    x, y, weights = checked_rows(x, y, weights, border)
    engine = choose_engine(compiled)
    weighing, weighing_fully, checking, collapsing, clustering, carrying = (
        (monitor or Monitor()).part(0.0, 1.0, threads).split(8, 8 if neighbourhoods else 0, 2, 20, 60, 10)
    )
    make_space(x[:1], y[:1], eps, metric)
    row_bytes = _BYTES_OF_ROW + (_MORE_BYTES_OF_ROW if neighbourhoods else 0)
    site_bytes = BYTES_OF_SITE[metric] + (_MORE_BYTES_OF_SITE if neighbourhoods else 0)
    collapsing_pays = repeats(x, y)
    require_memory(x.size * (row_bytes if collapsing_pays else site_bytes), x.size, "x")
    scale = find_scale(weights, min_weight, weighing)
    asked = Neighbourhoods.ask(weights, eps, min_weight, metric, weighing_fully) if neighbourhoods else None
    if x.size == 0:
        nothing, no_number = np.empty(0, dtype=bool), np.empty(0) if neighbourhoods else None
        return DensityResult(np.empty(0, dtype=np.int32), nothing, nothing.copy(), 0, 0, no_number, no_number)

    if not collapsing_pays:
        if metric != "planar" and extent(x, checking)[1] == 180.0:
            x = one_meridian(x)
        space = make_space(x, y, eps, metric)
        integers = None if weights is None else scale.integers(weights)
        if asked:
            asked = asked.of_rows(weights)
        return _cluster(space, integers, None, scale.threshold, border, asked, engine, clustering)

    collapsing, again, adding = collapsing.split(19, 1, 5 if asked else 0)
    sites = collapse(x, y, weights, scale, collapsing)
    if metric != "planar" and (x[sites.first_row] == 180.0).any():
        x = one_meridian(x)
        sites = collapse(x, y, weights, scale, again)
    require_memory(len(sites) * site_bytes, len(sites), "x")
    # Rows are where their sites are: it is enough to look at these for what is not on the globe.
    space = make_space(x[sites.first_row], y[sites.first_row], eps, metric)
    if asked:
        asked = asked.of_sites(sites, weights, adding)
    of_sites = _cluster(
        space, sites.weight, sites.first_row, scale.threshold, border, asked, engine, clustering
    )
    return carry_to_rows(of_sites, sites, engine, carrying)


def checked_rows(
    x: ArrayLike, y: ArrayLike, weights: ArrayLike | None, border: str
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64] | None]:
    """Return x, y and weights as arrays that belong together; raises InputError where they do not."""
    # Looked at before anything is copied: of too many rows a copy alone would take 16 GB.
    x, y = np.asarray(x), np.asarray(y)
    of_rows = None if weights is None else np.asarray(weights)
    if x.ndim != 1 or x.shape != y.shape:
        raise InputError("x", "x and y must be one-dimensional and equally long.")
    require_countable(x.size, "x")
    if border not in BORDER_RULES:
        raise InputError("border", "Use one of first, nearest, noise, not {border}.", border=border)
    if of_rows is not None and of_rows.shape != x.shape:
        raise InputError("weights", "There must be one weight for every point.")
    return _numbers(x), _numbers(y), None if of_rows is None else _numbers(of_rows)


def require_countable(count: int, parameter: str) -> None:
    """Raise InputError where so many rows of a parameter are more than have numbers of 32 bits."""
    if count > _MOST_ROWS:
        raise InputError(
            parameter,
            "There are {count} rows, and at most {most} can be clustered at once; split them, or sum the "
            "rows of every place first.",
            count=count,
            most=_MOST_ROWS,
        )


def _numbers(values: NDArray[Any]) -> NDArray[np.float64]:
    """Return values as float64 without gaps between them, copied only where they are not."""
    return np.ascontiguousarray(values, dtype=np.float64)


def carry_to_rows(
    of_sites: DensityResult, sites: Sites, engine: ModuleType, monitor: Monitor
) -> DensityResult:
    """Carry what is known of sites to their rows; `sites` cannot be used afterwards."""
    neighbour_weight, core_distance = (
        None if values is None else values[sites.of_row]
        for values in (of_sites.neighbour_weight, of_sites.core_distance)
    )
    labels, core, ambiguous = engine.carry(
        sites.of_row, of_sites.labels, of_sites.core, of_sites.ambiguous, monitor
    )
    return DensityResult(
        labels,
        core,
        ambiguous,
        of_sites.n_clusters,
        of_sites.distance_tests,
        neighbour_weight,
        core_distance,
    )


def _cluster(
    space: Space,
    weights: NDArray[np.int64] | None,
    first_row: NDArray[np.int64] | None,
    least: int,
    border: str,
    asked: Neighbourhoods | None,
    engine: ModuleType,
    monitor: Monitor,
) -> DensityResult:
    """Take steps 2 to 6 for the sites of a space, and return the result in their order.

    `weights` int64[sites] are 1 each and `first_row` int64[sites] counts from 0 where they are None.
    """
    arranging, clustering = monitor.split(13, 191 if asked else 91)
    tree, site = arrange(space, engine, arranging)
    return cluster_tree(tree, site, space, weights, first_row, least, border, asked, engine, clustering)


def arrange(space: Space, engine: ModuleType, monitor: Monitor) -> tuple[BoxTree, NDArray[np.int32]]:
    """Take step 2: return the tree over the sites of a space, and the site int32[sites] that every point of
    the tree is.
    """
    ordering, placing, boxing = monitor.split(5, 4, 4)
    site = curve_order(space.x, space.y, space.eps, ordering)
    begin, end, first_leaf = leaf_ranges(site.size)
    return engine.build_tree(space.coordinates(site, placing), begin, end, first_leaf, boxing), site


def cluster_tree(
    tree: BoxTree,
    site: NDArray[np.int32],
    space: Space,
    weights: NDArray[np.int64] | None,
    first_row: NDArray[np.int64] | None,
    least: int,
    border: str,
    asked: Neighbourhoods | None,
    engine: ModuleType,
    monitor: Monitor,
    known_core: NDArray[np.bool_] | None = None,
) -> DensityResult:
    """Take steps 3 to 6 for a tree over the sites of a space, and return the result in their order.

    Points change places within their leaves, in the tree and in `site` alike: both can be used again. Where
    it is known which sites are core, bool[sites], step 3 is left out.
    """
    counting, sorting, linking, numbering, bordering, measuring, returning = monitor.split(
        50, 3, 20, 4, 10, 100 if asked else 0, 4
    )
    begin, end, first_leaf = tree.begin, tree.end, tree.first_leaf
    if known_core is None:
        core, core_tests = engine.core_points(tree, of_points(weights, site), space, site, least, counting)
    else:
        core, core_tests = known_core[site], 0
    to_front, raising = sorting.split(1, 1)
    middle = engine.core_first(tree, core, site, to_front)
    core_tree = engine.build_tree(tree.coordinates, begin, middle, first_leaf, raising)

    parent, link_tests = engine.link_points(core_tree, space, site, linking)
    row = site if first_row is None else first_row.astype(np.int32)[site]
    labels, n_clusters = engine.number_sets(parent, core, row, numbering)

    ambiguous, border_tests = np.zeros(site.size, dtype=bool), 0
    if border != "noise" and n_clusters:
        raising, labelling = bordering.split(1, 4)
        rest = engine.build_tree(tree.coordinates, middle, end, first_leaf, raising)
        ambiguous, border_tests = engine.border_labels(
            rest, core_tree, labels, space, site, border == "nearest", labelling
        )
    tests = core_tests + link_tests + border_tests
    neighbour_weight = core_distance = None
    if asked:
        weighing, reaching = measuring.split(1, 4)
        neighbour_weight, weight_tests = asked.weigh(tree, core, space, site, engine, weighing)
        core_distance, reach_tests = asked.reach(
            tree, core_tree, weights, space, site, least, engine, reaching
        )
        tests += weight_tests + reach_tests
    labels, core, ambiguous = engine.put_back(site, [labels, core, ambiguous], returning)
    return DensityResult(labels, core, ambiguous, n_clusters, tests, neighbour_weight, core_distance)


def choose_engine(compiled: bool | None) -> ModuleType:
    """Return the module with the steps: `compiled` where numba is there, else `vectorised`."""
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
