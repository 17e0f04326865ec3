"""Shapes of zones, made valid, in longitude and latitude, and measured on the ellipsoid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPoint,
    QgsProcessingContext,
    QgsWkbTypes,
)

from .measuring import ELLIPSOID, LONGITUDE_LATITUDE

# A part narrower than this on average (twice its area by its perimeter), in metres, is a sliver: what is left
# between two digitised borders, and no zone.
SLIVER_WIDTH = 0.5

POINT, POLYGON = "point", "polygon"


@dataclass
class Shape:
    """What has become of a geometry: `reason` is why it cannot be used, empty where it can.

    `kind` is point or polygon; `area` in square metres, 0 for a point; `repaired` says what was wrong, empty
    where nothing; `slivers` counts parts that were left away.
    """

    geometry: QgsGeometry | None = None
    reason: str = ""
    kind: str = ""
    area: float = 0.0
    repaired: str = ""
    slivers: int = 0


def geometry_of(wkb: bytes | None) -> QgsGeometry | None:
    """Return the geometry of WKB without heights, measures and curves; None where there is none at all."""
    if wkb is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if geometry.isNull():
        return None
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    inner = geometry.get()
    inner.dropZValue()
    inner.dropMValue()
    return geometry


def place_of(geometry: QgsGeometry) -> tuple[float, float] | None:
    """Return a place in a geometry, in its own system, to tell that system by; None where it has none."""
    if geometry.isEmpty():
        return None
    inside = geometry.pointOnSurface()
    point = geometry.boundingBox().center() if inside.isNull() or inside.isEmpty() else inside.asPoint()
    return (point.x(), point.y()) if np.isfinite([point.x(), point.y()]).all() else None


class ShapeReader:
    """Brings geometries of one file into longitude and latitude; `swapped` where x is the latitude."""

    def __init__(
        self, crs: QgsCoordinateReferenceSystem, swapped: bool, context: QgsProcessingContext
    ) -> None:
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        self._transform = QgsCoordinateTransform(crs, degrees, context.transformContext())
        self._swapped = swapped
        self._measure = QgsDistanceArea()
        self._measure.setSourceCrs(degrees, context.transformContext())
        self._measure.setEllipsoid(ELLIPSOID)

    def read(self, original: QgsGeometry | None) -> Shape:
        """Return the shape of a geometry, or why it has none."""
        if original is None:
            return Shape(reason="no_geometry")
        if original.isEmpty():
            return Shape(reason="empty_geometry")
        if not original.boundingBox().isFinite():
            return Shape(reason="not_finite")
        kind = QgsWkbTypes.geometryType(original.wkbType())
        if kind == Qgis.GeometryType.Point:
            return self._read_points(original)
        if kind == Qgis.GeometryType.Line:
            return Shape(reason="line")
        return self._read_polygons(original)

    def _moved(self, geometry: QgsGeometry) -> QgsGeometry | None:
        moved = QgsGeometry(geometry)
        if self._swapped:
            moved.get().swapXy()
        try:
            moved.transform(self._transform)
        except QgsCsException:
            return None
        box = moved.boundingBox()
        on_globe = abs(box.yMinimum()) <= 90.0 and abs(box.yMaximum()) <= 90.0
        return moved if box.isFinite() and on_globe else None

    def _read_points(self, original: QgsGeometry) -> Shape:
        places = {(vertex.x(), vertex.y()) for vertex in original.vertices()}
        if len(places) != 1:
            return Shape(reason="several_points")
        moved = self._moved(QgsGeometry(QgsPoint(*places.pop())))
        return Shape(reason="not_on_globe") if moved is None else Shape(moved, kind=POINT)

    def _read_polygons(self, original: QgsGeometry) -> Shape:
        geometry, repaired = _made_valid(original)
        if geometry.isEmpty():
            # Made valid it is lines or points: it never enclosed anything.
            return Shape(reason="no_area")
        moved = self._moved(geometry)
        if moved is None:
            return Shape(reason="not_on_globe")
        # Vertices that were a hair apart may have met on the way.
        moved, again = _made_valid(moved)
        repaired = repaired or again
        parts = [part for part in moved.asGeometryCollection() if not part.isEmpty()]
        if not parts:
            return Shape(reason="no_area")
        areas = [self._measure.measureArea(part) for part in parts]
        wide = [
            (part, area) for part, area in zip(parts, areas, strict=True) if not self._is_sliver(part, area)
        ]
        if not wide:
            return Shape(reason="sliver")
        whole = QgsGeometry.collectGeometry([part for part, _ in wide])
        whole.convertToMultiType()
        return Shape(
            whole,
            kind=POLYGON,
            area=float(sum(area for _, area in wide)),
            repaired=repaired,
            slivers=len(parts) - len(wide),
        )

    def _is_sliver(self, part: QgsGeometry, area: float) -> bool:
        perimeter = self._measure.measurePerimeter(part)
        return not 2.0 * area > SLIVER_WIDTH * perimeter


def _made_valid(geometry: QgsGeometry) -> tuple[QgsGeometry, str]:
    """Return a geometry with valid polygons, and what was wrong with it, empty where nothing was."""
    collected = QgsWkbTypes.geometryType(geometry.wkbType()) != Qgis.GeometryType.Polygon
    if not collected and geometry.isGeosValid():
        return geometry, ""
    problems = [] if collected else geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos)
    # Parts that overlap are joined; the older method would cut out what they share.
    made = geometry.makeValid(Qgis.MakeValidMethod.Structure)
    valid = QgsGeometry.collectGeometry(list(_polygons(made)))
    return valid, problems[0].what() if problems else "mixed geometry"


def _polygons(geometry: QgsGeometry) -> Iterator[QgsGeometry]:
    """Return the polygons of a geometry, which may be a collection of collections."""
    if QgsWkbTypes.geometryType(geometry.wkbType()) == Qgis.GeometryType.Polygon:
        yield from (part for part in geometry.asGeometryCollection() if not part.isEmpty())
    elif QgsWkbTypes.flatType(geometry.wkbType()) == Qgis.WkbType.GeometryCollection:
        for part in geometry.asGeometryCollection():
            yield from _polygons(part)
