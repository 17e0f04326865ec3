"""Whichever way rows go, in blocks and in bulk or feature by feature, the user gets the same; and each layer
goes the fastest way that is safe for it.
"""

from __future__ import annotations

import inspect
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime

from innovation_clusters.processing_algorithms import densityclusters
from innovation_clusters.processing_algorithms.layers import copying, geopackage, points, spatial_index
from innovation_clusters.processing_algorithms.layers.arrow import read_blocks
from innovation_clusters.processing_algorithms.layers.sqlite import Pairs
from innovation_clusters.tests.qgis.layers.made_up_layers import GRID, PLAIN, TYPE, write


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a GeoPackage to change what its triggers for the index do not mind."""
    with closing(sqlite3.connect(path)) as database:
        for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY", "ST_IsEmpty"):
            database.create_function(name, 1, lambda blob: 0.0)
        yield database
        database.commit()


Outcome = dict[str, Any]


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Remember what was read in blocks and what was written in bulk, to its end."""
    taken: list[str] = []
    copy = copying._copy_in_bulk

    def blocks(*arguments: Any) -> Iterator[Any]:
        yield from read_blocks(*arguments)
        taken.append("blocks")

    def copy_in_bulk(*arguments: Any) -> None:
        copy(*arguments)
        taken.append("bulk")

    monkeypatch.setattr(points, "read_blocks", blocks)
    monkeypatch.setattr(copying, "_copy_in_bulk", copy_in_bulk)
    return taken


def outcome(path: Path) -> Outcome:
    """Return all that a GeoPackage says of its layer."""
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert layer.isValid()
    rows = [
        (feature.id(), [_plain(v) for v in feature.attributes()], feature.geometry().asWkb().data())
        for feature in layer.getFeatures()
    ]
    extent = layer.extent()
    some = QgsFeatureRequest().setFilterRect(extent.buffered(-1000.0)) if rows else QgsFeatureRequest()
    fields = [(f.name(), f.type(), f.subType(), f.length(), f.typeName()) for f in layer.fields()]
    found = {
        "rows": rows,
        "fields": fields,
        "type": layer.wkbType(),
        "crs": layer.crs().authid(),
        "extent": extent.toString(6),
        "within": sorted(feature.id() for feature in layer.getFeatures(some)),
        "count": layer.featureCount(),
    }
    del layer
    with closing(sqlite3.connect(path)) as database:
        name = path.stem
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT rtreecheck(?)", (f"rtree_{name}_geom",)).fetchall() == [("ok",)]
        doubled = name.replace('"', '""')
        found["in table"] = database.execute(f'SELECT * FROM "{doubled}"').fetchall()
        found["indexed"] = database.execute(f'SELECT id FROM "rtree_{doubled}_geom" ORDER BY id').fetchall()
        found["schema"] = sorted(database.execute("SELECT type, name, sql FROM sqlite_master").fetchall())
        for table in ("gpkg_extensions", "gpkg_geometry_columns", "gpkg_ogr_contents", "sqlite_sequence"):
            found[table] = sorted(database.execute(f"SELECT * FROM {table}").fetchall(), key=str)
        found["contents"] = database.execute(
            "SELECT table_name, data_type, identifier, srs_id, round(min_x, 6), round(min_y, 6), "
            "round(max_x, 6), round(max_y, 6) FROM gpkg_contents"
        ).fetchall()
    return found


def _plain(v: Any) -> Any:
    if type(v).__name__ == "QVariant":
        return None
    return v.toUTC() if isinstance(v, QDateTime) else v


def both_ways(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: Any, **parameters: Any
) -> Outcome:
    """Run density clusters, check that rows one by one give the same, and return what was made."""
    made = []
    for folder, slow in (("fast", False), ("slow", True)):
        (tmp_path / folder).mkdir()
        target = tmp_path / folder / "out.gpkg"
        with monkeypatch.context() as patch:
            if slow:
                patch.setattr(points, "why_not_in_blocks", lambda *arguments: "a test")
                patch.setattr(copying, "why_not_in_bulk", lambda *arguments: "a test")
            result = run(
                "densityclusters",
                {"INPUT": source, "EPS": 900, "MIN_SIZE": 3, "OUTPUT": str(target)} | parameters,
            )
        assert result.succeeded, result.feedback.text + result.reason
        made.append(outcome(target))
    fast, slow_ = made
    for key in slow_:
        assert fast[key] == slow_[key], key
    return fast


KINDS = ["Point", "PointZ", "PointM", "PointZM"]


@pytest.mark.parametrize("kind", KINDS)
def test_points_with_fields_of_every_plain_type(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    source = write(tmp_path / "in 한글 #1%.gpkg", kind, empty=kind == "Point")
    made = both_ways(run, monkeypatch, tmp_path, str(source))
    assert ways == ["blocks", "bulk"]
    assert len(made["rows"]) == 60
    assert 20 < len(made["indexed"]) <= (59 if kind == "Point" else 60)
    assert 0 < len(made["within"]) < len(made["indexed"])


def test_empty_points_that_have_fewer_dimensions_than_their_layer_are_written_as_features(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """QGIS writes an empty point without a height, and gives it one when it writes it again."""
    source = write(tmp_path / "in.gpkg", "PointZ")
    both_ways(run, monkeypatch, tmp_path, str(source))
    assert ways == ["blocks"]


@pytest.mark.parametrize("kind", ["MultiPoint", "MultiPointZ"])
def test_multipoints_are_read_in_blocks_and_written_as_features(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    source = write(tmp_path / "in.gpkg", kind)
    both_ways(run, monkeypatch, tmp_path, str(source))
    assert ways == ["blocks"]


def test_json_which_features_cannot_carry(run: Any, ways: list[str], tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.gpkg", fields={"list": TYPE.QStringList}), tmp_path / "out.gpkg"
    assert run("densityclusters", {"INPUT": str(source), "MIN_SIZE": 1, "OUTPUT": str(target)}).succeeded
    assert ways == ["blocks", "bulk"]
    given, made = outcome(source), outcome(target)
    assert [row[1][:2] for row in made["rows"]] == [row[1] for row in given["rows"]]
    assert {str(row[1][1]) for row in made["rows"]} == {"None", "['a', '한글']"}
    assert made["fields"][:2] == given["fields"]


@pytest.mark.parametrize(
    ("driver", "name"),
    [("ESRI Shapefile", "in.shp"), ("GeoJSON", "in.geojson"), ("FlatGeobuf", "in.fgb"), ("CSV", "in.csv")],
)
def test_other_formats(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, driver: str, name: str
) -> None:
    fields = {"whole": TYPE.Int, "number": TYPE.Double, "text": TYPE.QString, "day": TYPE.QDate}
    options = ("GEOMETRY=AS_XY",) if driver == "CSV" else ()
    crs = "EPSG:4326" if driver == "GeoJSON" else GRID
    source = write(tmp_path / name, fields=fields, driver=driver, options=options, crs=crs)
    wanted: Any = str(source)
    if driver == "CSV":
        layer = QgsVectorLayer(f"{source}|option:X_POSSIBLE_NAMES=X|option:Y_POSSIBLE_NAMES=Y", "", "ogr")
        layer.setCrs(QgsCoordinateReferenceSystem(GRID))
        QgsProject.instance().addMapLayer(layer)
        wanted = layer.id()
    try:
        both_ways(run, monkeypatch, tmp_path, wanted)
    finally:
        if driver == "CSV":
            QgsProject.instance().removeMapLayer(wanted)
    assert ways == ([] if driver in ("CSV", "FlatGeobuf") else ["blocks"])


@pytest.mark.parametrize(
    ("options", "table"),
    [
        (("GEOMETRY_NAME=the geometry", "FID=my key"), ""),
        (("FID=OGC_FID",), ""),
        (("SPATIAL_INDEX=NO",), 'a "quoted" table'),
        ((), "it's 한글; DROP TABLE x"),
    ],
)
def test_geopackages_with_names_of_their_own(
    run: Any,
    ways: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    options: tuple[str, ...],
    table: str,
) -> None:
    source = write(tmp_path / "in.gpkg", options=options, table=table)
    both_ways(run, monkeypatch, tmp_path, str(source))
    assert ways == ["blocks", "bulk"]


@pytest.fixture
def layer(qgis_app: Any, tmp_path: Path) -> Iterator[QgsVectorLayer]:
    """A layer of the project, with gaps between its ids."""
    path = write(tmp_path / "in.gpkg", count=90)
    with opened(path) as database:
        database.execute('UPDATE "in" SET geom = NULL WHERE fid IN (7, 50)')
        database.execute('UPDATE "in" SET fid = fid * 1000 + 123456789 WHERE fid > 40')
        database.execute('DELETE FROM "in" WHERE fid < 4 OR fid = 30')
    made = QgsVectorLayer(f"{path}|layername=in", "in", "ogr")
    assert made.featureCount() == 86
    QgsProject.instance().addMapLayer(made)
    yield made
    QgsProject.instance().clear()


Prepare = Callable[[QgsVectorLayer], Any]


def _selection(layer: QgsVectorLayer, part: int) -> QgsProcessingFeatureSourceDefinition:
    layer.selectByIds(sorted(layer.allFeatureIds())[::part])
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def _subset(layer: QgsVectorLayer, subset: str) -> str:
    assert layer.setSubsetString(subset)
    return str(layer.id())


def _edited(layer: QgsVectorLayer) -> str:
    layer.startEditing()
    ids = sorted(layer.allFeatureIds())
    layer.deleteFeature(ids[5])
    layer.changeGeometry(ids[6], QgsGeometry.fromWkt("POINT (1005000 1005000)"))
    layer.changeAttributeValue(ids[7], layer.fields().lookupField("whole"), 7)
    return str(layer.id())


def _virtual(layer: QgsVectorLayer) -> str:
    layer.addExpressionField('"whole" * 2.0', QgsField("virtual", TYPE.Double))
    return str(layer.id())


def _joined(layer: QgsVectorLayer) -> str:
    other = QgsVectorLayer(layer.source(), "other", "ogr")
    QgsProject.instance().addMapLayer(other)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("fid")
    join.setTargetFieldName("fid")
    join.setUsingMemoryCache(True)
    layer.addJoin(join)
    return str(layer.id())


def _definition(layer: QgsVectorLayer, **settings: Any) -> QgsProcessingFeatureSourceDefinition:
    definition = QgsProcessingFeatureSourceDefinition(layer.id())
    for name, setting in settings.items():
        setattr(definition, name, setting)
    return definition


@pytest.mark.parametrize(
    ("prepare", "expected", "wanted"),
    [
        pytest.param(lambda layer: layer.id(), ["blocks", "bulk"], "1", id="plain"),
        pytest.param(lambda layer: QgsProperty.fromValue(layer.id()), ["blocks", "bulk"], "1", id="property"),
        pytest.param(lambda layer: layer, ["blocks", "bulk"], "1", id="the layer itself"),
        pytest.param(lambda layer: layer.source().split("|")[0], ["blocks", "bulk"], "1", id="path"),
        pytest.param(lambda layer: layer.source(), ["blocks", "bulk"], "1", id="path and name"),
        pytest.param(
            lambda layer: layer.source().replace("layername=in", "layerid=0"),
            ["blocks", "bulk"],
            "1",
            id="path and number",
        ),
        pytest.param(
            lambda layer: layer.source() + "|subset=fid > 40 AND \"te\"\"xt\" IS NOT 'it''s'",
            ["blocks", "bulk"],
            "fid > 40 AND \"te\"\"xt\" IS NOT 'it''s'",
            id="path and filter",
        ),
        pytest.param(lambda layer: _selection(layer, 2), ["blocks", "bulk"], "place % 2 = 1", id="selection"),
        pytest.param(lambda layer: _selection(layer, 41), [], "place IN (1, 42, 83)", id="few selected"),
        pytest.param(
            lambda layer: _subset(layer, '"whole" > 0'), ["blocks", "bulk"], '"whole" > 0', id="filter"
        ),
        pytest.param(
            lambda layer: _subset(layer, 'SELECT * FROM "in" WHERE fid < 20'), [], "fid < 20", id="query"
        ),
        pytest.param(
            lambda layer: _definition(layer, featureLimit=17), ["blocks", "bulk"], "place <= 17", id="limit"
        ),
        pytest.param(
            lambda layer: _definition(layer, filterExpression='"whole" % 2 = 0'),
            [],
            '"whole" % 2 = 0',
            id="expression",
        ),
        pytest.param(
            lambda layer: (_subset(layer, '"whole" > 0'), _definition(layer, featureLimit=5))[1],
            [],
            '"whole" > 0 ORDER BY fid LIMIT 5',
            id="limit and filter",
        ),
        pytest.param(_edited, [], "place != 6", id="edited"),
        pytest.param(_virtual, [], "1", id="virtual field"),
        pytest.param(_joined, [], "1", id="joined"),
    ],
)
def test_what_of_a_layer_is_wanted(
    run: Any,
    ways: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    layer: QgsVectorLayer,
    prepare: Prepare,
    expected: list[str],
    wanted: str,
) -> None:
    """Exactly the rows for which `wanted`, in SQL and with their place among all, is true in the file."""
    with opened(tmp_path / "in.gpkg") as database:
        numbered = 'SELECT *, row_number() OVER (ORDER BY fid) AS place FROM "in"'
        ids = database.execute(f"SELECT fid FROM ({numbered}) WHERE {wanted}").fetchall()
        id_of = {_values(row): row[0] for row in database.execute('SELECT * FROM "in"')}
    assert len(id_of) == 86
    assert 0 < len(ids) < 86 or wanted == "1"
    source = prepare(layer)
    try:
        made = both_ways(run, monkeypatch, tmp_path, source, MIN_SIZE=1)
    finally:
        layer.rollBack()
    assert ways == expected
    assert [id_of[_values(row)] for row in made["in table"]] == sorted(number for (number,) in ids)


def _values(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return of a row in a GeoPackage what no two have alike: big, number, text, day and bytes."""
    return row[3], row[4], row[6], row[7], row[9]


# Where from and where to


def test_an_input_that_is_open_with_changes_not_yet_in_the_file(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, layer: QgsVectorLayer
) -> None:
    """In WAL mode, as QGIS leaves it, saved edits wait in a second file."""
    layer.startEditing()
    ids = sorted(layer.allFeatureIds())
    layer.deleteFeature(ids[5])
    layer.changeAttributeValue(ids[7], layer.fields().lookupField("whole"), 777)
    assert layer.commitChanges(), layer.commitErrors()
    with opened(tmp_path / "in.gpkg") as other:
        assert other.execute("PRAGMA journal_mode = WAL").fetchall() == [("wal",)]
        other.execute('UPDATE "in" SET whole = 778 WHERE fid = ?', (ids[8],))
        other.commit()
        assert (tmp_path / "in.gpkg-wal").stat().st_size
        made = both_ways(run, monkeypatch, tmp_path, layer.id())
    assert ways == ["blocks", "bulk"]
    assert len(made["rows"]) == 85
    assert [row[1][1] for row in made["rows"]][6:8] == [777, 778]


def test_an_input_that_nobody_may_write_to(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "locked").mkdir()
    source = write(tmp_path / "locked" / "in.gpkg")
    source.chmod(0o400)
    source.parent.chmod(0o500)
    try:
        both_ways(run, monkeypatch, tmp_path, str(source))
    finally:
        source.parent.chmod(0o700)
    assert ways == ["blocks", "bulk"]


def test_a_view_is_no_table(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = write(tmp_path / "in.gpkg")
    with closing(sqlite3.connect(source)) as database:
        database.execute('CREATE VIEW half AS SELECT * FROM "in" WHERE fid % 2')
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
            "VALUES ('half', 'features', 'half', 5179)"
        )
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('half', 'geom', 'POINT', 5179, 0, 0)")
        database.commit()
    made = both_ways(run, monkeypatch, tmp_path, f"{source}|layername=half")
    assert len(made["rows"]) == 30
    assert "bulk" not in ways


@pytest.mark.parametrize("declared", ["INT", "SMALLINT", "DOUBLE", "FLOAT"])
def test_columns_declared_in_other_words(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, declared: str
) -> None:
    """What other programs declare, QGIS declares anew: the bulk way would have to know how."""
    source = write(tmp_path / "in.gpkg", fields={"whole": TYPE.Int})
    with opened(source) as database:
        database.execute(f'ALTER TABLE "in" ADD COLUMN code {declared}')
        database.execute('UPDATE "in" SET code = fid WHERE fid < 50')
    both_ways(run, monkeypatch, tmp_path, str(source))
    assert "bulk" not in ways


def test_where_to(run: Any, ways: list[str], tmp_path: Path) -> None:
    """Only a file of its own is filled in bulk; what is there already is replaced or kept as ever."""
    source = str(write(tmp_path / "in.gpkg", fields={"whole": TYPE.Int}))
    target = tmp_path / "a folder" / "out 한글 #2%.gpkg"
    target.parent.mkdir()
    for output, expected in (
        (str(target), ["blocks", "bulk"]),
        (str(target), ["blocks", "bulk"]),
        (f"ogr:dbname='{target}' table=\"second\" (geom)", ["blocks"]),
        (str(target.with_suffix(".shp")), ["blocks"]),
        ("TEMPORARY_OUTPUT", ["blocks"]),
    ):
        ways.clear()
        result = run("densityclusters", {"INPUT": source, "MIN_SIZE": 3, "EPS": 900, "OUTPUT": output})
        assert result.succeeded, result.reason
        assert ways == expected
        assert result.layer("OUTPUT").featureCount() == 60
    assert QgsVectorLayer(f"{target}|layername={target.stem}", "", "ogr").featureCount() == 60
    assert QgsVectorLayer(f"{target}|layername=second", "", "ogr").featureCount() == 60


def test_what_was_written_in_bulk_can_be_edited(run: Any, ways: list[str], tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.gpkg", count=2000), tmp_path / "out.gpkg"
    assert run("densityclusters", {"INPUT": str(source), "OUTPUT": str(target)}).succeeded
    assert ways == ["blocks", "bulk"]
    layer = QgsVectorLayer(str(target), "", "ogr")
    before = layer.featureCount()
    layer.startEditing()
    for feature in list(layer.getFeatures())[::3]:
        layer.deleteFeature(feature.id())
    for number in range(500):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({2e6 + number} 2000000)"))
        layer.addFeature(feature)
    layer.changeGeometry(2, QgsGeometry.fromWkt("POINT (3000000 3000000)"))
    assert layer.commitChanges(), layer.commitErrors()
    gone = -(-before // 3)
    assert layer.featureCount() == before - gone + 500
    far = QgsFeatureRequest().setFilterRect(QgsRectangle(1.9e6, 1.9e6, 4e6, 4e6))
    assert len(list(layer.getFeatures(far))) == 501
    del layer
    made = outcome(target)
    assert made["gpkg_ogr_contents"][1] == ("out", before - gone + 500)
    assert max(row[0] for row in made["rows"]) == before + 500


def test_points_and_rejects_of_a_table_that_is_prepared(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Geometries are made for the one and kept for some of the other, ids are those of the input."""
    source = write(tmp_path / "in.gpkg", fields=PLAIN | {"weight": TYPE.Double}, count=200)
    parameters = {"INPUT": str(source), "WEIGHT_FIELD": "weight", "RECORD_FIELD": 'te"xt'}
    made = []
    for slow in (False, True):
        folder = tmp_path / str(slow)
        folder.mkdir()
        outputs = {"OUTPUT": str(folder / "points.gpkg"), "REJECTS": str(folder / "rejects.gpkg")}
        with monkeypatch.context() as patch:
            if slow:
                patch.setattr(points, "why_not_in_blocks", lambda *arguments: "a test")
                patch.setattr(copying, "why_not_in_bulk", lambda *arguments: "a test")
            result = run("preparepoints", parameters | outputs)
        assert result.succeeded, result.feedback.text
        made.append([outcome(Path(path)) for path in outputs.values()])
    assert ways == ["blocks", "bulk", "bulk"]
    assert made[0] == made[1]
    accepted, rejected = (len(layer["rows"]) for layer in made[0])
    assert accepted > 20
    assert rejected > 20
    assert accepted + rejected == 200


def test_layers_made_of_arrays(run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = write(tmp_path / "in.gpkg", fields={"weight": TYPE.Int}, crs="EPSG:4326", count=300)
    written: list[str] = []
    insert = geopackage.NewTable.insert

    def counted(table: geopackage.NewTable, *arguments: Any) -> None:
        insert(table, *arguments)
        written.append(table.table.name)

    monkeypatch.setattr(geopackage.NewTable, "insert", counted)
    made = []
    for slow in (False, True):
        target = tmp_path / str(slow) / "sites.gpkg"
        target.parent.mkdir()
        with monkeypatch.context() as patch:
            if slow:
                patch.setattr(geopackage, "usable", lambda: False)
            outputs = {"CLUSTERS": "TEMPORARY_OUTPUT", "SITES": str(target)}
            result = run("innovationclusters", {"INVENTORS": str(source), "MIN_DENSITY": 30} | outputs)
        assert result.succeeded, result.feedback.text
        made.append(outcome(target))
    assert written == ["sites"]
    assert made[0] == made[1]
    assert len(made[0]["rows"]) > 200


def test_in_a_thread_of_its_own_as_in_the_window(run: Any, ways: list[str], layer: QgsVectorLayer) -> None:
    """A layer of the project is asked where its rows are from the thread of the run."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("innovationclusters:densityclusters")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    target = Path(layer.source().split("|")[0]).with_name("out.gpkg")
    parameters = {"INPUT": _selection(layer, 2), "MIN_SIZE": 1, "OUTPUT": str(target)}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    done: list[bool] = []
    task.executed.connect(lambda succeeded, results: done.append(succeeded))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QCoreApplication.processEvents()
    assert done == [True], feedback.textLog()
    assert ways == ["blocks", "bulk"]
    assert len(outcome(target)["rows"]) == 43


# Stopping and failing


@pytest.fixture
def large(tmp_path: Path, qgis_app: Any) -> Path:
    """A layer of several blocks."""
    return write(tmp_path / "large.gpkg", fields={"whole": TYPE.Int}, count=50_000)


def test_cancel_at_any_time_leaves_nothing(
    run: Any, feedback: Any, ways: list[str], tmp_path: Path, large: Path
) -> None:
    target = tmp_path / "out.gpkg"
    target.write_bytes(b"an earlier result")
    parameters = {"INPUT": str(large), "MIN_SIZE": 5, "EPS": 100, "OUTPUT": str(target)}
    whole = run("densityclusters", parameters)
    assert whole.succeeded
    assert ways == ["blocks", "bulk"]
    assert whole.feedback.progress == sorted(whole.feedback.progress)
    assert len([part for part in whole.feedback.progress if 60 < part < 100]) > 4
    target.write_bytes(b"an earlier result")
    for place in (0.0, 10.0, 25.0, 32.0, 75.0, 90.0, 95.0):
        stop = feedback(lambda told, at=place: bool(told.progress) and told.progress[-1] >= at)
        ways.clear()
        assert not run("densityclusters", parameters, stop).succeeded
        assert "bulk" not in ways
        assert "Cancelled. Nothing was written." in stop.text
        assert target.read_bytes() == b"an earlier result"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["large.gpkg", "out.gpkg"]


def test_cancel_within_a_statement(run: Any, feedback: Any, tmp_path: Path, large: Path) -> None:
    """A block of rows can take long, on a slow disk: SQLite itself is stopped."""
    stop = feedback(lambda told: "_tick" in {frame.function for frame in inspect.stack(0)})
    target = tmp_path / "out.gpkg"
    assert not run("densityclusters", {"INPUT": str(large), "OUTPUT": str(target)}, stop).succeeded
    assert "Cancelled. Nothing was written." in stop.text
    assert not target.exists()


@pytest.mark.parametrize("fails", ["usable", "table_of", "pack", "rows"])
def test_where_the_bulk_way_fails_features_go_instead(
    run: Any,
    ways: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    fails: str,
) -> None:
    """Also half-way: the output is made anew."""
    source, target = write(tmp_path / "in.gpkg"), tmp_path / "out.gpkg"

    def broken(*arguments: Any) -> Any:
        raise sqlite3.OperationalError("disk I/O error")

    if fails == "usable":
        monkeypatch.setattr(geopackage, "usable", lambda: False)
    elif fails == "table_of":
        monkeypatch.setattr(geopackage, "table_of", broken)
    elif fails == "pack":
        monkeypatch.setattr(spatial_index, "pack", broken)
    else:
        monkeypatch.setattr(geopackage, "BATCH", 7)
        calls = iter(range(100))
        real = Pairs.of
        monkeypatch.setattr(
            Pairs, "of", lambda *arguments: broken() if next(calls) == 5 else real(*arguments)
        )
    assert run("densityclusters", {"INPUT": str(source), "MIN_SIZE": 1, "OUTPUT": str(target)}).succeeded
    assert ways == ["blocks"]
    assert len(outcome(target)["rows"]) == 60


def test_rows_that_vanish_between_reading_and_copying(
    run: Any, ways: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source, target = write(tmp_path / "in.gpkg"), tmp_path / "out.gpkg"
    real = copying.copy_rows

    def copy_rows(*arguments: Any) -> None:
        with closing(sqlite3.connect(source)) as database:
            database.execute('DELETE FROM "in" WHERE fid = 9')
            database.commit()
        real(*arguments)

    monkeypatch.setattr(densityclusters, "copy_rows", copy_rows)
    result = run("densityclusters", {"INPUT": str(source), "MIN_SIZE": 1, "OUTPUT": str(target)})
    assert not result.succeeded
    assert "The input changed while it was being read" in result.feedback.text
    assert not target.exists()
