"""Time, memory and distance tests from 2.5 to 20 million points: what a doubling costs, and the slope over
all sizes. Twice as many points are not always twice as much work.

Two ways to have more points are shown: in the same area, where neighbourhoods fill up, and at the same
density, where one country of 2.5 million is put beside another. The third is more rows on as many sites.

Times are those of a process that keeps its memory: what a virtual machine takes to get it from its host made
a doubling to 20 million 2.7 times as long here, with 1.95 when it was kept.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .contenders import OURS, OURS_ON_THE_ELLIPSOID, Contender
from .measuring import Measurement, in_own_process, measured
from .points import Points, countries, country, world
from .table import Goal, Row, Section, figures

UNIT = 2_500_000
MULTIPLES = (1, 2, 4, 8)
SITES = 300_000
ROUNDS = 5
PER_DOUBLING = Goal(2.2)


@dataclass(frozen=True)
class Series:
    """A way to grow: `points` takes the multiple and the number of points that it is a multiple of."""

    title: str
    points: Callable[[int, int], Points]
    contender: Contender = OURS


SERIES = (
    Series(
        "dense (15 km, 4,500), same area",
        lambda multiple, unit: country(multiple * unit, 15_000.0, 4_500),
    ),
    Series(
        "dense (15 km, 4,500), same density",
        lambda multiple, unit: countries(multiple, unit, 15_000.0, 4_500),
    ),
    Series("sparse (500 m, 20), same area", lambda multiple, unit: country(multiple * unit, 500.0, 20)),
    Series("sparse (500 m, 20), same density", lambda multiple, unit: countries(multiple, unit, 500.0, 20)),
    Series(
        "rows on 300,000 sites (ellipsoid, 15 km, 4,500)",
        lambda multiple, unit: world(multiple * unit, SITES * unit // UNIT, 15_000.0, 4_500.0),
        OURS_ON_THE_ELLIPSOID,
    ),
)

# A process keeps what it frees for what it asks for next: glibc, which reads this when it begins, takes no
# array for so large that it gets, and gives back, memory of its own. On a virtual machine that goes further
# to its host, and to get it again takes longer than to fill it.
KEEPING_MEMORY = {
    "GLIBC_TUNABLES": f"glibc.malloc.mmap_threshold={2**40}:glibc.malloc.trim_threshold={2**40}"
}


def growth(part: int, most_runs: int) -> Section:
    """Measure every series at every size."""
    section = Section("Growth: time as a multiple of that of half as many points")
    unit = UNIT // part
    for series in SERIES:
        print(f"growth: {series.title}", file=sys.stderr, flush=True)
        sizes = [series.points(multiple, unit) for multiple in MULTIPLES]
        seconds = in_own_process(
            _by_turns, series.contender, sizes, min(ROUNDS, most_runs), environment=KEEPING_MEMORY
        )
        measurements = []
        for points, of_size in zip(sizes, seconds.T, strict=True):
            # Its memory, and how many tests it makes, in a process that gives back what it frees.
            once = measured(series.contender, points, points, 1)
            measurements.append(replace(once, seconds=float(np.median(of_size)), runs=of_size.size))
        section.rows += _rows(series.title, measurements, np.median(seconds[:, 1:] / seconds[:, :-1], axis=0))
        section.rows.append(_memory_row(series.title, measurements))
        slope = np.polyfit(np.log(MULTIPLES), np.log(np.median(seconds, axis=0)), 1)[0]
        section.notes.append(f"Time grows with n to the power of {figures(slope)}: {series.title}.")
    return section


def _by_turns(contender: Contender, sizes: Sequence[Points], rounds: int) -> NDArray[np.float64]:
    """Return the seconds float64[rounds, sizes]: all sizes one after the other, and again.

    What the machine does besides changes from one minute to the next; neighbours in time can be compared.
    """
    seconds = np.empty((rounds + 1, len(sizes)))
    with tempfile.TemporaryDirectory() as folder:
        tasks = [contender.prepare(points, Path(folder)) for points in sizes]
        for number in range(rounds + 1):
            for size, task in enumerate(tasks):
                began = time.perf_counter()
                task()
                seconds[number, size] = time.perf_counter() - began
    # In the first round kernels are compiled and memory comes from the system.
    return seconds[1:]


def _rows(title: str, found: Sequence[Measurement], ratios: NDArray[np.float64]) -> list[Row]:
    """Return a line for every size; `ratios` are those to the size before, one less than there are sizes."""
    rows = []
    for number, measurement in enumerate(found):
        tests, count = measurement.answer.distance_tests or 0, measurement.answer.labels.size
        work = f"{tests / 1e6:,.0f} million distance tests, {figures(tests / count)} a point"
        name = f"{title}: {count / 1e6:g} million"
        if number == 0:
            rows.append(Row(name, measurement=measurement, remark=work))
            continue
        # In the same area every point has more neighbours, and so more is to be done for it.
        more = tests / max(1, found[number - 1].answer.distance_tests or 0)
        rows.append(
            Row(
                name,
                float(ratios[number - 1]),
                goal=PER_DOUBLING,
                measurement=measurement,
                remark=f"{work}: × {figures(more)}",
            )
        )
    return rows


def _memory_row(title: str, found: Sequence[Measurement]) -> Row:
    ratios = [more.megabytes / less.megabytes for less, more in pairwise(found)]
    return Row(f"{title}: memory, the most of the {len(ratios)} doublings", max(ratios), goal=PER_DOUBLING)
