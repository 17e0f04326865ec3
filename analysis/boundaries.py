"""Polygons around the sites of clusters: hulls, alpha shapes, and the union of discs that WIPO draws."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import packages
from .errors import InputError
from .geodesy import unit_vectors
from .monitor import CANCEL, DONE, Monitor

# So many sites are handed to GEOS in one call that a call takes some tenths of a second: the time to hear
# Cancel.
CHUNK_SITES = 20_000
TILE_SITES = 2_000

# Grids on which sites amid others are looked for: the finest has squares of radius / √8 / 2^_FINEST, and none
# has more than so many squares.
_FINEST = 6
_MOST_SQUARES = 1 << 24

# Sites count as lying in a line where their hull is this much thinner than long. A parallel of 100 km is a
# thousandth of that off a straight line at 45 degrees of latitude.
THINNEST = 0.01

WIPO_RADIUS = 0.05
"""Degrees around every inventor's and author's location (GII 2020, Special Section: Appendix, pp. 61-62; GII
2024, Appendix IV)."""


class Kind(StrEnum):
    """How a boundary is drawn."""

    CONVEX = "convex"
    CONCAVE = "concave"
    ALPHA = "alpha"
    BUFFER = "buffer"


@dataclass(frozen=True)
class Drawing:
    """How boundaries are drawn; lengths are in the units of x and y, areas in what `area` of `draw` returns.

    kind: see Kind.
    ratio: of concave hulls; 1 is the convex hull, 0 the tightest shape that holds together.
    alpha: of alpha shapes; triangles of the Delaunay triangulation whose circumscribed circle has at most
    this
        radius make the shape.
    radius: of the discs of Kind.BUFFER.
    least_radius: where a cluster has no width (one site, two, sites in a line), its hull is widened by this
    on
        every side.
    quad_segs: edges of a disc in a quarter turn; the discs are inscribed polygons.
    least_area: parts smaller than this are dropped; the largest part of a cluster always stays.
    holes: whether holes stay open; those smaller than `least_hole` are filled in any case.
    smoothing: rounds of Chaikin's corner cutting. Cut corners leave sites at corners a little outside.
    """

    kind: Kind = Kind.CONVEX
    ratio: float = 0.3
    alpha: float = 0.0
    radius: float = WIPO_RADIUS
    least_radius: float = 0.0
    quad_segs: int = 8
    least_area: float = 0.0
    holes: bool = True
    least_hole: float = 0.0
    smoothing: int = 0

    def check(self) -> None:
        """Raise InputError for a value that no boundary can be drawn with."""
        if not 0.0 <= self.ratio <= 1.0:
            raise InputError("ratio", "The ratio is {value}; it must lie between 0 and 1.", value=self.ratio)
        if self.kind is Kind.ALPHA and not 0.0 < self.alpha < np.inf:
            raise InputError("alpha", "Alpha is {value}; it must be above 0.", value=self.alpha)
        if self.kind is Kind.BUFFER and not 0.0 < self.radius < np.inf:
            raise InputError("radius", "The radius is {value}; it must be above 0.", value=self.radius)
        if self.kind is not Kind.BUFFER and not 0.0 < self.least_radius < np.inf:
            raise InputError(
                "least_radius",
                "The radius around single sites is {value}; it must be above 0.",
                value=self.least_radius,
            )
        if self.quad_segs < 1:
            raise InputError(
                "quad_segs", "The segments of a quarter turn are {value}; at least 1.", value=self.quad_segs
            )
        if self.smoothing < 0:
            raise InputError(
                "smoothing", "The smoothing rounds are {value}; at least 0.", value=self.smoothing
            )


@dataclass(frozen=True)
class Boundaries:
    """The boundaries of k clusters, in ascending order of label.

    labels: int64[k]; polygons: object[k] of shapely MultiPolygon, valid and never empty; sites: int64[k],
    distinct coordinates; fallback: bool[k], where an alpha shape has no triangle left, or GEOS cannot make
    the concave hull, and the convex hull stands in for it; widened: bool[k], where a hull was too narrow and
    `least_radius` was added; lone_sites: int64[k], sites outside all triangles of an alpha shape, which got a
    disc of `least_radius` each.
    """

    labels: NDArray[np.int64]
    polygons: NDArray[np.object_]
    sites: NDArray[np.int64]
    fallback: NDArray[np.bool_]
    widened: NDArray[np.bool_]
    lone_sites: NDArray[np.int64]


Area = Callable[[NDArray[np.object_]], NDArray[np.float64]]


def draw(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    labels: NDArray[np.integer[Any]],
    drawing: Drawing,
    *,
    geographic: bool = False,
    area: Area | None = None,
    monitor: Monitor | None = None,
) -> Boundaries:
    """Draw one boundary per cluster.

    x, y: float64[n], finite; labels: int[n], negative for points in no cluster. `geographic` says that x and
    y are degrees of longitude and latitude: a cluster on both sides of the antimeridian is drawn in one piece
    and cut there, and nothing reaches beyond a pole. `area` measures polygons for `least_area` and
    `least_hole`; plane area in the units of x and y where it is None. The same points in another order give
    the same polygons.

    Raises InputError (also where shapely is missing) and Cancelled.
    """
    drawing.check()
    shapely = _shapely()
    monitor = monitor or Monitor()
    x, y, labels = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64), np.asarray(labels)
    clustered = labels >= 0
    if not (np.isfinite(x[clustered]).all() and np.isfinite(y[clustered]).all()):
        raise InputError("x", "A clustered point has no coordinate. Leave such points out or label them -1.")
    monitor.progress(0.0)
    sites, owners = distinct_sites(x[clustered], y[clustered], labels[clustered].astype(np.int64))
    names, starts, counts = np.unique(owners, return_index=True, return_counts=True)
    if geographic:
        for start, count in zip(starts.tolist(), counts.tolist(), strict=True):
            piece = slice(start, start + count)
            sites[piece, 0] = unwrap_longitudes(sites[piece, 0])

    result = Boundaries(
        names,
        np.empty(len(names), dtype=object),
        counts.astype(np.int64),
        np.zeros(len(names), dtype=bool),
        np.zeros(len(names), dtype=bool),
        np.zeros(len(names), dtype=np.int64),
    )
    drawing_shapes, finishing = monitor.split(9.0, 1.0)
    chunks = []
    for chunk in _chunks(counts):
        first, last = chunk.start, chunk.stop - 1
        rows = slice(int(starts[first]), int(starts[last] + counts[last]))
        chunks.append((sites[rows], np.repeat(np.arange(last - first + 1), counts[chunk]), chunk))
    # The largest first, so that no thread is left with one at the end.
    chunks.sort(key=lambda chunk: -len(chunk[0]))

    def draw_chunk(
        state: NDArray[np.int64], places: NDArray[np.float64], cluster: NDArray[np.int64], chunk: slice
    ) -> None:
        def report(fraction: float) -> None:
            state[DONE] = int(fraction * len(places))

        with _quiet():
            part = Monitor(report, lambda: bool(state[CANCEL]))
            _draw_chunk(shapely, places, cluster, chunk, drawing, result, part)

    drawing_shapes.run(draw_chunk, chunks, len(sites))
    with _quiet():
        for place, polygon in enumerate(result.polygons):
            finishing.progress(place / len(result.polygons))
            polygon = _finish(shapely, polygon, drawing, area or shapely.area)
            result.polygons[place] = as_multipolygon(cut_at_antimeridian(polygon) if geographic else polygon)
    monitor.progress(1.0)
    return result


def distinct_sites(
    x: NDArray[np.float64], y: NDArray[np.float64], labels: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the distinct sites (m, 2) of every cluster and their clusters (m), ordered by cluster, x, y."""
    order = np.lexsort((y, x, labels))
    x, y, labels = x[order], y[order], labels[order]
    new = np.ones(len(x), dtype=bool)
    new[1:] = (np.diff(labels) != 0) | (np.diff(x) != 0) | (np.diff(y) != 0)
    return np.column_stack([x[new], y[new]]), labels[new]


def centres(
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    labels: NDArray[np.int64],
    count: int,
    weights: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return longitude and latitude of the centre of each of `count` clusters, and how far it reaches, all in
    degrees.

    longitude, latitude: float64[n], degrees; labels: int64[n], 0 to count - 1; weights: float64[n], 1 each
    where None. The centre is the direction of the sum of the unit vectors, so a cluster on the antimeridian
    or round a pole has one too. Reach is the largest angle between the centre and a point.
    """
    vectors = unit_vectors(np.radians(longitude), np.radians(latitude))
    plain = np.stack([np.bincount(labels, axis, count) for axis in vectors])
    sums = plain
    if weights is not None:
        weighted = np.stack([np.bincount(labels, axis * weights, count) for axis in vectors])
        # A cluster without any weight still has a middle.
        sums = np.where(np.bincount(labels, weights, count) > 0.0, weighted, plain)
    length = np.sqrt((sums * sums).sum(axis=0))
    # Points on all sides of the globe have no middle; any will do.
    middles = np.where(length > 1e-9, sums / np.maximum(length, 1e-9), np.array([[1.0], [0.0], [0.0]]))
    across = middles[:, labels] - vectors
    chords = np.sqrt((across * across).sum(axis=0))
    reach = np.zeros(count)
    np.maximum.at(reach, labels, np.degrees(2.0 * np.arcsin(np.minimum(1.0, chords / 2.0))))
    return (
        np.degrees(np.arctan2(middles[1], middles[0])),
        np.degrees(np.arctan2(middles[2], np.hypot(middles[0], middles[1]))),
        reach,
    )


def unwrap_longitudes(longitudes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return longitudes (degrees, float64[n]) without the jump at 180, cut at the widest gap between them.

    Those west of the gap are raised by 360, so the result lies in -180 to 540.
    """
    ordered = np.unique(longitudes)
    if len(ordered) < 2:
        return longitudes
    gaps = np.diff(ordered)
    widest = int(np.argmax(gaps))
    if gaps[widest] <= 360.0 - (ordered[-1] - ordered[0]):
        return longitudes
    return np.where(longitudes <= ordered[widest], longitudes + 360.0, longitudes)


def cut_at_antimeridian(polygon: Any) -> Any:
    """Bring a polygon in degrees, of longitudes -540 to 540, into -180 to 180 and -90 to 90, cut where it
    leaves them.
    """
    shapely = _shapely()
    west, south, east, north = shapely.bounds(polygon).tolist()
    if west >= -180.0 and east <= 180.0 and south >= -90.0 and north <= 90.0:
        return polygon
    pieces = []
    for turn in (-360.0, 0.0, 360.0):
        if west > turn + 180.0 or east < turn - 180.0:
            continue
        window = shapely.box(turn - 180.0, -90.0, turn + 180.0, 90.0)
        piece = shapely.intersection(polygon, window)
        if turn:
            piece = shapely.transform(piece, lambda at, turn=turn: at - (turn, 0.0))
        pieces.append(_polygonal(shapely, piece))
    return shapely.union_all(pieces)


def settle_on_globe(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Repair polygons whose vertices were transformed, one by one, from a local projection to longitude and
    latitude (degrees): cut at the antimeridian, and closed over a pole that lies inside.

    Neighbouring vertices must be less than half a turn apart. Returns object[k] of MultiPolygon.
    """
    shapely = _shapely()
    settled = np.empty(len(polygons), dtype=object)
    with _quiet():
        for place, polygon in enumerate(polygons):
            parts = [_settle(shapely, part) for part in shapely.get_parts(polygon)]
            settled[place] = as_multipolygon(parts[0] if len(parts) == 1 else shapely.union_all(parts))
    return settled


def as_multipolygon(polygon: Any) -> Any:
    """Return a polygon, multipolygon or collection as a multipolygon in normal form: what is not area is left
    out, and equal shapes have equal vertices.
    """
    shapely = _shapely()
    polygon = _polygonal(shapely, polygon)
    parts = shapely.get_parts(polygon)
    return shapely.normalize(shapely.multipolygons(parts[~shapely.is_empty(parts)]))


def _settle(shapely: ModuleType, polygon: Any) -> Any:
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(polygon)]
    if all(np.abs(np.diff(ring[:, 0])).max() <= 180.0 for ring in rings):
        return polygon
    shapes = [cut_at_antimeridian(_ring_on_globe(shapely, ring)) for ring in rings]
    return shapely.difference(shapes[0], shapely.union_all(shapes[1:])) if shapes[1:] else shapes[0]


def _ring_on_globe(shapely: ModuleType, ring: NDArray[np.float64]) -> Any:
    steps = np.diff(ring[:, 0])
    longitudes = ring[0, 0] + np.concatenate([[0.0], np.cumsum(steps - 360.0 * np.round(steps / 360.0))])
    unwrapped = np.column_stack([longitudes, ring[:, 1]])
    if abs(longitudes[-1] - longitudes[0]) > 180.0:
        # Once round the world: the ring holds a pole, and in degrees a pole is the edge of the map.
        pole = 90.0 if ring[:, 1].mean() > 0.0 else -90.0
        unwrapped = np.vstack([unwrapped, [[longitudes[-1], pole], [longitudes[0], pole], unwrapped[0]]])
    middle = (unwrapped[:, 0].min() + unwrapped[:, 0].max()) / 2.0
    unwrapped[:, 0] -= 360.0 * np.round(middle / 360.0)
    return _polygonal(shapely, shapely.make_valid(shapely.polygons(unwrapped)))


def _quiet() -> AbstractContextManager[Any]:
    """GEOS leaves the flags of its arithmetic behind, and numpy would warn of them."""
    return np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore")


def _shapely() -> ModuleType:
    return packages.require("shapely", "cluster boundaries")


def _chunks(counts: NDArray[np.int64]) -> Iterator[slice]:
    """Yield runs of clusters with no more than CHUNK_SITES sites together, or of one cluster."""
    start, held = 0, 0
    for place, count in enumerate(counts.tolist()):
        if place > start and held + count > CHUNK_SITES:
            yield slice(start, place)
            start, held = place, 0
        held += count
    if len(counts):
        yield slice(start, len(counts))


def _draw_chunk(
    shapely: ModuleType,
    sites: NDArray[np.float64],
    cluster: NDArray[np.int64],
    chunk: slice,
    drawing: Drawing,
    result: Boundaries,
    monitor: Monitor,
) -> None:
    """Fill `result` for the clusters of a chunk; `cluster` numbers them from 0, in order."""
    polygons = result.polygons[chunk]  # a view: writing to it writes to the result
    bounds = np.searchsorted(cluster, np.arange(len(polygons) + 1))
    if drawing.kind is Kind.BUFFER:
        for place in range(len(polygons)):
            own = sites[bounds[place] : bounds[place + 1]]
            part = monitor.part(bounds[place] / len(sites), bounds[place + 1] / len(sites))
            polygons[place] = _union_of_discs(shapely, own, drawing.radius, drawing.quad_segs, part)
        return

    together = shapely.multipoints(sites, indices=cluster)
    hulls = shapely.convex_hull(together)
    # Of a long, thin shape, width is area by half the length round it, and length is that half.
    narrow = shapely.area(hulls) <= THINNEST * (shapely.length(hulls) / 2.0) ** 2
    result.widened[chunk] = narrow
    polygons[narrow] = shapely.buffer(hulls[narrow], drawing.least_radius, quad_segs=drawing.quad_segs)
    wide = np.flatnonzero(~narrow)
    if drawing.kind is Kind.CONVEX:
        polygons[wide] = hulls[wide]
        return
    for place in wide.tolist():
        part = monitor.part(bounds[place] / len(sites), bounds[place + 1] / len(sites))
        part.progress(0.0)
        grid = _Grid(shapely, sites[bounds[place] : bounds[place + 1]])
        shape = None
        if drawing.kind is Kind.CONCAVE:
            shape = _concave_hull(shapely, grid, drawing.ratio, drawing.holes)
        else:
            triangles = _triangulate(shapely, grid, drawing.alpha / grid.step)
            if triangles is not None:
                shape = _alpha_shape(shapely, triangles)
                lone = grid.sites[~shapely.intersects_xy(shape, grid.cells)]
                result.lone_sites[chunk.start + place] = len(lone)
        if shape is None:
            polygons[place] = hulls[place]
            result.fallback[chunk.start + place] = True
            continue
        shape = grid.to_sites(shape)
        if result.lone_sites[chunk.start + place]:
            discs = _union_of_discs(shapely, lone, drawing.least_radius, drawing.quad_segs, part)
            shape = shapely.union(_valid(shapely, shape), discs)
        polygons[place] = shape


class _Grid:
    """Sites (m, 2) on a grid so fine that it makes no difference and so coarse that triangulating is exact.

    Sites that differ by the rounding of floats make a triangulation overlap itself, end in an error, or
    worse. Coordinates that are integers of 24 bits leave room for the products that the predicates are made
    of. `cells` are the occupied cells, (k, 2), whole numbers; `sites` one site of each; `step` the width of a
    cell: for a cluster of 100 km, 6 millimetres.
    """

    def __init__(self, shapely: ModuleType, sites: NDArray[np.float64]) -> None:
        self._shapely = shapely
        self._origin = sites.min(axis=0)
        # A power of two: what lies in a line, or on a circle, still does.
        self.step = 2.0 ** (np.ceil(np.log2(np.ptp(sites, axis=0).max())) - 24.0)
        cells = np.rint((sites - self._origin) / self.step)
        self.cells, first = np.unique(cells, axis=0, return_index=True)
        self.sites = sites[first]

    def numbers(self, places: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return int64[n], the place in `cells` of places (n, 2) that are occupied cells."""
        keys = self.cells[:, 0] + 1j * self.cells[:, 1]  # sorted, as np.unique leaves them
        found = np.searchsorted(keys, places[:, 0] + 1j * places[:, 1])
        numbers: NDArray[np.int64] = np.minimum(found, len(keys) - 1)
        return numbers

    def scaled(self, shape: Any) -> Any:
        """Return a shape of the grid in the coordinates of the sites, its vertices where the cells are."""
        return self._shapely.transform(shape, lambda cells: self._origin + cells * self.step)

    def to_sites(self, shape: Any) -> Any:
        """Return a shape of the grid in the coordinates of the sites, its vertices exactly on them."""
        vertices = self._shapely.get_coordinates(shape)
        place = self.numbers(vertices)
        exact = (self.cells[place] == vertices).all(axis=1)[:, None]
        moved = np.where(exact, self.sites[place], self._origin + vertices * self.step)
        return self._shapely.set_coordinates(self._shapely.transform(shape, np.copy), moved)


def _concave_hull(shapely: ModuleType, grid: _Grid, ratio: float, holes: bool) -> Any:
    """Return a concave hull on the grid, or None where it cannot be made.

    Duckham, Kulik, Worboys and Galton 2008, Efficient generation of simple polygons for characterizing the
    shape of a set of points in the plane, in the form that GEOS gives it.
    """
    try:
        shape = shapely.concave_hull(shapely.multipoints(grid.cells), ratio=ratio, allow_holes=holes)
    except shapely.GEOSException:
        return None
    whole = shapely.get_type_id(shape) == 3 and shapely.is_valid(shape)
    return shape if whole and shapely.intersects_xy(shape, grid.cells).all() else None


@dataclass(frozen=True)
class _Triangles:
    """Delaunay triangles of a grid: `shapes` object[t], `corners` float64[t, 3, 2] in cells; `kept` bool[t],
    whether the radius of the circumscribed circle is within a limit.
    """

    shapes: NDArray[np.object_]
    corners: NDArray[np.float64]
    doubled_area: NDArray[np.float64]
    kept: NDArray[np.bool_]


def _triangulate(shapely: ModuleType, grid: _Grid, limit: float) -> _Triangles | None:
    """Return the triangles of a grid, None where none is kept with `limit`, in cells."""
    try:
        shapes = shapely.get_parts(shapely.delaunay_triangles(shapely.multipoints(grid.cells)))
    except shapely.GEOSException:
        return None
    corners = shapely.get_coordinates(shapes).reshape(-1, 4, 2)
    a, b, c = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 1], corners[:, 3] - corners[:, 2]
    doubled = np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
    product = np.hypot(*a.T) * np.hypot(*b.T) * np.hypot(*c.T)
    # Radius = product of the sides / (4 * area), without dividing by the area of a triangle that has none.
    kept = (product <= 2.0 * limit * doubled) & (doubled > 0.0)
    return _Triangles(shapes, corners[:, :3], doubled, kept) if kept.any() else None


def _alpha_shape(shapely: ModuleType, triangles: _Triangles) -> Any:
    """Return the union of the triangles that are kept.

    Edelsbrunner, Kirkpatrick and Seidel 1983, On the shape of a set of points in the plane.
    """
    shape = shapely.coverage_union_all(triangles.shapes[triangles.kept])
    # A triangulation that overlaps makes a coverage union wrong in silence, but never in area.
    right = np.isclose(shapely.area(shape), triangles.doubled_area[triangles.kept].sum() / 2.0, rtol=1e-9)
    if not (right and shapely.is_valid(shape)):
        shape = shapely.union_all(triangles.shapes[triangles.kept])
    shapely.prepare(shape)
    return shape


def _exposed(grid: _Grid, triangles: _Triangles) -> NDArray[np.bool_]:
    """Return bool[k], whether a cell is not inside the triangles that are kept: it is a corner of one that is
    not, or of none, or on the hull, where the angles of its triangles are half a turn at most.
    """
    corner = grid.numbers(triangles.corners.reshape(-1, 2))
    ahead = np.roll(triangles.corners, -1, axis=1) - triangles.corners
    behind = np.roll(triangles.corners, 1, axis=1) - triangles.corners
    cross = np.abs(ahead[..., 0] * behind[..., 1] - ahead[..., 1] * behind[..., 0])
    angles = np.arctan2(cross, (ahead * behind).sum(axis=2))
    cells = len(grid.cells)
    turned = np.bincount(corner, weights=angles.ravel(), minlength=cells)
    lost = np.bincount(corner, weights=np.repeat(~triangles.kept, 3), minlength=cells)
    exposed: NDArray[np.bool_] = (lost > 0.0) | (turned < 1.5 * np.pi)
    return exposed


def _union_of_discs(
    shapely: ModuleType, sites: NDArray[np.float64], radius: float, quad_segs: int, monitor: Monitor
) -> Any:
    """Return the union of the polygons that stand for discs of `radius` round sites (m, 2).

    It holds all discs of the inner radius of such a polygon and nothing beyond the true ones, as the polygons
    do themselves. Of many sites most discs need not be united: those of sites amid others, see
    `_without_covered`, and those of sites inside the alpha shape of the inner radius, which together with the
    discs of the other sites is the whole union (Edelsbrunner 1995, The union of balls and its dual shape).
    """
    monitor.progress(0.0)
    inner = radius * np.cos(np.pi / (4 * quad_segs))
    sites = _without_covered(sites, inner)
    if len(sites) <= TILE_SITES:
        return _union_of_all_discs(shapely, sites, radius, quad_segs, monitor)
    grid = _Grid(shapely, sites)
    # Every corner is less than a cell from its site.
    triangles = _triangulate(shapely, grid, inner / grid.step - 1.0)
    if triangles is None:
        return _union_of_all_discs(shapely, sites, radius, quad_segs, monitor)
    core = _valid(shapely, grid.scaled(_alpha_shape(shapely, triangles)))
    outer = grid.sites[_exposed(grid, triangles)]
    rest = _union_of_all_discs(shapely, outer, radius, quad_segs, monitor.part(0.5, 1.0))
    return shapely.union(core, rest)


def _without_covered(sites: NDArray[np.float64], radius: float) -> NDArray[np.float64]:
    """Leave out sites (m, 2) amid others: the union of discs of `radius`, or of any greater one, round those
    that stay is the same.

    On a grid of squares of side h ≤ radius / √8, a site stands amid others where its square and all squares
    up to two away hold sites. Then a site is nearer than it to everything that is more than √2 h from it, in
    whatever direction. One site of its square stays, which is within √2 h of it and so within √8 h of all
    that it is nearest to. From fine to coarse grids, each leaves out more.
    """
    origin = sites.min(axis=0)
    extent = np.ptp(sites, axis=0)
    for halvings in range(_FINEST, -1, -1):
        # A little less, for the rounding of floats.
        side = (1.0 - 1e-9) * radius / math.sqrt(8.0) / 2.0**halvings
        columns, rows = (np.floor(extent / side).astype(np.int64) + 1).tolist()
        if len(sites) <= TILE_SITES or columns * rows > _MOST_SQUARES:
            continue
        column, row = np.floor((sites - origin) / side).astype(np.int64).T
        held = np.zeros((columns + 4, rows + 4), dtype=bool)
        held[column + 2, row + 2] = True
        amid = np.logical_and.reduce([held[start : start + columns] for start in range(5)])
        amid = np.logical_and.reduce([amid[:, start : start + rows] for start in range(5)])
        inside = amid[column, row]
        square = column * rows + row
        stays = ~inside
        stays[np.flatnonzero(inside)[np.unique(square[inside], return_index=True)[1]]] = True
        sites = sites[stays]
    return sites


def _union_of_all_discs(
    shapely: ModuleType, sites: NDArray[np.float64], radius: float, quad_segs: int, monitor: Monitor
) -> Any:
    discs = shapely.buffer(shapely.points(sites), radius, quad_segs=quad_segs)
    if len(discs) <= TILE_SITES:
        return shapely.union_all(discs)
    # Tile by tile, so that Cancel is heard; discs of a tile overlap most with one another.
    tile = np.unique(np.floor(sites / (4.0 * radius)), axis=0, return_inverse=True)[1].ravel()
    order = np.argsort(tile, kind="stable")
    unions = []
    done = 0
    for own in np.split(order, np.flatnonzero(np.diff(tile[order])) + 1):
        monitor.progress(0.8 * done / len(order))
        unions.append(shapely.union_all(discs[own]))
        done += len(own)
    return shapely.union_all(unions)


def _finish(shapely: ModuleType, polygon: Any, drawing: Drawing, area: Area) -> Any:
    """Smooth, fill holes, drop small parts, and make valid."""
    if drawing.smoothing:
        polygon = _smooth(shapely, polygon, drawing.smoothing)
    polygon = _valid(shapely, polygon)
    if not drawing.holes or drawing.least_hole > 0.0:
        polygon = _fill_holes(shapely, polygon, drawing, area)
    if drawing.least_area > 0.0:
        parts = shapely.get_parts(polygon)
        if len(parts) > 1:
            sizes = area(parts)
            kept = sizes >= drawing.least_area
            kept[np.argmax(sizes)] = True
            polygon = shapely.multipolygons(parts[kept])
    return polygon


def _valid(shapely: ModuleType, polygon: Any) -> Any:
    return polygon if shapely.is_valid(polygon) else _polygonal(shapely, shapely.make_valid(polygon))


def _smooth(shapely: ModuleType, polygon: Any, rounds: int) -> Any:
    """Cut the corners of all rings (Chaikin 1974, An algorithm for high-speed curve generation)."""

    def cut(ring: NDArray[np.float64]) -> NDArray[np.float64]:
        for _ in range(rounds):
            before, after = ring[:-1], ring[1:]
            corners = np.stack([0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after], axis=1)
            ring = np.vstack([corners.reshape(-1, 2), corners[0, :1]])
        return ring

    parts = []
    for part in shapely.get_parts(polygon):
        shell, *holes = [
            shapely.linearrings(cut(shapely.get_coordinates(ring))) for ring in shapely.get_rings(part)
        ]
        parts.append(_polygonal(shapely, shapely.make_valid(shapely.polygons(shell, holes or None))))
    return shapely.union_all(parts)


def _fill_holes(shapely: ModuleType, polygon: Any, drawing: Drawing, area: Area) -> Any:
    parts = []
    for part in shapely.get_parts(polygon):
        shell, *holes = shapely.get_rings(part)
        if holes and drawing.holes:
            rings = np.array(holes, dtype=object)
            kept = area(shapely.polygons(rings)) >= drawing.least_hole
            holes = rings[kept].tolist()
        elif not drawing.holes:
            holes = []
        parts.append(shapely.polygons(shell, holes or None))
    # A filled hole may have held other parts.
    return shapely.union_all(parts) if len(parts) > 1 else parts[0]


def _polygonal(shapely: ModuleType, geometry: Any) -> Any:
    """Return the polygons of a geometry and leave out lines and points that cutting or mending left."""
    if shapely.get_type_id(geometry) in (3, 6):
        return geometry
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == 3])
