"""What outputs tell of their making: names of layers, never their sources; all else as it was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, osr
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from innovation_clusters.analysis.population import Window
from innovation_clusters.plugin import presentation
from innovation_clusters.plugin.presentation import StyledOutputs
from innovation_clusters.processing_algorithms.base import Algorithm, OutputLayer
from innovation_clusters.processing_algorithms.densityclusters import DensityClusters
from innovation_clusters.processing_algorithms.innovationclusters import InnovationClusters
from innovation_clusters.processing_algorithms.inputs import population
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


# Runs beside each other


class SlowDresser:
    """Waits for a layer; while it is asked whether it is done, another run presents its output."""

    def __init__(self, other: Thread) -> None:
        self._other = other

    @property
    def done(self) -> bool:
        self._other.start()
        # A run that is kept out while the first one tidies up cannot end before that.
        self._other.join(0.5)
        return True


def test_runs_at_the_same_time_keep_each_others_post_processors(
    qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presentation, "_waiting", [])
    kept: list[object] = []
    context = QgsProcessingContext()
    context.addLayerToLoadOnCompletion(
        "nowhere.gpkg", QgsProcessingContext.LayerDetails("", QgsProject.instance(), "CLUSTERS")
    )

    def present() -> None:
        styled = StyledOutputs("innovationclusters:innovationclusters")
        kept.extend(
            styled.present([OutputLayer("nowhere.gpkg", "", "clusters")], context, QgsProcessingFeedback())
        )

    other = Thread(target=present)
    presentation._waiting.append(SlowDresser(other))  # type: ignore[arg-type]
    StyledOutputs("innovationclusters:innovationclusters").present(
        [], QgsProcessingContext(), QgsProcessingFeedback()
    )
    other.join(10.0)
    assert len(kept) == 1
    assert presentation._waiting == kept


def test_a_run_reads_population_through_a_provider_of_its_own(
    qgis_app: QgsApplication,
    make_layer: Callable[..., QgsVectorLayer],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "people.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 100, 100, 1, gdal.GDT_Float32)
    made.SetGeoTransform((126.5, 0.01, 0.0, 38.0, 0.0, -0.01))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    made.SetProjection(system.ExportToWkt())
    made.GetRasterBand(1).Fill(2.0)
    made = None
    raster = QgsRasterLayer(str(path), "people")
    QgsProject.instance().addMapLayer(raster)
    points = make_layer("Point", "EPSG:4326", "", PLACES)
    used: list[int] = []

    class Watched(population.PopulationRaster):
        def read(self, window: Window) -> NDArray[np.float64]:
            used.append(sip.unwrapinstance(self._provider))
            return super().read(window)

    monkeypatch.setattr(population, "PopulationRaster", Watched)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    parameters = {"INVENTORS": points.id(), "MIN_DENSITY": 5, "POPULATION": raster.id(), "CLUSTERS": OUTPUT}
    algorithm = declared(InnovationClusters)
    try:
        assert algorithm.prepare(parameters, context, feedback)
        results = algorithm.runPrepared(parameters, context, feedback)
        assert used
        assert sip.unwrapinstance(raster.dataProvider()) not in used
    finally:
        QgsProject.instance().removeMapLayer(raster.id())
    (cluster,) = QgsProcessingUtils.mapLayerFromString(results["CLUSTERS"], context).getFeatures()
    # Pixel centres inside a disc of radius 5 pixels, 2 people each.
    assert cluster["population"] == pytest.approx(2 * np.pi * 25, rel=0.05)


def test_a_run_on_its_own_output_shows_its_own_values(run: type[Any], tmp_path: Path) -> None:
    """The first run clusters everything, the second nothing: its points must look like noise."""
    points = QgsVectorLayer("Point?crs=EPSG:5179", "points", "memory")
    for number in range(6):
        feature = QgsFeature(points.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(950_000 + number, 1_950_000)))
        points.dataProvider().addFeature(feature)
    points.updateExtents()
    first = run("densityclusters", {"INPUT": points, "OUTPUT": str(tmp_path / "first.gpkg")})
    assert first.succeeded, first.feedback.text
    second = run(
        "densityclusters",
        {"INPUT": str(tmp_path / "first.gpkg"), "MIN_SIZE": 100, "OUTPUT": str(tmp_path / "second.gpkg")},
    )
    assert second.succeeded, second.feedback.text
    for name, role, cluster, looks in (
        ("first", "role", "CLUSTER_ID", "core"),
        ("second", "role_2", "CLUSTER_ID_2", "noise"),
    ):
        layer = QgsVectorLayer(str(tmp_path / f"{name}.gpkg"), name, "ogr")
        renderer = layer.renderer()
        assert isinstance(renderer, QgsCategorizedSymbolRenderer)
        context = QgsExpressionContext()
        context.setFields(layer.fields())
        for feature in layer.getFeatures():
            context.setFeature(feature)
            assert QgsExpression(renderer.classAttribute()).evaluate(context) == looks
        for field, alias in ((role, "Role"), (cluster, "Cluster number")):
            assert layer.attributeAlias(layer.fields().lookupField(field)) == alias
            assert f'"{field}"' in layer.mapTipTemplate()
