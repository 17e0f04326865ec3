"""The steps of the tutorial, taken in a real window of QGIS; scripts/tutorial.py starts it with `--code`.

What a reader clicks is clicked here: the buttons of the panel open the dialogs of Processing, whose own
button runs them. Every picture is what the window shows then.
"""

from __future__ import annotations

import os
import shutil
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsDockWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QToolBar, QWidget
from qgis.utils import iface, plugins

from innovation_clusters.plugin.atlas_project import sample_remark, sample_totals
from innovation_clusters.plugin.dock.roles import Role
from innovation_clusters.plugin.layouts.basemap import BORDERS, LAND
from innovation_clusters.processing_algorithms.base import tr

SOURCES = ("inventors", "authors", "deals")
COLUMNS = {"RECORD_FIELD": "record", "WEIGHT_FIELD": "addresses", "ECONOMY_FIELD": "economy"}
WORLD = QgsRectangle(-130.0, -50.0, 155.0, 72.0)
EAST_ASIA = QgsRectangle(112.0, 27.0, 143.0, 43.0)
SEOUL_TO_DAEJEON = QgsRectangle(126.3, 36.15, 128.2, 37.8)

# Seconds; the longest run of the tutorial takes a tenth of it.
PATIENCE = 120.0

# A step yields what is to be true before it goes on, or seconds.
Step = Generator[Callable[[], bool] | float, None, None]


class Walk:
    """Takes the steps one after the other while the window lives; `pictures` is where they go."""

    def __init__(self, data: Path, pictures: Path) -> None:
        self.data = data
        self.pictures = pictures
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)
        self._step = self.steps()
        self._until: Callable[[], bool] = self._is_idle
        self._since = time.monotonic()
        self._busy = False

    def start(self) -> None:
        self._timer.start(100)

    # Going on

    def _is_idle(self) -> bool:
        return QgsApplication.taskManager().countActiveTasks() == 0 and not iface.mapCanvas().isDrawing()

    def _go_on(self) -> None:
        # A click that opens a dialog returns only when that is closed; the timer goes on meanwhile.
        if self._busy:
            return
        if not self._until():
            if time.monotonic() - self._since > PATIENCE:
                self._end("a step took too long")
            return
        self._busy = True
        try:
            wish = next(self._step)
        except StopIteration:
            self._end("")
            return
        except Exception:
            self._end(traceback.format_exc())
            return
        finally:
            self._busy = False
        self._since = time.monotonic()
        if callable(wish):
            self._until = wish
        else:
            end = self._since + wish
            self._until = lambda: time.monotonic() > end

    def _end(self, problem: str) -> None:
        self._timer.stop()
        (self.pictures / "outcome.txt").write_text(problem, encoding="utf-8")
        # QGIS would ask what is to become of temporary layers.
        os._exit(0)

    # What hands do

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        iface.messageBar().clearWidgets()
        (widget or iface.mainWindow()).grab().save(str(self.pictures / f"{name}.png"))

    def click(self, button: QWidget) -> None:
        QTimer.singleShot(0, button.click)

    def dialog(self) -> Any:
        """Return the dialog of an algorithm that is open, None where none is."""
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and type(widget).__name__ == "AlgorithmDialog":
                return widget
        return None

    def run_dialog(self, button: QWidget, values: dict[str, Any], picture: str = "") -> Step:
        """Press a button of the panel, fill the dialog in, take its picture, run it and close it."""
        self.click(button)
        yield lambda: self.dialog() is not None
        yield 0.5
        dialog = self.dialog()
        dialog.setParameters({**dialog.createProcessingParameters(), **values})
        dialog.resize(900, 640)
        yield 0.7
        if picture:
            self.shoot(picture, dialog)
        finished: list[bool] = []
        dialog.algorithmFinished.connect(lambda succeeded, results: finished.append(succeeded))
        dialog.runButton().click()
        yield lambda: bool(finished)
        if not finished[0]:
            raise RuntimeError(f"{picture or button.text()} failed")
        yield 0.5
        dialog.close()
        yield lambda: sip.isdeleted(dialog) or not dialog.isVisible()
        yield self._is_idle
        yield 0.5

    def look_at(self, extent: QgsRectangle, crs: str = "EPSG:4326") -> None:
        reference = QgsCoordinateReferenceSystem(crs)
        iface.mapCanvas().setReferencedExtent(QgsReferencedRectangle(extent, reference))
        iface.mapCanvas().refresh()

    def hide(self, *names: str) -> None:
        """Untick layers and tables in the list of layers."""
        root = QgsProject.instance().layerTreeRoot()
        for node in root.findLayers():
            if node.name() in names:
                node.setItemVisibilityChecked(False)

    # Steps

    def steps(self) -> Step:
        plugin = plugins["innovation_clusters"]
        dock = plugin._dock.dock
        self._tidy()
        yield 1.0
        yield from self._open_data(dock)
        yield from self._prepare(dock)
        yield from self._explore(plugin._explorer, dock)
        yield from self._find(dock)
        yield from self._read_ranking(dock)
        yield from self._lay_zones_over(dock)
        yield from self._print(dock)

    def _tidy(self) -> None:
        """Leave in the window what the tutorial speaks of, at the size of a small screen."""
        window = iface.mainWindow()
        keep = {"mFileToolBar", "mMapNavToolBar", "mPluginToolBar"}
        for bar in window.findChildren(QToolBar):
            bar.setVisible(bar.objectName() in keep)
        for name in ("Browser", "Browser2", "ProcessingToolbox", "MessageLog"):
            panel = window.findChild(QWidget, name)
            if panel is not None:
                panel.hide()
        window.resize(1280, 800)
        window.move(0, 0)

    def _open_data(self, dock: Any) -> Step:
        # A word that QGIS knows in the box of coordinates: its own map of the world.
        box = iface.mainWindow().findChild(QWidget, "mCoordsEdit").findChild(QLineEdit)
        box.setText("world")
        QTest.keyClick(box, Qt.Key.Key_Return)
        box.clear()
        for layer in QgsProject.instance().mapLayers().values():
            symbol = QgsFillSymbol.createSimple({"color": LAND, "outline_color": BORDERS})
            layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        yield self._is_idle
        for source in SOURCES:
            path = self.data / f"{source}.csv"
            QgsProject.instance().addMapLayer(QgsVectorLayer(str(path), source, "ogr"))
        dock.setUserVisible(True)
        dock.tabs.setCurrentIndex(0)
        self.look_at(WORLD)
        yield self._is_idle
        yield 1.5
        self.shoot("data")

    def _prepare(self, dock: Any) -> Step:
        for role, source in zip((Role.INVENTORS, Role.AUTHORS, Role.DEALS), SOURCES, strict=True):
            layer = QgsProject.instance().mapLayersByName(source)[0]
            iface.setActiveLayer(layer)
            values = {"INPUT": layer.id(), **COLUMNS, "REJECTS": None}
            picture = "prepare" if source == "inventors" else ""
            yield from self.run_dialog(dock.data.preparing[role], values, picture)
        self.look_at(WORLD)
        yield self._is_idle
        yield 1.5
        self.shoot("points")

    def _explore(self, panel: Any, dock: Any) -> Step:
        dock.tabs.setCurrentIndex(1)
        dock.setUserVisible(False)
        panel.open()
        yield 0.5
        explorer = panel.explorer
        state = dock.state
        roles = {"patents": Role.INVENTORS, "publications": Role.AUTHORS}
        explorer.choose_addresses({metric: (state.layer(role), "weight") for metric, role in roles.items()})
        explorer.read_button.click()
        yield lambda: explorer.exploration.arrival is not None and bool(explorer.outcome.text())
        explorer.eps.set_value(15000.0)
        explorer.minimum.set_value(4500.0)
        self.hide(*(state.layer(role).name() for role in (*roles.values(), Role.DEALS)))
        self.look_at(EAST_ASIA)
        yield self._is_idle
        yield 8.0
        self.shoot("explorer")
        found = iface.mainWindow().findChild(QgsDockWidget, "innovation_clusters_explorer_panel")
        found.setUserVisible(False)
        yield 0.5

    def _find(self, dock: Any) -> Step:
        dock.setUserVisible(True)
        dock.tabs.setCurrentIndex(1)
        yield 0.5
        values = {
            **sample_totals(),
            "REMARK": sample_remark(),
            "REPORT": str(self.data / "report.html"),
        }
        yield from self.run_dialog(dock.clusters.buttons["innovationclusters"], values, "find")
        dock.setUserVisible(True)
        self.look_at(WORLD)
        yield self._is_idle
        yield 2.0
        self.shoot("clusters")

    def _read_ranking(self, dock: Any) -> Step:
        ranking = dock.clusters.ranking
        ranking.zooming.setChecked(True)
        ranking.table.selectRow(4)
        yield self._is_idle
        iface.mapCanvas().zoomByFactor(2.5)
        yield 2.0
        self.shoot("ranking")
        ranking.zooming.setChecked(False)
        ranking.table.clearSelection()
        yield 0.5

    def _lay_zones_over(self, dock: Any) -> Step:
        dock.tabs.setCurrentIndex(2)
        yield 0.5
        yield from self.run_dialog(dock.zones.buttons["zonecatalogue"], {}, "catalogue")
        dock.setUserVisible(True)
        self.look_at(SEOUL_TO_DAEJEON)
        yield self._is_idle
        yield 2.5
        self.shoot("zones")

    def _print(self, dock: Any) -> Step:
        dock.tabs.setCurrentIndex(3)
        yield 0.5
        (zones,) = QgsProject.instance().mapLayersByName(tr("Zones (approximate positions)"))
        page = {"ZONES": zones.id(), "ECONOMY": "KR", "PNG": str(self.pictures / "map.png")}
        yield from self.run_dialog(dock.maps.buttons["mapreport"], page, "mapreport")
        atlas = {
            "FILTER": "\"economies\" = 'KR'",
            "LAST": 1,
            "PDF": str(self.data / "atlas.pdf"),
            "PNG_FOLDER": str(self.data / "atlas"),
        }
        yield from self.run_dialog(dock.maps.buttons["clusteratlas"], atlas)
        shutil.copy(next((self.data / "atlas").glob("*.png")), self.pictures / "atlas.png")


def main() -> None:
    walk = Walk(Path(os.environ["TUTORIAL_DATA"]), Path(os.environ["TUTORIAL_PICTURES"]))
    # QGIS keeps nothing of the script it has run.
    iface.tutorial = walk
    QTimer.singleShot(3000, walk.start)


main()
