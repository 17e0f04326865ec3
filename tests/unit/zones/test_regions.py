"""Regions of Korea by the names of provinces as layers write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from innovation_clusters.analysis.zones.regions import REGIONS, Region, region_of, regions_of


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("서울특별시", Region.CAPITAL),
        ("경기도", Region.CAPITAL),
        ("인천", Region.CAPITAL),
        ("Seoul", Region.CAPITAL),
        ("Gyeonggi-do", Region.CAPITAL),
        ("대전", Region.DAEJEON),
        ("대전광역시", Region.DAEJEON),
        ("Daejeon", Region.DAEJEON),
        ("경상북도", Region.REST),
        ("Bavaria", Region.REST),
        ("", Region.REST),
    ],
)
def test_names(name: str, region: Region) -> None:
    assert region_of(name) is region


def test_every_province_of_the_map_has_its_region(data_folder: Path) -> None:
    layer = json.loads((data_folder / "gazetteer" / "kr_sido_2018_simple.geojson").read_text("utf-8"))
    names = [feature["properties"]["name"] for feature in layer["features"]]
    regions = {name: REGIONS[place] for name, place in zip(names, regions_of(names), strict=True)}
    assert {name for name, region in regions.items() if region is Region.CAPITAL} == {
        *("서울특별시", "인천광역시", "경기도"),
    }
    assert [name for name, region in regions.items() if region is Region.DAEJEON] == ["대전광역시"]
