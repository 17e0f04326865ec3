"""Selection by weight: the value at which the weight of all values up to it reaches a threshold."""

from __future__ import annotations

import numpy as np

from ...compilation import njit_inner


@njit_inner
def reached_value(values, items, count, weights, least):
    """The lowest of values[:count] such that the items with values up to it weigh `least`; infinite where all
    of them do not.

    `weights` int64 is what every item weighs. Values and items change places. A quickselect (Hoare 1961) that
    parts values below, at and above a pivot; which ones are pivots decides the time, not the outcome.
    """
    low, high = 0, count
    while low < high:
        pivot = _median(values[low], values[(low + high) // 2], values[high - 1])
        below, at = np.int64(0), np.int64(0)
        first_at, here, first_above = low, low, high
        while here < first_above:
            value, item = values[here], items[here]
            if value < pivot:
                values[here], items[here] = values[first_at], items[first_at]
                values[first_at], items[first_at] = value, item
                below += weights[item]
                first_at += 1
                here += 1
            elif value > pivot:
                first_above -= 1
                values[here], items[here] = values[first_above], items[first_above]
                values[first_above], items[first_above] = value, item
            else:
                at += weights[item]
                here += 1
        if below >= least:
            high = first_at
        elif below + at >= least:
            return pivot
        else:
            least -= below + at
            low = first_above
    return np.inf


@njit_inner
def _median(a, b, c):
    return max(min(a, b), min(max(a, b), c))
