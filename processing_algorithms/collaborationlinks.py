"""The networks between clusters: who shares records with whom, as lines, and with whom most, as a table."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..analysis.boundaries import centres
from ..analysis.collaboration import count_reach
from ..analysis.errors import InputError
from .base import Algorithm, OutputLayer, language, monitor_of, tr
from .choices import choice
from .inputs.checking import require_rows
from .inputs.clustered_addresses import (
    ClusteredAddresses,
    add_clustered_addresses,
    check_clustered_addresses,
    read_clustered_addresses,
)
from .inputs.common_choices import ties
from .layers.fields import fields_of
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.collaboration_tables import (
    LINK_FIELDS,
    PARTNER_FIELDS,
    Network,
    link_rows,
    partner_rows,
)
from .outputs.flow_lines import FlowLines, Line


class CollaborationLinks(Algorithm):
    """Draws flow lines between clusters that share records and tells of every cluster whom it works with."""

    def name(self) -> str:
        return "collaborationlinks"

    def displayName(self) -> str:
        return tr("Collaboration links")

    def shortDescription(self) -> str:
        return tr(
            "Lines between clusters that share records, by co-inventors and co-authors, and for every "
            "cluster what it makes alone, with others, at home and abroad, and who its strongest partner is."
        )

    def tags(self) -> list[str]:
        return tr("collaboration,network,flow,co-inventor,co-author,link,partner,international").split(",")

    # Declaring

    def declare(self) -> None:
        add_clustered_addresses(self, economies=True)
        self.add(
            QgsProcessingParameterFeatureSource(
                "NAMES", tr("Named clusters"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "The clusters or the ranking that Innovation clusters makes, for their names: a layer or "
                "table with cluster_id and name, and name_ko for Korean. Empty: clusters are told by their "
                "numbers."
            ),
        )
        self.add(
            choice("TIES", tr("Strength"), ties(), "fractional"),
            tr(
                "What makes a tie strong. records: each shared one counts 1. fractional: each is divided "
                "among its addresses, as the ranking counts. pairs: every pair of co-inventors or "
                "co-authors, one in each cluster, counts 1. fractional_pairs: the pairs of a record add up "
                "to 1. Several metrics weigh the same."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "MIN_RECORDS",
                tr("Least number of shared records"),
                Qgis.ProcessingNumberParameterType.Integer,
                1,
                minValue=1,
            ),
            tr("Pairs of clusters that share fewer get no line. The table counts all."),
        )
        self.add(
            choice(
                "LINE",
                tr("Lines"),
                {
                    str(Line.GEODESIC): tr("Shortest way on the globe"),
                    str(Line.STRAIGHT): tr("Straight in degrees"),
                },
                str(Line.GEODESIC),
            ),
            tr(
                "geodesic: the shortest way on the globe, a curve on most maps. straight: straight in "
                "degrees. Both are cut at the antimeridian."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "LINKS", tr("Collaboration links"), QgsProcessing.SourceType.TypeVectorLine
            ),
            tr(
                "One line per pair of clusters, the strongest last so that it lies on top: their numbers "
                "and names; strength in per cent of all ties; records, fractional, pairs and "
                "fractional_pairs, what they share in all metrics; the first three for each metric; "
                "distance_km between their centres."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "PARTNERS", tr("Partners"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            tr(
                "One row per cluster and metric. Of its fractional count in per cent: within_share, made in "
                "the cluster alone; clusters_share, with other clusters; noise_share, with addresses in "
                "none; unlocated_share, with addresses without a place. Of its records with an address "
                "elsewhere (shared_records) in per cent: domestic_share, all addresses in one economy; "
                "international_share, in two or more; the rest is not known. partners, the clusters it "
                "shares records with; the strongest, and strongest_share, its part of clusters_share."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_LINKS", tr("Number of links")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        check_clustered_addresses(self, parameters, context)
        if parameters.get("NAMES"):
            names = require_rows(self, parameters, "NAMES", context)
            for field in ("cluster_id", "name"):
                if names.fields().lookupField(field) < 0:
                    raise InputError("NAMES", "The layer has no field {field}; it needs one.", field=field)

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        addresses = read_clustered_addresses(self, parameters, context, feedback, 0.5)
        names = self._names(addresses, parameters, context)
        network = self._network(addresses, names, feedback)
        measure = self.parameterAsEnumString(parameters, "TIES", context)
        flow = FlowLines(Line(self.parameterAsEnumString(parameters, "LINE", context)), context)
        least = self.parameterAsInt(parameters, "MIN_RECORDS", context)
        without_place = network.links_without_place()
        if without_place:
            feedback.pushWarning(
                tr("{count} links have an end without any usable place and are left out.").format(
                    count=without_place
                )
            )
        lines, links = link_rows(network, measure, least, flow, monitor_of(feedback, 0.7, 0.85))
        crs = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("LINKS", fields_of(LINK_FIELDS), Qgis.WkbType.MultiLineString, crs)
            output.write(links, monitor_of(feedback, 0.85, 0.97), geometries=lines)
            table = outputs.open(
                "PARTNERS", fields_of(PARTNER_FIELDS), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
            )
            table.write(partner_rows(network, measure), monitor_of(feedback, 0.97, 1.0))
        told = tr("{links} links between {clusters} clusters.").format(
            links=len(lines), clusters=len(addresses.names)
        )
        feedback.pushInfo(told)
        history = self.history(parameters, context, [told])
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, order=order, history=history)
                for order, (name, label, style) in enumerate(
                    (
                        ("LINKS", tr("Collaboration links"), "links"),
                        ("PARTNERS", tr("Partners"), "partners"),
                    )
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {**outputs.results, "NUM_LINKS": len(lines)}

    def _names(
        self, addresses: ClusteredAddresses, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[str]:
        """Return the name of every cluster, its number where no layer tells."""
        named: dict[int, str] = {}
        if parameters.get("NAMES"):
            named = _read_names(require_rows(self, parameters, "NAMES", context))
        return [named.get(int(number)) or str(int(number)) for number in addresses.names]

    def _network(
        self, addresses: ClusteredAddresses, names: list[str], feedback: QgsProcessingFeedback
    ) -> Network:
        """Count what the clusters share, and where they are: where their addresses have a place."""
        placed = addresses.located & (addresses.labels >= 0)
        longitude, latitude, _ = centres(
            addresses.longitude[placed],
            addresses.latitude[placed],
            addresses.labels[placed],
            len(names),
            addresses.addresses[placed],
        )
        nowhere = np.bincount(addresses.labels[placed], minlength=len(names)) == 0
        longitude[nowhere] = latitude[nowhere] = np.nan
        reach = {}
        for place in addresses.metrics:
            rows = addresses.of(place)
            reach[place] = count_reach(
                addresses.record[rows],
                addresses.labels[rows],
                len(names),
                addresses.economy[rows],
                addresses.addresses[rows],
            )
        return Network(
            [int(number) for number in addresses.names],
            names,
            addresses.ties(monitor_of(feedback, 0.5, 0.7)),
            reach,
            bool((addresses.economy >= 0).any()),
            longitude,
            latitude,
        )


def _read_names(source: QgsProcessingFeatureSource) -> dict[int, str]:
    """Return names by number, in Korean where QGIS speaks it and there is one."""
    fields = source.fields()
    wanted = ["cluster_id", "name"]
    korean = language() == "ko" and fields.lookupField("name_ko") >= 0
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes([*wanted, *(["name_ko"] if korean else [])], fields)
    named = {}
    for feature in source.getFeatures(request):
        number, name = (feature[field] for field in wanted)
        if korean and isinstance(feature["name_ko"], str) and feature["name_ko"]:
            name = feature["name_ko"]
        if isinstance(number, int | float) and isinstance(name, str):
            named[int(number)] = name
    return named
