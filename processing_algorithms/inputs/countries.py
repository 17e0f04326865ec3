"""Country outlines from the user's layer, or from the world map that comes with QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsVectorLayer,
)

from ...analysis.countries import Countries
from ...analysis.errors import InputError
from ..base import Algorithm, tr
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_field

# How makers of country layers name the field with the two-letter code of ISO 3166-1 (Natural Earth's "_eh"
# fills the gaps that its plain one leaves).
CODE_FIELDS = ("iso_a2_eh", "iso_a2", "iso2", "economy", "country_code", "country", "code")


def add_countries(algorithm: Algorithm, explanation: str, *, advanced: bool) -> None:
    """Declare COUNTRIES, COUNTRY_FIELD and COUNTRY_TOLERANCE, against which ECONOMY_FIELD is checked."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "COUNTRIES", tr("Countries"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
        ),
        explanation,
        advanced=advanced,
    )
    algorithm.add(
        QgsProcessingParameterField("COUNTRY_FIELD", tr("Country code"), None, "COUNTRIES", optional=True),
        tr("The field of the outlines with the two-letter code. Empty: it is found by its name."),
        advanced=True,
    )
    tolerance = QgsProcessingParameterDistance(
        "COUNTRY_TOLERANCE", tr("Tolerance at borders (metres)"), 10_000.0, minValue=0.0
    )
    tolerance.setDefaultUnit(Qgis.DistanceUnit.Meters)
    algorithm.add(
        tolerance,
        tr(
            "Addresses this near to their economy count as inside: outlines are generalised, and cut "
            "off harbours and islands."
        ),
        advanced=True,
    )


def check_countries(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError where outlines are chosen and cannot be used."""
    countries = algorithm.parameterAsSource(parameters, "COUNTRIES", context)
    if countries is None:
        return
    if not algorithm.parameterAsString(parameters, "ECONOMY_FIELD", context):
        raise InputError(
            "ECONOMY_FIELD", "Choose the field with the economies that the outlines are to check."
        )
    if not countries.sourceCrs().isValid():
        raise InputError(
            "COUNTRIES",
            "The layer has no coordinate reference system; assign the right one in its properties.",
        )
    if not require_field(algorithm, parameters, "COUNTRY_FIELD", countries, context):
        code_field(countries)
    if not algorithm.parameterAsDouble(parameters, "COUNTRY_TOLERANCE", context) >= 0.0:
        raise InputError("COUNTRY_TOLERANCE", "The tolerance must be 0 or more.")


def chosen_countries(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Countries | None:
    """Read the outlines that are chosen; None where there are none."""
    source = algorithm.parameterAsSource(parameters, "COUNTRIES", context)
    if source is None:
        return None
    return read_countries(source, context, algorithm.parameterAsString(parameters, "COUNTRY_FIELD", context))


def tell_contested(
    countries: Countries,
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    feedback: QgsProcessingFeedback,
) -> None:
    """Warn of places, float64[n] in degrees, that overlapping outlines give to two economies."""
    for (first, second), count in sorted(countries.contested(longitude, latitude).items()):
        feedback.pushWarning(
            tr(
                "The outlines of {first} and {second} overlap; {count} places lie in both, and those that "
                "state no economy count for {first}, whose outline comes first."
            ).format(first=first, second=second, count=count)
        )


def code_field(source: QgsFeatureSource) -> str:
    """Return the field with the economies' codes; raises InputError where there is none."""
    names = {field.name().lower(): field.name() for field in source.fields()}
    for candidate in CODE_FIELDS:
        if candidate in names:
            return names[candidate]
    raise InputError(
        "COUNTRIES",
        "The layer needs a field with two-letter country codes, named {names}.",
        names=", ".join(CODE_FIELDS),
    )


def read_countries(
    source: QgsFeatureSource | None, context: QgsProcessingContext, field: str = ""
) -> Countries:
    """Read outlines and codes of a polygon layer, of QGIS's own world map where there is none.

    `field` holds the codes; where it is empty, it is found by its name.
    """
    layer = source or _world_map()
    field = field or code_field(layer)
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes([field], layer.fields())
    request.setDestinationCrs(QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), context.transformContext())
    codes, outlines = [], []
    for feature in layer.getFeatures(request):
        if feature.hasGeometry():
            codes.append(str(feature[field]))
            outlines.append(feature.geometry().asWkb().data())
    return Countries(codes, outlines)


def _world_map() -> QgsVectorLayer:
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=countries", "countries", "ogr")
    if not layer.isValid():
        raise InputError("COUNTRIES", "QGIS's own world map cannot be read; choose a layer of countries.")
    return layer
