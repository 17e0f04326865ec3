"""The nodes (거점) of a designation and the zones that are there already, read from layers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...analysis import packages
from ...analysis.errors import InputError
from ...analysis.zones.catalogue import Province, province_named, provinces_named, type_named
from ...analysis.zones.nodes import Nodes, Zones, distinct_names
from ..base import tr
from ..layers.nulls import without_null
from ..measures.measuring import Measure
from .korea import lies_in_korea

# What says in a field of roles that a node is core.
CORE_WORDS = ("core", "핵심")
_TRUE = ("1", "true", "yes", "예")

# Units of a field of areas, in square metres. 1 pyeong (평) is 400/121 m².
AREA_UNITS = {"m2": 1.0, "km2": 1_000_000.0, "pyeong": 400.0 / 121.0}

# A straight edge of a projected layer gets a corner every so many metres before it is carried to degrees.
EDGE = 200.0

# An area that is stated and one that is measured differ where they do by more than this part.
DIFFERENT = 0.01

# Fields of a layer of zones, as importzones and the public layers have them.
ZONE_TYPE_FIELDS = ("zone_type", "type_id")
ZONE_PROVINCE_FIELDS = ("sido", "province")
ZONE_NAME_FIELDS = ("name_ko", "name", "name_en", "dan_name")
ZONE_YEAR_FIELDS = ("year",)
ZONE_AREA_FIELDS = {"area_m2": 1.0, "area_km2": 1_000_000.0}


@dataclass(frozen=True)
class NodeFields:
    """Fields of the layer of nodes, empty where there is none; `square_metres` is the unit of the area."""

    name: str
    core: str
    area: str
    square_metres: float
    province: str


def require_in_korea(source: QgsProcessingFeatureSource, context: QgsProcessingContext) -> None:
    """Raise InputError where most rows lie outside Korea: the law is Korean, and so are its nodes."""
    if not lies_in_korea(source, context):
        raise InputError("NODES", "The layer does not lie in Korea; choose the nodes of a designation.")


def read_nodes(
    source: QgsProcessingFeatureSource,
    fields: NodeFields,
    core_node: str,
    province: Province | None,
    measure: Measure,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Nodes:
    """Read nodes into the system of `measure`. Without a core field the node named `core_node` is core.

    A designation is checked with all of its nodes or not at all: raises InputError for one without a place.
    """
    features = list(source.getFeatures(_valid_or_not()))
    geometries = _geometries(features, source.sourceCrs(), measure, context, "NODES", feedback)
    missing = sum(geometry is None for geometry in geometries)
    if missing:
        raise InputError(
            "NODES",
            "{count} nodes have no usable geometry; draw them, or filter them out.",
            count=missing,
        )
    names = [
        str(_value(feature, fields.name) or number).strip()
        for number, feature in enumerate(features, start=1)
    ]
    core = np.array([_is_core(_value(feature, fields.core)) for feature in features], dtype=bool)
    if core_node:
        core |= _core_by_name(names, core_node)
    areas = np.array([_area(feature, fields.area, fields.square_metres) for feature in features])
    return Nodes(
        distinct_names(names),
        geometries,
        areas,
        core,
        [_province(feature, fields.province) or province for feature in features],
        measure.metric,
    )


def read_zones(
    source: QgsProcessingFeatureSource,
    measure: Measure,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Zones:
    """Read zones that are there already; those without type or geometry are left out and told.

    Raises InputError where the layer has no field of types.
    """
    type_field = _found(source, ZONE_TYPE_FIELDS)
    if not type_field:
        raise InputError(
            "ZONES", "The layer has no field zone_type; import it with Import zones, or add the field."
        )
    province_field, name_field, year_field = (
        _found(source, names) for names in (ZONE_PROVINCE_FIELDS, ZONE_NAME_FIELDS, ZONE_YEAR_FIELDS)
    )
    area_field = _found(source, tuple(ZONE_AREA_FIELDS))
    unit = ZONE_AREA_FIELDS.get(area_field.lower(), 1.0)
    features = list(source.getFeatures(_valid_or_not()))
    geometries = _geometries(features, source.sourceCrs(), measure, context, "ZONES", feedback)
    kinds = [type_named(str(_value(feature, type_field) or "")) for feature in features]
    places = [provinces_named(str(_value(feature, province_field) or "")) for feature in features]
    rows = [
        row
        for row, (kind, geometry) in enumerate(zip(kinds, geometries, strict=True))
        if kind is not None and geometry is not None
    ]
    if len(rows) < len(features):
        feedback.pushWarning(
            tr("{count} zones without a type of the catalogue, or without a geometry, are left out.").format(
                count=len(features) - len(rows)
            )
        )
    several = sum(len(places[row]) != 1 for row in rows)
    if several:
        feedback.pushWarning(
            tr(
                "{count} zones lie in no province, or in several, and count in the total of none; fill the "
                "field sido."
            ).format(count=several)
        )
    return Zones(
        [str(_value(features[row], name_field) or row + 1) for row in rows],
        [_year(_value(features[row], year_field)) for row in rows],
        [kind.type_id for kind in (kinds[row] for row in rows) if kind is not None],
        [places[row][0] if len(places[row]) == 1 else None for row in rows],
        geometries[rows],
        np.array([_area(features[row], area_field, unit) for row in rows], dtype=np.float64),
    )


def warn_of_areas(nodes: Nodes, measured: NDArray[np.float64], feedback: QgsProcessingFeedback) -> None:
    """Tell where a polygon's measured area, float64[n] with NaN for points, is not the one it is said to
    have; what counts is the measured one.
    """
    with np.errstate(invalid="ignore"):
        off = np.abs(measured - nodes.areas) > DIFFERENT * nodes.areas
    for row in np.flatnonzero(off).tolist():
        feedback.pushWarning(
            tr(
                "{node}: its field says {stated} km², its polygon has {measured} km²; the polygon counts."
            ).format(
                node=nodes.names[row],
                stated=f"{nodes.areas[row] / 1e6:.3f}",
                measured=f"{measured[row] / 1e6:.3f}",
            )
        )


def _valid_or_not() -> QgsFeatureRequest:
    # What is not valid is repaired here, and told.
    return QgsFeatureRequest().setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)


def _geometries(
    features: Iterable[QgsFeature],
    crs: QgsCoordinateReferenceSystem,
    measure: Measure,
    context: QgsProcessingContext,
    parameter: str,
    feedback: QgsProcessingFeedback,
) -> NDArray[np.object_]:
    """Return object[n] of shapely points and polygons in the system of `measure`, in metres where that is
    planar; None where there is none.
    """
    shapely = packages.require("shapely", "checking a designation")
    to_measure = QgsCoordinateTransform(crs, measure.crs, context.transformContext())
    found = [_carried(feature, to_measure, parameter) for feature in features]
    shapes = shapely.force_2d(shapely.from_wkb(np.array([*found, None], dtype=object)[:-1]))
    shapes[shapely.is_empty(shapes)] = None
    broken = ~shapely.is_missing(shapes) & ~shapely.is_valid(shapes)
    if broken.any():
        shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
        shapes[broken & shapely.is_empty(shapes)] = None
        feedback.pushWarning(
            tr("{count} polygons crossed themselves and were repaired.").format(count=int(broken.sum()))
        )
    if measure.metric == "planar" and measure.metres != 1.0:
        shapes = shapely.transform(shapes, lambda at: at * measure.metres)
    return np.asarray(shapes, dtype=object)


def _carried(feature: QgsFeature, transform: QgsCoordinateTransform, parameter: str) -> bytes | None:
    if not feature.hasGeometry():
        return None
    geometry = QgsGeometry(feature.geometry())
    if geometry.type() == Qgis.GeometryType.Line:
        raise InputError(parameter, "Lines are no zones; the layer must have points or polygons.")
    if geometry.constGet().hasCurvedSegments():
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if transform.isValid() and not transform.isShortCircuited():
        if not transform.sourceCrs().isGeographic() and geometry.type() == Qgis.GeometryType.Polygon:
            geometry = geometry.densifyByDistance(EDGE)
        try:
            geometry.transform(transform)
        except QgsCsException as error:
            raise InputError(
                parameter,
                "A place cannot be carried to {crs}; check the reference system of the layer.",
                crs=transform.destinationCrs().authid(),
            ) from error
    box = geometry.boundingBox()
    if not box.isFinite():
        return None
    data: bytes = geometry.asWkb().data()
    return data


def _found(source: QgsProcessingFeatureSource, candidates: Iterable[str]) -> str:
    names = {field.name().lower(): field.name() for field in source.fields()}
    return next((names[name] for name in candidates if name in names), "")


def _value(feature: QgsFeature, field: str) -> Any:
    """Return an attribute, None for NULL and without a field."""
    if not field:
        return None
    return without_null(feature[field])


def _is_core(value: Any) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    if isinstance(value, int | float):
        return value != 0
    text = str(value).strip().casefold()
    return text in _TRUE or any(word in text for word in CORE_WORDS)


def _core_by_name(names: list[str], core_node: str) -> NDArray[np.bool_]:
    core = np.array([name == core_node for name in names], dtype=bool)
    if not core.any():
        raise InputError(
            "CORE_NODE", "No node is called {name}; the nodes are {names}.", name=core_node, names=_few(names)
        )
    return core


def _few(names: list[str], most: int = 10) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def _area(feature: QgsFeature, field: str, square_metres: float) -> float:
    value = _value(feature, field)
    if value is None:
        return float("nan")
    try:
        area = float(value) * square_metres
    except (TypeError, ValueError):
        return float("nan")
    return area if area >= 0.0 else float("nan")


def _province(feature: QgsFeature, field: str) -> Province | None:
    text = str(_value(feature, field) or "").strip()
    if not text:
        return None
    found = province_named(text)
    if found is None:
        raise InputError(
            "PROVINCE_FIELD",
            "{text} is no province of Korea; write names such as 부산 or Busan.",
            text=text,
        )
    return found


def _year(value: Any) -> int | None:
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError):
        return None
