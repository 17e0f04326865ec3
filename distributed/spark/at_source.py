"""The questions of `analysis.at_source` put to Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar
from uuid import uuid4

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession, functions

from ...analysis.at_source import questions
from ...analysis.at_source.answers import (
    LabelledPlaces,
    LabelledRows,
    Labelling,
    Patterns,
    Places,
    full_counts_from,
    label_table,
    labelled_table,
    patterns_from,
    places_from,
)
from ...analysis.at_source.dialects import SPARK
from ...analysis.at_source.engine import WholeRun
from ...analysis.at_source.tables import Rows, TableAtSource, Target, require_new_column, telling_table
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.sums import Sums
from .begun import Begun
from .failures import ERRORS, told
from .files_seen import Files, files_left, require_same
from .keeping import Kept
from .new_folders import made, require_new_folder, written_rows
from .tables import ROW, open_rows

T = TypeVar("T")

# So many rows come to the driver at a time: Spark limits what it takes in one piece.
_ROWS_AT_ONCE = 2_000_000

_PARTITIONS = "spark.sql.files.minPartitionNum"


class Spark(WholeRun):
    """An engine on a session of Spark. Groups of rows, once counted, are kept by the workers until
    `close`.
    """

    name = "Spark"

    def __init__(self, session: SparkSession) -> None:
        self.session = session
        # The rows of text files are numbered by the tasks that read them, which are not to change with the
        # workers there are.
        self._partitions = session.conf.get(_PARTITIONS, None)
        session.conf.set(_PARTITIONS, "8")
        # The session may have views of its user, and of other runs.
        self._views = f"innovation_clusters_{uuid4().hex}"
        self._labelled = self.view("labelled")
        self._rows: dict[TableAtSource, Rows] = {}
        self._groups: dict[TableAtSource, tuple[DataFrame, Kept]] = {}
        # By address: one table that is asked in two ways has the same files.
        self._seen: dict[str, tuple[TableAtSource, Files]] = {}

    def close(self) -> None:
        """Let the workers forget, and the session be what it was."""
        # Workers that are gone have forgotten; why they went is told already.
        with suppress(*ERRORS, OSError):
            for table in list(self._groups):
                self.forget(table)
            for rows in self._rows.values():
                self.session.catalog.dropTempView(rows.relation)
            if self._partitions is None:
                self.session.conf.unset(_PARTITIONS)
            else:
                self.session.conf.set(_PARTITIONS, self._partitions)

    def view(self, name: str) -> str:
        """Return what a view of this engine is called in the session."""
        return f"{self._views}_{name}"

    def forget(self, table: TableAtSource) -> None:
        """Let the workers forget the groups of a table."""
        if table in self._groups:
            _, kept = self._groups.pop(table)
            kept.close()

    def rows(self, table: TableAtSource) -> Rows:
        """Return a table in SQL."""
        if table not in self._rows:
            view = self.view(f"rows_{len(self._rows)}")
            self._rows[table], files = open_rows(self.session, table, view)
            self._seen.setdefault(table.address, (table, files))
        return self._rows[table]

    def require_unchanged(self) -> None:
        """Raise InputError where files are not what they were when their table was opened."""
        for table, _ in self._seen.values():
            self._require_unchanged(table)

    def _require_unchanged(self, table: TableAtSource) -> None:
        if table.address in self._seen:
            _, files = self._seen[table.address]
            require_same(table, files, told(table, lambda: files_left(self.session, table.address)))

    def groups(self, table: TableAtSource) -> DataFrame:
        """Return the groups of rows that have their key in common, as `questions.places` asks for them."""
        if table not in self._groups:
            asked = questions.places(self.rows(table), SPARK)
            with Kept() as kept:
                groups = self._told(table, lambda: kept.table(self.session.sql(asked)))
                self._groups[table] = groups, kept.pop_all()
        return self._groups[table][0]

    def count_places(self, table: TableAtSource) -> int:
        """Return how many places there are, whatever else rows state, usable or not."""
        place = self.rows(table).place
        return self._told(table, self.groups(table).select(*place).distinct().count)

    def system(self, table: TableAtSource, monitor: Monitor) -> str:
        # Coordinates are in two columns here.
        return ""

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        return places_from(self._told(table, lambda: collect(self.groups(table), monitor)), table)

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        with self._known(self.session.createDataFrame(labelled_table(labelled))):
            return self.patterns_of(table, self._labelled, monitor)

    def patterns_of(self, table: TableAtSource, labelled: str, monitor: Monitor) -> Patterns:
        """Return the records that are alike; `labelled` is a view as `questions.patterns` compares rows
        with.
        """
        asked = questions.patterns(self.rows(table), labelled, SPARK)
        return patterns_from(self._ask(table, asked, monitor))

    def full_counts(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Sums:
        with self._known(self.session.createDataFrame(labelled_table(labelled))):
            return self.full_counts_of(table, self._labelled, len(labelled.places), monitor)

    def full_counts_of(self, table: TableAtSource, labelled: str, places: int, monitor: Monitor) -> Sums:
        """Return a number for each place; `labelled` is a view as `questions.full_counts` wants it."""
        asked = questions.full_counts(self.rows(table), labelled, SPARK)
        return full_counts_from(self._ask(table, asked, monitor), places)

    def require_target(self, table: TableAtSource, target: Target, monitor: Monitor) -> None:
        if target.as_view:
            raise InputError("target", "Files have no views; make a table.")
        require_new_folder(self.session, target.address)
        require_new_column(table, self._stated(table), target.field, capitals=False)

    def label_all(self, asked: Sequence[Labelling], monitor: Monitor) -> list[LabelledRows]:
        """Make folders of Parquet files at addresses that all workers reach; they must be new."""
        given = [
            (each.table, self.session.createDataFrame(label_table(each.labelled)), each.target)
            for each in asked
        ]
        return self.label_by(given, monitor)

    def label_by(
        self, asked: Sequence[tuple[TableAtSource, DataFrame, Target]], monitor: Monitor
    ) -> list[LabelledRows]:
        """Label rows by places that are rows themselves, as `questions.labels` compares them with."""
        for table, _, target in asked:
            with telling_table(table):
                self.require_target(table, target, monitor)
        labelled = []
        with made(self.session, [target.address for *_, target in asked]) as (begun, addresses):
            parts = monitor.split(*[1.0 for _ in asked])
            for (table, places, target), address, part in zip(asked, addresses, parts, strict=True):
                part.progress(0.0)
                with telling_table(table), self._known(places):
                    labelled.append(self._write(begun, table, target.field, address))
                part.progress(1.0)
            self.require_unchanged()
        return labelled

    def _write(self, begun: Begun, table: TableAtSource, field: str, address: str) -> LabelledRows:
        asked = questions.labels(self.rows(table), self._labelled, field, self._stated(table), SPARK)
        of_all, known = self._told(
            table, lambda: written_rows(begun, self.session.sql(asked), address, field)
        )
        return LabelledRows(of_all, of_all - known)

    def _stated(self, table: TableAtSource) -> list[str]:
        """Return the columns that a table has in its files."""
        return [name for name in self.session.table(self.rows(table).relation).columns if name != ROW]

    def _ask(self, table: TableAtSource, question: str, monitor: Monitor) -> pa.Table:
        monitor.progress(0.0)
        answer = self._told(table, lambda: self.session.sql(question).toArrow())
        monitor.progress(1.0)
        return answer

    def _told(self, table: TableAtSource, work: Callable[[], T]) -> T:
        """Return what is made of the files of a table, which must be the same afterwards as at first; where
        they are not, that is what went wrong.
        """
        try:
            answer = told(table, work)
        except InputError:
            self._require_unchanged(table)
            raise
        self._require_unchanged(table)
        return answer

    @contextmanager
    def _known(self, labelled: DataFrame) -> Iterator[None]:
        """Have rows as the relation that questions about labels compare with."""
        labelled.createOrReplaceTempView(self._labelled)
        try:
            yield
        finally:
            # Where Java has died, that is told, and not that it cannot be asked for this.
            with suppress(*ERRORS):
                self.session.catalog.dropTempView(self._labelled)


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
