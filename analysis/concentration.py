"""Concentration: how much of the world's output lies in the first clusters of a ranking.

WIPO tells it with every ranking, of the first 10 and the first 100 clusters (GII 2025, cluster ranking, key
findings): the sum of their shares of the world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FIRST_CLUSTERS = (10, 100)


@dataclass(frozen=True)
class Concentration:
    """What the `clusters` up to rank `top` (None: all) hold of the world, in per cent.

    `shares` float64[m] by metric, NaN for one not given; `score` of the score that the world would have.
    """

    top: int | None
    clusters: int
    shares: NDArray[np.float64]
    score: float


def concentrations(
    rank: NDArray[np.int64],
    cluster_shares: NDArray[np.float64],
    score: NDArray[np.float64],
    weights: NDArray[np.float64],
    tops: Sequence[int] = FIRST_CLUSTERS,
) -> list[Concentration]:
    """Return the concentration of the first clusters for every number in `tops`, and then of all clusters.

    `rank` int64[k]; `cluster_shares` float64[k, m], whose columns are NaN for a metric not given; `score`
    float64[k], of which `weights` float64[m] are those of the metrics. The world has 100 per cent of each, so
    its score is 100 times the weights of the metrics given. Clusters that share the rank `top` all count.

    Shares of full counts add a record up once for every cluster it is in, and may exceed 100 per cent.
    """
    given = ~np.isnan(cluster_shares).any(axis=0)
    whole = float(weights[given].sum())
    found = []
    for top in [*tops, None]:
        inside = (rank > 0) & ((rank <= top) if top is not None else True)
        found.append(
            Concentration(
                top,
                int(np.count_nonzero(inside)),
                np.round(cluster_shares[inside].sum(axis=0), 9),
                float(np.round(score[inside].sum() / whole, 9)) if whole > 0.0 else np.nan,
            )
        )
    return found
