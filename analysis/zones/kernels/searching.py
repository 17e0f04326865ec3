"""The search for the best place of a disc or a box, compiled.

Its story, and its twin, are in `search.py`.
"""

from __future__ import annotations

import math

import numpy as np

from ...compilation import njit, njit_inner
from ...monitor import CANCEL, DONE

# A cell on the stack: its middle and half sides; the weight that is inside wherever in the cell the shape's
# centre is, where its list of points in doubt begins and ends, the most that a centre in it can hold, and
# where the lists of its siblings end.
_COLUMNS = 4
_NUMBERS = 5


@njit_inner
def _holds(dx, dy, half_x, half_y, disc):
    if disc:
        return dx * dx + dy * dy <= half_x * half_x
    return abs(dx) <= half_x and abs(dy) <= half_y


@njit_inner
def _always(dx, dy, hx, hy, half_x, half_y, disc):
    """Whether a point is inside wherever the centre is in a cell of half sides hx, hy round it."""
    return _holds(abs(dx) + hx, abs(dy) + hy, half_x, half_y, disc)


@njit_inner
def _never(dx, dy, hx, hy, half_x, half_y, disc):
    return not _holds(max(abs(dx) - hx, 0.0), max(abs(dy) - hy, 0.0), half_x, half_y, disc)


@njit_inner
def _apart(cx, cy, taken, apart):
    """Whether a centre is far enough from all that are taken."""
    for number in range(taken.shape[0]):
        dx, dy = cx - taken[number, 0], cy - taken[number, 1]
        if dx * dx + dy * dy < apart * apart:
            return False
    return True


@njit_inner
def _blocked(cx, cy, hx, hy, taken, apart):
    """Whether every centre in a cell is too near to one that is taken."""
    for number in range(taken.shape[0]):
        dx, dy = abs(cx - taken[number, 0]) + hx, abs(cy - taken[number, 1]) + hy
        if dx * dx + dy * dy < apart * apart:
            return True
    return False


@njit_inner
def _weigh(
    cx,
    cy,
    sure,
    listed,
    start,
    stop,
    x,
    y,
    weight,
    half_x,
    half_y,
    disc,
):
    total = sure
    for place in range(start, stop):
        point = listed[place]
        if _holds(x[point] - cx, y[point] - cy, half_x, half_y, disc):
            total += weight[point]
    return total


@njit
def search(
    state,
    begin,
    end,
    cell_x,
    cell_y,
    most,
    hx,
    hy,
    x,
    y,
    weight,
    half_x,
    half_y,
    disc,
    tolerance,
    taken,
    apart,
    at_least,
    leaf,
    finest,
    whole,
):
    """Search cells in the order given and return the best centre and weight found above `at_least`.

    `begin`, `end` int64[r, b]: the points that may matter to a cell, in b ranges; `most` int64[r] descends.
    See `search.search` for the rest. Returns float64[2], NaN where nothing is better, and the weight.
    """
    wide_x, wide_y = half_x * (1.0 + tolerance), half_y * (1.0 + tolerance)
    near = apart * (1.0 - tolerance)
    best = at_least
    found = np.full(2, np.nan)
    listed = np.empty(1024, dtype=np.int32)
    cells = np.empty((1024, _COLUMNS))
    numbers = np.empty((1024, _NUMBERS), dtype=np.int64)
    candidate = np.empty((4 * leaf * leaf + 4 * leaf * taken.shape[0] + 1, 2))
    for root in range(cell_x.size):
        # The bound falls from that of the first cell to the best that is found, which ends the search.
        state[DONE] = int(whole * ((most[0] - most[root]) / max(1, most[0] - best)))
        if most[root] <= best or state[CANCEL]:
            break
        top = 0
        for span in range(begin.shape[1]):
            count = end[root, span] - begin[root, span]
            if top + count > listed.size:
                grown = np.empty(2 * (top + count), dtype=np.int32)
                grown[:top] = listed[:top]
                listed = grown
            for point in range(begin[root, span], end[root, span]):
                listed[top] = point
                top += 1
        cells[0] = (cell_x[root], cell_y[root], hx, hy)
        numbers[0] = (0, 0, top, most[root], top)
        depth = 1
        while depth > 0:
            if state[CANCEL]:
                break
            depth -= 1
            cx, cy, ax, ay = cells[depth]
            sure, start, stop, upper, ceiling = numbers[depth]
            if upper <= best or _blocked(cx, cy, ax, ay, taken, near):
                continue
            if _apart(cx, cy, taken, near):
                here = _weigh(cx, cy, sure, listed, start, stop, x, y, weight, wide_x, wide_y, disc)
                if here > best:
                    best = here
                    found[0], found[1] = cx, cy
            if upper <= best or max(ax, ay) < finest:
                continue
            if stop - start <= leaf:
                many = _corners(
                    cx, cy, ax, ay, listed, start, stop, x, y, half_x, half_y, disc, taken, apart, candidate
                )
                for number in range(many):
                    px, py = candidate[number]
                    if _apart(px, py, taken, near):
                        here = _weigh(px, py, sure, listed, start, stop, x, y, weight, wide_x, wide_y, disc)
                        if here > best:
                            best = here
                            found[0], found[1] = px, py
                continue
            # Siblings wait below on the stack, in another order than their lists.
            if depth + 4 > cells.shape[0]:
                more_cells = np.empty((2 * cells.shape[0], _COLUMNS))
                more_cells[:depth] = cells[:depth]
                cells = more_cells
                more_numbers = np.empty((2 * numbers.shape[0], _NUMBERS), dtype=np.int64)
                more_numbers[:depth] = numbers[:depth]
                numbers = more_numbers
            top = ceiling
            first = depth
            for child in range(4):
                qx = cx + (ax if child & 1 else -ax) * 0.5
                qy = cy + (ay if child & 2 else -ay) * 0.5
                if top + stop - start > listed.size:
                    grown = np.empty(2 * (top + stop - start), dtype=np.int32)
                    grown[:top] = listed[:top]
                    listed = grown
                inside = sure
                doubt = 0
                tail = top
                for place in range(start, stop):
                    point = listed[place]
                    dx, dy = x[point] - qx, y[point] - qy
                    if _always(dx, dy, 0.5 * ax, 0.5 * ay, half_x, half_y, disc):
                        inside += weight[point]
                    elif not _never(dx, dy, 0.5 * ax, 0.5 * ay, wide_x, wide_y, disc):
                        doubt += weight[point]
                        listed[tail] = point
                        tail += 1
                if inside + doubt <= best:
                    continue
                # The most promising child comes last, and off the stack first.
                slot = depth
                while slot > first and numbers[slot - 1, 3] > inside + doubt:
                    slot -= 1
                for move in range(depth, slot, -1):
                    cells[move] = cells[move - 1]
                    numbers[move] = numbers[move - 1]
                cells[slot] = (qx, qy, 0.5 * ax, 0.5 * ay)
                numbers[slot] = (inside, top, tail, inside + doubt, 0)
                depth += 1
                top = tail
            for slot in range(first, depth):
                numbers[slot, 4] = top
    return found, best


@njit_inner
def _corners(
    cx,
    cy,
    ax,
    ay,
    listed,
    start,
    stop,
    x,
    y,
    half_x,
    half_y,
    disc,
    taken,
    apart,
    candidate,
):
    """Write the places in a cell where two edges meet: a centre there has two points on its rim."""
    count = 0
    reach_x, reach_y = ax * (1.0 + 1e-6), ay * (1.0 + 1e-6)
    for place in range(start, stop):
        first = listed[place]
        if disc:
            for other in range(start, place):
                second = listed[other]
                count = _crossings(
                    x[first], y[first], half_x, x[second], y[second], half_x,
                    cx, cy, reach_x, reach_y, candidate, count,
                )  # fmt: skip
            for number in range(taken.shape[0]):
                count = _crossings(
                    x[first], y[first], half_x, taken[number, 0], taken[number, 1], apart,
                    cx, cy, reach_x, reach_y, candidate, count,
                )  # fmt: skip
        else:
            for side in range(2):
                px = x[first] + (half_x if side else -half_x)
                if abs(px - cx) > reach_x:
                    continue
                for other in range(start, stop):
                    for end in range(2):
                        py = y[listed[other]] + (half_y if end else -half_y)
                        if abs(py - cy) <= reach_y:
                            candidate[count, 0], candidate[count, 1] = px, py
                            count += 1
    return count


@njit_inner
def _crossings(
    x,
    y,
    radius,
    other_x,
    other_y,
    other_radius,
    cx,
    cy,
    reach_x,
    reach_y,
    candidate,
    count,
):
    """Write where two circles meet, as far as that is in the cell."""
    dx, dy = other_x - x, other_y - y
    squared = dx * dx + dy * dy
    if squared == 0.0:
        return count
    along = 0.5 * (1.0 + (radius * radius - other_radius * other_radius) / squared)
    height = radius * radius / squared - along * along
    if height < -1e-9:
        return count
    across = math.sqrt(max(height, 0.0))
    for side in range(2):
        turn = across if side else -across
        px, py = x + along * dx - turn * dy, y + along * dy + turn * dx
        if abs(px - cx) <= reach_x and abs(py - cy) <= reach_y:
            candidate[count, 0], candidate[count, 1] = px, py
            count += 1
    return count
