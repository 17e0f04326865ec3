"""The distance and minimum density that addresses themselves suggest, for a country or a region."""

from __future__ import annotations

from pathlib import Path
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
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.addresses import judge
from ..analysis.editions import AUTHOR_WEIGHT, DEAL_WEIGHT
from ..analysis.errors import InputError
from ..analysis.geodesy import LONGEST_ITERATED_GEODESIC
from ..analysis.monitor import Monitor
from ..analysis.parameter_candidates import CLOSE, EXTREME
from ..analysis.parameter_proposal import (
    EPS,
    KEEP,
    TOLERANCE,
    USUAL_EPS,
    KDistanceCurve,
    k_distance_curve,
    propose_parameters,
    sites_of,
)
from .base import Algorithm, OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_numeric_field, require_points, warn_without_numba, weights_of
from .inputs.common_choices import border_rules
from .inputs.number_lists import positive_numbers
from .inputs.room import require_room
from .layers.points import read_points
from .layers.stored import stored_layer
from .layers.transforming import transform_points
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.proposal_report import InputAccount, Rule, doubts, findings, headline, proposal_report
from .outputs.proposal_tables import CANDIDATE_FIELDS, CURVE_FIELDS, candidate_columns, curve_columns
from .wording import reason_sentences

INPUTS = ("INVENTORS", "AUTHORS", "DEALS")

Addresses = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]


class ProposeParameters(Algorithm):
    """Tries distances and minimum densities on addresses and proposes a pair for innovationclusters."""

    arguments = {
        **{"x": "INVENTORS", "weights": "INVENTORS_WEIGHT"},
        **{"eps": "DISTANCES", "minimums": "MINIMUMS"},
    }

    def name(self) -> str:
        return "proposeparameters"

    def displayName(self) -> str:
        return tr("Propose parameters")

    def shortDescription(self) -> str:
        return tr(
            "Proposes the distance and the minimum density for the clusters of a country or region, after "
            "the two aims by which WIPO chose them for Africa: few addresses clustered at extreme distances, "
            "many close to each other. Shows the evidence: every pair that was tried, the k-distances, a "
            "report."
        )

    def tags(self) -> list[str]:
        return tr("parameters,eps,minimum density,k-distance,national,regional,dbscan,sensitivity").split(",")

    # Declaring

    def declare(self) -> None:
        for name, label, explanation, weight in (
            (
                "INVENTORS",
                tr("Inventors"),
                tr("Points of inventors' addresses, as for Innovation clusters."),
                tr("Inventors: number of addresses in the row"),
            ),
            (
                "AUTHORS",
                tr("Authors"),
                tr("Points of authors' addresses, as for Innovation clusters."),
                tr("Authors: number of addresses in the row"),
            ),
            (
                "DEALS",
                tr("Venture capital deals"),
                tr(
                    "Points of funded firms. Only where Innovation clusters will let deals into the density "
                    "too; leave it empty otherwise."
                ),
                tr("Deals: number of deals in the row"),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSource(
                    name, label, [QgsProcessing.SourceType.TypeVectorPoint], optional=True
                ),
                explanation,
            )
            self.add(
                QgsProcessingParameterField(
                    f"{name}_WEIGHT",
                    weight,
                    None,
                    name,
                    Qgis.ProcessingFieldParameterDataType.Numeric,
                    optional=True,
                ),
                tr("How many addresses a row stands for, 0 or more. Empty: one."),
            )
        self.add(
            QgsProcessingParameterNumber(
                "AUTHOR_WEIGHT",
                tr("Weight of an author's address"),
                Qgis.ProcessingNumberParameterType.Double,
                AUTHOR_WEIGHT,
                minValue=0.0,
            ),
            tr(
                "In addresses of inventors, as for Innovation clusters; use the same in both. The default "
                "gives all inventors and all authors of the world the same weight."
            ),
        )
        self.add(
            QgsProcessingParameterString(
                "DISTANCES", tr("Distances to try, km"), ", ".join(f"{eps / 1000.0:g}" for eps in EPS)
            ),
            tr("Kilometres, with commas between them. A single one is kept, and only the minimum proposed."),
        )
        self.add(
            QgsProcessingParameterString("MINIMUMS", tr("Minimum densities to try"), optional=True),
            tr(
                "In addresses of inventors, with commas between them. Empty: round numbers from 0.05 to 5 "
                "per cent of all."
            ),
        )
        self._declare_rule()
        self._declare_outputs()

    def _declare_rule(self) -> None:
        real = Qgis.ProcessingNumberParameterType.Double
        self.add(
            QgsProcessingParameterNumber(
                "CLOSE", tr("Close: within this part of the distance, %"), real, 100.0 * CLOSE, maxValue=100.0
            ),
            tr(
                "An address is close to others where its place would be core at this part of the distance "
                "too: it then does not hang on what lies at the rim."
            ),
            advanced=True,
        )
        for name, label, default, explanation in (
            (
                "EXTREME",
                tr("Extreme distance"),
                EXTREME,
                tr(
                    "A member of a cluster is at an extreme distance when it is more than this away from the "
                    "weighted centre of the cluster."
                ),
            ),
            (
                "USUAL_EPS",
                tr("Usual distance"),
                USUAL_EPS,
                tr(
                    "The distance to keep to unless another is better by more than the tolerance. WIPO keeps "
                    "15 km, so that editions and regions can be compared."
                ),
            ),
        ):
            distance = QgsProcessingParameterDistance(name, label, default)
            distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
            self.add(distance, explanation, advanced=True)
        self.add(
            QgsProcessingParameterNumber(
                "TOLERANCE", tr("Tolerance of the distance, points"), real, TOLERANCE, minValue=0.0
            ),
            tr(
                "By how much the mean score of another distance must be better for the usual one to give way."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "KEEP", tr("Part of the best score to keep, %"), real, 100.0 * KEEP, maxValue=100.0
            ),
            tr(
                "The proposed minimum is the highest whose score is at least this part of the best one at "
                "the distance. More gives smaller minimums, and more and smaller clusters."
            ),
            advanced=True,
        )
        self.add(
            choice("BORDER", tr("Border points"), border_rules(), "first"),
            tr(
                "As for Innovation clusters: which cluster a place gets that is not core but near a core one."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("CORE_DISTANCES", tr("Measure core distances"), True),
            tr(
                "Of every pair that is tried. They are evidence and do not decide; without them a run on a "
                "hundred thousand places takes a tenth of the time."
            ),
            advanced=True,
        )

    def _declare_outputs(self) -> None:
        table = QgsProcessing.SourceType.TypeVector
        for name, label, explanation in (
            (
                "CANDIDATES",
                tr("Candidates"),
                tr(
                    "Every pair that was tried: eps in metres, min_density, clusters, clustered (weight). "
                    "Per cent of all: share_clustered, share_core, share_close, share_extreme, score (close "
                    "minus extreme); mean_score of the distance; share_largest, of the clustered; extent_km, "
                    "the greatest distance of a member from its centre; chained, clusters with members at "
                    "extreme distances; joined, clusters of the next higher minimum that are one with "
                    "another here; core_distance_50 and _90, metres that half and nine tenths of the core "
                    "weight need to reach the minimum; choice, the order in which the rule takes one pair at "
                    "each distance; proposed, 1 or 0."
                ),
            ),
            (
                "KDISTANCE",
                tr("Curve of k-distances"),
                tr(
                    "The k-distance curve for the proposed minimum, up to the largest distance tried, of at "
                    "most 500 rows: share, per cent of all addresses whose core_distance, in metres, is at "
                    "most that of the row; knee, 1 where the curve turns up."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSink(name, label, table, optional=True, createByDefault=True),
                explanation,
            )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True
            ),
            tr("The proposal with its charts, the runners-up, the account of the input and the method."),
        )
        self.addOutput(
            QgsProcessingOutputNumber(
                "EPS",
                tr("Proposed distance, metres; 0, which Innovation clusters refuses, where there is none"),
            )
        )
        self.addOutput(
            QgsProcessingOutputNumber("MIN_DENSITY", tr("Proposed minimum density; 0 where there is none"))
        )

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        given = [name for name in INPUTS if parameters.get(name)]
        if not given:
            raise InputError(
                "INVENTORS", "Give at least one layer of addresses: inventors, authors or deals."
            )
        for name in given:
            source = require_points(self, parameters, name, context)
            require_numeric_field(self, parameters, f"{name}_WEIGHT", source, context)
            require_room(source, name)
        distances = 1000.0 * positive_numbers(self, parameters, "DISTANCES", context)
        if not distances.size or distances.max() > LONGEST_ITERATED_GEODESIC:
            raise InputError(
                "DISTANCES",
                "Give at least one distance above 0 and none above {longest} km.",
                longest=LONGEST_ITERATED_GEODESIC / 1000.0,
            )
        positive_numbers(self, parameters, "MINIMUMS", context)
        for name in ("CLOSE", "KEEP"):
            if not 0.0 < self.parameterAsDouble(parameters, name, context) <= 100.0:
                raise InputError(name, "Give a part above 0 and at most 100 per cent.")
        for name in ("EXTREME", "USUAL_EPS"):
            if not self.parameterAsDouble(parameters, name, context) > 0.0:
                raise InputError(name, "The distance must be greater than 0.")

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        warn_without_numba(feedback)
        feedback.setProgressText(tr("Reading addresses"))
        (longitude, latitude, weights), accounts = self._read(parameters, context, feedback)
        if not weights.any():
            raise InputError("INVENTORS_WEIGHT", "All weights are 0; choose another field, or none.")
        sites = sites_of(longitude, latitude, weights, monitor_of(feedback, 0.2, 0.25))

        feedback.setProgressText(tr("Trying distances and minimum densities"))
        rule = self._rule(parameters, context)
        distances = 1000.0 * positive_numbers(self, parameters, "DISTANCES", context)
        minimums = positive_numbers(self, parameters, "MINIMUMS", context)
        proposal = propose_parameters(
            *sites,
            eps=distances,
            minimums=minimums if minimums.size else None,
            close=rule.close,
            extreme=rule.extreme,
            usual_eps=rule.usual_eps,
            tolerance=rule.tolerance,
            keep=rule.keep,
            border=self.parameterAsEnumString(parameters, "BORDER", context),
            core_distances=self.parameterAsBoolean(parameters, "CORE_DISTANCES", context),
            monitor=monitor_of(feedback, 0.25, 0.9),
        )
        found = proposal.choice.proposed >= 0
        curve = KDistanceCurve(np.empty(0), np.empty(0), np.nan)
        if found:
            curve = k_distance_curve(
                *sites,
                proposal.min_density,
                float(distances.max()),
                monitor=monitor_of(feedback, 0.9, 0.97),
            )
        (feedback.pushInfo if found else feedback.pushWarning)(headline(proposal))
        for sentence in findings(proposal, curve):
            feedback.pushInfo(sentence)
        for sentence in doubts(proposal):
            feedback.pushWarning(sentence)

        numbers = {
            "EPS": proposal.eps if found else 0.0,
            "MIN_DENSITY": proposal.min_density if found else 0.0,
        }
        history = self.history(
            parameters, context, [f"{name}={value:.15g}" for name, value in numbers.items()]
        )
        nothing = QgsCoordinateReferenceSystem()
        with Outputs(self, parameters, context, feedback) as outputs:
            for name, fields, columns in (
                ("CANDIDATES", CANDIDATE_FIELDS, candidate_columns(proposal)),
                ("KDISTANCE", CURVE_FIELDS, curve_columns(curve)),
            ):
                output = outputs.open(name, _fields(fields), Qgis.WkbType.NoGeometry, nothing)
                output.write(columns, monitor_of(feedback, 0.97, 1.0))
            if parameters.get("REPORT"):
                path = Path(self.parameterAsFileOutput(parameters, "REPORT", context))
                page = proposal_report(proposal, curve, sites[0].size, accounts, rule, history)
                outputs.write_text("REPORT", path, page)
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, order=order, history=history)
                for order, (name, label, style) in enumerate(
                    (
                        ("CANDIDATES", tr("Candidates"), "parameter_candidates"),
                        ("KDISTANCE", tr("Curve of k-distances"), "k_distances"),
                    )
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {**outputs.results, **numbers}

    def _rule(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Rule:
        def number(name: str) -> float:
            return float(self.parameterAsDouble(parameters, name, context))

        return Rule(
            number("CLOSE") / 100.0,
            number("EXTREME"),
            number("USUAL_EPS"),
            number("TOLERANCE"),
            number("KEEP") / 100.0,
        )

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[Addresses, list[InputAccount]]:
        """Return longitude, latitude and weight of all addresses that can be used, and what became of the
        layers.
        """
        weight_of = {
            "INVENTORS": 1.0,
            "AUTHORS": float(self.parameterAsDouble(parameters, "AUTHOR_WEIGHT", context)),
            "DEALS": DEAL_WEIGHT,
        }
        given = [name for name in INPUTS if parameters.get(name)]
        read, accounts = [], []
        for name, part in zip(given, monitor_of(feedback, 0.0, 0.2).split(*[1.0] * len(given)), strict=True):
            addresses, account = self._read_layer(name, weight_of[name], parameters, context, part)
            for reason, count in account.rejects:
                feedback.pushWarning(
                    tr("{layer}: {count} rows take no part. {reason}").format(
                        layer=account.layer, count=count, reason=reason
                    )
                )
            read.append(addresses)
            accounts.append(account)
        longitude, latitude, weights = (np.concatenate(columns) for columns in zip(*read, strict=True))
        return (longitude, latitude, weights), accounts

    def _read_layer(
        self,
        name: str,
        weight: float,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> tuple[Addresses, InputAccount]:
        source = require_points(self, parameters, name, context)
        field = self.parameterAsString(parameters, f"{name}_WEIGHT", context)
        reading, transforming = monitor.split(4.0, 1.0)
        points = read_points(
            source,
            [field],
            context,
            reading,
            stored=stored_layer(self, parameters, name, context),
        )
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)

        def to_degrees(
            x: NDArray[np.float64], y: NDArray[np.float64]
        ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
            return transform_points(x, y, source.sourceCrs(), degrees, context, transforming)

        judgement = judge(
            points.x,
            points.y,
            geographic=source.sourceCrs().isGeographic(),
            form=points.form,
            to_degrees=to_degrees,
        )
        used = judgement.accepted
        if not used.any():
            raise InputError(
                name, "Not one of the {count} rows has a usable point; check the geometry.", count=len(points)
            )
        weights = weight * weights_of(points, field, f"{name}_WEIGHT", used)[used]
        sentences = reason_sentences()
        account = InputAccount(
            source.sourceName(),
            len(points),
            [(sentences[reason], count) for reason, count in judgement.counts().items()],
            weight,
            float(weights.sum()),
        )
        return (judgement.longitude[used], judgement.latitude[used], weights), account


def _fields(columns: tuple[tuple[str, QMetaType.Type], ...]) -> QgsFields:
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    return fields
