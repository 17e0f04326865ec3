"""Ranked clusters where places are too many for one machine: `analysis.pipeline` with the workers' hands.

Places, clustering and sums by cluster are the workers'; what comes to the driver is by cluster, by pair of
close clusters, or by pattern of records. Names and leading organisations are not asked for here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import DataFrame, functions

from ...analysis import run_folder
from ...analysis.address_rows import density_weights
from ...analysis.at_source import questions
from ...analysis.at_source.dialects import SPARK
from ...analysis.at_source.tables import STATED, TableAtSource
from ...analysis.collaboration import Ties, count_ties, strengths
from ...analysis.counting import Counting
from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ...analysis.merging import Edge, Merging, Proposal, merge, propose
from ...analysis.monitor import Monitor
from ...analysis.pipeline import Parameters
from ...analysis.scoring import focus, ranks, scores, shares, tiers
from ...analysis.sums import SUM_DECIMALS, Sums, concatenated
from .at_source import Spark
from .clustering import SITES_PER_TILE, Clustering, cluster
from .keeping import Kept
from .neighbouring import close_pairs
from .places import COLUMNS, AllPlaces, places_of, weigh
from .sums import by_metric, of_metric, parts, rest_of, summed, sums
from .tiles import numbers

_SPARK_TYPES = {"float64": "double", "int64": "long", "bool": "boolean", "string": "string"}

# Makes a view of the groups of a metric with labels by cluster, and returns its name.
Labelled = Callable[[str, NDArray[np.int64]], str]


@dataclass(frozen=True)
class Ranked:
    """Clusters in the order of their scores, with `run_folder.CLUSTER_COLUMNS`, and a row for every site,
    with `run_folder.SITE_COLUMNS`; `totals` and `records` float64[3], NaN for a metric that was not given.

    Sites are `kept` by the workers until `release`.
    """

    clusters: pa.Table
    sites: DataFrame
    proposals: list[Proposal]
    totals: NDArray[np.float64]
    places: AllPlaces
    clustering: Clustering
    kept: Kept

    def release(self) -> None:
        """Let the workers forget the sites."""
        self.kept.close()


def rank(
    engine: Spark,
    tables: Mapping[str, TableAtSource],
    parameters: Parameters,
    *,
    sites_per_tile: int = SITES_PER_TILE,
    tell: Callable[..., None] | None = None,
    monitor: Monitor | None = None,
) -> Ranked:
    """Find, merge, count, score and rank the clusters of the tables of one or more metrics, as
    `find_clusters` does.

    Raises InputError for what cannot be used, before the clustering, Cancelled, and what Spark raises where
    the cluster of machines fails.
    """
    placing, clustering, joining, merging, counting = (monitor or Monitor()).split(4, 4, 1, 2, 2)
    if not tables or not set(tables) <= set(METRICS):
        raise InputError("sources", "Give the addresses of one or more of patents, publications, deals.")
    tables = {metric: place_alone(tables[metric]) for metric in METRICS if metric in tables}
    found = places_of(engine, tables)
    totals = _totals(found.records, parameters.totals)
    placing.progress(1.0)
    with Kept() as kept:
        places = kept.table(found.places)
        clustered = cluster(
            weigh(places, parameters.address_weights, found.given),
            parameters.eps,
            parameters.min_density,
            weight="weight",
            border=parameters.border,
            sites_per_tile=sites_per_tile,
            collapsed=True,
            tell=tell,
            monitor=clustering,
        )
        kept.callback(clustered.release)
        placed = kept.table(places.join(clustered.sites.select("row", "cluster", "core"), "row"))
        by_cluster = _by_cluster(placed)
        joining.progress(1.0)
        size = scores(100.0 * by_metric(by_cluster, "fraction", found.given).round(SUM_DECIMALS) / totals)
        labelled = partial(_labelled, kept, engine, found, placed)
        proposals = _propose(engine, tables, labelled, placed, size, parameters.merging, merging)
        into = merge(np.arange(clustered.n_clusters), [each.as_merge() for each in proposals if each.merged])
        if parameters.counting is Counting.FULL:
            placed = kept.table(_counted_in_full(engine, tables, labelled, placed, into))
            by_cluster = _by_cluster(placed)
        counting.progress(1.0)
        table = _ranking(by_cluster, into, totals, found.given)
        sites = _as_sites(placed, into, parameters.address_weights, found.given)
        return Ranked(table, sites, proposals, totals, found, clustered, kept.pop_all())


def place_alone(table: TableAtSource) -> TableAtSource:
    """Return the table as grouped by place alone, whatever else its rows state."""
    return replace(table, columns=replace(table.columns, **dict.fromkeys(STATED, "")))


def _totals(records: NDArray[np.float64], given: Mapping[str, float]) -> NDArray[np.float64]:
    totals = np.array([given.get(metric, records[place]) for place, metric in enumerate(METRICS)])
    totals = np.where(np.isnan(records), np.nan, totals)
    shares(records[None, :], totals)
    return totals


def _by_cluster(placed: DataFrame) -> pa.Table:
    """Return the sums of the sites of every cluster, in the order of their numbers."""
    names = [of_metric(name, place) for name in ("addresses", "fraction") for place in range(len(METRICS))]
    sums = [column for name in names for column in summed(name)]
    members = placed.where("cluster >= 0").groupBy("cluster")
    return members.agg(functions.count("row").alias("sites"), *sums).toArrow().sort_by("cluster")


def _propose(
    engine: Spark,
    tables: Mapping[str, TableAtSource],
    labelled: Labelled,
    placed: DataFrame,
    size: NDArray[np.float64],
    merging: Merging,
    monitor: Monitor,
) -> list[Proposal]:
    """Return what becomes of the pairs of close clusters; without records distance alone decides."""
    measuring, asking = monitor.split(1, 2)
    core_only = merging.edge is Edge.CORE
    close = close_pairs(placed, merging.distance, core_only=core_only, monitor=measuring)
    if not close:
        return []
    ties: list[Ties] = []
    for metric in (metric for metric in tables if merging.measure and tables[metric].columns.record):
        patterns = engine.patterns_of(tables[metric], labelled(metric, np.arange(size.size)), Monitor())
        ties.append(
            count_ties(
                patterns.pattern,
                patterns.label,
                size.size,
                addresses=patterns.addresses,
                whole=patterns.whole,
                times=patterns.times,
            )
        )
        asking.check()
    strength = strengths(ties, merging.measure) if ties else None
    return propose(close, strength, size, merging.rule, merging.kept_apart)


def _labelled(
    kept: Kept, engine: Spark, found: AllPlaces, placed: DataFrame, metric: str, label: NDArray[np.int64]
) -> str:
    """Have the groups of a metric with their labels, int64[clusters] by cluster, as a view that questions
    compare rows with, and return its name; its `place` is the row of the site.

    A view of its own for every metric, which stays: a Spark Connect server looks names up when answers are
    wanted, not when questions are put.
    """
    located = found.located[metric]
    groups = located.join(placed.select("longitude", "latitude", "cluster", "row"), ["longitude", "latitude"])
    columns = ("x", "y", "cluster", "row")
    kinds = dict(groups.dtypes)
    schema = f"x {kinds['x']}, y {kinds['y']}, label long, economy_number long, place long"
    labelled = groups.select(*columns).mapInArrow(partial(_label, label), schema)
    return kept.view(labelled, engine.view(f"labelled_{metric}"))


def _label(label: NDArray[np.int64], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        labels = np.append(label, -1)[numbers(batch, "cluster")]
        no_economy = np.full(batch.num_rows, -1)
        columns = [batch.column("x"), batch.column("y"), pa.array(labels), pa.array(no_economy)]
        names = ["x", "y", "label", "economy_number", "place"]
        yield pa.RecordBatch.from_arrays([*columns, batch.column("row")], names=names)


def _counted_in_full(
    engine: Spark,
    tables: Mapping[str, TableAtSource],
    labelled: Labelled,
    placed: DataFrame,
    into: NDArray[np.int64],
) -> DataFrame:
    """Return the sites with full counts instead of fractions, by clusters as they were merged."""
    for place, metric in enumerate(METRICS):
        if metric not in tables:
            continue
        name = of_metric("fraction", place)
        if tables[metric].columns.record:
            asked = questions.full_counts(engine.rows(tables[metric]), labelled(metric, into), SPARK)
            counts = engine.session.sql(asked)
            whole = functions.coalesce(functions.col("full_count"), functions.lit(0))
            rest = functions.coalesce(functions.col("full_count_rest"), functions.lit(0))
            placed = placed.join(counts.withColumnRenamed("place", "row"), "row", "left")
            placed = placed.withColumn(name, whole).withColumn(rest_of(name), rest)
            placed = placed.drop("full_count", "full_count_rest")
        else:
            # As `record_full_counts`: every address is a record of its own, in clusters alone.
            in_cluster = functions.col("cluster") >= 0
            addresses = of_metric("addresses", place)
            for counted, stated in zip(parts(name), parts(addresses), strict=True):
                placed = placed.withColumn(
                    counted, functions.when(in_cluster, functions.col(stated)).otherwise(0)
                )
    return placed


def _ranking(
    by_cluster: pa.Table, into: NDArray[np.int64], totals: NDArray[np.float64], given: NDArray[np.bool_]
) -> pa.Table:
    """Return the table of clusters; `by_cluster` are sums by cluster before they were merged `into`
    others.
    """
    count = int(into.max(initial=-1)) + 1

    def of_metrics(name: str) -> list[Sums]:
        return [sums(by_cluster, of_metric(name, place)) for place in range(given.size)]

    merged = [each.add_up(into, count).rounded() for each in of_metrics("fraction")]
    counts = np.where(given, np.column_stack(merged), np.nan)
    addresses = concatenated(of_metrics("addresses")).add_up(np.tile(into, given.size), count).rounded()
    sites = np.bincount(into, numbers(by_cluster, "sites"), minlength=count).astype(np.int64)
    cluster_shares = 100.0 * counts / totals
    score = scores(cluster_shares)
    order = np.lexsort((np.arange(count), -score))
    place = ranks(score)[order]
    columns = {
        "rank": place,
        "cluster_id": order + 1,
        **dict(zip(METRICS, counts[order].T, strict=True)),
        **{f"share_{metric}": share for metric, share in zip(METRICS, cluster_shares[order].T, strict=True)},
        "score": score[order],
        "focus": focus(cluster_shares[order]),
        "tier": tiers(place),
        "addresses": addresses[order],
        "sites": sites[order],
    }
    table: pa.Table = run_folder.arrow_table(columns, run_folder.CLUSTER_COLUMNS)
    return table


def _as_sites(
    placed: DataFrame,
    into: NDArray[np.int64],
    address_weights: Mapping[str, float],
    given: NDArray[np.bool_],
) -> DataFrame:
    schema = ", ".join(f"{name} {_SPARK_TYPES[kind]}" for name, kind in run_folder.SITE_COLUMNS.items())
    columns = ["longitude", "latitude", "cluster", "core", *COLUMNS]
    return placed.select(*columns).mapInArrow(
        partial(_site_columns, into, dict(address_weights), given), schema
    )


def _site_columns(
    into: NDArray[np.int64],
    address_weights: Mapping[str, float],
    given: NDArray[np.bool_],
    batches: Iterator[pa.RecordBatch],
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        cluster = numbers(batch, "cluster")
        addresses = np.nan_to_num(by_metric(batch, "addresses", given))
        counts = by_metric(batch, "fraction", given).round(SUM_DECIMALS)
        columns = {
            "longitude": numbers(batch, "longitude"),
            "latitude": numbers(batch, "latitude"),
            "cluster_id": pa.array(np.append(into, -1)[cluster] + 1, mask=cluster < 0),
            "core": batch.column("core"),
            "weight": density_weights(addresses, address_weights).round(SUM_DECIMALS),
            **dict(zip(run_folder.ADDRESSES, addresses.round(SUM_DECIMALS).T, strict=True)),
            **{f"count_{metric}": values for metric, values in zip(METRICS, counts.T, strict=True)},
        }
        yield from run_folder.arrow_table(columns, run_folder.SITE_COLUMNS).to_batches()
