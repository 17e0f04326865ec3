"""Whether the window lives while twenty million points are clustered, and how soon Cancel is heard.

A QGIS with an event loop clusters arrays in a task. Then it runs densityclusters on a GeoPackage of as many
rows, as its dialog does: reading, clustering and writing. A timer of 50 ms in the main thread stands for the
window: what it is late by, a user waits for a click. Some runs go to their end; others are cancelled, each at
its own moment of the run. At last it runs in processes that have no kernels compiled yet.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .measuring import ContenderError, in_own_process
from .observed import Phase, Watched
from .points import Points, country, world
from .table import Goal, Row, Section, figures

ROWS = 20_000_000
MOMENTS = 20
QUICK_MOMENTS = 4
# In every phase of a run from file to file, and of one that has to compile.
FILE_MOMENTS = 3
QUICK_FILE_MOMENTS = 1
COLD_MOMENTS = 3
# Compiling takes as long for few rows.
COLD_PART = 100
LATENESS, PAUSE, LATENCY = Goal(0.2), Goal(0.5), Goal(0.5)

INPUTS: dict[str, tuple[str, Callable[[int], Points]]] = {
    "rows on sites": (
        "ellipsoid",
        lambda part: world(ROWS // part, 300_000 // part, 15_000.0, 4_500.0 / part),
    ),
    "distinct points": (
        "planar",
        lambda part: country(ROWS // part, 15_000.0, 4_500 // part),
    ),
}


def responsiveness(part: int, most_runs: int) -> Section:
    """Watch a task on every input."""
    section = Section(f"Responsiveness in QGIS, {ROWS // part:,} points in a background task")
    moments = MOMENTS if part == 1 else QUICK_MOMENTS
    for name, (metric, points) in INPUTS.items():
        print(f"responsiveness: {name}", file=sys.stderr, flush=True)
        watched = in_own_process(_watch, points(part), points(10 * part), metric, moments)
        section.rows += _rows(name, watched.lateness, watched.pause, watched.latencies)
        section.notes.append(
            f"{name}: the shortest whole run took {figures(watched.whole)} s; "
            f"{watched.finished} of {moments} cancelled runs came to their end all the same."
        )
    with tempfile.TemporaryDirectory() as folder:
        from_file_to_file(section, part, Path(folder))
        watch_compiling(section, part, Path(folder))
    return section


def from_file_to_file(section: Section, part: int, folder: Path) -> None:
    """Watch densityclusters in a task of QGIS, from GeoPackage to GeoPackage."""
    name, moments = "GeoPackage", FILE_MOMENTS if part == 1 else QUICK_FILE_MOMENTS
    print(f"responsiveness: {name}", file=sys.stderr, flush=True)
    points, small = _addresses(part), _addresses(COLD_PART * part)
    in_own_process(_write, points, folder / "points.gpkg")
    in_own_process(_write, small, folder / "small.gpkg")
    eps, min_weight = points.eps, points.min_weight
    del points
    phases, finished = in_own_process(
        _watch_processing, folder / "small.gpkg", folder / "points.gpkg", eps, min_weight, folder, moments
    )
    (folder / "points.gpkg").unlink()
    for phase in phases:
        # A phase that is over before the next moment is not tried, and misses nothing.
        goal = LATENCY if phase.latencies else None
        section.rows += _rows(f"{name}, {phase.name}", phase.lateness, phase.pause, phase.latencies, goal)
    section.notes.append(
        f"{name}: the whole run took {figures(sum(phase.seconds for phase in phases))} s "
        f"({', '.join(f'{phase.name} {figures(phase.seconds)}' for phase in phases)}); "
        f"{finished} of {moments * len(phases)} cancelled runs came to their end all the same."
    )


def watch_compiling(section: Section, part: int, folder: Path) -> None:
    """Watch a run that compiles, and others that are cancelled while they do."""
    name = "nothing compiled"
    print(f"responsiveness: {name}", file=sys.stderr, flush=True)
    small = _addresses(COLD_PART * part)
    moments: list[float | None] = [None]
    waits: list[float] = []
    phases: list[Phase] = []
    while moments:
        moment = moments.pop(0)
        with tempfile.TemporaryDirectory(dir=folder) as empty:
            seen, begin = in_own_process(
                _watch_cold,
                folder / "small.gpkg",
                small.eps,
                small.min_weight,
                Path(empty),
                moment,
                # numba reads it as it is imported.
                environment={"NUMBA_CACHE_DIR": empty},
            )
            if moment is None and not any(Path(empty).rglob("*.nbc")):
                raise ContenderError("kernels were compiled already")
        if moment is None:
            phases = seen
            clustering = next(phase for phase in seen if phase.name == "clustering")
            moments = [
                begin + clustering.seconds * (number + 0.5) / COLD_MOMENTS for number in range(COLD_MOMENTS)
            ]
        else:
            waits += [wait for phase in seen for wait in phase.latencies]
    lateness, pause = max(phase.lateness for phase in phases), max(phase.pause for phase in phases)
    section.rows += _rows(name, lateness, pause, waits, moments_are="moments while it compiles")
    section.notes.append(
        f"{name}: {ROWS // part // COLD_PART:,} rows; clustering, which compiles, took "
        f"{figures(clustering.seconds)} s."
    )


def _rows(
    name: str,
    lateness: float,
    pause: float,
    waits: list[float],
    goal: Goal | None = LATENCY,
    moments_are: str = "moments",
) -> list[Row]:
    """Return the lines of what was seen, in seconds; `waits` are those after Cancel, at so many moments."""
    return [
        Row(f"{name}: the timer's largest lateness", lateness, "s", LATENESS),
        Row(f"{name}: the longest time without progress", pause, "s", PAUSE),
        Row(
            f"{name}: the longest wait after Cancel",
            max(waits, default=None),
            "s",
            goal,
            remark=f"{len(waits)} {moments_are}",
        ),
    ]


def _addresses(part: int) -> Points:
    return world(ROWS // part, 300_000 // part, 15_000.0, 4_500.0 / part)


def _write(points: Points, path: Path) -> None:
    from .processing_task import write_degrees

    write_degrees(path, points)


def _watch_processing(
    warm_up: Path, source: Path, eps: float, min_weight: float, folder: Path, moments: int
) -> tuple[list[Phase], int]:
    from .processing_task import watch_processing

    return watch_processing(warm_up, source, eps, min_weight, folder, moments)


def _watch_cold(
    source: Path, eps: float, min_weight: float, folder: Path, cancel_after: float | None
) -> tuple[list[Phase], float]:
    from .processing_task import watch_cold

    return watch_cold(source, eps, min_weight, folder, cancel_after)


def _watch(points: Points, warm_up: Points, metric: str, moments: int) -> Watched:
    from .event_loop import watch

    return watch(points, warm_up, metric, moments)
