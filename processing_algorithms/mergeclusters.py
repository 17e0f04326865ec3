"""Neighbouring clusters that work together most become one, pair by pair and with the evidence."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
)

from ..analysis.boundaries import distinct_sites
from ..analysis.collaboration import strengths
from ..analysis.errors import InputError
from ..analysis.merging import close_clusters, merged_into, propose
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.checking import require_points
from .inputs.clustered_addresses import (
    add_clustered_addresses,
    check_clustered_addresses,
    read_clustered_addresses,
)
from .inputs.merge_rule import FARTHEST_MERGE, add_merge_rule, kept_apart, merge_rule
from .layers.copying import Copy, copy_rows
from .layers.fields import WHOLE, fields_of
from .layers.writing import Outputs
from .outputs.merge_proposals import PROPOSAL_FIELDS, proposal_columns, told_proposals


class MergeClusters(Algorithm):
    """Proposes and makes mergers of close clusters, as WIPO does after review."""

    def name(self) -> str:
        return "mergeclusters"

    def displayName(self) -> str:
        return tr("Merge clusters")

    def shortDescription(self) -> str:
        return tr(
            "Merges neighbouring clusters as WIPO does after review: where their edges are close and the "
            "smaller one works with the larger more than with any other cluster or with addresses in none. "
            "Every pair of neighbours is listed with its evidence, and each can be switched off."
        )

    def tags(self) -> list[str]:
        return tr("merge,cluster,co-inventor,co-author,collaboration,wipo,gii").split(",")

    def declare(self) -> None:
        add_clustered_addresses(self, economies=False)
        distance = QgsProcessingParameterDistance("DISTANCE", tr("Merge clusters closer than"), 5_000.0)
        distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self.add(
            distance,
            tr(
                "The edges of two clusters, their nearest addresses, are at most this far apart, in metres "
                "on the ellipsoid. WIPO: 3 to 5 km. 0: none is merged."
            ),
        )
        add_merge_rule(self)
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Merged clusters"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "The input with merged_id, the number of the cluster after merging: that of the largest of "
                "those that became one. Empty for noise."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "PROPOSALS", tr("Proposed mergers"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            tr(
                "One row per pair of close clusters: cluster_id, the smaller, and into_id, the larger; "
                "outcome (merged, or what stands against it: untied, other_cluster, noise, switched_off, "
                "chain); chain, its number; distance_m between the edges; records, fractional and pairs, "
                "what the two share; strength of their tie in per cent of all ties; for each of the two the "
                "other cluster it is tied with most, how strongly, and how strongly with noise."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_MERGED", tr("Number of merged pairs")))
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        check_clustered_addresses(self, parameters, context)
        if not 0.0 <= self.parameterAsDouble(parameters, "DISTANCE", context) <= FARTHEST_MERGE:
            raise InputError(
                "DISTANCE",
                "The distance must be 0 or more and at most {most} km.",
                most=FARTHEST_MERGE / 1000.0,
            )
        kept_apart(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        addresses = read_clustered_addresses(self, parameters, context, feedback, 0.5)
        ties = list(addresses.ties(monitor_of(feedback, 0.5, 0.65)).values())
        edges = addresses.located & (addresses.labels >= 0)
        places, labels = distinct_sites(
            addresses.longitude[edges], addresses.latitude[edges], addresses.labels[edges]
        )
        close = close_clusters(
            places[:, 0],
            places[:, 1],
            labels,
            self.parameterAsDouble(parameters, "DISTANCE", context),
            monitor_of(feedback, 0.65, 0.75),
        )
        # The score, by which WIPO ranks: what a cluster has of each metric, all weighing the same.
        score = sum(100.0 * each.fractional[:-1] / max(each.total[1], 1.0) for each in ties)
        size = np.round(np.asarray(score), 9)
        proposals = propose(
            close,
            strengths(ties, self.parameterAsEnumString(parameters, "TIES", context)),
            size,
            merge_rule(self, parameters, context),
            self._kept_apart(addresses.names, parameters, context),
        )
        into = merged_into(proposals, size)
        lines = told_proposals(proposals, addresses.names, len(np.unique(into)))
        for line in lines:
            feedback.pushInfo(line)

        source = require_points(self, parameters, "INPUT", context)
        fields = QgsProcessingUtils.combineFields(source.fields(), fields_of([("merged_id", WHOLE)]))
        # Rows of noise and rows without a record share the class behind the last cluster.
        classes = np.full(len(addresses.table), len(into), dtype=np.int64)
        classes[addresses.rows] = np.where(addresses.labels >= 0, addresses.labels, len(into))
        numbers = [*(int(addresses.names[label]) for label in into.tolist()), None]
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open(
                "OUTPUT", fields, source.wkbType(), source.sourceCrs(), new_primary_key=True
            )
            everything = np.ones(len(addresses.table), dtype=bool)
            copy = Copy(output, everything, [numbers], classes)
            copy_rows(source, addresses.table, [copy], monitor_of(feedback, 0.75, 0.98))
            table = outputs.open(
                "PROPOSALS",
                fields_of(PROPOSAL_FIELDS),
                Qgis.WkbType.NoGeometry,
                QgsCoordinateReferenceSystem(),
            )
            table.write(proposal_columns(proposals, addresses.names, ties), monitor_of(feedback, 0.98, 1.0))
        history = self.history(parameters, context, lines)
        called = {"cluster_id": fields.names()[-1]}
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, history=history, fields=renamed)
                for name, label, style, renamed in (
                    ("OUTPUT", tr("Merged clusters"), "clustered_addresses", called),
                    ("PROPOSALS", tr("Proposed mergers"), "merges", {}),
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {
            **outputs.results,
            "NUM_MERGED": sum(each.merged for each in proposals),
            "NUM_CLUSTERS": len(np.unique(into)),
        }

    def _kept_apart(
        self, names: list[Any], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[tuple[int, int]]:
        """Return the labels of the pairs not to merge; raises InputError for a cluster that there is not."""
        label_of = {int(name): label for label, name in enumerate(names)}
        pairs = kept_apart(self, parameters, context)
        unknown = [number for pair in pairs for number in pair if number not in label_of]
        if unknown:
            raise InputError(
                "KEEP_APART",
                "There is no cluster {number} in the input; write the numbers that the table of proposals "
                "has.",
                number=unknown[0],
            )
        return [(label_of[first], label_of[second]) for first, second in pairs]
