"""Made-up layers with fields of every type, values of every kind, and rows without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
)
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QMetaType, QTime, QTimeZone

GRID = "EPSG:5179"
TYPE = QMetaType.Type
PLAIN = {
    "whole": TYPE.Int,
    "big": TYPE.LongLong,
    "number": TYPE.Double,
    "flag": TYPE.Bool,
    'te"xt': TYPE.QString,
    "day": TYPE.QDate,
    "moment": TYPE.QDateTime,
    "bytes": TYPE.QByteArray,
}


def value(kind: QMetaType.Type, random: np.random.Generator) -> Any:
    """Return a value of a field, one in six NULL."""
    if random.random() < 1 / 6:
        return None
    match kind:
        case TYPE.Int:
            return int(random.integers(-(2**31) + 1, 2**31))
        case TYPE.LongLong:
            return int(random.integers(-(2**63) + 1, 2**63 - 1))
        case TYPE.Double:
            return float(random.choice([0.0, -0.1, 1e300, 5e-324, random.normal(), float("inf")]))
        case TYPE.Bool:
            return bool(random.random() < 0.5)
        case TYPE.QDate:
            return QDate(1900, 1, 1).addDays(int(random.integers(0, 60_000)))
        case TYPE.QDateTime:
            moment = QTime(0, 0).addMSecs(int(random.integers(0, 86_400_000)))
            zone = [QTimeZone.utc(), QTimeZone(9 * 3600), QTimeZone.systemTimeZone()][random.integers(0, 3)]
            return QDateTime(QDate(2024, 2, 29), moment, zone)
        case TYPE.QByteArray:
            return QByteArray(random.bytes(int(random.integers(0, 9))))
        case TYPE.QStringList:
            return ["a", "한글"]
    texts = ["", "한글", "it's", 'say "so"', "a\nb\tc", "NULL", " padded ", "😀", "x" * 300]
    return texts[random.integers(0, len(texts))]


def geometry(kind: str, random: np.random.Generator, crs: str, empty: bool) -> QgsGeometry:
    """Return a geometry near the middle of Korea; one in ten may be none, and one in ten empty."""
    chance = random.random()
    dimensions = kind.removeprefix("Multi").removeprefix("Point")
    if empty and chance < 0.2:
        return QgsGeometry() if chance < 0.1 else QgsGeometry.fromWkt(f"{kind} EMPTY")
    count = 1 if not kind.startswith("Multi") or chance < 0.7 else 2
    low, high = (30.0, 30.1) if crs == "EPSG:4326" else (1e6, 1.01e6)
    drawn = [[*random.uniform(low, high, 2), *random.uniform(0, 99, len(dimensions))] for _ in range(count)]
    places = ", ".join(" ".join(repr(float(number)) for number in place) for place in drawn)
    return QgsGeometry.fromWkt(f"{kind} ({places})")


def write(
    path: Path,
    kind: str = "Point",
    fields: dict[str, QMetaType.Type] = PLAIN,
    count: int = 60,
    driver: str = "GPKG",
    options: tuple[str, ...] = (),
    seed: int = 1,
    crs: str = GRID,
    table: str = "",
    empty: bool = True,
) -> Path:
    """Write a made-up layer of every kind of value."""
    random = np.random.default_rng(seed)
    schema = QgsFields()
    for name, type_ in fields.items():
        schema.append(QgsField(name, type_))
    save = QgsVectorFileWriter.SaveVectorOptions()
    if driver == "FlatGeobuf":
        # With one, it takes no rows without a geometry.
        options = (*options, "SPATIAL_INDEX=NO")
    save.driverName, save.layerOptions, save.layerName = driver, list(options), table
    if path.exists():
        save.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    writer = QgsVectorFileWriter.create(
        str(path),
        schema,
        Qgis.WkbType[kind],
        QgsCoordinateReferenceSystem(crs),
        QgsCoordinateTransformContext(),
        save,
    )
    for _ in range(count):
        feature = QgsFeature(schema)
        for index, type_ in enumerate(fields.values()):
            feature[index] = value(type_, random)
        feature.setGeometry(geometry(kind, random, crs, empty))
        if not writer.addFeature(feature):
            raise OSError(writer.errorMessage())
    del writer
    return path
