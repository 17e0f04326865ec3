"""Zones, clusters and activity laid over each other: scorecards of zones, and tables of all that meets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)

from ..analysis import packages
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.scoring import shares, totals_or_own
from ..analysis.texts import code_texts
from ..analysis.zones.distances import nearest_polygons
from ..analysis.zones.membership import Border, Members, PointGrid, find_members, nearest_within
from ..analysis.zones.overlaps import overlaps, united
from ..analysis.zones.overlay import overlay
from ..analysis.zones.scorecard import per_cent
from .base import OutputLayer, monitor_of, tr
from .choices import choice
from .inputs.areas import (
    CLUSTER_FIELDS,
    PROVINCE_FIELDS,
    TYPE_FIELDS,
    ZONE_FIELDS,
    Areas,
    add_area_field,
    add_areas,
    area_field,
    read_areas,
    require_areas,
)
from .inputs.korea import lies_in_korea
from .inputs.located_activity import (
    LocatedActivity,
    add_located_activity,
    check_located_activity,
    read_located_activity,
)
from .layers.columns import Column
from .layers.copying import Copy, copy_rows
from .layers.writing import Outputs
from .measures.local_planes import METRES_PER_DEGREE, Ellipsoid
from .measures.measuring import LONGITUDE_LATITUDE
from .measures.surroundings import carry_all, widen
from .outputs import overlay_fields as tables
from .outputs.overlay_report import overlay_report
from .outputs.overlay_rows import (
    LaidZones,
    clusters_columns,
    pairs_columns,
    regions_columns,
    scorecard_columns,
    types_columns,
)
from .wording import metric_name
from .zone_algorithm import ZoneAlgorithm

TOTALS = ("TOTAL_PATENTS", "TOTAL_PUBLICATIONS", "TOTAL_DEALS")

# Outlines of provinces are generalised and cut off harbours and islands: what lies outside all of them and
# this near, in metres, is in the nearest.
OFFSHORE = 5_000.0


# Output, label, style, fields and columns.
Table = tuple[str, str, str, tuple[tables.Definition, ...], dict[str, Column]]


class ZoneOverlay(ZoneAlgorithm):
    """Lays zones, clusters and points of activity over each other."""

    arguments = {f"total_{metric}": name for metric, name in zip(METRICS, TOTALS, strict=True)}

    def name(self) -> str:
        return "zoneoverlay"

    def displayName(self) -> str:
        return tr("Zones, clusters and activity")

    def shortDescription(self) -> str:
        return tr(
            "Lays zones, clusters and addresses over each other: a scorecard of every zone with its shares "
            "of province, country and world, its density beside that around it and its rank; what zones and "
            "clusters share; how much lies in zones of every type, nothing counted twice; and the capital "
            "region, Daejeon and the rest side by side."
        )

    def tags(self) -> list[str]:
        return tr("zone,overlay,cluster,scorecard,location quotient,count points,share,capital region").split(
            ","
        )

    # Declaring

    def declare(self) -> None:
        add_areas(
            self,
            "ZONES",
            tr("Zones"),
            tr(
                "Polygons of zones, as Import zones makes them, or any others. They may overlap, have "
                "several parts and lie across provinces; polygons that cross themselves are repaired."
            ),
            optional=False,
        )
        add_located_activity(self)
        add_areas(
            self,
            "CLUSTERS",
            tr("Clusters"),
            tr("Polygons of clusters, as Innovation clusters makes them. Empty: zones alone."),
            optional=True,
        )
        add_areas(
            self,
            "PROVINCES",
            tr("Provinces"),
            tr(
                "Polygons of provinces (시도), for shares of province and country and for the table of "
                "regions. Empty: the country is all of the input."
            ),
            optional=True,
        )
        for name, label in zip(
            TOTALS,
            (tr("World total of patents"), tr("World total of publications"), tr("World total of deals")),
            strict=True,
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Double, None, optional=True
                ),
                tr("The records of the world, for shares of the world. Empty: shares of the input."),
            )
        ring = QgsProcessingParameterDistance("RING", tr("Ring around zones"), 2_000.0, minValue=0.0)
        ring.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self.add(
            ring,
            tr(
                "How wide the ring is, in metres, whose density is compared with that of the zone. 0: none "
                "is compared."
            ),
        )
        self.add(
            choice(
                "BORDER",
                tr("Points on a border"),
                {str(Border.INSIDE): tr("Inside"), str(Border.OUTSIDE): tr("Outside")},
                str(Border.INSIDE),
            ),
            tr(
                "inside: a point exactly on the border of a zone or cluster is in it. outside: it is not, as "
                "in QGIS's Count points in polygon."
            ),
            advanced=True,
        )
        self._declare_fields()
        self._declare_outputs()

    def _declare_fields(self) -> None:
        for name, label, parent, explanation in (
            (
                "ZONE_FIELD",
                tr("Zone id"),
                "ZONES",
                tr("The field that tells zones apart. Empty: zone_id, or the number of the row."),
            ),
            (
                "TYPE_FIELD",
                tr("Zone type"),
                "ZONES",
                tr("The field with the type; zones of one type are united. Empty: zone_type, or one type."),
            ),
            (
                "CLUSTER_FIELD",
                tr("Cluster field"),
                "CLUSTERS",
                tr("The field with the number of the cluster. Empty: cluster_id, or the number of the row."),
            ),
            (
                "PROVINCE_FIELD",
                tr("Province name"),
                "PROVINCES",
                tr("The field with the Korean or English name. Empty: it is found by its name."),
            ),
        ):
            add_area_field(self, name, label, parent, explanation)

    def _declare_outputs(self) -> None:
        polygons, table = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink("SCORECARD", tr("Scorecard of zones"), polygons),
            tr(
                "The zones with: area_km2; the province that holds most of it, what part of its area, per "
                "cent, and the region; addresses, patents, publications, deals inside (fractional counts); "
                "share_province_…, share_country_…, share_… in per cent of province, country and world; "
                "score (sum of shares of the world) and rank; addresses per square kilometre (density), in "
                "the ring (density_around) and one over the other (density_ratio); lq_…, location quotients "
                "beside the country; apportioned_…, the zone's part of the union of its type; clusters it "
                "overlaps, what per cent of its addresses lies in any (in_clusters), the nearest cluster and "
                "how far it is."
            ),
        )
        for name, label, kind, explanation in (
            (
                "PAIRS",
                tr("Pairs of zones and clusters"),
                table,
                tr(
                    "Every zone and cluster that overlap or share addresses, and every zone with its nearest "
                    "cluster: the area they share and what per cent it is of each; addresses and records in "
                    "both, and what per cent of the addresses of each; how far they are apart."
                ),
            ),
            (
                "CLUSTER_TABLE",
                tr("Clusters and their zones"),
                polygons,
                tr(
                    "The clusters with the zones that overlap them, what per cent of their area lies in any "
                    "zone, their addresses and records, and per cent of these inside any zone (…_in_zones) "
                    "and outside all (…_outside); the nearest zone and how far it is."
                ),
            ),
            (
                "TYPES",
                tr("Types of zones"),
                table,
                tr(
                    "Every type of zone with the union of its zones, in which nothing counts twice; then any "
                    "zone, no zone, and rows without a place: the last three add up to the input."
                ),
            ),
            (
                "REGIONS",
                tr("Regions"),
                table,
                tr(
                    "The capital region (Seoul, Incheon, Gyeonggi), Daejeon, the rest and the country, and "
                    "every province: what each has, what per cent of the country, and what per cent of it "
                    "lies in zones. Needs provinces."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=True),
                explanation,
            )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True
            ),
            tr("Bars of zones by score, of regions and of clusters in zones, and the table of types."),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_ZONES", tr("Number of zones")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        packages.require("shapely", "zones and clusters")
        check_located_activity(self, parameters, context)
        for name, field, candidates in (
            ("ZONES", "ZONE_FIELD", ZONE_FIELDS),
            ("ZONES", "TYPE_FIELD", TYPE_FIELDS),
            ("CLUSTERS", "CLUSTER_FIELD", CLUSTER_FIELDS),
            ("PROVINCES", "PROVINCE_FIELD", PROVINCE_FIELDS),
        ):
            if name == "ZONES" or parameters.get(name):
                source = require_areas(self, parameters, name, context)
                found = area_field(self, parameters, field, source, candidates, context)
                if name == "PROVINCES" and not found:
                    raise InputError(field, "Choose the field with the names of the provinces.")
                # Any file of polygons has numbers of its rows; they are not yet clusters.
                if name == "CLUSTERS" and found == "fid" and not parameters.get(field):
                    raise InputError(
                        field, "The layer has no field {field}; choose one it has.", field=candidates[0]
                    )
        for name in TOTALS:
            if parameters.get(name) is not None and not self.parameterAsDouble(parameters, name, context) > 0:
                raise InputError(name, "The value must be greater than 0, or left empty.")
        if not self.parameterAsDouble(parameters, "RING", context) >= 0.0:
            raise InputError("RING", "The width must be 0 or more.")

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        activity = read_located_activity(self, parameters, context, feedback, 0.3)
        zones = self._areas("ZONES", "ZONE_FIELD", ZONE_FIELDS, parameters, context, feedback)
        clusters = self._areas("CLUSTERS", "CLUSTER_FIELD", CLUSTER_FIELDS, parameters, context, feedback)
        provinces = self._areas("PROVINCES", "PROVINCE_FIELD", PROVINCE_FIELDS, parameters, context, feedback)
        if zones is None:
            raise InputError("ZONES", "The layer cannot be read; choose another one.")
        laid = self._lay(activity, zones, clusters, provinces, parameters, context, feedback)
        world, told = self._world(laid, parameters, context)
        for line in told:
            feedback.pushInfo(line)
        if not lies_in_korea(require_areas(self, parameters, "ZONES", context), context):
            foreign = tr(
                "Most of the zones lie outside Korea: special zones as Import zones and Zone catalogue make "
                "them do not. Check that the right layer is chosen."
            )
            feedback.pushWarning(foreign)
            told = [foreign, *told]
        layers: list[Table] = [
            ("TYPES", tr("Types of zones"), "types_of_zones", tables.TYPES, types_columns(laid, world))
        ]
        if clusters is not None:
            columns = pairs_columns(laid, clusters)
            layers.insert(
                0, ("PAIRS", tr("Pairs of zones and clusters"), "zone_pairs", tables.PAIRS, columns)
            )
        if provinces is not None:
            columns = regions_columns(laid, provinces)
            layers.append(("REGIONS", tr("Regions"), "regions", tables.REGIONS, columns))
        return self._write(laid, world, layers, told, parameters, context, feedback)

    def _areas(
        self,
        name: str,
        field: str,
        candidates: tuple[str, ...],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Areas | None:
        if not parameters.get(name):
            return None
        source = require_areas(self, parameters, name, context)
        types = ""
        if name == "ZONES":
            types = area_field(self, parameters, "TYPE_FIELD", source, TYPE_FIELDS, context)
        chosen = area_field(self, parameters, field, source, candidates, context)
        return read_areas(source, chosen, types, context, feedback, monitor_of(feedback, 0.3, 0.35))

    def _lay(
        self,
        activity: LocatedActivity,
        zones: Areas,
        clusters: Areas | None,
        provinces: Areas | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> LaidZones:
        border = Border(self.parameterAsEnumString(parameters, "BORDER", context))
        ring = self.parameterAsDouble(parameters, "RING", context)
        carrying, widening, measuring, counting = monitor_of(feedback, 0.35, 0.9).split(1, 1, 4, 6)
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        measure = Ellipsoid(degrees, context)
        # With nothing to cut zones with, and nobody to ask what they cover together, they stay as they are.
        alone = not any(
            parameters.get(name)
            for name in ("CLUSTERS", "PROVINCES", "TYPES", "REGIONS", "CLUSTER_TABLE", "REPORT")
        )

        def in_degrees(areas: Areas | None) -> tuple[NDArray[np.object_], NDArray[np.float64]]:
            """Return the shapes and their square metres: all overlaps are cut where all shapes can be."""
            if areas is None:
                return np.empty(0, dtype=object), np.empty(0)
            if alone:
                return areas.shapes, _measured(Ellipsoid(areas.crs, context), areas.shapes)
            shapes = carry_all(areas.shapes, areas.crs, degrees, context, carrying)
            return shapes, _measured(measure, shapes)

        zone_shapes, zone_area = in_degrees(zones)
        cluster_shapes, cluster_area = in_degrees(clusters)
        province_shapes, province_area = in_degrees(provinces)

        surroundings, area_around = None, np.full(len(zones), np.nan)
        if ring > 0.0:
            surroundings = widen(zones.shapes, zones.crs, ring, context, widening)
            area_around = _measured(Ellipsoid(zones.crs, context), surroundings) - zone_area

        coded = code_texts(np.array([*zones.types, None], dtype=object)[:-1])
        zone_type = np.where(coded.code < 0, len(coded.names), coded.code).astype(np.int64)
        types = [*coded.names, *([""] if (coded.code < 0).any() else [])]

        cutting, uniting, nearest, from_clusters = measuring.split(2, 2, 2, 1)
        unions = np.full(len(types) + 1, None, dtype=object)
        if not alone:
            for kind in range(len(types)):
                uniting.progress(kind / len(types))
                unions[kind] = united(zone_shapes[zone_type == kind])
            unions[-1] = united(unions[:-1]) if len(types) > 1 else unions[0]
        union_area = _measured(measure, unions)
        in_provinces = overlaps(zone_shapes, province_shapes, measure.areas, cutting)
        zone_province, in_province = in_provinces.largest(len(zones))
        nearest_cluster, cluster_metres = nearest_polygons(zone_shapes, cluster_shapes, nearest)
        nearest_zone, zone_metres = nearest_polygons(cluster_shapes, zone_shapes, from_clusters)

        moving, finding, locating, laying = counting.split(1, 2, 2, 4)
        grid = PointGrid(*activity.places_in(zones.crs, context, moving), border)
        members: Members | None = None
        if clusters is not None:
            there = PointGrid(*activity.places_in(clusters.crs, context, moving), border)
            members = find_members(there, clusters.shapes, finding)
        point_province = np.full(grid.count, -1, dtype=np.int64)
        if provinces is not None:
            point_province = _provinces_of(activity, provinces, context, locating)
        found = overlay(
            grid,
            activity.activity,
            zones.shapes,
            zone_type,
            len(types),
            surroundings=surroundings,
            clusters=members,
            province=point_province,
            zone_province=zone_province,
            monitor=laying,
        )
        return LaidZones(
            zones,
            zone_area,
            zone_type,
            types,
            union_area[:-1],
            float(union_area[-1]),
            clusters,
            cluster_area,
            _covered(cluster_shapes, unions[-1], measure),
            overlaps(zone_shapes, cluster_shapes, measure.areas, cutting),
            nearest_cluster,
            cluster_metres,
            nearest_zone,
            zone_metres,
            provinces,
            province_area,
            _covered(province_shapes, unions[-1], measure),
            zone_province,
            per_cent(in_province, zone_area),
            point_province,
            area_around,
            found,
            activity,
        )

    def _world(
        self, laid: LaidZones, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[NDArray[np.float64], list[str]]:
        """Return the totals of the world by metric, and what they are in sentences."""
        given = np.array(
            [
                np.nan if parameters.get(name) is None else self.parameterAsDouble(parameters, name, context)
                for name in TOTALS
            ]
        )
        own = laid.told(laid.everything)[1:]
        world = totals_or_own(given, own)
        shares(own[None], world)
        return world, [
            (
                tr("{metric}: shares of {total}, what the input has in all; no world total was given.")
                if np.isnan(given[place])
                else tr("{metric}: shares of {total}, the world total that was given.")
            ).format(metric=metric_name(metric), total=f"{world[place]:,.12g}")
            for place, metric in enumerate(METRICS)
            if not np.isnan(world[place])
        ]

    # Writing

    def _write(
        self,
        laid: LaidZones,
        world: NDArray[np.float64],
        layers: list[Table],
        told: list[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = require_areas(self, parameters, "ZONES", context)
        fields = QgsProcessingUtils.combineFields(source.fields(), tables.fields_of(tables.SCORECARD))
        called = dict(
            zip(
                (name for name, _ in tables.SCORECARD),
                fields.names()[-len(tables.SCORECARD) :],
                strict=True,
            )
        )
        card = scorecard_columns(laid, world)
        in_clusters = None if laid.clusters is None else clusters_columns(laid, laid.clusters)
        history = self.history(parameters, context, [*told, f"NUM_ZONES={len(laid.zones)}"])
        with Outputs(self, parameters, context, feedback) as outputs:
            scorecard = outputs.open(
                "SCORECARD", fields, source.wkbType(), source.sourceCrs(), new_primary_key=True
            )
            everything = np.ones(len(laid.zones), dtype=bool)
            copy = Copy(scorecard, everything, tables.table(tables.SCORECARD, card))
            copy_rows(source, laid.zones.table, [copy], monitor_of(feedback, 0.9, 0.96))
            for name, _, _, definitions, values in layers:
                output = outputs.open(
                    name,
                    tables.fields_of(definitions),
                    Qgis.WkbType.NoGeometry,
                    QgsCoordinateReferenceSystem(),
                )
                output.write(tables.table(definitions, values), monitor_of(feedback, 0.96, 0.98))
            if laid.clusters is not None and in_clusters is not None:
                shapely = packages.require("shapely", "zones and clusters")
                clusters = outputs.open(
                    "CLUSTER_TABLE",
                    tables.fields_of(tables.CLUSTERS),
                    Qgis.WkbType.MultiPolygon,
                    laid.clusters.crs,
                )
                clusters.write(
                    tables.table(tables.CLUSTERS, in_clusters),
                    monitor_of(feedback, 0.98, 1.0),
                    geometries=shapely.to_wkb(laid.clusters.shapes).tolist(),
                )
            if parameters.get("REPORT"):
                known = {name: values for name, _, _, _, values in layers}
                path = Path(self.parameterAsFileOutput(parameters, "REPORT", context))
                text = overlay_report(laid, card, known["TYPES"], in_clusters, known.get("REGIONS"), history)
                outputs.write_text("REPORT", path, text)
        named = {
            "SCORECARD": (tr("Scorecard of zones"), "scorecard"),
            "CLUSTER_TABLE": (tr("Clusters and their zones"), "cluster_zones"),
            **{name: (label, style) for name, label, style, _, _ in layers},
        }
        self.present(
            [
                OutputLayer(
                    outputs.results[name],
                    label,
                    style,
                    group=tr("Zones and clusters"),
                    order=order,
                    history=history,
                    fields=called if name == "SCORECARD" else {},
                )
                for order, (name, (label, style)) in enumerate(named.items())
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {**outputs.results, "NUM_ZONES": len(laid.zones)}


def _measured(measure: Ellipsoid, shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Return float64[n] square metres, 0 for None and what is empty."""
    areas = np.zeros(len(shapes))
    there = np.flatnonzero([shape is not None and not shape.is_empty for shape in shapes.tolist()])
    areas[there] = measure.areas(shapes[there])
    return areas


def _covered(shapes: NDArray[np.object_], union: object, measure: Ellipsoid) -> NDArray[np.float64]:
    """Return how many square metres of every shape a union covers, float64[n]."""
    shapely = packages.require("shapely", "zones and clusters")
    with np.errstate(invalid="ignore"):  # GEOS leaves the flags of its arithmetic behind
        shared = shapely.intersection(shapes, union)
    return _measured(measure, shared)


def _provinces_of(
    activity: LocatedActivity, provinces: Areas, context: QgsProcessingContext, monitor: Monitor
) -> NDArray[np.int64]:
    """Return the province of every place, int64[s], of several the first; that of the nearest off the coast,
    and -1 farther out."""
    moving, finding, searching = monitor.split(1, 2, 1)
    x, y = activity.places_in(provinces.crs, context, moving)
    found = find_members(PointGrid(x, y), provinces.shapes, finding).first()
    lost = np.flatnonzero(found < 0)
    reach = OFFSHORE / (METRES_PER_DEGREE if provinces.crs.isGeographic() else 1.0)
    found[lost] = nearest_within(provinces.shapes, x[lost], y[lost], reach, searching)
    return found
