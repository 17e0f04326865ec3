"""Which spellings are one organisation, which are not, and how it is printed."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis import packages, texts
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.organisations import (
    LEGAL_FORMS,
    Aliases,
    comparable,
)
from innovation_clusters.analysis.organisations import code_organisations as code_stated
from innovation_clusters.analysis.texts import Coded, code_texts


def code_organisations(values: Any, *args: Any, **kwargs: Any) -> Coded:
    return code_stated(code_texts(values), *args, **kwargs)


def objects(*values: Any) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


@pytest.mark.parametrize(
    "spellings",
    [
        ("LG Chem", "LG CHEM, LTD.", "LG Chem Ltd", "lg chem  co., ltd", "LGChem", "\uff2c\uff27 Chem"),
        ("삼성전자", "삼성전자주식회사", "삼성전자 주식회사", "주식회사 삼성전자"),
        ("삼성전자", "㈜삼성전자", "(주) 삼성 전자", "삼성전자(주)"),
        ("トヨタ自動車", "トヨタ自動車株式会社", "株式会社トヨタ自動車"),
        ("トヨタ自動車", "(株)トヨタ自動車", "㈱トヨタ自動車"),
        ("华为技术", "华为技术有限公司"),
        ("東京大学", "国立大学法人東京大学"),
        ("Robert Bosch", "Robert Bosch GmbH", "ROBERT BOSCH G.m.b.H.", "Robert Bosch G. m. b. H."),
        ("Boehringer Ingelheim", "Boehringer Ingelheim GmbH & Co. KG"),
        ("L'Oréal", "L’OREAL S.A.", "LOreal SA", "L\u00b4Oréal"),
        ("Toshiba", "Toshiba K.K.", "Kabushiki Kaisha Toshiba", "TOSHIBA KABUSHIKI KAISHA", "Toshiba K. K."),
        ("Ørsted", "Orsted A/S", "Ørsted A.S."),
        ("Fiat", "FIAT S.p.A.", "Fiat SpA"),
        ("Cemex", "CEMEX, S.A. de C.V."),
        ("Asseco", "Asseco Sp. z o.o.", "ASSECO SP Z O O"),
        ("University of Tokyo", "The University of Tokyo", "UNIVERSITY OF TOKYO,"),
        ("Johnson & Johnson", "Johnson and Johnson", "JOHNSON & JOHNSON INC"),
        ("J.P. Morgan", "JP Morgan", "J. P. MORGAN"),
        ("İstanbul Üniversitesi", "Istanbul Universitesi", "ISTANBUL ÜNİVERSİTESİ"),
        ("Газпром", "ПАО «Газпром»", "ПАО Газпром"),
        ("Petronas", "Petronas Sdn. Bhd."),
        ("Telkom Indonesia", "PT Telkom Indonesia Tbk"),
        ("Straße", "STRASSE", "Strasse AG"),
    ],
)  # fmt: skip
def test_one_organisation(spellings: tuple[str, ...]) -> None:
    assert len({comparable(spelling) for spelling in spellings}) == 1, [*map(comparable, spellings)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LG Chem", "LG Electronics"),
        ("University of York", "New York University"),
        ("サーブ", "サーフ"),  # voicing marks are no diacritics
        ("हिंदी", "हद"),  # nor are vowel signs
        ("Company", "Limited"),
        ("AG", "SA"),
        ("주식회사", "유한회사"),
        ("(주)", "(유)"),
        ("München", "Muenchen"),
        ("KK Women's and Children's Hospital", "Women's and Children's Hospital"),
        ("The", ""),
        ("3M", "M"),
        ("Institut 1", "Institut 2"),
    ],
)
def test_different_organisations(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize("name", ["", "   ", "-", "...", "¿?"])
def test_no_name(name: str) -> None:
    assert comparable(name) == ""


@given(st.text("aBcÉßøS&.'-()가주株이 1", max_size=12))
def test_case_and_outer_spaces_never_matter_and_no_name_is_lost(name: str) -> None:
    key = comparable(name)
    assert bool(key) == any(sign.isalnum() or sign == "&" for sign in name)
    assert comparable(f"  {name.upper()} ") == key


def test_legal_forms_are_written_as_names_are_compared() -> None:
    """A form with a capital, a diacritic or a point would never be found."""
    with LEGAL_FORMS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["place"] for row in rows} == {"start", "end", "attached", "bracketed"}
    assert len({(row["form"], row["place"]) for row in rows}) == len(rows)
    for row in rows:
        if row["place"] == "end":
            assert comparable(f"Acme {row['form']}") == "acme", row
        elif row["place"] == "start":
            assert comparable(f"{row['form']} Acme") == "acme", row
        else:
            assert comparable(f"{row['form']}Acme") == comparable(f"Acme{row['form']}") == "acme", row


def test_the_most_frequent_spelling_is_printed() -> None:
    values = objects("KAIST", "Kaist", "Kaist", None, "  LG  Chem ", "LG Chem", "LG CHEM LTD", "", "?")
    coded = code_organisations(values)
    assert coded.names == ["Kaist", "LG Chem"]
    assert coded.code.tolist() == [0, 0, 0, -1, 1, 1, 1, -1, -1]
    assert coded.spellings.tolist() == [2, 2]


def test_addresses_decide_what_is_most_frequent() -> None:
    """Collapsed input prints the names that its single rows would."""
    values = objects("KAIST", "Kaist")
    assert code_organisations(values).names == ["KAIST"]
    assert code_organisations(values, np.array([1.0, 3.0])).names == ["Kaist"]
    repeated = objects("KAIST", "Kaist", "Kaist", "Kaist")
    assert code_organisations(repeated).names == ["Kaist"]


def test_order_of_rows_changes_nothing() -> None:
    generator = np.random.default_rng(5)
    spellings = objects("A Ltd", "A", "a", "B GmbH", "b", "C", None)
    rows = generator.integers(0, len(spellings), 500)
    coded = code_organisations(spellings[rows])
    turned = code_organisations(spellings[rows[::-1]])
    assert coded.names == turned.names
    np.testing.assert_array_equal(coded.code, turned.code[::-1])


def test_aliases_join_and_print() -> None:
    values = objects("서울대학교 산학협력단", "SNU R&DB Foundation", "SEOUL NATIONAL UNIVERSITY", "KAIST")
    aliases = Aliases(
        ["서울대학교산학협력단", "SNU R&DB FOUNDATION", "KAIST"],
        ["Seoul National University", "Seoul National University", "KAIST (Daejeon)"],
    )
    coded = code_organisations(values, aliases=aliases)
    assert coded.names == ["KAIST (Daejeon)", "Seoul National University"]
    assert coded.code.tolist() == [1, 1, 1, 0]


def test_aliases_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(InputError, match="A stands for B and for C"):
        Aliases(["A", "A"], ["B", "C"])
    with pytest.raises(InputError, match="B has aliases and is itself an alias of C"):
        Aliases(["A", "B"], ["B", "C"])
    assert len(Aliases(["A", ""], ["B", "C"])) == 2
    assert Aliases(["A Inc"], ["A"]).name_of("a") == "A"


def test_texts_as_they_stand() -> None:
    coded = code_texts(objects("H04L", None, "A61N", " H04L ", ""))
    assert coded.names == ["A61N", "H04L"]
    assert coded.code.tolist() == [1, -1, 0, 1, -1]


def test_nothing_to_code() -> None:
    assert code_organisations(objects()).names == []
    assert code_organisations(objects(None, "")).code.tolist() == [-1, -1]


def test_without_pandas_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(9)
    spellings = objects("A Ltd", "A", "a", "", None, "나", "가", " A ")
    values = spellings[generator.integers(0, len(spellings), 300)]
    with_pandas = code_organisations(values)
    monkeypatch.setattr(packages, "find", lambda name: packages.Package(name, None, "", "gone"))
    without = code_organisations(values)
    assert with_pandas.names == without.names
    np.testing.assert_array_equal(with_pandas.code, without.code)


def test_rows_in_blocks_are_coded_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(4)
    values = objects("A", " A", "b", None, "", "c  d")[generator.integers(0, 6, 200)]
    whole = code_organisations(values)
    monkeypatch.setattr(texts, "_BLOCK", 7)
    parts = code_organisations(values)
    assert parts.names == whole.names
    np.testing.assert_array_equal(parts.code, whole.code)


def test_cancel() -> None:
    with pytest.raises(Cancelled):
        code_organisations(objects("A"), monitor=Monitor(cancelled=lambda: True))


def test_real_names_of_research_organisations(data_folder: Path) -> None:
    """In the Research Organization Registry every row is another organisation: spellings that the rule joins
    must be few, and their names the same to a reader.
    """
    with (data_folder / "points" / "ror_orgs_51551.csv").open(encoding="utf-8", newline="") as lines:
        names = objects(*(row["name"] for row in csv.DictReader(lines)))
    coded = code_organisations(names)
    distinct = len(set(names.tolist()))
    assert (coded.code >= 0).all()
    assert distinct - len(coded.names) < 0.005 * distinct
