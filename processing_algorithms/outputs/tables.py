"""Tables that are shown on a page and written as files: one definition for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFields
from qgis.PyQt.QtCore import QMetaType

from ..layers.columns import Column, taken, values_of
from ..layers.fields import TEXT, fields_of
from . import page


@dataclass(frozen=True)
class TableColumn:
    """A column: the name of its field, its heading as the user reads it, and its values, None or NaN where
    there is none. `kind` is TEXT, WHOLE or REAL; `decimals` are those shown.
    """

    name: str
    heading: str
    values: Column
    kind: QMetaType.Type = TEXT
    decimals: int = 0


@dataclass(frozen=True)
class Table:
    """Columns of one length."""

    columns: Sequence[TableColumn]

    def __len__(self) -> int:
        return len(self.columns[0].values) if self.columns else 0

    def stored(self) -> tuple[QgsFields, list[Column]]:
        """Return the fields and columns to write."""
        fields = fields_of([(column.name, column.kind) for column in self.columns])
        return fields, [column.values for column in self.columns]

    def first(self, rows: int) -> Table:
        """Return the first rows."""
        return self.select(np.arange(min(rows, len(self))))

    def select(self, rows: Any) -> Table:
        """Return these rows, int64[r]."""
        return Table([_selected(column, taken(column.values, rows)) for column in self.columns])

    def only(self, *names: str) -> Table:
        """Return these columns of the table."""
        return Table([column for column in self.columns if column.name in names])

    def without(self, *names: str) -> Table:
        """Return the table without these columns."""
        return Table([column for column in self.columns if column.name not in names])

    def html(self) -> str:
        """Return the table as a page shows it."""
        headings = [(column.heading, column.kind != TEXT) for column in self.columns]
        cells = [_shown(column) for column in self.columns]
        return page.table(headings, list(zip(*cells, strict=True)))


def _selected(column: TableColumn, values: Column) -> TableColumn:
    return TableColumn(column.name, column.heading, values, column.kind, column.decimals)


def _shown(column: TableColumn) -> list[str]:
    values = values_of(column.values)
    if column.kind == TEXT:
        return ["" if value is None else str(value) for value in values]
    return [page.number(value, column.decimals) for value in values]
