"""Core points, noise, partition and numbering equal scikit-learn's, on thousands of random cases."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from sklearn.cluster import DBSCAN

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.geodesy import MEAN_RADIUS

Points = tuple[NDArray[np.float64], NDArray[np.float64]]

COMPILED = pytest.mark.parametrize("compiled", [True, False], ids=["numba", "numpy"])


def reference(
    points: Points, eps: float, min_weight: int, weights: NDArray[np.float64] | None, metric: str
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Labels and core flags of scikit-learn; its tree for the plane, as its brute force expands squares."""
    if metric == "planar":
        clustering = DBSCAN(eps=eps, min_samples=min_weight, algorithm="kd_tree")
        coordinates = np.column_stack(points)
    else:
        clustering = DBSCAN(
            eps=eps / MEAN_RADIUS, min_samples=min_weight, algorithm="ball_tree", metric="haversine"
        )
        coordinates = np.radians(np.column_stack(points[::-1]))
    clustering.fit(coordinates, sample_weight=weights)
    core = np.zeros(points[0].size, dtype=bool)
    core[clustering.core_sample_indices_] = True
    return clustering.labels_, core


def assert_equal(
    points: Points,
    eps: float,
    min_weight: int,
    weights: NDArray[np.float64] | None,
    metric: str,
    compiled: bool,
    threads: int | None = None,
) -> None:
    labels, core = reference(points, eps, min_weight, weights, metric)
    result = dbscan(
        *points, eps, min_weight, weights=weights, metric=metric, compiled=compiled, threads=threads
    )
    np.testing.assert_array_equal(result.core, core)
    np.testing.assert_array_equal(result.labels, labels)
    assert result.n_clusters == labels.max() + 1


def uniform(generator: np.random.Generator, count: int) -> Points:
    return generator.random(count) * 10, generator.random(count) * 10


def lattice(generator: np.random.Generator, count: int) -> Points:
    """Whole numbers: many duplicates, and steps of exactly 1, √2, 2 …"""
    return generator.integers(0, 12, count) * 1.0, generator.integers(0, 12, count) * 1.0


def rounded(generator: np.random.Generator, count: int) -> Points:
    """Tenths far from the origin: ties that rounding decides."""
    return generator.integers(0, 60, count) / 10 + 1e6, generator.integers(0, 60, count) / 10 + 2e6


def clumped(generator: np.random.Generator, count: int) -> Points:
    centres = generator.random((5, 2)) * 20
    x, y = (centres[generator.integers(0, 5, count)] + generator.normal(0, 0.8, (count, 2))).T
    return x, y


def line(generator: np.random.Generator, count: int) -> Points:
    return generator.integers(0, 300, count) / 4.0, np.zeros(count)


PLANAR = [uniform, lattice, rounded, clumped, line]


@COMPILED
@pytest.mark.parametrize("eps", [0.5, 1.0, 1.3, 2.0, 40.0])
@pytest.mark.parametrize("make", PLANAR)
def test_plane(make: Callable[[np.random.Generator, int], Points], eps: float, compiled: bool) -> None:
    generator = np.random.default_rng(int(eps * 10))
    for case in range(60 if compiled else 20):
        points = make(generator, int(generator.integers(1, 400)))
        weights = [None, generator.integers(0, 4, points[0].size).astype(float)][case % 2]
        assert_equal(points, eps, int(generator.integers(1, 9)), weights, "planar", compiled)


def world(generator: np.random.Generator, count: int) -> Points:
    return generator.uniform(-180, 180, count), np.degrees(np.arcsin(generator.uniform(-1, 1, count)))


def antimeridian(generator: np.random.Generator, count: int) -> Points:
    longitude = 179 + generator.random(count) * 2
    return np.where(longitude > 180, longitude - 360, longitude), generator.uniform(-1, 1, count)


def north_pole(generator: np.random.Generator, count: int) -> Points:
    return generator.uniform(-180, 180, count), 90 - generator.random(count) * 0.4


def south_pole(generator: np.random.Generator, count: int) -> Points:
    longitude, latitude = north_pole(generator, count)
    return longitude, -latitude


def city_level(generator: np.random.Generator, count: int) -> Points:
    """Hundredths of a degree with heavy duplication, as geocoders give them."""
    return generator.integers(0, 80, count) / 100 + 126.6, generator.integers(0, 60, count) / 100 + 37.2


SPHERICAL = [
    (world, 1_000_000.0),
    (world, 25_000_000.0 / 2),
    (antimeridian, 15_000.0),
    (north_pole, 8_000.0),
    (south_pole, 8_000.0),
    (city_level, 3_000.0),
    # One hundredth of a degree of latitude: every neighbour to the north is a tie.
    (city_level, float(np.radians(0.01) * MEAN_RADIUS)),
]


@COMPILED
@pytest.mark.parametrize(("make", "eps"), SPHERICAL)
def test_sphere(make: Callable[[np.random.Generator, int], Points], eps: float, compiled: bool) -> None:
    generator = np.random.default_rng(7)
    for case in range(60 if compiled else 15):
        points = make(generator, int(generator.integers(1, 300)))
        weights = [None, generator.integers(1, 5, points[0].size).astype(float)][case % 2]
        assert_equal(points, eps, int(generator.integers(1, 9)), weights, "sphere", compiled)


@pytest.mark.parametrize("threads", [1, 2, 3, 8])
def test_threads_do_not_matter(threads: int) -> None:
    generator = np.random.default_rng(11)
    points = clumped(generator, 30_000)
    assert_equal(points, 0.05, 6, None, "planar", True, threads)


@COMPILED
def test_ror_organisations_on_the_sphere(data_folder: object, compiled: bool) -> None:
    """Real places of the world's research organisations, against labels stored with the data."""
    table = np.genfromtxt(
        f"{data_folder}/dbscan/ror_51551_haversine.csv", delimiter=",", skip_header=1, usecols=range(2, 13)
    )
    latitude, longitude = table[:, 0], table[:, 1]
    for column, (eps, min_weight, clusters) in enumerate(
        ((13_000.0, 50, 160), (13_000.0, 150, 39), (20_000.0, 100, 80))
    ):
        labels, core, ambiguous = table[:, 2 + 3 * column : 5 + 3 * column].T.astype(int)
        result = dbscan(longitude, latitude, eps, min_weight, metric="sphere", compiled=compiled)
        assert result.n_clusters == clusters
        np.testing.assert_array_equal(result.core, core == 1)
        np.testing.assert_array_equal(result.ambiguous, ambiguous == 1)
        np.testing.assert_array_equal(result.labels[ambiguous == 0], labels[ambiguous == 0])


tenths = st.integers(-20, 20).map(lambda value: value / 10)


@settings(max_examples=300, deadline=None)
@given(
    data=st.data(),
    count=st.integers(1, 40),
    eps=st.sampled_from([0.1, 0.3, 0.5, 1.0, 1.3]),
    min_weight=st.integers(1, 6),
)
def test_any_small_set_of_tenths(data: st.DataObject, count: int, eps: float, min_weight: int) -> None:
    x, y = (data.draw(arrays(np.float64, count, elements=tenths)) for _ in range(2))
    weights = data.draw(arrays(np.float64, count, elements=st.integers(0, 3).map(float)))
    assume(weights.any())  # scikit-learn refuses weights that are all 0
    for compiled in (True, False):
        assert_equal((x, y), eps, min_weight, weights, "planar", compiled)
