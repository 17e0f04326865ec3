"""Ties between clusters: the records that addresses in two of them share, and those shared with noise.

A record r has N(r) addresses, of which n(i, r) lie in cluster i; f(i, r) = n(i, r) / N(r) is the part of it
that is made there. It ties clusters i and j, both in it, by four measures:

    records             1
    fractional          2 f(i, r) f(j, r)
    pairs               n(i, r) n(j, r)
    fractional_pairs    n(i, r) n(j, r) / (N(r) (N(r) - 1) / 2)

The first counts documents in full, the third the pairs of co-inventors or co-authors in full. The other two
give every record the weight one in all, however many addresses it has: an article of three thousand authors
ties no more than one of three. (Full and fractional counting of networks are compared by Perianes-Rodriguez,
Waltman and van Eck 2016, Constructing bibliometric networks: a comparison between full and fractional
counting, Journal of Informetrics 10(4), 1178-1195.) WIPO does not say how it counts relationships (GII 2024,
Appendix IV).

`fractional` is what two addresses drawn from the record, with replacement, have in common: (Σ f)² = 1. So
nothing is lost or counted twice: what a cluster makes is what it makes alone, and its halves of what it
shares,

    Σ f(i, r) = Σ f(i, r)² + Σ over j of ½ · 2 f(i, r) f(j, r)

with clusters, noise and addresses nobody could locate as the j.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .monitor import Monitor
from .sums import SUM_DECIMALS, Sums

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

MEASURES = ("records", "fractional", "pairs", "fractional_pairs")

_ENTRIES_AT_ONCE = 1 << 17
# Up to so many pairs of clusters there is a place for each; of more, only those that occur are kept.
_PLACES = 1 << 22


@dataclass(frozen=True)
class Ties:
    """Ties of one metric between `clusters` clusters, whose labels are 0 to clusters - 1, and noise, which
    has the label `clusters`.

    `first`, `second` int64[p] are labels, first < second, in this order; `shared` float64[p, 4] what they
    share, by MEASURES. By label, noise last: `records` float64[k + 1], the records with an address there;
    `fractional` float64[k + 1], their parts; `within` float64[k + 1, 4], what stays inside: records without
    an address elsewhere, Σ f², pairs of addresses both there, fractional pairs. `total` float64[4]: all
    records, twice; all pairs; all records that have a pair.
    """

    clusters: int
    first: IntArray
    second: IntArray
    shared: FloatArray
    records: FloatArray
    fractional: FloatArray
    within: FloatArray
    total: FloatArray


def count_ties(
    record: IntArray,
    labels: NDArray[np.integer[Any]],
    clusters: int,
    *,
    addresses: FloatArray | None = None,
    whole: FloatArray | None = None,
    times: IntArray | None = None,
    monitor: Monitor | None = None,
) -> Ties:
    """Count the ties of records over clusters.

    record: int64[n], the record of every row, numbered from 0; labels: int[n], its cluster, below 0 for
    noise; addresses: float64[n], 0 or more, how many addresses the row stands for, 1 where left out; whole:
    float64[r], the addresses of every record, located or not; those of the rows where left out; times:
    int64[r], how many records with the same rows each stands for, 1 where left out.

    The work is in proportion to the rows, and for a record in m clusters to m²; how many addresses it has
    does not matter. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    nodes = clusters + 1
    if addresses is not None and (addresses == 1.0).all():
        addresses = None
    elif addresses is not None and not addresses.all():
        some = addresses > 0.0
        record, labels, addresses = record[some], labels[some], addresses[some]
    records = max(int(record.max(initial=-1)) + 1, 0 if whole is None else whole.size)
    located = (
        np.bincount(record, minlength=records).astype(np.float64)
        if addresses is None
        else Sums(addresses).add_up(record, records).value
    )
    whole = located if whole is None else whole
    monitor.progress(0.1)

    place = _places(labels, clusters)
    alone, spread = _places_of_records(record, place, records)
    monitor.progress(0.3)
    tally = _Tally(nodes, whole, times)
    lone = np.flatnonzero((located > 0.0) & ~spread)
    tally.add_entries(lone, alone[lone], located[lone])
    # Rounding may have made a difference of wholes that others have added up.
    inside = lone[np.round(whole[lone] - located[lone], SUM_DECIMALS) == 0.0]
    tally.within[:, 0] = tally.sums(alone[inside], np.ones(inside.size), inside)
    del alone, lone, inside
    monitor.progress(0.4)

    entry_record, entry_node, count = _entries(record, place, addresses, spread, nodes)
    tally.add_shared(entry_record, entry_node, count, monitor.part(0.7, 1.0))
    key, shared = tally.pairs()
    pairs = whole * (whole - 1.0) / 2.0
    several = pairs > 0.0
    each = np.ones(1) if times is None else times.astype(np.float64)
    total = np.array(
        [((whole > 0.0) * each).sum()] * 2
        + [(np.where(several, pairs, 0.0) * each).sum(), (several * each).sum()]
    )
    return Ties(
        clusters,
        key // nodes,
        key % nodes,
        np.round(shared, SUM_DECIMALS),
        tally.records,
        np.round(tally.fractional, SUM_DECIMALS),
        np.round(tally.within, SUM_DECIMALS),
        total,
    )


def _places(labels: NDArray[np.integer[Any]], clusters: int) -> NDArray[np.int32]:
    """Return int32[n], the label of every row, and for noise the one behind the last."""
    place = labels.astype(np.int32)
    place[place < 0] = clusters
    return place


def _places_of_records(
    record: IntArray, place: NDArray[np.int32], records: int
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Return int32[r], a place of every record, and bool[r], whether it has others too."""
    one = np.zeros(records, dtype=np.int32)
    one[record] = place
    spread = np.zeros(records, dtype=bool)
    spread[record[one[record] != place]] = True
    return one, spread


def _entries(
    record: IntArray,
    place: NDArray[np.int32],
    addresses: FloatArray | None,
    chosen: NDArray[np.bool_],
    nodes: int,
) -> tuple[IntArray, NDArray[np.int32], FloatArray]:
    """Return the record, the place and the addresses of every record in every place, in this order, of the
    `chosen` records (bool[r]).
    """
    rows = np.flatnonzero(chosen[record])
    if rows.size == 0:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32), np.empty(0)
    key = record[rows] * nodes + place[rows]
    if addresses is None:
        del rows
        # Rows mostly come in the order of their records, which this sort turns to its profit.
        key.sort(kind="stable")
        starts = _starts(key)
        count = np.diff(starts, append=key.size).astype(np.float64)
    else:
        weights = addresses[rows]
        del rows
        order = np.argsort(key, kind="stable")
        # One after the other, so that fewer copies are there at a time.
        key = key[order]
        weights = weights[order]
        del order
        starts = _starts(key)
        count = np.add.reduceat(weights, starts)
    key = key[starts]
    return key // nodes, (key % nodes).astype(np.int32), count


def _starts(values: IntArray) -> IntArray:
    """Return where each run of equal values begins."""
    return np.concatenate([[0], np.flatnonzero(values[1:] != values[:-1]) + 1])


class _Tally:
    """Sums over the entries of records in places, and over the pairs of entries of a record; `whole` and
    `times` are by record, as for `count_ties`.
    """

    def __init__(self, nodes: int, whole: FloatArray, times: IntArray | None) -> None:
        self._nodes = nodes
        self._whole = whole
        self._times = times
        self._key = np.empty(0, dtype=np.int64)
        self._shared = np.empty((0, len(MEASURES)))
        self.records = np.zeros(nodes)
        self.fractional = np.zeros(nodes)
        self.within = np.zeros((nodes, len(MEASURES)))

    def sums(self, node: NDArray[np.int32], values: FloatArray, record: IntArray) -> FloatArray:
        """Return float64[nodes], the sums by node of values of records."""
        sums = np.bincount(node, weights=self._of_all(record, values), minlength=self._nodes)
        return sums.astype(np.float64, copy=False)

    def _of_all(self, record: IntArray, values: FloatArray) -> FloatArray:
        """Return values of records for all the records that each stands for."""
        return values if self._times is None else values * self._times[record]

    def add_entries(self, record: IntArray, node: NDArray[np.int32], count: FloatArray) -> None:
        """Add what records make in a place: `count` of their addresses."""
        whole = self._whole[record]
        part = count / whole
        # Of a row that stands for less than one address there is no pair.
        pairs = np.maximum(count * (count - 1.0), 0.0)
        of_all = np.divide(pairs, whole * (whole - 1.0), out=np.zeros_like(pairs), where=whole > 1.0)
        self.records += self.sums(node, np.ones(node.size), record)
        self.fractional += self.sums(node, part, record)
        for column, values in enumerate((part * part, pairs / 2.0, of_all), start=1):
            self.within[:, column] += self.sums(node, values, record)

    def add_shared(
        self,
        record: IntArray,
        node: NDArray[np.int32],
        count: FloatArray,
        monitor: Monitor,
    ) -> None:
        """Add entries, in the order of record and place, and all pairs of entries of the same record."""
        if record.size == 0:
            return
        # How many entries of its record follow each.
        ends = np.append(_starts(record)[1:], record.size)
        left = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(1, record.size + 1)
        for start in range(0, record.size, _ENTRIES_AT_ONCE):
            monitor.progress(start / record.size)
            block = slice(start, start + _ENTRIES_AT_ONCE)
            self.add_entries(record[block], node[block], count[block])
            entry = start + np.flatnonzero(left[block] > 0)
            further = 1
            while entry.size:
                self._add_pairs(
                    record[entry],
                    node[entry].astype(np.int64) * self._nodes + node[entry + further],
                    count[entry] * count[entry + further],
                )
                entry = entry[left[entry] > further]
                further += 1

    def _add_pairs(self, record: IntArray, key: IntArray, pairs: FloatArray) -> None:
        whole = self._whole[record]
        of_all = np.divide(pairs, whole * (whole - 1.0) / 2.0, out=np.zeros_like(pairs), where=whole > 1.0)
        parts = 2.0 * pairs / (whole * whole)
        measures = [self._of_all(record, each) for each in (np.ones(key.size), parts, pairs, of_all)]
        found, shared = _sums(key, measures, self._nodes * self._nodes)
        columns = [np.concatenate([old, new]) for old, new in zip(self._shared.T, shared.T, strict=True)]
        self._key, self._shared = _sums(
            np.concatenate([self._key, found]), columns, self._nodes * self._nodes
        )

    def pairs(self) -> tuple[IntArray, FloatArray]:
        """Return the keys, first · nodes + second, and what they share."""
        return self._key, self._shared


def _sums(key: IntArray, columns: Sequence[FloatArray], places: int) -> tuple[IntArray, FloatArray]:
    """Return the distinct keys, in order, and float64[keys, columns], the sums of the columns by key."""
    if places <= _PLACES:
        found = np.flatnonzero(np.bincount(key, minlength=places))
        sums = [np.bincount(key, weights=column, minlength=places)[found] for column in columns]
    else:
        found, of_key = np.unique(key, return_inverse=True)
        sums = [np.bincount(of_key.ravel(), weights=column, minlength=found.size) for column in columns]
    return found, np.column_stack(sums)


@dataclass(frozen=True)
class Strengths:
    """How strongly every cluster is tied with every other and with noise (label `clusters`), in per cent.

    Partners of cluster i are rows `start[i]` to `start[i + 1]` of `partner` int64[2p] and `value`
    float64[2p], the strongest first, of equal ones the lowest label.
    """

    clusters: int
    start: IntArray
    partner: IntArray
    value: FloatArray

    def partners(self, label: int) -> tuple[IntArray, FloatArray]:
        """Return what a cluster is tied with and how strongly, the strongest first."""
        rows = slice(self.start[label], self.start[label + 1])
        return self.partner[rows], self.value[rows]

    def between(self, label: int, other: int) -> float:
        """Return how strongly two clusters, or a cluster and noise, are tied; 0 where they are not."""
        partners, values = self.partners(label)
        return float(values[partners == other].sum())

    def strongest(self, label: int, besides: int = -1) -> tuple[int, float]:
        """Return the cluster that one is tied with most strongly, leaving one out, or -1 and 0."""
        partners, values = self.partners(label)
        rows = np.flatnonzero((partners != besides) & (partners < self.clusters))
        return (int(partners[rows[0]]), float(values[rows[0]])) if rows.size else (-1, 0.0)

    def of_pairs(self, first: IntArray, second: IntArray) -> FloatArray:
        """Return how strongly clusters int64[m] are tied with others int64[m]; 0 where they are not."""
        nodes = self.clusters + 1
        key = np.repeat(np.arange(nodes), np.diff(self.start)) * nodes + self.partner
        order = np.argsort(key)
        key, value = np.append(key[order], nodes * nodes), np.append(self.value[order], 0.0)
        wanted = first * nodes + second
        place = np.searchsorted(key, wanted)
        return np.where(key[place] == wanted, value[place], 0.0)


def strengths(ties: Sequence[Ties], measure: str) -> Strengths:
    """Add up the ties of several metrics over the same clusters by one of MEASURES.

    Each metric's are per cent of its own total, so that all metrics weigh the same, as they do in the score;
    of a single metric the order is that of its ties. A metric without any ties adds nothing.
    """
    column = MEASURES.index(measure)
    clusters = ties[0].clusters
    nodes = clusters + 1
    key = np.concatenate([each.first * nodes + each.second for each in ties])
    share = [100.0 * each.shared[:, column] / max(each.total[column], 1.0) for each in ties]
    found, sums = _sums(key, [np.concatenate(share)], nodes * nodes)
    value = np.round(sums[:, 0], SUM_DECIMALS + 3)
    side = np.concatenate([found // nodes, found % nodes])
    partner = np.concatenate([found % nodes, found // nodes])
    both = np.concatenate([value, value])
    order = np.lexsort((partner, -both, side))
    start = np.searchsorted(side[order], np.arange(nodes + 1))
    return Strengths(clusters, start, partner[order], both[order])


@dataclass(frozen=True)
class Reach:
    """What records of a cluster have addresses elsewhere, by label, noise last; int64[k + 1] each.

    `shared`: records with an address in the cluster and one outside it; of them `international`: with
    addresses in two economies or more; `domestic`: with all addresses in one; the others have addresses whose
    economy is not known.
    """

    shared: IntArray
    international: IntArray
    domestic: IntArray


def count_reach(
    record: IntArray,
    labels: NDArray[np.integer[Any]],
    clusters: int,
    economy: IntArray,
    addresses: FloatArray | None = None,
    times: IntArray | None = None,
    monitor: Monitor | None = None,
) -> Reach:
    """Count, in full, domestic and international records among those that clusters share.

    record: int64[n], numbered from 0; labels: int[n], below 0 for noise; economy: int64[n], the number of the
    economy of every row, below 0 where not known; addresses: float64[n] and times: int64[r] as in
    `count_ties`. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    if addresses is not None and not addresses.all():
        some = addresses > 0.0
        record, labels, economy = record[some], labels[some], economy[some]
    nodes = clusters + 1
    place = _places(labels, clusters)
    records = int(record.max(initial=-1)) + 1
    _, spread = _places_of_records(record, place, records)
    monitor.progress(0.3)
    known = economy >= 0
    _, international = _places_of_records(record[known], economy[known].astype(np.int32), records)
    domestic = ~international
    domestic[record[~known]] = False
    monitor.progress(0.6)
    of_entry, node, _ = _entries(record, place, None, spread, nodes)
    each = None if times is None else times[of_entry]

    def records_of(chosen: NDArray[np.bool_]) -> IntArray:
        entries = chosen[of_entry]
        weights = None if each is None else each[entries]
        return np.bincount(node[entries], weights=weights, minlength=nodes).astype(np.int64)

    return Reach(*(records_of(chosen) for chosen in (spread, international, domestic)))


@dataclass(frozen=True)
class Balance:
    """Where what clusters make is made, in per cent of their fractional count, float64[k] each: in the
    cluster alone, together with other clusters, with noise, with addresses nobody could locate. NaN for a
    cluster without records.
    """

    within: FloatArray
    clusters: FloatArray
    noise: FloatArray
    unlocated: FloatArray


def balance(ties: Ties) -> Balance:
    """Divide each cluster's fractional count by where the other addresses of its records are."""
    noise = ties.clusters
    half = ties.shared[:, MEASURES.index("fractional")] / 2.0
    with_noise = ties.second == noise
    to_noise = np.bincount(ties.first[with_noise], weights=half[with_noise], minlength=noise)
    between = ~with_noise
    to_clusters = np.bincount(ties.first[between], weights=half[between], minlength=noise)
    to_clusters += np.bincount(ties.second[between], weights=half[between], minlength=noise)
    whole = ties.fractional[:noise]
    within = ties.within[:noise, MEASURES.index("fractional")]
    parts = [within, to_clusters, to_noise]
    # What is left is not there where all addresses are located: rounding must not show as some.
    parts.append(np.maximum(np.round(whole - sum(parts), 6), 0.0))
    return Balance(
        *(np.divide(100.0 * part, whole, out=np.full(noise, np.nan), where=whole > 0.0) for part in parts)
    )
