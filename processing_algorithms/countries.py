"""Country outlines from the user's layer, or from the world map that comes with QGIS."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsProcessingContext,
    QgsVectorLayer,
)

from ..analysis.countries import Countries
from ..analysis.errors import InputError
from .measuring import LONGITUDE_LATITUDE

# How makers of country layers name the field with the two-letter code of ISO 3166-1 (Natural Earth's "_eh"
# fills the gaps that its plain one leaves).
CODE_FIELDS = ("iso_a2_eh", "iso_a2", "iso2", "economy", "country_code", "country", "code")


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
