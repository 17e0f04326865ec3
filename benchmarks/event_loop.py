"""A QGIS with an event loop that clusters in a background task and is watched while it does."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import pairwise

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QEventLoop

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor

from .observed import Watched
from .points import Points
from .ticking import lateness, precise_timer, ticking

WHOLE_RUNS = 3


@dataclass
class Times:
    """When things happened in one run, in seconds of `time.perf_counter`; `ticks` are the main thread's."""

    began: float = 0.0
    reports: list[float] = field(default_factory=list)
    ticks: list[float] = field(default_factory=list)
    cancelled: float | None = None
    heard: bool = False
    ended: float = 0.0

    @property
    def lateness(self) -> float:
        return max(late for _, late in lateness(self.ticks))


class Clustering(QgsTask):
    """Clusters points off the main thread, and notes the times."""

    def __init__(self, points: Points, metric: str, times: Times) -> None:
        super().__init__("density clusters", QgsTask.Flag.CanCancel)
        self.points, self.metric, self.times = points, metric, times

    def run(self) -> bool:
        points, times = self.points, self.times
        monitor = Monitor(lambda fraction: times.reports.append(time.perf_counter()), self.isCanceled)
        times.began = time.perf_counter()
        try:
            dbscan(
                points.x,
                points.y,
                points.eps,
                points.min_weight,
                weights=points.weights,
                metric=self.metric,
                monitor=monitor,
            )
        except Cancelled:
            times.heard = True
        times.ended = time.perf_counter()
        return not times.heard

    def cancel(self) -> None:
        self.times.cancelled = time.perf_counter()
        super().cancel()


def watch(points: Points, warm_up: Points, metric: str, moments: int) -> Watched:
    """Cluster `points` to the end, and once for each of the moments spread evenly over the shortest run."""
    application = QgsApplication([], True)
    application.initQgis()
    _run(warm_up, metric)
    whole = [_run(points, metric) for _ in range(WHOLE_RUNS)]
    seconds = min(times.ended - times.began for times in whole)
    cancelled = [_run(points, metric, seconds * (moment + 1) / (moments + 1)) for moment in range(moments)]
    return Watched(
        whole=seconds,
        lateness=max(times.lateness for times in [*whole, *cancelled]),
        pause=max(_longest([times.began, *times.reports, times.ended]) for times in whole),
        latencies=[times.ended - times.cancelled for times in cancelled if times.cancelled],
        finished=sum(not times.heard for times in cancelled),
    )


def _run(points: Points, metric: str, cancel_after: float | None = None) -> Times:
    """Run one task in the event loop, and cancel it after some seconds if asked to."""
    times = Times()
    task = Clustering(points, metric, times)
    loop = QEventLoop()
    task.taskCompleted.connect(loop.quit)
    task.taskTerminated.connect(loop.quit)

    cancelling = precise_timer(task.cancel)
    cancelling.setSingleShot(True)
    with ticking() as times.ticks:
        if cancel_after is not None:
            cancelling.start(round(1000 * cancel_after))
        QgsApplication.taskManager().addTask(task)
        loop.exec()
    cancelling.stop()
    return times


def _longest(moments: list[float]) -> float:
    return max(later - earlier for earlier, later in pairwise(moments))
