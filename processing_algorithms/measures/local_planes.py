"""Boundaries drawn in metres round each cluster, or in degrees, and carried back to the system of the
layer."""

from __future__ import annotations

import math
from dataclasses import replace
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsPointXY,
    QgsProcessingContext,
)

from ...analysis import packages
from ...analysis.boundaries import Boundaries, Drawing, as_multipolygon, centres, draw, settle_on_globe
from ...analysis.errors import InputError
from ...analysis.geodesy import MEAN_RADIUS
from ...analysis.monitor import Monitor
from ..layers.transforming import transform_points
from ..layers.writing import geometry_of
from .measuring import ELLIPSOID, LONGITUDE_LATITUDE

# Beyond this angle from its centre, in degrees, a plane shows the far side of the globe inside out.
WIDEST_REACH = 80.0

# A straight edge in a local plane and one in the layer's plane may be this far apart, in metres.
EDGE_TOLERANCE = 1.0
LONGEST_EDGE = 50_000.0
SHORTEST_EDGE = 200.0

# An edge that is so many times longer in the layer's plane was torn apart at the edge of that plane's world.
TORN = 50.0

METRES_PER_DEGREE = math.radians(1.0) * MEAN_RADIUS


class ClusteredPoints:
    """Points with the numbers of their clusters, ready for boundaries in metres or in degrees.

    places: float64[n, 2] in `crs`; longitude, latitude: float64[n] in `degrees`, the geographic system of the
    layer or WGS 84; labels: int64[n], each of 0 to count - 1 at least once.
    """

    def __init__(
        self,
        crs: QgsCoordinateReferenceSystem,
        degrees: QgsCoordinateReferenceSystem,
        places: NDArray[np.float64],
        longitude: NDArray[np.float64],
        latitude: NDArray[np.float64],
        labels: NDArray[np.int64],
        context: QgsProcessingContext,
    ) -> None:
        self.crs = crs
        self.degrees = degrees
        self.places = places
        self.longitude = longitude
        self.latitude = latitude
        self.labels = labels
        self.count = int(labels.max()) + 1
        self._context = context
        self._shapely = packages.require("shapely", "cluster boundaries")

    def draw_in_degrees(self, drawing: Drawing, monitor: Monitor) -> Boundaries:
        """Draw in longitude and latitude: lengths of `drawing` are degrees, areas square metres.

        Raises InputError and Cancelled, as does `draw_in_metres`.
        """
        drawn = draw(
            self.longitude,
            self.latitude,
            self.labels,
            drawing,
            geographic=True,
            area=Ellipsoid(self.degrees, self._context).areas,
            monitor=monitor.part(0.0, 0.9),
        )
        polygons = carry_polygons(
            self._shapely, drawn.polygons, self.degrees, self.crs, self._context, monitor.part(0.9, 1.0)
        )
        return replace(drawn, polygons=polygons)

    def draw_in_metres(self, drawing: Drawing, monitor: Monitor) -> tuple[Boundaries, int]:
        """Draw in azimuthal equidistant planes: lengths of `drawing` are metres, areas square metres.

        Clusters whose centres lie in the same whole degree share a plane: making one takes milliseconds, and
        100 km off its centre a plane is true to 1 in 20,000. Which plane a cluster gets does not depend on
        the others. Clusters that reach round the globe are drawn in degrees, each counted as on the equator;
        the second value is their number.
        """
        longitude, latitude, reach = centres(self.longitude, self.latitude, self.labels, self.count)
        cells = np.column_stack([np.round(longitude), np.round(latitude)]).astype(np.int64)
        cells[reach > WIDEST_REACH] = 999
        found, cell_of = np.unique(cells, axis=0, return_inverse=True)
        cell_of_row = cell_of.ravel()[self.labels]
        order = np.argsort(cell_of_row, kind="stable")
        ends = np.cumsum(np.bincount(cell_of_row))

        result = Boundaries(
            np.arange(self.count),
            np.empty(self.count, dtype=object),
            np.zeros(self.count, dtype=np.int64),
            np.zeros(self.count, dtype=bool),
            np.zeros(self.count, dtype=bool),
            np.zeros(self.count, dtype=np.int64),
        )
        start = 0
        for (east, north), end in zip(found.tolist(), ends.tolist(), strict=True):
            part = monitor.part(start / len(order), end / len(order))
            part.progress(0.0)
            group, clusters = self._group(order[start:end])
            if east == 999:
                degrees = replace(
                    drawing,
                    alpha=drawing.alpha / METRES_PER_DEGREE,
                    radius=drawing.radius / METRES_PER_DEGREE,
                    least_radius=drawing.least_radius / METRES_PER_DEGREE,
                )
                drawn = group.draw_in_degrees(degrees, part)
            else:
                drawn = group._draw_in_plane(east, north, drawing, part)
            result.polygons[clusters] = drawn.polygons
            result.sites[clusters] = drawn.sites
            result.fallback[clusters] = drawn.fallback
            result.widened[clusters] = drawn.widened
            result.lone_sites[clusters] = drawn.lone_sites
            start = end
        return result, int(np.count_nonzero(reach > WIDEST_REACH))

    def _group(self, rows: NDArray[np.int64]) -> tuple[ClusteredPoints, NDArray[np.int64]]:
        """Return these rows with their clusters numbered anew, and the clusters' numbers here."""
        clusters, labels = np.unique(self.labels[rows], return_inverse=True)
        group = ClusteredPoints(
            self.crs,
            self.degrees,
            self.places[rows],
            self.longitude[rows],
            self.latitude[rows],
            labels.ravel(),
            self._context,
        )
        return group, clusters

    def _draw_in_plane(self, east: int, north: int, drawing: Drawing, monitor: Monitor) -> Boundaries:
        plane = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=aeqd +lat_0={north} +lon_0={east} +datum=WGS84 +units=m +no_defs +type=crs"
        )
        x, y = transform_points(
            self.places[:, 0], self.places[:, 1], self.crs, plane, self._context, monitor.part(0.0, 0.1)
        )
        drawn = draw(x, y, self.labels, drawing, monitor=monitor.part(0.1, 0.8))
        edge = longest_edge(float(np.abs(self.latitude).max()))
        polygons = carry_polygons(
            self._shapely,
            self._shapely.segmentize(drawn.polygons, edge),
            plane,
            self.crs,
            self._context,
            monitor.part(0.8, 1.0),
            known=(np.column_stack([x, y]), self.places),
        )
        return replace(drawn, polygons=polygons)


class Ellipsoid:
    """Areas and lengths of polygons in a reference system, on the ellipsoid that the user has chosen for
    measuring, WGS 84 where that is none.
    """

    def __init__(self, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext) -> None:
        self._shapely = packages.require("shapely", "cluster boundaries")
        self._geographic = crs.isGeographic()
        self._measure = QgsDistanceArea()
        self._measure.setSourceCrs(crs, context.transformContext())
        chosen = context.ellipsoid()
        self._measure.setEllipsoid(ELLIPSOID if chosen in ("", "NONE") else chosen)

    def areas(self, polygons: NDArray[np.object_]) -> NDArray[np.float64]:
        """Return float64[k] square metres of shapely polygons."""
        unit = Qgis.AreaUnit.SquareMeters
        return np.array(
            [
                self._measure.convertAreaMeasurement(self._measure.measureArea(geometry_of(wkb)), unit)
                for wkb in self._shapely.to_wkb(polygons).tolist()
            ],
            dtype=np.float64,
        )

    def perimeters(self, polygons: NDArray[np.object_]) -> NDArray[np.float64]:
        """Return float64[k] metres; a cut along the antimeridian is no border and not counted."""
        unit = Qgis.DistanceUnit.Meters
        lengths = np.array(
            [
                self._measure.convertLengthMeasurement(self._measure.measurePerimeter(geometry_of(wkb)), unit)
                for wkb in self._shapely.to_wkb(polygons).tolist()
            ],
            dtype=np.float64,
        )
        if self._geographic:
            bounds = self._shapely.bounds(polygons)
            for place in np.flatnonzero((bounds[:, 0] == -180.0) | (bounds[:, 2] == 180.0)).tolist():
                lengths[place] -= self._length_of_cut(polygons[place])
        return lengths

    def _length_of_cut(self, polygon: object) -> float:
        length = 0.0
        for ring in self._shapely.get_rings(self._shapely.get_parts(polygon)):
            at = self._shapely.get_coordinates(ring)
            on_cut = (np.abs(at[:-1, 0]) == 180.0) & (at[:-1, 0] == at[1:, 0])
            for start, end in zip(at[:-1][on_cut].tolist(), at[1:][on_cut].tolist(), strict=True):
                length += self._measure.measureLine(QgsPointXY(*start), QgsPointXY(*end))
        return float(self._measure.convertLengthMeasurement(length, Qgis.DistanceUnit.Meters))


def longest_edge(latitude: float) -> float:
    """Return how long an edge may be, in metres, so that a straight line and a line of constant direction in
    degrees differ by no more than EDGE_TOLERANCE.

    A line of length L that follows a parallel departs from the geodesic by L² · tan(latitude) / (8 · R).
    """
    bend = math.tan(math.radians(min(89.9, abs(latitude))))
    longest = math.sqrt(8.0 * MEAN_RADIUS * EDGE_TOLERANCE / max(bend, 1e-3))
    return min(LONGEST_EDGE, max(SHORTEST_EDGE, longest))


def carry_polygons(
    shapely: ModuleType,
    polygons: NDArray[np.object_],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    monitor: Monitor,
    *,
    known: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None,
) -> NDArray[np.object_]:
    """Transform shapely polygons, object[k], to another reference system; cut where its world ends.

    `known` are places, (m, 2) in the source and in the target system: vertices on them take exactly those
    coordinates, so that a site on a hull stays on it to the last bit. Raises InputError for what lies outside
    the target system, and Cancelled.
    """
    if source == target:
        return polygons
    vertices = shapely.get_coordinates(polygons)
    x, y = transform_points(vertices[:, 0], vertices[:, 1], source, target, context, monitor)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise InputError(
            "INPUT",
            "A boundary reaches beyond the area of {crs}. Reproject the layer, or choose a smaller radius.",
            crs=target.authid() or target.description(),
        )
    moved_vertices = np.column_stack([x, y])
    if known is not None:
        _restore(vertices, moved_vertices, *known)
    moved = shapely.set_coordinates(polygons.copy(), moved_vertices)
    if target.isGeographic():
        return settle_on_globe(moved)

    _, owner = shapely.get_coordinates(polygons, return_index=True)
    same = owner[1:] == owner[:-1]
    before = np.hypot(*np.diff(vertices, axis=0).T)
    after = np.hypot(*np.diff(moved_vertices, axis=0).T)
    # From ring to ring there is a step too, of any length, but it grows as everything near it does.
    scale = np.median(after[same] / np.maximum(before[same], 1e-12)) if same.any() else 1.0
    torn = np.unique(owner[1:][same & (after > TORN * scale * np.maximum(before, SHORTEST_EDGE))])
    if len(torn) and not source.isGeographic():
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        settled = carry_polygons(shapely, polygons[torn], source, degrees, context, monitor)
        moved[torn] = carry_polygons(shapely, settled, degrees, target, context, monitor)
    for place in np.flatnonzero(~shapely.is_valid(moved)).tolist():
        moved[place] = as_multipolygon(shapely.make_valid(moved[place]))
    return moved


def _restore(
    vertices: NDArray[np.float64],
    moved: NDArray[np.float64],
    there: NDArray[np.float64],
    here: NDArray[np.float64],
) -> None:
    """Set rows of `moved` to rows of `here` where `vertices` are rows of `there`, bit for bit."""
    keys = there[:, 0] + 1j * there[:, 1]
    order = np.argsort(keys)
    wanted = vertices[:, 0] + 1j * vertices[:, 1]
    place = np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)
    site = order[place]
    exact = keys[site] == wanted
    moved[exact] = here[site[exact]]
