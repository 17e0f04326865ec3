"""Tables that stay where they are, and the engines that are asked about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from qgis.core import QgsCoordinateReferenceSystem

from ...analysis import packages
from ...analysis.address_tables import AddressColumns
from ...analysis.at_source.answers import LabelledPlaces, LabelledRows, Labelling, Patterns, Places
from ...analysis.at_source.engine import Engine
from ...analysis.at_source.on_duckdb import DuckDB
from ...analysis.at_source.on_postgis import PostGIS
from ...analysis.at_source.tables import TableAtSource, Target
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.sums import Sums

T = TypeVar("T")


@dataclass(frozen=True)
class TableElsewhere:
    """A table and what is asked about it: `connection` that of a database, empty for files; `crs` that of its
    coordinates; `in_order` says whether its rows have an order, or a key, by which places are numbered.
    """

    table: TableAtSource
    connection: str
    crs: QgsCoordinateReferenceSystem
    in_order: bool = True

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


class NamedEngine(Engine):
    """An engine whose complaints name the parameter that the table comes from."""

    def __init__(self, engine: PostGIS | DuckDB, parameter: str) -> None:
        self.engine = engine
        self.name = engine.name
        self._parameter = parameter

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        return self.named(lambda: self.engine.places(table, monitor))

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        return self.named(lambda: self.engine.patterns(table, labelled, monitor))

    def full_counts(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Sums:
        return self.named(lambda: self.engine.full_counts(table, labelled, monitor))

    def require_target(self, table: TableAtSource, target: Target, monitor: Monitor) -> None:
        self.named(lambda: self.engine.require_target(table, target, monitor))

    def label_all(self, asked: Sequence[Labelling], monitor: Monitor) -> list[LabelledRows]:
        return self.named(lambda: self.engine.label_all(asked, monitor))

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


def file_elsewhere(path: str, columns: AddressColumns, parameter: str) -> TableElsewhere:
    """Return a file or folder as what DuckDB can be asked about."""
    crs = QgsCoordinateReferenceSystem()
    crs.createFromUserInput(columns.crs)
    return TableElsewhere(TableAtSource(path, columns, parameter=parameter), "", crs)
