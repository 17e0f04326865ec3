"""zoneoverlay: scorecards and tables by hand, against QGIS's own counts, and with zones that are hard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsVectorLayer

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
TABLES = ("SCORECARD", "PAIRS", "CLUSTER_TABLE", "TYPES", "REGIONS")
MakeLayer = Callable[..., QgsVectorLayer]

# A grid in metres: points every 100 m at the middles of squares, zones along the lines between.
PLANE = "EPSG:5179"
WEST, SOUTH = 980_000, 1_810_000


def box(left: float, bottom: float, right: float, top: float) -> str:
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return f"POLYGON (({', '.join(f'{WEST + x} {SOUTH + y}' for x, y in corners)}))"


def grid(make_layer: MakeLayer, side: int = 20) -> QgsVectorLayer:
    """`side` × `side` patents, a record each two; a publication in every other place."""
    rows = []
    for number in range(side * side):
        x, y = WEST + 50 + 100 * (number % side), SOUTH + 50 + 100 * (number // side)
        rows.append((f"POINT ({x} {y})", f"p{number // 2}", "patents"))
        if number % 2 == 0:
            rows.append((f"POINT ({x} {y})", f"a{number}", "publications"))
    return make_layer("Point", PLANE, "record:string&metric:string", rows, name="addresses")


def overlay(run: Any, zones: QgsVectorLayer, points: QgsVectorLayer, **parameters: Any) -> Any:
    chosen = {
        **{"ZONES": zones, "INPUT": points, "METRIC_FIELD": "metric", "RECORD_FIELD": "record"},
        **dict.fromkeys(TABLES, OUTPUT),
    }
    return run("zoneoverlay", {**chosen, **parameters})


def zones_of(make_layer: MakeLayer, rows: list[tuple[Any, ...]], crs: str = PLANE) -> QgsVectorLayer:
    fields = "zone_id:string&name_ko:string&name_en:string&zone_type:string"
    return make_layer("MultiPolygon", crs, fields, rows, name="zones")


def test_values(run: Any, make_layer: MakeLayer) -> None:
    zones = zones_of(
        make_layer,
        [
            (box(0, 0, 1000, 1000), "z1", "하나", "One", "IC"),
            (box(500, 0, 1500, 1000), "z2", "둘", "Two", "IC"),
            (box(1000, 1000, 2000, 2000), "z3", "셋", "Three", "FEZ"),
        ],
    )
    clusters = make_layer(
        "Polygon",
        PLANE,
        "cluster_id:integer&name:string",
        [(box(0, 0, 800, 1000), 7, "West"), (box(5000, 0, 6000, 1000), 8, "Far")],
    )
    provinces = make_layer(
        "Polygon",
        PLANE,
        "name:string",
        [(box(-100, -100, 1000, 2100), "대전광역시"), (box(1000, -100, 2100, 2100), "충청북도")],
    )
    outcome = overlay(run, zones, grid(make_layer), CLUSTERS=clusters, PROVINCES=provinces, RING=200)
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.results["NUM_ZONES"] == 3
    one, two, three = outcome.rows("SCORECARD")
    assert [row["addresses"] for row in (one, two, three)] == [150.0, 150.0, 150.0]
    assert one["patents"] == 50.0
    assert one["publications"] == 50.0
    assert one["deals"] is None
    assert one["area_km2"] == pytest.approx(1.0, rel=1e-3)
    # z1 and z2 share half of each: what they share counts a half in both.
    types = {row["zone_type"]: row for row in outcome.rows("TYPES")}
    parts = one["apportioned_addresses"] + two["apportioned_addresses"]
    assert parts == pytest.approx(types["IC"]["addresses"])
    assert one["apportioned_addresses"] == pytest.approx(one["addresses"] * 0.75, abs=5)
    assert one["province"] == "대전광역시"
    assert one["province_part"] == pytest.approx(100.0, abs=0.01)
    assert one["region"] == "daejeon"
    # Half of z2 lies in either province.
    assert two["province_part"] == pytest.approx(50.0, abs=0.1)
    assert three["region"] == "rest"
    # In Daejeon there are half of all patents.
    assert one["share_province_patents"] == pytest.approx(50.0)
    assert one["share_country_patents"] == pytest.approx(25.0)
    assert one["share_patents"] == pytest.approx(25.0)
    assert one["share_deals"] is None
    assert one["score"] == pytest.approx(50.0)
    assert {row["rank"] for row in (one, two, three)} == {1}
    assert one["lq_patents"] == pytest.approx(1.0)
    assert one["density"] == pytest.approx(150.0, rel=1e-3)
    assert one["clusters"] == 1
    assert one["in_clusters"] == pytest.approx(80.0)
    assert one["nearest_cluster"] == "West"
    assert one["nearest_km"] == 0.0
    assert three["clusters"] == 0
    assert three["nearest_cluster"] == "West"
    assert three["nearest_km"] == pytest.approx(0.2, abs=0.001)

    pairs = {(row["zone_id"], row["cluster_id"]): row for row in outcome.rows("PAIRS")}
    assert set(pairs) == {("z1", "7"), ("z2", "7"), ("z3", "7")}
    assert pairs["z1", "7"]["overlap_km2"] == pytest.approx(0.8, rel=1e-3)
    assert pairs["z1", "7"]["part_of_zone"] == pytest.approx(80.0, abs=0.1)
    assert pairs["z1", "7"]["part_of_cluster"] == pytest.approx(100.0, abs=0.1)
    assert pairs["z2", "7"]["part_of_cluster"] == pytest.approx(37.5, abs=0.1)
    assert pairs["z3", "7"]["overlap_km2"] == 0.0

    west, far = outcome.rows("CLUSTER_TABLE")
    assert west["zone_names"] == "One; Two"
    assert west["zones"] == 2
    assert west["area_in_zones"] == pytest.approx(100.0, abs=0.1)
    assert west["addresses_in_zones"] == 100.0
    assert west["addresses_outside"] == 0.0
    assert far["zones"] == 0
    assert far["addresses"] == 0.0
    assert far["addresses_in_zones"] is None
    assert far["nearest_zone"] == "Three"
    assert far["nearest_km"] == pytest.approx(3.0, rel=2e-3)

    types = {(row["part"], row["zone_type"]): row for row in outcome.rows("TYPES")}
    assert types["type", "IC"]["zones"] == 2
    assert types["type", "IC"]["area_km2"] == pytest.approx(2.0, rel=1e-3)
    assert types["type", "IC"]["union_km2"] == pytest.approx(1.5, rel=1e-3)
    for name in ("addresses", "patents", "publications"):
        parts = [types[part, None][name] for part in ("any", "none", "nowhere")]
        assert sum(parts) == pytest.approx({"addresses": 600, "patents": 200, "publications": 200}[name])
        assert types["any", None][name] == types["type", "IC"][name] + types["type", "FEZ"][name]

    regions = {(row["region"], row["province"]): row for row in outcome.rows("REGIONS")}
    assert regions["capital", None]["addresses"] == 0.0
    assert regions["daejeon", None]["addresses"] == regions["daejeon", "대전광역시"]["addresses"] == 300.0
    assert regions["country", None]["share_country_patents"] == pytest.approx(100.0)
    assert regions["outside", None]["addresses"] == 0.0


def test_a_zone_without_a_name_in_the_users_language_has_its_other_one(
    run: Any, make_layer: MakeLayer
) -> None:
    zones = zones_of(make_layer, [(box(0, 0, 1000, 1000), "z1", "하나", None, "IC")])
    clusters = make_layer("Polygon", PLANE, "name:string", [(box(0, 0, 800, 1000), "West")])
    outcome = overlay(run, zones, grid(make_layer), CLUSTERS=clusters)
    assert [row["zone_name"] for row in outcome.rows("PAIRS")] == ["하나"]


def test_names_for_readers_of_fields_are_no_reason_to_warn(run: Any, make_layer: MakeLayer) -> None:
    zones = zones_of(make_layer, [(box(0, 0, 1000, 1000), "z1", "하나", None, "IC")])
    for index, field in enumerate(zones.fields()):
        zones.setFieldAlias(index, f"alias of {field.name()}")
    outcome = overlay(run, zones, grid(make_layer))
    assert outcome.succeeded
    assert outcome.feedback.warnings == []
    assert "name_ko" in outcome.layer("SCORECARD").fields().names()


def test_report(run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    zones = zones_of(
        make_layer,
        [
            (box(0, 0, 1000, 1000), "z1", "하나", "One <b>", "IC"),
            (box(1000, 1000, 1500, 2000), "z2", "둘", "Two", None),
            (None, "z3", None, None, None),
        ],
    )
    clusters = make_layer("Polygon", PLANE, "name:string", [(box(0, 0, 800, 1000), "West")])
    provinces = make_layer("Polygon", PLANE, "name:string", [(box(-100, -100, 1000, 2100), "대전광역시")])
    path = tmp_path / "report.html"
    outcome = overlay(run, zones, grid(make_layer), CLUSTERS=clusters, PROVINCES=provinces, REPORT=str(path))
    assert outcome.succeeded, outcome.feedback.text
    text = path.read_text(encoding="utf-8")
    # The first zone by score has the longest bar, and its name is text.
    assert '<b>One &lt;b&gt;</b><i style="width: 100.0%"></i>' in text
    assert '<b>Daejeon</b><i style="width: 100.0%"></i><s>100.0 %</s>' in text
    assert '<b>West</b><i style="width: 100.0%"></i><s>100.0 %</s>' in text
    for words in ("Zones by score", "No place", "Without a type", "innovationclusters:zoneoverlay"):
        assert words in text
    # Zones without activity have no bar, and are counted.
    assert text.count("<i ") == 2 + 3 * 2 + 1
    assert "1 of 3 zones hold none of the activity." in text


@pytest.mark.parametrize(("border", "on_the_line"), [("inside", True), ("outside", False)])
def test_counts_of_qgis_and_its_border(
    run: Any, make_layer: MakeLayer, border: str, on_the_line: bool
) -> None:
    """With points on borders on purpose: outside is what Count points in polygon has."""
    rng = np.random.default_rng(3)
    at = rng.integers(0, 40, (400, 2)) * 100
    points = make_layer(
        "Point",
        PLANE,
        "metric:string",
        [(f"POINT ({WEST + x} {SOUTH + y})", "patents") for x, y in at.tolist()],
    )
    rows: list[tuple[Any, ...]] = []
    for number in range(30):
        left, bottom = (rng.integers(0, 30, 2) * 100).tolist()
        width, height = (rng.integers(1, 12, 2) * 100).tolist()
        rows.append((box(left, bottom, left + width, bottom + height), f"z{number}", None, None, None))
    rows.append(
        (
            f"POLYGON (({WEST} {SOUTH}, {WEST + 3000} {SOUTH + 1000}, {WEST} {SOUTH + 4000}, "
            f"{WEST} {SOUTH}))",
            "t",
            *[None] * 3,
        )
    )
    zones = zones_of(make_layer, rows)
    ours = overlay(run, zones, points, RECORD_FIELD=None, BORDER=border, RING=0)
    assert ours.succeeded, ours.feedback.text
    theirs = run("native:countpointsinpolygon", {"POLYGONS": zones, "POINTS": points, "OUTPUT": OUTPUT})
    counts = [row["addresses"] for row in ours.rows("SCORECARD")]
    expected = [row["NUMPOINTS"] for row in theirs.rows("OUTPUT")]
    assert (counts == expected) is not on_the_line
    assert all(count >= other for count, other in zip(counts, expected, strict=True))


def test_zones_that_are_hard(run: Any, make_layer: MakeLayer) -> None:
    w, s = WEST, SOUTH
    bow_tie = f"POLYGON (({w} {s}, {w + 1000} {s + 1000}, {w + 1000} {s}, {w} {s + 1000}, {w} {s}))"
    two_parts = f"MULTIPOLYGON ({box(0, 0, 500, 500)[8:]}, {box(1500, 1500, 2000, 2000)[8:]})"
    sliver = f"POLYGON (({w} {s}, {w + 2000} {s + 0.001}, {w + 2000} {s}, {w} {s}))"
    zones = zones_of(
        make_layer,
        [
            (bow_tie, "bow tie", None, None, None),
            (two_parts, "two parts", None, None, None),
            (sliver, None, None, None, None),
            ("MULTIPOLYGON EMPTY", "empty", None, None, None),
            (None, "nothing", None, None, None),
            (box(0, 0, 2000, 2000), "all", "전부", None, "A"),
            (box(0, 0, 2000, 2000), "all", "전부", None, "A"),
        ],
    )
    clusters = make_layer("Polygon", PLANE, "name:string", [(box(0, 0, 500, 500), None), (None, "none")])
    outcome = overlay(run, zones, grid(make_layer), CLUSTERS=clusters)
    assert outcome.succeeded, outcome.feedback.text
    warnings = outcome.feedback.text
    assert "zones: 1 polygons crossed themselves and were repaired." in warnings
    assert "zones: 2 rows have no area; nothing is in them." in warnings
    rows = outcome.rows("SCORECARD")
    assert len(rows) == 7
    assert rows[0]["area_km2"] == pytest.approx(0.5, rel=1e-3)
    # Above and below the crossing nothing is inside.
    assert 70 <= rows[0]["addresses"] <= 95
    assert rows[1]["addresses"] == 40.0 + 35.0
    assert rows[2]["addresses"] == 0.0
    assert rows[3]["addresses"] == rows[4]["addresses"] == 0.0
    assert rows[4]["density"] is None
    assert rows[4]["nearest_cluster"] is None
    assert rows[5]["addresses"] == rows[6]["addresses"] == 600.0
    assert rows[5]["apportioned_addresses"] == 300.0
    types = {(row["part"], row["zone_type"]): row for row in outcome.rows("TYPES")}
    assert types["type", "A"]["addresses"] == 600.0
    assert types["type", "A"]["union_km2"] == pytest.approx(4.0, rel=1e-3)
    # Zones without a type are a type.
    assert types["type", None]["zones"] == 5
    assert types["any", None]["addresses"] == 600.0
    assert outcome.rows("CLUSTER_TABLE")[0]["cluster_name"] is None


def test_layers_in_different_systems(run: Any, make_layer: MakeLayer) -> None:
    points = grid(make_layer)
    here = [
        (box(0, 0, 1000, 1000), "z1", None, None, None),
        (box(700, 700, 1700, 1700), "z2", None, None, None),
    ]
    zones = zones_of(make_layer, here)
    clusters = make_layer("Polygon", PLANE, "cluster_id:integer", [(box(300, 300, 1200, 1200), 1)])
    expected = overlay(run, zones, points, CLUSTERS=clusters)

    def carried(layer: QgsVectorLayer, crs: str) -> Any:
        moved = run("native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": crs, "OUTPUT": OUTPUT})
        return moved, moved.layer("OUTPUT")

    kept_zones, other_zones = carried(zones, "EPSG:5186")
    kept_clusters, other_clusters = carried(clusters, "EPSG:3857")
    kept_points, other_points = carried(points, "EPSG:4326")
    outcome = overlay(run, other_zones, other_points, CLUSTERS=other_clusters)
    assert outcome.succeeded, outcome.feedback.text
    for name in ("SCORECARD", "PAIRS", "CLUSTER_TABLE", "TYPES"):
        for row, other in zip(expected.rows(name), outcome.rows(name), strict=True):
            for field, value in row.items():
                if isinstance(value, float):
                    assert other[field] == pytest.approx(value, rel=2e-3, abs=1e-6), (name, field)
                else:
                    assert other[field] == value, (name, field)
    del kept_zones, kept_clusters, kept_points


@pytest.mark.parametrize(("at", "warned"), [((10.0, 50.0), True), ((127.4, 36.3), False)])
def test_zones_elsewhere_than_in_korea_are_told_of(
    run: Any, make_layer: MakeLayer, tmp_path: Path, at: tuple[float, float], warned: bool
) -> None:
    x, y = at
    corners = ", ".join(f"{x + east} {y + north}" for east, north in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)))
    zones = make_layer("Polygon", "EPSG:4326", "fid:integer", [(f"POLYGON (({corners}))", 4)])
    report = tmp_path / "report.html"
    outcome = overlay(run, zones, grid(make_layer), RING=0, REPORT=str(report))
    assert outcome.succeeded, outcome.feedback.text
    told = "Most of the zones lie outside Korea"
    assert any(told in warning for warning in outcome.feedback.warnings) == warned
    assert (told in report.read_text(encoding="utf-8")) == warned


def test_zones_alone(run: Any, make_layer: MakeLayer) -> None:
    zones = make_layer("Polygon", PLANE, "fid:integer", [(box(0, 0, 1000, 1000), 4)])
    outcome = overlay(run, zones, grid(make_layer), RING=0, TOTAL_PATENTS=1000)
    assert outcome.succeeded, outcome.feedback.text
    assert set(outcome.results) == {"SCORECARD", "TYPES", "NUM_ZONES"}
    [row] = outcome.rows("SCORECARD")
    assert row["share_patents"] == pytest.approx(5.0)
    assert row["clusters"] is None
    assert row["in_clusters"] is None
    assert row["density_around"] is None
    assert row["province"] is None


def test_collapsed_rows_and_rows_without_a_place(run: Any, make_layer: MakeLayer) -> None:
    rows = [
        (f"POINT ({WEST + 50} {SOUTH + 50})", 3.0, 1.25),
        (f"POINT ({WEST + 5000} {SOUTH + 50})", 1.0, 0.5),
        (None, 2.0, 0.25),
        ("POINT (0 0)", 1.0, 1.0),
    ]
    points = make_layer("Point", PLANE, "staff:double&records:double", rows)
    zones = zones_of(make_layer, [(box(0, 0, 100, 100), "z", None, None, None)])
    outcome = overlay(
        run,
        zones,
        points,
        **{"METRIC_FIELD": None, "RECORD_FIELD": None, "METRIC": "deals"},
        **{"WEIGHT_FIELD": "staff", "COUNT_FIELD": "records"},
    )
    assert outcome.succeeded, outcome.feedback.text
    assert "2 rows have no usable place; they stay part of their records." in outcome.feedback.warnings
    [row] = outcome.rows("SCORECARD")
    assert (row["addresses"], row["deals"], row["patents"]) == (3.0, 1.25, None)
    parts = {row["part"]: row["deals"] for row in outcome.rows("TYPES")}
    assert parts == {"type": 1.25, "any": 1.25, "none": 0.5, "nowhere": 1.25}
    assert row["share_deals"] == pytest.approx(100 * 1.25 / 3.0)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"RING": -1}, "RING"),
        ({"ZONE_FIELD": "nothing"}, "The layer has no field nothing"),
        ({"TOTAL_PATENTS": 0}, "greater than 0"),
        ({"COUNT_FIELD": "number"}, "not both"),
        ({"PROVINCES": "zones"}, "names of the provinces"),
    ],
)
def test_what_cannot_be_used_is_refused(
    run: Any, make_layer: MakeLayer, parameters: dict[str, Any], sentence: str
) -> None:
    points = make_layer(
        "Point", PLANE, "record:string&metric:string&number:double", [("POINT (1 2)", "r", "patents", 1)]
    )
    zones = make_layer("Polygon", PLANE, "number:integer", [(box(0, 0, 1000, 1000), 4)])
    if "PROVINCES" in parameters:
        parameters = {"PROVINCES": zones}
    outcome = overlay(run, zones, points, **parameters)
    assert not outcome.accepted
    assert sentence in outcome.reason


def test_lines_are_refused_and_a_total_too_small_names_its_parameter(run: Any, make_layer: MakeLayer) -> None:
    points = grid(make_layer)
    lines = make_layer("LineString", PLANE, "", [("LINESTRING (0 0, 1 1)",)])
    assert not overlay(run, lines, points).accepted
    zones = zones_of(make_layer, [(box(0, 0, 1000, 1000), "z", None, None, None)])
    outcome = overlay(run, zones, points, TOTAL_PATENTS=10)
    assert not outcome.succeeded
    assert "World total of patents" in outcome.feedback.text


def test_cancel_leaves_nothing(run: Any, make_layer: MakeLayer, feedback: Any, tmp_path: Path) -> None:
    zones = zones_of(make_layer, [(box(0, 0, 1000, 1000), "z", None, None, None)])
    target = tmp_path / "scorecard.gpkg"
    parameters = {
        **{"ZONES": zones, "INPUT": grid(make_layer), "METRIC_FIELD": "metric", "SCORECARD": str(target)},
    }
    outcome = run(
        "zoneoverlay", parameters, feedback(lambda own: bool(own.progress) and own.progress[-1] > 40)
    )
    assert not outcome.succeeded
    assert not target.exists()


def test_real_provinces_as_zones(run: Any, make_layer: MakeLayer, data_folder: Path) -> None:
    """Provinces partition the country: what is in any is what is in all, and each is its own province."""
    provinces = QgsVectorLayer(
        str(data_folder / "gazetteer" / "kr_sido_2018_simple.geojson"), "provinces", "ogr"
    )
    rng = np.random.default_rng(5)
    at = np.column_stack([rng.uniform(125.5, 130, 3000), rng.uniform(33, 38.7, 3000)])
    points = make_layer("Point", "EPSG:4326", "", [(f"POINT ({x} {y})",) for x, y in at.tolist()])
    outcome = run(
        "zoneoverlay",
        {
            **{"ZONES": provinces, "INPUT": points, "PROVINCES": provinces, "TYPE_FIELD": "base_year"},
            **dict.fromkeys(("SCORECARD", "TYPES", "REGIONS"), OUTPUT),
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    rows = outcome.rows("SCORECARD")
    assert len(rows) == 17
    assert all(row["province"] == row["name"] for row in rows)
    assert all(row["province_part"] > 99.9 for row in rows)
    types = {row["part"]: row for row in outcome.rows("TYPES")}
    assert sum(row["addresses"] for row in rows) == types["any"]["addresses"]
    assert types["any"]["addresses"] + types["none"]["addresses"] == 3000
    regions = {row["region"]: row for row in outcome.rows("REGIONS") if row["province"] is None}
    assert regions["capital"]["zones"] == 3
    assert regions["daejeon"]["zones"] == 1
    assert regions["rest"]["zones"] == 13
    total = sum(regions[name]["addresses"] for name in ("capital", "daejeon", "rest"))
    assert total == regions["country"]["addresses"]
    assert regions["country"]["area_km2"] == pytest.approx(100_000, rel=0.02)
    assert isinstance(outcome.geometries("SCORECARD")[0], QgsGeometry)
