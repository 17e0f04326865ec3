"""Puts the page into QGIS's Options, and takes it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ...processing_algorithms.base import ICON
from ...processing_algorithms.metadata import NAME
from ...processing_algorithms.preferences import ROOT

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .page import OptionsPage


class OptionsPageFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that Options are opened; nothing of it is imported before."""

    def __init__(self) -> None:
        super().__init__(NAME, QIcon(str(ICON)), ROOT)
        # QGIS owns the page, but Python's part of it would go with its last name here.
        self._page: OptionsPage | None = None

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        from .page import OptionsPage

        self._page = OptionsPage(parent)
        return self._page


class OptionsPages:
    """The plugin's part of QGIS's Options; `take_back` before the plugin goes."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._factory = OptionsPageFactory()
        iface.registerOptionsWidgetFactory(self._factory)

    def take_back(self) -> None:
        """Take the page out of QGIS's Options."""
        self._iface.unregisterOptionsWidgetFactory(self._factory)
