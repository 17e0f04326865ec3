"""What maps are made from, as parameters: clusters, sites, zones, a template, and the words on the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ...analysis.errors import InputError
from ..base import Algorithm, tr
from ..choices import choice
from ..outputs.printing import PAGES, MapLayers, PrintedAlgorithm, Template

NEEDED_FIELDS = ("rank", "name")


def add_map_layers(algorithm: Algorithm) -> None:
    """Declare CLUSTERS, SITES and ZONES."""
    algorithm.add(
        QgsProcessingParameterVectorLayer(
            "CLUSTERS", tr("Clusters"), [QgsProcessing.SourceType.TypeVectorPolygon]
        ),
        tr(
            "The output Clusters of Innovation clusters, also of an older version. It is drawn as it is "
            "styled; a layer without a style gets that of this plugin."
        ),
    )
    algorithm.add(
        QgsProcessingParameterVectorLayer(
            "SITES", tr("Sites"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
        ),
        tr("The output Sites of the same run: where the addresses are, and the noise."),
    )
    algorithm.add(
        QgsProcessingParameterVectorLayer(
            "ZONES",
            tr("Zones"),
            [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint],
            optional=True,
        ),
        tr("Special zones to be drawn over the clusters, from Import zones or Zone catalogue."),
    )


def add_template(algorithm: Algorithm, besides: str = "") -> None:
    """Declare PAGE and TEMPLATE_FILE; `besides` tells of more items that are filled."""
    algorithm.add(
        choice(
            "PAGE",
            tr("Page"),
            {
                "a4_landscape": tr("A4 landscape"),
                "a4_portrait": tr("A4 portrait"),
                "a3_landscape": tr("A3 landscape"),
                "a3_portrait": tr("A3 portrait"),
            },
            PAGES[0],
        ),
        tr("The paper: a4 or a3, landscape or portrait. Not used with a template of your own."),
    )
    algorithm.add(
        QgsProcessingParameterFile(
            "TEMPLATE_FILE", tr("Template of your own"), extension="qpt", optional=True
        ),
        tr(
            "A layout template (.qpt) saved from QGIS. Its items are filled by their ids: title, subtitle, "
            "map, inset, inset_title, legend, scale_bar, ranking, shares, circles, notes, or remark, method, "
            "sources and date one by one. Other items stay as they are."
        )
        + (f" {besides}" if besides else ""),
        advanced=True,
    )


def add_words(algorithm: Algorithm, title: str) -> None:
    """Declare TITLE, SUBTITLE and SOURCES; `title` says what stands there otherwise."""
    for name, label, explanation in (
        ("TITLE", tr("Title"), title),
        (
            "SUBTITLE",
            tr("Subtitle"),
            tr("The line below the title. Empty: how many clusters there are, and by what they are ranked."),
        ),
        (
            "SOURCES",
            tr("Sources"),
            tr("Where the data is from. Empty: the names of the layers that the clusters were made from."),
        ),
    ):
        algorithm.add(QgsProcessingParameterString(name, label, optional=True), explanation)


def check_map_layers(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError unless there are clusters that can be drawn."""
    clusters = algorithm.parameterAsVectorLayer(parameters, "CLUSTERS", context)
    if clusters is None or not clusters.isValid():
        raise InputError("CLUSTERS", "The layer cannot be read; choose another one.")
    if clusters.geometryType() != Qgis.GeometryType.Polygon:
        raise InputError("CLUSTERS", "The layer must have polygons; choose the output Clusters.")
    if clusters.featureCount() == 0:
        raise InputError(
            "CLUSTERS", "The layer has no rows; choose another one, or clear its filter or selection."
        )
    for field in NEEDED_FIELDS:
        if clusters.fields().lookupField(field) < 0:
            raise InputError(
                "CLUSTERS",
                "The layer has no field {field}; choose the output Clusters of Innovation clusters.",
                field=field,
            )
    for name in ("CLUSTERS", "SITES", "ZONES"):
        layer = algorithm.parameterAsVectorLayer(parameters, name, context)
        if layer is None:
            continue
        if not layer.isValid():
            raise InputError(name, "The layer cannot be read; choose another one.")
        if layer.isSpatial() and not layer.crs().isValid():
            raise InputError(
                name, "The layer has no coordinate reference system; assign the right one in its properties."
            )


def check_template(
    algorithm: PrintedAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Raise InputError where the template of the user's own cannot be used."""
    template = chosen_template(algorithm, parameters, context)
    if template.file is None:
        return
    try:
        algorithm.printing.check_template(template)
    except ValueError as error:
        raise InputError("TEMPLATE_FILE", "{problem}", problem=str(error)) from None


def chosen_template(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext, subject: str = ""
) -> Template:
    """Return the template that was chosen."""
    file = algorithm.parameterAsFile(parameters, "TEMPLATE_FILE", context)
    return Template(
        subject,
        algorithm.parameterAsEnumString(parameters, "PAGE", context),
        Path(file) if file else None,
    )


def chosen_layers(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> MapLayers:
    """Return the layers that were chosen."""

    def layer(name: str) -> QgsVectorLayer | None:
        known = algorithm.parameterDefinition(name) is not None
        return algorithm.parameterAsVectorLayer(parameters, name, context) if known else None

    return MapLayers(layer("CLUSTERS"), layer("SITES"), layer("ZONES"), layer("RANKING"))
