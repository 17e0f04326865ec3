"""Fields of a layer from names and types."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

TEXT, WHOLE, REAL = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double


def fields_of(definitions: Sequence[tuple[str, QMetaType.Type]], *before: QgsField) -> QgsFields:
    """Return fields from names and types, after those that are there already."""
    fields = QgsFields()
    for field in before:
        fields.append(field)
    for name, kind in definitions:
        fields.append(QgsField(name, kind))
    return fields


def unaliased(fields: QgsFields) -> QgsFields:
    """Return the fields without their names for readers."""
    plain = QgsFields()
    for field in fields:
        copy = QgsField(field)
        copy.setAlias("")
        plain.append(copy)
    return plain
