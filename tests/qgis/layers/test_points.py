"""Reading points into arrays: every form of geometry, NULL, the order of rows, transformations,
cancelling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.wkb import Form
from innovation_clusters.processing_algorithms.layers import points
from innovation_clusters.processing_algorithms.layers.points import (
    PointTable,
    read_again,
    read_points,
)
from innovation_clusters.processing_algorithms.layers.transforming import transform_points

MakeLayer = Callable[..., QgsVectorLayer]


@pytest.fixture
def context(qgis_app: Any) -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def read(layer: QgsVectorLayer, context: QgsProcessingContext, *columns: str, **options: Any) -> PointTable:
    source = QgsProcessingFeatureSource(layer, context)
    return read_points(source, columns, context, options.pop("monitor", Monitor()), **options)


@pytest.mark.parametrize(
    ("kind", "wkt", "form", "place", "z", "m"),
    [
        ("Point", "POINT (1 2)", Form.POINT, (1, 2), 0, 0),
        ("PointZ", "POINT Z (1 2 3)", Form.POINT, (1, 2), 1, 0),
        ("PointM", "POINT M (1 2 3)", Form.POINT, (1, 2), 0, 1),
        ("PointZM", "POINT ZM (1 2 3 4)", Form.POINT, (1, 2), 1, 1),
        ("MultiPoint", "MULTIPOINT ((1 2))", Form.POINT, (1, 2), 0, 0),
        ("MultiPointZ", "MULTIPOINT Z ((1 2 3))", Form.POINT, (1, 2), 1, 0),
        ("MultiPointZM", "MULTIPOINT ZM ((1 2 3 4))", Form.POINT, (1, 2), 1, 1),
        ("MultiPoint", "MULTIPOINT ((1 2), (3 4))", Form.SEVERAL_POINTS, None, 0, 0),
        ("MultiPointZ", "MULTIPOINT Z ((1 2 3), (1 2 3))", Form.SEVERAL_POINTS, None, 0, 0),
        ("MultiPoint", "MULTIPOINT EMPTY", Form.NOTHING, None, 0, 0),
        ("Point", "POINT EMPTY", Form.NOTHING, None, 0, 0),
        ("PointZ", "POINT Z EMPTY", Form.NOTHING, None, 0, 0),
        ("Point", None, Form.NOTHING, None, 0, 0),
        ("LineString", "LINESTRING (1 2, 3 4)", Form.NOT_A_POINT, None, 0, 0),
        ("LineString", "LINESTRING EMPTY", Form.NOT_A_POINT, None, 0, 0),
        ("PolygonZ", "POLYGON Z ((0 0 1, 1 0 1, 0 1 1, 0 0 1))", Form.NOT_A_POINT, None, 0, 0),
        ("MultiPolygon", "MULTIPOLYGON (((0 0, 1 0, 0 1, 0 0)))", Form.NOT_A_POINT, None, 0, 0),
        ("None", None, Form.NOTHING, None, 0, 0),
    ],
)
def test_forms(
    make_layer: MakeLayer,
    context: QgsProcessingContext,
    kind: str,
    wkt: str | None,
    form: Form,
    place: tuple[float, float] | None,
    z: int,
    m: int,
) -> None:
    table = read(make_layer(kind, "EPSG:4326", "id:integer", [(wkt, 7)]), context, "id")
    assert table.form.tolist() == [form]
    assert table.count(form) == 1
    assert (table.with_z, table.with_m) == (z, m)
    assert table.columns["id"].tolist() == [7]
    expected = place or (np.nan, np.nan)
    assert (table.x[0], table.y[0]) == pytest.approx(expected, nan_ok=True)


def test_null_becomes_none_and_values_keep_their_kind(
    make_layer: MakeLayer, context: QgsProcessingContext
) -> None:
    layer = make_layer(
        "Point",
        "EPSG:4326",
        "text:string&number:double&whole:integer&big:long&day:date",
        [("POINT (1 2)", "가", 0.5, 3, 2**40, "2024-05-06"), ("POINT (1 2)", None, None, None, None, None)],
    )
    table = read(layer, context, "text", "number", "whole", "big", "day", "", "text")
    assert list(table.columns) == ["text", "number", "whole", "big", "day"]
    assert [values[1] for values in table.columns.values()] == [None] * 5
    assert [values[0] for name, values in table.columns.items() if name != "day"] == ["가", 0.5, 3, 2**40]
    assert table.columns["day"][0].toString("yyyy-MM-dd") == "2024-05-06"


def test_an_unknown_field_is_a_programming_error(
    make_layer: MakeLayer, context: QgsProcessingContext
) -> None:
    layer = make_layer("Point", "EPSG:4326", "id:integer", [("POINT (1 2)", 7)])
    with pytest.raises(KeyError, match="nope"):
        read(layer, context, "id", "nope")


def test_no_rows_and_no_geometries_wanted(make_layer: MakeLayer, context: QgsProcessingContext) -> None:
    empty = read(make_layer("Point", "EPSG:4326", "id:integer", []), context, "id")
    assert len(empty) == 0
    assert empty.columns["id"].tolist() == []
    table = read(
        make_layer("Point", "EPSG:4326", "id:integer", [("POINT (1 2)", 7)]), context, "id", geometries=False
    )
    assert table.form.tolist() == [Form.NOTHING]
    assert np.isnan(table.x).all()


def test_rows_come_in_the_order_of_their_ids(make_layer: MakeLayer, context: QgsProcessingContext) -> None:
    class Shuffled(QgsProcessingFeatureSource):
        """Gives its features in another order every time, as a selection does from run to run."""

        def __init__(self, layer: QgsVectorLayer, seed: int) -> None:
            super().__init__(layer, context)
            self._features = [QgsFeature(feature) for feature in layer.getFeatures()]
            self._generator = np.random.default_rng(seed)

        def getFeatures(self, *arguments: Any) -> Any:
            order = iter(self._generator.permutation(len(self._features)).tolist())

            class Features:
                def nextFeature(self_, feature: QgsFeature) -> bool:  # noqa: N805
                    place = next(order, None)
                    if place is None:
                        return False
                    for setter, value in (
                        (feature.setId, self._features[place].id()),
                        (feature.setGeometry, self._features[place].geometry()),
                    ):
                        setter(value)
                    feature.setFields(self._features[place].fields(), True)
                    feature.setAttributes(self._features[place].attributes())
                    return True

            return Features()

    layer = make_layer("Point", "EPSG:4326", "id:integer", [(f"POINT ({n} 2)", n) for n in range(300)])
    expected = read(layer, context, "id")
    for seed in range(3):
        source = Shuffled(layer, seed)
        table = read_points(source, ["id"], context, Monitor())
        assert table.ids.tolist() == expected.ids.tolist()
        assert table.x.tolist() == list(range(300))
        assert table.columns["id"].tolist() == list(range(300))
        again = [feature["id"] for feature in read_again(source, QgsFeatureRequest(), table.ids, Monitor())]
        assert again == list(range(300))


def test_a_source_that_changes_between_two_passes_is_noticed(
    make_layer: MakeLayer, context: QgsProcessingContext
) -> None:
    layer = make_layer("Point", "EPSG:4326", "id:integer", [(f"POINT ({n} 2)", n) for n in range(5)])
    table = read(layer, context)
    for ids in (table.ids[:-1], np.append(table.ids, 99), table.ids + 1):
        source = QgsProcessingFeatureSource(layer, context)
        with pytest.raises(QgsProcessingException, match="The input changed while it was being read"):
            list(read_again(source, QgsFeatureRequest(), ids, Monitor()))


def test_selected_rows_of_a_table(make_layer: MakeLayer, context: QgsProcessingContext) -> None:
    layer = make_layer("Point", "EPSG:4326", "id:integer", [(f"POINT ({n} 2)", n) for n in range(5)])
    chosen = read(layer, context, "id").select(np.array([False, True, False, True, False]))
    assert chosen.x.tolist() == [1.0, 3.0]
    assert chosen.columns["id"].tolist() == [1, 3]


# Transformations


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:5179", "EPSG:5174", "EPSG:4737", "EPSG:32652"])
def test_many_points_at_once_as_one_by_one(context: QgsProcessingContext, crs: str) -> None:
    source, target = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs)
    generator = np.random.default_rng(1)
    x, y = generator.uniform(125, 130, 500), generator.uniform(33, 39, 500)
    x[7] = np.nan
    moved_x, moved_y = transform_points(x, y, source, target, context, Monitor())
    one = QgsCoordinateTransform(source, target, context.transformContext())
    for row in range(0, 500, 50):
        point = one.transform(QgsPointXY(x[row], y[row]))
        assert (moved_x[row], moved_y[row]) == (point.x(), point.y())
    assert np.isnan([moved_x[7], moved_y[7]]).all()
    back_x, back_y = transform_points(moved_x, moved_y, target, source, context, Monitor())
    assert np.nanmax(np.abs(back_x - x)) < 1e-6
    assert np.nanmax(np.abs(back_y - y)) < 1e-6


def test_points_beyond_a_projection_are_nan_and_take_no_others_with_them(
    context: QgsProcessingContext,
) -> None:
    mercator, degrees = QgsCoordinateReferenceSystem("EPSG:3857"), QgsCoordinateReferenceSystem("EPSG:4326")
    x = np.array([0.0, 6.0e7, 1.0e7, 1e30, -2.0037508e7])
    y = np.array([0.0, 0.0, 5.0e6, 0.0, 1.0])
    longitude, latitude = transform_points(x, y, mercator, degrees, context, Monitor())
    assert np.isnan(longitude).tolist() == [False, True, False, True, False]
    assert np.isnan(latitude).tolist() == [False, True, False, True, False]
    korea = QgsCoordinateReferenceSystem("EPSG:5179")
    x, y = np.array([1e6, 1e9, 9.5e5, np.inf]), np.array([2e6, 1e9, 1.95e6, 0.0])
    longitude, _ = transform_points(x, y, korea, degrees, context, Monitor())
    assert np.isfinite(longitude).tolist() == [True, False, True, False]


def test_reading_into_another_reference_system(make_layer: MakeLayer, context: QgsProcessingContext) -> None:
    layer = make_layer("Point", "EPSG:3857", "id:integer", [("POINT (14137575.33 4509031.39)", 1), (None, 2)])
    table = read(layer, context, crs=QgsCoordinateReferenceSystem("EPSG:4326"))
    assert (table.x[0], table.y[0]) == pytest.approx((127.0, 37.5), abs=1e-6)
    assert np.isnan(table.x[1])


# Cancelling and speed


def test_cancel_between_blocks(
    make_layer: MakeLayer, context: QgsProcessingContext, monkeypatch: Any
) -> None:
    monkeypatch.setattr(points, "BLOCK", 10)
    layer = make_layer("Point", "EPSG:4326", "id:integer", [(f"POINT ({n} 2)", n) for n in range(95)])
    seen: list[float] = []
    table = read(layer, context, "id", monitor=Monitor(seen.append))
    assert table.x.tolist() == list(range(95))
    assert seen == sorted(seen)
    # Ten blocks, and five arrays of them.
    assert len(seen) == 15
    for stage in range(len(seen) - 1):
        calls = iter(range(20))
        with pytest.raises(Cancelled):
            read(layer, context, monitor=Monitor(None, lambda calls=calls, at=stage: next(calls) >= at))  # type: ignore[misc]


def test_two_hundred_thousand_points_of_a_geopackage(context: QgsProcessingContext, tmp_path: Path) -> None:
    path = str(tmp_path / "points.gpkg")
    fields = QgsFields()
    fields.append(QgsField("weight", QMetaType.Type.Double))
    writer = QgsVectorFileWriter.create(
        path,
        fields,
        Qgis.WkbType.Point,
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateTransformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    x = np.random.default_rng(1).uniform(-180, 180, 200_000)
    for value in x.tolist():
        feature = QgsFeature(fields)
        feature.setAttributes([0.5])
        feature.setGeometry(QgsGeometry(QgsPoint(value, 1.0)))
        writer.addFeature(feature)
    del writer
    layer = QgsVectorLayer(path, "points", "ogr")
    table = read(layer, context, "weight")
    assert np.array_equal(table.x, x)
    assert (table.columns["weight"] == 0.5).all()
