"""The addresses of all metrics one after the other, as clustering and counting take them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .collaboration import Reach, Ties, count_reach, count_ties
from .counting import Counting, Source, sum_by
from .editions import METRICS
from .monitor import Monitor
from .texts import Coded, concatenate

FloatArray = NDArray[np.float64]


class Rows:
    """The n rows of several sources. `parts` are the sources with the rows that are theirs; `longitude`,
    `latitude`, `addresses` float64[n]; `metric` int8[n], the place in METRICS.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        ends = np.cumsum([len(source) for source in sources]).tolist()
        self.parts = [
            (source, slice(end - len(source), end)) for source, end in zip(sources, ends, strict=True)
        ]
        self.longitude = np.concatenate([source.longitude for source in sources])
        self.latitude = np.concatenate([source.latitude for source in sources])
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

    def counts(self, cluster: NDArray[np.integer[Any]], counting: Counting) -> FloatArray:
        """Return float64[n], what every row counts where it lies in `cluster` int[n], -1 for none."""
        return np.concatenate([source.counts(cluster[part], counting) for source, part in self.parts])

    def by_metric(self, group: NDArray[np.integer[Any]], values: FloatArray, groups: int) -> FloatArray:
        """Return float64[groups, 3], the sums of values float64[n], NaN for a metric without a source."""
        sums = np.full((groups, len(METRICS)), np.nan)
        for source, part in self.parts:
            sums[:, METRICS.index(source.metric)] = sum_by(group[part], values[part], groups)
        return sums

    def ties(self, cluster: NDArray[np.integer[Any]], clusters: int, monitor: Monitor) -> dict[int, Ties]:
        """Return the ties between clusters by place in METRICS, of the sources that know their records.

        `cluster` int[n], -1 for noise. Raises Cancelled.
        """
        counting = monitor.split(*(1 + len(source) for source, _ in self.parts))
        return {
            METRICS.index(source.metric): count_ties(
                source.record,
                cluster[part],
                clusters,
                addresses=source.addresses,
                whole=source.whole,
                monitor=counted,
            )
            for (source, part), counted in zip(self.parts, counting, strict=True)
            if source.record is not None
        }

    def reach(
        self, cluster: NDArray[np.integer[Any]], clusters: int, economy: Coded, monitor: Monitor
    ) -> dict[int, Reach]:
        """Return what records of the clusters have addresses elsewhere, as `ties`; `economy` of every row."""
        counting = monitor.split(*(1 + len(source) for source, _ in self.parts))
        return {
            METRICS.index(source.metric): count_reach(
                source.record,
                cluster[part],
                clusters,
                economy.code[part].astype(np.int64),
                source.addresses,
                counted,
            )
            for (source, part), counted in zip(self.parts, counting, strict=True)
            if source.record is not None
        }
