"""Addresses in Parquet and text files as plain arrays: tens of millions of rows without an object for each.

A column that the caller does not name is taken where the file has one of its standard name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .monitor import Monitor
from .table_codes import Codes
from .table_columns import Numbers, Pairs, Points
from .table_files import Ahead, TableFile, is_table_file, open_table, readable
from .texts import Coded

# How tables name their coordinates, in pairs, the surest first.
COORDINATE_FIELDS = (
    ("longitude", "latitude"),
    ("lon", "lat"),
    ("lng", "lat"),
    ("long", "lat"),
    ("경도", "위도"),
    ("x", "y"),
)

STANDARD_NAMES = {
    "record": "record",
    "weight": "addresses",
    "count": "fractional_count",
    "economy": "economy",
    "organisation": "organisation",
    "field": "field",
}


@dataclass(frozen=True)
class AddressColumns:
    """The columns that are read, empty for what the file does not have: those of coordinates where the file
    has no `geometry` column, `crs` as PROJ reads it.
    """

    longitude: str
    latitude: str
    geometry: str
    crs: str
    record: str
    weight: str
    count: str
    economy: str
    organisation: str
    field: str


@dataclass(frozen=True)
class AddressTable:
    """Rows of a file as arrays of length n.

    `x`, `y` float64, in the system `columns.crs`, NaN where there is none: `fault` uint8, the place in
    `addresses.REASONS` of why, 0 where both are numbers. `record` int64, numbers from 0 without gaps, equal
    for equal ids, -1 where empty. `weight`, `count` float64, NaN where empty or not finite. What the file
    does not have is None.
    """

    columns: AddressColumns
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    fault: NDArray[np.uint8]
    record: NDArray[np.int64] | None
    weight: NDArray[np.float64] | None
    count: NDArray[np.float64] | None
    economy: Coded | None
    organisation: Coded | None
    field: Coded | None

    def __len__(self) -> int:
        return self.x.size

    @property
    def crs(self) -> str:
        """What the coordinates are in, as PROJ reads it: "EPSG:4326" but for GeoParquet of another system."""
        return self.columns.crs


def is_address_table(path: str) -> bool:
    """Say whether a path is a table for `read_address_table`, by its suffix, or as a folder of Parquet."""
    return is_table_file(path)


def address_columns(
    path: str,
    *,
    longitude: str = "",
    latitude: str = "",
    record: str = "",
    weight: str = "",
    count: str = "",
    economy: str = "",
    organisation: str = "",
    field: str = "",
    parameter: str = "path",
) -> AddressColumns:
    """Say which columns would be read, without reading a row; raises InputError as `read_address_table`."""
    table = open_table(path, parameter)
    named = {
        "longitude": longitude,
        "latitude": latitude,
        "record": record,
        "weight": weight,
        "count": count,
        "economy": economy,
        "organisation": organisation,
        "field": field,
    }
    return _choose(table, named, parameter)


def read_address_table(
    path: str,
    *,
    longitude: str = "",
    latitude: str = "",
    record: str = "",
    weight: str = "",
    count: str = "",
    economy: str = "",
    organisation: str = "",
    field: str = "",
    parameter: str = "path",
    monitor: Monitor | None = None,
) -> AddressTable:
    """Read a Parquet file, a folder of Parquet files in the order of their names, or a text file.

    Text files are .csv and .tsv, compressed (.gz) or not, in UTF-8 or CP949, with commas, semicolons or tabs.
    The names of columns may be left out: see COORDINATE_FIELDS, which a GeoParquet geometry goes before, and
    STANDARD_NAMES. Raises InputError, naming the parameter, where there is no such file or column, where
    nothing tells the place, where weights or counts are text that is no number, and where pyarrow is not
    there; and Cancelled.
    """
    monitor = monitor or Monitor()
    table = open_table(path, parameter)
    named = {
        "longitude": longitude,
        "latitude": latitude,
        "record": record,
        "weight": weight,
        "count": count,
        "economy": economy,
        "organisation": organisation,
        "field": field,
    }
    columns = _choose(table, named, parameter)
    with readable(path, parameter), Ahead() as ahead:
        return _read(table, columns, parameter, ahead, monitor)


def _choose(table: TableFile, named: dict[str, str], parameter: str) -> AddressColumns:
    for name in named.values():
        if name and name not in table.names:
            raise InputError(
                parameter,
                "The file has no column {column}; it has {columns}.",
                column=name,
                columns=", ".join(table.names),
            )
    known = {name.strip().lower(): name for name in reversed(table.names)}
    found = {key: named[key] or known.get(name, "") for key, name in STANDARD_NAMES.items()}
    x, y = named["longitude"], named["latitude"]
    if bool(x) != bool(y):
        raise InputError(parameter, "Only one of the two coordinate columns is named; name both or neither.")
    geometry = table.geometry
    if not x and geometry is not None:
        if not geometry.crs:
            raise InputError(
                parameter,
                "The geometry of the file has no coordinate reference system; write the file with one.",
            )
        return AddressColumns("", "", geometry.column, geometry.crs, **found)
    if not x:
        x, y = next(
            ((known[x], known[y]) for x, y in COORDINATE_FIELDS if x in known and y in known), ("", "")
        )
    if not x:
        raise InputError(
            parameter,
            "The file has no columns named like coordinates, such as longitude and latitude, and no points; "
            "it has {columns}. Name two of them so.",
            columns=", ".join(table.names),
        )
    return AddressColumns(x, y, "", "EPSG:4326", **found)


def _read(
    table: TableFile, columns: AddressColumns, parameter: str, ahead: Ahead, monitor: Monitor
) -> AddressTable:
    reading, *finishing = monitor.split(8.0, 1.0, 0.5, 0.5, 0.5)
    rows = table.rows
    places = Points(rows) if columns.geometry else Pairs(rows)
    wanted = [columns.geometry] if columns.geometry else [columns.longitude, columns.latitude]
    numbers = {name: Numbers(name, rows) for name in (columns.weight, columns.count) if name}
    # One for each use: they are changed in place at the end.
    codes = {
        name: Codes(getattr(columns, name), rows, parameter, ahead)
        for name in ("record", "economy", "organisation", "field")
        if getattr(columns, name)
    }
    names = list(dict.fromkeys([*wanted, *numbers, *(code.name for code in codes.values())]))
    for batch in ahead.each(table.batches(names), reading):
        column_of = dict(zip(names, batch.columns, strict=True))
        places.add(*(column_of[name] for name in wanted))
        for name, number in numbers.items():
            number.add(column_of[name])
        for code in codes.values():
            code.add(column_of[code.name], reading)
    x, y, fault = places.whole()
    record, *stated = (codes.get(name) for name in ("record", "economy", "organisation", "field"))
    return AddressTable(
        columns,
        x,
        y,
        fault,
        record.numbers(finishing[0]) if record else None,
        numbers[columns.weight].whole(parameter) if columns.weight else None,
        numbers[columns.count].whole(parameter) if columns.count else None,
        *(each.texts(part) if each else None for each, part in zip(stated, finishing[1:], strict=True)),
    )
