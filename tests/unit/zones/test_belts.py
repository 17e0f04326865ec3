"""Belts along what lies in a line, straight and bent."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.zones.belts import best_path, best_rectangle
from innovation_clusters.analysis.zones.search import WeightedPlaces


def along(direction: float, seed: int = 2) -> WeightedPlaces:
    """A band 40 km long and 4 km wide in a thin field."""
    rng = np.random.default_rng(seed)
    u, v = rng.uniform(-20_000, 20_000, 4_000), rng.uniform(-2_000, 2_000, 4_000)
    cosine, sine = np.cos(np.radians(direction)), np.sin(np.radians(direction))
    x = np.concatenate([u * cosine - v * sine, rng.uniform(-60_000, 60_000, 1_000)])
    y = np.concatenate([u * sine + v * cosine, rng.uniform(-60_000, 60_000, 1_000)])
    return WeightedPlaces.of_rows(x, y, None)


@pytest.mark.parametrize("direction", [0.0, 23.0, 90.0, 141.4, 178.0])
def test_the_direction_of_a_band_is_found(direction: float) -> None:
    places = along(direction)
    belt = best_rectangle(places, 40_000.0, 4_000.0)
    assert belt is not None
    off = abs(belt.direction - direction) % 180.0
    assert min(off, 180.0 - off) <= 1.5
    assert belt.weight >= 0.95 * 4_000
    assert shapely.area(belt.polygon) == pytest.approx(40_000.0 * 4_000.0)
    inside = shapely.intersects_xy(shapely.buffer(belt.polygon, 0.01), places.x, places.y)
    assert belt.weight == inside.sum()
    assert belt.rows.tolist() == np.flatnonzero(inside).tolist()


def test_no_rectangle_of_its_direction_holds_more() -> None:
    rng = np.random.default_rng(9)
    x, y = rng.uniform(0, 10, (2, 60))
    places = WeightedPlaces.of_rows(x, y, rng.integers(1, 5, 60).astype(float))
    belt = best_rectangle(places, 4.0, 1.5)
    assert belt is not None
    turn = np.radians(belt.direction)
    u = places.x * np.cos(turn) + places.y * np.sin(turn)
    v = places.y * np.cos(turn) - places.x * np.sin(turn)
    best = max(
        places.weight[(u >= a - 1e-9) & (u <= a + 4 + 1e-9) & (v >= b - 1e-9) & (v <= b + 1.5 + 1e-9)].sum()
        for a in u
        for b in v
    )
    assert belt.weight == best


def test_a_path_follows_a_bow() -> None:
    rng = np.random.default_rng(3)
    u = rng.uniform(-20_000, 20_000, 5_000)
    v = 6_000 * np.cos(u / 20_000 * np.pi) + rng.normal(0, 600, 5_000)
    places = WeightedPlaces.of_rows(u, v, None)
    straight = best_rectangle(places, 40_000.0, 4_000.0)
    assert straight is not None
    bent = best_path(places, straight)
    assert bent is not None
    assert bent.weight > 1.1 * straight.weight
    assert bent.weight == shapely.intersects_xy(bent.polygon, places.x, places.y).sum()
    # The same area, but for what bends cover twice and for corners of the buffer.
    assert shapely.area(bent.polygon) == pytest.approx(shapely.area(straight.polygon), rel=0.06)


def test_a_path_in_a_straight_band_is_straight() -> None:
    rng = np.random.default_rng(6)
    places = WeightedPlaces.of_rows(rng.uniform(-20_000, 20_000, 3_000), rng.normal(0, 300, 3_000), None)
    straight = best_rectangle(places, 30_000.0, 4_000.0)
    assert straight is not None
    bent = best_path(places, straight)
    assert bent is not None
    assert bent.weight >= 0.9 * straight.weight
    _, south, _, north = shapely.bounds(bent.polygon).tolist()
    assert north - south <= 2 * 4_000.0


def test_a_lone_place_and_nothing() -> None:
    one = WeightedPlaces.of_rows(np.array([5.0]), np.array([7.0]), None)
    straight = best_rectangle(one, 10.0, 2.0)
    assert straight is not None
    assert straight.weight == 1
    bent = best_path(one, straight)
    assert bent is not None
    assert bent.weight == 1
    assert best_rectangle(WeightedPlaces.of_rows(np.empty(0), np.empty(0), None), 10.0, 2.0) is None


def test_cancel_is_heard() -> None:
    with pytest.raises(Cancelled):
        best_rectangle(along(10.0), 10_000.0, 1_000.0, Monitor(cancelled=lambda: True))
