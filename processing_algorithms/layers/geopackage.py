"""A GeoPackage that QGIS has made and nobody has filled, filled by SQLite: with rows of another one, or from
arrays, and no feature in between.

GDAL's triggers count and index row by row. Here they are away while rows come in, and the count, the extent
and the index are written at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...analysis.errors import Cancelled
from ...analysis.monitor import POLL_SECONDS, Monitor
from . import spatial_index
from .columns import Column, rows_of
from .sqlite import Pairs, fits, statement
from .syncing import Syncing

BATCH = 20_000  # rows in one statement: about 15 ms

# Steps of SQLite's machine between two looks at Cancel: a few milliseconds.
_STEPS = 50_000

# The parts of the work that are done when all rows are there, when their index is packed, as it mostly is by
# then, and when it is written; the end of the transaction follows.
_ROWS, _PACKED, _INDEXED = 0.68, 0.69, 0.98

# A point as GDAL writes it: the head of a GeoPackage's geometry without an extent, and WKB.
_POINT = np.dtype(
    [
        *(("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs", "<i4")),
        *(("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")),
    ]
)

# Its flags: in the byte order of PCs, and whether it is empty.
_FILLED, _EMPTY = 0b00001, 0b10001

Places = tuple[NDArray[np.float64], NDArray[np.float64]]


class NotInBulkError(Exception):
    """The rows have to be written as features after all; the message says why."""


@dataclass(frozen=True)
class Table:
    """A table of features. `columns` are its fields but for the key and the geometry, by name, with their
    declared types; `geometry` is the column of that, empty where there is none, and `srs` the number of its
    reference system in the file.
    """

    name: str
    key: str
    columns: dict[str, str]
    geometry: str
    srs: int


@contextmanager
def filling(path: Path, monitor: Monitor) -> Iterator[NewTable]:
    """Open the one, empty table of a new file to be filled once; leaving it makes the table whole.

    Raises Cancelled, and NotInBulkError, also on leaving: then the file is of no use.
    """
    if not usable():
        raise NotInBulkError("a SQLite without what this needs")
    new = None
    try:
        with (
            closing(Syncing(path)) as syncing,
            closing(sqlite3.connect(address(path), uri=True, isolation_level=None)) as connection,
        ):
            # What goes wrong here costs a file that the run has made and takes away again.
            connection.execute("PRAGMA main.journal_mode = OFF")
            connection.execute("PRAGMA main.locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA temp_store = MEMORY")
            tables = connection.execute("SELECT table_name FROM main.gpkg_contents").fetchall()
            if len(tables) != 1:
                raise NotInBulkError("a file with other tables")
            new = NewTable(connection, table_of(connection, "main", tables[0][0]), monitor, syncing)
            with new.without_triggers():
                yield new
    except (sqlite3.Error, OSError) as error:
        if new is not None and new.cancelled:
            raise Cancelled from None
        raise NotInBulkError(str(error)) from error


class NewTable:
    """A table being filled; made by `filling`."""

    def __init__(
        self, connection: sqlite3.Connection, table: Table, monitor: Monitor, syncing: Syncing
    ) -> None:
        self.table = table
        self.cancelled = False
        self._connection = connection
        self._monitor = monitor
        self._syncing = syncing
        self._fraction = 0.0
        self._count = 0
        connection.set_progress_handler(self._tick, _STEPS)

    def source(self, path: Path, name: str) -> Table:
        """Open another GeoPackage, to copy from, and describe its table `name`."""
        self._connection.execute("ATTACH ? AS source", (f"{address(path)}?mode=ro",))
        return table_of(self._connection, "source", name)

    def copy(
        self,
        source: Table,
        ids: NDArray[np.int64],
        fields: Sequence[str | None],
        columns: Sequence[Column],
        places: Places,
        *,
        classes: NDArray[np.int64] | None = None,
        kept: NDArray[np.bool_] | None = None,
        keep_ids: bool = False,
    ) -> None:
        """Copy the rows `ids` (int64[n], ascending) of a table that `source` has opened.

        `fields` say for every column of this table which one it is copied from, or None for the added
        `columns` in turn. Those are of length n; with `classes` (int64[n]) they have one value per class.
        `places` (of length n, NaN for none) are where the geometries are; with `kept` (bool[n]) they are
        those of the source, and none where it is False, without it they are made. `keep_ids` makes the ids
        those of the source, else they count from 1.
        """
        most = BATCH if classes is None else len(columns[0])
        if not fits(ids, most):
            raise NotInBulkError("ids that are too large or negative")
        row_by_row = kept is not None and not kept.all()
        if row_by_row and classes is not None:
            raise NotInBulkError("geometries kept row by row, and columns by class")
        added = [f"added {number}" for number in range(len(columns))]
        self._connection.execute(
            statement(
                "CREATE TEMP TABLE added (code INTEGER PRIMARY KEY, {columns})", columns=["kept", *added]
            )
        )
        one_by_one = _inserting("temp", "added", ["code", "kept", *added])
        if classes is not None:
            values = rows_of([range(most), [1] * most, *columns], slice(0, most))
            self._connection.executemany(one_by_one, values)
        empty = self._geometries((np.full(1, np.nan), np.full(1, np.nan)), slice(0, 1))
        with self._indexed(ids if keep_ids else self._counted(len(ids)), places):
            for block in self._blocks(len(ids), 0.0, _ROWS):
                wanted = ids[block]
                if classes is None and (added or row_by_row):
                    self._connection.execute("DELETE FROM temp.added")
                    flags = np.ones(len(wanted), bool) if kept is None else kept[block]
                    values = rows_of(
                        [np.arange(len(wanted)), flags, *(column[block] for column in columns)],
                        slice(0, len(wanted)),
                    )
                    self._connection.executemany(one_by_one, values)
                codes = np.arange(len(wanted)) if classes is None else classes[block]
                pairs = Pairs.of(wanted, codes, most)
                points = b"" if kept is not None else self._geometries(places, block)
                copied = self._connection.execute(
                    self._copying(source, fields, pairs, kept is not None, row_by_row, keep_ids),
                    {**pairs.values(), "points": points, "size": _POINT.itemsize, "empty": empty},
                )
                if copied.rowcount != len(wanted):
                    raise NotInBulkError("rows that are not there any more")
        self._count = len(ids)

    def insert(self, columns: Sequence[Column], places: Places | None) -> None:
        """Write rows of arrays, a column for each of the table's, with points (NaN for none) or without."""
        total = len(columns[0])
        names = list(self.table.columns)
        if places is not None:
            names.append(self.table.geometry)
        one_by_one = _inserting("main", self.table.name, names)
        with self._indexed(self._counted(total), places):
            for block in self._blocks(total, 0.0, _ROWS):
                rows = [column[block] for column in columns]
                if places is not None:
                    blobs, size = self._geometries(places, block), _POINT.itemsize
                    rows.append([blobs[start : start + size] for start in range(0, len(blobs), size)])
                self._connection.executemany(one_by_one, rows_of(rows, slice(0, block.stop - block.start)))
        self._count = total

    @contextmanager
    def without_triggers(self) -> Iterator[None]:
        """Take the triggers of the table away while it is filled, and write what they would have."""
        name = self.table.name
        self._connection.execute("BEGIN")
        triggers = self._connection.execute(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?)",
            (name,),
        ).fetchall()
        for trigger, _ in triggers:
            self._connection.execute(statement("DROP TRIGGER main.{trigger}", trigger=trigger))
        yield
        self._connection.execute(
            "UPDATE main.gpkg_ogr_contents SET feature_count = ? WHERE lower(table_name) = lower(?)",
            (self._count, name),
        )
        for _, definition in triggers:
            self._connection.execute(definition)
        self._monitor.progress(self._fraction)
        self._syncing.finish(self._monitor.check)
        self._connection.execute("COMMIT")
        self._monitor.progress(1.0)

    def _copying(
        self,
        source: Table,
        fields: Sequence[str | None],
        pairs: Pairs,
        from_source: bool,
        row_by_row: bool,
        keep_ids: bool,
    ) -> str:
        """Return the statement that copies the rows of one block."""
        added = (f"added {number}" for number in count())
        values = {
            name: statement("added.{column}", column=next(added))
            if field is None
            else statement("given.{column}", column=field)
            for name, field in zip(self.table.columns, fields, strict=True)
        }
        if keep_ids:
            values[self.table.key] = statement("given.{column}", column=source.key)
        if self.table.geometry:
            if not from_source:
                geometry = "substr(:points, pair.key * :size + 1, :size)"
            else:
                geometry = statement("ifnull(given.{column}, :empty)", column=source.geometry)
                if row_by_row:
                    geometry = f"CASE WHEN added.kept THEN {geometry} ELSE :empty END"
            values[self.table.geometry] = geometry
        parts = [
            statement("INSERT INTO main.{table} ({columns})", table=self.table.name, columns=list(values)),
            "SELECT",
            ", ".join(values.values()),
            # In this order the rows of both files are met one after the other.
            "FROM json_each(:pairs) AS pair",
            statement("CROSS JOIN source.{table} AS given", table=source.name),
            statement("ON given.{key} =", key=source.key),
            pairs.key,
        ]
        if row_by_row or None in fields:
            parts += ["CROSS JOIN temp.added AS added ON added.code =", pairs.code]
        return " ".join(parts)

    def _geometries(self, places: Places, block: slice) -> bytes:
        """Return the points of some rows one after the other; QGIS too writes an empty point for none."""
        x, y = places[0][block], places[1][block]
        there = np.isfinite(x) & np.isfinite(y)
        points = np.empty(len(x), dtype=_POINT)
        points[:] = (b"GP", 0, _EMPTY, self.table.srs, 1, 1, np.nan, np.nan)
        points["flags"][there], points["x"][there], points["y"][there] = _FILLED, x[there], y[there]
        return points.tobytes()

    def _counted(self, total: int) -> NDArray[np.int64]:
        """Return the ids that count from 1."""
        ids = np.empty(total, dtype=np.int64)

        def count_up(rows: slice) -> None:
            ids[rows] = np.arange(rows.start + 1, rows.stop + 1)

        self._monitor.part(0.0, 0.0).blocks(count_up, total)
        return ids

    def _blocks(self, total: int, begin: float, end: float, size: int | None = None) -> Iterator[slice]:
        """Yield blocks of rows, BATCH or `size`, and move the progress bar from `begin` to `end`."""
        size = size or BATCH
        for start in range(0, total, size):
            self._fraction = begin + (end - begin) * start / total
            self._monitor.progress(self._fraction)
            yield slice(start, min(start + size, total))
            self._syncing.go_on(self._monitor.check)
        self._fraction = end

    @contextmanager
    def _indexed(self, ids: NDArray[np.int64], places: Places | None) -> Iterator[None]:
        """Index the rows that are written meanwhile: where each will be is known before it is there."""
        name = f"rtree_{self.table.name}_{self.table.geometry}"
        there = np.isfinite(places[0]) & np.isfinite(places[1]) if places is not None else np.zeros(0, bool)
        if places is None or not there.any():
            yield
            return
        x, y = places
        if not there.all():
            ids, x, y = ids[there], x[there], y[there]
        self._monitor.check()
        size = spatial_index.node_size(self._connection, name)
        executor = ThreadPoolExecutor(max_workers=1)
        packed = [0.0]
        # It hears of Cancel by itself: whoever cancels does not wait for it.
        listening = Monitor(packed.append, self._is_cancelled)
        try:
            packing = executor.submit(spatial_index.pack, ids, x, y, size, listening)
            yield
            while not packing.done():
                wait([packing], POLL_SECONDS)
                self._fraction = _ROWS + (_PACKED - _ROWS) * packed[-1]
                self._monitor.progress(self._fraction)
        finally:
            executor.shutdown(wait=False)
        tree = packing.result()

        def blocks(total: int, size: int, begin: float, end: float) -> Iterator[slice]:
            part = _INDEXED - _PACKED
            return self._blocks(total, _PACKED + part * begin, _PACKED + part * end, size)

        spatial_index.write(self._connection, name, ids, tree, blocks)
        self._connection.execute(
            "UPDATE main.gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, "
            "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?",
            (float(x.min()), float(y.min()), float(x.max()), float(y.max()), self.table.name),
        )

    def _is_cancelled(self) -> bool:
        """Say whether the caller wants to stop, for a thread of its own."""
        try:
            self._monitor.check()
        except Cancelled:
            return True
        return False

    def _tick(self) -> int:
        """Move the progress bar within a statement; what is not 0 ends it."""
        try:
            self._monitor.progress(self._fraction)
        except Cancelled:
            self.cancelled = True
        return int(self.cancelled)


def table_of(connection: sqlite3.Connection, schema: str, name: str) -> Table:
    """Describe a table of a GeoPackage; raises NotInBulkError for what is no ordinary table."""
    kinds = connection.execute(
        statement("SELECT type FROM {schema}.sqlite_master WHERE lower(name) = lower(?)", schema=schema),
        (name,),
    ).fetchall()
    if kinds != [("table",)]:
        raise NotInBulkError("a layer that is no table")
    columns = connection.execute(
        statement("PRAGMA {schema}.table_info({table})", schema=schema, table=name)
    ).fetchall()
    keys = [column for _, column, kind, _, _, key in columns if key and kind.upper() == "INTEGER"]
    if len(keys) != 1 or sum(bool(key) for *_, key in columns) != 1:
        raise NotInBulkError("a table without a key of whole numbers")
    query = (
        "SELECT column_name, srs_id FROM {schema}.gpkg_geometry_columns WHERE lower(table_name) = lower(?)"
    )
    geometries = connection.execute(statement(query, schema=schema), (name,)).fetchall()
    geometry, srs = geometries[0] if geometries else ("", 0)
    fields = {column: kind.upper() for _, column, kind, *_ in columns if column not in (keys[0], geometry)}
    return Table(name, keys[0], fields, geometry, srs)


def _inserting(schema: str, table: str, columns: Sequence[str]) -> str:
    """Return the statement that inserts rows given value by value."""
    names = statement("{schema}.{table} ({columns})", schema=schema, table=table, columns=columns)
    return " ".join(["INSERT INTO", names, "VALUES (", ", ".join("?" * len(columns)), ")"])


@cache
def usable() -> bool:
    """Tell whether the SQLite of this Python reads JSON and has R-trees that can be written in bulk."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE tree USING rtree(id, minx, maxx, miny, maxy)")
            one = np.ones(1)
            tree = spatial_index.pack(
                np.ones(1, np.int64), one, one, spatial_index.node_size(connection, "tree")
            )
            spatial_index.write(
                connection, "tree", np.ones(1, np.int64), tree, lambda total, *_: [slice(0, total)]
            )
            return connection.execute("SELECT id FROM tree WHERE minx <= 1").fetchall() == [(1,)]
    except sqlite3.Error:
        return False


def address(path: Path) -> str:
    """Return a path as SQLite takes it, whatever signs it has."""
    return path.absolute().as_uri()
