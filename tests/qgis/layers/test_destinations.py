"""Outputs never cost anyone a file: not the input, not another output, not an earlier result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

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
