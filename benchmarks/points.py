"""Made-up points: a plain country, a country of inventors, and the world's addresses on sites.

All are drawn from fixed seeds, so that everyone measures the same points.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innovation_clusters.analysis.editions import AUTHOR_WEIGHT

# Metres from one side of a country to the other, and where it lies in the grid of the plane.
SIDE = 1e6
CORNER = np.array([500_000.0, 1_500_000.0])


@dataclass(frozen=True)
class Points:
    """Coordinates and weights float64[n] (weights None: 1 each), and the density that makes a cluster.

    `sites` is the number of distinct places where many rows share one, None where every row has its own.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    weights: NDArray[np.float64] | None
    eps: float
    min_weight: float
    sites: int | None = None


def country(count: int, eps: float, min_weight: float) -> Points:
    """Spread points over a square of 1000 km: three in four in 400 uneven towns, the others anywhere."""
    random = np.random.default_rng(1996)
    towns = 400
    town = random.choice(towns, count, p=uneven(towns, 1.0))
    centres, widths = random.uniform(0.0, SIDE, (towns, 2)), random.uniform(5e3, 15e3, towns)
    places = centres[town] + random.normal(size=(count, 2)) * widths[town, None]
    anywhere = random.random(count) < 0.25
    places[anywhere] = random.uniform(0.0, SIDE, (int(anywhere.sum()), 2))
    x, y = (places + CORNER).T
    return Points(x, y, None, eps, min_weight)


def countries(number: int, count: int, eps: float, min_weight: float) -> Points:
    """Put one country of `count` points side by side with itself: more points, and as dense as one."""
    one = country(count, eps, min_weight)
    x = np.concatenate([one.x + 2.0 * SIDE * place for place in range(number)])
    return Points(x, np.tile(one.y, number), None, eps, min_weight)


def metropolis(count: int, eps: float, min_weight: float) -> Points:
    """Spread points as inventors live: by Zipf's law over 300 cities, each a dense core in wide suburbs with
    satellite towns around it, because people who work together settle close together at every scale.

    Of 100 points 90 belong to cities: 30 in 100 of a city's to its core, normal with a standard deviation of
    2 km in the capital, 50 to suburbs five times as wide, 20 to eight satellites as wide as the core.
    Widths fall with the cube root of the city's size, so that larger cities are denser.
    """
    random = np.random.default_rng(2025)
    cities, satellites = 300, 8
    city = random.choice(cities, count, p=uneven(cities, 1.0))
    centres = random.uniform(0.0, SIDE, (cities, 2))
    core = 2e3 * np.arange(1, cities + 1) ** (-1.0 / 3.0)
    around = centres[:, None] + random.normal(size=(cities, satellites, 2)) * 12.0 * core[:, None, None]

    part = random.random(count)
    suburb, satellite = (part >= 0.3) & (part < 0.8), part >= 0.8
    middle, width = centres[city], core[city]
    width[suburb] *= 5.0
    middle[satellite] = around[city[satellite], random.integers(satellites, size=int(satellite.sum()))]
    places = middle + random.normal(size=(count, 2)) * width[:, None]
    anywhere = random.random(count) < 0.1
    places[anywhere] = random.uniform(0.0, SIDE, (int(anywhere.sum()), 2))
    x, y = (places + CORNER).T
    return Points(x, y, None, eps, min_weight)


def world(rows: int, sites: int, eps: float, min_weight: float) -> Points:
    """Spread addresses over distinct sites of cities in degrees, rows in no order; two in five are inventors,
    the others authors.
    """
    random = np.random.default_rng(2024)
    centres, widths = world_cities(random)
    places = np.empty((0, 2))
    while len(places) < sites:
        city = random.choice(widths.size, sites, p=uneven(widths.size, 0.8))
        more = centres[city]
        more += random.normal(size=(sites, 2)) * widths[city, None]
        more[:, 0] = (more[:, 0] + 180.0) % 360.0 - 180.0
        places = np.unique(np.concatenate([places, np.round(more, 4)]), axis=0)
    places = random.permutation(places)[:sites]
    site = random.choice(sites, rows, p=uneven(sites, 0.6))
    # Every site has a row, whatever the draw.
    site[random.choice(rows, sites, replace=False)] = np.arange(sites)
    x, y = np.ascontiguousarray(places[site].T)
    weights = np.where(random.random(rows) < 0.4, 1.0, AUTHOR_WEIGHT)
    return Points(x, y, weights, eps, min_weight, sites)


def world_cities(random: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the longitudes and latitudes float64[c, 2] of cities, and their widths float64[c] in degrees."""
    cities = 3000
    longitude, latitude = random.uniform(-180.0, 180.0, cities), random.uniform(-40.0, 65.0, cities)
    return np.stack([longitude, latitude], axis=1), random.uniform(0.03, 0.25, cities)


def uneven(count: int, exponent: float) -> NDArray[np.float64]:
    """Return probabilities that fall with the rank, as those of cities do."""
    parts = np.arange(1, count + 1) ** -exponent
    return parts / parts.sum()
