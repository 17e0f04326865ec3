"""What a PostgreSQL database says of a table: its columns, its geometry, what its rows are numbered by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import InputError
from .dialects import POSTGRESQL
from .statements import select
from .table_names import TableName
from .tables import Kind, TableAtSource

# The oldest server that knows which of two rows comes first in a table.
_COMPARES_ROWS = 140000

# A geometry of many points says no more to us than that it is one, whatever its size.
_TWO_POINTS = "0104000000020000000101000000" + 32 * "0" + "0101000000" + 32 * "0"
_POLYGON = "010300000000000000"


@dataclass(frozen=True)
class Found:
    """A table as it was found: `relation` follows FROM, `kinds` of its columns in their order; `geometry` is
    the chosen column of geometries, `binary` the expression of its well-known binary, empty where there is
    none; `row` what numbers the rows, empty where they have no order.
    """

    relation: str
    kinds: Mapping[str, Kind]
    geometry: str
    binary: str
    row: str


def find_table(cursor: Any, table: TableAtSource) -> Found:
    """Return what the database says of a table, or of a query in brackets; raises InputError where it has no
    such table, and what psycopg2 raises.
    """
    address = table.address.strip()
    if address.startswith("("):
        relation, row = address, ""
        cursor.execute(select("*", f"{relation} AS stated") + "\nLIMIT 0")
        columns = [(each.name, each.type_code, -1) for each in cursor.description]
    else:
        relation = TableName.read(address).quoted()
        cursor.execute("SELECT CAST(to_regclass(%s) AS OID)", [relation])
        (identifier,) = cursor.fetchone()
        if identifier is None:
            raise InputError(
                table.parameter, "The database has no table {table}; choose one that it has.", table=address
            )
        row = "ctid" if _in_order(cursor, identifier) else ""
        cursor.execute(
            "SELECT attname, atttypid, atttypmod FROM pg_attribute "
            "WHERE attrelid = %s AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
            [identifier],
        )
        columns = cursor.fetchall()
    cursor.execute(
        "SELECT oid, typname, typcategory FROM pg_type WHERE oid = ANY(%s)", [[each[1] for each in columns]]
    )
    types = {oid: (name, category) for oid, name, category in cursor.fetchall()}
    kinds = {name: _kind(*types[oid]) for name, oid, _ in columns}
    chosen = table.columns.geometry
    type_of = {name: types[oid][0] for name, oid, _ in columns}
    binary = _binary(cursor, table, chosen, type_of[chosen]) if chosen in type_of else ""
    return Found(relation, kinds, chosen, binary, row)


def _in_order(cursor: Any, identifier: int) -> bool:
    """Say whether rows are read in an order that the database can tell: that of a table or a materialised
    view. Parts of a table have one each, and which part is read first is not written in its rows.
    """
    cursor.execute("SELECT relkind, relhassubclass FROM pg_class WHERE oid = %s", [identifier])
    kind, divided = cursor.fetchone()
    return kind in ("r", "m") and not divided and cursor.connection.server_version >= _COMPARES_ROWS


def _kind(name: str, category: str) -> Kind:
    if name in ("int2", "int4", "int8"):
        return Kind.WHOLE
    if category == "N":
        return Kind.NUMBER
    return Kind.TEXT if category in ("S", "E") else Kind.OTHER


def postgis_schema(cursor: Any) -> str | None:
    """Return where PostGIS has been put, None where there is none."""
    cursor.execute(
        "SELECT nspname FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace "
        "WHERE extname = 'postgis'"
    )
    found = cursor.fetchone()
    return None if found is None else str(found[0])


def _binary(cursor: Any, table: TableAtSource, column: str, of: str) -> str:
    """Return the expression of a geometry in well-known binary, wherever PostGIS has been put."""
    extension = postgis_schema(cursor)
    if extension is None or of not in ("geometry", "geography"):
        raise InputError(
            table.parameter,
            "The column {column} of {table} holds no geometries of PostGIS; choose one that does.",
            column=column,
            table=table.address,
        )
    schema = POSTGRESQL.quote(extension)
    geometry = f"CAST({POSTGRESQL.quote(column)} AS {schema}.geometry)"
    kind = f"{schema}.ST_GeometryType({geometry})"
    binary = f"{schema}.ST_AsBinary({geometry})"
    return (
        f"CASE WHEN {kind} = 'ST_Point' THEN {binary} "
        f"WHEN {kind} = 'ST_MultiPoint' AND {schema}.ST_NumGeometries({geometry}) < 2 THEN {binary} "
        f"WHEN {kind} = 'ST_MultiPoint' THEN CAST('\\x{_TWO_POINTS}' AS BYTEA) "
        f"WHEN {kind} IS NOT NULL THEN CAST('\\x{_POLYGON}' AS BYTEA) END"
    )
