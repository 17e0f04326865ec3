"""The compiled loops that find rows with the same coordinates; see `sites.py`.

Open addressing with linear probing: slots[slot] (uint32, as many as a power of two) is the site at a slot,
counted from 1, and 0 where there is none. `entry` float64[room, 3] are the coordinates of sites, of site 0 no
numbers, which equal nothing, and beside them the bits of their weights int64; `first_row` int64[room] are
their first rows.
"""

from __future__ import annotations

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE
from .instructions import prefetch

# Rows that go from step to step together: enough of them for many looks at memory at a time, and so few that
# the processor's cache still has them at the next step.
BLOCK = 1 << 12

# So many rows before an entry is compared it is asked for. Most entries are in none of the caches of a core,
# and by itself a processor does not look that many rows ahead. It takes a quarter off the time of this file.
AHEAD = np.uint64(32)

# What an entry holds. With the weight beside the coordinates a row needs one look at memory less.
X, Y, WEIGHT = 0, 1, 2

_NONE = np.uint32(0)
_ONE = np.uint64(1)
_SIGN = np.uint64(1 << 63)


@njit
def collapse(
    state, start, stop, x, y, weights, factor, threshold, min_weight, of_row, slots, entry, first_row, sites
):  # fmt: skip
    """Set of_row[row] for a range of rows, numbering sites from 0 in the order of their first row.

    `weights` float64[n], or of length 0 for 1 each, become integers as `Scale` says. `sites` is how many
    there are in the table. Returns how many there are then, and the row before which the table was too full
    for more, `stop` where it was not. It is -1 as soon as `x` or `y` float64[n] turns out not to be finite:
    NaN, which equals nothing, would fill the table.

    Rows go through the steps in blocks. So no row waits for the memory that another has asked for, and the
    few that are not at their first slot take their way through the table in a loop of their own.
    """
    sites = np.uint64(sites)
    x_bits, y_bits, entry_bits = x.view(np.uint64), y.view(np.uint64), entry.view(np.int64)
    slot, site = np.empty(BLOCK, dtype=np.uint32), np.zeros(np.uint64(BLOCK) + AHEAD, dtype=np.uint32)
    missed = np.empty(BLOCK, dtype=np.uint32)
    for block in range(start, stop, BLOCK):
        # Every row may be of a new site. With three slots in eight taken most rows are at their first one.
        if state[CANCEL] or np.uint64(8) * (sites + np.uint64(BLOCK)) > np.uint64(3 * slots.size):
            return sites, block
        rows = np.uint64(block), np.uint64(min(block + BLOCK, stop))
        misses = _look_up(rows, x, y, x_bits, y_bits, slots, entry, slot, site, missed)
        known = sites
        sites = _find(rows, x, y, slots, entry, entry_bits, first_row, sites, slot, site, missed[:misses])
        _add_up(rows, weights, factor, threshold, min_weight, site, entry_bits, of_row)
        state[DONE] += rows[1] - rows[0]
        for new in range(known + _ONE, sites + _ONE):
            if not (abs(entry[new, X]) < np.inf and abs(entry[new, Y]) < np.inf):
                return sites, -1
    return sites, stop


@njit_inner
def _look_up(rows, x, y, x_bits, y_bits, slots, entry, slot, site, missed):
    """Set the first slot of every row of a block and the site that is there; list those rows that are of
    another, and return how many they are.
    """
    first, stop = rows
    for row in range(first, stop):
        slot[row - first] = _slot(x_bits[row], y_bits[row], slots.size)
    for index in range(stop - first):
        site[index] = slots[np.uint64(slot[index])]
    misses = np.uint64(0)
    for row in range(first, stop):
        prefetch(entry, np.uint64(site[row - first + AHEAD]))
        found = np.uint64(site[row - first])
        # Every row is written down, and the next one over it where it is found: no branch to be mistaken.
        missed[misses] = row - first
        misses += np.uint64((entry[found, X] != x[row]) | (entry[found, Y] != y[row]))
    return misses


@njit_inner
def _find(rows, x, y, slots, entry, entry_bits, first_row, sites, slot, site, missed):
    """Set the sites of the rows of a block that are still looked for, new ones where there are none; return
    how many sites there are.
    """
    last = np.uint64(slots.size - 1)
    for index in missed:
        row, at = rows[0] + np.uint64(index), np.uint64(slot[index])
        while slots[at] != _NONE and (entry[slots[at], X] != x[row] or entry[slots[at], Y] != y[row]):
            at = (at + _ONE) & last
        if slots[at] == _NONE:
            sites += _ONE
            slots[at] = sites
            entry[sites, X], entry[sites, Y] = x[row], y[row]
            entry_bits[sites, WEIGHT], first_row[sites] = 0, row
        site[index] = slots[at]
    return sites


@njit_inner
def _add_up(rows, weights, factor, threshold, min_weight, site, entry_bits, of_row):
    """Give the rows of a block to their sites."""
    first, stop = rows
    for row in range(first, stop):
        found = np.uint64(site[row - first])
        of_row[row] = found - _ONE
        if weights.size == 0:
            entry_bits[found, WEIGHT] += 1
        else:
            heavy = weights[row] >= min_weight
            weight = threshold if heavy else np.int64(np.rint(weights[row] * factor))
            entry_bits[found, WEIGHT] += weight


@njit
def put_in(entry, sites, slots):
    """Put the sites there are into empty slots."""
    bits = entry.view(np.uint64)
    last = np.uint64(slots.size - 1)
    for site in range(_ONE, np.uint64(sites) + _ONE):
        at = np.uint64(_slot(bits[site, X], bits[site, Y], slots.size))
        while slots[at] != _NONE:
            at = (at + _ONE) & last
        slots[at] = site


@njit_inner
def _slot(x_bits, y_bits, size):
    """Mix 128 bits of coordinates (constants of Steele, Lea & Flood 2014, SplitMix64)."""
    mixed = _with_one_zero(x_bits) * np.uint64(0x9E3779B97F4A7C15) ^ _with_one_zero(y_bits)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.uint32((mixed ^ (mixed >> np.uint64(31))) & np.uint64(size - 1))


@njit_inner
def _with_one_zero(bits):
    """The bits of a number, for -0 those of 0: they are one place."""
    return np.uint64(0) if bits == _SIGN else bits


@njit
def renumber(state, start, stop, numbers, new):
    """Replace the numbers of a range of rows by what stands at their places in `new`."""
    for block in range(start, stop, BLOCK):
        if state[CANCEL]:
            return
        rows = np.uint64(block), np.uint64(min(block + BLOCK, stop))
        for row in range(rows[0], rows[1]):
            numbers[row] = new[np.uint64(numbers[row])]
        state[DONE] += rows[1] - rows[0]
