"""Codes, names and places of provinces, beside the boundaries the outlines were taken from."""

from __future__ import annotations

import csv
import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis.zones.catalogue import provinces
from innovation_clusters.analysis.zones.provinces import (
    CodeSystem,
    codes,
    provinces_at,
    sido_of_code,
    sido_of_name,
)

ROOT = Path(__file__).resolve().parents[3]


def test_code_systems_differ() -> None:
    assert sido_of_code("26", CodeSystem.MOIS) == "부산"
    assert sido_of_code("26", CodeSystem.KOSTAT) == "울산"
    assert sido_of_code("30200", CodeSystem.MOIS) == "대전"
    # Gangwon and Jeonbuk have had new codes since 2023 and 2024.
    assert [sido_of_code(code, CodeSystem.MOIS) for code in ("42", "51", "45", "52", "49", "50")] == [
        *("강원", "강원", "전북", "전북", "제주", "제주"),
    ]
    assert sido_of_code("90", CodeSystem.MOIS) == ""
    assert sido_of_code("", CodeSystem.KOSTAT) == ""
    assert set(codes(CodeSystem.KOSTAT).values()) == set(provinces())
    assert set(codes(CodeSystem.MOIS).values()) == set(provinces())


@pytest.mark.parametrize(
    ("text", "sido"),
    [
        ("서울특별시", "서울"),
        ("서울시", "서울"),
        ("대전", "대전"),
        ("대전광역시 유성구", "대전"),
        ("강원도", "강원"),
        ("강원특별자치도", "강원"),
        ("Jeju-do", "제주"),
        ("세종특별자치시", "세종"),
        ("평양", ""),
        ("", ""),
        (" ", ""),
    ],
)
def test_names(text: str, sido: str) -> None:
    assert sido_of_name(text) == sido


def test_places() -> None:
    # City halls of Daejeon and Seoul, Dokdo, and places at sea, abroad and nowhere.
    longitude = np.array([127.385, 126.978, 131.865, 125.0, 139.7, np.nan, np.inf, 1e300])
    latitude = np.array([36.350, 37.566, 37.241, 35.0, 35.7, 36.0, 36.0, 1e300])
    found = provinces_at(longitude, latitude)
    assert "대전" in found[0]
    assert "서울" in found[1]
    assert found[2] == {"경북"}
    assert found[3:] == [frozenset()] * 5
    assert provinces_at(np.empty(0), np.empty(0)) == []


def test_outlines_hold_all_land(data_folder: Path) -> None:
    """Every vertex of every municipality lies in the outline of its province."""
    shapely = pytest.importorskip("shapely")
    path = data_folder / "gazetteer" / "kr_sigungu_2018_simple.geojson"
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        inside = shapely.get_coordinates(shapely.make_valid(shape).buffer(-1e-3))
        sido = sido_of_code(feature["properties"]["code"], CodeSystem.KOSTAT)
        for names in provinces_at(inside[:, 0], inside[:, 1]):
            assert sido in names, feature["properties"]


def test_outlines_are_those_of_the_script(data_folder: Path) -> None:
    pytest.importorskip("shapely")
    specification = importlib.util.spec_from_file_location(
        "build_province_extents", ROOT / "scripts" / "build_province_extents.py"
    )
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    with script.EXTENTS.open(encoding="utf-8", newline="") as file:
        written = [tuple(row) for row in csv.reader(file)][1:]
    assert written == script.rows_of(data_folder / "gazetteer" / "kr_sigungu_2018_simple.geojson")
