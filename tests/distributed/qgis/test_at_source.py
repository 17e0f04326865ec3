"""Clusters from a database and from files through an engine, against the same rows read one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessing, QgsVectorLayer

from innovation_clusters.processing_algorithms.inputs import rows_elsewhere
from innovation_clusters.processing_algorithms.layers import at_source
from innovation_clusters.processing_algorithms.layers.elsewhere import NamedEngine

from .conftest import Database, LayerOf, Run
from .made_up import made_up_rows, make_parquet, make_table

OUTPUT = QgsProcessing.TEMPORARY_OUTPUT
LAYERS = ("CLUSTERS", "SITES", "RANKING", "PROPOSALS", "LINKS")


@pytest.fixture(scope="module", autouse=True)
def tables(database: Database) -> None:
    make_table(database, "inventors", made_up_rows(1))
    make_table(database, "authors", made_up_rows(2, 6_000))


def parameters(layers: Sequence[Any], folder: Path, **chosen: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "EDITION": "custom",
        "EPS": 15_000.0,
        "MIN_DENSITY": 150.0,
        "MERGE_DISTANCE": 40_000,
    }
    for name, layer in zip(("INVENTORS", "AUTHORS"), layers, strict=True):
        given |= {
            name: layer.id() if isinstance(layer, QgsVectorLayer) else layer,
            f"{name}_RECORD": "record",
            f"{name}_WEIGHT": "weight",
            f"{name}_ECONOMY": "economy",
            f"{name}_ORGANISATION": "organisation",
            f"{name}_FIELD": "field",
        }
    given |= dict.fromkeys(LAYERS, OUTPUT)
    return given | {"REPORT": str(folder / "report.html"), "TABLES": str(folder / "tables")} | chosen


def told(run: Run) -> list[str]:
    """Return what was said, but for how rows came."""
    lines = [*run.feedback.lines, *run.feedback.warnings]
    return [line for line in lines if "where they are" not in line and "one by one" not in line
            and "counts the records" not in line
        and "is asked." not in line]  # fmt: skip


def assert_same(one: Run, other: Run, folders: tuple[Path, Path]) -> None:
    for name in LAYERS:
        assert one.rows(name) == other.rows(name), name
        wkt = [[geometry.asWkt(17) for geometry in run.geometries(name)] for run in (one, other)]
        assert wkt[0] == wkt[1], name
    assert told(one) == told(other)
    assert one.results["NUM_CLUSTERS"] == other.results["NUM_CLUSTERS"] > 1
    texts = [
        {path.name: path.read_bytes() for path in (folder / "tables").iterdir() if path.stem != "parameters"}
        for folder in folders
    ]
    assert texts[0] == texts[1]
    pages = [
        re.sub(r"\d{4}-\d\d-\d\dT[\d:+]+", "", (folder / "report.html").read_text(encoding="utf-8"))
        for folder in folders
    ]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    "chosen", [{}, {"COUNTING": "full"}, {"INVENTORS_WEIGHT": "half"}, {"AUTHORS_RECORD": ""}]
)
def test_a_database_gives_what_its_rows_give(
    run: type[Run],
    layer_of: LayerOf,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: dict[str, Any],
) -> None:
    layers = [layer_of(database, name) for name in ("inventors", "authors")]
    folders = tmp_path / "database", tmp_path / "rows"
    for folder in folders:
        folder.mkdir()
    by_database = run("innovationclusters", parameters(layers, folders[0], **chosen))
    assert by_database.succeeded, by_database.feedback.text
    assert "inventors: PostGIS has summed 4000 rows where they are" in by_database.feedback.text
    monkeypatch.setattr(rows_elsewhere, "why_not_at_source", lambda layer, wanted: "a test")
    by_rows = run("innovationclusters", parameters(layers, folders[1], **chosen))
    assert "inventors: rows are read one by one (a test)." in by_rows.feedback.text
    assert by_rows.succeeded, by_rows.feedback.text
    assert_same(by_database, by_rows, folders)


def test_a_file_gives_what_its_rows_give(
    run: type[Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb")
    files = [tmp_path / "inventors.parquet", tmp_path / "authors.parquet"]
    for file, rows in zip(files, (made_up_rows(3), made_up_rows(4)), strict=True):
        make_parquet(file, rows)
    folders = tmp_path / "rows", tmp_path / "engine"
    for folder in folders:
        folder.mkdir()
    paths = [str(file) for file in files]
    by_rows = run("innovationclusters", parameters(paths, folders[0]))
    assert "rows are read one by one (rows that memory has room for)." in by_rows.feedback.text
    monkeypatch.setattr(at_source, "PART_OF_MEMORY", 0.0)
    by_engine = run("innovationclusters", parameters(paths, folders[1]))
    assert "DuckDB has summed 4000 rows where they are" in by_engine.feedback.text
    assert by_rows.succeeded, by_rows.feedback.text
    assert by_engine.succeeded, by_engine.feedback.text
    assert_same(by_rows, by_engine, folders)


def test_a_connection_that_is_lost_on_the_way_is_told_by_its_parameter(
    run: type[Run], layer_of: LayerOf, own_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_table(own_database, "inventors", made_up_rows(1))
    make_table(own_database, "authors", made_up_rows(2))
    layers = [layer_of(own_database, name) for name in ("inventors", "authors")]
    asked = NamedEngine.patterns

    def lost(engine: NamedEngine, *arguments: Any) -> Any:
        own_database.stop("immediate")
        return asked(engine, *arguments)

    monkeypatch.setattr(NamedEngine, "patterns", lost)
    outcome = run("innovationclusters", parameters(layers, tmp_path))
    assert not outcome.succeeded
    assert outcome.feedback.errors[-1].startswith("Inventors: The connection to the database was lost (")
    assert list(tmp_path.iterdir()) == []
