"""Geodesics against an independent implementation of Karney's algorithm."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from innovation_clusters.analysis.geodesy import (
    LONGEST_GEODESIC,
    SMALLEST_RADIUS,
    earth_centred,
    geodesic_distance,
)


@pytest.mark.parametrize(
    ("distance", "tolerance"), [(15e3, 1e-6), (500e3, 1e-4), (5_000e3, 1e-3), (15_000e3, 1e-2)]
)
def test_distances(distance: float, tolerance: float) -> None:
    generator = np.random.default_rng(1)
    for _ in range(500):
        latitude, longitude = generator.uniform(-90, 90), generator.uniform(-180, 180)
        there = Geodesic.WGS84.Direct(latitude, longitude, generator.uniform(0, 360), distance)
        pair = np.radians([longitude, latitude, there["lon2"], there["lat2"]])
        exact = Geodesic.WGS84.Inverse(latitude, longitude, there["lat2"], there["lon2"])["s12"]
        assert geodesic_distance(*pair) == pytest.approx(exact, abs=tolerance)
        assert geodesic_distance(*pair[[2, 3, 0, 1]]) == geodesic_distance(*pair)


def test_same_place_and_equator() -> None:
    assert geodesic_distance(1.0, 0.5, 1.0, 0.5) == 0.0
    quarter = geodesic_distance(0.0, 0.0, math.pi / 2, 0.0)
    assert quarter == pytest.approx(Geodesic.WGS84.Inverse(0, 0, 0, 90)["s12"], abs=1e-3)


def test_nearly_antipodal_points_say_that_they_are_beyond_it() -> None:
    assert math.isnan(geodesic_distance(0.0, 0.0, math.radians(179.7), math.radians(0.1)))


def test_constants() -> None:
    assert Geodesic.WGS84.Inverse(90, 0, -90, 0)["s12"] == pytest.approx(LONGEST_GEODESIC, abs=1e-3)
    # The curvature of the meridian at the equator, by how far two latitudes are apart there.
    step = Geodesic.WGS84.Inverse(-1e-3, 0, 1e-3, 0)["s12"] / math.radians(2e-3)
    assert step == pytest.approx(SMALLEST_RADIUS, rel=1e-9)


def test_chord_bounds_of_the_density_clustering() -> None:
    """A chord is at least the chord of the tightest circle and at most its geodesic."""
    generator = np.random.default_rng(6)
    for distance in (10.0, 15e3, 1e6, 1e7, 19e6):
        for _ in range(100):
            latitude, longitude = generator.uniform(-90, 90), generator.uniform(-180, 180)
            there = Geodesic.WGS84.Direct(latitude, longitude, generator.uniform(0, 360), distance)
            exact = Geodesic.WGS84.Inverse(latitude, longitude, there["lat2"], there["lon2"])["s12"]
            ends = earth_centred(
                np.radians([longitude, there["lon2"]]), np.radians([latitude, there["lat2"]])
            )
            chord = float(np.linalg.norm(ends[:, 0] - ends[:, 1]))
            assert chord <= exact + 1e-7
            assert chord >= 2 * SMALLEST_RADIUS * math.sin(exact / 2 / SMALLEST_RADIUS) - 1e-7
