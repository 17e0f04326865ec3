"""From the arguments of the command line to tables in a folder."""

from __future__ import annotations

import argparse
import copy
import logging
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from pyspark.sql import SparkSession

from ...analysis import run_folder
from ...analysis.at_source.tables import TableAtSource
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.pipeline import Parameters
from ..arguments import facts, parameters_of, tables_of
from ..at_source import DEGREES, find, write_facts
from ..voice import Voice
from .at_source import Spark, told
from .connecting import connected
from .failures import ERRORS, sentence
from .ranking import place_alone, rank
from .results import Output


def run(chosen: argparse.Namespace, voice: Voice) -> None:
    """Rank the clusters of the tables that were named, and write what `run_folder` describes.

    Up to `most_places` places come here, and the pipeline of one machine does all the rest; of more the
    workers keep theirs. Results appear with all there is or not at all. Raises InputError for what cannot be
    used, also where the cluster of machines fails, and Cancelled.
    """
    Output(chosen.output)
    starting, running = voice.monitor.split(1, 12)
    with connected(chosen.master, chosen.remote) as session:
        starting.progress(1.0)
        run_on(session, chosen, _part(voice, running))


def run_on(session: SparkSession, chosen: argparse.Namespace, voice: Voice) -> None:
    """Do the run on a session whose workers have the package."""
    tables, parameters, output = tables_of(chosen), parameters_of(chosen), Output(chosen.output)
    for table in tables.values():
        if table.columns.crs.upper() not in DEGREES:
            raise InputError(
                "crs", "On Spark coordinates have to be degrees; bring them to EPSG:4326 before."
            )
    counting, finding = voice.monitor.split(1, 2)
    with closing(Spark(session)) as engine:
        try:
            output.require_new(session)
            places = _count(engine, tables, counting)
            run_as = _on_this_machine if places <= chosen.most_places else _on_the_workers
            run_as(session, engine, tables, parameters, output, facts(chosen), _part(voice, finding))
        except ERRORS as error:
            logging.getLogger(__name__).debug("Spark failed", exc_info=error)
            raise InputError(
                "spark", "The run on Spark failed: {problem}", problem=sentence(error)
            ) from error


def _count(engine: Spark, tables: Mapping[str, TableAtSource], monitor: Monitor) -> int:
    """Return how many groups of rows there are in all."""
    count = 0
    for table, part in zip(tables.values(), monitor.split(*[1.0 for _ in tables]), strict=True):
        groups = engine.groups(table)
        count += told(table, groups.count)
        part.progress(1.0)
    return count


def _on_this_machine(
    session: SparkSession,
    engine: Spark,
    tables: Mapping[str, TableAtSource],
    parameters: Parameters,
    output: Output,
    choices: Mapping[str, object],
    voice: Voice,
) -> None:
    atlas, accounts = find(engine, tables, parameters, voice)
    clusters = run_folder.cluster_table(atlas.clusters)
    sites = run_folder.site_table(atlas.sites, atlas.clusters)
    output.write(
        session, clusters, sites, lambda folder: write_facts(folder, engine.name, choices, atlas, accounts)
    )


def _on_the_workers(
    session: SparkSession,
    engine: Spark,
    tables: Mapping[str, TableAtSource],
    parameters: Parameters,
    output: Output,
    choices: Mapping[str, object],
    voice: Voice,
) -> None:
    for table in tables.values():
        if place_alone(table) != table:
            # Its groups have been counted, by more than their places.
            engine.forget(table)
    ranked = rank(engine, tables, parameters, monitor=voice.monitor)
    try:
        voice.tell(
            "{tiles} tiles, the slowest took {slowest:.2f} s, half of them less than {median:.2f} s; "
            "{halo:.0f} per cent of the places were sent to further tiles.",
            **ranked.clustering.unevenness(),
        )

        def write_run(folder: Path) -> None:
            told_of = {
                "rows": ranked.places.rows,
                "rejected": ranked.places.rejected,
                "tiles": ranked.clustering.unevenness(),
            }
            totals, records = ranked.totals, ranked.places.records
            run_folder.write_run(folder, engine.name, choices, totals, records, told_of)

        output.write(session, ranked.clusters, ranked.sites, write_run)
    finally:
        ranked.release()


def _part(voice: Voice, monitor: Monitor) -> Voice:
    part = copy.copy(voice)
    part.monitor = monitor
    return part
