"""The compiled loops that move points: sorted along a curve by the digits of their keys (the story is in
`curve.py`), and from sites to rows.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE, POLL_ROWS


@njit
def extremes(state, start, stop, bits):
    """Return the lowest and the highest of a range of numbers, given as their bits int64, as whole numbers of
    the same order: the bits of negative ones are turned but for the sign. NaN is beyond the infinite.

    Whole numbers are compared eight at a time, others, among which NaN may be, one after another.
    """
    lowest, highest = np.int64(2**63 - 1), np.int64(-(2**63))
    for block in range(start, stop, POLL_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            break
        for row in range(np.uint64(block), np.uint64(min(block + POLL_ROWS, stop))):
            whole = bits[row] ^ ((bits[row] >> 63) & np.int64(2**63 - 1))
            lowest, highest = min(lowest, whole), max(highest, whole)
    return lowest, highest


@njit
def curve_keys(state, start, stop, x, y, x_low, y_low, step, keys, rows):
    """Set keys[row] to the place of a row on the curve, its bits alternating between x and y, and number the
    rows.
    """
    for block in range(start, stop, POLL_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            return
        for row in range(np.uint64(block), np.uint64(min(block + POLL_ROWS, stop))):
            column = np.uint64((x[row] - x_low) * step)
            line = np.uint64((y[row] - y_low) * step)
            keys[row] = _spread(column) | (_spread(line) << np.uint64(1))
            rows[row] = row


@njit_inner
def _spread(value):
    """Put a zero bit between any two bits of a 31-bit number."""
    value = (value | (value << np.uint64(16))) & np.uint64(0x0000FFFF0000FFFF)
    value = (value | (value << np.uint64(8))) & np.uint64(0x00FF00FF00FF00FF)
    value = (value | (value << np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    value = (value | (value << np.uint64(2))) & np.uint64(0x3333333333333333)
    return (value | (value << np.uint64(1))) & np.uint64(0x5555555555555555)


@njit
def count_digits(state, start, stop, keys, shift, mask, counts):
    """Count how often every digit occurs in a range."""
    for block in range(start, stop, POLL_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            return
        for row in range(np.uint64(block), np.uint64(min(block + POLL_ROWS, stop))):
            counts[np.uint64((keys[row] >> shift) & mask)] += 1


@njit
def place_digits(state, start, stop, keys, rows, shift, mask, place, sorted_keys, sorted_rows):
    """Move a range to where its digits belong; `place` says where the next of every digit goes."""
    for block in range(start, stop, POLL_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            return
        for row in range(np.uint64(block), np.uint64(min(block + POLL_ROWS, stop))):
            digit = np.uint64((keys[row] >> shift) & mask)
            at = np.uint64(place[digit])
            place[digit] += 1
            sorted_keys[at] = keys[row]
            sorted_rows[at] = rows[row]


@njit
def carry(state, start, stop, of_row, labels, core, ambiguous, row_core, row_ambiguous):
    """Give a range of rows what is known of their sites, labels in the place of the sites' numbers."""
    for block in range(start, stop, POLL_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            return
        for row in range(np.uint64(block), np.uint64(min(block + POLL_ROWS, stop))):
            site = np.uint64(of_row[row])
            of_row[row], row_core[row], row_ambiguous[row] = labels[site], core[site], ambiguous[site]
