"""QGIS with the plugin, as for the tests in QGIS, and a PostgreSQL with PostGIS of the tests' own.

Run by the Python of QGIS, with no conftest above this folder: that one needs Spark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from qgis.core import QgsDataSourceUri, QgsProject, QgsVectorLayer, QgsWkbTypes

from innovation_clusters.tests.distributed.at_source.conftest import (
    Database,
    database,
    own_database,
)
from innovation_clusters.tests.qgis.conftest import (
    Feedback,
    Run,
    feedback,
    make_layer,
    project_left_empty,
    pytest_sessionfinish,
    pytest_unconfigure,
    qgis_app,
    run,
)

__all__ = [
    "Database",
    "Feedback",
    "Run",
    "database",
    "feedback",
    "make_layer",
    "own_database",
    "project_left_empty",
    "pytest_sessionfinish",
    "pytest_unconfigure",
    "qgis_app",
    "run",
]

LayerOf = Callable[..., QgsVectorLayer]


@pytest.fixture
def layer_of(qgis_app: Any) -> Iterator[LayerOf]:
    """Open a table of a database as a layer: `layer_of(database, "addresses")`."""
    made: list[str] = []

    def open_layer(
        of: Database,
        table: str,
        *,
        schema: str = "public",
        geometry: str = "place",
        key: str = "",
        where: str = "",
        srid: str = "",
        kind: str = "",
        user: str = "owner",
        password: str = "right",
    ) -> QgsVectorLayer:
        uri = QgsDataSourceUri()
        uri.setConnection("127.0.0.1", str(of.port), "postgres", user, password)
        uri.setDataSource("" if table.startswith("(") else schema, table, geometry, where, key)
        uri.setSrid(srid)
        if kind:
            uri.setWkbType(QgsWkbTypes.parseType(kind))
        layer = QgsVectorLayer(uri.uri(False), table, "postgres")
        if not layer.isValid():
            raise ValueError(layer.error().message() or layer.dataProvider().error().message())
        QgsProject.instance().addMapLayer(layer)
        made.append(layer.id())
        return layer

    yield open_layer
    QgsProject.instance().removeMapLayers(made)
