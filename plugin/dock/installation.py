"""The dock's place in QGIS: its panel, and the action that shows it in menu and toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...processing_algorithms.base import ICON, tr
from ...processing_algorithms.metadata import NAME
from .dock import InnovationDock

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ..explorer.panel import ExplorerPanel

NEIGHBOURS = ["ProcessingToolbox", "ResultsViewer"]
DOCK_ICON = ICON.with_name("dock.svg")


class InstalledDock:
    """Adds the dock to a window of QGIS when it is made, and takes all of it away in `remove`."""

    def __init__(self, iface: QgisInterface, explorer: ExplorerPanel | None = None) -> None:
        self._iface = iface
        self.dock = InnovationDock(iface, explorer)
        self.action = QAction(QIcon(str(DOCK_ICON)), tr("Panel of innovation clusters"), iface.mainWindow())
        self.action.setObjectName("innovation_clusters_dock")
        self.action.setStatusTip(tr("Four steps from data to maps, with the ranking beside the map"))
        self.action.setCheckable(True)
        self.dock.setToggleVisibilityAction(self.action)
        iface.addPluginToVectorMenu(NAME, self.action)
        iface.addToolBarIcon(self.action)
        # As QGIS was left; a window that has never seen the dock does not show it unasked.
        if not iface.mainWindow().restoreDockWidget(self.dock):
            # Beside the toolbox, which has the whole height of the window, and not below it.
            iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock, NEIGHBOURS, False)
            self.dock.hide()

    def remove(self) -> None:
        """Undo everything; safe while a dialog that was opened from here still runs."""
        self.dock.close_dock()
        self._iface.removePluginVectorMenu(NAME, self.action)
        self._iface.removeToolBarIcon(self.action)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.action.deleteLater()
