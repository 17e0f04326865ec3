"""The ellipsoid's own: the gap between chord and geodesic, and eps around the world."""

from __future__ import annotations

import numpy as np
from geographiclib.geodesic import Geodesic

from innovation_clusters.analysis.density.space import make_space
from innovation_clusters.analysis.geodesy import LONGEST_GEODESIC
from innovation_clusters.analysis.monitor import Monitor

from .conftest import Way


def test_eps_between_chord_and_geodesic(way: Way) -> None:
    """Pairs a hundredth of a millimetre on either side of eps, whose chords are all below it."""
    generator = np.random.default_rng(2)
    for _ in way.cases(30):
        latitude, longitude = generator.uniform(-80, 80), generator.uniform(-179, 179)
        there = Geodesic.WGS84.Direct(latitude, longitude, generator.uniform(0, 360), 15_000.0)
        distance = Geodesic.WGS84.Inverse(latitude, longitude, there["lat2"], there["lon2"])["s12"]
        x, y = np.array([longitude, there["lon2"]]), np.array([latitude, there["lat2"]])
        for eps, clusters in ((distance - 1e-5, 0), (distance + 1e-5, 1)):
            result = way(x, y, eps, 2, metric="ellipsoid")
            assert result.n_clusters == clusters
        # The chord alone would say otherwise: it is 3.4 to 3.5 mm shorter (3.4337 to 3.5036 by its bounds).
        space = make_space(x, y, 15_000.0, "ellipsoid")
        position = space.coordinates(np.arange(2, dtype=np.int32), Monitor())
        assert 3.43e-3 < distance - np.linalg.norm(position[:, 0] - position[:, 1]) < 3.51e-3


def test_eps_around_the_world(way: Way) -> None:
    x, y = np.array([0.0, 180.0, 90.0, 0.0]), np.array([90.0, -90.0, 0.0, 0.0])
    for metric in ("sphere", "ellipsoid"):
        result = way(x, y, LONGEST_GEODESIC + 20_000.0, 4, metric=metric)
        assert result.labels.tolist() == [0, 0, 0, 0]
