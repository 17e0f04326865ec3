"""The best place of a disc or box, against brute force over all crossings, compiled and not."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.zones.search import (
    NO_CENTRES,
    TOLERANCE,
    Shape,
    WeightedPlaces,
    best_place,
)

COMPILED = pytest.mark.parametrize("compiled", [True, False])


def crossings(
    places: WeightedPlaces, radius: float, taken: np.ndarray, apart: float
) -> list[tuple[float, float]]:
    """Every point, and where circles round two points, or round a point and a taken centre, cross."""
    circles = [(x, y, radius) for x, y in zip(places.x, places.y, strict=True)]
    others = [*circles, *((x, y, apart) for x, y in taken)]
    found = [(x, y) for x, y, _ in circles]
    for number, (x, y, r) in enumerate(circles):
        for bx, by, b in others[number + 1 :]:
            d = np.hypot(bx - x, by - y)
            if d == 0.0 or d > (r + b) * (1 + 1e-12) or d < abs(r - b):
                continue
            along = (d * d + r * r - b * b) / (2 * d)
            height = np.sqrt(max(0.0, r * r - along * along))
            for side in (-height, height):
                found.append(
                    (
                        x + (along * (bx - x) - side * (by - y)) / d,
                        y + (along * (by - y) + side * (bx - x)) / d,
                    )
                )
    return found


def brute_disc(
    places: WeightedPlaces, radius: float, taken: np.ndarray = NO_CENTRES, apart: float = 0.0
) -> int:
    best = 0
    for x, y in crossings(places, radius, taken, apart):
        if len(taken) and (np.hypot(*(taken - (x, y)).T) < apart * (1 - 1e-9)).any():
            continue
        held = np.hypot(places.x - x, places.y - y) <= radius * (1 + TOLERANCE)
        best = max(best, int(places.weight[held].sum()))
    return best


def brute_box(places: WeightedPlaces, half_x: float, half_y: float) -> int:
    best = 0
    for left in places.x:
        for bottom in places.y:
            held = (places.x >= left - 1e-9) & (places.x <= left + 2 * half_x + 1e-9)
            held &= (places.y >= bottom - 1e-9) & (places.y <= bottom + 2 * half_y + 1e-9)
            best = max(best, int(places.weight[held].sum()))
    return best


def random_places(rng: np.random.Generator, kind: int) -> WeightedPlaces:
    n = int(rng.integers(1, 45))
    x, y = (
        rng.uniform(0, 10, (2, n)),
        # A lattice: many points on one circle.
        rng.integers(0, 7, (2, n)).astype(float),
        # Dense in the middle, and far away.
        rng.normal(0, 3, (2, n)) ** 3,
        # All within one circle.
        rng.uniform(0, 0.2, (2, n)),
    )[kind]
    return WeightedPlaces.of_rows(x, y, rng.integers(0, 5, n).astype(float))


@COMPILED
@pytest.mark.parametrize("kind", range(4))
def test_discs_against_brute_force(kind: int, compiled: bool) -> None:
    rng = np.random.default_rng(kind)
    for _ in range(40):
        places = random_places(rng, kind)
        radius = float(rng.choice([0.3, 1.0, 2.0, 2.5, 5.0]))
        found = best_place(places, Shape.circle(radius), compiled=compiled)
        assert (found.weight if found else 0) == brute_disc(places, radius)
        if found:
            held = np.hypot(places.x - found.x, places.y - found.y) <= radius * (1 + 2 * TOLERANCE)
            assert places.weight[held].sum() >= found.weight


@COMPILED
@pytest.mark.parametrize("kind", range(4))
def test_discs_apart_from_others_against_brute_force(kind: int, compiled: bool) -> None:
    rng = np.random.default_rng(10 + kind)
    for _ in range(25):
        places = random_places(rng, kind)
        radius = float(rng.choice([0.5, 1.0, 2.0]))
        taken = rng.uniform(0, 8, (int(rng.integers(1, 4)), 2))
        found = best_place(places, Shape.circle(radius), taken=taken, apart=2 * radius, compiled=compiled)
        assert (found.weight if found else 0) == brute_disc(places, radius, taken, 2 * radius)
        if found:
            assert np.hypot(*(taken - (found.x, found.y)).T).min() >= 2 * radius * (1 - 1e-8)


@COMPILED
@pytest.mark.parametrize("kind", range(4))
def test_boxes_against_brute_force(kind: int, compiled: bool) -> None:
    rng = np.random.default_rng(20 + kind)
    for _ in range(30):
        places = random_places(rng, kind)
        half_x, half_y = rng.uniform(0.3, 4.0, 2).tolist()
        found = best_place(places, Shape(half_x, half_y, disc=False), compiled=compiled)
        assert (found.weight if found else 0) == brute_box(places, half_x, half_y)


@COMPILED
def test_points_on_one_circle_are_found_together(compiled: bool) -> None:
    """Twelve points on a circle of just the radius: only one centre holds them all."""
    angle = np.radians(np.arange(0, 360, 30))
    places = WeightedPlaces.of_rows(1000 + 20 * np.cos(angle), -500 + 20 * np.sin(angle), None)
    found = best_place(places, Shape.circle(20.0), compiled=compiled)
    assert found is not None
    assert found.weight == 12
    assert (found.x, found.y) == pytest.approx((1000, -500), abs=1e-4)
    smaller = best_place(places, Shape.circle(19.99), compiled=compiled)
    assert smaller is not None
    assert smaller.weight < 12


@COMPILED
def test_many_on_one_spot_and_two_just_a_diameter_apart(compiled: bool) -> None:
    x, y = np.array([0.0] * 50 + [2.0, 2.0 + 1e-6]), np.zeros(52)
    found = best_place(WeightedPlaces.of_rows(x, y, None), Shape.circle(1.0), compiled=compiled)
    assert found is not None
    assert found.weight == 51


def test_nothing_to_hold() -> None:
    nobody = WeightedPlaces.of_rows(np.empty(0), np.empty(0), None)
    assert best_place(nobody, Shape.circle(1.0)) is None
    weightless = WeightedPlaces.of_rows(np.zeros(3), np.zeros(3), np.zeros(3))
    assert best_place(weightless, Shape.circle(1.0)) is None
    one = WeightedPlaces.of_rows(np.zeros(3), np.zeros(3), None)
    assert best_place(one, Shape.circle(1.0), at_least=3) is None


def test_fractions_are_summed_exactly() -> None:
    """Ten tenths are one, in any order: as floating-point numbers they are not."""
    places = WeightedPlaces.of_rows(np.arange(10.0), np.zeros(10), np.full(10, 0.1))
    found = best_place(places, Shape.circle(5.0))
    assert found is not None
    assert places.told(found.weight) == 1.0


def test_bad_weights_are_refused() -> None:
    with pytest.raises(InputError, match="negative"):
        WeightedPlaces.of_rows(np.zeros(2), np.zeros(2), np.array([2.0, -1.0]))


@COMPILED
def test_the_same_with_every_run_and_both_ways(compiled: bool) -> None:
    rng = np.random.default_rng(4)
    x, y = rng.normal(0, 10_000, (2, 20_000))
    places = WeightedPlaces.of_rows(x, y, rng.uniform(0, 1, 20_000))
    first, second = (best_place(places, Shape.circle(5_000.0), compiled=compiled) for _ in range(2))
    assert first == second
    other = best_place(places, Shape.circle(5_000.0), compiled=not compiled)
    assert first is not None
    assert other is not None
    assert first.weight == other.weight


@COMPILED
def test_cancel_is_heard(compiled: bool) -> None:
    rng = np.random.default_rng(5)
    x, y = rng.uniform(0, 100_000, (2, 200_000))
    places = WeightedPlaces.of_rows(x, y, None)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    with pytest.raises(Cancelled):
        best_place(places, Shape.circle(5_000.0), compiled=compiled, monitor=Monitor(cancelled=cancelled))
