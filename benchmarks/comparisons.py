"""Contenders side by side on the same points; the first is ours, the measure of the others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from .agreement import agreement
from .contenders import (
    OURS,
    OURS_IN_NUMPY,
    OURS_NEAREST,
    OURS_ON_THE_ELLIPSOID,
    OURS_ON_THE_SPHERE,
    PYPI_DBSCAN,
    SCIKIT_LEARN,
    SCIKIT_LEARN_ON_SITES,
    SCIKIT_LEARN_TWO_JOBS,
    Contender,
)
from .measuring import ContenderError, Measurement, measured
from .points import Points, country, metropolis, world
from .qgis_processing import DENSITY_CLUSTERS, NATIVE
from .rounds import ROUNDS, rounds_of
from .table import Goal, Row, Section


@dataclass(frozen=True)
class Entry:
    """A contender in a comparison and whose labels it must have, None for our own answers.

    `goal` is how many times our seconds it takes at least; in the first line, which is ours, seconds.
    """

    contender: Contender
    like: Contender | None = None
    goal: Goal | None = None


@dataclass(frozen=True)
class Comparison:
    """One task and who takes it on. `points` takes the part of the full size: 10 is a tenth.

    `bound` asks for the ratio to the physical bound as well.
    """

    title: str
    points: Callable[[int], Points]
    entries: tuple[Entry, ...]
    bound: bool = False
    bound_goal: Goal | None = None

    def section(self, part: int, most_runs: int) -> Section:
        """Measure the contenders one after the other."""
        points, warm_up = self.points(part), self.points(10 * part)
        section = Section(self.title)
        found: dict[Contender, Measurement] = {}
        for place, entry in enumerate(self.entries):
            print(f"{self.title}: {entry.contender.name}", file=sys.stderr, flush=True)
            try:
                found[entry.contender] = measured(entry.contender, points, warm_up, most_runs)
            except ContenderError as failure:
                if entry.like is None:
                    raise
                section.rows.append(Row(entry.contender.name, goal=entry.goal, remark=f"failed: {failure}"))
                continue
            section.rows.append(self._row(entry, found))
            if place == 0 and self.bound:
                bounded = rounds_of(entry.contender, points, warm_up, ROUNDS if most_runs > 1 else 1)
                section.rows.append(bounded.row(self.bound_goal))
                section.notes.append(bounded.note())
        return section

    def _row(self, entry: Entry, found: dict[Contender, Measurement]) -> Row:
        ours, theirs = found[self.entries[0].contender], found[entry.contender]
        name = entry.contender.name
        if theirs is ours and entry.goal:
            return Row(name, ours.seconds, "s", entry.goal, measurement=ours)
        return Row(
            name,
            theirs.seconds / ours.seconds,
            goal=entry.goal,
            memory=theirs.megabytes / ours.megabytes if ours.megabytes else None,
            measurement=theirs,
            remark=agreement(found[entry.like].answer, theirs.answer) if entry.like else "",
        )


ELLIPSOID_AND_SPHERE = (
    Entry(OURS_ON_THE_ELLIPSOID, goal=Goal(1.0)),
    Entry(OURS_ON_THE_SPHERE),
    Entry(SCIKIT_LEARN_ON_SITES, like=OURS_ON_THE_SPHERE, goal=Goal(15.0, at_least=True)),
)


def _against_pypi(goal: float) -> tuple[Entry, ...]:
    return (
        Entry(OURS),
        Entry(OURS_NEAREST),
        Entry(PYPI_DBSCAN, like=OURS_NEAREST, goal=Goal(goal, at_least=True)),
    )


MILLION = (
    Entry(OURS),
    Entry(SCIKIT_LEARN, like=OURS, goal=Goal(100.0, at_least=True)),
    Entry(SCIKIT_LEARN_TWO_JOBS, like=OURS),
    Entry(OURS_NEAREST),
    Entry(PYPI_DBSCAN, like=OURS_NEAREST),
)


def _in_qgis(goal: float) -> tuple[Entry, ...]:
    return (
        Entry(DENSITY_CLUSTERS),
        Entry(NATIVE, like=DENSITY_CLUSTERS, goal=Goal(goal, at_least=True)),
    )


COMPARISONS = {
    "plane": Comparison(
        "200,000 points in the plane, 2 km, 10",
        lambda part: country(200_000 // part, 2_000.0, 10),
        (Entry(OURS), Entry(OURS_IN_NUMPY, like=OURS), Entry(SCIKIT_LEARN, like=OURS)),
    ),
    "plane-wide": Comparison(
        "200,000 points in the plane, 15 km, 90",
        lambda part: country(200_000 // part, 15_000.0, 90),
        (Entry(OURS), Entry(SCIKIT_LEARN, like=OURS)),
    ),
    "million": Comparison(
        "1,000,000 points of a country in the plane, 2 km, 50",
        lambda part: country(1_000_000 // part, 2_000.0, 50),
        MILLION,
    ),
    "million-metropolis": Comparison(
        "1,000,000 points of a metropolis and its country in the plane, 2 km, 50",
        lambda part: metropolis(1_000_000 // part, 2_000.0, 50),
        MILLION,
    ),
    "earth": Comparison(
        "20,000,000 weighted rows on 300,000 sites in degrees, 15 km, 4,500",
        lambda part: world(20_000_000 // part, 300_000 // part, 15_000.0, 4_500.0 / part),
        ELLIPSOID_AND_SPHERE,
        bound=True,
        bound_goal=Goal(3.0),
    ),
    "dense": Comparison(
        "10,000,000 distinct points in the plane, 15 km, 4,500",
        lambda part: country(10_000_000 // part, 15_000.0, 4_500 // part),
        _against_pypi(10.0),
        bound=True,
    ),
    "sparse": Comparison(
        "10,000,000 distinct points in the plane, 500 m, 20",
        lambda part: country(10_000_000 // part, 500.0, max(1, 20 // part)),
        _against_pypi(4.0),
        bound=True,
    ),
    "qgis": Comparison(
        "GeoPackage to GeoPackage in QGIS: 200,000 points, 2 km, 10",
        lambda part: country(200_000 // part, 2_000.0, 10),
        _in_qgis(5.0),
    ),
    "qgis-wide": Comparison(
        "GeoPackage to GeoPackage in QGIS: 200,000 points, 15 km, 90",
        lambda part: country(200_000 // part, 15_000.0, 90),
        _in_qgis(80.0),
    ),
}
