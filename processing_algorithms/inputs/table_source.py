"""A parameter for a layer that may also be the path of a table QGIS has no driver for."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterFeatureSource

from ...analysis.address_tables import is_address_table


class LayerOrTable(QgsProcessingParameterFeatureSource):
    """A feature source, or the path of what `analysis.address_tables` reads; see `table_path`."""

    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None) -> bool:
        return bool(table_path(value)) or super().checkValueIsAcceptable(value, context)


def table_path(value: Any) -> str:
    """Return the path where a value of `LayerOrTable` is that of a table, empty where it is a layer."""
    return value if isinstance(value, str) and is_address_table(value) else ""
