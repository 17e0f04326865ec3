"""Files that QGIS does not read itself, as inputs of preparepoints: the same account as of any layer."""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet")

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
COLUMNS: dict[str, list[str | None]] = {
    "lon": ["127.0", "127,0", "127.0", "0", "", None, "east", "127.0", "127.0"],
    "lat": ["37.5", "37,5", "91", "0", "37.5", "37.5", "37.5", "inf", "37.5"],
    "id": ["a", "b", "c", "d", "e", "f", "g", "h", None],
    "w": ["1", "0,5", "1", "1", "1", "1", "1", "1", "1"],
}
REJECTS = [
    (3, "latitude_out_of_range"),
    (4, "zero_coordinates"),
    (5, "coordinate_missing"),
    (6, "coordinate_missing"),
    (7, "coordinate_not_a_number"),
    (8, "coordinate_not_finite"),
    (9, "record_missing"),
]


def as_parquet(folder: Path) -> Path:
    parquet.write_table(pa.table(COLUMNS), folder / "addresses.parquet", row_group_size=2)
    return folder / "addresses.parquet"


def as_folder(folder: Path) -> Path:
    parts = folder / "addresses"
    parts.mkdir()
    table = pa.table(COLUMNS)
    for number in range(3):
        parquet.write_table(table.slice(3 * number, 3), parts / f"part-{number}.parquet")
    return parts


def as_text(folder: Path) -> Path:
    lines = [
        ";".join(COLUMNS),
        *(";".join(cell or "" for cell in row) for row in zip(*COLUMNS.values(), strict=True)),
    ]
    path = folder / "addresses.csv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


@pytest.mark.parametrize("write", [as_parquet, as_folder, as_text])
def test_every_row_is_a_point_or_a_reject(run: Any, tmp_path: Path, write: Callable[[Path], Path]) -> None:
    outcome = run(
        "preparepoints",
        {
            "INPUT": str(write(tmp_path)),
            "RECORD_FIELD": "id",
            "WEIGHT_FIELD": "w",
            "OUTPUT": OUTPUT,
            "REJECTS": OUTPUT,
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    assert "9 rows in = 2 points + 7 rejects" in outcome.feedback.text
    assert [geometry.asWkt(1) for geometry in outcome.geometries("OUTPUT")] == ["Point (127 37.5)"] * 2
    assert [row["weight"] for row in outcome.rows("OUTPUT")] == [1.0, 0.5]
    assert [(row["row"], row["reason"]) for row in outcome.rows("REJECTS")] == REJECTS
    assert [row["id"] for row in outcome.rows("REJECTS")][:6] == ["c", "d", "e", "f", "g", "h"]
    history = outcome.layer("OUTPUT").metadata().history()
    assert any(line.startswith("INPUT=addresses") for line in history), history


def test_korean_text_of_windows(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "주소.csv"
    path.write_bytes("기관,경도,위도\n한국과학기술원,127.36,36.37\n".encode("cp949"))
    outcome = run("preparepoints", {"INPUT": str(path), "ORGANISATION_FIELD": "기관", "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    [row] = outcome.rows("OUTPUT")
    assert (row["기관"], row["organisation"]) == ("한국과학기술원", "한국과학기술원")


def test_values_keep_their_kinds(run: Any, tmp_path: Path) -> None:
    """Numbers stay numbers; names that only capitals tell apart get a number; dates and lists become text."""
    path = tmp_path / "kinds.parquet"
    columns = {
        "x": [127.0],
        "y": [37.5],
        "fid": [7],
        "name": pa.array(["a"]).dictionary_encode(),
        "NAME": [True],
        "huge": pa.array([2**64 - 1], pa.uint64()),
        "list": [[1, 2]],
    }
    parquet.write_table(pa.table(columns), path)
    outcome = run("preparepoints", {"INPUT": str(path), "EXCLUDE": '"fid" = 8', "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    [row] = outcome.rows("OUTPUT")
    found = {name: value for name, value in row.items() if name not in ("fid_1",)}
    assert found["name"] == "a"
    assert found["NAME_2"] == 1
    assert found["huge"] == str(2**64 - 1)
    assert found["list"] == "[1, 2]"
    assert 7 in found.values()


def test_points_of_geoparquet(run: Any, tmp_path: Path) -> None:
    point = struct.pack("<BIdd", 1, 1, 1_000_000.0, 2_000_000.0)
    line = struct.pack("<BII4d", 1, 2, 2, 0, 0, 1, 1)
    crs = {"id": {"authority": "EPSG", "code": 5179}}
    geo = {"primary_column": "place", "columns": {"place": {"encoding": "WKB", "crs": crs}}}
    # What stands for the system is PROJ's to read, so that its name alone is enough.
    table = pa.table({"place": pa.array([point, None, line], pa.binary()), "id": [1, 2, 3]})
    path = tmp_path / "points.parquet"
    parquet.write_table(table.replace_schema_metadata({b"geo": json.dumps(geo).encode()}), path)
    outcome = run("preparepoints", {"INPUT": str(path), "OUTPUT": OUTPUT, "REJECTS": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    # The origin of the Korean grid (EPSG:5179) is 127.5 E, 38 N, at 1,000,000 and 2,000,000.
    assert [geometry.asWkt(6) for geometry in outcome.geometries("OUTPUT")] == ["Point (127.5 38)"]
    assert [row["reason"] for row in outcome.rows("REJECTS")] == ["no_geometry", "not_a_point"]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"a": [1], "b": [2]}, "no fields named like coordinates"),
        ({"x": pa.array([], pa.float64()), "y": pa.array([], pa.float64())}, "has no rows"),
    ],
)
def test_what_will_not_do_is_refused_before_any_work(
    run: Any, tmp_path: Path, columns: dict[str, Any], sentence: str
) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table(columns), path)
    outcome = run("preparepoints", {"INPUT": str(path), "OUTPUT": OUTPUT})
    assert not outcome.succeeded
    assert sentence in outcome.feedback.text


def test_a_broken_file_is_refused_before_any_work(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_text("x,y\n1,2\n", encoding="utf-8")
    for value in (path, tmp_path / "missing.parquet"):
        outcome = run("preparepoints", {"INPUT": str(value), "OUTPUT": OUTPUT})
        assert not outcome.succeeded
        assert "is not a Parquet file" in outcome.feedback.text or "There is no file" in outcome.feedback.text
