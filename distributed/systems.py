"""What coordinates of tables are in: what was said of them, what geometries say, and the way to degrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..analysis import packages
from ..analysis.addresses import Place
from ..analysis.at_source.engine import WholeRun
from ..analysis.at_source.tables import TableAtSource
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor

DEGREES = ("EPSG:4326", "OGC:CRS84", "")


def with_systems(
    engine: WholeRun, tables: Mapping[str, TableAtSource], monitor: Monitor
) -> dict[str, TableAtSource]:
    """Return tables by metric with the system of their geometries where none was given.

    Raises InputError where the one contradicts the other.
    """
    return {metric: _with_system(engine, table, monitor) for metric, table in tables.items()}


def _with_system(engine: WholeRun, table: TableAtSource, monitor: Monitor) -> TableAtSource:
    given, own = table.columns.crs, engine.system(table, monitor) if table.columns.geometry else ""
    if given and own and not _same(given, own):
        raise InputError(
            "crs",
            "The geometries of {table} are in {own}, not in {given}; leave it out.",
            table=table.address,
            own=_name(own),
            given=given,
        )
    return replace(table, columns=replace(table.columns, crs=given or own))


def degrees_of(table: TableAtSource) -> tuple[bool, Place | None]:
    """Return whether coordinates are degrees, and what takes them to longitude and latitude."""
    crs = table.columns.crs
    if crs.upper() in DEGREES:
        return True, None
    system, pyproj = _system(crs)
    transformer = pyproj.Transformer.from_crs(system, "EPSG:4326", always_xy=True)

    def to_degrees(
        x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        longitude, latitude = transformer.transform(x, y)
        return np.asarray(longitude), np.asarray(latitude)

    return bool(system.is_geographic), to_degrees


def _same(given: str, own: str) -> bool:
    """Say whether two systems are one, whichever axis they name first."""
    names = {"EPSG:4326" if each.upper() in DEGREES else each.upper() for each in (given, own)}
    if len(names) == 1:
        return True
    if all(name.startswith("EPSG:") for name in names):
        return False
    return bool(_system(given)[0].equals(_system(own)[0], ignore_axis_order=True))


def _name(definition: str) -> str:
    """Return what a system is called, whose definition may be long."""
    return definition if len(definition) < 80 else str(_system(definition)[0].name)


def _system(crs: str) -> tuple[Any, Any]:
    pyproj = packages.require("pyproj", "coordinates in other systems than longitude and latitude")
    try:
        return pyproj.CRS.from_user_input(crs), pyproj
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            "crs", "{crs} is no coordinate reference system; write one such as EPSG:5186.", crs=crs
        ) from error
