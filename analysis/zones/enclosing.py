"""The smallest circle around places, and distances between them, on the ellipsoid or in a plane of metres.

On the ellipsoid the circle is exact too. Seen from a centre, every place has a direction and a geodesic
distance: an azimuthal equidistant plane. A centre is the best one exactly where the smallest circle of that
plane is centred on it, for both ask the same: that the directions to the farthest places do not all lie on
one side (the optimality condition of the smallest circle; on the ellipsoid distances are convex at the size
of a country). So the plane is laid anew at the centre it yields until that stays where it is. Directions are
those of normal sections, off a geodesic's by less than 1e-8 of a radian at 20 km, which moves the radius by
that squared; the radius itself is Vincenty's distance to the farthest place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..geodesy import ECCENTRICITY_SQUARED, SEMI_MAJOR_AXIS, earth_centred, geodesic_distance

FloatArray = NDArray[np.float64]

# The centre stays where it is when it moves by less than this many metres.
_STILL = 1e-6
_MOST_STEPS = 100

# Distances by the chord are off by less than this part of the greatest one, at the size of a country; places
# that come so near to being the farthest are measured along the geodesic.
_NEARLY = 1e-5

# GEOS takes seconds for thousands of places on a circle; so many are given to it at first, and added at once.
_FEW = 32
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Circle:
    """A circle: its centre in the coordinates of the places, and its radius in metres."""

    x: float
    y: float
    radius: float


def enclosing_circle(x: FloatArray, y: FloatArray, metric: str) -> Circle:
    """Return the smallest circle around places, float64[n] of n >= 1.

    `metric` planar: x and y in metres; ellipsoid: longitude and latitude in degrees. Raises InputError
    without shapely.
    """
    if metric == "planar":
        # Near the origin, so that coordinates of a national grid keep their last digits.
        x_0, y_0 = float(x.mean()), float(y.mean())
        circle = _planar_circle(x - x_0, y - y_0)
        return Circle(circle.x + x_0, circle.y + y_0, circle.radius)
    longitude, latitude = _middle(x, y)
    for _ in range(_MOST_STEPS):
        east, north = plane_around(longitude, latitude, x, y)
        circle = _planar_circle(east, north)
        longitude, latitude = _moved(longitude, latitude, circle.x, circle.y)
        if math.hypot(circle.x, circle.y) <= _STILL:
            break
    return Circle(
        longitude, latitude, float(distances_from(longitude, latitude, x, y, metric).max(initial=0.0))
    )


def distances_from(x_0: float, y_0: float, x: FloatArray, y: FloatArray, metric: str) -> FloatArray:
    """Return float64[n] metres from one place to others; see `enclosing_circle` for `metric`."""
    if metric == "planar":
        return np.hypot(x - x_0, y - y_0)
    start = (math.radians(x_0), math.radians(y_0))
    ends = zip(np.radians(x).tolist(), np.radians(y).tolist(), strict=True)
    return np.array([geodesic_distance(*start, *end) for end in ends], dtype=np.float64)


def farthest_pair(x: FloatArray, y: FloatArray, metric: str) -> tuple[int, int, float]:
    """Return the rows of the two places that are farthest apart, and their distance in metres.

    Raises InputError without shapely.
    """
    if len(x) < 2:
        return 0, 0, 0.0
    east, north = to_plane(x, y, metric)
    rows = _hull_rows(east, north)
    east, north = east[rows], north[rows]
    longest = np.array([np.hypot(east - e, north - n).max() for e, n in zip(east, north, strict=True)])
    # In the plane distances off the centre are a little wrong: the longest ones are measured again.
    scale = float(np.hypot(east, north).max()) / SEMI_MAJOR_AXIS
    enough = longest.max() * (1.0 - _NEARLY - scale * scale)
    best = (int(rows[0]), int(rows[0]), 0.0)
    for one in np.flatnonzero(longest >= enough).tolist():
        near = np.flatnonzero(np.hypot(east - east[one], north - north[one]) >= enough)
        others = rows[near[near > one]]
        metres = distances_from(x[rows[one]], y[rows[one]], x[others], y[others], metric)
        if metres.max(initial=0.0) > best[2]:
            best = (int(rows[one]), int(others[metres.argmax()]), float(metres.max()))
    return best


def to_plane(x: FloatArray, y: FloatArray, metric: str) -> tuple[FloatArray, FloatArray]:
    """Return places in a plane of metres around their middle: the plane they are in, moved, or for degrees an
    azimuthal equidistant one, whose distances are true to (d / R)² / 6 at d metres from the middle.
    """
    if metric == "planar":
        return x - float(x.mean()), y - float(y.mean())
    return plane_around(*_middle(x, y), x, y)


def plane_around(
    longitude: float, latitude: float, x: FloatArray, y: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return places in degrees as metres east and north of a centre: the geodesic distance in the direction
    of the normal section. The farthest ones are exact, others to 1e-5 of the farthest distance.
    """
    centre = (math.radians(longitude), math.radians(latitude))
    origin = earth_centred(np.array([centre[0]]), np.array([centre[1]]))
    away = earth_centred(np.radians(x), np.radians(y)) - origin
    sine_lon, cosine_lon = math.sin(centre[0]), math.cos(centre[0])
    sine_lat, cosine_lat = math.sin(centre[1]), math.cos(centre[1])
    east = -sine_lon * away[0] + cosine_lon * away[1]
    north = -sine_lat * cosine_lon * away[0] - sine_lat * sine_lon * away[1] + cosine_lat * away[2]
    chord = np.sqrt((away * away).sum(axis=0))
    bend = 1.0 - ECCENTRICITY_SQUARED * sine_lat * sine_lat
    radius = SEMI_MAJOR_AXIS * math.sqrt(1.0 - ECCENTRICITY_SQUARED) / bend
    metres = 2.0 * radius * np.arcsin(np.minimum(chord / (2.0 * radius), 1.0))
    rows = np.flatnonzero(metres >= metres.max(initial=0.0) * (1.0 - _NEARLY))
    metres[rows] = distances_from(longitude, latitude, x[rows], y[rows], "ellipsoid")
    across = np.hypot(east, north)
    factor = np.divide(metres, across, out=np.zeros_like(metres), where=across > 0.0)
    return east * factor, north * factor


def _middle(x: FloatArray, y: FloatArray) -> tuple[float, float]:
    """Return a place among others, in degrees, wherever the antimeridian lies."""
    at = earth_centred(np.radians(x), np.radians(y)).mean(axis=1)
    longitude = math.degrees(math.atan2(at[1], at[0]))
    latitude = math.degrees(math.atan2(at[2], math.hypot(at[0], at[1]) * (1.0 - ECCENTRICITY_SQUARED)))
    return longitude, latitude


def _moved(longitude: float, latitude: float, east: float, north: float) -> tuple[float, float]:
    """Return a place so many metres away, as the curvature here has it: the better the nearer."""
    sine = math.sin(math.radians(latitude))
    bend = 1.0 - ECCENTRICITY_SQUARED * sine * sine
    prime_vertical = SEMI_MAJOR_AXIS / math.sqrt(bend)
    meridian = prime_vertical * (1.0 - ECCENTRICITY_SQUARED) / bend
    across = max(prime_vertical * math.cos(math.radians(latitude)), 1.0)
    moved = longitude + math.degrees(east / across)
    return (moved + 180.0) % 360.0 - 180.0, latitude + math.degrees(north / meridian)


def _planar_circle(x: FloatArray, y: FloatArray) -> Circle:
    """Return the smallest circle in a plane: of a few places at first, and of the farthest ones outside it
    too until it holds them all, for then it is the smallest of all.
    """
    chosen = np.arange(len(x)) if len(x) <= _FEW else _outermost(x, y)
    while True:
        circle = _circle_of_few(x[chosen], y[chosen])
        away = np.hypot(x - circle.x, y - circle.y)
        outside = np.flatnonzero(away > circle.radius * (1.0 + _ROUNDING))
        outside = outside[~np.isin(outside, chosen)]
        if not len(outside):
            return Circle(circle.x, circle.y, float(away.max()))
        farthest = outside[np.argsort(-away[outside], kind="stable")[:_FEW]]
        chosen = np.concatenate([chosen, farthest])


def _outermost(x: FloatArray, y: FloatArray) -> NDArray[np.int64]:
    """Return the rows of the places that lie farthest out in a number of directions."""
    angles = np.linspace(0.0, 2.0 * np.pi, _FEW, endpoint=False).tolist()
    return np.unique([int(np.argmax(x * math.cos(angle) + y * math.sin(angle))) for angle in angles])


def _circle_of_few(x: FloatArray, y: FloatArray) -> Circle:
    """Return GEOS's smallest circle, whose centre is that of the box around it."""
    shapely = packages.require("shapely", "the smallest circle around nodes")
    west, south, east, north = shapely.bounds(
        shapely.minimum_bounding_circle(shapely.multipoints(np.column_stack([x, y])))
    ).tolist()
    if math.isnan(west):
        # All places are one.
        return Circle(float(x[0]), float(y[0]), 0.0)
    centre = (0.5 * (west + east), 0.5 * (south + north))
    return Circle(*centre, float(np.hypot(x - centre[0], y - centre[1]).max()))


def _hull_rows(x: FloatArray, y: FloatArray) -> NDArray[np.int64]:
    """Return the rows of the corners of the convex hull, among which the farthest two places are."""
    shapely = packages.require("shapely", "the distance between nodes")
    hull = shapely.get_coordinates(shapely.convex_hull(shapely.multipoints(np.column_stack([x, y]))))
    corners = np.unique(hull[:, 0] + 1j * hull[:, 1])
    rows = np.flatnonzero(np.isin(x + 1j * y, corners))
    _, first = np.unique(x[rows] + 1j * y[rows], return_index=True)
    return rows[np.sort(first)]
