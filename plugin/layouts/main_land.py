"""The land of an economy that its map shows whole: its largest part, and large parts not far from it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import Qgis, QgsDistanceArea, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer

from .frames import Quadrangle, smallest_around

# Jeju is 2 per cent of Korea, Corsica 1.6 of France. Alaska, Guiana and Svalbard lie farther away than this.
LEAST_PART = 0.005
NEAR_METRES = 250_000.0
METRES_A_DEGREE = 111_000.0
ELLIPSOID = "EPSG:7030"


def main_land(basemap: Sequence[QgsVectorLayer], economy: str) -> Quadrangle | None:
    """Return what is around the main land of an economy; None where the basemap does not know it."""
    parts = [part for layer in basemap for part in _land(layer, economy)]
    if not parts:
        return None
    measure = QgsDistanceArea()
    measure.setEllipsoid(ELLIPSOID)
    areas = [abs(measure.measureArea(part)) for part in parts]
    largest = max(range(len(parts)), key=areas.__getitem__)
    boxes = [parts[largest].boundingBox()]
    others = [
        part.boundingBox()
        for number, part in enumerate(parts)
        if number != largest and areas[number] >= LEAST_PART * areas[largest]
    ]
    found = True
    while found:
        near = [box for box in others if any(_apart(box, land) <= NEAR_METRES for land in boxes)]
        others = [box for box in others if box not in near]
        boxes += near
        found = bool(near)
    return smallest_around(boxes)


def _land(layer: QgsVectorLayer, economy: str) -> list[QgsGeometry]:
    # The provinces of the basemap have the same field.
    if layer.geometryType() != Qgis.GeometryType.Polygon or layer.fields().lookupField("ISO_A3") < 0:
        return []
    code = economy.replace("'", "")
    request = QgsFeatureRequest().setFilterExpression(f"\"iso_a2\" = '{code}'").setNoAttributes()
    return [
        part
        for feature in layer.getFeatures(request)
        if feature.hasGeometry()
        for part in feature.geometry().asGeometryCollection()
    ]


def _apart(one: QgsRectangle, other: QgsRectangle) -> float:
    """Return how many metres two boxes in degrees are apart, about, over the antimeridian too."""
    high = max(0.0, one.yMinimum() - other.yMaximum(), other.yMinimum() - one.yMaximum())
    wide = min(
        max(0.0, one.xMinimum() + turn - other.xMaximum(), other.xMinimum() - one.xMaximum() - turn)
        for turn in (-360.0, 0.0, 360.0)
    )
    latitude = max(min(abs(box.yMinimum()), abs(box.yMaximum())) for box in (one, other))
    return METRES_A_DEGREE * math.hypot(high, wide * math.cos(math.radians(latitude)))
