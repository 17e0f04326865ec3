"""Rows through each of three sources to ranked clusters, beside our own reader on the same Parquet files.

The world is the modelled one of scripts/build_world.py, or a part of it; a row names its record, place and
economy. Everything runs on this machine, one after the other, each in a process of its own; PostgreSQL is
one of the benchmark's own, with the settings of the tests. Loading rows into it is not counted.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as parquet

from innovation_clusters.analysis.address_tables import AddressColumns, read_address_table
from innovation_clusters.analysis.addresses import judge
from innovation_clusters.analysis.at_source.answers import LabelledPlaces, LabelledRows, Labelling, Places
from innovation_clusters.analysis.at_source.engine import Engine
from innovation_clusters.analysis.at_source.sources import judge_places
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.analysis.run_folder import cluster_table, site_table
from innovation_clusters.analysis.site_matching import match_sites
from innovation_clusters.distributed.at_source import GAZETTEER, find
from innovation_clusters.distributed.voice import Voice

from ..agreement import DIFFERENT
from ..measuring import in_own_process, peak_memory
from ..table import Row, Section
from .processes import Watch
from .spark_told import local_session
from .tile_runs import CORES, say

EPS, MIN_DENSITY = 15_000.0, 4_500.0
FILES = {"patents": "inventors", "publications": "authors"}
COLUMNS = ("record", "longitude", "latitude", "economy")
WORLD, WARM_UP = "world", "warm_up"
WARM_UP_ROWS = 50_000
SPARK_GIGABYTES = 4
_ROWS_AT_ONCE = 1_000_000


@dataclass(frozen=True)
class SourceRun:
    """A run: seconds of its questions, the clustering and labels, None where there are none; places; the
    megabytes of its process and of those it started at their peak; the answer.
    """

    places: float
    clustering: float
    patterns: float
    labels: float | None
    megabytes: float
    groups: int
    clusters: pa.Table
    sites: pa.Table

    @property
    def seconds(self) -> float:
        return self.places + self.clustering + self.patterns


class Timed(Engine):
    """An engine, and how long it takes for its answers."""

    def __init__(self, engine: Engine) -> None:
        self.name = engine.name
        self.seconds = {"places": 0.0, "patterns": 0.0}
        self.found: dict[str, Places] = {}
        self._engine = engine

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        began = time.perf_counter()
        self.found[table.parameter] = self._engine.places(table, monitor)
        self.seconds["places"] += time.perf_counter() - began
        return self.found[table.parameter]

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Any:
        began = time.perf_counter()
        answer = self._engine.patterns(table, labelled, monitor)
        self.seconds["patterns"] += time.perf_counter() - began
        return answer

    def full_counts(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Any:
        return self._engine.full_counts(table, labelled, monitor)

    def label_all(self, asked: Sequence[Labelling], monitor: Monitor) -> list[LabelledRows]:
        return self._engine.label_all(asked, monitor)


def sources(fraction: float) -> Section:
    """Compare the sources on the world, or on a `fraction` of it."""
    with the_world(fraction) as folder:
        return _sources(folder, fraction)


def _sources(folder: Path, fraction: float) -> Section:
    rows = _rows(folder)
    section = Section(f"{rows:,} rows to ranked clusters")
    say(f"{rows:,} rows on one machine")
    expected = in_own_process(_on_one_machine, folder, fraction)
    section.rows.append(_row("one machine, our reader", rows, expected, ""))
    for name, run in (("DuckDB", _on_duckdb), ("Spark SQL", _on_spark), ("PostGIS", _on_postgis)):
        say(f"{rows:,} rows through {name}")
        found: SourceRun = in_own_process(run, folder, fraction)
        section.rows += [
            _row(name, rows, found, _compared(expected, found)),
            Row(f"{name}: places", found.places, "s", remark=f"{found.groups:,} groups"),
            Row(f"{name}: clustering, scores, names", found.clustering, "s"),
            Row(f"{name}: patterns", found.patterns, "s"),
            Row(
                f"{name}: labels of all rows, written there", found.labels, "s", remark="not part of the sum"
            ),
        ]
    section.notes.append(
        f"{CORES} cores. Seconds of one run, with kernels compiled; MB are the largest process of each."
    )
    return section


def _rows(folder: Path) -> int:
    return sum(parquet.read_metadata(file).num_rows for file in (folder / WORLD).glob("*.parquet"))


def _row(name: str, rows: int, run: SourceRun, remark: str) -> Row:
    parts = [f"{rows / run.seconds:,.0f} rows a second", f"{run.megabytes:,.0f} MB", remark]
    return Row(name, run.seconds, "s", remark="; ".join(filter(None, parts)))


def _compared(expected: SourceRun, found: SourceRun) -> str:
    """Say whether ranks, counts and sites are the same."""
    for what in ("clusters", "sites"):
        wanted, given = getattr(expected, what), getattr(found, what)
        if wanted.num_rows != given.num_rows:
            return f"{DIFFERENT}: {given.num_rows:,} {what}, not {wanted.num_rows:,}"
        for name in wanted.column_names:
            if not _same(wanted[name], given[name]):
                return f"{DIFFERENT}: {name} of {what}"
    return "equal"


def _same(wanted: pa.ChunkedArray, given: pa.ChunkedArray) -> bool:
    if not pa.types.is_floating(wanted.type):
        return bool(wanted.combine_chunks().equals(given.combine_chunks()))
    # To the last bit: no sum hangs on the order of addition.
    return np.array_equal(wanted.to_numpy(), given.to_numpy(), equal_nan=True)


def _parameters(fraction: float) -> Parameters:
    return Parameters(EPS, MIN_DENSITY * fraction)


def _on_one_machine(folder: Path, fraction: float) -> SourceRun:
    _read_and_find(folder / WARM_UP, fraction)
    return _read_and_find(folder / WORLD, fraction)


def _read_and_find(world: Path, fraction: float) -> SourceRun:
    began = time.perf_counter()
    found = []
    for metric, name in FILES.items():
        table = read_address_table(str(world / f"{name}.parquet"))
        judgement = judge(table.x, table.y, faults=table.fault)
        found.append(
            make_source(
                metric,
                judgement.longitude,
                judgement.latitude,
                record=table.record,
                economy=table.economy,
                located=judgement.accepted,
            )
        )
    read = time.perf_counter()
    atlas = find_clusters(found, _parameters(fraction), read_gazetteer(GAZETTEER))
    ended = time.perf_counter()
    return _source_run(read - began, ended - read, 0.0, None, peak_memory() / 1024, len(atlas.sites), atlas)


def _on_duckdb(folder: Path, fraction: float) -> SourceRun:
    from innovation_clusters.analysis.at_source.on_duckdb import DuckDB

    with DuckDB(folder=str(folder)) as engine:
        return _asked(
            engine, _files, folder, fraction, lambda metric: str(folder / f"labelled-{metric}.parquet")
        )


def _on_spark(folder: Path, fraction: float) -> SourceRun:
    from innovation_clusters.distributed.spark.at_source import Spark

    with (
        local_session(folder, CORES, SPARK_GIGABYTES, _rows(folder)) as session,
        closing(Spark(session)) as engine,
    ):
        return _asked(engine, _files, folder, fraction, lambda metric: (folder / f"spark-{metric}").as_uri())


def _on_postgis(folder: Path, fraction: float) -> SourceRun:
    from innovation_clusters.analysis.at_source.on_postgis import PostGIS
    from innovation_clusters.tests.distributed.at_source.conftest import make_database

    database = make_database()
    try:
        for world in (WARM_UP, WORLD):
            connection = database.connect()
            with closing(connection):
                for name in FILES.values():
                    _load(connection, folder / world / f"{name}.parquet", f"{world}_{name}")
        with PostGIS(database.connection()) as engine:
            return _asked(engine, _tables, folder, fraction, lambda metric: f"public.labelled_{metric}")
    finally:
        database.stop("immediate")
        shutil.rmtree(database.folder, ignore_errors=True)


def _load(connection: Any, file: Path, name: str) -> None:
    """Copy a Parquet file into a table with points, as databases have them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE UNLOGGED TABLE stated (record bigint, longitude float8, latitude float8, economy text)"
        )
        for batch in parquet.ParquetFile(file).iter_batches(_ROWS_AT_ONCE, columns=list(COLUMNS)):
            written = io.BytesIO()
            pyarrow.csv.write_csv(batch, written, pyarrow.csv.WriteOptions(include_header=False))
            written.seek(0)
            cursor.copy_expert("COPY stated FROM STDIN (FORMAT csv)", written)
        cursor.execute(
            f"CREATE UNLOGGED TABLE {name} AS SELECT record, economy, "
            "ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) AS geometry FROM stated"
        )
        cursor.execute(f"DROP TABLE stated; ANALYZE {name}")


def _files(folder: Path, world: str, name: str) -> tuple[str, AddressColumns]:
    columns = AddressColumns("longitude", "latitude", "", "EPSG:4326", "record", "", "", "economy", "", "")
    return str(folder / world / f"{name}.parquet"), columns


def _tables(folder: Path, world: str, name: str) -> tuple[str, AddressColumns]:
    columns = AddressColumns("", "", "geometry", "EPSG:4326", "record", "", "", "economy", "", "")
    return f"public.{world}_{name}", columns


def _asked(
    engine: Engine,
    place: Callable[[Path, str, str], tuple[str, AddressColumns]],
    folder: Path,
    fraction: float,
    target: Callable[[str], str],
) -> SourceRun:
    """Return the run on the world, after one on a small part of it."""
    for world in (WARM_UP, WORLD):
        tables = {
            metric: TableAtSource(*place(folder, world, name), parameter=metric)
            for metric, name in FILES.items()
        }
        timed = Timed(engine)
        with Watch() as watch:
            began = time.perf_counter()
            atlas, _ = find(timed, tables, _parameters(fraction), _Silent())
            seconds = time.perf_counter() - began
            labels = None
            if world == WORLD:
                began = time.perf_counter()
                for metric, table in tables.items():
                    labelled = _labelled(timed.found[metric], atlas)
                    engine.label(table, labelled, target(metric), "cluster_id", Monitor())
                labels = time.perf_counter() - began
    megabytes = max(watch.spent.java_peak, watch.spent.python_peak, peak_memory() / 1024)
    questions = timed.seconds
    clustering = seconds - sum(questions.values())
    groups = sum(map(len, timed.found.values()))
    return _source_run(
        questions["places"], clustering, questions["patterns"], labels, megabytes, groups, atlas
    )


class _Silent(Voice):
    def tell(self, message: str, **values: object) -> None:
        """What a run tells besides is not for the tables."""


def _labelled(places: Places, atlas: Atlas) -> LabelledPlaces:
    judgement = judge_places(places)
    site = match_sites(atlas.sites.longitude, atlas.sites.latitude, judgement.longitude, judgement.latitude)
    at = np.flatnonzero(site >= 0)
    return LabelledPlaces(places, at, atlas.sites.cluster[site[at]])


def _source_run(
    places: float,
    clustering: float,
    patterns: float,
    labels: float | None,
    megabytes: float,
    groups: int,
    atlas: Atlas,
) -> SourceRun:
    clusters = cluster_table(atlas.clusters)
    sites = site_table(atlas.sites, atlas.clusters)
    return SourceRun(places, clustering, patterns, labels, megabytes, groups, clusters, sites)


@contextmanager
def the_world(fraction: float) -> Iterator[Path]:
    """Give a folder with the files of the world, or of a part, and of a small part to warm up on."""
    from innovation_clusters.scripts.build_world import FILES as WORLDS
    from innovation_clusters.scripts.build_world import OUT, build

    with tempfile.TemporaryDirectory(prefix="innovation_clusters_world_") as temporary:
        folder = Path(temporary)
        made = OUT
        if fraction < 1.0 or not (OUT / "world.json").exists():
            say("building the world")
            made = folder / "made"
            in_own_process(build, made, fraction)
        for metric, name in FILES.items():
            _narrow(made / WORLDS[metric], folder / WORLD / f"{name}.parquet", None)
            _narrow(made / WORLDS[metric], folder / WARM_UP / f"{name}.parquet", WARM_UP_ROWS)
        yield folder


def _narrow(file: Path, to: Path, most_rows: int | None) -> None:
    """Copy the columns that are looked at, of all rows or of the first."""
    to.parent.mkdir(exist_ok=True)
    source = parquet.ParquetFile(file)
    schema = pa.schema([source.schema_arrow.field(name) for name in COLUMNS])
    with parquet.ParquetWriter(to, schema) as writer:
        for batch in source.iter_batches(most_rows or _ROWS_AT_ONCE, columns=list(COLUMNS)):
            writer.write_batch(batch)
            if most_rows:
                return
