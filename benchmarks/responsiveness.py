"""Whether the window lives while twenty million points are clustered, and how soon Cancel is heard.

A QGIS with an event loop clusters in a task, as Processing does. A timer of 50 ms in the main thread stands
for the window: what it is late by, a user waits for a click. Some runs go to their end; twenty more are
cancelled, each at its own moment of the run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from .measuring import in_own_process
from .observed import Watched
from .points import Points, country, world
from .table import Goal, Row, Section, figures

ROWS = 20_000_000
MOMENTS = 20
QUICK_MOMENTS = 4
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
        section.rows += [
            Row(f"{name}: the timer's largest lateness", watched.lateness, "s", LATENESS),
            Row(f"{name}: the longest pause between reports of progress", watched.pause, "s", PAUSE),
            Row(
                f"{name}: the longest wait after Cancel",
                max(watched.latencies, default=None),
                "s",
                LATENCY,
                remark=f"{len(watched.latencies)} moments",
            ),
        ]
        section.notes.append(
            f"{name}: the shortest whole run took {figures(watched.whole)} s; "
            f"{watched.finished} of {moments} cancelled runs came to their end all the same."
        )
    return section


def _watch(points: Points, warm_up: Points, metric: str, moments: int) -> Watched:
    from .event_loop import watch

    return watch(points, warm_up, metric, moments)
