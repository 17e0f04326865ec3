"""Sums as `analysis.sums` has them, in Spark: of whole parts and of rests in units of 1 / UNITS, as
`analysis.at_source.questions` divides numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import Column, functions

from ...analysis.sums import UNITS, Sums, whole_and_rest
from .tiles import numbers


def parts(*names: str) -> list[str]:
    """Return the columns that numbers stand in."""
    return [part for name in names for part in (name, rest_of(name))]


def rest_of(name: str) -> str:
    return f"{name}_rest"


def summed(name: str, condition: str = "true", total: str = "") -> list[Column]:
    """Return the columns of a sum, called `total` if not as what is summed; rests never add up to more than
    1.
    """
    whole = f"SUM(CASE WHEN {condition} THEN {name} ELSE 0 END)"
    rest = f"SUM(CAST(CASE WHEN {condition} THEN {rest_of(name)} ELSE 0 END AS DECIMAL(19,0)))"
    total = total or name
    return [
        functions.expr(f"CAST({whole} + ({rest} div {UNITS}) AS BIGINT)").alias(total),
        functions.expr(f"CAST({rest} % {UNITS} AS BIGINT)").alias(rest_of(total)),
    ]


def sums(table: pa.RecordBatch | pa.Table, name: str) -> Sums:
    """Return the n numbers in two columns."""
    whole, rest = (numbers(table, part) for part in parts(name))
    return whole_and_rest(whole, rest)


def by_metric(table: pa.RecordBatch | pa.Table, name: str, given: NDArray[np.bool_]) -> NDArray[Any]:
    """Return float64[n, 3] of numbers by metric, NaN for a metric that was not `given`, bool[3]."""
    columns = [sums(table, of_metric(name, place)).value for place in range(given.size)]
    return np.where(given, np.column_stack(columns), np.nan)


def of_metric(name: str, place: int) -> str:
    return f"{name}_{place}"
