"""A contender held against the physical bound, round by round: the machine is measured, the contender runs,
and again.

Other work on the same processor takes memory and cache from both, and how much changes within minutes: here
the same look-up took 1.5 ns in one hour and 8 ns in another. A bound measured once says little about runs
that came before it; a ratio of two neighbours in time does.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .contenders import Contender
from .measuring import in_own_process
from .physical_bound import Machine, calibrate
from .points import Points
from .table import Goal, Row, figures

ROUNDS = 9


@dataclass(frozen=True)
class Round:
    """What the machine could do, the bound in seconds that follows, and what the contender took."""

    machine: Machine
    least: float
    seconds: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.least


@dataclass(frozen=True)
class Rounds:
    """All rounds, and the distance tests of one run of the contender."""

    rounds: tuple[Round, ...]
    distance_tests: int

    def row(self, goal: Goal | None) -> Row:
        """Return the line with the median of the ratios and how far they go apart."""
        ratios = [each.ratio for each in self.rounds]
        return Row(
            "the same, as a multiple of the physical bound",
            statistics.median(ratios),
            goal=goal,
            remark=f"{len(ratios)} rounds, × {figures(min(ratios))} to × {figures(max(ratios))}",
        )

    def note(self) -> str:
        """Say what the bound was made of, in the round of the median bound."""
        middle = sorted(self.rounds, key=lambda each: each.least)[len(self.rounds) // 2]
        return (
            f"Physical bound {figures(min(each.least for each in self.rounds))} to "
            f"{figures(max(each.least for each in self.rounds))} s, in the middle {figures(middle.least)} s: "
            f"{middle.machine}; {self.distance_tests:,} distance tests."
        )


def rounds_of(contender: Contender, points: Points, warm_up: Points, count: int) -> Rounds:
    """Measure the machine and the contender by turns; raises ContenderError."""
    with tempfile.TemporaryDirectory() as folder:
        return in_own_process(_by_turns, contender, points, warm_up, count, Path(folder))


def _by_turns(contender: Contender, points: Points, warm_up: Points, count: int, folder: Path) -> Rounds:
    contender.prepare(warm_up, folder)()
    task = contender.prepare(points, folder)
    # The first run gets its memory from the system, which is not what is held against the bound.
    distance_tests = contender.read(task()).distance_tests or 0
    weight_bytes = 0 if points.weights is None else points.weights.itemsize
    rounds = []
    for _ in range(count):
        machine = calibrate(points.sites)
        began = time.perf_counter()
        task()
        seconds = time.perf_counter() - began
        rounds.append(
            Round(machine, machine.least_seconds(points.x.size, weight_bytes, distance_tests), seconds)
        )
    return Rounds(tuple(rounds), distance_tests)
