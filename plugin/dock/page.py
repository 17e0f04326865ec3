"""What the four pages of the dock have in common: a sentence on top, layers to choose, buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...processing_algorithms.base import tr
from ..launching import Finished, algorithm, open_dialog
from ..numbers import grouping
from .roles import Role, could_be
from .state import ProjectState

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

FILTERS = {
    Role.CLUSTERS: Qgis.LayerFilter.PolygonLayer,
    Role.RANKING: Qgis.LayerFilter.NoGeometry,
    Role.ZONES: Qgis.LayerFilter.PolygonLayer,
    Role.NODES: Qgis.LayerFilter.PointLayer | Qgis.LayerFilter.PolygonLayer,
}


class Sentence(QWidget):
    """A sentence that wraps, with an icon before it; hidden while it is empty."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        size = self.fontMetrics().height()
        picture = QLabel(self)
        picture.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(QSize(size, size)))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)

    def tell(self, sentences: Sequence[str]) -> None:
        self.words.setText(" ".join(sentences))
        self.setVisible(bool(sentences))


class StepPage(QWidget):
    """A step of the way; subclasses build it and tell in `account` what is there and what is missing."""

    def __init__(self, iface: QgisInterface, state: ProjectState) -> None:
        super().__init__()
        self.iface = iface
        self.state = state
        self.combos: dict[Role, QgsMapLayerComboBox] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.there = Sentence("/mIconSuccess.svg", self)
        self.missing = Sentence("/mIconInfo.svg", self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 6, 6, 6)
        self.column.addWidget(self.there)
        self.column.addWidget(self.missing)
        self.layers = QGridLayout()
        self.layers.setColumnStretch(1, 1)

    def account(self) -> tuple[list[str], list[str]]:
        """Return sentences on what is there, and on what is missing."""
        raise NotImplementedError

    def done(self) -> bool:
        """Tell whether the next step can be taken."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the state as it is now."""
        there, missing = self.account()
        lost = [name for name in map(self.state.lost, self.combos) if name]
        layers = [layer for layer in map(self.state.layer, self.combos) if layer is not None]
        missing += [
            tr("“{layer}” is empty. Temporary layers lose their rows when a project is closed.").format(
                layer=layer.name()
            )
            for layer in layers
            if not has_rows(layer)
        ]
        # First of all, because it may be why the rest is missing.
        missing[:0] = [tr("The data of “{layer}” cannot be found.").format(layer=name) for name in lost]
        self.there.tell(there)
        self.missing.tell(missing)
        for role, combo in self.combos.items():
            combo.blockSignals(True)
            combo.setExceptedLayerList(
                [layer for layer in QgsProject.instance().mapLayers().values() if not could_be(layer, role)]
            )
            layer = self.state.layer(role)
            combo.setLayer(layer)
            # The box is narrow, and names of layers are long.
            combo.setToolTip("" if layer is None else layer.name())
            combo.blockSignals(False)
        for name, button in self.buttons.items():
            button.setVisible(algorithm(name) is not None)

    def told(self) -> str:
        """Return the sentences that are shown."""
        return " ".join(filter(None, (self.there.words.text(), self.missing.words.text())))

    # Building

    def add_layer(self, role: Role, label: str, beside: QWidget | None = None) -> None:
        """Add a line to choose the layer of a role in."""
        combo = QgsMapLayerComboBox(self)
        combo.setFilters(Qgis.LayerFilters(FILTERS.get(role, Qgis.LayerFilter.PointLayer)))
        combo.setAllowEmptyLayer(True, tr("none"))
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QgsMapLayerComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setAccessibleName(spoken(label))
        # Not layerChanged, which comes too when a layer goes away and the box falls back on another.
        combo.activated.connect(
            lambda _, role=role: self.state.choose(role, self.combos[role].currentLayer())
        )
        self.combos[role] = combo
        words = QLabel(label, self)
        words.setBuddy(combo)
        row = self.layers.rowCount()
        self.layers.addWidget(words, row, 0)
        self.layers.addWidget(combo, row, 1)
        if beside is not None:
            self.layers.addWidget(beside, row, 2)
            self.setTabOrder(combo, beside)

    def add_buttons(self, buttons: Sequence[QPushButton], columns: int = 2) -> None:
        """Add buttons in rows of two."""
        grid = QGridLayout()
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // columns, place % columns)
        self.column.addLayout(grid)

    def button(
        self,
        name: str,
        text: str,
        parameters: Callable[[], dict[str, Any]],
        finished: Finished | None = None,
    ) -> QPushButton:
        """Return a button that opens an algorithm with what is known filled in."""
        button = self.plain_button(text, lambda: self.launch(name, parameters(), finished))
        found = algorithm(name)
        if found is not None:
            # Under its name in the toolbox, which is not that of the button.
            button.setToolTip(f"{found.displayName()}: {found.shortDescription()}")
        self.buttons[name] = button
        return button

    def plain_button(self, text: str, pressed: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(spoken(text))
        button.clicked.connect(lambda: pressed())
        return button

    def close_page(self) -> None:
        """Let go of whatever outlives the page."""

    def launch(self, name: str, parameters: dict[str, Any], finished: Finished | None = None) -> None:
        """Open an algorithm."""

        def hear(results: dict[str, Any]) -> None:
            # A run goes on in the background when its dialog is closed, and may end after the plugin.
            if finished is not None and not sip.isdeleted(self):
                finished(results)

        open_dialog(self.iface, name, unfitting_left_empty(name, parameters), hear)


def unfitting_left_empty(name: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return parameters with no layer for every layer that is needed and not among them: the dialog would
    begin with any layer of its geometry.
    """
    found = algorithm(name)
    needed = [
        definition.name()
        for definition in (found.parameterDefinitions() if found is not None else ())
        if definition.type() in ("source", "vector", "layer")
        and not definition.flags() & Qgis.ProcessingParameterFlag.Optional
    ]
    return {**dict.fromkeys(needed, ""), **parameters}


def spoken(label: str) -> str:
    """Return a label as a screen reader is to say it: without the mark of its key, "(&F)" in Korean."""
    return re.sub(r"\(&.\)|&", "", label).rstrip("…")


def has_rows(layer: QgsVectorLayer | None) -> bool:
    """Tell whether there is a layer with rows, or one that may have some."""
    return layer is not None and layer.featureCount() != 0


def counted(layer: QgsVectorLayer) -> str:
    """Return the number of features of a layer as text; some sources cannot tell theirs."""
    number = layer.featureCount()
    return tr("an unknown number of") if number < 0 else str(grouping().toString(number))
