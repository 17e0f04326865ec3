"""Whether a designation meets the rules that the law sets for its type of zone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..analysis.errors import InputError
from ..analysis.zones.catalogue import Province, ZoneType
from ..analysis.zones.deciding import CANNOT_TELL, FAIL, PASS, Check
from ..analysis.zones.designation import checks, measure
from ..analysis.zones.nodes import Nodes, Spread, Zones, is_area, spread
from ..analysis.zones.rules import Value, read_rules
from ..analysis.zones.stated import stated_facts
from ..analysis.zones.totals import running_totals
from .base import OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.checking import require_field, require_numeric_field, require_rows
from .inputs.designation_nodes import (
    AREA_UNITS,
    NodeFields,
    read_nodes,
    read_zones,
    require_in_korea,
    warn_of_areas,
)
from .inputs.zone_choices import add_choice, chosen_province, chosen_type, province_hints, type_hints
from .layers.writing import Outputs
from .measures.local_planes import Ellipsoid
from .measures.measuring import Measure, choose_measure
from .outputs.catalogue_tables import table
from .outputs.designation_layers import (
    CIRCLE_CELLS,
    OFFENCE_CELLS,
    SPOKE_CELLS,
    TOTAL_CELLS,
    Drawing,
    DrawnCircle,
    Offence,
    Spoke,
    Step,
    areas_of_nodes,
    beyond,
    check_cells,
    circles,
    offences,
    spokes,
    steps,
    worst,
)
from .outputs.designation_report import Designation, html_report
from .zone_algorithm import ZoneAlgorithm

METRICS = ("ellipsoid", "planar")


@dataclass(frozen=True)
class Given:
    """What a run was given: nodes and zones in the system of `measure`, and what is chosen and stated."""

    kind: ZoneType
    province: Province | None
    nodes: Nodes
    zones: Zones | None
    measure: Measure
    nodes_as: str
    stated: dict[str, Value]


@dataclass(frozen=True)
class Result:
    """What came of it; `areas` float64[n] square metres of the nodes, NaN where not known."""

    lie: Spread
    checks: list[Check]
    areas: NDArray[np.float64]
    circles: list[DrawnCircle]
    spokes: list[Spoke]
    offences: list[Offence]
    steps: list[Step]


class CheckDesignation(ZoneAlgorithm):
    """Measures nodes and decides every rule of a zone type that geometry or counts can decide."""

    arguments = {"INPUT": "NODES", "nodes": "NODES", "stated": "STATED"}

    def name(self) -> str:
        return "checkdesignation"

    def displayName(self) -> str:
        return tr("Check a designation")

    def shortDescription(self) -> str:
        return tr(
            "Checks the nodes (거점) of a Korean special zone against the rules of its designation: radius, "
            "area, totals of the province, adjacency. Every rule passes, fails or cannot be told, with "
            "number, limit, margin and the text of the law, in every reading where the text is ambiguous."
        )

    def tags(self) -> list[str]:
        return tr("zone,designation,rule,law,radius,area limit,node,enclosing circle,korea").split(",")

    # Declaring

    def declare(self) -> None:
        self._declare_nodes()
        self._declare_rules()
        self._declare_outputs()

    def _declare_nodes(self) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource("NODES", tr("Nodes"), kinds),
            tr(
                "The nodes (거점) of one designation, a row each, as points or polygons. Filter or select "
                "them where the layer has others too."
            ),
        )
        self.add(
            QgsProcessingParameterField("NAME_FIELD", tr("Name"), None, "NODES", optional=True),
            tr("The field with the name of the node. Empty: nodes are numbered."),
        )
        self.add(
            QgsProcessingParameterField("CORE_FIELD", tr("Role"), None, "NODES", optional=True),
            tr(
                "The field that tells which node is core: true, a number that is not 0, or a text with core "
                "or 핵심 in it. For small R&D special zones these are the core institutions (기술핵심기관)."
            ),
        )
        self.add(
            QgsProcessingParameterString("CORE_NODE", tr("Core node"), None, optional=True),
            tr(
                "The name of the core node, in place of the role. Without either, what is measured from the "
                "core cannot be told."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                "AREA_FIELD",
                tr("Area"),
                None,
                "NODES",
                Qgis.ProcessingFieldParameterDataType.Numeric,
                optional=True,
            ),
            tr("The field with the area of nodes that are points. Of polygons the area is measured."),
        )
        self.add(
            choice(
                "AREA_UNIT",
                tr("Unit of the area"),
                {
                    "m2": tr("Square metres"),
                    "km2": tr("Square kilometres"),
                    "pyeong": tr("Pyeong (평)"),
                },
                "m2",
            ),
            tr("m2: square metres. km2: square kilometres. pyeong: 평, 400/121 m² each."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField(
                "PROVINCE_FIELD", tr("Province of the node"), None, "NODES", optional=True
            ),
            tr(
                "The field with the province of each node, by its Korean or English name, where nodes lie in "
                "several. Rows where it is empty are in the province chosen below."
            ),
            advanced=True,
        )

    def _declare_rules(self) -> None:
        add_choice(
            self,
            "ZONE_TYPE",
            tr("Zone type"),
            type_hints(),
            tr(
                "What the nodes are to be designated as: the id, the Korean or the English name of a type. "
                "The catalogue of Korean zones lists the types and their rules."
            ),
            optional=False,
        )
        add_choice(
            self,
            "PROVINCE",
            tr("Province"),
            province_hints(),
            tr(
                "Limits differ between metropolitan cities and provinces. Sejong is in neither class, so it "
                "is read both ways. Empty: what depends on the province is told only where it does not "
                "matter."
            ),
            optional=True,
        )
        self.add(
            choice(
                "NODES_AS",
                tr("Nodes as"),
                {
                    "points": tr("A point inside"),
                    "centroids": tr("Centroid"),
                    "polygons": tr("Whole polygon"),
                },
                "polygons",
            ),
            tr(
                "What of a node that is a polygon has to lie within the radius; the law does not say. "
                "points: a point inside it. centroids: its centroid. polygons: all of it."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "ZONES",
                tr("Zones that are there already"),
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
                optional=True,
            ),
            tr(
                "Zones as Import zones makes them (fields zone_type, sido, area_m2, name_ko, year), for "
                "totals of the province and the country, overlap and adjacency. Polygons of nodes that are "
                "among them count once."
            ),
        )
        self.add(
            QgsProcessingParameterString("STATED", tr("Stated facts"), None, multiLine=True, optional=True),
            tr(
                "What no layer tells, as fact=value with ; between them: council=yes; "
                "research_institutes=41; area_before_km2=3.2. What is missing is named in the checks; the "
                "table of rules in the catalogue lists all facts."
            ),
        )
        self.add(
            choice(
                "METRIC",
                tr("Metric"),
                {"ellipsoid": tr("Ellipsoid (WGS 84)"), "planar": tr("Plane of the layer")},
                "ellipsoid",
            ),
            tr(
                "ellipsoid: geodesic distances on WGS 84. planar: distances in the plane of the layer, which "
                "in EPSG:5179 are up to 0.4 m in a kilometre shorter. Areas are always the ellipsoid's."
            ),
            advanced=True,
        )

    def _declare_outputs(self) -> None:
        vector = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSink("CHECKS", tr("Checks"), vector.TypeVector),
            tr(
                "A row for every requirement of every rule in every reading: outcome (pass, fail, "
                "cannot_tell), number, limit, margin (negative: beyond the limit), what is missing, law, "
                "article, text, confidence. kind: a requirement must be met; a permission is what is allowed "
                "or easier where it passes; a review is weighed and has no number."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "CIRCLE", tr("Circles and limits"), vector.TypeVectorPolygon, optional=True
            ),
            tr(
                "The smallest circle around all nodes, the circle from the core node to the farthest one, "
                "and around both centres the circles of the limits."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink("SPOKES", tr("Spokes"), vector.TypeVectorLine, optional=True),
            tr("The ways from either centre to the farthest place of every node, with their lengths."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OFFENDING", tr("Nodes beyond the limit"), vector.TypeVectorPoint, optional=True
            ),
            tr("For every radius that fails, the farthest place of each node beyond it, and how far beyond."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "TOTALS", tr("Running totals"), vector.TypeVector, optional=True, createByDefault=False
            ),
            tr(
                "How the area of this zone type adds up in the provinces of the nodes: what is there already "
                "by year, then the nodes, with the limit and what is left."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True
            ),
            tr("One page to attach to an application: every check with its text of law, nodes, and a map."),
        )
        self.addOutput(QgsProcessingOutputString("OUTCOME", tr("Outcome of all requirements")))
        self.addOutput(QgsProcessingOutputNumber("PASSED", tr("Requirements that are met")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Requirements that are not met")))
        self.addOutput(QgsProcessingOutputNumber("CANNOT_TELL", tr("Requirements that cannot be told")))
        self.addOutput(QgsProcessingOutputNumber("RADIUS_KM", tr("Radius of the smallest circle, km")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        nodes = require_rows(self, parameters, "NODES", context)
        require_in_korea(nodes, context)
        self._measure(parameters, nodes, context)
        for name in ("NAME_FIELD", "CORE_FIELD", "PROVINCE_FIELD"):
            require_field(self, parameters, name, nodes, context)
        require_numeric_field(self, parameters, "AREA_FIELD", nodes, context)
        core = self.parameterAsString(parameters, "CORE_NODE", context).strip()
        if core and self.parameterAsString(parameters, "CORE_FIELD", context):
            raise InputError("CORE_NODE", "Choose the field of roles or the name of the core node, not both.")
        self._kind(parameters, context)
        chosen_province(self, parameters, "PROVINCE", context)
        stated_facts(self.parameterAsString(parameters, "STATED", context), read_rules())
        zones = self.parameterAsSource(parameters, "ZONES", context)
        if zones is not None and not zones.sourceCrs().isValid():
            raise InputError(
                "ZONES",
                "The layer has no coordinate reference system; assign the right one in its properties.",
            )

    def _kind(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ZoneType:
        kind = chosen_type(self, parameters, "ZONE_TYPE", context)
        if kind is None:
            raise InputError("ZONE_TYPE", "Choose what the nodes are to be designated as.")
        if not read_rules().of_type(kind.type_id):
            raise InputError(
                "ZONE_TYPE",
                "The catalogue has no rule for {zone_type}: its criteria are qualitative, or it has no law.",
                zone_type=kind.type_id,
            )
        return kind

    def _measure(
        self, parameters: dict[str, Any], source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> Measure:
        metric = self.parameterAsEnumString(parameters, "METRIC", context)
        return choose_measure(source.sourceCrs(), source.sourceExtent(), metric, context.transformContext())

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_rows(self, parameters, "NODES", context)
        given = self._read(parameters, source, context, feedback)
        result = _work(given, context, feedback)
        self._tell(given, result, feedback)

        drawing = Drawing(given.measure, source.sourceCrs(), context)
        placed = [drawing.placed(circle) for circle in result.circles]
        counted = _counted(result.checks)
        numbers = {
            "OUTCOME": worst(result.checks),
            "PASSED": counted[PASS],
            "FAILED": counted[FAIL],
            "CANNOT_TELL": counted[CANNOT_TELL],
            "RADIUS_KM": result.lie.circle.radius / 1_000.0,
        }
        history = self.history(
            parameters,
            context,
            [_told(given.measure), *(f"{name}={value}" for name, value in numbers.items())],
        )
        page = html_report(
            Designation(
                given.kind,
                given.province,
                given.nodes,
                given.nodes_as,
                result.areas,
                drawing.degrees(given.nodes),
                result.lie,
                result.checks,
                placed,
                beyond(result.offences),
                result.steps,
                self.parameterAsString(parameters, "STATED", context).strip(),
                _told(given.measure),
                history,
            )
        )
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(outputs, given, result, placed, drawing, source.sourceCrs(), feedback)
            report = self.parameterAsFileOutput(parameters, "REPORT", context)
            if report:
                outputs.write_text("REPORT", Path(report), page)
        results = {**outputs.results, **numbers}
        self._present(results, history, context, feedback)
        return results

    def _read(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Given:
        measure_in = self._measure(parameters, source, context)
        province = chosen_province(self, parameters, "PROVINCE", context)
        fields = NodeFields(
            name=self.parameterAsString(parameters, "NAME_FIELD", context),
            core=self.parameterAsString(parameters, "CORE_FIELD", context),
            area=self.parameterAsString(parameters, "AREA_FIELD", context),
            square_metres=AREA_UNITS[self.parameterAsEnumString(parameters, "AREA_UNIT", context)],
            province=self.parameterAsString(parameters, "PROVINCE_FIELD", context),
        )
        core_node = self.parameterAsString(parameters, "CORE_NODE", context).strip()
        nodes = read_nodes(source, fields, core_node, province, measure_in, context, feedback)
        zones = self.parameterAsSource(parameters, "ZONES", context)
        return Given(
            self._kind(parameters, context),
            province,
            nodes,
            None if zones is None else read_zones(zones, measure_in, context, feedback),
            measure_in,
            self.parameterAsEnumString(parameters, "NODES_AS", context),
            stated_facts(self.parameterAsString(parameters, "STATED", context), read_rules()),
        )

    def _tell(self, given: Given, result: Result, feedback: QgsProcessingFeedback) -> None:
        if not given.nodes.core.any():
            feedback.pushWarning(
                tr("No node is core, so distances from the core node are not known; choose a role or a name.")
            )
        feedback.pushInfo(
            tr("{count} nodes; the smallest circle around them has a radius of {radius} km.").format(
                count=len(given.nodes), radius=f"{result.lie.circle.radius / 1000.0:.3f}"
            )
        )
        counted = _counted(result.checks)
        feedback.pushInfo(
            tr("Requirements: {passed} met, {failed} not met, {open} that cannot be told.").format(
                passed=counted[PASS], failed=counted[FAIL], open=counted[CANNOT_TELL]
            )
        )
        others = len(result.checks) - counted.total()
        if others:
            feedback.pushInfo(
                tr("{count} further checks are permissions or matters of review: nothing to fail.").format(
                    count=others
                )
            )
        unverified = sorted({c.rule.id for c in result.checks if c.rule.confidence != "primary"})
        if unverified:
            feedback.pushWarning(
                tr("Not read in the law but taken from the press, or without a text: {rules}.").format(
                    rules=", ".join(unverified)
                )
            )

    def _write(
        self,
        outputs: Outputs,
        given: Given,
        result: Result,
        placed: list[DrawnCircle],
        drawing: Drawing,
        crs: QgsCoordinateReferenceSystem,
        feedback: QgsProcessingFeedback,
    ) -> None:
        nowhere = QgsCoordinateReferenceSystem()
        kinds = Qgis.WkbType
        shapes: dict[str, tuple[Any, Any, Qgis.WkbType, list[Any] | None]] = {
            "CHECKS": (check_cells(given.nodes_as), result.checks, kinds.NoGeometry, None),
            "CIRCLE": (
                CIRCLE_CELLS,
                placed,
                kinds.Polygon,
                [drawing.circle(row.circle) for row in placed],
            ),
            "SPOKES": (
                SPOKE_CELLS,
                result.spokes,
                kinds.LineString,
                [drawing.line(row.start, row.end) for row in result.spokes],
            ),
            "OFFENDING": (
                OFFENCE_CELLS,
                result.offences,
                kinds.Point,
                [drawing.point(row.place) for row in result.offences],
            ),
            "TOTALS": (TOTAL_CELLS, result.steps, kinds.NoGeometry, None),
        }
        monitor = monitor_of(feedback, 0.7, 1.0)
        for number, (name, (cells, rows, kind, geometries)) in enumerate(shapes.items()):
            fields, columns = table(cells, rows)
            output = outputs.open(name, fields, kind, nowhere if geometries is None else crs)
            part = monitor.part(number / len(shapes), (number + 1) / len(shapes))
            output.write(columns, part, geometries=geometries)

    def _present(
        self,
        results: dict[str, Any],
        history: list[str],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        group = tr("Check of a designation")
        self.present(
            [
                OutputLayer(results[name], label, style, group, order, history)
                for order, (name, label, style) in enumerate(
                    (
                        ("OFFENDING", tr("Nodes beyond the limit"), "designation_offending"),
                        ("SPOKES", tr("Spokes"), "designation_spokes"),
                        ("CIRCLE", tr("Circles and limits"), "designation_circles"),
                        ("CHECKS", tr("Checks"), "designation_checks"),
                        ("TOTALS", tr("Running totals"), "designation_totals"),
                    )
                )
                if name in results
            ],
            context,
            feedback,
        )


def _work(given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Result:
    nodes = given.nodes
    areas = Ellipsoid(given.measure.crs, context).areas
    if given.measure.metres != 1.0:
        areas = _rescaled(areas, given.measure.metres)
    lie = spread(nodes, given.nodes_as)
    measured_areas = np.full(len(nodes), np.nan)
    polygons = is_area(nodes.geometries)
    measured_areas[polygons] = areas(nodes.geometries[polygons])
    warn_of_areas(nodes, measured_areas, feedback)
    monitor = monitor_of(feedback, 0.2, 0.7)
    measured = measure(
        nodes, given.kind.type_id, lie, areas, given.zones, given.stated, read_rules(), monitor
    )
    found = checks(given.kind.type_id, measured, read_rules())
    return Result(
        lie,
        found,
        areas_of_nodes(measured_areas, nodes),
        circles(lie, found),
        spokes(nodes, lie, found),
        offences(nodes, lie, found),
        steps(running_totals(nodes, given.kind.type_id, areas, given.zones), found),
    )


def _counted(checks: list[Check]) -> Counter[str]:
    """Return the outcomes of requirements: what is allowed or weighed can neither be met nor be missed."""
    return Counter(check.outcome for check in checks if check.rule.kind == "requirement")


def _rescaled(areas: Any, metres: float) -> Any:
    """Return a measure of areas for polygons whose unit is metres where that of their system is not."""
    from shapely import transform

    return lambda polygons: areas(transform(polygons, lambda at: at / metres))


def _told(measure: Measure) -> str:
    if measure.metric == "planar":
        return tr("Distances are measured in the plane of {crs}.").format(crs=measure.crs.authid())
    return tr("Distances are measured on the ellipsoid (WGS 84).")
