"""The layers whose points were read, followed for as long as what was found in them is shown."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

# What tells that the rows of a layer are no longer those that were read.
_CHANGES = (
    "featureAdded",
    "featuresDeleted",
    "geometryChanged",
    "attributeValueChanged",
    "subsetStringChanged",
    "crsChanged",
    "afterRollBack",
    "dataSourceChanged",
    "dataChanged",
)


class ReadLayers(QObject):
    """`changed` says that rows are no longer those that were read, `removed` that a layer is on its way out
    of the project.
    """

    changed = pyqtSignal()
    removed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: list[QgsVectorLayer] = []

    def follow(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Follow layers, each once, and no others any more."""
        self.let_go()
        for layer in layers:
            # One layer may hold the addresses of two metrics.
            if layer not in self._layers:
                self._layers.append(layer)
                layer.willBeDeleted.connect(self._goes)
                for change in _CHANGES:
                    getattr(layer, change).connect(self._has_changed)

    def let_go(self) -> None:
        """Follow no layer any more."""
        layers, self._layers = self._layers, []
        for layer in layers:
            layer.willBeDeleted.disconnect(self._goes)
            for change in _CHANGES:
                getattr(layer, change).disconnect(self._has_changed)

    def _goes(self) -> None:
        self.removed.emit()

    def _has_changed(self, *_: object) -> None:
        self.changed.emit()
