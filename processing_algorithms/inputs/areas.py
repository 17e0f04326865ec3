"""Layers of areas to lay over each other: zones, clusters, provinces, with their ids, names and types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ..base import Algorithm, language, tr
from ..layers.points import PointTable, read_points, texts_of
from ..layers.polygons import read_polygons
from .checking import require_field, require_rows

# How layers name what identifies an area, the surest first.
ZONE_FIELDS = ("zone_id", "dan_id", "mnum", "id", "fid")
CLUSTER_FIELDS = ("cluster_id", "CLUSTER_ID", "id", "fid")
PROVINCE_FIELDS = (
    *("sido", "ctp_kor_nm", "sidonm", "sido_nm", "name_ko", "province", "name", "ctp_eng_nm", "name_en"),
)
TYPE_FIELDS = ("zone_type", "type_id")
NAME_FIELDS = {"ko": ("name_ko", "name", "name_en"), "en": ("name_en", "name", "name_ko")}
ZONE_NAME_FIELDS = ("dan_name", "alias")


@dataclass(frozen=True)
class Areas:
    """The rows of a polygon layer: `shapes` object[n] of shapely MultiPolygon in `crs`, None for none, and
    of every row its id, name and type as text, empty where there is none."""

    table: PointTable
    crs: QgsCoordinateReferenceSystem
    shapes: NDArray[np.object_]
    ids: list[str]
    names: list[str]
    types: list[str]

    def __len__(self) -> int:
        return len(self.ids)


def add_areas(algorithm: Algorithm, name: str, label: str, explanation: str, *, optional: bool) -> None:
    """Declare a layer of polygons."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            name, label, [QgsProcessing.SourceType.TypeVectorPolygon], optional=optional
        ),
        explanation,
    )


def add_area_field(algorithm: Algorithm, name: str, label: str, parent: str, explanation: str) -> None:
    """Declare an optional field of such a layer, which is found by its name where it is empty."""
    algorithm.add(
        QgsProcessingParameterField(name, label, None, parent, optional=True), explanation, advanced=True
    )


def require_areas(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return the source of a parameter; raises InputError unless it has rows, polygons and a CRS."""
    source = require_rows(algorithm, parameters, name, context)
    if QgsWkbTypes.geometryType(source.wkbType()) != Qgis.GeometryType.Polygon:
        raise InputError(name, "The layer must have polygons; choose another one.")
    if not source.sourceCrs().isValid():
        raise InputError(
            name, "The layer has no coordinate reference system; assign the right one in its properties."
        )
    return source


def area_field(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    source: QgsProcessingFeatureSource,
    candidates: Sequence[str],
    context: QgsProcessingContext,
) -> str:
    """Return the field that a parameter names, or the first of the candidates that the layer has, or
    nothing."""
    chosen = require_field(algorithm, parameters, name, source, context)
    return chosen or found_field(source, candidates)


def found_field(source: QgsProcessingFeatureSource, candidates: Sequence[str]) -> str:
    """Return the first of the candidates that the layer has, as it is written there, or nothing."""
    names = {field.name().lower(): field.name() for field in source.fields()}
    return next((names[name.lower()] for name in candidates if name.lower() in names), "")


def name_fields(source: QgsProcessingFeatureSource) -> list[str]:
    """Return the fields with names that a layer has, those in the user's language first."""
    wanted = (*NAME_FIELDS.get(language(), NAME_FIELDS["en"]), *ZONE_NAME_FIELDS)
    return [field for field in (found_field(source, (name,)) for name in wanted) if field]


def first_texts(table: PointTable, fields: Sequence[str]) -> list[str]:
    """Return for every row the first text that one of the fields has: many official layers have a field for
    English names, and no names in it. Empty where none has any."""
    names = [""] * len(table)
    for field in fields:
        names = [name or text for name, text in zip(names, texts_of(table, field).tolist(), strict=True)]
    return names


def read_areas(
    source: QgsProcessingFeatureSource,
    id_field: str,
    type_field: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
) -> Areas:
    """Read a layer of polygons and tell what was repaired and what has no area.

    Without an id, also in a single row, the number of the row stands for it. Raises InputError, Cancelled.
    """
    named = name_fields(source)
    table = read_points(
        source, [id_field, type_field, *named], context, monitor.part(0.0, 0.2), geometries=False
    )
    found = read_polygons(source, table.ids, monitor.part(0.2, 1.0))
    if found.repaired:
        feedback.pushWarning(
            tr("{layer}: {count} polygons crossed themselves and were repaired.").format(
                layer=source.sourceName(), count=found.repaired
            )
        )
    if found.missing:
        feedback.pushWarning(
            tr("{layer}: {count} rows have no area; nothing is in them.").format(
                layer=source.sourceName(), count=found.missing
            )
        )
    ids, types = (
        texts_of(table, field).tolist() if field else [""] * len(table) for field in (id_field, type_field)
    )
    names = first_texts(table, named)
    numbered = [text or str(number) for number, text in enumerate(ids, start=1)]
    return Areas(table, source.sourceCrs(), found.shapes, numbered, names, types)
