"""Time, memory and distance tests from 2.5 to 20 million points: what a doubling costs, and the slope over
all sizes. Twice as many points are not always twice as much work.

Two ways to have more points are shown: in the same area, where neighbourhoods fill up, and at the same
density, where one country of 2.5 million is put beside another. The third is more rows on as many sites.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .contenders import OURS, OURS_ON_THE_ELLIPSOID, Contender
from .measuring import Measurement, measured
from .points import Points, countries, country, world
from .table import Goal, Row, Section, figures

UNIT = 2_500_000
MULTIPLES = (1, 2, 4, 8)
SITES = 300_000
RUNS = 5
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


def growth(part: int, most_runs: int) -> Section:
    """Measure every series at every size."""
    section = Section("Growth: time as a multiple of that of half as many points")
    unit = UNIT // part
    for series in SERIES:
        found: list[Measurement] = []
        for multiple in MULTIPLES:
            count = multiple * unit
            print(f"growth: {series.title}, {count:,}", file=sys.stderr, flush=True)
            points = series.points(multiple, unit)
            # Warmed up on all points: the first to use so much memory waits for the system to find it.
            found.append(measured(series.contender, points, points, min(RUNS, most_runs)))
            section.rows.append(_row(f"{series.title}: {count / 1e6:g} million", found))
        seconds = [measurement.seconds for measurement in found]
        slope = np.polyfit(np.log(MULTIPLES), np.log(seconds), 1)[0]
        section.notes.append(f"Time grows with n to the power of {figures(slope)}: {series.title}.")
    return section


def _row(name: str, found: list[Measurement]) -> Row:
    """Return the line of the last measurement of a series, beside the one before if there is one."""
    last = found[-1]
    tests = last.answer.distance_tests or 0
    work = f"{tests / 1e6:,.0f} million distance tests, {figures(tests / last.answer.labels.size)} a point"
    if len(found) == 1:
        return Row(name, measurement=last, remark=work)
    less = found[-2]
    # In the same area every point has more neighbours, and so more is to be done for it.
    more = tests / max(1, less.answer.distance_tests or 0)
    return Row(
        name,
        last.seconds / less.seconds,
        goal=PER_DOUBLING,
        measurement=last,
        remark=f"{work}: × {figures(more)}",
    )
