"""Rows of a source copied to outputs, with all their fields and some more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsProcessingFeatureSource,
)
from qgis.PyQt.QtCore import QMetaType

from ...analysis.monitor import Monitor
from ...analysis.wkb import Form
from .columns import Column, rows_of, taken, why_not_values
from .geopackage import NotInBulkError, Places, Table
from .points import PointTable, read_again
from .stored import StoredLayer, name_in_file
from .writing import Output

BATCH = 10_000

# All rows of a table, or some.
Rows = slice | NDArray[np.int64]

# Fields of which a copy of the file's value is a copy of QGIS's. JSON is a map to QGIS; as features, its own
# sinks refuse it.
COPIED_TYPES = frozenset(
    {
        *(QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.Double, QMetaType.Type.Bool),
        *(QMetaType.Type.QString, QMetaType.Type.QDate, QMetaType.Type.QDateTime, QMetaType.Type.QByteArray),
        QMetaType.Type.QVariantMap,
    }
)


@dataclass(frozen=True)
class Copy:
    """Rows of a source for one output: which (bool of length n), the columns added, and what becomes of
    geometry.

    `columns` have length n and follow the source's own fields; with `classes` (int of length n) they have one
    value for each class. `points`, x and y of length n, replace the geometry; `geometry` says for which rows
    (bool of length n) it is kept, or for all or none.
    """

    output: Output
    rows: NDArray[np.bool_]
    columns: Sequence[Column] = field(default_factory=tuple)
    classes: NDArray[np.int64] | None = None
    points: Places | None = None
    geometry: NDArray[np.bool_] | bool = True


def copy_rows(
    source: QgsProcessingFeatureSource, table: PointTable, copies: Sequence[Copy], monitor: Monitor
) -> None:
    """Copy rows of a source, all their fields and the added ones, to outputs, each row to one.

    `table` is what the source was read into. From file to file the rows go in bulk where they can, see
    `why_not_in_bulk`; else as features, in a second pass over the source: half a million features kept from
    the first would be hundreds of megabytes. Raises Cancelled, and QgsProcessingException where the source
    does not give the same rows again.
    """
    destination = np.empty(len(table), dtype=np.int32)
    monitor.part(0.0, 0.0).blocks(lambda block: destination[block].fill(-1), len(table))
    for number, copy in enumerate(copies):
        monitor.check()
        if copy.output.wanted:
            destination[copy.rows] = number
    done = 0.0
    for number, copy in enumerate(copies):
        monitor.check()
        # As a rule all rows: then none of their arrays is copied.
        chosen = destination == number
        rows = slice(None) if chosen.all() else np.flatnonzero(chosen)
        count = len(table) if isinstance(rows, slice) else len(rows)
        stored = table.stored
        if stored is None or count == 0:
            continue
        part = count / len(table)
        looking, copying = monitor.part(done, done + part).split(1, 40)
        if why_not_in_bulk(source, table, stored, copy, rows, looking):
            continue
        try:
            _copy_in_bulk(source, table, stored, copy, rows, count, copying)
        except NotInBulkError:
            # Features then: what is wrong, if anything is, they will tell.
            continue
        done += part
        destination[rows] = -1
    if (destination >= 0).any():
        _copy_features(source, table, copies, destination, monitor.part(min(1.0, done), 1.0))
    monitor.progress(1.0)


def why_not_in_bulk(
    source: QgsProcessingFeatureSource,
    table: PointTable,
    stored: StoredLayer,
    copy: Copy,
    rows: Rows,
    monitor: Monitor,
) -> str:
    """Say why these rows must be copied as features; empty where they need not. Raises Cancelled."""
    fields = source.fields()
    if stored.driver != "GPKG":
        return f"the format {stored.driver}"
    for original in fields:
        if original.type() not in COPIED_TYPES:
            return f"the field {original.name()} of type {original.typeName()}"
    added = [copy.output.fields.at(len(fields) + number) for number in range(len(copy.columns))]
    for column, wanted in zip(copy.columns, added, strict=True):
        reason = why_not_values(column, wanted)
        if reason:
            return reason
    made = Qgis.WkbType.Point if copy.points is not None else source.wkbType()
    if copy.output.wkb_type != made:
        return "another type of geometry"
    if copy.points is None and made != Qgis.WkbType.NoGeometry:
        # Of the layer's type and with one place at most, so that the index knows where.
        if not table.types <= {int(made)}:
            return "geometries of several types"
        form = table.form[rows]
        if not ((form == Form.POINT) | (form == Form.NOTHING)).all():
            return "geometries that are not one point"
        monitor.progress(0.2)
        if made != Qgis.WkbType.Point and (form == Form.NOTHING).any():
            return "rows without a geometry among those with more than x and y"
    taking, looking = monitor.part(0.2, 1.0).split(1, 1)
    x, y = _places(table, copy, rows, taking)

    def has_half_a_place(block: slice) -> bool:
        both = np.isfinite(x[block]) & np.isfinite(y[block])
        return bool((np.isnan(x[block]) & np.isnan(y[block]) == both).any())

    if any(looking.blocks(has_half_a_place, len(x))):
        return "coordinates that are not finite"
    return copy.output.why_not_in_bulk()


def _copy_in_bulk(
    source: QgsProcessingFeatureSource,
    table: PointTable,
    stored: StoredLayer,
    copy: Copy,
    rows: Rows,
    count: int,
    monitor: Monitor,
) -> None:
    kept = np.broadcast_to(copy.geometry, len(table))[rows]
    taking, copying = monitor.split(1, 40)
    x, y = _places(table, copy, rows, taking)
    with copy.output.in_bulk(copying) as new:
        original = new.source(stored.path, name_in_file(stored))
        if copy.points is None and kept.any() and original.srs != new.table.srs:
            raise NotInBulkError("another reference system")
        fields, keep_ids = _fields(source.fields(), copy.output, original, new.table)
        new.copy(
            original,
            table.ids[rows],
            fields,
            copy.columns if copy.classes is not None else [taken(column, rows) for column in copy.columns],
            (x, y),
            classes=None if copy.classes is None else copy.classes[rows],
            kept=kept if copy.points is None else None,
            keep_ids=keep_ids,
        )
    copy.output.count = count


def _places(table: PointTable, copy: Copy, rows: Rows, monitor: Monitor) -> Places:
    """Return where the geometries of some copies will be, NaN for none. Raises Cancelled."""
    kept = np.broadcast_to(copy.geometry, len(table))[rows]
    all_kept = copy.points is not None or bool(kept.all())
    places = []
    for number, values in enumerate(copy.points or (table.layer_x, table.layer_y), start=1):
        places.append(values[rows] if all_kept else np.where(kept, values[rows], np.nan))
        monitor.progress(number / 2)
    x, y = places
    return x, y


def _fields(original: QgsFields, output: Output, stored: Table, new: Table) -> tuple[list[str | None], bool]:
    """Return for each column of the new table what it is a copy of, None for the added ones, and whether the
    key is one too; raises NotInBulkError where SQLite's columns are not QGIS's fields.
    """
    copied: list[str | None] = []
    names: list[str] = []
    keeps_ids = False
    for index, made in enumerate(output.fields):
        name = original.at(index).name() if index < len(original) else None
        if made.name().lower() == new.key.lower():
            if not output.new_primary_key:
                if name != stored.key:
                    raise NotInBulkError("another field as key")
                keeps_ids = True
            continue
        if name is not None:
            kind = "INTEGER" if name == stored.key else stored.columns.get(name)
            if kind != new.columns.get(made.name()):
                raise NotInBulkError(f"the field {name} as {kind}")
        names.append(made.name())
        copied.append(name)
    if names != list(new.columns):
        raise NotInBulkError("columns of other names")
    return copied, keeps_ids


def _copy_features(
    source: QgsProcessingFeatureSource,
    table: PointTable,
    copies: Sequence[Copy],
    destination: NDArray[np.int32],
    monitor: Monitor,
) -> None:
    """Copy features: `destination` is the number of the copy for each row, -1 for none."""
    total = len(table)
    width = len(source.fields())
    request = QgsFeatureRequest()
    kept = [np.broadcast_to(copy.geometry, total) for copy in copies]
    if not any(copy.points is None and keeps.any() for copy, keeps in zip(copies, kept, strict=True)):
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    features = read_again(source, request, table.ids, monitor)
    by_class = [
        None if copy.classes is None else rows_of(copy.columns, slice(0, len(copy.columns[0])))
        for copy in copies
    ]
    for start in range(0, total, BATCH):
        monitor.progress(start / total)
        block = slice(start, min(start + BATCH, total))
        added = [
            rows_of(copy.columns, block)
            if copy.classes is None or values is None
            else [values[number] for number in copy.classes[block].tolist()]
            for copy, values in zip(copies, by_class, strict=True)
        ]
        points = [rows_of(copy.points or (), block) for copy in copies]
        batches: list[list[QgsFeature]] = [[] for _ in copies]
        for place, number in enumerate(destination[block].tolist()):
            feature = next(features)
            if number < 0:
                continue
            copied = QgsFeature(feature)
            values = added[number][place]
            copied.resizeAttributes(width + len(values))
            for index, value in enumerate(values, start=width):
                if value is not None:
                    copied[index] = value
            if copies[number].points is not None:
                x, y = points[number][place]
                copied.setGeometry(QgsGeometry() if x is None or y is None else QgsGeometry(QgsPoint(x, y)))
            elif not kept[number][start + place]:
                copied.clearGeometry()
            batches[number].append(copied)
        for copy, batch in zip(copies, batches, strict=True):
            copy.output.add(batch)
    # The end of the source is part of the check.
    if next(features, None) is not None:
        raise ValueError("more features than rows")
