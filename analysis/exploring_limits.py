"""Where exploring eps and the minimum weight starts, and how far to both sides it goes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .editions import EDITIONS
from .geodesy import LONGEST_ITERATED_GEODESIC

FloatArray = NDArray[np.float64]

# From the least to the greatest distance that can be explored, as multiples of where one starts.
_NEARER, _FARTHER = 1.0 / 16.0, 8.0

# Where one starts: a minimum that is this part of all weight, within limits that are a number of places of
# mean weight, and a distance at which places spread evenly over the extent would weigh this part of it.
_START_PART = 1.0 / 2000.0
_FEWEST, _MOST = 5.0, 50.0
_OF_EVEN_SPREAD = 0.25

# WIPO's minimum is for the world: where all addresses are fewer than so many times it, it is no start.
_ENOUGH_FOR_WIPO = 100.0

# The greatest minimum that can be explored is this part of all weight.
_MOST_PART = 0.25

# A degree of a meridian in metres, roughly.
_DEGREE = 111_000.0


@dataclass(frozen=True)
class Limits:
    """Where exploring starts, and from where to where it goes: eps in metres, minimum weights."""

    eps: float
    least_eps: float
    most_eps: float
    minimum: float
    least_minimum: float
    most_minimum: float


def limits(x: FloatArray, y: FloatArray, weights: FloatArray | None, metric: str) -> Limits:
    """Return where to start with rows float64[n], at least one, of which nothing else is known; in metres, or
    in degrees for a `metric` other than planar.

    The start is a place to look from, no proposal: a minimum of a two-thousandth of all weight, but no less
    than 5 mean rows and no more than 50, and the distance within which a quarter of it would lie if
    everything were spread evenly over the extent.
    """
    total = float(x.size if weights is None else weights.sum())
    mean = total / x.size if total > 0.0 else 1.0
    minimum = rounded(min(max(_START_PART * total, _FEWEST * mean), _MOST * mean))
    width, height = float(np.ptp(x)), float(np.ptp(y))
    if metric != "planar":
        middle = math.radians(0.5 * float(y.min() + y.max()))
        width, height = width * _DEGREE * math.cos(middle), height * _DEGREE
    # Points of one line have a width too, and those of one place some distance to look within.
    width, height = max(width, 1e-3 * height, 1.0), max(height, 1e-3 * width, 1.0)
    eps = math.sqrt(_OF_EVEN_SPREAD * minimum / max(total, minimum) * width * height / math.pi)
    return around(rounded(eps), minimum, total, metric)


def limits_of_addresses(total: float) -> Limits:
    """Return where to start with addresses that weigh `total`: with WIPO's distance, and with its minimum
    where that is no more than a hundredth of them, else with a two-hundredth.
    """
    edition = EDITIONS["2025"]
    eps, minimum = edition.eps or 0.0, edition.min_density or 0.0
    if total < _ENOUGH_FOR_WIPO * minimum:
        minimum = rounded(max(total, 1.0) / (2.0 * _ENOUGH_FOR_WIPO))
    return around(eps, minimum, total, "ellipsoid")


def around(eps: float, minimum: float, total: float, metric: str = "planar") -> Limits:
    """Return limits that reach far enough to both sides of a pair for sites that weigh `total`."""
    most_eps = _FARTHER * eps
    if metric == "ellipsoid":
        most_eps = max(eps, min(most_eps, 0.5 * LONGEST_ITERATED_GEODESIC))
    least, most = min(1.0, 0.1 * minimum), max(_MOST_PART * total, 2.0 * minimum)
    return Limits(eps, _NEARER * eps, most_eps, minimum, least, most)


def rounded(value: float) -> float:
    """Return a number above 0 with two figures."""
    return float(f"{value:.2g}")
