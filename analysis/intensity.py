"""Output per inhabitant, and the lists WIPO prints of it (GII 2020, Tables S-1.2 and S-1.3; GII 2024)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .scoring import ranks

# GII 2020 prints records per 100,000 inhabitants and the share per 1,000,000; GII 2024 both per 1,000,000.
MILLION = 1e6
HUNDRED_THOUSAND = 1e5

# How long the lists are that show who leads in one metric.
TOP = 15


def per_inhabitants(
    values: NDArray[np.float64], population: NDArray[np.float64], inhabitants: float = MILLION
) -> NDArray[np.float64]:
    """Return values float64[k] or float64[k, m] for so many of the inhabitants float64[k].

    NaN where a value is not known, and where the population is not known or not above 0: a missing population
    is missing, not zero.
    """
    people = population.reshape(-1, *(1,) * (values.ndim - 1))
    result = np.full_like(values, np.nan)
    np.divide(values * inhabitants, people, out=result, where=np.broadcast_to(people > 0.0, values.shape))
    return result


@dataclass(frozen=True)
class IntensityTable:
    """Output per inhabitant of k clusters, by the m metrics of `counts` and in all.

    `counts_per_million`, `counts_per_100_000` float64[k, m], records; `score_per_million`,
    `score_per_100_000` float64[k], per cent of the world; NaN where it is not known. `rank` int64[k] by the
    score and `ranks` int64[k, m] by each metric: 1 for the greatest, equal values share the best rank, 0 for
    none.
    """

    counts_per_million: NDArray[np.float64]
    counts_per_100_000: NDArray[np.float64]
    score_per_million: NDArray[np.float64]
    score_per_100_000: NDArray[np.float64]
    rank: NDArray[np.int64]
    ranks: NDArray[np.int64]


def intensity_table(
    counts: NDArray[np.float64], score: NDArray[np.float64], population: NDArray[np.float64]
) -> IntensityTable:
    """Return the intensities of clusters: counts float64[k, m], score and population float64[k], NaN where
    one is not known.

    WIPO ranks by score / population, with the population of the cluster's own area (GII 2020, Special
    Section: Appendix, pp. 61-62).
    """
    counts_per_million = per_inhabitants(counts, population)
    score_per_million = per_inhabitants(score, population)
    return IntensityTable(
        counts_per_million,
        per_inhabitants(counts, population, HUNDRED_THOUSAND),
        score_per_million,
        per_inhabitants(score, population, HUNDRED_THOUSAND),
        ranks(score_per_million),
        np.stack([ranks(column) for column in counts_per_million.T], axis=1)
        if counts.shape[1]
        else np.empty(counts.shape, dtype=np.int64),
    )


def leaders(rank: NDArray[np.int64], count: int = TOP) -> NDArray[np.int64]:
    """Return int64[n], rows with a rank int64[k] of 1 to `count`: best first, ties in the order of rows.

    Whoever shares the last rank is in, so there can be more than `count`; rank 0 is none.
    """
    order = np.argsort(rank, kind="stable")
    return order[(rank[order] >= 1) & (rank[order] <= count)]


def in_both(rank: NDArray[np.int64], intensity_rank: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    """Return bool[k]: among the first `count` by size and by intensity."""
    return (rank >= 1) & (rank <= count) & (intensity_rank >= 1) & (intensity_rank <= count)
