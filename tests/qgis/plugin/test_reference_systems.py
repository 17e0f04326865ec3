"""Layers first opened by a run are drawn where they are, also when the run's thread has ended."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsVectorLayer,
)

from innovation_clusters.plugin.reference_systems import know_longitude_and_latitude

SEOUL = QgsPointXY(127.0, 37.5)


@pytest.fixture
def nothing_kept(qgis_app: Any) -> None:
    """QGIS as it begins: without a system of reference that it has read."""
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()


def opened() -> QgsVectorLayer:
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=countries", "countries", "ogr")
    layer.crs().toWkt()
    return layer


def in_web_mercator(layer: QgsVectorLayer) -> QgsPointXY:
    web_mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    return QgsCoordinateTransform(layer.crs(), web_mercator, QgsCoordinateTransformContext()).transform(SEOUL)


def test_a_layer_is_in_its_system_when_the_thread_that_read_it_first_has_ended(nothing_kept: None) -> None:
    know_longitude_and_latitude()
    has_read, may_end = Event(), Event()

    def run() -> None:
        opened()
        has_read.set()
        may_end.wait(60.0)

    thread = Thread(target=run)
    thread.start()
    assert has_read.wait(60.0)
    layer = opened()
    here = in_web_mercator(layer)
    may_end.set()
    thread.join()
    elsewhere: list[QgsPointXY] = []
    drawing = Thread(target=lambda: elsewhere.append(in_web_mercator(layer)))
    drawing.start()
    drawing.join()
    assert elsewhere == [here]
    assert here.x() > 14_000_000.0
    assert layer.crs().toWkt()
