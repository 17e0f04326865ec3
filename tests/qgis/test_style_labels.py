"""Names on the map: none over another, the first clusters first, more of them the nearer one comes."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLabelPosition,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from innovation_clusters.plugin import styles
from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis

WORLD = QgsRectangle(-170, -55, 175, 72)
GLOBE = QgsRectangle(-179.99, -60, 179.99, 75)
EAST_ASIA = QgsRectangle(120, 30, 150, 45)
KOREA = QgsRectangle(126, 36.5, 129, 38.5)


@pytest.fixture
def crowded(qgis_app: QgsApplication, tmp_path: Path) -> QgsVectorLayer:
    """A hundred and twenty clusters in six places, side by side."""
    layer = QgsVectorLayer(
        made_up.atlas(tmp_path / "atlas.gpkg", range(1, 121))["clusters"], "clusters", "ogr"
    )
    assert styles.apply("clusters", layer) == ""
    return layer


def labels(layer: QgsVectorLayer, extent: QgsRectangle, system: str = "EPSG:3857") -> list[QgsLabelPosition]:
    """Return where QGIS puts the names of a layer on a map, of Web Mercator unless told otherwise."""
    settings = QgsMapSettings()
    target = QgsCoordinateReferenceSystem(system)
    settings.setDestinationCrs(target)
    transform = QgsCoordinateTransform(layer.crs(), target, QgsProject.instance())
    settings.setExtent(transform.transformBoundingBox(extent))
    settings.setOutputSize(QSize(1200, 700))
    settings.setLayers([layer])
    context = QgsExpressionContext()
    context.appendScopes(
        [QgsExpressionContextUtils.globalScope(), QgsExpressionContextUtils.mapSettingsScope(settings)]
    )
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    results = job.takeLabelingResults()
    return [label for label in results.allLabels() if not label.isUnplaced]


def ranks(found: list[QgsLabelPosition]) -> set[int]:
    return {int(label.labelText.partition(" ")[0]) for label in found}


@pytest.mark.parametrize("style", ["", "clusters.patents", "clusters.deals", "clusters.change"])
@pytest.mark.parametrize("extent", [WORLD, EAST_ASIA, KOREA])
def test_no_name_lies_over_another(crowded: QgsVectorLayer, extent: QgsRectangle, style: str) -> None:
    if style:
        assert styles.apply(style, crowded, categories=styles.FURTHER_CATEGORIES) == ""
    found = labels(crowded, extent)
    assert len(found) >= 3
    for first, second in combinations(found, 2):
        common = first.labelRect.intersect(second.labelRect)
        assert common.isEmpty(), (first.labelText, second.labelText)


def test_the_first_are_named_in_sight_of_the_whole_world(crowded: QgsVectorLayer) -> None:
    named = ranks(labels(crowded, WORLD))
    assert {1, 2, 3} <= named
    assert max(named) <= 25


def test_nearer_there_are_more_names(crowded: QgsVectorLayer) -> None:
    far, near = labels(crowded, EAST_ASIA), labels(crowded, KOREA)
    assert 1 in ranks(far)
    assert max(ranks(far)) > 25
    # These lie here, next to each other by less than a degree.
    assert ranks(near) >= {1, 7, 13}


def test_what_only_keeps_names_away_is_not_written(crowded: QgsVectorLayer) -> None:
    for extent in (WORLD, EAST_ASIA, KOREA):
        assert "·" not in {label.labelText for label in labels(crowded, extent)}


@pytest.mark.parametrize("system", ["EPSG:3857", "EPSG:8857", "EPSG:4326"])
def test_names_beside_the_antimeridian_stay_on_their_side(qgis_app: QgsApplication, system: str) -> None:
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=rank:integer&field=name:string&field=score:double", "clusters", "memory"
    )
    places = {"Auckland": (174.8, -36.9), "Suva": (178.4, -18.1), "Apia": (-171.8, -13.8)}
    for rank, (name, (x, y)) in enumerate(places.items(), 1):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)).buffer(0.2, 8))
        feature.setAttributes([rank, name, 6.0 - rank])
        layer.dataProvider().addFeatures([feature])
    assert styles.apply("clusters", layer) == ""
    transform = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(system), QgsProject.instance()
    )
    found = {label.labelText.partition(" ")[2]: label for label in labels(layer, GLOBE, system)}
    assert set(found) == set(places)
    for name, place in places.items():
        there = transform.transform(QgsPointXY(*place))
        width = transform.transformBoundingBox(GLOBE).width()
        assert abs(found[name].labelRect.center().x() - there.x()) < width / 8
