"""Layers of PostGIS at the source: the rows that QGIS itself shows, and what numbers them."""

from __future__ import annotations

from typing import Any

import psycopg2
import pytest
from qgis.core import QgsProcessing, QgsVectorLayer

from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.processing_algorithms.layers.elsewhere import TableElsewhere
from innovation_clusters.processing_algorithms.layers.postgis_layers import layer_elsewhere

from .conftest import Database, LayerOf, Run

OUTPUT = QgsProcessing.TEMPORARY_OUTPUT

# What a column may hold that says nothing of systems and types.
HELD = (
    "ST_GeomFromText('POINT(127 37)', 4326)",
    "ST_GeomFromText('POINT(127.5 37)', 4326)",
    "ST_GeomFromText('POINT(50 40)', 5186)",
    "ST_GeomFromText('POINT(10 10)')",
    "NULL",
)
OTHER_KINDS = (
    "ST_GeomFromText('MULTIPOINT((127 37))', 4326)",
    "ST_GeomFromText('LINESTRING(127 37, 128 38)', 4326)",
)
ONE_KIND = (*HELD[:2], "NULL")
WITH_HEIGHT = ("ST_GeomFromText('POINT Z (127 37 5)', 4326)", "NULL")

TABLES = {
    "mixed": ("geometry(Point)", HELD),
    "anything": ("geometry", (*HELD, *OTHER_KINDS)),
    "no_null": ("geometry", (*HELD[:3], *OTHER_KINDS)),
    "one_kind": ("geometry", ONE_KIND),
    "one_system": ("geometry(Geometry, 4326)", (*ONE_KIND, *OTHER_KINDS)),
    "both_points": ("geometry(Geometry, 4326)", (*ONE_KIND, OTHER_KINDS[0])),
    "with_height": ("geometry", WITH_HEIGHT),
    "typed": ("geometry(Point, 4326)", ONE_KIND),
    "typed_height": ("geometry(PointZ, 4326)", WITH_HEIGHT),
    "geographic": ("geography(Point, 4326)", ONE_KIND),
    "multiple": ("geometry(MultiPoint, 4326)", (OTHER_KINDS[0], "NULL")),
}
QUERIES = {
    "query of mixed": "(SELECT id, place FROM mixed)",
    "query of anything": "(SELECT id, ST_Translate(place, 0, 0) AS place FROM anything)",
    "query of one kind": "(SELECT id, ST_Translate(place, 0, 0) AS place FROM one_kind)",
    "cast in a query": "(SELECT id, ST_Translate(place, 0, 0)::geometry(Point, 4326) AS place FROM typed)",
}
VIEWS = {"view_of_mixed": "SELECT * FROM mixed", "view_of_anything": "SELECT * FROM anything"}
REQUESTED = (("4326", "Point"), ("5186", "Point"), ("4326", "MultiPoint"), ("0", "Point"), ("4326", "PointZ"))


@pytest.fixture(scope="module", autouse=True)
def tables(database: Database) -> None:
    for name, (column, geometries) in TABLES.items():
        database.run(f"CREATE TABLE {name} (id integer PRIMARY KEY, place {column})")
        for number, geometry in enumerate(geometries, 1):
            database.run(f"INSERT INTO {name} VALUES ({number}, {geometry})")
    for name, asked in VIEWS.items():
        database.run(f"CREATE VIEW {name} AS {asked}")


def rows_asked(database: Database, asked: TableElsewhere) -> list[int]:
    """Return the rows that an engine would group."""
    address, where = asked.table.address, asked.table.where
    found = database.run(f"SELECT id FROM {address} AS stated WHERE {where or 'true'} ORDER BY id")
    return [number for (number,) in found]


def rows_shown(layer: QgsVectorLayer) -> list[int]:
    return sorted(feature["id"] for feature in layer.getFeatures())


@pytest.mark.parametrize("name", [*TABLES, *VIEWS, *QUERIES])
def test_the_rows_that_qgis_shows(layer_of: LayerOf, database: Database, name: str) -> None:
    compared = 0
    for srid, kind in (*REQUESTED, ("", "")):
        for where in ("", "id <> 2"):
            try:
                layer = layer_of(
                    database, QUERIES.get(name, name), key="id", srid=srid, kind=kind, where=where
                )
            except ValueError:
                # QGIS makes no layer of this.
                continue
            shown = rows_shown(layer)
            assert rows_asked(database, layer_elsewhere(layer, "INPUT")) == shown, (srid, kind, where)
            compared += bool(shown)
    assert compared >= 2


def test_metres_are_not_taken_for_degrees(run: type[Run], layer_of: LayerOf, database: Database) -> None:
    layer = layer_of(database, "mixed", srid="4326", kind="Point")
    outcome = run("collapsepoints", {"INPUT": layer.id(), "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    assert "has summed 2 rows" in outcome.feedback.text
    assert sorted(geometry.asPoint().x() for geometry in outcome.geometries("OUTPUT")) == [127.0, 127.5]


ORDERED = """
CREATE TABLE parts (id bigint PRIMARY KEY, code text, place geometry(Point, 4326)) PARTITION BY RANGE (id);
CREATE TABLE parts_high PARTITION OF parts FOR VALUES FROM (3) TO (9);
CREATE TABLE parts_low PARTITION OF parts FOR VALUES FROM (1) TO (3);
INSERT INTO parts SELECT number, 'c' || number, ST_SetSRID(ST_MakePoint(130 - number, 37), 4326)
FROM generate_series(1, 5) AS number;
CREATE VIEW seen AS SELECT * FROM parts;
CREATE TABLE whole AS SELECT * FROM parts;
ALTER TABLE whole ADD PRIMARY KEY (id);
"""


@pytest.fixture(scope="module")
def ordered(database: Database) -> None:
    database.run(ORDERED)


@pytest.mark.usefixtures("ordered")
@pytest.mark.parametrize(
    ("table", "key", "row", "first"),
    [
        ("parts", "id", "id", [1, 2, 3, 4, 5]),
        ("seen", "id", "id", [1, 2, 3, 4, 5]),
        ("(SELECT * FROM parts)", "id", "id", [1, 2, 3, 4, 5]),
        ("seen", "code", "", [-1] * 5),
        ("whole", "id", "", [1, 2, 3, 4, 5]),
    ],
)
def test_what_numbers_places(
    layer_of: LayerOf, database: Database, table: str, key: str, row: str, first: list[int]
) -> None:
    asked = layer_elsewhere(layer_of(database, table, key=key), "INPUT")
    assert asked.table.row == row
    assert asked.in_order == (first[0] >= 0)
    with asked.engine() as engine:
        places = engine.places(asked.table, Monitor())
    assert places.first_row.tolist() == first
    # Without an order the lowest coordinates come first.
    assert places.x.tolist() == ([129, 128, 127, 126, 125] if first[0] >= 0 else [125, 126, 127, 128, 129])


@pytest.mark.usefixtures("ordered")
def test_rows_without_an_order_are_told(run: type[Run], layer_of: LayerOf, database: Database) -> None:
    for key, told in (("id", False), ("code", True)):
        layer = layer_of(database, "seen", key=key)
        outcome = run("collapsepoints", {"INPUT": layer.id(), "OUTPUT": OUTPUT})
        assert outcome.succeeded, outcome.feedback.text
        assert ("seen: its rows have no order that PostGIS can tell" in outcome.feedback.text) == told


@pytest.mark.usefixtures("ordered")
def test_a_run_connects_once_to_log_in_and_once_to_ask(
    run: type[Run], layer_of: LayerOf, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = layer_of(database, "whole", key="id")
    sites = run("collapsepoints", {"INPUT": layer.id(), "OUTPUT": OUTPUT})
    connect, made = psycopg2.connect, []

    def counted(*arguments: Any, **given: Any) -> Any:
        made.append(arguments)
        return connect(*arguments, **given)

    monkeypatch.setattr(psycopg2, "connect", counted)
    outcome = run(
        "labelatsource",
        {
            "INPUT": layer.id(),
            "SITES": sites.layer("OUTPUT"),
            "CLUSTER_FIELD": "rows",
            "TARGET": "public.counted",
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    assert len(made) == 2


def test_a_table_that_is_gone_is_told(run: type[Run], layer_of: LayerOf, database: Database) -> None:
    database.run("CREATE TABLE gone AS SELECT * FROM typed")
    layer = layer_of(database, "gone", key="id")
    database.run("DROP TABLE gone")
    outcome = run("collapsepoints", {"INPUT": layer.id(), "OUTPUT": OUTPUT})
    assert not outcome.succeeded
    assert outcome.feedback.errors[0].startswith("Points: The database has no table")
