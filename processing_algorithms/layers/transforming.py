"""Points in another reference system, at the speed of PROJ."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessingContext,
)

from ...analysis.monitor import CANCEL, DONE, Monitor

BLOCK = 20_000  # points between two looks at Cancel: about 10 ms

# A coordinate and its way to another reference system and back may differ by one unit (inverse datum shifts
# are approximate) and this fraction of its size.
ROUND_TRIP = 1e-6

_LINESTRING = 2


def transform_points(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Transform points with the datum transformations the user has chosen; NaN where that cannot be done.

    A projection's inverse answers far outside its area too, with a place that is wrong, such as one turn
    round the world less. So what comes from a projected system must come back to where it was, within
    ROUND_TRIP. PROJ works on all cores: PyQGIS lets other threads run meanwhile. Raises Cancelled.
    """
    if source == target:
        return x, y
    out_x, out_y = np.full(len(x), np.nan), np.full(len(y), np.nan)
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))

    def move(state: NDArray[np.int64], block: NDArray[np.int64]) -> None:
        if state[CANCEL]:
            return
        # Of its own for every thread, as PROJ's transformations are.
        there = QgsCoordinateTransform(source, target, context.transformContext())
        moved = _transform(np.column_stack([x[block], y[block]]), there)
        if not source.isGeographic():
            back = QgsCoordinateTransform(target, source, context.transformContext())
            returned = _transform(moved, back)
            for place, original in enumerate((x[block], y[block])):
                near = np.abs(returned[:, place] - original) <= 1.0 + ROUND_TRIP * np.abs(original)
                moved[~near] = np.nan
        out_x[block], out_y[block] = moved[:, 0], moved[:, 1]
        state[DONE] = len(block)

    blocks = [(rows[start : start + BLOCK],) for start in range(0, len(rows), BLOCK)]
    monitor.run(move, blocks, len(rows))
    return out_x, out_y


def _transform(points: NDArray[np.float64], transform: QgsCoordinateTransform) -> NDArray[np.float64]:
    """Transform points (n, 2) at the speed of one call; those that cannot be are NaN."""
    moved = np.full(points.shape, np.nan)
    rows = np.flatnonzero(np.isfinite(points).all(axis=1))
    if len(rows) == 0:
        return moved
    # One line through all points: QGIS hands the line's coordinates to PROJ in a single call.
    line = QgsGeometry()
    line.fromWkb(struct.pack("=BII", np.little_endian, _LINESTRING, len(rows)) + points[rows].tobytes())
    try:
        line.transform(transform)
    except QgsCsException:
        # Some point is beyond the transformation and takes the others of its call with it: look for it.
        if len(rows) > 1:
            half = len(rows) // 2
            moved[rows[:half]] = _transform(points[rows[:half]], transform)
            moved[rows[half:]] = _transform(points[rows[half:]], transform)
        return moved
    result = np.frombuffer(line.asWkb().data(), dtype=np.float64, offset=9).reshape(-1, 2)
    moved[rows] = np.where(np.isfinite(result).all(axis=1)[:, None], result, np.nan)
    return moved
