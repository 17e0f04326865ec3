"""What the explorer computes in the background: points read and prepared, clusters of a pair, their picture.

Nothing here touches a widget, a layer or the project: all that is needed comes with the call.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProcessingContext

from ...analysis.density.prepared import PreparedSites
from ...analysis.exploring import Known, Outcome, explore
from ...analysis.exploring_limits import Limits, limits, limits_of_addresses
from ...analysis.monitor import Monitor
from ...processing_algorithms.layers.transforming import transform_points
from .colours import Colouring, colour
from .picture import View, draw
from .reading import ONE_LAYER, AskedLayer, ExploredPoints, read_explored

Places = tuple[NDArray[np.float64], NDArray[np.float64]]

# So many points compile the kernels.
_FEW = 100


@dataclass(frozen=True)
class Arrival:
    """Points that were read and prepared, and where to start with them. `places` are the sites in the
    reference system of the canvas that was drawn last, by its name.
    """

    points: ExploredPoints
    sites: PreparedSites
    limits: Limits
    transform_context: QgsCoordinateTransformContext
    places: dict[str, Places] = field(default_factory=dict)

    def places_in(self, crs: str, monitor: Monitor) -> Places:
        """Return the sites in a reference system, NaN where they are not in it."""
        if crs not in self.places:
            context = QgsProcessingContext()
            context.setTransformContext(self.transform_context)
            places = transform_points(
                self.sites.x / self.points.metres,
                self.sites.y / self.points.metres,
                self.points.crs,
                QgsCoordinateReferenceSystem(crs),
                context,
                monitor,
            )
            # Those of an earlier canvas are not kept: they take as much memory as the points.
            self.places.clear()
            self.places[crs] = places
        return self.places[crs]


@dataclass(frozen=True)
class Found:
    """The clusters of one pair, in so many seconds, their colours, and their picture if there is a canvas."""

    outcome: Outcome
    seconds: float
    colouring: Colouring
    view: View | None
    pixels: NDArray[np.uint32] | None


def arrive(asked: Sequence[AskedLayer], monitor: Monitor) -> Arrival:
    """Read what was asked for, at least one layer, and prepare it. Raises InputError and Cancelled."""
    reading, preparing, warming_up = monitor.split(4, 1, 1)
    points = read_explored(asked, reading)
    if asked[0].parameter == ONE_LAYER:
        start = limits(points.x, points.y, points.weights, points.metric)
    else:
        start = limits_of_addresses(0.0 if points.weights is None else float(points.weights.sum()))
    sites = PreparedSites(
        points.x,
        points.y,
        start.least_eps,
        weights=points.weights,
        metric=points.metric,
        monitor=preparing,
    )
    # With a few points that are all core, so that what a pair takes is not, once, what compiling takes.
    few = slice(0, _FEW)
    weights = None if points.weights is None else points.weights[few] + 1.0
    few_sites = PreparedSites(points.x[few], points.y[few], start.eps, weights=weights, metric=points.metric)
    explore(few_sites, start.eps, 1.0, monitor=warming_up)
    return Arrival(points, sites, start, asked[0].transform_context)


def find(
    arrival: Arrival,
    pair: tuple[float, float],
    known: Sequence[Known],
    earlier: Colouring | None,
    view: View | None,
    monitor: Monitor,
) -> Found:
    """Cluster by a pair of eps and minimum; `known` makes it quicker, `earlier` gives colours that stay, and
    where there is a view there is a picture of it. Raises InputError and Cancelled.
    """
    began = time.perf_counter()
    outcome = explore(arrival.sites, *pair, known=known, monitor=monitor)
    seconds = time.perf_counter() - began
    found = Found(outcome, seconds, colour(outcome, earlier), view, None)
    return found if view is None else replace(found, pixels=draw_found(arrival, found, view, monitor))


def draw_found(arrival: Arrival, found: Found, view: View, monitor: Monitor) -> NDArray[np.uint32]:
    """Return the picture uint32[height, width] of clusters in a view. Raises Cancelled."""
    x, y = arrival.places_in(view.crs, monitor)
    return draw(x, y, found.outcome.result.labels, found.colouring, view)
