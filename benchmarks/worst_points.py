"""Points that density clustering is known to fear: ties, duplicates, extremes, decisions at the edge."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .points import Points, country


def one_site(count: int) -> Points:
    """Put all points on one place."""
    return _plain(np.full(count, 5.0), np.full(count, 7.0), 2_000.0, 50)


def two_sites(count: int) -> Points:
    """Put half of the points on one place and half on another exactly eps away, in turn."""
    return _plain(np.arange(count) % 2 * 2_000.0, np.zeros(count), 2_000.0, 50)


def line(count: int) -> Points:
    """Strew points over a straight line: boxes around them have no area."""
    random = np.random.default_rng(1)
    return _plain(random.uniform(0.0, 10.0 * count, count), np.zeros(count), 1_000.0, 190)


def lattice(count: int) -> Points:
    """Fill a square lattice: of the 81 points within eps 12 are at exactly eps, and 81 make a core."""
    side = math.isqrt(count)
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    return _plain(100.0 * x.ravel(), 100.0 * y.ravel(), 500.0, 81)


def minimum_one(count: int) -> Points:
    """Let every point be core by itself."""
    return country(count, 500.0, 1)


def minimum_above_total(count: int) -> Points:
    """Ask for more than all points together weigh."""
    return country(count, 2_000.0, count + 1)


def wider_than_the_plane(count: int) -> Points:
    """Let eps reach beyond the extent."""
    return country(count, 1e8, 50)


def wider_than_the_world(count: int) -> Points:
    """Strew points over the globe, poles and antimeridian included, and let eps reach around it."""
    random = np.random.default_rng(2)
    return _plain(random.uniform(-180.0, 180.0, count), random.uniform(-90.0, 90.0, count), 2.1e7, 50)


def far_outlier(count: int) -> Points:
    """Move one point a thousand million times as far away as the others are from each other."""
    points = country(count, 2_000.0, 50)
    points.x[0] += 1e9 * 1e6
    return points


def within_one_eps(count: int) -> Points:
    """Strew all points over a disc as wide as eps."""
    x, y = _disc(count, 7_500.0)
    return _plain(x, y, 15_000.0, 4_500)


def undecided(count: int) -> Points:
    """Strew points over a disc of radius eps and ask for what a point on half its radius has around it: no
    box decides, most pairs have to be looked at.
    """
    x, y = _disc(count, 15_000.0)
    at = np.argmin(np.abs(np.hypot(x, y) - 7_500.0))
    near = np.hypot(x - x[at], y - y[at])
    return _plain(x, y, 15_000.0, int((near <= 15_000.0).sum()))


def _disc(count: int, radius: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    random = np.random.default_rng(3)
    distance = radius * np.sqrt(random.random(count))
    direction = random.uniform(0.0, 2.0 * np.pi, count)
    return distance * np.cos(direction), distance * np.sin(direction)


def _plain(x: NDArray[np.float64], y: NDArray[np.float64], eps: float, minimum: float) -> Points:
    return Points(x, y, None, eps, minimum)
