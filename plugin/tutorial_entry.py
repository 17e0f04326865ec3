"""The menu entry that opens the tutorial, in the language of QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction

from ..processing_algorithms.base import language, tr
from ..processing_algorithms.manual import address_of
from ..processing_algorithms.metadata import NAME

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

ICON = "/mActionHelpContents.svg"


class TutorialEntry:
    """Adds the entry when it is made, and takes it away in `remove`."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self.action = QAction(
            QgsApplication.getThemeIcon(ICON), tr("Tutorial of ten minutes"), iface.mainWindow()
        )
        self.action.setObjectName("innovation_clusters_tutorial")
        self.action.setStatusTip(tr("From a folder of files to a map in a report; opens in the browser"))
        self.action.triggered.connect(self._open)
        iface.addPluginToVectorMenu(NAME, self.action)

    def remove(self) -> None:
        """Take the entry away."""
        self._iface.removePluginVectorMenu(NAME, self.action)
        self.action.deleteLater()

    def _open(self) -> None:
        address = address_of("docs/tutorial", language())
        if not QDesktopServices.openUrl(QUrl(address)):
            self._iface.messageBar().pushWarning(
                NAME, tr("No program here opens the page; it is {address}").format(address=address)
            )
