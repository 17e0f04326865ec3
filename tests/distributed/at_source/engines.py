"""The engines under test, each with a way of giving it the same rows."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from innovation_clusters.analysis.at_source.engine import Engine
from innovation_clusters.analysis.at_source.on_duckdb import DuckDB
from innovation_clusters.analysis.at_source.on_postgis import PostGIS
from innovation_clusters.analysis.at_source.tables import TableAtSource

from .conftest import Database
from .rows import NAMES, Table

TEXTS = ("record", "economy", "organisation", "field")
# A schema and a table of which every name needs its quotes.
SCHEMA = 'S"ch.ema'


class Files:
    """DuckDB with Parquet files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()

    @contextmanager
    def holding(self, table: Table) -> Iterator[tuple[Engine, TableAtSource]]:
        path = self._folder / f"ta[b]le's {next(self._numbers)}*.parquet"
        pa.parquet.write_table(as_arrow(table), path)
        with DuckDB(threads=2, folder=str(self._folder)) as engine:
            yield engine, TableAtSource(str(path), table.columns())

    def target(self, name: str) -> str:
        return str(self._folder / name)

    def read(self, target: str) -> list[tuple[Any, ...]]:
        found = pa.parquet.read_table(target)
        return list(zip(*(column.to_pylist() for column in found.columns), strict=True))


class Tables:
    """PostGIS with tables in a schema."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._numbers = itertools.count()
        database.run(f"DROP SCHEMA IF EXISTS {quoted(SCHEMA)} CASCADE")
        database.run(f"CREATE SCHEMA {quoted(SCHEMA)}")

    @contextmanager
    def holding(self, table: Table) -> Iterator[tuple[Engine, TableAtSource]]:
        address = self.target(f'Ta"ble 표 {next(self._numbers)}')
        columns = ", ".join(
            f"{quoted(name)} {'TEXT' if part in TEXTS else 'INTEGER' if part == 'number' else 'FLOAT8'}"
            for part, name in NAMES.items()
        )
        connection = self._database.connect()
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {address} ({columns})")
            cursor.copy_expert(f"COPY {address} FROM STDIN (FORMAT csv, NULL 'nothing')", as_text(table))
        connection.close()
        with PostGIS(self._database.connection()) as engine:
            yield engine, TableAtSource(address, table.columns())

    def target(self, name: str) -> str:
        return f"{quoted(SCHEMA)}.{quoted(name)}"

    def read(self, target: str) -> list[tuple[Any, ...]]:
        return self._database.run(f"SELECT * FROM {target}")


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def as_arrow(table: Table) -> pa.Table:
    columns = {}
    for part, name in NAMES.items():
        values = list(range(len(table.rows))) if part == "number" else table.column(part)
        kind = pa.string() if part in TEXTS else pa.int64() if part == "number" else pa.float64()
        columns[name] = pa.array(values, kind)
    return pa.table(columns)


def as_text(table: Table) -> io.StringIO:
    text = io.StringIO()
    rows = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    for number, row in enumerate(table.rows):
        values = [number, *(getattr(row, part) for part in NAMES if part != "number")]
        rows.writerow(["nothing" if value is None else value for value in values])
    text.seek(0)
    return text
