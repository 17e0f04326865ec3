"""Small made-up outputs of the main job, with the fields of its contract, for tests of how they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsVectorFileWriter,
)
from qgis.PyQt.QtCore import QMetaType

INTEGER, REAL, TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
CLUSTER_FIELDS = (
    ("rank", INTEGER), ("cluster_id", INTEGER), ("name", TEXT), ("name_ko", TEXT), ("economies", TEXT),
    ("patents", REAL), ("publications", REAL), ("deals", REAL), ("share_patents", REAL),
    ("share_publications", REAL), ("share_deals", REAL), ("score", REAL), ("focus", TEXT),
    ("addresses", INTEGER), ("sites", INTEGER), ("area_km2", REAL), ("population", REAL), ("intensity", REAL),
    ("intensity_rank", INTEGER),
)  # fmt: skip
SITE_FIELDS = (
    ("cluster_id", INTEGER), ("rank", INTEGER), ("name", TEXT), ("role", TEXT), ("weight", REAL),
    ("inventors", REAL), ("authors", REAL), ("deals", REAL),
)  # fmt: skip
WORLD = ((126.98, 37.56), (139.69, 35.69), (-122.1, 37.4), (2.35, 48.86), (-46.6, -23.5), (151.2, -33.9))


def fields_of(columns: Sequence[tuple[str, QMetaType.Type]]) -> QgsFields:
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    return fields


def write(
    path: Path,
    layer: str,
    columns: Sequence[tuple[str, QMetaType.Type]],
    wkb_type: Qgis.WkbType,
    rows: Sequence[tuple[QgsGeometry | None, Sequence[Any]]],
    driver: str = "GPKG",
) -> str:
    """Write a layer and return what Processing calls its destination."""
    fields = fields_of(columns)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = layer
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        wkb_type,
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateTransformContext(),
        options,
    )
    for geometry, values in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(list(values))
        if geometry is not None:
            feature.setGeometry(geometry)
        if not writer.addFeature(feature):
            raise OSError(writer.errorMessage())
    del writer
    return f"{path}|layername={layer}" if driver == "GPKG" else str(path)


def cluster_rows(
    ranks: Sequence[int], places: Sequence[tuple[float, float]]
) -> list[tuple[QgsGeometry, list[Any]]]:
    """One round cluster per rank, at the places in turn; each has a Korean name but the last."""
    rows = []
    for position, rank in enumerate(ranks):
        x, y = places[position % len(places)]
        x += 0.9 * (position // len(places))
        shape = QgsGeometry.fromPointXY(QgsPointXY(x, y)).buffer(0.25, 12)
        shape.convertToMultiType()
        korean = f"도시 {rank}" if position < len(ranks) - 1 else None
        score = 14.0 / rank
        values = [rank, rank, f"City {rank}", korean, "KR", 100.0, 50.0, 3.0, score / 2, score / 4, score / 4,
                  score, "Both", 900, 12, 1500.5, None, None, None]  # fmt: skip
        rows.append((shape, values))
    return rows


def site_rows(
    ranks: Sequence[int], places: Sequence[tuple[float, float]]
) -> list[tuple[QgsGeometry, list[Any]]]:
    """A core and a border site per rank, and one of noise far from each."""
    rows = []
    for position, rank in enumerate(ranks):
        x, y = places[position % len(places)]
        x += 0.9 * (position // len(places))
        member = [rank, rank, f"City {rank}"]
        for role, dx, values in (
            ("core", 0.0, [*member, "core", 30.0, 20.0, 10.0, 0.0]),
            ("border", 0.2, [*member, "border", 2.0, 1.0, 1.0, 0.0]),
            ("noise", 3.0, [None, None, None, "noise", 1.0, 1.0, 0.0, 0.0]),
        ):
            del role
            rows.append((QgsGeometry.fromPointXY(QgsPointXY(x + dx, y)), values))
    return rows


def atlas(
    path: Path,
    ranks: Sequence[int] = (1, 25, 26, 50, 51, 75, 76, 100, 101, 240),
    places: Sequence[tuple[float, float]] = WORLD,
) -> dict[str, str]:
    """Write clusters, sites and ranking into one GeoPackage; return their destinations by name."""
    clusters = cluster_rows(ranks, places)
    return {
        "clusters": write(path, "clusters", CLUSTER_FIELDS, Qgis.WkbType.MultiPolygon, clusters),
        "sites": write(path, "sites", SITE_FIELDS, Qgis.WkbType.Point, site_rows(ranks, places)),
        "ranking": write(
            path, "ranking", CLUSTER_FIELDS, Qgis.WkbType.NoGeometry, [(None, row) for _, row in clusters]
        ),
    }
