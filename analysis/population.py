"""People within the area of a cluster, from a raster of people per pixel or from places with people.

The area of a cluster is all that lies within 0.05 degrees of an address of it, dissolved; its people are the
sum of the population pixels whose centre is inside (GII 2020, Special Section: Appendix, pp. 61-62; GII 2024,
Appendix IV). Areas are dissolved per cluster: where those of two clusters overlap, the people count for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from . import packages
from .boundaries import distinct_sites, unwrap_longitudes
from .geodesy import ECCENTRICITY_SQUARED
from .monitor import Monitor

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

# A centre at exactly the radius is inside, whichever way its coordinates were rounded: a tenth of a
# millimetre, in degrees.
TOLERANCE = 1e-9

# A raster is read in squares of so many pixels: 2 MB, a few milliseconds between two looks at Cancel.
TILE = 512

# How much edges may bend on their way to another system, as a part of an area's size: more than any
# projection bends ten degrees.
_BEND = 0.1

# By how much areas may reach beyond a raster and still lie in it: the last digits of its corner, in its unit.
_ROUNDING = 1e-6

# Distances that are measured at once.
_DISTANCES = 1 << 20

# Decimal places sums are rounded to, so that no ranking hangs on the order of addition.
_DECIMALS = 6


class Area(Protocol):
    """The area of one cluster, in degrees of longitude and latitude."""

    def corners(self) -> tuple[FloatArray, FloatArray, IntArray]:
        """Return longitudes and latitudes, float64[n], and int64[n], to which of several parts each belongs:
        the corners of a part enclose it.
        """
        ...

    def holds(self, longitude: FloatArray, latitude: FloatArray) -> BoolArray:
        """Say of places float64[n] which are inside; a place that is NaN is not."""
        ...


class Discs:
    """All that is within `radius` degrees of the sites float64[n] of a cluster, in longitude and latitude."""

    def __init__(self, longitude: FloatArray, latitude: FloatArray, radius: float) -> None:
        sites, _ = distinct_sites(longitude, latitude, np.zeros(longitude.size, dtype=np.int64))
        self.longitude, self.latitude = _in_one_turn(sites[:, 0]), sites[:, 1]
        self.radius = radius
        self._reach = radius + TOLERANCE
        apart = unwrap_longitudes(self.longitude)
        self._middle = (apart.min() + apart.max()) / 2.0 if apart.size else 0.0
        self._half = np.ptp(apart) / 2.0 if apart.size else 0.0

    def corners(self) -> tuple[FloatArray, FloatArray, IntArray]:
        """Enclose the discs of each square degree."""
        degree = np.column_stack([np.floor(self.longitude), np.floor(self.latitude)])
        part = np.unique(degree, axis=0, return_inverse=True)[1].ravel()
        east, north = self.longitude + self.radius, np.minimum(90.0, self.latitude + self.radius)
        west, south = self.longitude - self.radius, np.maximum(-90.0, self.latitude - self.radius)
        return (
            np.concatenate([west, west, east, east]),
            np.concatenate([south, north, south, north]),
            np.tile(part, 4).astype(np.int64),
        )

    def holds(self, longitude: FloatArray, latitude: FloatArray) -> BoolArray:
        inside = np.zeros(longitude.size, dtype=bool)
        if self.longitude.size == 0:
            return inside
        # False for what is NaN, too.
        high = (latitude >= self.latitude.min() - self._reach) & (
            latitude <= self.latitude.max() + self._reach
        )
        aside = np.abs((longitude - self._middle + 180.0) % 360.0 - 180.0)
        rows = np.flatnonzero(high & (aside <= self._half + self._reach))
        if rows.size:
            x, y = _in_one_turn(longitude[rows]), latitude[rows]
            near_x, near_y = self._near(x, y)
            inside[rows] = _within(x, y, near_x, near_y, self._reach)
        return inside

    def _near(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the sites whose discs may reach these places, on whichever side of the antimeridian."""
        high = (self.latitude >= y.min() - self._reach) & (self.latitude <= y.max() + self._reach)
        longitude = (self.longitude[high] + np.array([[-360.0], [0.0], [360.0]])).ravel()
        wide = (longitude >= x.min() - self._reach) & (longitude <= x.max() + self._reach)
        return longitude[wide], np.tile(self.latitude[high], 3)[wide]


class Outline:
    """What a (multi)polygon of shapely in longitude and latitude holds, without its border."""

    def __init__(self, polygon: Any) -> None:
        self._shapely = packages.require("shapely", "people inside polygons")
        self.polygon = polygon
        self._shapely.prepare(polygon)

    def corners(self) -> tuple[FloatArray, FloatArray, IntArray]:
        """Enclose every part."""
        parts = self._shapely.get_parts(self.polygon)
        vertices, part = self._shapely.get_coordinates(parts, return_index=True)
        return vertices[:, 0], vertices[:, 1], part.astype(np.int64)

    def holds(self, longitude: FloatArray, latitude: FloatArray) -> BoolArray:
        inside: BoolArray = self._shapely.contains_xy(self.polygon, _in_one_turn(longitude), latitude)
        return inside


@dataclass(frozen=True)
class Window:
    """Pixels of a raster: the first column and row, and how many of each."""

    column: int
    row: int
    columns: int
    rows: int

    @classmethod
    def between(cls, left: int, top: int, right: int, bottom: int) -> Window:
        """Return the columns from `left` and the rows from `top` up to those before `right` and `bottom`."""
        return cls(left, top, right - left, bottom - top)

    def joined(self, other: Window | None) -> Window:
        """Return the smallest window with both."""
        if other is None:
            return self
        return Window.between(
            min(self.column, other.column),
            min(self.row, other.row),
            max(self.column + self.columns, other.column + other.columns),
            max(self.row + self.rows, other.row + other.rows),
        )


@dataclass(frozen=True)
class Grid:
    """Where the pixels of a raster are: `left` and `top` of the first, `width` and `height` of each, above 0,
    in units of the raster's system; `columns` and `rows` of them; `degrees`, whether x and y are longitude
    and latitude.
    """

    left: float
    top: float
    width: float
    height: float
    columns: int
    rows: int
    degrees: bool

    @property
    def right(self) -> float:
        return self.left + self.columns * self.width

    @property
    def bottom(self) -> float:
        return self.top - self.rows * self.height

    @property
    def round_the_globe(self) -> bool:
        """Whether there is a pixel at every longitude."""
        return self.degrees and self.columns * self.width >= 360.0 - self.width

    @property
    def distinct_columns(self) -> int:
        """How many columns there are before the globe begins anew; some rasters have one more than that."""
        return min(self.columns, int(np.ceil(360.0 / self.width - 1e-3))) if self.degrees else self.columns

    def centres(self, window: Window) -> tuple[FloatArray, FloatArray]:
        """Return x float64[columns] and y float64[rows] of the pixel centres in a window."""
        x = self.left + (np.arange(window.column, window.column + window.columns) + 0.5) * self.width
        y = self.top - (np.arange(window.row, window.row + window.rows) + 0.5) * self.height
        return x, y

    def windows(self, west: float, south: float, east: float, north: float) -> Iterator[Window]:
        """Yield what a rectangle, with a pixel on every side, covers of each tile it touches."""
        left = max(0, int(np.floor((west - self.left) / self.width)) - 1)
        right = min(self.distinct_columns, int(np.floor((east - self.left) / self.width)) + 2)
        top = max(0, int(np.floor((self.top - north) / self.height)) - 1)
        bottom = min(self.rows, int(np.floor((self.top - south) / self.height)) + 2)
        for row, column in product(
            range(top // TILE, bottom // TILE + 1), range(left // TILE, right // TILE + 1)
        ):
            window = Window.between(
                max(left, column * TILE),
                max(top, row * TILE),
                min(right, (column + 1) * TILE),
                min(bottom, (row + 1) * TILE),
            )
            if window.columns > 0 and window.rows > 0:
                yield window


class Raster(Protocol):
    """People per pixel, and the way between the raster's system and longitude and latitude."""

    grid: Grid

    def read(self, window: Window) -> FloatArray:
        """Return the people float64[rows, columns] of a window, NaN where they are not known."""
        ...

    def from_degrees(self, longitude: FloatArray, latitude: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return x and y of places, NaN where the raster's system has none."""
        ...

    def to_degrees(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return longitude and latitude of places, NaN where there are none."""
        ...


@dataclass(frozen=True)
class People:
    """The people of k areas.

    `population` float64[k], NaN where nothing that is known lies inside; `counted` int64[k], the pixels or
    places it is the sum of; `missing` int64[k], those inside that have no number, or a negative one; `partly`
    bool[k], where part of the area lies beyond the edge of the raster.
    """

    population: FloatArray
    counted: IntArray
    missing: IntArray
    partly: BoolArray

    @classmethod
    def unknown(cls, count: int) -> People:
        """Return the people of `count` areas before anything is known of them."""
        zeros = np.zeros(count, dtype=np.int64)
        return cls(np.full(count, np.nan), zeros, zeros.copy(), np.zeros(count, dtype=bool))

    def add(self, place: int, values: FloatArray) -> None:
        """Add what lies in an area: people float64[n], NaN or negative where they are not known."""
        known = (values >= 0.0) & np.isfinite(values)
        self.missing[place] += int(np.count_nonzero(~known))
        if known.any():
            before = self.population[place] if self.counted[place] else 0.0
            self.population[place] = before + float(values[known].sum())
            self.counted[place] += int(np.count_nonzero(known))

    def settle(self) -> People:
        """Return it with sums that do not hang on the order of addition."""
        return People(np.round(self.population, _DECIMALS), self.counted, self.missing, self.partly)


def people_in_pixels(areas: Sequence[Area], raster: Raster, monitor: Monitor) -> People:
    """Return the people of every area: the sum of the pixels whose centre it holds.

    The raster is read in tiles, and only where an area may be. Raises Cancelled, and what `raster` raises.
    """
    people = People.unknown(len(areas))
    for place, area in enumerate(areas):
        part = monitor.part(place / len(areas), (place + 1) / len(areas))
        part.progress(0.0)
        longitude, latitude, of_part = area.corners()
        if longitude.size == 0:
            continue
        windows, people.partly[place] = _windows(raster, longitude, latitude, of_part)
        for number, window in enumerate(windows):
            part.progress(number / len(windows))
            x, y = raster.grid.centres(window)
            wide, high = np.meshgrid(x, y)
            inside = area.holds(*raster.to_degrees(wide.ravel(), high.ravel())).reshape(wide.shape)
            if inside.any():
                people.add(place, raster.read(window)[inside])
    monitor.progress(1.0)
    return people.settle()


def _windows(
    raster: Raster, longitude: FloatArray, latitude: FloatArray, of_part: IntArray
) -> tuple[list[Window], bool]:
    """Return what parts of an area may cover of each tile, from the top, and whether it leaves the raster."""
    grid = raster.grid
    x, y = raster.from_degrees(longitude, latitude)
    placed = np.isfinite(x) & np.isfinite(y)
    partly = not placed.all()
    touched: dict[tuple[int, int], Window] = {}
    for part in np.unique(of_part[placed]).tolist():
        own = placed & (of_part == part)
        west, east = float(x[own].min()), float(x[own].max())
        south, north = float(y[own].min()), float(y[own].max())
        if grid.degrees:
            # To the turn of the globe that the raster shows; what lies at its edge is in two of them.
            turn = 360.0 * np.floor((west - grid.left) / 360.0)
            west, east = west - turn, east - turn
        partly |= south < grid.bottom - _ROUNDING or north > grid.top + _ROUNDING
        partly |= not grid.round_the_globe and not (
            grid.left <= west + _ROUNDING and east <= grid.right + _ROUNDING
        )
        # Corners enclose a part in another system too, but for the bend of its edges.
        bend = 0.0 if grid.degrees else _BEND
        margin, rise = bend * (east - west), bend * (north - south)
        for back in (0.0, 360.0) if grid.degrees else (0.0,):
            rectangle = (west - margin - back, south - rise, east + margin - back, north + rise)
            for window in grid.windows(*rectangle):
                tile = window.row // TILE, window.column // TILE
                touched[tile] = window.joined(touched.get(tile))
    return [touched[tile] for tile in sorted(touched)], partly


def people_in_places(
    areas: Sequence[Area], longitude: FloatArray, latitude: FloatArray, people: FloatArray, monitor: Monitor
) -> People:
    """Return the people of every area: the sum over the places float64[n] that it holds, each counted whole.

    `people` float64[n] is NaN or negative where it is not known. Raises Cancelled.
    """
    found = People.unknown(len(areas))
    for place, area in enumerate(areas):
        monitor.progress(place / len(areas))
        found.add(place, people[area.holds(longitude, latitude)])
    return found.settle()


def people_in_polygons(
    areas: NDArray[np.object_], polygons: NDArray[np.object_], people: FloatArray, monitor: Monitor
) -> People:
    """Return the people of areas, object[k] of shapely polygons in degrees: each of `polygons`, object[n],
    brings its `people` float64[n] in proportion to how much of its surface lies in the area.

    People are taken to live evenly over a polygon. Surfaces are those of the ellipsoid (WGS 84). Raises
    Cancelled.
    """
    shapely = packages.require("shapely", "people inside polygons")
    found = People.unknown(len(areas))
    areas, polygons = _equal_area(shapely, areas), _equal_area(shapely, polygons)
    whole = shapely.area(polygons)
    tree = shapely.STRtree(polygons)
    for place, area in enumerate(areas):
        monitor.progress(place / len(areas))
        shapely.prepare(area)
        near = np.sort(tree.query(area, predicate="intersects"))
        common = shapely.area(shapely.intersection(area, polygons[near]))
        touching = (common > 0.0) & (whole[near] > 0.0)
        near, common = near[touching], common[touching]
        found.add(place, people[near] * (common / whole[near]))
    return found.settle()


def _equal_area(shapely: Any, polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Carry polygons in degrees to a plane that shows all surfaces of the ellipsoid in the same scale:
    Lambert's cylindrical projection, with latitude told by q (Snyder 1987, Map Projections, 3-12).
    """
    eccentricity = np.sqrt(ECCENTRICITY_SQUARED)

    def project(at: FloatArray) -> FloatArray:
        sine = np.sin(np.radians(at[:, 1]))
        along = eccentricity * sine
        q = (1.0 - ECCENTRICITY_SQUARED) * (sine / (1.0 - along * along) + np.arctanh(along) / eccentricity)
        return np.column_stack([np.radians(at[:, 0]), q / 2.0])

    moved: NDArray[np.object_] = shapely.transform(polygons, project)
    return moved


def _within(x: FloatArray, y: FloatArray, site_x: FloatArray, site_y: FloatArray, reach: float) -> BoolArray:
    """Say of places float64[n] whether one of the sites float64[s] is at most `reach` away, in the plane.

    Cells are so small that a site in the same cell is near enough; where there is none, sites of the two
    cells on every side are measured.
    """
    if site_x.size == 0:
        return np.zeros(x.size, dtype=bool)
    side = reach * np.sqrt(0.5) * (1.0 - 1e-9)
    west, south = min(x.min(), site_x.min()) - 2.5 * side, min(y.min(), site_y.min()) - 2.5 * side

    def cells(across: FloatArray, up: FloatArray) -> IntArray:
        column, row = ((across - west) / side).astype(np.int64), ((up - south) / side).astype(np.int64)
        numbers: IntArray = (column << 32) + row
        return numbers

    site_cell = cells(site_x, site_y)
    order = np.argsort(site_cell, kind="stable")
    site_cell, sites = site_cell[order], np.column_stack([site_x[order], site_y[order]])
    cell = cells(x, y)
    inside: BoolArray = np.isin(cell, site_cell)
    rest = np.flatnonzero(~inside)
    rest = rest[np.argsort(cell[rest], kind="stable")]
    empty, starts = np.unique(cell[rest], return_index=True)
    # Cells above each other follow each other: five runs of sites for every empty cell.
    columns = empty[:, None] + (np.arange(-2, 3) << 32)
    begins = np.searchsorted(site_cell, columns - 2, side="left")
    ends = np.searchsorted(site_cell, columns + 2, side="right")
    stops = np.append(starts[1:], rest.size)
    for number in np.flatnonzero((ends > begins).any(axis=1)).tolist():
        rows = rest[starts[number] : stops[number]]
        runs = [sites[begin:end] for begin, end in zip(begins[number], ends[number], strict=True)]
        near = np.concatenate(runs)
        step = max(1, _DISTANCES // rows.size)
        for start in range(0, len(near), step):
            site = near[start : start + step]
            aside, up = x[rows, None] - site[None, :, 0], y[rows, None] - site[None, :, 1]
            inside[rows] |= (aside * aside + up * up <= reach * reach).any(axis=1)
    return inside


def _in_one_turn(longitude: FloatArray) -> FloatArray:
    """Return longitudes as -180 to 180; those that are there already as they are, to the last bit."""
    return np.where(np.abs(longitude) <= 180.0, longitude, (longitude + 180.0) % 360.0 - 180.0)
