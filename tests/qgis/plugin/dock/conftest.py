"""A window as far as the dock touches it, and layers as the algorithms make them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsLayerMetadata, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow

from innovation_clusters.plugin.dock.installation import InstalledDock

CLUSTER_FIELDS = (
    "rank:integer&cluster_id:integer&name:string&name_ko:string&economies:string&share_patents:double"
    "&share_publications:double&share_deals:double&score:double&intensity:double&tier:string"
)
SQUARE = "MULTIPOLYGON ((({0} 0, {1} 0, {1} 1, {0} 1, {0} 0)))"


class Interface:
    """The part of QGIS's window that the dock touches; `flashed`, `zoomed` and `opened` tell what it did."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.bar = QgsMessageBar(self.window)
        self.window.setCentralWidget(self.canvas)
        self.menu: list[QAction] = []
        self.toolbar: list[QAction] = []
        self.layer: QgsMapLayer | None = None
        self.flashed: list[list[int]] = []
        self.zoomed: list[list[int]] = []
        self.opened: list[Any] = []
        self.canvas.flashFeatureIds = lambda layer, ids: self.flashed.append(list(ids))
        self.canvas.zoomToFeatureIds = lambda layer, ids: self.zoomed.append(list(ids))

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def activeLayer(self) -> QgsMapLayer | None:
        return self.layer

    def openLayoutDesigner(self, layout: Any) -> None:
        self.opened.append(layout)

    def addPluginToVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.append(action)

    def removePluginVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.remove(action)

    def addToolBarIcon(self, action: QAction) -> int:
        self.toolbar.append(action)
        return len(self.toolbar)

    def removeToolBarIcon(self, action: QAction) -> None:
        self.toolbar.remove(action)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)


@pytest.fixture
def interface(qgis_app: QgsApplication) -> Iterator[Interface]:
    QgsProject.instance().clear()
    made = Interface()
    yield made
    QgsProject.instance().clear()
    settle()
    sip.delete(made.window)


@pytest.fixture
def installed(interface: Interface) -> Iterator[InstalledDock]:
    made = InstalledDock(interface)
    yield made
    if interface.menu:
        made.remove()
    settle()


def settle() -> None:
    """Let everything happen that waits for the event loop, also what is to be deleted."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def made_by(layer: QgsVectorLayer, algorithm: str, *lines: str, when: str = "") -> QgsVectorLayer:
    """Give a layer the history that an algorithm of ours writes."""
    metadata = QgsLayerMetadata()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    metadata.setHistory([f"innovationclusters:{algorithm} 0.1.0", *lines, when or now])
    layer.setMetadata(metadata)
    return layer


@pytest.fixture
def clusters(make_layer: Callable[..., QgsVectorLayer]) -> Callable[..., QgsVectorLayer]:
    """Make a layer of so many clusters, as the main job does; the last has no Korean name."""

    def make(count: int = 3, name: str = "Clusters") -> QgsVectorLayer:
        rows = []
        for rank in range(1, count + 1):
            tier = "1-25" if rank <= 25 else "26-50" if rank <= 50 else "beyond"
            korean = f"도시 {rank}" if rank < count else None
            rows.append((
                SQUARE.format(2 * rank, 2 * rank + 1), rank, 100 + rank, f"City {rank}", korean,
                "KR" if rank % 2 else "US", 10.0 / rank, 5.0 / rank, 1.0 / rank, 16.0 / rank, None, tier,
            ))  # fmt: skip
        layer = make_layer("MultiPolygon", "EPSG:4326", CLUSTER_FIELDS, rows, name)
        return made_by(layer, "innovationclusters", "EDITION=2025", "TOTAL_PATENTS=12880")

    return make


@pytest.fixture
def addresses(make_layer: Callable[..., QgsVectorLayer]) -> Callable[..., QgsVectorLayer]:
    """Make prepared address points."""

    def make(name: str = "Address points", source: str = "", when: str = "") -> QgsVectorLayer:
        layer = make_layer(
            "Point",
            "EPSG:4326",
            "record:string&weight:double&economy:string",
            [("POINT (127 37)", "A", 1.0, "KR"), ("POINT (2 48)", "B", 2.0, "FR")],
            name,
        )
        return made_by(layer, "preparepoints", *([f"INPUT={source}"] if source else []), when=when)

    return make
