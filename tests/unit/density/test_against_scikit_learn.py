"""Core points, noise, partition and numbering equal scikit-learn's, on thousands of random cases."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from sklearn.cluster import DBSCAN

from innovation_clusters.analysis.density import DensityResult, dbscan

from .brute_force import MEAN_RADIUS
from .conftest import Way
from .point_sets import GLOBAL, PLANAR, PLANAR_EPS, Maker, Points, clumped


def assert_equal(
    result: DensityResult,
    points: Points,
    eps: float,
    min_weight: int,
    weights: NDArray[np.float64] | None,
    metric: str,
) -> None:
    """Compare with scikit-learn; its tree for the plane, as its brute force expands squares."""
    if metric == "planar":
        clustering = DBSCAN(eps=eps, min_samples=min_weight, algorithm="kd_tree")
        coordinates = np.column_stack(points)
    else:
        clustering = DBSCAN(
            eps=eps / MEAN_RADIUS, min_samples=min_weight, algorithm="ball_tree", metric="haversine"
        )
        coordinates = np.radians(np.column_stack(points[::-1]))
    clustering.fit(coordinates, sample_weight=weights)
    np.testing.assert_array_equal(np.flatnonzero(result.core), clustering.core_sample_indices_)
    np.testing.assert_array_equal(result.labels, clustering.labels_)
    assert result.n_clusters == clustering.labels_.max() + 1


@pytest.mark.parametrize("make", PLANAR)
def test_plane(make: Maker, way: Way) -> None:
    generator = np.random.default_rng(3)
    for case in way.cases(48):
        points = make(generator, int(generator.integers(1, 400)))
        eps, min_weight = PLANAR_EPS[case % 6], int(generator.integers(1, 9))
        weights = [None, generator.integers(0, 4, points[0].size) + 0.0][case // 6 % 2]
        if weights is not None:
            weights[0] = 1.0  # scikit-learn refuses weights that are all 0
        result = way(*points, eps, min_weight, weights=weights, threads=1 + case % 8)
        assert_equal(result, points, eps, min_weight, weights, "planar")


@pytest.mark.parametrize(("make", "eps"), GLOBAL)
def test_sphere(make: Maker, eps: float, way: Way) -> None:
    generator = np.random.default_rng(7)
    for case in way.cases(18):
        points = make(generator, int(generator.integers(1, 300)))
        min_weight = int(generator.integers(1, 9))
        weights = [None, generator.integers(1, 5, points[0].size) + 0.0][case // 2 % 2]
        result = way(*points, eps, min_weight, weights=weights, metric="sphere", threads=1 + case % 8)
        assert_equal(result, points, eps, min_weight, weights, "sphere")


@pytest.mark.parametrize("threads", range(1, 9))
def test_threads_do_not_matter(threads: int) -> None:
    points = clumped(np.random.default_rng(11), 30_000)
    assert_equal(dbscan(*points, 0.05, 6, threads=threads), points, 0.05, 6, None, "planar")


@pytest.mark.parametrize("compiled", [True, False], ids=["numba", "numpy"])
def test_ror_organisations_on_the_sphere(data_folder: Path, compiled: bool) -> None:
    """Real places of the world's research organisations, against labels stored with the data."""
    table = np.genfromtxt(
        data_folder / "dbscan" / "ror_51551_haversine.csv", delimiter=",", skip_header=1, usecols=range(2, 13)
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


@settings(max_examples=150, deadline=None)
@given(
    data=st.data(),
    count=st.integers(1, 40),
    eps=st.sampled_from([0.1, 0.3, 0.5, 1.0, 1.3]),
    min_weight=st.integers(1, 6),
    threads=st.integers(1, 8),
)
def test_any_small_set_of_tenths(
    data: st.DataObject, count: int, eps: float, min_weight: int, threads: int
) -> None:
    x, y = (data.draw(arrays(np.float64, count, elements=tenths)) for _ in range(2))
    weights = data.draw(arrays(np.float64, count, elements=st.integers(0, 3).map(float)))
    assume(weights.any())  # scikit-learn refuses weights that are all 0
    for compiled in (True, False):
        result = dbscan(x, y, eps, min_weight, weights=weights, compiled=compiled, threads=threads)
        assert_equal(result, (x, y), eps, min_weight, weights, "planar")
