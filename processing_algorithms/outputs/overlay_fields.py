"""The tables that zones, clusters and activity are told in: their fields, and columns in their order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...analysis.editions import METRICS
from ...analysis.zones.overlay import COUNTED
from ..layers.columns import Column

REAL, WHOLE, TEXT = QMetaType.Type.Double, QMetaType.Type.Int, QMetaType.Type.QString
FLAG = QMetaType.Type.Bool
Definition = tuple[str, QMetaType.Type]

COUNTS: tuple[Definition, ...] = tuple((name, REAL) for name in COUNTED)


def by_metric(prefix: str) -> tuple[Definition, ...]:
    """Return a field for every metric."""
    return tuple((f"{prefix}_{metric}", REAL) for metric in METRICS)


SCORECARD: tuple[Definition, ...] = (
    *(("area_km2", REAL), ("province", TEXT), ("province_part", REAL), ("region", TEXT)),
    *COUNTS,
    *by_metric("share_province"),
    *by_metric("share_country"),
    *by_metric("share"),
    *(("score", REAL), ("rank", WHOLE)),
    *(("density", REAL), ("density_around", REAL), ("density_ratio", REAL)),
    *by_metric("lq"),
    *((f"apportioned_{name}", REAL) for name in COUNTED),
    *(("clusters", WHOLE), ("in_clusters", REAL), ("nearest_cluster", TEXT), ("nearest_km", REAL)),
)
PAIRS: tuple[Definition, ...] = (
    *(("zone_id", TEXT), ("zone_name", TEXT), ("zone_type", TEXT), ("cluster_id", TEXT)),
    *(("cluster_name", TEXT), ("overlap_km2", REAL), ("part_of_zone", REAL), ("part_of_cluster", REAL)),
    *COUNTS,
    *(("share_of_zone", REAL), ("share_of_cluster", REAL), ("distance_km", REAL), ("nearest", FLAG)),
)
CLUSTERS: tuple[Definition, ...] = (
    *(("cluster_id", TEXT), ("cluster_name", TEXT), ("area_km2", REAL), ("zones", WHOLE)),
    *(("zone_names", TEXT), ("zone_types", TEXT), ("area_in_zones", REAL)),
    *COUNTS,
    *((f"{name}_in_zones", REAL) for name in COUNTED),
    *((f"{name}_outside", REAL) for name in COUNTED),
    *(("nearest_zone", TEXT), ("nearest_km", REAL)),
)
TYPES: tuple[Definition, ...] = (
    *(("part", TEXT), ("zone_type", TEXT), ("zones", WHOLE), ("area_km2", REAL), ("union_km2", REAL)),
    *COUNTS,
    *by_metric("share_country"),
    *by_metric("share"),
    *(("score", REAL), ("density", REAL)),
    *by_metric("lq"),
)
REGIONS: tuple[Definition, ...] = (
    *(("region", TEXT), ("province", TEXT), ("zones", WHOLE), ("area_km2", REAL), ("zones_km2", REAL)),
    *COUNTS,
    *by_metric("share_country"),
    *((f"{name}_in_zones", REAL) for name in COUNTED),
    *by_metric("lq"),
)


def fields_of(definitions: Sequence[Definition]) -> QgsFields:
    """Return fields in the order of their definitions."""
    fields = QgsFields()
    for name, kind in definitions:
        fields.append(QgsField(name, kind))
    return fields


def table(definitions: Sequence[Definition], values: dict[str, Column]) -> list[Column]:
    """Return the columns in the order of the definitions; raises KeyError for one that is missing."""
    return [values[name] for name, _ in definitions]


def spread(names: Sequence[str], matrix: NDArray[np.float64]) -> dict[str, Column]:
    """Return the columns of float64[n, m] by their m names."""
    return dict(zip(names, matrix.T, strict=True))


def counted(matrix: NDArray[np.float64], prefix: str = "", suffix: str = "") -> dict[str, Column]:
    """Return the columns of float64[n, 4] in the order of COUNTED."""
    return spread([f"{prefix}{name}{suffix}" for name in COUNTED], matrix)


def metrics(prefix: str, matrix: NDArray[np.float64]) -> dict[str, Column]:
    """Return the columns of float64[n, 3] in the order of METRICS."""
    return spread([f"{prefix}_{metric}" for metric in METRICS], matrix)
