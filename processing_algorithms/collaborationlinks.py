"""The networks between clusters: who shares records with whom, as lines, and with whom most, as a table."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..analysis.boundaries import centres
from ..analysis.collaboration import MEASURES, Strengths, Ties, balance, count_reach, strengths
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from .base import Algorithm, OutputLayer, language, monitor_of, tr
from .inputs.checking import require_rows
from .inputs.clustered_addresses import (
    ClusteredAddresses,
    add_clustered_addresses,
    check_clustered_addresses,
    read_clustered_addresses,
)
from .layers.columns import Column
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.flow_lines import FlowLines, Line
from .outputs.tables import REAL, TEXT, WHOLE, fields_of

# What a pair of clusters shares in one metric.
LINK_MEASURES = MEASURES[:3]
LINK_FIELDS = (
    ("first_id", WHOLE),
    ("second_id", WHOLE),
    ("first_name", TEXT),
    ("second_name", TEXT),
    ("strength", REAL),
    *((measure, REAL) for measure in MEASURES),
    *((f"{metric}_{measure}", REAL) for metric in METRICS for measure in LINK_MEASURES),
    ("distance_km", REAL),
)
PARTNER_FIELDS = (
    ("cluster_id", WHOLE),
    ("name", TEXT),
    ("metric", TEXT),
    ("records", REAL),
    ("fractional", REAL),
    ("within_share", REAL),
    ("clusters_share", REAL),
    ("noise_share", REAL),
    ("unlocated_share", REAL),
    ("shared_records", WHOLE),
    ("domestic_share", REAL),
    ("international_share", REAL),
    ("partners", WHOLE),
    ("strongest_id", WHOLE),
    ("strongest_name", TEXT),
    ("strongest_share", REAL),
)


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
            QgsProcessingParameterEnum(
                "TIES", tr("Strength"), list(MEASURES), defaultValue="fractional", usesStaticStrings=True
            ),
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
            QgsProcessingParameterEnum(
                "LINE",
                tr("Lines"),
                [str(line) for line in Line],
                defaultValue=str(Line.GEODESIC),
                usesStaticStrings=True,
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
        ties = addresses.ties(monitor_of(feedback, 0.5, 0.7))
        measure = self.parameterAsEnumString(parameters, "TIES", context)
        lines, links = self._links(addresses, names, ties, measure, parameters, context, feedback)
        partners = _partners(addresses, names, ties, measure)
        crs = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("LINKS", fields_of(LINK_FIELDS), Qgis.WkbType.MultiLineString, crs)
            output.write(links, monitor_of(feedback, 0.85, 0.97), geometries=lines)
            table = outputs.open(
                "PARTNERS", fields_of(PARTNER_FIELDS), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
            )
            table.write(partners, monitor_of(feedback, 0.97, 1.0))
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

    def _links(
        self,
        addresses: ClusteredAddresses,
        names: list[str],
        ties: dict[int, Ties],
        measure: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[list[Any], list[Column]]:
        """Return the lines, the weakest first, and the columns of LINK_FIELDS."""
        first, second, shared = _between_clusters(ties, len(names))
        strength = strengths(list(ties.values()), measure).of_pairs(first, second)
        placed = addresses.located & (addresses.labels >= 0)
        has_place = np.bincount(addresses.labels[placed], minlength=len(names)) > 0
        drawn = has_place[first] & has_place[second]
        if not drawn.all():
            feedback.pushWarning(
                tr("{count} links have an end without any usable place and are left out.").format(
                    count=int(np.count_nonzero(~drawn))
                )
            )
        of_all: NDArray[np.float64] = np.sum(list(shared.values()), axis=0)
        enough = of_all[:, 0] >= self.parameterAsInt(parameters, "MIN_RECORDS", context)
        rows = np.flatnonzero(drawn & enough)
        rows = rows[np.lexsort((-second[rows], -first[rows], strength[rows]))]
        first, second, strength = first[rows], second[rows], strength[rows]

        longitude, latitude, _ = centres(
            addresses.longitude[placed],
            addresses.latitude[placed],
            addresses.labels[placed],
            len(names),
            addresses.addresses[placed],
        )
        middles = list(zip(longitude.tolist(), latitude.tolist(), strict=True))
        flow = FlowLines(Line(self.parameterAsEnumString(parameters, "LINE", context)), context)
        monitor = monitor_of(feedback, 0.7, 0.85)
        lines, distances = [], []
        for done, (one, other) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
            if done % 256 == 0:
                monitor.progress(done / len(rows))
            lines.append(flow.draw(middles[one], middles[other]))
            distances.append(flow.distance(middles[one], middles[other]) / 1000.0)
        numbers = [int(number) for number in addresses.names]
        missing = np.full(len(rows), np.nan)
        return lines, [
            [numbers[label] for label in first.tolist()],
            [numbers[label] for label in second.tolist()],
            [names[label] for label in first.tolist()],
            [names[label] for label in second.tolist()],
            strength,
            *of_all[rows].T,
            *(
                shared[place][rows, column] if place in shared else missing
                for place in range(len(METRICS))
                for column in range(len(LINK_MEASURES))
            ),
            np.array(distances),
        ]


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


def _between_clusters(
    ties: dict[int, Ties], clusters: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], dict[int, NDArray[np.float64]]]:
    """Return the pairs of clusters, int64[p] twice, that share a record of any metric, and by metric what
    they share, float64[p, 4].
    """
    keys = {place: each.first * (clusters + 1) + each.second for place, each in ties.items()}
    all_keys = np.unique(np.concatenate(list(keys.values())))
    all_keys = all_keys[all_keys % (clusters + 1) < clusters]
    shared = {}
    for place, each in ties.items():
        table = np.zeros((all_keys.size, len(MEASURES)))
        wanted = each.second < clusters
        table[np.searchsorted(all_keys, keys[place][wanted])] = each.shared[wanted]
        shared[place] = table
    return all_keys // (clusters + 1), all_keys % (clusters + 1), shared


def _partners(
    addresses: ClusteredAddresses, names: list[str], ties: dict[int, Ties], measure: str
) -> list[Column]:
    """Return the columns of PARTNER_FIELDS: one row for a cluster and a metric it has records of."""
    rows: list[tuple[Any, ...]] = []
    for place, each in ties.items():
        parts = balance(each)
        of_metric = addresses.of(place)
        reach = count_reach(
            addresses.record[of_metric],
            addresses.labels[of_metric],
            len(names),
            addresses.economy[of_metric],
        )
        tied = strengths([each], measure)
        known = bool((addresses.economy >= 0).any())
        for label in np.flatnonzero(each.records[:-1] > 0.0).tolist():
            shared = int(reach.shared[label])
            domestic, international = (
                100.0 * int(count[label]) / shared if shared and known else None
                for count in (reach.domestic, reach.international)
            )
            rows.append(
                (
                    int(addresses.names[label]),
                    names[label],
                    METRICS[place],
                    float(each.records[label]),
                    float(each.fractional[label]),
                    *(
                        float(part[label])
                        for part in (parts.within, parts.clusters, parts.noise, parts.unlocated)
                    ),
                    shared,
                    domestic,
                    international,
                    *_strongest(tied, label, addresses.names, names),
                )
            )
    rows.sort(key=lambda row: (row[0], METRICS.index(row[2])))
    return [list(column) for column in zip(*rows, strict=True)]


def _strongest(
    tied: Strengths, label: int, numbers: list[Any], names: list[str]
) -> tuple[int, int | None, str | None, float | None]:
    """Return how many clusters one is tied with, and the strongest: number, name, per cent of all of them."""
    partners, values = tied.partners(label)
    of_clusters = partners < tied.clusters
    other, value = tied.strongest(label)
    if other < 0:
        return 0, None, None, None
    share = 100.0 * value / float(values[of_clusters].sum())
    return int(np.count_nonzero(of_clusters)), int(numbers[other]), names[other], round(share, 6)
