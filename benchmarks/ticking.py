"""Timers of the main thread, which come late where something holds it up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from qgis.PyQt.QtCore import Qt, QTimer

TICK_SECONDS = 0.05


@contextmanager
def ticking() -> Iterator[list[float]]:
    """Give when the main thread's timer came, in seconds of `time.perf_counter`, and tick until the end."""
    ticks = [time.perf_counter()]
    timer = precise_timer(lambda: ticks.append(time.perf_counter()))
    timer.start(round(1000 * TICK_SECONDS))
    try:
        yield ticks
    finally:
        timer.stop()
        # A main thread that was held up to the end shows in this last one.
        ticks.append(time.perf_counter())


def lateness(ticks: list[float]) -> list[tuple[float, float]]:
    """Return for every tick but the last when it was, and by how many seconds the next one was late."""
    # A timer may come a little early.
    return [(tick, max(0.0, later - tick - TICK_SECONDS)) for tick, later in pairwise(ticks)]


def precise_timer(work: Callable[[], object]) -> QTimer:
    """Return a timer to the millisecond, which others of Qt are not."""
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(work)
    return timer
