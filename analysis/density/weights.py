"""Weights as integers, so that sums do not depend on the order of addition."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

# Denominators tried before giving up exactness: whole numbers, tenths to billionths, and 1/k as fractional
# counting makes it (720720 is the least common multiple of 1 to 16, 232792560 of 1 to 22).
_DENOMINATORS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 720_720, 232_792_560, 1_000_000_000)
_LARGEST_SUM = 2**62
_LARGEST_INTEGER = 2**63 - 1

# How far rounding takes a scaled weight from the whole number it stands for: a few units in its last place.
_ROUNDING = 8 * float(np.finfo(np.float64).eps)
_UNCERTAIN = 1e-12


def scaled_weights(
    weights: NDArray[np.float64] | None, count: int, min_weight: float
) -> tuple[NDArray[np.int64], int]:
    """Return int64[count] weights and the integer threshold that decides as `sum(weights) >= min_weight`.

    A weight above the threshold counts as the threshold: it makes every point around it core either way.
    Weights that are whole multiples of a common fraction, as written in decimal or as 1/k up to 1/22, are
    scaled by it and stay exact. Others are rounded to the finest power of two whose total stays below 2^62
    (for a total of 10^8, steps of 2^-35), and a sum within 10^-12 of the threshold reaches it, as sums of
    floating-point numbers are no more certain than that.

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
        return np.ones(count, dtype=np.int64), _threshold(min_weight)
    if not np.isfinite(weights).all():
        raise InputError(
            "weights", "Every weight must be a number; drop or fill the rows where it is missing."
        )
    if (weights < 0.0).any():
        raise InputError(
            "weights", "Weights must not be negative; the smallest is {smallest}.", smallest=weights.min()
        )
    weights = np.minimum(weights, min_weight)
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
        rounding = np.minimum(_ROUNDING * whole, 0.25)
        # A weight clamped to a threshold that is no such fraction itself is one that reaches it.
        exact = (np.abs(scaled - whole) <= rounding) | (weights == min_weight)
        if exact.all():
            threshold = _threshold(min_weight * denominator)
            return np.where(weights == min_weight, threshold, whole).astype(np.int64), threshold
    # The sum of roundings is at most half a step for every row: leave room for it.
    exponent = 61 - math.ceil(math.log2(total + 1.0))
    scaled = np.rint(np.ldexp(weights, exponent)).astype(np.int64)
    threshold = max(1, math.floor(math.ldexp(min_weight * (1.0 - _UNCERTAIN), exponent)))
    # Far above what all weights add up to it leaves the range of int64; at its end it is as far out of reach.
    return scaled, min(threshold, _LARGEST_INTEGER)


def _threshold(scaled: float) -> int:
    """Return the least integer that reaches the scaled threshold, which rounding may have lifted."""
    if scaled >= 2.0**63:
        return _LARGEST_INTEGER
    nearest = round(scaled)
    return nearest if abs(scaled - nearest) <= min(_ROUNDING * nearest, 0.25) else math.ceil(scaled)
