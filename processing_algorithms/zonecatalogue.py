"""The catalogue of Korean special zones as layers and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..analysis.zones.catalogue import ZoneType, has_words, search_types, zone_types
from ..analysis.zones.members import (
    Budget,
    InnovationCluster,
    Member,
    RenovationCluster,
    budgets,
    innovation_clusters,
    members,
    renovation_clusters,
    search_members,
)
from ..analysis.zones.rules import Rule, read_rules
from .base import OutputLayer, monitor_of, tr
from .inputs.zone_choices import add_choice, chosen_province, chosen_type, province_hints, type_hints
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.catalogue_tables import (
    budget_cells,
    cluster_cells,
    member_cells,
    renovation_cells,
    rule_cells,
    rule_rows,
    table,
    type_cells,
)
from .zone_algorithm import ZoneAlgorithm

NATIONAL_CLUSTERS = "NATIONAL_INNOV_CLUSTER"


@dataclass(frozen=True)
class Found:
    """What of the catalogue is asked for."""

    types: Sequence[ZoneType]
    members: Sequence[Member]
    clusters: Sequence[InnovationCluster]
    budgets: Sequence[Budget]
    renovation: Sequence[RenovationCluster]
    rules: Sequence[Rule]


class ZoneCatalogue(ZoneAlgorithm):
    """Loads what the catalogue knows of types, zones, national innovation clusters and rules."""

    def name(self) -> str:
        return "zonecatalogue"

    def displayName(self) -> str:
        return tr("Catalogue of Korean zones")

    def shortDescription(self) -> str:
        return tr(
            "Types of Korean special zones with their law, zones at approximate positions, the national "
            "innovation clusters with their phases and budgets, and the rules of designation."
        )

    def tags(self) -> list[str]:
        return tr("zone,korea,innovation city,free economic zone,innopolis,law,rule,catalogue").split(",")

    # Declaring

    def declare(self) -> None:
        add_choice(
            self,
            "ZONE_TYPE",
            tr("Zone type"),
            type_hints(),
            tr("Only this type: its id, its Korean or its English name. Empty: all types."),
            optional=True,
        )
        add_choice(
            self,
            "PROVINCE",
            tr("Province"),
            province_hints(),
            tr("Only zones of this province, by its Korean or English name. Empty: the whole country."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterString("TEXT", tr("Words to search for"), None, optional=True),
            tr(
                "Only what has all of these words, Korean or English, in its names, its law, its authority, "
                "its sector or its notes. Parts of words are found too."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean("LIFTED", tr("Zones whose designation was lifted too"), False),
            tr("Zones that are no more have the year in which they ended in the field lifted."),
            advanced=True,
        )
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        table_type = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Zones"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "A point for every zone with its names, type, law, province, year, sector and area. No "
                "boundary of these zones is openly licensed: every position is approximate, the field "
                "position says how it is known and uncertainty_m how far off it may be (empty: not known). "
                "Zones without a known position have no point."
            ),
        )
        for name, label, explanation, default in (
            (
                "TYPES",
                tr("Zone types"),
                tr(
                    "The types with law, articles, authority, number and area, and how sure that is: primary "
                    "was read in the law, secondary in the press, of unverified no text was found."
                ),
                True,
            ),
            (
                "CLUSTERS",
                tr("National innovation clusters"),
                tr("The clusters of 14 provinces: field, sector, and projects of phases 1 and 2."),
                True,
            ),
            (
                "BUDGETS",
                tr("Budgets of the national innovation clusters"),
                tr(
                    "Hundreds of millions of won by year, for all 14 together. Rows without a year are sums "
                    "of a phase, rows without a phase the whole sum. Phase 3 (2023–2027) was undecided."
                ),
                False,
            ),
            (
                "RENOVATION",
                tr("Renovation clusters"),
                tr(
                    "The eight clusters of the government's plan of 2023 for global clusters of advanced "
                    "industries, at approximate positions: theme, base, nodes, funds and housing."
                ),
                False,
            ),
            (
                "RULES",
                tr("Rules of designation"),
                tr(
                    "What the law asks of a zone: for every reading and case the fact, its condition and its "
                    "limit, the text of the law and how sure it is. Check designation applies them."
                ),
                False,
            ),
        ):
            kind = QgsProcessing.SourceType.TypeVectorPoint if name == "RENOVATION" else table_type
            self.add(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=default),
                explanation,
            )
        self.addOutput(QgsProcessingOutputNumber("NUM_ZONES", tr("Number of zones")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        chosen_type(self, parameters, "ZONE_TYPE", context)
        chosen_province(self, parameters, "PROVINCE", context)

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        found = self._find(parameters, context)
        if not found.members and not found.types:
            feedback.pushWarning(tr("Nothing in the catalogue is of that type, province and words."))
        feedback.pushInfo(
            tr("{zones} zones of {types} types; positions are approximate.").format(
                zones=len(found.members), types=len({member.type_id for member in found.members})
            )
        )
        unplaced = sum(member.place is None for member in found.members)
        if unplaced:
            feedback.pushInfo(tr("{count} zones have no known position and no point.").format(count=unplaced))
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(found, outputs, feedback)
        results = {**outputs.results, "NUM_ZONES": len(found.members)}
        self._present(results, parameters, context, feedback)
        return results

    def _find(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Found:
        kind = chosen_type(self, parameters, "ZONE_TYPE", context)
        province = chosen_province(self, parameters, "PROVINCE", context)
        text = self.parameterAsString(parameters, "TEXT", context)
        lifted = self.parameterAsBoolean(parameters, "LIFTED", context)
        zones = [
            member
            for member in search_members(
                text, [kind.type_id] if kind else [], [province.name] if province else []
            )
            if lifted or member.lifted is None
        ]
        wanted = {kind.type_id} if kind else set(zone_types())
        of_zones = {member.type_id for member in zones}
        named = {each.type_id for each in search_types(text)} if province is None else set()
        types = [each for each in zone_types().values() if each.type_id in wanted & (of_zones | named)]
        shown = {each.type_id for each in types}
        zone_ids = {member.zone_id for member in zones}
        clusters = [
            cluster
            for cluster in innovation_clusters()
            if NATIONAL_CLUSTERS in wanted
            and (province is None or cluster.province == province.name)
            and (cluster.zone_id in zone_ids or has_words(text, _texts(cluster)))
        ]
        renovation = [
            cluster
            for cluster in renovation_clusters()
            if kind is None
            and (province is None or cluster.province == province.name)
            and has_words(text, _texts(cluster))
        ]
        return Found(
            types,
            zones,
            clusters,
            budgets() if clusters else (),
            renovation,
            [rule for rule in read_rules().rules if shown & set(rule.zone_types)],
        )

    def _write(self, found: Found, outputs: Outputs, feedback: QgsProcessingFeedback) -> None:
        crs = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        nowhere = QgsCoordinateReferenceSystem()
        counted = Counter(member.type_id for member in members() if member.lifted is None)
        tables: dict[str, tuple[Any, Sequence[Any]]] = {
            "OUTPUT": (member_cells(zone_types()), found.members),
            "TYPES": (type_cells(counted), found.types),
            "CLUSTERS": (cluster_cells(), found.clusters),
            "BUDGETS": (budget_cells(), found.budgets),
            "RENOVATION": (renovation_cells(), found.renovation),
            "RULES": (rule_cells(read_rules()), rule_rows(found.rules)),
        }
        monitor = monitor_of(feedback)
        for number, (name, (cells, rows)) in enumerate(tables.items()):
            fields, columns = table(cells, rows)
            part = monitor.part(number / len(tables), (number + 1) / len(tables))
            if name in ("OUTPUT", "RENOVATION"):
                places = [row.place for row in rows]
                points = (
                    np.array([place.longitude if place else np.nan for place in places]),
                    np.array([place.latitude if place else np.nan for place in places]),
                )
                output = outputs.open(name, fields, Qgis.WkbType.Point, crs)
                output.write(columns, part, points=points)
            else:
                outputs.open(name, fields, Qgis.WkbType.NoGeometry, nowhere).write(columns, part)

    def _present(
        self,
        results: dict[str, Any],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        group = tr("Korean zones")
        history = self.history(
            parameters,
            context,
            [f"NUM_ZONES={results['NUM_ZONES']}", tr("Positions are approximate; see the field position.")],
        )
        self.present(
            [
                OutputLayer(results[name], label, style, group, order, history)
                for order, (name, label, style) in enumerate(
                    (
                        ("OUTPUT", tr("Zones (approximate positions)"), "zone_points"),
                        ("RENOVATION", tr("Renovation clusters"), "renovation_clusters"),
                        ("TYPES", tr("Zone types"), "zone_types"),
                        ("CLUSTERS", tr("National innovation clusters"), "national_clusters"),
                        ("BUDGETS", tr("Budgets of the national innovation clusters"), "cluster_budgets"),
                        ("RULES", tr("Rules of designation"), "zone_rules"),
                    )
                )
                if name in results
            ],
            context,
            feedback,
        )


def _texts(cluster: InnovationCluster | RenovationCluster) -> list[str]:
    return [value for value in vars(cluster).values() if isinstance(value, str)]
