"""Points and fields of a stored layer in blocks of columns, as GDAL hands them out (Arrow), many times as
fast as feature by feature.

Only where that is provably what QGIS's features tell; see `why_not_in_blocks`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr
from qgis.core import QgsField
from qgis.PyQt.QtCore import QMetaType

from ...analysis.wkb import Decoded, decode, decode_matrix
from .stored import NotInBlocksError, StoredLayer
from .texts import Texts, reading_texts

# Formats whose rows, ids and numbers the tests compare with QGIS's. Not FlatGeobuf: GDAL up to 3.10 fails at
# rows without a geometry.
DRIVERS = frozenset({"GPKG", "ESRI Shapefile", "GeoJSON"})

# Fields whose values QGIS tells as they are, and how GDAL hands them out. Not those that QGIS makes objects
# of, and not booleans, of which GDAL 3.6 gives every eight in the wrong order.
PLAIN_TYPES = {
    QMetaType.Type.Int: np.dtype(np.int32),
    QMetaType.Type.LongLong: np.dtype(np.int64),
    QMetaType.Type.Double: np.dtype(np.float64),
}

# What GDAL calls ids and geometries in formats that have no names for them.
_KEY, _GEOMETRY = "OGC_FID", "wkb_geometry"


@dataclass(frozen=True)
class Block:
    """Some rows: feature ids int64[n], fields as object arrays with None for NULL, or, those wanted as
    numbers, float64 with NaN for it, and points.
    """

    ids: NDArray[np.int64]
    columns: list[NDArray[Any]]
    points: Decoded


def why_not_in_blocks(stored: StoredLayer, fields: Sequence[QgsField]) -> str:
    """Say why these fields of a stored layer must be read feature by feature; empty where they need not."""
    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        return "a GDAL without Arrow"
    if stored.driver not in DRIVERS:
        return f"the format {stored.driver}"
    for field in fields:
        text = field.type() == QMetaType.Type.QString and stored.driver == "GPKG"
        if field.type() not in PLAIN_TYPES and not text:
            return f"the field {field.name()} of type {field.typeName()}"
    return ""


def read_blocks(
    stored: StoredLayer, fields: Sequence[QgsField], geometries: bool, numbers: Collection[str] = ()
) -> Iterator[Block]:
    """Yield all rows of a stored layer that are wanted, in the order of the file; of the fields, which have
    PLAIN_TYPES or are texts, those in `numbers` have the former.

    Raises NotInBlocksError, at any time: what came before it is not to be used.
    """
    texts = [field.name() for field in fields if field.type() not in PLAIN_TYPES]
    try:
        gdal.ErrorReset()
        with reading_texts(stored, texts) if texts else nullcontext() as texts_of:
            yield from _blocks(stored, fields, geometries, texts_of, numbers)
        # Without exceptions GDAL ends a broken layer like a whole one.
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise NotInBlocksError(gdal.GetLastErrorMsg())
    except RuntimeError as error:
        # Whether GDAL raises is for whoever set up the process.
        raise NotInBlocksError(str(error)) from error


def _blocks(
    stored: StoredLayer,
    fields: Sequence[QgsField],
    geometries: bool,
    texts_of: Texts | None,
    numbers: Collection[str],
) -> Iterator[Block]:
    dataset = gdal.OpenEx(str(stored.path), gdal.OF_VECTOR | gdal.OF_READONLY, [stored.driver])
    layer = None if dataset is None else dataset.GetLayer(stored.table)
    if layer is None:
        raise NotInBlocksError("the layer is not found")
    key, geometry = layer.GetFIDColumn() or _KEY, layer.GetGeometryColumn() or _GEOMETRY
    definition = layer.GetLayerDefn()
    there = {definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())}
    names = {field.name() for field in fields if field.name() != key}
    if not names <= there or {_KEY, _GEOMETRY} & there:
        raise NotInBlocksError("fields of other names")
    plain = {field.name() for field in fields if field.type() in PLAIN_TYPES}
    layer.SetIgnoredFields([*(there - plain), *([] if geometries else ["OGR_GEOMETRY"])])
    if stored.subset:
        layer.SetAttributeFilter(stored.subset)
    remaining = stored.limit
    # Also a layer without rows is one block.
    nothing = [np.empty(0, np.float64 if field.name() in numbers else object) for field in fields]
    yield Block(np.empty(0, np.int64), nothing, Decoded.nothing(0))
    for arrays in _batches(layer):
        if not {key, *plain, *([geometry] if geometries else [])} <= arrays.keys():
            raise NotInBlocksError("columns of other names")
        ids = np.asarray(arrays[key], dtype=np.int64)
        rows: slice | NDArray[np.bool_] = slice(None)
        if stored.selection is not None:
            rows = np.isin(ids, stored.selection)
        elif remaining is not None:
            rows = slice(0, remaining)
            remaining -= len(ids[rows])
        texts = iter(texts_of(ids) if texts_of else ())
        yield Block(
            ids[rows],
            [
                ids[rows].astype(np.float64 if field.name() in numbers else object)
                if field.name() == key
                else _column(arrays[field.name()][rows], field, field.name() in numbers)
                if field.name() in plain
                else next(texts)[rows]
                for field in fields
            ],
            _points(arrays[geometry][rows]) if geometries else Decoded.nothing(len(ids[rows])),
        )
        if remaining == 0:
            break


def _batches(layer: ogr.Layer) -> Iterator[dict[str, NDArray[Any]]]:
    try:
        yield from layer.GetArrowStreamAsNumPy()
    except Exception as error:
        # GDAL's own Python raises nothing more special, and SystemError where its C fails.
        raise NotInBlocksError(str(error)) from error


def _column(array: NDArray[Any], field: QgsField, as_numbers: bool) -> NDArray[Any]:
    if array.dtype != PLAIN_TYPES[field.type()]:
        raise NotInBlocksError(f"{field.name()} comes as {array.dtype}")
    values = np.asarray(array).astype(np.float64 if as_numbers else object)
    # In an array of floats that is NaN.
    values[np.ma.getmaskarray(array)] = None
    return values


def _points(array: NDArray[Any]) -> Decoded:
    # Blobs of one size without a gap come as one piece of memory.
    if array.dtype.kind == "V":
        return decode_matrix(np.ascontiguousarray(array).view(np.uint8).reshape(len(array), -1))
    masked = np.ma.getmaskarray(array).tolist()
    blobs = np.asarray(array).tolist()
    return decode([b"" if gone or blob is None else blob for blob, gone in zip(blobs, masked, strict=True)])
