"""Ranked clusters from address tables on Spark: `analysis.pipeline` up to the ranks, without mergers.

Every metric is a DataFrame of addresses. A record is divided among its addresses, located or not (GII 2024,
Appendix IV), in Spark's own window over records; the parts are summed by cluster there, and only the sums of
clusters come to the driver.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import DataFrame, Window, functions

from ...analysis.counting import SUM_DECIMALS
from ...analysis.density import BORDER_RULES
from ...analysis.editions import AUTHOR_WEIGHT, METRICS
from ...analysis.errors import InputError
from ...analysis.scoring import focus, ranks, scores, shares, tiers, totals_or_own
from .clustering import SITES_PER_TILE, Clustering, cluster
from .tiles import numbers

# The rows of one metric are numbered behind those of the metrics before.
_ROWS_OF_A_METRIC = 2**60


@dataclass(frozen=True)
class Addresses:
    """The addresses of one metric, and what its columns are called.

    x, y: longitude and latitude in degrees, missing where an address is not located; row: a whole number of
    0 or more, another in every row; record: which patent, article or deal, None where every row is one (rows
    where it is missing take no part); weight: how many addresses a row
    stands for, None for 1 each.
    """

    rows: DataFrame
    x: str = "longitude"
    y: str = "latitude"
    row: str = "row"
    record: str | None = "record"
    weight: str | None = None


@dataclass(frozen=True)
class Parameters:
    """`eps` in metres; `min_density` in units of `address_weights`, what one address of a metric weighs;
    `totals` the world's records by metric, those left out are the input's own; `border` one of BORDER_RULES.
    """

    eps: float
    min_density: float
    address_weights: Mapping[str, float] = field(
        default_factory=lambda: {"patents": 1.0, "publications": AUTHOR_WEIGHT}
    )
    totals: Mapping[str, float] = field(default_factory=dict)
    border: str = BORDER_RULES[0]
    sites_per_tile: int = SITES_PER_TILE


@dataclass(frozen=True)
class Ranked:
    """Clusters in the order of their scores, and the sites they are made of.

    `clusters`: rank, cluster (the number that `clustering.sites` knows it by), the fractional counts by
    metric, share_<metric> in per cent of `totals`, score, tier, focus. `totals` float64[3], NaN for a metric
    that was not given.
    """

    clusters: pa.Table
    clustering: Clustering
    totals: NDArray[np.float64]


def rank(sources: Mapping[str, Addresses], parameters: Parameters) -> Ranked:
    """Cluster, count and rank the addresses of one or more metrics.

    Raises InputError for what cannot be used, before the clustering, and what Spark raises where the cluster
    of machines fails.
    """
    if not sources or not set(sources) <= set(METRICS):
        raise InputError("sources", "Give the addresses of one or more of patents, publications, deals.")
    given = [metric for metric in METRICS if metric in sources]
    rows = reduce(DataFrame.unionByName, (_counted(sources[metric], metric) for metric in given)).persist()
    try:
        own = _records(rows)
        totals = np.array([parameters.totals.get(metric, np.nan) for metric in METRICS])
        totals = totals_or_own(totals, own)
        shares(own[None, :], totals)
        located = rows.where("x is not null and y is not null")
        found = cluster(
            located.withColumn("density", _density(parameters.address_weights)),
            parameters.eps,
            parameters.min_density,
            weight="density",
            border=parameters.border,
            sites_per_tile=parameters.sites_per_tile,
        )
        return Ranked(_ranking(_counts(located, found), totals), found, totals)
    finally:
        rows.unpersist()


def _counted(addresses: Addresses, metric: str) -> DataFrame:
    """Return x, y, row, metric, weight and fraction, the part of its record that a row is."""
    weight = functions.lit(1.0) if addresses.weight is None else functions.col(addresses.weight)
    rows = addresses.rows.select(
        functions.col(addresses.x).cast("double").alias("x"),
        functions.col(addresses.y).cast("double").alias("y"),
        (functions.col(addresses.row).cast("long") + METRICS.index(metric) * _ROWS_OF_A_METRIC).alias("row"),
        weight.cast("double").alias("weight"),
        *([] if addresses.record is None else [functions.col(addresses.record).alias("record")]),
    ).withColumn("metric", functions.lit(METRICS.index(metric)))
    if addresses.record is None:
        return rows.withColumn("fraction", functions.col("weight"))
    # Rows that do not tell their record would else be one record together.
    rows = rows.where("record is not null")
    whole = functions.sum("weight").over(Window.partitionBy("record"))
    part = functions.when(whole > 0.0, functions.col("weight") / whole).otherwise(0.0)
    return rows.withColumn("fraction", part).drop("record")


def _records(rows: DataFrame) -> NDArray[np.float64]:
    """Return how many records every metric has, located or not, NaN for one that was not given."""
    own = np.full(len(METRICS), np.nan)
    for metric, records in rows.groupBy("metric").agg(functions.sum("fraction")).collect():
        own[metric] = np.round(records, 6)
    return own


def _density(address_weights: Mapping[str, float]) -> functions.Column:
    of_address = reduce(
        lambda otherwise, place: functions.when(
            functions.col("metric") == place, float(address_weights.get(METRICS[place], 0.0))
        ).otherwise(otherwise),
        range(len(METRICS)),
        functions.lit(0.0),
    )
    return functions.col("weight") * of_address


def _counts(located: DataFrame, found: Clustering) -> NDArray[np.float64]:
    """Return the fractional counts float64[clusters, 3]."""
    places = found.sites.where("cluster >= 0").select("x", "y", "cluster")
    # ±180 is one meridian, and has the name that its sites have.
    one_name = functions.when(functions.col("x") == 180.0, -180.0).otherwise(functions.col("x"))
    sums = (
        located.withColumn("x", one_name)
        .join(places, ["x", "y"])
        .groupBy("cluster", "metric")
        .agg(functions.sum("fraction").alias("count"))
        .toArrow()
    )
    counts = np.zeros((found.n_clusters, len(METRICS)))
    counts[numbers(sums, "cluster"), numbers(sums, "metric")] = np.round(numbers(sums, "count"), SUM_DECIMALS)
    return counts


def _ranking(counts: NDArray[np.float64], totals: NDArray[np.float64]) -> pa.Table:
    cluster_shares = 100.0 * counts / totals
    score = scores(cluster_shares)
    order = np.lexsort((np.arange(score.size), -score))
    place = ranks(score)[order]
    columns: dict[str, NDArray[np.generic] | Sequence[str]] = {"rank": place, "cluster": order}
    for metric, of_metric in zip(METRICS, counts[order].T, strict=True):
        columns[metric] = of_metric
    for metric, of_metric in zip(METRICS, cluster_shares[order].T, strict=True):
        columns[f"share_{metric}"] = of_metric
    return pa.table(
        columns | {"score": score[order], "tier": tiers(place), "focus": focus(cluster_shares[order])}
    )
