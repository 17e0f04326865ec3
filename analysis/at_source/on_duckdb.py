"""Parquet and text files through DuckDB: larger than memory, on all cores, without a row in Python."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from .. import packages
from ..errors import InputError
from ..monitor import Monitor
from ..sums import Sums
from ..table_files import arrow_module
from . import questions
from .answers import (
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
from .dialects import DUCKDB
from .duckdb_files import (
    as_geoparquet,
    binary_of,
    files_of,
    kind_of,
    numbered,
    reading,
    require_tables,
    system_of,
)
from .engine import WholeRun, listen
from .new_files import made_beside, require_new_file, telling_unwritten
from .statements import select
from .tables import Rows, TableAtSource, Target, require_new_column, rows_of, telling_table

T = TypeVar("T")

_LABELLED = "labelled_places"
_ROWS_AT_ONCE = 1 << 17


class DuckDB(WholeRun):
    """An engine of this machine; `memory` is what it may take, such as "2GB", `folder` has the rest."""

    name = "DuckDB"

    def __init__(self, memory: str = "", threads: int = 0, folder: str = "") -> None:
        """Raises InputError, of "memory" or "temporary", where one of them cannot be used."""
        self._duckdb = packages.require("duckdb", "questions to Parquet and text files where they are")
        self._spilled = _spilling_folder(folder)
        settings: dict[str, str | int | bool] = {
            "temp_directory": self._spilled.name,
            # Nothing is fetched from anywhere while a run goes on.
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        if threads:
            settings["threads"] = threads
        self._connection = self._duckdb.connect(config=settings)
        self._files: dict[str, list[Path]] = {}
        self._seen: dict[Path, tuple[int, int]] = {}
        if memory:
            self._limit(memory)

    def _limit(self, memory: str) -> None:
        try:
            self._connection.execute(f"SET memory_limit = {DUCKDB.literal(memory)}")
        except self._duckdb.Error as error:
            self.close()
            raise InputError(
                "memory",
                "{memory} is no amount of memory ({problem}); write one such as 4GB.",
                memory=memory,
                problem=_first_line(error),
            ) from error

    def close(self) -> None:
        """End the engine and remove what it put aside."""
        self._connection.close()
        self._spilled.cleanup()

    def __enter__(self) -> DuckDB:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        with self._opened(table) as rows:
            answer = self._ask(table, questions.places(rows, DUCKDB), monitor)
        return places_from(answer, table)

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        with self._opened(table) as rows, self._known(labelled_table(labelled)):
            return patterns_from(self._ask(table, questions.patterns(rows, _LABELLED, DUCKDB), monitor))

    def full_counts(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Sums:
        with self._opened(table) as rows, self._known(labelled_table(labelled)):
            answer = self._ask(table, questions.full_counts(rows, _LABELLED, DUCKDB), monitor)
        return full_counts_from(answer, len(labelled.places))

    def system(self, table: TableAtSource, monitor: Monitor) -> str:
        return system_of(files_of(table), table)

    def require_target(self, table: TableAtSource, target: Target, monitor: Monitor) -> None:
        if target.as_view:
            raise InputError("target", "Files have no views; make a table.")
        require_new_file(target.address)
        read = Path(table.address).resolve()
        if Path(target.address).resolve().is_relative_to(read):
            raise InputError(
                "target",
                "The folder {folder} is what is read; name a target somewhere else.",
                folder=table.address,
            )
        with self._opened(table):
            require_new_column(table, self._stated(table), target.field, capitals=False)

    def label_all(self, asked: Sequence[Labelling], monitor: Monitor) -> list[LabelledRows]:
        """Make folders of Parquet files, or one file where a target ends with .parquet; they must be new."""
        for each in asked:
            with telling_table(each.table):
                self.require_target(each.table, each.target, monitor)
        with made_beside([each.target.address for each in asked]) as parts:
            labelling = monitor.split(*[1.0 for _ in asked])
            return [
                self._labelled(each, made, part)
                for each, made, part in zip(asked, parts, labelling, strict=True)
            ]

    def _labelled(self, asked: Labelling, made: Path, monitor: Monitor) -> LabelledRows:
        table, target, field = asked.table, asked.target.address, asked.target.field
        with (
            telling_table(table),
            telling_unwritten(target),
            self._opened(table) as rows,
            self._known(label_table(asked.labelled)),
        ):
            question = questions.labels(rows, _LABELLED, field, self._stated(table), DUCKDB)
            file = made
            if not target.endswith(".parquet"):
                made.mkdir()
                file = made / "rows.parquet"
            of_all, known = self._listened(table, lambda: self._write(table, question, field, file), monitor)
        return LabelledRows(of_all, of_all - known)

    def _write(self, table: TableAtSource, question: str, field: str, file: Path) -> tuple[int, int]:
        """Write an answer into a Parquet file; return its rows, and those that have the field.

        Not by COPY: DuckDB 2.0 that is stopped while it writes waits for itself, or takes us down with it.
        """
        of_all, known = 0, 0
        answer = self._connection.sql(question).to_arrow_reader(_ROWS_AT_ONCE)
        schema = as_geoparquet(answer.schema, self._files[table.address][0])
        with arrow_module("parquet").ParquetWriter(file, schema) as writer:
            for batch in self._heard(answer):
                writer.write_batch(batch.replace_schema_metadata(schema.metadata))
                of_all += batch.num_rows
                known += batch.num_rows - batch.column(field).null_count
        return of_all, known

    def _heard(self, answer: Any) -> Iterator[Any]:
        """Give the batches of an answer; what DuckDB says in between, pyarrow tells as an error of files."""
        try:
            yield from answer
        except OSError as error:
            memory = "Out of Memory" in str(error)
            raise (self._duckdb.OutOfMemoryException if memory else self._duckdb.Error)(str(error)) from error

    @contextmanager
    def _opened(self, table: TableAtSource) -> Iterator[Rows]:
        """Give the rows of a table, whose files must be the same before and after as they were first seen."""
        files = files_of(table)
        if table.address not in self._files:
            # What is no table is told as where its rows are read.
            require_tables(files, table)
        if self._files.setdefault(table.address, files) != files:
            raise InputError(
                table.parameter,
                "The folder {file} has other files than when the run began; run it again when nobody writes "
                "to it.",
                file=table.address,
            )
        self._require_unchanged(files, table)
        read = reading(files, table.parameter)
        types = self._columns(read, table)
        relation, row = (read, "") if table.row else numbered(read, files, types)
        kinds = {name: kind_of(of) for name, of in types.items()}
        binary = binary_of(table.columns.geometry, types)
        yield rows_of(table, relation, kinds, DUCKDB, geometry=binary, row=row)
        self._require_unchanged(files, table)

    def _stated(self, table: TableAtSource) -> list[str]:
        """Return the columns that a table has in its files."""
        return list(self._columns(reading(self._files[table.address], table.parameter), table))

    def _require_unchanged(self, files: Sequence[Path], table: TableAtSource) -> None:
        for file in files:
            try:
                found = file.stat()
            except OSError as error:
                raise InputError(
                    table.parameter,
                    "The file {file} is gone since the run began; run it again on files that stay.",
                    file=str(file),
                ) from error
            if self._seen.setdefault(file, (found.st_size, found.st_mtime_ns)) != (
                found.st_size,
                found.st_mtime_ns,
            ):
                raise InputError(
                    table.parameter,
                    "The file {file} has changed since the run began; run it again when nobody writes to it.",
                    file=str(file),
                )

    @contextmanager
    def _known(self, labelled: Any) -> Iterator[None]:
        """Have a pyarrow table as the relation that questions about labels compare with."""
        self._connection.register("labelled_given", labelled)
        try:
            self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {_LABELLED} AS FROM labelled_given")
            yield
        finally:
            self._connection.unregister("labelled_given")
            self._connection.execute(f"DROP TABLE IF EXISTS {_LABELLED}")

    def _columns(self, relation: str, table: TableAtSource) -> dict[str, str]:
        found = self._told(table, lambda: self._connection.execute(f"DESCRIBE {select('*', relation)}"))
        return {str(name): str(kind) for name, kind, *_ in found.fetchall()}

    def _ask(self, table: TableAtSource, question: str, monitor: Monitor) -> Any:
        """Return the answer as a pyarrow table."""
        return self._listened(table, lambda: self._connection.sql(question).to_arrow_table(), monitor)

    def _listened(self, table: TableAtSource, work: Callable[[], T], monitor: Monitor) -> T:
        return self._told(table, lambda: listen(work, self._connection.interrupt, self._progress, monitor))

    def _progress(self) -> float:
        return max(0.0, float(self._connection.query_progress()) / 100.0)

    def _told(self, table: TableAtSource, work: Callable[[], T]) -> T:
        """Turn what DuckDB says of a table that it cannot read into one sentence."""
        try:
            return work()
        except self._duckdb.OutOfMemoryException as error:
            raise InputError(
                table.parameter,
                "DuckDB has not enough memory or disk for {table} ({problem}); give it more of either.",
                table=table.address,
                problem=_first_line(error),
            ) from error
        except self._duckdb.Error as error:
            raise InputError(
                table.parameter,
                "DuckDB cannot answer from {table}: {problem}.",
                table=table.address,
                problem=_first_line(error),
            ) from error


def _first_line(error: Exception) -> str:
    """Return what went wrong, without hints and the text of the question."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0].rstrip(".") if lines else type(error).__name__


def _spilling_folder(folder: str) -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="innovation_clusters_", dir=folder or None)
    except OSError as error:
        raise InputError(
            "temporary",
            "Nothing can be put aside in the folder {folder} ({problem}); name one that can be written.",
            folder=folder or tempfile.gettempdir(),
            problem=error.strerror or error,
        ) from error
