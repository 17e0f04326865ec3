"""Where a zone would serve best: circles, belts, and the best choice of candidate nodes."""

from __future__ import annotations

import math
from dataclasses import replace
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
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)

from ..analysis import packages
from ..analysis.errors import InputError
from ..analysis.geodesy import MEAN_RADIUS, unit_vectors
from ..analysis.monitor import Monitor
from ..analysis.zones.belts import best_path, best_rectangle
from ..analysis.zones.node_subsets import Reading, Subset, best_subset
from ..analysis.zones.placement import Circle, best_circles, best_circles_at
from ..analysis.zones.search import Shape, WeightedPlaces, best_place
from .base import OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.candidate_nodes import (
    CandidateNodes,
    add_candidate_nodes,
    check_candidate_nodes,
    read_candidate_nodes,
)
from .inputs.checking import require_numeric_field, require_points, warn_without_numba, weights_of
from .inputs.located_activity import usable_places
from .layers.columns import Column
from .layers.copying import Copy, copy_rows
from .layers.points import read_points
from .layers.stored import stored_layer
from .layers.transforming import transform_points
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .measures.surroundings import carry_all, plane_round
from .outputs.overlay_fields import FLAG, REAL, fields_of, table
from .outputs.proposed_shapes import (
    PATH,
    RECTANGLE,
    SHAPES,
    Proposal,
    proposed_circle,
    proposed_nodes,
    shape_columns,
)
from .zone_algorithm import ZoneAlgorithm

ANYWHERE, AT_NODES = "anywhere", "nodes"

# Beyond this from their middle, in metres, points are not of one country, and a plane is not true enough.
FARTHEST = 2_000_000.0

CHOSEN = (("chosen", FLAG), ("core", FLAG), ("value", REAL), ("node_km2", REAL))


class ProposeZone(ZoneAlgorithm):
    """Proposes circles, belts and choices of nodes that hold most of an activity."""

    arguments = {"weights": "WEIGHT"}

    def name(self) -> str:
        return "proposezone"

    def displayName(self) -> str:
        return tr("Propose zones")

    def shortDescription(self) -> str:
        return tr(
            "Where a zone would serve best: the circle of a radius that holds most, exactly, and the next "
            "best that do not overlap; belts of a width along the densest axis, straight and bent, beside "
            "the circle; and the best choice of candidate nodes (거점) under the radius and a limit of "
            "area, with how much better any other could be."
        )

    def tags(self) -> list[str]:
        return tr("zone,location,circle,radius,belt,corridor,nodes,designation,optimum").split(",")

    # Declaring

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("What a zone should hold: points of one country, of addresses, firms or sites."),
        )
        self.add(
            QgsProcessingParameterField(
                "WEIGHT",
                tr("Weight"),
                None,
                "INPUT",
                Qgis.ProcessingFieldParameterDataType.Numeric,
                optional=True,
            ),
            tr("A numeric field, 0 or more in every row. Empty: every point weighs 1."),
        )
        self._declare_distance(
            "RADIUS",
            tr("Radius"),
            20_000.0,
            tr(
                "Of the circles, in metres. National innovation clusters have 20 km, in metropolitan cities "
                "10 km."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "COUNT",
                tr("Circles"),
                Qgis.ProcessingNumberParameterType.Integer,
                1,
                minValue=1,
                maxValue=100,
            ),
            tr(
                "How many circles that do not overlap. They are taken one after the other, each the best "
                "beside those before it; other circles may hold more together, but no more than so many "
                "times what the first holds. The log tells both numbers."
            ),
        )
        add_candidate_nodes(self)
        self.add(
            choice(
                "CENTRES",
                tr("Centres of circles"),
                {ANYWHERE: tr("Anywhere"), AT_NODES: tr("Candidate nodes")},
                ANYWHERE,
            ),
            tr("anywhere: no place is better. nodes: each circle has a candidate node as its centre."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "AREA_LIMIT",
                tr("Area limit of nodes (km²)"),
                Qgis.ProcessingNumberParameterType.Double,
                15.0,
                minValue=0.0,
            ),
            tr("The areas of chosen nodes add up to no more. National innovation clusters have 15 km²."),
        )
        self.add(
            choice(
                "READING",
                tr("Radius of nodes"),
                {
                    str(Reading.ENCLOSING): tr("Any circle around all nodes"),
                    str(Reading.CORE): tr("Circle around the core node"),
                },
                str(Reading.ENCLOSING),
            ),
            tr(
                "enclosing: any circle of the radius holds all chosen nodes. core: the circle round one of "
                "them, the core, does."
            ),
        )
        self._declare_distance(
            "BELT_WIDTH", tr("Width of belts"), 0.0, tr("In metres. 0: no belts are proposed.")
        )
        self._declare_distance(
            "BELT_LENGTH",
            tr("Length of belts"),
            0.0,
            tr("In metres. 0: so long that a belt has the area of the circle."),
        )
        polygons, rows = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink("SHAPES", tr("Proposed zones"), polygons),
            tr(
                "Polygons. shape: circle, nodes (the circle of the chosen ones), rectangle or path; place "
                "among circles; name of the node; weight inside and per cent of all (share); bound: no "
                "circle of the radius, no choice of nodes holds more; area_km2, of nodes their own; weight "
                "per square kilometre (density); length_km, width_km, bearing from north; elongation of the "
                "shape, and of what it holds (spread); gain: more or less than the first circle, and in per "
                "cent; longitude, latitude of the centre; reach_km from there to the farthest point held."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "COMPARISON", tr("Comparison of shapes"), rows, optional=True, createByDefault=True
            ),
            tr("The same as a table."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "CHOSEN",
                tr("Candidate nodes, chosen or not"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
                createByDefault=True,
            ),
            tr(
                "The candidate nodes with: chosen; core; value, what is in it and counted for it; node_km2. "
                "Needs nodes."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("WEIGHT_INSIDE", tr("Weight in the first circle")))

    def _declare_distance(self, name: str, label: str, value: float, explanation: str) -> None:
        parameter = QgsProcessingParameterDistance(name, label, value, minValue=0.0)
        parameter.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self.add(parameter, explanation)

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        packages.require("shapely", "proposals of zones")
        source = require_points(self, parameters, "INPUT", context)
        require_numeric_field(self, parameters, "WEIGHT", source, context)
        radius = self.parameterAsDouble(parameters, "RADIUS", context)
        if not 0.0 < radius <= FARTHEST / 4.0:
            raise InputError("RADIUS", "The radius must be greater than 0 and at most 500 km.")
        width, length = (
            self.parameterAsDouble(parameters, name, context) for name in ("BELT_WIDTH", "BELT_LENGTH")
        )
        if width > 0.0 and (length or math.pi * radius * radius / width) < width:
            raise InputError("BELT_WIDTH", "The belt would be wider than long; give a smaller width.")
        nodes = check_candidate_nodes(self, parameters, context)
        if nodes is None and self.parameterAsEnumString(parameters, "CENTRES", context) == AT_NODES:
            raise InputError("NODES", "Choose the nodes that circles are to have as centres.")
        if not self.parameterAsDouble(parameters, "AREA_LIMIT", context) > 0.0:
            raise InputError("AREA_LIMIT", "The area must be greater than 0.")

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        warn_without_numba(feedback)
        radius = self.parameterAsDouble(parameters, "RADIUS", context)
        places, plane, stretch = self._places(parameters, context, feedback)
        told = [
            tr(
                "Distances are measured in a plane that shows none of them shorter, and none more than "
                "{metres} m in {radius} km longer."
            ).format(metres=f"{stretch * radius:.1f}", radius=f"{radius / 1000:g}")
        ]
        reading, circling, limiting, belting, choosing = monitor_of(feedback, 0.3, 0.95).split(1, 4, 3, 4, 3)
        source = check_candidate_nodes(self, parameters, context)
        nodes = None
        if source is not None:
            nodes = read_candidate_nodes(self, parameters, source, plane, places, context, feedback, reading)
        circles = self._circles(places, nodes, radius, parameters, context, circling)
        if not circles:
            raise InputError("INPUT", "Nothing that has a weight can be held; check the weights and nodes.")
        bound = self._bound(
            circles[0].weight, places, nodes, radius * (1.0 + stretch), parameters, context, limiting
        )
        proposals = [
            proposed_circle(circle, number, radius, places, nodes, places.told(bound))
            for number, circle in enumerate(circles, start=1)
        ]
        proposals += self._belts(places, radius, parameters, context, belting)
        subset = None
        if nodes is not None:
            subset = self._subset(nodes, radius, stretch, parameters, context, choosing)
            proposals += proposed_nodes(subset, nodes, radius)
            told.append(_told_of_nodes(subset, nodes))
        sentence = tr(
            "The first circle holds {weight} of {total}; no circle of this radius holds more than {bound}."
        )
        told.append(
            sentence.format(
                weight=f"{places.told(circles[0].weight):,.12g}",
                total=f"{places.told(places.weight.sum()):,.12g}",
                bound=f"{places.told(bound):,.12g}",
            )
        )
        if len(circles) > 1:
            told.append(_told_of_circles(circles, bound, places))
        for line in told:
            feedback.pushInfo(line)
        return self._write(proposals, subset, nodes, places, plane, told, parameters, context, feedback)

    def _places(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[WeightedPlaces, QgsCoordinateReferenceSystem, float]:
        """Return the places with their weights in a plane round their middle, the plane, and by what part it
        may show a distance longer than it is."""
        source = require_points(self, parameters, "INPUT", context)
        weight = self.parameterAsString(parameters, "WEIGHT", context)
        rows = read_points(
            source,
            [weight],
            context,
            monitor_of(feedback, 0.0, 0.15),
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        x, y, place = usable_places(rows, source.sourceCrs(), context, monitor_of(feedback, 0.15, 0.22))
        usable = place >= 0
        if not usable.any():
            raise InputError(
                "INPUT",
                "Not one of the {count} rows has a usable point; check the geometry.",
                count=len(rows),
            )
        if not usable.all():
            feedback.pushWarning(
                tr("{count} rows have no usable place and take no part.").format(
                    count=int(np.count_nonzero(~usable))
                )
            )
        weights = weights_of(rows, weight, "WEIGHT", usable)
        at_place = np.bincount(place[usable], weights=weights[usable], minlength=x.size)
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        moving, planing = monitor_of(feedback, 0.22, 0.3).split(1, 1)
        lon, lat = transform_points(x, y, source.sourceCrs(), degrees, context, moving)
        middle = unit_vectors(np.radians(lon), np.radians(lat)).mean(axis=1)
        plane = plane_round(
            math.degrees(math.atan2(middle[1], middle[0])),
            math.degrees(math.atan2(middle[2], math.hypot(middle[0], middle[1]))),
        )
        px, py = transform_points(lon, lat, degrees, plane, context, planing)
        reach = float(np.hypot(px, py).max()) if np.isfinite(px).all() else math.inf
        if reach > FARTHEST:
            raise InputError(
                "INPUT",
                "The points lie more than {most} km from their middle; choose those of one country.",
                most=f"{FARTHEST / 1000:,.0f}",
            )
        # Across the line to the middle, an azimuthal plane stretches by c / sin c, with c the angle to it.
        angle = (reach + self.parameterAsDouble(parameters, "RADIUS", context)) / MEAN_RADIUS
        places = WeightedPlaces.of_rows(px, py, at_place.astype(np.float64))
        return places, plane, angle / math.sin(angle) - 1.0 if angle > 0.0 else 0.0

    def _circles(
        self,
        places: WeightedPlaces,
        nodes: CandidateNodes | None,
        radius: float,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> list[Circle]:
        count = self.parameterAsInt(parameters, "COUNT", context)
        if nodes is not None and self.parameterAsEnumString(parameters, "CENTRES", context) == AT_NODES:
            return best_circles_at(places, radius, count, nodes.x, nodes.y, monitor)
        return best_circles(places, radius, count, monitor=monitor)

    def _bound(
        self,
        found: int,
        places: WeightedPlaces,
        nodes: CandidateNodes | None,
        radius: float,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> int:
        """Return what the best circle of a slightly larger radius holds: in the plane it holds all that any
        circle of the true radius does."""
        if nodes is not None and self.parameterAsEnumString(parameters, "CENTRES", context) == AT_NODES:
            return best_circles_at(places, radius, 1, nodes.x, nodes.y, monitor)[0].weight
        more = best_place(places, Shape.circle(radius), at_least=found, monitor=monitor)
        return found if more is None else more.weight

    def _subset(
        self,
        nodes: CandidateNodes,
        radius: float,
        stretch: float,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> Subset:
        """Choose nodes; the bound is that of a radius as much larger as the plane may show a distance."""
        choosing, limiting = monitor.split(1, 1)
        area = 1e6 * self.parameterAsDouble(parameters, "AREA_LIMIT", context)
        reading = Reading(self.parameterAsEnumString(parameters, "READING", context))
        given = (nodes.x, nodes.y, nodes.square_metres, nodes.value)
        subset = best_subset(*given, radius, area, reading=reading, monitor=choosing)
        wider = best_subset(*given, radius * (1.0 + stretch), area, reading=reading, monitor=limiting)
        return replace(subset, bound=max(subset.bound, wider.bound))

    def _belts(
        self,
        places: WeightedPlaces,
        radius: float,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> list[Proposal]:
        width = self.parameterAsDouble(parameters, "BELT_WIDTH", context)
        if not width > 0.0:
            return []
        length = self.parameterAsDouble(parameters, "BELT_LENGTH", context)
        straight_on, bending = monitor.split(3, 1)
        straight = best_rectangle(places, length or math.pi * radius * radius / width, width, straight_on)
        if straight is None:
            return []
        bent = best_path(places, straight, bending)
        return [
            Proposal(
                shape,
                1,
                belt.polygon,
                places.told(belt.weight),
                belt.rows,
                length=belt.length,
                width=belt.width,
                bearing=(90.0 - belt.direction) % 180.0,
            )
            for shape, belt in ((RECTANGLE, straight), (PATH, bent))
            if belt is not None
        ]

    # Writing

    def _write(
        self,
        proposals: list[Proposal],
        subset: Subset | None,
        nodes: CandidateNodes | None,
        places: WeightedPlaces,
        plane: QgsCoordinateReferenceSystem,
        told: list[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        shapely = packages.require("shapely", "proposals of zones")
        source = require_points(self, parameters, "INPUT", context)
        columns = table(SHAPES, shape_columns(proposals, places, plane, context))
        flat = np.array([*(proposal.polygon for proposal in proposals), None], dtype=object)[:-1]
        shapes = carry_all(
            shapely.multipolygons(flat[:, None]), plane, source.sourceCrs(), context, Monitor()
        )
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("SHAPES", fields_of(SHAPES), Qgis.WkbType.MultiPolygon, source.sourceCrs())
            output.write(
                columns, monitor_of(feedback, 0.95, 0.97), geometries=shapely.to_wkb(shapes).tolist()
            )
            comparison = outputs.open(
                "COMPARISON", fields_of(SHAPES), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
            )
            comparison.write(columns, monitor_of(feedback, 0.97, 0.98))
            called = self._write_nodes(outputs, subset, nodes, parameters, context, feedback)
        history = self.history(parameters, context, told)
        areas = nodes is not None and nodes.areas
        named = {
            "SHAPES": (tr("Proposed zones"), "proposed_zones"),
            "COMPARISON": (tr("Comparison of shapes"), "shape_comparison"),
            "CHOSEN": (tr("Candidate nodes"), "candidate_areas" if areas else "candidate_nodes"),
        }
        self.present(
            [
                OutputLayer(
                    outputs.results[name],
                    label,
                    style,
                    group=tr("Proposed zones"),
                    order=order,
                    history=history,
                    fields=called if name == "CHOSEN" else {},
                )
                for order, (name, (label, style)) in enumerate(named.items())
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {**outputs.results, "WEIGHT_INSIDE": proposals[0].weight}

    def _write_nodes(
        self,
        outputs: Outputs,
        subset: Subset | None,
        nodes: CandidateNodes | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, str]:
        """Write the nodes with what became of each; return what the added fields are called."""
        if subset is None or nodes is None:
            return {}
        source = self.parameterAsSource(parameters, "NODES", context)
        fields = QgsProcessingUtils.combineFields(source.fields(), fields_of(CHOSEN))
        output = outputs.open("CHOSEN", fields, source.wkbType(), source.sourceCrs(), new_primary_key=True)
        number = np.arange(len(nodes))
        columns: dict[str, Column] = {
            "chosen": nodes.spread(np.isin(number, subset.nodes)) == 1.0,
            "core": nodes.spread(number == subset.core) == 1.0,
            "value": nodes.spread(nodes.value / nodes.unit),
            "node_km2": nodes.spread(nodes.square_metres / 1e6),
        }
        everything = np.ones(len(nodes.table), dtype=bool)
        copy = Copy(output, everything, table(CHOSEN, columns))
        copy_rows(source, nodes.table, [copy], monitor_of(feedback, 0.98, 1.0))
        return dict(zip((name for name, _ in CHOSEN), fields.names()[-len(CHOSEN) :], strict=True))


def _told_of_circles(circles: list[Circle], bound: int, places: WeightedPlaces) -> str:
    together = sum(circle.weight for circle in circles)
    most = min(len(circles) * bound, int(places.weight.sum()))
    if together == most:
        return tr("The {count} circles together hold {weight}; no other {count} hold more.").format(
            count=len(circles), weight=f"{places.told(together):,.12g}"
        )
    return tr(
        "The {count} circles together hold {weight}. They were taken one after the other, each the best "
        "beside those before it: another {count} may hold more together, but none more than {most}."
    ).format(
        count=len(circles),
        weight=f"{places.told(together):,.12g}",
        most=f"{places.told(most):,.12g}",
    )


def _told_of_nodes(subset: Subset, nodes: CandidateNodes) -> str:
    sentence = (
        tr("{count} of {all} nodes with {area} km² hold {value}; no other choice holds more.")
        if subset.proven
        else tr(
            "{count} of {all} nodes with {area} km² hold {value}; no other choice holds more than {bound}."
        )
    )
    return sentence.format(
        count=subset.nodes.size,
        all=len(nodes),
        area=f"{subset.area / 1e6:,.6g}",
        value=f"{subset.value / nodes.unit:,.12g}",
        bound=f"{subset.bound / nodes.unit:,.12g}",
    )
