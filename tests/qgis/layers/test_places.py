"""A run never harms what it did not make: inputs, other tables, and earlier results until it succeeds."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsRemappingSinkDefinition,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.processing_algorithms.base import Algorithm
from innovation_clusters.processing_algorithms.layers.destinations import Place, require_writable
from innovation_clusters.processing_algorithms.layers.writing import Outputs

MakeLayer = Callable[..., QgsVectorLayer]
WGS84 = "EPSG:4326"


class Writer(Algorithm):
    """An algorithm with two layers and a text."""

    def name(self) -> str:
        return "writer"

    def displayName(self) -> str:
        return "Writer"

    def declare(self) -> None:
        self.add(QgsProcessingParameterFeatureSource("INPUT", "Input", optional=True), "in")
        self.add(QgsProcessingParameterFeatureSink("FIRST", "First"), "out")
        self.add(QgsProcessingParameterFeatureSink("SECOND", "Second", optional=True), "out")
        self.add(QgsProcessingParameterFileDestination("TEXT", "Text", "*.html", optional=True), "out")


@pytest.fixture
def algorithm(qgis_app: Any) -> Writer:
    writer = Writer()
    writer.initAlgorithm()
    return writer


@pytest.fixture
def context(qgis_app: Any) -> QgsProcessingContext:
    return QgsProcessingContext()


@pytest.fixture
def database(make_layer: MakeLayer, context: QgsProcessingContext, tmp_path: Path) -> Path:
    """A GeoPackage with the table points, of 20 rows, and nothing else."""
    path = tmp_path / "c.gpkg"
    save(make_layer, context, path, "points")
    return path


def save(make_layer: MakeLayer, context: QgsProcessingContext, path: Path, table: str) -> None:
    rows = [(f"POINT ({127 + n / 1000} 37)", n) for n in range(20)]
    layer = make_layer("Point", WGS84, "id:integer", rows, table)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = table
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    problem, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), context.transformContext(), options
    )
    assert problem == QgsVectorFileWriter.WriterError.NoError


def counts(path: Path) -> dict[str, int]:
    """Rows of every table of a GeoPackage, as SQLite itself counts them."""
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
    rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    connection.close()
    return rows


def table(path: Path | str, name: str) -> str:
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


def refusal(algorithm: Writer, context: QgsProcessingContext, **parameters: Any) -> str:
    try:
        require_writable(algorithm, {"FIRST": "memory:", **parameters}, context)
    except InputError as error:
        return str(error)
    return ""


def write(
    algorithm: Writer,
    context: QgsProcessingContext,
    parameters: dict[str, Any],
    error: Exception | None = None,
    feedback: QgsProcessingFeedback | None = None,
) -> dict[str, Any]:
    fields = QgsFields()
    fields.append(QgsField("id", QMetaType.Type.Int))
    crs = QgsCoordinateReferenceSystem(WGS84)
    with Outputs(algorithm, parameters, context, feedback or QgsProcessingFeedback()) as outputs:
        for name in ("FIRST", "SECOND"):
            output = outputs.open(name, fields, Qgis.WkbType.Point, crs)
            feature = QgsFeature(fields)
            feature.setAttributes([7])
            output.add([feature])
        if parameters.get("TEXT"):
            outputs.write_text("TEXT", Path(parameters["TEXT"]), "새 글")
        if error is not None:
            raise error
    return outputs.results


# Before any work


@pytest.mark.parametrize("source", ["{}|layername=points", "{}", "{}|layerid=0"])
def test_the_table_of_an_input_is_no_output(
    algorithm: Writer, context: QgsProcessingContext, database: Path, source: str
) -> None:
    source = source.format(database)
    for name in ("points", "POINTS"):
        assert "is also the input" in refusal(algorithm, context, INPUT=source, FIRST=table(database, name))
    assert "is also the input" in refusal(algorithm, context, INPUT=source, FIRST=str(database))
    assert "is also the input" in refusal(algorithm, context, INPUT=source, TEXT=str(database))
    assert refusal(algorithm, context, INPUT=source, FIRST=table(database, "other")) == ""


def test_the_second_table_of_a_file_as_input(
    algorithm: Writer, context: QgsProcessingContext, database: Path, make_layer: MakeLayer
) -> None:
    save(make_layer, context, database, "second")
    source = f"{database}|layername=second"
    assert "is also the input" in refusal(algorithm, context, INPUT=source, FIRST=table(database, "second"))
    assert "is also the input" in refusal(algorithm, context, INPUT=source, FIRST=str(database))
    assert refusal(algorithm, context, INPUT=source, FIRST=table(database, "points")) == ""


def test_an_input_survives_a_run_told_to_replace_it(run: Any, database: Path) -> None:
    parameters = {"INPUT": f"{database}|layername=points", "EPS": 500.0, "MIN_SIZE": 2}
    done = run("densityclusters", {**parameters, "OUTPUT": table(database, "points")})
    assert not done.accepted
    assert "is also the input" in done.reason
    assert not done.succeeded
    assert counts(database) == {"points": 20}


def test_other_names_of_the_same_file(
    algorithm: Writer, context: QgsProcessingContext, database: Path, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    try:
        (tmp_path / "link.gpkg").symlink_to(database)
        (tmp_path / "folder").symlink_to(tmp_path, target_is_directory=True)
        os.link(database, tmp_path / "hard.gpkg")
    except OSError:
        pytest.skip("no links here")
    for name in ("sub/../c.gpkg", "link.gpkg", "hard.gpkg", "folder/c.gpkg"):
        path = f"{tmp_path}/{name}"
        for output in (path, table(path, "points")):
            assert "is also the input" in refusal(algorithm, context, INPUT=str(database), FIRST=output)
        assert "is also the input" in refusal(algorithm, context, INPUT=path, FIRST=str(database))
    for name in ("sub/../new.gpkg", "folder/new.gpkg"):
        second = f"{tmp_path}/{name}"
        told = refusal(algorithm, context, FIRST=str(tmp_path / "new.gpkg"), SECOND=second)
        assert "is also chosen for First" in told


def test_outputs_to_one_table(algorithm: Writer, context: QgsProcessingContext, tmp_path: Path) -> None:
    path = tmp_path / "new.gpkg"
    for second in (table(path, "a"), table(path, "A"), str(path)):
        told = refusal(algorithm, context, FIRST=table(path, "a"), SECOND=second)
        assert "is also chosen for First" in told
    assert refusal(algorithm, context, FIRST=table(path, "a"), SECOND=table(path, "b")) == ""


# Afterwards


FAILURES = [Cancelled(), RuntimeError("no")]


@pytest.mark.parametrize("error", FAILURES, ids=["cancelled", "failed"])
@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.geojson", "a.csv", "결과.gpkg", "a", "a.unknown"])
def test_an_earlier_result_outlives_a_failure(
    algorithm: Writer, context: QgsProcessingContext, tmp_path: Path, name: str, error: Exception
) -> None:
    parameters = {"FIRST": str(tmp_path / name), "TEXT": str(tmp_path / "text.html")}
    write(algorithm, context, parameters)
    (tmp_path / "text.html").write_text("earlier")
    # What names like those put aside could have must not be lost either.
    for path in list(tmp_path.iterdir()):
        path.with_name(f"{path.name}.replaced").write_text("another")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(type(error)):
        write(algorithm, context, parameters, error)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    write(algorithm, context, parameters)
    assert {path.name for path in tmp_path.iterdir()} == set(before)
    assert (tmp_path / "text.html").read_text(encoding="utf-8") == "새 글"


def test_journals_stay_with_their_file(
    algorithm: Writer, context: QgsProcessingContext, database: Path, tmp_path: Path
) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE note (text)")
    connection.execute("INSERT INTO note VALUES ('only in the journal')")
    connection.commit()
    assert (tmp_path / "c.gpkg-wal").stat().st_size > 0
    with pytest.raises(Cancelled):
        write(algorithm, context, {"FIRST": str(database)}, Cancelled())
    assert (tmp_path / "c.gpkg-wal").stat().st_size > 0
    again = sqlite3.connect(database)
    assert again.execute("SELECT text FROM note").fetchall() == [("only in the journal",)]
    again.close()
    connection.close()


@pytest.mark.parametrize("error", FAILURES, ids=["cancelled", "failed"])
def test_a_file_with_one_table_is_never_unlinked(
    algorithm: Writer, context: QgsProcessingContext, database: Path, error: Exception
) -> None:
    feedback = QgsProcessingFeedback()
    with pytest.raises(type(error)):
        write(algorithm, context, {"FIRST": table(database, "new")}, error, feedback)
    assert counts(database) == {"points": 20}
    assert feedback.textLog() == ""


def test_an_earlier_table_stays_when_a_run_ends_early(
    algorithm: Writer, context: QgsProcessingContext, database: Path
) -> None:
    feedback = QgsProcessingFeedback()
    with pytest.raises(Cancelled):
        write(algorithm, context, {"FIRST": table(database, "points")}, Cancelled(), feedback)
    assert "FIRST" not in feedback.textLog()
    assert counts(database) == {"points": 20}


def test_two_tables_of_a_new_file_go_with_it(
    algorithm: Writer, context: QgsProcessingContext, tmp_path: Path
) -> None:
    path = tmp_path / "new.gpkg"
    parameters = {"FIRST": table(path, "a"), "SECOND": table(path, "b")}
    with pytest.raises(Cancelled):
        write(algorithm, context, parameters, Cancelled())
    assert list(tmp_path.iterdir()) == []
    write(algorithm, context, parameters)
    assert counts(path) == {"a": 1, "b": 1}


def test_a_sink_that_cannot_be_made_leaves_the_earlier_file(
    algorithm: Writer,
    context: QgsProcessingContext,
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Writer, "parameterAsSink", lambda *arguments: (None, ""))
    with pytest.raises(QgsProcessingException):
        write(algorithm, context, {"FIRST": str(database)})
    assert counts(database) == {"points": 20}
    assert [path.name for path in tmp_path.iterdir()] == ["c.gpkg"]


@pytest.mark.parametrize("broken", ["write_text", "replace"])
def test_a_text_that_cannot_be_written_takes_the_layers_along(
    algorithm: Writer,
    context: QgsProcessingContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
) -> None:
    real = getattr(Path, broken)

    def fail(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.suffix == ".html":
            raise OSError(28, "No space left on device")
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, broken, fail)
    parameters = {"FIRST": str(tmp_path / "a.gpkg"), "TEXT": str(tmp_path / "a.html")}
    with pytest.raises(QgsProcessingException, match=r"TEXT.*No space left on device"):
        write(algorithm, context, parameters)
    assert list(tmp_path.iterdir()) == []


def test_rows_added_to_a_table_never_cost_it(
    algorithm: Writer, context: QgsProcessingContext, database: Path
) -> None:
    definition = QgsProcessingOutputLayerDefinition(table(database, "points"))
    remapping = QgsRemappingSinkDefinition()
    stored = QgsVectorLayer(f"{database}|layername=points", "", "ogr")
    remapping.setDestinationFields(stored.fields())
    remapping.setDestinationWkbType(stored.wkbType())
    remapping.setDestinationCrs(stored.crs())
    definition.setRemappingDefinition(remapping)
    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException, match="FIRST before is gone or changed"):
        write(algorithm, context, {"FIRST": definition}, Cancelled(), feedback)
    assert counts(database)["points"] >= 20
    assert "delete it yourself" not in feedback.textLog()


def test_a_disk_that_is_slow_to_let_go_is_not_waited_for(
    tmp_path: Path, context: QgsProcessingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go, gone = Event(), Event()
    real = shutil.rmtree

    def slow(folder: Path) -> None:
        may_go.wait(10.0)
        real(folder)
        gone.set()

    monkeypatch.setattr(shutil, "rmtree", slow)
    place = Place(tmp_path / "out.gpkg")
    place.prepare()
    place.working.write_bytes(b"much")
    assert place.undo("", context)
    assert not gone.is_set()
    may_go.set()
    assert gone.wait(10.0)
    assert list(tmp_path.iterdir()) == []
