"""An atlas of the clusters: one page each, with its map, its shares, and who and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..analysis.errors import InputError
from .base import tr
from .choices import choice
from .inputs.map_layers import (
    add_map_layers,
    add_template,
    check_map_layers,
    check_template,
    chosen_layers,
    chosen_template,
)
from .outputs.cluster_pages import ClusterFacts
from .outputs.map_notes import map_notes
from .outputs.printed_files import PrintedFiles
from .outputs.printing import MapPage, PrintedAlgorithm

ORDERS = ("rank", "name", "intensity")
TABLES = {
    "ORGANISATIONS": ("cluster_id", "organisation"),
    "FIELDS": ("cluster_id", "field"),
    "LINKS": ("first_id", "second_id", "strength"),
}


class ClusterAtlas(PrintedAlgorithm):
    """Prints one page per cluster."""

    def name(self) -> str:
        return "clusteratlas"

    def displayName(self) -> str:
        return tr("Cluster atlas")

    def shortDescription(self) -> str:
        return tr(
            "Prints an atlas with one page per cluster: its map, its figures, its shares beside the mean of "
            "all clusters, the zones in it, its leading organisations and fields, its partners, and its rank "
            "in earlier editions. As one PDF, and as one PNG per page."
        )

    def tags(self) -> list[str]:
        return tr("atlas,map,layout,print,pdf,png,profile,factsheet,cluster,zone,partner").split(",")

    # Declaring

    def declare(self) -> None:
        add_map_layers(self)
        for name, label, explanation in (
            (
                "ORGANISATIONS",
                tr("Leading organisations"),
                tr("The output of this name of Cluster profiles. Empty: what the clusters themselves tell."),
            ),
            (
                "FIELDS",
                tr("Fields"),
                tr("The output of this name of Cluster profiles. Empty: what the clusters themselves tell."),
            ),
            (
                "LINKS",
                tr("Collaboration links"),
                tr("The output of this name of Innovation clusters or Collaboration links."),
            ),
        ):
            self.add(
                QgsProcessingParameterVectorLayer(
                    name, label, [QgsProcessing.SourceType.TypeVector], optional=True
                ),
                explanation,
            )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "EARLIER",
                tr("Clusters of earlier editions"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
            ),
            tr(
                "Outputs Clusters of earlier runs, the earliest first. A cluster is found again where it "
                "shares at least half of the area of the smaller of both. Empty: the field earlier_rank."
            ),
        )
        self.add(
            QgsProcessingParameterExpression(
                "FILTER", tr("Only these clusters"), None, "CLUSTERS", optional=True
            ),
            tr("An expression that is true for the clusters to print, such as \"economies\" = 'KR'."),
        )
        self.add(
            choice(
                "ORDER",
                tr("Order of pages"),
                {"rank": tr("Rank"), "name": tr("Name"), "intensity": tr("Intensity")},
                ORDERS[0],
            ),
            tr("rank: the first comes first. name: by the alphabet. intensity: the most intensive first."),
        )
        whole = Qgis.ProcessingNumberParameterType.Integer
        self.add(
            QgsProcessingParameterNumber("FIRST", tr("First page"), whole, 1, minValue=1),
            tr("The number of the first page to print, in the order chosen."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber("LAST", tr("Last page"), whole, None, optional=True, minValue=1),
            tr("The number of the last page to print. Empty: all that follow."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("SOURCES", tr("Sources"), optional=True),
            tr("Where the data is from. Empty: the names of the layers that the clusters were made from."),
        )
        add_template(
            self,
            tr(
                "Items that are filled here besides: facts, neighbours, organisations, fields, partners, "
                "zones, history."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "PDF", tr("Atlas as PDF"), tr("PDF files (*.pdf)"), optional=True
            ),
            tr("All pages, with text as text."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                "PNG_FOLDER", tr("Folder for pages as PNG"), optional=True, createByDefault=False
            ),
            tr("One file per page with 300 dots per inch, named by rank and name."),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_PAGES", tr("Number of pages")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        check_map_layers(self, parameters, context)
        check_template(self, parameters, context)
        for name, fields in TABLES.items():
            layer = self.parameterAsVectorLayer(parameters, name, context)
            for field in fields:
                if layer is not None and layer.fields().lookupField(field) < 0:
                    raise InputError(
                        name, "The layer has no field {field}; choose the output of this name.", field=field
                    )
        for layer in self._earlier(parameters, context):
            if layer.fields().lookupField("rank") < 0 or not layer.crs().isValid():
                raise InputError(
                    "EARLIER",
                    "{layer} has no field rank or no coordinate reference system; choose outputs Clusters.",
                    layer=layer.name(),
                )
        # Not parameterAsExpression, which takes what it cannot read for none.
        text = self.parameterAsString(parameters, "FILTER", context)
        problem = QgsExpression(text).parserErrorString() if text else ""
        if problem:
            raise InputError("FILTER", "The expression cannot be read: {problem}", problem=problem)
        if not any(parameters.get(name) for name in ("PDF", "PNG_FOLDER")):
            raise InputError("PDF", "Choose a file for the PDF or a folder for the pages as PNG.")
        if not self._chosen(parameters, context):
            raise InputError("FILTER", "No cluster is left to print; change the expression or the pages.")

    def _earlier(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[QgsVectorLayer]:
        layers = self.parameterAsLayerList(parameters, "EARLIER", context) or []
        return [layer for layer in layers if isinstance(layer, QgsVectorLayer)]

    def _chosen(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[int]:
        """Return the ids of the clusters to print, in the order of the pages."""
        layers = chosen_layers(self, parameters, context)
        facts = ClusterFacts(layers.clusters)
        wanted = set(facts.with_shape)
        text = self.parameterAsExpression(parameters, "FILTER", context)
        if text:
            request = QgsFeatureRequest().setFilterExpression(text)
            scopes = context.expressionContext()
            scopes.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layers.clusters))
            request.setExpressionContext(scopes)
            wanted &= {feature.id() for feature in layers.clusters.getFeatures(request)}
        order = self.parameterAsEnumString(parameters, "ORDER", context)
        chosen = [feature for feature in facts.ordered(order) if feature in wanted]
        first = self.parameterAsInt(parameters, "FIRST", context)
        last = self.parameterAsInt(parameters, "LAST", context) if parameters.get("LAST") else len(chosen)
        return chosen[first - 1 : last]

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layers = chosen_layers(self, parameters, context)
        feedback.setProgressText(tr("Reading clusters"))
        facts = ClusterFacts(
            layers.clusters,
            zones=layers.zones,
            organisations=self.parameterAsVectorLayer(parameters, "ORGANISATIONS", context),
            fields=self.parameterAsVectorLayer(parameters, "FIELDS", context),
            links=self.parameterAsVectorLayer(parameters, "LINKS", context),
            earlier=self._earlier(parameters, context),
        )
        sources = self.parameterAsString(parameters, "SOURCES", context).strip()
        notes = map_notes(layers.clusters, layers.zones, sources)
        template = chosen_template(self, parameters, context, "cluster")
        pages = []
        for feature in self._chosen(parameters, context):
            page = facts.page(feature)
            pages.append(MapPage(page.title, page.subtitle, notes, template, "", page))
        pdf = self.parameterAsFileOutput(parameters, "PDF", context)
        folder = self.parameterAsString(parameters, "PNG_FOLDER", context)
        results: dict[str, Any] = {}
        feedback.setProgressText(tr("Printing {count} pages").format(count=len(pages)))
        try:
            with PrintedFiles() as files:
                pdf_place = files.place(Path(pdf).absolute()) if pdf else None
                pngs = []
                if folder:
                    names = file_names([(page.cluster.rank, page.title) for page in pages if page.cluster])
                    pngs = files.places(Path(folder).absolute(), names)
                printed = self.printing.print_atlas(layers, pages, pdf_place, pngs, context, feedback)
        except ValueError as error:
            raise InputError("CLUSTERS", "{problem}", problem=str(error)) from error
        except OSError as error:
            raise QgsProcessingException(
                tr("The atlas could not be written: {problem}").format(problem=error.strerror or str(error))
            ) from error
        if pdf:
            results["PDF"] = str(Path(pdf).absolute())
        if folder:
            results["PNG_FOLDER"] = str(Path(folder).absolute())
        return results | {"NUM_PAGES": printed}


def file_names(titles: Sequence[tuple[int, str]]) -> list[str]:
    """Return a name for the file of every page, (rank, title), without what file systems refuse."""
    names = []
    taken: set[str] = set()
    for rank, title in titles:
        plain = "".join(sign if sign.isalnum() or sign in " -–_" else "_" for sign in title).strip()[:60]
        name = f"{rank:03d} {plain}".strip()
        number = 2
        while name.casefold() in taken:
            name = f"{rank:03d} {plain} ({number})"
            number += 1
        taken.add(name.casefold())
        names.append(f"{name}.png")
    return names
