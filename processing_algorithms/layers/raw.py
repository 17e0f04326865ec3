"""Layers of files as they are: texts as bytes where nobody has said in which encoding, geometry as WKB, the
reference system as the file declares it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSource,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.zones.datums import system_of_wkt
from ...analysis.zones.delimited import distinct_names
from ...analysis.zones.encodings import read_header
from .nulls import is_null

# Reference systems of GeoPackage that say that there is none.
_UNDEFINED = "Undefined"

# Formats in which a layer without a reference system has one, by their rules.
_OF_FORMAT = frozenset({"GeoJSON", "KML", "LIBKML"})

# Tables in which QGIS keeps what is its own.
_OF_QGIS = frozenset({"layer_styles", "qgis_projects"})

# What V-World and Google called the same before it had a number.
PSEUDO_MERCATOR, OLD_PSEUDO_MERCATOR = "EPSG:3857", "EPSG:900913"

_EACH = 256


@dataclass
class RawLayer:
    """A layer of a file.

    `called` is what the file is called, `name` the layer; `columns` are texts by field, bytes where `encoded`
    (then the names of fields are such bytes too, as surrogates), None for NULL; `geometry` is WKB, None for
    none. `declared` is the reference system by its id or WKT, and `source` who says so: prj, layer or format.
    `cpg` and `driver` are what a shapefile says of its encoding. `unread` counts rows that the file promises
    and does not hold.
    """

    called: str
    name: str
    columns: dict[str, list[Any]]
    geometry: list[bytes | None]
    encoded: bool = False
    declared: str = ""
    source: str = "layer"
    cpg: str = ""
    driver: int = 0
    unread: int = 0
    notes: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.geometry)


def id_of(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a reference system as a text that it can be made from again; empty for an invalid one."""
    if not crs.isValid():
        return ""
    found = system_of_wkt(crs.toWkt()) or crs.authid() or crs.toWkt()
    return PSEUDO_MERCATOR if found == OLD_PSEUDO_MERCATOR else str(found)


def crs_of(text: str) -> QgsCoordinateReferenceSystem:
    """Return the reference system that an id or WKT stands for."""
    crs = QgsCoordinateReferenceSystem(text)
    return crs if crs.isValid() else QgsCoordinateReferenceSystem.fromWkt(text)


def read_source(source: QgsProcessingFeatureSource, called: str, monitor: Monitor) -> RawLayer:
    """Read a layer that QGIS has open; its filter and selection hold. Raises Cancelled."""
    names = source.fields().names()
    columns: dict[str, list[Any]] = {name: [] for name in names}
    geometry: list[bytes | None] = []
    total = max(1, source.featureCount())
    for row, feature in enumerate(source.getFeatures()):
        if row % _EACH == 0:
            monitor.progress(row / total)
        for name, value in zip(names, feature.attributes(), strict=True):
            columns[name].append(_text_of(value))
        shape = feature.geometry()
        geometry.append(None if shape.isNull() else bytes(shape.asWkb()))
    return RawLayer(called, source.sourceName(), columns, geometry, declared=id_of(source.sourceCrs()))


def _text_of(value: Any) -> str | None:
    if is_null(value):
        return None
    if isinstance(value, QDate | QDateTime | QTime):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def read_layers(path: Path, called: str, drivers: tuple[str, ...], monitor: Monitor) -> list[RawLayer]:
    """Read all layers of a file. Raises InputError where it is damaged, and Cancelled."""
    if path.suffix.lower() == ".shp":
        return [_read_shapefile(path, called, monitor)]
    options = ["WRITE_GFS=NO"] if path.suffix.lower() == ".gml" else []
    with _opened(path, called, drivers, options) as data:
        layers = [data.GetLayer(number) for number in range(data.GetLayerCount())]
        layers = [layer for layer in layers if layer.GetName() not in _OF_QGIS]
        # A layer of its own in a file of one is called as the file.
        several = len(layers) > 1
        found = []
        for number, layer in enumerate(layers):
            raw = _read_layer(
                layer,
                f"{called}/{layer.GetName()}" if several else called,
                False,
                monitor.part(number / len(layers), (number + 1) / len(layers)),
            )
            raw.declared = _declared_by(layer.GetSpatialRef())
            raw.source = "format" if data.GetDriver().ShortName in _OF_FORMAT else "layer"
            found.append(raw)
        return found


def _read_shapefile(path: Path, called: str, monitor: Monitor) -> RawLayer:
    parts = _parts_of(path)
    driver = 0
    if ".dbf" in parts:
        table = parts[".dbf"]
        with table.open("rb") as file:
            driver = read_header(file.read(32), os.path.getsize(table), f"{called} ({table.name})").driver
    text = parts[".prj"].read_bytes().decode("utf-8", errors="replace") if ".prj" in parts else ""
    declared = system_of_wkt(text) or id_of(QgsCoordinateReferenceSystem.fromWkt(text))
    with tempfile.TemporaryDirectory(prefix="innovation-clusters-") as folder:
        if ".shx" not in parts or (".prj" in parts and not declared):
            # GDAL can make the index anew, but beside the file; and a bad .prj can keep it from all the rest.
            path = _copied(path, parts, Path(folder))
        with (
            _restoring_index(".shx" not in parts),
            _opened(path, called, ("ESRI Shapefile",), ["ENCODING="]) as data,
        ):
            raw = _read_layer(data.GetLayer(0), called, True, monitor)
    raw.driver = driver
    if ".prj" in parts:
        raw.declared, raw.source = declared, "prj"
        raw.notes += [] if declared else ["prj_unreadable"]
    if ".cpg" in parts:
        raw.cpg = parts[".cpg"].read_bytes().decode("ascii", errors="replace").strip()
    if ".dbf" not in parts:
        raw.notes.append("no_dbf")
    return raw


def _parts_of(path: Path) -> dict[str, Path]:
    """Return the files of a shapefile by their endings in small letters."""
    return {
        each.suffix.lower(): each
        for each in path.parent.iterdir()
        if each.stem.lower() == path.stem.lower() and each.is_file()
    }


def _copied(path: Path, parts: Mapping[str, Path], folder: Path) -> Path:
    for suffix, part in parts.items():
        if suffix in (".shp", ".shx", ".dbf"):
            shutil.copyfile(part, folder / f"{path.stem}{suffix}")
    return folder / f"{path.stem}.shp"


@contextmanager
def _restoring_index(wanted: bool) -> Iterator[None]:
    if wanted:
        gdal.SetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES")
    try:
        yield
    finally:
        if wanted:
            gdal.SetThreadLocalConfigOption("SHAPE_RESTORE_SHX", None)


@contextmanager
def _opened(path: Path, called: str, drivers: tuple[str, ...], options: list[str]) -> Iterator[gdal.Dataset]:
    """Open a file with GDAL, whose complaints become one sentence."""
    complaints: list[str] = []

    def hear(kind: int, number: int, message: str) -> None:
        del number
        if kind >= gdal.CE_Failure:
            complaints.append(message)

    gdal.PushErrorHandler(hear)
    try:
        data = gdal.OpenEx(
            str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=list(drivers), open_options=options
        )
        if data is None:
            raise RuntimeError(complaints[-1] if complaints else "not a layer")
        yield data
    except RuntimeError as error:
        # Complaints name the path on this machine; it says nothing to the user and travels with reports.
        problem = str(error).replace(str(path), path.name).strip(" .")
        raise InputError(
            "INPUT", "{file} cannot be read: {problem}; get the file again.", file=called, problem=problem
        ) from error
    finally:
        gdal.PopErrorHandler()


def _read_layer(layer: ogr.Layer, called: str, encoded: bool, monitor: Monitor) -> RawLayer:
    definition = layer.GetLayerDefn()
    fields = range(definition.GetFieldCount())
    names = distinct_names([_as_text(definition.GetFieldDefn(place).GetNameRef()) for place in fields])
    columns: dict[str, list[Any]] = {name: [] for name in names}
    geometry: list[bytes | None] = []
    total = max(1, layer.GetFeatureCount())
    layer.ResetReading()
    while (feature := _next(layer)) is not None:
        if len(geometry) % _EACH == 0:
            monitor.progress(len(geometry) / total)
        for place, name in zip(fields, names, strict=True):
            value = feature.GetFieldAsString(place) if feature.IsFieldSetAndNotNull(place) else None
            columns[name].append(_as_bytes(value) if encoded else _as_text(value))
        shape = feature.GetGeometryRef()
        geometry.append(None if shape is None else bytes(shape.ExportToIsoWkb()))
    unread = max(0, layer.GetFeatureCount() - len(geometry))
    return RawLayer(called, layer.GetName(), columns, geometry, encoded=encoded, unread=unread)


def _next(layer: ogr.Layer) -> ogr.Feature | None:
    try:
        return layer.GetNextFeature()
    except RuntimeError:
        # Whether GDAL raises or just stops at a damaged row is for whoever set up the process.
        return None


def _as_bytes(value: Any) -> bytes | None:
    """Return a text as the file has it: what is not UTF-8 comes as surrogates, or as bytes."""
    return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value


def _as_text(value: Any) -> Any:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def _declared_by(reference: Any) -> str:
    if reference is None or str(reference.GetName()).startswith(_UNDEFINED):
        return ""
    return id_of(QgsCoordinateReferenceSystem.fromWkt(reference.ExportToWkt()))
