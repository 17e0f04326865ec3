"""What coordinates of a PostGIS table are in, as its geometries say."""

from __future__ import annotations

from typing import Any

from ..errors import InputError
from .dialects import POSTGRESQL
from .postgis_tables import Found, postgis_schema
from .statements import select
from .tables import TableAtSource


def system_of(cursor: Any, table: TableAtSource, found: Found) -> str:
    """Return the system as PROJ reads it, empty where geometries say none; raises InputError where they are
    in several, and what psycopg2 raises.
    """
    schema = postgis_schema(cursor)
    if not found.binary or schema is None:
        return ""
    column = POSTGRESQL.quote(found.geometry)
    identifiers = _declared(cursor, found, schema) or _stated(cursor, table, found, schema, column)
    if len(identifiers) > 1:
        raise InputError(
            table.parameter,
            "The geometries of {table} are in different coordinate reference systems ({first}, {second}); "
            "bring them to one before.",
            table=table.address,
            first=identifiers[0],
            second=identifiers[1],
        )
    if not identifiers or not identifiers[0]:
        return ""
    systems = f"{POSTGRESQL.quote(schema)}.spatial_ref_sys"
    cursor.execute(select(["auth_name", "auth_srid", "srtext"], systems, where="srid = %s"), identifiers)
    authority, number, definition = cursor.fetchone() or ("EPSG", identifiers[0], "")
    return f"{authority}:{number}" if authority else str(definition or "")


def _declared(cursor: Any, found: Found, schema: str) -> list[int]:
    """Return the identifier that the column has, where it has one for all rows."""
    if found.relation.startswith("("):
        return []
    declared = f"{POSTGRESQL.quote(schema)}.postgis_typmod_srid(atttypmod)"
    column = "attrelid = to_regclass(%s) AND attname = %s"
    cursor.execute(select([declared], "pg_attribute", where=column), [found.relation, found.geometry])
    (identifier,) = cursor.fetchone()
    return [identifier] if identifier else []


def _stated(cursor: Any, table: TableAtSource, found: Found, schema: str, column: str) -> list[int]:
    """Return identifiers that rows have, two at most."""
    of = f"{POSTGRESQL.quote(schema)}.ST_SRID(CAST({column} AS {POSTGRESQL.quote(schema)}.geometry))"
    conditions = [f"{column} IS NOT NULL", *([f"({table.where})"] if table.where else [])]
    rows = f"{found.relation} AS stated"
    cursor.execute(select([f"DISTINCT {of}"], rows, where=" AND ".join(conditions)) + "\nLIMIT 2")
    return sorted(identifier for (identifier,) in cursor.fetchall())
