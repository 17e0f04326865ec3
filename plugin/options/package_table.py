"""The table of packages, and the commands that install those that are missing."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase, QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...analysis import installing
from ...analysis.packages import Package
from ...processing_algorithms.base import tr
from .package_notes import Looking, notes
from .paragraph import paragraph

# Parts of the width beside the names that the other columns take.
WIDTHS = {1: 0.24, 2: 0.30, 3: 0.46}


class PackagesGroup(QgsCollapsibleGroupBox):
    """Which packages are there, and how those that are not are installed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Python packages"), parent)
        self.notes = notes()
        self.found: dict[str, Package] = {}
        self._looking: Looking | None = None

        self.table = _table(len(self.notes))
        for row, note in enumerate(self.notes):
            for column, text in enumerate((note.name, "…", note.purpose, note.without)):
                self.table.setItem(row, column, _cell(text))

        self.platform = QComboBox()
        for platform in _platforms():
            self.platform.addItem(_platform_name(platform), platform)
        self.platform.currentIndexChanged.connect(self._show_command)
        self.command = QPlainTextEdit()
        self.command.setReadOnly(True)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.command.setFixedHeight(4 * self.command.fontMetrics().height())
        copy = QToolButton()
        copy.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        copy.setToolTip(tr("Copy the command"))
        copy.clicked.connect(lambda: QgsApplication.clipboard().setText(self.command.toPlainText()))
        self.copy = copy

        self.which = QLabel()
        chosen = QHBoxLayout()
        chosen.addWidget(self.which)
        chosen.addWidget(self.platform, 1)
        line = QHBoxLayout()
        line.addWidget(self.command, 1)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addLayout(chosen)
        column.addLayout(line)
        column.addWidget(
            paragraph(
                tr(
                    "The plugin installs nothing by itself. The commands leave numpy as it is, because "
                    "another one would stop QGIS from working. Start QGIS again afterwards."
                )
            )
        )
        self._show_command()

    def look(self) -> None:
        """Look for the packages in the background and fill the table when they are known."""
        self._looking = Looking(self.notes)
        self._looking.taskCompleted.connect(self._show)
        QgsApplication.taskManager().addTask(self._looking)

    def _show(self) -> None:
        if self._looking is not None:
            self.show_found(self._looking.found)

    def show_found(self, found: dict[str, Package]) -> None:
        """Fill the table with what was found."""
        self.found = found
        for row, note in enumerate(self.notes):
            package = found[note.name]
            there = package.module is not None or (not note.imported and bool(package.version))
            # What nothing in QGIS uses is not missed.
            icon = "/mIconSuccess.svg" if there else "/mIconWarning.svg" if note.imported else ""
            text = package.version or tr("found") if there else _problem(package)
            item = _cell(text)
            if icon:
                item.setIcon(QIcon(QgsApplication.getThemeIcon(icon)))
            self.table.setItem(row, 1, item)
        self._fit()
        self._show_command()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the table as high as its rows: one that scrolls inside a page that scrolls is hard to read."""
        header = self.table.horizontalHeader()
        room = self.table.width() - header.sectionSize(0) - 2 * self.table.frameWidth()
        for column, part in WIDTHS.items():
            header.resizeSection(column, int(part * room))
        self.table.resizeRowsToContents()
        rows = 0
        for row in range(self.table.rowCount()):
            height = self.table.rowHeight(row) + self.table.fontMetrics().height() // 2
            self.table.setRowHeight(row, height)
            rows += height
        frame = 2 * self.table.frameWidth()
        height = self.table.horizontalHeader().sizeHint().height() + rows + frame
        if height == self.table.height():
            return
        self.table.setFixedHeight(height)
        # At once: until the event loop came to it, the table would lie over the lines below.
        for widget in (self, self.parentWidget()):
            layout = widget.layout() if widget is not None else None
            if layout is not None:
                layout.activate()

    def _show_command(self) -> None:
        used = [note.name for note in self.notes if note.imported and note.name != "numpy"]
        missing = [name for name in used if name in self.found and self.found[name].module is None]
        self.which.setText(
            tr("To install {packages}:").format(packages=", ".join(missing))
            if missing
            else tr("To install all of them:")
        )
        self.command.setPlainText(installing.install_command(missing or used, self.platform.currentData()))


def _platforms() -> list[str]:
    """Return the platforms, this one first; "" is any other system."""
    here = installing.running_platform()
    return [here, *(platform for platform in installing.PLATFORMS if platform != here)]


def _platform_name(platform: str) -> str:
    name = {
        "": tr("Any other system: a terminal"),
        "osgeo4w": tr("Windows: a terminal of OSGeo4W Shell"),
        "macos": tr("macOS, QGIS.app: a terminal"),
        "conda": tr("conda: a terminal with QGIS's environment"),
        "debian": tr("Debian or Ubuntu: a terminal"),
        "flatpak": tr("Flatpak: a terminal"),
    }[platform]
    if platform == installing.running_platform():
        return tr("{platform} (this QGIS)").format(platform=name)
    return name


def _problem(package: Package) -> str:
    if package.problem.startswith(("ModuleNotFoundError", "PackageNotFoundError")):
        return tr("not found")
    return package.problem


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _table(rows: int) -> QTableWidget:
    table = QTableWidget(rows, 4)
    table.setHorizontalHeaderLabels([tr("Package"), tr("Found"), tr("Used for"), tr("Works without it")])
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in WIDTHS:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
    return table
