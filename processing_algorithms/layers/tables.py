"""Tables that QGIS has no driver for, as layers: Parquet, folders of it, text that is compressed or Korean.

Their rows are copied once, batch by batch, into a GeoPackage among QGIS's temporary files, where every
algorithm finds them as it finds any other layer: each cell as it is, text from text files.
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from typing import Any

from osgeo import ogr, osr
from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsVectorLayer

from ...analysis.monitor import Monitor
from ...analysis.table_files import Ahead, TableFile, arrow_module, is_text, is_utf8, open_table
from .sqlite import statement

# What QGIS reads by itself, where it is in UTF-8.
_READABLE = (".csv", ".tsv")


def needs_copy(path: str) -> bool:
    """Say whether QGIS cannot read the table at a path by itself."""
    return not (path.lower().endswith(_READABLE) and (not Path(path).is_file() or is_utf8(path)))


def table_layer(
    path: str, parameter: str, context: QgsProcessingContext, monitor: Monitor, *, rows: int | None = None
) -> QgsVectorLayer:
    """Copy a table, or its first `rows`, into a layer that lives as long as the context does.

    Raises InputError where the table cannot be read, and Cancelled.
    """
    table = open_table(path, parameter)
    copy = Path(QgsProcessingUtils.generateTempFilename("table.gpkg", context))
    with Ahead() as ahead:
        batches = ahead.each(table.batches(table.names), monitor)
        first = next(batches, None)
        name = Path(path).name.split(".")[0]
        fields = _make_file(copy, name, table, first)
        with closing(sqlite3.connect(copy)) as connection:
            srs = _reference_system(connection)
            done = 0
            for batch in [] if first is None else chain([first], batches):
                part = batch if rows is None else batch.slice(0, rows - done)
                _insert(connection, name, table, fields, part, srs)
                done += part.num_rows
                if done == rows:
                    break
            connection.commit()
    layer = QgsVectorLayer(f"{copy}|layername={name}", name, "ogr")
    context.temporaryLayerStore().addMapLayer(layer)
    return layer


def _make_file(path: Path, name: str, table: TableFile, batch: Any) -> list[str]:
    """Make an empty layer; return its fields, one for each column but that of the geometry.

    Names that differ only in their capitals are one to SQLite: the later ones have a number.
    """
    reference = None
    if table.geometry is not None and table.geometry.crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(table.geometry.crs)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    columns = [column for column in table.names if table.geometry is None or column != table.geometry.column]
    taken: set[str] = set()
    fields = []
    for column in columns:
        field, number = column, 2
        while field.lower() in taken:
            field, number = f"{column}_{number}", number + 1
        taken.add(field.lower())
        fields.append(field)
    key, geometry = (_free(wanted, taken) for wanted in ("fid", "geom"))
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer(
        name,
        reference,
        ogr.wkbNone if table.geometry is None else ogr.wkbUnknown,
        [f"FID={key}", f"GEOMETRY_NAME={geometry}", "SPATIAL_INDEX=NO"],
    )
    for column, field in zip(columns, fields, strict=True):
        kind = ogr.OFTString if batch is None else _kind(batch.schema.field(column).type)
        layer.CreateField(ogr.FieldDefn(field, kind))
    # The file is whole when nothing holds it.
    del layer, dataset
    return fields


def _free(wanted: str, taken: set[str]) -> str:
    numbered = (f"{wanted}_{number}" for number in count(1))
    return next(name for name in chain([wanted], numbered) if name not in taken)


def _kind(kind: Any) -> int:
    types = arrow_module().types
    if types.is_dictionary(kind):
        kind = kind.value_type
    # SQLite has no whole numbers beyond 63 bits.
    if types.is_boolean(kind) or (types.is_integer(kind) and not types.is_uint64(kind)):
        return int(ogr.OFTInteger64)
    if types.is_floating(kind) or types.is_decimal(kind):
        return int(ogr.OFTReal)
    return int(ogr.OFTString)


def _reference_system(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT srs_id FROM gpkg_geometry_columns").fetchone()
    return int(found[0]) if found else 0


def _insert(
    connection: sqlite3.Connection, name: str, table: TableFile, fields: list[str], batch: Any, srs: int
) -> None:
    geometry = table.geometry
    values = [
        _cells(batch.column(column))
        for column in table.names
        if geometry is None or column != geometry.column
    ]
    columns = list(fields)
    if geometry is not None:
        [(where,)] = connection.execute("SELECT column_name FROM gpkg_geometry_columns").fetchall()
        columns.append(where)
        values.append(_geometries(batch.column(geometry.column), srs))
    insert = statement("INSERT INTO {table} ({columns}) VALUES", table=name, columns=columns)
    connection.executemany(f"{insert} ({', '.join('?' * len(columns))})", zip(*values, strict=True))


def _cells(column: Any) -> list[Any]:
    """Return the cells of a column as what SQLite takes for its kind."""
    arrow = arrow_module()
    if arrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    cells: list[Any] = column.to_pylist()
    kind = _kind(column.type)
    if kind == ogr.OFTReal:
        # What is not a number SQLite keeps as nothing.
        return [None if cell is None else float(cell) for cell in cells]
    if kind == ogr.OFTInteger64 or is_text(column.type):
        return cells
    return [None if cell is None else str(cell) for cell in cells]


def _geometries(column: Any, srs: int) -> list[bytes | None]:
    """Return geometries as a GeoPackage stores them: a head, and well-known binary."""
    head = struct.pack("<2sBBi", b"GP", 0, 1, srs)
    cells = column.to_pylist()
    if arrow_module().types.is_struct(column.type):
        nothing = float("nan")
        return [
            None
            if cell is None
            else head
            + struct.pack(
                "<BI2d", 1, 1, *(nothing if cell[axis] is None else cell[axis] for axis in ("x", "y"))
            )
            for cell in cells
        ]
    return [None if cell is None else head + cell for cell in cells]
