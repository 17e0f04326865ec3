"""Numbers reach SQLite as they are, in whichever form they travel, and names whatever signs they have."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from innovation_clusters.processing_algorithms.layers.sqlite import LARGEST, Pairs, fits, statement


@pytest.mark.parametrize(
    "keys",
    [
        [0],
        [7, 8, 9, 10, 11],
        [0, 1, 2, 4],
        [1, 10, 100, 1000, 10**9],
        [5, 5_000_000_000_000],
    ],
)
@pytest.mark.parametrize("count", [1, 2, 10, 12_345])
def test_pairs_arrive(keys: list[int], count: int) -> None:
    codes = np.random.default_rng(len(keys)).integers(0, count, len(keys))
    assert fits(np.array(keys), count)
    pairs = Pairs.of(np.array(keys), codes, count)
    with closing(sqlite3.connect(":memory:")) as database:
        rows = database.execute(
            f"SELECT {pairs.key}, {pairs.code} FROM json_each(:pairs) AS pair ORDER BY pair.key",
            pairs.values(),
        ).fetchall()
    assert rows == list(zip(keys, codes.tolist(), strict=True))


def test_what_does_not_fit() -> None:
    assert fits(np.array([], dtype=np.int64), 5)
    assert fits(np.array([0, LARGEST // 10 - 1]), 10)
    assert not fits(np.array([0, LARGEST // 10]), 10)
    assert not fits(np.array([-1, 3]), 1)


def test_names_are_quoted() -> None:
    names = ['a "b"', "c; DROP TABLE d", "{e}"]
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(statement("CREATE TABLE {table} ({columns})", table='"', columns=names))
        found = database.execute(statement("SELECT * FROM {table}", table='"'))
        assert [name for name, *_ in found.description] == names
