"""What a table of addresses is for an engine: where it is, and what SQL reads from its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from ..address_tables import AddressColumns
from ..errors import InputError
from .dialects import Dialect

# The parts of a key that are texts, where their columns are chosen.
STATED = ("economy", "organisation", "field")


@dataclass(frozen=True)
class TableAtSource:
    """A table where its rows are.

    `address` is what its engine finds it by: a path, `schema.table`, a query in brackets; `columns` its
    columns, as chosen; `where` a condition in the engine's own SQL that rows have to meet, empty for none;
    `row` a column of whole numbers, another in every row, by which places are numbered, empty where the
    engine knows an order of its own; `parameter` names the table in messages.
    """

    address: str
    columns: AddressColumns
    where: str = ""
    row: str = ""
    parameter: str = "path"


@dataclass(frozen=True)
class Target:
    """A table of all rows with their cluster that is to be made, a new one.

    `address` is what its engine will find it by; `field` the name of the column with the cluster; `as_view`
    asks for one that follows the rows, where the engine has views.
    """

    address: str
    field: str
    as_view: bool = False


class Kind(StrEnum):
    """What a column holds, as far as questions differ by it."""

    WHOLE = "whole numbers"
    NUMBER = "numbers"
    TEXT = "texts"
    OTHER = "anything else"


@dataclass(frozen=True)
class Rows:
    """A table in SQL. `relation` is what follows FROM; the others are expressions over its columns.

    `key` has the expressions that rows of one group have in common: x and y, or geometry (well-known binary),
    and of STATED what was chosen; `texts` names those of x and y that are texts. `record` is NULL where a row
    names none, empty where there are no records; `weight` how many addresses a row stands for, empty for 1
    each, `whole_weight` says that these are whole numbers; `counted` how many records in fractions, empty
    where records or addresses tell; `row` a whole number, empty where rows have no order.
    """

    relation: str
    key: Mapping[str, str]
    texts: frozenset[str]
    record: str
    weight: str
    whole_weight: bool
    counted: str
    where: str
    row: str

    @property
    def place(self) -> tuple[str, ...]:
        """The parts of the key that say where a row lies."""
        return tuple(name for name in self.key if name not in STATED)


def rows_of(
    table: TableAtSource,
    relation: str,
    kinds: Mapping[str, Kind],
    dialect: Dialect,
    *,
    geometry: str = "",
    row: str = "",
) -> Rows:
    """Return a table in SQL; `kinds` of all its columns, in their order.

    geometry: the expression that gives the well-known binary of `columns.geometry`; row: what numbers the
    rows where the table names no column for it. Raises InputError where a column is missing.
    """
    columns = table.columns
    for name in (
        columns.longitude,
        columns.latitude,
        columns.geometry,
        columns.record,
        columns.weight,
        columns.count,
        *(getattr(columns, name) for name in STATED),
        table.row,
    ):
        if name and name not in kinds:
            raise InputError(
                table.parameter,
                "The table {table} has no column {column}; it has {columns}.",
                table=table.address,
                column=name,
                columns=", ".join(kinds),
            )
    axes = {} if columns.geometry else {"x": columns.longitude, "y": columns.latitude}
    texts = frozenset(axis for axis, name in axes.items() if kinds[name] is Kind.TEXT)
    key = {"geometry": geometry} if columns.geometry else {}
    for axis, name in axes.items():
        key[axis] = dialect.coordinate(dialect.quote(name), axis in texts)
    for name in STATED:
        if column := getattr(columns, name):
            key[name] = f"COALESCE({dialect.text(dialect.quote(column))}, '')"

    def number(column: str) -> str:
        if not column:
            return ""
        return dialect.number(dialect.quote(column), kinds[column] is Kind.TEXT)

    return Rows(
        relation,
        key,
        texts,
        _record(columns.record, kinds, dialect),
        number(columns.weight),
        not columns.weight or kinds[columns.weight] is Kind.WHOLE,
        # The records themselves tell more than their number.
        "" if columns.record else number(columns.count),
        f"({table.where})" if table.where else "",
        f"CAST({dialect.quote(table.row)} AS BIGINT)" if table.row else row,
    )


def _record(column: str, kinds: Mapping[str, Kind], dialect: Dialect) -> str:
    if not column:
        return ""
    quoted = dialect.quote(column)
    if kinds[column] is Kind.TEXT:
        return f"NULLIF({dialect.trimmed(dialect.text(quoted))}, '')"
    if kinds[column] is Kind.NUMBER:
        nothing = dialect.not_a_number.format(number=dialect.double(quoted))
        return f"CASE WHEN {nothing} THEN NULL ELSE {quoted} END"
    return quoted


def require_new_column(
    table: TableAtSource, columns: Collection[str], field: str, *, capitals: bool = True
) -> None:
    """Raise InputError where the table has a column of this name already; where its engine does not look at
    `capitals`, also one that differs by them alone.
    """
    for column in columns:
        if column == field or (not capitals and column.lower() == field.lower()):
            raise InputError(
                "field",
                "The table {table} has a column {column} already; name another one.",
                table=table.address,
                column=column,
            )


@contextmanager
def telling_table(table: TableAtSource) -> Iterator[None]:
    """Have errors tell which of several tables they are about."""
    try:
        yield
    except InputError as error:
        error.table = table.parameter
        raise
