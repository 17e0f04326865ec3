"""People of clusters and output per inhabitant, for clusters that are there already."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..analysis import packages
from ..analysis.boundaries import WIPO_RADIUS
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from ..analysis.intensity import TOP, IntensityTable, in_both, intensity_table
from ..analysis.population import People
from ..analysis.radii import RADII, RadiusComparison, compare_radii
from ..analysis.scoring import ranks
from .base import Algorithm, OutputLayer, Presentation, monitor_of, tr
from .choices import choice
from .inputs.checking import require_field, require_numeric_field, require_points
from .inputs.cluster_places import (
    Clusters,
    read_clusters_of_polygons,
    read_clusters_of_sites,
    read_sites_of,
    spelled,
)
from .inputs.fields import add_field
from .inputs.population import (
    BY_AREA,
    BY_CENTROID,
    Population,
    PopulationPlaces,
    PopulationRaster,
    prepared_raster,
    require_raster,
    tell_full_pixels,
    tell_gaps,
)
from .layers.fields import fields_of
from .layers.writing import Outputs
from .measures.local_planes import Ellipsoid
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.intensity_tables import (
    INTENSITY_FIELDS,
    SCORE,
    intensity_columns,
    write_by_radius,
    write_radii,
    write_top_lists,
)

# Parameters by metric, in the order of METRICS.
COUNT_FIELDS = ("PATENTS_FIELD", "PUBLICATIONS_FIELD", "DEALS_FIELD")

# Beyond this a disc has nothing to do with neighbourhood.
WIDEST_RADIUS = 10.0


class ClusterIntensity(Algorithm):
    """Counts the people of clusters and sets their output in proportion to them."""

    arguments = {"radii": "COMPARED_RADII"}

    def __init__(self, presentation: Presentation | None = None) -> None:
        super().__init__(presentation)
        self._raster: PopulationRaster | None = None

    def name(self) -> str:
        return "clusterintensity"

    def displayName(self) -> str:
        return tr("Cluster intensity")

    def shortDescription(self) -> str:
        return tr(
            "People of clusters from a population raster or layer, by WIPO's rule or inside polygons, and "
            "patents, publications, deals and score per million and per 100,000 of them, with ranks. "
            "Compares radii around sites on request."
        )

    def tags(self) -> list[str]:
        return tr("intensity,population,per capita,raster,zonal,radius,wipo,gii,cluster").split(",")

    # Declaring

    def declare(self) -> None:
        vector = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT",
                tr("Clusters, or their sites"),
                [vector.TypeVectorPolygon, vector.TypeVectorPoint],
            ),
            tr(
                "Polygons with one row per cluster, such as Clusters of Innovation clusters, or points with "
                "one row per site and a field with its cluster, such as its Sites. Fields that are computed "
                "anew are replaced."
            ),
        )
        add_field(
            self,
            "CLUSTER_FIELD",
            tr("Cluster field"),
            tr(
                "The field with the number or name of the cluster. Points where it is empty, or the number "
                "-1, are in no cluster. Empty: cluster_id, where there is one."
            ),
        )
        for name, label, metric in zip(
            COUNT_FIELDS,
            (tr("Patents"), tr("Publications"), tr("Venture capital deals")),
            METRICS,
            strict=True,
        ):
            self._declare_count(name, label, metric)
        self._declare_count("SCORE_FIELD", tr("Score"), SCORE)
        self._declare_sites(vector)
        self._declare_population(vector)
        self._declare_lists()
        self._declare_outputs(vector)

    def _declare_count(self, name: str, label: str, field: str) -> None:
        add_field(
            self,
            name,
            label,
            tr(
                "The field with this output of every cluster; of sites it is added up. Empty: {field}, where "
                "there is one."
            ).format(field=field),
            numeric=True,
        )

    def _declare_sites(self, vector: Any) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "SITES", tr("Sites of the polygons"), [vector.TypeVectorPoint], optional=True
            ),
            tr(
                "For polygons: points with the clusters of the polygons. With them people are counted by "
                "WIPO's rule, within the radius of a site; without them, inside the polygons."
            ),
        )
        add_field(
            self,
            "SITES_CLUSTER_FIELD",
            tr("Sites: cluster field"),
            tr("The field with the cluster of every site, as in the cluster field. Empty: cluster_id."),
            parent="SITES",
        )
        self.add(
            QgsProcessingParameterNumber(
                "RADIUS",
                tr("Radius around sites, in degrees"),
                Qgis.ProcessingNumberParameterType.Double,
                WIPO_RADIUS,
            ),
            tr(
                "A cluster's area is all within this radius of its sites, in longitude and latitude; WIPO's "
                "is 0.05. Where areas of two clusters overlap, people count for each."
            ),
            advanced=True,
        )

    def _declare_population(self, vector: Any) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("POPULATION", tr("Population raster"), optional=True),
            tr(
                "People per pixel, in the first band. Pixels count whose centre is inside. Pixels without a "
                "value, or with a negative one, are missing and not zero. Give a raster or a layer."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "POPULATION_LAYER",
                tr("Population layer"),
                [vector.TypeVectorPolygon, vector.TypeVectorPoint],
                optional=True,
            ),
            tr("Instead of a raster: polygons, such as districts, or points with a number of people."),
        )
        add_field(
            self,
            "POPULATION_FIELD",
            tr("Population layer: people"),
            tr("The field with the people. Where it is empty or negative, they are missing and not zero."),
            parent="POPULATION_LAYER",
            numeric=True,
        )
        self.add(
            choice(
                "POPULATION_RULE",
                tr("Population layer: polygons that lie partly inside"),
                {BY_AREA: tr("By the area inside"), BY_CENTROID: tr("Whole, by their centroid")},
                BY_AREA,
            ),
            tr(
                "area: people count by the part of the surface that lies inside, as if they lived evenly. "
                "centroid: they count whole where the centroid is inside."
            ),
            advanced=True,
        )

    def _declare_lists(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                "TOP", tr("Length of top lists"), Qgis.ProcessingNumberParameterType.Integer, TOP, minValue=1
            ),
            tr(
                "How many clusters lead a list; who shares the last place is in. A cluster is in both lists "
                "when it is among so many by score and by intensity."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(
                "COMPARED_RADII",
                tr("Radii to compare, in degrees"),
                ", ".join(f"{radius:g}" for radius in RADII),
            ),
            tr(
                "For the tables of radii, where there are sites: what population, area, intensity and rank "
                "would be with other radii. WIPO compared 0.01, 0.05 and 0.1."
            ),
            advanced=True,
        )

    def _declare_outputs(self, vector: Any) -> None:
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Intensity"), vector.TypeVectorPolygon),
            tr(
                "One row per cluster: population, the pixels (or places) it is the sum of and those without "
                "a number; patents, publications and deals per million and per 100,000 people; intensity, "
                "the score per million people; intensity_rank and a rank for each metric, equal values with "
                "the better rank, none without a population; in_both_top_lists, 1 or 0."
            ),
        )
        for name, label, explanation in (
            (
                "TOP_LISTS",
                tr("Top lists"),
                tr("Who leads by score and by each metric, per million people."),
            ),
            (
                "BY_RADIUS",
                tr("Clusters by radius"),
                tr(
                    "Population, area, intensity and rank of every cluster with every radius, and what "
                    "changes against the radius in use: per cent of the population, and ranks gained."
                ),
            ),
            (
                "RADII",
                tr("Radii"),
                tr(
                    "For every radius the people of all clusters, the shift of the total and the largest "
                    "shift of one cluster to a neighbouring radius in per cent, how many ranks change, and "
                    "which radius shifts least: the rule of GII 2020. The first and last have one neighbour "
                    "only and are not proposed."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSink(
                    name, label, vector.TypeVector, optional=True, createByDefault=False
                ),
                explanation,
            )
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))
        self.addOutput(QgsProcessingOutputNumber("NUM_WITHOUT_POPULATION", tr("Clusters without population")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        packages.require("shapely", "people inside polygons")
        source = self._clusters(parameters, context)
        for name in (*COUNT_FIELDS, "SCORE_FIELD"):
            require_numeric_field(self, parameters, name, source, context)
        cluster_field = self._cluster_field(parameters, context, source, "CLUSTER_FIELD")
        if (_is_points(source) or parameters.get("SITES")) and not cluster_field:
            raise InputError("CLUSTER_FIELD", "Choose the field with the cluster.")
        if parameters.get("SITES"):
            if _is_points(source):
                raise InputError("SITES", "The clusters are given as sites already; leave this empty.")
            sites = require_points(self, parameters, "SITES", context)
            if not self._cluster_field(parameters, context, sites, "SITES_CLUSTER_FIELD"):
                raise InputError("SITES_CLUSTER_FIELD", "Choose the field with the cluster.")
        self._radius(parameters, context)
        if self._compares(parameters):
            if not _is_points(source) and not parameters.get("SITES"):
                raise InputError("SITES", "Radii can be compared around sites only; give the sites.")
            self._radii(parameters, context)
        given = [name for name in ("POPULATION", "POPULATION_LAYER") if parameters.get(name)]
        if len(given) != 1:
            raise InputError("POPULATION", "Give either a population raster or a population layer.")
        if parameters.get("POPULATION"):
            require_raster(self.parameterAsRasterLayer(parameters, "POPULATION", context), context)
            return
        places = self._places(parameters, context)
        if not require_numeric_field(self, parameters, "POPULATION_FIELD", places, context):
            raise InputError("POPULATION_FIELD", "Choose the field with the number of people.")

    def _clusters(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        return _require_places(self.parameterAsSource(parameters, "INPUT", context), "INPUT")

    def _places(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        return _require_places(
            self.parameterAsSource(parameters, "POPULATION_LAYER", context), "POPULATION_LAYER"
        )

    def _cluster_field(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
        name: str,
    ) -> str:
        """Return the field with the clusters: the chosen one, cluster_id where there is one, or nothing."""
        return require_field(self, parameters, name, source, context) or _named(source, "cluster_id")

    def _radius(self, parameters: dict[str, Any], context: QgsProcessingContext) -> float:
        radius = float(self.parameterAsDouble(parameters, "RADIUS", context))
        if not 0.0 < radius <= WIDEST_RADIUS:
            raise InputError(
                "RADIUS", "The radius must be greater than 0 and at most {most} degrees.", most=WIDEST_RADIUS
            )
        return radius

    def _compares(self, parameters: dict[str, Any]) -> bool:
        return any(parameters.get(name) for name in ("BY_RADIUS", "RADII"))

    def _radii(self, parameters: dict[str, Any], context: QgsProcessingContext) -> NDArray[np.float64]:
        """Return the radii to compare, with the one in use, in ascending order."""
        words = re.split(
            r"[\s,;]+", self.parameterAsString(parameters, "COMPARED_RADII", context).strip(" ,;")
        )
        try:
            radii = np.array([float(word) for word in words])
        except ValueError:
            radii = np.array([np.nan])
        if not ((radii > 0.0) & (radii <= WIDEST_RADIUS)).all():
            raise InputError(
                "COMPARED_RADII",
                "Give numbers from above 0 to {most} with commas between them, as in 0.01, 0.05, 0.1.",
                most=WIDEST_RADIUS,
            )
        return np.unique(np.append(radii, self._radius(parameters, context)))

    # Computing

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take, in the thread of the project, what of its layers the run may not touch in its own."""
        try:
            self._raster = prepared_raster(self, parameters, context)
        except InputError as error:
            feedback.reportError(self.sentence(error), fatalError=True)
            return False
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        radius = self._radius(parameters, context)
        feedback.setProgressText(tr("Reading clusters"))
        clusters = self._read(parameters, context, feedback)
        population = self._population(parameters, context, feedback)
        feedback.setProgressText(tr("Counting people"))
        part = monitor_of(feedback, 0.3, 0.6)
        people = population.people(*clusters.areas(population, radius, context, part), part)
        tell_gaps(people, _labels(clusters), feedback)
        tell_full_pixels(population, feedback)
        table = intensity_table(clusters.output[:, :-1], clusters.output[:, -1], people.population)
        comparison, surfaces = None, np.empty(0)
        if self._compares(parameters):
            comparison, surfaces = self._compare(clusters, population, people, parameters, context, feedback)
        return self._write(clusters, people, table, comparison, surfaces, parameters, context, feedback)

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Clusters:
        source = self._clusters(parameters, context)
        fields = {
            metric: self.parameterAsString(parameters, name, context) or _named(source, metric)
            for name, metric in zip((*COUNT_FIELDS, "SCORE_FIELD"), (*METRICS, SCORE), strict=True)
        }
        if not fields[SCORE]:
            feedback.pushWarning(
                tr("There is no field with a score, so there is no intensity. Score clusters makes one.")
            )
        cluster_field = self._cluster_field(parameters, context, source, "CLUSTER_FIELD")
        if _is_points(source):
            return read_clusters_of_sites(source, cluster_field, fields, context, feedback)
        stale = {name for name, _ in INTENSITY_FIELDS}
        clusters = read_clusters_of_polygons(source, cluster_field, fields, stale, context, feedback)
        if not parameters.get("SITES"):
            return clusters
        sites = require_points(self, parameters, "SITES", context)
        field = self._cluster_field(parameters, context, sites, "SITES_CLUSTER_FIELD")
        return replace(clusters, sites=read_sites_of(clusters.names, sites, field, context, feedback))

    def _population(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Population:
        if self._raster is not None:
            return self._raster
        places = PopulationPlaces(
            self._places(parameters, context),
            self.parameterAsString(parameters, "POPULATION_FIELD", context),
            self.parameterAsEnumString(parameters, "POPULATION_RULE", context),
            context,
            monitor_of(feedback, 0.2, 0.3),
        )
        if places.unplaced:
            feedback.pushWarning(
                tr("{count} rows of the population layer have no usable geometry and are left out.").format(
                    count=places.unplaced
                )
            )
        return places

    def _compare(
        self,
        clusters: Clusters,
        population: Population,
        people: People,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[RadiusComparison, NDArray[np.float64]]:
        """Return the comparison and the surface of every cluster with every radius, float64[r, k], in km²."""
        radii = self._radii(parameters, context)
        base = int(np.flatnonzero(radii == self._radius(parameters, context))[0])
        counted, surfaces = [], []
        for place, radius in enumerate(radii.tolist()):
            part = monitor_of(feedback, 0.6 + 0.3 * place / radii.size, 0.6 + 0.3 * (place + 1) / radii.size)
            again = people
            if place != base:
                drawing = part.part(0.0, 0.5)
                again = population.people(*clusters.areas(population, radius, context, drawing), drawing)
            counted.append(again.population)
            if clusters.sites is not None:
                outlines = clusters.sites.outlines(radius, part.part(0.5, 1.0))
                measure = Ellipsoid(QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), context)
                surfaces.append(measure.areas(outlines) / 1e6)
        comparison = compare_radii(radii, np.array(counted), clusters.output[:, -1], base)
        if comparison.proposed < 0:
            feedback.pushInfo(tr("No radius can be proposed: it takes three, and people at each."))
        else:
            feedback.pushInfo(
                tr(
                    "Least shift of the total population at {radius} degrees: {total} %, of one cluster at "
                    "most {largest} %."
                ).format(
                    radius=f"{radii[comparison.proposed]:g}",
                    total=f"{comparison.total_shift[comparison.proposed]:.1f}",
                    largest=f"{comparison.largest_shift[comparison.proposed]:.1f}",
                )
            )
        return comparison, np.array(surfaces)

    # Writing

    def _write(
        self,
        clusters: Clusters,
        people: People,
        table: IntensityTable,
        comparison: RadiusComparison | None,
        surfaces: NDArray[np.float64],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        top = self.parameterAsInt(parameters, "TOP", context)
        labels = _labels(clusters)
        size = ranks(clusters.output[:, -1])
        both = in_both(size, table.rank, top)
        fields = QgsFields(clusters.fields)
        for field in fields_of(INTENSITY_FIELDS):
            fields.append(field)
        shapes = clusters.geometries(self._radius(parameters, context), monitor_of(feedback, 0.9, 0.92))
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("OUTPUT", fields, Qgis.WkbType.MultiPolygon, clusters.crs)
            columns = [*clusters.columns, *intensity_columns(people, table, both)]
            output.write(columns, monitor_of(feedback, 0.92, 0.96), geometries=shapes)
            write_top_lists(outputs, labels, table, size, both, top, monitor_of(feedback, 0.96, 0.97))
            if comparison is not None:
                write_by_radius(outputs, labels, comparison, surfaces, monitor_of(feedback, 0.97, 0.99))
                write_radii(outputs, labels, comparison, surfaces, monitor_of(feedback, 0.99, 1.0))
        unknown = int(np.isnan(people.population).sum())
        feedback.pushInfo(
            tr(
                "{count} clusters, {ranked} of them with an intensity; {both} are among the first {top} by "
                "score and by intensity."
            ).format(
                count=len(clusters.names), ranked=int((table.rank > 0).sum()), both=int(both.sum()), top=top
            )
        )
        history = self.history(parameters, context, [f"NUM_CLUSTERS={len(clusters.names)}"])
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, history=history)
                for name, label, style in (
                    ("OUTPUT", tr("Intensity"), "intensity"),
                    ("TOP_LISTS", tr("Top lists"), "top_lists"),
                    ("BY_RADIUS", tr("Clusters by radius"), "by_radius"),
                    ("RADII", tr("Radii"), "radii"),
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {
            **outputs.results,
            "NUM_CLUSTERS": len(clusters.names),
            "NUM_WITHOUT_POPULATION": unknown,
        }


def _require_places(source: QgsProcessingFeatureSource | None, name: str) -> QgsProcessingFeatureSource:
    """Return a source of polygons or points; raises InputError for any other."""
    if source is None:
        raise InputError(name, "The layer cannot be read; choose another one.")
    if QgsWkbTypes.geometryType(source.wkbType()) not in (
        Qgis.GeometryType.Point,
        Qgis.GeometryType.Polygon,
    ):
        raise InputError(name, "The layer must have polygons or points; choose another one.")
    if source.featureCount() == 0:
        raise InputError(name, "The layer has no rows; choose another one, or clear its filter or selection.")
    if not source.sourceCrs().isValid():
        raise InputError(
            name, "The layer has no coordinate reference system; assign the right one in its properties."
        )
    return source


def _is_points(source: QgsProcessingFeatureSource) -> bool:
    return bool(QgsWkbTypes.geometryType(source.wkbType()) == Qgis.GeometryType.Point)


def _named(source: QgsProcessingFeatureSource, name: str) -> str:
    """Return the name where the source has a field of it, else nothing."""
    return name if source.fields().indexOf(name) >= 0 else ""


def _labels(clusters: Clusters) -> list[str]:
    """Return how tables call the clusters: by the field name, where there is one."""
    place = clusters.fields.indexOf("name")
    return [spelled(name) for name in (clusters.names if place < 0 else clusters.columns[place])]
