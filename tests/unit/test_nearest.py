"""Nearest places against all pairs."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.geodesy import earth_centred
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.nearest import nearest, nearest_others


def somewhere(generator: np.random.Generator, count: int) -> np.ndarray:
    """Places round some towns, one on the antimeridian and one at a pole, coarse enough for duplicates."""
    towns = np.array([(127.0, 37.5), (179.99, -17.0), (20.0, 89.9), (2.3, 48.9)])
    longitude, latitude = towns[generator.integers(0, 4, count)].T
    longitude = np.round(longitude + generator.normal(0.0, 0.3, count), 2)
    latitude = np.clip(np.round(latitude + generator.normal(0.0, 0.3, count), 2), -90.0, 90.0)
    return earth_centred(np.radians(longitude), np.radians(latitude))


@pytest.mark.parametrize("seed", range(6))
def test_against_all_pairs(seed: int) -> None:
    generator = np.random.default_rng(seed)
    places, targets = somewhere(generator, 900), somewhere(generator, [1, 60, 257, 700, 1500, 2000][seed])
    delta = places[:, :, None] - targets[:, None, :]
    squared = (delta * delta).sum(axis=0)
    found, distance = nearest(places, targets, Monitor())
    np.testing.assert_array_equal(found, squared.argmin(axis=1))
    np.testing.assert_array_equal(distance, np.sqrt(squared.min(axis=1)))


@pytest.mark.parametrize("count", [2, 3, 256, 257, 258, 1200])
def test_the_nearest_other_against_all_pairs(count: int) -> None:
    places = somewhere(np.random.default_rng(count), count)
    delta = places[:, :, None] - places[:, None, :]
    squared = (delta * delta).sum(axis=0)
    np.fill_diagonal(squared, np.inf)
    np.testing.assert_array_equal(nearest_others(places, Monitor()), np.sqrt(squared.min(axis=1)))


def test_a_lone_place_and_none() -> None:
    assert nearest_others(np.zeros((3, 1)), Monitor()).tolist() == [0.0]
    found, distance = nearest(np.zeros((3, 0)), np.zeros((3, 2)), Monitor())
    assert found.size == distance.size == 0


def test_cancel_is_heard() -> None:
    with pytest.raises(Cancelled):
        nearest(np.zeros((3, 5)), np.zeros((3, 5)), Monitor(cancelled=lambda: True))
