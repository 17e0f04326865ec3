"""Two editions compared: which cluster is which, what became of the others, and what their output changed by.

Clusters are matched by the output on common space, one to one for identity (`assign`) and by shares for
events, in the manner of MONIC (Spiliopoulou, Ntoutsi, Theodoridis & Schult 2006, KDD-06): a cluster survives,
enters, leaves, splits, merges. Editions turned round turn splits into merges and entrants into leavers, and
nothing else. Neither the order of rows nor the numbers of clusters have a part in it.

Change of output is told apart from change of geography as in GII 2020, Figure S-1.1: this year's geography is
held fixed and both years' records are counted in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .assignment import assign
from .errors import InputError
from .geodesy import earth_centred, one_meridian
from .monitor import Monitor
from .nearest import nearest, nearest_others
from .sums import sum_by

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

SURVIVES, ENTERS, LEAVES, SPLITS, MERGES = "survives", "enters", "leaves", "splits", "merges"
# A part of one cluster that went to another: a split and a merge at once.
REGROUPS = "regroups"
EVENTS = (SURVIVES, ENTERS, LEAVES, SPLITS, MERGES, REGROUPS)

# Names of economies' states as WIPO appends them: San Diego, CA; Washington, DC–Baltimore, MD.
_STATE = re.compile(r",\s*[A-Z]{2}\b")
_DASH = re.compile(r"\s*[-‐‑‒–—]\s*")  # noqa: RUF001 (the dashes themselves)


@dataclass(frozen=True)
class Rules:
    """What an analyst may vary.

    distance: how far from the nearest place of the other edition, in metres, a place may be to lie where that
    one lies; 0 asks for the same coordinate. Left out: no farther than members of the cluster there are from
    their nearest fellow member at most. For clusters of DBSCAN that is never beyond its radius.
    match_share: the part of the output of one cluster, at least, that lies in the other where the two may be
    the same; also what makes a small cluster part of a split or merge. MONIC's τ.
    part_share: the part of a cluster's output, at least, that makes a piece of it part of a split or merge.
    MONIC's τ_split.
    """

    distance: float | None = None
    match_share: float = 0.5
    part_share: float = 0.25

    def check(self) -> None:
        """Raise InputError for a value that means nothing."""
        if self.distance is not None and not 0.0 <= self.distance < np.inf:
            raise InputError("distance", "The distance must be 0 or more, or left empty.")
        for name, share in (("match_share", self.match_share), ("part_share", self.part_share)):
            if not 0.0 < share <= 1.0:
                raise InputError(name, "The share is {share}; it must be above 0 and at most 1.", share=share)


@dataclass(frozen=True)
class EditionSites:
    """The distinct places of an edition, from west to east, and whose they are.

    `longitude`, `latitude` float64[n] in degrees; `cluster` int64[n], 0 to `clusters` - 1 or -1 for noise;
    `output` float64[n, m], NaN in the column of a metric not given.
    """

    longitude: FloatArray
    latitude: FloatArray
    cluster: IntArray
    output: FloatArray
    clusters: int

    def positions(self) -> FloatArray:
        """Return float64[3, n] in metres from the centre of the earth."""
        return earth_centred(np.radians(self.longitude), np.radians(self.latitude))


def make_sites(
    argument: str, longitude: FloatArray, latitude: FloatArray, cluster: IntArray, output: FloatArray
) -> EditionSites:
    """Make the sites of an edition from rows: degrees, clusters (-1 for noise) and output, float64[n, m].

    The same rows in another order give the same sites to the last bit. Raises InputError, naming `argument`,
    where one place is in two clusters: then the clusters have no geography.
    """
    # Zero with either sign is one place too.
    longitude = one_meridian(longitude) + 0.0
    latitude = latitude + 0.0
    order = np.lexsort((*np.nan_to_num(output).T, cluster, latitude, longitude))
    longitude, latitude, cluster, output = longitude[order], latitude[order], cluster[order], output[order]
    starts = np.ones(longitude.size, dtype=bool)
    starts[1:] = (np.diff(longitude) != 0.0) | (np.diff(latitude) != 0.0)
    of_row = np.cumsum(starts) - 1
    first = np.flatnonzero(starts)
    ambiguous = np.unique(of_row[cluster != cluster[first][of_row]]).size
    if ambiguous:
        raise InputError(
            argument,
            "{count} places are in two clusters, or in one and in none; give every place one cluster, or "
            "match by name.",
            count=ambiguous,
        )
    return EditionSites(
        longitude[first],
        latitude[first],
        cluster[first],
        _sum_metrics(of_row, output, first.size),
        int(cluster.max(initial=-1)) + 1,
    )


@dataclass(frozen=True)
class Comparison:
    """What became of the clusters of two editions: r rows for k clusters now and l before, m metrics.

    `current`, `previous` int64[r], -1 for none; `event` one of EVENTS; `identity` bool[r], whether the two
    are the same cluster. `first_current`, `first_previous` bool[r]: of the rows a cluster stands in the one
    that carries its counts, so that sums over rows are sums over clusters. `overlap` float64[r], the part of
    the current cluster's output that lies in the previous cluster, `previous_overlap` that of the previous
    cluster's in the current one; NaN where there is no pair, or no space to compare.

    `counts` float64[k, m] and `previous_counts` float64[l, m] are the editions' own; `held` float64[k, m] is
    the previous edition's output in this one's clusters, `held_back` float64[l, m] this one's in the previous
    clusters. Rows follow the numbers of current clusters, identity first; leavers come last.
    """

    current: IntArray
    previous: IntArray
    event: list[str]
    identity: NDArray[np.bool_]
    first_current: NDArray[np.bool_]
    first_previous: NDArray[np.bool_]
    overlap: FloatArray
    previous_overlap: FloatArray
    counts: FloatArray
    previous_counts: FloatArray
    held: FloatArray
    held_back: FloatArray

    def __len__(self) -> int:
        return self.current.size


def compare(
    current: EditionSites, previous: EditionSites, rules: Rules, monitor: Monitor | None = None
) -> Comparison:
    """Match the clusters of two editions by space and output.

    A place of one edition lies in the cluster of the other in which the nearest place there is (see Rules),
    noise included. Output is that of the metrics both editions have, each as a share of its own edition.
    Raises InputError and Cancelled.
    """
    rules.check()
    monitor = monitor or Monitor()
    forth, back, matching = monitor.split(0.45, 0.45, 0.1)
    in_previous = place_in(current, previous, rules.distance, forth)
    in_current = place_in(previous, current, rules.distance, back)
    weight, previous_weight = _weights(current, previous)

    shape = (current.clusters, previous.clusters)
    common = _sum_pairs(current.cluster, in_previous, weight, shape)
    previous_common = _sum_pairs(in_current, previous.cluster, previous_weight, shape)
    overlap = _parts(common, sum_by(current.cluster, weight, shape[0])[:, None])
    previous_overlap = _parts(previous_common, sum_by(previous.cluster, previous_weight, shape[1])[None, :])
    pairs = _match(current, previous, common + previous_common, overlap, previous_overlap, rules, matching)
    return _comparison(
        pairs,
        overlap,
        previous_overlap,
        _sum_metrics(current.cluster, current.output, shape[0]),
        _sum_metrics(previous.cluster, previous.output, shape[1]),
        _sum_metrics(in_current, previous.output, shape[0]),
        _sum_metrics(in_previous, current.output, shape[1]),
    )


def compare_named(
    names: Sequence[str], previous_names: Sequence[str], counts: FloatArray, previous_counts: FloatArray
) -> Comparison:
    """Match clusters by name alone, where nothing else of them is known; counts as in Comparison.

    Case, the kind of dash and the codes of states ("San Diego, CA") make no difference. Without space there
    is no overlap, no split or merge, and change cannot be told apart. Raises InputError where two clusters of
    an edition have one name.
    """
    keys, previous_keys = [_key(name) for name in names], [_key(name) for name in previous_names]
    for argument, list_of_keys in (("current", keys), ("previous", previous_keys)):
        repeated = sorted({key for key in list_of_keys if list_of_keys.count(key) > 1})
        if repeated:
            raise InputError(
                argument, "Two clusters have the name {name}; names must differ.", name=repeated[0]
            )
    same = np.array([[key == other for other in previous_keys] for key in keys], dtype=bool)
    same = same.reshape(len(keys), len(previous_keys))
    unknown = np.full(same.shape, np.nan)
    nothing, nothing_before = np.full_like(counts, np.nan), np.full_like(previous_counts, np.nan)
    pairs = _Pairs(same.astype(float), same, np.zeros_like(same), np.zeros_like(same))
    return _comparison(pairs, unknown, unknown, counts, previous_counts, nothing, nothing_before)


def place_in(
    records: EditionSites, geography: EditionSites, distance: float | None, monitor: Monitor
) -> IntArray:
    """Return the cluster of `geography` in which every place of `records` lies, int64[n], -1 for none.

    `distance` as in Rules. Raises Cancelled.
    """
    if not records.cluster.size or not geography.clusters:
        return np.full(records.cluster.size, -1, dtype=np.int64)
    searching, limiting = monitor.split(0.7, 0.3)
    there = geography.positions()
    found, away = nearest(records.positions(), there, searching)
    cluster = geography.cluster[found]
    limits = (
        np.full(geography.clusters, distance)
        if distance is not None
        else _widest_gaps(geography, there, limiting)
    )
    return np.where((cluster >= 0) & (away <= limits[cluster]), cluster, -1)


def net_output(
    entering: EditionSites,
    leaving: EditionSites,
    geography: EditionSites,
    distance: float | None,
    monitor: Monitor,
) -> FloatArray:
    """Return the output of the year that entered the window less that of the year that left it in every
    cluster of `geography`, float64[k, m]. Raises Cancelled.
    """
    entered, left = (
        _sum_metrics(place_in(year, geography, distance, part), year.output, geography.clusters)
        for year, part in zip((entering, leaving), monitor.split(0.5, 0.5), strict=True)
    )
    return entered - left


def changes(
    comparison: Comparison, net: FloatArray | None = None, net_before: FloatArray | None = None
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return change, change of output and change of geography, float64[r, m]; the first is the sum of the
    others, NaN where it cannot be told.

    Every cluster counts in one row, so a column adds up to all clusters' counts now less those before.
    The change of output holds this year's geography fixed: output now less the previous edition's in the
    same places, or, where it is given, `net` float64[k, m] by `net_output`. The two are the same as long as
    records of the years between have kept their places. A cluster that is no more has no geography this year;
    the previous one is held for it, with `net_before` float64[l, m].

    The rest is due to geography: where clusters end, where records were located, and method.
    """
    now, before = comparison.first_current[:, None], comparison.first_previous[:, None]
    given = ~(np.isnan(comparison.counts).any(axis=0) | np.isnan(comparison.previous_counts).any(axis=0))
    told = (now | before) & given
    count = np.where(now, _rows(comparison.counts, comparison.current), 0.0)
    count_before = np.where(before, _rows(comparison.previous_counts, comparison.previous), 0.0)
    whole = np.where(told, count - count_before, np.nan)
    if net is None or net_before is None:
        net = comparison.counts - comparison.held
        net_before = comparison.held_back - comparison.previous_counts
    output = np.where(now, _rows(net, comparison.current), _rows(net_before, comparison.previous))
    output = np.where(told, np.round(output, 9), np.nan)
    geography = np.round(whole - output, 9)
    return np.where(np.isnan(output), whole, output + geography), output, geography


def rank_changes(rank: FloatArray, previous_rank: FloatArray) -> FloatArray:
    """Return previous less current rank, float64[r]: positive is up, NaN where one of the two is missing.

    WIPO prints the change against the previous ranks computed again with this year's method (GII 2024,
    Appendix IV), which is what previous ranks are meant to be.
    """
    return previous_rank - rank


def standings(rank: FloatArray, previous_rank: FloatArray, top: int) -> list[str]:
    """Return for every pair of ranks, NaN for none, what it means for the first `top`: "stays", "enters",
    "leaves", or nothing where it is outside both times.
    """
    words = {(True, True): "stays", (True, False): ENTERS, (False, True): LEAVES, (False, False): ""}
    return [
        words[inside, was_inside]
        for inside, was_inside in zip((rank <= top).tolist(), (previous_rank <= top).tolist(), strict=True)
    ]


# Matching


@dataclass(frozen=True)
class _Pairs:
    """Pairs of clusters: common output float64[k, l]; bool[k, l] each, which are the same cluster, which are
    parts of a split, which of a merge.
    """

    common: FloatArray
    identity: NDArray[np.bool_]
    split: NDArray[np.bool_]
    merge: NDArray[np.bool_]


def _match(
    current: EditionSites,
    previous: EditionSites,
    common: FloatArray,
    overlap: FloatArray,
    previous_overlap: FloatArray,
    rules: Rules,
    monitor: Monitor,
) -> _Pairs:
    inside = overlap >= rules.match_share
    previous_inside = previous_overlap >= rules.match_share
    value = np.where(inside | previous_inside, common, 0.0)
    # Among equally good assignments the order decides: that of the clusters' westernmost places, which is
    # nobody's numbering.
    order, previous_order = _west_to_east(current), _west_to_east(previous)
    assigned = assign(value[np.ix_(order, previous_order)], monitor)
    identity = np.zeros(common.shape, dtype=bool)
    given = assigned >= 0
    identity[order[given], previous_order[assigned[given]]] = True

    split = (inside | (previous_overlap >= rules.part_share)) & (common > 0.0)
    merge = (previous_inside | (overlap >= rules.part_share)) & (common > 0.0)
    split &= (split.sum(axis=0) >= 2)[None, :]
    merge &= (merge.sum(axis=1) >= 2)[:, None]
    return _Pairs(common, identity, split, merge)


def _comparison(
    pairs: _Pairs,
    overlap: FloatArray,
    previous_overlap: FloatArray,
    counts: FloatArray,
    previous_counts: FloatArray,
    held: FloatArray,
    held_back: FloatArray,
) -> Comparison:
    told = pairs.identity | pairs.split | pairs.merge
    entering = np.flatnonzero(~told.any(axis=1))
    leaving = np.flatnonzero(~told.any(axis=0))
    first, second = np.nonzero(told)
    current = np.concatenate([first, entering, np.full(leaving.size, -1)])
    previous = np.concatenate([second, np.full(entering.size, -1), leaving])
    identity = np.concatenate([pairs.identity[told], np.zeros(entering.size + leaving.size, dtype=bool)])
    event = np.select(
        [pairs.split[told] & pairs.merge[told], pairs.split[told], pairs.merge[told]],
        [REGROUPS, SPLITS, MERGES],
        SURVIVES,
    ).tolist()
    event += [ENTERS] * entering.size + [LEAVES] * leaving.size
    lone = np.full(entering.size + leaving.size, np.nan)
    common = np.concatenate([pairs.common[told], np.zeros(lone.size)])
    order = np.lexsort((previous, -common, ~identity, current, current < 0))
    return Comparison(
        current[order],
        previous[order],
        [event[row] for row in order.tolist()],
        identity[order],
        _first_rows(current, common, identity)[order],
        _first_rows(previous, common, identity)[order],
        np.concatenate([overlap[told], lone])[order],
        np.concatenate([previous_overlap[told], lone])[order],
        counts,
        previous_counts,
        held,
        held_back,
    )


def _first_rows(cluster: IntArray, common: FloatArray, identity: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark one row of every cluster, bool[r]: that of its identity, else of the most common output."""
    order = np.lexsort((-common, ~identity, cluster))
    first = np.zeros(cluster.size, dtype=bool)
    first[order] = np.diff(cluster[order], prepend=-1) != 0
    return first


def _weights(current: EditionSites, previous: EditionSites) -> tuple[FloatArray, FloatArray]:
    """Return the output of every place in per cent of its edition, summed over the metrics of both."""
    totals = np.stack([current.output.sum(axis=0), previous.output.sum(axis=0)])
    shared = (totals > 0.0).all(axis=0)
    if not shared.any():
        raise InputError(
            "previous", "The two editions have no metric in common; choose fields that both have."
        )
    weight, previous_weight = (
        (100.0 * edition.output[:, shared] / total[shared]).sum(axis=1)
        for edition, total in zip((current, previous), totals, strict=True)
    )
    return weight, previous_weight


def _widest_gaps(geography: EditionSites, positions: FloatArray, monitor: Monitor) -> FloatArray:
    """Return for every cluster how far its members are from their nearest fellow member at most."""
    order = np.argsort(geography.cluster, kind="stable")
    order = order[geography.cluster[order] >= 0]
    gaps = np.zeros(geography.clusters)
    bounds = np.searchsorted(geography.cluster[order], np.arange(geography.clusters + 1))
    for cluster in range(geography.clusters):
        part = monitor.part(bounds[cluster] / order.size, bounds[cluster + 1] / order.size)
        members = order[bounds[cluster] : bounds[cluster + 1]]
        gaps[cluster] = nearest_others(positions[:, members], part).max(initial=0.0)
    return gaps


def _west_to_east(sites: EditionSites) -> IntArray:
    first = np.full(sites.clusters, sites.cluster.size, dtype=np.int64)
    members = np.flatnonzero(sites.cluster >= 0)
    np.minimum.at(first, sites.cluster[members], members)
    return np.argsort(first, kind="stable")


def _sum_pairs(first: IntArray, second: IntArray, values: FloatArray, shape: tuple[int, int]) -> FloatArray:
    both = (first >= 0) & (second >= 0)
    pair = np.where(both, first * shape[1] + second, -1)
    sums: FloatArray = sum_by(pair, values, shape[0] * shape[1]).reshape(shape)
    return sums


def _sum_metrics(cluster: IntArray, output: FloatArray, clusters: int) -> FloatArray:
    columns = [
        np.full(clusters, np.nan) if np.isnan(column).any() else sum_by(cluster, column, clusters)
        for column in output.T
    ]
    sums: FloatArray = np.stack(columns, axis=1).astype(np.float64)
    return sums


def _parts(common: FloatArray, whole: FloatArray) -> FloatArray:
    parts = np.zeros(common.shape)
    np.divide(common, np.broadcast_to(whole, common.shape), out=parts, where=whole > 0.0)
    return parts


def _rows(values: FloatArray, numbers: IntArray) -> FloatArray:
    """Return the rows of float64[k, m] with these numbers, NaN for -1."""
    return np.vstack([values, np.full((1, values.shape[1]), np.nan)])[numbers]


def _key(name: str) -> str:
    return _DASH.sub("–", _STATE.sub("", name)).strip().casefold()
