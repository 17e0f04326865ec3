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
from innovation_clusters.distributed.__main__ import main
from innovation_clusters.distributed.systems import with_systems

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
    at_source = TableAtSource(str(tmp_path / "points.parquet"), COLUMNS)
    with DuckDB() as engine:
        places = engine.places(at_source, Monitor())
        known = LabelledPlaces(places, np.flatnonzero(places.fault == 0), np.full(1, 7))
        told = engine.label(at_source, known, str(tmp_path / "labelled"), "cluster", Monitor())
    assert _by_fault(places) == {"": 2, "no_geometry": 2}
    assert places.x[0] == 1.5
    assert places.y[0] == 2.5
    assert (told.rows, told.unknown) == (4, 2)
    labelled = pa.parquet.read_table(tmp_path / "labelled")
    assert labelled["Geom"].to_pylist()[:3] == points[:3]
    assert labelled["cluster"].to_pylist() == [7, 7, None, None]


def test_geoparquet_of_coordinates_from_the_command_line(tmp_path: Path) -> None:
    """Zero with either sign is one place, and heights are told apart as the file has them."""
    kind = pa.struct([("x", pa.float64()), ("y", pa.float64()), ("z", pa.float64())])
    points = [(0.0, 1.0, 5.0), (-0.0, 1.0, 5.0), (0.0, 1.0, 6.0), (50.0, 1.0, 5.0), None]
    column = pa.array([point and dict(zip("xyz", point, strict=True)) for point in points], kind)
    geo = {
        "version": "1.1.0",
        "primary_column": "Geom",
        "columns": {"Geom": {"encoding": "point", "geometry_types": ["Point Z"]}},
    }
    table = pa.table({"Geom": column, "record": list("abcda")})
    table = table.replace_schema_metadata({"geo": json.dumps(geo)})
    pa.parquet.write_table(table, tmp_path / "points.parquet")
    given = ["--duckdb", "--patents", str(tmp_path / "points.parquet"), "--geometry", "Geom"]
    given += ["--min-density", "3", "--output", str(tmp_path / "out")]
    assert main([*given, "--label-patents", str(tmp_path / "labelled")]) == 0
    labelled = pa.parquet.read_table(tmp_path / "labelled")
    assert labelled["cluster_id"].to_pylist() == [1, 1, 1, -1, None]


def geoparquet(path: Path, crs: object) -> str:
    point = pa.array([struct.pack("<BIdd", 1, 1, 127.0, 37.5)], pa.binary())
    told = COLUMN if crs == "left out" else {**COLUMN, "crs": crs}
    geo = {"version": "1.1.0", "primary_column": "Geom", "columns": {"Geom": told}}
    table = pa.table({"Geom": point}).replace_schema_metadata({"geo": json.dumps(geo)})
    pa.parquet.write_table(table, path)
    return str(path)


KOREA = {
    "type": "ProjectedCRS",
    "name": "KGD2002 / Central Belt 2010",
    "id": {"authority": "EPSG", "code": 5186},
}


def with_crs(address: str, crs: str) -> TableAtSource:
    return TableAtSource(address, replace(COLUMNS, crs=crs), parameter="patents")


@pytest.mark.parametrize(
    ("own", "system"),
    [("left out", "EPSG:4326"), (None, ""), (KOREA, "EPSG:5186"), ("OGC:CRS84", "OGC:CRS84")],
)
def test_what_geoparquet_is_in(tmp_path: Path, own: object, system: str) -> None:
    table = with_crs(geoparquet(tmp_path / "a.parquet", own), "")
    with DuckDB() as engine:
        assert engine.system(table, Monitor()) == system
        assert with_systems(engine, {"patents": table}, Monitor())["patents"].columns.crs == system


@pytest.mark.parametrize(
    ("own", "given", "said"),
    [
        ("left out", "epsg:4326", ""),
        ("OGC:CRS84", "EPSG:4326", ""),
        (KOREA, "EPSG:5186", ""),
        (None, "EPSG:5186", ""),
        ("left out", "EPSG:5186", "are in EPSG:4326, not in EPSG:5186"),
        (KOREA, "EPSG:4326", "are in EPSG:5186, not in EPSG:4326"),
    ],
)
def test_what_is_said_of_coordinates_and_what_they_say(
    tmp_path: Path, own: object, given: str, said: str
) -> None:
    table = with_crs(geoparquet(tmp_path / "a.parquet", own), given)
    with DuckDB() as engine:
        if said:
            with pytest.raises(InputError, match=said) as told:
                with_systems(engine, {"patents": table}, Monitor())
            assert told.value.parameter == "crs"
        else:
            assert with_systems(engine, {"patents": table}, Monitor())["patents"].columns.crs == given


def test_files_in_different_systems(tmp_path: Path) -> None:
    geoparquet(tmp_path / "a.parquet", "left out")
    geoparquet(tmp_path / "b.parquet", KOREA)
    with DuckDB() as engine, pytest.raises(InputError, match=r"a\.parquet and .*b\.parquet are in different"):
        engine.system(with_crs(str(tmp_path), ""), Monitor())


@pytest.mark.parametrize(
    ("address", "column", "system"),
    [
        ("held", "Geom", "EPSG:5186"),
        ("world", "Geom", "EPSG:4326"),
        ("(SELECT * FROM world) ", "Geom", "EPSG:4326"),
        ("declared", "Geom", "EPSG:5179"),
        ("nowhere", "Geom", ""),
        ("none_yet", "Geom", ""),
    ],
)
def test_what_tables_are_in(
    database: Database, extension: str, address: str, column: str, system: str
) -> None:
    """As their column says, else as their rows do."""
    of = '"of its own"' if "of its own" in _schemas(database, extension) else "public"
    for statement in (
        "DELETE FROM held WHERE id = 13",
        f'CREATE TABLE declared ("Geom" {of}.geometry(Point, 5179))',
        f'CREATE TABLE nowhere ("Geom" {of}.geometry)',
        f"INSERT INTO nowhere VALUES ({of}.ST_MakePoint(1, 2)), (NULL)",
        f'CREATE TABLE none_yet ("Geom" {of}.geometry)',
    ):
        _rows(database, extension, statement)
    with PostGIS(database.connection(database=extension)) as engine:
        assert engine.system(with_crs(address, ""), Monitor()) == system


def test_a_table_in_different_systems(database: Database, extension: str) -> None:
    # One of its rows was made without a system.
    said = r"are in different coordinate reference systems \(0, 5186\)"
    connection = database.connection(database=extension)
    with PostGIS(connection) as engine, pytest.raises(InputError, match=said):
        engine.system(with_crs("held", ""), Monitor())


def test_rows_that_are_left_out_may_be_in_another_system(database: Database, extension: str) -> None:
    table = replace(with_crs("held", ""), where="id < 13")
    with PostGIS(database.connection(database=extension)) as engine:
        assert engine.system(table, Monitor()) == "EPSG:5186"


def _schemas(database: Database, name: str) -> list[str]:
    return [schema for (schema,) in _rows(database, name, "SELECT nspname FROM pg_namespace")]


def _by_fault(places: Places) -> dict[str, int]:
    return {
        REASONS[fault]: int(places.rows[places.fault == fault].sum()) for fault in np.unique(places.fault)
    }


def _rows(database: Database, name: str, question: str) -> list[tuple[Any, ...]]:
    connection = database.connect(database=name)
    try:
        with connection.cursor() as cursor:
            cursor.execute(question)
            found: list[tuple[Any, ...]] = cursor.fetchall() if cursor.description else []
            return found
    finally:
        connection.close()
