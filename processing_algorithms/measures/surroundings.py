"""Polygons carried between reference systems with all their edges, and widened by metres."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from ...analysis import packages
from ...analysis.monitor import Monitor
from ..layers.transforming import transform_points
from .local_planes import METRES_PER_DEGREE, carry_polygons
from .measuring import LONGITUDE_LATITUDE

# An edge of this length, in metres, carried by its ends, is less than half a metre beside the line it was.
LONGEST_CARRIED = 5_000.0

QUARTER = 16  # edges of a quarter of a circle: its polygon is a six-hundredth smaller


def carry_all(
    polygons: NDArray[np.object_],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> NDArray[np.object_]:
    """Return shapely polygons, object[k] with None for none, in another reference system.

    Long edges get corners on the way, so that they stay where they were. Raises InputError for what lies
    outside the target system, and Cancelled.
    """
    if source == target:
        return polygons
    shapely = packages.require("shapely", "zones and clusters")
    there = np.flatnonzero(~shapely.is_missing(polygons))
    carried = np.full(len(polygons), None, dtype=object)
    if there.size:
        step = LONGEST_CARRIED / (METRES_PER_DEGREE if source.isGeographic() else 1.0)
        dense = shapely.segmentize(polygons[there], step)
        carried[there] = carry_polygons(shapely, dense, source, target, context, monitor)
    return carried


def widen(
    polygons: NDArray[np.object_],
    crs: QgsCoordinateReferenceSystem,
    metres: float,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> NDArray[np.object_]:
    """Return shapely polygons, object[k] with None for none, with everything within so many metres of them.

    They are widened in azimuthal equidistant planes: those whose middles are in one whole degree share one,
    and 100 km off its centre it is true to 1 in 20,000. Raises InputError and Cancelled.
    """
    shapely = packages.require("shapely", "zones and clusters")
    there = np.flatnonzero(~shapely.is_missing(polygons))
    widened = np.full(len(polygons), None, dtype=object)
    if not there.size:
        return widened
    bounds = shapely.bounds(polygons[there])
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    middle = transform_points(
        0.5 * (bounds[:, 0] + bounds[:, 2]),
        0.5 * (bounds[:, 1] + bounds[:, 3]),
        crs,
        degrees,
        context,
        monitor,
    )
    cells = np.nan_to_num(np.round(np.column_stack(middle))).astype(np.int64)
    found, cell = np.unique(cells, axis=0, return_inverse=True)
    for number, (east, north) in enumerate(found.tolist()):
        part = monitor.part(number / len(found), (number + 1) / len(found))
        rows = there[cell.ravel() == number]
        plane = plane_round(east, north)
        flat = carry_all(polygons[rows], crs, plane, context, part.part(0.0, 0.4))
        wide = shapely.buffer(flat, metres, quad_segs=QUARTER)
        widened[rows] = carry_all(wide, plane, crs, context, part.part(0.5, 1.0))
    return widened


def plane_round(longitude: float, latitude: float) -> QgsCoordinateReferenceSystem:
    """Return the azimuthal equidistant plane in metres round a place in degrees."""
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=aeqd +lat_0={latitude:.9g} +lon_0={longitude:.9g} +datum=WGS84 +units=m +no_defs +type=crs"
    )
