"""Circles one after the other, anywhere and at nodes; and how long a distribution is."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.zones.placement import NO_NODE, best_circles, best_circles_at, elongation
from innovation_clusters.analysis.zones.search import WeightedPlaces


def cities(seed: int = 1) -> WeightedPlaces:
    rng = np.random.default_rng(seed)
    at = np.array([[0.0, 0.0], [50_000.0, 0.0], [0.0, 60_000.0]])
    which = rng.choice(3, 3_000, p=[0.6, 0.3, 0.1])
    x, y = (at[which] + rng.normal(0, 4_000, (3_000, 2))).T
    return WeightedPlaces.of_rows(x, y, rng.integers(1, 4, 3_000).astype(float))


def test_circles_do_not_overlap_and_count_nothing_twice() -> None:
    places = cities()
    circles = best_circles(places, 5_000.0, 6)
    assert len(circles) == 6
    weights = [circle.weight for circle in circles]
    assert weights == sorted(weights, reverse=True)
    for number, circle in enumerate(circles):
        away = np.hypot(places.x[circle.rows] - circle.x, places.y[circle.rows] - circle.y)
        assert away.max() <= 5_000.0 * (1 + 1e-6)
        assert circle.weight == places.weight[circle.rows].sum()
        assert circle.tightest <= 5_000.0 * (1 + 1e-6)
        assert circle.node == NO_NODE
        for other in circles[:number]:
            assert np.hypot(circle.x - other.x, circle.y - other.y) >= 10_000.0 * (1 - 1e-8)
    rows = np.concatenate([circle.rows for circle in circles])
    assert len(set(rows.tolist())) == rows.size
    assert sum(weights) <= 6 * weights[0]


def test_no_more_circles_than_there_is_something_for() -> None:
    places = WeightedPlaces.of_rows(np.array([0.0, 100.0]), np.zeros(2), None)
    assert [circle.weight for circle in best_circles(places, 1.0, 5)] == [1, 1]


def test_round_nodes() -> None:
    places = cities()
    node_x, node_y = np.array([0.0, 4_000.0, 50_000.0, 200_000.0]), np.zeros(4)
    circles = best_circles_at(places, 5_000.0, 4, node_x, node_y)
    # The second node is too near to the first; the last has nothing.
    assert [circle.node for circle in circles] == [0, 2]
    expected = places.weight[np.hypot(places.x, places.y) <= 5_000.0].sum()
    assert circles[0].weight == expected
    assert circles[0].weight <= best_circles(places, 5_000.0, 1)[0].weight


def test_elongation() -> None:
    x = np.array([-2.0, 2.0, 0.0, 0.0])
    y = np.array([0.0, 0.0, -1.0, 1.0])
    assert elongation(x, y, np.ones(4)) == pytest.approx(2.0)
    turned = np.radians(30.0)
    along, across = x * np.cos(turned) - y * np.sin(turned), x * np.sin(turned) + y * np.cos(turned)
    assert elongation(along, across, np.ones(4)) == pytest.approx(2.0)
    assert elongation(x, y, np.array([1.0, 1.0, 4.0, 4.0])) == pytest.approx(1.0)
    assert np.isnan(elongation(x, np.zeros(4), np.ones(4)))
    assert np.isnan(elongation(x, y, np.zeros(4)))
