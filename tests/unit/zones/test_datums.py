"""Reference systems decided by .prj, by where places land and by the province they state; pyproj stands in
for QGIS.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis.zones.datums import (
    LONGITUDE_LATITUDE,
    Decision,
    FloatArray,
    Places,
    decide_system,
    reference_systems,
    system_in_name,
    system_of_wkt,
)
from innovation_clusters.analysis.zones.guesses import Confidence

pyproj = pytest.importorskip("pyproj")

# Seats of provinces, Dokdo and Baengnyeong Island: longitude, latitude, province.
SEATS = (
    (126.978, 37.566, "서울"), (129.075, 35.180, "부산"), (128.601, 35.871, "대구"),
    (126.705, 37.456, "인천"), (126.851, 35.160, "광주"), (127.385, 36.350, "대전"),
    (129.311, 35.539, "울산"), (127.289, 36.480, "세종"), (127.009, 37.275, "경기"),
    (127.730, 37.885, "강원"), (127.491, 36.636, "충북"), (126.673, 36.659, "충남"),
    (127.108, 35.820, "전북"), (126.463, 34.816, "전남"), (128.506, 36.576, "경북"),
    (128.692, 35.238, "경남"), (126.498, 33.489, "제주"), (131.865, 37.241, "경북"),
    (124.710, 37.960, "인천"),
)  # fmt: skip
OLD_CENTRAL = {"EPSG:5174", "EPSG:5181", "EPSG:2097"}


@cache
def transformer(source: str, target: str) -> Any:
    return pyproj.Transformer.from_crs(source, target, always_xy=True)


def project(authid: str, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    longitude, latitude = transformer(authid, LONGITUDE_LATITUDE).transform(x, y)
    longitude, latitude = np.asarray(longitude), np.asarray(latitude)
    bad = ~(np.isfinite(longitude) & np.isfinite(latitude))
    longitude[bad] = latitude[bad] = np.nan
    return longitude, latitude


def places(authid: str, seats: Sequence[tuple[float, float, str]] = SEATS, *, stated: bool = True) -> Places:
    x, y = transformer(LONGITUDE_LATITUDE, authid).transform(
        np.array([seat[0] for seat in seats]), np.array([seat[1] for seat in seats])
    )
    return Places(np.asarray(x), np.asarray(y), [seat[2] if stated else "" for seat in seats])


def codes(decision: Decision) -> list[str]:
    return [fact.code for fact in decision.guess.facts]


@pytest.mark.parametrize("authid", reference_systems())
def test_every_system_is_known_by_its_wkt(authid: str) -> None:
    system = reference_systems()[authid]
    crs = pyproj.CRS(authid)
    assert crs.name in system.name or system.name.split(" (")[0] in crs.name
    for version in ("WKT1_ESRI", "WKT1_GDAL", "WKT2_2019"):
        found = system_of_wkt(crs.to_wkt(version))
        assert found == (authid if system.parameters else ""), version


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), "EPSG:5174"),
        (("D_Korean_Datum_1985", "D_Home_Made"), "EPSG:5174"),
        (("127.0028902777778", "127.002890277777"), "EPSG:5174"),
        (("127.0028902777778", "127.0"), "EPSG:2097"),
        (("127.0028902777778", "127.5"), ""),
        (('Bessel_1841",6377397.155,299.1528128', 'GRS_1980",6378137.0,298.257222101'), ""),
        (("Transverse_Mercator", "Lambert_Conformal_Conic"), ""),
    ],
)
def test_numbers_of_a_prj_count_and_not_its_names(change: tuple[str, str], found: str) -> None:
    wkt = (
        'PROJCS["Korea",GEOGCS["GCS",DATUM["D_Korean_Datum_1985",SPHEROID["Bessel_1841",6377397.155,'
        '299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
        'PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",200000.0],'
        'PARAMETER["False_Northing",500000.0],PARAMETER["Central_Meridian",127.0028902777778],'
        'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",38.0],UNIT["Meter",1.0]]'
    )
    assert change[0] in wkt
    assert system_of_wkt(wkt.replace(*change) if change[0] else wkt) == found


@pytest.mark.parametrize("wkt", ["", "nonsense", "PROJCS[", 'LOCAL_CS["x"]'])
def test_what_is_no_wkt_is_no_system(wkt: str) -> None:
    assert system_of_wkt(wkt) == ""


@pytest.mark.parametrize("authid", ["EPSG:4326", "EPSG:3857", "EPSG:5179", "EPSG:5186"])
@pytest.mark.parametrize("stated", [True, False])
def test_a_system_is_found_by_where_the_whole_country_lands(authid: str, stated: bool) -> None:
    found = decide_system(places(authid, stated=stated), project)
    assert found.authid == authid
    assert found.guess.confidence == Confidence.CERTAIN
    assert "on_land" in codes(found)
    assert ("in_province" in codes(found)) == stated


@pytest.mark.parametrize("seat", SEATS[:17], ids=[sido for _, _, sido in SEATS[:17]])
@pytest.mark.parametrize("authid", ["EPSG:4326", "EPSG:3857", "EPSG:5179", "EPSG:5186"])
def test_one_place_and_its_province_are_enough(authid: str, seat: tuple[float, float, str]) -> None:
    """Where they are not, the user is asked: no other system is ever chosen."""
    found = decide_system(places(authid, [seat]), project)
    assert found.authid in (authid, "")
    if found.authid == "":
        assert authid in found.guess.alternatives
    # Gyeonggi is more than 100 km from south to north.
    assert (found.authid == authid) == (authid != "EPSG:5186" or seat[2] != "경기")


@pytest.mark.parametrize("authid", sorted(OLD_CENTRAL))
@pytest.mark.parametrize("stated", [True, False])
def test_old_central_belts_cannot_be_told_apart(authid: str, stated: bool) -> None:
    found = decide_system(places(authid, stated=stated), project)
    assert found.authid == ""
    assert found.guess.confidence == Confidence.ASKED
    assert set(found.guess.alternatives) == OLD_CENTRAL
    assert codes(found)[-1] == "fit_alike"


def test_a_file_name_tips_the_scale_and_is_doubtful() -> None:
    found = decide_system(places("EPSG:5174"), project, name="LSMD_CONT_UQ111_5174_41_202604")
    assert found.authid == "EPSG:5174"
    assert found.guess.confidence == Confidence.DOUBTFUL
    assert set(found.guess.alternatives) == OLD_CENTRAL - {"EPSG:5174"}
    assert "name_says" in codes(found)


def test_a_file_name_that_where_it_lands_contradicts_is_not_believed() -> None:
    found = decide_system(places("EPSG:5186"), project, name="LSMD_CONT_UQ111_5174_41_202604")
    assert found.authid == "EPSG:5186"


def test_a_province_decides_between_2010_and_before() -> None:
    """A place in Daejeon is, 100 km too far north, in Gyeonggi: on land, but not where it should be."""
    seat = SEATS[5:6]
    assert decide_system(places("EPSG:5186", seat), project).authid == "EPSG:5186"
    assert set(decide_system(places("EPSG:5181", seat), project).guess.alternatives) == OLD_CENTRAL
    unknown = decide_system(places("EPSG:5186", seat, stated=False), project)
    assert unknown.authid == ""
    assert set(unknown.guess.alternatives) == {"EPSG:5186", *OLD_CENTRAL}


@pytest.mark.parametrize("authid", ["EPSG:5185", "EPSG:5187", "EPSG:5188"])
def test_rare_belts_are_tried_where_no_usual_system_fits(authid: str) -> None:
    found = decide_system(places(authid), project)
    assert found.authid == authid


def test_what_a_prj_says_holds() -> None:
    found = decide_system(places("EPSG:5186"), project, declared="EPSG:5186")
    assert (found.authid, found.guess.confidence) == ("EPSG:5186", Confidence.CERTAIN)
    assert codes(found) == ["crs_prj", "on_land", "in_province"]


def test_a_file_name_that_contradicts_its_prj_is_reported() -> None:
    found = decide_system(
        places("EPSG:5186"), project, declared="EPSG:5186", name="LSMD_CONT_LDREG_5174_30200_202604"
    )
    assert found.authid == "EPSG:5186"
    assert found.guess.confidence == Confidence.PROBABLE
    assert found.guess.alternatives == ("EPSG:5174",)
    assert codes(found)[-1] == "name_contradicts"


def test_a_prj_that_another_province_contradicts_is_doubtful_but_holds() -> None:
    found = decide_system(places("EPSG:5181", SEATS[:9]), project, declared="EPSG:5186")
    assert found.authid == "EPSG:5186"
    assert found.guess.confidence == Confidence.DOUBTFUL
    assert set(found.guess.alternatives) >= OLD_CENTRAL


def test_a_prj_that_leads_out_of_korea_is_not_believed() -> None:
    found = decide_system(places("EPSG:5179"), project, declared="EPSG:5186")
    assert found.authid == "EPSG:5179"
    assert found.guess.confidence == Confidence.DOUBTFUL
    assert "EPSG:5186" in found.guess.alternatives
    # GeoJSON without a system is in degrees by its rules, and often is not.
    found = decide_system(places("EPSG:3857"), project, declared="EPSG:4326", source="format")
    assert found.authid == "EPSG:3857"
    assert codes(found)[0] == "crs_format"


def test_a_prj_of_places_abroad_holds_with_doubt() -> None:
    abroad = Places(np.array([139.7, 135.5]), np.array([35.7, 34.7]), ["", ""])
    found = decide_system(abroad, project, declared="EPSG:4326")
    assert found.authid == "EPSG:4326"
    assert found.guess.confidence == Confidence.DOUBTFUL
    assert "crs_not_in_korea" in codes(found)


def test_places_abroad_without_a_prj_are_asked_for() -> None:
    found = decide_system(Places(np.array([2.35]), np.array([48.86]), [""]), project)
    assert (found.authid, found.guess.confidence) == ("", Confidence.ASKED)
    assert codes(found) == ["no_prj", "fits_nothing"]


def test_provinces_that_fit_nowhere_leave_the_question_to_the_user() -> None:
    found = places("EPSG:5179")
    wrong = decide_system(Places(found.x, found.y, ["제주"] * len(found.x)), project)
    assert (wrong.authid, wrong.guess.alternatives) == ("", ("EPSG:5179",))
    assert codes(wrong) == ["no_prj", "fits_nothing"]


def test_latitude_before_longitude_is_noticed() -> None:
    straight = places("EPSG:4326")
    found = decide_system(Places(straight.y, straight.x, straight.sido), project)
    assert (found.authid, found.swapped) == ("EPSG:4326", True)
    found = decide_system(
        Places(straight.y, straight.x, straight.sido), project, declared="EPSG:4326", source="layer"
    )
    assert (found.authid, found.swapped) == ("EPSG:4326", True)
    assert decide_system(straight, project).swapped is False


def test_what_the_user_says_is_not_asked_about() -> None:
    found = decide_system(places("EPSG:5186"), project, declared="EPSG:5186", chosen="EPSG:5174")
    assert (found.authid, found.guess.confidence) == ("EPSG:5174", Confidence.GIVEN)
    # But what the file says is told.
    assert found.guess.alternatives == ("EPSG:5186",)
    assert codes(found) == ["given", "crs_prj", "on_land", "in_province"]
    agreed = decide_system(places("EPSG:5186"), project, declared="EPSG:5186", chosen="EPSG:5186")
    assert agreed.guess.alternatives == ()


def test_nothing_to_go_by() -> None:
    nowhere = Places(np.empty(0), np.empty(0), [])
    assert decide_system(nowhere, project).authid == ""
    assert decide_system(nowhere, project, declared="EPSG:5186").authid == "EPSG:5186"


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(SEATS[:17]), min_size=3, max_size=17, unique=True),
    st.sampled_from(["EPSG:4326", "EPSG:3857", "EPSG:5179", "EPSG:5186", *sorted(OLD_CENTRAL)]),
)
def test_a_wrong_system_is_never_certain(seats: list[tuple[float, float, str]], authid: str) -> None:
    found = decide_system(places(authid, seats), project)
    if found.authid:
        assert found.authid == authid
    else:
        assert authid in found.guess.alternatives


@pytest.mark.parametrize(
    ("name", "authid"),
    [
        ("LSMD_CONT_UQ111_5174_41_202604", "EPSG:5174"),
        ("LSMD_CONT_UQ111_5186_경기", "EPSG:5186"),
        ("DAM_DAN", ""),
        ("LSMD_CONT_UH101_30_202604", ""),
        ("zones_151745", ""),
        ("UTMK_5179", "EPSG:5179"),
    ],
)
def test_numbers_in_names(name: str, authid: str) -> None:
    assert system_in_name(name) == authid


def test_provinces_of_the_country_in_every_system(data_folder: Path) -> None:
    """Representative points of all 250 municipalities with their provinces, in the systems of portals."""
    shapely = pytest.importorskip("shapely")
    from innovation_clusters.analysis.zones.provinces import CodeSystem, sido_of_code

    path = data_folder / "gazetteer" / "kr_sigungu_2018_simple.geojson"
    seats = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        point = shapely.geometry.shape(feature["geometry"]).representative_point()
        seats.append((point.x, point.y, sido_of_code(feature["properties"]["code"], CodeSystem.KOSTAT)))
    for authid in ("EPSG:4326", "EPSG:3857", "EPSG:5179", "EPSG:5186", "EPSG:5174"):
        for sido in {seat[2] for seat in seats}:
            own = [seat for seat in seats if seat[2] == sido]
            found = decide_system(places(authid, own), project)
            if authid == "EPSG:5174":
                assert found.authid == "", sido
                assert authid in found.guess.alternatives
            else:
                assert found.authid == authid, sido
