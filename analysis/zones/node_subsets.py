"""The best choice of nodes (거점) for a zone: the most activity within one circle and a limit of area."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..monitor import Monitor

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

MOST_NODES = 1_000

# Choices looked at before the search gives up its proof: some seconds.
MOST_STEPS = 2_000_000

# As in search.TOLERANCE: what is a billionth beyond a limit keeps it.
_TOLERANCE = 1e-9

_BLOCK = 4_096
_LOOK = 10_000


class Reading(StrEnum):
    """Which circle the radius is of. ENCLOSING: any circle that all nodes are in. CORE: the one round one of
    the nodes, the core."""

    ENCLOSING = "enclosing"
    CORE = "core"


@dataclass(frozen=True)
class Subset:
    """Nodes that were chosen, ascending; their value and area together; the core, -1 where there is none;
    and `bound`, more than which no choice can have. The choice is proven the best where `bound` is its value.
    """

    nodes: IntArray
    value: int
    area: float
    core: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no choice is better."""
        return self.bound <= self.value


def best_subset(
    x: FloatArray,
    y: FloatArray,
    area: FloatArray,
    value: IntArray,
    radius: float,
    most_area: float,
    *,
    reading: Reading = Reading.ENCLOSING,
    most_steps: int = MOST_STEPS,
    monitor: Monitor | None = None,
) -> Subset:
    """Choose among n nodes in a plane of metres those with the greatest value whose areas add up to no more
    than `most_area` and that the circle of the reading holds.

    `area` float64[n] and `value` int64[n] are 0 or more. Nodes that one circle holds together are found from
    the circles through pairs of them; of each such group the best choice under the area is a knapsack, solved
    by branch and bound with the bound of Dantzig (1957), Operations Research 5, 266-288. Groups whose bound
    is no better than what is found are left out. After `most_steps` the search ends with the best so far and
    the bound of what was left. Raises InputError for more than MOST_NODES nodes, and Cancelled.
    """
    monitor = monitor or Monitor()
    if x.size > MOST_NODES:
        raise InputError(
            "NODES",
            "There are {count} nodes; choose up to {most}, or filter the layer.",
            count=x.size,
            most=MOST_NODES,
        )
    grouping, choosing = monitor.split(1, 3)
    usable = np.flatnonzero(area <= most_area * (1.0 + _TOLERANCE))
    groups = []
    for core, members in _groups(x, y, usable, radius, reading, grouping):
        groups.append((_relaxed(members, core, area, value, most_area), core, members))
    groups.sort(key=lambda group: (-group[0], group[1], group[2].tolist()))
    best = Subset(np.empty(0, dtype=np.int64), 0, 0.0, -1, 0)
    steps = most_steps
    for number, (upper, core, members) in enumerate(groups):
        part = choosing.part(number / len(groups), (number + 1) / len(groups))
        part.progress(0.0)
        if upper <= best.value:
            break
        chosen, used = _knapsack(members, core, area, value, most_area, best.value, steps, part)
        steps -= used
        if chosen is not None:
            nodes = np.sort(chosen)
            best = Subset(nodes, int(value[nodes].sum()), float(area[nodes].sum()), core, 0)
        if steps <= 0:
            return Subset(best.nodes, best.value, best.area, best.core, max(upper, best.value))
    return Subset(best.nodes, best.value, best.area, best.core, best.value)


def _groups(
    x: FloatArray, y: FloatArray, usable: IntArray, radius: float, reading: Reading, monitor: Monitor
) -> Iterator[tuple[int, IntArray]]:
    """Yield the core, -1 for none, and the nodes of every largest group that a circle holds."""
    wide = radius * (1.0 + _TOLERANCE)
    if reading is Reading.CORE:
        for core in usable.tolist():
            yield core, usable[np.hypot(x[usable] - x[core], y[usable] - y[core]) <= wide]
        return
    px, py = x[usable], y[usable]
    first, second = np.triu_indices(usable.size, 1)
    dx, dy = px[second] - px[first], py[second] - py[first]
    squared = dx * dx + dy * dy
    near = (squared > 0.0) & (squared <= 4.0 * wide * wide)
    first, dx, dy, squared = first[near], dx[near], dy[near], squared[near]
    across = np.sqrt(np.maximum(radius * radius / squared - 0.25, 0.0))
    centre_x = np.concatenate([px, *(px[first] + 0.5 * dx - turn * dy for turn in (across, -across))])
    centre_y = np.concatenate([py, *(py[first] + 0.5 * dy + turn * dx for turn in (across, -across))])
    seen: set[bytes] = set()
    for start in range(0, centre_x.size, _BLOCK):
        monitor.progress(start / centre_x.size)
        block = slice(start, start + _BLOCK)
        held = np.hypot(px - centre_x[block, None], py - centre_y[block, None]) <= wide
        for row, packed in zip(held, np.packbits(held, axis=1), strict=True):
            key = packed.tobytes()
            if key not in seen:
                seen.add(key)
                yield -1, usable[row]


def _sorted(members: IntArray, core: int, area: FloatArray, value: IntArray) -> IntArray:
    """Return the members by value per area, the greatest first, without the core and what has no value."""
    kept = members[(members != core) & (value[members] > 0)]
    with np.errstate(divide="ignore"):
        rate = value[kept] / area[kept]
    order: IntArray = kept[np.lexsort((kept, -rate))]
    return order


def _relaxed(members: IntArray, core: int, area: FloatArray, value: IntArray, most_area: float) -> int:
    """Return what a group has where nodes may be cut: no choice of whole ones has more."""
    order = _sorted(members, core, area, value)
    room = most_area * (1.0 + _TOLERANCE) - (area[core] if core >= 0 else 0.0)
    own = int(value[core]) if core >= 0 else 0
    used = np.cumsum(area[order])
    whole = int(np.searchsorted(used, room, side="right"))
    total = own + int(value[order[:whole]].sum())
    if whole < order.size:
        left = room - (used[whole - 1] if whole else 0.0)
        # One more for what rounding may have lost.
        total += int(value[order[whole]] * left / area[order[whole]]) + 1
    return total


def _knapsack(
    members: IntArray,
    core: int,
    area: FloatArray,
    value: IntArray,
    most_area: float,
    at_least: int,
    steps: int,
    monitor: Monitor,
) -> tuple[IntArray | None, int]:
    """Return the best choice in a group, None where none is better than `at_least`, and the steps taken."""
    order = _sorted(members, core, area, value)
    areas, values = area[order].tolist(), value[order].tolist()
    # What all nodes before a place have together.
    area_before = [0.0, *np.cumsum(area[order]).tolist()]
    value_before = [0, *np.cumsum(value[order]).tolist()]
    own = int(value[core]) if core >= 0 else 0
    room = most_area * (1.0 + _TOLERANCE) - (float(area[core]) if core >= 0 else 0.0)
    best, chosen = at_least, None
    # The next node to decide on, the room left, the value so far, and which are in, a bit for each.
    stack = [(0, room, own, 0)]
    used = 0
    while stack and used < steps:
        used += 1
        if used % _LOOK == 0:
            monitor.progress(0.0)
        place, left, total, taken = stack.pop()
        if total > best:
            best, chosen = total, taken
        if place == len(areas):
            continue
        # The bound: the rest in order, the first that does not fit cut to what fits.
        rest = bisect_right(area_before, area_before[place] + left, lo=place) - 1
        upper = total + value_before[rest] - value_before[place]
        if rest < len(areas):
            upper += int(values[rest] * (left - area_before[rest] + area_before[place]) / areas[rest]) + 1
        if upper <= best:
            continue
        stack.append((place + 1, left, total, taken))
        if areas[place] <= left:
            stack.append((place + 1, left - areas[place], total + values[place], taken | 1 << place))
    if chosen is None:
        return None, used
    nodes = [number for number in range(len(areas)) if chosen >> number & 1]
    return np.array([*([core] if core >= 0 else []), *order[nodes].tolist()], dtype=np.int64), used
