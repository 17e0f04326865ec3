"""The whole method of WIPO's innovation clusters, from addresses to a ranked, mapped atlas."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..analysis import packages
from ..analysis.atlas import Atlas
from ..analysis.errors import InputError
from ..analysis.intensity import intensity_table
from ..analysis.monitor import Monitor
from ..analysis.pipeline import find_clusters
from ..analysis.population import People
from .base import Algorithm, OutputLayer, Presentation, monitor_of, tr
from .inputs.address_layers import (
    add_address_layers,
    check_address_layers,
    read_address_layers,
    tables_elsewhere,
)
from .inputs.address_sources import SourceAccount
from .inputs.checking import warn_without_numba
from .inputs.countries import tell_contested
from .inputs.earlier_clusters import (
    add_earlier_clusters,
    check_earlier_clusters,
    kept_names,
    match_earlier,
    read_earlier_clusters,
    tell_kept,
)
from .inputs.given_metrics import add_totals, given_metrics, given_totals
from .inputs.method import (
    add_edition,
    add_method,
    check_method,
    chosen_edition,
    chosen_method,
    proposed_density,
)
from .inputs.missing_metrics import tell_missing_metrics
from .inputs.population import ClusterSites, PopulationRaster, prepared_raster, tell_full_pixels, tell_gaps
from .inputs.references import (
    add_references,
    check_references,
    chosen_gazetteer,
    read_aliases,
    read_outlines,
)
from .layers.elsewhere import TableElsewhere
from .layers.fields import fields_of
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.atlas_layers import areas_km2, boundary_polygons, cluster_columns, site_columns, site_fields
from .outputs.collaboration_tables import LINK_FIELDS, link_rows
from .outputs.csv_tables import write_tables
from .outputs.flow_lines import FlowLines, Line
from .outputs.merge_proposals import PROPOSAL_FIELDS, proposal_columns, told_proposals
from .outputs.proposal_report import headline
from .outputs.report import Earlier, Run, html_report, network_of, report_tables
from .outputs.report.collaboration import MEASURE
from .wording import metric_name, tell_verdict


class InnovationClusters(Algorithm):
    """Clusters, sites, ranking and report from the addresses of inventors, authors and funded firms."""

    arguments = {
        **{"x": "INVENTORS", "weights": "INVENTORS_WEIGHT"},
        **{"min_weight": "MIN_DENSITY", "aliases": "ALIASES"},
    }

    def __init__(self, presentation: Presentation | None = None) -> None:
        super().__init__(presentation)
        self._population: PopulationRaster | None = None
        self._elsewhere: dict[str, TableElsewhere] = {}

    def name(self) -> str:
        return "innovationclusters"

    def displayName(self) -> str:
        return tr("Innovation clusters")

    def shortDescription(self) -> str:
        return tr(
            "Finds, scores, ranks and outlines innovation clusters by the method of WIPO's Global Innovation "
            "Index, from the addresses of inventors, authors and venture-funded firms."
        )

    def tags(self) -> list[str]:
        return tr("wipo,gii,innovation,patents,publications,venture capital,ranking,dbscan,cluster").split(
            ","
        )

    # Declaring

    def declare(self) -> None:
        add_address_layers(self)
        add_edition(self)
        add_totals(self)
        add_method(self)
        add_references(self)
        add_earlier_clusters(self)
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterString("REMARK", tr("Remark"), optional=True),
            tr("A sentence about the data that the report and the layers' metadata are to carry."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "CLUSTERS", tr("Clusters"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr(
                "Boundaries with rank, names, economies, counts, shares of the totals in per cent, score, "
                "focus and, with a population, intensity."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "SITES", tr("Sites"), QgsProcessing.SourceType.TypeVectorPoint, optional=True
            ),
            tr(
                "Every distinct place with its cluster, its role (core, border, noise), weight and addresses."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "RANKING", tr("Ranking"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            tr("The table of the clusters, without boundaries."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True
            ),
            tr("The ranking, the economies, the account of the input and the method, on one page."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "PROPOSALS",
                tr("Proposed mergers"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr(
                "One row per pair of close clusters, by their numbers before merging, as Merge clusters "
                "makes it: what became of it, and the evidence."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "LINKS",
                tr("Collaboration links"),
                QgsProcessing.SourceType.TypeVectorLine,
                optional=True,
                createByDefault=False,
            ),
            tr(
                "A line between every two clusters that share records, as Collaboration links draws it; none "
                "where no input has a field for the record."
            ),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                "TABLES", tr("Folder for all tables"), optional=True, createByDefault=False
            ),
            tr("Every table of the report as CSV, with the mark by which spreadsheet programs know UTF-8."),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))
        self.addOutput(QgsProcessingOutputNumber("USED_EPS", tr("Distance that was used, in metres")))
        self.addOutput(QgsProcessingOutputNumber("USED_MIN_DENSITY", tr("Minimum density that was used")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        edition = chosen_edition(self, parameters, context)
        given = check_address_layers(self, parameters, edition, context)
        check_method(self, parameters, given, context)
        check_references(self, parameters, context)
        check_earlier_clusters(self, parameters, context)
        packages.require("shapely", tr("the boundaries of clusters"))

    # Computing

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take, in the thread of the project, what of its layers the run may not touch in its own."""
        try:
            self._population = prepared_raster(self, parameters, context)
            self._elsewhere = tables_elsewhere(self, parameters, context)
        except InputError as error:
            feedback.reportError(self.sentence(error), fatalError=True)
            return False
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with ExitStack() as engines:
            return self._computed(parameters, context, feedback, engines)

    def _computed(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        engines: ExitStack,
    ) -> dict[str, Any]:
        reading, proposing, finding, drawing, counting, writing = monitor_of(feedback).split(
            30, 10, 35, 10, 5, 10
        )
        warn_without_numba(feedback)
        countries = read_outlines(self, parameters, context)
        feedback.setProgressText(tr("Reading addresses"))
        sources, accounts = read_address_layers(
            self, parameters, context, feedback, reading, self._elsewhere, engines
        )
        edition = chosen_edition(self, parameters, context)
        tell_missing_metrics(edition, given_metrics(parameters), feedback)
        for account in accounts:
            tell_verdict(account.quality, feedback, account.layer)

        feedback.setProgressText(tr("Finding clusters"))
        method = chosen_method(self, parameters, context)
        proposal = proposed_density(method, sources, proposing)
        if proposal is not None:
            feedback.pushInfo(headline(proposal))
            method = method.with_density(proposal)
        atlas = find_clusters(
            sources,
            method.parameters(given_totals(self, parameters, context)),
            chosen_gazetteer(self, parameters, context),
            countries.economy_of,
            read_aliases(self, parameters, context),
            finding,
        )
        if parameters.get("COUNTRIES"):
            tell_contested(countries, atlas.sites.longitude, atlas.sites.latitude, feedback)
        feedback.pushInfo(
            tr("{count} clusters from {sites} places.").format(
                count=len(atlas.clusters), sites=len(atlas.sites)
            )
        )
        for line in _told_mergers(atlas):
            feedback.pushInfo(line)
        for first, second in _unproposed(atlas, method.merging.kept_apart):
            feedback.pushWarning(
                tr("The pair {first}-{second} is to stay apart, but is no proposal of this run.").format(
                    first=first + 1, second=second + 1
                )
            )

        feedback.setProgressText(tr("Drawing boundaries"))
        naming, drawing = drawing.split(1, 3)
        atlas, earlier = self._with_earlier(atlas, parameters, context, feedback, naming)
        polygons = boundary_polygons(atlas, method.buffer, drawing)
        people = self._people(atlas, method.buffer, context, feedback, counting)
        run = Run(
            atlas,
            method,
            accounts,
            people,
            None
            if people is None
            else intensity_table(atlas.clusters.counts, atlas.clusters.score, people.population),
            self.history(parameters, context, [_rows_told(account) for account in accounts]),
            given_totals(self, parameters, context),
            self.parameterAsString(parameters, "REMARK", context),
            proposal,
            earlier,
        )
        feedback.setProgressText(tr("Writing layers"))
        results = self._write(parameters, context, feedback, run, polygons, writing)
        results |= {
            "NUM_CLUSTERS": len(atlas.clusters),
            "USED_EPS": method.eps,
            "USED_MIN_DENSITY": method.min_density,
        }
        self._present(results, run, context, feedback)
        return results

    def _with_earlier(
        self,
        atlas: Atlas,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        monitor: Monitor,
    ) -> tuple[Atlas, Earlier | None]:
        """Return the atlas with the names that clusters had in an earlier run, where there is one."""
        reading, matching = monitor.split(1, 1)
        earlier = read_earlier_clusters(self, parameters, context, feedback, reading)
        if earlier is None:
            return atlas, None
        sites, clusters = atlas.sites, atlas.clusters
        same = match_earlier(
            earlier,
            sites.longitude,
            sites.latitude,
            sites.cluster,
            sites.weight,
            len(clusters),
            matching,
        )
        english, korean, kept = kept_names(earlier, same, clusters.name, clusters.name_ko)
        tell_kept(earlier, kept, feedback)
        named = replace(atlas, clusters=replace(clusters, name=english, name_ko=korean))
        return named, Earlier(earlier, same)

    def _people(
        self,
        atlas: Atlas,
        buffer: float,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        monitor: Monitor,
    ) -> People | None:
        """Count the people of every cluster where there is a raster of them, and tell where it has gaps."""
        if self._population is None:
            return None
        sites = atlas.sites
        places = ClusterSites(sites.longitude, sites.latitude, sites.cluster, len(atlas.clusters))
        places = places.in_degrees_of(self._population, context)
        people = self._population.people(
            places.areas(buffer), lambda: places.outlines(buffer, monitor), monitor
        )
        tell_gaps(people, atlas.clusters.name, feedback)
        tell_full_pixels(self._population, feedback)
        return people

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        run: Run,
        polygons: list[QgsGeometry],
        monitor: Monitor,
    ) -> dict[str, Any]:
        bounding, placing, ranking, proposing, linking, telling = monitor.split(2, 10, 1, 1, 1, 1)
        degrees, nothing = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), QgsCoordinateReferenceSystem()
        none = Qgis.WkbType.NoGeometry
        fields, columns = cluster_columns(
            run.atlas,
            run.people,
            run.intensity,
            None if run.earlier is None else run.earlier.rank,
            areas_km2(polygons, degrees, context),
        )
        with Outputs(self, parameters, context, feedback) as outputs:
            clusters = outputs.open("CLUSTERS", fields, Qgis.WkbType.MultiPolygon, degrees)
            clusters.write(columns, bounding, geometries=polygons)
            sites = outputs.open("SITES", site_fields(), Qgis.WkbType.Point, degrees)
            if sites.wanted:
                places = run.atlas.sites.longitude, run.atlas.sites.latitude
                sites.write(site_columns(run.atlas), placing, points=places)
            table = outputs.open("RANKING", fields, none, nothing)
            table.write(columns, ranking)
            proposals = outputs.open("PROPOSALS", fields_of(PROPOSAL_FIELDS), none, nothing)
            mergers = run.atlas.mergers
            numbers = range(1, mergers.unmerged + 1)
            proposals.write(proposal_columns(mergers.proposals, numbers, mergers.ties), proposing)
            self._write_links(run, outputs, context, linking)
            report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
            if report_file:
                outputs.write_text("REPORT", Path(report_file), html_report(run))
            folder = self.parameterAsString(parameters, "TABLES", context)
            if folder:
                tables = {"ranking": (fields, columns), **report_tables(run)}
                chosen = dict(line.split("=", 1) for line in run.history if "=" in line)
                write_tables(outputs, "TABLES", Path(folder), tables, chosen, telling)
        return outputs.results

    @staticmethod
    def _write_links(run: Run, outputs: Outputs, context: QgsProcessingContext, monitor: Monitor) -> None:
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        links = outputs.open("LINKS", fields_of(LINK_FIELDS), Qgis.WkbType.MultiLineString, degrees)
        if links.wanted and run.atlas.collaboration.ties:
            drawing, writing = monitor.split(3, 1)
            flow = FlowLines(Line.GEODESIC, context)
            lines, columns = link_rows(network_of(run), MEASURE, 1, flow, drawing)
            links.write(columns, writing, geometries=lines)

    def _present(
        self,
        results: dict[str, Any],
        run: Run,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        group = tr("Innovation clusters {edition}").format(edition=run.method.edition)
        self.present(
            [
                OutputLayer(results[name], label, style, group, order, run.history)
                for order, (name, label, style) in enumerate(
                    (
                        ("CLUSTERS", tr("Clusters"), "clusters"),
                        ("SITES", tr("Sites"), "sites"),
                        ("LINKS", tr("Collaboration links"), "links"),
                        ("RANKING", tr("Ranking"), "ranking"),
                        ("PROPOSALS", tr("Proposed mergers"), "merges"),
                    )
                )
                if name in results
            ],
            context,
            feedback,
        )


def _unproposed(atlas: Atlas, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs of labels that are no proposal, as a wrong number makes them."""
    proposed = {frozenset((each.smaller, each.larger)) for each in atlas.mergers.proposals}
    return [pair for pair in pairs if frozenset(pair) not in proposed]


def _told_mergers(atlas: Atlas) -> list[str]:
    """Return what became of close clusters, in sentences; nothing where there are none."""
    mergers = atlas.mergers
    if not mergers.proposals:
        return []
    lines = told_proposals(mergers.proposals, range(1, mergers.unmerged + 1), len(atlas.clusters))
    if not mergers.by_ties:
        lines.append(tr("Ties were not asked for or cannot be counted: distance alone decides."))
    return lines


def _rows_told(account: SourceAccount) -> str:
    """Return what became of the rows of an input: what came in is what was used and what was rejected."""
    rejected = sum(count for _, count in account.rejects)
    return tr("{metric}: {rows} rows read, {used} used, {rejected} rejected").format(
        metric=metric_name(account.metric), rows=account.rows, used=account.rows - rejected, rejected=rejected
    )
