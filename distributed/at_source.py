"""One machine's pipeline on the places that an engine knows: from tables to an atlas, and into a folder."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..analysis import packages, run_folder
from ..analysis.addresses import Place
from ..analysis.at_source.engine import Engine
from ..analysis.at_source.on_duckdb import DuckDB
from ..analysis.at_source.on_postgis import PostGIS
from ..analysis.at_source.sources import judge_places, rejected_rows, source_of
from ..analysis.at_source.tables import TableAtSource
from ..analysis.atlas import Atlas
from ..analysis.errors import InputError
from ..analysis.naming import read_gazetteer
from ..analysis.pipeline import Parameters, find_clusters
from ..analysis.table_files import arrow_module
from .arguments import facts, parameters_of, tables_of
from .voice import Voice

GAZETTEER = Path(__file__).resolve().parent.parent / "resources" / "gazetteer" / "cities.csv"

DEGREES = ("EPSG:4326", "OGC:CRS84", "")


@dataclass(frozen=True)
class Account:
    """What became of the rows of one table: how many there were, in how many places, and how many were
    rejected for each reason.
    """

    rows: int
    places: int
    rejected: Mapping[str, int]


def run(chosen: argparse.Namespace, voice: Voice) -> None:
    """Find the clusters of the tables that were named, in PostGIS or through DuckDB, and write the folder.

    The folder appears with all it has or not at all. Raises InputError for what cannot be used, and
    Cancelled.
    """
    tables, parameters = tables_of(chosen), parameters_of(chosen)
    output = Path(chosen.output)
    if output.exists():
        raise InputError("output", "The folder {path} exists; name a new one.", path=output)
    with _engine(chosen) as engine:
        atlas, accounts = find(engine, tables, parameters, voice)
        name = engine.name
    write(output, atlas, lambda made: write_facts(made, name, facts(chosen), atlas, accounts))


def _engine(chosen: argparse.Namespace) -> Any:
    return PostGIS(chosen.postgis) if chosen.postgis else DuckDB(chosen.memory, folder=chosen.temporary)


def find(
    engine: Engine, tables: Mapping[str, TableAtSource], parameters: Parameters, voice: Voice
) -> tuple[Atlas, dict[str, Account]]:
    """Return what `find_clusters` finds on the places of tables by metric, and what became of their rows.

    Raises as `Engine` and `find_clusters` do.
    """
    asking, finding = voice.monitor.split(4, 6)
    sources, accounts = [], {}
    for (metric, table), part in zip(tables.items(), asking.split(*[1.0 for _ in tables]), strict=True):
        places = engine.places(table, part)
        geographic, to_degrees = _degrees(table)
        judgement = judge_places(places, geographic=geographic, to_degrees=to_degrees)
        account = Account(int(places.rows.sum()), len(places), rejected_rows(judgement, places))
        accounts[metric] = account
        voice.tell(
            "{metric}: {rows} rows are {places} places to {engine}; {rejected} rows cannot be used.",
            metric=metric,
            rows=account.rows,
            places=account.places,
            engine=engine.name,
            rejected=sum(account.rejected.values()),
        )
        sources.append(source_of(metric, engine, table, places, judgement))
    return find_clusters(sources, parameters, read_gazetteer(GAZETTEER), monitor=finding), accounts


def _degrees(table: TableAtSource) -> tuple[bool, Place | None]:
    """Return whether coordinates are degrees, and what takes them to longitude and latitude."""
    crs = table.columns.crs
    if crs.upper() in DEGREES:
        return True, None
    pyproj = packages.require("pyproj", "coordinates in other systems than longitude and latitude")
    try:
        system = pyproj.CRS.from_user_input(crs)
        transformer = pyproj.Transformer.from_crs(system, "EPSG:4326", always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            "crs", "{crs} is no coordinate reference system; write one such as EPSG:5186.", crs=crs
        ) from error

    def to_degrees(
        x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        longitude, latitude = transformer.transform(x, y)
        return np.asarray(longitude), np.asarray(latitude)

    return bool(system.is_geographic), to_degrees


def write(output: Path, atlas: Atlas, write_run: Callable[[Path], None]) -> None:
    """Write an atlas as the folder that `run_folder` describes, as a whole or not at all; raises
    InputError.
    """
    made = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        made.mkdir(parents=True)
        run_folder.write_clusters(made, run_folder.cluster_table(atlas.clusters))
        sites = run_folder.site_table(atlas.sites, atlas.clusters)
        arrow_module("parquet").write_table(sites, made / run_folder.SITES)
        write_run(made)
        made.rename(output)
    except OSError as error:
        raise InputError(
            "output",
            "The results cannot be written to {path} ({problem}); name a folder that can be written.",
            path=output,
            problem=error.strerror or error,
        ) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def write_facts(
    folder: Path, engine: str, parameters: Mapping[str, object], atlas: Atlas, accounts: Mapping[str, Account]
) -> None:
    """Write what ran and what became of the rows."""
    told = {
        "rows": {metric: account.rows for metric, account in accounts.items()},
        "places": {metric: account.places for metric, account in accounts.items()},
        "rejected": {metric: dict(account.rejected) for metric, account in accounts.items()},
    }
    run_folder.write_run(folder, engine, parameters, atlas.totals, atlas.records, told)
