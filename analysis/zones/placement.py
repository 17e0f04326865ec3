"""Where a circle would hold most of an activity: anywhere, or round one of given nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import packages
from ..monitor import Monitor
from .membership import PointGrid
from .search import TOLERANCE, FloatArray, IntArray, Shape, WeightedPlaces, best_place

# A circle round the points that it holds is not larger than the circle they were found with, but for this.
_WIDER = 1.0 + 1e-6

NO_NODE = -1


@dataclass(frozen=True)
class Circle:
    """A circle in a plane of metres: its centre, the whole weight in it, the places it holds, and the node
    that its centre is, NO_NODE where it is anywhere. `tightest` is the radius of the smallest circle round
    the same places."""

    x: float
    y: float
    weight: int
    rows: IntArray
    tightest: float
    node: int = NO_NODE


def best_circles(
    places: WeightedPlaces,
    radius: float,
    count: int,
    *,
    compiled: bool | None = None,
    monitor: Monitor | None = None,
) -> list[Circle]:
    """Return up to `count` circles of a radius that do not overlap, each the best there is beside those
    before it.

    The first holds the most that any circle of this radius holds. Taken one after the other they need not be
    the best `count` circles together; these hold no more than `count` times what the first holds. A point
    counts in the first circle it is in. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    shape = Shape.circle(radius)
    found: list[Circle] = []
    left = places
    for part in monitor.split(*[1.0] * count):
        centres = np.array([(circle.x, circle.y) for circle in found]).reshape(-1, 2)
        best = best_place(left, shape, taken=centres, apart=2.0 * radius, compiled=compiled, monitor=part)
        if best is None:
            break
        rows = np.flatnonzero(shape.holds(places.x - best.x, places.y - best.y) & (left.weight > 0))
        x, y, tightest = _enclosing(places.x[rows], places.y[rows])
        # The middle of what it holds is the better centre, unless another circle is in the way.
        if (
            np.hypot(centres[:, 0] - x, centres[:, 1] - y) < 2.0 * radius
        ).any() or tightest > radius * _WIDER:
            x, y = best.x, best.y
        found.append(Circle(x, y, int(left.weight[rows].sum()), rows, tightest))
        left = left.without(rows)
    return found


def best_circles_at(
    places: WeightedPlaces,
    radius: float,
    count: int,
    node_x: FloatArray,
    node_y: FloatArray,
    monitor: Monitor | None = None,
) -> list[Circle]:
    """Return up to `count` circles round nodes, float64[m], that do not overlap, each the best there is
    beside those before it. Of equally good nodes the first is taken. Raises Cancelled."""
    monitor = monitor or Monitor()
    grid = PointGrid(places.x, places.y)
    held = []
    for node, (x, y) in enumerate(zip(node_x.tolist(), node_y.tolist(), strict=True)):
        monitor.progress(node / node_x.size)
        held.append(grid.rows_near(x, y, radius * (1.0 + TOLERANCE)))
    left = places.weight.copy()
    allowed = np.ones(node_x.size, dtype=bool)
    found: list[Circle] = []
    for _ in range(count):
        weights = np.array(
            [left[rows].sum() if free else 0 for rows, free in zip(held, allowed, strict=True)]
        )
        if not weights.size or weights.max() <= 0:
            break
        node = int(weights.argmax())
        x, y = float(node_x[node]), float(node_y[node])
        rows = held[node][left[held[node]] > 0]
        found.append(
            Circle(x, y, int(weights[node]), rows, _enclosing(places.x[rows], places.y[rows])[2], node)
        )
        left[rows] = 0
        allowed &= np.hypot(node_x - x, node_y - y) >= 2.0 * radius
    return found


def _enclosing(x: FloatArray, y: FloatArray) -> tuple[float, float, float]:
    """Return centre and radius of the smallest circle round points."""
    shapely = packages.require("shapely", "the smallest circle round points")
    points = shapely.multipoints(np.column_stack([x, y]))
    west, south, east, north = shapely.bounds(shapely.minimum_bounding_circle(points)).tolist()
    return 0.5 * (west + east), 0.5 * (south + north), float(shapely.minimum_bounding_radius(points))


def elongation(x: FloatArray, y: FloatArray, weight: IntArray | FloatArray) -> float:
    """Return how much longer than wide a distribution is: the ratio of the axes of its standard deviational
    ellipse (Lefever 1926, American Journal of Sociology 32, 88-94); NaN where it has no width."""
    total = float(weight.sum())
    if total <= 0.0:
        return float("nan")
    east, north = x - (x * weight).sum() / total, y - (y * weight).sum() / total
    covariance = np.array(
        [[east @ (weight * east), east @ (weight * north)], [0.0, north @ (weight * north)]]
    )
    least, most = np.linalg.eigvalsh(covariance / total, UPLO="U")
    return float(np.sqrt(most / least)) if least > 1e-9 * most else float("nan")
