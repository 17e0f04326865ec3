"""Layers and files whose rows an engine can be asked about where they are, so that they need not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCredentials,
    QgsDataSourceUri,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...analysis import memory, packages
from ...analysis.address_tables import AddressColumns
from ...analysis.at_source.answers import LabelledPlaces, LabelledRows, Patterns, Places
from ...analysis.at_source.on_duckdb import DuckDB
from ...analysis.at_source.on_postgis import PostGIS
from ...analysis.at_source.tables import TableAtSource
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.table_files import TEXT, is_utf8, open_table
from ..base import tr

T = TypeVar("T")

# What a row takes while clusters are found from rows in memory: 5.9 GB for the 31 million of the modelled
# world.
BYTES_OF_ROW = 190
# A row of a text file hardly has fewer, so that there are hardly more rows than its size tells.
BYTES_OF_LINE = 25
# Of the memory that is free rows may take this part. What is less is read no slower than it is grouped: the
# groups of 27 million rows took DuckDB the 12 seconds of a core that reading them takes, and then it is still
# asked for their records.
PART_OF_MEMORY = 0.5

# The type of a column that takes geometries of all kinds.
_NOT_TYPED = "GEOMETRY"


@dataclass(frozen=True)
class TableElsewhere:
    """A table and what is asked about it: `connection` that of a database, empty for files; `crs` that of its
    coordinates.
    """

    table: TableAtSource
    connection: str
    crs: QgsCoordinateReferenceSystem

    @property
    def in_database(self) -> bool:
        """Whether rows are geometries of a database and not columns of a file."""
        return bool(self.connection)

    def with_columns(self, **columns: str) -> TableElsewhere:
        """Return the same table with other columns."""
        chosen = replace(self.table.columns, **columns)
        return replace(self, table=replace(self.table, columns=chosen))

    @contextmanager
    def engine(self) -> Iterator[NamedEngine]:
        """Open the engine that holds the table."""
        opened: PostGIS | DuckDB = PostGIS(self.connection) if self.in_database else DuckDB()
        with opened:
            yield NamedEngine(opened, self.table.parameter)


class NamedEngine:
    """An engine whose complaints name the parameter that the table comes from."""

    def __init__(self, engine: PostGIS | DuckDB, parameter: str) -> None:
        self.engine = engine
        self.name = engine.name
        self._parameter = parameter

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        return self.named(lambda: self.engine.places(table, monitor))

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        return self.named(lambda: self.engine.patterns(table, labelled, monitor))

    def full_counts(
        self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor
    ) -> NDArray[np.float64]:
        return self.named(lambda: self.engine.full_counts(table, labelled, monitor))

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
        return self.named(lambda: self.engine.label(table, labelled, target, field, monitor, as_view=as_view))

    def named(self, work: Callable[[], T]) -> T:
        """Return what `work` does; the connection of a table and its path are that table for the user."""
        try:
            return work()
        except packages.MissingPackageError:
            raise
        except InputError as error:
            if error.parameter in ("connection", "table", "path"):
                error.parameter = self._parameter
            raise


def why_not_at_source(layer: QgsVectorLayer, wanted: Any) -> str:
    """Say why the database of a layer cannot be asked about the rows that the parameter value `wanted` means;
    empty where it can.
    """
    if layer.providerType() != "postgres":
        return tr("not a layer of PostGIS")
    if layer.geometryType() != Qgis.GeometryType.Point:
        return tr("not a layer of points")
    if layer.isEditable():
        return tr("edits that are not saved yet")
    fields = layer.fields()
    if any(fields.fieldOrigin(index) != Qgis.FieldOrigin.Provider for index in range(len(fields))):
        return tr("joined or virtual fields")
    if isinstance(wanted, QgsProcessingFeatureSourceDefinition) and (
        wanted.filterExpression or wanted.featureLimit >= 0 or wanted.selectedFeaturesOnly
    ):
        return tr("only some of the rows are wanted")
    for name in ("psycopg2", "pyarrow"):
        if packages.find(name).module is None:
            return tr("the Python package {name} is not there").format(name=name)
    return ""


def why_no_engine(path: str) -> str:
    """Say why DuckDB cannot be asked about a file or folder; empty where it can."""
    for name in ("duckdb", "pyarrow"):
        if packages.find(name).module is None:
            return tr("the Python package {name} is not there").format(name=name)
    if _is_text(path) and not is_utf8(path):
        return tr("a text file in another encoding than UTF-8")
    return ""


def why_not_in_file(path: str, parameter: str) -> str:
    """Say why DuckDB is not asked about a file or folder, but its rows are read; empty where it is asked."""
    reason = why_no_engine(path)
    if reason:
        return reason
    size = Path(path).stat().st_size
    rows = size // BYTES_OF_LINE if _is_text(path) else open_table(path, parameter).rows
    free = memory.available()
    if free is None or rows * BYTES_OF_ROW <= PART_OF_MEMORY * free:
        return tr("rows that memory has room for")
    return ""


def _is_text(path: str) -> bool:
    return path.lower().endswith(TEXT)


def file_elsewhere(path: str, columns: AddressColumns, parameter: str) -> TableElsewhere:
    """Return a file or folder as what DuckDB can be asked about."""
    crs = QgsCoordinateReferenceSystem()
    crs.createFromUserInput(columns.crs)
    return TableElsewhere(TableAtSource(path, columns, parameter=parameter), "", crs)


def layer_elsewhere(layer: QgsVectorLayer, parameter: str) -> TableElsewhere:
    """Return a layer of PostGIS as what its database can be asked about, with no columns but its geometry.

    To be called in the thread of the project: the user may be asked for a password. Raises InputError where
    the database does not let us in.
    """
    uri = QgsDataSourceUri(layer.source())
    connection = _let_in(uri, parameter)
    geometry = uri.geometryColumn()
    schema, name = uri.schema(), uri.table()
    query = name.lstrip().startswith("(")
    address = name if query else f"{_quoted(schema)}.{_quoted(name)}" if schema else _quoted(name)
    conditions = [f"({layer.subsetString()})"] if layer.subsetString() else []
    if not query and _types_of(connection, schema, name, geometry) == _NOT_TYPED:
        # Of a column that holds all kinds QGIS makes a layer of each, without the rows that have none.
        kinds = {kind: kind for kind in ("POINT", "MULTIPOINT")}
        flat = QgsWkbTypes.displayString(QgsWkbTypes.flatType(layer.wkbType())).upper()
        wanted = kinds.get(flat, "POINT")
        conditions.append(f"GeometryType({_quoted(geometry)}) LIKE '{wanted}%'")
    columns = AddressColumns("", "", geometry, "", "", "", "", "", "", "")
    # The key of a query numbers its rows; those of a table have an order of their own.
    key = uri.keyColumn() if query else ""
    index = layer.fields().lookupField(key) if key else -1
    row = key if index >= 0 and layer.fields().at(index).isNumeric() else ""
    table = TableAtSource(address, columns, " AND ".join(conditions), row, parameter)
    return TableElsewhere(table, connection, layer.crs())


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _let_in(uri: QgsDataSourceUri, parameter: str) -> str:
    """Return the connection string with which the database lets us in, asking the user as QGIS does."""
    psycopg2 = packages.require("psycopg2", "questions to tables in PostGIS")
    realm = uri.connectionInfo(False)
    connection = uri.connectionInfo(True)
    user, password = uri.username(), uri.password()
    while True:
        try:
            psycopg2.connect(connection, connect_timeout=10).close()
            return connection
        except psycopg2.Error as error:
            problem = " ".join(str(error).split()).rstrip(".")
        given, user, password = QgsCredentials.instance().get(realm, user, password, problem)
        if not given:
            raise InputError(
                parameter,
                "The database cannot be reached ({problem}); check its host, port, name, user and password.",
                problem=problem,
            )
        uri = QgsDataSourceUri(uri)
        uri.setUsername(user)
        uri.setPassword(password)
        connection = uri.connectionInfo(True)
        QgsCredentials.instance().put(realm, user, password)


def _types_of(connection: str, schema: str, table: str, geometry: str) -> str:
    """Return the type of geometries that a column has been made for, empty where nobody says."""
    psycopg2 = packages.require("psycopg2", "questions to tables in PostGIS")
    opened = psycopg2.connect(connection, connect_timeout=10)
    try:
        with opened.cursor() as cursor:
            cursor.execute(
                "SELECT type FROM geometry_columns WHERE f_table_schema = COALESCE(NULLIF(%s, ''), "
                "current_schema()) AND f_table_name = %s AND f_geometry_column = %s",
                [schema, table, geometry],
            )
            found = cursor.fetchone()
    except psycopg2.Error:
        # Without PostGIS's own list nothing is known; the engine says what is wrong with the table.
        return ""
    finally:
        opened.close()
    return str(found[0]) if found else ""
