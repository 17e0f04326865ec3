"""Selection by weight: the value at which the weight of all values up to it reaches a threshold."""

from __future__ import annotations

import numpy as np

from ...compilation import njit_inner

BUCKETS = 512

# So few values are parted one by one sooner than they are put into buckets.
_FEW = 64


@njit_inner
def reached_value(values, items, count, weights, least, buckets, few_values, few_items):
    """The lowest of values[:count] such that the items with values up to it weigh `least`; infinite where all
    of them do not.

    `weights` int64 is what every item weighs. `buckets` int64[BUCKETS] and the arrays of the few, as long as
    values and items, are there to be written to. The weights of buckets tell in which one the value lies,
    and only what is in that one is put in order.
    """
    lowest, highest = np.inf, -np.inf
    for index in range(count):
        lowest, highest = min(lowest, values[index]), max(highest, values[index])
    step = (BUCKETS - 1) / (highest - lowest) if lowest < highest else np.inf
    if count <= _FEW or not 0.0 < step < np.inf:
        for index in range(count):
            few_values[index], few_items[index] = values[index], items[index]
        return _parted(few_values, few_items, count, weights, least)

    for bucket in range(BUCKETS):
        buckets[bucket] = 0
    for index in range(count):
        buckets[np.uint64((values[index] - lowest) * step)] += weights[items[index]]
    chosen = 0
    while buckets[chosen] < least:
        least -= buckets[chosen]
        chosen += 1
        if chosen == BUCKETS:
            return np.inf
    few = 0
    for index in range(count):
        few_values[few], few_items[few] = values[index], items[index]
        few += 1 if np.uint64((values[index] - lowest) * step) == np.uint64(chosen) else 0
    return _parted(few_values, few_items, few, weights, least)


@njit_inner
def _parted(values, items, count, weights, least):
    """The same by parting values below, at and above a pivot (quickselect, Hoare 1961), moving them about.

    Which values are pivots decides the time, not the outcome.
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
