"""How far zones are from clusters: from edge to edge, on the ellipsoid."""

from __future__ import annotations

from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..geodesy import MEAN_RADIUS, earth_centred, geodesic_distance
from ..monitor import Monitor

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# A great circle and a geodesic differ by no more than this part of their length.
_SPHERE = 0.006

# Nearest points are looked for in a plane, then in one centred between those found, and so on: each is truer
# where it matters. They have settled when the distance changes by less than this, in metres.
_SETTLED = 0.01
_MOST_PLANES = 6

# Newton's method for the way back from a plane: its step in degrees, and how often.
_STEP = 1e-6
_MOST_STEPS = 20


def nearest_polygons(
    polygons: NDArray[np.object_], others: NDArray[np.object_], monitor: Monitor | None = None
) -> tuple[IntArray, FloatArray]:
    """Return for every polygon the nearest of the others, int64[k], and how far it is in metres, float64[k]:
    0 where they touch; -1 and NaN where there is none.

    Both are shapely polygons in longitude and latitude, valid; None and empty ones are nowhere. Of others
    equally near the first is taken. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    shapely = packages.require("shapely", "distances between zones and clusters")
    found, metres = np.full(len(polygons), -1, dtype=np.int64), np.full(len(polygons), np.nan)
    own, there = _places(shapely, polygons), _places(shapely, others)
    if not (own.size and there.size):
        return found, metres
    at, reach = _circles(shapely, polygons[own])
    at_other, reach_other = _circles(shapely, others[there])
    for number, row in enumerate(own.tolist()):
        monitor.progress(number / own.size)
        centres = _on_sphere(at[number], at_other)
        least = centres * (1.0 - _SPHERE) - reach[number] - reach_other
        most = centres * (1.0 + _SPHERE) + reach[number] + reach_other
        candidates = np.flatnonzero(least <= most.min())
        lengths = [distance(polygons[row], others[there[other]]) for other in candidates.tolist()]
        best = int(np.argmin(lengths))
        found[row], metres[row] = there[candidates[best]], lengths[best]
    return found, metres


def distance(polygon: object, other: object) -> float:
    """Return the metres between two polygons in longitude and latitude, 0 where they touch."""
    shapely = packages.require("shapely", "distances between zones and clusters")
    if shapely.intersects(polygon, other):
        return 0.0
    centre = shapely.get_coordinates(shapely.centroid(polygon))[0]
    length = np.inf
    for _ in range(_MOST_PLANES):
        plane = Plane(*centre.tolist())
        # Polygons are carried by their corners.
        moved, other_moved = (shapely.transform(shape, plane.project) for shape in (polygon, other))
        ends = shapely.get_coordinates(shapely.shortest_line(moved, other_moved))
        degrees = plane.unproject(ends)
        before, length = length, float(geodesic_distance(*np.radians(degrees).ravel().tolist()))
        if not np.isfinite(length) or abs(before - length) < _SETTLED:
            break
        centre = plane.unproject(ends.mean(axis=0)[None])[0]
    # Nearly antipodal places have no answer, but are far apart.
    return length if np.isfinite(length) else np.pi * MEAN_RADIUS


class Plane:
    """An azimuthal plane round a place in degrees: distances from the place are true to 1 in 100,000 up to
    300 km, between others to 1 in 2,000."""

    def __init__(self, longitude: float, latitude: float) -> None:
        lon, lat = np.radians([longitude, latitude])
        self._origin = earth_centred(lon, lat)
        self._longitude = longitude
        self._axes = np.array(
            [
                [-np.sin(lon), np.cos(lon), 0.0],
                [-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)],
            ]
        )
        self._latitude = latitude

    def project(self, degrees: FloatArray) -> FloatArray:
        """Return metres east and north, float64[n, 2], of longitudes and latitudes float64[n, 2]."""
        lon, lat = np.radians(degrees[:, :2].T)
        chord = earth_centred(lon, lat) - self._origin[:, None]
        flat = self._axes @ chord
        length = np.sqrt((chord * chord).sum(axis=0))
        arc = 2.0 * MEAN_RADIUS * np.arcsin(np.minimum(1.0, length / (2.0 * MEAN_RADIUS)))
        across = np.hypot(*flat)
        scale = np.divide(arc, across, out=np.ones_like(arc), where=across > 0.0)
        projected: FloatArray = (flat * scale).T
        return projected

    def unproject(self, metres: FloatArray) -> FloatArray:
        """Return longitudes and latitudes of places in the plane, float64[n, 2] both ways."""
        # As on a sphere first, which is never far off.
        arc = np.hypot(*metres.T) / MEAN_RADIUS
        bearing = np.arctan2(metres[:, 0], metres[:, 1])
        start = np.radians(self._latitude)
        lat = np.arcsin(np.sin(start) * np.cos(arc) + np.cos(start) * np.sin(arc) * np.cos(bearing))
        across = np.sin(bearing) * np.sin(arc) * np.cos(start)
        lon = np.arctan2(across, np.cos(arc) - np.sin(start) * np.sin(lat))
        degrees = np.column_stack([self._longitude + np.degrees(lon), np.degrees(lat)])
        east, north = np.array([_STEP, 0.0]), np.array([0.0, _STEP])
        for _ in range(_MOST_STEPS):
            degrees[:, 1] = np.clip(degrees[:, 1], -90.0 + _STEP, 90.0 - _STEP)
            found = self.project(degrees)
            wrong = metres - found
            if np.abs(wrong).max(initial=0.0) < 1e-4:
                break
            # Newton's step: how the plane changes with longitude and with latitude.
            by_lon = (self.project(degrees + east) - found) / _STEP
            by_lat = (self.project(degrees + north) - found) / _STEP
            determinant = by_lon[:, 0] * by_lat[:, 1] - by_lon[:, 1] * by_lat[:, 0]
            turned = np.where(determinant == 0.0, 1.0, determinant)
            degrees += np.column_stack(
                [
                    (wrong[:, 0] * by_lat[:, 1] - wrong[:, 1] * by_lat[:, 0]) / turned,
                    (wrong[:, 1] * by_lon[:, 0] - wrong[:, 0] * by_lon[:, 1]) / turned,
                ]
            )
        return degrees


def _places(shapely: ModuleType, polygons: NDArray[np.object_]) -> IntArray:
    return np.flatnonzero(~(shapely.is_missing(polygons) | shapely.is_empty(polygons)))


def _circles(shapely: ModuleType, polygons: NDArray[np.object_]) -> tuple[FloatArray, FloatArray]:
    """Return a place in degrees, float64[k, 2], and a radius in metres round it, float64[k], for every
    polygon, so that it lies within."""
    bounds = shapely.bounds(polygons)
    at = 0.5 * (bounds[:, :2] + bounds[:, 2:])
    corners, owner = shapely.get_coordinates(polygons, return_index=True)
    away = _on_sphere_each(at[owner], corners) * (1.0 + _SPHERE)
    reach = np.zeros(len(polygons))
    np.maximum.at(reach, owner, away)
    return at, reach


def _on_sphere(place: FloatArray, others: FloatArray) -> FloatArray:
    return _on_sphere_each(np.broadcast_to(place, others.shape), others)


def _on_sphere_each(places: FloatArray, others: FloatArray) -> FloatArray:
    lon_1, lat_1 = np.radians(places.T)
    lon_2, lat_2 = np.radians(others.T)
    half = np.sin(0.5 * (lat_1 - lat_2)) ** 2
    half += np.cos(lat_1) * np.cos(lat_2) * np.sin(0.5 * (lon_1 - lon_2)) ** 2
    metres: FloatArray = 2.0 * MEAN_RADIUS * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return metres
