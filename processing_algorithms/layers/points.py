"""Point layers as arrays: the one border where features become numpy and QVariant NULL becomes None."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
)
from qgis.PyQt.QtCore import QVariant

from ...analysis.monitor import Monitor
from ..base import tr

BLOCK = 20_000  # rows between two looks at Cancel: about 50 ms

# A coordinate and its way to another reference system and back may differ by one unit (inverse datum shifts
# are approximate) and this fraction of its size.
ROUND_TRIP = 1e-6

_WKB_POINT = 1
_WKB_MULTIPOINT = 4
_WKB_LINESTRING = 2
_WKB_OLD_Z = 0x80000000  # QGIS's "25D" types, older than ISO's 1001 and 3001


class Form(IntEnum):
    """What a row has in place of one point."""

    POINT = 0
    NOTHING = 1
    SEVERAL_POINTS = 2
    NOT_A_POINT = 3


@dataclass(frozen=True)
class PointTable:
    """Rows of a layer as arrays of length n, in the order of their feature ids.

    `x`, `y` float64, NaN where `form` is not Form.POINT; `ids` int64 feature ids; `form` uint8 of Form;
    `columns` object arrays with None for NULL, by field name. `with_z` and `with_m` count the points that
    carry a height or a measure, which are left out here.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    ids: NDArray[np.int64]
    form: NDArray[np.uint8]
    columns: dict[str, NDArray[np.object_]]
    with_z: int
    with_m: int

    def __len__(self) -> int:
        return len(self.ids)

    def count(self, form: Form) -> int:
        """Return how many rows have this form."""
        return int(np.count_nonzero(self.form == form))

    def select(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> PointTable:
        """Return these rows only; the counts of heights and measures stay those of the whole layer."""
        columns = {name: values[rows] for name, values in self.columns.items()}
        return PointTable(
            self.x[rows], self.y[rows], self.ids[rows], self.form[rows], columns, self.with_z, self.with_m
        )


def read_points(
    source: QgsProcessingFeatureSource,
    columns: Sequence[str],
    context: QgsProcessingContext,
    monitor: Monitor,
    *,
    crs: QgsCoordinateReferenceSystem | None = None,
    geometries: bool = True,
) -> PointTable:
    """Read the points of a source and the named fields in one pass.

    Empty names in `columns` are skipped, so that an optional field parameter can be handed on as it is. With
    `crs` the points are transformed to it, see `transform_points`; a point that cannot be is left NaN with
    its form. Without `geometries` every row has the form NOTHING. Raises Cancelled, and KeyError for an
    unknown field.
    """
    fields = source.fields()
    names = list(dict.fromkeys(name for name in columns if name))
    indices = [fields.lookupField(name) for name in names]
    if -1 in indices:
        raise KeyError(names[indices.index(-1)])
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(indices)
    if not geometries:
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)

    # Geometries the algorithm cannot use are this module's to name; the source's own check would end the run.
    features = source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)
    expected = max(1, source.featureCount())
    ids: list[int] = []
    values: list[list[object]] = [[] for _ in names]
    decoded: list[tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8], int, int]] = []

    blobs: list[bytes] = []
    # Looked up once: this loop is what reading costs.
    next_feature, feature = features.nextFeature, QgsFeature()
    add_id, add_blob = ids.append, blobs.append
    taken = [(column.append, index) for column, index in zip(values, indices, strict=True)]
    while next_feature(feature):
        add_id(feature.id())
        for add_value, index in taken:
            add_value(feature[index])
        if geometries:
            add_blob(feature.geometry().asWkb().data())
        if len(ids) % BLOCK == 0:
            monitor.progress(len(ids) / expected)
            decoded.append(_decode(blobs))
            blobs.clear()
    decoded.append(_decode(blobs))
    monitor.progress(1.0)

    count = len(ids)
    if geometries:
        x, y, form = (np.concatenate([part[place] for part in decoded]) for place in range(3))
    else:
        x, y = np.full(count, np.nan), np.full(count, np.nan)
        form = np.full(count, Form.NOTHING, dtype=np.uint8)
    if crs is not None and geometries:
        x, y = transform_points(x, y, source.sourceCrs(), crs, context, monitor)
    table = PointTable(
        x,
        y,
        np.array(ids, dtype=np.int64),
        form,
        {name: _objects(column) for name, column in zip(names, values, strict=True)},
        sum(part[3] for part in decoded),
        sum(part[4] for part in decoded),
    )
    if (np.diff(table.ids) < 0).any():
        # A selection comes in the order of a hash, another one in every process.
        return table.select(np.argsort(table.ids, kind="stable"))
    return table


def read_again(
    source: QgsProcessingFeatureSource,
    request: QgsFeatureRequest,
    ids: NDArray[np.int64],
    monitor: Monitor,
) -> Iterator[QgsFeature]:
    """Yield the features of a second pass over a source in the order of `ids`, whatever order they come in.

    A feature is good until the next one is asked for. Raises Cancelled, and QgsProcessingException where the
    source does not give exactly these features any more.
    """
    features = source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)
    next_feature, feature = features.nextFeature, QgsFeature()
    waiting: dict[int, QgsFeature] = {}
    for row, identifier in enumerate(ids.tolist()):
        if row % BLOCK == 0:
            monitor.progress(row / len(ids))
        held = waiting.pop(identifier, None)
        if held is not None:
            yield held
            continue
        while next_feature(feature):
            if feature.id() == identifier:
                yield feature
                break
            waiting[feature.id()] = QgsFeature(feature)
            if len(waiting) % BLOCK == 0:
                monitor.progress(row / len(ids))
        else:
            raise QgsProcessingException(_changed())
    if waiting or next_feature(feature):
        raise QgsProcessingException(_changed())


def _changed() -> str:
    return tr("The input changed while it was being read. Run the algorithm again when nobody is editing it.")


def transform_points(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Transform points with the datum transformations the user has chosen; NaN where that cannot be done.

    A projection's inverse answers far outside its area too, with a place that is wrong, such as one turn
    round the world less. So what comes from a projected system must come back to where it was, within
    ROUND_TRIP. Raises Cancelled.
    """
    if source == target:
        return x, y
    there = QgsCoordinateTransform(source, target, context.transformContext())
    back = QgsCoordinateTransform(target, source, context.transformContext())
    out_x, out_y = np.full(len(x), np.nan), np.full(len(y), np.nan)
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    for start in range(0, len(rows), BLOCK):
        monitor.progress(start / len(rows))
        block = rows[start : start + BLOCK]
        moved = _transform(np.column_stack([x[block], y[block]]), there)
        if not source.isGeographic():
            returned = _transform(moved, back)
            for place, original in enumerate((x[block], y[block])):
                near = np.abs(returned[:, place] - original) <= 1.0 + ROUND_TRIP * np.abs(original)
                moved[~near] = np.nan
        out_x[block], out_y[block] = moved[:, 0], moved[:, 1]
    return out_x, out_y


def _transform(points: NDArray[np.float64], transform: QgsCoordinateTransform) -> NDArray[np.float64]:
    """Transform points (n, 2) at the speed of one call; those that cannot be are NaN."""
    moved = np.full(points.shape, np.nan)
    rows = np.flatnonzero(np.isfinite(points).all(axis=1))
    if len(rows) == 0:
        return moved
    # One line through all points: QGIS hands the line's coordinates to PROJ in a single call.
    line = QgsGeometry()
    line.fromWkb(struct.pack("=BII", _byte_order(), _WKB_LINESTRING, len(rows)) + points[rows].tobytes())
    try:
        line.transform(transform)
    except QgsCsException:
        # Some point is beyond the transformation and takes the others of its call with it: look for it.
        if len(rows) > 1:
            half = len(rows) // 2
            moved[rows[:half]] = _transform(points[rows[:half]], transform)
            moved[rows[half:]] = _transform(points[rows[half:]], transform)
        return moved
    result = np.frombuffer(line.asWkb().data(), dtype=np.float64, offset=9).reshape(-1, 2)
    moved[rows] = np.where(np.isfinite(result).all(axis=1)[:, None], result, np.nan)
    return moved


def _byte_order() -> int:
    return 1 if np.little_endian else 0


def _decode(
    blobs: Sequence[bytes],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8], int, int]:
    """Decode WKB as QGIS writes it (in the machine's byte order) to x, y, form, rows with Z, rows with M."""
    x, y = np.full(len(blobs), np.nan), np.full(len(blobs), np.nan)
    form = np.full(len(blobs), Form.NOTHING, dtype=np.uint8)
    with_z = with_m = 0
    sizes = [len(blob) for blob in blobs]
    order = np.argsort(sizes, kind="stable")
    # Blobs of one size form a matrix; a layer has one or two sizes.
    for size, group in groupby(order.tolist(), key=sizes.__getitem__):
        rows = np.fromiter(group, dtype=np.int64)
        if size == 0:
            continue
        if size < 9:
            form[rows] = Form.NOT_A_POINT
            continue
        joined = b"".join([blobs[row] for row in rows.tolist()])
        matrix = np.frombuffer(joined, dtype=np.uint8).reshape(-1, size)
        for code in np.unique(_uint32(matrix, 1)):
            here = _uint32(matrix, 1) == code
            chosen, part = rows[here], matrix[here]
            iso = int(code) & ~_WKB_OLD_Z
            has_z = iso // 1000 in (1, 3) or iso != int(code)
            has_m = iso // 1000 in (2, 3)
            if iso % 1000 == _WKB_POINT:
                at = 5
            elif iso % 1000 == _WKB_MULTIPOINT:
                parts = _uint32(part, 5)
                form[chosen[parts > 1]] = Form.SEVERAL_POINTS
                chosen, part = chosen[parts == 1], part[parts == 1]
                at = 14
            else:
                form[chosen] = Form.NOT_A_POINT
                continue
            if len(part) == 0:
                continue
            pair = np.ascontiguousarray(part[:, at : at + 16]).view(np.float64)
            # An empty point is written as NaN NaN. Anything else not finite is a coordinate, and a wrong one.
            filled = ~np.isnan(pair).all(axis=1)
            x[chosen[filled]], y[chosen[filled]] = pair[filled, 0], pair[filled, 1]
            form[chosen[filled]] = Form.POINT
            with_z += int(np.count_nonzero(filled)) if has_z else 0
            with_m += int(np.count_nonzero(filled)) if has_m else 0
    return x, y, form, with_z, with_m


def _uint32(matrix: NDArray[np.uint8], offset: int) -> NDArray[np.uint32]:
    return np.ascontiguousarray(matrix[:, offset : offset + 4]).view(np.uint32)[:, 0]


def _objects(values: list[object]) -> NDArray[np.object_]:
    """Return an object array; NULL, which PyQGIS gives as a QVariant, becomes None."""
    array = np.empty(len(values), dtype=object)
    array[:] = [None if isinstance(value, QVariant) else value for value in values]
    return array
