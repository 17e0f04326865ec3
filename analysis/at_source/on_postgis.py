"""Tables of a PostgreSQL database with PostGIS: one connection, and one snapshot for all questions.

From the first question on, nothing that others write is seen, and nobody can drop the table.
Answers and labels go through COPY, as a whole.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from .. import packages
from ..errors import Cancelled, InputError
from ..monitor import POLL_SECONDS, Monitor
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
from .dialects import ASCII_SPACES, POSTGRESQL, Dialect
from .engine import WholeRun, listen
from .new_tables import require_new_table
from .postgis_failures import said, unknown_end, unreachable, why_not_made
from .postgis_systems import system_of
from .postgis_tables import Found, find_table
from .statements import select
from .table_names import TableName
from .tables import Rows, TableAtSource, Target, require_new_column, rows_of, telling_table

T = TypeVar("T")

# What others than the caller may set: answers must mean the same whoever asks. The transaction waits while
# clusters are found; that is no fault of its.
_SETTINGS = {
    "standard_conforming_strings": "on",
    "bytea_output": "'hex'",
    # All digits of a double, on servers before PostgreSQL 12 too.
    "extra_float_digits": "3",
    "idle_in_transaction_session_timeout": "0",
    "client_min_messages": "warning",
}
# A server that has gone without a word is missed after about a minute.
_CONNECTION = {
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "application_name": "Innovation Clusters",
}
_LABELLED = "innovation_clusters_labelled"


class PostGIS(WholeRun):
    """A database, by its connection string as libpq takes it; connected by the first question."""

    name = "PostGIS"

    def __init__(self, connection: str) -> None:
        self._psycopg = packages.require("psycopg2", "questions to tables in PostGIS")
        self._given = connection
        self._connection: Any = None
        self._dialect: Dialect = POSTGRESQL
        self._failed = False

    def close(self) -> None:
        """End the connection, and with it what was not finished."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> PostGIS:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        with self._asking(table, monitor):
            _, rows = self._rows(table, monitor)
            asked = questions.places(rows, self._dialect)
            if rows.row == "ctid":
                asked = _numbered(rows, asked)
            return places_from(self._ask(asked, _place_types(rows), monitor), table)

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        with self._asking(table, monitor):
            _, rows = self._rows(table, monitor)
            self._send(labelled_table(labelled), monitor)
            asked = questions.patterns(rows, _LABELLED, self._dialect)
            types = {"entries": "string", "whole": "int64", "whole_rest": "int64", "times": "int64"}
            return patterns_from(self._ask(asked, types, monitor))

    def full_counts(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Sums:
        with self._asking(table, monitor):
            _, rows = self._rows(table, monitor)
            self._send(labelled_table(labelled), monitor)
            asked = questions.full_counts(rows, _LABELLED, self._dialect)
            types = dict.fromkeys(("place", "full_count", "full_count_rest"), "int64")
            return full_counts_from(self._ask(asked, types, monitor), len(labelled.places))

    def system(self, table: TableAtSource, monitor: Monitor) -> str:
        with self._asking(table, monitor), self._connection.cursor() as cursor:
            found, _ = self._rows(table, monitor)
            return self._waited(lambda: system_of(cursor, table, found), monitor)

    def require_target(self, table: TableAtSource, target: Target, monitor: Monitor) -> None:
        """Raise InputError, of "target" or "field", where `label` could not make a table or view."""
        with self._asking(table, monitor), self._connection.cursor() as cursor:
            found, _ = self._rows(table, monitor)
            require_new_column(table, found.kinds, target.field)
            self._waited(lambda: require_new_table(cursor, target.address, as_view=target.as_view), monitor)

    def label_all(self, asked: Sequence[Labelling], monitor: Monitor) -> list[LabelledRows]:
        """Make tables `schema.table`, or views, to which a table of places belongs (its name with _places).

        They are there for others once all of it is there.
        """
        rows = []
        for each, part in zip(asked, monitor.split(*[1.0] * len(asked)), strict=True):
            with telling_table(each.table), self._asking(each.table, part):
                rows.append(self._label(each, part))
        if rows:
            with self._asking(asked[-1].table, monitor):
                self._commit(", ".join(each.target.address for each in asked))
        return rows

    def _label(self, asked: Labelling, monitor: Monitor) -> LabelledRows:
        """Make a table or view within the transaction."""
        table, target = asked.table, asked.target
        found, rows = self._rows(table, monitor)
        require_new_column(table, found.kinds, target.field)
        new = TableName.read(target.address, "target")
        name, places = new.quoted(), new.of_places().quoted() if target.as_view else ""
        self._send(label_table(asked.labelled), monitor, places, target.address)
        question = questions.labels(rows, places or _LABELLED, target.field, list(found.kinds), self._dialect)
        kind = "VIEW" if target.as_view else "TABLE"
        self._make(f"CREATE {kind} {name} AS {question}", target.address, monitor)
        if found.geometry and not target.as_view:
            # What is drawn without one is drawn slowly.
            self._run(f"CREATE INDEX ON {name} USING gist ({self._dialect.quote(found.geometry)})", monitor)
        known = f"COUNT({self._dialect.quote(target.field)}) AS known"
        counted = self._ask(
            select(["COUNT(*) AS of_all", known], name), {"of_all": "int64", "known": "int64"}, monitor
        )
        of_all, of_known = (int(counted.column(part)[0].as_py()) for part in ("of_all", "known"))
        return LabelledRows(of_all, of_all - of_known)

    @contextmanager
    def _asking(self, table: TableAtSource, monitor: Monitor) -> Iterator[None]:
        """Ask within the snapshot; what fails ends it, and is told in one sentence."""
        if self._failed:
            raise InputError(
                "connection", "The database was asked before and that failed; begin the run again."
            )
        try:
            self._begin(monitor)
            yield
        except BaseException as error:
            self._failed = True
            self.close()
            if isinstance(error, self._psycopg.Error):
                raise said(error, table) from error
            raise

    def _begin(self, monitor: Monitor) -> None:
        if self._connection is None:
            self._connection = self._connected(monitor)
            self._connection.set_session(isolation_level="REPEATABLE READ")
            self._connection.set_client_encoding("UTF8")
            if self._connection.get_parameter_status("server_encoding") != "UTF8":
                # Other encodings do not have every space there is, and hardly any has a minus of its own.
                minus = POSTGRESQL.minus if self._has(POSTGRESQL.minus) else ""
                self._dialect = POSTGRESQL.with_signs(ASCII_SPACES, minus)
        if self._connection.info.transaction_status == self._psycopg.extensions.TRANSACTION_STATUS_IDLE:
            settings = "; ".join(f"SET LOCAL {name} = {value}" for name, value in _SETTINGS.items())
            self._run(settings, monitor)

    def _has(self, sign: str) -> bool:
        """Say whether the encoding of the server has a sign; for a moment before the snapshot."""
        try:
            with self._connection.cursor() as cursor:
                cursor.execute(
                    "SELECT convert(CAST(%s AS BYTEA), 'UTF8', getdatabaseencoding())",
                    ["\\x" + sign.encode().hex()],
                )
        except (self._psycopg.DataError, self._psycopg.ProgrammingError):
            return False
        finally:
            self._connection.rollback()
        return True

    def _connected(self, monitor: Monitor) -> Any:
        """Return a connection; a server that does not answer is not waited for once the user has enough."""
        try:
            given = self._psycopg.extensions.parse_dsn(self._given)
        except self._psycopg.Error:
            # What it says quotes pieces, and one may be of a password; so nothing of it is shown or kept.
            raise InputError(
                "connection",
                "The connection cannot be understood; write it as host=… port=… dbname=… user=…, with values "
                "that contain spaces in single quotes.",
            ) from None
        made: list[Any] = []
        failed: list[Exception] = []
        left = threading.Event()

        def connect() -> None:
            try:
                connection = self._psycopg.connect(**{**_CONNECTION, **given})
            except Exception as error:  # handed over to who waits
                failed.append(error)
                return
            made.append(connection)
            if left.is_set():
                connection.close()

        thread = threading.Thread(target=connect, name="innovation_clusters_connecting", daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(POLL_SECONDS)
                monitor.check()
        except Cancelled:
            left.set()
            raise
        if failed:
            raise unreachable(failed[0]) from failed[0]
        return made[0]

    def _rows(self, table: TableAtSource, monitor: Monitor) -> tuple[Found, Rows]:
        with self._connection.cursor() as cursor:
            found = self._waited(lambda: find_table(cursor, table), monitor)
        return found, rows_of(
            table, found.relation, found.kinds, self._dialect, geometry=found.binary, row=found.row
        )

    def _run(self, statement: str, monitor: Monitor) -> None:
        with self._connection.cursor() as cursor:
            self._waited(lambda: cursor.execute(statement), monitor)

    def _make(self, statement: str, target: str, monitor: Monitor) -> None:
        """Run what makes a table or view for the user; that it cannot be made is said of `target`."""
        try:
            self._run(statement, monitor)
        except self._psycopg.Error as error:
            refused = why_not_made(error, target)
            if refused is None:
                raise
            raise refused from error

    def _commit(self, target: str) -> None:
        """Have what was made there for others. Nobody can cancel this: half way it may have been done."""
        try:
            self._connection.commit()
        except self._psycopg.Error as error:
            if self._connection.closed:
                raise unknown_end(error, target) from error
            raise

    def _ask(self, question: str, types: Mapping[str, str], monitor: Monitor) -> Any:
        """Return the answer as a pyarrow table of these columns."""
        arrow, csv = arrow_module(), arrow_module("csv")
        answer = io.BytesIO()
        copied = f"COPY ({question}) TO STDOUT (FORMAT csv)"
        with self._connection.cursor() as cursor:
            self._waited(lambda: cursor.copy_expert(copied, answer), monitor)
        kinds = {name: arrow.type_for_alias(kind) for name, kind in types.items()}
        if not answer.tell():
            return arrow.schema(kinds).empty_table()
        answer.seek(0)
        return csv.read_csv(
            answer,
            csv.ReadOptions(column_names=list(types)),
            csv.ParseOptions(newlines_in_values=True),
            csv.ConvertOptions(
                column_types=kinds,
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
            ),
        )

    def _send(self, labelled: Any, monitor: Monitor, name: str = "", target: str = "") -> None:
        """Have a pyarrow table in the database, for this transaction alone where it has no name; `target` is
        what it is made for.
        """
        csv = arrow_module("csv")
        columns = ", ".join(
            f"{column.name} {_column_type(column.name, column.type)}" for column in labelled.schema
        )
        if name:
            self._make(f"CREATE TABLE {name} ({columns})", target, monitor)
        else:
            self._run(f"DROP TABLE IF EXISTS pg_temp.{_LABELLED}", monitor)
            self._run(f"CREATE TEMPORARY TABLE {_LABELLED} ({columns}) ON COMMIT DROP", monitor)
        sent = io.BytesIO()
        csv.write_csv(labelled, sent, csv.WriteOptions(include_header=False))
        sent.seek(0)
        with self._connection.cursor() as cursor:
            copied = f"COPY {name or _LABELLED} FROM STDIN (FORMAT csv)"
            self._waited(lambda: cursor.copy_expert(copied, sent), monitor)
        # Without it the planner takes a table that is new for a small one.
        self._run(f"ANALYZE {name or _LABELLED}", monitor)

    def _waited(self, work: Callable[[], T], monitor: Monitor) -> T:
        return listen(work, self._connection.cancel, lambda: 0.0, monitor)


def _numbered(rows: Rows, asked: str) -> str:
    """Return the question for places with their first rows as numbers, not as (page, row)."""
    page_and_row = "(CAST(CAST(first_row AS TEXT) AS POINT))"
    number = f"CAST({page_and_row}[0] AS BIGINT) * 65536 + CAST({page_and_row}[1] AS BIGINT)"
    columns = [f"{number} AS first_row" if name == "first_row" else name for name in _place_types(rows)]
    return select(columns, f"({asked}) AS places")


def _place_types(rows: Rows) -> dict[str, str]:
    """Return the columns of an answer to `questions.places`, in their order."""
    types = dict.fromkeys(rows.key, "string")
    for name in ("x", "y"):
        if name in types and name not in rows.texts:
            types[name] = "float64"
    numbers = ("recorded", "row_count", "first_row", "lacking", "negative")
    sums = ("addresses", "addresses_rest", "fraction", "fraction_rest")
    return types | dict.fromkeys((*numbers, *sums), "int64")


def _column_type(name: str, kind: Any) -> str:
    if name == "geometry":
        return "BYTEA"
    types = arrow_module().types
    if types.is_floating(kind):
        return POSTGRESQL.double_type
    return "BIGINT" if types.is_integer(kind) else POSTGRESQL.text_type
