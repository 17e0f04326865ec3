"""The inputs that density clustering is known to fear, each with its time and with labels that are known.

A time is held against that of as many ordinary points, those of a country: what is quadratic takes thousands
of times as long.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import worst_points
from .agreement import Answer, agreement
from .contenders import OURS, OURS_ON_THE_ELLIPSOID, SCIKIT_LEARN, Contender
from .measuring import measured
from .points import Points, country
from .table import Goal, Row, Section

MILLION = 1_000_000
OF_ORDINARY = Goal(10.0)


@dataclass(frozen=True)
class Known:
    """An answer known beforehand, for a number of points."""

    name: str
    answer: Callable[[int], Answer]


ONE_CLUSTER = Known(
    "one cluster of core points",
    lambda count: Answer(np.zeros(count, dtype=np.int32), np.ones(count, dtype=bool)),
)
ALL_NOISE = Known(
    "all noise", lambda count: Answer(np.full(count, -1, dtype=np.int32), np.zeros(count, dtype=bool))
)


@dataclass(frozen=True)
class WorstCase:
    """Points, who clusters them, and what must come out: a contender's answer, or one known beforehand."""

    title: str
    points: Callable[[int], Points]
    expected: Contender | Known
    ours: Contender = OURS
    count: int = MILLION


WORST_CASES = (
    WorstCase("all points on one site", worst_points.one_site, ONE_CLUSTER),
    WorstCase("two sites exactly eps apart", worst_points.two_sites, ONE_CLUSTER),
    WorstCase("on a straight line, 200 neighbours", worst_points.line, SCIKIT_LEARN),
    WorstCase("lattice, 12 of 81 neighbours at exactly eps", worst_points.lattice, SCIKIT_LEARN),
    WorstCase("minimum 1, 500 m", worst_points.minimum_one, SCIKIT_LEARN),
    WorstCase("minimum above the total, 2 km", worst_points.minimum_above_total, ALL_NOISE),
    WorstCase("eps beyond the extent of the plane", worst_points.wider_than_the_plane, ONE_CLUSTER),
    WorstCase(
        "eps around the ellipsoid", worst_points.wider_than_the_world, ONE_CLUSTER, OURS_ON_THE_ELLIPSOID
    ),
    WorstCase("one outlier at 1e9 times the extent", worst_points.far_outlier, SCIKIT_LEARN),
    WorstCase("all within one eps of each other", worst_points.within_one_eps, ONE_CLUSTER),
    WorstCase("in a disc of radius eps, no box decides", worst_points.undecided, SCIKIT_LEARN, count=30_000),
)


def worst_cases(part: int, most_runs: int) -> Section:
    """Measure ours on every worst case and compare its labels with what they must be."""
    section = Section("Worst cases, a million points where the line does not say otherwise")
    usual, fewer = (country(MILLION // each, 2_000.0, 50) for each in (part, 10 * part))
    ordinary = measured(OURS, usual, fewer, most_runs)
    section.rows.append(Row("a country, 2 km, 50", measurement=ordinary))
    for case in WORST_CASES:
        print(f"worst: {case.title}", file=sys.stderr, flush=True)
        count = case.count // part
        points, warm_up = case.points(count), case.points(count // 10)
        ours = measured(case.ours, points, warm_up, most_runs)
        if isinstance(case.expected, Contender):
            expected = measured(case.expected, points, warm_up, 1).answer
        else:
            expected = case.expected.answer(points.x.size)
        remark = f"{agreement(expected, ours.answer)}: {case.expected.name}"
        if case.count == MILLION:
            ratio = ours.seconds / ordinary.seconds
            section.rows.append(Row(case.title, ratio, goal=OF_ORDINARY, measurement=ours, remark=remark))
        else:
            # Of fewer points for a reason: here every pair has to be tested.
            title = f"{case.title}; {points.x.size:,}"
            section.rows.append(Row(title, measurement=ours, remark=remark))
    return section
