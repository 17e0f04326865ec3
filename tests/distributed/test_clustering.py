"""Spark gives the labels, core flags, ambiguity and numbers of the run on one machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray
from pyspark.sql import DataFrame, SparkSession

from innovation_clusters.analysis.density import BORDER_RULES, dbscan
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.geodesy import one_meridian
from innovation_clusters.distributed.spark import Clustering, cluster

from ..unit.density.point_sets import Points, random_case


def table(spark: SparkSession, points: Points, weights: NDArray[np.float64] | None = None) -> DataFrame:
    columns: dict[str, Any] = {"x": points[0], "y": points[1], "row": np.arange(points[0].size)}
    if weights is not None:
        columns["weight"] = weights
    # In an order of their own: what counts is the number of a row, not its place.
    order = np.random.default_rng(1).permutation(points[0].size)
    return spark.createDataFrame(pa.table(columns).take(order)).repartition(3)


def assert_same(found: Clustering, points: Points, eps: float, minimum: float, **options: Any) -> None:
    expected = dbscan(*points, eps, minimum, **options)
    sites = found.sites.toArrow().sort_by("row")
    row = sites["row"].to_numpy()
    assert found.n_clusters == expected.n_clusters
    np.testing.assert_array_equal(sites["cluster"].to_numpy(), expected.labels[row])
    np.testing.assert_array_equal(sites["core"].to_numpy(), expected.core[row])
    np.testing.assert_array_equal(sites["ambiguous"].to_numpy(), expected.ambiguous[row])
    x, y = points if options.get("metric", "planar") == "planar" else (one_meridian(points[0]), points[1])
    assert sites.num_rows == len(np.unique(np.column_stack([x, y]) + 0.0, axis=0))


def towns(generator: np.random.Generator, count: int) -> Points:
    centres = generator.uniform([126.5, 36.0], [127.5, 37.0], (12, 2))
    x, y = (centres[generator.integers(0, 12, count)] + generator.normal(0, 0.03, (count, 2))).T
    return np.round(x, 3), np.round(y, 3)


def antimeridian(generator: np.random.Generator, count: int) -> Points:
    x = np.round(generator.uniform(179.7, 180.3, count), 2)
    return np.where(x > 180.0, x - 360.0, x), np.round(generator.uniform(-0.3, 0.3, count), 2)


def pole(generator: np.random.Generator, count: int) -> Points:
    return generator.uniform(-180.0, 180.0, count), 90.0 - np.round(generator.random(count) * 0.3, 3)


@pytest.mark.parametrize("make", [towns, antimeridian, pole])
@pytest.mark.parametrize("metric", ["ellipsoid", "sphere"])
def test_globe(spark: SparkSession, make: Callable[..., Points], metric: str) -> None:
    generator = np.random.default_rng(4)
    for border in BORDER_RULES[:2]:
        points = make(generator, 600)
        weights = generator.integers(0, 5, 600) / 4
        options: dict[str, Any] = {"metric": metric, "border": border}
        found = cluster(
            table(spark, points, weights), 2_500.0, 4.0, weight="weight", sites_per_tile=40, **options
        )
        assert found.n_clusters > 1 or make is not towns
        assert found.tiles.num_rows > 5
        assert_same(found, points, 2_500.0, 4.0, weights=weights, **options)


@pytest.mark.parametrize("border", BORDER_RULES)
def test_lattice_with_ties(spark: SparkSession, border: str) -> None:
    generator = np.random.default_rng(8)
    points = generator.integers(0, 30, 500) * 1.0, generator.integers(0, 30, 500) * 1.0
    found = cluster(table(spark, points), 1.0, 4.0, metric="planar", border=border, sites_per_tile=60)
    assert found.n_clusters > 3
    assert_same(found, points, 1.0, 4.0, border=border)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(42))
def test_random_cases(spark: SparkSession, seed: int) -> None:
    """Few points in tiles down to a cell each, or more of them in larger tiles; a tile is a task."""
    generator = np.random.default_rng(2000 + seed)
    sites_per_tile = (1, 6, 25)[seed // 2 % 3]
    case = random_case(seed, generator, 3, 20 * (1 + seed // 2 % 3))
    found = cluster(
        table(spark, case.points, case.options["weights"]),
        case.eps,
        case.min_weight,
        metric=case.options["metric"],
        border=case.options["border"],
        weight=None if case.options["weights"] is None else "weight",
        sites_per_tile=sites_per_tile,
    )
    assert_same(found, case.points, case.eps, case.min_weight, **case.options)
    found.release()


def test_one_cluster_through_every_tile(spark: SparkSession) -> None:
    x = np.random.default_rng(3).permutation(400) * 1.0
    found = cluster(table(spark, (x, np.zeros(400))), 1.0, 2.0, metric="planar", sites_per_tile=20)
    assert found.n_clusters == 1
    assert found.tiles.num_rows > 15


def test_no_rows(spark: SparkSession) -> None:
    found = cluster(table(spark, (np.empty(0), np.empty(0))), 1.0, 2.0, metric="planar")
    assert found.n_clusters == 0
    assert found.sites.count() == 0


@pytest.mark.parametrize(
    ("change", "parameter"),
    [
        ({"x": [np.nan, 1.0]}, "x"),
        ({"x": [None, 1.0]}, "x"),
        ({"y": [91.0, 1.0]}, "x"),
        ({"weight": [-1.0, 1.0]}, "weights"),
        ({"weight": [None, 1.0]}, "weights"),
    ],
)
def test_rows_that_cannot_be_used(spark: SparkSession, change: dict[str, Any], parameter: str) -> None:
    columns = {"x": [127.0, 128.0], "y": [37.0, 37.0], "row": [0, 1], "weight": [1.0, 1.0]} | change
    rows = spark.createDataFrame(pa.table(columns))
    with pytest.raises(InputError) as caught:
        cluster(rows, 1_000.0, 2.0, weight="weight")
    assert caught.value.parameter == parameter


def half_in_one_city(count: int) -> Points:
    generator = np.random.default_rng(9)
    x, y = generator.uniform(120.0, 135.0, count), generator.uniform(30.0, 40.0, count)
    x[::2], y[::2] = (generator.normal(middle, 0.3, count // 2) for middle in (127.0, 37.5))
    return np.round(x, 4), np.round(y, 4)


def test_before_spark_4_1(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where tiles are dealt out by Spark, several to a task, the answer is the same."""
    points = towns(np.random.default_rng(5), 600)
    rows = table(spark, points)
    for kind in type(rows).__mro__:
        monkeypatch.delattr(kind, "repartitionById", raising=False)
    assert not hasattr(rows, "repartitionById")
    found = cluster(rows, 2_500.0, 4.0, sites_per_tile=40)
    assert found.tiles.num_rows > 5
    assert_same(found, points, 2_500.0, 4.0, metric="ellipsoid")
    found.release()


def test_half_of_all_in_one_city(spark: SparkSession) -> None:
    """Every tile sees about as much as the others."""
    points = half_in_one_city(20_000)
    found = cluster(table(spark, points), 2_500.0, 40.0, sites_per_tile=2_500)
    assert_same(found, points, 2_500.0, 40.0, metric="ellipsoid")
    in_sight = found.tiles["in_sight"].to_numpy()
    assert in_sight.size >= 8
    assert in_sight.max() < 2.0 * np.median(in_sight)
    assert 0.0 < found.unevenness()["halo"] < 50.0
    found.release()


def test_no_tile_takes_much_longer_than_the_others(spark: SparkSession) -> None:
    """By the seconds that are told, of the best of three runs: the machine may have other things to do."""
    rows = table(spark, half_in_one_city(200_000)).persist()
    ratios = []
    for _ in range(3):
        found = cluster(rows, 2_500.0, 40.0, sites_per_tile=25_000)
        told = found.unevenness()
        assert told["tiles"] >= 8
        ratios.append(told["slowest"] / told["median"])
        found.release()
    rows.unpersist()
    assert min(ratios) < 3.0
