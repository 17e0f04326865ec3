"""collapsepoints and labelatsource: one point a place, and clusters back to rows that stay where they are."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessing, QgsVectorLayer

from innovation_clusters.processing_algorithms.inputs import rows_elsewhere
from innovation_clusters.processing_algorithms.layers import at_source

from .conftest import Database, LayerOf, Run
from .made_up import COLUMNS, made_up_rows, make_parquet, make_table

OUTPUT = QgsProcessing.TEMPORARY_OUTPUT
ROWS = made_up_rows(5, 3_000)


@pytest.fixture(scope="module", autouse=True)
def tables(database: Database) -> None:
    make_table(database, "addresses", ROWS)
    database.run("CREATE ROLE asker LOGIN PASSWORD 'asking'; GRANT SELECT ON addresses TO asker")


def usable(row: tuple[object, ...]) -> bool:
    x, y, record = row[1], row[2], row[3]
    return record is not None and x is not None and (x, y) != (0.0, 0.0) and abs(float(str(y))) <= 90.0


def collapsed_by_hand() -> dict[tuple[float, float], tuple[int, float, float]]:
    whole: Counter[object] = Counter()
    for row in ROWS:
        whole[row[3]] += int(str(row[4]))
    found: dict[tuple[float, float], tuple[int, float, float]] = {}
    for row in filter(usable, ROWS):
        place = float(str(row[1])), float(str(row[2]))
        rows, addresses, records = found.get(place, (0, 0.0, 0.0))
        weight = int(str(row[4]))
        part = weight / whole[row[3]] if weight else 0.0
        found[place] = rows + 1, addresses + weight, records + part
    return found


def places(outcome: Run) -> dict[tuple[float, float], tuple[int, float, float]]:
    points = [geometry.asPoint() for geometry in outcome.geometries("OUTPUT")]
    return {
        (point.x(), point.y()): (row["rows"], row["addresses"], row["records"])
        for point, row in zip(points, outcome.rows("OUTPUT"), strict=True)
    }


@pytest.mark.parametrize("how", ["database", "rows", "file", "file at source"])
def test_a_point_a_place(
    run: type[Run], layer_of: LayerOf, database: Database, tmp_path: Path, how: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    source: str
    if how.startswith("file"):
        pytest.importorskip("duckdb")
        source = str(tmp_path / "addresses.parquet")
        make_parquet(Path(source), ROWS)
        if how == "file at source":
            monkeypatch.setattr(at_source, "PART_OF_MEMORY", 0.0)
    else:
        source = layer_of(database, "addresses").id()
        if how == "rows":
            monkeypatch.setattr(rows_elsewhere, "why_not_at_source", lambda layer, wanted: "a test")
    outcome = run(
        "collapsepoints", {"INPUT": source, "RECORD": "record", "WEIGHT": "weight", "OUTPUT": OUTPUT}
    )
    assert outcome.succeeded, outcome.feedback.text
    assert ("has summed 3000 rows" in outcome.feedback.text) == (how in ("database", "file at source"))
    expected = collapsed_by_hand()
    found = places(outcome)
    assert found.keys() == expected.keys()
    for place, values in expected.items():
        assert found[place] == pytest.approx(values, abs=1e-8)
    rejected = sum(not usable(row) for row in ROWS)
    numbers = [outcome.results[name] for name in ("NUM_ROWS", "NUM_PLACES", "NUM_REJECTED")]
    assert numbers == [3_000, len(expected), rejected]


def clustered(run: type[Run], layer: Any) -> tuple[Run, QgsVectorLayer]:
    """Return the places of a layer with clusters, and the run that keeps them alive."""
    collapsed = run("collapsepoints", {"INPUT": layer, "WEIGHT": "weight", "OUTPUT": OUTPUT})
    assert collapsed.succeeded, collapsed.feedback.text
    found = run(
        "densityclusters",
        {
            "INPUT": collapsed.layer("OUTPUT"),
            "WEIGHT": "addresses",
            "EPS": 15_000.0,
            "MIN_SIZE": 150.0,
            "OUTPUT": OUTPUT,
        },
    )
    return found, found.layer("OUTPUT")


def labels_of(sites: QgsVectorLayer) -> dict[tuple[float, float], int]:
    found = {}
    for feature in sites.getFeatures():
        point = feature.geometry().asPoint()
        label = feature["CLUSTER_ID"]
        found[point.x(), point.y()] = int(label) if isinstance(label, int) else -1
    return found


@pytest.mark.parametrize("kind", ["table", "view"])
def test_clusters_come_back_to_the_rows_of_a_database(
    run: type[Run], layer_of: LayerOf, database: Database, kind: str
) -> None:
    layer = layer_of(database, "addresses", key="id")
    kept, sites = clustered(run, layer.id())
    target = f"public.labelled_{kind}"
    given = {
        "INPUT": layer.id(),
        "SITES": sites,
        "CLUSTER_FIELD": "CLUSTER_ID",
        "TARGET": target,
        "KIND": kind,
    }
    outcome = run("labelatsource", given)
    assert outcome.succeeded, outcome.feedback.text
    labels = labels_of(sites)
    found = dict(database.run(f"SELECT id, cluster_id FROM {target}"))
    assert len(found) == len(ROWS)
    assert len(set(labels.values())) > 2
    for row in ROWS:
        place = (row[1], row[2])
        if place == (180.0, 10.0):
            place = (-180.0, 10.0) if (-180.0, 10.0) in labels else place
        assert found[row[0]] == labels.get(place), row  # type: ignore[arg-type]
    unknown = sum(label is None for label in found.values())
    assert outcome.results["NUM_ROWS"] == 3_000
    assert outcome.results["NUM_UNMATCHED"] == unknown > 0
    shown = outcome.layer("OUTPUT")
    assert shown.isValid()
    assert shown.featureCount() == 3_000
    assert "cluster_id" in shown.fields().names()
    again = run("labelatsource", given)
    assert not again.succeeded
    assert again.feedback.errors == [f"New table, view or folder: There is {target} already; name a new one."]
    database.run(f"DROP {kind} {target}")
    assert kept.succeeded


def test_clusters_come_back_to_the_rows_of_a_file(run: type[Run], tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    import pyarrow.parquet

    path = tmp_path / "addresses.parquet"
    make_parquet(path, ROWS)
    kept, sites = clustered(run, str(path))
    for target in (tmp_path / "labelled", tmp_path / "labelled.parquet"):
        given = {"INPUT": str(path), "SITES": sites, "CLUSTER_FIELD": "CLUSTER_ID", "TARGET": str(target)}
        outcome = run("labelatsource", given)
        assert outcome.succeeded, outcome.feedback.text
        assert outcome.results["OUTPUT"] == str(target)
        table = pyarrow.parquet.read_table(target)
        assert table.column_names == [*COLUMNS, "cluster_id"]
        labels = labels_of(sites)
        rows = zip(
            *(table.column(name).to_pylist() for name in ("longitude", "latitude", "cluster_id")), strict=True
        )
        for x, y, label in rows:
            if (abs(x or 0.0), y) != (180.0, 10.0):
                assert label == labels.get((x, y))
        again = run("labelatsource", given)
        assert not again.accepted
        assert "already; name a new one" in again.reason
    assert kept.succeeded
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {"addresses.parquet", "labelled", "labelled.parquet"}


@pytest.mark.parametrize("number", [math.nan, math.inf, 1.5, 1e30])
def test_numbers_of_clusters_that_are_none(
    run: type[Run], layer_of: LayerOf, make_layer: Any, database: Database, number: float
) -> None:
    layer = layer_of(database, "addresses", key="id")
    by_hand = collapsed_by_hand()
    sites = make_layer(
        "Point",
        "EPSG:4326",
        "cluster_id:double",
        [(f"POINT ({x!r} {y!r})", number if place % 2 else 7.0) for place, (x, y) in enumerate(by_hand)],
    )
    outcome = run(
        "labelatsource", {"INPUT": layer.id(), "SITES": sites, "TARGET": "public.odd", "FIELD_NAME": "c"}
    )
    if math.isnan(number):
        # Empty, and so noise.
        assert outcome.succeeded, outcome.feedback.text
        assert database.run("SELECT DISTINCT c FROM odd ORDER BY c") == [(-1,), (7,), (None,)]
        database.run("DROP TABLE odd")
    else:
        assert not outcome.succeeded
        assert outcome.feedback.errors == [
            "Cluster field: Numbers of clusters are whole; choose another field."
        ]
    assert database.run("SELECT to_regclass('odd')") == [(None,)]


def test_refusals_are_one_sentence_with_the_parameter(
    run: type[Run], layer_of: LayerOf, database: Database
) -> None:
    layer = layer_of(database, "addresses", key="id")
    kept, sites = clustered(run, layer.id())
    good: dict[str, Any] = {
        "INPUT": layer.id(), "SITES": sites, "CLUSTER_FIELD": "CLUSTER_ID", "TARGET": "public.refused"
    }  # fmt: skip

    def refusal(**chosen: Any) -> str:
        outcome = run("labelatsource", good | chosen)
        assert not outcome.succeeded
        assert database.run("SELECT to_regclass('public.refused')") == [(None,)]
        said = [outcome.reason] if outcome.reason else outcome.feedback.errors
        return said[0]

    assert refusal(TARGET="a.b.c").startswith("New table, view or folder: a.b.c is no name of a table")
    assert refusal(TARGET="refused.").startswith("New table, view or folder: refused. is no name of a table")
    database.run("CREATE TABLE refused_places ()")
    assert refusal(KIND="view") == (
        "New table, view or folder: There is public.refused_places already; name a new one."
    )
    database.run("DROP TABLE refused_places")
    assert refusal(FIELD_NAME="a b").startswith("Name of the new column: a b is no name for a column")
    assert refusal(FIELD_NAME="economy").startswith("Name of the new column: The table")
    assert refusal(TARGET="nowhere.refused") == (
        "New table, view or folder: The database has no schema nowhere; name one that it has."
    )
    asking = layer_of(database, "addresses", key="id", user="asker", password="asking")
    assert refusal(INPUT=asking.id()).startswith(
        "New table, view or folder: The user of the database may not make tables in the schema public;"
    )
    moved = layer_of(database, "(SELECT id, ST_Translate(place, 1, 0) AS place FROM addresses)", key="id")
    assert refusal(INPUT=moved.id()).startswith("Sites: Not one of the")
    said = refusal(INPUT=sites)
    assert said.startswith("Rows: No database can be asked about these rows: not a layer of PostGIS.")
    assert kept.succeeded


def test_what_is_wrong_with_a_database_is_told_by_its_parameter(
    run: type[Run], layer_of: LayerOf, own_database: Database
) -> None:
    make_table(own_database, "addresses", made_up_rows(6, 300))
    layer = layer_of(own_database, "addresses")
    given = {"INPUT": layer.id(), "OUTPUT": OUTPUT}
    assert run("collapsepoints", given).succeeded
    own_database.run("ALTER ROLE owner PASSWORD 'another'")
    refused = run("collapsepoints", given)
    assert not refused.succeeded
    assert refused.feedback.errors[0].startswith("Points: The database cannot be reached (")
    assert "password" in refused.feedback.errors[0]
    own_database.stop()
    refused = run("collapsepoints", given)
    assert not refused.succeeded
    assert "The database cannot be reached (" in refused.feedback.text
