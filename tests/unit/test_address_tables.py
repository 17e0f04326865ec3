"""Addresses in Parquet and text files: what is read, what is found by itself, what is refused."""

from __future__ import annotations

import gzip
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.address_tables import (
    AddressTable,
    address_columns,
    is_address_table,
    read_address_table,
)
from innovation_clusters.analysis.addresses import REASONS, STATE_FAULTS, numbers_of
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.texts import code_texts

arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet")

PLACES: dict[str, Any] = {"longitude": [127.0, 2.35], "latitude": [37.5, 48.85]}


def write(path: Path, columns: dict[str, Any], **options: Any) -> str:
    parquet.write_table(arrow.table(columns), path, **options)
    return str(path)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> str:
    content = text.encode(encoding)
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return str(path)


def faults(table: AddressTable) -> list[str]:
    return [REASONS[number] for number in table.fault]


def objects(values: list[Any]) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def test_standard_columns_are_found_whatever_their_case(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.parquet",
        {
            "Longitude": [127.0, 2.35, None],
            "LATITUDE": [37.5, 48.85, 1.0],
            "record": [900, 7, 900],
            "addresses": [1, None, 3],
            "Fractional_Count": [0.5, 1.0, 0.5],
            "economy": ["KR", "FR", None],
            "organisation": ["B  C", " A", ""],
            "other": [1, 2, 3],
        },
    )
    table = read_address_table(path)
    assert (table.x[:2].tolist(), table.y.tolist()) == ([127.0, 2.35], [37.5, 48.85, 1.0])
    assert faults(table) == ["", "", "coordinate_missing"]
    assert table.crs == "EPSG:4326"
    assert table.record is not None
    assert table.record.tolist() == [1, 0, 1]
    assert table.weight is not None
    assert table.weight.tolist() == pytest.approx([1.0, np.nan, 3.0], nan_ok=True)
    assert table.count is not None
    assert table.count.tolist() == [0.5, 1.0, 0.5]
    assert table.economy is not None
    assert (table.economy.code.tolist(), table.economy.names) == ([1, 0, -1], ["FR", "KR"])
    assert table.organisation is not None
    assert (table.organisation.code.tolist(), table.organisation.names) == ([1, 0, -1], ["A", "B C"])


def test_what_the_file_does_not_have_is_none(tmp_path: Path) -> None:
    table = read_address_table(write(tmp_path / "a.parquet", PLACES))
    for name in ("record", "weight", "count", "economy", "organisation"):
        assert getattr(table, name) is None


def test_named_columns_go_before_the_standard_ones(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", PLACES | {"record": [1, 1], "id": ["x", "y"], "east": [1.0, 2.0]})
    table = read_address_table(path, record="id", longitude="east", latitude="latitude", economy="id")
    assert table.x.tolist() == [1.0, 2.0]
    assert table.record is not None
    assert table.record.tolist() == [0, 1]
    assert table.economy is not None
    assert table.economy.names == ["x", "y"]
    assert address_columns(path, record="id").record == "id"
    # One column may serve twice.
    twice = read_address_table(path, economy="id", organisation="id", record="id")
    assert twice.economy is not None
    assert twice.organisation is not None
    assert twice.economy.code.tolist() == twice.organisation.code.tolist() == [0, 1]


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["", " ", "37,5", " 37.5 ", "1e3", "nan", "-inf", "−4", "+.5", "1,234.5", "x", "0x1p3", "1_0"]
    ),
    st.floats(allow_nan=False).map(repr),
    st.text(max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=30))
def test_texts_are_read_as_numbers_as_everywhere_else(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str | None, str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("cells")
    columns = {
        name: arrow.array(values, arrow.string())
        for name, values in zip("xy", zip(*rows, strict=True), strict=True)
    }
    table = read_address_table(write(folder / "a.parquet", columns))
    wanted = [numbers_of(objects([row[axis] for row in rows])) for axis in (0, 1)]
    for read, (values, _) in zip((table.x, table.y), wanted, strict=True):
        np.testing.assert_array_equal(read, values)
    states = np.column_stack([states for _, states in wanted])
    expected = [
        next((reason for state, reason in STATE_FAULTS.items() if state in row), "")
        for row in states.tolist()
    ]
    assert faults(table) == expected


TEXTS = st.lists(
    st.one_of(st.none(), st.sampled_from([" A", "A ", "a  b", "a b", "", " "]), st.text()), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.booleans())
def test_texts_are_coded_as_texts_are(
    tmp_path_factory: pytest.TempPathFactory, values: list[str | None], dictionary: bool
) -> None:
    values = [None if value is None else value.replace("\x00", "") for value in values]
    column = arrow.array(values, arrow.string())
    path = write(
        tmp_path_factory.mktemp("texts") / "a.parquet",
        {
            "x": np.arange(len(values), dtype=float),
            "y": np.zeros(len(values)),
            "organisation": column.dictionary_encode() if dictionary else column,
        },
    )
    coded = read_address_table(path).organisation
    expected = code_texts(objects(values))
    assert coded is not None
    assert coded.names == expected.names
    assert coded.code.tolist() == expected.code.tolist()
    assert coded.code.dtype == expected.code.dtype
    assert coded.spellings.tolist() == expected.spellings.tolist()


def same_partition(codes: np.ndarray[Any, Any], ids: list[Any]) -> bool:
    """Whether codes are equal exactly where ids are, from 0 without gaps, and -1 where ids are None."""
    known: dict[int, Any] = {}
    return (
        all(
            known.setdefault(code, identifier) == identifier
            for code, identifier in zip(codes.tolist(), ids, strict=True)
        )
        and len(set(ids)) == len(known)
        and sorted(known) == list(range(-1 if None in ids else 0, len(set(ids) - {None})))
        and known.get(-1) is None
    )


IDS = {
    "close": st.integers(1_000, 1_050),
    "far apart": st.integers(-(2**63), 2**63 - 1),
    "texts": st.text(st.characters(blacklist_categories=["Cs", "Zs", "Cc", "Zl", "Zp"]), min_size=1),
    "numbers": st.floats(allow_nan=False, allow_infinity=False),
    "bytes": st.binary(min_size=1),
}


@pytest.mark.parametrize("kind", IDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_records_are_equal_where_their_ids_are(
    tmp_path_factory: pytest.TempPathFactory, kind: str, data: st.DataObject
) -> None:
    ids = data.draw(st.lists(st.one_of(st.none(), IDS[kind]), min_size=1, max_size=50))
    if all(identifier is None for identifier in ids):
        ids.append(data.draw(IDS[kind]))
    columns = {"x": np.zeros(len(ids)), "y": np.zeros(len(ids)), "record": arrow.array(ids)}
    table = read_address_table(write(tmp_path_factory.mktemp("ids") / "a.parquet", columns))
    assert table.record is not None
    assert table.record.dtype == np.int64
    assert same_partition(table.record, ids)


def test_many_batches_are_one_table(tmp_path: Path) -> None:
    """More rows than a batch, and more distinct texts than are held back before they are looked up."""
    rows = 1_400_000
    generator = np.random.default_rng(5)
    ids = np.sort(generator.integers(0, 700_000, rows))
    names = arrow.array(ids).cast(arrow.string())
    x = generator.random(rows)
    columns = {"x": x, "y": -x, "id": ids, "name": names, "far": ids * 10**9}
    path = write(tmp_path / "a.parquet", columns, row_group_size=300_000)
    expected = np.unique(ids, return_inverse=True)[1]
    heard: list[float] = []
    for column in ("id", "name", "far"):
        table = read_address_table(path, record=column, monitor=Monitor(heard.append))
        assert table.record is not None
        # Sorted ids occur in the order of their codes.
        np.testing.assert_array_equal(table.record, expected)
        np.testing.assert_array_equal(table.x, x)
    assert heard[-1] <= 1.0
    assert len(heard) > 30


def test_empty_ids_are_no_record(tmp_path: Path) -> None:
    columns = {"x": np.zeros(4), "y": np.zeros(4)}
    for number, (ids, expected) in enumerate(
        (
            (["", "a", "  ", " a"], [-1, 0, -1, 0]),
            ([None, 5, None, 9], [-1, 0, -1, 1]),
            ([None, 5, None, 5 * 10**15], [-1, 0, -1, 1]),
            ([float("nan"), 2.5, None, 2.5], [-1, 0, -1, 0]),
        )
    ):
        path = write(tmp_path / f"{number}.parquet", columns | {"record": ids})
        record = read_address_table(path).record
        assert record is not None
        assert record.tolist() == expected


def test_a_folder_is_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "addresses"
    folder.mkdir()
    for name, x in (("part-2.parquet", 2.0), ("part-1.parquet", 1.0), ("_old.parquet", 9.0)):
        write(folder / name, {"x": [x], "y": [x], "record": [f"r{x}"], "economy": ["KR"]})
    (folder / "_SUCCESS").touch()
    table = read_address_table(str(folder))
    assert table.x.tolist() == [1.0, 2.0]
    assert table.record is not None
    assert table.record.tolist() == [0, 1]
    assert table.economy is not None
    assert table.economy.code.tolist() == [0, 0]
    write(folder / "part-3.parquet", {"x": [1], "y": [2], "record": [3], "economy": ["KR"]})
    with pytest.raises(InputError, match="record holds values of one kind in one file and of another"):
        read_address_table(str(folder))
    write(folder / "part-3.parquet", {"x": [1], "y": [2]})
    with pytest.raises(InputError, match=r"part-3.parquet has no column record"):
        read_address_table(str(folder))


def test_a_folder_is_read_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    """What lies in folders within it is not left out without a word, whoever has put it there."""
    columns = {"x": [1.0], "y": [2.0]}
    for number, (at_the_top, inner) in enumerate(
        [(True, "2020"), (True, "year=2020"), (True, "a/b"), (True, "_year=2020"), (False, "year=2020/m=1")]
    ):
        folder = tmp_path / str(number)
        (folder / inner).mkdir(parents=True)
        write(folder / inner / "part-1.parquet", columns)
        if at_the_top:
            write(folder / "part-0.parquet", columns)
        assert is_address_table(str(folder)) or inner == "2020"
        with pytest.raises(InputError, match="whose rows would be left out") as caught:
            read_address_table(str(folder), parameter="INVENTORS")
        assert str(folder / inner) in str(caught.value)
        assert caught.value.parameter == "INVENTORS"


def test_folders_within_a_folder_that_are_no_part_of_it(tmp_path: Path) -> None:
    """What programs that write are busy with, other things, and links that lead in circles."""
    folder = tmp_path / "addresses"
    columns = {"x": [1.0], "y": [2.0]}
    for inner in ("_temporary/0", ".part", "notes"):
        (folder / inner).mkdir(parents=True)
    write(folder / "_temporary" / "0" / "part-0.parquet", columns)
    write(folder / ".part" / "part-0.parquet", columns)
    (folder / "notes" / "read me.txt").touch()
    (folder / "notes" / "back").symlink_to(folder)
    write(folder / "part-0.parquet", columns)
    assert read_address_table(str(folder)).x.tolist() == [1.0]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write(elsewhere / "part-1.parquet", columns)
    (folder / "notes" / "linked").symlink_to(elsewhere)
    with pytest.raises(InputError, match="notes/linked within it"):
        read_address_table(str(folder))


ROWS = '대학,경도,위도,record\n"서울대, 관악",126.95,37.46,a\n카이스트,"127,36",36.37,b\n,,1,\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.CSV"])
def test_text_files(tmp_path: Path, encoding: str, name: str) -> None:
    table = read_address_table(write_text(tmp_path / name, ROWS, encoding), organisation="대학")
    assert table.x.tolist() == pytest.approx([126.95, 127.36, np.nan], nan_ok=True)
    assert table.organisation is not None
    assert table.organisation.names == ["서울대, 관악", "카이스트"]
    assert table.record is not None
    assert table.record.tolist() == [0, 1, -1]
    assert faults(table) == ["", "", "coordinate_missing"]


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "\t"), ("a.tsv.gz", "\t")]
)
def test_other_delimiters(tmp_path: Path, name: str, delimiter: str) -> None:
    text = delimiter.join(("lon", "lat", "b,c")) + "\n" + delimiter.join(("1,5", "2", "3"))
    table = read_address_table(write_text(tmp_path / name, text))
    assert (table.x.tolist(), table.y.tolist()) == ([1.5], [2.0])


def test_korean_after_a_megabyte_of_english(tmp_path: Path) -> None:
    """The encoding shows only after rows have been read, also where empty lines lie between them."""
    text = "x,y,organisation\n" + "1,2,KAIST\n\n" * 600_000 + "3,4,서울대\n"
    table = read_address_table(write_text(tmp_path / "a.csv", text, "cp949"))
    assert len(table) == 600_001
    assert table.x[-1] == 3.0
    assert table.organisation is not None
    assert table.organisation.names == ["KAIST", "서울대"]


def point(x: float, y: float) -> bytes:
    return struct.pack("<BIdd", 1, 1, x, y)


def geo(column: dict[str, Any]) -> dict[bytes, bytes]:
    metadata = {"version": "1.1.0", "primary_column": "place", "columns": {"place": column}}
    return {b"geo": json.dumps(metadata).encode()}


def write_points(path: Path, place: Any, column: dict[str, Any], **others: Any) -> str:
    table = arrow.table({"place": place, **others}).replace_schema_metadata(geo(column))
    parquet.write_table(table, path)
    return str(path)


def test_points_of_geoparquet(tmp_path: Path) -> None:
    two = struct.pack("<BII", 1, 4, 2) + point(1, 2) + point(3, 4)
    line = struct.pack("<BII", 1, 2, 2) + struct.pack("<4d", 1, 2, 3, 4)
    blobs = [point(127.0, 37.5), None, point(np.nan, np.nan), two, line, point(np.inf, 1.0)]
    path = write_points(
        tmp_path / "a.parquet",
        arrow.array(blobs, arrow.binary()),
        {"encoding": "WKB"},
        lon=[0.0] * 6,
        lat=[0.0] * 6,
    )
    table = read_address_table(path)
    assert table.x.tolist() == pytest.approx([127.0] + [np.nan] * 5, nan_ok=True)
    assert faults(table) == [
        "",
        "no_geometry",
        "no_geometry",
        "several_points",
        "not_a_point",
        "coordinate_not_finite",
    ]
    assert table.columns.geometry == "place"
    # Named columns go before it.
    assert read_address_table(path, longitude="lon", latitude="lat").x.tolist() == [0.0] * 6


def test_points_of_one_kind_are_read_at_once(tmp_path: Path) -> None:
    x = np.random.default_rng(1).random(1_000)
    blobs = [point(value, -value) for value in x]
    table = read_address_table(write_points(tmp_path / "a.parquet", blobs, {"encoding": "WKB"}))
    np.testing.assert_array_equal(table.x, x)
    np.testing.assert_array_equal(table.y, -x)


def test_points_as_pairs_of_numbers(tmp_path: Path) -> None:
    kind = arrow.struct([("x", arrow.float64()), ("y", arrow.float64())])
    pairs = arrow.array(
        [{"x": 1.0, "y": 2.0}, None, {"x": np.nan, "y": np.nan}, {"x": 1.0, "y": np.nan}], kind
    )
    table = read_address_table(write_points(tmp_path / "a.parquet", pairs, {"encoding": "point"}))
    assert faults(table) == ["", "no_geometry", "no_geometry", "coordinate_not_finite"]
    assert table.x.tolist() == pytest.approx([1.0, np.nan, np.nan, np.nan], nan_ok=True)


@pytest.mark.parametrize(
    ("crs", "expected"),
    [
        ({"id": {"authority": "EPSG", "code": 5186}}, "EPSG:5186"),
        ({"id": {"authority": "OGC", "code": "CRS84"}}, "EPSG:4326"),
        ({"type": "ProjectedCRS", "name": "mine"}, '{"type": "ProjectedCRS", "name": "mine"}'),
    ],
)
def test_reference_systems_of_geoparquet(tmp_path: Path, crs: dict[str, Any], expected: str) -> None:
    path = write_points(tmp_path / "a.parquet", [point(1, 2)], {"encoding": "WKB", "crs": crs})
    assert read_address_table(path).crs == expected


def test_a_geometry_without_a_reference_system_is_refused(tmp_path: Path) -> None:
    path = write_points(tmp_path / "a.parquet", [point(1, 2)], {"encoding": "WKB", "crs": None})
    with pytest.raises(InputError, match="no coordinate reference system"):
        read_address_table(path)


def test_lines_are_no_points_but_columns_may_be(tmp_path: Path) -> None:
    column = {"encoding": "WKB", "geometry_types": ["LineString Z", "Polygon"]}
    with pytest.raises(InputError, match="no columns named like coordinates"):
        read_address_table(write_points(tmp_path / "a.parquet", [point(1, 2)], column))
    path = write_points(tmp_path / "b.parquet", [point(1, 2)], column, lon=[5.0], lat=[6.0])
    assert read_address_table(path).x.tolist() == [5.0]


def broken(tmp_path: Path) -> str:
    path = Path(
        write(
            tmp_path / "broken.parquet", {"x": np.random.default_rng(1).random(50_000), "y": np.zeros(50_000)}
        )
    )
    content = bytearray(path.read_bytes())
    content[100_000:100_100] = b"\xff" * 100
    # The first bytes of the first page.
    content[4:60] = b"\x00" * 56
    path.write_bytes(bytes(content))
    return str(path)


TEXT_FILES = {
    "a.parquet": ("x,y\n1,2\n", "a.parquet is not a Parquet file"),
    "b.parquet": ("", "b.parquet is not a Parquet file"),
    "a.csv": (" \n", "a.csv is empty"),
    "b.csv": ("x,y\n1,2\n3\n", "b.csv cannot be read"),
    "c.csv": ("a,b\n1,2\n", "no columns named like coordinates.* it has a, b"),
}


@pytest.mark.parametrize("name", TEXT_FILES)
def test_files_that_cannot_be_used(tmp_path: Path, name: str) -> None:
    text, sentence = TEXT_FILES[name]
    refused(write_text(tmp_path / name, text), sentence)


def test_what_is_not_there_or_not_text(tmp_path: Path) -> None:
    refused(str(tmp_path / "a.parquet"), r"There is no file .*a\.parquet; choose")
    refused(str(tmp_path), "has no Parquet files")
    refused(write_text(tmp_path / "a.csv", "x,y\n1,2\n", "utf-16"), "neither UTF-8 nor CP949")
    refused(broken(tmp_path), r"broken\.parquet cannot be read")


def test_columns_that_cannot_be_used(tmp_path: Path) -> None:
    columns = PLACES | {"w": ["1", "x"], "lists": [[1], [2]]}
    path = write(tmp_path / "a.parquet", columns)
    refused(path, "no column id; it has longitude, latitude, w, lists", record="id")
    refused(path, "name both or neither", longitude="longitude")
    refused(path, "column w holds text that is no number in 1 rows", weight="w")
    refused(path, r"a\.parquet cannot be read", weight="lists")
    refused(path, r"a\.parquet cannot be read", record="lists")


def refused(path: str, sentence: str, **options: Any) -> None:
    with pytest.raises(InputError, match=sentence) as raised:
        read_address_table(path, parameter="INVENTORS", **options)
    assert raised.value.parameter == "INVENTORS"
    assert "\n" not in str(raised.value)


def test_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.parquet", PLACES)
    monkeypatch.setattr(packages, "find", lambda name: packages.Package(name, None, "", "no such module"))
    with pytest.raises(InputError, match="pyarrow is needed for tables in Parquet and CSV files"):
        read_address_table(path)


def test_which_paths_are_tables(tmp_path: Path) -> None:
    assert all(map(is_address_table, ("/a/b.parquet", "b.CSV", "b.csv.gz", "b.tsv")))
    assert not any(
        map(is_address_table, ("", "/a/b.gpkg", "/a/b.gpkg|layername=a.csv", "layer_id", str(tmp_path)))
    )
    write(tmp_path / "a.parquet", PLACES)
    assert is_address_table(str(tmp_path))


def test_cancel_is_heard(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", {"x": np.zeros(600_000), "y": np.zeros(600_000)})
    looks = 0

    def cancelled() -> bool:
        nonlocal looks
        looks += 1
        return looks > 3

    with pytest.raises(Cancelled):
        read_address_table(path, monitor=Monitor(cancelled=cancelled))


def test_a_table_without_rows(tmp_path: Path) -> None:
    columns = {"x": arrow.array([], arrow.float64()), "y": arrow.array([], arrow.float64())}
    for number, kind in enumerate((arrow.int64(), arrow.string())):
        path = write(tmp_path / f"{number}.parquet", columns | {"record": arrow.array([], kind)})
        table = read_address_table(path)
        assert len(table) == 0
        assert table.record is not None
        assert table.record.size == 0
