"""The whole method of WIPO's innovation clusters, from addresses to a ranked, mapped atlas."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..analysis import packages
from ..analysis.counting import Source
from ..analysis.density import BORDER_RULES
from ..analysis.editions import AUTHOR_WEIGHT, DEAL_WEIGHT, EDITIONS, METRICS, Edition
from ..analysis.errors import InputError
from ..analysis.naming import Gazetteer, read_gazetteer
from ..analysis.pipeline import Atlas, Parameters, find_clusters
from .base import Algorithm, OutputLayer, Presentation, monitor_of, tr
from .inputs.address_sources import address_source, gazetteer_of
from .inputs.checking import require_field, require_numeric_field, require_points, warn_without_numba
from .inputs.countries import code_field, read_countries
from .inputs.population import ClusterSites, PopulationRaster, prepared_raster, require_raster, tell_gaps
from .layers.stored import stored_layer
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.atlas_layers import areas_km2, boundary_polygons, cluster_columns, site_columns, site_fields
from .outputs.report import Method, SourceAccount, html_report

GAZETTEER = Path(__file__).resolve().parent.parent / "resources" / "gazetteer" / "cities.csv"

# Beyond these a boundary or a merger has nothing to do with neighbourhood.
FARTHEST_MERGE = 1_000_000.0
WIDEST_BUFFER = 10.0

# Input parameter of every metric, in the order of METRICS.
INPUTS = {"patents": "INVENTORS", "publications": "AUTHORS", "deals": "DEALS"}
TOTALS = {"patents": "TOTAL_PATENTS", "publications": "TOTAL_PUBLICATIONS", "deals": "TOTAL_DEALS"}


class InnovationClusters(Algorithm):
    """Clusters, sites, ranking and report from the addresses of inventors, authors and funded firms."""

    arguments = {"min_weight": "MIN_DENSITY", "weights": "INVENTORS_WEIGHT"}

    def __init__(self, presentation: Presentation | None = None) -> None:
        super().__init__(presentation)
        self._population: PopulationRaster | None = None

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
        self._declare_input(
            "INVENTORS",
            tr("Inventors"),
            tr("Points of inventor addresses. A patent application is divided among its inventors."),
        )
        self._declare_input(
            "AUTHORS",
            tr("Authors"),
            tr("Points of author addresses. A publication is divided among its authors."),
        )
        self._declare_input(
            "DEALS", tr("Venture capital deals"), tr("Points of venture-funded firms, one record a deal.")
        )
        self.add(
            QgsProcessingParameterEnum(
                "EDITION", tr("Edition"), list(EDITIONS), defaultValue="2025", usesStaticStrings=True
            ),
            tr(
                "What is counted and the density, as WIPO chose them. 2025: patents, publications and deals, "
                "15 km and 4,500. 2018-2024: patents and publications, 15 km and 4,500. 2017: patents, 13 km "
                "and 2,000. regional: 15 km and 300, as in WIPO's African run."
            ),
        )
        self._declare_distance(
            "EPS",
            tr("Maximum distance between clustered addresses"),
            None,
            tr("The radius of the density, in metres on the ellipsoid. Empty: as in the edition."),
        )
        self._declare_number(
            "MIN_DENSITY",
            tr("Minimum density"),
            tr(
                "The least weight of addresses within the distance that makes a place part of a cluster's "
                "core, in inventor addresses. Empty: as in the edition."
            ),
        )
        self._declare_totals()
        self._declare_method()
        self._declare_references()
        self._declare_outputs()

    def _declare_input(self, name: str, label: str, explanation: str) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                name, label, [QgsProcessing.SourceType.TypeVectorPoint], optional=True
            ),
            explanation,
        )
        any_type = Qgis.ProcessingFieldParameterDataType.Any
        for suffix, text, data_type, meaning in (
            (
                "RECORD",
                tr("{input}: record"),
                any_type,
                tr(
                    "The field that is equal for all addresses of one application, article or deal. Empty: "
                    "every address is a record of its own."
                ),
            ),
            (
                "WEIGHT",
                tr("{input}: addresses in the row"),
                Qgis.ProcessingFieldParameterDataType.Numeric,
                tr("How many addresses a row stands for, 0 or more. Empty: one."),
            ),
            (
                "ECONOMY",
                tr("{input}: economy"),
                any_type,
                tr("The two-letter code of the economy. Where it is empty, the place decides."),
            ),
            (
                "ORGANISATION",
                tr("{input}: organisation"),
                any_type,
                tr("The applicant, institution or firm, for the leading organisation of every cluster."),
            ),
        ):
            self.add(
                QgsProcessingParameterField(
                    f"{name}_{suffix}", text.format(input=label), None, name, data_type, optional=True
                ),
                meaning,
                advanced=suffix != "RECORD",
            )

    def _declare_distance(self, name: str, label: str, default: float | None, explanation: str) -> None:
        parameter = QgsProcessingParameterDistance(name, label, default, optional=default is None)
        parameter.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self.add(parameter, explanation, advanced=default is not None)

    def _declare_number(
        self, name: str, label: str, explanation: str, default: float | None = None, *, advanced: bool = False
    ) -> None:
        self.add(
            QgsProcessingParameterNumber(
                name,
                label,
                Qgis.ProcessingNumberParameterType.Double,
                default,
                optional=default is None,
            ),
            explanation,
            advanced=advanced,
        )

    def _declare_totals(self) -> None:
        for name, label in (
            ("TOTAL_PATENTS", tr("World total of patents")),
            ("TOTAL_PUBLICATIONS", tr("World total of publications")),
            ("TOTAL_DEALS", tr("World total of deals")),
        ):
            self._declare_number(
                name,
                label,
                tr("The records of the world, for shares of the world. Empty: shares of the input."),
            )

    def _declare_method(self) -> None:
        self._declare_number(
            "AUTHOR_WEIGHT",
            tr("Weight of an author address"),
            tr(
                "What one author address weighs in the density, in inventor addresses. The default gives all "
                "inventors and all authors of the world equal weight (4,113,927 to 27,022,686 in 2024)."
            ),
            AUTHOR_WEIGHT,
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("DEALS_IN_DENSITY", tr("Deals are part of the density"), False),
            tr(
                "Whether deals help to form clusters, with equal weight for all deals of the world. WIPO "
                "does not say; by default they are only counted where they fall."
            ),
            advanced=True,
        )
        self._declare_distance(
            "MERGE_DISTANCE",
            tr("Merge clusters closer than"),
            5_000.0,
            tr("Clusters are joined when places of theirs are at most this far apart, in metres. 0: none."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "BORDER",
                tr("Border points"),
                list(BORDER_RULES),
                defaultValue="first",
                usesStaticStrings=True,
            ),
            tr(
                "Where a place goes that is not core but near a core place. first: the lowest-numbered "
                "cluster that reaches it. nearest: the cluster of the closest core place. noise: none."
            ),
            advanced=True,
        )
        self._declare_number(
            "BUFFER",
            tr("Boundary: radius around places, in degrees"),
            tr("The boundary is the union of circles of this radius around the places; WIPO's is 0.05."),
            0.05,
            advanced=True,
        )

    def _declare_references(self) -> None:
        self.add(
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
        self.add(
            QgsProcessingParameterFeatureSource(
                "COUNTRIES", tr("Countries"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr(
                "Outlines with a field of two-letter codes, for addresses that do not state their economy. "
                "Empty: the world map that comes with QGIS."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("POPULATION", tr("Population"), optional=True),
            tr(
                "A raster of people per pixel, for the intensity: score per million people. As with WIPO, "
                "pixels count whose centre is within the boundary's radius of a place of the cluster, also "
                "where another cluster's area holds them too. Pixels without a value, or with a negative "
                "one, are missing and not zero. Empty: no intensity."
            ),
            advanced=True,
        )

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
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        edition = self._edition(parameters, context)
        given = [metric for metric, name in INPUTS.items() if parameters.get(name)]
        if not given:
            raise InputError("INVENTORS", "Choose at least one layer: inventors, authors or deals.")
        for metric in given:
            name = INPUTS[metric]
            if metric not in edition.metrics:
                raise InputError(
                    name,
                    "Edition {edition} does not count this; leave the layer empty or choose another edition.",
                    edition=edition.name,
                )
            source = require_points(self, parameters, name, context)
            require_numeric_field(self, parameters, f"{name}_WEIGHT", source, context)
            for suffix in ("RECORD", "ECONOMY", "ORGANISATION"):
                require_field(self, parameters, f"{name}_{suffix}", source, context)
        forming = {
            "patents": True,
            "publications": self.parameterAsDouble(parameters, "AUTHOR_WEIGHT", context) != 0.0,
            "deals": self.parameterAsBoolean(parameters, "DEALS_IN_DENSITY", context),
        }
        if not any(forming[metric] for metric in given):
            raise InputError(
                "AUTHOR_WEIGHT" if "publications" in given else "DEALS_IN_DENSITY",
                "Nothing given is part of the density, so there can be no cluster; give it a weight.",
            )
        for name in ("EPS", "MIN_DENSITY", *TOTALS.values()):
            if (
                parameters.get(name) is not None
                and not self.parameterAsDouble(parameters, name, context) > 0.0
            ):
                raise InputError(name, "The value must be greater than 0, or left empty.")
        if not 0.0 <= self.parameterAsDouble(parameters, "MERGE_DISTANCE", context) <= FARTHEST_MERGE:
            raise InputError(
                "MERGE_DISTANCE",
                "The distance must lie between 0 and {most} km.",
                most=FARTHEST_MERGE / 1000.0,
            )
        if not self.parameterAsDouble(parameters, "AUTHOR_WEIGHT", context) >= 0.0:
            raise InputError("AUTHOR_WEIGHT", "The weight must be 0 or more.")
        if not 0.0 < self.parameterAsDouble(parameters, "BUFFER", context) <= WIDEST_BUFFER:
            raise InputError(
                "BUFFER",
                "The radius must be greater than 0 and at most {most} degrees.",
                most=WIDEST_BUFFER,
            )
        if parameters.get("COUNTRIES"):
            code_field(self._polygons(parameters, context))
        if parameters.get("GAZETTEER"):
            self._require_gazetteer(require_points(self, parameters, "GAZETTEER", context))
        if parameters.get("POPULATION"):
            require_raster(self.parameterAsRasterLayer(parameters, "POPULATION", context), context)
        packages.require("shapely", tr("the boundaries of clusters"))

    def _edition(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Edition:
        return EDITIONS[self.parameterAsEnumString(parameters, "EDITION", context)]

    def _polygons(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource | None:
        if not parameters.get("COUNTRIES"):
            return None
        source = self.parameterAsSource(parameters, "COUNTRIES", context)
        if source is None or not source.sourceCrs().isValid():
            raise InputError(
                "COUNTRIES", "The layer cannot be read or has no coordinate reference system; assign one."
            )
        return source

    @staticmethod
    def _require_gazetteer(source: QgsProcessingFeatureSource) -> None:
        for field in ("name", "population"):
            if source.fields().lookupField(field) < 0:
                raise InputError("GAZETTEER", "The layer has no field {field}; it needs one.", field=field)

    # Computing

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take, in the thread of the project, what of its layers the run may not touch in its own."""
        try:
            self._population = prepared_raster(self, parameters, context)
        except InputError as error:
            feedback.reportError(self.sentence(error), fatalError=True)
            return False
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        method = self._method(parameters, context)
        warn_without_numba(feedback)
        feedback.setProgressText(tr("Reading addresses"))
        sources, accounts = self._read(parameters, context, feedback)
        gazetteer = self._gazetteer(parameters, context)
        countries = read_countries(self._polygons(parameters, context), context)

        feedback.setProgressText(tr("Finding clusters"))
        atlas = find_clusters(
            sources,
            Parameters(
                method.eps,
                method.min_density,
                method.merge_distance,
                {
                    "patents": 1.0,
                    "publications": method.author_weight,
                    "deals": DEAL_WEIGHT if method.deals_in_density else 0.0,
                },
                {
                    metric: self.parameterAsDouble(parameters, name, context)
                    for metric, name in TOTALS.items()
                    if parameters.get(name) is not None
                },
                self.parameterAsEnumString(parameters, "BORDER", context),
            ),
            gazetteer,
            countries.economy_of,
            monitor_of(feedback, 0.25, 0.6),
        )
        feedback.pushInfo(
            tr("{count} clusters from {sites} places.").format(
                count=len(atlas.clusters), sites=len(atlas.sites)
            )
        )

        feedback.setProgressText(tr("Drawing boundaries"))
        crs = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        polygons = boundary_polygons(atlas, method.buffer, monitor_of(feedback, 0.6, 0.8))
        population = np.full(len(polygons), np.nan)
        if self._population is not None:
            places = ClusterSites(
                atlas.sites.longitude, atlas.sites.latitude, atlas.sites.cluster, len(atlas.clusters)
            ).in_degrees_of(self._population, context)
            part = monitor_of(feedback, 0.8, 0.85)
            people = self._population.people(
                places.areas(method.buffer), lambda: places.outlines(method.buffer, part), part
            )
            tell_gaps(people, atlas.clusters.name, feedback)
            population = people.population

        feedback.setProgressText(tr("Writing layers"))
        remark = self.parameterAsString(parameters, "REMARK", context)
        report = html_report(atlas, population, accounts, method, remark)
        results = self._write(parameters, context, feedback, atlas, polygons, population, report, crs)
        results["NUM_CLUSTERS"] = len(atlas.clusters)
        self._present(results, method, context, feedback)
        return results

    def _method(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Method:
        edition = self._edition(parameters, context)

        def number(name: str, default: float) -> float:
            given = parameters.get(name) is not None
            return float(self.parameterAsDouble(parameters, name, context)) if given else default

        return Method(
            edition.name,
            number("EPS", edition.eps),
            number("MIN_DENSITY", edition.min_density),
            number("AUTHOR_WEIGHT", AUTHOR_WEIGHT),
            self.parameterAsBoolean(parameters, "DEALS_IN_DENSITY", context),
            self.parameterAsDouble(parameters, "MERGE_DISTANCE", context),
            self.parameterAsDouble(parameters, "BUFFER", context),
            self.history(parameters, context),
        )

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[list[Source], list[SourceAccount]]:
        sources, accounts = [], []
        given = [metric for metric in METRICS if parameters.get(INPUTS[metric])]
        for place, metric in enumerate(given):
            name = INPUTS[metric]
            layer = require_points(self, parameters, name, context)
            fields = {
                suffix: self.parameterAsString(parameters, f"{name}_{suffix}", context)
                for suffix in ("RECORD", "WEIGHT", "ECONOMY", "ORGANISATION")
            }
            part = monitor_of(feedback, 0.25 * place / len(given), 0.25 * (place + 1) / len(given))
            stored = stored_layer(self, parameters, name, context)
            source, account = address_source(metric, name, layer, stored, fields, context, part)
            account = replace(account, layer=self.told(name, parameters, context))
            for reason, count in account.rejects:
                feedback.pushWarning(
                    tr("{layer}: {count} rows rejected. {reason}").format(
                        layer=account.layer, count=count, reason=reason
                    )
                )
            if not len(source):
                raise InputError(name, "Not one of the {count} rows can be used.", count=account.rows)
            if not source.records > 0.0:
                raise InputError(f"{name}_WEIGHT", "No row stands for an address; choose another field.")
            sources.append(source)
            accounts.append(account)
        return sources, accounts

    def _gazetteer(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Gazetteer:
        if not parameters.get("GAZETTEER"):
            return read_gazetteer(GAZETTEER)
        return gazetteer_of(require_points(self, parameters, "GAZETTEER", context), context)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        atlas: Atlas,
        polygons: list[QgsGeometry],
        population: NDArray[np.float64],
        report: str,
        crs: QgsCoordinateReferenceSystem,
    ) -> dict[str, Any]:
        fields, columns = cluster_columns(atlas, population, areas_km2(polygons, crs, context))
        with Outputs(self, parameters, context, feedback) as outputs:
            clusters = outputs.open("CLUSTERS", fields, Qgis.WkbType.MultiPolygon, crs)
            clusters.write(columns, monitor_of(feedback, 0.85, 0.87), geometries=polygons)
            sites = outputs.open("SITES", site_fields(), Qgis.WkbType.Point, crs)
            sites.write(
                site_columns(atlas),
                monitor_of(feedback, 0.87, 0.98),
                points=(atlas.sites.longitude, atlas.sites.latitude),
            )
            ranking = outputs.open("RANKING", fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
            ranking.write(columns, monitor_of(feedback, 0.98, 1.0))
            report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
            if report_file:
                outputs.write_text("REPORT", Path(report_file), report)
        return outputs.results

    def _present(
        self,
        results: dict[str, Any],
        method: Method,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        group = tr("Innovation clusters {edition}").format(edition=method.edition)
        self.present(
            [
                OutputLayer(results[name], label, style, group, order, method.history)
                for order, (name, label, style) in enumerate(
                    (
                        ("CLUSTERS", tr("Clusters"), "clusters"),
                        ("SITES", tr("Sites"), "sites"),
                        ("RANKING", tr("Ranking"), "ranking"),
                    )
                )
                if name in results
            ],
            context,
            feedback,
        )
