"""The questions of `analysis.at_source` put to Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import DataFrame, SparkSession, functions

from ...analysis.at_source import questions
from ...analysis.at_source.answers import (
    LabelledPlaces,
    LabelledRows,
    Patterns,
    Places,
    full_counts_from,
    label_table,
    labelled_table,
    patterns_from,
    places_from,
)
from ...analysis.at_source.dialects import SPARK
from ...analysis.at_source.tables import Rows, TableAtSource, require_new_column
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from .failures import ERRORS, sentence
from .tables import ROW, open_rows

T = TypeVar("T")

# So many rows come to the driver at a time: Spark limits what it takes in one piece.
_ROWS_AT_ONCE = 2_000_000

_LABELLED = "labelled_places"


class Spark:
    """An engine on a session of Spark. Groups of rows, once counted, are kept by the workers until
    `close`.
    """

    name = "Spark"

    def __init__(self, session: SparkSession) -> None:
        self.session = session
        # The rows of text files are numbered by the tasks that read them, which are not to change with the
        # workers there are.
        session.conf.set("spark.sql.files.minPartitionNum", "8")
        self._rows: dict[TableAtSource, Rows] = {}
        self._groups: dict[TableAtSource, DataFrame] = {}

    def close(self) -> None:
        """Let the workers forget."""
        # Workers that are gone have forgotten; why they went is told already.
        with suppress(*ERRORS, OSError):
            for table in list(self._groups):
                self.forget(table)

    def forget(self, table: TableAtSource) -> None:
        """Let the workers forget the groups of a table."""
        if table in self._groups:
            self._groups.pop(table).unpersist()

    def rows(self, table: TableAtSource) -> Rows:
        """Return a table in SQL."""
        if table not in self._rows:
            self._rows[table] = open_rows(self.session, table, f"innovation_clusters_rows_{len(self._rows)}")
        return self._rows[table]

    def groups(self, table: TableAtSource) -> DataFrame:
        """Return the groups of rows that have their key in common, as `questions.places` asks for them."""
        if table not in self._groups:
            asked = questions.places(self.rows(table), SPARK)
            self._groups[table] = told(table, lambda: self.session.sql(asked)).persist()
        return self._groups[table]

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        return places_from(told(table, lambda: collect(self.groups(table), monitor)), table)

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        with self._known(labelled_table(labelled)):
            return self.patterns_of(table, _LABELLED, monitor)

    def patterns_of(self, table: TableAtSource, labelled: str, monitor: Monitor) -> Patterns:
        """Return the records that are alike; `labelled` is a view as `questions.patterns` compares rows
        with.
        """
        asked = questions.patterns(self.rows(table), labelled, SPARK)
        return patterns_from(self._ask(table, asked, monitor))

    def full_counts(
        self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor
    ) -> NDArray[np.float64]:
        with self._known(labelled_table(labelled)):
            return self.full_counts_of(table, _LABELLED, len(labelled.places), monitor)

    def full_counts_of(
        self, table: TableAtSource, labelled: str, places: int, monitor: Monitor
    ) -> NDArray[np.float64]:
        """Return float64[places]; `labelled` is a view as `questions.full_counts` compares rows with."""
        asked = questions.full_counts(self.rows(table), labelled, SPARK)
        return full_counts_from(self._ask(table, asked, monitor), places)

    def label(
        self,
        table: TableAtSource,
        labelled: LabelledPlaces,
        target: str,
        field: str,
        monitor: Monitor,
        *,
        as_view: bool = False,
    ) -> LabelledRows:
        """Make `target`, a folder of Parquet files at an address that all workers reach; it must be new."""
        if as_view:
            raise InputError("target", "Files have no views; make a table.")
        rows = self.rows(table)
        columns = [name for name in self.session.table(rows.relation).columns if name != ROW]
        require_new_column(table, columns, field)
        with self._known(label_table(labelled)):
            asked = questions.labels(rows, _LABELLED, field, columns, SPARK)

            def write() -> tuple[int, int]:
                self.session.sql(asked).write.parquet(target)
                known_ones = functions.count(functions.col(SPARK.quote(field)))
                written = self.session.read.parquet(target).agg(functions.count("*"), known_ones)
                of_all, known = written.collect()[0]
                return int(of_all), int(known)

            of_all, known = told(table, write)
        monitor.progress(1.0)
        return LabelledRows(of_all, of_all - known)

    def _ask(self, table: TableAtSource, question: str, monitor: Monitor) -> pa.Table:
        monitor.progress(0.0)
        answer = told(table, lambda: self.session.sql(question).toArrow())
        monitor.progress(1.0)
        return answer

    @contextmanager
    def _known(self, labelled: Any) -> Iterator[None]:
        """Have a pyarrow table as the relation that questions about labels compare with."""
        self.session.createDataFrame(labelled).createOrReplaceTempView(_LABELLED)
        try:
            yield
        finally:
            self.session.catalog.dropTempView(_LABELLED)


def collect(rows: DataFrame, monitor: Monitor) -> pa.Table:
    """Return rows that workers keep, part by part."""
    count = rows.count()
    monitor.progress(0.5)
    parts = max(1, -(-count // _ROWS_AT_ONCE))
    tables = []
    for part in range(parts):
        chosen = functions.pmod(functions.hash(*rows.columns), functions.lit(parts)) == part
        tables.append((rows.where(chosen) if parts > 1 else rows).toArrow())
        monitor.progress(0.5 + 0.5 * (part + 1) / parts)
    return pa.concat_tables(tables)


def told(table: TableAtSource, work: Callable[[], T]) -> T:
    """Turn what Spark says of a table that it cannot read into one sentence."""
    try:
        return work()
    except ERRORS as error:
        raise InputError(
            table.parameter,
            "Spark cannot answer from {table}: {problem}",
            table=table.address,
            problem=sentence(error),
        ) from error
