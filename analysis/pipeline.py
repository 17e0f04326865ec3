"""WIPO's innovation clusters from addresses: density, merging, counting, scoring, economies, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .counting import Source, leading, sum_by
from .density import collapse, dbscan
from .economies import economy_label
from .editions import AUTHOR_WEIGHT, METRICS
from .errors import InputError
from .merging import Merge, close_clusters, merge
from .monitor import Monitor
from .naming import Gazetteer, cluster_names
from .scoring import focus, ranks, scores, shares

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# Returns the economy codes str[n] (empty where none) of longitudes and latitudes.
EconomyLookup = Callable[[FloatArray, FloatArray], NDArray[np.object_]]


@dataclass(frozen=True)
class Parameters:
    """What an analyst may vary.

    `eps` and `merge_distance` in metres, 0 merges nothing; `min_density` in units of `address_weights`, what
    one address of a metric weighs in the density (a metric left out or 0 is counted where it falls but forms
    no cluster); `totals` the world's records by metric, those left out are computed from the input.
    """

    eps: float
    min_density: float
    merge_distance: float = 5_000.0
    address_weights: Mapping[str, float] = field(
        default_factory=lambda: {"patents": 1.0, "publications": AUTHOR_WEIGHT}
    )
    totals: Mapping[str, float] = field(default_factory=dict)
    border: str = "first"


@dataclass(frozen=True)
class SiteTable:
    """Distinct places, in the order of their first address.

    `cluster` int64[s], the position in the cluster table or -1; `core` bool[s]; `weight` float64[s] in the
    density; `addresses` float64[s, 3] by metric.
    """

    longitude: FloatArray
    latitude: FloatArray
    cluster: IntArray
    core: NDArray[np.bool_]
    weight: FloatArray
    addresses: FloatArray

    def __len__(self) -> int:
        return self.longitude.size


@dataclass(frozen=True)
class ClusterTable:
    """Clusters in the order of their rank; columns by metric are patents, publications, deals.

    `identifier` int64[k] from 1, in the order in which clustering numbers them; `counts` and `shares`
    float64[k, 3], fractional counts and per cent of `totals`, NaN for a metric not given; `score` their sum;
    `organisations` the leading organisation and its per cent of the cluster's score, or ("", NaN).
    """

    identifier: IntArray
    rank: IntArray
    name: list[str]
    name_ko: list[str]
    economies: list[str]
    counts: FloatArray
    shares: FloatArray
    score: FloatArray
    focus: list[str]
    addresses: FloatArray
    sites: IntArray
    organisations: list[tuple[str, float]]

    def __len__(self) -> int:
        return self.rank.size


@dataclass(frozen=True)
class Atlas:
    """The outcome of a run: `totals` and `records` (the input's own) float64[3], NaN for a metric not given.

    `merges` names clusters by their labels before merging, of which there were `unmerged`; `merged_into` is
    the position in the cluster table of what each made.
    """

    sites: SiteTable
    clusters: ClusterTable
    totals: FloatArray
    records: FloatArray
    merges: list[Merge]
    merged_into: list[int]
    unmerged: int


def find_clusters(
    sources: Sequence[Source],
    parameters: Parameters,
    gazetteer: Gazetteer,
    economy_of: EconomyLookup | None = None,
    monitor: Monitor | None = None,
) -> Atlas:
    """Find, merge, count, score, rank and name the clusters of one or more sources, at most one a metric.

    `economy_of` answers for addresses whose source does not know their economy. Raises InputError where
    parameters or totals cannot be used, before the clustering, and Cancelled.
    """
    monitor = monitor or Monitor()
    if not sources:
        raise InputError("inventors", "Give at least one layer of addresses: inventors, authors or deals.")
    records, totals = _totals(sources, parameters.totals)

    longitude = np.concatenate([source.longitude for source in sources])
    latitude = np.concatenate([source.latitude for source in sources])
    weights = np.concatenate(
        [source.addresses * parameters.address_weights.get(source.metric, 0.0) for source in sources]
    )
    density = dbscan(
        longitude,
        latitude,
        parameters.eps,
        parameters.min_density,
        weights=weights,
        metric="ellipsoid",
        border=parameters.border,
        monitor=monitor.part(0.0, 0.7),
    )
    places = collapse(longitude, latitude, monitor=monitor.part(0.7, 0.8))
    first = places.first_row
    unmerged = density.labels[first].astype(np.int64)
    merges = close_clusters(
        longitude[first], latitude[first], unmerged, parameters.merge_distance, monitor.part(0.8, 0.9)
    )
    labels = merge(unmerged, merges)
    count = int(labels.max(initial=-1)) + 1

    row_labels = labels[places.of_row]
    counts, output, addresses = _count(sources, row_labels, totals, count)
    score = scores(cluster_shares := 100.0 * counts / totals)
    order = np.lexsort((np.arange(count), -score))
    position = np.empty(count, dtype=np.int64)
    position[order] = np.arange(count)
    in_order = np.where(labels >= 0, position[labels] if count else -1, -1)

    sites = SiteTable(
        longitude[first],
        latitude[first],
        in_order,
        density.core[first],
        sum_by(places.of_row, weights, len(places)),
        _by_metric(sources, places.of_row, len(places)),
    )
    row_clusters = in_order[places.of_row]
    site_output = sum_by(places.of_row, output, len(places))
    names = cluster_names(
        sites.longitude, sites.latitude, in_order, site_output, gazetteer, monitor.part(0.9, 1.0)
    )
    economies = leading(row_clusters, _economies(sources, row_clusters, economy_of), output, count)
    organisations = leading(
        row_clusters, np.concatenate([source.organisation for source in sources]), output, count
    )
    monitor.progress(1.0)
    return Atlas(
        sites,
        ClusterTable(
            order + 1,
            ranks(score)[order],
            [english for english, _ in names],
            [korean for _, korean in names],
            [economy_label(entries) for entries in economies],
            counts[order],
            cluster_shares[order],
            score[order],
            focus(cluster_shares[order]),
            addresses[order],
            np.bincount(in_order[in_order >= 0], minlength=count),
            [
                (entries[0][0], round(100.0 * entries[0][1] / total, 6)) if entries else ("", np.nan)
                for entries, total in zip(organisations, score[order], strict=True)
            ],
        ),
        totals,
        records,
        merges,
        [int(in_order[np.argmax(unmerged == pair.first)]) for pair in merges],
        density.n_clusters,
    )


def _totals(sources: Sequence[Source], given: Mapping[str, float]) -> tuple[FloatArray, FloatArray]:
    """Return the records of the input and the totals to divide by, float64[3] each, by metric."""
    records = np.full(len(METRICS), np.nan)
    for source in sources:
        place = METRICS.index(source.metric)
        if not np.isnan(records[place]):
            raise InputError(source.metric, "Give every metric once; join its layers before.")
        records[place] = source.records
    totals = np.array([given.get(metric, records[place]) for place, metric in enumerate(METRICS)])
    totals = np.where(np.isnan(records), np.nan, totals)
    shares(records[None, :], totals)
    return records, totals


def _count(
    sources: Sequence[Source], row_labels: IntArray, totals: FloatArray, count: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return fractional counts [k, 3], the score of every row [n], and the addresses of clusters [k]."""
    counts = np.full((count, len(METRICS)), np.nan)
    output = []
    start = 0
    for source in sources:
        place = METRICS.index(source.metric)
        counts[:, place] = sum_by(row_labels[start : start + len(source)], source.fraction, count)
        output.append(100.0 * source.fraction / totals[place])
        start += len(source)
    addresses = np.concatenate([source.addresses for source in sources])
    return counts, np.concatenate(output), sum_by(row_labels, addresses, count)


def _by_metric(sources: Sequence[Source], site_of_row: NDArray[np.int32], sites: int) -> FloatArray:
    table = np.zeros((sites, len(METRICS)))
    start = 0
    for source in sources:
        rows = site_of_row[start : start + len(source)]
        table[:, METRICS.index(source.metric)] = sum_by(rows, source.addresses, sites)
        start += len(source)
    return table


def _economies(
    sources: Sequence[Source], row_clusters: IntArray, economy_of: EconomyLookup | None
) -> NDArray[np.object_]:
    """Return the economy of every row, looked up by place for clustered rows that do not state it."""
    economies = np.concatenate([source.economy for source in sources])
    unknown = np.flatnonzero((economies == "") & (row_clusters >= 0))
    if economy_of is not None and unknown.size:
        longitude = np.concatenate([source.longitude for source in sources])[unknown]
        latitude = np.concatenate([source.latitude for source in sources])[unknown]
        places = collapse(longitude, latitude)
        found = economy_of(longitude[places.first_row], latitude[places.first_row])
        economies[unknown] = found[places.of_row]
    return economies
