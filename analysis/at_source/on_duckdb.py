"""Parquet and text files through DuckDB: larger than memory, on all cores, without a row in Python."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..errors import InputError
from ..monitor import Monitor
from ..table_files import TEXT, arrow_module, is_utf8, open_table, text_format
from . import questions
from .answers import (
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
from .dialects import DUCKDB
from .engine import listen
from .statements import select
from .tables import Kind, Rows, TableAtSource, require_new_column, rows_of

T = TypeVar("T")

# Rows of one file are numbered behind those of the files before.
_ROWS_OF_A_FILE = 2**40
_LABELLED = "labelled_places"
_ROWS_AT_ONCE = 1 << 17


class DuckDB:
    """An engine of this machine; `memory` is what it may take, such as "2GB", `folder` has the rest."""

    name = "DuckDB"

    def __init__(self, memory: str = "", threads: int = 0, folder: str = "") -> None:
        self._duckdb = packages.require("duckdb", "questions to Parquet and text files where they are")
        self._spilled = tempfile.TemporaryDirectory(prefix="innovation_clusters_", dir=folder or None)
        settings: dict[str, str | int | bool] = {
            "temp_directory": self._spilled.name,
            # Nothing is fetched from anywhere while a run goes on.
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        if memory:
            settings["memory_limit"] = memory
        if threads:
            settings["threads"] = threads
        self._connection = self._duckdb.connect(config=settings)
        self._files: dict[str, list[Path]] = {}
        self._seen: dict[Path, tuple[int, int]] = {}

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

    def full_counts(
        self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor
    ) -> NDArray[np.float64]:
        with self._opened(table) as rows, self._known(labelled_table(labelled)):
            answer = self._ask(table, questions.full_counts(rows, _LABELLED, DUCKDB), monitor)
        return full_counts_from(answer, len(labelled.places))

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
        """Make a folder of Parquet files, or one file where `target` ends with .parquet; it must be new."""
        if as_view:
            raise InputError("target", "Files have no views; make a table.")
        there = Path(target)
        if there.exists():
            raise InputError("target", "There is {target} already; name a new one.", target=target)
        made = there.with_name(f".{there.name}.{os.getpid()}.part")
        if not os.access(there.parent, os.W_OK):
            raise InputError(
                "target",
                "There is no folder {folder} that can be written; name a target in one.",
                folder=str(there.parent),
            )
        try:
            with self._opened(table) as rows, self._known(label_table(labelled)):
                columns = list(self._columns(_reading(self._files[table.address], table.parameter), table))
                require_new_column(table, columns, field)
                asked = questions.labels(rows, _LABELLED, field, columns, DUCKDB)
                file = made
                if there.suffix != ".parquet":
                    made.mkdir()
                    file = made / "rows.parquet"
                of_all, known = self._listened(table, lambda: self._write(table, asked, field, file), monitor)
            made.rename(there)
        except OSError as error:
            raise InputError(
                "target",
                "The results cannot be written to {path} ({problem}); name a folder that can be written.",
                path=target,
                problem=error.strerror or error,
            ) from error
        finally:
            if made.is_dir():
                shutil.rmtree(made, ignore_errors=True)
            else:
                made.unlink(missing_ok=True)
        return LabelledRows(of_all, of_all - known)

    def _write(self, table: TableAtSource, question: str, field: str, file: Path) -> tuple[int, int]:
        """Write an answer into a Parquet file; return its rows, and those that have the field.

        Not by COPY: DuckDB 2.0 that is stopped while it writes waits for itself, or takes us down with it.
        """
        of_all, known = 0, 0
        answer = self._connection.sql(question).to_arrow_reader(_ROWS_AT_ONCE)
        schema = _as_geoparquet(answer.schema, self._files[table.address][0])
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
        files = _files(table)
        if table.address not in self._files:
            # What is no table is told as where its rows are read.
            open_table(table.address, table.parameter)
        if self._files.setdefault(table.address, files) != files:
            raise InputError(
                table.parameter,
                "The folder {file} has other files than when the run began; run it again when nobody writes "
                "to it.",
                file=table.address,
            )
        self._require_unchanged(files, table)
        read = _reading(files, table.parameter)
        types = self._columns(read, table)
        relation, row = (read, "") if table.row else _numbered(read, files, types)
        kinds = {name: _kind(of) for name, of in types.items()}
        binary = _binary(table.columns.geometry, types)
        yield rows_of(table, relation, kinds, DUCKDB, geometry=binary, row=row)
        self._require_unchanged(files, table)

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


def _files(table: TableAtSource) -> list[Path]:
    """Return the files of a table in the order in which their rows count."""
    there = Path(table.address)
    if not there.is_dir():
        return [there]
    return sorted(
        file
        for file in there.iterdir()
        if file.name.lower().endswith(".parquet") and not file.name.startswith((".", "_"))
    )


def _reading(files: Sequence[Path], parameter: str) -> str:
    """Return what follows FROM to read files; raises InputError for text in other encodings."""
    listed = ", ".join(DUCKDB.literal(_plain(file)) for file in files)
    if files[0].name.lower().endswith(TEXT):
        file = str(files[0])
        if not is_utf8(file):
            raise InputError(parameter, "DuckDB reads text in UTF-8; save the file {file} so.", file=file)
        names, delimiter = text_format(file, parameter)
        columns = ", ".join(f"{DUCKDB.literal(name)}: 'VARCHAR'" for name in names)
        return (
            f"read_csv([{listed}], auto_detect = false, header = true, columns = {{{columns}}}, "
            f"delim = {DUCKDB.literal(delimiter)}, quote = '\"', escape = '\"')"
        )
    # Columns are those of the files, not of their folders' names, and of types that all files fit in: those
    # of the first file would round what the others have.
    return (
        f"read_parquet([{listed}], hive_partitioning = false, union_by_name = {str(len(files) > 1).lower()})"
    )


def _numbered(read: str, files: Sequence[Path], columns: Collection[str]) -> tuple[str, str]:
    """Return what follows FROM, and what numbers the rows in the order of the files."""
    text = files[0].name.lower().endswith(TEXT)
    # Columns of these names would be read instead of what DuckDB knows.
    if not text and not {"file_index", "file_row_number"} & {name.lower() for name in columns}:
        return read, f"CAST(file_index AS BIGINT) * {_ROWS_OF_A_FILE} + file_row_number"
    number = "number_of_row"
    while any(name.lower() == number for name in columns):
        number = f"the_{number}"
    return f"({select(['*', f'row_number() OVER () AS {number}'], read)})", number


def _as_geoparquet(schema: Any, file: Path) -> Any:
    """Return a pyarrow schema with what a file tells of its geometries, but where they lie: of other files,
    they lie elsewhere.
    """
    if file.name.lower().endswith(TEXT):
        return schema
    told = arrow_module("parquet").read_schema(file).metadata or {}
    if b"geo" not in told:
        return schema
    geo = json.loads(told[b"geo"])
    for column in geo.get("columns", {}).values():
        column.pop("bbox", None)
    return schema.with_metadata({"geo": json.dumps(geo)})


def _plain(file: Path) -> str:
    """Return a path in which nothing stands for several files."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(file))


def _kind(of: str) -> Kind:
    if of.endswith("INT") or of == "INTEGER" or of == "UINTEGER":
        return Kind.WHOLE
    if of in ("FLOAT", "DOUBLE") or of.startswith("DECIMAL"):
        return Kind.NUMBER
    return Kind.TEXT if of == "VARCHAR" or of.startswith("ENUM") else Kind.OTHER


def _binary(column: str, types: dict[str, str]) -> str:
    """Return the expression of a geometry as GeoParquet stores it: in well-known binary, or x and y."""
    quoted = DUCKDB.quote(column)
    return f"ST_AsWKB({quoted})" if types.get(column, "").startswith("GEOMETRY") else quoted


def _first_line(error: Exception) -> str:
    """Return what went wrong, without hints and the text of the question."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0].rstrip(".") if lines else type(error).__name__
