"""The dock: a tab for every step, with what all of them know of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget

from ...processing_algorithms.base import tr
from ...processing_algorithms.metadata import NAME
from .clusters_page import ClustersPage
from .data_page import DataPage
from .maps_page import MapsPage
from .page import StepPage
from .state import ProjectState
from .zones_page import ZonesPage

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ..explorer.panel import ExplorerPanel

OBJECT_NAME = "InnovationClustersDock"


class InnovationDock(QgsDockWidget):
    """Data, clusters, zones, maps."""

    def __init__(self, iface: QgisInterface, explorer: ExplorerPanel | None = None) -> None:
        super().__init__(NAME, iface.mainWindow())
        self.setObjectName(OBJECT_NAME)
        self.state = ProjectState(QgsProject.instance(), self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setIconSize(QSize(12, 12))
        self.tabs.setAccessibleName(tr("Steps"))
        self.data = DataPage(iface, self.state)
        self.clusters = ClustersPage(iface, self.state, explorer)
        self.zones = ZonesPage(iface, self.state)
        self.maps = MapsPage(iface, self.state)
        self.pages: tuple[StepPage, ...] = (self.data, self.clusters, self.zones, self.maps)
        for page, label in zip(
            self.pages, (tr("&1 Data"), tr("&2 Clusters"), tr("&3 Zones"), tr("&4 Maps")), strict=True
        ):
            self.tabs.addTab(Scrolled(page), label)
        for place in range(self.tabs.count()):
            self.tabs.setTabIcon(place, _tick())
        # Room for all steps, also when all are done.
        self.tabs.setMinimumWidth(self.tabs.tabBar().sizeHint().width())
        self.setWidget(self.tabs)
        self.state.changed.connect(self.refresh)
        registry = QgsApplication.processingRegistry()
        registry.providerAdded.connect(self._registry_changed)
        registry.providerRemoved.connect(self._registry_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what the project has now."""
        for place, page in enumerate(self.pages):
            page.refresh()
            done = page.done()
            self.tabs.setTabIcon(place, _tick() if done else QIcon())
            self.tabs.setTabToolTip(place, page.told())

    def _registry_changed(self, _: str) -> None:
        self.refresh()

    def close_dock(self) -> None:
        """Let go of project, layers and registry; nothing calls back afterwards."""
        registry = QgsApplication.processingRegistry()
        registry.providerAdded.disconnect(self._registry_changed)
        registry.providerRemoved.disconnect(self._registry_changed)
        for page in self.pages:
            page.close_page()
        self.state.close()


def _tick() -> QIcon:
    return QgsApplication.getThemeIcon("/mIconSuccess.svg")


class Scrolled(QScrollArea):
    """A page that scrolls up and down only: it is never narrower than what stands in it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        page, bar = self.widget().minimumSizeHint(), self.verticalScrollBar().sizeHint()
        return QSize(page.width() + bar.width(), super().minimumSizeHint().height())
