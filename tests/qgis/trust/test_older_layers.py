"""Layers that an older version has left, with fewer fields, still open: as inputs, and in today's styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsFeatureRequest,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from innovation_clusters.plugin import styles
from innovation_clusters.tests.qgis.trust import lives

pytestmark = [pytest.mark.qgis, pytest.mark.slow]

# The fields each of the versions knew; the later ones have come since.
FIRST = ("rank", "cluster_id", "name", "patents", "publications", "deals", "score", "area_km2")
CONTRACT = (
    *("rank", "cluster_id", "name", "name_ko", "economies", "patents", "publications", "deals"),
    *("share_patents", "share_publications", "share_deals", "score", "focus", "addresses", "sites"),
    *("area_km2", "population", "intensity", "intensity_rank"),
)


@pytest.fixture(scope="module")
def inventors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lives.addresses(tmp_path_factory.mktemp("older") / "inventors.csv")


@pytest.fixture(params=[FIRST, CONTRACT], ids=["first fields", "fields of the contract"])
def older(
    run: Any, request: pytest.FixtureRequest, inventors: Path, tmp_path: Path
) -> Iterator[QgsVectorLayer]:
    """Clusters of today in a GeoPackage, without the fields that the older version had not."""
    made = run("innovationclusters", lives.parameters(inventors, tmp_path))
    assert made.succeeded, made.feedback.text
    layer = made.layer("CLUSTERS")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.attributes = [layer.fields().lookupField(name) for name in request.param]
    path = tmp_path / "older.gpkg"
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError
    opened = QgsVectorLayer(str(path), "older", "ogr")
    assert opened.isValid()
    assert opened.fields().names() == ["fid", *request.param]
    QgsProject.instance().addMapLayer(opened)
    yield opened
    QgsProject.instance().removeMapLayer(opened.id())


def test_as_the_clusters_of_an_earlier_run(
    run: Any, older: QgsVectorLayer, inventors: Path, tmp_path: Path
) -> None:
    older.startEditing()
    first = next(older.getFeatures(QgsFeatureRequest().addOrderBy("rank")))
    older.changeAttributeValue(first.id(), older.fields().lookupField("name"), "Renamed")
    assert older.commitChanges()
    parameters = lives.parameters(inventors, tmp_path, EARLIER=older)
    result = run("innovationclusters", parameters)
    assert result.succeeded, result.feedback.text
    assert "Renamed" in [row["name"] for row in result.rows("CLUSTERS")]


@pytest.mark.parametrize(
    ("algorithm", "asked", "needed"),
    [
        (
            "economysummary",
            {"INPUT": "older", "PREVIOUS": "older", "OUTPUT": "TEMPORARY_OUTPUT"},
            "economies",
        ),
        ("economysummary", {"INPUT": "older", "OUTPUT": "TEMPORARY_OUTPUT"}, "economies"),
        ("mapreport", {"CLUSTERS": "older", "PNG": "{folder}/map.png"}, ""),
    ],
)
def test_as_an_input(
    run: Any, older: QgsVectorLayer, tmp_path: Path, algorithm: str, asked: dict[str, str], needed: str
) -> None:
    """It goes well, or one sentence names the field that the algorithm cannot do without."""
    parameters: dict[str, Any] = {
        name: older if value == "older" else value.format(folder=tmp_path) for name, value in asked.items()
    }
    result = run(algorithm, parameters)
    if needed and older.fields().lookupField(needed) < 0:
        assert not result.accepted
        assert needed in result.reason
        assert "\n" not in result.reason
    else:
        assert result.succeeded, result.reason or result.feedback.text


@pytest.mark.parametrize("style", ["clusters", "intensity"])
def test_with_todays_style(older: QgsVectorLayer, style: str) -> None:
    assert styles.dress(style, older, {}) == []
    settings = QgsMapSettings()
    settings.setLayers([older])
    settings.setDestinationCrs(older.crs())
    settings.setExtent(older.extent().buffered(1.0))
    settings.setOutputSize(QSize(400, 300))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    blank = picture.pixelColor(0, 0)
    assert any(picture.pixelColor(x, y) != blank for x in range(0, 400, 2) for y in range(0, 300, 2))


def test_its_project_opens(older: QgsVectorLayer, tmp_path: Path) -> None:
    """A project saved with the older layer in today's style opens again with it."""
    styles.dress("clusters", older, {})
    path = str(tmp_path / "older.qgz")
    assert QgsProject.instance().write(path)
    project = QgsProject()
    assert project.read(path)
    (again,) = project.mapLayersByName("older")
    assert again.isValid()
    assert again.featureCount() == older.featureCount() > 0
    project.clear()
