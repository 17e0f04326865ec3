"""The page: groups one below the other, stored together when Options are accepted."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ...processing_algorithms.base import language, tr
from ...processing_algorithms.manual import address_of
from ...processing_algorithms.preferences import ROOT
from .defaults import DefaultsGroup
from .diagnostics_group import DiagnosticsGroup
from .kernels import KernelsGroup
from .output_language import LanguageGroup
from .package_table import PackagesGroup
from .spark import SparkGroup


class OptionsPage(QgsOptionsPageWidget):
    """The plugin's page in QGIS's Options."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(ROOT)
        self.defaults = DefaultsGroup()
        self.language = LanguageGroup()
        self.packages = PackagesGroup()
        self.kernels = KernelsGroup()
        self.spark = SparkGroup()
        self.diagnostics = DiagnosticsGroup()

        content = QWidget()
        column = QVBoxLayout(content)
        for group in (
            self.defaults,
            self.language,
            self.packages,
            self.kernels,
            self.spark,
            self.diagnostics,
        ):
            column.addWidget(group)
        column.addWidget(_link_to_documentation())
        column.addStretch()

        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

        self.packages.look()

    def apply(self) -> None:
        """Store what is chosen; QGIS calls this when Options are accepted."""
        self.defaults.store()
        self.language.store()
        self.kernels.store()
        self.spark.store()


def _link_to_documentation() -> QLabel:
    address = address_of("docs/options", language())
    label = QLabel(f'<a href="{address}">{tr("What these options do")}</a>')
    label.setOpenExternalLinks(True)
    return label
