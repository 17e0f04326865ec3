"""The box in which dialogs of Processing offer a choice: it shows labels and gives ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsGui,
    QgsProcessingGui,
    QgsProcessingModelerParameterWidget,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..processing_algorithms.layers.nulls import is_null

WIDGETS = {
    "BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch,
    "ModelerParametersDialog": QgsProcessingGui.WidgetType.Modeler,
}


def fill(box: QComboBox, labels: Mapping[str, str]) -> None:
    """Add an item for every label, with its id as data and tip."""
    for option, label in labels.items():
        box.addItem(label, option)
        box.setItemData(box.count() - 1, option, Qt.ItemDataRole.ToolTipRole)


class ChoiceBox:
    """Stands in the metadata of a parameter, from where QGIS calls it as a class with these arguments.

    What comes of it is a wrapper of the kind that QGIS makes itself for that dialog, so that values from
    data, the default of the user and the sources of a model stay what they are.
    """

    def __new__(  # type: ignore[misc]
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        labels: Mapping[str, str] | None = None,
    ) -> ChoiceWrapper | QgsProcessingModelerParameterWidget:
        kind = WIDGETS.get(type(dialog).__name__, QgsProcessingGui.WidgetType.Standard)
        if kind == QgsProcessingGui.WidgetType.Modeler:
            return _in_model(parameter, dialog, labels or {})
        wrapper = ChoiceWrapper(parameter, kind, labels or {})
        wrapper.setDialog(dialog)
        return wrapper


class ChoiceWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """A box of labels in a dialog or in a cell of a batch."""

    def __init__(
        self,
        parameter: QgsProcessingParameterDefinition,
        kind: QgsProcessingGui.WidgetType,
        labels: Mapping[str, str],
    ) -> None:
        super().__init__(parameter, kind)
        self._labels = {option: labels.get(option, option) for option in parameter.options()}

    def createWidget(self) -> QWidget:
        box = QComboBox()
        box.setToolTip(self.parameterDefinition().toolTip())
        fill(box, self._labels)
        box.currentIndexChanged.connect(self._tell)
        return box

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        """Choose an id; one that is none, from an old history or a batch file, leaves the box empty."""
        box = self.wrappedWidget()
        if box is not None:
            box.setCurrentIndex(box.findData(self._id(value)))

    def widgetValue(self) -> Any:
        # Asked of QGIS: the box that is handed over in createWidget has another object in Python then.
        box = self.wrappedWidget()
        if box is None:
            return None
        # Of an empty box QGIS would take the default, unseen; no text is an id, so that this is refused.
        return "" if box.currentIndex() < 0 else box.currentData()

    def _tell(self, _place: int) -> None:
        self.widgetValueHasChanged.emit(self)

    def _id(self, value: Any) -> str:
        """Return the id that a value stands for: itself, or the one at its place, as QGIS takes it too."""
        if isinstance(value, (list, tuple)):
            value = value[0] if value else ""
        # Where nothing is given QGIS takes the default.
        text = str(self.parameterDefinition().defaultValue() if is_null(value) else value)
        if text not in self._labels and text.isdecimal() and int(text) < len(self._labels):
            return list(self._labels)[int(text)]
        return text


def _in_model(
    parameter: QgsProcessingParameterDefinition, dialog: Any, labels: Mapping[str, str]
) -> QgsProcessingModelerParameterWidget:
    """Return QGIS's own widget, with its sources of a value, and labels for what its box shows."""
    widget = QgsGui.processingGuiRegistry().createModelerParameterWidget(
        dialog.model, dialog.childId, parameter, dialog.context
    )
    widget.setDialog(dialog)
    for box in widget.findChildren(QComboBox):
        for place in range(box.count()):
            option = box.itemData(place)
            if isinstance(option, str) and option in labels:
                box.setItemText(place, labels[option])
                box.setItemData(place, option, Qt.ItemDataRole.ToolTipRole)
    return widget
