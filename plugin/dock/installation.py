"""The dock's place in QGIS: its panel, and the action that shows it in menu and toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget

from ...processing_algorithms.base import ICON, tr
from ...processing_algorithms.metadata import NAME
from .dock import InnovationDock

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ..explorer.panel import ExplorerPanel

AREA = Qt.DockWidgetArea.RightDockWidgetArea
# In letters: every step is in full, and a map still fits beside it.
FIRST_WIDTH = 48
PLACED = "innovation_clusters/dock/placed"
NEIGHBOURS = ("ResultsViewer", "ProcessingToolbox")
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
            iface.addDockWidget(AREA, self.dock)
            self.dock.hide()
        self.dock.opened.connect(self._place)
        self._widening = QTimer(self.dock)
        self._widening.setSingleShot(True)
        self._widening.timeout.connect(self._widen)

    def _place(self) -> None:
        """Give the dock its first place, once; where the user moves it afterwards is where it stays.

        Behind the toolbox or the results, and not below them: it needs the height of the window. Both may
        come later than this plugin when QGIS starts, so they are looked for when the dock is first opened.
        """
        settings = QgsSettings()
        if settings.value(PLACED, False, type=bool):
            return
        settings.setValue(PLACED, True)
        window = self._iface.mainWindow()
        for name in NEIGHBOURS:
            neighbour = window.findChild(QDockWidget, name)
            if neighbour is not None and window.dockWidgetArea(neighbour) == AREA:
                window.tabifyDockWidget(neighbour, self.dock)
                break
        self.dock.raise_()
        # The layout of the window takes the dock in only after this.
        self._widening.start(0)

    def _widen(self) -> None:
        width = FIRST_WIDTH * self.dock.fontMetrics().averageCharWidth()
        self._iface.mainWindow().resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)

    def remove(self) -> None:
        """Undo everything; safe while a dialog that was opened from here still runs."""
        self.dock.close_dock()
        self._iface.removePluginVectorMenu(NAME, self.action)
        self._iface.removeToolBarIcon(self.action)
        self._iface.removeDockWidget(self.dock)
        # Out of the window at once: what is to be deleted waits for the event loop, a reload does not.
        self.dock.setParent(None)
        self.dock.deleteLater()
        self.action.deleteLater()
