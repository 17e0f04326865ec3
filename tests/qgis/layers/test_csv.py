"""Tables as CSV, for spreadsheet programs: UTF-8 with its mark, numbers plain, texts as they were."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from qgis.core import QgsProcessingOutputLayerDefinition, QgsVectorLayer

MARK = b"\xef\xbb\xbf"
ROWS = [("POINT (1 1)", '서울, "한강"', 1), ("POINT (1 1)", "대전\n유성", 1), (None, None, None)]


@pytest.fixture
def addresses(make_layer: Callable[..., QgsVectorLayer]) -> QgsVectorLayer:
    return make_layer("Point", "EPSG:4326", "도시:string&수:integer", ROWS)


def scored(addresses: QgsVectorLayer, output: Any) -> dict[str, Any]:
    return {"INPUT": addresses, "CLUSTER_FIELD": "도시", "OUTPUT": output}


@pytest.mark.parametrize(
    ("file", "destination"),
    [
        ("a.csv", "{path}"),
        ("A.CSV", "{path}"),
        ("표 하나.csv", "{path}"),
        ("a.csv", "ogr:{path}"),
        ("a.csv", "ogr:dbname='{path}' table=\"a\""),
    ],
)
def test_a_table_starts_with_the_mark_and_comes_back(
    run: Any, addresses: QgsVectorLayer, tmp_path: Path, file: str, destination: str
) -> None:
    path = tmp_path / file
    result = run("scoreclusters", scored(addresses, destination.format(path=path)))
    assert result.succeeded, result.feedback.text
    content = path.read_bytes()
    assert content.startswith(MARK)
    assert content.count(MARK) == 1
    table = pd.read_csv(path, encoding="utf-8-sig")
    assert table["cluster_id"].tolist() == ["대전\n유성", '서울, "한강"']
    assert table["patents"].tolist() == [1, 1]
    assert table["publications"].isna().all()
    assert table["share_patents"].tolist() == pytest.approx([100.0 / 3.0] * 2, rel=1e-12)
    assert "1-25" in table["tier"].tolist()
    # Whole numbers stand without quotes.
    assert b'"1"' not in content


def test_what_is_written_is_read_again(run: Any, addresses: QgsVectorLayer, tmp_path: Path) -> None:
    """The mark is no part of the first field's name, and ranks are numbers."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert run("scoreclusters", scored(addresses, str(first))).succeeded
    again = {"INPUT": str(first), "PATENTS_FIELD": "patents", "OUTPUT": str(second)}
    result = run("scoreclusters", again)
    assert result.succeeded, result.feedback.text
    with second.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert next(iter(rows[0])) == "cluster_id"
    assert [row["rank"] for row in rows] == ["1", "1"]


@pytest.mark.parametrize("encoding", [None, "", "System", "UTF-8"])
def test_what_the_dialog_hands_over_is_utf_8(
    run: Any, addresses: QgsVectorLayer, tmp_path: Path, encoding: str | None
) -> None:
    """The dialog says "System", which is another encoding in a Korean Windows."""
    path = tmp_path / "a.csv"
    definition = QgsProcessingOutputLayerDefinition(str(path))
    if encoding is not None:
        definition.createOptions = {"fileEncoding": encoding}
    result = run("densityclusters", {"INPUT": addresses, "MIN_SIZE": 1, "OUTPUT": definition})
    assert result.succeeded, result.feedback.text
    assert path.read_bytes().startswith(MARK + "도시".encode())


def test_an_encoding_that_was_chosen_stays_and_has_no_mark(
    run: Any, addresses: QgsVectorLayer, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    definition = QgsProcessingOutputLayerDefinition(str(path))
    definition.createOptions = {"fileEncoding": "CP949"}
    assert run("densityclusters", {"INPUT": addresses, "MIN_SIZE": 1, "OUTPUT": definition}).succeeded
    assert path.read_bytes().startswith("도시".encode("cp949"))


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "shp"])
def test_other_files_are_as_they_were(
    run: Any, addresses: QgsVectorLayer, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    parameters = {"INPUT": addresses, "MIN_SIZE": 1, "OUTPUT": str(path)}
    assert run("densityclusters", parameters).succeeded
    assert not path.read_bytes().startswith(MARK)
    assert QgsVectorLayer(str(path), "a", "ogr").featureCount() == 3
