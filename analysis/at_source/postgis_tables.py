"""What a PostgreSQL database says of a table: its columns, its geometry, what its rows are numbered by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import InputError
from .dialects import POSTGRESQL
from .statements import select
from .tables import Kind, TableAtSource

_PART = re.compile(r'"((?:[^"]|"")*)"|([^".]+)')

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


def quoted_name(address: str, ending: str = "") -> str:
    """Return `schema.table` or `table` for SQL, as it stands: capital letters stay what they are.

    Parts may be in double quotes, and have to be where they contain dots or quotes themselves.
    """
    return ".".join(
        POSTGRESQL.quote(part + (ending if number == len(parts) - 1 else ""))
        for parts in [_parts(address)]
        for number, part in enumerate(parts)
    )


def _parts(address: str) -> list[str]:
    parts, at = [], 0
    text = address.strip()
    while at <= len(text):
        found = _PART.match(text, at)
        if found is None:
            break
        parts.append(found[1].replace('""', '"') if found[1] is not None else found[2].strip())
        at = found.end()
        if text[at : at + 1] != ".":
            break
        at += 1
    if at != len(text) or not 1 <= len(parts) <= 2 or not all(parts):
        raise InputError("table", "{table} is no name of a table; write schema.table.", table=address)
    return parts


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
        relation = quoted_name(address)
        cursor.execute("SELECT CAST(to_regclass(%s) AS OID)", [relation])
        (identifier,) = cursor.fetchone()
        if identifier is None:
            raise InputError(
                table.parameter, "The database has no table {table}; choose one that it has.", table=address
            )
        cursor.execute("SELECT relkind FROM pg_class WHERE oid = %s", [identifier])
        (kind,) = cursor.fetchone()
        # Tables and materialised views keep their rows in an order; parts of a table each have their own.
        row = "ctid" if kind in ("r", "m") else ""
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


def _kind(name: str, category: str) -> Kind:
    if name in ("int2", "int4", "int8"):
        return Kind.WHOLE
    if category == "N":
        return Kind.NUMBER
    return Kind.TEXT if category in ("S", "E") else Kind.OTHER


def _binary(cursor: Any, table: TableAtSource, column: str, of: str) -> str:
    """Return the expression of a geometry in well-known binary, wherever PostGIS has been put."""
    cursor.execute(
        "SELECT nspname FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace "
        "WHERE extname = 'postgis'"
    )
    extension = cursor.fetchone()
    if extension is None or of not in ("geometry", "geography"):
        raise InputError(
            table.parameter,
            "The column {column} of {table} holds no geometries of PostGIS; choose one that does.",
            column=column,
            table=table.address,
        )
    schema = POSTGRESQL.quote(extension[0])
    geometry = f"CAST({POSTGRESQL.quote(column)} AS {schema}.geometry)"
    kind = f"{schema}.ST_GeometryType({geometry})"
    binary = f"{schema}.ST_AsBinary({geometry})"
    return (
        f"CASE WHEN {kind} = 'ST_Point' THEN {binary} "
        f"WHEN {kind} = 'ST_MultiPoint' AND {schema}.ST_NumGeometries({geometry}) < 2 THEN {binary} "
        f"WHEN {kind} = 'ST_MultiPoint' THEN CAST('\\x{_TWO_POINTS}' AS BYTEA) "
        f"WHEN {kind} IS NOT NULL THEN CAST('\\x{_POLYGON}' AS BYTEA) END"
    )
