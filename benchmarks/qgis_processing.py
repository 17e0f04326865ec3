"""Who computes from GeoPackage to GeoPackage, inside QGIS.

QGIS is imported where it starts: the other contenders' processes stay without it.
"""

from __future__ import annotations

import contextlib
import io
import sqlite3
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from .agreement import Answer
from .contenders import Contender
from .points import Points

# A transverse Mercator grid in metres.
PLANE = "EPSG:5179"


@cache
def start_qgis() -> tuple[Callable[..., Any], object, object]:
    """Start QGIS in this process, with our provider as QGIS loads it; return Processing's `run` of an
    algorithm, its parameters and perhaps a feedback, and what has to outlive it.
    """
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from innovation_clusters import classFactory

    Processing.initialize()
    plugin = classFactory(None)
    plugin.initProcessing()

    def run(algorithm: str, parameters: dict[str, Any], feedback: Any = None) -> Any:
        with contextlib.redirect_stdout(io.StringIO()):
            return Processing.runAlgorithm(algorithm, parameters, feedback=feedback)

    return run, application, plugin


def write_geopackage(path: Path, points: Points) -> None:
    """Write points in the plane, with their row number."""
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
    fields.append(QgsField("row", QMetaType.Type.Int))
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        Qgis.WkbType.Point,
        QgsCoordinateReferenceSystem(PLANE),
        QgsCoordinateTransformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    for row, (x, y) in enumerate(zip(points.x.tolist(), points.y.tolist(), strict=True)):
        feature = QgsFeature(fields)
        feature.setAttributes([row])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        writer.addFeature(feature)
    # The file is whole when the writer is gone.
    del writer


def processing(points: Points, folder: Path, algorithm: str, **options: Any) -> Callable[[], Path]:
    """Run an algorithm that has the parameters of native:dbscanclustering, and other ones."""
    run, *_ = start_qgis()
    source = folder / f"{points.x.size}.gpkg"
    write_geopackage(source, points)
    target = folder / "clusters.gpkg"
    parameters = {
        "INPUT": str(source),
        "EPS": points.eps,
        "MIN_SIZE": points.min_weight,
        "OUTPUT": str(target),
        **options,
    }

    def once() -> Path:
        target.unlink(missing_ok=True)
        run(algorithm, parameters)
        return target

    return once


def read_geopackage(path: Path) -> Answer:
    """Read the labels, and the core points where there is a role, in the order of the rows."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        [(table,)] = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")
        columns = [name for _, name, *_ in database.execute(f'PRAGMA table_info("{table}")')]
        role = "role" if "role" in columns else "NULL"
        rows = database.execute(f'SELECT "CLUSTER_ID", {role} FROM "{table}" ORDER BY "row"').fetchall()
    labels = np.array([-1 if number is None else number - 1 for number, _ in rows], dtype=np.int32)
    core = np.array([role == "core" for _, role in rows]) if role == "role" else None
    return Answer(labels, core)


# Planar, because the other one is: on a country as wide as this one, ours would choose the ellipsoid.
DENSITY_CLUSTERS = Contender(
    "innovationclusters:densityclusters",
    partial(processing, algorithm="innovationclusters:densityclusters", METRIC="planar"),
    read_geopackage,
)
NATIVE = Contender(
    "native:dbscanclustering", partial(processing, algorithm="native:dbscanclustering"), read_geopackage
)
