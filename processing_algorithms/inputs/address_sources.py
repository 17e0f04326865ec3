"""Layers of addresses as sources of the analysis, with an account of every row that could not be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...analysis.address_tables import AddressColumns, address_columns, read_address_table
from ...analysis.addresses import FORM_FAULTS, REASONS, Judgement, Place, judge
from ...analysis.at_source.engine import Engine
from ...analysis.at_source.records import RecordsAtSource
from ...analysis.counting import RecordsElsewhere, Source, make_source
from ...analysis.geocoding import Quality, inspect
from ...analysis.monitor import Monitor
from ...analysis.sums import Sums
from ...analysis.texts import Coded, code_texts
from ...analysis.wkb import Form
from ..layers.elsewhere import TableElsewhere
from ..layers.points import read_points, texts_of
from ..layers.stored import StoredLayer
from ..layers.transforming import transform_points
from ..measures.measuring import LONGITUDE_LATITUDE
from ..wording import reason_sentences
from .checking import usable_weights, weights_of
from .merged_layers import origin_field, tell_mixed_records

# What a layer of addresses may have fields for; see `declare` of innovationclusters.
FIELDS = ("RECORD", "WEIGHT", "COUNT", "ECONOMY", "ORGANISATION", "FIELD")


@dataclass(frozen=True)
class Addresses:
    """Rows of addresses as they were read; arrays of length n, None where a field was not chosen.

    `x`, `y` float64 in `crs`; `form` uint8, see analysis.wkb.Form; `fault` uint8, the place in REASONS of why
    a row of a file has no coordinates, 0 where it has; `record` int64 from 0, -1 for none; `addresses`
    float64, how many a row stands for; `count`, how many records in fractions. Where rows are groups
    that an engine has made, `rows` int64 says of how many, `recorded` bool whether these name records, and
    `elsewhere` gives the records of some of the groups.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    crs: QgsCoordinateReferenceSystem
    form: NDArray[np.uint8] | None
    fault: NDArray[np.uint8] | None
    record: NDArray[np.int64] | None
    addresses: NDArray[np.float64]
    count: Sums | None
    economy: Coded | None
    organisation: Coded | None
    field: Coded | None
    rows: NDArray[np.int64] | None = None
    recorded: NDArray[np.bool_] | None = None
    elsewhere: Callable[[NDArray[np.int64]], RecordsElsewhere] | None = None

    def __len__(self) -> int:
        return self.x.size

    @property
    def row_count(self) -> int:
        """How many rows there are, also where they are groups."""
        return len(self) if self.rows is None else int(self.rows.sum())

    @property
    def names_record(self) -> NDArray[np.bool_] | None:
        """bool[n], whether a row names a record; None where all do, or none has to."""
        named = self.recorded if self.record is None else self.record >= 0
        return None if named is None or named.all() else named


@dataclass(frozen=True)
class SourceAccount:
    """What became of the rows of one input: name of the layer, metric, rows read, rejected rows by reason,
    and how good their places are.
    """

    layer: str
    metric: str
    rows: int
    rejects: Sequence[tuple[str, int]]
    quality: Quality


def read_addresses(
    layer: QgsProcessingFeatureSource,
    stored: StoredLayer | None,
    parameter: str,
    fields: dict[str, str],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
) -> Addresses:
    """Read a layer with the `fields` that FIELDS names, empty for none; `stored` is where its rows are.

    Raises InputError where a weight or count is no number of 0 or more: a record that has lost an address
    without a trace would be counted wrongly.
    """
    origin = origin_field(layer) if fields["RECORD"] else ""
    points = read_points(layer, [*fields.values(), origin], context, monitor, stored=stored)
    every_row = np.ones(len(points), dtype=bool)

    def stated(suffix: str) -> Coded | None:
        return code_texts(texts_of(points, fields[suffix])) if fields[suffix] else None

    def numbers(suffix: str) -> NDArray[np.float64]:
        return weights_of(points, fields[suffix], f"{parameter}_{suffix}", every_row)

    record = stated("RECORD")
    if record is not None and origin:
        tell_mixed_records(record, code_texts(texts_of(points, origin)), layer.sourceName(), feedback)
    return Addresses(
        points.x,
        points.y,
        layer.sourceCrs(),
        points.form,
        None,
        None if record is None else record.code.astype(np.int64),
        numbers("WEIGHT"),
        Sums(numbers("COUNT")) if fields["COUNT"] else None,
        stated("ECONOMY"),
        stated("ORGANISATION"),
        stated("FIELD"),
    )


def read_table(path: str, parameter: str, fields: dict[str, str], monitor: Monitor) -> Addresses:
    """Read a Parquet or text file as `read_addresses` does a layer; columns that `fields` leaves out are
    taken by their standard names.
    """
    table = read_address_table(path, **_columns_named(fields), parameter=parameter, monitor=monitor)
    crs = QgsCoordinateReferenceSystem()
    crs.createFromUserInput(table.crs)
    weight, count = table.weight, table.count
    return Addresses(
        table.x,
        table.y,
        crs,
        None,
        table.fault,
        table.record,
        np.ones(len(table))
        if weight is None
        else usable_weights(weight, table.columns.weight, f"{parameter}_WEIGHT"),
        # The records themselves tell more than their number.
        None
        if count is None or table.record is not None
        else Sums(usable_weights(count, table.columns.count, f"{parameter}_COUNT")),
        table.economy,
        table.organisation,
        table.field,
    )


def read_groups(table: TableElsewhere, engine: Engine, monitor: Monitor) -> Addresses:
    """Have an engine group the rows of a table by what `read_addresses` would read of them.

    Raises InputError as that does, where the engine cannot answer, and Cancelled.
    """
    groups = engine.places(table.table, monitor)
    asked = table.table
    return Addresses(
        groups.x,
        groups.y,
        table.crs,
        _forms(groups.fault) if table.in_database else None,
        None if table.in_database else groups.fault,
        None,
        groups.addresses,
        groups.fraction if asked.columns.record or asked.columns.count else None,
        groups.economy,
        groups.organisation,
        groups.field,
        groups.rows,
        groups.recorded,
        (lambda at: RecordsAtSource(engine, asked, groups, at)) if asked.columns.record else None,
    )


def _forms(fault: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return uint8[n] of Form, as a layer has them, from what is wrong with geometries."""
    forms = np.full(fault.size, Form.POINT, dtype=np.uint8)
    for form, reason in FORM_FAULTS.items():
        forms[fault == REASONS.index(reason)] = form
    return forms


def table_columns(path: str, parameter: str, fields: dict[str, str]) -> AddressColumns:
    """Say which columns of a file are read, by the `fields` chosen and by their names; raises InputError
    where it cannot be read or lacks a column, before a row is read.
    """
    return address_columns(path, **_columns_named(fields), parameter=parameter)


def _columns_named(fields: dict[str, str]) -> dict[str, str]:
    return {suffix.lower(): name for suffix, name in fields.items()}


def address_source(
    metric: str, layer: str, columns: Addresses, context: QgsProcessingContext, monitor: Monitor
) -> tuple[Source, SourceAccount]:
    """Make a source of the rows that can be used, and account for the others; `layer` is the layer's name.

    A row without a place stays in the denominator of its record; a row without a record takes no part.
    """
    judging, inspecting = monitor.split(1, 1)
    judgement = _judged(columns, context, judging)
    quality = inspect(
        columns.x,
        columns.y,
        geographic=columns.crs.isGeographic(),
        form=columns.form,
        to_degrees=_to_degrees(columns.crs, context, inspecting),
        weights=columns.addresses,
        economies=columns.economy,
        organisations=columns.organisation,
        groups=columns.rows,
        judgement=judgement,
        monitor=inspecting,
    )
    names_record = columns.names_record
    named: slice | NDArray[np.bool_] = slice(None)
    if names_record is not None:
        judgement = _without_record(judgement, ~names_record)
        named = names_record
    sentences = reason_sentences()
    account = SourceAccount(
        layer,
        metric,
        columns.row_count,
        [(sentences[reason], count) for reason, count in judgement.counts(columns.rows).items()],
        quality,
    )
    located = judgement.accepted if names_record is None else judgement.accepted & names_record
    source = make_source(
        metric,
        judgement.longitude[named],
        judgement.latitude[named],
        addresses=columns.addresses[named],
        record=None if columns.record is None else columns.record[named],
        count=None if columns.count is None else columns.count.select(named),
        economy=None if columns.economy is None else columns.economy.select(named),
        organisation=None if columns.organisation is None else columns.organisation.select(named),
        field=None if columns.field is None else columns.field.select(named),
        located=judgement.accepted[named],
        elsewhere=None if columns.elsewhere is None else columns.elsewhere(np.flatnonzero(located)),
    )
    return source, account


def judged(columns: Addresses, context: QgsProcessingContext, monitor: Monitor) -> Judgement:
    """Decide which rows can be used; one without a record takes no part. Raises Cancelled."""
    judgement = _judged(columns, context, monitor)
    names_record = columns.names_record
    return judgement if names_record is None else _without_record(judgement, ~names_record)


def _judged(columns: Addresses, context: QgsProcessingContext, monitor: Monitor) -> Judgement:
    """Decide which places can be used."""
    # In the layer's own system: what failed geocoding leaves at 0, 0 is elsewhere after a transformation.
    judgement = judge(
        columns.x,
        columns.y,
        geographic=columns.crs.isGeographic(),
        form=columns.form,
        to_degrees=_to_degrees(columns.crs, context, monitor),
        monitor=monitor,
    )
    if columns.fault is not None and columns.fault.any():
        judgement = replace(judgement, reasons=np.where(columns.fault, columns.fault, judgement.reasons))
    return judgement


def _to_degrees(
    crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext, monitor: Monitor
) -> Place | None:
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    if crs == degrees:
        return None
    return lambda x, y: transform_points(x, y, crs, degrees, context, monitor)


def _without_record(judgement: Judgement, rows: NDArray[np.bool_]) -> Judgement:
    reasons = judgement.reasons.copy()
    reasons[rows & judgement.accepted] = REASONS.index("record_missing")
    return replace(judgement, reasons=reasons)
