"""People inside polygons, from a raster of people per pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.analysis import QgsZonalStatistics
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessingContext,
    QgsRasterLayer,
)

from ..analysis.monitor import Monitor


def population_of(
    polygons: list[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
    raster: QgsRasterLayer,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> NDArray[np.float64]:
    """Return the sum of the pixels whose centre is inside each polygon, NaN where there is none.

    What WIPO did with the same tool of QGIS (GII 2020, Appendix, note 2). Raises Cancelled.
    """
    transform = QgsCoordinateTransform(crs, raster.crs(), context.transformContext())
    provider = raster.dataProvider()
    people = np.full(len(polygons), np.nan)
    for index, polygon in enumerate(polygons):
        monitor.progress(index / len(polygons))
        there = QgsGeometry(polygon)
        there.transform(transform)
        found = QgsZonalStatistics.calculateStatistics(
            provider,
            there,
            raster.rasterUnitsPerPixelX(),
            raster.rasterUnitsPerPixelY(),
            1,
            Qgis.ZonalStatistic.Sum | Qgis.ZonalStatistic.Count,
        )
        # The keys are plain numbers under Qt 5 and members of the enum under Qt 6.
        statistics = {int(key): value for key, value in found.items()}
        if statistics.get(int(Qgis.ZonalStatistic.Count), 0.0) > 0.0:
            people[index] = statistics[int(Qgis.ZonalStatistic.Sum)]
    return people
