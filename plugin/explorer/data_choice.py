"""Which points are explored: one layer, as for density clusters, or addresses, as for the whole run."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import Qgis, QgsFieldProxyModel, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...analysis.editions import METRICS
from ...processing_algorithms.base import tr
from ...processing_algorithms.inputs.usual_fields import usual_field

ADDRESSES, ONE_LAYER = range(2)


@dataclass(frozen=True)
class Chosen:
    """A layer with the field of its weights, empty for none; `metric` is empty for a layer on its own."""

    metric: str
    layer: QgsVectorLayer
    weight_field: str


class _LayerRow:
    """A layer and the field of its weights."""

    def __init__(self, name: str, optional: bool) -> None:
        self.layer = QgsMapLayerComboBox()
        self.layer.setObjectName(f"innovation_clusters_explorer_{name}")
        self.layer.setFilters(Qgis.LayerFilter.PointLayer)
        self.layer.setAllowEmptyLayer(optional)
        if optional:
            self.layer.setLayer(None)
        self.field = QgsFieldComboBox()
        self.field.setObjectName(f"innovation_clusters_explorer_{name}_weight")
        self.field.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.field.setAllowEmptyFieldName(True)
        for combo in (self.layer, self.field):
            _let_shrink(combo)
        self.layer.layerChanged.connect(self._take_fields)
        self._take_fields(self.layer.currentLayer())

    def _take_fields(self, layer: QgsMapLayer | None) -> None:
        vector = layer if isinstance(layer, QgsVectorLayer) else None
        numeric = [] if vector is None else [field.name() for field in vector.fields() if field.isNumeric()]
        self.field.setLayer(vector)
        self.field.setField(usual_field(numeric, "weight") or "")
        self.field.setEnabled(vector is not None)
        # The box is narrow, and names of layers are long.
        self.layer.setToolTip("" if vector is None else vector.name())

    def choice(self, metric: str) -> Chosen | None:
        layer = self.layer.currentLayer()
        return Chosen(metric, layer, self.field.currentField()) if isinstance(layer, QgsVectorLayer) else None


class DataChoice(QWidget):
    """Choice of layers; `changed` comes with every other layer or field."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.setObjectName("innovation_clusters_explorer_kind")
        _let_shrink(self.kind)
        self.kind.addItem(tr("Addresses (whole run)"), ADDRESSES)
        self.kind.addItem(tr("One layer (density clusters)"), ONE_LAYER)
        self._addresses = {
            metric: _LayerRow(name, optional=True)
            for metric, name in zip(METRICS, ("inventors", "authors", "deals"), strict=True)
        }
        self._one = _LayerRow("layer", optional=False)
        labels = dict(zip(METRICS, (tr("Inventors"), tr("Authors"), tr("Deals")), strict=True))
        self._pages = QStackedWidget()
        self._pages.addWidget(_page([(labels[metric], row) for metric, row in self._addresses.items()]))
        self._pages.addWidget(_page([(tr("Points"), self._one)]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._top = QHBoxLayout()
        self._top.addWidget(self.kind, 1)
        layout.addLayout(self._top)
        layout.addWidget(self._pages)
        self.kind.currentIndexChanged.connect(self._turn_page)
        for row in (*self._addresses.values(), self._one):
            row.layer.layerChanged.connect(self._tell)
            row.field.fieldChanged.connect(self._tell)

    def put_beside(self, button: QPushButton) -> None:
        """Put a button to the right of the first choice."""
        self._top.addWidget(button)

    def is_addresses(self) -> bool:
        """Tell whether addresses are chosen, and not one layer."""
        return bool(self.kind.currentData() == ADDRESSES)

    def chosen(self) -> list[Chosen]:
        """Return the chosen layers, addresses in the order of METRICS."""
        rows = self._addresses if self.is_addresses() else {"": self._one}
        choices = [row.choice(metric) for metric, row in rows.items()]
        return [choice for choice in choices if choice is not None]

    def choose_addresses(self, layers: dict[str, tuple[QgsVectorLayer, str]]) -> None:
        """Choose a layer and the field of its weights, empty for none, for some of METRICS."""
        self.kind.setCurrentIndex(ADDRESSES)
        for metric, row in self._addresses.items():
            layer, field = layers.get(metric, (None, ""))
            row.layer.setLayer(layer)
            row.field.setField(field)

    def choose_layer(self, layer: QgsVectorLayer, field: str = "") -> None:
        """Choose one layer and the field of its weights, empty for none."""
        self.kind.setCurrentIndex(ONE_LAYER)
        self._one.layer.setLayer(layer)
        self._one.field.setField(field)

    def _turn_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        # The page that is not seen must not keep the height it needs.
        for index in range(self._pages.count()):
            widget = self._pages.widget(index)
            if widget is not None:
                widget.setVisible(index == page)
        self._pages.setMaximumHeight(self._pages.currentWidget().sizeHint().height())
        self.changed.emit()

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _let_shrink(combo: QComboBox) -> None:
    """Long names must not make the dock wide."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(5)
    combo.setMinimumWidth(60)


def _page(rows: list[tuple[str, _LayerRow]]) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.addWidget(QLabel(tr("Weight")), 0, 2)
    for line, (label, row) in enumerate(rows, start=1):
        text = QLabel(label)
        text.setBuddy(row.layer)
        row.layer.setAccessibleName(label)
        row.field.setAccessibleName(f"{label}: {tr('Weight')}")
        row.field.setToolTip(tr("How many addresses a row stands for, 0 or more. Empty: one."))
        grid.addWidget(text, line, 0)
        grid.addWidget(row.layer, line, 1)
        grid.addWidget(row.field, line, 2)
    grid.setColumnStretch(1, 3)
    grid.setColumnStretch(2, 2)
    return page
