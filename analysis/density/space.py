"""Where points lie and which pairs are within eps: in the plane, on the sphere, on the ellipsoid.

Every metric becomes Cartesian coordinates and two thresholds on squared straight-line distances. Pairs
at or below `accept` are within eps, pairs above `reject` are not, whatever rounding did. Only pairs between
the two need the exact predicate of their metric. In space there is no antimeridian and no pole.

  planar     squared distance <= eps², as scikit-learn decides it; both thresholds are eps².
  sphere     haversine <= sin²(eps / 2R), as scikit-learn decides it; the thresholds leave a band of
             1e-14 radii for it.
  ellipsoid  geodesic <= eps. A chord is never longer than its geodesic, and a curve no sharper than a
             circle of the ellipsoid's smallest radius r spans at least that circle's chord (Schur's
             theorem): chord <= 2 r sin(eps / 2r) accepts, chord > eps rejects, 3.5 mm apart at 15 km.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..geodesy import (
    LONGEST_GEODESIC,
    LONGEST_ITERATED_GEODESIC,
    MEAN_RADIUS,
    SMALLEST_RADIUS,
    earth_centred,
    geodesic_distance,
    squared_half_chord,
    unit_vectors,
)
from ..monitor import Monitor

PLANAR, SPHERE, ELLIPSOID = range(3)
# Where the numbers of a rule stand. That of the plane ends before LIMIT: by its length numba knows the plane
# when it compiles, and leaves out of the kernels what only the globe needs.
ACCEPT, REJECT, LIMIT, METRIC = range(4)
IN_PLANE = 2

METRICS = {"planar": PLANAR, "sphere": SPHERE, "ellipsoid": ELLIPSOID}

# Rounding of coordinates moves a chord by some 1e-16 radii; the margins are generous and cost nothing.
_SPHERE_MARGIN = 1e-14
_ELLIPSOID_MARGIN = 1e-7

# A degree of a meridian in metres, roughly.
_DEGREE = 111_000.0

# The threshold where eps reaches around the world: above any squared distance, below an empty box's infinity.
_EVERYTHING = 1e300


@dataclass(frozen=True)
class Space:
    """Points in a metric and the rule that decides which of them are within eps of each other.

    `x` and `y` float64[n] are the places as they were given, on the globe longitude and latitude in degrees;
    `eps` is in their unit, on the globe roughly; `accept` and `reject` are squared straight-line distances in
    the units of `coordinates`; `limit` is what the exact predicate of the metric compares with.
    """

    metric: int
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    eps: float
    accept: float
    reject: float
    limit: float

    def coordinates(self, order: NDArray[np.int32], monitor: Monitor) -> NDArray[np.float64]:
        """Return Cartesian coordinates float64[axes, n] of the points in an order: two axes in the plane,
        three on the globe. Raises Cancelled.
        """
        coordinates = np.empty((2 if self.metric == PLANAR else 3, order.size))

        def fill(rows: slice) -> None:
            if self.metric == PLANAR:
                # As they are: moving the origin would change the rounding that scikit-learn sees.
                np.take(self.x, order[rows], out=coordinates[0, rows], mode="clip")
                np.take(self.y, order[rows], out=coordinates[1, rows], mode="clip")
                return
            x, y = self.x[order[rows]], self.y[order[rows]]
            if self.metric == SPHERE:
                coordinates[:, rows] = unit_vectors(np.radians(x), np.radians(y))
            else:
                coordinates[:, rows] = earth_centred(np.radians(x), np.radians(y))

        monitor.blocks(fill, order.size)
        return coordinates

    def rule(self) -> tuple[float, ...]:
        """Return what decides a pair in the order of ACCEPT, REJECT, LIMIT and METRIC, in the plane the first
        IN_PLANE of them.
        """
        rule = self.accept, self.reject, self.limit, float(self.metric)
        return rule[:IN_PLANE] if self.metric == PLANAR else rule

    @cached_property
    def place(self) -> NDArray[np.float64]:
        """Longitude and latitude float64[2, n] in radians for the exact predicate, none in a plane."""
        if self.metric == PLANAR:
            return np.empty((2, 0))
        place = np.empty((2, self.x.size))
        for degrees, radians in zip((self.x, self.y), place, strict=True):
            np.radians(degrees, out=radians)
        return place

    def exactly_within(self, first: int, second: int) -> bool:
        """Decide a pair that the thresholds leave open."""
        return self.measure(first, second) <= self.limit

    def measure(self, first: int, second: int) -> float:
        """Return what the predicate compares with `limit`: a haversine on the sphere, metres on the ellipsoid
        (NaN for points so nearly antipodal that they are beyond any limit).
        """
        pair = [math.radians(angle) for place in (first, second) for angle in (self.x[place], self.y[place])]
        return squared_half_chord(*pair) if self.metric == SPHERE else geodesic_distance(*pair)

    def distances(self, measures: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return distances float64[n], in metres or the unit of the plane, from what `measure` gives, in the
        plane squared distances; infinite ones stay so.
        """
        if self.metric == PLANAR:
            return np.sqrt(measures)
        if self.metric == SPHERE:
            arcs: NDArray[np.float64] = 2.0 * MEAN_RADIUS * np.arcsin(np.sqrt(np.minimum(measures, 1.0)))
            arcs[np.isinf(measures)] = np.inf
            return arcs
        return measures


def make_space(x: NDArray[np.float64], y: NDArray[np.float64], eps: float, metric: str) -> Space:
    """Return the space of points in a metric: x, y in any planar unit (eps in the same), or longitudes and
    latitudes in degrees (eps in metres).

    Raises InputError for an unknown metric, coordinates that are not finite or not on the globe, and for an
    eps on the ellipsoid between 19 800 km and the longest geodesic.
    """
    if metric not in METRICS:
        raise InputError("metric", "Use one of planar, sphere, ellipsoid, not {metric}.", metric=metric)
    if not (math.isfinite(eps) and eps > 0.0):
        raise InputError("eps", "The distance must be a number greater than 0, not {eps}.", eps=eps)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise not_finite()
    eps = float(eps)
    if metric == "planar":
        # Below infinity, which is the distance of an empty box.
        squared = min(eps * eps, sys.float_info.max)
        return Space(PLANAR, x, y, eps, squared, squared, eps)
    if x.size and (np.abs(x).max() > 180.0 or np.abs(y).max() > 90.0):
        raise InputError("x", "Longitudes must lie within ±180 and latitudes within ±90 degrees.")
    if metric == "sphere":
        angle = eps / MEAN_RADIUS
        if angle >= math.pi:
            accept = reject = _EVERYTHING
            limit = 1.0
        else:
            half_chord = math.sin(0.5 * angle)
            accept = _squared(2.0 * half_chord - _SPHERE_MARGIN)
            reject = _squared(2.0 * half_chord + _SPHERE_MARGIN)
            limit = half_chord * half_chord
        return Space(SPHERE, x, y, eps / _DEGREE, accept, reject, limit)
    if eps >= LONGEST_GEODESIC:
        accept = reject = _EVERYTHING
    elif eps > LONGEST_ITERATED_GEODESIC:
        raise InputError(
            "eps",
            "On the ellipsoid the distance must be at most {longest} km, or reach around the world.",
            longest=LONGEST_ITERATED_GEODESIC / 1000.0,
        )
    else:
        accept = _squared(2.0 * SMALLEST_RADIUS * math.sin(0.5 * eps / SMALLEST_RADIUS) - _ELLIPSOID_MARGIN)
        reject = _squared(eps + _ELLIPSOID_MARGIN)
    return Space(ELLIPSOID, x, y, eps / _DEGREE, accept, reject, eps)


def not_finite() -> InputError:
    """Return what is raised for coordinates that are not finite."""
    return InputError("x", "Coordinates must be finite numbers; drop the rows where they are not.")


def undecided_band(metric: int, squared: float) -> tuple[float, float]:
    """Return the squared chords between which a pair may be as far apart, by its metric, as a pair of the
    given squared chord may be: below them it is surely closer, above them surely farther.

    With a margin m for rounding, a pair of chord c is between c - m and c + m apart on the sphere (as the
    chord of its exact distance), on the ellipsoid between c - m and 2 r asin((c + m) / 2r) + m. The band ends
    where the intervals of two chords no longer meet. Around 15 km on the ellipsoid it is 7 mm wide.
    """
    if metric == PLANAR:
        return squared, squared
    chord = math.sqrt(squared)
    if metric == SPHERE:
        low, high = chord - 2.0 * _SPHERE_MARGIN, chord + 2.0 * _SPHERE_MARGIN
    else:
        margin, diameter = _ELLIPSOID_MARGIN, 2.0 * SMALLEST_RADIUS
        low = diameter * math.sin((chord - 2.0 * margin) / diameter) - margin
        high = math.inf
        if chord + margin < diameter:
            high = diameter * math.asin((chord + margin) / diameter) + 2.0 * margin
    return max(low, 0.0) ** 2, high * high


def _squared(chord: float) -> float:
    """Square a chord; one below zero accepts nothing."""
    return chord * chord if chord >= 0.0 else -1.0
