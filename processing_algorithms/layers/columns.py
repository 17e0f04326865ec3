"""Columns, arrays or lists, as the values that QGIS and SQLite take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsField
from qgis.PyQt.QtCore import QMetaType

Column = NDArray[Any] | Sequence[Any]

# What a field takes as it is: kinds of arrays, and types of Python's values.
_FITTING: dict[QMetaType.Type, tuple[str, tuple[type, ...]]] = {
    QMetaType.Type.Int: ("iu", (int,)),
    QMetaType.Type.LongLong: ("iu", (int,)),
    QMetaType.Type.Double: ("fiu", (float, int)),
    QMetaType.Type.QString: ("", (str,)),
    QMetaType.Type.Bool: ("b", (bool,)),
}
_LARGEST = {QMetaType.Type.Int: 2**31 - 1, QMetaType.Type.LongLong: 2**63 - 1}


def values_of(column: Column) -> list[Any]:
    """Return a column as values that PyQGIS takes: Python's own, None for NaN in floats and for NaT."""
    if not isinstance(column, np.ndarray):
        column = np.array([*column, None], dtype=object)[:-1]
    if column.dtype.kind == "f":
        values: list[Any] = column.tolist()
        if np.isnan(column).any():
            return [None if value != value else value for value in values]
        return values
    if column.dtype != object:
        return column.tolist()
    # PyQGIS writes a numpy scalar as NULL, without a word.
    return [value.item() if isinstance(value, np.generic) else value for value in column.tolist()]


def rows_of(columns: Sequence[Column], block: slice) -> list[tuple[Any, ...]]:
    """Return some rows of columns of one length."""
    if not columns:
        return [()] * (block.stop - block.start)
    return list(zip(*(values_of(column[block]) for column in columns), strict=True))


def taken(column: Column, rows: NDArray[np.int64] | slice) -> Column:
    """Return these rows of a column."""
    if isinstance(column, np.ndarray):
        return column[rows]
    if isinstance(rows, slice):
        return column[rows]
    return [column[row] for row in rows.tolist()]


def why_not_values(column: Column, field: QgsField) -> str:
    """Say why a field does not take a column as it is, so that QGIS must convert it; empty where it does."""
    if field.type() not in _FITTING:
        return f"the field {field.name()} of type {field.typeName()}"
    kinds, types = _FITTING[field.type()]
    if isinstance(column, np.ndarray) and column.dtype != object:
        if column.dtype.kind not in kinds:
            return f"{column.dtype} for the field {field.name()}"
        numbers = [column.min(), column.max()] if len(column) else []
    else:
        values = column.tolist() if isinstance(column, np.ndarray) else list(column)
        if not set(map(type, values)) <= {*types, type(None)}:
            return f"values of other types for the field {field.name()}"
        there = [value for value in values if value is not None]
        if field.type() == QMetaType.Type.QString:
            if field.length() and any(len(value) > field.length() for value in there):
                return f"texts that are too long for the field {field.name()}"
            return ""
        numbers = there
    largest = _LARGEST.get(field.type())
    if largest is not None and len(numbers) and (max(numbers) > largest or min(numbers) < -largest):
        return f"numbers that are too large for the field {field.name()}"
    return ""
