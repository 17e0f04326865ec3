"""What of a designation can be measured: the facts that its rules ask after, from nodes and other zones, and
what becomes of the rules.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import Monitor
from .catalogue import Province
from .deciding import Check, check
from .enclosing import farthest_pair, plane_around, to_plane
from .nodes import FloatArray, Nodes, Places, Spread, Zones, is_area
from .rules import Rules, Value
from .totals import KM2, Areas, area_of, national_total, province_total

KM = 1_000.0

# Zones this near to each other, in metres, touch: borders of two files never meet to the last digit.
TOUCHING = 1.0

# A narrower corridor than this, in metres, is a line, and has no elongation.
_LINE = 1.0

# Borders are given so many corners, in degrees or metres apart, that straight lines in the plane of a node
# and in the layer's plane are one to the centimetre.
_STEP = {"ellipsoid": 0.005, "planar": 500.0}

# The ellipsoid's degrees of latitude differ in length by a hundredth.
_SLACK = 1.02

# Boxes farther apart than this, in degrees or metres, belong to zones that do not touch.
_NEARBY = {"ellipsoid": 0.01, "planar": 1_000.0}

# The zone types that halve the least area of an enterprise city where they are adjacent.
HALVING = (
    *("ENTERPRISE_CITY", "INNOV_CITY", "IC_NATIONAL", "IC_GENERAL", "IC_URBAN_HITECH", "IC_AGRI", "IC_SEMI"),
)


@dataclass
class Measured:
    """Facts of the whole, and of every province and node by name."""

    facts: dict[str, Value] = field(default_factory=dict)
    by_province: dict[str, dict[str, Value]] = field(default_factory=dict)
    by_node: dict[str, dict[str, Value]] = field(default_factory=dict)


def measure(
    nodes: Nodes,
    zone_type: str,
    lie: Spread,
    areas: Areas,
    zones: Zones | None,
    stated: Mapping[str, Value],
    rules: Rules,
    monitor: Monitor | None = None,
) -> Measured:
    """Return what is known of a designation of `zone_type`; facts that nothing tells, and those of other
    zones that no rule of the type asks after, are left out.

    What is `stated` stands over what other zones tell. Raises InputError without shapely, and Cancelled.
    """
    monitor = monitor or Monitor()
    asked = rules.facts_asked(zone_type)
    measured = Measured({"zone_type": zone_type})
    facts = measured.facts
    facts["enclosing_radius_km"] = lie.circle.radius / KM
    if lie.core is not None:
        facts["core_distance_km"] = lie.core.radius / KM
        facts["core_institutions"] = float(nodes.core.sum())
    facts["greatest_distance_km"] = farthest_pair(lie.places.x, lie.places.y, nodes.metric)[2] / KM
    facts.update(_shape(lie.places, nodes.metric))
    facts.update(_province_facts(_common(nodes.provinces)))
    _put(facts, "total_area_km2", area_of(nodes, np.ones(len(nodes), dtype=bool), areas))
    if nodes.core.any() and not nodes.core.all():
        _put(facts, "hinterland_area_km2", area_of(nodes, ~nodes.core, areas))
    parts = _parts(nodes)
    if parts is not None:
        facts["parts"] = float(parts)
    if zones is not None:
        facts.update(_zone_facts(nodes, asked, areas, zones, monitor))
    facts.update(stated)
    if "national_total_km2" in asked:
        facts.update(national_total(nodes, zone_type, areas, zones, facts.get("national_existing_km2")))
    _change(facts)
    for province in dict.fromkeys(province for province in nodes.provinces if province is not None):
        own = measured.by_province[province.name] = _province_facts(province)
        if "province_counted_km2" in asked:
            own.update(province_total(nodes, zone_type, province, areas, zones, facts))
    for row, name in enumerate(nodes.names):
        monitor.progress(0.5 + 0.5 * row / len(nodes))
        measured.by_node[name] = _node_facts(nodes, row, areas, zones if "distance_fez_km" in asked else None)
    return measured


def checks(zone_type: str, measured: Measured, rules: Rules) -> list[Check]:
    """Return what becomes of all rules of a zone type, in the order of the rules; a rule that is asked of
    provinces or nodes is told for each.
    """
    found: list[Check] = []
    for rule in rules.of_type(zone_type):
        own: Mapping[str, Mapping[str, Value]] = {"": {}}
        if rule.per == "province" and measured.by_province:
            own = measured.by_province
        elif rule.per == "node":
            own = measured.by_node
        for subject, facts in own.items():
            found += check(rule, {**measured.facts, **facts}, rules, subject)
    return found


def _put(facts: dict[str, Value], name: str, square_metres: float | None) -> None:
    if square_metres is not None:
        facts[name] = square_metres / KM2


def _province_facts(province: Province | None) -> dict[str, Value]:
    if province is None:
        return {}
    return {"province_class": province.kind, "capital_region": province.capital_region}


def _common(provinces: Sequence[Province | None]) -> Province | None:
    """Return the one province of all nodes, None where they differ or one is not known."""
    found = set(provinces)
    return found.pop() if len(found) == 1 else None


def _parts(nodes: Nodes) -> int | None:
    """Return into how many parts the polygons fall that do not touch, None where a node is a point."""
    shapely = packages.require("shapely", "checking a designation")
    if not is_area(nodes.geometries).all():
        return None
    pieces = shapely.get_parts(nodes.geometries)
    tree = shapely.STRtree(pieces)
    one, other = tree.query(pieces, predicate="intersects")
    # Pieces that touch have one number: the lowest is handed on until nothing changes.
    number = np.arange(len(pieces))
    while True:
        lowest = number.copy()
        np.minimum.at(lowest, one, number[other])
        if (lowest == number).all():
            return len(np.unique(number))
        number = lowest


def _shape(places: Places, metric: str) -> dict[str, Value]:
    """Return elongation and width of the narrowest rectangle around all places."""
    shapely = packages.require("shapely", "checking a designation")
    x, y = to_plane(places.x, places.y, metric)
    corners = shapely.get_coordinates(
        shapely.minimum_rotated_rectangle(shapely.multipoints(np.column_stack([x, y])))
    )
    sides = np.hypot(*np.diff(corners, axis=0).T) if len(corners) > 1 else np.zeros(1)
    if len(corners) < 4:
        sides = np.array([sides.max(initial=0.0), 0.0])
    long, short = float(sides.max()), float(sides.min())
    facts: dict[str, Value] = {"corridor_width_km": short / KM}
    if short > _LINE:
        facts["elongation"] = long / short
    return facts


def _change(facts: dict[str, Value]) -> None:
    before, after = facts.get("area_before_km2"), facts.get("total_area_km2")
    if before is None or after is None:
        return
    change = abs(float(after) - float(before))
    facts["area_change_km2"] = change
    if float(before) > 0.0:
        facts["area_change_percent"] = 100.0 * change / float(before)


def _zone_facts(
    nodes: Nodes, asked: Collection[str], areas: Areas, zones: Zones, monitor: Monitor
) -> dict[str, Value]:
    """Return what other zones tell: overlap and adjacency."""
    shapely = packages.require("shapely", "checking a designation")
    facts: dict[str, Value] = {}
    own, clusters = _polygons(nodes.geometries), _polygons(_of_types(zones, ("NATIONAL_INNOV_CLUSTER",)))
    if "overlap_innovation_cluster_km2" in asked and len(own) and len(clusters):
        common = shapely.intersection(shapely.union_all(own), shapely.union_all(clusters))
        _put(facts, "overlap_innovation_cluster_km2", float(areas(np.array([common], dtype=object))[0]))
    neighbours = _of_types(zones, HALVING if "adjacent_zone" in asked else ())
    for row in range(len(nodes)):
        monitor.progress(0.5 * row / len(nodes))
        close = _close(nodes.geometries[row], neighbours, nodes.metric)
        if len(close) and _nearest(nodes.geometries[row], close, nodes.metric) <= TOUCHING:
            facts["adjacent_zone"] = True
            break
    return facts


def _node_facts(nodes: Nodes, row: int, areas: Areas, zones: Zones | None) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    one = np.zeros(len(nodes), dtype=bool)
    one[row] = True
    _put(facts, "node_area_km2", area_of(nodes, one, areas))
    if zones is not None:
        free_zones = _of_types(zones, ("FEZ",))
        if len(free_zones):
            facts["distance_fez_km"] = _nearest(nodes.geometries[row], free_zones, nodes.metric) / KM
    return facts


def _of_types(zones: Zones, types: Sequence[str]) -> NDArray[np.object_]:
    rows = np.array([kind in types for kind in zones.types], dtype=bool)
    return np.asarray(zones.geometries[rows], dtype=object)


def _polygons(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    return geometries[is_area(geometries)]


def _close(geometry: Any, others: NDArray[np.object_], metric: str) -> NDArray[np.object_]:
    """Return the zones whose boxes come so near to a node's that they may touch it."""
    shapely = packages.require("shapely", "checking a designation")
    west, south, east, north = shapely.bounds(geometry).tolist()
    margin = _NEARBY[metric]
    box = shapely.box(west - margin, south - margin, east + margin, north + margin)
    return np.asarray(others[shapely.intersects(shapely.envelope(others), box)], dtype=object)


def _nearest(geometry: Any, others: NDArray[np.object_], metric: str) -> float:
    """Return the metres from a node to the nearest of other zones, in a plane around the node."""
    shapely = packages.require("shapely", "checking a designation")
    shapely.prepare(geometry)
    apart = shapely.distance(geometry, others)
    if metric == "planar" or apart.min() == 0.0:
        return float(apart.min())
    # A degree of longitude is shorter than one of latitude: what is nearest in degrees need not be nearest.
    _, south, _, north = shapely.total_bounds(np.append(others, geometry)).tolist()
    shortest = math.cos(math.radians(min(89.0, max(abs(south), abs(north)))))
    others = others[apart <= apart.min() / shortest * _SLACK]
    centre = shapely.centroid(geometry)

    def plane(at: FloatArray) -> FloatArray:
        return np.column_stack(plane_around(float(centre.x), float(centre.y), at[:, 0], at[:, 1]))

    dense = shapely.segmentize(np.append(others, geometry), _STEP[metric])
    moved = shapely.transform(dense, plane)
    return float(shapely.distance(moved[-1], moved[:-1]).min())
