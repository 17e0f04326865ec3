"""What an atlas looks things up in: places that name clusters, countries, people, other names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
)

from ...analysis.addresses import numbers_of
from ...analysis.countries import Countries
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.naming import Gazetteer, read_gazetteer
from ...analysis.organisations import Aliases
from ...analysis.wkb import Form
from ..base import Algorithm, tr
from ..layers.points import read_points, texts_of
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_points
from .countries import code_field, read_countries
from .population import require_raster

GAZETTEER = Path(__file__).resolve().parents[2] / "resources" / "gazetteer" / "cities.csv"


def add_references(algorithm: Algorithm) -> None:
    """Declare GAZETTEER, COUNTRIES, POPULATION and ALIASES."""
    add_places(algorithm)
    algorithm.add(
        QgsProcessingParameterRasterLayer("POPULATION", tr("Population"), optional=True),
        tr(
            "A raster of people per pixel, for the intensity: score per million people. As with WIPO, "
            "pixels count whose centre is within the boundary's radius of a place of the cluster, also "
            "where another cluster's area holds them too. Pixels without a value, or with a negative "
            "one, are missing and not zero. Empty: no intensity."
        ),
        advanced=True,
    )
    add_aliases(algorithm)


def add_places(algorithm: Algorithm) -> None:
    """Declare GAZETTEER and COUNTRIES, what places are looked up in."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "GAZETTEER", tr("Gazetteer"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
        ),
        tr(
            "Places that name clusters: points with the fields name, population and, for Korean, "
            "name_ko. Empty: the bundled one, of cities from 100,000 people in the world and 15,000 in "
            "Korea."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "COUNTRIES", tr("Countries"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
        ),
        tr(
            "Outlines with a field of two-letter codes, for addresses that do not state their economy. "
            "Empty: the world map that comes with QGIS."
        ),
        advanced=True,
    )


def add_aliases(algorithm: Algorithm) -> None:
    """Declare ALIASES."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "ALIASES",
            tr("Other names of organisations"),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        ),
        tr(
            "A table with the fields alias and name: what is found under the alias is counted under the "
            "name, and printed as it stands there. For translations, abbreviations and subsidiaries."
        ),
        advanced=True,
    )


def check_references(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError where one of the references is chosen and cannot be used."""
    if parameters.get("COUNTRIES"):
        code_field(_countries(algorithm, parameters, context))
    if parameters.get("GAZETTEER"):
        source = require_points(algorithm, parameters, "GAZETTEER", context)
        for field in ("name", "population"):
            if source.fields().lookupField(field) < 0:
                raise InputError("GAZETTEER", "The layer has no field {field}; it needs one.", field=field)
    if parameters.get("POPULATION"):
        require_raster(algorithm.parameterAsRasterLayer(parameters, "POPULATION", context), context)
    check_aliases(algorithm, parameters, context)


def check_aliases(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError where a table of aliases is chosen and has not both fields."""
    aliases = algorithm.parameterAsSource(parameters, "ALIASES", context)
    for name in ("alias", "name") if aliases is not None else ():
        if aliases.fields().lookupField(name) < 0:
            raise InputError(
                "ALIASES", "The table needs the fields alias and name; {field} is missing.", field=name
            )


def read_aliases(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Aliases | None:
    """Read the table of aliases, None where there is none; raises InputError where it contradicts itself."""
    source = algorithm.parameterAsSource(parameters, "ALIASES", context)
    if source is None:
        return None
    table = read_points(source, ["alias", "name"], context, Monitor(), geometries=False)
    return Aliases(texts_of(table, "alias").tolist(), texts_of(table, "name").tolist())


def read_outlines(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Countries:
    """Read the outlines of countries that are chosen, or QGIS's own."""
    return read_countries(_countries(algorithm, parameters, context), context)


def _countries(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsProcessingFeatureSource | None:
    if not parameters.get("COUNTRIES"):
        return None
    source = algorithm.parameterAsSource(parameters, "COUNTRIES", context)
    if source is None or not source.sourceCrs().isValid():
        raise InputError(
            "COUNTRIES", "The layer cannot be read or has no coordinate reference system; assign one."
        )
    return source


def chosen_gazetteer(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Gazetteer:
    """Read the gazetteer that is chosen, or the bundled one."""
    if not parameters.get("GAZETTEER"):
        return read_gazetteer(GAZETTEER)
    layer = require_points(algorithm, parameters, "GAZETTEER", context)
    korean = "name_ko" if layer.fields().lookupField("name_ko") >= 0 else "name"
    points = read_points(
        layer,
        ["name", korean, "population"],
        context,
        Monitor(),
        crs=QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE),
    )
    points = points.select(
        (points.form == Form.POINT) & np.isfinite(points.x) & texts_of(points, "name").astype(bool)
    )
    # A place whose population is not a number still names a cluster, after all others.
    population = np.nan_to_num(numbers_of(points.columns["population"])[0])
    return Gazetteer(texts_of(points, "name"), texts_of(points, korean), points.x, points.y, population)
