"""From the arguments of the command line to tables in a folder."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from pyspark.sql import SparkSession

from ...analysis import run_folder
from ...analysis.at_source.tables import STATED, TableAtSource, Target
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.pipeline import Parameters
from ..arguments import facts, parameters_of, tables_of, targets_of
from ..at_source import find, run_as_told, write_facts
from ..ending import Ending, Labelled
from ..systems import DEGREES
from ..voice import Voice, part
from .at_source import Spark
from .connecting import connected
from .failures import ERRORS, failed
from .labelling import label_here, label_on_workers, require_targets
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
        run_on(session, chosen, part(voice, running))


@dataclass(frozen=True)
class Run:
    """A run on a session of Spark: tables by metric, and where the rows of some of them go with `labels`."""

    engine: Spark
    tables: Mapping[str, TableAtSource]
    parameters: Parameters
    labels: Mapping[str, Target]
    output: Output
    chosen: argparse.Namespace
    voice: Voice


def run_on(session: SparkSession, chosen: argparse.Namespace, voice: Voice) -> pa.Table:
    """Do the run on a session whose workers have the package; return the clusters."""
    tables, parameters, output = tables_of(chosen), parameters_of(chosen), Output(chosen.output)
    for table in tables.values():
        if table.columns.crs.upper() not in DEGREES:
            raise InputError(
                "crs", "On Spark coordinates have to be degrees; bring them to EPSG:4326 before."
            )
    counting, finding = voice.monitor.split(1, 2)
    try:
        with closing(Spark(session)) as engine:
            run = Run(engine, tables, parameters, targets_of(chosen), output, chosen, part(voice, finding))
            output.require_new(session)
            require_targets(run)
            places = _count(engine, tables, counting)
            if places <= chosen.most_places:
                return _on_this_machine(run)
            _tell_what_is_left_out(run, places)
            return _on_the_workers(run)
    except ERRORS as error:
        logging.getLogger(__name__).debug("Spark failed", exc_info=error)
        raise failed(error) from error


def _count(engine: Spark, tables: Mapping[str, TableAtSource], monitor: Monitor) -> int:
    """Return how many places there are in all."""
    count = 0
    for table, counting in zip(tables.values(), monitor.split(*[1.0 for _ in tables]), strict=True):
        count += engine.count_places(table)
        counting.progress(1.0)
    return count


def _on_this_machine(run: Run) -> pa.Table:
    engine = run.engine
    atlas, accounts = find(engine, run.tables, run.parameters, run.voice, keep=run.labels)
    engine.require_unchanged()
    clusters = run_folder.cluster_table(atlas.clusters)
    sites = run_folder.site_table(atlas.sites, atlas.clusters)

    def write_run(folder: Path, labelled: Labelled) -> None:
        write_facts(folder, engine.name, facts(run.chosen), atlas, accounts, labelled)

    ending = Ending(run.labels, lambda: label_here(run, atlas, accounts), write_run)
    run.output.write(engine.session, clusters, sites, ending)
    return clusters


def _tell_what_is_left_out(run: Run, places: int) -> None:
    left_out = [name for name in STATED if any(getattr(table.columns, name) for table in run.tables.values())]
    if left_out:
        run.voice.tell(
            "There are {places} places, more than {most}, so that the workers keep them; {columns} are not "
            "looked at there.",
            places=places,
            most=run.chosen.most_places,
            columns=", ".join(left_out),
        )


def _on_the_workers(run: Run) -> pa.Table:
    engine = run.engine
    for table in run.tables.values():
        if place_alone(table) != table:
            # Its groups have been counted, by more than their places.
            engine.forget(table)
    ranked = rank(
        engine,
        run.tables,
        run.parameters,
        sites_per_tile=run.chosen.sites_per_tile,
        tell=run.voice.tell,
        monitor=run.voice.monitor,
    )
    with closing(ranked.kept):
        engine.require_unchanged()
        unevenness = ranked.clustering.unevenness()
        run.voice.tell(
            "{tiles} tiles, the slowest took {slowest:.2f} s, half of them less than {median:.2f} s; "
            "{halo:.0f} per cent of the places were sent to further tiles.",
            **unevenness,
        )

        def write_run(folder: Path, labelled: Labelled) -> None:
            told_of = {
                "rows": ranked.places.rows,
                "rejected": ranked.places.rejected,
                "tiles": unevenness,
                **run_as_told(labelled),
            }
            totals, records = ranked.totals, ranked.places.records
            run_folder.write_run(folder, engine.name, facts(run.chosen), totals, records, told_of)

        ending = Ending(run.labels, lambda: label_on_workers(run, ranked), write_run)
        run.output.write(engine.session, ranked.clusters, ranked.sites, ending)
        return ranked.clusters
