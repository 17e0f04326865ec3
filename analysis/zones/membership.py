"""Which points lie in which polygons: a grid says which to look at, a kernel decides what is certain in
floating point, and GEOS what is not; without numba GEOS decides all.

A point in the open inside of a polygon is in it and one outside is not, whatever the rule; holes are outside.
What lies on a border exactly, to the last bit of its coordinates, is decided by the rule: see Border.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import CANCEL, DONE, Monitor

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

POINTS_PER_CELL = 8
MOST_CELLS_A_SIDE = 2048

# The numbers of polygons and multipolygons among the types of shapely.
_AREAS = (3, 6)

# So many points are looked up among polygons in one call: some tenths of a second, the time to hear Cancel.
_NEAREST_BLOCK = 1_000


class Border(StrEnum):
    """Where a point on the border of a polygon is.

    INSIDE: in the polygon, as shapely's `intersects` has it, so that no address is lost on a line that two
    zones share: it is in both. OUTSIDE: in neither, as shapely's `contains` and QGIS's Count points in
    polygon have it.
    """

    INSIDE = "inside"
    OUTSIDE = "outside"


class PointGrid:
    """Points, float64[n] x and y in the reference system of the polygons, ready to be looked for in them.

    Points that are not finite are in no polygon. `compiled` asks for the numba kernel or against it; the
    answer is the same.
    """

    def __init__(
        self, x: FloatArray, y: FloatArray, border: Border = Border.INSIDE, *, compiled: bool | None = None
    ) -> None:
        self._shapely = packages.require("shapely", "counting points in zones")
        self._compiled = packages.find("numba").module is not None if compiled is None else compiled
        self.border = border
        self.count = x.size
        rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        side = min(MOST_CELLS_A_SIDE, max(1, math.isqrt(rows.size // POINTS_PER_CELL)))
        self._columns = _Axis(x[rows], side)
        self._lines = _Axis(y[rows], side)
        line, column = self._lines.place(y[rows]), self._columns.place(x[rows])
        # numpy sorts numbers of 16 bits by their digits, which takes a tenth of the time.
        order = np.argsort(column.astype(np.uint16), kind="stable")
        order = order[np.argsort(line.astype(np.uint16)[order], kind="stable")]
        self._row = rows[order]
        self._x, self._y = x[self._row], y[self._row]
        points = np.bincount(line * side + column, minlength=side * side)
        self._start = np.concatenate([[0], np.cumsum(points)])

    def rows_in(self, polygon: object) -> IntArray:
        """Return the rows of the points in a shapely polygon, valid and of any number of parts, ascending."""
        return self.rows_within(Outlines(np.array([polygon, None], dtype=object)[:-1]), 0)

    def rows_within(self, outlines: Outlines, number: int) -> IntArray:
        """Return the rows of the points in one of several polygons, ascending."""
        if not (outlines.there[number] and self._row.size):
            return np.empty(0, dtype=np.int64)
        corners, ring, bounds = outlines.of(number)
        certain = np.empty(0, dtype=np.int64)
        if self._compiled and len(corners):
            from .kernels.containing import look

            cells = (*self._cells(bounds), self._columns.cells, self._start)
            certain, doubtful = look(corners, ring, bounds, *cells, self._x, self._y)
        else:
            doubtful = self._near(bounds)
        rows: IntArray = self._row[certain]
        if doubtful.size:
            asked = self._row[self._asked(outlines.polygons[number], doubtful)]
            rows = np.concatenate([rows, asked])
        rows.sort()
        return rows

    def _asked(self, polygon: object, places: IntArray) -> IntArray:
        """Return those of the places that GEOS finds in a polygon."""
        test = self._shapely.intersects_xy if self.border is Border.INSIDE else self._shapely.contains_xy
        self._shapely.prepare(polygon)
        inside: IntArray = places[test(polygon, self._x[places], self._y[places])]
        self._shapely.destroy_prepared(polygon)
        return inside

    def rows_near(self, x: float, y: float, reach: float) -> IntArray:
        """Return the rows of the points no farther than `reach` from a place, ascending."""
        if not self._row.size:
            return np.empty(0, dtype=np.int64)
        places = self._near(np.array([x - reach, y - reach, x + reach, y + reach]))
        rows: IntArray = np.sort(
            self._row[places[np.hypot(self._x[places] - x, self._y[places] - y) <= reach]]
        )
        return rows

    def _cells(self, bounds: FloatArray) -> tuple[int, int, int, int]:
        """Return the first and last columns and the lowest and highest lines that a box touches."""
        west, south, east, north = bounds.tolist()
        return (
            *(self._columns.cell(west), self._columns.cell(east)),
            *(self._lines.cell(south), self._lines.cell(north)),
        )

    def _near(self, bounds: FloatArray) -> IntArray:
        """Return the places, in the order of cells, of the points in all cells that a box touches."""
        west, south, east, north = bounds.tolist()
        first, last, bottom, top = self._cells(bounds)
        line = np.arange(bottom, top + 1) * self._columns.cells
        places = ranges(self._start[line + first], self._start[line + last + 1])
        inside = (self._x[places] >= west) & (self._x[places] <= east)
        inside &= (self._y[places] >= south) & (self._y[places] <= north)
        near: IntArray = places[inside]
        return near


class Outlines:
    """The corners of shapely polygons, object[k], of any number of parts; None, empty ones, and what repairs
    leave of polygons without an area have none. `there` bool[k] says which are neither None nor empty."""

    def __init__(self, polygons: NDArray[np.object_]) -> None:
        shapely = packages.require("shapely", "counting points in zones")
        self.polygons = polygons
        self.there = ~(shapely.is_missing(polygons) | shapely.is_empty(polygons))
        areas = np.full(len(polygons), None, dtype=object)
        rows = np.isin(shapely.get_type_id(polygons), _AREAS)
        areas[rows] = polygons[rows]
        parts, polygon = shapely.get_parts(areas, return_index=True)
        rings, part = shapely.get_rings(parts, return_index=True)
        self._corners, self._ring = shapely.get_coordinates(rings, return_index=True)
        self._first = np.searchsorted(polygon[part][self._ring], np.arange(len(polygons) + 1))
        self._bounds = shapely.bounds(polygons)

    def of(self, number: int) -> tuple[FloatArray, IntArray, FloatArray]:
        """Return the corners of a polygon, float64[c, 2], the ring of each, int64[c], and the box round them,
        float64[4]."""
        own = slice(*self._first[number : number + 2].tolist())
        return self._corners[own], self._ring[own], self._bounds[number]


class _Axis:
    """Equal cells along an axis; what lies beyond its ends belongs to the first or last cell."""

    def __init__(self, values: FloatArray, cells: int) -> None:
        self.cells = cells
        self._low = float(values.min(initial=np.inf)) if values.size else 0.0
        width = float(values.max(initial=-np.inf)) - self._low if values.size else 0.0
        self._per_unit = cells / width if width > 0.0 else 0.0

    def cell(self, value: float) -> int:
        """Return the cell of one value, the same as `place` does."""
        return int(min(max((value - self._low) * self._per_unit, 0.0), self.cells - 1))

    def place(self, values: FloatArray) -> IntArray:
        """Return the cell of every value. It never falls where values rise, so that a box misses no point."""
        scaled = np.clip((values - self._low) * self._per_unit, 0.0, self.cells - 1)
        cells: IntArray = scaled.astype(np.int64)
        return cells


def ranges(start: IntArray, stop: IntArray) -> IntArray:
    """Return the whole numbers of many ranges, one range after the other."""
    lengths = stop - start
    before = np.cumsum(lengths) - lengths
    numbers: IntArray = np.arange(int(lengths.sum())) + np.repeat(start - before, lengths)
    return numbers


@dataclass(frozen=True)
class Members:
    """Which points are in which of k polygons: `rows` of all polygons one after the other, those of polygon i
    from `start[i]` to `start[i + 1]`; `points` is how many points there are."""

    rows: IntArray
    start: IntArray
    points: int

    def __len__(self) -> int:
        return self.start.size - 1

    def of(self, polygon: int) -> IntArray:
        """Return the rows in a polygon, ascending."""
        return self.rows[self.start[polygon] : self.start[polygon + 1]]

    def turned(self) -> Members:
        """Return the same the other way round: the polygons of every point, as if points were polygons."""
        polygon = np.repeat(np.arange(len(self)), np.diff(self.start))
        order = np.argsort(self.rows, kind="stable")
        start = np.concatenate([[0], np.cumsum(np.bincount(self.rows, minlength=self.points))])
        return Members(polygon[order], start, len(self))

    def first(self) -> IntArray:
        """Return the first polygon of every point, int64[points], -1 where it is in none."""
        found = np.full(self.points, -1, dtype=np.int64)
        for polygon in reversed(range(len(self))):
            found[self.of(polygon)] = polygon
        return found


def find_members(grid: PointGrid, polygons: NDArray[np.object_], monitor: Monitor) -> Members:
    """Look for the points of a grid in shapely polygons, object[k]; None and empty ones hold none.

    Raises Cancelled.
    """
    outlines = Outlines(polygons)

    def look(state: IntArray, first: int) -> list[IntArray]:
        rows = []
        for number in range(first, len(polygons), monitor.threads):
            if state[CANCEL]:
                break
            rows.append(grid.rows_within(outlines, number))
            state[DONE] += 1
        return rows

    # Kernel, GEOS and sorting let other threads run; every thread takes each second, or so, of the polygons.
    parts = monitor.run(look, [(first,) for first in range(monitor.threads)], len(polygons))
    found = [parts[number % monitor.threads][number // monitor.threads] for number in range(len(polygons))]
    sizes = [rows.size for rows in found]
    rows = np.concatenate(found) if found else np.empty(0, dtype=np.int64)
    return Members(rows, np.concatenate([[0], np.cumsum(np.array(sizes, dtype=np.int64))]), grid.count)


def nearest_within(
    polygons: NDArray[np.object_],
    x: FloatArray,
    y: FloatArray,
    reach: float,
    monitor: Monitor | None = None,
) -> IntArray:
    """Return int64[n]: the polygon nearest to every point and no farther than `reach`, in the unit of x and
    y, -1 where there is none. Of polygons equally near the first is taken. Raises Cancelled."""
    monitor = monitor or Monitor()
    shapely = packages.require("shapely", "counting points in zones")
    found = np.full(x.size, -1, dtype=np.int64)
    there = _there(shapely, polygons)
    if not there.size:
        return found
    tree = shapely.STRtree(polygons[there])
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    for start in range(0, rows.size, _NEAREST_BLOCK):
        monitor.progress(start / rows.size)
        block = rows[start : start + _NEAREST_BLOCK]
        at, which = tree.query_nearest(shapely.points(x[block], y[block]), max_distance=reach)
        order = np.lexsort((-which, at))
        found[block[at[order]]] = there[which[order]]
    return found


def _there(shapely: ModuleType, polygons: NDArray[np.object_]) -> IntArray:
    return np.flatnonzero(~(shapely.is_missing(polygons) | shapely.is_empty(polygons)))
