"""People inside polygons, from a raster of people per pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qgis.analysis import QgsZonalStatistics
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessingContext,
    QgsRasterDataProvider,
    QgsRasterLayer,
)

from ..analysis.monitor import Monitor


@dataclass(frozen=True)
class PopulationRaster:
    """A raster of people per pixel that belongs to one run: its pixels, system of reference, and the width
    and height of a pixel in units of that.
    """

    provider: QgsRasterDataProvider
    crs: QgsCoordinateReferenceSystem
    pixel_width: float
    pixel_height: float


def raster_for_run(layer: QgsRasterLayer) -> PopulationRaster:
    """Return what a run may read in its own thread; to be called in the thread of the layer.

    A provider serves one thread at a time, and that of the layer draws the map.
    """
    return PopulationRaster(
        layer.dataProvider().clone(),
        layer.crs(),
        layer.rasterUnitsPerPixelX(),
        layer.rasterUnitsPerPixelY(),
    )


def population_of(
    polygons: list[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
    raster: PopulationRaster,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> NDArray[np.float64]:
    """Return the sum of the pixels whose centre is inside each polygon, NaN where there is none.

    What WIPO did with the same tool of QGIS (GII 2020, Appendix, note 2). Raises Cancelled.
    """
    transform = QgsCoordinateTransform(crs, raster.crs, context.transformContext())
    people = np.full(len(polygons), np.nan)
    for index, polygon in enumerate(polygons):
        monitor.progress(index / len(polygons))
        there = QgsGeometry(polygon)
        there.transform(transform)
        found = QgsZonalStatistics.calculateStatistics(
            raster.provider,
            there,
            raster.pixel_width,
            raster.pixel_height,
            1,
            Qgis.ZonalStatistic.Sum | Qgis.ZonalStatistic.Count,
        )
        # The keys are plain numbers under Qt 5 and members of the enum under Qt 6.
        statistics = {int(key): value for key, value in found.items()}
        if statistics.get(int(Qgis.ZonalStatistic.Count), 0.0) > 0.0:
            people[index] = statistics[int(Qgis.ZonalStatistic.Sum)]
    return people
