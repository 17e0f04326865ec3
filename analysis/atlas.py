"""What a run of the whole method hands back: sites, clusters, mergers, and what they are shares of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .collaboration import Reach, Ties
from .merging import Proposal

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# A name in English and in Korean.
Name = tuple[str, str]

# The leading organisation and its per cent, ("", NaN) where none is known.
Leader = tuple[str, float]


@dataclass(frozen=True)
class SiteTable:
    """Distinct places, in the order of their first address.

    `cluster` int64[s], the position in the cluster table or -1; `core` bool[s]; `weight` float64[s] in the
    density; `addresses` and `counts` float64[s, 3] by metric, the latter what they count.
    """

    longitude: FloatArray
    latitude: FloatArray
    cluster: IntArray
    core: NDArray[np.bool_]
    weight: FloatArray
    addresses: FloatArray
    counts: FloatArray

    def __len__(self) -> int:
        return self.longitude.size


@dataclass(frozen=True)
class ClusterTable:
    """Clusters in the order of their rank; columns by metric are patents, publications, deals.

    `identifier` int64[k] from 1, in the order in which clustering numbers them; `counts` and `shares`
    float64[k, 3], counts and per cent of the totals, NaN for a metric not given; `score` their sum. `leaders`
    the leading organisation of every cluster, with its per cent of the score; `leaders_by_metric` those of
    every metric, with their per cent of the cluster's count of it; `fields_by_metric` the leading fields of
    technology or science, with their per cent of what states a field.
    """

    identifier: IntArray
    rank: IntArray
    tier: list[str]
    name: list[str]
    name_ko: list[str]
    economies: list[str]
    counts: FloatArray
    shares: FloatArray
    score: FloatArray
    focus: list[str]
    addresses: FloatArray
    sites: IntArray
    leaders: Sequence[Leader]
    leaders_by_metric: Sequence[Sequence[Leader]]
    fields_by_metric: Sequence[Sequence[Leader]]

    def __len__(self) -> int:
        return self.rank.size


@dataclass(frozen=True)
class Mergers:
    """The pairs of close clusters, and what became of them.

    Clusters are called by their labels before merging, of which there were `unmerged`; users know them by
    the number label + 1. `ties` are those of every metric whose records are known, where they were asked for.
    `names` has those of the clusters in `proposals` and of those they are tied with, `position` where in the
    cluster table each of the former is now.
    """

    proposals: Sequence[Proposal]
    unmerged: int
    ties: Sequence[Ties]
    names: Mapping[int, Name]
    position: Mapping[int, int]

    @property
    def by_ties(self) -> bool:
        """Whether ties were asked for and could be counted; else distance alone decides."""
        return bool(self.ties)


@dataclass(frozen=True)
class Collaboration:
    """What clusters share, by their positions in the cluster table: the `ties` and the `reach` by place in
    METRICS, of the metrics whose records are known; whether the economy of any address is.
    """

    ties: Mapping[int, Ties]
    reach: Mapping[int, Reach]
    economies_known: bool


@dataclass(frozen=True)
class Atlas:
    """The outcome of a run: `totals` and `records` (the input's own) float64[3], NaN for a metric not
    given."""

    sites: SiteTable
    clusters: ClusterTable
    totals: FloatArray
    records: FloatArray
    mergers: Mergers
    collaboration: Collaboration
