"""Rows of official files in the words of the standard schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.attributes import number_of, read_zones
from innovation_clusters.analysis.zones.catalogue import provinces, zone_types
from innovation_clusters.analysis.zones.guesses import QUESTIONS, Confidence, Guess
from innovation_clusters.analysis.zones.provinces import CodeSystem, codes
from innovation_clusters.analysis.zones.rows import Table, Zones
from innovation_clusters.analysis.zones.signatures import find_dataset, signatures


def read(
    columns: Mapping[str, Sequence[str | None]], name: str = "file", *, table: bool = False, **overrides: str
) -> Zones:
    rows = len(next(iter(columns.values()))) if columns else 0
    signature, _ = find_dataset(list(columns), [name], table=table)
    return read_zones(Table(columns, rows, (name,)), signature, overrides)


def guess_of(zones: Zones, question: str) -> Guess:
    (found,) = [guess for guess in zones.guesses if guess.question == question]
    return found


def facts_of(zones: Zones, question: str) -> dict[str, Any]:
    return {fact.code: dict(fact.values) for fact in guess_of(zones, question).facts}


DAM: dict[str, Sequence[str | None]] = {
    "DAN_ID": ["230002", "430003", None, "x"],
    "DAN_NAME": ["가상일반", " ", None, "가상 "],
    "DANJI_TYPE": ["2", None, "3", "9"],
}


def test_industrial_complexes() -> None:
    zones = read(DAM, "DAM_DAN")
    assert zones.zone_id == ["230002", "430003", None, "x"]
    assert zones.name_ko == ["가상일반", None, None, "가상"]
    assert zones.zone_type == ["IC_GENERAL", "IC_AGRI", "IC_URBAN_HITECH", None]
    assert zones.sido == ["대전", "대전", None, None]
    assert zones.evidence[0] == {
        "zone_id": "DAN_ID",
        "name_ko": "DAN_NAME",
        "zone_type": "DANJI_TYPE=2",
        "sido": "DAN_ID=30",
    }
    assert zones.evidence[1]["zone_type"] == "DAN_ID=4"
    assert facts_of(zones, "name_ko")["rows_without"] == {"count": 2}


def test_a_type_and_an_id_that_contradict_are_doubtful() -> None:
    zones = read({"DAN_ID": ["130001", "230001"], "DAN_NAME": ["가", "나"], "DANJI_TYPE": ["2", "2"]})
    assert zones.zone_type == ["IC_GENERAL", "IC_GENERAL"]
    assert guess_of(zones, "zone_type").confidence == Confidence.DOUBTFUL
    assert facts_of(zones, "zone_type")["types_contradict"] == {"field": "DAN_ID", "count": 1}


def test_thematic_maps() -> None:
    columns: dict[str, Sequence[str | None]] = {
        "MNUM": ["30200UHA210PS202001010001", "30200UHA999PS202001010001", "", "11110UQA111PS1"],
        "ALIAS": ["가상일반산업단지", None, "나", "다"],
        "REMARK": ["비고", "비고", "비고", "비고"],
        "NTFDATE": ["20200101", "00000000", "1998-12-31", "20"],
        "SGG_OID": ["1", "2", "3", "4"],
        "COL_ADM_SE": ["30200", "30200", "41110", "11110"],
    }
    zones = read(columns, "LSMD_CONT_UH101_5174_30_202604")
    assert zones.zone_type == ["IC_GENERAL", None, None, None]
    # A remark is no name.
    assert zones.name_ko == ["가상일반산업단지", None, "나", "다"]
    assert zones.year == [2020, None, 1998, None]
    assert zones.sido == ["대전", "대전", "경기", "서울"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("LSMD_CONT_UB811_5186_48_202604", "INNOV_CITY"),
        ("LSMD_CONT_UH402_5174_28_202604", "FTZ"),
        ("LSMD_CONT_UH701_5174_28_202604", "VENTURE"),
        ("LSMD_CONT_UQ111_5174_28_202604", None),
    ],
)
def test_the_layer_of_a_thematic_map_tells_the_type(name: str, kind: str | None) -> None:
    zones = read({"MNUM": ["?"], "ALIAS": ["가"], "NTFDATE": [None]}, name)
    assert zones.zone_type == [kind]
    assert "land_use_layer" in facts_of(zones, "zone_type")


@pytest.mark.parametrize(
    ("name", "sido"),
    [
        ("LSMD_CONT_UB811_5186_48_202604", "경남"),
        ("LSMD_CONT_UB811_5186_48170_202604", "경남"),
        ("LSMD_CONT_UQ111_5174_경기", "경기"),
        ("LSMD_CONT_UQ111_5174_전라북도", "전북"),
        ("LSMD_CONT_UQ111_5174", None),
        ("LSMD_CONT_UQ111_202604", None),
        ("AL_D154_30_20240405", "대전"),
        ("export_30", None),
    ],
)
def test_the_file_name_tells_the_province(name: str, sido: str | None) -> None:
    zones = read({"MNUM": [None], "ALIAS": ["가"], "NTFDATE": [None]}, name)
    assert zones.sido == [sido]


def test_codes_of_the_other_office_are_noticed() -> None:
    """A file in the layout of the address office whose codes are those of Statistics Korea."""
    names = [province.full_name_ko for province in provinces().values()]
    kostat = [province.code_kostat for province in provinces().values()]
    zones = read({"CTPRVN_CD": kostat, "CTP_KOR_NM": [*names[:-1], None], "CTP_ENG_NM": names})
    assert zones.sido == list(provinces())
    assert facts_of(zones, "sido")["other_code_system"] == {"field": "CTPRVN_CD", "system": "KOSTAT"}
    zones = read({"SIG_CD": ["21010", "39010"], "SIG_KOR_NM": ["중구", "제주시"]})
    assert zones.sido == ["부산", "제주"]
    zones = read({"SIG_CD": ["26110", "50110"], "SIG_KOR_NM": ["중구", "제주시"]})
    assert zones.sido == ["부산", "제주"]


@given(st.sampled_from(list(CodeSystem)), st.lists(st.integers(0, 16), min_size=1, max_size=30))
def test_statistics_codes_are_read_as_such(system: CodeSystem, chosen: list[int]) -> None:
    known = codes(system)
    texts = [sorted(known)[place] + "010" for place in chosen]
    dataset, field = (
        ("BND_SIGUNGU", "SIGUNGU_CD") if system == CodeSystem.KOSTAT else ("TL_SCCO_SIG", "SIG_CD")
    )
    table = Table({field: texts}, len(texts), ("x",))
    zones = read_zones(table, signatures()[dataset], {})
    assert zones.sido == [known[text[:2]] for text in texts]


def test_al_d_files_are_read_by_what_their_columns_hold() -> None:
    columns = {
        "A0": ["1", "2"],
        "A1": ["UHA210", "UBJ100"],
        "A2": ["산업", "산업"],
        "A3": ["가상일반산업단지", "가상특구"],
    }
    zones = read(columns, "AL_D154_30_202604")
    assert zones.name_ko == ["가상일반산업단지", "가상특구"]
    assert zones.zone_type == ["IC_GENERAL", "REGIONAL_SPECIAL"]
    assert guess_of(zones, "name_ko").confidence == Confidence.DOUBTFUL


def test_unknown_files_are_typed_by_names() -> None:
    columns = {
        "NAME": ["오송 첨단의료복합단지", "울산 우정 혁신도시", "공원", "국가산업단지와 농공단지 사이"]
    }
    zones = read(columns, "새 폴더")
    assert zones.zone_type == ["MEDICAL", "INNOV_CITY", None, "IC_NATIONAL"]
    assert guess_of(zones, "zone_type").confidence == Confidence.DOUBTFUL
    zones = read({"NAME": ["가", "나 혁신도시"]}, "경제자유구역_2024")
    assert zones.zone_type == ["FEZ", "INNOV_CITY"]


@pytest.mark.parametrize(
    ("field", "numbers", "unit", "metres"),
    [
        ("area", ["2.8", "0.5"], "km2", [2.8e6, 5e5]),
        ("area", ["2800000", "500000"], "m2", [2.8e6, 5e5]),
        ("면적(㎡)", ["12", None], "㎡", [12.0, None]),
        ("면적(㎢)", ["1,234.5", "x"], "㎢", [1.2345e9, None]),
        ("면적(만평)", ["150", "200"], "만평", [4958677.5, 6611570.0]),
        ("AREA_M2", ["5", "6"], "m2", [5.0, 6.0]),
        ("area (ha)", ["5", "-"], "ha", [5e4, None]),
    ],
)
def test_units_of_area(field: str, numbers: list[str | None], unit: str, metres: list[float | None]) -> None:
    columns: dict[str, Sequence[str | None]] = {"lat": ["36", "36"], "lon": ["127", "127"], field: numbers}
    zones = read(columns, table=True)
    assert guess_of(zones, "area_unit").answer == unit
    assert zones.area == pytest.approx(metres)
    assert guess_of(zones, "area_unit").confidence == (
        Confidence.PROBABLE if field == "area" else Confidence.CERTAIN
    )


def test_names_without_hangul_are_english_names_too() -> None:
    zones = read({"name": ["KT&G", "우정"], "lat": ["36", "36"], "lon": ["127", "127"]}, table=True)
    assert zones.name_ko == ["KT&G", "우정"]
    assert zones.name_en == ["KT&G", None]


def test_every_answer_can_be_overridden() -> None:
    zones = read(
        DAM,
        zone_type="경제자유구역",
        sido="Busan",
        zone_id="DAN_NAME",
        name_ko="DAN_ID",
        name_en="DAN_ID",
        year="DAN_ID",
    )
    assert zones.zone_type == ["FEZ"] * 4
    assert zones.sido == ["부산"] * 4
    assert zones.zone_id == ["가상일반", None, None, "가상"]
    assert zones.name_ko == zones.name_en == ["230002", "430003", None, "x"]
    for question in ("zone_type", "sido", "zone_id", "name_ko", "name_en", "year"):
        assert guess_of(zones, question).confidence == Confidence.GIVEN
    columns = {"name": ["가"], "lat": ["36"], "lon": ["127"], "area": ["1"]}
    assert read(columns, table=True, area_unit="평").area == [3.305785]


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        ("zone_type", "동물원", "There is no zone type 동물원; use one of NATIONAL_INNOV_CLUSTER"),
        ("sido", "평양", "There is no province 평양"),
        ("name_ko", "NAME", "has no field NAME for name_ko; use one of DAN_ID, DAN_NAME, DANJI_TYPE"),
        ("year", "JAHR", "has no field JAHR for year"),
    ],
)
def test_an_answer_that_does_not_fit_is_an_error(question: str, answer: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read_zones(Table(DAM, 4, ("DAM_DAN",)), signatures()["DAM_DAN"], {question: answer})
    with pytest.raises(InputError, match="acres is no unit of area"):
        read({"lat": ["36"], "lon": ["127"], "area": ["1"]}, table=True, area_unit="acres")


def test_nothing_at_all() -> None:
    zones = read({})
    assert zones.zone_id == []
    assert {guess.question for guess in zones.guesses} <= set(QUESTIONS)
    zones = read_zones(Table({}, 3, ("x",)), signatures()["OTHER"], {})
    assert zones.zone_type == [None] * 3


CELLS = st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["1", "30200UHA210", "20200101", "대전"]))


@given(st.sampled_from(sorted(signatures())), st.data())
def test_any_cells_become_rows(dataset: str, data: st.DataObject) -> None:
    signature = signatures()[dataset]
    used = [
        *signature.zone_id[:1], *signature.name_ko[:1], *signature.type_id[:1], *signature.types,
        *signature.land_use_codes, *(code.field for code in signature.sido_codes), *signature.year[:1],
        *signature.area[:1], "ETC",
    ]  # fmt: skip
    rows = data.draw(st.integers(0, 4))
    columns = {
        name: data.draw(st.lists(CELLS, min_size=rows, max_size=rows), label=name)
        for name in dict.fromkeys(used)
    }
    zones = read_zones(Table(columns, rows, ("x",)), signature, {})
    for column in (zones.zone_id, zones.name_ko, zones.name_en, zones.zone_type, zones.sido, zones.year):
        assert len(column) == rows
        assert "" not in column
    assert set(zones.zone_type) <= {None, *zone_types()}
    assert set(zones.sido) <= {None, *provinces()}
    assert all(year is None or 1900 <= year < 2100 for year in zones.year)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1.0),
        ("1,234.5", 1234.5),
        (" 2 ", 2.0),
        ("", None),
        (None, None),
        ("x", None),
        ("inf", None),
        ("nan", None),
    ],
)
def test_numbers(text: str | None, number: float | None) -> None:
    assert number_of(text) == number
