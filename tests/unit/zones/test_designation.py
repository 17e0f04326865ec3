"""Designations come out as they must: the worked cases, limits, areas, totals, and what cannot be told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.catalogue import provinces
from innovation_clusters.analysis.zones.deciding import CANNOT_TELL, FAIL, PASS, AtLeast
from innovation_clusters.analysis.zones.designation import Measured, checks, measure
from innovation_clusters.analysis.zones.enclosing import distances_from
from innovation_clusters.analysis.zones.nodes import Nodes, Zones, distinct_names, spread
from innovation_clusters.analysis.zones.rules import read_rules
from innovation_clusters.analysis.zones.totals import running_totals

shapely = pytest.importorskip("shapely")

RULES = read_rules()
NIC = "NATIONAL_INNOV_CLUSTER"


def nodes_at(
    geometries: list[Any],
    *,
    province: str | None = "경남",
    core: int | None = 0,
    areas: list[float] | None = None,
    metric: str = "planar",
    provinces_of: list[str] | None = None,
) -> Nodes:
    count = len(geometries)
    names: list[str | None] = [*provinces_of] if provinces_of else [province] * count
    return Nodes(
        [f"node {row}" for row in range(count)],
        np.array(geometries, dtype=object),
        np.array(areas if areas is not None else [np.nan] * count),
        np.array([row == core for row in range(count)]),
        [provinces()[name] if name else None for name in names],
        metric,
    )


def zones_of(*zones: tuple[str, str, Any, float]) -> Zones:
    return Zones(
        [f"zone {row}" for row in range(len(zones))],
        [2024 + row for row in range(len(zones))],
        [kind for kind, _, _, _ in zones],
        [provinces()[province] for _, province, _, _ in zones],
        np.array([geometry for _, _, geometry, _ in zones], dtype=object),
        np.array([area for _, _, _, area in zones]),
    )


def measured(
    nodes: Nodes,
    zone_type: str = NIC,
    nodes_as: str = "polygons",
    zones: Zones | None = None,
    **stated: Any,
) -> Measured:
    return measure(nodes, zone_type, spread(nodes, nodes_as), shapely.area, zones, stated, RULES)


def outcomes(nodes: Nodes, zone_type: str = NIC, **arguments: Any) -> dict[str, str]:
    found = checks(zone_type, measured(nodes, zone_type, **arguments), RULES)
    return {f"{each.rule.id}/{each.reading.id}/{each.fact.id}": each.outcome for each in found}


def points(*places: tuple[float, float]) -> list[Any]:
    return [shapely.Point(place) for place in places]


def worked_cases(data_folder: Path) -> list[dict[str, Any]]:
    path = data_folder / "korea" / "kr_zone_rules.json"
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["node_cases"]
    assert len(cases) == 5
    return cases


def province_of(case: dict[str, Any]) -> str:
    return case["case"] if case["case"] in provinces() else "부산"


def test_the_worked_cases_come_out_exactly_in_their_plane(data_folder: Path) -> None:
    pyproj = pytest.importorskip("pyproj")
    to_utm_k = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:5179", always_xy=True)
    back = pyproj.Transformer.from_crs("EPSG:5179", "EPSG:4326", always_xy=True)
    for case in worked_cases(data_folder):
        at = [to_utm_k.transform(node["lon"], node["lat"]) for node in case["nodes"]]
        nodes = nodes_at(points(*at), province=province_of(case))
        facts = measured(nodes).facts
        assert round(float(facts["enclosing_radius_km"]), 3) == case["mec_radius_km"]
        assert round(float(facts["core_distance_km"]), 3) == case["max_from_first_node_km"]
        assert round(float(facts["greatest_distance_km"]), 3) == case["max_pair_km"]
        circle = spread(nodes, "points").circle
        longitude, latitude = back.transform(circle.x, circle.y)
        assert [round(latitude, 5), round(longitude, 5)] == case["mec_centre"]


def test_the_worked_cases_on_the_ellipsoid(data_folder: Path) -> None:
    """The plane's scale is 0.9996 at 127.5° E: distances on the ellipsoid are longer by up to that."""
    for case in worked_cases(data_folder):
        nodes = nodes_at(
            points(*((node["lon"], node["lat"]) for node in case["nodes"])),
            province=province_of(case),
            metric="ellipsoid",
        )
        facts = measured(nodes).facts
        for name, published in (
            ("enclosing_radius_km", case["mec_radius_km"]),
            ("core_distance_km", case["max_from_first_node_km"]),
            ("greatest_distance_km", case["max_pair_km"]),
        ):
            assert 1.0 - 5e-5 <= float(facts[name]) / published <= 1.0 + 4.5e-4
        told = outcomes(nodes)
        for reading, fact, expected in (
            ("circle", "enclosing_radius_km", case["pass_mec"]),
            ("core", "core_distance_km", case["pass_from_first_node"]),
        ):
            assert told[f"NIC_RADIUS/{reading}/{fact}"] == (PASS if expected else FAIL)


@pytest.mark.parametrize(
    ("radius", "outcome"), [(19_999.0, PASS), (20_000.0, PASS), (20_001.0, FAIL), (20_000.01, FAIL)]
)
@pytest.mark.parametrize("turn", [0.0, 0.3, 1.1, 2.9])
def test_nodes_at_the_limit(radius: float, outcome: str, turn: float) -> None:
    """Nodes on a circle of just that radius, at coordinates as large as a national grid's."""
    angles = turn + np.array([0.0, 2.0, 4.3, 5.0])
    x, y = 1_000_000.0 + radius * np.cos(angles), 1_800_000.0 + radius * np.sin(angles)
    centre = (1_000_000.0, 1_800_000.0)
    told = outcomes(nodes_at(points(centre, *zip(x.tolist(), y.tolist(), strict=True))))
    assert told["NIC_RADIUS/circle/enclosing_radius_km"] == outcome
    assert told["NIC_RADIUS/core/core_distance_km"] == outcome


@pytest.mark.parametrize(("metres", "outcome"), [(19_999.0, PASS), (20_000.0, PASS), (20_001.0, FAIL)])
def test_nodes_at_the_limit_on_the_ellipsoid(metres: float, outcome: str) -> None:
    geographiclib = pytest.importorskip("geographiclib.geodesic")
    ends = [
        geographiclib.Geodesic.WGS84.Direct(36.0, 127.0, direction, metres) for direction in (10, 130, 250)
    ]
    at = [(127.0, 36.0), *((end["lon2"], end["lat2"]) for end in ends)]
    told = outcomes(nodes_at(points(*at), metric="ellipsoid"))
    assert told["NIC_RADIUS/circle/enclosing_radius_km"] == outcome
    assert told["NIC_RADIUS/core/core_distance_km"] == outcome


def test_points_centroids_and_polygons_differ() -> None:
    # An L, whose centroid lies outside it.
    bend = shapely.union_all([shapely.box(0, 0, 30_000, 1_000), shapely.box(0, 0, 1_000, 30_000)])
    nodes = nodes_at([bend, shapely.Point(0, 0)], core=1)
    radius = {
        reading: float(measured(nodes, nodes_as=reading).facts["enclosing_radius_km"])
        for reading in ("points", "centroids", "polygons")
    }
    assert radius["centroids"] == pytest.approx(np.hypot(*shapely.get_coordinates(bend.centroid)[0]) / 2_000)
    assert radius["polygons"] == pytest.approx(np.hypot(30_000, 30_000) / 2_000)
    inside = spread(nodes, "points").places
    assert shapely.intersects_xy(bend, inside.x[0], inside.y[0])
    assert float(measured(nodes, nodes_as="polygons").facts["core_distance_km"]) == pytest.approx(
        np.hypot(30_000, 1_000) / 1_000
    )


@pytest.mark.parametrize("metric", ["planar", "ellipsoid"])
def test_whole_polygons_are_held_with_all_their_corners(metric: str) -> None:
    generator = np.random.default_rng(11)
    scale, middle = (1.0, (0.0, 0.0)) if metric == "planar" else (1e-5, (127.5, 36.5))
    for _ in range(20):
        stars = []
        for _ in range(3):
            angle = np.sort(generator.uniform(0.0, 2.0 * np.pi, 40))
            radius = generator.uniform(500.0, 6_000.0, 40)
            x, y = generator.uniform(-15_000.0, 15_000.0, 2)
            ring = np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)])
            stars.append(shapely.Polygon(ring * scale + middle))
        lie = spread(nodes_at(stars, metric=metric), "polygons")
        assert lie.core is not None
        assert lie.from_core is not None
        for row, star in enumerate(stars):
            corners = shapely.get_coordinates(star)
            for centre, ways in ((lie.circle, lie.from_circle), (lie.core, lie.from_core)):
                every = distances_from(centre.x, centre.y, corners[:, 0], corners[:, 1], metric)
                assert ways.metres[row] == every.max()
                assert every.max() <= centre.radius + 1e-6


def test_area_counts_overlaps_once_and_adds_what_is_told() -> None:
    geometries = [
        shapely.box(0, 0, 3_000, 3_000),
        shapely.box(2_000, 0, 5_000, 3_000),
        shapely.Point(9_000, 0),
    ]
    facts = measured(nodes_at(geometries, areas=[np.nan, np.nan, 500_000.0])).facts
    assert facts["total_area_km2"] == pytest.approx(15.5)
    assert facts["hinterland_area_km2"] == pytest.approx(9.5)
    assert "parts" not in facts
    assert "total_area_km2" not in measured(nodes_at(geometries)).facts
    told = outcomes(nodes_at(geometries))
    assert told["NIC_AREA/only/total_area_km2"] == CANNOT_TELL


@pytest.mark.parametrize(("side", "outcome"), [(14.999, PASS), (15.0, PASS), (15.001, FAIL)])
def test_area_at_the_limit(side: float, outcome: str) -> None:
    told = outcomes(nodes_at([shapely.box(0, 0, 1_000, side * 1_000)]))
    assert told["NIC_AREA/only/total_area_km2"] == outcome


def test_parts_are_those_that_do_not_touch() -> None:
    a, b = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    far = shapely.MultiPolygon([shapely.box(5, 5, 6, 6), shapely.box(8, 8, 9, 9)])
    assert measured(nodes_at([a, b, far])).facts["parts"] == 3
    assert measured(nodes_at([a, b])).facts["parts"] == 1
    chain = [shapely.box(step, 0, step + 1, 1) for step in range(40)][::-1]
    assert measured(nodes_at(chain)).facts["parts"] == 1
    assert outcomes(nodes_at([a, far]), "RND_ZONE")["RSZ_CONTIG/only/parts"] == FAIL


def test_shape_of_a_line_and_of_a_rectangle() -> None:
    facts = measured(nodes_at(points((0, 0), (12_000, 0), (12_000, 3_000), (0, 3_000)))).facts
    assert facts["elongation"] == pytest.approx(4.0)
    assert facts["corridor_width_km"] == pytest.approx(3.0)
    for places in ([(0, 0), (1_000, 1_000), (5_000, 5_000)], [(0, 0), (7_000, 0)], [(3, 3)]):
        facts = measured(nodes_at(points(*places))).facts
        assert facts["corridor_width_km"] == pytest.approx(0.0, abs=1e-9)
        assert "elongation" not in facts


def test_provinces_that_differ_leave_the_class_open() -> None:
    nodes = nodes_at(points((0, 0), (30_000, 0)), provinces_of=["부산", "경남"])
    assert "province_class" not in measured(nodes).facts
    assert outcomes(nodes)["NIC_RADIUS/circle/enclosing_radius_km"] == CANNOT_TELL
    # Of a rule per province each is told.
    found = checks("REG_FREE", measured(nodes, "REG_FREE"), RULES)
    assert [(each.subject, each.outcome) for each in found if each.rule.id == "REGFREE_REGION"] == [
        ("부산", PASS),
        ("경남", PASS),
    ]
    capital = measured(nodes_at(points((0, 0)), province="인천"), "REG_FREE")
    assert checks("REG_FREE", capital, RULES)[0].outcome == FAIL
    unknown = measured(nodes_at(points((0, 0)), province=None), "REG_FREE")
    (first, *_) = checks("REG_FREE", unknown, RULES)
    assert (first.outcome, [fact.id for fact in first.missing]) == (CANNOT_TELL, ["capital_region"])


def test_totals_of_a_province_count_what_is_there_once() -> None:
    """The new zone is in the layer of zones already, as it is after a first import."""
    new, old = shapely.box(0, 0, 2_000, 1_000), shapely.box(10_000, 0, 12_500, 1_000)
    nodes = nodes_at([new], province="부산", core=None)
    zones = zones_of(
        ("OPPORTUNITY", "부산", old, np.nan),
        ("OPPORTUNITY", "부산", new, np.nan),
        ("OPPORTUNITY", "경남", shapely.box(0, 0, 9_000, 9_000), np.nan),
        ("FEZ", "부산", shapely.box(0, 0, 9_000, 9_000), np.nan),
        ("OPPORTUNITY", "부산", shapely.Point(1, 1), 400_000.0),
    )
    facts = measured(nodes, "OPPORTUNITY", zones=zones).by_province["부산"]
    assert facts["province_counted_km2"] == pytest.approx(4.9)
    assert outcomes(nodes, "OPPORTUNITY", zones=zones)["ODZ_CAP/only/province_counted_km2"] == PASS
    steps = running_totals(nodes, "OPPORTUNITY", shapely.area, zones)
    assert [step.name for step in steps] == ["zone 0", "zone 1", "zone 4", "node 0"]
    assert [step.is_node for step in steps] == [False, False, False, True]
    assert [step.area_km2 for step in steps] == pytest.approx([2.5, 2.0, 0.4, 2.0])
    assert [step.total_km2 for step in steps] == pytest.approx([2.5, 4.5, 4.9, 4.9])
    stated = measured(nodes, "OPPORTUNITY", zones=zones, province_existing_km2=3.0)
    assert stated.by_province["부산"]["province_counted_km2"] == pytest.approx(5.0)
    less = measured(nodes, "OPPORTUNITY", province_existing_km2=3.0, foreign_investment_km2=1.0)
    assert less.by_province["부산"]["province_counted_km2"] == pytest.approx(4.0)


def test_without_other_zones_a_total_is_a_least_one() -> None:
    small = nodes_at([shapely.box(0, 0, 1_000, 1_000)], province="부산")
    large = nodes_at([shapely.box(0, 0, 3_000, 3_000)], province="부산")
    total = measured(small, "OPPORTUNITY").by_province["부산"]["province_counted_km2"]
    assert isinstance(total, AtLeast)
    assert total == pytest.approx(1.0)
    assert outcomes(small, "OPPORTUNITY")["ODZ_CAP/only/province_counted_km2"] == CANNOT_TELL
    assert outcomes(large, "OPPORTUNITY")["ODZ_CAP/only/province_counted_km2"] == FAIL


def test_small_zones_of_the_country() -> None:
    nodes = nodes_at([shapely.box(0, 0, 1_000, 500), shapely.box(5_000, 0, 6_900, 1_000)])
    zones = zones_of(("RND_SMALL", "부산", shapely.Point(0, 0), 18_100_000.0))
    told = outcomes(nodes, "RND_SMALL", zones=zones, agreement=True)
    assert told["RSS_EACH/only/hinterland_area_km2"] == PASS
    assert told["RSS_TOTAL/only/national_total_km2"] == PASS
    assert told["RSS_CORE/only/core_institutions"] == PASS
    zones = zones_of(("RND_SMALL", "부산", shapely.Point(0, 0), 18_101_000.0))
    assert outcomes(nodes, "RND_SMALL", zones=zones)["RSS_TOTAL/only/national_total_km2"] == FAIL


@pytest.mark.parametrize(("gap", "outcome"), [(1_999.0, PASS), (2_000.0, PASS), (2_001.0, FAIL), (0.0, PASS)])
def test_adjacent_to_a_free_economic_zone(gap: float, outcome: str) -> None:
    zone = shapely.box(0, 0, 5_000, 5_000)
    nodes = nodes_at([shapely.box(5_000 + gap, 0, 6_000 + gap, 1_000), shapely.Point(0, 90_000)])
    found = checks("FEZ", measured(nodes, "FEZ", zones=zones_of(("FEZ", "부산", zone, np.nan))), RULES)
    adjacent = {each.subject: each.outcome for each in found if each.rule.id == "FEZ_ADJ"}
    assert adjacent == {"node 0": outcome, "node 1": FAIL}


def test_adjacent_on_the_ellipsoid() -> None:
    geographiclib = pytest.importorskip("geographiclib.geodesic")
    zone = shapely.box(126.6, 37.3, 126.7, 37.4)
    for metres, outcome in ((1_999.9, PASS), (2_000.1, FAIL)):
        north = geographiclib.Geodesic.WGS84.Direct(37.4, 126.65, 0.0, metres)
        nodes = nodes_at(points((126.65, north["lat2"])), metric="ellipsoid", province="인천")
        found = checks("FEZ", measured(nodes, "FEZ", zones=zones_of(("FEZ", "인천", zone, np.nan))), RULES)
        assert [each.outcome for each in found if each.rule.id == "FEZ_ADJ"] == [outcome]


def test_an_enterprise_city_beside_another_zone() -> None:
    nodes = nodes_at([shapely.box(0, 0, 600, 500)])
    beside = zones_of(("IC_GENERAL", "경남", shapely.box(600.5, 0, 900, 500), np.nan))
    apart = zones_of(("IC_GENERAL", "경남", shapely.box(650, 0, 900, 500), np.nan))
    key = "EC_MIN/only/total_area_km2"
    assert outcomes(nodes, "ENTERPRISE_CITY", zones=beside, tourism=False)[key] == PASS
    assert outcomes(nodes, "ENTERPRISE_CITY", zones=apart, tourism=False)[key] == CANNOT_TELL
    stated = {"tourism": False, "adjacent_zone": False, "relocating_firm": False}
    assert outcomes(nodes, "ENTERPRISE_CITY", zones=beside, **stated)[key] == FAIL


def test_overlap_with_an_innovation_cluster() -> None:
    nodes = nodes_at([shapely.box(0, 0, 1_000, 1_000)])
    key = "REGFREE_PRIORITY/only/overlap_innovation_cluster_km2"
    over = zones_of((NIC, "경남", shapely.box(500, 500, 3_000, 3_000), np.nan))
    touch = zones_of((NIC, "경남", shapely.box(1_000, 0, 3_000, 3_000), np.nan))
    assert outcomes(nodes, "REG_FREE", zones=over)[key] == PASS
    assert outcomes(nodes, "REG_FREE", zones=touch)[key] == FAIL
    assert outcomes(nodes, "REG_FREE")[key] == CANNOT_TELL


def test_changes_of_area() -> None:
    nodes = nodes_at([shapely.box(0, 0, 1_000, 1_090)])
    assert outcomes(nodes, "FEZ", area_before_km2=1.0)["FEZ_MINOR/only/area_change_km2"] == PASS
    assert outcomes(nodes, "INNOV_CITY", area_before_km2=1.0) == {
        "IC_CITY_MINOR/only/area_change_percent": PASS
    }
    assert outcomes(nodes, "INNOV_CITY", area_before_km2=0.0) == {
        "IC_CITY_MINOR/only/area_change_percent": CANNOT_TELL
    }


def test_every_type_can_be_checked_with_nothing_known() -> None:
    from innovation_clusters.analysis.zones.catalogue import zone_types

    nodes = nodes_at(points((0, 0)), province=None, core=None)
    for zone_type in zone_types():
        for each in checks(zone_type, measured(nodes, zone_type), RULES):
            assert each.outcome in (PASS, CANNOT_TELL, FAIL)
            assert (each.outcome == CANNOT_TELL) == bool(each.reason)


def test_no_node_and_names_that_are_the_same() -> None:
    with pytest.raises(InputError, match="at least one"):
        spread(nodes_at([]), "points")
    assert distinct_names(["a", "b", "a", "a"]) == ["a", "b", "a (2)", "a (3)"]
