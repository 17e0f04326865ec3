"""Close clusters against all pairwise geodesics."""

from __future__ import annotations

import numpy as np
from geographiclib.geodesic import Geodesic

from innovation_clusters.analysis.merging import Merge, close_clusters, merge


def test_against_all_pairs() -> None:
    generator = np.random.default_rng(8)
    for _ in range(8):
        count = 80
        # Across the antimeridian, where a box in degrees would go wrong.
        longitude = (179.8 + generator.random(count) * 0.5 + 180.0) % 360.0 - 180.0
        latitude = 60.0 + generator.random(count) * 0.3
        labels = generator.integers(-1, 6, count)
        expected = {}
        for first in range(6):
            for second in range(first + 1, 6):
                expected[first, second] = min(
                    Geodesic.WGS84.Inverse(latitude[i], longitude[i], latitude[j], longitude[j])["s12"]
                    for i in np.flatnonzero(labels == first)
                    for j in np.flatnonzero(labels == second)
                )
        # Between two of the distances, so that the last digit of neither library decides.
        limit = float(np.mean(sorted(expected.values())[7:9]))
        found = {
            (pair.first, pair.second): pair.distance
            for pair in close_clusters(longitude, latitude, labels, limit)
        }
        assert found.keys() == {pair for pair, distance in expected.items() if distance <= limit}
        for pair, distance in found.items():
            assert abs(distance - expected[pair]) < 1e-5


def test_nearest_first_and_limit_inclusive() -> None:
    longitude, latitude = np.array([0.0, 0.01, 0.04]), np.zeros(3)
    distance = Geodesic.WGS84.Inverse(0, 0.01, 0, 0.04)["s12"]
    labels = np.array([0, 1, 2])
    pairs = [
        (pair.first, pair.second) for pair in close_clusters(longitude, latitude, labels, distance + 1e-6)
    ]
    assert pairs == [(0, 1), (1, 2)]
    assert len(close_clusters(longitude, latitude, labels, distance - 1e-4)) == 1


def test_nothing_to_merge() -> None:
    one, labels = np.zeros(2), np.array([-1, -1])
    assert close_clusters(one, one, labels, 5000.0) == []
    assert close_clusters(one, one, np.array([0, 1]), 0.0) == []
    assert merge(labels, []).tolist() == [-1, -1]


def test_a_chain_joins_and_numbers_stay_in_order() -> None:
    labels = np.array([0, 1, 2, 3, 4, -1])
    chain = [Merge(3, 4, 1.0), Merge(1, 3, 2.0)]
    assert merge(labels, chain).tolist() == [0, 1, 2, 1, 1, -1]
    assert merge(labels, chain[::-1]).tolist() == [0, 1, 2, 1, 1, -1]
