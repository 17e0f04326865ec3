"""A packed R-tree, written in bulk into the tables in which SQLite keeps one.

The tables and the bytes in them are documented (sqlite.org/rtree.html, "Shadow Tables"). The packing is
Sort-Tile-Recursive: Leutenegger, Lopez and Edgington, ICDE 1997.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...analysis.monitor import Monitor
from .sqlite import Pairs, statement

# A node is the depth of the tree in the root and 0 elsewhere, the number of its cells, and its cells: an id
# and the smallest and largest x and y.
_HEAD = 4
_CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])

# Nodes made at a time: to make them all at once would hold every other thread up.
_NODES = 1 << 12

_ROWS = 20_000  # rows in one statement, about 15 ms; of nodes, which are long, a tenth


@dataclass(frozen=True)
class PackedTree:
    """An R-tree over n points. Its nodes are numbered from 1, the root, and `nodes` are their blobs in that
    order; `parents` int64 is the parent of each but the root; `leaves` int64[n] the node of each point.
    """

    nodes: list[bytes]
    parents: NDArray[np.int64]
    leaves: NDArray[np.int64]


def pack(
    ids: NDArray[np.int64],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    node_size: int,
    monitor: Monitor | None = None,
) -> PackedTree:
    """Pack points, finite and at least one, into nodes of `node_size` bytes. Raises Cancelled."""
    monitor = monitor or Monitor()
    capacity = (node_size - _HEAD) // _CELL.itemsize
    boxes = np.stack([_below(x), _above(x), _below(y), _above(y)], axis=1)
    levels: list[tuple[NDArray[np.float32], NDArray[np.int64]]] = []
    while not levels or len(boxes) > 1:
        # The first level is nearly all of the work; those above come and go within its last step.
        order = _tiled(boxes, capacity, monitor.part(0.2, 0.7) if not levels else monitor.part(0.7, 0.7))
        levels.append((boxes, order))
        starts, inside = np.arange(0, len(order), capacity), boxes[order]
        lowest = np.minimum.reduceat(inside[:, [0, 2]], starts)
        highest = np.maximum.reduceat(inside[:, [1, 3]], starts)
        boxes = np.stack([lowest[:, 0], highest[:, 0], lowest[:, 1], highest[:, 1]], axis=1)
    monitor.progress(0.7)
    nodes: list[bytes] = []
    parents: list[NDArray[np.int64]] = []
    leaves = ids
    first = 1
    for depth in range(len(levels) - 1, -1, -1):
        boxes, order = levels[depth]
        count = -(-len(order) // capacity)
        node_of = np.empty(len(order), dtype=np.int64)
        node_of[order] = first + np.arange(len(order)) // capacity
        first += count
        # The nodes below are numbered after those of this level.
        children = ids if depth == 0 else first + np.arange(len(order))
        first_depth, step = 0 if nodes else depth, _NODES * capacity
        for start in range(0, len(order), step):
            part = order[start : start + step]
            nodes += _blobs(children[part], boxes[part], capacity, node_size, first_depth)
            monitor.progress(0.7 + (0.3 * start / len(order) if depth == 0 else 0.0))
        if depth == 0:
            leaves = node_of
        else:
            parents.append(node_of)
    return PackedTree(nodes, np.concatenate([np.empty(0, np.int64), *parents]), leaves)


def write(
    connection: sqlite3.Connection,
    name: str,
    ids: NDArray[np.int64],
    tree: PackedTree,
    blocks: Callable[[int, int, float, float], Iterable[slice]],
) -> None:
    """Write a tree into the R-tree table `name`, which must be empty; raises sqlite3.Error.

    `blocks` cuts so many rows into pieces of so many, which are written one after the other, from one
    fraction of the work to another.
    """
    node, parent, rowid = (f"{name}_{part}" for part in ("node", "parent", "rowid"))
    connection.execute(statement("DELETE FROM main.{table}", table=node))
    parents = tree.parents.tolist()
    for table, values, first, begin, end in (
        (node, tree.nodes, 1, 0.0, 0.4),
        (parent, parents, 2, 0.4, 0.45),
    ):
        insert = statement("INSERT INTO main.{table} VALUES (?, ?)", table=table)
        for block in blocks(len(values), _ROWS // 10, begin, end):
            connection.executemany(insert, enumerate(values[block], start=first + block.start))
    count = len(tree.nodes) + 1
    for block in blocks(len(ids), _ROWS, 0.45, 1.0):
        pairs = Pairs.of(ids[block], tree.leaves[block], count)
        insert = statement("INSERT INTO main.{table} SELECT", table=rowid)
        connection.execute(
            f"{insert} {pairs.key}, {pairs.code} FROM json_each(:pairs) AS pair", pairs.values()
        )


def node_size(connection: sqlite3.Connection, name: str) -> int:
    """Return how many bytes the nodes of an R-tree have, which SQLite decides when it makes one."""
    query = statement("SELECT length(data) FROM main.{table} WHERE nodeno = 1", table=f"{name}_node")
    [(size,)] = connection.execute(query)
    return int(size)


def _tiled(boxes: NDArray[np.float32], capacity: int, monitor: Monitor) -> NDArray[np.int64]:
    """Return an order in which every `capacity` boxes in a row are near each other. Raises Cancelled."""
    monitor.progress(0.0)
    with np.errstate(over="ignore", invalid="ignore"):
        middle_x, middle_y = boxes[:, 0] + boxes[:, 1], boxes[:, 2] + boxes[:, 3]
    slices = math.ceil(math.sqrt(math.ceil(len(boxes) / capacity)))
    in_slice = capacity * math.ceil(len(boxes) / (capacity * slices))
    slice_of = np.empty(len(boxes), dtype=np.int64)
    slice_of[_ascending(middle_x)] = np.arange(len(boxes)) // in_slice
    monitor.progress(0.4)
    by_y = _ascending(middle_y)
    monitor.progress(0.8)
    return by_y[np.argsort(slice_of[by_y].astype(np.uint16), kind="stable")]


def _ascending(values: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the stable order of values; numpy sorts 16 bits by counting, ten times as fast as numbers."""
    bits = values.view(np.uint32)
    # Bits of negative numbers fall as the numbers rise.
    bits = np.where(bits >> 31, ~bits, bits | np.uint32(0x80000000))
    order = np.argsort(bits.astype(np.uint16), kind="stable")
    return order[np.argsort((bits[order] >> 16).astype(np.uint16), kind="stable")]


def _blobs(
    ids: NDArray[np.int64], boxes: NDArray[np.float32], capacity: int, node_size: int, depth: int
) -> list[bytes]:
    """Return nodes of `capacity` cells each, the last one of what is left."""
    count = -(-len(ids) // capacity)
    cells = np.zeros(count * capacity, dtype=_CELL)
    cells["id"][: len(ids)], cells["box"][: len(ids)] = ids, boxes
    nodes = np.zeros((count, node_size), dtype=np.uint8)
    sizes = np.full(count, capacity)
    sizes[-1] = len(ids) - capacity * (count - 1)
    nodes[:, :_HEAD] = np.stack([np.full(count, depth), sizes], axis=1).astype(">u2").view(np.uint8)
    nodes[:, _HEAD : _HEAD + capacity * _CELL.itemsize] = cells.view(np.uint8).reshape(count, -1)
    return [node.tobytes() for node in nodes]


def _below(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the largest float32 that is not above each value."""
    with np.errstate(over="ignore"):
        rounded = values.astype(np.float32)
        return np.where(rounded > values, np.nextafter(rounded, np.float32(-np.inf)), rounded)


def _above(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the smallest float32 that is not below each value."""
    return -_below(-values)
