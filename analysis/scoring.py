"""Shares of world totals, score, rank, focus and intensity (GII 2024 and 2025, Appendix IV)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .editions import METRICS
from .errors import InputError

# GII 2020, Figure S-1.3: a cluster is focused where 60 per cent or more of its output is of one source.
FOCUS_SHARE = 0.6


def shares(counts: NDArray[np.float64], totals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return per cent of the totals: counts float64[k, m] and totals float64[m], NaN for a metric not given.

    Raises InputError, naming total_<metric>, for a total that is 0 or less, or less than the counts' own sum.
    """
    for metric, total, own in zip(METRICS, totals, counts.sum(axis=0), strict=False):
        if np.isnan(total):
            continue
        if total <= 0.0:
            raise InputError(f"total_{metric}", "The world total must be greater than 0.")
        # Half a unit in the last place of the counts: they were rounded one by one.
        if own > total * (1.0 + 1e-9):
            raise InputError(
                f"total_{metric}",
                "The world total {total} is smaller than the input's own {own}; give the total of the world, "
                "or leave it empty to have shares of the input.",
                total=f"{total:g}",
                own=f"{own:g}",
            )
    per_cent: NDArray[np.float64] = 100.0 * counts / totals
    return per_cent


def scores(cluster_shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sum of shares float64[k, m] over the metrics that were given, float64[k]."""
    score: NDArray[np.float64] = np.nansum(cluster_shares, axis=1)
    return score


def ranks(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Rank float64[k] from 1 for the greatest; equal values share the best rank, NaN ranks 0."""
    descending = np.sort(-values[~np.isnan(values)])
    return np.where(np.isnan(values), 0, np.searchsorted(descending, -values) + 1)


def focus(cluster_shares: NDArray[np.float64]) -> list[str]:
    """Return for every row of float64[k, m] the metric that makes up FOCUS_SHARE of its score, or "mixed"."""
    parts = np.nan_to_num(cluster_shares)
    total = parts.sum(axis=1, keepdims=True)
    fraction = np.divide(parts, total, out=np.zeros_like(parts), where=total > 0.0)
    return [
        METRICS[int(row.argmax())] if row.size and row.max() >= FOCUS_SHARE - 1e-12 else "mixed"
        for row in fraction
    ]


def intensities(score: NDArray[np.float64], population: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the score per million people, float64[k]; NaN where the population is not known or 0."""
    per_million = np.full_like(score, np.nan)
    np.divide(score * 1e6, population, out=per_million, where=population > 0.0)
    return per_million
