"""Points in zones beside QGIS's own Count points in polygon, and the best circle among a million points.

The zones are made up: as many as Korea has industrial complexes, round and ragged, most of them small, some
as wide as a metropolitan city, each at one of the points.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from .agreement import Answer
from .comparisons import Comparison, Entry
from .contenders import Contender
from .points import Points, country
from .qgis_processing import PLANE, start_qgis, write_geopackage
from .table import Goal

POINTS = 1_000_000
ZONES = 1_300
CORNERS = 100

# A zone's radius in metres: half of them below the median, one in a hundred above ten times as much.
MEDIAN, SPREAD = 2_000.0, 1.0


def write_zones(path: Path, points: Points) -> None:
    """Write the zones as polygons, with their number."""
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

    random = np.random.default_rng(1963)
    centre = random.integers(0, points.x.size, ZONES)
    radius = MEDIAN * np.exp(SPREAD * random.normal(size=ZONES))
    turn = np.linspace(0.0, 2.0 * np.pi, CORNERS, endpoint=False)
    fields = QgsFields()
    fields.append(QgsField("zone_id", QMetaType.Type.Int))
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        Qgis.WkbType.Polygon,
        QgsCoordinateReferenceSystem(PLANE),
        QgsCoordinateTransformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    for zone in range(ZONES):
        ragged = radius[zone] * random.uniform(0.8, 1.2, CORNERS)
        x = points.x[centre[zone]] + ragged * np.cos(turn)
        y = points.y[centre[zone]] + ragged * np.sin(turn)
        ring = [QgsPointXY(*corner) for corner in zip(x.tolist(), y.tolist(), strict=True)]
        feature = QgsFeature(fields)
        feature.setAttributes([zone])
        feature.setGeometry(QgsGeometry.fromPolygonXY([[*ring, ring[0]]]))
        writer.addFeature(feature)
    # The file is whole when the writer is gone.
    del writer


def _counting(
    points: Points, folder: Path, algorithm: str, names: dict[str, str], **options: Any
) -> Callable[[], Path]:
    """Run an algorithm on points and zones; `names` are its parameters for points, zones and output."""
    run, *_ = start_qgis()
    source, zones = folder / f"{points.x.size}.gpkg", folder / f"zones-{points.x.size}.gpkg"
    write_geopackage(source, points)
    write_zones(zones, points)
    target = folder / "counted.gpkg"
    parameters = {names["points"]: str(source), names["zones"]: str(zones), names["output"]: str(target)}

    def once() -> Path:
        target.unlink(missing_ok=True)
        run(algorithm, {**parameters, **options})
        return target

    return once


def _read_counts(path: Path, field: str) -> Answer:
    with contextlib.closing(sqlite3.connect(path)) as database:
        [(table,)] = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")
        rows = database.execute(f'SELECT "{field}" FROM "{table}" ORDER BY "zone_id"').fetchall()
    return Answer(np.array([round(count) for (count,) in rows], dtype=np.int64), None)


def _proposing(points: Points, folder: Path, **options: Any) -> Callable[[], float]:
    run, *_ = start_qgis()
    source = folder / f"{points.x.size}.gpkg"
    write_geopackage(source, points)
    target = folder / "proposed.gpkg"

    def once() -> float:
        target.unlink(missing_ok=True)
        result = run(
            "innovationclusters:proposezone", {"INPUT": str(source), "SHAPES": str(target), **options}
        )
        return float(result["WEIGHT_INSIDE"])

    return once


def _read_weight(weight: float) -> Answer:
    return Answer(np.array([round(weight)], dtype=np.int64), None)


# Without the ring: the other one has none.
ZONE_OVERLAY = Contender(
    "innovationclusters:zoneoverlay, scorecards",
    partial(
        _counting,
        algorithm="innovationclusters:zoneoverlay",
        names={"points": "INPUT", "zones": "ZONES", "output": "SCORECARD"},
        BORDER="outside",
        RING=0.0,
    ),
    partial(_read_counts, field="addresses"),
)
COUNT_POINTS = Contender(
    "native:countpointsinpolygon",
    partial(
        _counting,
        algorithm="native:countpointsinpolygon",
        names={"points": "POINTS", "zones": "POLYGONS", "output": "OUTPUT"},
    ),
    partial(_read_counts, field="NUMPOINTS"),
)
CIRCLE = Contender(
    "innovationclusters:proposezone, a circle of 20 km", partial(_proposing, RADIUS=20_000.0), _read_weight
)
THREE_AND_BELTS = Contender(
    "the same, three circles and belts of 10 km",
    partial(_proposing, RADIUS=20_000.0, COUNT=3, BELT_WIDTH=10_000.0),
    _read_weight,
)

ZONE_COMPARISONS = {
    "zones": Comparison(
        f"GeoPackage to GeoPackage in QGIS: {POINTS:,} points in {ZONES:,} zones",
        lambda part: country(POINTS // part, 1.0, 1.0),
        (
            Entry(ZONE_OVERLAY),
            Entry(COUNT_POINTS, like=ZONE_OVERLAY, goal=Goal(10.0, at_least=True)),
        ),
    ),
    "proposal": Comparison(
        f"GeoPackage to GeoPackage in QGIS: where a zone would hold most of {POINTS:,} points",
        lambda part: country(POINTS // part, 1.0, 1.0),
        (Entry(CIRCLE, goal=Goal(10.0)), Entry(THREE_AND_BELTS, like=CIRCLE)),
    ),
}
