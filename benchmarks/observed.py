"""What a QGIS in a process of its own tells of what was observed in it; without QGIS."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Watched:
    """Seconds: the shortest whole run, the timer's largest lateness in all runs, the longest time without
    progress, and how long each cancelled run went on; `finished` of these came to their end all the same.
    """

    whole: float
    lateness: float
    pause: float
    latencies: list[float]
    finished: int


@dataclass(frozen=True)
class Steps:
    """Seconds: of every step; of every step of eps `after_rest`, with core distances that were measured in
    that `rest`; from the `last` move of a drag to its clusters; and what the timer was late by. `shown`
    clusterings a second while it was dragged, and the clusters of its end.
    """

    steps: list[float]
    after_rest: list[float]
    rest: float
    last: float
    lateness: float
    shown: float
    clusters: int


@dataclass(frozen=True)
class Phase:
    """What was seen in one phase of some runs, in seconds: how long it took in the whole one, the timer's
    largest lateness, the longest time in which progress did not grow, and how long each run that was
    cancelled in it went on.
    """

    name: str
    seconds: float
    lateness: float
    pause: float
    latencies: list[float]
