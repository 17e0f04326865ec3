"""Columns and points read in blocks are those of QGIS's features, value by value, or are read as features."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.processing_algorithms.densityclusters import DensityClusters
from innovation_clusters.processing_algorithms.layers import arrow
from innovation_clusters.processing_algorithms.layers.points import PointTable, read_points
from innovation_clusters.processing_algorithms.layers.stored import (
    NotInBlocksError,
    StoredLayer,
    name_in_file,
    stored_layer,
)
from innovation_clusters.tests.qgis.layers.made_up_layers import PLAIN, write

TYPE = QMetaType.Type
NUMBERS = ["whole", "big", "number"]


@pytest.fixture
def context(qgis_app: Any) -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def stored(layer: QgsVectorLayer, context: QgsProcessingContext) -> StoredLayer:
    """Return where the layer is stored."""
    algorithm = DensityClusters()
    algorithm.initAlgorithm()
    found = stored_layer(algorithm, {"INPUT": layer}, "INPUT", context)
    assert found is not None
    return found


def read_in_blocks(
    layer: QgsVectorLayer, columns: list[str], context: QgsProcessingContext, **options: Any
) -> PointTable:
    """Read in blocks and as features, and check that it is the same. Raises NotInBlocksError."""
    where = stored(layer, context)
    fields = layer.fields()
    chosen = [fields.at(fields.lookupField(name)) for name in columns]
    reason = arrow.why_not_in_blocks(where, chosen)
    if reason:
        raise NotInBlocksError(reason)
    list(arrow.read_blocks(where, chosen, options.get("geometries", True)))
    source = QgsProcessingFeatureSource(layer, context)
    fast = read_points(source, columns, context, Monitor(), stored=where, **options)
    slow = read_points(source, columns, context, Monitor(), **options)
    for name in ("x", "y", "layer_x", "layer_y", "ids", "form"):
        assert np.array_equal(getattr(fast, name), getattr(slow, name), equal_nan=name[-1] in "xy"), name
    assert (fast.with_z, fast.with_m) == (slow.with_z, slow.with_m)
    assert list(fast.columns) == list(slow.columns)
    for name, column in slow.columns.items():
        assert fast.columns[name].dtype == object
        assert fast.columns[name].tolist() == column.tolist(), name
        assert [type(value) for value in fast.columns[name]] == [type(value) for value in column], name
    return fast


@pytest.mark.parametrize("kind", ["Point", "PointZM", "MultiPointZ", "LineString"])
@pytest.mark.parametrize(
    ("driver", "name", "columns"),
    [
        ("GPKG", "in.gpkg", ["te'xt", *NUMBERS, "fid", "other"]),
        ("ESRI Shapefile", "in.shp", ["whole", "number"]),
        ("GeoJSON", "in.geojson", ["whole", "number"]),
    ],
)
def test_every_format_and_type(
    context: QgsProcessingContext, tmp_path: Path, kind: str, driver: str, name: str, columns: list[str]
) -> None:
    fields = {"te'xt": TYPE.QString, "other": TYPE.QString, **PLAIN}
    if driver != "GPKG":
        fields = {column: PLAIN[column] for column in columns}
    crs = "EPSG:4326" if driver == "GeoJSON" else "EPSG:5179"
    layer = QgsVectorLayer(str(write(tmp_path / name, kind, fields, 500, driver, crs=crs)), "", "ogr")
    read = read_in_blocks(layer, columns, context)
    assert len(read) == 500
    assert all(None in read.columns[column].tolist() for column in columns if column != "fid")
    read_in_blocks(layer, columns, context, geometries=False)
    assert layer.setSubsetString('"whole" > 0')
    assert 100 < len(read_in_blocks(layer, columns, context)) < 400


def test_many_blocks(context: QgsProcessingContext, tmp_path: Path) -> None:
    fields = {"text": TYPE.QString, "whole": TYPE.Int}
    layer = QgsVectorLayer(str(write(tmp_path / "in.gpkg", fields=fields, count=140_000)), "", "ogr")
    layer.selectByIds(list(range(1, 140_000, 3)))
    read_in_blocks(layer, ["text", "whole"], context)
    seen: list[float] = []
    source = QgsProcessingFeatureSource(layer, context)
    where = stored(layer, context)
    read_points(source, ["text"], context, Monitor(seen.append), stored=where)
    assert len(seen) >= 4
    assert seen == sorted(seen)
    for stage in range(len(seen)):
        calls = iter(range(99))
        monitor = Monitor(None, lambda calls=calls, at=stage: next(calls) >= at)  # type: ignore[misc]
        with pytest.raises(Cancelled):
            read_points(source, ["text"], context, monitor, stored=where)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("CAST(x'6100' || x'62' AS TEXT)", "signs of their own"),
        ("char(65279) || 'a'", "signs of their own"),
        ("CAST(x'61ff62' AS TEXT)", "decode"),
        ("x'6162'", "no text"),
    ],
)
def test_texts_that_qgis_tells_in_its_own_way(
    context: QgsProcessingContext, tmp_path: Path, value: str, reason: str
) -> None:
    """Cut at a NUL, without a mark of byte order, with signs in place of bytes: then QGIS is asked."""
    path = write(tmp_path / "in.gpkg", fields={"text": TYPE.QString}, options=("SPATIAL_INDEX=NO",))
    with closing(sqlite3.connect(path)) as database:
        database.execute(f'UPDATE "in" SET text = {value} WHERE fid = 31')
        database.commit()
    layer = QgsVectorLayer(str(path), "", "ogr")
    with pytest.raises(NotInBlocksError, match=reason):
        read_in_blocks(layer, ["text"], context)
    source = QgsProcessingFeatureSource(layer, context)
    read, features = (
        read_points(source, ["text"], context, Monitor(), stored=where)
        for where in (stored(layer, context), None)
    )
    assert read.columns["text"].tolist() == features.columns["text"].tolist()


def test_rows_that_an_index_puts_in_another_order(context: QgsProcessingContext, tmp_path: Path) -> None:
    """Whatever order SQLite chooses, the rows come in that of their ids, or are read as features."""
    path = write(tmp_path / "in.gpkg", fields={"text": TYPE.QString, "whole": TYPE.Int}, count=400)
    with closing(sqlite3.connect(path)) as database:
        database.execute('CREATE INDEX by_whole ON "in" (whole)')
        database.commit()
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert layer.setSubsetString('"whole" > 0')
    source = QgsProcessingFeatureSource(layer, context)
    for columns in (["text"], ["whole"]):
        read, features = (
            read_points(source, columns, context, Monitor(), stored=where)
            for where in (stored(layer, context), None)
        )
        assert read.ids.tolist() == features.ids.tolist()
        assert read.columns[columns[0]].tolist() == features.columns[columns[0]].tolist()


@pytest.mark.parametrize(
    ("damage", "columns"),
    [
        (lambda path: path.write_bytes(b"nothing"), ["whole"]),
        (lambda path: path.unlink(), ["whole"]),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), ["whole", "text"]),
    ],
)
def test_a_file_that_is_not_what_it_was(
    context: QgsProcessingContext, tmp_path: Path, damage: Any, columns: list[str]
) -> None:
    path = write(tmp_path / "in.gpkg", fields={"text": TYPE.QString, "whole": TYPE.Int})
    layer = QgsVectorLayer(str(path), "", "ogr")
    where = stored(layer, context)
    there = layer.fields()
    fields = [there.at(there.lookupField(name)) for name in columns]
    del layer
    damage(path)
    with pytest.raises(NotInBlocksError):
        list(arrow.read_blocks(where, fields, True))


def test_without_arrow_and_with_types_of_objects(
    context: QgsProcessingContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = QgsVectorLayer(str(write(tmp_path / "in.gpkg")), "", "ogr")
    for name in ("flag", "day", "moment", "bytes"):
        with pytest.raises(NotInBlocksError, match=f"the field {name} of type"):
            read_in_blocks(layer, [name], context)
    monkeypatch.setattr(arrow, "ogr", SimpleNamespace(Layer=object))
    with pytest.raises(NotInBlocksError, match="without Arrow"):
        read_in_blocks(layer, ["whole"], context)


def test_the_name_of_a_layer_in_its_file(
    tmp_path: Path, qgis_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "in.gpkg", table="the table")
    assert name_in_file(StoredLayer(path, 0, "GPKG")) == "the table"
    assert name_in_file(StoredLayer(path, "another", "GPKG")) == "another"

    def raises(*arguments: Any) -> None:
        raise RuntimeError("no such file")

    missing = StoredLayer(tmp_path / "no.gpkg", 0, "GPKG")
    for opened in (gdal.OpenEx, raises):
        # Another plugin may have asked GDAL to raise.
        monkeypatch.setattr(gdal, "OpenEx", opened)
        assert name_in_file(missing) == ""
        with pytest.raises(NotInBlocksError):
            list(arrow.read_blocks(missing, [], True))


def test_where_gdal_fails_half_way() -> None:
    class Layer:
        def GetArrowStreamAsNumPy(self) -> Iterator[dict[str, Any]]:
            yield {"fid": np.arange(3)}
            raise SystemError("Negative size")

    batches = arrow._batches(Layer())
    assert next(batches)["fid"].tolist() == [0, 1, 2]
    with pytest.raises(NotInBlocksError, match="Negative size"):
        next(batches)


def test_a_layer_without_rows(context: QgsProcessingContext, tmp_path: Path) -> None:
    layer = QgsVectorLayer(str(write(tmp_path / "in.gpkg", count=0)), "", "ogr")
    assert len(read_in_blocks(layer, ["whole", 'te"xt'], context)) == 0


def test_selected_rows(context: QgsProcessingContext, tmp_path: Path) -> None:
    layer = QgsVectorLayer(str(write(tmp_path / "in.gpkg")), "in", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.selectByIds([50, 3, 17, 44])
        algorithm = DensityClusters()
        algorithm.initAlgorithm()
        parameters = {"INPUT": QgsProcessingFeatureSourceDefinition(layer.id(), True)}
        where = stored_layer(algorithm, parameters, "INPUT", context)
        assert where is not None
        source = algorithm.parameterAsSource(parameters, "INPUT", context)
        read, features = (
            read_points(source, ['te"xt', "whole"], context, Monitor(), stored=way) for way in (where, None)
        )
    finally:
        QgsProject.instance().clear()
    assert read.ids.tolist() == features.ids.tolist() == [3, 17, 44, 50]
    assert all(read.columns[name].tolist() == features.columns[name].tolist() for name in read.columns)
