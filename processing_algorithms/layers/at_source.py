"""Whether an engine is asked about the rows of a layer or file where they are, or they are read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

from ...analysis import memory, packages
from ...analysis.table_files import TEXT, is_utf8, open_table
from ..base import tr

# What a row takes while clusters are found from rows in memory: 5.9 GB for the 31 million of the modelled
# world.
BYTES_OF_ROW = 190
# A row of a text file hardly has fewer, so that there are hardly more rows than its size tells.
BYTES_OF_LINE = 25
# Of the memory that is free rows may take this part. What is less is read no slower than it is grouped: the
# groups of 27 million rows took DuckDB the 12 seconds of a core that reading them takes, and then it is still
# asked for their records.
PART_OF_MEMORY = 0.5


def why_not_at_source(layer: QgsVectorLayer, wanted: Any) -> str:
    """Say why the database of a layer cannot be asked about the rows that the parameter value `wanted` means;
    empty where it can.
    """
    if layer.providerType() != "postgres":
        return tr("not a layer of PostGIS")
    if layer.geometryType() != Qgis.GeometryType.Point:
        return tr("not a layer of points")
    if layer.isEditable():
        return tr("edits that are not saved yet")
    fields = layer.fields()
    if any(fields.fieldOrigin(index) != Qgis.FieldOrigin.Provider for index in range(len(fields))):
        return tr("joined or virtual fields")
    if isinstance(wanted, QgsProcessingFeatureSourceDefinition) and (
        wanted.filterExpression or wanted.featureLimit >= 0 or wanted.selectedFeaturesOnly
    ):
        return tr("only some of the rows are wanted")
    for name in ("psycopg2", "pyarrow"):
        if packages.find(name).module is None:
            return tr("the Python package {name} is not there").format(name=name)
    return ""


def why_no_engine(path: str) -> str:
    """Say why DuckDB cannot be asked about a file or folder; empty where it can."""
    for name in ("duckdb", "pyarrow"):
        if packages.find(name).module is None:
            return tr("the Python package {name} is not there").format(name=name)
    if _is_text(path) and not is_utf8(path):
        return tr("a text file in another encoding than UTF-8")
    return ""


def why_not_in_file(path: str, parameter: str) -> str:
    """Say why DuckDB is not asked about a file or folder, but its rows are read; empty where it is asked."""
    reason = why_no_engine(path)
    if reason:
        return reason
    size = Path(path).stat().st_size
    rows = size // BYTES_OF_LINE if _is_text(path) else open_table(path, parameter).rows
    free = memory.available()
    if free is None or rows * BYTES_OF_ROW <= PART_OF_MEMORY * free:
        return tr("rows that memory has room for")
    return ""


def _is_text(path: str) -> bool:
    return path.lower().endswith(TEXT)
