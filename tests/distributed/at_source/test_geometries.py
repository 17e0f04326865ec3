"""Columns of geometries in PostGIS and in GeoParquet."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

from innovation_clusters.analysis.address_tables import AddressColumns
from innovation_clusters.analysis.addresses import REASONS
from innovation_clusters.analysis.at_source.answers import LabelledPlaces, Places
from innovation_clusters.analysis.at_source.on_duckdb import DuckDB
from innovation_clusters.analysis.at_source.on_postgis import PostGIS
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.monitor import Monitor

from .conftest import Database

COLUMNS = AddressColumns("", "", "Geom", "EPSG:5186", "", "", "", "", "", "")

# What a column of any geometries may hold, and what becomes of it.
HELD = [
    ("POINT(200000.25 600000.125)", ""),
    ("POINT Z (200000.25 600000.125 30)", ""),
    ("POINT M (200000.25 600000.125 7)", ""),
    ("POINT ZM (200000.25 600000.125 30 7)", ""),
    ("MULTIPOINT((200000.25 600000.125))", ""),
    ("POINT EMPTY", "no_geometry"),
    ("MULTIPOINT EMPTY", "no_geometry"),
    (None, "no_geometry"),
    ("MULTIPOINT((1 1), (2 2))", "several_points"),
    ("LINESTRING(0 0, 1 1)", "not_a_point"),
    ("POLYGON((0 0, 1 0, 1 1, 0 0))", "not_a_point"),
    ("POLYGON EMPTY", "not_a_point"),
    ("GEOMETRYCOLLECTION(POINT(1 1))", "not_a_point"),
    ("POINT(NaN 5)", "coordinate_not_finite"),
]


@pytest.fixture(params=["public", "of its own"])
def extension(request: pytest.FixtureRequest, database: Database) -> str:
    """Where PostGIS has been put: not every database has it on the search path."""
    schema = str(request.param)
    name = "geometries"
    database.run(f"DROP DATABASE IF EXISTS {name}")
    database.run(f"CREATE DATABASE {name}")
    connection = database.connect(database=name)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        cursor.execute(f'CREATE EXTENSION postgis SCHEMA "{schema}"')
        cursor.execute(f'CREATE TABLE held (id INTEGER, "Geom" "{schema}".geometry)')
        cursor.execute(f'CREATE TABLE world (id INTEGER, "Geom" "{schema}".geography(Point))')
        for number, (text, _) in enumerate(HELD):
            geometry = f'"{schema}".ST_SetSRID("{schema}".ST_GeomFromText(%s), 5186)'
            if text == "POINT(NaN 5)":
                geometry, text = f"""("{schema}".ST_MakePoint('NaN', 5))""", None
            values = [number] if text is None and "NaN" in geometry else [number, text]
            cursor.execute(f"INSERT INTO held VALUES (%s, {geometry})", values)
        cursor.execute("""INSERT INTO world VALUES (1, 'POINT(127 37.5)'), (2, NULL)""")
    connection.close()
    return name


def test_every_kind_of_geometry_is_judged_as_in_a_layer(database: Database, extension: str) -> None:
    with PostGIS(database.connection(database=extension)) as engine:
        table = TableAtSource("held", COLUMNS)
        places = engine.places(table, Monitor())
        assert _by_fault(places) == {
            reason: sum(fault == reason for _, fault in HELD) for reason in {fault for _, fault in HELD}
        }
        located = places.fault == 0
        assert set(zip(places.x[located].tolist(), places.y[located].tolist(), strict=True)) == {
            (200000.25, 600000.125)
        }
        at = np.flatnonzero(located)
        known = LabelledPlaces(places, at, np.full(at.size, 3))
        told = engine.label(table, known, "labelled", "cluster", Monitor())
    labelled = dict(_rows(database, extension, "SELECT id, cluster FROM labelled"))
    assert labelled == {number: None if fault else 3 for number, (_, fault) in enumerate(HELD)}
    assert (told.rows, told.unknown) == (len(HELD), sum(fault != "" for _, fault in HELD))
    indexes = _rows(database, extension, "SELECT indexdef FROM pg_indexes WHERE tablename = 'labelled'")
    assert [definition for (definition,) in indexes if "gist" in definition]


def test_geography_is_read_as_well(database: Database, extension: str) -> None:
    with PostGIS(database.connection(database=extension)) as engine:
        places = engine.places(TableAtSource("world", COLUMNS), Monitor())
    assert _by_fault(places) == {"": 1, "no_geometry": 1}
    assert places.x[0] == 127.0
    assert places.y[0] == 37.5


def test_a_column_of_something_else_is_told(database: Database, extension: str) -> None:
    with (
        PostGIS(database.connection(database=extension)) as engine,
        pytest.raises(InputError, match="The column id of held holds no geometries"),
    ):
        engine.places(TableAtSource("held", replace(COLUMNS, geometry="id")), Monitor())


COLUMN = {"encoding": "WKB", "geometry_types": []}


def test_geoparquet(tmp_path: Path) -> None:
    points = [
        struct.pack("<BIdd", 1, 1, 200000.25, 600000.125),
        struct.pack(">BIdd", 0, 1, 200000.25, 600000.125),
        struct.pack("<BIddd", 1, 1001, 200000.25, 600000.125, 30.0),
        struct.pack("<BII", 1, 4, 0),
        None,
        struct.pack("<BIdd", 1, 1, float("nan"), float("nan")),
        struct.pack("<BII", 1, 3, 0),
    ]
    table = pa.table({"Geom": pa.array(points, pa.binary()), "number": range(len(points))})
    geo = {"version": "1.1.0", "primary_column": "Geom", "columns": {"Geom": COLUMN}}
    path = tmp_path / "points.parquet"
    pa.parquet.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), path)
    with DuckDB() as engine:
        at_source = TableAtSource(str(path), COLUMNS)
        places = engine.places(at_source, Monitor())
        assert _by_fault(places) == {"": 3, "no_geometry": 3, "not_a_point": 1}
        at = np.flatnonzero(places.fault == 0)
        assert set(places.x[at].tolist()) == {200000.25}
        known = LabelledPlaces(places, at, np.full(at.size, 5))
        told = engine.label(at_source, known, str(tmp_path / "labelled"), "cluster", Monitor())
    assert (told.rows, told.unknown) == (7, 4)
    labelled = pa.parquet.read_table(tmp_path / "labelled").to_pydict()
    assert dict(zip(labelled["number"], labelled["cluster"], strict=True)) == {
        **dict.fromkeys(range(3), 5),
        **dict.fromkeys(range(3, 7)),
    }
    # The geometries are still there to be read as such.
    written = next((tmp_path / "labelled").glob("*.parquet"))
    assert b"geo" in pa.parquet.read_schema(written).metadata


def test_geoparquet_of_coordinates(tmp_path: Path) -> None:
    kind = pa.struct([("x", pa.float64()), ("y", pa.float64())])
    points = [{"x": 1.5, "y": 2.5}, {"x": 1.5, "y": 2.5}, None, {"x": float("nan"), "y": float("nan")}]
    geo = {
        "version": "1.1.0",
        "primary_column": "Geom",
        "columns": {"Geom": {"encoding": "point", "geometry_types": ["Point"]}},
    }
    table = pa.table({"Geom": pa.array(points, kind)}).replace_schema_metadata({"geo": json.dumps(geo)})
    pa.parquet.write_table(table, tmp_path / "points.parquet")
    with DuckDB() as engine:
        places = engine.places(TableAtSource(str(tmp_path / "points.parquet"), COLUMNS), Monitor())
    assert _by_fault(places) == {"": 2, "no_geometry": 2}
    assert places.x[0] == 1.5
    assert places.y[0] == 2.5


def _by_fault(places: Places) -> dict[str, int]:
    return {
        REASONS[fault]: int(places.rows[places.fault == fault].sum()) for fault in np.unique(places.fault)
    }


def _rows(database: Database, name: str, question: str) -> list[tuple[Any, ...]]:
    connection = database.connect(database=name)
    try:
        with connection.cursor() as cursor:
            cursor.execute(question)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found
    finally:
        connection.close()
