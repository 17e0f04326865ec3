"""The ranking of a layer of clusters as rows and columns for a table, sorted and filtered by a proxy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QCollator, QModelIndex, QSortFilterProxyModel, Qt

from ...processing_algorithms.base import language, tr
from ...processing_algorithms.layers.nulls import without_null
from ..numbers import grouping

# Far more than any ranking has, and still read in a blink.
MOST_ROWS = 10_000

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
SEARCH_ROLE = SORT_ROLE + 1


@dataclass(frozen=True)
class Column:
    """A column: its field, its heading, and the decimals of its numbers, None for whole numbers and texts."""

    field: str
    heading: Callable[[], str]
    explanation: Callable[[], str]
    decimals: int | None = None


COLUMNS = (
    Column("rank", lambda: tr("Rank"), lambda: tr("Rank by score; equal scores share the better one")),
    Column("name", lambda: tr("Name"), lambda: tr("Name of the cluster")),
    Column("economies", lambda: tr("Economies"), lambda: tr("Economies the cluster lies in")),
    Column(
        "share_patents",
        lambda: tr("Patents, %"),
        lambda: tr("Share of the total of patent applications, in per cent"),
        2,
    ),
    Column(
        "share_publications",
        lambda: tr("Publications, %"),
        lambda: tr("Share of the total of publications, in per cent"),
        2,
    ),
    Column(
        "share_deals",
        lambda: tr("Deals, %"),
        lambda: tr("Share of the total of venture capital deals, in per cent"),
        2,
    ),
    Column("score", lambda: tr("Score, %"), lambda: tr("Sum of the shares, in per cent"), 2),
    Column("intensity", lambda: tr("Intensity"), lambda: tr("Score per million people"), 3),
    Column("tier", lambda: tr("Tier"), lambda: tr("Class of rank on the maps")),
)


class RankingModel(QAbstractTableModel):
    """Clusters of a layer, one a row, with those of COLUMNS that the layer has values for."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.columns: list[Column] = []
        self.ids: list[int] = []
        self._rows: list[list[Any]] = []
        self._words: list[str] = []
        self._row_of: dict[int, int] = {}

    def load(self, layer: QgsVectorLayer | None) -> None:
        """Read the rows of a layer anew; without one the table is empty."""
        self.beginResetModel()
        self.columns, self.ids, self._rows, self._words = [], [], [], []
        if layer is not None and layer.isValid():
            self._read(layer)
        self._row_of = {identifier: row for row, identifier in enumerate(self.ids)}
        self.endResetModel()

    def _read(self, layer: QgsVectorLayer) -> None:
        names = [column.field for column in COLUMNS]
        there = [name for name in (*names, "name_ko") if layer.fields().lookupField(name) >= 0]
        request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry).setLimit(MOST_ROWS)
        request.setSubsetOfAttributes(there, layer.fields())
        places = [layer.fields().lookupField(name) for name in there]
        table: dict[str, list[Any]] = {name: [] for name in there}
        for feature in layer.getFeatures(request):
            self.ids.append(feature.id())
            for name, place in zip(there, places, strict=True):
                table[name].append(without_null(feature.attribute(place)))
        korean = table.pop("name_ko", None)
        english = table.get("name")
        if language() == "ko" and korean is not None:
            table["name"] = [
                ours or other for ours, other in zip(korean, english or [None] * len(korean), strict=True)
            ]
        # A column that no cluster has a value in, as intensity without a population, only takes room.
        self.columns = [
            column for column in COLUMNS if any(value is not None for value in table.get(column.field, ()))
        ]
        self._rows = [
            list(row) for row in zip(*(table[column.field] for column in self.columns), strict=True)
        ]
        spoken = [values for values in (english, korean, table.get("economies")) if values is not None]
        self._words = [
            " ".join(str(value) for value in values if value is not None).casefold()
            for values in zip(*spoken, strict=True)
        ] or [""] * len(self.ids)

    def row_of(self, identifier: int) -> int | None:
        """Return the row of a feature, None where it is not in the table."""
        return self._row_of.get(identifier)

    # QAbstractTableModel

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading()
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].explanation()
        return None

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        column, value = self.columns[index.column()], self._rows[index.row()][index.column()]
        if role == SORT_ROLE:
            return tier_order(value) if column.field == "tier" else value
        if role == SEARCH_ROLE:
            return self._words[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(column, value)
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, int | float):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def shown(column: Column, value: Any) -> str:
    """Return a value as the table shows it, in the numbers of the user's locale; a dash for none."""
    if value is None:
        return "–"
    if column.field == "tier":
        return tr("Beyond rank 100") if value == "beyond" else str(value).replace("-", "–")
    if column.decimals is not None and isinstance(value, int | float):
        return str(grouping().toString(float(value), "f", column.decimals))
    return str(value)


def tier_order(tier: str | None) -> int | None:
    """Return the first rank of a tier ("26-50"), for sorting; those beyond all come last, None stays None."""
    if tier is None:
        return None
    first = tier.partition("-")[0]
    return int(first) if first.isdecimal() else MOST_ROWS


class RankingProxy(QSortFilterProxyModel):
    """Sorts numbers as numbers, texts as the user's language does, empty cells last; filters by words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._sought: Sequence[str] = ()
        self._collator = QCollator()
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortRole(SORT_ROLE)

    def seek(self, text: str) -> None:
        """Show only rows in whose names and economies every word of a text occurs."""
        self._sought = text.casefold().split()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        words = self.sourceModel().index(row, 0, parent).data(SEARCH_ROLE) or ""
        return all(word in words for word in self._sought)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        first, second = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if first is None or second is None:
            # Qt turns the order round for a descending sort, and empty cells are to stay last.
            descending = self.sortOrder() == Qt.SortOrder.DescendingOrder
            return bool(first is not second and (first is None) == descending)
        if isinstance(first, str) or isinstance(second, str):
            return bool(self._collator.compare(str(first), str(second)) < 0)
        return bool(first < second)
