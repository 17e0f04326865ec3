"""Packed R-trees: SQLite finds nothing wrong with them, finds the same rows, and goes on editing them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.processing_algorithms.layers import spatial_index

Floats = NDArray[np.float64]
CAPACITY = 51  # of SQLite's nodes for two dimensions, whatever the page


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute('CREATE VIRTUAL TABLE "the ""tree" USING rtree(id, minx, maxx, miny, maxy)')
        yield connection


def places(kind: str, count: int, random: np.random.Generator) -> tuple[Floats, Floats]:
    x, y = random.uniform(-1e6, 2e6, (2, count))
    match kind:
        case "one place":
            x[:], y[:] = 3.3, -7.7
        case "a line":
            x[:] = 0.1
        case "towns":
            x, y = np.round(x, -5), np.round(y, -5)
        case "beyond float32":
            x *= random.choice([1.0, 1e35, -1e300, 1e-300], count)
    return x, y


def fill(
    database: sqlite3.Connection, ids: NDArray[np.int64], x: Floats, y: Floats
) -> spatial_index.PackedTree:
    tree = spatial_index.pack(ids, x, y, spatial_index.node_size(database, 'the "tree'))
    spatial_index.write(
        database,
        'the "tree',
        ids,
        tree,
        lambda total, size, *_: [slice(start, start + 1000) for start in range(0, total, 1000)],
    )
    return tree


def check(database: sqlite3.Connection) -> str:
    [(answer,)] = database.execute("SELECT rtreecheck('main', 'the \"tree')")
    return str(answer)


@pytest.mark.parametrize("kind", ["anywhere", "one place", "a line", "towns", "beyond float32"])
@pytest.mark.parametrize(
    "count", [1, 2, CAPACITY, CAPACITY + 1, 2 * CAPACITY, CAPACITY**2, CAPACITY**2 + 1, 7000]
)
def test_sound_complete_and_editable(database: sqlite3.Connection, kind: str, count: int) -> None:
    random = np.random.default_rng(count)
    x, y = places(kind, count, random)
    ids = np.sort(random.choice(3 * count, count, replace=False))
    tree = fill(database, ids, x, y)
    assert check(database) == "ok"
    leaves = -(-count // CAPACITY)
    assert leaves <= len(tree.nodes) <= leaves + -(-leaves // CAPACITY) + 1
    # Of the index only that it loses nothing: it knows places to 24 bits, and GDAL looks at the rest.
    for _ in range(20):
        (left, right), (low, high) = np.sort(random.choice(x, 2)), np.sort(random.choice(y, 2))
        found = database.execute(
            'SELECT id FROM "the ""tree" WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?',
            (left, right, low, high),
        )
        within = (x >= left) & (x <= right) & (y >= low) & (y <= high)
        assert set(ids[within].tolist()) <= {row for (row,) in found}
    for row in random.permutation(ids)[: count // 2].tolist():
        database.execute('DELETE FROM "the ""tree" WHERE id = ?', (row,))
    for number, (east, north) in enumerate(random.uniform(0, 1e6, (200, 2)).tolist()):
        database.execute(
            'INSERT INTO "the ""tree" VALUES (?, ?, ?, ?, ?)', (4 * count + number, east, east, north, north)
        )
    assert check(database) == "ok"
    assert database.execute('SELECT count(*) FROM "the ""tree"').fetchall() == [(count - count // 2 + 200,)]


def test_bounds_are_the_nearest_outside() -> None:
    random = np.random.default_rng(3)
    values = np.concatenate(
        [
            random.normal(0, 10.0 ** random.integers(-40, 40, 5000)),
            [0.0, -0.0, 0.1, 1e39, -1e39, 3.4028235e38],
        ]
    )
    below, above = spatial_index._below(values), spatial_index._above(values)
    assert (below <= values).all()
    assert (above >= values).all()
    with np.errstate(over="ignore"):
        assert (np.nextafter(below, np.float32(np.inf)) > values).all()
        assert (np.nextafter(above, np.float32(-np.inf)) < values).all()


def test_neighbours_share_nodes(database: sqlite3.Connection) -> None:
    """An index whose nodes overlap is sound too, and of no use: a small window touches few nodes of this."""
    side = 150
    x, y = (axis.ravel().astype(np.float64) for axis in np.meshgrid(np.arange(side), np.arange(side)))
    order = np.random.default_rng(5).permutation(side * side)
    tree = fill(database, np.arange(side * side), x[order], y[order])
    window = (np.abs(x[order] - 75) < 3.5) & (np.abs(y[order] - 75) < 3.5)
    assert np.count_nonzero(window) == 49
    assert len(np.unique(tree.leaves[window])) <= 6


def test_the_order_of_many_numbers() -> None:
    random = np.random.default_rng(7)
    values = np.concatenate(
        [random.normal(0, 1e3, 3000), random.integers(-3, 3, 500), [0.0, -0.0, np.inf, -np.inf]]
    )
    single = random.permutation(values).astype(np.float32)
    assert (np.diff(single[spatial_index._ascending(single)]) >= 0).all()
