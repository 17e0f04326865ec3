"""Random points and weights with what clustering can trip over: ties, duplicates, far outliers, seams."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from innovation_clusters.analysis.density import BORDER_RULES
from innovation_clusters.analysis.geodesy import MEAN_RADIUS

Generator = np.random.Generator
Points = tuple[NDArray[np.float64], NDArray[np.float64]]
Maker = Callable[[Generator, int], Points]


# In the plane, some ten units wide


def uniform(generator: Generator, count: int) -> Points:
    return generator.random(count) * 10, generator.random(count) * 10


def lattice(generator: Generator, count: int) -> Points:
    """Whole numbers: many duplicates, and steps of exactly 1, √2, 2 …"""
    return generator.integers(0, 12, count) * 1.0, generator.integers(0, 12, count) * 1.0


def rounded(generator: Generator, count: int) -> Points:
    """Tenths far from the origin: ties that rounding decides."""
    return generator.integers(0, 60, count) / 10 + 1e6, generator.integers(0, 60, count) / 10 + 2e6


def clumped(generator: Generator, count: int) -> Points:
    centres = generator.random((5, 2)) * 20
    x, y = (centres[generator.integers(0, 5, count)] + generator.normal(0, 0.8, (count, 2))).T
    return x.copy(), y.copy()


def line(generator: Generator, count: int) -> Points:
    return generator.integers(0, 300, count) / 4.0, np.zeros(count)


def one_place(generator: Generator, count: int) -> Points:
    return np.full(count, -2.5), np.full(count, 0.125)


def with_outliers(generator: Generator, count: int) -> Points:
    """Tenths around 0, and two points 1e9 times as far away as they are wide."""
    x, y = generator.integers(-30, 30, count) / 10, generator.integers(-30, 30, count) / 10
    x[: min(2, count)] = np.array([-6e9, 6e9])[:count]
    return x, y


def ring(generator: Generator, count: int, part: int) -> Points:
    """One point of `part` in a clump, the others in a ring one unit away: all leaves of the ring are across
    the circle of radius 1 around every point of the clump.
    """
    angle = generator.uniform(0.0, 2.0 * np.pi, count)
    radius = np.where(np.arange(count) % part, generator.uniform(0.98, 1.02, count), 0.01)
    return radius * np.cos(angle), radius * np.sin(angle)


PLANAR: tuple[Maker, ...] = (uniform, lattice, rounded, clumped, line, one_place, with_outliers)
PLANAR_EPS = (0.1, 0.5, 1.0, 1.3, 2.0, 40.0)


# On the globe, in degrees


def world(generator: Generator, count: int) -> Points:
    return generator.uniform(-180, 180, count), np.degrees(np.arcsin(generator.uniform(-1, 1, count)))


def antimeridian(generator: Generator, count: int) -> Points:
    longitude = 179 + generator.random(count) * 2
    return np.where(longitude > 180, longitude - 360, longitude), generator.uniform(-1, 1, count)


def north_pole(generator: Generator, count: int) -> Points:
    return generator.uniform(-180, 180, count), 90 - generator.random(count) * 0.4


def south_pole(generator: Generator, count: int) -> Points:
    longitude, latitude = north_pole(generator, count)
    return longitude, -latitude


def city_level(generator: Generator, count: int) -> Points:
    """Hundredths of a degree with heavy duplication, as geocoders give them."""
    return generator.integers(0, 80, count) / 100 + 126.6, generator.integers(0, 60, count) / 100 + 37.2


def at_the_seam(generator: Generator, count: int) -> Points:
    """On both names of one meridian, in hundredths of a degree."""
    return generator.choice([-180.0, 180.0, 179.99], count), generator.integers(-40, 40, count) / 100


GLOBAL: tuple[tuple[Maker, float], ...] = (
    (world, 1_000_000.0),
    (world, 12_500_000.0),
    (world, 20_040_000.0),  # around the world
    (antimeridian, 15_000.0),
    (north_pole, 8_000.0),
    (south_pole, 8_000.0),
    (city_level, 3_000.0),
    # One hundredth of a degree of latitude on the sphere: every neighbour to the north is a tie.
    (city_level, float(np.radians(0.01) * MEAN_RADIUS)),
    (at_the_seam, 2_500.0),
)


# Weights: what is handed over (None for 1 each), and the same as whole numbers of 1 / denominator


def no_weights(generator: Generator, count: int) -> tuple[None, NDArray[np.int64], int]:
    return None, np.ones(count, dtype=np.int64), 1


def whole(generator: Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    """Zeros among them."""
    weights = generator.integers(0, 5, count)
    return weights.astype(float), weights, 1


def tenths(generator: Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    weights = generator.integers(0, 30, count)
    return weights / 10, weights, 10


def parts_of_a_record(generator: Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    """1/k, as fractional counting makes it; 720720 is the least common multiple of 1 to 16."""
    parts = generator.integers(1, 17, count)
    return 1 / parts, 720_720 // parts, 720_720


def odd(generator: Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    """No common decimal fraction, yet whole multiples of 2^-40, whose sums are exact."""
    weights = generator.integers(1, 2**41, count)
    return weights / 2**40, weights, 2**40


def all_zero(generator: Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    return np.zeros(count), np.zeros(count, dtype=np.int64), 1


def one_giant(generator: Generator, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    """One weight larger than any minimum asked for."""
    weights = generator.integers(0, 3, count)
    weights[generator.integers(0, count)] = 10**9
    return weights.astype(float), weights, 1


WEIGHTS = (no_weights, whole, tenths, parts_of_a_record, odd, all_zero, one_giant)


@dataclass(frozen=True)
class Case:
    """Points, and what is asked of them: `options` are those that `dbscan` takes by name."""

    points: Points
    eps: float
    min_weight: float
    options: dict[str, Any]


def random_case(seed: int, generator: Generator, fewest: int, most: int) -> Case:
    """Make a case: in the plane and on the globe in turn, with every rule and every kind of weights."""
    if seed % 2:
        make, eps = GLOBAL[int(generator.integers(len(GLOBAL)))]
        metric = ("sphere", "ellipsoid")[seed % 4 // 2]
    else:
        make, metric = PLANAR[int(generator.integers(len(PLANAR)))], "planar"
        eps = float(generator.choice(PLANAR_EPS))
    points = make(generator, int(generator.integers(fewest, most)))
    weights, integers, one = WEIGHTS[seed % 7](generator, points[0].size)
    min_weight = max(1, int(generator.integers(1, 9) * max(1, integers.mean()))) / one
    return Case(
        points, eps, min_weight, {"weights": weights, "metric": metric, "border": BORDER_RULES[seed % 3]}
    )
