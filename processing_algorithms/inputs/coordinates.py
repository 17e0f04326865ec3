"""Where rows have their coordinates: in the geometry of a layer, or in two fields of a table."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterCrs,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...analysis.address_tables import COORDINATE_FIELDS
from ...analysis.errors import InputError
from ..base import Algorithm, tr
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_field


def add_coordinate_fields(algorithm: Algorithm) -> None:
    """Declare X_FIELD, Y_FIELD and CRS, for the tables among the inputs."""
    for parameter, label, axis in (
        ("X_FIELD", tr("Longitude or x field"), tr("longitude, lon, lng, long, x or 경도")),
        ("Y_FIELD", tr("Latitude or y field"), tr("latitude, lat, y or 위도")),
    ):
        algorithm.add(
            QgsProcessingParameterField(parameter, label, None, "INPUT", optional=True),
            tr(
                "For tables. Empty: the field is found by its name, {names}. Text is read as a number, "
                "with a decimal point or comma. Where it is set for a layer, it goes before the "
                "geometry."
            ).format(names=axis),
        )
    algorithm.add(
        QgsProcessingParameterCrs("CRS", tr("Reference system of the coordinate fields"), LONGITUDE_LATITUDE),
        tr("What the numbers in the coordinate fields are; layers with geometry know theirs."),
    )


def check_coordinates(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> None:
    """Raise InputError where the source has neither points of a known system nor fields with coordinates."""
    if coordinate_fields(algorithm, parameters, source, context):
        if not algorithm.parameterAsCrs(parameters, "CRS", context).isValid():
            raise InputError("CRS", "Choose the reference system of the coordinate fields.")
        return
    if not source.sourceCrs().isValid():
        raise InputError(
            "INPUT",
            "The layer has no coordinate reference system; assign the right one in its properties.",
        )
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind in (Qgis.GeometryType.Line, Qgis.GeometryType.Polygon):
        raise InputError(
            "INPUT", "The layer has lines or polygons; make points of them with Centroids first."
        )


def coordinate_fields(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> tuple[str, str] | None:
    """Return the fields with the coordinates, or None where the geometry has them."""
    x = require_field(algorithm, parameters, "X_FIELD", source, context)
    y = require_field(algorithm, parameters, "Y_FIELD", source, context)
    if x and y:
        return x, y
    if x or y:
        raise InputError(
            "Y_FIELD" if x else "X_FIELD",
            "Only one of the two coordinate fields is chosen; choose both or neither.",
        )
    if source.wkbType() != Qgis.WkbType.NoGeometry:
        return None
    names = {field.name().strip().lower(): field.name() for field in source.fields()}
    for x, y in COORDINATE_FIELDS:
        if x in names and y in names:
            return names[x], names[y]
    raise InputError(
        "X_FIELD", "The table has no fields named like coordinates; choose the two that hold them."
    )


def coordinate_system(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> QgsCoordinateReferenceSystem:
    """Return what the coordinates are in: that of the layer, or the one chosen for the fields."""
    if coordinate_fields(algorithm, parameters, source, context):
        return algorithm.parameterAsCrs(parameters, "CRS", context)
    return source.sourceCrs()
