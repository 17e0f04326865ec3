"""Steps of density clustering with the numba kernels, in parts on threads; twin of `vectorised.py`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..monitor import Monitor
from .kernels import boxing, counting, labelling, linking, moving, reaching
from .kernels.rastering import OPEN
from .raster import decide_by_raster, lay_raster
from .space import Space
from .tree import HIGH, LOW, BoxTree, raise_boxes
from .weights import Weights

_LEAVES_PER_CHUNK = 4096
_POINTS_PER_CHUNK = 1 << 17

# So many parts of the tree are walked each on its own: enough to share out evenly.
_PARTS = 256


def build_tree(
    coordinates: NDArray[np.float64],
    begin: NDArray[np.int64],
    end: NDArray[np.int64],
    first_leaf: int,
    monitor: Monitor,
) -> BoxTree:
    """Build the boxes over the points of every leaf."""
    box = np.empty((2 * first_leaf, 2, len(coordinates)))
    # There is no node 0, but it is held against others as the sister of the root.
    for none in (box[:1], box[first_leaf + begin.size :]):
        none[:, LOW], none[:, HIGH] = np.inf, -np.inf
    chunks = [
        (*part, coordinates, begin, end, box, first_leaf) for part in _ranges(begin.size, _LEAVES_PER_CHUNK)
    ]
    lowest, above = monitor.split(8, 2)
    lowest.run(boxing.leaf_boxes, chunks, coordinates.shape[1])
    raise_boxes(box, first_leaf, above)
    return BoxTree(coordinates, begin, end, box, first_leaf)


def core_points(
    tree: BoxTree,
    weights: Weights,
    space: Space,
    site: NDArray[np.int32],
    least: int,
    monitor: Monitor,
) -> tuple[NDArray[np.bool_], int]:
    """Return bool[n], whether the weight within eps of a point, itself included, reaches `least`, and
    the number of distance tests.
    """
    raster, by_tree = lay_raster(tree, space), monitor
    if raster is None:
        core, left_open = np.full(weights.size, OPEN, dtype=np.uint8), _all_nodes(tree)
    else:
        by_raster, by_tree = monitor.split(1, 4)
        core, left_open = decide_by_raster(raster, tree, weights, least, by_raster)
    no_total = np.empty(0, dtype=np.int64)
    tests = _weigh(tree, weights, space, site, least, least, left_open, core, no_total, by_tree)
    return core.view(np.bool_), tests


def core_first(
    tree: BoxTree, core: NDArray[np.bool_], site: NDArray[np.int32], monitor: Monitor
) -> NDArray[np.int64]:
    """Bring the core points of every leaf to its front, in place; return int64[leaves] where the others
    begin.
    """
    middle = np.empty(tree.leaves, dtype=np.int64)
    chunks = [
        (*part, tree.begin, tree.end, core, tree.coordinates, site, middle)
        for part in _ranges(tree.leaves, _LEAVES_PER_CHUNK)
    ]
    monitor.run(boxing.core_first, chunks, core.size)
    return middle


def link_points(
    tree: BoxTree, space: Space, site: NDArray[np.int32], monitor: Monitor
) -> tuple[NDArray[np.int32], int]:
    """Return int32[n], for every point of the tree the lowest one of the set it belongs to by chains of steps
    within eps (of others nothing is said), and the number of distance tests.

    Every part of the tree is linked on its own, then halves of a part with each other, one level up at a
    time: two threads never touch the same set.
    """
    parent = np.empty(tree.coordinates.shape[1], dtype=np.int32)
    united = np.zeros(2 * tree.first_leaf, dtype=bool)
    arguments = (*_arrays(tree), space.rule(), space.place, site, tree.first_points(), parent, united)
    parts = _parts(tree, False, *arguments)
    levels = len(parts).bit_length() - 1
    below, *above = monitor.split(20, *[1] * levels)
    tests = below.run(linking.link_below, parts, parent.size)
    for level, halves in zip(reversed(range(levels)), above, strict=True):
        nodes = range(2**level, 2 ** (level + 1))
        tests += halves.run(linking.link_below, [(node, True, *arguments) for node in nodes], parent.size)
    return parent, sum(tests)


def number_sets(
    parent: NDArray[np.int32],
    core: NDArray[np.bool_],
    row: NDArray[np.int32],
    monitor: Monitor,
) -> tuple[NDArray[np.int32], int]:
    """Return int32[n], the cluster of every core point and -1 for others, and the number of clusters.

    Clusters are numbered by their lowest row (`row` int32[n]), which is what scikit-learn's scan from row 0
    amounts to.
    """
    finding, reading, renumbering = monitor.split(2, 6, 2)

    def find_roots(rows: slice) -> NDArray[np.int64]:
        points = np.arange(rows.start, rows.stop)
        roots: NDArray[np.int64] = points[core[rows] & (parent[rows] == points)]
        return roots

    at_root = np.concatenate(finding.blocks(find_roots, parent.size))
    labels = np.empty(parent.size, dtype=np.int32)
    labels[at_root] = np.arange(at_root.size)
    lowest = np.full((monitor.threads, at_root.size), np.iinfo(np.int32).max, dtype=np.int32)
    chunks = [
        (*part, parent, core, row, lowest[index], labels)
        for index, part in enumerate(monitor.shares(parent.size))
    ]
    reading.run(linking.lowest_rows, chunks, parent.size)
    # One more entry at the end for those that have label -1.
    number = np.full(at_root.size + 1, -1, dtype=np.int32)
    number[np.argsort(lowest.min(axis=0))] = np.arange(at_root.size)

    def renumber(rows: slice) -> None:
        np.take(number, labels[rows], out=labels[rows], mode="wrap")

    renumbering.blocks(renumber, labels.size)
    return labels, at_root.size


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
    ambiguous = np.zeros(labels.size, dtype=bool)
    arguments = (
        tree.coordinates,
        tree.begin,
        tree.end,
        tree.box,
        core_tree.begin,
        core_tree.end,
        core_tree.box,
        tree.first_leaf,
        *core_tree.label_ranges(labels),
        space.rule(),
        space.place,
        site,
        nearest,
        labels,
        ambiguous,
    )
    tests = monitor.run(labelling.border_labels, _parts(tree, *arguments), labels.size)
    return ambiguous, sum(tests)


def neighbour_weights(
    tree: BoxTree, weights: Weights, space: Space, site: NDArray[np.int32], monitor: Monitor
) -> tuple[NDArray[np.int64], int]:
    """Return the weight int64[n] within eps of every point, itself included, and the number of distance
    tests.
    """
    total = np.zeros(weights.size, dtype=np.int64)
    # No weight falls short of the first bound, and none reaches the second: nothing ends the counting early.
    most, no_core = np.iinfo(np.int64).max, np.empty(0, dtype=np.uint8)
    return total, _weigh(tree, weights, space, site, 0, most, _all_nodes(tree), no_core, total, monitor)


def _weigh(
    tree: BoxTree,
    weights: Weights,
    space: Space,
    site: NDArray[np.int32],
    needed: int,
    enough: int,
    left_open: NDArray[np.bool_],
    core: NDArray[np.uint8],
    total: NDArray[np.int64],
    monitor: Monitor,
) -> int:
    """Fill `core` or `total`, see `counting.weigh`; return the number of distance tests."""
    rule = space.rule(), space.place, site
    arguments = (*_arrays(tree), tree.sums(weights), weights, *rule, needed, enough, left_open, core, total)
    return sum(monitor.run(counting.weigh, _parts(tree, *arguments), weights.size))


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
    arguments = (
        tree.coordinates,
        tree.begin,
        tree.end,
        tree.box,
        core_tree.end,
        core_tree.box,
        tree.first_leaf,
        tree.sums(weights),
        weights,
        space.rule(),
        space.place,
        site,
        least,
        reached_at,
    )
    core_count = int((core_tree.end - core_tree.begin).sum())
    tests = monitor.run(reaching.core_distances, _parts(tree, *arguments), core_count)
    return reached_at, sum(tests)


def put_back(site: NDArray[np.int32], values: list[NDArray[Any]], monitor: Monitor) -> list[NDArray[Any]]:
    """Return labels, core and ambiguous with values[k] at site[k], a permutation int32[n].

    They go together in one number: places lie anywhere in memory, and one look there takes longer than to put
    the three together and to take them apart.
    """
    labels, core, ambiguous = values
    of_site = np.empty(site.size, dtype=np.int64)
    results = [np.empty_like(array) for array in values]

    def put(points: slice) -> None:
        together = labels[points].astype(np.int64) << 2
        together |= core[points].astype(np.int64) << 1
        together |= ambiguous[points]
        of_site[site[points]] = together

    def part(sites: slice) -> None:
        together = of_site[sites]
        results[0][sites], results[1][sites], results[2][sites] = together >> 2, together & 2, together & 1

    putting, parting = monitor.split(3, 1)
    putting.blocks(put, site.size)
    parting.blocks(part, site.size)
    return results


def carry(
    of_row: NDArray[np.int32],
    labels: NDArray[np.int32],
    core: NDArray[np.bool_],
    ambiguous: NDArray[np.bool_],
    monitor: Monitor,
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return labels, core and ambiguous of the rows of sites. `of_row` is given up: labels take its memory,
    since to get as much from the system takes longer than to fill it.
    """
    of_rows = np.empty(of_row.size, dtype=bool), np.empty(of_row.size, dtype=bool)
    chunks = [
        (*rows, of_row, labels, core, ambiguous, *of_rows) for rows in _ranges(of_row.size, _POINTS_PER_CHUNK)
    ]
    monitor.run(moving.carry, chunks, of_row.size)
    return of_row, *of_rows


def _ranges(count: int, step: int) -> list[tuple[int, int]]:
    return [(start, min(start + step, count)) for start in range(0, count, step)]


def _parts(tree: BoxTree, *arguments: object) -> list[tuple[object, ...]]:
    """Return the arguments of a walk for each of the parts of a tree: all nodes of one level."""
    level = min(_PARTS, tree.first_leaf)
    return [(node, *arguments) for node in range(level, 2 * level)]


def _all_nodes(tree: BoxTree) -> NDArray[np.bool_]:
    return np.ones(2 * tree.first_leaf, dtype=bool)


def _arrays(tree: BoxTree) -> tuple[object, ...]:
    return tree.coordinates, tree.begin, tree.end, tree.box, tree.first_leaf
