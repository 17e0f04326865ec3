"""Clusters of an earlier run, whose names the clusters of this one are to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from ...analysis import packages
from ...analysis.errors import InputError
from ...analysis.kept_names import keep_names, match_areas
from ...analysis.monitor import Monitor
from ..base import Algorithm, tr
from ..layers.nulls import is_null
from ..measures.local_planes import carry_polygons
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_rows

EARLIER = "EARLIER"
NAME, KOREAN, RANK = "name", "name_ko", "rank"

BLOCK = 100  # polygons between two looks at Cancel

_POLYGON = 2  # dimensions of a part that has an inside


@dataclass(frozen=True)
class EarlierClusters:
    """Earlier clusters: `names` and `names_ko` as they stand in the table, empty for none; `rank` float64[l],
    NaN where it is not told; `polygons` of shapely, object[l], in longitude and latitude.
    """

    names: Sequence[str]
    names_ko: Sequence[str]
    rank: NDArray[np.float64]
    polygons: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.names)


def add_earlier_clusters(algorithm: Algorithm) -> None:
    """Declare EARLIER."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            EARLIER,
            tr("Earlier clusters whose names are kept"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "The output Clusters of an earlier run, with the names you have given in its fields name and "
            "name_ko. Clusters are matched one to one by the weight they share, at least half of the new "
            "cluster's or of what now lies in the earlier area; those that match keep the earlier name. "
            "Empty a name to have it made anew, and write the new clusters to another place."
        ),
        advanced=True,
    )


def check_earlier_clusters(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Raise InputError where a layer is chosen and cannot be used."""
    if not parameters.get(EARLIER):
        return
    source = require_rows(algorithm, parameters, EARLIER, context)
    if QgsWkbTypes.geometryType(source.wkbType()) != Qgis.GeometryType.Polygon:
        raise InputError(EARLIER, "The layer must have polygons; choose the clusters of an earlier run.")
    if not source.sourceCrs().isValid():
        raise InputError(
            EARLIER, "The layer has no coordinate reference system; assign the right one in its properties."
        )
    if not any(source.fields().lookupField(field) >= 0 for field in (NAME, KOREAN)):
        raise InputError(
            EARLIER, "The layer has no field name or name_ko; choose the clusters of an earlier run."
        )
    packages.require("shapely", "names of earlier clusters")


def read_earlier_clusters(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
) -> EarlierClusters | None:
    """Read EARLIER, None where it is empty; rows without a polygon are left out and told.

    Raises InputError for a polygon that has no longitude and latitude, and Cancelled.
    """
    source = algorithm.parameterAsSource(parameters, EARLIER, context)
    if source is None:
        return None
    shapely = packages.require("shapely", "names of earlier clusters")
    fields = [source.fields().lookupField(field) for field in (NAME, KOREAN)]
    rank = source.fields().lookupField(RANK)
    names, ranks, outlines, without = [], [], [], 0
    for number, feature in enumerate(_features(source, [*fields, rank])):
        if number % BLOCK == 0:
            monitor.progress(number / max(1, source.featureCount()))
        geometry = feature.geometry()
        if geometry.isEmpty():
            without += 1
            continue
        # Curves have no inside to GEOS.
        geometry.convertToStraightSegment()
        outlines.append(geometry.asWkb().data())
        names.append(tuple(_text(feature, field) for field in fields))
        ranks.append(_number(feature, rank))
    if without:
        feedback.pushWarning(
            tr("{layer}: {count} rows have no polygon, so nothing can keep their names.").format(
                layer=source.sourceName(), count=without
            )
        )
    polygons = shapely.make_valid(shapely.from_wkb(np.array(outlines, dtype=object)))
    return EarlierClusters(
        [name for name, _ in names],
        [korean for _, korean in names],
        np.array(ranks, dtype=np.float64),
        _in_degrees(shapely, polygons, source.sourceCrs(), context, monitor),
    )


def match_earlier(
    earlier: EarlierClusters,
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    cluster: NDArray[np.int64],
    weight: NDArray[np.float64],
    clusters: int,
    monitor: Monitor | None = None,
) -> NDArray[np.int64]:
    """Return int64[clusters], which earlier cluster each is, -1 for none; see `analysis.kept_names`.

    Sites in degrees with their cluster, -1 for noise, and weight, each of length s. Raises Cancelled.
    """
    holding, matching = (monitor or Monitor()).split(0.9, 0.1)
    site, area = _held(earlier.polygons, longitude, latitude, holding)
    return match_areas(site, area, cluster, weight, clusters, len(earlier), matching)


def kept_names(
    earlier: EarlierClusters, same: NDArray[np.int64], names: Sequence[str], names_ko: Sequence[str]
) -> tuple[list[str], list[str], int]:
    """Return the names of clusters in English and Korean, and how many clusters are called as before.

    `same` int64[k] is from `match_earlier`; names of the k clusters as they were made.
    """
    english, kept = keep_names(same, names, earlier.names)
    korean, kept_too = keep_names(same, names_ko, earlier.names_ko)
    return english, korean, int(np.count_nonzero(kept | kept_too))


def tell_kept(earlier: EarlierClusters, kept: int, feedback: QgsProcessingFeedback) -> None:
    """Tell how many of the earlier names live on."""
    feedback.pushInfo(
        tr("{kept} clusters keep their names, of {count} earlier ones.").format(kept=kept, count=len(earlier))
    )


def _features(source: QgsProcessingFeatureSource, fields: Sequence[int]) -> Any:
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes([field for field in fields if field >= 0])
    return source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)


def _text(feature: QgsFeature, field: int) -> str:
    value = feature.attribute(field) if field >= 0 else None
    return "" if is_null(value) else str(value).strip()


def _number(feature: QgsFeature, field: int) -> float:
    value = feature.attribute(field) if field >= 0 else None
    return float(value) if isinstance(value, int | float) else np.nan


def _in_degrees(
    shapely: Any,
    polygons: NDArray[np.object_],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> NDArray[np.object_]:
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    try:
        return carry_polygons(shapely, polygons, crs, degrees, context, monitor)
    except InputError as error:
        raise InputError(
            EARLIER,
            "A polygon lies where {crs} has no longitude and latitude; reproject the layer.",
            crs=crs.userFriendlyIdentifier(),
        ) from error


def _held(
    polygons: NDArray[np.object_],
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    monitor: Monitor,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs of a site and a polygon that holds it, its border included, int64[p] each."""
    shapely = packages.require("shapely", "names of earlier clusters")
    parts, polygon = shapely.get_parts(polygons, return_index=True)
    inside = shapely.get_dimensions(parts) == _POLYGON
    parts, polygon = parts[inside], polygon[inside]
    order = np.argsort(longitude, kind="stable")
    bounds = shapely.bounds(parts)
    starts = np.searchsorted(longitude[order], bounds[:, 0], side="left")
    ends = np.searchsorted(longitude[order], bounds[:, 2], side="right")
    sites = [np.empty(0, dtype=np.int64)]
    for place, part in enumerate(parts):
        monitor.progress(place / len(parts))
        near = order[starts[place] : ends[place]]
        near = near[(latitude[near] >= bounds[place, 1]) & (latitude[near] <= bounds[place, 3])]
        shapely.prepare(part)
        sites.append(near[shapely.intersects_xy(part, longitude[near], latitude[near])])
    counts = np.array([len(found) for found in sites[1:]], dtype=np.int64)
    pairs = np.column_stack([np.concatenate(sites), np.repeat(polygon, counts)])
    # Parts of a polygon may touch in a site.
    site, area = np.unique(pairs, axis=0).T
    return site, area
