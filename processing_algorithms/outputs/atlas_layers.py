"""An atlas as layers: the polygons, fields and columns of CLUSTERS, SITES and RANKING."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
)
from qgis.PyQt.QtCore import QMetaType

from ...analysis.boundaries import Drawing, Kind, draw
from ...analysis.editions import METRICS
from ...analysis.intensity import per_inhabitants
from ...analysis.monitor import Monitor
from ...analysis.pipeline import Atlas
from ...analysis.scoring import ranks
from ..layers.writing import geometry_of
from ..measures.measuring import ELLIPSOID


def boundary_polygons(atlas: Atlas, buffer: float, monitor: Monitor) -> list[QgsGeometry]:
    """Draw the union of discs of `buffer` degrees around the sites of every cluster, in rank order."""
    members = atlas.sites.cluster >= 0
    boundaries = draw(
        atlas.sites.longitude[members],
        atlas.sites.latitude[members],
        atlas.sites.cluster[members],
        Drawing(Kind.BUFFER, radius=buffer),
        geographic=True,
        monitor=monitor,
    )
    return [geometry_of(outline.wkb) for outline in boundaries.polygons]


def areas_km2(
    polygons: list[QgsGeometry], crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext
) -> NDArray[np.float64]:
    """Return square kilometres on the ellipsoid."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, context.transformContext())
    measure.setEllipsoid(ELLIPSOID)
    return np.array([measure.measureArea(polygon) / 1e6 for polygon in polygons])


def _fields(*definitions: tuple[str, QMetaType.Type]) -> QgsFields:
    fields = QgsFields()
    for name, data_type in definitions:
        fields.append(QgsField(name, data_type))
    return fields


def cluster_columns(
    atlas: Atlas, population: NDArray[np.float64], area: NDArray[np.float64]
) -> tuple[QgsFields, list[Any]]:
    """Return the fields of CLUSTERS and RANKING and their columns, in rank order."""
    clusters = atlas.clusters
    whole, real, text = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
    intensity = per_inhabitants(clusters.score, population)
    intensity_rank = np.where(np.isnan(intensity), np.nan, ranks(intensity))
    named = (
        ("rank", whole, clusters.rank),
        ("cluster_id", whole, clusters.identifier),
        ("name", text, clusters.name),
        ("name_ko", text, clusters.name_ko),
        ("economies", text, clusters.economies),
        *((metric, real, clusters.counts[:, place]) for place, metric in enumerate(METRICS)),
        *((f"share_{metric}", real, clusters.shares[:, place]) for place, metric in enumerate(METRICS)),
        ("score", real, clusters.score),
        ("focus", text, clusters.focus),
        ("addresses", real, clusters.addresses),
        ("sites", whole, clusters.sites),
        ("area_km2", real, area),
        ("population", real, population),
        ("intensity", real, intensity),
        ("intensity_rank", whole, [None if np.isnan(rank) else int(rank) for rank in intensity_rank]),
        ("top_organisation", text, [name or None for name, _ in clusters.organisations]),
        ("top_organisation_share", real, np.array([share for _, share in clusters.organisations])),
    )
    return _fields(*(entry[:2] for entry in named)), [entry[2] for entry in named]


def site_fields() -> QgsFields:
    """Return the fields of SITES."""
    whole, real, text = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
    return _fields(
        ("cluster_id", whole),
        ("rank", whole),
        ("name", text),
        ("name_ko", text),
        ("role", text),
        ("weight", real),
        ("inventors", real),
        ("authors", real),
        ("deals", real),
    )


def site_columns(atlas: Atlas) -> list[Any]:
    """Return the columns of SITES; noise has no cluster, rank or name."""
    sites, clusters = atlas.sites, atlas.clusters
    member = sites.cluster >= 0
    # Noise picks the entry behind the last cluster, which is NULL.
    picked = np.where(member, sites.cluster, len(clusters))

    def pick(values: Any) -> NDArray[np.object_]:
        column = np.empty(len(clusters) + 1, dtype=object)
        column[:-1] = values if isinstance(values, list) else values.tolist()
        return column[picked]

    roles = np.where(sites.core, "core", np.where(member, "border", "noise")).astype(object)
    return [
        pick(clusters.identifier),
        pick(clusters.rank),
        pick(clusters.name),
        pick(clusters.name_ko),
        roles,
        sites.weight,
        *sites.addresses.T,
    ]
