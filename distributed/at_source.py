"""One machine's pipeline on the places that an engine knows: from tables to an atlas, and into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..analysis import run_folder
from ..analysis.addresses import Judgement
from ..analysis.at_source.answers import LabelledPlaces, LabelledRows, Labelling, Places
from ..analysis.at_source.engine import Engine, WholeRun
from ..analysis.at_source.on_duckdb import DuckDB
from ..analysis.at_source.on_postgis import PostGIS
from ..analysis.at_source.sources import judge_places, rejected_rows, source_of
from ..analysis.at_source.tables import TableAtSource, Target
from ..analysis.atlas import Atlas
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.naming import read_gazetteer
from ..analysis.pipeline import Parameters, find_clusters
from ..analysis.site_matching import match_sites
from ..analysis.table_files import arrow_module
from .arguments import facts, parameters_of, tables_of, targets_of
from .ending import Ending, Labelled, require_new, write_folder
from .systems import degrees_of, with_systems
from .voice import Voice, part

GAZETTEER = Path(__file__).resolve().parent.parent / "resources" / "gazetteer" / "cities.csv"

NOISE = -1


@dataclass(frozen=True)
class Account:
    """What became of the rows of one table: how many there were, in how many places, and how many were
    rejected for each reason. `judged` are the places themselves, where they are wanted again.
    """

    rows: int
    places: int
    rejected: Mapping[str, int]
    judged: tuple[Places, Judgement] | None = None


def run(chosen: argparse.Namespace, voice: Voice) -> None:
    """Find the clusters of the tables that were named, in PostGIS or through DuckDB, and write the folder;
    where they were asked for, also tables of the rows with their clusters.

    All of that appears or nothing, as far as systems allow (see `ending`). Raises InputError for what cannot
    be used, and Cancelled.
    """
    tables, parameters, targets = tables_of(chosen), parameters_of(chosen), targets_of(chosen)
    output = Path(chosen.output)
    require_new(output, chosen.output)
    whole = voice.monitor
    finding, labelling = whole.split(3, len(targets)) if targets else (whole, whole.part(1.0, 1.0))
    with _engine(chosen) as engine:
        looking = whole.part(0.0, 0.0)
        tables = with_systems(engine, tables, looking)
        for table in tables.values():
            # What cannot be taken to degrees is told before anybody is asked for places.
            degrees_of(table)
        require_targets(engine, tables, targets, looking)
        atlas, accounts = find(engine, tables, parameters, part(voice, finding), keep=targets)

        ending = Ending(
            targets,
            lambda: label(engine, tables, targets, atlas, accounts, part(voice, labelling)),
            lambda made, labelled: write_facts(made, engine.name, facts(chosen), atlas, accounts, labelled),
        )
        write_folder(output, chosen.output, lambda made: write_atlas(made, atlas), ending)


def _engine(chosen: argparse.Namespace) -> Any:
    return PostGIS(chosen.postgis) if chosen.postgis else DuckDB(chosen.memory, folder=chosen.temporary)


def find(
    engine: Engine,
    tables: Mapping[str, TableAtSource],
    parameters: Parameters,
    voice: Voice,
    *,
    keep: Collection[str] = (),
) -> tuple[Atlas, dict[str, Account]]:
    """Return what `find_clusters` finds on the places of tables by metric, and what became of their rows;
    `keep` are metrics whose places are wanted again.

    Raises as `Engine` and `find_clusters` do.
    """
    asking, finding = voice.monitor.split(4, 6)
    sources, accounts = [], {}
    for (metric, table), each in zip(tables.items(), asking.split(*[1.0 for _ in tables]), strict=True):
        places = engine.places(table, each)
        geographic, to_degrees = degrees_of(table)
        judgement = judge_places(places, geographic=geographic, to_degrees=to_degrees)
        account = Account(
            int(places.rows.sum()),
            len(places),
            rejected_rows(judgement, places),
            (places, judgement) if metric in keep else None,
        )
        accounts[metric] = account
        voice.tell(
            "{metric}: {rows} rows are {places} places to {engine}; {rejected} rows cannot be used.",
            metric=metric,
            rows=account.rows,
            places=account.places,
            engine=engine.name,
            rejected=sum(account.rejected.values()),
        )
        if len(places) and (places.first_row < 0).all():
            voice.tell(
                "{engine} cannot tell which rows of {table} come first: numbers of clusters, and what places "
                "at their borders belong to, go by coordinates. Name a column of whole numbers with --row.",
                engine=engine.name,
                table=table.address,
            )
        sources.append(source_of(metric, engine, table, places, judgement))
    return find_clusters(sources, parameters, read_gazetteer(GAZETTEER), monitor=finding), accounts


def require_targets(
    engine: WholeRun, tables: Mapping[str, TableAtSource], targets: Mapping[str, Target], monitor: Monitor
) -> None:
    """Raise InputError where rows of tables by metric cannot be labelled as they are to be."""
    for metric, target in targets.items():
        with naming_arguments({metric: target}):
            engine.require_target(tables[metric], target, monitor)


@contextmanager
def naming_arguments(targets: Mapping[str, Target]) -> Iterator[None]:
    """Have what cannot be made named by the argument that asks for it."""
    try:
        yield
    except InputError as error:
        names = {"target": f"label_{_asked_for_by(targets, error)}", "field": "label_field"}
        error.parameter = names.get(error.parameter, error.parameter)
        raise


def _asked_for_by(targets: Mapping[str, Target], error: InputError) -> str:
    """Return the metric that an error is about."""
    if error.table in targets:
        return error.table
    told = [str(value) for value in error.values.values()]
    return next((metric for metric, target in targets.items() if target.address in told), next(iter(targets)))


def label(
    engine: WholeRun,
    tables: Mapping[str, TableAtSource],
    targets: Mapping[str, Target],
    atlas: Atlas,
    accounts: Mapping[str, Account],
    voice: Voice,
) -> dict[str, LabelledRows]:
    """Make the tables of rows with their clusters by metric: all of them, or none."""
    if not targets:
        return {}
    asked = [
        Labelling(tables[metric], labelled_places(atlas, accounts[metric]), target)
        for metric, target in targets.items()
    ]
    with naming_arguments(targets):
        made = dict(zip(targets, engine.label_all(asked, voice.monitor), strict=True))
    tell_labelled(targets, made, voice)
    return made


def tell_labelled(targets: Mapping[str, Target], labelled: Labelled, voice: Voice) -> None:
    """Tell what has been made."""
    for metric, made in labelled.items():
        voice.tell(
            "{target} has {rows} rows of {metric} with their clusters; {unknown} of them are at no site.",
            target=targets[metric].address,
            rows=made.rows,
            metric=metric,
            unknown=made.unknown,
        )


def labelled_places(atlas: Atlas, account: Account) -> LabelledPlaces:
    """Return the places of a table that are sites, with the number of their cluster, -1 for noise: also those
    of rows that took no part, where a site is.
    """
    if account.judged is None:
        raise ValueError("places that were not kept were asked for")
    places, judgement = account.judged
    sites = atlas.sites
    site = match_sites(sites.longitude, sites.latitude, judgement.longitude, judgement.latitude)
    number = np.append(atlas.clusters.identifier, NOISE)
    at = np.flatnonzero(site >= 0)
    return LabelledPlaces(places, at, number[sites.cluster[site[at]]])


def run_as_told(labelled: Labelled) -> dict[str, object]:
    """Return what run.json tells of labelled rows by metric, where there are any."""
    if not labelled:
        return {}
    return {
        "labelled": {
            metric: {"rows": made.rows, "at_no_site": made.unknown} for metric, made in labelled.items()
        }
    }


def write_atlas(folder: Path, atlas: Atlas) -> None:
    """Write the tables of an atlas."""
    run_folder.write_clusters(folder, run_folder.cluster_table(atlas.clusters))
    sites = run_folder.site_table(atlas.sites, atlas.clusters)
    arrow_module("parquet").write_table(sites, folder / run_folder.SITES)


def write_facts(
    folder: Path,
    engine: str,
    parameters: Mapping[str, object],
    atlas: Atlas,
    accounts: Mapping[str, Account],
    labelled: Labelled,
) -> None:
    """Write what ran and what became of the rows."""
    told = {
        "rows": {metric: account.rows for metric, account in accounts.items()},
        "places": {metric: account.places for metric, account in accounts.items()},
        "rejected": {metric: dict(account.rejected) for metric, account in accounts.items()},
        **run_as_told(labelled),
    }
    run_folder.write_run(folder, engine, parameters, atlas.totals, atlas.records, told)
