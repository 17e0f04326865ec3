"""Weights as integers, so that sums do not depend on the order of addition."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..monitor import Monitor
from .extent import extent

# Weights of points: int64, or int8 where each weighs 1, because they are read for every pair.
Weights = NDArray[np.signedinteger[Any]]

# Denominators tried before giving up exactness: whole numbers, tenths to billionths, and 1/k as fractional
# counting makes it (720720 is the least common multiple of 1 to 16, 232792560 of 1 to 22).
DENOMINATORS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 720_720, 232_792_560, 1_000_000_000)
_LARGEST_SUM = 2**62
_LARGEST_INTEGER = 2**63 - 1

# How far rounding takes a scaled weight from the whole number it stands for: a few units in its last place.
_ROUNDING = 8 * float(np.finfo(np.float64).eps)
_UNCERTAIN = 1e-12

# So many weights are looked at before all are.
_FEW = 1 << 10


@dataclass(frozen=True)
class Scale:
    """How weights become integers: times `factor`, rounded, and the `threshold` that decides as
    `sum(weights) >= min_weight`.

    A weight of `min_weight` or more counts as the threshold: it makes every point around it core either way.
    """

    factor: float
    threshold: int
    min_weight: float

    def integers(self, weights: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return int64[n] of weights float64[n]."""
        scaled = np.rint(np.minimum(weights, self.min_weight) * self.factor)
        integers: NDArray[np.int64] = scaled.astype(np.int64)
        integers[weights >= self.min_weight] = self.threshold
        return integers


ONE_EACH = Scale(1.0, 1, 1.0)


def find_scale(
    weights: NDArray[np.float64] | None, min_weight: float, monitor: Monitor | None = None
) -> Scale:
    """Find the scale for weights float64[n], or for 1 each.

    Weights that are whole multiples of a common fraction, as written in decimal or as 1/k up to 1/22, are
    scaled by it and stay exact. Others are rounded to the finest power of two whose total stays below 2^62
    (for a total of 10^8, steps of 2^-34), and a sum within 10^-12 of the threshold reaches it, as sums of
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
        return Scale(1.0, _threshold(min_weight), min_weight)
    adding, *trying = (monitor or Monitor()).split(*[1] * (1 + len(DENOMINATORS)))
    total = _total(weights, min_weight, adding)
    parts = dict(zip(DENOMINATORS, trying, strict=True))
    return choose_scale(
        total,
        min_weight,
        lambda denominator: are_multiples(weights, min_weight, denominator, parts[denominator]),
    )


def choose_scale(total: float, min_weight: float, are_multiples_of: Callable[[int], bool]) -> Scale:
    """Return the scale for weights with a total, each `min_weight` at most; see `find_scale`.

    `are_multiples_of` says whether all are whole multiples of 1 / denominator, one of DENOMINATORS.
    """
    if total >= _LARGEST_SUM:
        raise InputError(
            "weights",
            "The weights add up to {total}, and only sums below {limit} are exact; give the weights and the "
            "minimum in a larger unit.",
            total=total,
            limit=float(_LARGEST_SUM),
        )
    for denominator in DENOMINATORS:
        if total * denominator >= _LARGEST_SUM:
            break
        if are_multiples_of(denominator):
            return Scale(denominator, _threshold(min_weight * denominator), min_weight)
    # The sum of roundings is at most half a step for every row: leave room for it.
    exponent = 61 - math.ceil(math.log2(total + 1.0))
    threshold = max(1, math.floor(math.ldexp(min_weight * (1.0 - _UNCERTAIN), exponent)))
    # Far above what all weights add up to it leaves the range of int64; at its end it is as far out of reach.
    return Scale(2.0**exponent, min(threshold, _LARGEST_INTEGER), min_weight)


def full_scale(weights: NDArray[np.float64] | None, monitor: Monitor) -> Scale:
    """Find the scale for weights float64[n] of which none counts for less than it is; see `find_scale`.

    Where they are no multiples of a common fraction, a giant among them takes from the fineness of all.
    """
    # A weight of so much is already more than can be summed.
    return find_scale(weights, float(_LARGEST_SUM), monitor)


def of_points(weights: NDArray[np.int64] | None, site: NDArray[np.int32]) -> Weights:
    """Return the weights of the points of a tree, of which point k is the site `site[k]`."""
    return np.ones(site.size, dtype=np.int8) if weights is None else weights[site]


def _total(weights: NDArray[np.float64], most: float, monitor: Monitor) -> float:
    """Return the sum of the weights, each `most` at most; raises InputError for one that is no weight."""
    looking, adding = monitor.split(1, 2)
    smallest, largest = extent(weights, looking)
    require_weights(smallest, largest)

    def add(rows: slice) -> float:
        # What is more than a number can hold is infinite, and too much as well.
        with np.errstate(over="ignore"):
            return float((weights[rows] if largest <= most else np.minimum(weights[rows], most)).sum())

    return total_of(adding.blocks(add, weights.size))


def total_of(sums: Iterable[float]) -> float:
    """Return the sum of sums, in whatever order they come; infinite where no number holds it."""
    try:
        return math.fsum(sums)
    except OverflowError:
        return math.inf


def require_weights(smallest: float, largest: float) -> None:
    """Raise InputError where these, the least and the greatest of all, are no weights."""
    if not (math.isfinite(smallest) and math.isfinite(largest)):
        raise InputError(
            "weights", "Every weight must be a number; drop or fill the rows where it is missing."
        )
    if smallest < 0.0:
        raise InputError(
            "weights", "Weights must not be negative; the smallest is {smallest}.", smallest=smallest
        )


def _threshold(scaled: float) -> int:
    """Return the least integer that reaches the scaled threshold, which rounding may have lifted."""
    if scaled >= 2.0**63:
        return _LARGEST_INTEGER
    nearest = round(scaled)
    return nearest if abs(scaled - nearest) <= min(_ROUNDING * nearest, 0.25) else math.ceil(scaled)


def are_multiples(weights: NDArray[np.float64], most: float, denominator: int, monitor: Monitor) -> bool:
    """Say whether all weights below `most` are whole multiples of 1 / denominator, but for their rounding."""
    inexact: list[slice] = []

    def look(rows: slice) -> None:
        if inexact:
            return
        scaled = weights[rows] * denominator
        whole = np.rint(scaled)
        exact = scaled == whole
        if not exact.all():
            exact |= np.abs(scaled - whole) <= np.minimum(_ROUNDING * whole, 0.25)
            exact |= weights[rows] >= most
            if not exact.all():
                inexact.append(rows)

    # What does not fit shows in the first few, mostly.
    look(slice(0, _FEW))
    monitor.blocks(look, 0 if inexact else weights.size)
    return not inexact
