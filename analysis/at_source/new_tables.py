"""Tables that are to be made in a PostgreSQL database: whether it can, asked before any work."""

from __future__ import annotations

from typing import Any

from ..errors import InputError
from .table_names import TableName


def require_new_table(cursor: Any, target: str, *, as_view: bool) -> None:
    """Raise InputError, of "target", where the database cannot make it, nor the table of places that a view
    needs; and what psycopg2 raises.
    """
    name = TableName.read(target, "target")
    cursor.execute("SELECT COALESCE(NULLIF(%s, ''), current_schema())", [name.schema])
    (schema,) = cursor.fetchone()
    if schema is None:
        raise InputError(
            "target",
            "The user of the database has no schema that new tables go to; write {table} with its schema, as "
            "schema.table.",
            table=target,
        )
    cursor.execute("SELECT oid FROM pg_namespace WHERE nspname = %s", [schema])
    found = cursor.fetchone()
    if found is None:
        raise InputError(
            "target", "The database has no schema {schema}; name one that it has.", schema=schema
        )
    wanted = TableName(schema, name.name)
    for each in (wanted, wanted.of_places()) if as_view else (wanted,):
        cursor.execute(
            "SELECT octet_length(%s), CAST(current_setting('max_identifier_length') AS INTEGER)", [each.name]
        )
        length, most = cursor.fetchone()
        if length > most:
            raise InputError(
                "target",
                "The name {name} has {length} bytes, and the database takes {most}; name a shorter one.",
                name=each.name,
                length=length,
                most=most,
            )
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [each.quoted()])
        (there,) = cursor.fetchone()
        if there:
            told = target if each == wanted else f"{each.schema}.{each.name}"
            raise InputError("target", "There is {target} already; name a new one.", target=told)
    cursor.execute("SELECT has_schema_privilege(%s, 'CREATE')", list(found))
    (allowed,) = cursor.fetchone()
    if not allowed:
        raise InputError(
            "target",
            "The user of the database may not make tables in the schema {schema}; ask its owner for that "
            "right, or name another schema.",
            schema=schema,
        )
