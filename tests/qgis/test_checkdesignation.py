"""checkdesignation: the worked cases from layers as users have them, limits, readings, outputs, bad input."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.analysis.zones.catalogue import provinces, zone_types
from innovation_clusters.analysis.zones.rules import read_rules

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]

OUTPUTS = ("CHECKS", "CIRCLE", "SPOKES", "OFFENDING", "TOTALS")
ALL = dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")
NIC = {"ZONE_TYPE": "NATIONAL_INNOV_CLUSTER", "NAME_FIELD": "name"}
FIELDS = "name:string(60)&role:string(20)&area:double&sido:string(20)"

JEJU = [
    ("POINT (126.52 33.256)", "제주 혁신도시", "핵심", 1140000.0, "제주"),
    ("POINT (126.57165 33.4502)", "제주첨단", "", None, "제주"),
    ("POINT (126.315 33.305)", "제주신화역사공원", "", None, "제주"),
    ("POINT (126.575 33.285)", "제주헬스케어타운", "", None, "제주"),
]


def by_reading(outcome: Any, rule: str) -> dict[str, str]:
    return {row["reading"]: row["outcome"] for row in outcome.rows("CHECKS") if row["rule"] == rule}


def square(x: float, y: float, side: float) -> str:
    return f"POLYGON (({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, {x} {y}))"


def at(place: QgsPointXY) -> str:
    return f"POINT ({place.x()!r} {place.y()!r})"


def metres_around(x: float, y: float) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    return measure


# The worked cases


def test_jeju_passes_by_the_circle_and_fails_from_the_core(
    run: Any, make_layer: MakeLayer, tmp_path: Path
) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    report = tmp_path / "제주 보고서.html"
    outcome = run(
        "checkdesignation",
        {
            **ALL,
            **NIC,
            "NODES": layer,
            "CORE_FIELD": "role",
            "AREA_FIELD": "area",
            "PROVINCE": "제주",
            "REPORT": str(report),
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    assert by_reading(outcome, "NIC_RADIUS") == {"Smallest circle": "pass", "From the core node": "fail"}
    radius = {row["reading"]: row for row in outcome.rows("CHECKS") if row["rule"] == "NIC_RADIUS"}
    assert radius["Smallest circle"]["number"] == pytest.approx(14.485, rel=4.5e-4)
    assert radius["From the core node"]["number"] == pytest.approx(22.062, rel=4.5e-4)
    assert radius["From the core node"]["margin"] == pytest.approx(
        20.0 - radius["From the core node"]["number"], abs=1e-6
    )
    assert radius["Smallest circle"]["text_ko"].startswith("(거점간 거리) 반경 20km")
    # Of three nodes no area is known.
    (area,) = [row for row in outcome.rows("CHECKS") if row["rule"] == "NIC_AREA"]
    assert area["outcome"] == "cannot_tell"
    assert area["reason"] == "Missing: the area of every node, as a polygon or a number."
    assert outcome.results["OUTCOME"] == "fail"
    assert outcome.results["FAILED"] == 1
    assert outcome.results["RADIUS_KM"] == pytest.approx(14.485, rel=4.5e-4)

    offending = outcome.rows("OFFENDING")
    assert [row["node"] for row in offending] == ["제주첨단"]
    assert offending[0]["over_km"] == pytest.approx(offending[0]["distance_km"] - 20.0, abs=1e-6)
    text = report.read_text(encoding="utf-8")
    for part in ("제주첨단", "(거점간 거리)", "<svg", "14.489", "Not met, at least in one reading"):
        assert part in text
    assert "http" not in text


def test_the_worked_cases_in_the_plane_of_utm_k(run: Any, make_layer: MakeLayer, data_folder: Path) -> None:
    cases = json.loads((data_folder / "korea" / "kr_zone_rules.json").read_text(encoding="utf-8"))
    for case in cases["node_cases"]:
        degrees = make_layer(
            "Point",
            "EPSG:4326",
            "name:string(60)",
            [(f"POINT ({node['lon']} {node['lat']})", node["name"]) for node in case["nodes"]],
        )
        moved = run(
            "native:reprojectlayer",
            {"INPUT": degrees, "TARGET_CRS": "EPSG:5179", "OUTPUT": "TEMPORARY_OUTPUT"},
        )
        outcome = run(
            "checkdesignation",
            {
                **ALL,
                **NIC,
                "NODES": moved.layer("OUTPUT"),
                "CORE_NODE": case["nodes"][0]["name"],
                "PROVINCE": case["case"] if case["case"] in provinces() else "부산",
                "METRIC": "planar",
            },
        )
        assert outcome.succeeded, outcome.feedback.text
        found = {row["fact"]: row for row in outcome.rows("CHECKS") if row["rule"] == "NIC_RADIUS"}
        assert round(found["enclosing_radius_km"]["number"], 3) == case["mec_radius_km"]
        assert round(found["core_distance_km"]["number"], 3) == case["max_from_first_node_km"]
        assert found["enclosing_radius_km"]["limit"] == case["limit_km"]
        assert (found["enclosing_radius_km"]["outcome"] == "pass") == case["pass_mec"]
        assert (found["core_distance_km"]["outcome"] == "pass") == case["pass_from_first_node"]
        circle = next(row for row in outcome.rows("CIRCLE") if row["kind"] == "enclosing")
        assert [round(circle["latitude"], 5), round(circle["longitude"], 5)] == case["mec_centre"]


def test_review_and_permission_are_no_requirements(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, [("POINT (126.5 33.3)", "A", "핵심", 1e6, "제주")])
    outcome = run(
        "checkdesignation", {**ALL, **NIC, "NODES": layer, "CORE_FIELD": "role", "PROVINCE": "제주"}
    )
    kinds = [row["kind"] for row in outcome.rows("CHECKS")]
    assert kinds.count("review") > 0
    told = [outcome.results[name] for name in ("PASSED", "FAILED", "CANNOT_TELL")]
    assert sum(told) == kinds.count("requirement")
    assert f"{len(kinds) - sum(told)} further checks" in outcome.feedback.text
    free_zone = run("checkdesignation", {**ALL, "NODES": layer, "ZONE_TYPE": "FEZ"})
    assert free_zone.results["FAILED"] == free_zone.results["PASSED"] == free_zone.results["CANNOT_TELL"] == 0
    missing = [row["reason"].casefold() for row in free_zone.rows("CHECKS") if row["rule"] == "FEZ_MINOR"]
    assert [reason.count("area_before_km2") for reason in missing] == [1]


def test_the_report_marks_nodes_beyond_a_limit(run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    report = tmp_path / "report.html"
    outcome = run(
        "checkdesignation",
        {**ALL, **NIC, "NODES": layer, "CORE_FIELD": "role", "PROVINCE": "제주", "REPORT": str(report)},
    )
    assert outcome.succeeded, outcome.feedback.text
    text = report.read_text(encoding="utf-8")
    # One ring for the node that is too far from the core, and where every node is.
    assert text.count('r="9" fill="none"') == len(outcome.rows("OFFENDING")) == 1
    assert text.count('stroke-width="1.6"') == 1
    assert '33.45020</td><td class="number">126.57165' in text


# Limits


@pytest.mark.parametrize(("metres", "expected"), [(19_999.0, "pass"), (20_000.0, "pass"), (20_001.0, "fail")])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:5186"])
def test_at_the_limit(run: Any, make_layer: MakeLayer, metres: float, expected: str, crs: str) -> None:
    """Nodes as far from the core as QGIS's own geodesics put them."""
    measure = metres_around(127.0, 36.0)
    core = QgsPointXY(127.0, 36.0)
    places = [core, *(measure.computeSpheroidProject(core, metres, angle) for angle in (0.2, 2.2, 4.3))]
    layer = make_layer(
        "Point",
        "EPSG:4326",
        "name:string",
        [(at(place), str(number)) for number, place in enumerate(places)],
    )
    if crs != "EPSG:4326":
        moved = run(
            "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": crs, "OUTPUT": "TEMPORARY_OUTPUT"}
        )
        layer = moved.layer("OUTPUT")
    outcome = run("checkdesignation", {**ALL, **NIC, "NODES": layer, "CORE_NODE": "0", "PROVINCE": "충남"})
    assert by_reading(outcome, "NIC_RADIUS") == {
        "Smallest circle": expected,
        "From the core node": expected,
    }
    assert len(outcome.rows("OFFENDING")) == (6 if expected == "fail" else 0)


def test_area_is_the_ellipsoids_and_counts_once(run: Any, make_layer: MakeLayer) -> None:
    """In EPSG:3857 10 km² look like 15 at this latitude."""
    squares = [square(127.0, 36.0, 0.03), square(127.01, 36.0, 0.03)]
    rows = [(wkt, str(number), "", 1.0, "") for number, wkt in enumerate(squares)]
    layer = make_layer("Polygon", "EPSG:4326", FIELDS, rows)
    union = make_layer(
        "Polygon",
        "EPSG:4326",
        "",
        [("POLYGON ((127 36, 127.04 36, 127.04 36.03, 127 36.03, 127 36))",)],
    )
    expected = metres_around(127.0, 36.0).measureArea(next(union.getFeatures()).geometry()) / 1e6
    for crs in ("EPSG:4326", "EPSG:3857", "EPSG:5179"):
        moved = run(
            "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": crs, "OUTPUT": "TEMPORARY_OUTPUT"}
        )
        outcome = run(
            "checkdesignation",
            {**ALL, **NIC, "NODES": moved.layer("OUTPUT"), "AREA_FIELD": "area", "PROVINCE": "충남"},
        )
        (area,) = [row for row in outcome.rows("CHECKS") if row["rule"] == "NIC_AREA"]
        assert area["number"] == pytest.approx(expected, rel=1e-5)
        # The field says one square metre.
        assert sum("the polygon counts" in warning for warning in outcome.feedback.warnings) == 2


# Readings


def test_nodes_as_points_centroids_and_polygons(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "Polygon",
        "EPSG:5179",
        FIELDS,
        [
            (square(1_000_000, 1_800_000, 4_000), "a", "core", None, ""),
            (square(1_021_000, 1_800_000, 4_000), "b", "", None, ""),
        ],
    )
    numbers = {}
    for nodes_as in ("points", "centroids", "polygons"):
        outcome = run(
            "checkdesignation",
            {
                **ALL,
                **NIC,
                "NODES": layer,
                "CORE_FIELD": "role",
                "PROVINCE": "충남",
                "NODES_AS": nodes_as,
                "METRIC": "planar",
            },
        )
        rows = {row["fact"]: row for row in outcome.rows("CHECKS")}
        numbers[nodes_as] = (rows["enclosing_radius_km"]["number"], rows["core_distance_km"]["number"])
        assert {row["nodes_as"] for row in outcome.rows("CHECKS")} == {nodes_as}
    assert numbers["centroids"] == pytest.approx((10.5, 21.0))
    assert numbers["polygons"] == pytest.approx(((12.5**2 + 2**2) ** 0.5, (23**2 + 2**2) ** 0.5))
    assert 8.5 < numbers["points"][0] < 12.5


def test_sejong_is_read_as_both(run: Any, make_layer: MakeLayer) -> None:
    rows = [("POINT (127.2 36.5)", "a", "core", None, ""), ("POINT (127.35 36.5)", "b", "", None, "")]
    layer = make_layer("Point", "EPSG:4326", FIELDS, rows)
    outcome = run(
        "checkdesignation", {**ALL, **NIC, "NODES": layer, "CORE_FIELD": "role", "PROVINCE": "Sejong"}
    )
    assert by_reading(outcome, "NIC_RADIUS") == {
        "Smallest circle, Sejong as a province": "pass",
        "From the core node, Sejong as a province": "pass",
        "Smallest circle, Sejong as a metropolitan city": "pass",
        "From the core node, Sejong as a metropolitan city": "fail",
    }
    kinds = [(row["kind"], row["limit_km"]) for row in outcome.rows("CIRCLE")]
    assert kinds == [
        ("enclosing", None),
        ("enclosing_limit", 10.0),
        ("enclosing_limit", 20.0),
        ("core", None),
        ("core_limit", 10.0),
        ("core_limit", 20.0),
    ]


def test_without_a_core_and_a_province(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    outcome = run("checkdesignation", {**ALL, **NIC, "NODES": layer})
    rows = {row["fact"]: row for row in outcome.rows("CHECKS") if row["rule"] == "NIC_RADIUS"}
    assert rows["enclosing_radius_km"]["reason"] == "Missing: the province."
    assert rows["core_distance_km"]["reason"] == "Missing: a core node, the province."
    assert {row["centre"] for row in outcome.rows("SPOKES")} == {"enclosing"}
    assert any("No node is core" in warning for warning in outcome.feedback.warnings)


# Other zones


def test_running_totals_of_opportunity_zones(run: Any, make_layer: MakeLayer) -> None:
    zones = make_layer(
        "Polygon",
        "EPSG:5179",
        "name_ko:string(40)&zone_type:string(40)&sido:string(20)&year:integer&area_m2:double",
        [
            (square(1_140_000, 1_680_000, 1_500), "북항", "기회발전특구", "부산광역시", 2025, None),
            (square(1_150_000, 1_680_000, 1_500), "문현", "OPPORTUNITY", "부산", 2024, None),
            (square(1_120_000, 1_680_000, 9_000), "창원", "OPPORTUNITY", "경남", 2024, None),
            (square(1_160_000, 1_680_000, 9_000), "진해", "FEZ", "부산/경남", 2003, None),
            (square(1_160_000, 1_690_000, 9_000), "무엇", "알 수 없음", "부산", 2003, None),
        ],
    )
    nodes = make_layer(
        "Polygon", "EPSG:5179", FIELDS, [(square(1_145_000, 1_690_000, 700), "강서", "", None, "부산")]
    )
    chosen = {
        **ALL,
        "NODES": nodes,
        "NAME_FIELD": "name",
        "PROVINCE_FIELD": "sido",
        "ZONE_TYPE": "기회발전특구",
    }
    outcome = run("checkdesignation", {**chosen, "ZONES": zones})
    assert outcome.succeeded, outcome.feedback.text
    totals = outcome.rows("TOTALS")
    assert [row["name"] for row in totals] == ["문현", "북항", "강서"]
    assert [row["year"] for row in totals] == [2024, 2025, None]
    assert [row["total_km2"] for row in totals] == pytest.approx([2.25, 4.5, 4.99], abs=0.01)
    assert totals[-1]["left_km2"] < 0.0
    (cap,) = [row for row in outcome.rows("CHECKS") if row["rule"] == "ODZ_CAP"]
    assert (cap["subject"], cap["outcome"], cap["limit_stated"]) == ("부산", "fail", "150만평")
    assert cap["number"] == pytest.approx(totals[-1]["total_km2"], abs=1e-6)
    warnings = "\n".join(outcome.feedback.warnings)
    assert "1 zones without a type of the catalogue" in warnings
    assert "1 zones lie in no province, or in several" in warnings
    less = run("checkdesignation", {**chosen, "ZONES": zones, "STATED": "외국인투자 면적=0.5"})
    assert [row["outcome"] for row in less.rows("CHECKS") if row["rule"] == "ODZ_CAP"] == ["pass"]
    alone = run("checkdesignation", chosen)
    (cap,) = [row for row in alone.rows("CHECKS") if row["rule"] == "ODZ_CAP"]
    assert (cap["outcome"], cap["at_least"]) == ("cannot_tell", True)


def test_adjacent_to_a_free_economic_zone(run: Any, make_layer: MakeLayer) -> None:
    zones = make_layer(
        "Polygon",
        "EPSG:4326",
        "zone_type:string(40)&sido:string",
        [(square(126.6, 37.3, 0.1), "FEZ", "인천")],
    )
    near = metres_around(126.7, 37.35).computeSpheroidProject(QgsPointXY(126.65, 37.4), 1_999.5, 0.0)
    far = metres_around(126.7, 37.35).computeSpheroidProject(QgsPointXY(126.65, 37.4), 2_000.5, 0.0)
    nodes = make_layer(
        "Point",
        "EPSG:4326",
        FIELDS,
        [(at(near), "near", "", None, ""), (at(far), "far", "", None, "")],
    )
    outcome = run(
        "checkdesignation",
        {**ALL, "NODES": nodes, "NAME_FIELD": "name", "ZONE_TYPE": "FEZ", "PROVINCE": "인천", "ZONES": zones},
    )
    adjacent = {row["subject"]: row["outcome"] for row in outcome.rows("CHECKS") if row["rule"] == "FEZ_ADJ"}
    assert adjacent == {"near": "pass", "far": "fail"}


def test_every_type_with_rules(run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = make_layer(
        "Polygon", "EPSG:5179", FIELDS, [(square(1_000_000, 1_800_000, 700), "a", "", None, "")]
    )
    for zone_type in zone_types():
        report = tmp_path / f"{zone_type}.html"
        outcome = run(
            "checkdesignation",
            {**ALL, "NODES": layer, "ZONE_TYPE": zone_type, "PROVINCE": "충남", "REPORT": str(report)},
        )
        if read_rules().of_type(zone_type):
            assert outcome.succeeded, outcome.feedback.text
            rows = outcome.rows("CHECKS")
            assert {row["rule"] for row in rows} == {rule.id for rule in read_rules().of_type(zone_type)}
            assert all((row["outcome"] == "cannot_tell") == bool(row["reason"]) for row in rows)
            assert report.read_text(encoding="utf-8").endswith("</html>\n")
        else:
            assert not outcome.accepted
            assert "has no rule for" in outcome.reason


# What is drawn


def test_circles_and_spokes_are_as_long_as_they_say(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    moved = run(
        "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": "EPSG:5186", "OUTPUT": "TEMPORARY_OUTPUT"}
    )
    outcome = run(
        "checkdesignation",
        {**ALL, **NIC, "NODES": moved.layer("OUTPUT"), "CORE_FIELD": "role", "PROVINCE": "제주"},
    )
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:5186"), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    for row, geometry in zip(outcome.rows("SPOKES"), outcome.geometries("SPOKES"), strict=True):
        start, end = geometry.asPolyline()
        assert measure.measureLine(start, end) / 1_000.0 == pytest.approx(row["length_km"], abs=1e-5)
    centres = {
        row["centre"]: geometry.asPolyline()[0]
        for row, geometry in zip(outcome.rows("SPOKES"), outcome.geometries("SPOKES"), strict=True)
    }
    for row, geometry in zip(outcome.rows("CIRCLE"), outcome.geometries("CIRCLE"), strict=True):
        centre = centres[row["kind"].removesuffix("_limit")]
        for corner in geometry.asPolygon()[0][::40]:
            assert measure.measureLine(centre, corner) / 1_000.0 == pytest.approx(row["radius_km"], abs=1e-5)
    assert outcome.layer("CIRCLE").crs().authid() == "EPSG:5186"
    assert outcome.layer("CHECKS").wkbType() == Qgis.WkbType.NoGeometry


def test_spoilt_polygons_are_repaired_and_told(run: Any, make_layer: MakeLayer) -> None:
    bow = "POLYGON ((127 36, 127.02 36.02, 127.02 36, 127 36.02, 127 36))"
    layer = make_layer("Polygon", "EPSG:4326", FIELDS, [(bow, "a", "", None, "")])
    outcome = run("checkdesignation", {**ALL, **NIC, "NODES": layer, "PROVINCE": "충남"})
    assert outcome.succeeded, outcome.feedback.text
    assert "1 polygons crossed themselves and were repaired." in outcome.feedback.warnings


def test_zones_in_another_system_with_several_parts(run: Any, make_layer: MakeLayer) -> None:
    """A small zone beside a complex of two parts, which is in another national grid and in NULLs."""
    nodes = make_layer(
        "Polygon", "EPSG:5179", FIELDS, [(square(1_000_000, 1_800_000, 600), "신도시", None, None, None)]
    )
    beside = "((1000600 1800000, 1000900 1800000, 1000900 1800300, 1000600 1800000))"
    parts = f"MULTIPOLYGON ({beside}, ((1090000 1800000, 1090009 1800000, 1090009 1800009, 1090000 1800000)))"
    zones = make_layer(
        "MultiPolygon",
        "EPSG:5179",
        "name_ko:string&zone_type:string&sido:string&year:integer",
        [(parts, None, "IC_GENERAL", None, None), (None, "빈 곳", "IC_GENERAL", "충남", 2000)],
    )
    moved = run(
        "native:reprojectlayer", {"INPUT": zones, "TARGET_CRS": "EPSG:5186", "OUTPUT": "TEMPORARY_OUTPUT"}
    )
    chosen = {**ALL, "NODES": nodes, "ZONE_TYPE": "기업도시", "PROVINCE": "충남", "STATED": "관광 중심=no"}
    outcome = run("checkdesignation", {**chosen, "ZONES": moved.layer("OUTPUT")})
    assert outcome.succeeded, outcome.feedback.text
    (least,) = outcome.rows("CHECKS")
    assert (least["outcome"], least["limit"]) == ("pass", 0.25)
    assert run("checkdesignation", chosen).rows("CHECKS")[0]["outcome"] == "cannot_tell"


def test_cancelled_before_anything_is_written(
    run: Any, feedback: Any, make_layer: MakeLayer, tmp_path: Path
) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    target, report = tmp_path / "checks.gpkg", tmp_path / "report.html"
    stopped = feedback(lambda told: True)
    outcome = run(
        "checkdesignation",
        {**ALL, **NIC, "NODES": layer, "CHECKS": str(target), "REPORT": str(report)},
        stopped,
    )
    assert not outcome.succeeded
    assert not target.exists()
    assert not report.exists()


def test_the_report_has_the_korean_terms(
    run: Any, make_layer: MakeLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of rules, facts and texts of law come from the data, whatever is translated."""
    from innovation_clusters.processing_algorithms.outputs import designation_layers, designation_report

    for module in (designation_layers, designation_report):
        monkeypatch.setattr(module, "language", lambda: "ko")
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    report = tmp_path / "report.html"
    outcome = run(
        "checkdesignation",
        {**ALL, **NIC, "NODES": layer, "CORE_FIELD": "role", "PROVINCE": "제주", "REPORT": str(report)},
    )
    text = report.read_text(encoding="utf-8")
    for term in (
        "국가혁신융복합단지",
        "거점 반경",
        "면적 상한",
        "핵심 거점에서",
        "제주특별자치도",
        "법령 원문",
    ):
        assert term in text
    assert {row["name"] for row in outcome.rows("CHECKS")} >= {"거점 반경", "면적 상한"}


# Bad input


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"ZONE_TYPE": "없는 구역"}, "Zone type: 없는 구역 is no type of the catalogue"),
        ({"ZONE_TYPE": "STRATEGIC"}, "Zone type: The catalogue has no rule for STRATEGIC"),
        ({"PROVINCE": "Paris"}, "Province: Paris is no province of Korea"),
        ({"STATED": "council"}, "Stated facts: council is not a fact with its value"),
        ({"STATED": "total_area_km2=3"}, "Stated facts: total_area_km2 is measured"),
        ({"AREA_FIELD": "name"}, "Area: The field name holds text"),
        ({"CORE_FIELD": "role", "CORE_NODE": "x"}, "Core node: Choose the field of roles or the name"),
        ({"METRIC": "planar"}, "Metric: Planar distances need a projected layer"),
    ],
)
def test_bad_parameters(run: Any, make_layer: MakeLayer, parameters: dict[str, str], sentence: str) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    outcome = run("checkdesignation", {**ALL, **NIC, "NODES": layer, **parameters})
    assert not outcome.accepted
    assert outcome.reason.startswith(sentence)


@pytest.mark.parametrize(
    ("rows", "parameters", "sentence"),
    [
        ([*JEJU, (None, "x", "", None, "")], {}, "Nodes: 1 nodes have no usable geometry"),
        (JEJU, {"CORE_NODE": "없음"}, "Core node: No node is called 없음"),
        (
            [("POINT (126 33)", "a", "", None, "어디")],
            {"PROVINCE_FIELD": "sido"},
            "Province of the node: 어디 is no province of Korea",
        ),
    ],
)
def test_bad_rows(
    run: Any,
    make_layer: MakeLayer,
    tmp_path: Path,
    rows: list[Any],
    parameters: dict[str, str],
    sentence: str,
) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, rows)
    target = tmp_path / "checks.gpkg"
    outcome = run("checkdesignation", {**ALL, **NIC, "NODES": layer, "CHECKS": str(target), **parameters})
    assert not outcome.succeeded
    assert any(error.startswith(sentence) for error in outcome.feedback.errors), outcome.feedback.text
    assert not target.exists()


def test_layers_without_rows_or_system(run: Any, make_layer: MakeLayer) -> None:
    empty = make_layer("Point", "EPSG:4326", FIELDS, [])
    assert "has no rows" in run("checkdesignation", {**ALL, **NIC, "NODES": empty}).reason
    nowhere = make_layer("Point", "", FIELDS, JEJU)
    assert (
        "no coordinate reference system" in run("checkdesignation", {**ALL, **NIC, "NODES": nowhere}).reason
    )
    untyped = make_layer("Point", "EPSG:4326", "name:string", [("POINT (127 36)", "a")])
    good = make_layer("Point", "EPSG:4326", FIELDS, JEJU)
    outcome = run("checkdesignation", {**ALL, **NIC, "NODES": good, "ZONES": untyped})
    assert not outcome.succeeded
    assert "has no field zone_type" in outcome.feedback.text


def test_nodes_elsewhere_are_refused(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, [("POINT (2.3 48.9)", "A", "핵심", 1e6, "제주")])
    outcome = run("checkdesignation", {**ALL, "NODES": layer, "ZONE_TYPE": "FEZ"})
    assert not outcome.accepted
    assert "does not lie in Korea" in outcome.reason
