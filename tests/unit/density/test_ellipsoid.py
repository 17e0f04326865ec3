"""Clusters on the ellipsoid against brute-force geodesics of an independent library."""

from __future__ import annotations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from numpy.typing import NDArray

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.density.space import make_space
from innovation_clusters.analysis.geodesy import LONGEST_GEODESIC
from innovation_clusters.analysis.monitor import Monitor


def geodesics(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """All pairwise distances in metres (Karney's algorithm)."""
    count = longitude.size
    distance = np.zeros((count, count))
    for first in range(count):
        for second in range(first + 1, count):
            line = Geodesic.WGS84.Inverse(
                latitude[first], longitude[first], latitude[second], longitude[second], Geodesic.DISTANCE
            )
            distance[first, second] = distance[second, first] = line["s12"]
    return distance


def components(within: NDArray[np.bool_], core: NDArray[np.bool_]) -> list[int]:
    """Number the components of core points by their first row; -1 elsewhere."""
    labels = [-1] * core.size
    number = 0
    for start in np.flatnonzero(core):
        if labels[start] >= 0:
            continue
        pending = [int(start)]
        labels[start] = number
        while pending:
            here = pending.pop()
            for other in np.flatnonzero(within[here] & core):
                if labels[other] < 0:
                    labels[other] = number
                    pending.append(int(other))
        number += 1
    return labels


REGIONS = {
    "Seoul": (lambda g, n: g.uniform(126.5, 127.4, n), lambda g, n: g.uniform(37.2, 37.8, n), 9_000.0),
    "Fiji": (
        lambda g, n: (g.uniform(179.6, 180.4, n) + 180) % 360 - 180,
        lambda g, n: g.uniform(-17.2, -16.6, n),
        9_000.0,
    ),
    "North Pole": (lambda g, n: g.uniform(-180, 180, n), lambda g, n: g.uniform(89.5, 90, n), 9_000.0),
    "South Pole": (lambda g, n: g.uniform(-180, 180, n), lambda g, n: g.uniform(-90, -89.5, n), 9_000.0),
    "world": (lambda g, n: g.uniform(-180, 180, n), lambda g, n: g.uniform(-90, 90, n), 2_000_000.0),
}


@pytest.mark.parametrize("region", REGIONS)
def test_regions(region: str) -> None:
    make_longitude, make_latitude, eps = REGIONS[region]
    generator = np.random.default_rng(5)
    for _ in range(6):
        longitude, latitude = make_longitude(generator, 70), make_latitude(generator, 70)
        within = geodesics(longitude, latitude) <= eps
        core = within.sum(axis=1) >= 4
        for compiled in (True, False):
            result = dbscan(
                longitude, latitude, eps, 4, metric="ellipsoid", border="noise", compiled=compiled
            )
            np.testing.assert_array_equal(result.core, core)
            np.testing.assert_array_equal(result.labels, components(within, core))


@pytest.mark.parametrize("compiled", [True, False])
def test_eps_between_chord_and_geodesic(compiled: bool) -> None:
    """Pairs a hundredth of a millimetre on either side of eps, whose chords are all below it."""
    generator = np.random.default_rng(2)
    for _ in range(60):
        latitude, longitude = generator.uniform(-80, 80), generator.uniform(-179, 179)
        there = Geodesic.WGS84.Direct(latitude, longitude, generator.uniform(0, 360), 15_000.0)
        distance = Geodesic.WGS84.Inverse(latitude, longitude, there["lat2"], there["lon2"])["s12"]
        x, y = np.array([longitude, there["lon2"]]), np.array([latitude, there["lat2"]])
        for eps, clusters in ((distance - 1e-5, 0), (distance + 1e-5, 1)):
            result = dbscan(x, y, eps, 2, metric="ellipsoid", compiled=compiled)
            assert result.n_clusters == clusters
        # The chord alone would say otherwise: it is 3.4 to 3.5 mm shorter (3.4337 to 3.5036 by its bounds).
        space = make_space(x, y, 15_000.0, "ellipsoid")
        position = space.coordinates(np.arange(2, dtype=np.int32), Monitor())
        assert 3.43e-3 < distance - np.linalg.norm(position[:, 0] - position[:, 1]) < 3.51e-3


@pytest.mark.parametrize("compiled", [True, False])
def test_eps_around_the_world(compiled: bool) -> None:
    x, y = np.array([0.0, 180.0, 90.0, 0.0]), np.array([90.0, -90.0, 0.0, 0.0])
    for metric in ("sphere", "ellipsoid"):
        result = dbscan(x, y, LONGEST_GEODESIC + 20_000.0, 4, metric=metric, compiled=compiled)
        assert result.labels.tolist() == [0, 0, 0, 0]
