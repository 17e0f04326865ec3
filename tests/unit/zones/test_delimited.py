"""Tables as portals and spreadsheets save them."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.delimited import read_delimited

TABLE = "이름,유형,위도,경도,면적\n우정,혁신도시,35.57,129.31,2.8\n매곡,일반산업단지,35.64,129.33,0.5\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TABLE.encode("cp949"), "CP949"),
        (TABLE.encode(), "UTF-8"),
        (TABLE.encode("utf-8-sig"), "UTF-8"),
        (codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"), "UTF-16-LE"),
        (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), "UTF-16-BE"),
        (TABLE.replace("\n", "\r\n").encode("cp949"), "CP949"),
        (TABLE.replace(",", "\t").encode("cp949"), "CP949"),
        (TABLE.replace(",", ";").encode("cp949"), "CP949"),
    ],
)
def test_table_in_any_encoding_and_with_any_delimiter(data: bytes, encoding: str) -> None:
    table = read_delimited(data, "nodes.csv")
    assert table.encoding == encoding
    assert list(table.columns) == ["이름", "유형", "위도", "경도", "면적"]
    assert table.rows == 2
    assert table.columns["이름"] == ["우정", "매곡"]


def test_rows_that_are_too_short_too_long_or_empty() -> None:
    table = read_delimited(b"name,lat,lon\na,1\n\n ,, \nb,1,2,3\n", "nodes.csv")
    assert table.columns == {
        "name": ["a", "b"],
        "lat": ["1", "1"],
        "lon": [None, "2"],
        "column_4": [None, "3"],
    }


def test_columns_of_one_name_are_told_apart() -> None:
    assert list(read_delimited(b"name,name,,name\n1,2,3,4\n", "x").columns) == [
        "name",
        "name_2",
        "column_3",
        "name_3",
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"name\na\n", codecs.BOM_UTF8, b"\x00\x00"])
def test_what_has_no_columns_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"nodes\.csv has no columns"):
        read_delimited(data, "nodes.csv")


CELL = st.text(
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from('ab ,";\n'), max_size=9
)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_quoted_cells_come_back(rows: list[tuple[str, str, str]]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(("가", "나", "다"))
    writer.writerows(rows)
    table = read_delimited(buffer.getvalue().encode(), "x.csv")
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert list(zip(*table.columns.values(), strict=True)) == kept
