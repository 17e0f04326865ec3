"""Points in zones beside QGIS's own Count points in polygon, and the best circle among a million points.

The zones are made up as those of a country lie: 16 provinces and 256 municipalities that share borders, and
over them round and ragged ones at points, most of them small, some as wide as a metropolitan city. QGIS's own
takes most of its time for points in zones, ours for reading points and measuring zones, which the other one
does not: the ratio grows with the number of zones that a point is in, so small zones alone are measured too.
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

# Provinces and municipalities along a side of the country, and corners along a side of each.
DIVISIONS = (4, 16)
SIDE_CORNERS = 40

Ring = list[tuple[float, float]]


def round_zones(points: Points, count: int) -> list[Ring]:
    """Return ragged circles round points."""
    random = np.random.default_rng(1963)
    centre = random.integers(0, points.x.size, count)
    radius = MEDIAN * np.exp(SPREAD * random.normal(size=count))
    turn = np.linspace(0.0, 2.0 * np.pi, CORNERS, endpoint=False)
    rings = []
    for zone in range(count):
        ragged = radius[zone] * random.uniform(0.8, 1.2, CORNERS)
        x = points.x[centre[zone]] + ragged * np.cos(turn)
        y = points.y[centre[zone]] + ragged * np.sin(turn)
        rings.append(list(zip(x.tolist(), y.tolist(), strict=True)))
    return rings


def divided(points: Points, parts: int) -> list[Ring]:
    """Return the country cut into `parts` × `parts` areas with winding borders that neighbours share."""
    west, south = float(points.x.min()), float(points.y.min())
    width, height = float(np.ptp(points.x)), float(np.ptp(points.y))
    along = np.linspace(0.0, 1.0, SIDE_CORNERS, endpoint=False)
    side = np.zeros(SIDE_CORNERS)
    around_x = np.concatenate([along, side + 1.0, 1.0 - along, side])
    around_y = np.concatenate([side, along, side + 1.0, 1.0 - along])
    rings = []
    for number in range(parts * parts):
        across, up = (number % parts + around_x) / parts, (number // parts + around_y) / parts
        x = west + width * (across + 0.01 * np.sin(40.0 * up))
        y = south + height * (up + 0.01 * np.sin(40.0 * across))
        rings.append(list(zip(x.tolist(), y.tolist(), strict=True)))
    return rings


def small_zones(points: Points) -> list[Ring]:
    """Return round zones alone."""
    return round_zones(points, ZONES)


def zones_and_districts(points: Points) -> list[Ring]:
    """Return provinces, municipalities and, to make up the number, round zones."""
    districts = [ring for parts in DIVISIONS for ring in divided(points, parts)]
    return [*districts, *round_zones(points, ZONES - len(districts))]


def write_zones(path: Path, rings: list[Ring]) -> None:
    """Write zones as polygons, with their number."""
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
    for zone, ring in enumerate(rings):
        corners = [QgsPointXY(x, y) for x, y in [*ring, ring[0]]]
        feature = QgsFeature(fields)
        feature.setAttributes([zone])
        feature.setGeometry(QgsGeometry.fromPolygonXY([corners]))
        writer.addFeature(feature)
    # The file is whole when the writer is gone.
    del writer


def _counting(
    points: Points,
    folder: Path,
    algorithm: str,
    names: dict[str, str],
    make: Callable[[Points], list[Ring]],
    **options: Any,
) -> Callable[[], Path]:
    """Run an algorithm on points and zones; `names` are its parameters for points, zones and output."""
    run, *_ = start_qgis()
    source, zones = folder / f"{points.x.size}.gpkg", folder / f"zones-{points.x.size}.gpkg"
    write_geopackage(source, points)
    write_zones(zones, make(points))
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


def _ours(make: Callable[[Points], list[Ring]]) -> Contender:
    # Without the ring: the other one has none.
    return Contender(
        "innovationclusters:zoneoverlay, scorecards",
        partial(
            _counting,
            algorithm="innovationclusters:zoneoverlay",
            names={"points": "INPUT", "zones": "ZONES", "output": "SCORECARD"},
            make=make,
            BORDER="outside",
            RING=0.0,
        ),
        partial(_read_counts, field="addresses"),
    )


def _of_qgis(make: Callable[[Points], list[Ring]]) -> Contender:
    return Contender(
        "native:countpointsinpolygon",
        partial(
            _counting,
            algorithm="native:countpointsinpolygon",
            names={"points": "POINTS", "zones": "POLYGONS", "output": "OUTPUT"},
            make=make,
        ),
        partial(_read_counts, field="NUMPOINTS"),
    )


def _beside(make: Callable[[Points], list[Ring]], goal: Goal) -> tuple[Entry, ...]:
    ours = _ours(make)
    return Entry(ours), Entry(_of_qgis(make), like=ours, goal=goal)


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
        f"GeoPackage to GeoPackage in QGIS: {POINTS:,} points in {ZONES:,} zones, districts among them",
        lambda part: country(POINTS // part, 1.0, 1.0),
        _beside(zones_and_districts, Goal(10.0, at_least=True)),
    ),
    "small-zones": Comparison(
        f"GeoPackage to GeoPackage in QGIS: {POINTS:,} points in {ZONES:,} zones, most of them small",
        lambda part: country(POINTS // part, 1.0, 1.0),
        _beside(small_zones, Goal(10.0, at_least=True)),
    ),
    "proposal": Comparison(
        f"GeoPackage to GeoPackage in QGIS: where a zone would hold most of {POINTS:,} points",
        lambda part: country(POINTS // part, 1.0, 1.0),
        (Entry(CIRCLE, goal=Goal(10.0)), Entry(THREE_AND_BELTS, like=CIRCLE)),
    ),
}
