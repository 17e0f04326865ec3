"""How distances are measured on a layer: on the ellipsoid, or in the plane of a local projection."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsRectangle,
    QgsUnitTypes,
)

from ...analysis.errors import InputError

# Addresses and clusters are longitudes and latitudes; distances and areas are those of WGS 84.
LONGITUDE_LATITUDE = "EPSG:4326"
ELLIPSOID = "EPSG:7030"

METRICS = ("auto", "planar", "ellipsoid")

# How far the scale of a plane may be from 1 anywhere on a layer for it to be taken: one metre in a kilometre.
SCALE_TOLERANCE = 1e-3

_STEP = 100.0


@dataclass(frozen=True)
class Measure:
    """`metric` is planar or ellipsoid; `crs` the system to read coordinates in; `metres` how many its unit
    is.
    """

    metric: str
    crs: QgsCoordinateReferenceSystem
    metres: float


def choose_measure(
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    metric: str,
    transform_context: QgsCoordinateTransformContext,
) -> Measure:
    """Choose for `metric` auto, or accept the user's choice, for a layer's system and extent.

    auto takes the plane where it is true: where its scale, at nine places of the extent and in both
    directions, is within SCALE_TOLERANCE of 1. A local projection's is, inside its area.

    Raises InputError where the layer has no reference system, and for a plane in which distances are not
    metres: degrees, and EPSG:3857, whose metre is two at 60 degrees of latitude.
    """
    if not crs.isValid():
        raise InputError(
            "INPUT",
            "The layer has no coordinate reference system; assign the right one in its properties.",
        )
    if metric == "planar":
        if crs.isGeographic():
            raise InputError(
                "METRIC",
                "Planar distances need a projected layer, but {crs} is in degrees; choose ellipsoid or auto, "
                "or reproject the layer.",
                crs=crs.authid(),
            )
        if crs.projectionAcronym() in ("webmerc", "merc"):
            raise InputError(
                "METRIC",
                "Distances in {crs} (Mercator) are not metres; choose ellipsoid or auto, or reproject the "
                "layer to a local system.",
                crs=crs.authid(),
            )
    if metric == "planar" or (metric == "auto" and _is_true_to_scale(crs, extent, transform_context)):
        return Measure("planar", crs, _metres(crs))
    return Measure("ellipsoid", QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), 1.0)


def _metres(crs: QgsCoordinateReferenceSystem) -> float:
    return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), Qgis.DistanceUnit.Meters)


def _is_true_to_scale(
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    transform_context: QgsCoordinateTransformContext,
) -> bool:
    if crs.isGeographic() or not extent.isFinite():
        return False
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, transform_context)
    measure.setEllipsoid(ELLIPSOID)
    for x in (extent.xMinimum(), extent.center().x(), extent.xMaximum()):
        for y in (extent.yMinimum(), extent.center().y(), extent.yMaximum()):
            for east, north in ((_STEP, 0.0), (0.0, _STEP)):
                try:
                    metres = measure.measureLine(QgsPointXY(x, y), QgsPointXY(x + east, y + north))
                except QgsCsException:
                    return False
                # Also false for a length that is not a number.
                if not abs(metres / (_STEP * _metres(crs)) - 1.0) <= SCALE_TOLERANCE:
                    return False
    return True
