"""Points over the whole earth as people live on it, with pairs that are eps apart but for a length."""

from __future__ import annotations

import numpy as np
from geographiclib.geodesic import Geodesic

from innovation_clusters.analysis.geodesy import MEAN_RADIUS

from .point_sets import Generator, Points


def cities(generator: Generator, count: int, eps: float, apart: float) -> Points:
    """Cities about as wide as eps, of many sizes and densities, at both poles, across the antimeridian and
    elsewhere, and a few rows anywhere. One row in 50 is eps from the row before, but for a length `apart` by
    which it is farther and nearer in turn.
    """
    centres = generator.normal(size=(60, 3))
    centres[:3] = [[0.0, 0.0, 1.0], [0.0, 0.0, -1.0], [-1.0, 0.0, 0.0]]
    city = np.minimum(generator.geometric(0.04, count) - 1, 59)
    width = generator.uniform(0.6, 2.5, 60)[city] * eps / MEAN_RADIUS
    place = centres[city] / np.linalg.norm(centres[city], axis=1)[:, np.newaxis]
    place += width[:, np.newaxis] * generator.normal(size=(count, 3))
    place[::40] = generator.normal(size=place[::40].shape)
    longitude = np.degrees(np.arctan2(place[:, 1], place[:, 0]))
    latitude = np.degrees(np.arctan2(place[:, 2], np.hypot(place[:, 0], place[:, 1])))
    for number, row in enumerate(range(1, count, 50)):
        there = Geodesic.WGS84.Direct(
            latitude[row - 1],
            longitude[row - 1],
            generator.uniform(0.0, 360.0),
            eps + (apart if number % 2 else -apart),
        )
        longitude[row], latitude[row] = there["lon2"], there["lat2"]
    return longitude, latitude
