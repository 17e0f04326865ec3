"""The whole run at its size: two Parquet files of 31 million addresses in, ranked polygons and a report out.

The world is the modelled one of scripts/build_world.py. innovationclusters runs through Processing, in one
process that has run it on a hundredth of the world before. Peak memory is that of the process, QGIS and all.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from .measuring import in_own_process, peak_memory
from .table import Goal, Row, Section

# Inventor addresses within 15 km that make a cluster, in the whole world.
MIN_DENSITY = 4_500.0
WARM_UP = 100
RUNS = 3
SECONDS, GIGABYTES, DEAF, PAUSE = Goal(60.0), Goal(8.0), Goal(1.0), Goal(1.0)


@dataclass(frozen=True)
class Run:
    """One run: seconds, the longest time in which it did not listen for Cancel and did not report progress,
    and how many clusters came out.
    """

    seconds: float
    deaf: float
    pause: float
    clusters: int


def whole_world(part: int, most_runs: int) -> Section:
    """Run innovationclusters on the modelled world, or on a part of it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print("world: building", file=sys.stderr, flush=True)
        rows = in_own_process(_build, place / "world", 1.0 / part)
        in_own_process(_build, place / "warm-up", 1.0 / part / WARM_UP)
        print("world: running", file=sys.stderr, flush=True)
        runs, peak = in_own_process(_run, place, part, min(RUNS, most_runs))
    section = Section(f"The modelled world, {rows:,} addresses: from Parquet to ranked polygons")
    section.rows += [
        Row(
            "innovationclusters in QGIS: clusters, ranking, report",
            statistics.median(run.seconds for run in runs),
            "s",
            SECONDS,
            remark=f"{runs[0].clusters} clusters",
        ),
        Row("the most memory its process has", peak, "GB", GIGABYTES),
        Row("the longest it does not listen for Cancel", max(run.deaf for run in runs), "s", DEAF),
        Row("the longest pause between reports of progress", max(run.pause for run in runs), "s", PAUSE),
    ]
    section.notes.append(f"Seconds are the median of {len(runs)} runs, the pauses the longest of all.")
    return section


def _build(folder: Path, fraction: float) -> int:
    from innovation_clusters.scripts.build_world import build

    return sum(numbers["rows"] for numbers in build(folder, fraction)["files"].values())


def _run(folder: Path, part: int, count: int) -> tuple[list[Run], float]:
    """Return the runs, after one on the small world, and the gigabytes of the process at its peak."""
    _once(folder / "warm-up", folder, MIN_DENSITY / part / WARM_UP)
    runs = [_once(folder / "world", folder, MIN_DENSITY / part) for _ in range(count)]
    return runs, peak_memory() / 1e6


def _once(world: Path, folder: Path, min_density: float) -> Run:
    from qgis.core import QgsProcessingFeedback

    from .qgis_processing import start_qgis

    reports: list[float] = []
    looks: list[float] = []

    class Listening(QgsProcessingFeedback):
        """Notes when progress is reported, and when somebody asks whether to stop."""

        def isCanceled(self) -> bool:
            looks.append(time.perf_counter())
            return bool(super().isCanceled())

    run, *_ = start_qgis()
    feedback = Listening()
    feedback.progressChanged.connect(lambda percent: reports.append(time.perf_counter()))
    for old in folder.glob("ranked.*"):
        old.unlink()
    parameters: dict[str, Any] = {
        "INVENTORS": str(world / "inventors.parquet"),
        "AUTHORS": str(world / "authors.parquet"),
        "EDITION": "2018-2024",
        "MIN_DENSITY": min_density,
        "CLUSTERS": str(folder / "ranked.gpkg"),
        "RANKING": str(folder / "ranked.csv"),
        "REPORT": str(folder / "ranked.html"),
    }
    began = time.perf_counter()
    result = run("innovationclusters:innovationclusters", parameters, feedback)
    ended = time.perf_counter()
    return Run(
        ended - began,
        _longest([began, *looks, ended]),
        _longest([began, *reports, ended]),
        int(result["NUM_CLUSTERS"]),
    )


def _longest(moments: list[float]) -> float:
    return max(later - earlier for earlier, later in pairwise(moments))
