"""Codes of economies against lists of others, and what is told of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis.economy_codes import ECONOMIES, strange_economies
from innovation_clusters.analysis.texts import Coded, code_texts
from innovation_clusters.tests.unit.published import table

ISO_CODES = Path("/usr/share/iso-codes/json/iso_3166-1.json")


def stated(*texts: str | None) -> Coded:
    return code_texts(np.array([*texts, None], dtype=object)[:-1])


def test_codes_are_those_of_the_iso() -> None:
    assert len(ECONOMIES) == 250
    if not ISO_CODES.is_file():
        pytest.skip("Debian's list of the ISO's codes is not here: apt-get install iso-codes")
    listed = json.loads(ISO_CODES.read_text(encoding="utf-8"))["3166-1"]
    assert {entry["alpha_2"] for entry in listed} | {"XK"} == ECONOMIES


@pytest.mark.parametrize(
    "name",
    ["gii_2024_size.csv", "gii_2024_africa.csv", "gii_2024_leaders.csv", "gii_2025_ranks.csv"],
)
def test_all_published_economies_are_known(name: str) -> None:
    codes = [code for row in table(name) for code in row["economies"].split("/")]
    assert set(codes) <= ECONOMIES
    assert strange_economies(code_texts(np.array(codes, dtype=object))) == ([], [])


def test_what_is_no_code_and_codes_of_nobody() -> None:
    rows = stated("KR", "kr", "UK", "EL", "KOR", "KOR", "Korea", None, "", "ZZ", "zz", "XX", "K1", "한국")
    no_codes, unknown = strange_economies(rows)
    assert no_codes == [("KOR", 2), ("K1", 1), ("Korea", 1), ("한국", 1)]
    assert unknown == [("XX", 1), ("ZZ", 1), ("zz", 1)]


def test_names_without_rows_are_not_told() -> None:
    rows = stated("KOR", "ZZ", "KR").select(np.array([2]))
    assert strange_economies(rows) == ([], [])
    assert strange_economies(Coded.nothing(3)) == ([], [])
    assert strange_economies(stated()) == ([], [])
