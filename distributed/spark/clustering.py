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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, functions

from ...analysis.density.dbscan import BORDER_RULES
from ...analysis.density.space import make_space
from ...analysis.density.tiles.estimating import estimate_work
from ...analysis.density.tiles.joining import join
from ...analysis.density.tiles.surveying import Survey, joined, require_places, scale_of, survey
from ...analysis.density.tiles.tiling import Cells, Tiling, make_grid, make_tiling
from ...analysis.density.weights import DENOMINATORS, Scale
from ...analysis.errors import InputError
from ...analysis.geodesy import one_meridian
from ...analysis.monitor import Monitor
from .foreseeing import memory_of_a_worker, places_in_sight
from .keeping import Kept
from .tiles import (
    COUNT,
    COUNTED,
    LABEL,
    LABELLED,
    LINK,
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
# Tiles and tasks with fewer sites than this take longer to begin than to do.
_WORTH_A_TASK = 20_000

_SURVEYED = ("rows", "x_low", "x_high", "y_low", "y_high", "smallest", "largest", "total")
_MULTIPLES = tuple(f"multiples_of_{number}" for number in DENOMINATORS)


@dataclass(frozen=True)
class Clustering:
    """Clusters of a DataFrame's rows.

    `sites` has a row for every distinct place: x, y double; row long, its lowest; weight long, in units of 1
    / `scale.factor`; cluster int, -1 for noise; core, ambiguous boolean. `tiles` tells how even the work was:
    tile, own, in_sight (with the halo) int64, `work` as it was estimated, in points that nothing is tested
    for, and `counting`, `linking`, `labelling` in seconds.

    Sites are `kept` by the workers until `release`.
    """

    sites: DataFrame
    n_clusters: int
    scale: Scale
    tiles: pa.Table
    kept: Kept

    def release(self) -> None:
        """Let the workers forget the sites."""
        self.kept.close()

    def unevenness(self) -> dict[str, float]:
        """Return how even the tiles were: how many `tiles`, the seconds of the `slowest` and their `median`,
        and the `halo`, per cent of places that were sent to further tiles.
        """
        steps = ("counting", "linking", "labelling")
        seconds = np.sum([numbers(self.tiles, step) for step in steps], axis=0)
        in_sight, own = (int(numbers(self.tiles, name).sum()) for name in ("in_sight", "own"))
        return {
            "tiles": seconds.size,
            "slowest": float(seconds.max()),
            "median": float(np.median(seconds)),
            "halo": 100.0 * (in_sight / max(own, 1) - 1.0),
        }


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
    collapsed: bool = False,
    tell: Callable[..., None] | None = None,
    monitor: Monitor | None = None,
) -> Clustering:
    """Cluster rows by density; the answer is that of `analysis.density.dbscan`, whatever the tiles.

    x, y: columns of numbers; row: a column of whole numbers, another in every row, by which clusters are
    numbered; weight: a column of numbers, 1 for every row where left out. collapsed: every row is another
    place, which is then not looked for. tell: is told, as a `Voice` is, what workers will need before they
    begin.

    Raises InputError for what cannot be used, before any clustering, Cancelled, and what Spark raises where
    the cluster of machines fails.
    """
    if border not in BORDER_RULES:
        raise InputError("border", "Use one of first, nearest, noise, not {border}.", border=border)
    points = rows.select(
        functions.col(x).cast("double").alias("x"),
        functions.col(y).cast("double").alias("y"),
        functions.col(row).cast("long").alias("row"),
        (functions.lit(1.0) if weight is None else functions.col(weight).cast("double")).alias("weight"),
    )
    surveying, cutting, clustering = (monitor or Monitor()).split(1, 2, 6)
    found = _survey(points, min_weight)
    require_places(found, eps, metric)
    surveying.progress(1.0)
    scale = scale_of(found, min_weight, weighted=weight is not None)
    sites = _weighed(points, scale, metric)
    sites = sites if collapsed else _collapse(sites)
    # What is kept stays in as many parts as the shuffle had, however little is in each.
    sites = sites.coalesce(_tasks(sites, found.rows)).withColumn("cluster", functions.lit(-1))
    with Kept() as for_now:
        sites = for_now.table(sites)
        tiling, most = _cut(sites, found, Place(eps, metric), scale, sites_per_tile)
        if tell is not None:
            tell(
                "The fullest of {tiles} tiles sees {places} places, for which a Python worker, one for each "
                "core, needs about {gigabytes:.1f} GB of memory.",
                tiles=len(tiling),
                places=most,
                gigabytes=memory_of_a_worker(most) / 1e9,
            )
        cutting.progress(1.0)
        return _cluster(sites, tiling, scale, Place(eps, metric), border, clustering)


def _tasks(sites: DataFrame, count: int) -> int:
    """Return how many tasks so many sites are worth, as far as Spark is to have so many."""
    most = int(sites.sparkSession.conf.get("spark.sql.shuffle.partitions") or 200)
    return max(1, min(most, math.ceil(count / _WORTH_A_TASK)))


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


def _weighed(points: DataFrame, scale: Scale, metric: str) -> DataFrame:
    """Return the rows with weights as integers."""

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

    return points.mapInArrow(as_integers, "x double, y double, row long, weight long")


def _collapse(rows: DataFrame) -> DataFrame:
    return rows.groupBy("x", "y").agg(
        functions.min("row").alias("row"), functions.sum("weight").alias("weight")
    )


def _cut(
    sites: DataFrame, found: Survey, place: Place, scale: Scale, sites_per_tile: int
) -> tuple[Tiling, int]:
    """Cut the space of the sites into tiles, of which a worker takes one at a time; return also how many
    sites one of them sees at the most.
    """
    x, y = (found.x, found.y) if found.rows else ((0.0, 0.0), (0.0, 0.0))
    space = make_space(np.array(x), np.array(y), place.eps, place.metric)
    grid = make_grid(space)
    axes = grid.low.size
    of_cell = [f"cell_{axis}" for axis in range(axes)]
    bounds = [f"bound_{number}" for number in range(2 * axes)]
    schema = [f"{name} long" for name in (*of_cell, "points", "weight")] + [
        f"{name} double" for name in bounds
    ]
    counted = (
        sites.mapInArrow(partial(count_cells, place, grid), ", ".join(schema))
        .groupBy(*of_cell)
        .agg(
            functions.sum("points").alias("points"),
            functions.sum("weight").alias("weight"),
            *(functions.min(name).alias(name) for name in bounds[:axes]),
            *(functions.max(name).alias(name) for name in bounds[axes:]),
        )
        .toArrow()
        .sort_by([(name, "ascending") for name in of_cell])
    )
    points = numbers(counted, "points")
    cells = Cells(
        np.array([numbers(counted, name) for name in of_cell]),
        points,
        numbers(counted, "weight"),
        np.array([numbers(counted, name) for name in bounds]).T.reshape(-1, 2, axes),
    )
    count = int(points.sum())
    tiles = max(math.ceil(count / sites_per_tile), _tasks(sites, count))
    work = estimate_work(grid, cells, space, scale.threshold)
    tiling = make_tiling(grid, cells, work, tiles, space.reject, most_points=sites_per_tile)
    return tiling, int(places_in_sight(tiling, cells, space.reject).max(initial=0))


def _cluster(
    sites: DataFrame, tiling: Tiling, scale: Scale, place: Place, border: str, monitor: Monitor
) -> Clustering:
    counting, linking, joining, labelling = monitor.split(4, 3, 1, 4)
    # The first is for what the labels are made of, which is let go once they are there.
    with Kept() as for_now, Kept() as kept:
        counted = for_now.table(
            _in_tiles(
                sites.mapInArrow(partial(send, place, tiling, COUNT), SEEN),
                tiling,
                lambda tile: count_tile(place, scale.threshold, tile),
                COUNTED,
            )
        )
        counting_times = _times(counted, counting)
        linked = for_now.table(
            _in_tiles(
                counted.where("core").mapInArrow(partial(send, place, tiling, LINK), SEEN),
                tiling,
                lambda tile: link_tile(place, tile),
                LINKED,
            )
        )
        linking_times = _times(linked, linking)
        edges = linked.where("edge").select("row", "component").toArrow()
        clusters = join(numbers(edges, "row"), numbers(edges, "component"))
        joining.progress(1.0)
        labelled = kept.table(
            _in_tiles(
                linked.where("own")
                .mapInArrow(partial(number_sites, clusters), SITE)
                .unionByName(counted.where("not core").select(*SITE_COLUMNS))
                .mapInArrow(partial(send, place, tiling, LABEL), SEEN),
                tiling,
                lambda tile: label_tile(place, border, tile),
                LABELLED,
            )
        )
        tiles = _tiles(tiling, counting_times, linking_times, _times(labelled, labelling))
        found = labelled.select(*SITE_COLUMNS, "core", "ambiguous")
        return Clustering(found, clusters.count, scale, tiles, kept.pop_all())


def _in_tiles(
    sent: DataFrame, tiling: Tiling, work: Callable[[pa.Table], pa.Table], schema: str
) -> DataFrame:
    """Have the work done on every tile of what was sent: each a task of its own, the one with the most work
    first.

    Before Spark 4.1 dice are thrown for where tiles go: some tasks have several, others none.
    """
    if hasattr(sent, "repartitionById"):
        sent = sent.repartitionById(len(tiling), "tile")
    # Spark calls plain functions alone.
    return sent.groupBy("tile").applyInArrow(lambda tile: work(tile), schema)


def _times(done: DataFrame, monitor: Monitor) -> dict[int, tuple[int, int, float]]:
    """Return by tile how many sites came out of it, how many it saw, and its seconds; all tiles are done
    then.
    """
    monitor.check()
    found = done.groupBy("tile").agg(
        functions.count("row"), functions.first("in_sight"), functions.first("seconds")
    )
    times = {tile: (count, in_sight, seconds) for tile, count, in_sight, seconds in found.collect()}
    monitor.progress(1.0)
    return times


def _tiles(tiling: Tiling, *steps: dict[int, tuple[int, int, float]]) -> pa.Table:
    numbered = range(len(tiling))
    own, in_sight = ([steps[0].get(tile, (0, 0, 0.0))[part] for tile in numbered] for part in range(2))
    columns = {"tile": list(numbered), "own": own, "in_sight": in_sight, "work": tiling.work.tolist()}
    names = ("counting", "linking", "labelling")
    columns |= {
        name: [times.get(tile, (0, 0, 0.0))[2] for tile in numbered]
        for name, times in zip(names, steps, strict=True)
    }
    return pa.table(columns)
