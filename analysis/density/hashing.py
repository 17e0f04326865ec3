"""The compiled loop that finds rows with the same coordinates; its story is in `sites.py`."""

from __future__ import annotations

import numpy as np

from ..compilation import njit, njit_inner
from ..monitor import CANCEL, DONE

_POLL_ROWS = 1 << 16
_FIRST_SIZE = 1 << 12

# What an entry of the table holds.
_X, _Y, _SITE, _WEIGHT = 0, 1, 2, 3
_NONE = np.uint64(0)


@njit
def collapse(state, start, stop, x_bits, y_bits, weights, of_row):
    """Set of_row[row] for a range of rows, numbering its sites in the order of their first row.

    `x_bits` and `y_bits` uint64[n] are the bits of the coordinates; `weights` int64[n], or of length 0 for 1
    each. Returns the first row int64[s] and the summed weight int64[s] of every site. Open addressing; an
    entry is half a cache line, so that a row costs one look at memory.
    """
    size = _FIRST_SIZE
    table = np.zeros((size, 4), dtype=np.uint64)
    first_row = np.empty(size, dtype=np.int64)
    sites = 0
    weighted = weights.size > 0
    for row in range(start, stop):
        if ((row - start) & (_POLL_ROWS - 1)) == 0:
            state[DONE] = row - start
            if state[CANCEL]:
                break
        x, y = x_bits[row], y_bits[row]
        weight = np.uint64(weights[row]) if weighted else np.uint64(1)
        slot = _slot(x, y, size)
        while table[slot, _SITE] != _NONE and (table[slot, _X] != x or table[slot, _Y] != y):
            slot = (slot + np.uint64(1)) & np.uint64(size - 1)
        if table[slot, _SITE] == _NONE:
            first_row[sites] = row
            sites += 1
            table[slot, _X], table[slot, _Y] = x, y
            table[slot, _SITE] = np.uint64(sites)
            table[slot, _WEIGHT] = weight
            of_row[row] = sites - 1
            if 8 * sites > 5 * size:
                table = _grown(table)
                size *= 2
                rows = np.empty(size, dtype=np.int64)
                rows[:sites] = first_row[:sites]
                first_row = rows
        else:
            table[slot, _WEIGHT] += weight
            of_row[row] = np.int64(table[slot, _SITE]) - 1
    total = np.empty(sites, dtype=np.int64)
    for slot in range(size):
        if table[slot, _SITE] != _NONE:
            total[np.int64(table[slot, _SITE]) - 1] = np.int64(table[slot, _WEIGHT])
    return first_row[:sites].copy(), total


@njit
def _grown(table):
    """The same entries in a table of twice the size."""
    size = 2 * table.shape[0]
    grown = np.zeros((size, 4), dtype=np.uint64)
    for old in range(table.shape[0]):
        if table[old, _SITE] == _NONE:
            continue
        slot = _slot(table[old, _X], table[old, _Y], size)
        while grown[slot, _SITE] != _NONE:
            slot = (slot + np.uint64(1)) & np.uint64(size - 1)
        grown[slot] = table[old]
    return grown


@njit_inner
def _slot(x_bits, y_bits, size):
    """Mix 128 bits of coordinates (constants of Steele, Lea & Flood 2014, SplitMix64)."""
    mixed = x_bits * np.uint64(0x9E3779B97F4A7C15) ^ y_bits
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (mixed ^ (mixed >> np.uint64(31))) & np.uint64(size - 1)
