"""What a report is made from: a finished run of the whole method."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ....analysis.atlas import Atlas
from ....analysis.editions import METRICS
from ....analysis.intensity import IntensityTable
from ....analysis.parameter_proposal import Proposal
from ....analysis.population import People
from ...base import language
from ...inputs.address_sources import SourceAccount
from ...inputs.earlier_clusters import EarlierClusters
from ...inputs.method import Method


@dataclass(frozen=True)
class Earlier:
    """Earlier clusters, and int64[k] `same`, which of them each cluster of the run is, -1 for none."""

    clusters: EarlierClusters
    same: NDArray[np.int64]

    @property
    def rank(self) -> NDArray[np.float64]:
        """float64[k], the earlier rank of every cluster, NaN where it is not known."""
        return np.append(self.clusters.rank, np.nan)[self.same]


@dataclass(frozen=True)
class Run:
    """`people` and `intensity` are None without a population; `history` are the lines of the metadata,
    `given_totals` the metrics whose world total was given, `remark` what the analyst says of the data,
    `proposal` where distance and density come from, if from the data; `earlier` the clusters of an earlier
    run, where they are given.
    """

    atlas: Atlas
    method: Method
    accounts: Sequence[SourceAccount]
    people: People | None
    intensity: IntensityTable | None
    history: Sequence[str]
    given_totals: Collection[str] = ()
    remark: str = ""
    proposal: Proposal | None = None
    earlier: Earlier | None = None

    @property
    def names(self) -> list[str]:
        """The names of the clusters in the user's language."""
        return self.atlas.clusters.name_ko if language() == "ko" else self.atlas.clusters.name

    @property
    def given(self) -> list[int]:
        """The places in METRICS of the metrics that were given."""
        return [place for place in range(len(METRICS)) if not np.isnan(self.atlas.totals[place])]
