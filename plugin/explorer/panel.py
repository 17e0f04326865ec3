"""The explorer's own entry in the Vector menu, and the panel that it opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QScrollArea

from ...processing_algorithms.base import ICON, tr
from ...processing_algorithms.metadata import NAME
from .explorer import ParameterExplorer

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class ExplorerPanel:
    """What the plugin installs and takes away again; the panel is made when it is first opened."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._panel: QgsDockWidget | None = None
        self.explorer: ParameterExplorer | None = None
        # Told whenever the panel is opened, from the menu too.
        self.opened: Callable[[ParameterExplorer], None] | None = None
        self._action = QAction(QIcon(str(ICON)), tr("Explore parameters…"), iface.mainWindow())
        self._action.setObjectName("innovation_clusters_explore")
        self._action.setStatusTip(
            tr("See on the map how clusters form and merge with distance and minimum weight")
        )
        self._action.triggered.connect(self.open)
        iface.addPluginToVectorMenu(NAME, self._action)

    def open(self) -> None:
        """Show the panel."""
        if self._panel is None:
            self._panel = QgsDockWidget(tr("Explore parameters"), self._iface.mainWindow())
            self._panel.setObjectName("innovation_clusters_explorer_panel")
            self.explorer = ParameterExplorer(self._iface)
            area = QScrollArea()
            area.setWidgetResizable(True)
            # Narrower than this, and the dock would ask for scrolling sideways.
            area.setMinimumWidth(
                self.explorer.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
            )
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setWidget(self.explorer)
            self._panel.setWidget(area)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._panel)
        self._panel.setUserVisible(True)
        if self.opened is not None and self.explorer is not None:
            self.opened(self.explorer)

    def remove(self) -> None:
        """Take everything away."""
        self._iface.removePluginVectorMenu(NAME, self._action)
        self._action.deleteLater()
        if self._panel is not None:
            if self.explorer is not None:
                self.explorer.close_down()
            self._iface.removeDockWidget(self._panel)
            # Out of the window at once: what is to be deleted waits for the event loop, a reload does not.
            self._panel.setParent(None)
            self._panel.deleteLater()
            self._panel, self.explorer = None, None
