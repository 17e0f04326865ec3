"""Files through DuckDB: as they are read row by row, larger than memory, and what goes wrong with them."""

from __future__ import annotations

import gzip
import os
import threading
import time
from collections import Counter
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

from innovation_clusters.analysis.address_tables import AddressColumns, read_address_table
from innovation_clusters.analysis.at_source.answers import LabelledPlaces, Places
from innovation_clusters.analysis.at_source.on_duckdb import DuckDB
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.distributed.__main__ import main

COLUMNS = AddressColumns("lon", "lat", "", "EPSG:4326", "record", "w", "", "", "기관", "")

CELLS = [
    "lon,lat,record,w,기관",
    '127.1,37.5,A,1,"서울, 대"',
    '"127,1","37,5",A,"0,5","서울, 대"',
    '−0.5,1,B,2,"say ""so"""',
    " -0.5 ,+1e0,B ,2,two",
    ",37.5,B,1,",
    "north,1,B,1,",
    "nan,1,B,1,x",
    '1,inf,C,1,"a\nb"',
    "1,2,\u3000,1,",
    "1,2,,1,",
    "",
]


def write_table(path: Path, **columns: object) -> str:
    pa.parquet.write_table(pa.table(columns), path)
    return str(path)


def noise(places: Places) -> LabelledPlaces:
    at = np.flatnonzero((places.fault == 0) & places.recorded)
    return LabelledPlaces(places, at, np.full(at.size, -1), np.full(at.size, -1))


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".csv.gz", " [1]*?.csv", "; 'quoted'.csv", ".한글.csv"])
def test_text_is_read_as_row_by_row(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"addresses{ending}"
    content = "\n".join(CELLS).encode("utf-8-sig" if "한글" in ending else "utf-8")
    path.write_bytes(gzip.compress(content) if ending.endswith(".gz") else content)
    read = read_address_table(str(path), weight="w", organisation="기관")
    assert read.record is not None
    assert read.weight is not None
    with DuckDB() as engine:
        places = engine.places(TableAtSource(str(path), COLUMNS), Monitor())
        patterns = engine.patterns(TableAtSource(str(path), COLUMNS), noise(places), Monitor())
    expected: Counter[tuple[object, ...]] = Counter()
    rows: Counter[tuple[object, ...]] = Counter()
    read_columns = (read.x, read.y, read.fault, read.record, read.weight)
    for x, y, fault, record, weight in zip(*(each.tolist() for each in read_columns), strict=True):
        expected[_place(x, y, fault), record >= 0] += weight
        rows[_place(x, y, fault), record >= 0] += 1
    found: Counter[tuple[object, ...]] = Counter()
    found_rows: Counter[tuple[object, ...]] = Counter()
    found_columns = (places.x, places.y, places.fault, places.recorded, places.addresses, places.rows)
    groups = zip(*(each.tolist() for each in found_columns), strict=True)
    for x, y, fault, recorded, addresses, count in groups:
        found[_place(x, y, fault), recorded] += addresses
        found_rows[_place(x, y, fault), recorded] += count
    assert found == expected
    assert found_rows == rows
    assert places.fraction.total() == pytest.approx(3.0)
    assert sorted((patterns.whole * patterns.times).tolist()) == [1.0, 1.5, 7.0]
    assert places.organisation is not None
    assert "서울, 대" in places.organisation.names
    # The quotation marks are the text's own.
    assert 'say "so"' in places.organisation.names


def _place(x: float, y: float, fault: int) -> tuple[object, ...]:
    return (fault,) if fault else (x, y)


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "fol[d]er's"
    folder.mkdir()
    texts = {"기관": ["", ""]}
    write_table(folder / "b.parquet", lon=[3.0, 1.0], lat=[0.5, 0.5], record=["r", "s"], w=[1, 1], **texts)
    write_table(folder / "a.parquet", lon=[2.0], lat=[0.5], record=["r"], w=[3], 기관=[""])
    write_table(folder / "_c.parquet", lon=["unfinished"])
    with DuckDB() as engine:
        places = engine.places(TableAtSource(str(folder), COLUMNS), Monitor())
    assert places.x.tolist() == [2.0, 3.0, 1.0]
    assert places.fraction.value.tolist() == [0.75, 0.25, 1.0]


@pytest.mark.parametrize(
    ("top", "inner"),
    [
        ("a.parquet", "year=2020/a.parquet"),
        ("", "year=2020/month=1/a.parquet"),
        ("a.parquet", "copied/a.parquet"),
        ("a.csv", "copied/a.csv"),
        ("a.csv", "copied/a.parquet"),
        ("", "copied/a.csv.gz"),
    ],
)
def test_folders_within_a_folder_are_not_left_out_without_a_word(
    tmp_path: Path, top: str, inner: str
) -> None:
    for name in filter(None, (top, inner)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".parquet"):
            write_table(tmp_path / name, lon=[1.0], lat=[0.5], record=["r"], w=[1], 기관=[""])
        else:
            (tmp_path / name).write_text("lon,lat,record,w,기관\n1,0.5,r,1,\n", encoding="utf-8")
    with DuckDB() as engine, pytest.raises(InputError, match="whose rows would be left out") as told:
        engine.places(TableAtSource(str(tmp_path), COLUMNS, parameter="INVENTORS"), Monitor())
    assert f"the folder {(tmp_path / inner).parent} within it" in str(told.value)
    assert told.value.parameter == "INVENTORS"


def test_text_within_a_folder_of_parquet_is_no_part_of_it(tmp_path: Path) -> None:
    """As beside it."""
    (tmp_path / "raw").mkdir()
    write_table(tmp_path / "a.parquet", lon=[1.0], lat=[0.5], record=["r"], w=[1], 기관=[""])
    for name in ("raw/a.csv", "b.csv"):
        (tmp_path / name).write_text("lon,lat\n9,9\n", encoding="utf-8")
    with DuckDB() as engine:
        assert engine.places(TableAtSource(str(tmp_path), COLUMNS), Monitor()).x.tolist() == [1.0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.parquet", None, "There is no file"),
        ("broken.parquet", b"PAR1 and no more", "is not a Parquet file"),
        ("empty.csv", b"", "is empty"),
        ("korean.csv", "lon,lat,기관\n1,2,서울\n".encode("cp949"), "DuckDB reads text in UTF-8"),
        ("short.csv", b"lon,lat,record,w,\xea\xb8\xb0\xea\xb4\x80\n1,2\n", "cannot be read"),
        ("other.csv", b"lon,lat,id\n1,2,3\n", "has no column record; it has lon, lat, id"),
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with DuckDB() as engine, pytest.raises(InputError, match=said) as told:
        engine.places(TableAtSource(str(path), COLUMNS, parameter="INVENTORS"), Monitor())
    assert told.value.parameter == "INVENTORS"
    assert "\n" not in str(told.value)


def test_weights_that_are_none(tmp_path: Path) -> None:
    for weights, said in (
        ([1.0, None], "has no number up to 1000000000000000 in 1 rows"),
        ([1.0, float("nan")], "has no number up to 1000000000000000 in 1 rows"),
        ([1.0, 1e16], "has no number up to 1000000000000000 in 1 rows"),
        (["1", "many"], "has no number up to 1000000000000000 in 1 rows"),
        ([1.0, -1.0], "is negative in 1 rows"),
    ):
        both = {"lon": [1.0, 2.0], "lat": [1.0, 2.0], "record": ["a", "b"], "기관": ["", ""]}
        path = write_table(tmp_path / "w.parquet", **both, w=weights)
        with DuckDB() as engine, pytest.raises(InputError, match=said):
            engine.places(TableAtSource(path, COLUMNS), Monitor())


def plain_table(path: Path, rows: int = 4) -> TableAtSource:
    numbers = np.arange(rows)
    write_table(path, lon=numbers % 3 + 0.5, lat=numbers % 2 + 0.5, record=numbers // 2)
    return TableAtSource(str(path), AddressColumns("lon", "lat", "", "EPSG:4326", "record", *[""] * 5))


def test_a_file_that_is_replaced_between_questions(tmp_path: Path) -> None:
    table = plain_table(tmp_path / "p.parquet")
    with DuckDB() as engine:
        places = engine.places(table, Monitor())
        plain_table(tmp_path / "new.parquet", 6)
        os.replace(tmp_path / "new.parquet", tmp_path / "p.parquet")
        with pytest.raises(InputError, match=r"p\.parquet has changed since the run began"):
            engine.patterns(table, noise(places), Monitor())
        with pytest.raises(InputError, match=r"p\.parquet has changed since the run began"):
            engine.label(table, noise(places), str(tmp_path / "out"), "cluster", Monitor())
        (tmp_path / "p.parquet").unlink()
        with pytest.raises(InputError, match=r"p\.parquet is gone since the run began"):
            engine.places(table, Monitor())
    assert [path.name for path in tmp_path.iterdir()] == []


def test_a_file_that_is_replaced_while_it_is_read(tmp_path: Path) -> None:
    table = plain_table(tmp_path / "p.parquet", 3_000_000)
    plain_table(tmp_path / "new.parquet", 6)
    replaced = threading.Event()

    def replace() -> bool:
        if not replaced.is_set():
            os.replace(tmp_path / "new.parquet", tmp_path / "p.parquet")
            replaced.set()
        return False

    # The first look at Cancel is while the question is being answered.
    with DuckDB() as engine, pytest.raises(InputError, match=r"p\.parquet has changed|cannot answer from"):
        engine.places(table, Monitor(cancelled=replace))
    assert replaced.is_set()


def test_a_file_that_joins_the_folder_is_not_counted(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    plain_table(folder / "a.parquet")
    columns = AddressColumns("lon", "lat", "", "EPSG:4326", "record", *[""] * 5)
    table = TableAtSource(str(folder), columns)
    with DuckDB() as engine:
        places = engine.places(table, Monitor())
        plain_table(folder / "b.parquet")
        with pytest.raises(InputError, match="has other files than when the run began"):
            engine.patterns(table, noise(places), Monitor())


def test_targets(tmp_path: Path) -> None:
    table = plain_table(tmp_path / "p.parquet")
    with DuckDB() as engine:
        places = engine.places(table, Monitor())
        (tmp_path / "there").mkdir()
        for target, said in (
            (tmp_path / "there", "already; name a new one"),
            (tmp_path / "nowhere" / "deep", "There is no folder"),
        ):
            with pytest.raises(InputError, match=said):
                engine.label(table, noise(places), str(target), "cluster", Monitor())
        with pytest.raises(InputError, match="has a column record already"):
            engine.label(table, noise(places), str(tmp_path / "new"), "record", Monitor())
        with pytest.raises(InputError, match="Files have no views"):
            engine.label(table, noise(places), str(tmp_path / "new"), "cluster", Monitor(), as_view=True)
        told = engine.label(table, noise(places), str(tmp_path / "one.parquet"), "cluster", Monitor())
    assert (told.rows, told.unknown) == (4, 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.parquet", "p.parquet", "there"]
    assert list((tmp_path / "there").iterdir()) == []


MILLIONS = 10_000_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> TableAtSource:
    """Ten million rows of 3.4 million records in a hundred thousand places."""
    path = tmp_path_factory.mktemp("large") / "large.parquet"
    duckdb.sql(
        "COPY (SELECT (i * 7919 % 100000) / 1000.0 AS lon, 0.5 AS lat, "
        "'record ' || (i * 31 // 93) AS record, "
        f"i % 2 + 1 AS w FROM range({MILLIONS}) AS numbers(i)) TO '{path}' (FORMAT parquet)"
    )
    return TableAtSource(str(path), AddressColumns("lon", "lat", "", "EPSG:4326", "record", "w", *[""] * 4))


@pytest.mark.slow
def test_ten_million_rows_in_little_memory(large: TableAtSource, tmp_path: Path) -> None:
    number = np.arange(MILLIONS)
    record, place, weight = number * 31 // 93, number * 7919 % 100_000, number % 2 + 1.0
    fraction = weight / np.bincount(record, weights=weight)[record]
    with DuckDB("350MB", 2, str(tmp_path)) as engine:
        places = engine.places(large, Monitor())
        at = np.rint(places.x * 1000.0).astype(np.int64)
        known = LabelledPlaces(places, np.arange(len(places)), at % 3 - 1, np.full(len(places), -1))
        patterns = engine.patterns(large, known, Monitor())
    assert (places.rows == 100).all()
    assert len(places) == 100_000
    expected = np.bincount(place, weights=fraction)
    assert np.abs(places.fraction.value - expected[at]).max() < 1e-9
    assert (places.addresses == np.bincount(place, weights=weight)[at]).all()
    assert int(patterns.times.sum()) == record.max() + 1
    assert (patterns.whole * patterns.times).sum() == weight.sum()
    of_entry = patterns.times[patterns.pattern] * patterns.addresses
    by_label = np.bincount(patterns.label + 1, weights=of_entry)
    assert by_label.tolist() == np.bincount(place % 3, weights=weight).tolist()


def test_cancel_within_a_second(large: TableAtSource, tmp_path: Path) -> None:
    for ask in ("places", "label"):
        cancelled: list[float] = []
        asked = threading.Event()

        def wants_to_stop(cancelled: list[float] = cancelled, asked: threading.Event = asked) -> bool:
            if asked.is_set() and not cancelled:
                cancelled.append(time.monotonic())
            return asked.is_set()

        with DuckDB("350MB", 2, str(tmp_path)) as engine:
            known = noise(engine.places(plain_table(tmp_path / "p.parquet"), Monitor()))
            threading.Timer(0.4, asked.set).start()
            monitor = Monitor(cancelled=wants_to_stop)
            if ask == "places":
                with pytest.raises(Cancelled):
                    engine.places(large, monitor)
            else:
                with pytest.raises(Cancelled):
                    engine.label(large, known, str(tmp_path / "out"), "cluster", monitor)
            assert time.monotonic() - cancelled[0] < 1.0
    assert [path.name for path in tmp_path.iterdir()] == ["p.parquet"]


def test_too_little_memory_and_disk_is_one_sentence(large: TableAtSource, tmp_path: Path) -> None:
    with (
        DuckDB("60MB", 2, str(tmp_path)) as engine,
        pytest.raises(InputError, match="enough memory or disk") as told,
    ):
        engine.places(large, Monitor())
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("memory", ["lots", "4 potatoes", "GB"])
def test_memory_that_is_none(memory: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    given = ["--duckdb", "--patents", "nowhere.parquet", "--output", str(tmp_path / "out")]
    assert main([*given, "--memory", memory]) == 1
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"--memory: {memory} is no amount of memory (")


def test_a_temporary_folder_that_is_not_there(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    given = ["--duckdb", "--patents", "nowhere.parquet", "--output", str(tmp_path / "out")]
    assert main([*given, "--temporary", str(tmp_path / "nowhere")]) == 1
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"--temporary: Nothing can be put aside in the folder {tmp_path}/nowhere (")


def test_a_folder_of_text_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "2.csv").write_text("lon;lat;record\n3;0;a\n1;0;b\n", encoding="utf-8")
    with gzip.open(tmp_path / "1.csv.gz", "wt", encoding="utf-8-sig") as file:
        file.write('lon;lat;record\n"2,5";0;"c\nd"\n')
    (tmp_path / "_SUCCESS").touch()
    (tmp_path / "notes.txt").write_text("not a table")
    assert numbers_read(str(tmp_path), LON_LAT) == [(1.0, 0.0, 2), (2.5, 0.0, 0), (3.0, 0.0, 1)]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (b"lat,lon\n1,2\n", "has other columns, or signs between them, than"),
        (b"lon;lat\n1;2\n", "has other columns, or signs between them, than"),
        ("lon,lat\n서울,2\n".encode("cp949"), "DuckDB reads text in UTF-8"),
        (b"", "is empty"),
    ],
)
def test_a_folder_of_text_that_does_not_go_together(tmp_path: Path, second: bytes, said: str) -> None:
    (tmp_path / "1.csv").write_text("lon,lat\n1,2\n", encoding="utf-8")
    (tmp_path / "2.csv").write_bytes(second)
    with DuckDB() as engine, pytest.raises(InputError, match=said):
        engine.places(TableAtSource(str(tmp_path), LON_LAT), Monitor())


def test_a_folder_without_tables(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a table")
    with DuckDB() as engine, pytest.raises(InputError, match="has neither Parquet nor CSV files"):
        engine.places(TableAtSource(str(tmp_path), LON_LAT), Monitor())


def numbers_read(path: str, columns: AddressColumns) -> list[tuple[float, float, int]]:
    with DuckDB() as engine:
        places = engine.places(TableAtSource(path, columns), Monitor())
    found = zip(places.x.tolist(), places.y.tolist(), np.argsort(np.argsort(places.first_row)), strict=True)
    return sorted((x, y, int(order)) for x, y, order in found)


LON_LAT = AddressColumns("lon", "lat", "", "EPSG:4326", "", "", "", "", "", "")


def test_files_of_other_types_are_not_rounded(tmp_path: Path) -> None:
    write_table(tmp_path / "1.parquet", lon=pa.array([127], pa.int64()), lat=pa.array([37.5], pa.float32()))
    write_table(tmp_path / "2.parquet", lon=[127.6], lat=[37.1])
    assert numbers_read(str(tmp_path), LON_LAT) == [(127.0, 37.5, 0), (127.6, 37.1, 1)]


def test_a_column_is_not_taken_from_the_name_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "lon=9"
    folder.mkdir()
    path = write_table(folder / "rows.parquet", lon=[1.0], lat=[2.0])
    assert numbers_read(path, LON_LAT) == [(1.0, 2.0, 0)]


@pytest.mark.parametrize("name", ["file_row_number", "file_index", "File_Row_Number", "number_of_row"])
def test_rows_are_numbered_by_their_place_whatever_columns_are_called(tmp_path: Path, name: str) -> None:
    columns = {"lon": [1.0, 2.0, 3.0], "lat": [0.0, 0.0, 0.0], name: [9, 5, 1]}
    assert numbers_read(write_table(tmp_path / "rows.parquet", **columns), LON_LAT) == [
        (1.0, 0.0, 0),
        (2.0, 0.0, 1),
        (3.0, 0.0, 2),
    ]
    text = tmp_path / "rows.csv"
    text.write_text(f"lon,lat,{name}\n1,0,x\n2,0,\n3,0,y\n", encoding="utf-8")
    assert [order for *_, order in numbers_read(str(text), LON_LAT)] == [0, 1, 2]


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_labels_of_a_table_with_any_names(tmp_path: Path, ending: str) -> None:
    """Columns that are called like what questions make on the way are read by nobody, and are kept."""
    columns = {"lon": [1.0, 3.0], "lat": [0.0, 0.0], "place_x": [3.0, 1.0], "the_place_y": [0.0, 9.0]}
    columns |= {"x": [8.0, 8.0], "label": [7.0, 7.0], "number_of_row": [5.0, 4.0], "file_row": [1.0, 1.0]}
    path = tmp_path / f"rows.{ending}"
    if ending == "parquet":
        write_table(path, **columns)
    else:
        lines = [",".join(columns), *(",".join(map(str, row)) for row in zip(*columns.values(), strict=True))]
        path.write_text("\n".join(lines), encoding="utf-8")
    table = TableAtSource(str(path), LON_LAT)
    with DuckDB() as engine:
        places = engine.places(table, Monitor())
        clusters = np.array([{1.0: 0, 3.0: 1}[x] for x in places.x.tolist()])
        labelled = LabelledPlaces(places, np.arange(2), clusters, np.full(2, -1))
        told = engine.label(table, labelled, str(tmp_path / "labelled.parquet"), "cluster", Monitor())
    found = pa.parquet.read_table(tmp_path / "labelled.parquet")
    assert (told.rows, told.unknown) == (2, 0)
    assert found.column_names == [*columns, "cluster"]
    assert [float(x) for x in found["lon"].to_pylist()] == [1.0, 3.0]
    assert found["cluster"].to_pylist() == [0, 1]
