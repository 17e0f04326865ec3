"""The places of all metrics, on the workers: what `analysis.address_rows` makes of sources on one machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import DataFrame, functions

from ...analysis.address_rows import density_weights
from ...analysis.addresses import REASONS, judge
from ...analysis.at_source.answers import require_weights
from ...analysis.at_source.tables import TableAtSource
from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ...analysis.geodesy import one_meridian
from ...analysis.table_columns import Pairs
from .at_source import Spark
from .failures import told
from .sums import by_metric, of_metric, parts, summed, sums
from .tiles import numbers

# The rows of one metric are numbered behind those of the metrics before.
_ROWS_OF_A_METRIC = 2**60

# What is known of a group of rows, and of a place by metric.
_GROUP = ("addresses", "fraction")
COLUMNS = [part for place in range(len(METRICS)) for name in _GROUP for part in parts(of_metric(name, place))]


@dataclass(frozen=True)
class AllPlaces:
    """Places of the metrics that were given.

    `places` has a row for each: longitude, latitude in degrees; row long, its lowest; COLUMNS, its addresses
    and fractions of records by metric. `located` are the groups of rows by metric, with their key and the
    longitude and latitude of their place. `records` float64[3], how many records the input has, located or
    not, NaN for a metric not given; `rows`, and `rejected` by reason, count rows.
    """

    places: DataFrame
    located: Mapping[str, DataFrame]
    records: NDArray[np.float64]
    rows: int
    rejected: Mapping[str, int]

    @property
    def given(self) -> NDArray[np.bool_]:
        return ~np.isnan(self.records)


def places_of(engine: Spark, tables: Mapping[str, TableAtSource]) -> AllPlaces:
    """Find the places of tables by metric. Raises InputError where weights or numbers of rows are none."""
    located, records = {}, np.full(len(METRICS), np.nan)
    rejected: dict[str, int] = {}
    rows = 0
    for place, metric in enumerate(METRICS):
        if metric not in tables:
            continue
        groups = judged(engine, tables[metric])
        if tables[metric].row:
            _require_numbers_of_rows(groups, tables[metric])
        records[place], of_metric_rows, reasons = _looked_through(groups, tables[metric])
        rows += of_metric_rows
        for reason, count in reasons.items():
            rejected[reason] = rejected.get(reason, 0) + count
        located[metric] = groups.where("reason = 0 AND recorded = 1")
    return AllPlaces(_collapsed(located), located, records, rows, rejected)


def weigh(places: DataFrame, address_weights: Mapping[str, float], given: NDArray[np.bool_]) -> DataFrame:
    """Return x, y, row and weight in the density of places."""

    def weighed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            addresses = np.nan_to_num(by_metric(batch, "addresses", given))
            weights = density_weights(addresses, address_weights)
            columns = [*(batch.column(name) for name in ("longitude", "latitude", "row")), pa.array(weights)]
            yield pa.RecordBatch.from_arrays(columns, names=["x", "y", "row", "weight"])

    return places.mapInArrow(weighed, "x double, y double, row long, weight double")


def judged(engine: Spark, table: TableAtSource) -> DataFrame:
    """Return the groups of a table with longitude and latitude, and the place in REASONS of what is wrong."""
    groups = told(table, lambda: engine.groups(table))
    schema = ", ".join(f"`{name}` {kind}" for name, kind in groups.dtypes)
    return groups.mapInArrow(_judge, f"{schema}, longitude double, latitude double, reason int")


def _judge(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        pairs = Pairs(batch.num_rows)
        pairs.add(batch.column("x"), batch.column("y"))
        x, y, fault = pairs.whole()
        judgement = judge(x, y, faults=fault)
        # One name for one place: -180 is 180, and -0.0 is 0.0.
        longitude = one_meridian(judgement.longitude) + 0.0
        columns = [*batch.columns, *map(pa.array, (longitude, judgement.latitude + 0.0))]
        columns.append(pa.array(judgement.reasons.astype(np.int32)))
        names = [*batch.schema.names, "longitude", "latitude", "reason"]
        yield pa.RecordBatch.from_arrays(columns, names=names)


def _require_numbers_of_rows(groups: DataFrame, table: TableAtSource) -> None:
    """Raise InputError where groups do not have a first row of their own: places would be taken for each
    other.
    """
    row = functions.col("first_row")
    [[count, numbered, others, lowest, highest]] = told(
        table,
        lambda: groups.agg(
            functions.count("*"),
            functions.count(row),
            functions.count_distinct(row),
            functions.min(row),
            functions.max(row),
        ).collect(),
    )
    if count and not (count == numbered == others and lowest >= 0 and highest < _ROWS_OF_A_METRIC):
        raise InputError(
            "row",
            "The column {column} of {table} has to have another whole number in every row, from 0 to {most}.",
            column=table.row,
            table=table.address,
            most=_ROWS_OF_A_METRIC - 1,
        )


def _looked_through(groups: DataFrame, table: TableAtSource) -> tuple[float, int, dict[str, int]]:
    """Return the records of a table in fractions, its rows, and how many were rejected by reason."""
    found = told(
        table,
        lambda: (
            groups.groupBy("recorded", "reason")
            .agg(
                *(functions.sum(name).alias(name) for name in ("row_count", "lacking", "negative")),
                *summed("fraction"),
            )
            .toArrow()
        ),
    )
    require_weights(found, table)
    count, reason, recorded = (numbers(found, name) for name in ("row_count", "reason", "recorded"))
    # A row without a record takes no part, wherever it lies.
    told_of = np.where((reason == 0) & (recorded == 0), REASONS.index("record_missing"), reason)
    reasons = {REASONS[code]: int(count[told_of == code].sum()) for code in np.unique(told_of) if code}
    return float(np.round(sums(found, "fraction").total(), 6)), int(count.sum()), reasons


def _collapsed(located: Mapping[str, DataFrame]) -> DataFrame:
    groups = [
        rows.select(
            "longitude",
            "latitude",
            (functions.col("first_row") + METRICS.index(metric) * _ROWS_OF_A_METRIC).alias("row"),
            functions.lit(METRICS.index(metric)).alias("metric"),
            *parts(*_GROUP),
        )
        for metric, rows in located.items()
    ]
    sums = [
        column
        for place in range(len(METRICS))
        for name in _GROUP
        for column in summed(name, f"metric = {place}", of_metric(name, place))
    ]
    together = reduce(DataFrame.unionByName, groups)
    return together.groupBy("longitude", "latitude").agg(functions.min("row").alias("row"), *sums)
