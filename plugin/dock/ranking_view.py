"""The ranking as a table that goes with the map: what is chosen in one is chosen in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing_algorithms.base import tr
from .ranking_model import MOST_ROWS, RankingModel, RankingProxy

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

# Edits come one by one, often thousands at a time; the table is read again when they pause.
SETTLE_MS = 100

# How much wider than the chosen clusters the map is.
SURROUNDINGS = 1.6

LAYER_SIGNALS = (
    "featureAdded",
    "featuresDeleted",
    "attributeValueChanged",
    "updatedFields",
    "subsetStringChanged",
    "dataChanged",
    "dataSourceChanged",
    "editingStopped",
)

CHOOSE_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RankingView(QWidget):
    """Filter box, table and zoom button over the clusters of one layer."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._layer: QgsVectorLayer | None = None
        # Set while table or map follows the other, which would otherwise answer.
        self._following = False
        self.model = RankingModel(self)
        self.proxy = RankingProxy(self)
        self.proxy.setSourceModel(self.model)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.reload)
        self._build()

    def _build(self) -> None:
        self.filter = QgsFilterLineEdit(self)
        self.filter.setShowSearchIcon(True)
        self.filter.setPlaceholderText(tr("Name or economy"))
        self.filter.setAccessibleName(tr("Filter the ranking"))
        self.filter.textChanged.connect(self._seek)
        label = QLabel(tr("Fil&ter"), self)
        label.setBuddy(self.filter)
        self.zooming = QToolButton(self)
        self.zooming.setIcon(QgsApplication.getThemeIcon("/mActionZoomToSelected.svg"))
        self.zooming.setCheckable(True)
        self.zooming.setToolTip(tr("Zoom to the clusters chosen in the table"))
        self.zooming.setAccessibleName(tr("Zoom to the clusters chosen in the table"))
        self.zooming.setShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Z))
        self.zooming.toggled.connect(self._zoom_if_asked)

        self.table = QTableView(self)
        self.table.setModel(self.proxy)
        self.table.setAccessibleName(tr("Ranking of the clusters"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        # The Tab key is to leave the table.
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 6)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setMinimumHeight(6 * self.table.verticalHeader().defaultSectionSize())
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.table.activated.connect(self.zoom)
        self._add_action(tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        self._add_action(tr("Zoom to cluster"), QKeySequence(), self.zoom)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

        self.count = QLabel(self)
        self.count.setWordWrap(True)
        line = QHBoxLayout()
        for widget in (label, self.filter, self.zooming):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        self._tell()

    def _add_action(self, text: str, shortcut: QKeySequence, done: Any) -> None:
        action = QAction(text, self.table)
        action.setShortcut(shortcut)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: done())
        self.table.addAction(action)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    # Layer

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Show the clusters of a layer and follow it; the same one again changes nothing."""
        if layer is self._layer:
            return
        self._let_go()
        self._layer = layer
        if layer is not None:
            for signal in LAYER_SIGNALS:
                getattr(layer, signal).connect(self._touched)
            layer.selectionChanged.connect(self._mark)
            layer.willBeDeleted.connect(self._deleted)
        self.reload()

    def close_view(self) -> None:
        """Let go of the layer, for good."""
        self._timer.stop()
        self._let_go()

    def _let_go(self) -> None:
        layer, self._layer = self._layer, None
        if layer is not None:
            for signal in LAYER_SIGNALS:
                getattr(layer, signal).disconnect(self._touched)
            layer.selectionChanged.disconnect(self._mark)
            layer.willBeDeleted.disconnect(self._deleted)

    def _deleted(self) -> None:
        # Its connections go with it, and there is nothing left to take them from.
        self._layer = None
        self.reload()

    def _touched(self, *_: object) -> None:
        self._timer.start()

    def reload(self) -> None:
        """Read the layer again."""
        self._timer.stop()
        columns = list(self.model.columns)
        self._following = True
        self.model.load(self._layer)
        self._following = False
        if self.model.columns != columns:
            self._fit_columns()
        self._mark()
        self._tell()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        self.table.resizeColumnsToContents()
        widest = 22 * self.table.fontMetrics().averageCharWidth()
        for place, column in enumerate(self.model.columns):
            if column.field in ("name", "economies"):
                header.resizeSection(place, min(header.sectionSize(place), widest))

    def _tell(self) -> None:
        rows, there = self.proxy.rowCount(), self.model.rowCount()
        text = ""
        if rows < there:
            text = tr("{shown} of {count} clusters").format(shown=rows, count=there)
        elif there == MOST_ROWS:
            text = tr("The table shows the first {count} rows.").format(count=there)
        self.count.setText(text)
        self.count.setVisible(bool(text))
        self.table.setEnabled(there > 0)
        self.filter.setEnabled(there > 0)
        self.zooming.setEnabled(there > 0 and self._on_map())

    def _on_map(self) -> bool:
        return self._layer is not None and self._layer.geometryType() != Qgis.GeometryType.Null

    # Table to map

    def chosen_ids(self) -> list[int]:
        """Return the features of the chosen rows, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.ids[self.proxy.mapToSource(self.proxy.index(row, 0)).row()] for row in rows]

    def _chosen(self, *_: object) -> None:
        if self._following or self._layer is None:
            return
        chosen = self.chosen_ids()
        self._following = True
        self._layer.selectByIds(chosen)
        self._following = False
        if chosen and self._on_map():
            self._iface.mapCanvas().flashFeatureIds(self._layer, chosen)
            self._zoom_if_asked()

    def _zoom_if_asked(self, *_: object) -> None:
        if self.zooming.isChecked():
            self.zoom()

    def zoom(self, *_: object) -> None:
        """Zoom the map to the chosen clusters."""
        chosen = self.chosen_ids()
        if chosen and self._layer is not None and self._on_map():
            canvas = self._iface.mapCanvas()
            canvas.zoomToFeatureIds(self._layer, chosen)
            # What is around a cluster tells where it is.
            canvas.zoomByFactor(SURROUNDINGS)

    # Map to table

    def _mark(self, *_: object) -> None:
        """Mark the rows of the features that are selected in the layer."""
        if self._following:
            return
        selection = QItemSelection()
        first = None
        for identifier in self._layer.selectedFeatureIds() if self._layer is not None else ():
            row = self.model.row_of(identifier)
            index = None if row is None else self.proxy.mapFromSource(self.model.index(row, 0))
            if index is not None and index.isValid():
                selection.select(index, index)
                first = index if first is None or index.row() < first.row() else first
        self._following = True
        self.table.selectionModel().select(selection, CHOOSE_ROWS)
        if first is not None:
            self.table.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.table.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._following = False

    def _seek(self, text: str) -> None:
        # Rows that the filter hides stay selected on the map.
        self._following = True
        self.proxy.seek(text)
        self._following = False
        self._mark()
        self._tell()

    # Clipboard

    def copied(self) -> str:
        """Return the chosen rows, all where none is, as lines of values between tabs, with a heading."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        columns = sorted(range(self.proxy.columnCount()), key=self.table.horizontalHeader().visualIndex)
        lines = [[self.proxy.headerData(place, Qt.Orientation.Horizontal) for place in columns]]
        for row in rows or range(self.proxy.rowCount()):
            lines.append([_plain(self.proxy.index(row, place).data()) for place in columns])
        return "\n".join("\t".join(cells) for cells in lines)

    def copy(self) -> None:
        """Copy the chosen rows to the clipboard."""
        if self.model.rowCount():
            QGuiApplication.clipboard().setText(self.copied())


def _plain(text: str) -> str:
    return " ".join(text.split()) if text != "–" else ""
