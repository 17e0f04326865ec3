"""What a layer's user reads of its fields: aliases, decimals, words for values, map tips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsField,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

INTEGER = QMetaType.Type.Int
DOUBLE = QMetaType.Type.Double
TEXT = QMetaType.Type.QString
BOOLEAN = QMetaType.Type.Bool


@dataclass(frozen=True)
class Column:
    """A field of a layer as its user reads it: alias, decimals of a number, words for what stands in it."""

    name: str
    type: QMetaType.Type
    alias: str
    decimals: int | None = None
    values: Mapping[str, str] | None = None


YES_NO = {"1": "Yes", "0": "No"}
# What stands in a field, as its user reads it.
ROLES = {"core": "Core", "border": "Border", "noise": "Noise"}


def layer_of(columns: Sequence[Column], geometry: str) -> QgsVectorLayer:
    """Return an empty layer with the columns' fields, aliases and number formats."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326", "style", "memory")
    layer.dataProvider().addAttributes([QgsField(column.name, column.type) for column in columns])
    layer.updateFields()
    for index, column in enumerate(columns):
        layer.setFieldAlias(index, column.alias)
        if column.decimals is not None:
            layer.setEditorWidgetSetup(
                index, QgsEditorWidgetSetup("Range", {"Precision": column.decimals, "AllowNull": True})
            )
        if column.values is not None:
            words = [{word: value} for value, word in column.values.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": words}))
    return layer


def tip(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return an HTML map tip; the words stand alone between tags, for the plugin to find and translate."""
    return (
        f"<b>[% {title} %]</b><table>"
        + "".join(f"<tr><th align='left'>{word}</th><td>[% {value} %]</td></tr>" for word, value in rows)
        + "</table>"
    )


def number(field: str, decimals: int) -> str:
    return f"coalesce(format_number(\"{field}\", {decimals}), '–')"
