"""WIPO's innovation clusters from addresses: density, merging, counting, scoring, economies, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .actors import leading_names, split_fields, standings
from .address_rows import Places, Rows, collapse_places, density_weights
from .atlas import Atlas, ClusterTable, Collaboration, FloatArray, IntArray, Leader, Mergers, Name, SiteTable
from .collaboration import Ties, strengths
from .counting import Counting, Source
from .density import BORDER_RULES, DensityResult, dbscan
from .economies import economy_labels, known_economies
from .editions import AUTHOR_WEIGHT, METRICS
from .errors import InputError
from .merging import Edge, Merging, Proposal, close_clusters, merge, propose
from .monitor import Monitor
from .naming import Gazetteer, cluster_names
from .organisations import Aliases, code_organisations
from .scoring import focus, ranks, scores, shares, tiers
from .sums import SUM_DECIMALS, sum_by
from .texts import Coded, code_texts, join_names

# Returns the economy codes str[n] (empty where none) of longitudes and latitudes.
EconomyLookup = Callable[[FloatArray, FloatArray], NDArray[np.object_]]


@dataclass(frozen=True)
class Parameters:
    """What an analyst may vary.

    `eps` in metres; `min_density` in units of `address_weights`, what one address of a metric weighs in the
    density (a metric left out or 0 is counted where it falls but forms no cluster); `totals` the world's
    records by metric, those left out are computed from the input; `border` one of density.BORDER_RULES.
    """

    eps: float
    min_density: float
    merging: Merging = field(default_factory=Merging)
    address_weights: Mapping[str, float] = field(
        default_factory=lambda: {"patents": 1.0, "publications": AUTHOR_WEIGHT}
    )
    totals: Mapping[str, float] = field(default_factory=dict)
    border: str = BORDER_RULES[0]
    counting: Counting = Counting.FRACTIONAL


def find_clusters(
    sources: Sequence[Source],
    parameters: Parameters,
    gazetteer: Gazetteer,
    economy_of: EconomyLookup | None = None,
    aliases: Aliases | None = None,
    monitor: Monitor | None = None,
) -> Atlas:
    """Find, merge, count, score, rank and name the clusters of one or more sources, at most one a metric.

    `economy_of` answers for addresses whose source does not know their economy; `aliases` join names of
    organisations. Raises InputError where parameters or totals cannot be used, before the clustering, and
    Cancelled.
    """
    placing, clustering, merging, counting, naming, tying, reaching, telling = (monitor or Monitor()).split(
        2, 5, 2, 2, 1, 1, 1, 2
    )
    if not sources:
        raise InputError("inventors", "Give at least one layer of addresses: inventors, authors or deals.")
    records, totals = _totals(sources, parameters.totals)
    rows = Rows(sources)

    # All that clusters depend on are places and what lies on each: rows are wanted again for counting alone.
    collapsing, adding = placing.split(4, 1)
    places = collapse_places(rows, collapsing)
    adding.progress(0.0)
    site_addresses = rows.addresses_at(places)
    site_weight = density_weights(site_addresses, parameters.address_weights)
    adding.progress(1.0)
    density = dbscan(
        places.longitude,
        places.latitude,
        parameters.eps,
        parameters.min_density,
        weights=site_weight,
        metric="ellipsoid",
        border=parameters.border,
        monitor=clustering,
    )
    economy = _economies(rows, places, economy_of)
    proposals, ties = _propose(rows, density, places, economy, totals, parameters.merging, merging)
    unmerged = density.labels.astype(np.int64)
    into = merge(np.arange(density.n_clusters), [each.as_merge() for each in proposals if each.merged])
    labels = np.where(unmerged >= 0, np.append(into, -1)[unmerged], -1)

    count = int(into.max(initial=-1)) + 1
    row_labels = labels[places.of_row]
    counting.progress(0.0)
    counted = rows.counts(row_labels, parameters.counting, counting.part(0.0, 0.2))
    counts = rows.by_metric(row_labels, counted, count)
    counting.progress(0.3)
    cluster_shares = 100.0 * counts / totals
    score = scores(cluster_shares)
    order = np.lexsort((np.arange(count), -score))
    position = np.empty(count + 1, dtype=np.int64)
    position[order], position[count] = np.arange(count), -1

    counting.progress(0.5)
    site_counts = rows.by_metric(places.of_row, counted, len(places))
    counting.progress(0.8)
    sites = SiteTable(
        places.longitude,
        places.latitude,
        position[labels],
        density.core,
        np.round(site_weight, SUM_DECIMALS),
        np.round(site_addresses, SUM_DECIMALS),
        site_counts,
    )
    output = counted.value * (100.0 / totals)[rows.metric]
    site_output = np.nansum(site_counts * (100.0 / totals), axis=1)
    counting.progress(1.0)
    named, close = naming.split(2, 1)
    names = cluster_names(sites.longitude, sites.latitude, sites.cluster, site_output, gazetteer, named)
    mergers = Mergers(
        proposals,
        density.n_clusters,
        ties,
        _names_of(proposals, unmerged, sites, site_output, gazetteer, close),
        {label: int(position[into[label]]) for each in proposals for label in (each.smaller, each.larger)},
    )

    cluster = position[row_labels]
    collaboration = Collaboration(
        rows.ties(cluster, count, economy, tying),
        rows.reach(cluster, count, economy, reaching),
        bool((economy.code >= 0).any()),
    )
    telling.progress(0.0)
    organisation = code_organisations(rows.organisation, rows.addresses, aliases, telling)
    found = standings(cluster, organisation.code, output, count, score[order])
    telling.check()
    by_metric = _leading_organisations(rows, cluster, organisation, counted.value, counts[order], telling)
    telling.check()
    fields = _leading_fields(rows, cluster, counted.value, count)
    telling.check()
    labelled = economy_labels(cluster, economy, output, count)
    telling.progress(1.0)
    return Atlas(
        sites,
        ClusterTable(
            order + 1,
            ranks(score)[order],
            tiers(ranks(score)[order]),
            [english for english, _ in names],
            [korean for _, korean in names],
            labelled,
            counts[order],
            cluster_shares[order],
            score[order],
            focus(cluster_shares[order]),
            sum_by(cluster, rows.addresses, count),
            np.bincount(sites.cluster[sites.cluster >= 0], minlength=count),
            leading_names(found, organisation.names, count),
            by_metric,
            fields,
        ),
        totals,
        records,
        mergers,
        collaboration,
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


def _propose(
    rows: Rows,
    density: DensityResult,
    places: Places,
    economy: Coded,
    totals: FloatArray,
    merging: Merging,
    monitor: Monitor,
) -> tuple[list[Proposal], list[Ties]]:
    """Return what becomes of the pairs of close clusters, and the ties that decide.

    Without a single source that knows its records there are no ties, and distance alone decides.
    """
    measuring, counting = monitor.split(1, 2)
    edge = density.labels.astype(np.int64)
    if merging.edge is Edge.CORE:
        edge[~density.core] = -1
    close = close_clusters(places.longitude, places.latitude, edge, merging.distance, measuring)
    if not close:
        return [], []
    labels = density.labels[places.of_row]
    ties: list[Ties] = []
    if merging.measure:
        ties = list(rows.ties(labels, density.n_clusters, economy, counting).values())
    counting.check()
    fractions = rows.counts(labels, Counting.FRACTIONAL)
    counts = rows.by_metric(labels, fractions, density.n_clusters)
    size = scores(100.0 * counts / totals)
    strength = strengths(ties, merging.measure) if ties else None
    return propose(close, strength, size, merging.rule, merging.kept_apart), ties


def _names_of(
    proposals: Sequence[Proposal],
    unmerged: IntArray,
    sites: SiteTable,
    output: FloatArray,
    gazetteer: Gazetteer,
    monitor: Monitor,
) -> dict[int, Name]:
    """Return the names that clusters in proposals, and those they are tied with, had before merging, by
    label."""
    labels = sorted(
        {
            label
            for each in proposals
            for label in (each.smaller, each.larger, each.of_smaller.other, each.of_larger.other)
            if label >= 0
        }
    )
    number = np.full(int(unmerged.max(initial=-1)) + 2, -1, dtype=np.int64)
    number[labels] = np.arange(len(labels))
    names = cluster_names(sites.longitude, sites.latitude, number[unmerged], output, gazetteer, monitor)
    return dict(zip(labels, names, strict=True))


def _economies(rows: Rows, places: Places, economy_of: EconomyLookup | None) -> Coded:
    """Return the economy of every row, looked up by place for rows that do not state it: also of noise, with
    which clusters work too.
    """
    stated = known_economies(rows.economy)
    unknown = np.flatnonzero(stated.code < 0)
    if economy_of is None or not unknown.size:
        return stated
    asked = np.zeros(len(places), dtype=bool)
    asked[places.of_row[unknown]] = True
    found = code_texts(economy_of(places.longitude[asked], places.latitude[asked]))
    of_place = np.full(len(places), -1, dtype=np.int64)
    of_place[asked] = np.where(found.code >= 0, found.code + len(stated.names), -1)
    code = stated.code.astype(np.int64)
    code[unknown] = of_place[places.of_row[unknown]]
    names = [*stated.names, *found.names]
    return join_names(code, names, names)


def _leading_organisations(
    rows: Rows,
    cluster: IntArray,
    organisation: Coded,
    row_counts: FloatArray,
    counts: FloatArray,
    monitor: Monitor,
) -> list[list[Leader]]:
    """Return by metric the leading organisation of every cluster; shares are of its counts, float64[k, 3]."""
    leaders = []
    for place, whole in enumerate(np.nan_to_num(counts).T):
        monitor.check()
        group = np.where(rows.metric == place, cluster, -1)
        found = standings(group, organisation.code, row_counts, len(counts), whole)
        leaders.append(leading_names(found, organisation.names, len(counts)))
    return leaders


def _leading_fields(rows: Rows, cluster: IntArray, row_counts: FloatArray, count: int) -> list[list[Leader]]:
    """Return by metric the leading field of every cluster; shares are of what states a field."""
    fields = split_fields(rows.field)
    metric, field_cluster = rows.metric[fields.row], cluster[fields.row]
    field_counts = row_counts[fields.row] * fields.part
    leaders = []
    for place in range(len(METRICS)):
        group = np.where(metric == place, field_cluster, -1)
        leaders.append(leading_names(standings(group, fields.code, field_counts, count), fields.names, count))
    return leaders
