"""The addresses of all metrics one after the other, and their places: what is clustered and counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .collaboration import Reach, Ties, count_reach, count_ties
from .counting import Counting, Source
from .density import collapse
from .density.weights import require_weights
from .editions import METRICS
from .memory import require_memory
from .monitor import Monitor
from .sums import Sums, concatenated
from .texts import Coded, concatenate

FloatArray = NDArray[np.float64]

# What collapsing and counting hold at a time for every row, at the least, without the input itself.
_BYTES_OF_ROW = 18


@dataclass(frozen=True)
class Places:
    """The distinct coordinates of rows, in the order of their first row: `longitude`, `latitude` float64[p];
    `of_row` int32[n], the place of every row.
    """

    longitude: FloatArray
    latitude: FloatArray
    of_row: NDArray[np.int32]

    def __len__(self) -> int:
        return self.longitude.size


def density_weights(addresses: FloatArray, address_weights: Mapping[str, float]) -> FloatArray:
    """Return float64[p], what places with addresses float64[p, 3] weigh, where one address of a metric weighs
    as much as `address_weights` says.
    """
    weighing = [address_weights.get(metric, 0.0) for metric in METRICS]
    weights: FloatArray = (addresses * np.array(weighing)).sum(axis=1)
    return weights


def collapse_places(rows: Rows, monitor: Monitor) -> Places:
    """Return the places of rows. Raises Cancelled."""
    longitude, latitude = (
        # A copy of tens of millions of coordinates is not kept beside those of the sources.
        np.concatenate([getattr(source, name) for source, _ in rows.parts])
        if len(rows.parts) > 1
        else getattr(rows.parts[0][0], name)
        for name in ("longitude", "latitude")
    )
    require_memory(longitude.size * _BYTES_OF_ROW, longitude.size, "x")
    sites = collapse(longitude, latitude, monitor=monitor)
    return Places(longitude[sites.first_row], latitude[sites.first_row], sites.of_row)


class Rows:
    """The n rows of several sources. `parts` are the sources with the rows that are theirs; `addresses`
    float64[n]; `metric` int8[n], the place in METRICS.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        ends = np.cumsum([len(source) for source in sources]).tolist()
        self.parts = [
            (source, slice(end - len(source), end)) for source, end in zip(sources, ends, strict=True)
        ]
        self.addresses = np.concatenate([source.addresses for source in sources])
        self.metric = np.concatenate(
            [np.full(len(source), METRICS.index(source.metric), dtype=np.int8) for source in sources]
        )

    @cached_property
    def economy(self) -> Coded:
        """The economies as the rows state them."""
        return concatenate([source.economy for source, _ in self.parts])

    @cached_property
    def organisation(self) -> Coded:
        """The organisations as the rows state them."""
        return concatenate([source.organisation for source, _ in self.parts])

    @cached_property
    def field(self) -> Coded:
        """The fields of technology or science as the rows state them."""
        return concatenate([source.field for source, _ in self.parts])

    def counts(
        self, cluster: NDArray[np.integer[Any]], counting: Counting, monitor: Monitor | None = None
    ) -> Sums:
        """Return n numbers, what every row counts where it lies in `cluster` int[n], -1 for none."""
        parts = (monitor or Monitor()).split(*(1 + len(source) for source, _ in self.parts))
        return concatenated(
            [
                source.counts(cluster[rows], counting, counted)
                for (source, rows), counted in zip(self.parts, parts, strict=True)
            ]
        )

    def addresses_at(self, places: Places) -> FloatArray:
        """Return float64[p, 3], the addresses on every place, not rounded: thirds add up to one in the
        density. Raises InputError where a number of addresses is no weight.
        """
        sums = np.zeros((len(places), len(METRICS)))
        for source, part in self.parts:
            if len(source):
                require_weights(float(source.addresses.min()), float(source.addresses.max()))
            sums[:, METRICS.index(source.metric)] = (
                Sums(source.addresses).add_up(places.of_row[part], len(places)).value
            )
        return sums

    def by_metric(self, group: NDArray[np.integer[Any]], counts: Sums, groups: int) -> FloatArray:
        """Return float64[groups, 3], the sums of n counts, NaN for a metric without a source."""
        sums = np.full((groups, len(METRICS)), np.nan)
        for source, part in self.parts:
            sums[:, METRICS.index(source.metric)] = counts.select(part).add_up(group[part], groups).rounded()
        return sums

    def ties(
        self, cluster: NDArray[np.integer[Any]], clusters: int, economy: Coded, monitor: Monitor
    ) -> dict[int, Ties]:
        """Return the ties between clusters by place in METRICS, of the sources that know their records.

        `cluster` int[n], -1 for noise; `economy` of every row. Raises Cancelled.
        """
        counting = monitor.split(*(1 + len(source) for source, _ in self.parts))
        return {
            METRICS.index(source.metric): _ties(source, cluster[rows], clusters, economy.code[rows], counted)
            for (source, rows), counted in zip(self.parts, counting, strict=True)
            if source.knows_records
        }

    def reach(
        self, cluster: NDArray[np.integer[Any]], clusters: int, economy: Coded, monitor: Monitor
    ) -> dict[int, Reach]:
        """Return what records of the clusters have addresses elsewhere, as `ties`."""
        counting = monitor.split(*(1 + len(source) for source, _ in self.parts))
        return {
            METRICS.index(source.metric): _reach(source, cluster[rows], clusters, economy.code[rows], counted)
            for (source, rows), counted in zip(self.parts, counting, strict=True)
            if source.knows_records
        }


def _ties(
    source: Source, cluster: NDArray[Any], clusters: int, economy: NDArray[np.int32], monitor: Monitor
) -> Ties:
    if source.elsewhere is None:
        return count_ties(
            _records_of(source),
            cluster,
            clusters,
            addresses=source.addresses,
            whole=source.whole,
            monitor=monitor,
        )
    asking, counting = monitor.split(9, 1)
    # With the economies that the reach asks for: then the same answer serves both.
    patterns = source.elsewhere.patterns(cluster.astype(np.int64), economy.astype(np.int64), asking)
    return count_ties(
        patterns.pattern,
        patterns.label,
        clusters,
        addresses=patterns.addresses,
        whole=patterns.whole,
        times=patterns.times,
        monitor=counting,
    )


def _reach(
    source: Source, cluster: NDArray[Any], clusters: int, economy: NDArray[np.int32], monitor: Monitor
) -> Reach:
    if source.elsewhere is None:
        codes = economy.astype(np.int64)
        return count_reach(_records_of(source), cluster, clusters, codes, source.addresses, monitor=monitor)
    asking, counting = monitor.split(9, 1)
    patterns = source.elsewhere.patterns(cluster.astype(np.int64), economy.astype(np.int64), asking)
    return count_reach(
        patterns.pattern,
        patterns.label,
        clusters,
        patterns.economy,
        patterns.addresses,
        patterns.times,
        counting,
    )


def _records_of(source: Source) -> NDArray[np.int64]:
    if source.record is None:
        raise ValueError("a source without records was asked for them")
    return source.record
