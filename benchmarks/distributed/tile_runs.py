"""Points clustered in tiles on Spark, and by the kernel of one machine; whether labels are the same.

Both run in processes of their own, one after the other, warmed up on fewer points. What Spark finds goes
through Parquet files to where it is compared, so that no process holds all of both.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
from numpy.typing import NDArray

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.monitor import Monitor

from ..agreement import Answer, agreement
from ..measuring import in_own_process, peak_memory
from .made_points import EPS, MadePoints
from .processes import Spent, Watch
from .spark_told import Stage, local_session, stages

CORES = 2
METRIC = "ellipsoid"
# What the kernels do: the steps of a tile whose seconds are told by tile.
STEPS = ("counting", "linking", "labelling")

# `distributed.spark.clustering` reports its progress at the end of each.
_REPORTED = ("survey", "collapse and cut", "count", "link", "join", "label")
PHASES = ("survey", "collapse", "cut", "count", "link", "join", "label")
_WARM_UP = MadePoints(50_000)
# What is compiled is loaded then, and Java has translated some of what it runs.
_WARM_UPS = 1
_NO_LABEL = -2


@dataclass(frozen=True)
class Phase:
    """A part of a run: its seconds, and the tasks, rows and bytes of shuffles of its stages."""

    name: str
    seconds: float
    stages: int
    tasks: int
    shuffled_rows: int
    shuffled_bytes: int


@dataclass(frozen=True)
class TileRun:
    """A run on Spark: `tiles` by column float64[tiles], as `Clustering.tiles`; what processes spent."""

    points: int
    sites_per_tile: int | None
    seconds: float
    phases: list[Phase]
    tiles: dict[str, NDArray[np.float64]]
    spent: Spent

    @property
    def kernels(self) -> float:
        """Seconds of one thread in kernels."""
        return float(sum(self.tiles[step].sum() for step in STEPS))


@dataclass(frozen=True)
class KernelRun:
    """The same on one machine: seconds, and of processors; megabytes at the peak, points included; how many
    neighbours all points have together, themselves included, None where nobody counted; what differs.
    """

    seconds: float
    processor: float
    megabytes: float
    clusters: int
    neighbours: float | None
    agreement: str


@dataclass
class _Marks:
    """When a run has reported progress."""

    moments: list[float] = field(default_factory=list)

    def monitor(self) -> Monitor:
        self.moments = [time.time()]
        return Monitor(lambda fraction: self.moments.append(time.time()))


def tile_run(points: MadePoints, sites_per_tile: int | None, gigabytes: int, found: Path) -> TileRun:
    """Run on Spark, in a process of its own; the labels are written to the folder `found`."""
    return tile_runs(points, [sites_per_tile], gigabytes, found)[0]


def tile_runs(
    points: MadePoints, sizes: Sequence[int | None], gigabytes: int, found: Path | None = None
) -> list[TileRun]:
    """Run with several limits of sites per tile, None for the default, in one session."""
    for each in (points, _WARM_UP):
        each.made()
    say(f"{points.count:,} points on Spark")
    return in_own_process(_on_spark, points, list(sizes), gigabytes, found)


def kernel_run(points: MadePoints, found: Path, *, count_neighbours: bool) -> KernelRun:
    """Run on one machine in a process of its own, and compare with what is in the folder `found`."""
    say(f"{points.count:,} points on one machine")
    return in_own_process(_on_one_machine, points, found, count_neighbours)


def say(what: str) -> None:
    print(f"distributed: {what}", file=sys.stderr, flush=True)


def _on_spark(
    points: MadePoints, sizes: list[int | None], gigabytes: int, found: Path | None
) -> list[TileRun]:
    with (
        tempfile.TemporaryDirectory(prefix="innovation_clusters_bench_") as folder,
        local_session(Path(folder), CORES, gigabytes, points.count) as session,
    ):
        for _ in range(_WARM_UPS):
            _cluster(session, _WARM_UP, None, Monitor()).release()
        runs = []
        for sites_per_tile in sizes:
            marks = _Marks()
            with Watch() as watch:
                clustering = _cluster(session, points, sites_per_tile, marks.monitor())
            if found is not None:
                clustering.sites.select("row", "cluster", "core").write.parquet(found.as_uri())
            clustering.release()
            tiles = {name: clustering.tiles[name].to_numpy() for name in clustering.tiles.column_names}
            moments = marks.moments
            phases = _phases(moments, stages(session))
            seconds = moments[-1] - moments[0]
            runs.append(TileRun(points.count, sites_per_tile, seconds, phases, tiles, watch.spent))
        return runs


def _cluster(session: Any, points: MadePoints, sites_per_tile: int | None, monitor: Monitor) -> Any:
    from innovation_clusters.distributed.spark.clustering import SITES_PER_TILE, cluster

    rows = session.read.parquet(points.made().as_uri())
    limit = sites_per_tile or SITES_PER_TILE
    return cluster(rows, EPS, points.min_weight, metric=METRIC, sites_per_tile=limit, monitor=monitor)


def _phases(moments: list[float], told: list[Stage]) -> list[Phase]:
    """Share the stages out to the phases in which they began."""
    phases: list[Phase] = []
    # The times that Spark tells are cut to milliseconds.
    for name, (begin, end) in zip(_REPORTED, pairwise(moments), strict=True):
        inside = [stage for stage in told if begin - 0.001 <= stage.began < end - 0.001]
        if name == "collapse and cut":
            # Rows to their places, places from there; then cells are counted.
            middle = inside[1].ended
            phases += [
                _phase("collapse", middle - begin, inside[:2]),
                _phase("cut", end - middle, inside[2:]),
            ]
        else:
            phases.append(_phase(name, end - begin, inside))
    return phases


def _phase(name: str, seconds: float, inside: list[Stage]) -> Phase:
    return Phase(
        name,
        seconds,
        len(inside),
        sum(stage.tasks for stage in inside),
        sum(stage.shuffled_rows for stage in inside),
        sum(stage.shuffled_bytes for stage in inside),
    )


def _on_one_machine(points: MadePoints, found: Path, count_neighbours: bool) -> KernelRun:
    x, y = points.read()
    dbscan(*_WARM_UP.read(), EPS, _WARM_UP.min_weight, metric=METRIC)
    began, processor = time.perf_counter(), time.process_time()
    result = dbscan(x, y, EPS, points.min_weight, metric=METRIC)
    seconds, processor = time.perf_counter() - began, time.process_time() - processor
    megabytes = peak_memory() / 1024
    expected = Answer(result.labels, result.core)
    labels, core = _read(found, points.count)
    outcome = agreement(expected, Answer(labels, core))
    neighbours = None
    if count_neighbours:
        measured = dbscan(x, y, EPS, points.min_weight, metric=METRIC, neighbourhoods=True)
        if measured.neighbour_weight is not None:
            neighbours = float(measured.neighbour_weight.sum())
    return KernelRun(seconds, processor, megabytes, result.n_clusters, neighbours, outcome)


def _read(found: Path, count: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Return labels int32[count] and core bool[count] by row."""
    labels, core = np.full(count, _NO_LABEL, dtype=np.int32), np.zeros(count, dtype=bool)
    for file in sorted(found.glob("*.parquet")):
        for batch in parquet.ParquetFile(file).iter_batches(1_000_000):
            row = batch["row"].to_numpy()
            labels[row] = batch["cluster"].to_numpy()
            core[row] = batch["core"].to_numpy(zero_copy_only=False)
    return labels, core
