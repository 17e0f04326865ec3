"""Neighbouring clusters that work together most become one, pair by pair and with the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.boundaries import distinct_sites
from ..analysis.collaboration import MEASURES, Ties, strengths
from ..analysis.errors import InputError
from ..analysis.merging import (
    Chains,
    MergeRule,
    Outcome,
    Proposal,
    Side,
    close_clusters,
    merged_into,
    parse_pairs,
    propose,
)
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.checking import require_points
from .inputs.clustered_addresses import (
    add_clustered_addresses,
    check_clustered_addresses,
    read_clustered_addresses,
)
from .layers.columns import Column
from .layers.copying import Copy, copy_rows
from .layers.writing import Outputs

# Beyond this a merger has nothing to do with neighbourhood.
FARTHEST_MERGE = 1_000_000.0

PROPOSAL_FIELDS = (
    ("cluster_id", QMetaType.Type.Int),
    ("into_id", QMetaType.Type.Int),
    ("outcome", QMetaType.Type.QString),
    ("chain", QMetaType.Type.Int),
    ("distance_m", QMetaType.Type.Double),
    ("records", QMetaType.Type.Double),
    ("fractional", QMetaType.Type.Double),
    ("pairs", QMetaType.Type.Double),
    ("strength", QMetaType.Type.Double),
    ("other_id", QMetaType.Type.Int),
    ("other_strength", QMetaType.Type.Double),
    ("noise_strength", QMetaType.Type.Double),
    ("into_other_id", QMetaType.Type.Int),
    ("into_other_strength", QMetaType.Type.Double),
    ("into_noise_strength", QMetaType.Type.Double),
)


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
                "on the ellipsoid. WIPO: 3 to 5 km."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                "TIES", tr("Ties"), list(MEASURES), defaultValue="fractional", usesStaticStrings=True
            ),
            tr(
                "How shared records tie two clusters; WIPO does not say. records: each counts 1. "
                "fractional: each is divided among its addresses, as the ranking counts. pairs: every pair "
                "of co-inventors or co-authors, one in each cluster, counts 1. fractional_pairs: the pairs "
                "of a record add up to 1. Several metrics weigh the same."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                "SIDE",
                tr("Whose strongest tie it must be"),
                [str(side) for side in Side],
                defaultValue=str(Side.SMALLER),
                usesStaticStrings=True,
            ),
            tr(
                "smaller: that of the smaller cluster, the one that is merged into the other; the mergers "
                "that WIPO has published name a smaller one with a larger. either: that of one of the two. "
                "both: that of each."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("NOISE", tr("Stronger than with noise, too"), True),
            tr(
                "Whether the tie must also be stronger than that with all addresses in no cluster, as WIPO "
                "writes."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "CHAINS",
                tr("Chains"),
                [str(chains) for chains in Chains],
                defaultValue=str(Chains.JOIN),
                usesStaticStrings=True,
            ),
            tr(
                "Three or more clusters that hang together by pairs, each of which passes. join: they "
                "become one, and the table numbers the chain. leave: none is merged until enough of its "
                "pairs are switched off."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("KEEP_APART", tr("Pairs not to merge"), optional=True),
            tr("Pairs of cluster numbers that stay apart whatever their ties: 3-17, 8-21."),
        )
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
        if not 0.0 < self.parameterAsDouble(parameters, "DISTANCE", context) <= FARTHEST_MERGE:
            raise InputError(
                "DISTANCE",
                "The distance must be greater than 0 and at most {most} km.",
                most=FARTHEST_MERGE / 1000.0,
            )
        parse_pairs(self.parameterAsString(parameters, "KEEP_APART", context), "KEEP_APART")

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
            MergeRule(
                Side(self.parameterAsEnumString(parameters, "SIDE", context)),
                self.parameterAsBoolean(parameters, "NOISE", context),
                Chains(self.parameterAsEnumString(parameters, "CHAINS", context)),
            ),
            self._kept_apart(addresses.names, parameters, context),
        )
        into = merged_into(proposals, size)
        lines = _told(proposals, addresses.names, len(np.unique(into)))
        for line in lines:
            feedback.pushInfo(line)

        source = require_points(self, parameters, "INPUT", context)
        fields = QgsProcessingUtils.combineFields(
            source.fields(), _fields([("merged_id", QMetaType.Type.Int)])
        )
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
                _fields(PROPOSAL_FIELDS),
                Qgis.WkbType.NoGeometry,
                QgsCoordinateReferenceSystem(),
            )
            table.write(_columns(proposals, addresses.names, ties), monitor_of(feedback, 0.98, 1.0))
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
        pairs = parse_pairs(self.parameterAsString(parameters, "KEEP_APART", context), "KEEP_APART")
        unknown = [number for pair in pairs for number in pair if number not in label_of]
        if unknown:
            raise InputError(
                "KEEP_APART",
                "There is no cluster {number} in the input; write the numbers that the table of proposals "
                "has.",
                number=unknown[0],
            )
        return [(label_of[first], label_of[second]) for first, second in pairs]


def _told(proposals: Sequence[Proposal], names: list[Any], clusters: int) -> list[str]:
    """Return what became of the clusters, in sentences."""
    lines = [
        tr(
            "{close} pairs of clusters are close, {merged} of them are merged: {before} clusters become "
            "{after}."
        ).format(
            close=len(proposals),
            merged=sum(each.merged for each in proposals),
            before=len(names),
            after=clusters,
        )
    ]
    for chain in range(1, max((each.chain for each in proposals), default=0) + 1):
        links = [each for each in proposals if each.chain == chain]
        pairs = ", ".join(f"{names[each.smaller]}-{names[each.larger]}" for each in links)
        sentence = (
            tr("Chain {chain}, joined: {pairs}.")
            if links[0].outcome is Outcome.MERGED
            else tr("Chain {chain}, left apart: {pairs}.")
        )
        lines.append(sentence.format(chain=chain, pairs=pairs))
    return lines


def _columns(proposals: Sequence[Proposal], names: list[Any], ties: Sequence[Ties]) -> list[Column]:
    """Return the columns of PROPOSAL_FIELDS."""

    def number(label: int) -> int | None:
        return int(names[label]) if label >= 0 else None

    shared = [_shared(ties, each.smaller, each.larger) for each in proposals]
    return [
        [number(each.smaller) for each in proposals],
        [number(each.larger) for each in proposals],
        [str(each.outcome) for each in proposals],
        [each.chain or None for each in proposals],
        [each.distance for each in proposals],
        *np.array(shared).reshape(-1, len(MEASURES)).T[:3],
        [each.strength for each in proposals],
        [number(each.of_smaller.other) for each in proposals],
        [each.of_smaller.other_strength for each in proposals],
        [each.of_smaller.noise_strength for each in proposals],
        [number(each.of_larger.other) for each in proposals],
        [each.of_larger.other_strength for each in proposals],
        [each.of_larger.noise_strength for each in proposals],
    ]


def _shared(ties: Sequence[Ties], first: int, second: int) -> NDArray[np.float64]:
    """Return what two clusters share in all metrics, float64[4] by MEASURES."""
    low, high = sorted((first, second))
    found = [each.shared[(each.first == low) & (each.second == high)].sum(axis=0) for each in ties]
    total: NDArray[np.float64] = np.sum(found, axis=0)
    return total


def _fields(definitions: Sequence[tuple[str, QMetaType.Type]]) -> QgsFields:
    fields = QgsFields()
    for name, kind in definitions:
        fields.append(QgsField(name, kind))
    return fields
