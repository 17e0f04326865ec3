"""Weights as integers, so that sums do not depend on the order of addition."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..monitor import Monitor

# Denominators tried before giving up exactness: whole numbers, tenths to billionths, and 1/k as fractional
# counting makes it (720720 is the least common multiple of 1 to 16, 232792560 of 1 to 22).
_DENOMINATORS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 720_720, 232_792_560, 1_000_000_000)
_LARGEST_SUM = 2**62
_LARGEST_INTEGER = 2**63 - 1

# How far rounding takes a scaled weight from the whole number it stands for: a few units in its last place.
_ROUNDING = 8 * float(np.finfo(np.float64).eps)
_UNCERTAIN = 1e-12


def scaled_weights(
    weights: NDArray[np.float64] | None, min_weight: float, monitor: Monitor | None = None
) -> tuple[NDArray[np.int64] | None, int]:
    """Return int64[n] weights and the integer threshold that decides as `sum(weights) >= min_weight`.

    Without weights, 1 for every row, there are none either. A weight above the threshold counts as the
    threshold: it makes every point around it core either way.
    Weights that are whole multiples of a common fraction, as written in decimal or as 1/k up to 1/22, are
    scaled by it and stay exact. Others are rounded to the finest power of two whose total stays below 2^62
    (for a total of 10^8, steps of 2^-35), and a sum within 10^-12 of the threshold reaches it, as sums of
    floating-point numbers are no more certain than that.

    Raises InputError for weights that are not finite or negative, for a threshold that is not above 0, and
    where whole weights add up to 2^62 or more; Cancelled.
    """
    if not (math.isfinite(min_weight) and min_weight > 0.0):
        raise InputError(
            "min_weight",
            "The minimum weight must be a number greater than 0, not {min_weight}.",
            min_weight=min_weight,
        )
    if weights is None:
        return None, _threshold(min_weight)
    monitor = monitor or Monitor()
    total = _total(weights, min_weight, monitor.part(0.0, 0.2))
    if total >= _LARGEST_SUM:
        raise InputError(
            "weights",
            "The weights add up to {total}, more than can be summed exactly; give them in a larger unit.",
            total=total,
        )
    integers = np.empty(weights.size, dtype=np.int64)
    for denominator in _DENOMINATORS:
        if total * denominator >= _LARGEST_SUM:
            break
        threshold = _threshold(min_weight * denominator)
        if _scaled_exactly(weights, min_weight, denominator, threshold, integers, monitor.part(0.2, 1.0)):
            return integers, threshold
    # The sum of roundings is at most half a step for every row: leave room for it.
    exponent = 61 - math.ceil(math.log2(total + 1.0))

    def scale_finely(rows: slice) -> None:
        integers[rows] = np.rint(np.ldexp(np.minimum(weights[rows], min_weight), exponent))

    monitor.part(0.2, 1.0).blocks(scale_finely, weights.size)
    threshold = max(1, math.floor(math.ldexp(min_weight * (1.0 - _UNCERTAIN), exponent)))
    # Far above what all weights add up to it leaves the range of int64; at its end it is as far out of reach.
    return integers, min(threshold, _LARGEST_INTEGER)


def _total(weights: NDArray[np.float64], most: float, monitor: Monitor) -> float:
    """Return the sum of the weights, each `most` at most; raises InputError for one that is no weight."""

    def look(rows: slice) -> tuple[float, float, float]:
        block = weights[rows]
        return float(block.min()), float(block.max()), float(np.minimum(block, most).sum())

    blocks = monitor.blocks(look, weights.size)
    smallest = min((low for low, _, _ in blocks), default=0.0)
    if not all(math.isfinite(low) and math.isfinite(high) for low, high, _ in blocks):
        raise InputError(
            "weights", "Every weight must be a number; drop or fill the rows where it is missing."
        )
    if smallest < 0.0:
        raise InputError(
            "weights", "Weights must not be negative; the smallest is {smallest}.", smallest=smallest
        )
    return math.fsum(total for _, _, total in blocks)


def _scaled_exactly(
    weights: NDArray[np.float64],
    most: float,
    denominator: int,
    threshold: int,
    integers: NDArray[np.int64],
    monitor: Monitor,
) -> bool:
    """Set the integers to the multiples of 1 / denominator that the weights are; False where one is none."""
    inexact: list[slice] = []

    def scale(rows: slice) -> None:
        if inexact:
            return
        block = np.minimum(weights[rows], most)
        scaled = block * denominator
        whole = np.rint(scaled)
        rounding = np.minimum(_ROUNDING * whole, 0.25)
        # A weight clamped to a threshold that is no such fraction itself is one that reaches it.
        clamped = block == most
        if ((np.abs(scaled - whole) <= rounding) | clamped).all():
            integers[rows] = np.where(clamped, threshold, whole)
        else:
            inexact.append(rows)

    monitor.blocks(scale, weights.size)
    return not inexact


def _threshold(scaled: float) -> int:
    """Return the least integer that reaches the scaled threshold, which rounding may have lifted."""
    if scaled >= 2.0**63:
        return _LARGEST_INTEGER
    nearest = round(scaled)
    return nearest if abs(scaled - nearest) <= min(_ROUNDING * nearest, 0.25) else math.ceil(scaled)
