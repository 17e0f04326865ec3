"""Names of tables as people write them."""

from __future__ import annotations

import pytest

from innovation_clusters.analysis.at_source.table_names import TableName
from innovation_clusters.analysis.errors import InputError


@pytest.mark.parametrize(
    ("written", "schema", "name", "quoted"),
    [
        ("addresses", "", "addresses", '"addresses"'),
        (" public . addresses ", "public", "addresses", '"public"."addresses"'),
        ("Public.Addresses", "Public", "Addresses", '"Public"."Addresses"'),
        ('"a.b"."c ""d"""', "a.b", 'c "d"', '"a.b"."c ""d"""'),
        ('특허."발명자 주소"', "특허", "발명자 주소", '"특허"."발명자 주소"'),
        ('"dot."', "", "dot.", '"dot."'),
    ],
)
def test_names_are_read_and_quoted(written: str, schema: str, name: str, quoted: str) -> None:
    table = TableName.read(written)
    assert table == TableName(schema, name)
    assert table.quoted() == quoted
    assert TableName.read(table.quoted()) == table
    assert table.of_places() == TableName(schema, f"{name}_places")


@pytest.mark.parametrize(
    "written",
    ["", " ", ".", "results.", "results. ", '"results".', ".results", "a..b", "a.b.c", 'a"b', '""', '"a'],
)
def test_what_is_no_name(written: str) -> None:
    with pytest.raises(InputError, match="is no name of a table") as told:
        TableName.read(written, "target")
    assert told.value.parameter == "target"
