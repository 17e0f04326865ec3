"""Tables that are to be made in a database: whether it can, asked before any work."""

from __future__ import annotations

import re

from ...analysis import packages
from ...analysis.at_source.postgis_tables import quoted_name
from ...analysis.errors import InputError
from .at_source import TableElsewhere


def require_new_table(elsewhere: TableElsewhere, target: str, parameter: str) -> None:
    """Raise InputError, naming the parameter, where the database of a table cannot make `target`."""
    psycopg2 = packages.require("psycopg2", "questions to tables in PostGIS")
    name = quoted_name(target)
    parts = re.findall(r'"((?:[^"]|"")*)"', name)
    schema = parts[0].replace('""', '"') if len(parts) > 1 else ""
    try:
        opened = psycopg2.connect(elsewhere.connection, connect_timeout=10)
    except psycopg2.Error:
        # The engine says what is the matter with the connection.
        return
    try:
        with opened.cursor() as cursor:
            cursor.execute("SELECT COALESCE(NULLIF(%s, ''), current_schema())", [schema])
            (schema,) = cursor.fetchone()
            cursor.execute("SELECT to_regnamespace(quote_ident(%s)) IS NOT NULL", [schema])
            (there,) = cursor.fetchone()
            if not there:
                raise InputError(
                    parameter, "The database has no schema {schema}; name one that it has.", schema=schema
                )
            cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [name])
            (made,) = cursor.fetchone()
            if made:
                raise InputError(parameter, "There is {target} already; name a new one.", target=target)
            cursor.execute("SELECT has_schema_privilege(%s, 'CREATE')", [schema])
            (allowed,) = cursor.fetchone()
            if not allowed:
                raise InputError(
                    parameter,
                    "The user of the database may not make tables in the schema {schema}; ask its owner for "
                    "that right, or name another schema.",
                    schema=schema,
                )
    finally:
        opened.close()
