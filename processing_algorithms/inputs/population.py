"""People per pixel and people in places, from the layers of a user, as `analysis.population` wants them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsWkbTypes,
)

from ...analysis import packages
from ...analysis.boundaries import Drawing, Kind, draw
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.population import (
    Area,
    Discs,
    Grid,
    People,
    Window,
    people_in_pixels,
    people_in_places,
    people_in_polygons,
)
from ..base import Algorithm, tr
from ..layers.nulls import is_null
from ..layers.points import read_points
from ..layers.transforming import transform_points
from ..measures.measuring import LONGITUDE_LATITUDE

BAND = 1

# How the people of a polygon that lies partly in an area are counted.
BY_AREA, BY_CENTROID = "area", "centroid"

# Edges of a quarter of a disc: its polygon is a thousandth smaller than the circle.
OUTLINE_SEGMENTS = 24

# More people than any pixel can hold, so what a raster that names no value for no data has instead of one.
MOST_PEOPLE = 2e9

BLOCK = 1_000  # polygons between two looks at Cancel

# How many names of clusters a warning lists.
NAMED = 10


class Population(Protocol):
    """People somewhere; areas and outlines are to be in its `degrees`."""

    degrees: QgsCoordinateReferenceSystem

    def people(
        self, areas: Sequence[Area], outlines: Callable[[], NDArray[np.object_]], monitor: Monitor
    ) -> People:
        """Return the people of areas; `outlines` makes polygons of them, for those who need them."""
        ...


class PopulationRaster:
    """People per pixel, read by one run in its own thread; see `analysis.population.Raster`.

    Areas are to be in `degrees`: the raster's own longitude and latitude, WGS 84 for one in another system.
    To be made in the thread of the layer: a provider serves one thread at a time, and that of the layer draws
    the map.
    """

    def __init__(self, layer: QgsRasterLayer, context: QgsProcessingContext) -> None:
        self._provider: QgsRasterDataProvider = layer.dataProvider().clone()
        self._crs = layer.crs()
        self._context = context
        self.degrees = degrees_of(self._crs)
        # The largest number that its pixels can hold, once one of those read holds it.
        self.largest: int | None = None
        extent = self._provider.extent()
        columns, rows = self._provider.xSize(), self._provider.ySize()
        self.grid = Grid(
            extent.xMinimum(),
            extent.yMaximum(),
            extent.width() / columns,
            extent.height() / rows,
            columns,
            rows,
            self._crs.isGeographic(),
        )

    def read(self, window: Window) -> NDArray[np.float64]:
        """Return the people of a window, NaN where the raster has no value.

        Raises InputError where the raster can no longer be read.
        """
        left = self.grid.left + window.column * self.grid.width
        top = self.grid.top - window.row * self.grid.height
        extent = QgsRectangle(
            left, top - window.rows * self.grid.height, left + window.columns * self.grid.width, top
        )
        block = self._provider.block(BAND, extent, window.columns, window.rows)
        if block is None or not block.isValid():
            raise InputError("POPULATION", "The raster can no longer be read; check its file.")
        stored = block.as_numpy(use_masking=False)
        if block.dataType() == Qgis.DataType.Byte:
            # QGIS hands bytes over as if they had a sign, 255 as -1.
            stored = stored.view(np.uint8)
        values = stored.astype(np.float64)
        if block.hasNoDataValue():
            gap = block.noDataValue()
            # As it is stored: with fewer digits -3.4e38 is another number.
            values[values == (float(stored.dtype.type(gap)) if stored.dtype.kind == "f" else gap)] = np.nan
        for gaps in self._provider.userNoDataValues(BAND):
            values[_lie_in(values, gaps)] = np.nan
        values[values > MOST_PEOPLE] = np.nan
        if stored.dtype.kind in "iu" and (values == np.iinfo(stored.dtype).max).any():
            self.largest = int(np.iinfo(stored.dtype).max)
        return values

    def people(
        self, areas: Sequence[Area], outlines: Callable[[], NDArray[np.object_]], monitor: Monitor
    ) -> People:
        """Return the people of areas, in the degrees of the raster: of all pixels with their centre inside.

        Outlines are not needed. Raises InputError and Cancelled.
        """
        return people_in_pixels(areas, self, monitor)

    def from_degrees(
        self, longitude: NDArray[np.float64], latitude: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return places in the raster's system, NaN where it has none."""
        return transform_points(longitude, latitude, self.degrees, self._crs, self._context, Monitor())

    def to_degrees(
        self, x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return places in longitude and latitude, NaN where there are none."""
        return transform_points(x, y, self._crs, self.degrees, self._context, Monitor())


def degrees_of(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """Return the system itself where it is longitude and latitude, WGS 84 for any other."""
    return crs if crs.isGeographic() else QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)


def prepared_raster(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> PopulationRaster | None:
    """Return the raster of the parameter POPULATION for the run, None where there is none.

    To be called where an algorithm prepares, in the thread of the layer. Raises InputError.
    """
    if not parameters.get("POPULATION"):
        return None
    layer = algorithm.parameterAsRasterLayer(parameters, "POPULATION", context)
    return PopulationRaster(require_raster(layer, context), context)


def require_raster(layer: QgsRasterLayer | None, context: QgsProcessingContext) -> QgsRasterLayer:
    """Return a layer that is people per pixel; raises InputError for one that cannot be."""
    if layer is None or not layer.isValid() or not layer.crs().isValid():
        raise InputError(
            "POPULATION", "The raster cannot be read or has no coordinate reference system; assign one."
        )
    provider = layer.dataProvider()
    if provider.xSize() < 1 or provider.ySize() < 1:
        raise InputError(
            "POPULATION", "The layer is a picture without pixels of its own; choose a raster file."
        )
    if provider.dataType(BAND) not in _NUMBERS:
        raise InputError(
            "POPULATION", "The pixels of the raster are no plain numbers; choose one of people per pixel."
        )
    back = QgsCoordinateTransform(layer.crs(), degrees_of(layer.crs()), context.transformContext())
    if not back.isValid():
        raise InputError(
            "POPULATION",
            "No way leads from {crs} to longitude and latitude; reproject the raster.",
            crs=layer.crs().userFriendlyIdentifier(),
        )
    return layer


_NUMBERS = frozenset(
    {
        *(Qgis.DataType.Byte, Qgis.DataType.Int8, Qgis.DataType.UInt16, Qgis.DataType.Int16),
        *(Qgis.DataType.UInt32, Qgis.DataType.Int32, Qgis.DataType.Float32, Qgis.DataType.Float64),
    }
)


def _lie_in(values: NDArray[np.float64], gaps: QgsRasterRange) -> NDArray[np.bool_]:
    """Say which values, float64[r, c], the user of the layer has called no data."""
    distinct, place = np.unique(values, return_inverse=True)
    inside = np.array([gaps.contains(value) for value in distinct.tolist()], dtype=bool)
    return inside[place].reshape(values.shape)


class PopulationPlaces:
    """People in points or polygons of a layer, read once; the counterpart of PopulationRaster.

    Points count whole where an area holds them. Polygons count by the part of their surface that lies in the
    area, or whole where it holds their centroid.
    """

    def __init__(
        self,
        source: QgsProcessingFeatureSource,
        field: str,
        rule: str,
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> None:
        self.degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        self._polygons: NDArray[np.object_] | None = None
        if QgsWkbTypes.geometryType(source.wkbType()) == Qgis.GeometryType.Point:
            table = read_points(source, [field], context, monitor, crs=self.degrees)
            self._longitude, self._latitude = table.x, table.y
            self._people = table.columns[field].astype(np.float64)
            self.unplaced = int(np.count_nonzero(~(np.isfinite(table.x) & np.isfinite(table.y))))
            return
        shapely = packages.require("shapely", "people inside polygons")
        shapes, self._people, self.unplaced = self._read(source, field, context, monitor)
        polygons = shapely.make_valid(shapely.from_wkb(shapes))
        if rule == BY_AREA:
            self._polygons = polygons
            return
        centres = shapely.get_coordinates(shapely.centroid(polygons))
        self._longitude, self._latitude = centres[:, 0], centres[:, 1]

    def _read(
        self,
        source: QgsProcessingFeatureSource,
        field: str,
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> tuple[NDArray[np.object_], NDArray[np.float64], int]:
        """Return polygons as WKB in degrees and their people; and how many rows have no polygon."""
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes([field], source.fields())
        request.setDestinationCrs(self.degrees, context.transformContext())
        shapes, people, unplaced = [], [], 0
        features = source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)
        for number, feature in enumerate(features):
            if number % BLOCK == 0:
                monitor.progress(number / max(1, source.featureCount()))
            geometry = feature.geometry()
            if geometry.isEmpty():
                unplaced += 1
                continue
            # Curves have no area to GEOS.
            geometry.convertToStraightSegment()
            shapes.append(geometry.asWkb().data())
            value = feature[field]
            people.append(np.nan if is_null(value) else float(value))
        return np.array(shapes, dtype=object), np.array(people, dtype=np.float64), unplaced

    def people(
        self, areas: Sequence[Area], outlines: Callable[[], NDArray[np.object_]], monitor: Monitor
    ) -> People:
        """Return the people of areas, whose outlines are asked for where surfaces count. Raises Cancelled."""
        if self._polygons is None:
            return people_in_places(areas, self._longitude, self._latitude, self._people, monitor)
        return people_in_polygons(outlines(), self._polygons, self._people, monitor)


@dataclass(frozen=True)
class ClusterSites:
    """The sites of `count` clusters, in degrees: longitude, latitude float64[s]; cluster int64[s], from 0 to
    count - 1, or below 0 for a site of none.
    """

    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    cluster: NDArray[np.int64]
    count: int

    def in_degrees_of(self, population: Population, context: QgsProcessingContext) -> ClusterSites:
        """Return the sites, which are in WGS 84, in the degrees of a population."""
        x, y = transform_points(
            self.longitude,
            self.latitude,
            QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE),
            population.degrees,
            context,
            Monitor(),
        )
        placed = np.isfinite(x) & np.isfinite(y)
        return ClusterSites(x[placed], y[placed], self.cluster[placed], self.count)

    def areas(self, radius: float) -> list[Area]:
        """Return what is within `radius` degrees of the sites, for every cluster: WIPO's rule."""
        order = np.argsort(self.cluster, kind="stable")
        bounds = np.searchsorted(self.cluster[order], np.arange(self.count + 1))
        own = [order[start:end] for start, end in pairwise(bounds.tolist())]
        return [Discs(self.longitude[rows], self.latitude[rows], radius) for rows in own]

    def outlines(self, radius: float, monitor: Monitor) -> NDArray[np.object_]:
        """Return the same as shapely polygons, object[count]; an empty one for a cluster without sites."""
        shapely = packages.require("shapely", "people inside polygons")
        drawn = draw(
            self.longitude,
            self.latitude,
            self.cluster,
            Drawing(Kind.BUFFER, radius=radius, quad_segs=OUTLINE_SEGMENTS),
            geographic=True,
            monitor=monitor,
        )
        polygons = np.full(self.count, shapely.MultiPolygon(), dtype=object)
        polygons[drawn.labels] = drawn.polygons
        return polygons


def tell_gaps(people: People, names: Sequence[object], feedback: QgsProcessingFeedback) -> None:
    """Warn of clusters whose people are not known, or known only in part."""
    unknown = np.flatnonzero(np.isnan(people.population))
    if unknown.size:
        feedback.pushWarning(
            tr(
                "{count} clusters have no population: no pixel or place with a number lies inside. They have "
                "no intensity and no intensity rank: {names}"
            ).format(count=unknown.size, names=_listed(names, unknown))
        )
    partly = np.flatnonzero(people.partly & ~np.isnan(people.population))
    if partly.size:
        feedback.pushWarning(
            tr(
                "{count} clusters reach beyond the edge of the raster. Their population is that of the part "
                "inside, so their intensity is too high: {names}"
            ).format(count=partly.size, names=_listed(names, partly))
        )
    missing = int(people.missing.sum())
    if missing:
        feedback.pushInfo(
            tr(
                "{count} pixels or places inside have no number, or a negative one, and are not counted."
            ).format(count=missing)
        )


def tell_full_pixels(population: Population, feedback: QgsProcessingFeedback) -> None:
    """Warn of pixels that hold the largest number they can: rasters that name no value for no data use it."""
    if isinstance(population, PopulationRaster) and population.largest is not None:
        feedback.pushWarning(
            tr(
                "There are pixels with {value}, the largest number that the raster's pixels can hold; where "
                "they are inside, they count as people. If it stands for no data, set it as additional no "
                "data value in the layer's properties."
            ).format(value=population.largest)
        )


def _listed(names: Sequence[object], rows: NDArray[np.int64]) -> str:
    listed = ", ".join(str(names[row]) for row in rows[:NAMED].tolist())
    return f"{listed}, …" if rows.size > NAMED else listed
