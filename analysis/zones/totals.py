"""Areas of nodes and zones together: of some nodes, of a province, of the country, step by step.

Polygons count where they overlap once; what has no polygon counts with the area it is said to have. Areas are
measured by a function that is handed in, on the ellipsoid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import packages
from .catalogue import Province
from .deciding import AtLeast
from .nodes import FloatArray, Nodes, Zones, is_area
from .rules import Value

KM2 = 1_000_000.0

# A measure of areas: object[k] polygons in the coordinates of the nodes to float64[k] square metres.
Areas = Callable[[NDArray[np.object_]], FloatArray]


def area_of(nodes: Nodes, rows: NDArray[np.bool_], areas: Areas) -> float | None:
    """Return square metres of some nodes: polygons where they overlap once, plus what is told of the others;
    None where one has neither.
    """
    return _total([(nodes.geometries[rows], nodes.areas[rows])], areas)


def _total(parts: Sequence[tuple[NDArray[np.object_], FloatArray]], areas: Areas) -> float | None:
    shapely = packages.require("shapely", "checking a designation")
    geometries = np.concatenate([part for part, _ in parts])
    told = np.concatenate([part for _, part in parts])
    polygons = is_area(geometries)
    if np.isnan(told[~polygons]).any():
        return None
    total = float(told[~polygons].sum())
    if polygons.any():
        union = shapely.union_all(geometries[polygons])
        total += float(areas(np.array([union], dtype=object))[0])
    return total


def hinterland(nodes: Nodes) -> NDArray[np.bool_]:
    """Return which nodes are not core; all where all are, or none is."""
    some = bool(nodes.core.any()) and not bool(nodes.core.all())
    return ~nodes.core if some else np.ones(len(nodes), dtype=bool)


def national_total(
    nodes: Nodes, zone_type: str, areas: Areas, zones: Zones | None, existing: Value | None
) -> dict[str, Value]:
    """Return the area without core nodes that counts against the cap of the country."""
    rows = hinterland(nodes)
    there = None if zones is None else np.array([kind == zone_type for kind in zones.types], dtype=bool)
    return _counted("national_total_km2", nodes, rows, areas, zones, there, existing, 0.0)


def _counted(
    name: str,
    nodes: Nodes,
    here: NDArray[np.bool_],
    areas: Areas,
    zones: Zones | None,
    there: NDArray[np.bool_] | None,
    existing: Value | None,
    less: float,
) -> dict[str, Value]:
    """Return a total of nodes and zones, or of nodes and what is stated to exist; at least that of the nodes
    where nothing tells what exists.
    """
    own = _total([(nodes.geometries[here], nodes.areas[here])], areas)
    if own is None:
        return {}
    if existing is not None:
        return {name: max(own / KM2 + float(existing) - less, 0.0)}
    if zones is not None and there is not None:
        both = _total(
            [(nodes.geometries[here], nodes.areas[here]), (zones.geometries[there], zones.areas[there])],
            areas,
        )
        if both is not None:
            return {name: max(both / KM2 - less, 0.0)}
    return {name: AtLeast(max(own / KM2 - less, 0.0))}


def province_total(
    nodes: Nodes,
    zone_type: str,
    province: Province,
    areas: Areas,
    zones: Zones | None,
    facts: Mapping[str, Value],
) -> dict[str, Value]:
    """Return the area that counts against the cap of a province: what is there and what is added."""
    here = np.array([other == province for other in nodes.provinces], dtype=bool)
    there = None if zones is None else zones_of(zones, zone_type, province)
    return _counted(
        "province_counted_km2",
        nodes,
        here,
        areas,
        zones,
        there,
        facts.get("province_existing_km2"),
        float(facts.get("foreign_investment_km2", 0.0)),
    )


def zones_of(zones: Zones, zone_type: str, province: Province) -> NDArray[np.bool_]:
    pairs = zip(zones.types, zones.provinces, strict=True)
    return np.array([kind == zone_type and other == province for kind, other in pairs], dtype=bool)


@dataclass(frozen=True)
class RunningTotal:
    """One step of the total of a province in square kilometres, None from where an area is not known on."""

    province: Province
    name: str
    year: int | None
    is_node: bool
    area_km2: float | None
    total_km2: float | None


def running_totals(nodes: Nodes, zone_type: str, areas: Areas, zones: Zones | None) -> list[RunningTotal]:
    """Return how the area of a zone type adds up in every province of the nodes: what is there by year, then
    the nodes; where polygons overlap once.
    """
    shapely = packages.require("shapely", "checking a designation")
    found: list[RunningTotal] = []
    for province in dict.fromkeys(province for province in nodes.provinces if province is not None):
        steps: list[tuple[str, int | None, bool, NDArray[np.object_], FloatArray]] = []
        if zones is not None:
            rows = np.flatnonzero(zones_of(zones, zone_type, province)).tolist()
            for row in sorted(rows, key=lambda row: (zones.years[row] or 0, row)):
                one = slice(row, row + 1)
                steps.append(
                    (zones.names[row], zones.years[row], False, zones.geometries[one], zones.areas[one])
                )
        for row, name in enumerate(nodes.names):
            if nodes.provinces[row] == province:
                one = slice(row, row + 1)
                steps.append((name, None, True, nodes.geometries[one], nodes.areas[one]))
        counted: list[Any] = []
        total: float | None = 0.0
        for name, year, is_node, geometry, told in steps:
            own = _total([(geometry, told)], areas)
            added = own
            if is_area(geometry).all():
                # Only what is not counted yet; a whole union anew at every step would take minutes.
                over = [other for other in counted if _boxes_meet(geometry[0].bounds, other.bounds)]
                if over:
                    added = float(areas(shapely.difference(geometry, shapely.union_all(over)))[0])
                counted.append(geometry[0])
            total = None if total is None or added is None else total + added
            found.append(
                RunningTotal(
                    province,
                    name,
                    year,
                    is_node,
                    None if own is None else own / KM2,
                    None if total is None else total / KM2,
                )
            )
    return found


def _boxes_meet(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]
