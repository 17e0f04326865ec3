"""How distances are measured on a layer: on the ellipsoid, or in the plane of a local projection."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsUnitTypes

from ..analysis.errors import InputError

METRICS = ("auto", "planar", "ellipsoid")

# Projections whose scale stays within about a thousandth of the truth where they are meant to be used (PROJ's
# names). Mercator and the projections of whole continents and worlds are not among them.
_LOCAL_PROJECTIONS = {"utm", "tmerc", "etmerc", "omerc", "somerc", "sterea", "lcc", "cass", "krovak", "nzmg"}


@dataclass(frozen=True)
class Measure:
    """`metric` is planar or ellipsoid; `crs` the system to read coordinates in; `metres` how many its unit
    is.
    """

    metric: str
    crs: QgsCoordinateReferenceSystem
    metres: float


def choose_measure(crs: QgsCoordinateReferenceSystem, metric: str) -> Measure:
    """Choose for `metric` auto, or accept the user's choice.

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
    if metric == "planar" or (metric == "auto" and crs.projectionAcronym() in _LOCAL_PROJECTIONS):
        metres = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), Qgis.DistanceUnit.Meters)
        return Measure("planar", crs, metres)
    return Measure("ellipsoid", QgsCoordinateReferenceSystem("EPSG:4326"), 1.0)
