"""Outputs are there whole or not at all; what cannot be written to is told before any work."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.processing_algorithms.base import Algorithm
from innovation_clusters.processing_algorithms.layers import copying, writing
from innovation_clusters.processing_algorithms.layers.columns import values_of
from innovation_clusters.processing_algorithms.layers.copying import Copy, copy_rows
from innovation_clusters.processing_algorithms.layers.destinations import delete_output, require_writable
from innovation_clusters.processing_algorithms.layers.points import read_points
from innovation_clusters.processing_algorithms.layers.writing import Outputs

MakeLayer = Callable[..., QgsVectorLayer]
WGS84 = "EPSG:4326"


class Writer(Algorithm):
    """An algorithm with one output that is needed, one that is not, and a folder."""

    def name(self) -> str:
        return "writer"

    def displayName(self) -> str:
        return "Writer"

    def declare(self) -> None:
        self.add(QgsProcessingParameterFeatureSource("INPUT", "Input", optional=True), "in")
        self.add(QgsProcessingParameterFeatureSink("FIRST", "First"), "out")
        self.add(QgsProcessingParameterFeatureSink("SECOND", "Second", optional=True), "out")
        self.add(QgsProcessingParameterFolderDestination("FOLDER", "Folder", optional=True), "out")


@pytest.fixture
def context(qgis_app: Any) -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


@pytest.fixture
def algorithm(qgis_app: Any) -> Writer:
    writer = Writer()
    writer.initAlgorithm()
    return writer


def fields_of(**kinds: QMetaType.Type) -> QgsFields:
    fields = QgsFields()
    for name, kind in kinds.items():
        fields.append(QgsField(name, kind))
    return fields


FIELDS = {"number": QMetaType.Type.Int, "share": QMetaType.Type.Double, "name": QMetaType.Type.QString}


def write(
    algorithm: Writer,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    monitor: Monitor | None = None,
) -> dict[str, Any]:
    """Write three points to both outputs."""
    crs = QgsCoordinateReferenceSystem(WGS84)
    with Outputs(algorithm, parameters, context, QgsProcessingFeedback()) as outputs:
        for name in ("FIRST", "SECOND"):
            output = outputs.open(name, fields_of(**FIELDS), Qgis.WkbType.Point, crs)
            output.write(
                [np.array([1, 2, 3]), np.array([0.5, np.nan, 1.5]), ["가", None, "c"]],
                monitor or Monitor(),
                points=(np.array([1.0, np.nan, 3.0]), np.array([4.0, 5.0, 6.0])),
            )
    return outputs.results


def rows(destination: str, context: QgsProcessingContext) -> list[tuple[Any, ...]]:
    """Return number, share, name and place of every row; formats write no place as NULL or as an empty
    point."""
    found = []
    for feature in QgsProcessingUtils.mapLayerFromString(destination, context).getFeatures():
        share, name = (
            None if isinstance(feature[field], QVariant) else feature[field] for field in ("share", "name")
        )
        place = "" if feature.geometry().isEmpty() else feature.geometry().asWkt()
        found.append((feature["number"], share, name, place))
    return found


THREE = [(1, 0.5, "가", "Point (1 4)"), (2, None, None, ""), (3, 1.5, "c", "Point (3 6)")]


@pytest.mark.parametrize("first", ["TEMPORARY_OUTPUT", "memory:", "first.gpkg", "first.shp", "첫째.geojson"])
@pytest.mark.parametrize("second", [None, "TEMPORARY_OUTPUT", "second.gpkg", "ogr table"])
@pytest.mark.parametrize("ends", ["well", "cancelled", "broken"])
def test_whole_or_not_at_all(
    algorithm: Writer,
    context: QgsProcessingContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first: str,
    second: str | None,
    ends: str,
) -> None:
    database = tmp_path / "shared.gpkg"
    write(algorithm, {"FIRST": str(database)}, context)
    before = database.stat().st_size
    parameters: dict[str, Any] = {"FIRST": str(tmp_path / first) if "." in first else first, "SECOND": second}
    if second == "ogr table":
        parameters["SECOND"] = f"ogr:dbname='{database}' table=\"second\" (geom)"
    elif second and "." in second:
        parameters["SECOND"] = str(tmp_path / second)
    if ends == "well":
        results = write(algorithm, parameters, context)
        assert rows(results["FIRST"], context) == THREE
        assert ("SECOND" in results) == (second is not None)
        if second:
            assert rows(results["SECOND"], context) == THREE
        return
    temporary = set(context.temporaryLayerStore().mapLayers())
    if ends == "cancelled":
        # The last look at Cancel of all: both outputs are filled by then.
        calls = iter(range(99))
        monitor = Monitor(None, lambda: next(calls) >= 3)
        with pytest.raises(Cancelled):
            write(algorithm, parameters, context, monitor)
    else:
        real = writing.Output.close

        def close(output: Any) -> str:
            problem = real(output)
            return problem or ("disk full" if output.name == "FIRST" else "")

        monkeypatch.setattr(writing.Output, "close", close)
        with pytest.raises(QgsProcessingException, match="disk full"):
            write(algorithm, parameters, context)
    assert {path.name for path in tmp_path.iterdir()} == {"shared.gpkg"}
    assert set(context.temporaryLayerStore().mapLayers()) == temporary
    provider = QgsProviderRegistry.instance().providerMetadata("ogr")
    tables = [table.tableName() for table in provider.createConnection(str(database), {}).tables()]
    assert tables == ["shared"]
    assert len(rows(f"{database}|layername=shared", context)) == 3
    assert database.stat().st_size >= before


def test_loading_on_completion_is_taken_back(algorithm: Writer, context: QgsProcessingContext) -> None:
    definition = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    with pytest.raises(Cancelled):
        write(algorithm, {"FIRST": definition}, context, Monitor(None, lambda: True))
    assert context.layersToLoadOnCompletion() == {}
    write(algorithm, {"FIRST": definition}, context)
    assert len(context.layersToLoadOnCompletion()) == 1


def test_an_output_that_cannot_be_deleted_is_told(
    algorithm: Writer, context: QgsProcessingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "delete_output", lambda destination, context, **options: False)
    feedback = QgsProcessingFeedback()
    outputs = Outputs(algorithm, {"FIRST": "memory:"}, context, feedback)
    outputs.open("FIRST", fields_of(**FIELDS), Qgis.WkbType.Point, QgsCoordinateReferenceSystem(WGS84))
    outputs.__exit__(Cancelled, Cancelled(), None)
    assert "FIRST could not be deleted" in feedback.textLog()
    assert outputs.results == {}


def test_what_is_not_there_cannot_be_deleted(context: QgsProcessingContext, tmp_path: Path) -> None:
    assert not delete_output(str(tmp_path / "nothing.gpkg"), context)
    assert not delete_output("no_such_layer_id", context)


def test_columns_of_different_length_are_a_programming_error(
    algorithm: Writer, context: QgsProcessingContext
) -> None:
    crs = QgsCoordinateReferenceSystem(WGS84)
    with Outputs(algorithm, {"FIRST": "memory:"}, context, QgsProcessingFeedback()) as outputs:
        output = outputs.open("FIRST", fields_of(**FIELDS), Qgis.WkbType.Point, crs)
        with pytest.raises(ValueError, match="different lengths"):
            output.write([[1, 2], [0.5]], Monitor())


def test_geometries_as_wkb_or_qgis(algorithm: Writer, context: QgsProcessingContext) -> None:
    crs = QgsCoordinateReferenceSystem(WGS84)
    with Outputs(algorithm, {"FIRST": "memory:"}, context, QgsProcessingFeedback()) as outputs:
        output = outputs.open("FIRST", fields_of(**FIELDS), Qgis.WkbType.Polygon, crs)
        output.write(
            [[1, 2, 3], [None] * 3, [None] * 3],
            Monitor(),
            geometries=[
                shapely.to_wkb(shapely.box(0, 0, 1, 1)),
                QgsGeometry.fromWkt("Polygon ((0 0, 1 0, 0 1, 0 0))"),
                None,
            ],
        )
        assert output.count == 3
    layer = QgsProcessingUtils.mapLayerFromString(outputs.results["FIRST"], context)
    assert [feature.geometry().area() for feature in layer.getFeatures()] == [1.0, 0.5, -1.0]


def test_values_of_numpy_columns_reach_qgis() -> None:
    assert values_of(np.array([1.5, np.nan])) == [1.5, None]
    assert values_of(np.array([1, 2], dtype=np.int32)) == [1, 2]
    mixed = values_of([np.float64(0.5), np.int64(3), None, "x", np.True_])
    assert mixed == [0.5, 3, None, "x", True]
    assert [type(value).__module__ for value in mixed] == ["builtins"] * 5
    assert values_of([]) == []


def test_copying_rows_in_batches(
    algorithm: Writer, context: QgsProcessingContext, make_layer: MakeLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "BATCH", 7)
    layer = make_layer("PointZ", WGS84, "id:integer", [(f"POINT Z ({n} 2 5)", n) for n in range(30)])
    source = QgsProcessingFeatureSource(layer, context)
    table = read_points(source, ["id"], context, Monitor())
    fields = QgsFields(source.fields())
    fields.append(QgsField("double", QMetaType.Type.Int))
    odd = np.arange(30) % 2 == 1
    with Outputs(
        algorithm, {"FIRST": "memory:", "SECOND": "memory:"}, context, QgsProcessingFeedback()
    ) as outputs:
        moved = outputs.open("FIRST", fields, Qgis.WkbType.Point, QgsCoordinateReferenceSystem(WGS84))
        kept = outputs.open("SECOND", source.fields(), Qgis.WkbType.PointZ, source.sourceCrs())
        seen: list[float] = []
        copy_rows(
            source,
            table,
            [
                Copy(moved, odd, [np.arange(30) * 2], points=(table.x + 100.0, table.y)),
                Copy(kept, ~odd & (np.arange(30) < 20), geometry=np.arange(30) < 10),
            ],
            Monitor(seen.append),
        )
    assert seen == sorted(seen)
    first = QgsProcessingUtils.mapLayerFromString(outputs.results["FIRST"], context)
    assert [(f["id"], f["double"], f.geometry().asWkt()) for f in first.getFeatures()] == [
        (n, 2 * n, f"Point ({100 + n} 2)") for n in range(1, 30, 2)
    ]
    second = QgsProcessingUtils.mapLayerFromString(outputs.results["SECOND"], context)
    assert [(f["id"], f.geometry().asWkt()) for f in second.getFeatures()] == [
        (n, f"Point Z ({n} 2 5)" if n < 10 else "") for n in range(0, 20, 2)
    ]


# Before any work


def refusal(algorithm: Writer, context: QgsProcessingContext, **parameters: Any) -> str:
    try:
        require_writable(algorithm, {"FIRST": "memory:", **parameters}, context)
    except InputError as error:
        return str(error)
    return ""


def test_places_that_can_be_written_to(
    algorithm: Writer, context: QgsProcessingContext, tmp_path: Path
) -> None:
    (tmp_path / "there.gpkg").write_bytes(b"")
    for first in (
        "TEMPORARY_OUTPUT",
        "memory:",
        None,
        str(tmp_path / "new.gpkg"),
        str(tmp_path / "there.gpkg"),
        f"ogr:dbname='{tmp_path / 'there.gpkg'}' table=\"t\" (geom)",
        'postgis:dbname=\'x\' table="y"."z" (geom)',
        QgsProcessingOutputLayerDefinition(str(tmp_path / "new.gpkg")),
    ):
        assert refusal(algorithm, context, FIRST=first) == ""
    assert refusal(algorithm, context, FOLDER=str(tmp_path / "made" / "by" / "qgis")) == ""
    assert {path.name for path in tmp_path.iterdir()} == {"there.gpkg"}


def test_places_that_cannot(algorithm: Writer, context: QgsProcessingContext, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder.gpkg").mkdir()
    missing = refusal(algorithm, context, FIRST=str(tmp_path / "no" / "a.gpkg"))
    assert missing.startswith("FIRST: The folder ")
    assert "does not exist" in missing
    assert "does not exist" in refusal(algorithm, context, FIRST=str(tmp_path / "file" / "a.gpkg"))
    assert "does not exist" in refusal(algorithm, context, FOLDER=str(tmp_path / "file" / "a"))
    assert "cannot be replaced" in refusal(algorithm, context, FIRST=str(tmp_path / "folder.gpkg"))
    definition = QgsProcessingOutputLayerDefinition(str(tmp_path / "no" / "a.gpkg"))
    assert "does not exist" in refusal(algorithm, context, SECOND=definition)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that refuses even its owner")
def test_a_folder_that_refuses_even_its_owner(algorithm: Writer, context: QgsProcessingContext) -> None:
    assert "Nothing can be written to the folder /proc" in refusal(algorithm, context, FIRST="/proc/a.gpkg")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser writes anywhere")
def test_a_folder_without_permission(
    algorithm: Writer, context: QgsProcessingContext, tmp_path: Path
) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "Nothing can be written" in refusal(algorithm, context, FIRST=str(tmp_path / "a.gpkg"))
    finally:
        tmp_path.chmod(0o700)


def test_outputs_do_not_overwrite_one_another_or_the_input(
    algorithm: Writer, context: QgsProcessingContext, tmp_path: Path
) -> None:
    path = str(tmp_path / "a.gpkg")
    assert "is also chosen for First" in refusal(algorithm, context, FIRST=path, SECOND=path)
    results = write(algorithm, {"FIRST": path}, context)
    layer = QgsVectorLayer(results["FIRST"], "a", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        for source in (layer.id(), path, f"{path}|layername=a"):
            assert "is also the input" in refusal(algorithm, context, INPUT=source, FIRST=path)
        table = f"ogr:dbname='{path}' table=\"b\" (geom)"
        assert refusal(algorithm, context, INPUT=layer.id(), FIRST=table) == ""
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
