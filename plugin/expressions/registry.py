"""Lends the functions to QGIS while the plugin is loaded."""

from __future__ import annotations

from qgis.core import Qgis, QgsExpression, QgsMessageLog

from ...processing_algorithms.base import tr
from ...processing_algorithms.metadata import NAME
from .functions import indicators
from .indicator import Indicator


class ExpressionFunctions:
    """The functions that QGIS has from the plugin; `take_back` before the plugin goes."""

    def __init__(self) -> None:
        # QGIS does not own what it is lent.
        self._lent: list[Indicator] = []

    def lend(self) -> None:
        """Register all functions. One whose name another plugin has taken is left to that."""
        for indicator in indicators():
            if QgsExpression.registerFunction(indicator):
                self._lent.append(indicator)
            else:
                QgsMessageLog.logMessage(
                    tr("The expression function {name} is another plugin's.").format(name=indicator.name()),
                    NAME,
                    Qgis.MessageLevel.Warning,
                    False,
                )

    def take_back(self) -> None:
        """Unregister them."""
        for indicator in self._lent:
            QgsExpression.unregisterFunction(indicator.name())
        self._lent.clear()
