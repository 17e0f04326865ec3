"""Exact density clustering of a DataFrame: survey, collapse, cut into tiles, count, link, join, label.

  survey    one pass over the rows: can they be used, and how do weights become integers
  collapse  rows of one place become a site, in Spark's own GROUP BY
  tiles     sites counted in the cells of a grid, the grid cut up on the driver
  count     shuffle 1: sites to the tiles that see them; which are core
  link      shuffle 2: core sites to the tiles that see them; their components
  join      components of one cluster, on the driver: core sites that two tiles see, and no others
  label     shuffle 3: border sites to their own tile, core sites to all that see them

What a shuffle carries are sites and their halo, never pairs of neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, functions

from ...analysis.density.dbscan import BORDER_RULES
from ...analysis.density.space import make_space
from ...analysis.density.tiles.joining import join
from ...analysis.density.tiles.surveying import Survey, joined, require_places, scale_of, survey
from ...analysis.density.tiles.tiling import Cells, Tiling, make_grid, make_tiling
from ...analysis.density.weights import DENOMINATORS, Scale
from ...analysis.errors import InputError
from ...analysis.geodesy import one_meridian
from .tiles import (
    COUNTED,
    LABELLED,
    LINKED,
    SEEN,
    SITE,
    SITE_COLUMNS,
    Place,
    count_cells,
    count_tile,
    label_tile,
    link_tile,
    number_sites,
    numbers,
    send,
)

# A worker holds so many sites at a time, and those around them.
SITES_PER_TILE = 1_000_000
# Tiles smaller than this take longer to send for than to cluster.
_WORTH_A_TILE = 20_000

_SURVEYED = ("rows", "x_low", "x_high", "y_low", "y_high", "smallest", "largest", "total")
_MULTIPLES = tuple(f"multiples_of_{number}" for number in DENOMINATORS)


@dataclass(frozen=True)
class Clustering:
    """Clusters of a DataFrame's rows.

    `sites` has a row for every distinct place: x, y double; row long, its lowest; weight long, in units of
    1 / `scale.factor`; cluster int, -1 for noise; core, ambiguous boolean. `tiles` tells how even the work
    was: tile int, own long, in_sight long (with the halo), seconds double (counting).
    """

    sites: DataFrame
    n_clusters: int
    scale: Scale
    tiles: pa.Table


def cluster(
    rows: DataFrame,
    eps: float,
    min_weight: float,
    *,
    x: str = "x",
    y: str = "y",
    row: str = "row",
    weight: str | None = None,
    metric: str = "ellipsoid",
    border: str = "first",
    sites_per_tile: int = SITES_PER_TILE,
) -> Clustering:
    """Cluster rows by density; the answer is that of `analysis.density.dbscan`, whatever the tiles.

    x, y: columns of numbers; row: a column of whole numbers, another in every row, by which clusters are
    numbered; weight: a column of numbers, 1 for every row where left out.

    Raises InputError for what cannot be used, before any clustering, and what Spark raises where the cluster
    of machines fails.
    """
    if border not in BORDER_RULES:
        raise InputError("border", "Use one of first, nearest, noise, not {border}.", border=border)
    points = rows.select(
        functions.col(x).cast("double").alias("x"),
        functions.col(y).cast("double").alias("y"),
        functions.col(row).cast("long").alias("row"),
        (functions.lit(1.0) if weight is None else functions.col(weight).cast("double")).alias("weight"),
    )
    found = _survey(points, min_weight)
    require_places(found, eps, metric)
    scale = scale_of(found, min_weight, weighted=weight is not None)
    sites = _collapse(points, scale, metric).persist()
    try:
        tiling = _cut(sites, found, Place(eps, metric), sites_per_tile)
        return _cluster(sites, tiling, scale, Place(eps, metric), border)
    finally:
        sites.unpersist()


def _survey(points: DataFrame, min_weight: float) -> Survey:
    def look(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            part = survey(numbers(batch, "x"), numbers(batch, "y"), numbers(batch, "weight"), min_weight)
            values = [part.rows, *part.x, *part.y, *part.weights, part.total, *part.multiples]
            names = [*_SURVEYED, *_MULTIPLES]
            yield pa.RecordBatch.from_arrays([pa.array([value]) for value in values], names=names)

    columns = ["rows long", *(f"{name} double" for name in _SURVEYED[1:])]
    columns += [f"{name} boolean" for name in _MULTIPLES]
    nothing = np.empty(0)
    parts = [survey(nothing, nothing, nothing, min_weight)]
    for each in points.mapInArrow(look, ", ".join(columns)).collect():
        found = tuple(each)
        parts.append(Survey(found[0], found[1:3], found[3:5], found[5:7], found[7], found[8:]))
    return joined(parts)


def _collapse(points: DataFrame, scale: Scale, metric: str) -> DataFrame:
    def as_integers(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            x = numbers(batch, "x")
            if metric != "planar":
                x = one_meridian(x)
            columns = [
                x,
                numbers(batch, "y"),
                numbers(batch, "row"),
                scale.integers(numbers(batch, "weight")),
            ]
            yield pa.RecordBatch.from_arrays(columns, names=["x", "y", "row", "weight"])

    rows = points.mapInArrow(as_integers, "x double, y double, row long, weight long")
    sites = rows.groupBy("x", "y").agg(
        functions.min("row").alias("row"), functions.sum("weight").alias("weight")
    )
    return sites.withColumn("cluster", functions.lit(-1))


def _cut(sites: DataFrame, found: Survey, place: Place, sites_per_tile: int) -> Tiling:
    """Cut the space of the sites into tiles, of which a worker takes one at a time."""
    x, y = (found.x, found.y) if found.rows else ((0.0, 0.0), (0.0, 0.0))
    grid = make_grid(make_space(np.array(x), np.array(y), place.eps, place.metric))
    axes = grid.low.size
    of_cell = [f"cell_{axis}" for axis in range(axes)]
    bounds = [f"bound_{number}" for number in range(2 * axes)]
    schema = [f"{name} long" for name in (*of_cell, "points")] + [f"{name} double" for name in bounds]
    counted = (
        sites.mapInArrow(partial(count_cells, place, grid), ", ".join(schema))
        .groupBy(*of_cell)
        .agg(
            functions.sum("points").alias("points"),
            *(functions.min(name).alias(name) for name in bounds[:axes]),
            *(functions.max(name).alias(name) for name in bounds[axes:]),
        )
        .orderBy(*of_cell)
        .toArrow()
    )
    points = numbers(counted, "points")
    cells = Cells(
        np.array([numbers(counted, name) for name in of_cell]),
        points,
        np.array([numbers(counted, name) for name in bounds]).T.reshape(-1, 2, axes),
    )
    parallel = int(sites.sparkSession.conf.get("spark.sql.shuffle.partitions") or 200)
    count = int(points.sum())
    tiles = max(math.ceil(count / sites_per_tile), min(parallel, math.ceil(count / _WORTH_A_TILE)))
    return make_tiling(grid, cells, points.astype(np.float64), tiles)


def _cluster(sites: DataFrame, tiling: Tiling, scale: Scale, place: Place, border: str) -> Clustering:
    counted = (
        sites.mapInArrow(partial(send, place, tiling, False), SEEN)
        .groupBy("tile")
        .applyInArrow(lambda tile: count_tile(place, scale.threshold, tile), COUNTED)
        .persist()
    )
    linked = (
        counted.where("core")
        .mapInArrow(partial(send, place, tiling, False), SEEN)
        .groupBy("tile")
        .applyInArrow(lambda tile: link_tile(place, tile), LINKED)
        .persist()
    )
    edges = linked.where("edge").select("row", "component").toArrow()
    clusters = join(numbers(edges, "row"), numbers(edges, "component"))
    labelled = (
        linked.where("own")
        .mapInArrow(partial(number_sites, clusters), SITE)
        .unionByName(counted.where("not core").select(*SITE_COLUMNS))
        .mapInArrow(partial(send, place, tiling, True), SEEN)
        .groupBy("tile")
        .applyInArrow(lambda tile: label_tile(place, border, tile), LABELLED)
        .persist()
    )
    tiles = counted.groupBy("tile").agg(
        functions.count("row").alias("own"),
        functions.first("in_sight").alias("in_sight"),
        functions.first("seconds").alias("seconds"),
    )
    try:
        # Made now, so that what it is made of can be let go.
        labelled.count()
        return Clustering(labelled, clusters.count, scale, tiles.toArrow())
    finally:
        counted.unpersist()
        linked.unpersist()
