"""What outputs tell of their making: names of layers, never their sources; all else as it was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from innovation_clusters.processing_algorithms.base import Algorithm
from innovation_clusters.processing_algorithms.densityclusters import DensityClusters
from innovation_clusters.processing_algorithms.innovationclusters import InnovationClusters
from innovation_clusters.processing_algorithms.preparepoints import PreparePoints

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
PLACES = [("POINT (127 37.5)",)] * 6


def declared(kind: type[Algorithm]) -> Algorithm:
    algorithm = kind()
    algorithm.initAlgorithm()
    return algorithm


def history(kind: type[Algorithm], parameters: dict[str, Any]) -> list[str]:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return declared(kind).history(parameters, context)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("postgres://dbname='x' host=h user='u' password='secret' table=t", "t"),
        ("postgres://dbname='x' password='secret' key='id' table=\"public\".\"firms\" (geom)", "firms"),
        ("postgres://dbname='x' password='a/secret'", "postgres"),
        ("PG:dbname='x' password='secret'", "ogr"),
        ("ogr:PG:dbname=x password=/secret", "ogr"),
        ("WFS://url='https://u:secret@h/wfs' typename='ns:firms'", "WFS"),
        ("https://host/firms.geojson?token=secret", "ogr"),
        ("/vsicurl/https://u:secret@host/firms.geojson", "ogr"),
        ("/home/secret/firms.shp", "firms.shp"),
        ("C:\\Users\\secret\\firms.shp", "firms.shp"),
        ("/home/secret/all.gpkg|layername=firms", "firms"),
        ("delimitedtext://file:///home/secret/firms.csv?xField=x&yField=y", "firms.csv"),
    ],
)
def test_no_source_is_told(qgis_app: QgsApplication, source: str, name: str) -> None:
    lines = history(DensityClusters, {"INPUT": source})
    assert f"INPUT={name}" in lines
    assert "secret" not in "\n".join(lines)
    # A raster goes the same way.
    assert "secret" not in "\n".join(history(InnovationClusters, {"POPULATION": source}))


def test_a_layer_opened_for_the_run_does_not_tell_its_source(qgis_app: QgsApplication) -> None:
    source = "dbname='x' password='secret' table=t"
    context = QgsProcessingContext()
    # The name QGIS gives to what it opens by itself.
    layer = QgsVectorLayer(source, source, "postgres")
    assert "INPUT=t" in declared(DensityClusters).history({"INPUT": layer}, context)


@pytest.mark.parametrize("text", ["Counts 2019/2023, see A/B", "C:\\data is where it lay", "a 'b' = c?"])
def test_free_text_is_told_whole(qgis_app: QgsApplication, text: str) -> None:
    assert f"REMARK={text}" in history(InnovationClusters, {"REMARK": text})


def test_an_expression_is_told_whole(qgis_app: QgsApplication) -> None:
    assert 'EXCLUDE="a" / "b" > 2' in history(PreparePoints, {"EXCLUDE": '"a" / "b" > 2'})


def test_a_reference_system_is_told_by_its_code(qgis_app: QgsApplication) -> None:
    algorithm = declared(PreparePoints)
    (name,) = (d.name() for d in algorithm.parameterDefinitions() if d.type() == "crs")
    assert f"{name}=EPSG:5179" in history(PreparePoints, {name: QgsCoordinateReferenceSystem("EPSG:5179")})


def test_layers_of_the_project_are_told_by_their_names(make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:4326", "", PLACES, "Inventors of 2023/24")
    for value in (layer, layer.id(), layer.name(), QgsProperty.fromValue(layer.id())):
        assert "INPUT=Inventors of 2023/24" in history(DensityClusters, {"INPUT": value})
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert "INPUT=Inventors of 2023/24 (selected features)" in history(DensityClusters, {"INPUT": selected})
    every = QgsProcessingFeatureSourceDefinition(layer.id(), False)
    assert "INPUT=Inventors of 2023/24" in history(DensityClusters, {"INPUT": every})


def test_metadata_and_report_of_a_run_tell_names(
    run: type[Any], make_layer: Callable[..., QgsVectorLayer], tmp_path: Path
) -> None:
    layer = make_layer("Point", "EPSG:4326", "", [*PLACES, *PLACES], "Inventors")
    layer.selectByIds([1, 2, 3, 4, 5, 6])
    report = tmp_path / "report.html"
    done = run(
        "innovationclusters",
        {
            "INVENTORS": QgsProcessingFeatureSourceDefinition(layer.id(), True),
            "MIN_DENSITY": 5,
            "REMARK": "Counts 2019/2023, see A/B",
            "CLUSTERS": str(tmp_path / "clusters.gpkg"),
            "REPORT": str(report),
        },
    )
    assert done.succeeded, done.feedback.text
    stored = (
        QgsVectorLayer(f"{tmp_path / 'clusters.gpkg'}|layername=clusters", "", "ogr").metadata().history()
    )
    assert {"INVENTORS=Inventors (selected features)", "REMARK=Counts 2019/2023, see A/B"} <= set(stored)
    page = report.read_text(encoding="utf-8")
    assert ">Inventors (selected features)<" in page
    assert layer.id() not in page


def test_a_file_is_told_without_its_folders(
    run: type[Any], make_layer: Callable[..., QgsVectorLayer], tmp_path: Path
) -> None:
    points = make_layer("Point", "EPSG:4326", "", PLACES)
    path = tmp_path / "firms.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        points, str(path), QgsProject.instance().transformContext(), options
    )
    done = run("densityclusters", {"INPUT": str(path), "OUTPUT": str(tmp_path / "out.gpkg")})
    assert done.succeeded, done.feedback.text
    told = QgsVectorLayer(f"{tmp_path / 'out.gpkg'}|layername=out", "", "ogr").metadata().history()
    assert [line for line in told if line.startswith("INPUT=")] in (["INPUT=firms.gpkg"], ["INPUT=firms"])
    assert str(tmp_path) not in "\n".join(told)
