"""Rasters and layers of people as QGIS has them: gaps, reference systems, edges; against brute force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
)

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.population import Discs, Window, people_in_pixels
from innovation_clusters.processing_algorithms.inputs.population import PopulationRaster, require_raster

pytestmark = pytest.mark.qgis

MakeRaster = Callable[..., QgsRasterLayer]


@pytest.fixture
def make_raster(qgis_app: Any, tmp_path: Path) -> Iterator[MakeRaster]:
    """Write an array as GeoTIFF: `make_raster(values, left, top, width, height, "EPSG:4326", nodata=0)`."""
    made: list[QgsRasterLayer] = []

    def make(
        values: NDArray[Any],
        left: float,
        top: float,
        width: float,
        height: float,
        crs: str,
        *,
        nodata: float | None = None,
        kind: int = gdal.GDT_Float32,
    ) -> QgsRasterLayer:
        path = tmp_path / f"people{len(made)}.tif"
        rows, columns = values.shape
        file = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, kind)
        file.SetGeoTransform((left, width, 0.0, top, 0.0, -height))
        if crs:
            system = osr.SpatialReference()
            system.SetFromUserInput(crs)
            file.SetProjection(system.ExportToWkt())
        if nodata is not None:
            file.GetRasterBand(1).SetNoDataValue(nodata)
        file.GetRasterBand(1).WriteArray(values)
        file = None
        made.append(QgsRasterLayer(str(path), path.stem, "gdal"))
        return made[-1]

    yield make
    made.clear()


def raster_of(layer: QgsRasterLayer) -> PopulationRaster:
    return PopulationRaster(layer, QgsProcessingContext())


@pytest.mark.parametrize(
    "crs", ["EPSG:4326", "EPSG:5179", "ESRI:54009", "EPSG:3857", "EPSG:4737", "EPSG:32652"]
)
def test_every_pixel_against_brute_force(make_raster: MakeRaster, crs: str) -> None:
    """Sites in Korea; the centre of every pixel is carried to degrees by QGIS and held against every site."""
    random = np.random.default_rng(11)
    there = QgsCoordinateReferenceSystem(crs)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    forth = QgsCoordinateTransform(wgs84, there, QgsProject.instance())
    corners = [forth.transform(QgsPointXY(x, y)) for x in (126.6, 127.4) for y in (37.1, 37.9)]
    left, right = min(p.x() for p in corners), max(p.x() for p in corners)
    bottom, top = min(p.y() for p in corners), max(p.y() for p in corners)
    columns, rows = 70, 60
    width, height = (right - left) / columns, (top - bottom) / rows
    values = random.uniform(0.0, 50.0, (rows, columns)).astype(np.float32)
    values[random.uniform(size=values.shape) < 0.2] = -200.0
    layer = make_raster(values, left, top, width, height, crs, nodata=-200.0)
    raster = raster_of(layer)
    assert raster.grid.degrees == there.isGeographic()

    x, y = random.normal(127.0, 0.05, 30), random.normal(37.5, 0.05, 30)
    found = people_in_pixels([Discs(x, y, 0.05)], raster, Monitor())
    back = QgsCoordinateTransform(there, raster.degrees, QgsProject.instance())
    total, missing = 0.0, 0
    for row in range(rows):
        for column in range(columns):
            centre = back.transform(QgsPointXY(left + (column + 0.5) * width, top - (row + 0.5) * height))
            if (np.hypot(x - centre.x(), y - centre.y()) <= 0.05).any():
                if values[row, column] < 0.0:
                    missing += 1
                else:
                    total += float(values[row, column])
    assert found.population[0] == pytest.approx(total, abs=1e-4)
    assert found.missing[0] == missing
    assert missing > 10


@pytest.mark.parametrize(
    ("kind", "nodata", "gap", "missing"),
    [
        (gdal.GDT_Float32, None, np.nan, 1),
        (gdal.GDT_Float32, -3.4e38, -3.4e38, 1),
        (gdal.GDT_Float64, 0.0, 0.0, 1),
        (gdal.GDT_Float64, None, 0.0, 0),
        (gdal.GDT_Float32, 0.1, 0.1, 1),
        (gdal.GDT_Float32, None, -5.0, 1),
        (gdal.GDT_Byte, 255, 255, 1),
        (gdal.GDT_Int32, -200, -200, 1),
        (gdal.GDT_UInt16, None, 0, 0),
    ],
)
def test_what_is_no_number_is_missing(
    make_raster: MakeRaster, kind: int, nodata: float | None, gap: float, missing: int
) -> None:
    values = np.full((3, 3), 7.0)
    values[1, 1] = gap
    layer = make_raster(values, 126.0, 38.0, 0.01, 0.01, "EPSG:4326", nodata=nodata, kind=kind)
    found = people_in_pixels(
        [Discs(np.array([126.015]), np.array([37.985]), 0.05)], raster_of(layer), Monitor()
    )
    assert (found.counted[0], found.missing[0]) == (9 - missing, missing)
    assert found.population[0] == pytest.approx(56.0 + (0.0 if missing else gap))


def test_what_the_user_calls_no_data_is_missing(make_raster: MakeRaster) -> None:
    values = np.arange(9.0).reshape(3, 3)
    layer = make_raster(values, 126.0, 38.0, 0.01, 0.01, "EPSG:4326", nodata=8.0)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(2.0, 4.0), QgsRasterRange(7.0, 7.0)])
    values[values == 8.0] = np.nan
    values[(values >= 2.0) & (values <= 4.0) | (values == 7.0)] = np.nan
    np.testing.assert_array_equal(raster_of(layer).read(Window(0, 0, 3, 3)), values)
    np.testing.assert_array_equal(raster_of(layer).read(Window(1, 1, 2, 1)), values[1:2, 1:])


def test_windows_of_a_large_raster_are_its_pixels(make_raster: MakeRaster) -> None:
    """No window is off by a pixel, also where the width of one is no round number."""
    values = np.random.default_rng(2).uniform(0.0, 9.0, (700, 1300)).astype(np.float32)
    raster = raster_of(make_raster(values, -180.0012, 71.3, 1 / 120, 1 / 120, "EPSG:4326"))
    for window in (Window(0, 0, 512, 512), Window(512, 512, 512, 188), Window(1024, 0, 276, 512)):
        rows = slice(window.row, window.row + window.rows)
        expected = values[rows, window.column : window.column + window.columns]
        np.testing.assert_array_equal(raster.read(window), expected.astype(np.float64))


def test_the_antimeridian_in_degrees_and_in_a_plane(make_raster: MakeRaster) -> None:
    """Fiji: the same disc on both sides, in a raster of the world and in one of the Pacific."""
    site = [Discs(np.array([179.99]), np.array([-17.0]), 0.5)]
    world = make_raster(np.ones((1800, 3600), dtype=np.float32), -180.0, 90.0, 0.1, 0.1, "EPSG:4326")
    pacific = make_raster(np.ones((300, 900), dtype=np.float32), 150.0, 0.0, 0.1, 0.1, "EPSG:4326")
    found = [people_in_pixels(site, raster_of(layer), Monitor()) for layer in (world, pacific)]
    assert found[0].population[0] == found[1].population[0] == pytest.approx(np.pi * 25.0, rel=0.05)
    assert not found[0].partly[0]
    # Fiji's own grid, pixels of 11 by 11 km: a disc of half a degree has 9,000 km².
    plane = make_raster(np.ones((60, 60), dtype=np.float32), 1_700_000.0, 4_300_000.0, 1e4, 1e4, "EPSG:3460")
    assert people_in_pixels(site, raster_of(plane), Monitor()).population[0] == pytest.approx(90.0, rel=0.1)


@pytest.mark.parametrize("crs", ["", 'LOCAL_CS["hall",UNIT["metre",1]]'])
def test_a_raster_without_a_way_to_degrees_is_refused(make_raster: MakeRaster, crs: str) -> None:
    layer = make_raster(np.ones((2, 2)), 0.0, 0.0, 1.0, 1.0, crs)
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(InputError, match="POPULATION"):
        require_raster(layer, QgsProcessingContext())


def test_complex_numbers_are_no_people(make_raster: MakeRaster) -> None:
    layer = make_raster(np.ones((2, 2)), 0.0, 0.0, 1.0, 1.0, "EPSG:4326", kind=gdal.GDT_CFloat32)
    with pytest.raises(InputError, match="plain numbers"):
        require_raster(layer, QgsProcessingContext())
    with pytest.raises(InputError, match="cannot be read"):
        require_raster(None, QgsProcessingContext())
