"""The fourth step: maps and reports from the results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QLabel

from ...processing_algorithms.base import tr
from ..launching import algorithm
from . import parameters
from .page import StepPage, counted
from .roles import Role
from .state import ProjectState

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

LAYERS = (
    ("CLUSTERS", Role.CLUSTERS),
    ("INPUT", Role.CLUSTERS),
    ("SITES", Role.SITES),
    ("RANKING", Role.RANKING),
    ("ZONES", Role.ZONES),
)


class MapsPage(StepPage):
    """Makes maps and atlases of the clusters, and opens the layouts of the project."""

    def __init__(self, iface: QgisInterface, state: ProjectState) -> None:
        super().__init__(iface, state)
        self.add_buttons(
            [
                self.button("mapreport", tr("Map repor&t…"), lambda: self._filled("mapreport")),
                self.button("clusteratlas", tr("Cluster &atlas…"), lambda: self._filled("clusteratlas")),
            ]
        )
        self.layouts = QComboBox(self)
        self.layouts.setAccessibleName(tr("Layouts"))
        self.layouts.setMinimumContentsLength(8)
        self.layouts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        words = QLabel(tr("La&youts"), self)
        words.setBuddy(self.layouts)
        self.open = self.plain_button(tr("Ope&n"), self._open)
        self.open.setAccessibleName(tr("Open the layout"))
        for place, widget in enumerate((words, self.layouts, self.open)):
            self.layers.addWidget(widget, 1, place)
        self.column.addLayout(self.layers)
        self.column.addStretch(1)
        manager = QgsProject.instance().layoutManager()
        self._signals = (manager.layoutAdded, manager.layoutRemoved, manager.layoutRenamed)
        for signal in self._signals:
            signal.connect(self._layouts_changed)

    def close_page(self) -> None:
        for signal in self._signals:
            signal.disconnect(self._layouts_changed)

    def _filled(self, name: str) -> dict[str, Any]:
        found = algorithm(name)
        return {} if found is None else parameters.mapped(self.state, found, LAYERS)

    def _layouts_changed(self, *_: object) -> None:
        self.state.touch()

    def _open(self) -> None:
        layout = QgsProject.instance().layoutManager().layoutByName(self.layouts.currentText())
        if layout is not None:
            self.iface.openLayoutDesigner(layout)

    def done(self) -> bool:
        return self.layouts.count() > 0

    def refresh(self) -> None:
        chosen = self.layouts.currentText()
        self.layouts.clear()
        for layout in QgsProject.instance().layoutManager().printLayouts():
            self.layouts.addItem(layout.name())
        self.layouts.setCurrentIndex(max(self.layouts.findText(chosen), 0))
        for widget in (self.layouts, self.open):
            widget.setEnabled(self.layouts.count() > 0)
        super().refresh()

    def account(self) -> tuple[list[str], list[str]]:
        clusters = self.state.layer(Role.CLUSTERS)
        there, missing = [], []
        if clusters is None:
            missing.append(tr("No clusters to draw maps of yet: see step 2."))
        else:
            there.append(tr("{count} clusters to draw.").format(count=counted(clusters)))
        if self.layouts.count():
            there.append(tr("Layouts in the project: {count}.").format(count=self.layouts.count()))
        else:
            missing.append(tr("No layouts in the project yet."))
        return there, missing
