"""What algorithms share that show the clusters of a run on an engine: its folder becomes the usual layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ..analysis.atlas import Atlas
from ..analysis.editions import METRICS
from ..analysis.monitor import Monitor
from ..analysis.run_folder import RunFolder, read_atlas
from .base import Algorithm, OutputLayer, tr
from .inputs.buffer import chosen_buffer
from .inputs.references import chosen_gazetteer, read_outlines
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.atlas_layers import areas_km2, boundary_polygons, cluster_columns, site_columns, site_fields
from .wording import metric_name, reason_sentences

MOST_SITES = 1_000_000


class RunAlgorithm(Algorithm):
    """Base of those that show a run; they declare BUFFER, GAZETTEER and COUNTRIES too."""

    # Declaring

    def declare_most_sites(self) -> None:
        """Declare MOST_SITES."""
        self.add(
            QgsProcessingParameterNumber(
                "MOST_SITES",
                tr("Sites to load at most"),
                Qgis.ProcessingNumberParameterType.Integer,
                MOST_SITES,
                minValue=0,
            ),
            tr(
                "Where there are more distinct places, those in no cluster are left where they are; where "
                "those of clusters are more too, the output Sites stays away. The log tells."
            ),
            advanced=True,
        )

    def declare_layers(self) -> None:
        """Declare CLUSTERS, SITES, RANKING and NUM_CLUSTERS."""
        for name, label, kind, optional, explanation in (
            (
                "CLUSTERS",
                tr("Clusters"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                False,
                tr(
                    "Boundaries with rank, names, economies, counts, shares of the totals in per cent, score "
                    "and focus."
                ),
            ),
            (
                "SITES",
                tr("Sites"),
                QgsProcessing.SourceType.TypeVectorPoint,
                True,
                tr(
                    "Every distinct place with its cluster, its role (core, border, noise), weight and "
                    "addresses."
                ),
            ),
            (
                "RANKING",
                tr("Ranking"),
                QgsProcessing.SourceType.TypeVector,
                True,
                tr("The table of the clusters, without boundaries."),
            ),
        ):
            self.add(QgsProcessingParameterFeatureSink(name, label, kind, optional=optional), explanation)
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    # Showing

    def show(
        self,
        run: RunFolder,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        monitor: Monitor,
        group: str,
        history: Sequence[str],
    ) -> dict[str, Any]:
        """Return the outputs that show what a run has found, in a group of the project, with their history.

        Raises InputError where a file of the run breaks, and Cancelled.
        """
        reading, drawing, writing = monitor.split(8, 6, 6)
        feedback.setProgressText(tr("Reading the result"))
        most = self.parameterAsInt(parameters, "MOST_SITES", context)
        atlas, sites = read_atlas(
            run,
            chosen_gazetteer(self, parameters, context),
            read_outlines(self, parameters, context).economy_of,
            most,
            reading,
        )
        _tell_rejects(run.facts.get("rejected"), feedback)
        feedback.pushInfo(
            tr("{count} clusters from {sites} places.").format(
                count=f"{len(atlas.clusters):,}", sites=f"{sites:,}"
            )
        )
        members = int(np.count_nonzero(atlas.sites.cluster >= 0))
        _tell_sites(sites, members, most, feedback)
        feedback.setProgressText(tr("Drawing boundaries"))
        polygons = boundary_polygons(atlas, chosen_buffer(self, parameters, context), drawing)
        feedback.setProgressText(tr("Writing layers"))
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(outputs, atlas, polygons, context, len(atlas.sites) <= most, writing)
        results = outputs.results
        layers = (
            ("CLUSTERS", tr("Clusters"), "clusters"),
            ("SITES", tr("Sites"), "sites"),
            ("RANKING", tr("Ranking"), "ranking"),
        )
        self.present(
            [
                OutputLayer(results[name], label, style, group, order, history)
                for order, (name, label, style) in enumerate(layers)
                if name in results
            ],
            context,
            feedback,
        )
        return results | {"NUM_CLUSTERS": len(atlas.clusters)}

    @staticmethod
    def _write(
        outputs: Outputs,
        atlas: Atlas,
        polygons: list[QgsGeometry],
        context: QgsProcessingContext,
        with_sites: bool,
        monitor: Monitor,
    ) -> None:
        bounding, placing, ranking = monitor.split(2, 10, 1)
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        fields, columns = cluster_columns(atlas, None, None, None, areas_km2(polygons, degrees, context))
        clusters = outputs.open("CLUSTERS", fields, Qgis.WkbType.MultiPolygon, degrees)
        clusters.write(columns, bounding, geometries=polygons)
        if with_sites:
            sites = outputs.open("SITES", site_fields(), Qgis.WkbType.Point, degrees)
            if sites.wanted:
                places = atlas.sites.longitude, atlas.sites.latitude
                sites.write(site_columns(atlas), placing, points=places)
        table = outputs.open("RANKING", fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
        table.write(columns, ranking)


def _tell_rejects(rejected: object, feedback: QgsProcessingFeedback) -> None:
    """Tell which rows a run could not use, by metric where it knows."""
    if not isinstance(rejected, Mapping):
        return
    sentences = reason_sentences()
    for key, told_of in rejected.items():
        reasons = told_of if isinstance(told_of, Mapping) else {key: told_of}
        table = metric_name(key) if key in METRICS else tr("All tables")
        for reason, count in reasons.items():
            feedback.pushWarning(
                tr("{layer}: {count} rows rejected. {reason}").format(
                    layer=table, count=count, reason=sentences.get(reason, reason)
                )
            )


def _tell_sites(sites: int, members: int, most: int, feedback: QgsProcessingFeedback) -> None:
    if sites <= most:
        return
    if members <= most:
        feedback.pushWarning(
            tr(
                "Of {sites} places, more than {most}, only the {members} in clusters are loaded; all of them "
                "are in the folder of the result. A higher number of sites to load at most loads more."
            ).format(sites=f"{sites:,}", most=f"{most:,}", members=f"{members:,}")
        )
    else:
        feedback.pushWarning(
            tr(
                "No places are loaded: {sites}, of which {members} in clusters, are more than {most}. All of "
                "them are in the folder of the result. A higher number of sites to load at most loads more."
            ).format(sites=f"{sites:,}", most=f"{most:,}", members=f"{members:,}")
        )
