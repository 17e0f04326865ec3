"""Duplicate coordinates: how few places hold how many addresses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Duplication:
    """How addresses are spread over sites, distinct coordinates.

    `sites` there are; `heaviest` per cent of all addresses on the first of them; `half` how many sites, the
    heaviest first, hold half of all; `gini` 0 where all sites hold the same, towards 1 where one of many
    holds all. NaN where there is no address.
    """

    sites: int
    heaviest: float
    half: int
    gini: float


def duplication(weights: NDArray[np.float64]) -> Duplication:
    """Return how weights, float64[s] by site, are spread; sites that weigh nothing are left out.

    The coefficient is Gini's (1912) of the sites' weights, in order w(1) ≥ … ≥ w(s):
    Σ (s + 1 - 2 i) w(i) / (s Σ w(i)).
    """
    ordered = np.sort(weights[weights > 0.0])[::-1]
    if ordered.size == 0:
        return Duplication(0, np.nan, 0, np.nan)
    sums = np.cumsum(ordered)
    whole = float(sums[-1])
    position = np.arange(1, ordered.size + 1)
    gini = float(((ordered.size + 1.0 - 2.0 * position) * ordered).sum()) / (ordered.size * whole)
    # Exactly half is half, whatever the last digit of the sums.
    half = int(np.searchsorted(sums, 0.5 * whole * (1.0 - 1e-12))) + 1
    return Duplication(ordered.size, round(float(100.0 * ordered[0] / whole), 9), half, round(gini, 9))
