"""The compiled loop that finds rows with the same coordinates; see `sites.py`."""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE

_POLL_ROWS = 1 << 16
_FIRST_SIZE = 1 << 12

# What an entry of the table holds: half a cache line, so that a row costs one look at memory.
_X, _Y, _SITE, _WEIGHT = 0, 1, 2, 3
_NONE = np.uint64(0)
_ONE = np.uint64(1)


@njit
def collapse(state, start, stop, x_bits, y_bits, weights, factor, threshold, min_weight, of_row):
    """Set of_row[row] for a range of rows, numbering its sites in the order of their first row.

    `x_bits` and `y_bits` uint64[n] are the bits of the coordinates; `weights` float64[n], or of length 0 for
    1 each, become integers as `Scale` says. Returns the first row int64[s] and the summed weight int64[s] of
    every site. Open addressing with linear probing; counting in uint64 spares the look whether an index is
    negative.
    """
    table = np.zeros((_FIRST_SIZE, 4), dtype=np.uint64)
    first_row = np.empty(_FIRST_SIZE, dtype=np.int64)
    sites = np.uint64(0)
    row, stop = np.uint64(start), np.uint64(stop)
    while row < stop:
        state[DONE] = row - np.uint64(start)
        if state[CANCEL]:
            break
        block_end = min(row + np.uint64(_POLL_ROWS), stop)
        row, sites = _fill(
            row,
            block_end,
            x_bits,
            y_bits,
            weights,
            factor,
            threshold,
            min_weight,
            of_row,
            table,
            first_row,
            sites,
        )
        if row < block_end:
            table, first_row = _grown(table), _twice(first_row)
    total = np.empty(sites, dtype=np.int64)
    for slot in range(table.shape[0]):
        if table[slot, _SITE] != _NONE:
            total[table[slot, _SITE] - _ONE] = table[slot, _WEIGHT]
    return first_row[:sites], total


@njit_inner
def _fill(row, stop, x_bits, y_bits, weights, factor, threshold, min_weight, of_row, table, first_row, sites):
    """Put rows into the table until they end or it is five eighths full; return where, and the sites."""
    size = np.uint64(table.shape[0])
    while row < stop:
        x, y = x_bits[row], y_bits[row]
        weight = _ONE
        if weights.size:
            heavy = weights[row] >= min_weight
            weight = np.uint64(threshold) if heavy else np.uint64(np.rint(weights[row] * factor))
        slot = _slot(x, y, size)
        while table[slot, _SITE] != _NONE and (table[slot, _X] != x or table[slot, _Y] != y):
            slot = (slot + _ONE) & (size - _ONE)
        if table[slot, _SITE] == _NONE:
            if np.uint64(8) * sites >= np.uint64(5) * size:
                break
            first_row[sites] = row
            sites += _ONE
            table[slot, _X], table[slot, _Y] = x, y
            table[slot, _SITE], table[slot, _WEIGHT] = sites, weight
        else:
            table[slot, _WEIGHT] += weight
        of_row[row] = table[slot, _SITE] - _ONE
        row += _ONE
    return row, sites


@njit
def _grown(table):
    """The same entries in a table of twice the size."""
    size = np.uint64(2 * table.shape[0])
    grown = np.zeros((2 * table.shape[0], 4), dtype=np.uint64)
    for old in range(table.shape[0]):
        if table[old, _SITE] == _NONE:
            continue
        slot = _slot(table[old, _X], table[old, _Y], size)
        while grown[slot, _SITE] != _NONE:
            slot = (slot + _ONE) & (size - _ONE)
        for column in range(4):
            grown[slot, column] = table[old, column]
    return grown


@njit
def _twice(values):
    """The same values in an array of twice the size."""
    longer = np.empty(2 * values.size, dtype=values.dtype)
    for index in range(values.size):
        longer[index] = values[index]
    return longer


@njit_inner
def _slot(x_bits, y_bits, size):
    """Mix 128 bits of coordinates (constants of Steele, Lea & Flood 2014, SplitMix64)."""
    mixed = x_bits * np.uint64(0x9E3779B97F4A7C15) ^ y_bits
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (mixed ^ (mixed >> np.uint64(31))) & (size - _ONE)
