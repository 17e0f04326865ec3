"""An atlas as layers: the polygons, fields and columns of CLUSTERS, SITES and RANKING."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
)

from ...analysis.atlas import Atlas
from ...analysis.boundaries import Drawing, Kind, draw
from ...analysis.editions import METRICS
from ...analysis.intensity import IntensityTable
from ...analysis.monitor import Monitor
from ...analysis.population import People
from ..layers.fields import REAL, TEXT, WHOLE, fields_of
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


def cluster_columns(
    atlas: Atlas,
    people: People | None,
    intensity: IntensityTable | None,
    earlier_rank: NDArray[np.float64] | None,
    area: NDArray[np.float64],
) -> tuple[QgsFields, list[Any]]:
    """Return the fields of CLUSTERS and RANKING and their columns, in rank order.

    `earlier_rank` float64[k], NaN for a cluster that is new, None without earlier clusters; `area` float64[k]
    in km².
    """
    clusters = atlas.clusters
    unknown = np.full(len(clusters), np.nan)
    named = (
        ("rank", WHOLE, clusters.rank),
        ("cluster_id", WHOLE, clusters.identifier),
        ("name", TEXT, clusters.name),
        ("name_ko", TEXT, clusters.name_ko),
        ("economies", TEXT, clusters.economies),
        *((metric, REAL, clusters.counts[:, place]) for place, metric in enumerate(METRICS)),
        *((f"share_{metric}", REAL, clusters.shares[:, place]) for place, metric in enumerate(METRICS)),
        ("score", REAL, clusters.score),
        ("focus", TEXT, clusters.focus),
        ("addresses", REAL, clusters.addresses),
        ("sites", WHOLE, clusters.sites),
        ("area_km2", REAL, area),
        ("population", REAL, unknown if people is None else people.population),
        ("intensity", REAL, unknown if intensity is None else intensity.score_per_million),
        ("intensity_rank", WHOLE, _whole(unknown if intensity is None else _ranked(intensity.rank))),
        ("tier", TEXT, clusters.tier),
        ("earlier_rank", WHOLE, _whole(unknown if earlier_rank is None else earlier_rank)),
        ("rank_change", WHOLE, _whole(unknown if earlier_rank is None else earlier_rank - clusters.rank)),
        ("top_organisation", TEXT, [name or None for name, _ in clusters.leaders]),
        ("top_organisation_share", REAL, np.array([share for _, share in clusters.leaders])),
        *(
            (f"top_{metric}", TEXT, [name or None for name, _ in leaders])
            for metric, leaders in zip(METRICS, clusters.leaders_by_metric, strict=True)
        ),
        *(
            (f"top_field_{metric}", TEXT, [name or None for name, _ in leaders])
            for metric, leaders in zip(METRICS, clusters.fields_by_metric, strict=True)
        ),
    )
    return fields_of([entry[:2] for entry in named]), [entry[2] for entry in named]


def _ranked(rank: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return ranks with NaN for 0, which is none."""
    return np.where(rank > 0, rank, np.nan)


def _whole(values: NDArray[np.float64]) -> list[int | None]:
    return [None if np.isnan(value) else int(value) for value in values.tolist()]


def site_fields() -> QgsFields:
    """Return the fields of SITES."""
    return fields_of(
        [
            ("cluster_id", WHOLE),
            ("rank", WHOLE),
            ("name", TEXT),
            ("name_ko", TEXT),
            ("role", TEXT),
            ("weight", REAL),
            ("inventors", REAL),
            ("authors", REAL),
            ("deals", REAL),
            *((f"count_{metric}", REAL) for metric in METRICS),
        ]
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
        *sites.counts.T,
    ]
