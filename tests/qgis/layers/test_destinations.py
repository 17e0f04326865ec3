"""Outputs never cost anyone a file: not the input, not another output, not an earlier result."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsRectangle, QgsVectorFileWriter, QgsVectorLayer

from innovation_clusters.processing_algorithms.layers import swapping

Layer = Callable[..., QgsVectorLayer]


@pytest.fixture
def geopackage(make_layer: Layer, tmp_path: Path) -> Path:
    """A file with one table, points."""
    layer = make_layer("Point", "EPSG:5179", "", [(f"POINT ({n % 200} {n // 200})",) for n in range(25_000)])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "points"
    path = tmp_path / "input.gpkg"
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError
    return path


def parameters(source: Path, output: str) -> dict[str, Any]:
    return {"INPUT": f"{source}|layername=points", "EPS": 2, "MIN_SIZE": 5, "OUTPUT": output}


@pytest.mark.parametrize(
    "output",
    [
        "{folder}/input.gpkg",
        "{folder}/deeper/../input.gpkg",
        "{folder}/link.gpkg",
        "ogr:dbname='{folder}/input.gpkg' table=\"points\" (geom)",
        "ogr:dbname='{folder}/input.gpkg' table=\"POINTS\" (geom)",
    ],
)
def test_the_input_is_never_the_output(run: Any, geopackage: Path, output: str) -> None:
    folder = geopackage.parent
    (folder / "deeper").mkdir()
    (folder / "link.gpkg").symlink_to(geopackage)
    before = geopackage.read_bytes()
    result = run("densityclusters", parameters(geopackage, output.format(folder=folder)))
    assert "is also the input" in result.reason
    assert not result.succeeded
    assert geopackage.read_bytes() == before


def test_another_table_of_the_inputs_file(run: Any, feedback: Any, geopackage: Path) -> None:
    """Written when all goes well; when not, only what this run made is taken away."""
    output = f"ogr:dbname='{geopackage}' table=\"clusters\" (geom)"
    stop = feedback(lambda told: bool(told.progress) and told.progress[-1] >= 70.0)
    assert not run("densityclusters", parameters(geopackage, output), stop).succeeded
    assert QgsVectorLayer(f"{geopackage}|layername=points", "", "ogr").featureCount() == 25_000
    assert not QgsVectorLayer(f"{geopackage}|layername=clusters", "", "ogr").isValid()
    assert run("densityclusters", parameters(geopackage, output)).succeeded
    assert QgsVectorLayer(f"{geopackage}|layername=clusters", "", "ogr").featureCount() == 25_000


def test_an_earlier_result_survives_a_cancelled_run(run: Any, feedback: Any, geopackage: Path) -> None:
    target = geopackage.with_name("out.gpkg")
    assert run("densityclusters", parameters(geopackage, str(target))).succeeded
    stop = feedback(lambda told: bool(told.progress) and told.progress[-1] >= 70.0)
    assert not run("densityclusters", parameters(geopackage, str(target)), stop).succeeded
    assert QgsVectorLayer(str(target), "", "ogr").featureCount() == 25_000
    assert run("densityclusters", parameters(geopackage, str(target))).succeeded
    assert {path.suffix for path in target.parent.iterdir()} == {".gpkg"}


def test_two_outputs_to_one_table(run: Any, make_layer: Layer, tmp_path: Path) -> None:
    layer = make_layer("Point", "EPSG:4326", "", [("POINT (1 1)",)] * 5)
    table = f"ogr:dbname='{tmp_path / 'two.gpkg'}' table=\"t\""
    result = run(
        "innovationclusters",
        {
            "INVENTORS": layer.id(),
            "MIN_DENSITY": 2,
            "CLUSTERS": f"{table} (geom)",
            "SITES": f"{table} (geom)",
        },
    )
    assert "is also chosen for" in result.reason


def test_a_report_that_cannot_be_written_takes_the_layers_along(
    run: Any, make_layer: Layer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = make_layer("Point", "EPSG:4326", "", [("POINT (1 1)",)] * 5)
    outputs = {"CLUSTERS": str(tmp_path / "c.gpkg"), "REPORT": str(tmp_path / "r.html")}
    (tmp_path / "r.html").write_text("earlier", encoding="utf-8")

    def full(*arguments: Any, **options: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    result = run("innovationclusters", {"INVENTORS": layer.id(), "MIN_DENSITY": 2} | outputs)
    assert not result.succeeded
    assert "REPORT could not be written: No space left on device" in result.feedback.text
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == "earlier"


# A table of a GeoPackage that is replaced


def table_of(path: Path, table: str) -> str:
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


def ids(path: Path, table: str) -> list[int | None]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(f'SELECT "CLUSTER_ID" FROM "{table}" ORDER BY fid')]


def tables_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")
        return sorted(name for (name,) in found)


@pytest.mark.parametrize("table", ["clusters", "군집 2025 'a' \"b\""])
def test_an_earlier_table_is_replaced_whole(run: Any, geopackage: Path, table: str) -> None:
    output = table_of(geopackage, table.replace('"', '\\"'))
    assert run("densityclusters", parameters(geopackage, output)).succeeded
    layer = QgsVectorLayer(f"{geopackage}|layername={table}", "", "ogr")
    assert layer.featureCount() == 25_000
    layer.saveStyleToDatabase("planner's own", "", True, "")
    del layer
    again = run("densityclusters", {**parameters(geopackage, output), "MIN_SIZE": 100})
    assert again.succeeded
    assert again.results["OUTPUT"] == f"{geopackage}|layername={table}"
    assert again.layer("OUTPUT").featureCount() == 25_000
    assert set(ids(geopackage, table.replace('"', '""'))) == {None}
    assert tables_of(geopackage) == sorted(["points", table])
    with closing(sqlite3.connect(geopackage)) as connection:
        styles = connection.execute("SELECT f_table_name, styleName FROM layer_styles").fetchall()
        named = connection.execute(
            "SELECT identifier FROM gpkg_contents WHERE table_name = ?", (table,)
        ).fetchone()
        # The index over places is that of the new rows.
        (indexed,) = connection.execute(
            "SELECT count(*) FROM gpkg_extensions WHERE table_name = ? AND extension_name LIKE '%rtree%'",
            (table,),
        ).fetchone()
    assert (table, "planner's own") in styles
    assert named == (table,)
    assert indexed == 1
    found = again.layer("OUTPUT").getFeatures(QgsRectangle(-0.5, -0.5, 0.5, 0.5))
    assert [(feature.geometry().asPoint().x(), feature.geometry().asPoint().y()) for feature in found] == [
        (0, 0)
    ]


def test_an_earlier_table_survives_a_run_that_fails(
    run: Any, feedback: Any, geopackage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = table_of(geopackage, "clusters")
    assert run("densityclusters", parameters(geopackage, output)).succeeded
    before = ids(geopackage, "clusters")
    assert any(before)
    other = {**parameters(geopackage, output), "MIN_SIZE": 100}
    stop = feedback(lambda told: bool(told.progress) and told.progress[-1] >= 70.0)
    cancelled = run("densityclusters", other, stop)
    assert not cancelled.succeeded
    assert "is gone or changed" not in cancelled.feedback.text

    # And where it fails when the first has its name already.
    real = swapping.MadeTable.take

    def take(self: swapping.MadeTable) -> None:
        real(self)
        raise OSError("no more")

    monkeypatch.setattr(swapping.MadeTable, "take", take)
    failed = run("densityclusters", other)
    assert not failed.succeeded
    assert "no more" in failed.feedback.text
    assert ids(geopackage, "clusters") == before
    assert tables_of(geopackage) == ["clusters", "points"]


def test_names_change_all_or_none(run: Any, geopackage: Path) -> None:
    """The second of two names is taken: the first is not changed either, and GDAL says why."""
    assert run("densityclusters", parameters(geopackage, table_of(geopackage, "clusters"))).succeeded
    with pytest.raises(OSError, match="points"):
        swapping._rename(geopackage, [("clusters", "others"), ("others", "points")], ("", ""))
    assert tables_of(geopackage) == ["clusters", "points"]


def test_what_broken_runs_left_in_the_file_is_told(run: Any, geopackage: Path) -> None:
    output = table_of(geopackage, "clusters")
    left = ["clusters_earlier_0123abcd", "clusters_unfinished_0123abcd"]
    # Names of someone's own are not taken for that.
    own = ["clusters_20240101", "clusters_earlier", "other_earlier_0123abcd"]
    for name in (*left, *own):
        assert run("densityclusters", parameters(geopackage, table_of(geopackage, name))).succeeded
    told = run("densityclusters", parameters(geopackage, output)).feedback.warnings
    assert [line.split(" is what a run")[0] for line in told if "broken off" in line] == left
