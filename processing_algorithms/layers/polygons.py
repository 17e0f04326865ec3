"""Polygon layers as shapely polygons, repaired where they cross themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qgis.core import Qgis, QgsFeatureRequest, QgsGeometry, QgsProcessingFeatureSource

from ...analysis import packages
from ...analysis.boundaries import as_multipolygon
from ...analysis.monitor import Monitor

BLOCK = 1_000  # features between two looks at Cancel


@dataclass(frozen=True)
class Polygons:
    """Polygons of n rows: `shapes` object[n] of valid shapely MultiPolygon, None where a row has no area.

    `repaired` and `missing` count the rows whose polygon crossed itself, and those that have none.
    """

    shapes: NDArray[np.object_]
    repaired: int
    missing: int


def read_polygons(source: QgsProcessingFeatureSource, ids: NDArray[np.int64], monitor: Monitor) -> Polygons:
    """Read the polygons of the features `ids`, int64[n], in their order.

    Heights and measures are left out and curves become lines. Raises InputError without shapely, Cancelled.
    """
    shapely = packages.require("shapely", "zones and clusters")
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes([])
    blobs: dict[int, bytes] = {}
    features = source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)
    for number, feature in enumerate(features):
        if number % BLOCK == 0:
            monitor.progress(0.5 * number / max(1, len(ids)))
        if feature.hasGeometry():
            blobs[feature.id()] = _plain(feature.geometry()).asWkb().data()
    wkb = np.array([*(blobs.get(identifier) for identifier in ids.tolist()), None], dtype=object)[:-1]
    shapes = shapely.force_2d(shapely.from_wkb(wkb, on_invalid="ignore"))
    broken = np.flatnonzero(~shapely.is_missing(shapes) & ~shapely.is_valid(shapes))
    for number, row in enumerate(broken.tolist()):
        monitor.progress(0.5 + 0.5 * number / broken.size)
        shapes[row] = as_multipolygon(shapely.make_valid(shapes[row]))
    shapes[shapely.area(shapes) == 0.0] = None
    single = np.flatnonzero(shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON)
    shapes[single] = shapely.multipolygons(shapes[single][:, None])
    missing = shapely.is_missing(shapes)
    return Polygons(shapes, int(np.count_nonzero(~missing[broken])), int(np.count_nonzero(missing)))


def _plain(geometry: QgsGeometry) -> QgsGeometry:
    if geometry.constGet().hasCurvedSegments():
        return QgsGeometry(geometry.constGet().segmentize())
    return geometry
