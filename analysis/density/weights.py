"""Weights as integers, so that sums do not depend on the order of addition."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

# Denominators tried before giving up exactness: whole numbers, tenths to billionths, halves to sixteenths as
# fractional counting makes them (720720 is the least common multiple of 1 to 16).
_DENOMINATORS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 720_720, 1_000_000_000)
_LARGEST_SUM = 2**62
# How far rounding takes a scaled weight from the whole number it stands for, relative to it.
_ROUNDING = 1e-12


def scaled_weights(
    weights: NDArray[np.float64] | None, count: int, min_weight: float
) -> tuple[NDArray[np.int64], int]:
    """Return int64[count] weights and the integer threshold that decides as `sum(weights) >= min_weight`.

    Weights that are whole multiples of a common fraction are scaled by it and stay exact, as written in
    decimal or as 1/k; others are rounded to the finest power of two whose total stays below 2^62 (for a
    total of 10^8, steps of 2^-35).

    Raises InputError for weights that are not finite or negative, for a threshold that is not above 0, and
    where whole weights add up to 2^62 or more.
    """
    if not (math.isfinite(min_weight) and min_weight > 0.0):
        raise InputError(
            "min_weight",
            "The minimum weight must be a number greater than 0, not {min_weight}.",
            min_weight=min_weight,
        )
    if weights is None:
        return np.ones(count, dtype=np.int64), math.ceil(min_weight)
    if not np.isfinite(weights).all():
        raise InputError(
            "weights", "Every weight must be a number; drop or fill the rows where it is missing."
        )
    if (weights < 0.0).any():
        raise InputError(
            "weights", "Weights must not be negative; the smallest is {smallest}.", smallest=weights.min()
        )
    total = math.fsum(weights)
    if total >= _LARGEST_SUM:
        raise InputError(
            "weights",
            "The weights add up to {total}, more than can be summed exactly; give them in a larger unit.",
            total=total,
        )
    for denominator in _DENOMINATORS:
        if total * denominator >= _LARGEST_SUM:
            break
        scaled = weights * denominator
        whole = np.rint(scaled)
        if (np.abs(scaled - whole) <= _ROUNDING * whole).all():
            return whole.astype(np.int64), _threshold(min_weight * denominator)
    # The sum of roundings is at most half a step for every row: leave room for it.
    exponent = 61 - math.ceil(math.log2(total + 1.0))
    return np.rint(np.ldexp(weights, exponent)).astype(np.int64), _threshold(math.ldexp(min_weight, exponent))


def _threshold(scaled: float) -> int:
    """Return the least integer that reaches the scaled threshold, which rounding may have lifted by a
    hair.
    """
    if scaled >= 2.0**63:
        return 2**63 - 1
    nearest = round(scaled)
    return nearest if abs(scaled - nearest) <= _ROUNDING * nearest else math.ceil(scaled)
