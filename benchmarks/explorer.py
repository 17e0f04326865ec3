"""How soon the parameter explorer answers a slider, and whether the window lives while one is dragged.

A step is what happens between a moved slider and the clusters and the picture of 1280 × 800 pixels that are
handed to the window, in a QGIS with an event loop. Beside it stands scikit-learn's DBSCAN on the same points,
once: what a step would take with it. A timer of 50 ms in the main thread stands for the window.
"""

from __future__ import annotations

import csv
import gzip
import sys
import time
from collections.abc import Callable

import numpy as np

from .contenders import scikit_learn, scikit_learn_on_sites
from .measuring import in_own_process
from .neighbours import PUBLICATIONS
from .observed import Steps
from .points import Points, country
from .table import Goal, Row, Section

MILLION = 1_000_000
STEPS = 31
DRAG_SECONDS = 3.0
STEP, LATENESS = Goal(0.2), Goal(0.2)
FASTER = Goal(100.0, at_least=True)


def explorer(part: int, most_runs: int) -> Section:
    """Measure steps on made-up points and on real publications."""
    section = Section("The parameter explorer: from a moved slider to clusters and their picture")
    inputs: list[tuple[str, str, Callable[[], Points]]] = [
        ("100,000 distinct points", "planar", lambda: country(100_000 // part, 2_000.0, 50)),
        ("1,000,000 distinct points", "planar", lambda: country(MILLION // part, 2_000.0, 50)),
    ]
    if PUBLICATIONS.is_file():
        inputs.append(("459,194 publications", "ellipsoid", lambda: publications(part)))
    else:
        section.notes.append(f"{PUBLICATIONS.name} is not here: no real publications.")
    for name, metric, make in inputs:
        print(f"explorer: {name}", file=sys.stderr, flush=True)
        points = make()
        found = in_own_process(explored, points, metric, STEPS, DRAG_SECONDS)
        theirs = in_own_process(_scikit_learn, points, metric)
        median = float(np.median(found.steps))
        section.rows += [
            Row(
                f"{name}: a step, median of {len(found.steps)}",
                median,
                "s",
                STEP,
                remark=f"longest {max(found.steps):.2g} s",
            ),
            Row(
                f"{name}: a step of eps after a rest, median of {len(found.after_rest)}",
                float(np.median(found.after_rest)),
                "s",
                STEP,
                remark=f"longest {max(found.after_rest):.2g} s; a rest of {found.rest:.2g} s",
            ),
            Row(
                f"{name}: one run of scikit-learn",
                theirs / median,
                goal=FASTER if points.x.size == MILLION else None,
                remark=f"{theirs:.3g} s",
            ),
            Row(
                f"{name}: the timer's largest lateness while dragged",
                found.lateness,
                "s",
                LATENESS,
                remark=f"{found.shown:.2g} clusterings a second shown",
            ),
            Row(f"{name}: from the end of a drag to its clusters", found.last, "s"),
        ]
    return section


def publications(part: int) -> Points:
    """Return one in `part` of the real publications of OpenAPC, with WIPO's distance."""
    with gzip.open(PUBLICATIONS, "rt", encoding="utf-8", newline="") as file:
        rows = [
            (float(row["lon"]), float(row["lat"]), float(row["frac_weight"])) for row in csv.DictReader(file)
        ]
    x, y, weights = np.array(rows[::part]).T
    return Points(x.copy(), y.copy(), weights.copy(), 15_000.0, 300.0 / part)


def _scikit_learn(points: Points, metric: str) -> float:
    from pathlib import Path

    run = (scikit_learn if metric == "planar" else scikit_learn_on_sites)(points, Path())
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def explored(points: Points, metric: str, steps: int, drag_seconds: float) -> Steps:
    """Move sliders in this process, which must have no QGIS yet."""
    from .sliding import slide

    return slide(points, metric, steps, drag_seconds)
