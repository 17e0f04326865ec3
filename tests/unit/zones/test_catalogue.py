"""The catalogue is sound as shipped, refuses a bad line by file, line and column, and is found by words."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones import catalogue
from innovation_clusters.analysis.zones.tables import ZONES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables to spoil."""
    return Path(shutil.copytree(ZONES, tmp_path / "zones"))


def spoil(path: Path, line: int, column: str, text: str) -> None:
    """Write `text` into a cell of a table; `line` counts from 1 after the header."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[line - 1][column] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_types_are_complete() -> None:
    types = catalogue.zone_types()
    with (ZONES / "zone_types.csv").open(encoding="utf-8", newline="") as file:
        assert list(types) == [line["type_id"] for line in csv.DictReader(file)]
    # Types are added with a line of the file; none of those that projects may name goes.
    assert len(types) >= 35
    assert {kind.group for kind in types.values()} == set(catalogue.zone_groups())
    assert len({kind.colour for kind in types.values()}) == len(types)
    assert len({kind.name_ko for kind in types.values()}) == len(types)
    assert [kind.type_id for kind in types.values() if not kind.law] == ["LOCAL_GOV", "PRIVATE"]


def test_provinces_are_the_seventeen() -> None:
    provinces = catalogue.provinces()
    assert len(provinces) == 17
    assert sorted(name for name, province in provinces.items() if province.capital_region) == sorted(
        ["서울", "인천", "경기"]
    )
    assert sum(province.kind == "metropolitan_city" for province in provinces.values()) == 6
    assert provinces["세종"].kind == "special_self_governing_city"
    for codes in ("code_mois", "code_kostat"):
        assert len({getattr(province, codes) for province in provinces.values()}) == 17


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("부산", "부산"),
        ("부산광역시", "부산"),
        ("강원도", "강원"),
        ("강원특별자치도", "강원"),
        ("전라북도", "전북"),
        ("Jeollabuk", None),
        ("Jeonbuk", "전북"),
        ("Gyeonggi-do", "경기"),
        ("north gyeongsang", "경북"),
        ("", None),
        ("없음", None),
    ],
)
def test_province_by_any_name(text: str, name: str | None) -> None:
    found = catalogue.province_named(text)
    assert (found.name if found else None) == name


def test_several_provinces_in_one_text() -> None:
    assert [province.name for province in catalogue.provinces_named("부산/경남")] == ["부산", "경남"]
    assert [province.name for province in catalogue.provinces_named("대구·경북, 대구")] == ["대구", "경북"]
    assert catalogue.provinces_named("") == ()


def test_type_by_name() -> None:
    def found(text: str) -> str | None:
        kind = catalogue.type_named(text)
        return kind.type_id if kind else None

    assert found("국가혁신클러스터") == "NATIONAL_INNOV_CLUSTER"
    assert found("innov_city") == "INNOV_CITY"
    assert found("소재 부품 장비 특화단지") == "MPE"
    assert found("강소특구") == "RND_SMALL"
    # Five kinds are called an industrial complex.
    assert found("산업단지") is None
    assert found("") is None


def test_types_by_words_of_either_language() -> None:
    def found(text: str) -> set[str]:
        return {kind.type_id for kind in catalogue.search_types(text)}

    assert found("연구개발 특구") == found("special research and development") == {"RND_ZONE", "RND_SMALL"}
    assert found("small r&d") == {"RND_SMALL"}
    assert found("중소벤처기업부") == found("minister SMEs startups")
    assert found("") == found("  ·  ") == set(catalogue.zone_types())
    assert found("없는 말") == set()


@pytest.mark.parametrize(
    ("file", "column", "text", "problem"),
    [
        ("zone_types.csv", "group", "none", "'none' is none of"),
        ("zone_types.csv", "type_id", "innov city", "capital letters"),
        ("zone_types.csv", "colour", "red", "hexadecimal"),
        ("zone_types.csv", "since", "last year", "not a number"),
        ("zone_types.csv", "since", "2007.5", "not a whole number"),
        ("zone_types.csv", "since", "207", "not between 1960 and 2100"),
        ("zone_types.csv", "article", "", "needs its articles"),
        ("zone_types.csv", "law_en", "", "Korean and an English"),
        ("zone_types.csv", "source", " ", "empty"),
        ("zone_types.csv", "confidence", "sure", "none of primary, secondary, unverified"),
        ("provinces.csv", "class", "city", "'city' is none of"),
        ("provinces.csv", "capital_region", "yes", "none of 0, 1"),
    ],
)
def test_a_bad_cell_is_named(folder: Path, file: str, column: str, text: str, problem: str) -> None:
    spoil(folder / file, 2, column, text)
    with pytest.raises(InputError, match=problem) as raised:
        catalogue.provinces(folder) if file == "provinces.csv" else catalogue.zone_types(folder)
    assert f"{file}, line 3, column {column}" in str(raised.value)


def test_an_id_twice(folder: Path) -> None:
    spoil(folder / "zone_types.csv", 2, "type_id", "NATIONAL_INNOV_CLUSTER")
    with pytest.raises(InputError, match="there twice"):
        catalogue.zone_types(folder)


def test_a_column_or_a_cell_missing(folder: Path) -> None:
    path = folder / "zone_groups.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "new\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"zone_groups.csv, line 10: 1 cells where there are 3 columns"):
        catalogue.zone_groups(folder)
    path.write_text(text.replace("name_ko", "korean"), encoding="utf-8")
    catalogue.zone_groups.cache_clear()
    with pytest.raises(InputError, match="must be group,name_ko,name_en"):
        catalogue.zone_groups(folder)


def test_a_file_missing_or_in_another_encoding(folder: Path) -> None:
    path = folder / "provinces.csv"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("cp949"))
    with pytest.raises(InputError, match=r"provinces.csv cannot be read"):
        catalogue.provinces(folder)
    path.unlink()
    with pytest.raises(InputError, match=r"provinces.csv is missing"):
        catalogue.provinces(folder)


def test_a_new_type_is_one_new_line(folder: Path) -> None:
    with (folder / "zone_types.csv").open("a", encoding="utf-8") as file:
        file.write("NEW_ZONE,city,새 특구,New zone,,,,,,,,,,unverified,#123456,press,,\n")
    assert catalogue.zone_types(folder)["NEW_ZONE"].name_ko == "새 특구"
    assert catalogue.type_named("새특구", folder) is not None
