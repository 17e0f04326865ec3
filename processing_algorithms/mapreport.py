"""A printed map of the clusters: a shipped layout, or one of the user's own, filled and written as PDF and
PNG.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..analysis.errors import InputError
from .base import tr
from .choices import choice
from .inputs.map_layers import (
    add_map_layers,
    add_template,
    add_words,
    check_map_layers,
    check_template,
    chosen_layers,
    chosen_template,
)
from .outputs.cluster_pages import ClusterFacts
from .outputs.economy_names import economy_name
from .outputs.map_notes import map_notes
from .outputs.printed_files import PrintedFiles
from .outputs.printing import MapPage, PrintedAlgorithm

AUTOMATIC = "automatic"


class MapReport(PrintedAlgorithm):
    """Prints one page: title, map, inset, legend, ranking, charts, notes."""

    def name(self) -> str:
        return "mapreport"

    def displayName(self) -> str:
        return tr("Map report")

    def shortDescription(self) -> str:
        return tr(
            "Prints the clusters as a page: map, inset, legend, ranking, shares by metric, scale bar, "
            "sources, date and method, as PDF and as PNG of 300 dots per inch. The page is a layout that "
            "ships with the plugin or a template (.qpt) of your own."
        )

    def tags(self) -> list[str]:
        return tr("map,layout,template,qpt,print,pdf,png,report,ranking,legend,cluster").split(",")

    # Declaring

    def declare(self) -> None:
        add_map_layers(self)
        self.add(
            QgsProcessingParameterVectorLayer(
                "RANKING", tr("Ranking"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr("The output Ranking, for the table of the page. Empty: the table is made of the clusters."),
            advanced=True,
        )
        add_words(self, tr("The title of the page. Empty: Innovation clusters, or the name of the cluster."))
        self.add(
            choice(
                "TEMPLATE",
                tr("Layout"),
                {
                    AUTOMATIC: tr("Automatic"),
                    "world": tr("World"),
                    "country": tr("Country or region"),
                    "cluster": tr("One cluster"),
                },
                AUTOMATIC,
            ),
            tr(
                "world: the whole world with an inset. country: a country or region, and where it lies. "
                "cluster: one cluster with its figures. automatic: the world where clusters lie far apart, "
                "else the region around them."
            ),
        )
        add_template(self)
        self.add(
            QgsProcessingParameterString("ECONOMY", tr("Only this economy"), optional=True),
            tr(
                "The code of an economy, such as KR: the map shows its clusters, with their ranks in the "
                "world. Empty: all."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "RANK",
                tr("Rank of the cluster"),
                Qgis.ProcessingNumberParameterType.Integer,
                1,
                minValue=1,
            ),
            tr("Which cluster the layout of one cluster shows."),
        )
        self.add(
            QgsProcessingParameterBoolean("KEEP", tr("Keep the layout in the project"), False),
            tr("Adds the layout, with the layers it needs, to the project, where it can be worked on."),
        )
        for name, label, kind, explanation in (
            ("PDF", tr("Map as PDF"), tr("PDF files (*.pdf)"), tr("One page, with text as text.")),
            ("PNG", tr("Map as PNG"), tr("PNG files (*.png)"), tr("The page with 300 dots per inch.")),
        ):
            self.add(QgsProcessingParameterFileDestination(name, label, kind, optional=True), explanation)
        self.addOutput(QgsProcessingOutputString("LAYOUT", tr("Name of the layout in the project")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        check_map_layers(self, parameters, context)
        check_template(self, parameters, context)
        ranking = self.parameterAsVectorLayer(parameters, "RANKING", context)
        if ranking is not None and ranking.fields().lookupField("rank") < 0:
            raise InputError(
                "RANKING",
                "The layer has no field {field}; choose the output Ranking of Innovation clusters.",
                field="rank",
            )
        keep = self.parameterAsBoolean(parameters, "KEEP", context)
        if keep and context.project() is None:
            raise InputError("KEEP", "There is no project to keep the layout in; leave this off.")
        if not keep and not any(parameters.get(name) for name in ("PDF", "PNG")):
            raise InputError("PDF", "Choose a file for the PDF or the PNG, or keep the layout.")
        if self._subject(parameters, context) == "cluster":
            rank = self.parameterAsInt(parameters, "RANK", context)
            clusters = self.parameterAsVectorLayer(parameters, "CLUSTERS", context)
            if ClusterFacts(clusters).of_rank(rank) is None:
                raise InputError("RANK", "There is no cluster of this rank.")

    def _subject(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        chosen = str(self.parameterAsEnumString(parameters, "TEMPLATE", context))
        return "" if chosen == AUTOMATIC else chosen

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        layers = chosen_layers(self, parameters, context)
        page = self._page(parameters, context)
        keep_as = page.title if self.parameterAsBoolean(parameters, "KEEP", context) else ""
        results: dict[str, Any] = {}
        feedback.setProgressText(tr("Printing the map"))
        try:
            with PrintedFiles() as files:
                places: dict[str, Path | None] = {"PDF": None, "PNG": None}
                for name in places:
                    chosen = self.parameterAsFileOutput(parameters, name, context)
                    if chosen:
                        places[name] = files.place(Path(chosen).absolute())
                        results[name] = str(Path(chosen).absolute())
                kept = self.printing.print_map(
                    layers, page, places["PDF"], places["PNG"], keep_as, context, feedback
                )
        except ValueError as error:
            raise InputError("CLUSTERS", "{problem}", problem=str(error)) from error
        except OSError as error:
            raise QgsProcessingException(
                tr("The map could not be written: {problem}").format(problem=error.strerror or str(error))
            ) from error
        feedback.setProgress(100.0)
        return results | {"LAYOUT": kept}

    def _page(self, parameters: dict[str, Any], context: QgsProcessingContext) -> MapPage:
        layers = chosen_layers(self, parameters, context)
        title = self.parameterAsString(parameters, "TITLE", context).strip()
        subtitle = self.parameterAsString(parameters, "SUBTITLE", context).strip()
        economy = self.parameterAsString(parameters, "ECONOMY", context).strip().upper()
        subject = self._subject(parameters, context)
        sources = self.parameterAsString(parameters, "SOURCES", context).strip()
        notes = map_notes(layers.clusters, layers.zones, sources)
        template = chosen_template(self, parameters, context, subject)
        if subject == "cluster":
            facts = ClusterFacts(layers.clusters, zones=layers.zones)
            feature = facts.of_rank(self.parameterAsInt(parameters, "RANK", context))
            if feature is None:
                raise InputError("RANK", "There is no cluster of this rank.")
            cluster = facts.page(feature)
            return MapPage(title or cluster.title, subtitle or cluster.subtitle, notes, template, "", cluster)
        if not subtitle:
            count = layers.clusters.featureCount()
            subtitle = tr("{count} clusters, ranked by the sum of their shares in per cent").format(
                count=f"{count:,}"
            )
            if count == 1:
                subtitle = tr("One cluster")
            if economy:
                subtitle = tr("{economy}: clusters, with their ranks among {count}").format(
                    economy=economy_name(economy), count=f"{count:,}"
                )
        return MapPage(title or tr("Innovation clusters"), subtitle, notes, template, economy)
