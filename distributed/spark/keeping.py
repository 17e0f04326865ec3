"""What workers keep for a run: tables and views, which are let go when nobody needs them any more."""

from __future__ import annotations

from contextlib import ExitStack, suppress

from pyspark.sql import DataFrame

from .failures import ERRORS


class Kept(ExitStack):
    """Tables and views that workers keep until this is closed, or `pop_all` has handed them over."""

    def table(self, rows: DataFrame) -> DataFrame:
        """Have the workers keep rows once they have made them."""
        self.callback(_forget, rows)
        return rows.persist()

    def view(self, rows: DataFrame, name: str) -> str:
        """Give rows a name in SQL, instead of what had it before."""
        rows.createOrReplaceTempView(name)
        self.callback(_forget_view, rows, name)
        return name


def _forget(rows: DataFrame) -> None:
    # Workers that are gone have forgotten; why they went is told already.
    with suppress(*ERRORS):
        rows.unpersist()


def _forget_view(rows: DataFrame, name: str) -> None:
    with suppress(*ERRORS):
        rows.sparkSession.catalog.dropTempView(name)
