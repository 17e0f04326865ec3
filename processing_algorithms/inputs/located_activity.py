"""Points of addresses as places with their activity: what is at each, by metric, and what is at none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...analysis.addresses import judge
from ...analysis.counting import record_fractions
from ...analysis.density import collapse
from ...analysis.density.sites import repeats
from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.texts import code_texts
from ...analysis.wkb import Form
from ...analysis.zones.overlay import Activity
from ..base import Algorithm, monitor_of, tr
from ..choices import choice
from ..layers.points import PointTable, read_points, texts_of
from ..layers.stored import stored_layer
from ..layers.transforming import transform_points
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_field, require_numeric_field, require_points, weights_of
from .clustered_addresses import metric_of
from .common_choices import metrics

# Places along each side of a lattice that is tried in place of all.
LATTICE = 33


@dataclass(frozen=True)
class LocatedActivity:
    """The places of a layer: `x`, `y` float64[s] in `crs`, and the activity at each.

    `nowhere` float64[4] is what rows without a usable place have, in the order of COUNTED.
    """

    crs: QgsCoordinateReferenceSystem
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    activity: Activity
    nowhere: NDArray[np.float64]

    def places_in(
        self, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext, monitor: Monitor
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the places in another reference system, NaN where it does not have them."""
        return transform_points(self.x, self.y, self.crs, crs, context, monitor)


def add_located_activity(algorithm: Algorithm) -> None:
    """Declare INPUT, METRIC, METRIC_FIELD, RECORD_FIELD, WEIGHT_FIELD and COUNT_FIELD."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "INPUT", tr("Address points"), [QgsProcessing.SourceType.TypeVectorPoint]
        ),
        tr("Points of inventors, authors or firms: a row is an address, or several at one place."),
    )
    any_type = Qgis.ProcessingFieldParameterDataType.Any
    numeric = Qgis.ProcessingFieldParameterDataType.Numeric
    algorithm.add(
        choice("METRIC", tr("Metric of the records"), metrics(), METRICS[0]),
        tr("What the records are, where no field tells."),
    )
    for name, label, kind, explanation in (
        (
            "METRIC_FIELD",
            tr("Metric field"),
            any_type,
            tr(
                "For addresses of several metrics in one layer: the field that says patents (or inventors), "
                "publications (or authors) or deals. Records of two metrics are never the same."
            ),
        ),
        (
            "RECORD_FIELD",
            tr("Record field"),
            any_type,
            tr(
                "The field that is equal for all addresses of one record, which is divided among them. Rows "
                "where it is empty take no part. Not chosen: every address is a record of its own."
            ),
        ),
        (
            "WEIGHT_FIELD",
            tr("Number of addresses in the row"),
            numeric,
            tr("How many addresses a row stands for, 0 or more. Empty: one."),
        ),
        (
            "COUNT_FIELD",
            tr("Records in the row"),
            numeric,
            tr(
                "For rows that are collapsed already: how many records, in fractions, a row stands for, 0 or "
                "more. In place of the record field."
            ),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterField(name, label, None, "INPUT", kind, optional=True),
            explanation,
            advanced=name in ("METRIC_FIELD", "COUNT_FIELD"),
        )


def check_located_activity(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return the source; raises InputError where it or a field cannot be used."""
    source = require_points(algorithm, parameters, "INPUT", context)
    require_field(algorithm, parameters, "METRIC_FIELD", source, context)
    record = require_field(algorithm, parameters, "RECORD_FIELD", source, context)
    require_numeric_field(algorithm, parameters, "WEIGHT_FIELD", source, context)
    if require_numeric_field(algorithm, parameters, "COUNT_FIELD", source, context) and record:
        raise InputError("COUNT_FIELD", "Choose the record of every row or its number of records, not both.")
    return source


def read_located_activity(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    end: float,
) -> LocatedActivity:
    """Read the layer, moving progress from 0 to `end`, and tell what takes no part or has no place.

    Raises InputError where a weight or metric is none, or where nothing has a place, and Cancelled.
    """
    source = require_points(algorithm, parameters, "INPUT", context)
    metric, record, weight, count = (
        algorithm.parameterAsString(parameters, name, context)
        for name in ("METRIC_FIELD", "RECORD_FIELD", "WEIGHT_FIELD", "COUNT_FIELD")
    )
    table = read_points(
        source,
        [metric, record, weight, count],
        context,
        monitor_of(feedback, 0.0, 0.6 * end),
        stored=stored_layer(algorithm, parameters, "INPUT", context),
    )
    numbers = None
    if record:
        numbers = code_texts(texts_of(table, record)).code.astype(np.int64)
        unnamed = int(np.count_nonzero(numbers < 0))
        if unnamed:
            feedback.pushWarning(tr("{count} rows without a record take no part.").format(count=unnamed))
            table, numbers = table.select(numbers >= 0), numbers[numbers >= 0]
    metrics = metric_of(table, metric, algorithm.parameterAsEnumString(parameters, "METRIC", context))
    everything = np.ones(len(table), dtype=bool)
    addresses = weights_of(table, weight, "WEIGHT_FIELD", everything)
    if count:
        records = weights_of(table, count, "COUNT_FIELD", everything)
    else:
        # Two metrics may use the same numbers for their records.
        records = record_fractions(None if numbers is None else numbers * len(METRICS) + metrics, addresses)
    x, y, place = usable_places(table, source.sourceCrs(), context, monitor_of(feedback, 0.6 * end, end))
    lost = int(np.count_nonzero(place < 0))
    if lost == len(table):
        raise InputError(
            "INPUT", "Not one of the {count} rows has a usable point; check the geometry.", count=len(table)
        )
    if lost:
        feedback.pushWarning(
            tr("{count} rows have no usable place; they stay part of their records.").format(count=lost)
        )
    activity = Activity.of_rows(place, x.size, metrics, addresses, records)
    gone = np.flatnonzero(place < 0)
    nowhere = Activity.of_rows(np.zeros_like(gone), 1, metrics[gone], addresses[gone], records[gone])
    return LocatedActivity(source.sourceCrs(), x, y, activity, nowhere.total())


def usable_places(
    table: PointTable, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext, monitor: Monitor
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Return the usable places of a table in its own system, float64[s] each, and the place of every row,
    int64[n], -1 for none. Rows that share a place share one here, where enough of them do to pay. Raises
    Cancelled."""
    finding, moving = monitor.split(1, 3)
    rows = np.flatnonzero((table.form == Form.POINT) & np.isfinite(table.x) & np.isfinite(table.y))
    x, y = table.x[rows], table.y[rows]
    of_row: NDArray[np.integer[Any]] = np.arange(rows.size)
    if repeats(x, y):
        sites = collapse(x, y, monitor=finding)
        x, y, of_row = x[sites.first_row], y[sites.first_row], sites.of_row
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)

    def to_degrees(
        x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        if _covers(crs, x, y, context):
            # Where they are in degrees nobody asks: only whether they are.
            return np.zeros(x.size), np.zeros(x.size)
        return transform_points(x, y, crs, degrees, context, moving)

    usable = judge(x, y, geographic=crs.isGeographic(), to_degrees=to_degrees).accepted
    number = np.where(usable, np.cumsum(usable) - 1, -1)
    place = np.full(len(table), -1, dtype=np.int64)
    place[rows] = number[of_row]
    return x[usable], y[usable], place


def _covers(
    crs: QgsCoordinateReferenceSystem,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    context: QgsProcessingContext,
) -> bool:
    """Say whether a projected system has all of a box round the places, by a lattice of it: the area of a
    projection has no holes. A million places need not be carried to know that they can be."""
    if crs.isGeographic() or x.size < LATTICE * LATTICE:
        return False
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    across, along = np.meshgrid(
        np.linspace(x.min(), x.max(), LATTICE), np.linspace(y.min(), y.max(), LATTICE)
    )
    lon, lat = transform_points(across.ravel(), along.ravel(), crs, degrees, context, Monitor())
    return bool((np.isfinite(lon) & (np.abs(lon) <= 180.0) & (np.abs(lat) <= 90.0)).all())
