"""All tables of a run in a folder: whole or not at all, and read again to the last digit."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.processing_algorithms.base import Algorithm
from innovation_clusters.processing_algorithms.layers.writing import Outputs
from innovation_clusters.processing_algorithms.outputs.csv_tables import csv_text, write_tables

MARK = b"\xef\xbb\xbf"


class Tables(Algorithm):
    """An algorithm with a layer and a folder."""

    def name(self) -> str:
        return "tables"

    def displayName(self) -> str:
        return "Tables"

    def declare(self) -> None:
        self.add(QgsProcessingParameterFeatureSource("INPUT", "Input", optional=True), "in")
        self.add(QgsProcessingParameterFeatureSink("LAYER", "Layer", optional=True), "out")
        self.add(QgsProcessingParameterFolderDestination("TABLES", "Tables", optional=True), "out")


@pytest.fixture
def context(qgis_app: Any) -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


@pytest.fixture
def algorithm(qgis_app: Any) -> Tables:
    tables = Tables()
    tables.initAlgorithm()
    return tables


def fields() -> QgsFields:
    found = QgsFields()
    for name, kind in (
        ("rank", QMetaType.Type.Int),
        ("name_ko", QMetaType.Type.QString),
        ("score", QMetaType.Type.Double),
        ("both", QMetaType.Type.Bool),
    ):
        found.append(QgsField(name, kind))
    return found


COLUMNS: list[Any] = [
    np.array([1, 2, 3]),
    ["서울, “강남”", None, 'a "b"\nc'],
    np.array([1.0 / 3.0, np.nan, 1e-9]),
    [True, False, None],
]


def write(
    algorithm: Tables,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    monitor: Monitor | None = None,
    then: Callable[[], None] | None = None,
) -> dict[str, Any]:
    with Outputs(algorithm, parameters, context, QgsProcessingFeedback()) as outputs:
        folder = Path(algorithm.parameterAsFileOutput(parameters, "TABLES", context))
        tables = {"ranking": (fields(), COLUMNS), "economies": (fields(), [column[:1] for column in COLUMNS])}
        write_tables(
            outputs, "TABLES", folder, tables, {"EPS": "15000", "비고": "가, 나"}, monitor or Monitor()
        )
        if then is not None:
            then()
    return outputs.results


def test_files_are_what_spreadsheets_and_pandas_read(
    algorithm: Tables, context: QgsProcessingContext, tmp_path: Path
) -> None:
    folder = tmp_path / "새 폴더" / "tables"
    assert write(algorithm, {"TABLES": str(folder)}, context) == {"TABLES": str(folder)}
    assert sorted(path.name for path in folder.iterdir()) == [
        "economies.csv",
        "parameters.csv",
        "ranking.csv",
    ]
    for path in folder.iterdir():
        assert path.read_bytes().startswith(MARK)
        assert path.read_bytes().count(MARK) == 1
    lines = (folder / "ranking.csv").read_text(encoding="utf-8-sig").split("\n")
    assert lines[0] == "rank,name_ko,score,both"
    assert lines[1] == '1,"서울, “강남”",0.3333333333333333,1'
    assert lines[2] == "2,,,0"
    assert lines[3:] == ['3,"a ""b""', 'c",0.000000001,', ""]
    table = pd.read_csv(folder / "ranking.csv", encoding="utf-8-sig")
    assert table["rank"].tolist() == [1, 2, 3]
    assert table["score"].tolist()[::2] == [1.0 / 3.0, 1e-9]
    assert math.isnan(table["score"][1])
    assert table["name_ko"].tolist()[::2] == [COLUMNS[1][0], COLUMNS[1][2]]
    chosen = pd.read_csv(folder / "parameters.csv", encoding="utf-8-sig", dtype=str)
    assert dict(zip(chosen["name"], chosen["value"], strict=True)) == {"EPS": "15000", "비고": "가, 나"}


def test_qgis_reads_them_as_tables(algorithm: Tables, context: QgsProcessingContext, tmp_path: Path) -> None:
    write(algorithm, {"TABLES": str(tmp_path)}, context)
    layer = QgsVectorLayer(str(tmp_path / "ranking.csv"), "ranking", "ogr")
    assert layer.fields().names() == ["rank", "name_ko", "score", "both"]
    assert [int(feature["rank"]) for feature in layer.getFeatures()] == [1, 2, 3]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=20))
def test_numbers_survive_to_the_last_digit(numbers: list[float]) -> None:
    lines = csv_text(["n"], [np.array(numbers)]).splitlines()
    assert [float(line) for line in lines[1:]] == numbers
    assert not any("e" in line for line in lines[1:])


def test_a_temporary_folder(algorithm: Tables, context: QgsProcessingContext) -> None:
    results = write(algorithm, {"TABLES": "TEMPORARY_OUTPUT"}, context)
    assert (Path(results["TABLES"]) / "ranking.csv").is_file()


def test_nothing_is_left_of_a_cancelled_run(
    algorithm: Tables, context: QgsProcessingContext, tmp_path: Path
) -> None:
    folder = tmp_path / "a" / "b"
    stop = Monitor(cancelled=iter([False, True, True, True]).__next__)
    with pytest.raises(Cancelled):
        write(algorithm, {"TABLES": str(folder)}, context, stop)
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_folder_survives_a_run_that_fails_later(
    algorithm: Tables, context: QgsProcessingContext, tmp_path: Path
) -> None:
    (tmp_path / "ranking.csv").write_text("earlier", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    def fail() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(algorithm, {"TABLES": str(tmp_path)}, context, then=fail)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt", "ranking.csv"]
    assert (tmp_path / "ranking.csv").read_text(encoding="utf-8") == "earlier"
    write(algorithm, {"TABLES": str(tmp_path)}, context)
    assert (tmp_path / "ranking.csv").read_bytes().startswith(MARK)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_moved_takes_all_others_back(
    algorithm: Tables, context: QgsProcessingContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if path.name == "economies.csv":
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(QgsProcessingException, match="No space left"):
        write(algorithm, {"TABLES": str(tmp_path / "tables")}, context)
    assert list(tmp_path.iterdir()) == []


def test_an_input_is_not_replaced(algorithm: Tables, context: QgsProcessingContext, tmp_path: Path) -> None:
    source = tmp_path / "ranking.csv"
    source.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="is also the input"):
        write(algorithm, {"INPUT": str(source), "TABLES": str(tmp_path)}, context)
    assert source.read_text(encoding="utf-8") == "a,b\n1,2\n"
    assert [path.name for path in tmp_path.iterdir()] == ["ranking.csv"]


def test_beside_a_layer_of_the_same_run(
    algorithm: Tables, context: QgsProcessingContext, tmp_path: Path
) -> None:
    """The folder is the result of its parameter, the layer that of its own."""
    parameters = {"LAYER": str(tmp_path / "layer.csv"), "TABLES": str(tmp_path)}
    with Outputs(algorithm, parameters, context, QgsProcessingFeedback()) as outputs:
        layer = outputs.open("LAYER", fields(), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
        layer.write(COLUMNS, Monitor())
        write_tables(outputs, "TABLES", tmp_path, {"ranking": (fields(), COLUMNS)}, {}, Monitor())
    assert outputs.results["TABLES"] == str(tmp_path)
    one, other = (
        pd.read_csv(tmp_path / f"{name}.csv", encoding="utf-8-sig") for name in ("layer", "ranking")
    )
    assert one.columns.tolist() == other.columns.tolist()
    assert one["score"].tolist()[::2] == pytest.approx(other["score"].tolist()[::2])


@pytest.mark.parametrize("columns", [[], [[1, 2], [1]]])
def test_columns_that_do_not_fit_are_refused(columns: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="columns"):
        csv_text(["a", "b"], columns)
