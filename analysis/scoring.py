"""Shares of world totals, score, rank, tier and focus (GII 2024 and 2025, Appendix IV)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .editions import METRICS
from .errors import InputError

# GII 2020, Figure S-1.3: a cluster is focused where 60 per cent or more of its output is of one source.
FOCUS_SHARE = 0.6

# GII 2024, maps of the cluster ranking: the last rank of every class but the last, which has no end.
TIER_LIMITS = (25, 50, 75, 100)
TIERS = ("1-25", "26-50", "51-75", "76-100", "beyond")

# Decimal places scores are rounded to, so that no rank hangs on the order of addition.
_DECIMALS = 9


def totals_or_own(given: NDArray[np.float64], own: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the totals to divide by, float64[m]: those `given`, and where they are NaN the input's `own`.

    Raises InputError, naming total_<metric>, for a metric of which the input has nothing and no total is
    given.
    """
    for metric, total, sum_of_input in zip(METRICS, given, own, strict=False):
        if np.isnan(total) and sum_of_input == 0.0:
            raise InputError(
                f"total_{metric}",
                "The input has none of this metric, so there are no shares of it; leave the metric out, or "
                "give the world total.",
            )
    return np.where(np.isnan(own) | np.isnan(given), own, given)


def shares(
    counts: NDArray[np.float64], totals: NDArray[np.float64], *, overlapping: bool = False
) -> NDArray[np.float64]:
    """Return per cent of the totals: counts float64[k, m] and totals float64[m], NaN for a metric not given.

    Counts are `overlapping` where one record may count in several clusters. Raises InputError, naming
    total_<metric>, for a total that is 0 or less, or less than the counts' own sum (than any one of them,
    where they overlap).
    """
    least = counts.max(axis=0, initial=0.0) if overlapping else counts.sum(axis=0)
    for metric, total, own in zip(METRICS, totals, least, strict=False):
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


def scores(
    cluster_shares: NDArray[np.float64], weights: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Return the sum of shares float64[k, m] over the metrics that were given, float64[k].

    `weights` float64[m] multiply the shares; all are 1 where they are left out, as WIPO has it.
    """
    weighted = cluster_shares if weights is None else cluster_shares * weights
    score: NDArray[np.float64] = np.round(np.nansum(weighted, axis=1), _DECIMALS)
    return score


def check_weights(weights: NDArray[np.float64], given: NDArray[np.bool_]) -> None:
    """Raise InputError, naming weight_<metric>, for weights float64[m] that make no score of the metrics
    `given`, bool[m].
    """
    for metric, weight in zip(METRICS, weights, strict=False):
        if not 0.0 <= weight < np.inf:
            raise InputError(f"weight_{metric}", "The weight must be a number of 0 or more.")
    if not weights[given].any():
        raise InputError(
            f"weight_{METRICS[int(given.argmax())]}",
            "All that is given has the weight 0, so there is no score; give at least one a greater weight.",
        )


def ranks(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Rank float64[k] from 1 for the greatest; equal values share the best rank, NaN ranks 0."""
    return ranks_among(values, in_order(values))


def in_order(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the values that are none of them NaN, the greatest first, negated: what `ranks_among` takes."""
    return np.sort(-values[~np.isnan(values)])


def ranks_among(values: NDArray[np.float64], order: NDArray[np.float64]) -> NDArray[np.int64]:
    """Rank float64[k] among others, whose `in_order` is given, as `ranks` does."""
    return np.where(np.isnan(values), 0, np.searchsorted(order, -values) + 1)


def tiers(rank: NDArray[np.int64]) -> list[str]:
    """Return the class of WIPO's maps for every rank int64[k], one of TIERS; empty for rank 0."""
    return [
        TIERS[sum(place > limit for limit in TIER_LIMITS)] if place > 0 else "" for place in rank.tolist()
    ]


def focus(cluster_shares: NDArray[np.float64]) -> list[str]:
    """Return for every row of float64[k, m] the metric that makes up FOCUS_SHARE of its score, or "mixed"."""
    parts = np.nan_to_num(cluster_shares)
    total = parts.sum(axis=1, keepdims=True)
    fraction = np.divide(parts, total, out=np.zeros_like(parts), where=total > 0.0)
    return [
        METRICS[int(row.argmax())] if row.size and row.max() >= FOCUS_SHARE - 1e-12 else "mixed"
        for row in fraction
    ]
