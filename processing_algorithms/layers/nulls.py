"""What NULL is in Python: None where QGIS is built on Qt 6, and an empty QVariant where it is on Qt 5."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QVariant


def is_null(value: Any) -> bool:
    """Tell NULL from values."""
    return value is None or (isinstance(value, QVariant) and value.isNull())


def without_null(value: Any) -> Any:
    """Return a value as it is, and None for NULL."""
    return None if is_null(value) else value
