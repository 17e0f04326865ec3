"""What workers keep for a run: tables and views, which are let go when nobody needs them any more."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import Any

from pyspark.sql import DataFrame

from .connecting import is_remote
from .failures import ERRORS


class Kept(ExitStack):
    """Tables and views that workers keep until this is closed, or `pop_all` has handed them over."""

    def table(self, rows: DataFrame) -> DataFrame:
        """Have the workers keep rows once they have made them, and return them as they are kept."""
        self.callback(_forget, rows)
        return _begun_anew(rows.persist())

    def view(self, rows: DataFrame, name: str) -> str:
        """Give rows a name in SQL, instead of what had it before."""
        rows.createOrReplaceTempView(name)
        self.callback(_forget_view, rows, name)
        return name


def _begun_anew(rows: DataFrame) -> DataFrame:
    """Return kept rows as a table that others are planned from without all that led to it, which took Spark
    longer than the work where there is little of that. What a lost worker had kept is still made again from
    what led to it, as it would not be after Spark's own `localCheckpoint`.
    """
    session = rows.sparkSession
    if is_remote(session):
        # A server plans for itself, and has no such thing to offer.
        return rows
    java: Any = rows._jdf
    begun = session._jsparkSession.internalCreateDataFrame(
        java.queryExecution().toRdd(), java.schema(), False
    )
    return type(rows)(begun, session)


def _forget(rows: DataFrame) -> None:
    # Workers that are gone have forgotten; why they went is told already.
    with suppress(*ERRORS):
        rows.unpersist()


def _forget_view(rows: DataFrame, name: str) -> None:
    with suppress(*ERRORS):
        rows.sparkSession.catalog.dropTempView(name)
