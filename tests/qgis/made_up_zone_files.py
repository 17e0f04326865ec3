"""Zone files as portals write them, made for tests: any reference system, any encoding, any defect."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

# Squares of about 2 km beside the city halls of three provinces, with what DAM_DAN tells of them.
COMPLEXES = (
    ("230001", "가상대덕일반산업단지", "2", 127.385, 36.350),
    ("341002", "똠방도시첨단산업단지", "3", 127.009, 37.275),
    ("450003", "제주가상농공단지", "4", 126.498, 33.489),
)
DAM_FIELDS = ("DAN_ID", "DAN_NAME", "DANJI_TYPE")

Row = tuple[str | None, Sequence[str | None]]


def square(longitude: float, latitude: float, half: float = 0.01) -> str:
    west, east, south, north = longitude - half, longitude + half, latitude - half, latitude + half
    return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def complexes() -> list[Row]:
    return [(square(x, y), (number, name, kind)) for number, name, kind, x, y in COMPLEXES]


def moved(wkt: str, epsg: int) -> ogr.Geometry:
    """Return a geometry in longitude and latitude in another system."""
    geometry = ogr.CreateGeometryFromWkt(wkt)
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(4326)
    target.ImportFromEPSG(epsg)
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if not geometry.IsEmpty():
        geometry.Transform(osr.CoordinateTransformation(source, target))
    return geometry


def write(
    path: Path,
    rows: Sequence[Row],
    fields: Sequence[str] = DAM_FIELDS,
    *,
    epsg: int = 5186,
    encoding: str = "CP949",
    prj: bool = True,
    cpg: bool = False,
    driver: str = "ESRI Shapefile",
    layer: str = "",
    width: int = 80,
) -> Path:
    """Write rows of WKT in longitude and latitude and texts; of a shapefile without .cpg nobody can tell the
    encoding.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    options = [f"ENCODING={encoding}"] if driver == "ESRI Shapefile" else []
    if layer and path.exists():
        data = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    else:
        data = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    kind = ogr.wkbPolygon if driver == "ESRI Shapefile" else ogr.wkbUnknown
    # QGIS sets it for the whole process, and texts are then not recoded.
    set_by_qgis = gdal.GetConfigOption("SHAPE_ENCODING")
    gdal.SetConfigOption("SHAPE_ENCODING", None)
    try:
        made = data.CreateLayer(
            layer or path.stem, system if prj or path.suffix == ".shp" else None, kind, options
        )
    finally:
        gdal.SetConfigOption("SHAPE_ENCODING", set_by_qgis)
    for name in fields:
        definition = ogr.FieldDefn(name, ogr.OFTString)
        definition.SetWidth(width)
        made.CreateField(definition)
    for wkt, values in rows:
        feature = ogr.Feature(made.GetLayerDefn())
        for place, value in enumerate(values):
            if value is not None:
                feature.SetField(place, value)
        if wkt is not None:
            feature.SetGeometry(moved(wkt, epsg))
        made.CreateFeature(feature)
    del made, data
    if path.suffix == ".shp":
        if not prj:
            path.with_suffix(".prj").unlink()
        if not cpg:
            path.with_suffix(".cpg").unlink(missing_ok=True)
            table = bytearray(path.with_suffix(".dbf").read_bytes())
            table[29] = 0
            path.with_suffix(".dbf").write_bytes(table)
    return path


def told(rows: Sequence[dict[str, Any]], question: str) -> dict[str, Any]:
    """Return the one row of guesses that answers a question."""
    (found,) = [row for row in rows if row["question"] == question]
    return found
