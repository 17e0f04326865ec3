"""The group with the button that copies what a bug report needs."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...processing_algorithms.base import tr
from .diagnostics import diagnostics
from .package_notes import Looking, notes
from .paragraph import paragraph


class DiagnosticsGroup(QgsCollapsibleGroupBox):
    """Copy Diagnostics, and what became of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Diagnostics for bug reports"), parent)
        self.button = QPushButton(QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Copy Diagnostics"))
        self.button.clicked.connect(self._copy)
        self.done = QLabel()
        self.done.setWordWrap(True)
        self._looking: Looking | None = None
        column = QHBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(
            paragraph(
                tr("Versions, packages, settings of the plugin and language; no names of folders or users.")
            ),
            1,
        )
        column.addWidget(self.done)

    def _copy(self) -> None:
        """Look for the packages first, in the background where that is not done yet."""
        self.button.setEnabled(False)
        self._looking = Looking(notes())
        self._looking.taskCompleted.connect(self._finish)
        QgsApplication.taskManager().addTask(self._looking)

    def _finish(self) -> None:
        if self._looking is not None:
            QgsApplication.clipboard().setText(diagnostics(self._looking.found))
            self.done.setText(tr("Copied."))
            self.button.setEnabled(True)
