"""Official zone files, read as they come: what is in them comes out, the rest is rejected by name."""

from __future__ import annotations

import ast
import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.processing_algorithms.outputs.zone_sentences import (
    fact_sentences,
    question_names,
    zone_reasons,
)
from innovation_clusters.tests.qgis.made_up_zone_files import COMPLEXES, complexes, square, told, write

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = "TEMPORARY_OUTPUT"
ZONE_FIELDS = [
    *("zone_id", "name_ko", "name_en", "zone_type", "law", "authority", "year", "sido", "area_m2"),
    *("source_file", "encoding", "source_crs", "evidence"),
]
Import = Callable[..., Any]


@pytest.fixture
def read(run: Any) -> Import:
    """Run the algorithm; features in must be zones plus nodes plus rejects, and it must say so."""

    def start(source: Any, **parameters: Any) -> Any:
        outcome = run(
            "importzones",
            {
                "INPUT": str(source),
                **dict.fromkeys(("OUTPUT", "NODES", "REJECTS", "GUESSES"), OUTPUT),
                **parameters,
            },
        )
        if outcome.succeeded:
            counted = re.search(
                r"(\d+) files, (\d+) features in = (\d+) zones \+ (\d+) rejects", outcome.feedback.text
            )
            assert counted is not None
            _, rows, zones, rejects = map(int, counted.groups())
            assert rows == zones + rejects
            out = outcome.layer("OUTPUT").featureCount()
            if "NODES" in outcome.results:
                out += outcome.layer("NODES").featureCount()
            assert out == zones == outcome.results["NUM_ZONES"]
            assert rejects == outcome.results["NUM_REJECTS"]
            if "REJECTS" in outcome.results:
                of_rows = [row for row in outcome.rows("REJECTS") if row["row"] is not None]
                assert len(of_rows) == rejects or any(
                    row["reason"] == "point_among_polygons" for row in outcome.rows("REJECTS")
                )
            for geometry in outcome.geometries("OUTPUT"):
                assert geometry.isGeosValid()
                assert not geometry.isEmpty()
            ids = [row["zone_id"] for row in outcome.rows("OUTPUT")]
            assert len(set(ids)) == len(ids)
        return outcome

    return start


@pytest.fixture
def zone_shapefiles(data_folder: Path) -> Path:
    return data_folder / "zone-shapefiles"


def measure() -> QgsDistanceArea:
    found = QgsDistanceArea()
    found.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    found.setEllipsoid("EPSG:7030")
    return found


def names(outcome: Any) -> list[Any]:
    return [row["name_ko"] for row in outcome.rows("OUTPUT")]


def reasons(outcome: Any) -> list[str]:
    return [row["reason"] for row in outcome.rows("REJECTS")]


def guess(outcome: Any, question: str) -> dict[str, Any]:
    return told(outcome.rows("GUESSES"), question)


# Files with the real schemas and defects


def test_industrial_complexes_without_a_cpg(read: Import, zone_shapefiles: Path) -> None:
    outcome = read(zone_shapefiles / "DAM_DAN_style_5186_cp949_nocpg" / "DAM_DAN.shp")
    assert outcome.layer("OUTPUT").fields().names() == ZONE_FIELDS
    assert outcome.layer("OUTPUT").crs().authid() == "EPSG:4326"
    assert outcome.layer("OUTPUT").wkbType() == Qgis.WkbType.MultiPolygon
    rows = outcome.rows("OUTPUT")
    assert len(rows) == 12
    assert rows[1]["name_ko"] == "가상둔곡일반"
    assert {row["encoding"] for row in rows} == {"CP949"}
    assert {row["source_crs"] for row in rows} == {"EPSG:5186"}
    kinds = {"1": "IC_NATIONAL", "2": "IC_GENERAL", "3": "IC_URBAN_HITECH", "4": "IC_AGRI"}
    assert [row["zone_type"] for row in rows] == [kinds[row["zone_id"][0]] for row in rows]
    assert {row["law"] for row in rows} == {"산업입지 및 개발에 관한 법률"}
    assert {row["source_file"] for row in rows} == {"DAM_DAN.shp"}
    # 90 is no province; where it lies, three meet.
    assert [row["sido"] for row in rows] == [
        *(None, "대전", "대전", "충북", "충북", "충북", "충남", "경북", "부산", "제주", "광주", "전남"),
    ]
    assert "대전/세종/충북?" in rows[0]["evidence"]
    assert guess(outcome, "dataset")["guess"] == "DAM_DAN"
    assert guess(outcome, "crs")["confidence"] == "certain"


def test_a_datum_that_cannot_be_known_is_asked_for(read: Import, zone_shapefiles: Path) -> None:
    file = zone_shapefiles / "DAM_DAN_style_5174_noprj_cp949" / "DAM_DAN.shp"
    outcome = read(file)
    assert not outcome.succeeded
    (error,) = outcome.feedback.errors
    assert error.startswith("Reference system: DAM_DAN.shp does not say its reference system, and ")
    assert {"EPSG:5174", "EPSG:5181", "EPSG:2097"} == set(re.findall(r"EPSG:\d+", error))


def test_the_datum_given_puts_zones_where_the_newer_file_has_them(
    read: Import, zone_shapefiles: Path
) -> None:
    """The same 12 zones once in EPSG:5174 and once in EPSG:5186; a wrong datum would be 300 m off."""
    old = read(zone_shapefiles / "DAM_DAN_style_5174_noprj_cp949" / "DAM_DAN.shp", CRS="EPSG:5174")
    new = read(zone_shapefiles / "DAM_DAN_style_5186_cp949_nocpg" / "DAM_DAN.shp")
    ruler = measure()
    assert names(old) == names(new)
    for one, other in zip(old.geometries("OUTPUT"), new.geometries("OUTPUT"), strict=True):
        apart = ruler.measureLine(one.centroid().asPoint(), other.centroid().asPoint())
        assert apart < 1.0
    for one, other in zip(old.rows("OUTPUT"), new.rows("OUTPUT"), strict=True):
        assert one["area_m2"] == pytest.approx(other["area_m2"], rel=1e-6)
    wrong = read(zone_shapefiles / "DAM_DAN_style_5174_noprj_cp949" / "DAM_DAN.shp", CRS="EPSG:5181")
    place, right = wrong.geometries("OUTPUT")[0].centroid(), new.geometries("OUTPUT")[0].centroid()
    assert 250 < ruler.measureLine(place.asPoint(), right.asPoint()) < 350


def test_a_file_name_that_contradicts_its_prj_is_reported(read: Import, zone_shapefiles: Path) -> None:
    outcome = read(
        zone_shapefiles / "LSMD_style_name5174_but_prj5186_cp949" / "LSMD_CONT_UH101_5174_30_202604.shp"
    )
    found = guess(outcome, "crs")
    assert (found["guess"], found["alternatives"]) == ("EPSG:5186", "EPSG:5174")
    assert "The file name says EPSG:5174." in found["evidence"]
    assert any("EPSG:5174" in warning for warning in outcome.feedback.warnings)
    rows = outcome.rows("OUTPUT")
    assert [row["zone_type"] for row in rows] == ["IC_GENERAL", "IC_NATIONAL", "IC_AGRI", "IC_GENERAL"]
    assert [row["year"] for row in rows] == [2020, 2015, 1998, None]
    assert [row["name_ko"] for row in rows][3] is None
    assert {row["sido"] for row in rows} == {"대전"}


def test_provinces_with_codes_of_the_other_office(read: Import, zone_shapefiles: Path) -> None:
    outcome = read(zone_shapefiles / "TL_SCCO_CTPRVN_style_5179_euckr_nocpg" / "TL_SCCO_CTPRVN.shp")
    rows = {row["sido"]: row for row in outcome.rows("OUTPUT")}
    assert len(rows) == 17
    assert rows["서울"]["name_ko"] == "서울특별시"
    assert rows["부산"]["zone_id"] == "21"
    assert {row["source_crs"] for row in rows.values()} == {"EPSG:5179"}
    assert {row["zone_type"] for row in rows.values()} == {None}
    assert "KOSTAT" in guess(outcome, "sido")["evidence"]
    # Published areas of 2018 (Korea Land and Geospatial Informatix), in km²; the outlines are simplified.
    for sido, area in (("서울", 605.2), ("대전", 539.5), ("제주", 1850.2), ("경북", 19033.3)):
        assert rows[sido]["area_m2"] / 1e6 == pytest.approx(area, rel=0.03)


def test_a_folder_of_all_of_them(read: Import, zone_shapefiles: Path) -> None:
    outcome = read(zone_shapefiles)
    assert outcome.results["NUM_ZONES"] == 33
    assert Counter(reasons(outcome)) == {"crs_unknown": 12}
    assert any(warning.startswith("Corrected guesses:") for warning in outcome.feedback.warnings)
    rejected = outcome.rows("REJECTS")[0]
    assert json.loads(rejected["attributes"])["DAN_NAME"] == "가상대전국가"
    assert QgsGeometry.fromWkt(rejected["geometry_text"]).area() > 1e6
    assert Counter(row["source_file"] for row in outcome.rows("GUESSES")).keys() == {
        *(f"zone-shapefiles/{folder.name}/{file.name}" for folder in zone_shapefiles.iterdir()
          for file in folder.glob("*.shp")),
    }  # fmt: skip


@pytest.mark.parametrize(("file", "count"), [("kr_sido_2018_simple", 17), ("kr_sigungu_2018_simple", 250)])
def test_administrative_layers(read: Import, data_folder: Path, file: str, count: int) -> None:
    outcome = read(data_folder / "gazetteer" / f"{file}.geojson")
    rows = outcome.rows("OUTPUT")
    assert len(rows) == count
    assert guess(outcome, "dataset")["guess"] == "KOSTAT"
    assert {row["year"] for row in rows} == {2018}
    assert len({row["sido"] for row in rows}) == 17
    assert None not in {row["sido"] for row in rows}
    # Korea has 100,364 km² (2018); the coast is simplified.
    assert sum(row["area_m2"] for row in rows) / 1e6 == pytest.approx(100_364, rel=0.01)


# Any system, any encoding


@pytest.mark.parametrize("encoding", ["CP949", "UTF-8"])
@pytest.mark.parametrize("epsg", [4326, 3857, 5174, 5178, 5179, 5181, 5185, 5186, 5187, 2097])
def test_every_system_and_encoding_gives_the_same(
    read: Import, tmp_path: Path, epsg: int, encoding: str
) -> None:
    outcome = read(write(tmp_path / "DAM_DAN.shp", complexes(), epsg=epsg, encoding=encoding))
    assert names(outcome) == [name for _, name, *_ in COMPLEXES]
    ruler = measure()
    for row, geometry, (wkt, _) in zip(
        outcome.rows("OUTPUT"), outcome.geometries("OUTPUT"), complexes(), strict=True
    ):
        original = QgsGeometry.fromWkt(wkt)
        assert row["encoding"] == encoding
        assert row["source_crs"] == f"EPSG:{epsg}"
        # In the plane of EPSG:3857 it would have 1.4 to 1.6 times that.
        assert row["area_m2"] == pytest.approx(ruler.measureArea(original), rel=1e-4)
        apart = ruler.measureLine(geometry.centroid().asPoint(), original.centroid().asPoint())
        assert apart < 1.0
    assert [row["sido"] for row in outcome.rows("OUTPUT")] == ["대전", "경기", "제주"]


@pytest.mark.parametrize("epsg", [4326, 3857, 5179, 5186])
def test_systems_are_found_without_a_prj(read: Import, tmp_path: Path, epsg: int) -> None:
    outcome = read(write(tmp_path / "DAM_DAN.shp", complexes(), epsg=epsg, prj=False))
    assert {row["source_crs"] for row in outcome.rows("OUTPUT")} == {f"EPSG:{epsg}"}
    assert guess(outcome, "crs")["confidence"] == "certain"


def test_a_prj_with_a_home_made_name_is_read_by_its_numbers(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes(), epsg=5174)
    prj = file.with_suffix(".prj")
    text = re.sub(r'(PROJCS|GEOGCS|DATUM)\["[^"]*"', r'\1["Home_Made"', prj.read_text())
    prj.write_text(text)
    outcome = read(file)
    assert {row["source_crs"] for row in outcome.rows("OUTPUT")} == {"EPSG:5174"}


@pytest.mark.parametrize("text", ["", "nonsense", "PROJCS["])
def test_a_prj_that_cannot_be_read_is_none(read: Import, tmp_path: Path, text: str) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes(), epsg=5186)
    file.with_suffix(".prj").write_text(text)
    outcome = read(file)
    assert {row["source_crs"] for row in outcome.rows("OUTPUT")} == {"EPSG:5186"}


def test_a_wrong_cpg_is_not_believed(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    file.with_suffix(".cpg").write_text("ISO-8859-1")
    outcome = read(file)
    assert names(outcome) == [name for _, name, *_ in COMPLEXES]
    assert "The .cpg says ISO8859-1" in guess(outcome, "encoding")["evidence"]


def test_names_cut_within_a_character(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes(), width=11)
    table = file.with_suffix(".dbf").read_bytes()
    assert len("가상대덕일반산업단지".encode("cp949")) > 11
    assert "가상대덕일".encode("cp949") in table
    outcome = read(file)
    assert [name[:5] for name in names(outcome)] == ["가상대덕일", "똠방도시첨", "제주가상농"]
    assert not any("�" in name for name in names(outcome))


def test_a_system_that_is_not_the_files_own_is_warned_of(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes(), epsg=5186)
    outcome = read(file, CRS="EPSG:5174")
    assert {row["source_crs"] for row in outcome.rows("OUTPUT")} == {"EPSG:5174"}
    (warning,) = outcome.feedback.warnings
    assert "The .prj says EPSG:5186." in warning
    assert read(file, CRS="EPSG:5186").feedback.warnings == []


def test_a_map_of_countries_is_no_file_of_zones(read: Import, tmp_path: Path) -> None:
    world = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    outcome = read(f"{world}|layername=countries")
    assert not outcome.succeeded
    assert "lies outside Korea, and neither its fields nor its name are those of a data set of zones" in (
        outcome.feedback.text
    )


def test_the_encoding_can_be_given(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    outcome = read(file, ENCODING="utf-8")
    assert {row["encoding"] for row in outcome.rows("OUTPUT")} == {"UTF-8"}
    assert "�" in names(outcome)[0]
    refused = read(file, ENCODING="klingon")
    assert refused.reason == "Encoding: The encoding klingon is not known; use UTF-8 or CP949."


# Shapes


def test_shapes_that_are_no_zones_and_shapes_that_can_be_mended(read: Import, tmp_path: Path) -> None:
    x, y = 127.385, 36.350
    bow_tie = f"POLYGON (({x} {y}, {x + 0.02} {y + 0.02}, {x + 0.02} {y}, {x} {y + 0.02}, {x} {y}))"
    sliver = f"POLYGON (({x} {y}, {x + 0.01} {y}, {x + 0.01} {y + 1e-6}, {x} {y + 1e-6}, {x} {y}))"
    away = f"(({x + 1} {y}, {x + 1.01} {y}, {x + 1.01} {y + 1e-6}, {x + 1} {y + 1e-6}, {x + 1} {y}))"
    two = f"MULTIPOLYGON ({square(x, y)[8:]}, {square(x + 0.1, y)[8:]}, {away})"
    overlapping = f"MULTIPOLYGON ({square(x, y)[8:]}, {square(x + 0.01, y)[8:]})"
    holed = square(x, y)[:-1] + ", " + square(x, y, 0.005)[9:]
    rows = [
        (square(x, y), ("a", None)),
        (bow_tie, ("b", "나비")),
        (sliver, ("c", "조각")),
        (two, ("d", "둘")),
        (holed, ("e", "구멍")),
        (None, ("f", "없음")),
        ("POLYGON EMPTY", ("g", "빈 것")),
        (f"LINESTRING ({x} {y}, {x} {y + 1})", ("h", "선")),
        (f"POLYGON (({x} {y}, {x} {y}, {x} {y}, {x} {y}))", ("i", "점")),
        (f"GEOMETRYCOLLECTION ({square(x, y)}, POINT ({x} {y}))", ("j", "모음")),
        (square(x, y), ("a", None)),
        (square(x, y), ("a", "다른 이름")),
        (overlapping, ("k", "겹침")),
    ]
    file = write(tmp_path / "zones.gpkg", rows, ("ID", "NAME"), epsg=5179, driver="GPKG")
    outcome = read(file)
    found = {row["zone_id"]: row for row in outcome.rows("OUTPUT")}
    assert set(found) == {"a", "b", "d", "e", "j", "k", "a#2"}
    assert {row["zone_id"]: row["reason"] for row in outcome.rows("REJECTS")} == {
        **{
            "c": "sliver",
            "f": "no_geometry",
            "g": "empty_geometry",
            "h": "line",
            "i": "no_area",
            "a": "duplicate",
        },
    }
    assert outcome.results["NUM_REPAIRED"] == 3
    whole = found["a"]["area_m2"]
    assert found["b"]["area_m2"] == pytest.approx(whole / 2, rel=1e-3)
    assert found["d"]["area_m2"] == pytest.approx(2 * whole, rel=1e-3)
    assert found["e"]["area_m2"] == pytest.approx(0.75 * whole, rel=1e-3)
    assert found["j"]["area_m2"] == pytest.approx(whole, rel=1e-6)
    # What two parts share counts once.
    assert found["k"]["area_m2"] == pytest.approx(1.5 * whole, rel=1e-3)
    assert "repaired: " in found["b"]["evidence"]
    assert "slivers: 1" in found["d"]["evidence"]
    assert found["a"]["name_ko"] is None
    for row in outcome.rows("REJECTS"):
        assert row["reason_text"] == zone_reasons()[row["reason"]]


def test_two_zones_of_one_name_stay_two(read: Import, tmp_path: Path) -> None:
    rows = [(square(127.385, 36.35), ("1", "같은 이름")), (square(127.5, 36.35), ("2", "같은 이름"))]
    outcome = read(write(tmp_path / "zones.shp", rows, ("ID", "NAME")))
    assert names(outcome) == ["같은 이름", "같은 이름"]


def test_zones_without_an_id_get_one_of_their_file_and_row(read: Import, tmp_path: Path) -> None:
    rows = [(square(127.385, 36.35), (None, "가")), (square(127.5, 36.35), ("", "나"))]
    outcome = read(write(tmp_path / "특구.shp", rows, ("ID", "NAME")))
    assert [row["zone_id"] for row in outcome.rows("OUTPUT")] == ["특구-1", "특구-2"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=4, max_size=9),
        min_size=1,
        max_size=6,
    )
)
def test_rings_of_any_kind_become_valid_zones_or_rejects(
    read: Import, tmp_path: Path, rings: list[list[tuple[int, int]]]
) -> None:
    rows = []
    for number, ring in enumerate(rings):
        points = [(127.3 + 0.01 * x, 36.3 + 0.01 * y) for x, y in [*ring, ring[0]]]
        rows.append((f"POLYGON (({', '.join(f'{x} {y}' for x, y in points)}))", (str(number), "가")))
    file = tmp_path / "rings.gpkg"
    file.unlink(missing_ok=True)
    outcome = read(write(file, rows, ("ID", "NAME"), epsg=4326, driver="GPKG"))
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.results["NUM_ZONES"] + outcome.results["NUM_REJECTS"] == len(rings)
    assert set(reasons(outcome)) <= {"no_area", "sliver"}
    for row in outcome.rows("OUTPUT"):
        assert row["area_m2"] > 0.0


# Folders, zips, formats


def test_korean_paths(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "산업단지 경계 (2026)" / "가상 특구.shp", complexes())
    assert len(names(read(file))) == 3
    outcome = read(file.parent)
    assert {row["source_file"] for row in outcome.rows("OUTPUT")} == {"산업단지 경계 (2026)/가상 특구.shp"}


def zipped(path: Path, folder: Path, *, old: bool) -> Path:
    """Zip a folder; `old` writes names in CP949 without the mark of UTF-8, as Korean Windows does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                archive.write(file, name.encode("cp949").decode("cp437") if old else name)
    if old:
        # Python marks every name that is not ASCII as UTF-8: write the bytes and take the mark away.
        _write_old_names(path, folder)
    return path


def _write_old_names(path: Path, folder: Path) -> None:
    class OldName(zipfile.ZipInfo):
        def _encodeFilenameFlags(self) -> tuple[bytes, int]:
            return self.filename.encode("cp949"), self.flag_bits & ~0x800

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.writestr(OldName(file.relative_to(folder).as_posix()), file.read_bytes())


@pytest.mark.parametrize("old", [False, True])
def test_a_zip_of_shapefiles(read: Import, tmp_path: Path, old: bool) -> None:
    folder = tmp_path / "folder"
    write(folder / "가상" / "DAM_DAN.shp", complexes())
    write(folder / "나머지.shp", [(square(128.6, 35.87), ("227001", "대구일반", "2"))], epsg=5179)
    (folder / "설명.pdf").write_bytes(b"%PDF")
    outcome = read(zipped(tmp_path / "특구.zip", folder, old=old))
    assert {row["source_file"] for row in outcome.rows("OUTPUT")} == {
        *("특구.zip/가상/DAM_DAN.shp", "특구.zip/나머지.shp"),
    }
    assert {row["source_crs"] for row in outcome.rows("OUTPUT")} == {"EPSG:5186", "EPSG:5179"}
    assert "특구.zip/설명.pdf is no layer and is not read." in outcome.feedback.lines


def test_zips_within_zips_and_paths_that_lead_out(read: Import, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    write(inner / "DAM_DAN.shp", complexes())
    (tmp_path / "outer").mkdir()
    zipped(tmp_path / "outer" / "경기.zip", inner, old=False)
    shutil.copy(tmp_path / "outer" / "경기.zip", tmp_path / "outer" / "twice.zip")
    outer = zipped(tmp_path / "all.zip", tmp_path / "outer", old=False)
    with zipfile.ZipFile(outer, "a") as archive:
        archive.writestr("../../escaped.csv", "name,lat,lon\n나쁨,36.35,127.38\n")
    outcome = read(outer)
    assert Counter(reasons(outcome)) == {"duplicate": 3}
    assert outcome.results["NUM_ZONES"] == 4
    assert not (tmp_path.parent / "escaped.csv").exists()
    assert outcome.rows("NODES")[0]["source_file"] == "all.zip/escaped.csv"


def test_a_folder_with_every_kind_of_trouble(read: Import, tmp_path: Path) -> None:
    good = write(tmp_path / "in" / "a" / "DAM_DAN.shp", complexes())
    cut = write(tmp_path / "in" / "b" / "DAM_DAN.shp", complexes()).with_suffix(".dbf")
    cut.write_bytes(cut.read_bytes()[:-90])
    write(tmp_path / "in" / "empty.shp", [])
    write(tmp_path / "in" / "utm.shp", [(square(128.6, 35.87), ("227001", "대구일반", "2"))], epsg=5179)
    (tmp_path / "in" / "broken.zip").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "in" / "broken.gpkg").write_bytes(b"no database")
    (tmp_path / "in" / "broken.geojson").write_text('{"type": "FeatureCollection", "features": [')
    (tmp_path / "in" / "c.shp").write_bytes(good.read_bytes()[:50])
    (tmp_path / "in" / "table.csv").write_text("name,type\n가,나\n", encoding="utf-8")
    (tmp_path / "in" / "readme.txt").write_text("읽어 주세요")
    outcome = read(tmp_path / "in")
    assert outcome.results["NUM_ZONES"] == 4
    files = {row["source_file"]: row["reason_text"] for row in outcome.rows("REJECTS")}
    assert set(files) == {
        *(
            "in/b/DAM_DAN.shp",
            "in/broken.zip",
            "in/broken.gpkg",
            "in/broken.geojson",
            "in/c.shp",
            "in/table.csv",
        ),
    }
    assert "its header tells of 3 rows, 2 are there" in files["in/b/DAM_DAN.shp"]
    assert "cannot be unpacked" in files["in/broken.zip"]
    assert "no columns of latitude and longitude" in files["in/table.csv"]
    for sentence in files.values():
        assert str(tmp_path) not in sentence
        assert sentence in outcome.feedback.warnings
    assert set(reasons(outcome)) == {"file"}


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (lambda file: file.with_suffix(".dbf").write_bytes(b""), "is no DBF table: it has 0 bytes"),
        (lambda file: file.with_suffix(".dbf").write_bytes(bytes(200)), "its header is damaged"),
        (lambda file: file.write_bytes(b"garbage" * 20), "cannot be read"),
    ],
)
def test_a_broken_file_is_one_sentence(
    read: Import, tmp_path: Path, break_it: Callable[[Path], Any], sentence: str
) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    break_it(file)
    outcome = read(file)
    assert not outcome.succeeded
    (error,) = outcome.feedback.errors
    assert sentence in error
    assert error.startswith("Files of zones: DAM_DAN.shp")
    assert outcome.results == {}


def test_a_shapefile_without_index_or_table(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    file.with_suffix(".shx").unlink()
    assert len(names(read(file))) == 3
    assert not file.with_suffix(".shx").exists()
    file.with_suffix(".dbf").unlink()
    outcome = read(file, ZONE_TYPE="IC_GENERAL")
    assert names(outcome) == [None, None, None]
    assert {row["zone_type"] for row in outcome.rows("OUTPUT")} == {"IC_GENERAL"}
    assert "has no .dbf" in guess(outcome, "encoding")["evidence"]


def test_layers_of_a_geopackage(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "all.gpkg", complexes(), driver="GPKG", layer="DAM_DAN", epsg=5179)
    node = [("POINT (127.385 36.35)", ("N1", "거점 하나"))]
    write(file, node, ("ID", "NAME"), driver="GPKG", layer="nodes", epsg=4326)
    outcome = read(file)
    assert {row["source_file"] for row in outcome.rows("OUTPUT")} == {"all.gpkg/DAM_DAN"}
    assert [row["name_ko"] for row in outcome.rows("NODES")] == ["거점 하나"]
    assert outcome.layer("NODES").wkbType() == Qgis.WkbType.Point
    alone = read(f"{file}|layername=nodes")
    assert names(alone) == ["거점 하나"]
    assert alone.layer("OUTPUT").wkbType() == Qgis.WkbType.Point
    assert "NODES" not in alone.results
    rejected = read(file, NODES=None)
    assert reasons(rejected) == ["point_among_polygons"]


def test_wfs_exports(read: Import, tmp_path: Path) -> None:
    fields = ("mnum", "sido_cd", "dyear", "ucode", "uname", "sido_name")
    rows = [(square(127.385, 36.35), ("30200UBJ100PS1", "30", "2019", "UBJ100", "가상특구", "대전광역시"))]
    for driver, name, epsg in (("GeoJSON", "lt_c_ub210.geojson", 4326), ("GML", "lt_c_ub210.gml", 3857)):
        outcome = read(write(tmp_path / driver / name, rows, fields, driver=driver, epsg=epsg))
        (row,) = outcome.rows("OUTPUT")
        assert (row["zone_type"], row["sido"], row["year"], row["name_ko"]) == (
            *("REGIONAL_SPECIAL", "대전", 2019, "가상특구"),
        )
        assert row["area_m2"] == pytest.approx(
            measure().measureArea(QgsGeometry.fromWkt(rows[0][0])), rel=1e-4
        )
        assert not list((tmp_path / driver).glob("*.gfs"))


def test_the_old_number_of_web_mercator(read: Import, tmp_path: Path) -> None:
    """V-World calls EPSG:3857 by the number Google once had."""
    file = write(tmp_path / "lt_c_damdan.geojson", complexes(), driver="GeoJSON", epsg=3857)
    text = file.read_text(encoding="utf-8")
    assert "EPSG::3857" in text
    file.write_text(text.replace("EPSG::3857", "EPSG::900913"), encoding="utf-8")
    outcome = read(file)
    assert {row["source_crs"] for row in outcome.rows("OUTPUT")} == {"EPSG:3857"}
    assert [row["sido"] for row in outcome.rows("OUTPUT")] == ["대전", "경기", "제주"]


def test_ids_stay_apart(read: Import, tmp_path: Path) -> None:
    rows = [
        (square(127.3 + 0.03 * step, 36.35), (name, "가")) for step, name in enumerate(("a", "a#2", "a", "a"))
    ]
    outcome = read(write(tmp_path / "zones.shp", rows, ("ID", "NAME")))
    assert [row["zone_id"] for row in outcome.rows("OUTPUT")] == ["a", "a#2", "a#3", "a#4"]


def test_fields_of_one_name(read: Import, tmp_path: Path) -> None:
    file = write(
        tmp_path / "zones.shp", [(square(127.385, 36.35), ("1", "가", "나"))], ("ID", "NAME", "NAMES")
    )
    table = file.with_suffix(".dbf").read_bytes()
    file.with_suffix(".dbf").write_bytes(table.replace(b"NAMES\x00", b"NAME\x00\x00"))
    assert names(read(file)) == ["가"]


def test_geojson_in_metres_without_saying_so(read: Import, tmp_path: Path) -> None:
    shape = QgsGeometry.fromWkt(
        "POLYGON ((989000 1816000, 991000 1816000, 991000 1818000, 989000 1818000, 989000 1816000))"
    )
    feature = {
        "type": "Feature",
        "properties": {"DAN_ID": "230001", "DANJI_TYPE": "2", "DAN_NAME": "가"},
        "geometry": json.loads(shape.asJson()),
    }
    file = tmp_path / "x.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    outcome = read(file)
    (row,) = outcome.rows("OUTPUT")
    assert (row["source_crs"], row["sido"]) == ("EPSG:5179", "대전")
    assert row["area_m2"] == pytest.approx(4e6, rel=1e-2)
    assert guess(outcome, "crs")["confidence"] == "doubtful"


def test_texts_that_were_read_as_latin_1(read: Import, tmp_path: Path) -> None:
    rows = [
        (wkt, tuple((value or "").encode("cp949").decode("latin-1") for value in values))
        for wkt, values in complexes()
    ]
    outcome = read(write(tmp_path / "DAM_DAN.gpkg", rows, driver="GPKG"))
    assert names(outcome) == [name for _, name, *_ in COMPLEXES]
    assert {row["encoding"] for row in outcome.rows("OUTPUT")} == {"CP949"}


# Lists of nodes

NODES = """이름,유형,위도,경도,면적(㎢)
우정 혁신도시,혁신도시,35.57,129.31,2.81
매곡산단,일반산업단지,35.64,129.33,0.56
"""


@pytest.mark.parametrize("encoding", ["cp949", "utf-8", "utf-8-sig", "utf-16"])
def test_a_table_of_nodes(read: Import, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "거점.csv"
    file.write_bytes(NODES.encode(encoding))
    outcome = read(file)
    rows = outcome.rows("OUTPUT")
    assert outcome.layer("OUTPUT").wkbType() == Qgis.WkbType.Point
    assert [row["name_ko"] for row in rows] == ["우정 혁신도시", "매곡산단"]
    assert [row["zone_type"] for row in rows] == ["INNOV_CITY", "IC_GENERAL"]
    assert [row["area_m2"] for row in rows] == pytest.approx([2.81e6, 0.56e6])
    assert [geometry.asWkt(3) for geometry in outcome.geometries("OUTPUT")] == [
        *("Point (129.31 35.57)", "Point (129.33 35.64)"),
    ]


def test_nodes_without_coordinates_are_rejected(read: Import, tmp_path: Path) -> None:
    file = tmp_path / "nodes.csv"
    file.write_text("name,lat,lon\na,36.35,127.38\nb,,127\nc,x,y\nd,36.4,nan\n", encoding="utf-8")
    outcome = read(file)
    assert names(outcome) == ["a"]
    assert [(row["row"], row["reason"]) for row in outcome.rows("REJECTS")] == [
        *((2, "no_geometry"), (3, "no_geometry"), (4, "no_geometry")),
    ]
    assert json.loads(outcome.rows("REJECTS")[1]["attributes"]) == {"name": "c", "lat": "x", "lon": "y"}


@pytest.mark.parametrize(
    ("x", "y", "system"),
    [
        ("989681", "1816961", "EPSG:5179"),
        ("127.385", "36.35", "EPSG:4326"),
        ("36.35", "127.385", "EPSG:4326"),
    ],
)
def test_nodes_in_metres_and_with_axes_swapped(
    read: Import, tmp_path: Path, x: str, y: str, system: str
) -> None:
    file = tmp_path / "nodes.csv"
    file.write_text(f"name,sido,x,y\n가,대전,{x},{y}\n", encoding="utf-8")
    outcome = read(file)
    (place,) = outcome.geometries("OUTPUT")
    assert place.asPoint().x() == pytest.approx(127.385, abs=1e-3)
    assert place.asPoint().y() == pytest.approx(36.350, abs=1e-3)
    assert outcome.rows("OUTPUT")[0]["source_crs"] == system


# What the user says


def test_every_guess_can_be_corrected(read: Import, tmp_path: Path, make_layer: Any) -> None:
    write(tmp_path / "in" / "old.shp", complexes(), epsg=5174, prj=False)
    write(tmp_path / "in" / "new.shp", [(square(128.6, 35.87), ("227001", "대구", "2"))], epsg=5186)
    first = read(tmp_path / "in")
    assert Counter(reasons(first)) == {"crs_unknown": 3}
    answers = {
        ("in/old.shp", "crs"): "EPSG:5174",
        ("in/old.shp", "encoding"): "949",
        ("in/new.shp", "zone_type"): "경제자유구역",
        ("in/new.shp", "sido"): "부산",
        ("in/new.shp", "name_ko"): "DAN_ID",
    }
    rows = [
        (None, row["source_file"], row["question"], answers.get((row["source_file"], row["question"])))
        for row in first.rows("GUESSES")
    ]
    table = make_layer("None", "", "source_file:string&question:string&override:string", rows)
    second = read(tmp_path / "in", OVERRIDES=table.id())
    assert second.results["NUM_REJECTS"] == 0
    new, *old = second.rows("OUTPUT")
    assert (new["zone_type"], new["sido"], new["name_ko"]) == ("FEZ", "부산", "227001")
    assert new["law"] == "경제자유구역의 지정 및 운영에 관한 특별법"
    assert {row["source_crs"] for row in old} == {"EPSG:5174"}
    given = [row["question"] for row in second.rows("GUESSES") if row["confidence"] == "given"]
    assert Counter(given) == Counter(question for _, question in answers)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("other.shp", "crs", "EPSG:5186"), "Corrected guesses: The input has no file other.shp."),
        (
            ("DAM_DAN.shp", "colour", "red"),
            "There is no question colour; use one of dataset",
        ),
        (("DAM_DAN.shp", "crs", "EPSG:0"), "Corrected guesses: There is no reference system EPSG:0"),
        (("DAM_DAN.shp", "name_ko", "NAME"), "has no field NAME for name_ko; use one of DAN_ID"),
        (("DAM_DAN.shp", "dataset", "X"), "Corrected guesses: The data set X is not known"),
        (("DAM_DAN.shp", "encoding", "X"), "Corrected guesses: The encoding X is not known"),
        (("DAM_DAN.shp", "zone_type", "동물원"), "There is no zone type 동물원"),
    ],
)
def test_corrections_that_do_not_fit_are_refused(
    read: Import, tmp_path: Path, make_layer: Any, row: tuple[str, str, str], sentence: str
) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    table = make_layer("None", "", "source_file:string&question:string&override:string", [(None, *row)])
    outcome = read(file, OVERRIDES=table.id())
    assert not outcome.succeeded
    assert sentence in "\n".join([outcome.reason, *outcome.feedback.errors])


def test_a_table_of_corrections_needs_its_fields(read: Import, tmp_path: Path, make_layer: Any) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    table = make_layer("None", "", "source_file:string", [(None, "x")])
    assert "has no field question, override" in read(file, OVERRIDES=table.id()).reason


def test_parameters_that_do_not_fit_are_refused(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    assert read(file, ZONE_TYPE="동물원").reason.startswith(
        "Zone type: There is no zone type 동물원; use one of"
    )
    assert "There is no file, folder or layer" in read(tmp_path / "nothing.shp").reason
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    assert "x.pdf is of a kind that holds no zones" in read(tmp_path / "x.pdf").reason
    (tmp_path / "empty").mkdir()
    outcome = read(tmp_path / "empty")
    assert not outcome.succeeded
    assert "empty holds no file of zones" in outcome.feedback.text


def test_an_empty_layer_gives_empty_outputs(read: Import, tmp_path: Path) -> None:
    outcome = read(write(tmp_path / "DAM_DAN.shp", []))
    assert outcome.results["NUM_ZONES"] == 0
    assert outcome.layer("OUTPUT").fields().names() == ZONE_FIELDS
    assert "Not one feature is a zone; the rejects tell why." in outcome.feedback.warnings


# Layers


@pytest.fixture
def in_project(qgis_app: Any) -> Iterator[Callable[[QgsVectorLayer], QgsVectorLayer]]:
    added: list[str] = []

    def add(layer: QgsVectorLayer) -> QgsVectorLayer:
        assert layer.isValid()
        QgsProject.instance().addMapLayer(layer)
        added.append(layer.id())
        return layer

    yield add
    QgsProject.instance().removeMapLayers(added)


def test_a_shapefile_that_the_project_has_open(read: Import, tmp_path: Path, in_project: Any) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    layer = in_project(QgsVectorLayer(str(file), "산업단지", "ogr"))
    outcome = read(layer.id())
    assert names(outcome) == [name for _, name, *_ in COMPLEXES]
    assert "EPSG:5186" in {row["source_crs"] for row in outcome.rows("OUTPUT")}
    # Of a filtered layer texts are those that QGIS shows, in the encoding that the layer is given there.
    file = write(tmp_path / "utf8" / "DAM_DAN.shp", complexes(), encoding="UTF-8")
    filtered = in_project(QgsVectorLayer(str(file), "산업단지 3", "ogr"))
    filtered.setProviderEncoding("UTF-8")
    filtered.setSubsetString("\"DANJI_TYPE\" = '3'")
    assert names(read("산업단지 3")) == ["똠방도시첨단산업단지"]


def test_a_layer_in_memory(read: Import, make_layer: Any) -> None:
    rows = [(square(127.385, 36.35), "230001", "가상", 2, None), (None, "230002", "나", 2, 1.5)]
    layer = make_layer(
        "Polygon", "EPSG:4326", "DAN_ID:string&DAN_NAME:string&DANJI_TYPE:integer&x:double", rows, "특구"
    )
    outcome = read(layer.id())
    assert names(outcome) == ["가상"]
    assert outcome.rows("OUTPUT")[0]["zone_type"] == "IC_GENERAL"
    assert outcome.rows("OUTPUT")[0]["source_file"] == "특구"
    assert reasons(outcome) == ["no_geometry"]


# Texts, cancelling, history


def test_every_fact_reason_and_question_has_its_sentence() -> None:
    used = set()
    for path in [
        *(ROOT / "analysis" / "zones").glob("*.py"),
        ROOT / "processing_algorithms" / "inputs" / "official_zones.py",
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fact":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    used.add(first.value)
                elif isinstance(first, ast.IfExp):
                    used |= {
                        each.value for each in (first.body, first.orelse) if isinstance(each, ast.Constant)
                    }
    # Put together, or noted by whoever reads the file.
    used |= {"crs_prj", "crs_layer", "crs_format", "no_dbf", "prj_unreadable"}
    assert used == set(fact_sentences())
    from innovation_clusters.analysis.zones.guesses import QUESTIONS

    assert set(question_names()) == set(QUESTIONS)


def test_cancelling_leaves_nothing(run: Any, feedback: Any, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    target = tmp_path / "zones.gpkg"
    listening = feedback(stop_at=lambda heard: bool(heard.progress))
    outcome = run("importzones", {"INPUT": str(file), "OUTPUT": str(target)}, listening)
    assert not outcome.succeeded
    assert listening.errors == ["Cancelled. Nothing was written."]
    assert not target.exists()


def test_outputs_are_styled_and_tell_how_they_were_made(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "비밀" / "DAM_DAN.shp", complexes())
    read(file, OUTPUT=str(tmp_path / "zones.gpkg"), GUESSES=str(tmp_path / "guesses.gpkg"))
    zones = QgsVectorLayer(str(tmp_path / "zones.gpkg"), "", "ogr")
    assert zones.renderer().classAttribute() == "zone_type"
    assert zones.metadata().history()[0].startswith("innovationclusters:importzones ")
    told = "\n".join(zones.metadata().history())
    assert "INPUT=DAM_DAN.shp" in told
    assert "3 features in = 3 zones + 0 rejects" in told
    assert "비밀" not in told
    guesses = QgsVectorLayer(str(tmp_path / "guesses.gpkg"), "", "ogr")
    assert guesses.attributeAlias(guesses.fields().lookupField("override")) == "Right answer"


def test_a_geopackage_of_zones_can_be_read_again(read: Import, tmp_path: Path) -> None:
    file = write(tmp_path / "DAM_DAN.shp", complexes())
    first = read(file, OUTPUT=str(tmp_path / "zones.gpkg"))
    second = read(tmp_path / "zones.gpkg")
    assert guess(second, "dataset")["guess"] == "ZONES"
    for field in ("zone_id", "name_ko", "zone_type", "law", "sido", "year"):
        assert [row[field] for row in second.rows("OUTPUT")] == [row[field] for row in first.rows("OUTPUT")]
