"""Lines between two places of the globe, cut where they cross the antimeridian."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
)

from ..measures.measuring import ELLIPSOID, LONGITUDE_LATITUDE

Place = tuple[float, float]

# A vertex at least every so many metres: on a map of the world no corner shows.
STEP = 100_000.0


class Line(StrEnum):
    """GEODESIC: the shortest way on the ellipsoid. STRAIGHT: straight in degrees, the shorter way round."""

    GEODESIC = "geodesic"
    STRAIGHT = "straight"


class FlowLines:
    """Draws lines in longitude and latitude and measures how far apart their ends are, in metres."""

    def __init__(self, line: Line, context: QgsProcessingContext) -> None:
        self._line = line
        self._measure = QgsDistanceArea()
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        self._measure.setSourceCrs(degrees, context.transformContext())
        self._measure.setEllipsoid(ELLIPSOID)

    def distance(self, first: Place, second: Place) -> float:
        """Return the length of the geodesic in metres."""
        return float(self._measure.measureLine(QgsPointXY(*first), QgsPointXY(*second)))

    def draw(self, first: Place, second: Place) -> QgsGeometry:
        """Return a multi-line of one part, or of two where it crosses the antimeridian."""
        if self._line is Line.STRAIGHT or first == second:
            parts = _straight(first, second)
        else:
            parts = self._measure.geodesicLine(QgsPointXY(*first), QgsPointXY(*second), STEP, True)
        return QgsGeometry.fromMultiPolylineXY(parts)


def _straight(first: Place, second: Place) -> Sequence[Sequence[QgsPointXY]]:
    start, end = QgsPointXY(*first), QgsPointXY(*second)
    if abs(first[0] - second[0]) <= 180.0:
        return [[start, end]]
    edge = 180.0 if first[0] > 0.0 else -180.0
    # The end as seen from the start, on the other side of the edge.
    beyond = second[0] + 2.0 * edge
    latitude = first[1] + (second[1] - first[1]) * (edge - first[0]) / (beyond - first[0])
    return [[start, QgsPointXY(edge, latitude)], [QgsPointXY(-edge, latitude), end]]
