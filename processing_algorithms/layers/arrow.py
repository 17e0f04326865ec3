"""Points and fields of a stored layer in blocks of columns, as GDAL hands them out (Arrow), many times as
fast as feature by feature.

Only where that is provably what QGIS's features tell; see `why_not_in_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr
from qgis.core import QgsField
from qgis.PyQt.QtCore import QMetaType

from .stored import StoredLayer
from .wkb import Decoded, decode, decode_matrix

# Formats whose rows, ids and numbers the tests compare with QGIS's.
DRIVERS = frozenset({"GPKG", "ESRI Shapefile", "FlatGeobuf", "GeoJSON"})

# Fields whose values QGIS tells as they are, and how GDAL hands them out. Text is not among them: GDAL makes
# a block as wide as its longest text. Neither are the types that QGIS makes objects of.
PLAIN_TYPES = {
    QMetaType.Type.Int: np.dtype(np.int32),
    QMetaType.Type.LongLong: np.dtype(np.int64),
    QMetaType.Type.Double: np.dtype(np.float64),
    QMetaType.Type.Bool: np.dtype(np.bool_),
}

# What GDAL calls ids and geometries in formats that have no names for them.
_KEY, _GEOMETRY = "OGC_FID", "wkb_geometry"


class NotInBlocksError(Exception):
    """GDAL does not give the layer in blocks after all; it is to be read feature by feature."""


@dataclass(frozen=True)
class Block:
    """Some rows: feature ids int64[n], fields as object arrays with None for NULL, and points."""

    ids: NDArray[np.int64]
    columns: list[NDArray[np.object_]]
    points: Decoded


def why_not_in_blocks(stored: StoredLayer, fields: Sequence[QgsField]) -> str:
    """Say why these fields of a stored layer must be read feature by feature; empty where they need not."""
    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        return "a GDAL without Arrow"
    if stored.driver not in DRIVERS:
        return f"the format {stored.driver}"
    for field in fields:
        if field.type() not in PLAIN_TYPES:
            return f"the field {field.name()} of type {field.typeName()}"
    return ""


def read_blocks(stored: StoredLayer, fields: Sequence[QgsField], geometries: bool) -> Iterator[Block]:
    """Yield all rows of a stored layer that are wanted, in the order of the file.

    Raises NotInBlocksError, at any time: what came before it is not to be used.
    """
    try:
        gdal.ErrorReset()
        yield from _blocks(stored, fields, geometries)
        # Without exceptions GDAL ends a broken layer like a whole one.
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise NotInBlocksError(gdal.GetLastErrorMsg())
    except RuntimeError as error:
        # Whether GDAL raises is for whoever set up the process.
        raise NotInBlocksError(str(error)) from error


def _blocks(stored: StoredLayer, fields: Sequence[QgsField], geometries: bool) -> Iterator[Block]:
    dataset = gdal.OpenEx(str(stored.path), gdal.OF_VECTOR | gdal.OF_READONLY, [stored.driver])
    layer = dataset and dataset.GetLayer(stored.table)
    if not layer:
        raise NotInBlocksError("the layer is not found")
    definition = layer.GetLayerDefn()
    key, geometry = layer.GetFIDColumn(), layer.GetGeometryColumn()
    there = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    names = [field.name() for field in fields if field.name() != key]
    if not set(names) <= set(there) or {_KEY, _GEOMETRY} & set(there):
        raise NotInBlocksError("fields of other names")
    ignored = [name for name in there if name not in names]
    layer.SetIgnoredFields(ignored if geometries else [*ignored, "OGR_GEOMETRY"])
    if stored.subset:
        layer.SetAttributeFilter(stored.subset)
    remaining = stored.limit
    # Also a layer without rows is one block.
    yield Block(np.empty(0, np.int64), [np.empty(0, object) for _ in fields], Decoded.nothing(0))
    for arrays in layer.GetArrowStreamAsNumPy():
        ids = np.asarray(arrays[key or _KEY], dtype=np.int64)
        if stored.selection is not None:
            chosen = np.isin(ids, stored.selection)
            ids, arrays = ids[chosen], {name: array[chosen] for name, array in arrays.items()}
        elif remaining is not None:
            ids, arrays = ids[:remaining], {name: array[:remaining] for name, array in arrays.items()}
            remaining -= len(ids)
        yield Block(
            ids,
            [ids.astype(object) if field.name() == key else _column(arrays, field) for field in fields],
            _points(arrays, geometry or _GEOMETRY) if geometries else Decoded.nothing(len(ids)),
        )
        if remaining == 0:
            break


def _column(arrays: dict[str, Any], field: QgsField) -> NDArray[np.object_]:
    array = arrays[field.name()]
    if array.dtype != PLAIN_TYPES[field.type()]:
        raise NotInBlocksError(f"{field.name()} comes as {array.dtype}")
    values = np.asarray(array).astype(object)
    values[np.ma.getmaskarray(array)] = None
    return values


def _points(arrays: dict[str, Any], geometry: str) -> Decoded:
    array = arrays[geometry]
    # Blobs of one size without a gap come as one piece of memory.
    if array.dtype.kind == "V":
        return decode_matrix(array.view(np.uint8).reshape(len(array), -1))
    masked = np.ma.getmaskarray(array).tolist()
    blobs = np.asarray(array).tolist()
    return decode([b"" if gone or blob is None else blob for blob, gone in zip(blobs, masked, strict=True)])
