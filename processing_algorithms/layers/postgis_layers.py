"""Layers of PostGIS as what their database can be asked about: the same rows that QGIS shows."""

from __future__ import annotations

from typing import Any, NamedTuple

from qgis.core import Qgis, QgsDataSourceUri, QgsVectorLayer, QgsWkbTypes

from ...analysis import packages
from ...analysis.address_tables import AddressColumns
from ...analysis.at_source.dialects import POSTGRESQL
from ...analysis.at_source.postgis_failures import said
from ...analysis.at_source.postgis_tables import Found, find_table
from ...analysis.at_source.statements import select
from ...analysis.at_source.table_names import TableName
from ...analysis.at_source.tables import Kind, TableAtSource
from ...analysis.errors import InputError
from .elsewhere import TableElsewhere
from .postgis_login import logged_in

# The window waits meanwhile, and nobody can cancel. What is asked takes milliseconds where no lock is held.
LOCK_SECONDS = 5
ANSWER_SECONDS = 10
_LOCKED, _ENDED = "55P03", "57014"


class Geometries(NamedTuple):
    """What a column of geometries has been made for: `srid` as QGIS writes it, and the type."""

    srid: str
    kind: Qgis.WkbType


def layer_elsewhere(layer: QgsVectorLayer, parameter: str) -> TableElsewhere:
    """Return a layer of PostGIS as what its database can be asked about, with no columns but its geometry.

    To be called in the thread of the project: the user may be asked for a password. Raises InputError where
    the database does not let us in, no longer has the table, or does not answer soon.
    """
    psycopg2 = packages.require("psycopg2", "questions to tables in PostGIS")
    uri = QgsDataSourceUri(layer.source())
    name = uri.table()
    address = name if name.lstrip().startswith("(") else TableName(uri.schema(), name).quoted()
    columns = AddressColumns("", "", uri.geometryColumn(), "", "", "", "", "", "", "")
    table = TableAtSource(address, columns, parameter=parameter)
    with logged_in(uri, parameter) as (connection, opened):
        try:
            with opened.cursor() as cursor:
                cursor.execute(
                    f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'; "
                    f"SET LOCAL statement_timeout = '{ANSWER_SECONDS}s'"
                )
                found = find_table(cursor, table)
                where = _shown(uri, found.relation, _made_for(cursor, found))
        except psycopg2.Error as error:
            raise _refused(error, table) from error
    # The key tells an order where the rows themselves have none.
    key = "" if found.row or found.kinds.get(uri.keyColumn()) is not Kind.WHOLE else uri.keyColumn()
    table = TableAtSource(address, columns, where, key, parameter)
    return TableElsewhere(table, connection, layer.crs(), bool(found.row or key))


def _refused(error: Any, table: TableAtSource) -> InputError:
    """Return what a psycopg2 error means to who has chosen the layer of `table`."""
    seconds = {_LOCKED: LOCK_SECONDS, _ENDED: ANSWER_SECONDS}.get(error.pgcode)
    if seconds is not None:
        return InputError(
            table.parameter,
            "The database has not told within {seconds} seconds what {table} is ({problem}); run it again "
            "when nobody changes the table, or when the database has less to do.",
            seconds=seconds,
            table=table.address,
            problem=" ".join(str(error).splitlines()[0].split()),
        )
    refused = said(error, table)
    # The user has chosen a layer, not a connection.
    refused.parameter = table.parameter
    return refused


def _made_for(cursor: Any, found: Found) -> Geometries | None:
    """Return what the column of geometries has been made for, also where a query passes it on; None where
    nobody says.
    """
    geometry = POSTGRESQL.quote(found.geometry)
    cursor.execute(select([geometry], f"{found.relation} AS stated") + "\nLIMIT 0")
    (column,) = cursor.description
    cursor.execute(
        "SELECT CAST(srid AS TEXT), upper(type), coord_dimension FROM ("
        "SELECT f_table_schema, f_table_name, f_geometry_column, srid, type, coord_dimension "
        "FROM geometry_columns UNION ALL "
        "SELECT f_table_schema, f_table_name, f_geography_column, srid, type, coord_dimension "
        "FROM geography_columns) AS made "
        "JOIN pg_namespace ON nspname = f_table_schema "
        "JOIN pg_class ON relnamespace = pg_namespace.oid AND relname = f_table_name "
        "JOIN pg_attribute ON attrelid = pg_class.oid AND attname = f_geometry_column "
        "WHERE pg_class.oid = %s AND attnum = %s",
        [column.table_oid, column.table_column],
    )
    made = cursor.fetchone()
    if made is None:
        return None
    srid, kind, dimensions = made
    of_more = "" if kind.endswith("M") else {3: "Z", 4: "ZM"}.get(dimensions, "")
    parsed = QgsWkbTypes.parseType(kind + of_more)
    return None if parsed == Qgis.WkbType.Unknown else Geometries(srid, parsed)


def _shown(uri: QgsDataSourceUri, relation: str, made: Geometries | None) -> str:
    """Return the condition on the rows that QGIS shows, as QgsPostgresProvider::filterWhereClause has it: the
    filter of the layer, and what a column may hold beside geometries of the layer's system and type.
    """
    conditions = [f"({uri.sql()})"] if uri.sql() else []
    geometry = f"CAST({POSTGRESQL.quote(uri.geometryColumn())} AS geometry)"
    srid, kind = uri.srid(), uri.wkbType()
    typed = kind != Qgis.WkbType.Unknown
    of_system = f"ST_SRID({geometry}) = {int(srid)}" if srid else ""
    of_type = f"GeometryType({geometry}) IN ('POINT', 'POINTM', 'MULTIPOINT', 'MULTIPOINTM')"
    if made is not None:
        if srid and (srid != made.srid or int(srid) == 0):
            conditions.append(of_system)
        if typed and kind != made.kind:
            conditions.append(of_type)
    elif srid and typed:
        # QGIS looks what there is. Where it finds nothing but what is wanted, it asks for nothing, and so
        # shows rows that have no geometry too.
        own, alike = _kinds(kind)
        dimensions = 2 * QgsWkbTypes.hasZ(kind) + QgsWkbTypes.hasM(kind)
        wanted = (
            f"{of_system} AND GeometryType({geometry}) IN ({alike}) AND ST_Zmflag({geometry}) = {dimensions}"
        )
        there, others = (
            f"EXISTS ({select(['1'], f'{relation} AS others', where=' AND '.join([*conditions, which]))})"
            for which in (f"GeometryType({geometry}) IN ({own})", f"NOT ({wanted})")
        )
        conditions.append(f"({of_system} AND {of_type} OR {geometry} IS NULL AND {there} AND NOT {others})")
    return " AND ".join(conditions)


def _kinds(kind: Qgis.WkbType) -> tuple[str, str]:
    """Return what PostGIS calls geometries of a type, and those that QGIS takes for it where it is there."""
    single, several = "'POINT', 'POINTM'", "'MULTIPOINT', 'MULTIPOINTM'"
    return (several, f"{single}, {several}") if QgsWkbTypes.isMultiType(kind) else (single, single)
