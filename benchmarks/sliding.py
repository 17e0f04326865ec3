"""A QGIS with an event loop in which somebody moves the sliders of the parameter explorer."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransformContext
from qgis.PyQt.QtCore import QEventLoop

from innovation_clusters.analysis.density.prepared import PreparedSites
from innovation_clusters.analysis.exploring_limits import around
from innovation_clusters.plugin.explorer.background import Arrival, Found
from innovation_clusters.plugin.explorer.exploration import Exploration
from innovation_clusters.plugin.explorer.picture import View
from innovation_clusters.plugin.explorer.reading import ExploredPoints

from .observed import Steps
from .points import Points
from .ticking import lateness, ticking

FRAME_SECONDS = 0.016
WIDTH, HEIGHT = 1280, 800


def slide(points: Points, metric: str, steps: int, drag_seconds: float) -> Steps:
    """Move eps and the minimum step by step, each after the last has been shown, and then drag eps."""
    application = QgsApplication([], True)
    application.initQgis()
    exploration = Exploration()
    exploration.curves_wanted = False
    exploration.begin(_arrival(points, metric))
    exploration.look(_view(points, metric))
    shown: list[tuple[float, Found]] = []
    exploration.found.connect(lambda found: shown.append((time.perf_counter(), found)))

    def timed(pairs: Sequence[tuple[float, float]]) -> list[float]:
        seconds = []
        for eps, minimum in pairs:
            before, began = len(shown), time.perf_counter()
            exploration.move(float(eps), float(minimum))
            _let_events_come(lambda before=before: len(shown) > before)  # type: ignore[misc]
            seconds.append(time.perf_counter() - began)
        return seconds

    by_eps = [(eps, points.min_weight) for eps in points.eps * np.geomspace(0.5, 2.0, steps)]
    by_minimum = [(points.eps, least) for least in points.min_weight * np.geomspace(0.5, 4.0, steps)]
    # The first one waits for the kernels.
    timed([(1.01 * points.eps, points.min_weight)])
    seconds = timed([*by_eps, *by_minimum])

    # A hand that has rested for so long that all is measured that can make the next moves quicker.
    timed([(1.02 * points.eps, points.min_weight)])
    exploration.curves_wanted = True
    exploration.look(_view(points, metric))
    began = time.perf_counter()
    _let_events_come(lambda: exploration.curves.core_distances is not None)
    rest = time.perf_counter() - began
    exploration.pause()
    after_rest = timed(by_eps)

    # Curves are in the way while a hand rests, and make way when it moves on.
    exploration.curves_wanted = True
    with ticking() as ticks:
        before, began = len(shown), time.perf_counter()
        while (gone := time.perf_counter() - began) < drag_seconds:
            exploration.move(float(points.eps * (0.5 + 1.5 * gone / drag_seconds)), points.min_weight)
            next_frame = time.perf_counter() + FRAME_SECONDS
            _let_events_come(lambda next_frame=next_frame: time.perf_counter() >= next_frame)  # type: ignore[misc]
        in_drag, ended = len(shown) - before, time.perf_counter()
        last = 2.03 * points.eps
        exploration.move(last, points.min_weight)
        _let_events_come(lambda: shown[-1][1].outcome.eps == last)
        waited = time.perf_counter() - ended
    exploration.end()
    return Steps(
        seconds,
        after_rest,
        rest,
        waited,
        max(late for _, late in lateness(ticks)),
        in_drag / drag_seconds,
        shown[-1][1].outcome.clusters,
    )


def _arrival(points: Points, metric: str) -> Arrival:
    crs = QgsCoordinateReferenceSystem("EPSG:5179" if metric == "planar" else "EPSG:4326")
    total = float(points.x.size if points.weights is None else points.weights.sum())
    limits = around(points.eps, points.min_weight, total, metric)
    sites = PreparedSites(points.x, points.y, limits.least_eps, weights=points.weights, metric=metric)
    explored = ExploredPoints(points.x, points.y, points.weights, metric, crs, 1.0, points.x.size)
    return Arrival(explored, sites, limits, QgsCoordinateTransformContext())


def _view(points: Points, metric: str) -> View:
    """Return a view of the whole extent."""
    west, south = points.x.min(), points.y.min()
    scale = min(WIDTH / (points.x.max() - west), HEIGHT / (points.y.max() - south))
    to_pixels = (scale, 0.0, -scale * west, 0.0, -scale, HEIGHT + scale * south)
    return View(WIDTH, HEIGHT, to_pixels, "EPSG:5179" if metric == "planar" else "EPSG:4326")


def _let_events_come(happened: Callable[[], bool]) -> None:
    loop = QEventLoop()
    while not happened():
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.0005)
