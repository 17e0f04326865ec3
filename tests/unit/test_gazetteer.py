"""The gazetteer and the reference tables that ship: whole, consistent, in agreement with other sources."""

from __future__ import annotations

import csv
import json
import math
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
REFERENCE = ROOT / "resources" / "reference"
HANGUL = re.compile(r"[가-힣]+(\((?:경기|강원|경남|안후이)\)| DC)?")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CITIES = rows_of(ROOT / "resources" / "gazetteer" / "cities.csv")
BY_ID = {row["geonameid"]: row for row in CITIES}
KOREA = [row for row in CITIES if row["economy"] == "KR"]


def kilometres(a: dict[str, str], b: dict[str, str], latitude: str = "lat", longitude: str = "lon") -> float:
    """Haversine distance of a city of ours and a row of another table."""
    lat_a, lat_b = math.radians(float(a["latitude"])), math.radians(float(b[latitude]))
    half = math.radians(float(a["longitude"]) - float(b[longitude])) / 2
    h = math.sin((lat_a - lat_b) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def test_columns_and_values() -> None:
    assert list(CITIES[0]) == [
        "geonameid",
        "name",
        "name_ko",
        "economy",
        "latitude",
        "longitude",
        "population",
    ]
    for row in CITIES:
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row
        assert (float(row["latitude"]), float(row["longitude"])) != (0, 0)
        assert re.fullmatch("[A-Z]{2}", row["economy"]), row
        assert row["name"] == row["name"].strip() != "", row
        assert int(row["population"]) > 0, row
    known = [row["geonameid"] for row in CITIES if row["geonameid"] != "0"]
    assert len(known) == len(set(known))


def test_every_large_city_is_in_and_sorted() -> None:
    populations = [int(row["population"]) for row in CITIES]
    assert populations == sorted(populations, reverse=True)
    assert len(CITIES) > 5000
    small = {
        row["geonameid"] for row in CITIES if int(row["population"]) < 100_000 and row["economy"] != "KR"
    }
    named = {key for row in rows_of(REFERENCE / "cluster_places.csv") for key in row["geonameids"].split(";")}
    assert small <= named
    assert named <= set(BY_ID)


def test_korean_names() -> None:
    for row in CITIES:
        if row["name_ko"]:
            assert HANGUL.fullmatch(row["name_ko"]), row
    assert all(row["name_ko"] for row in KOREA)
    assert all(row["name_ko"] for row in CITIES[:200])
    places = rows_of(REFERENCE / "cluster_places.csv")
    assert all(BY_ID[key]["name_ko"] for row in places for key in row["geonameids"].split(";"))


@pytest.mark.parametrize(
    ("geonameid", "name", "name_ko"),
    [
        ("1835848", "Seoul", "서울"),
        ("745044", "Istanbul", "이스탄불"),
        ("1795565", "Shenzhen", "선전"),
        ("1848354", "Yokohama", "요코하마"),
        ("2886242", "Cologne", "쾰른"),
        ("1845020", "Tongyeong", "통영"),
        ("1840379", "Namwon", "남원"),
        ("498817", "Saint Petersburg", "상트페테르부르크"),
        ("703448", "Kyiv", "키이우"),
    ],
)
def test_names_that_the_source_has_wrong(geonameid: str, name: str, name_ko: str) -> None:
    assert (BY_ID[geonameid]["name"], BY_ID[geonameid]["name_ko"]) == (name, name_ko)


def test_parts_of_cities_are_left_out() -> None:
    names = {(row["name"], row["economy"]) for row in CITIES}
    for part in (("Brooklyn", "US"), ("Pudong", "CN"), ("Kowloon", "HK"), ("City of Westminster", "GB")):
        assert part not in names
    for city in (
        ("Cambridge", "US"),
        ("Oakland", "US"),
        ("Yokohama", "JP"),
        ("Giza", "EG"),
        ("Foshan", "CN"),
    ):
        assert city in names
    assert not [row["name"] for row in KOREA if re.search("-(si|gu|gun|dong|eup|myeon)$", row["name"])]


def test_korea_has_all_cities() -> None:
    """Every municipality with the rank of a city (시), the metropolitan ones and the two of Jeju."""
    names = {row["name_ko"].split("(")[0] for row in KOREA}
    provinces = [
        "서울 부산 대구 인천 광주 대전 울산 세종",
        "수원 성남 의정부 안양 부천 광명 평택 동두천 안산 고양 과천 구리 남양주 오산 시흥 군포 의왕",
        "하남 용인 파주 이천 안성 김포 화성 광주 양주 포천 여주",
        "춘천 원주 강릉 동해 태백 속초 삼척",
        "청주 충주 제천 천안 공주 보령 아산 서산 논산 계룡 당진",
        "전주 군산 익산 정읍 남원 김제 목포 여수 순천 나주 광양",
        "포항 경주 김천 안동 구미 영주 영천 상주 문경 경산",
        "창원 진주 통영 사천 김해 밀양 거제 양산",
        "제주 서귀포",
    ]
    assert {name for line in provinces for name in line.split()} <= names


def test_korean_cities_lie_in_their_municipalities(data_folder: Path) -> None:
    shapely = pytest.importorskip("shapely")
    geometry = pytest.importorskip("shapely.geometry")
    features = json.loads(
        (data_folder / "gazetteer" / "kr_sigungu_2018_simple.geojson").read_text(encoding="utf-8")
    )["features"]
    polygons = [(f["properties"]["name"], geometry.shape(f["geometry"])) for f in features]
    metropolitan = {"서울", "부산", "대구", "인천", "광주", "대전", "울산"}
    # A town that is the seat of a county of another name.
    county = {"왜관": "칠곡"}
    for row in KOREA:
        point = shapely.Point(float(row["longitude"]), float(row["latitude"]))
        inside = [name for name, polygon in polygons if polygon.contains(point)]
        name = row["name_ko"].split("(")[0]
        assert inside, row
        if name not in metropolitan or row["name_ko"] == "광주(경기)":
            assert inside[0].startswith(county.get(name, name)), (row, inside)


def test_positions_agree_with_an_older_extract(data_folder: Path) -> None:
    """Against the cities of GeoNames of 2017: another release, read by other code."""
    path = data_folder / "gazetteer" / "geonames_cities15000_2017.csv"
    old = {row["geonameid"]: row for row in rows_of(path)}
    common = [key for key in BY_ID if key in old]
    assert len(common) > 4000
    far = [BY_ID[key]["name"] for key in common if kilometres(BY_ID[key], old[key]) > 20]
    assert len(far) <= len(common) // 100, far
    assert all(BY_ID[key]["economy"] == old[key]["country"] for key in common)
    named = [key for key in common if old[key]["name_ko"] and BY_ID[key]["name_ko"]]
    differing = [
        (BY_ID[key]["name_ko"], old[key]["name_ko"])
        for key in named
        if not old[key]["name_ko"]
        .replace(" ", "")
        .startswith(BY_ID[key]["name_ko"].split("(")[0].replace(" ", ""))
    ]
    assert len(differing) < 60, differing


def test_published_shares_follow_from_counts_and_totals() -> None:
    """Ties the derived world totals to the published figures: all 300 come out as printed."""
    totals = {
        (row["edition"], row["metric"]): int(row["total"]) for row in rows_of(REFERENCE / "world_totals.csv")
    }
    rows = rows_of(REFERENCE / "gii_2024_size.csv")
    assert [int(row["rank"]) for row in rows] == list(range(1, 101))
    scores = []
    for row in rows:
        patents = 100 * int(row["patents"]) / totals["2024", "patents"]
        publications = 100 * int(row["publications"]) / totals["2024", "publications"]
        for value, column in (
            (patents, "share_patents"),
            (publications, "share_publications"),
            (patents + publications, "score"),
        ):
            assert abs(value - float(row[column])) <= 0.0501, (row["cluster"], column, value)
        scores.append(patents + publications)
        assert int(row["previous_rank"]) - int(row["rank"]) == int(row["rank_change"])
    assert scores == sorted(scores, reverse=True)


def test_published_intensity_follows_from_size_and_population() -> None:
    size = {(row["cluster"], row["economies"]): row for row in rows_of(REFERENCE / "gii_2024_size.csv")}
    for row in rows_of(REFERENCE / "gii_2024_intensity.csv"):
        counts = size[row["cluster"], row["economies"]]
        for column in ("patents", "publications"):
            expected = 1e6 * int(counts[column]) / int(row["population"])
            assert abs(expected - int(row[f"{column}_per_million"])) < 1.5, row


def test_2025_scores_are_sums_of_shares() -> None:
    rows = rows_of(REFERENCE / "gii_2025_size.csv")
    sums = [sum(float(row[f"share_{kind}"]) for kind in ("patents", "publications", "deals")) for row in rows]
    assert [f"{total:.1f}" for total in sums] == [row["score"] for row in rows]
    assert sums == sorted(sums, reverse=True)


def test_tables_agree_with_the_published_ones(data_folder: Path) -> None:
    published = rows_of(data_folder / "gii" / "gii2024_top100_size.csv")
    ours = rows_of(REFERENCE / "gii_2024_size.csv")
    for theirs, row in zip(published, ours, strict=True):
        assert (theirs["cluster"], theirs["pct_applications"], theirs["scientific_publications"]) == (
            row["cluster"],
            row["patents"],
            row["publications"],
        )
    africa = rows_of(data_folder / "gii" / "gii2024_african_clusters.csv")
    for theirs, row in zip(africa, rows_of(REFERENCE / "gii_2024_africa.csv"), strict=True):
        assert list(theirs.values()) == list(row.values())


def test_cluster_places_are_where_the_clusters_are(data_folder: Path) -> None:
    positions = {
        (row["cluster"].split(",")[0], row["economy"]): row
        for row in rows_of(data_folder / "gii" / "wipo_clusters_latlon.csv")
        if row["core_lat"]
    }
    checked = 0
    for row in rows_of(REFERENCE / "cluster_places.csv"):
        other = positions.get((row["cluster"].split(",")[0], row["economies"]))
        if other:
            city = BY_ID[row["geonameids"].split(";")[0]]
            assert kilometres(city, other, "core_lat", "core_lon") < 10, (row["cluster"], city["name"])
            checked += 1
    assert checked > 100


def test_payers_are_what_we_say(data_folder: Path) -> None:
    """Each payer is a funder without laboratories in the Registry, or has the id of another organisation."""
    registry = {
        row["ror_id"].rsplit("/", 1)[1]: row for row in rows_of(data_folder / "points" / "ror_orgs_51551.csv")
    }
    payers = rows_of(REFERENCE / "payers.csv")
    assert list(payers[0]) == ["name", "ror_id", "economy", "why"]
    for payer in payers:
        organisation = registry[payer["ror_id"]]
        assert organisation["country_code"] == payer["economy"]
        types = set(organisation["types"].split("|"))
        assert "funder" in types
        assert not types & {"education", "facility", "healthcare", "company"}
    mixed_up = registry["00675rp98"]
    assert mixed_up["city"] == "Rabat"
    assert "Technique" in mixed_up["name"]
