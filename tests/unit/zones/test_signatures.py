"""The data sets as shipped are sound, and files are known by their fields before their names."""

from __future__ import annotations

import re
from typing import Any

import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.catalogue import zone_types
from innovation_clusters.analysis.zones.guesses import Confidence
from innovation_clusters.analysis.zones.signatures import (
    NODES,
    UNKNOWN,
    find_dataset,
    land_uses,
    read_signature,
    signatures,
)

TITLES = {"dataset": "X", "title_ko": "가", "title_en": "X"}

# Fields of public files as they come, in the case they come in, and one of their names.
FILES = {
    "DAM_DAN": (("DAN_ID", "DAN_NAME", "DANJI_TYPE"), "DAM_DAN"),
    "DAM_YOJ": (("dan_id", "yoj_id"), "LT_C_DAMYOJ"),
    "DAM_YUCH": (("upj_id", "upj_code", "upj2", "upj3"), "DAM_YUCH"),
    "LSMD_CONT": (
        ("MNUM", "ALIAS", "REMARK", "NTFDATE", "SGG_OID", "COL_ADM_SE", "GID"),
        "LSMD_CONT_UQ111_5174_41_202604",
    ),
    "LT_C": (
        (
            "mnum",
            "sido_cd",
            "sigungu_cd",
            "dyear",
            "dnum",
            "ucode",
            "bon_bun",
            "bu_bun",
            "uname",
            "sido_name",
        ),
        "lt_c_uq111",
    ),
    "TL_SCCO_CTPRVN": (("CTPRVN_CD", "CTP_ENG_NM", "CTP_KOR_NM"), "TL_SCCO_CTPRVN"),
    "TL_SCCO_SIG": (("SIG_CD", "SIG_ENG_NM", "SIG_KOR_NM"), "TL_SCCO_SIG"),
    "TL_SCCO_EMD": (("EMD_CD", "EMD_ENG_NM", "EMD_KOR_NM"), "TL_SCCO_GEMD"),
    "BND_SIGUNGU": (("BASE_DATE", "SIGUNGU_CD", "SIGUNGU_NM"), "BND_SIGUNGU_PG"),
    "BND_ADM_DONG": (("base_year", "adm_cd", "adm_nm"), "bnd_adm_dong_2023"),
    "ADMDONGKOR": (
        ("OBJECTID", "adm_nm", "adm_cd", "adm_cd2", "sgg", "sido", "sidonm", "sggnm"),
        "HangJeongDong_ver20230701",
    ),
    "LSMD_ADM_SECT": (("ADM_SECT_C", "SGG_NM", "SGG_OID", "COL_ADM_SE"), "LSMD_ADM_SECT_SGG_41"),
    "KOSTAT": (("code", "name", "name_eng", "base_year"), "skorea-provinces-2018-geo"),
    "AL_D": (("A0", "A1", "A2", "A3", "A4"), "AL_D154_30_20240405"),
}


@pytest.mark.parametrize("dataset", FILES)
def test_files_are_known_by_their_fields(dataset: str) -> None:
    fields, name = FILES[dataset]
    found, guess = find_dataset(fields, [name])
    assert found.dataset == dataset
    assert guess.confidence == Confidence.CERTAIN
    assert find_dataset(fields, ["새 폴더"])[0].dataset == dataset
    assert find_dataset([*fields, "new", "fields"], [""])[0].dataset == dataset


def test_fields_go_before_the_file_name() -> None:
    found, guess = find_dataset(FILES["DAM_DAN"][0], ["LSMD_CONT_UQ111_5174_41_202604"])
    assert found.dataset == "DAM_DAN"
    assert guess.confidence == Confidence.PROBABLE
    assert guess.alternatives == ("LSMD_CONT",)
    assert [fact.code for fact in guess.facts] == ["fields", "name_says_dataset"]


@pytest.mark.parametrize(
    ("name", "dataset"),
    [
        ("LT_C_WGISIEGUG", "LT_C_WGIS_NATIONAL"),
        ("lt_c_wgisiedosi", "LT_C_WGIS_URBAN"),
        ("LSMD_CONT_UB811_5186_경남", "LSMD_CONT"),
        ("AL_D154_11_20240405", "AL_D"),
    ],
)
def test_the_file_name_tells_where_fields_do_not(name: str, dataset: str) -> None:
    found, guess = find_dataset(["gid", "x"], ["export", name])
    assert found.dataset == dataset
    assert guess.confidence == Confidence.PROBABLE


def test_what_is_not_known_is_said_to_be_so() -> None:
    found, guess = find_dataset(["NAME", "X1"], ["zones"])
    assert found.dataset == UNKNOWN
    assert guess.confidence == Confidence.DOUBTFUL
    assert find_dataset([], [])[0].dataset == UNKNOWN


def test_a_table_with_coordinates_is_a_list_of_nodes() -> None:
    assert find_dataset(["name", "type", "lat", "lon", "area"], ["x"], table=True)[0].dataset == NODES
    assert find_dataset(["이름", "위도", "경도"], ["x"], table=True)[0].dataset == NODES
    # With a geometry a column of latitudes is just a column.
    assert find_dataset(["NAME", "LAT", "LON"], ["x"])[0].dataset == UNKNOWN


def test_the_user_has_the_last_word() -> None:
    found, guess = find_dataset(FILES["DAM_DAN"][0], ["x"], chosen="kostat")
    assert (found.dataset, guess.confidence) == ("KOSTAT", Confidence.GIVEN)
    with pytest.raises(InputError, match="The data set nonsense is not known; use one of ZONES"):
        find_dataset([], [], chosen="nonsense")


def test_data_sets_as_shipped_are_sound() -> None:
    for signature in signatures().values():
        assert all(signature.names)
        assert signature.fields or signature.any_field or signature.file_name or signature.dataset == UNKNOWN
        assert signature.zone_id or signature.name_ko_like, signature.dataset
    # No data set hides another: each is found by its own fields alone.
    for signature in signatures().values():
        if signature.fields:
            fields = [*signature.fields, *signature.any_field[:1]]
            assert find_dataset(fields, [])[0] is signature


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ({"field": ["A"]}, "field"),
        ({"fields": ["dan_id"]}, "fields"),
        ({"fields": "DAN_ID"}, "fields"),
        ({"fields": [""]}, "fields"),
        ({"table": 1}, "table"),
        ({"zone_type": "NO_SUCH"}, "zone_type"),
        ({"types": {"A": {"1": "NO_SUCH"}}}, "types"),
        ({"prefix_types": {"A": {"1": "NO_SUCH"}}}, "prefix_types"),
        ({"file_name": "("}, "file_name"),
        ({"coordinates": {"x": ["LON"]}}, "coordinates"),
    ],
)
def test_an_unsound_data_set_is_an_error(entry: dict[str, Any], key: str) -> None:
    with pytest.raises(InputError, match=f"data set X: {key} cannot be"):
        read_signature({**TITLES, **entry})


def test_codes_of_land_use() -> None:
    by_code, by_layer = land_uses()
    assert by_code["UHA210"].zone_type == "IC_GENERAL"
    assert by_code["UBJ100"].zone_type == "REGIONAL_SPECIAL"
    assert by_layer["UB811"].zone_type == "INNOV_CITY"
    assert by_code["UHA100"].source.startswith("inferred")
    for use in (*by_code.values(), *by_layer.values()):
        assert re.fullmatch(r"U[A-Z]\d{3}", use.layer), use
        assert not use.code or re.fullmatch(r"U[A-Z][A-Z0-9]\d{3}", use.code), use
        assert not use.zone_type or use.zone_type in zone_types()
