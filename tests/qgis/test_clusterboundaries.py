"""clusterboundaries: polygons in every reference system, measured by an independent geodesic library."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.analysis import packages

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]
FIELDS = [
    "cluster_id",
    "boundary",
    "addresses",
    "sites",
    "weight",
    "area_km2",
    "perimeter_km",
    "centre_lon",
    "centre_lat",
    "compactness",
]
KINDS = ("convex", "concave", "alpha", "buffer")


def clump(
    longitude: float, latitude: float, metres: float, count: int, seed: int
) -> list[tuple[float, float]]:
    """Places at random directions and distances, on the ellipsoid: the same anywhere on Earth."""
    generator = np.random.default_rng(seed)
    places = []
    for azimuth, share in zip(generator.uniform(0, 360, count), generator.uniform(0, 1, count), strict=True):
        end = Geodesic.WGS84.Direct(latitude, longitude, azimuth, metres * math.sqrt(share))
        places.append((end["lon2"], end["lat2"]))
    return places


def transformed(places: list[tuple[float, float]], crs: str) -> list[tuple[float, float]]:
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    moved = [transform.transform(QgsPointXY(*place)) for place in places]
    return [(point.x(), point.y()) for point in moved]


def rows_of(places: list[tuple[float, float]], cluster: Any = 1) -> list[tuple[Any, ...]]:
    return [(f"POINT ({x!r} {y!r})", cluster, 1.0) for x, y in places]


def layer_of(make_layer: MakeLayer, rows: list[tuple[Any, ...]], crs: str = "EPSG:4326") -> QgsVectorLayer:
    return make_layer("Point", crs, "CLUSTER_ID:integer&weight:double", rows)


def geodesic_area(geometry: QgsGeometry) -> tuple[float, float]:
    """Return km² and km of a multipolygon in degrees, by GeographicLib, without cuts along the
    antimeridian."""
    area = perimeter = 0.0
    for polygon in geometry.asMultiPolygon():
        for number, ring in enumerate(polygon):
            figure = Geodesic.WGS84.Polygon()
            for point in ring[:-1]:
                figure.AddPoint(point.y(), point.x())
            area += (1 if number == 0 else -1) * abs(figure.Compute()[2])
            for start, end in pairwise(ring):
                if not (abs(start.x()) == 180.0 and start.x() == end.x()):
                    line = Geodesic.WGS84.Inverse(start.y(), start.x(), end.y(), end.x())
                    perimeter += line["s12"]
    return area / 1e6, perimeter / 1e3


def test_fields_and_values(run: Any, make_layer: MakeLayer) -> None:
    square = [(10.0, 0.0), (10.1, 0.0), (10.1, 0.1), (10.0, 0.1)]
    rows: list[tuple[Any, ...]] = [
        (f"POINT ({x} {y})", 7, weight) for (x, y), weight in zip(square, (1.0, 0.5, 2.0, 0.0), strict=True)
    ]
    rows += [
        ("POINT (10 0)", 7, 1.5),
        ("POINT (20 20)", 3, 1.0),
        ("POINT (5 5)", None, 9.0),
        ("POINT (5 6)", -1, 9.0),
    ]
    layer = layer_of(make_layer, rows)
    outcome = run(
        "clusterboundaries", {"INPUT": layer.id(), "KIND": "convex", "WEIGHT": "weight", "OUTPUT": OUTPUT}
    )
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.results["NUM_CLUSTERS"] == 2
    first, second = outcome.rows("OUTPUT")
    assert [field.name() for field in outcome.layer("OUTPUT").fields()] == FIELDS
    assert (first["cluster_id"], first["boundary"], first["sites"], first["addresses"]) == (3, "buffer", 1, 1)
    assert first["area_km2"] == pytest.approx(math.pi * 0.5**2, rel=0.01)
    assert first["compactness"] == pytest.approx(1.0, abs=0.005)
    assert (second["cluster_id"], second["boundary"], second["sites"], second["addresses"]) == (
        7,
        "convex",
        4,
        5,
    )
    assert second["weight"] == 5.0
    assert second["centre_lon"] == pytest.approx(10.0 + 0.1 * 2.5 / 5.0, abs=1e-6)
    assert second["centre_lat"] == pytest.approx(0.1 * 2.0 / 5.0, abs=1e-6)
    # One tenth of a degree at the equator: 11.13 km by 11.06 km.
    assert second["area_km2"] == pytest.approx(11.132 * 11.057, rel=1e-3)
    assert second["compactness"] == pytest.approx(math.pi / 4, rel=1e-3)
    assert "2 points are in no cluster (noise) and left out." in outcome.feedback.text


@pytest.mark.parametrize("kind", [*KINDS, "buffer in metres"])
@pytest.mark.parametrize(
    ("crs", "longitude", "latitude"),
    [
        ("EPSG:4326", 127.0, 37.5),
        ("EPSG:4326", 18.0, 78.0),
        ("EPSG:4326", 179.98, -17.5),
        ("EPSG:4737", 127.0, 37.5),
        ("EPSG:5179", 127.0, 37.5),
        ("EPSG:5174", 127.0, 37.5),
        ("EPSG:3857", 127.0, 37.5),
        ("EPSG:3857", 10.0, 60.0),
        ("EPSG:32640", 57.0, 23.0),
    ],
)
def test_the_same_on_the_ground_in_every_system(
    run: Any, make_layer: MakeLayer, crs: str, longitude: float, latitude: float, kind: str
) -> None:
    """The same figure on the ground gives the same square kilometres, wherever and however it is written
    down."""
    options: dict[str, Any] = {"KIND": kind.split()[0], "ALPHA": 6_000.0, "RATIO": 0.4}
    if "metres" in kind:
        options |= {"BUFFER": 2_500.0, "BUFFER_UNIT": "metres"}
    areas = []
    for system, place in ((crs, (longitude, latitude)), ("EPSG:4326", (127.0, 37.5))):
        if kind == "buffer":
            place = (longitude, latitude)
        places = clump(*place, 20_000.0, 120, seed=4)
        layer = layer_of(make_layer, rows_of(transformed(places, system)), system)
        outcome = run("clusterboundaries", {"INPUT": layer.id(), "OUTPUT": OUTPUT, **options})
        assert outcome.succeeded, outcome.feedback.text
        (row,), (polygon,) = outcome.rows("OUTPUT"), outcome.geometries("OUTPUT")
        assert polygon.isGeosValid()
        assert outcome.layer("OUTPUT").crs().authid() == system
        assert row["sites"] == 120
        for x, y in transformed(places, system):
            distance = polygon.distance(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
            assert distance <= (1e-6 if QgsCoordinateReferenceSystem(system).isGeographic() else 0.1)
        areas.append(row["area_km2"])
    # Straight edges are geodesics in one system and straight lines in another: a metre on 40 km.
    assert areas[0] == pytest.approx(areas[1], rel=3e-4)
    if kind == "convex":
        assert 800 < areas[0] < math.pi * 20**2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", [(127.0, 37.5), (179.98, -17.5), (25.0, 89.9), (0.0, -89.95)])
def test_areas_and_lengths_against_geographiclib(
    run: Any, make_layer: MakeLayer, place: tuple[float, float], kind: str
) -> None:
    layer = layer_of(make_layer, rows_of(clump(*place, 25_000.0, 80, seed=5)))
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": kind, "ALPHA": 9e3, "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    (row,), (polygon,) = outcome.rows("OUTPUT"), outcome.geometries("OUTPUT")
    assert polygon.isGeosValid()
    box = polygon.boundingBox()
    assert box.xMinimum() >= -180.0
    assert box.xMaximum() <= 180.0
    assert box.yMinimum() >= -90.0
    assert box.yMaximum() <= 90.0
    area, perimeter = geodesic_area(polygon)
    tolerance = 2e-3 if abs(place[1]) > 89 else 1e-4
    # Discs of 0.05 degrees at a pole are slivers, narrower than the ways differ in which edges are measured.
    if kind != "buffer" or abs(place[1]) < 89:
        assert row["area_km2"] == pytest.approx(area, rel=tolerance)
        assert row["perimeter_km"] == pytest.approx(perimeter, rel=tolerance)
    if place[0] == 179.98:
        assert not polygon.intersects(
            QgsGeometry.fromWkt("POLYGON((-170 -30, 170 -30, 170 0, -170 0, -170 -30))")
        )


def test_wipo_discs_are_degrees_in_degrees(run: Any, make_layer: MakeLayer) -> None:
    """GII 2024, Appendix IV: within 0.05 degrees of each location, dissolved."""
    places = clump(127.0, 37.5, 30_000.0, 150, seed=6)
    layer = layer_of(make_layer, rows_of(places))
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": "buffer", "OUTPUT": OUTPUT})
    polygon = shapely.from_wkb(bytes(outcome.geometries("OUTPUT")[0].asWkb()))
    expected = shapely.union_all(shapely.buffer(shapely.points(places), 0.05, quad_segs=8))
    assert shapely.symmetric_difference(polygon, expected).area <= 1e-9 * expected.area


def test_hulls_keep_to_the_very_coordinates_of_their_sites(run: Any, make_layer: MakeLayer) -> None:
    for crs in ("EPSG:4326", "EPSG:5186"):
        places = transformed(clump(127.0, 37.5, 9e3, 100, seed=7), crs)
        layer = layer_of(make_layer, rows_of(places), crs)
        read = {tuple(f.geometry().asPoint()) for f in layer.getFeatures()}
        outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": "concave", "OUTPUT": OUTPUT})
        vertices = {(v.x(), v.y()) for v in outcome.geometries("OUTPUT")[0].vertices()}
        assert len(vertices & read) > 10


def test_long_edges_follow_the_ground(run: Any, make_layer: MakeLayer) -> None:
    """The straight way from (0, 60) to (40, 60) passes well north of the parallel."""
    corners = [(0.0, 60.0), (40.0, 60.0), (20.0, 45.0)]
    layer = layer_of(make_layer, rows_of(corners))
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": "convex", "OUTPUT": OUTPUT})
    (polygon,) = outcome.geometries("OUTPUT")
    north = polygon.boundingBox().yMaximum()
    middle = Geodesic.WGS84.InverseLine(60.0, 0.0, 60.0, 40.0)
    expected = middle.Position(middle.s13 / 2)["lat2"]
    assert expected > 61.0
    assert north == pytest.approx(expected, abs=0.2)


def test_clusters_far_apart_each_get_a_plane(run: Any, make_layer: MakeLayer) -> None:
    places = [(127.0, 37.5), (-122.0, 37.4), (2.35, 48.86), (151.2, -33.9), (179.99, 0.0), (-179.99, 0.0)]
    rows = [
        row for number, place in enumerate(places) for row in rows_of(clump(*place, 15_000.0, 60, 8), number)
    ]
    layer = layer_of(make_layer, rows)
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": "concave", "OUTPUT": OUTPUT})
    areas = [row["area_km2"] for row in outcome.rows("OUTPUT")]
    assert areas == pytest.approx([areas[0]] * 6, rel=3e-4)
    assert [row["cluster_id"] for row in outcome.rows("OUTPUT")] == list(range(6))


def test_a_cluster_round_the_globe_is_drawn_with_a_warning(run: Any, make_layer: MakeLayer) -> None:
    rows = rows_of([(x, y) for x in range(-170, 171, 20) for y in (-60, 0, 60)])
    layer = layer_of(make_layer, rows)
    for kind in KINDS[:3]:
        outcome = run(
            "clusterboundaries", {"INPUT": layer.id(), "KIND": kind, "ALPHA": 2e6, "OUTPUT": OUTPUT}
        )
        assert outcome.succeeded, outcome.feedback.text
        assert "1 clusters reach round half the globe" in "\n".join(outcome.feedback.warnings)
        assert outcome.geometries("OUTPUT")[0].isGeosValid()


def test_fiji_in_web_mercator_is_cut_not_stretched(run: Any, make_layer: MakeLayer) -> None:
    places = clump(179.99, -17.5, 25_000.0, 60, seed=9)
    layer = layer_of(make_layer, rows_of(transformed(places, "EPSG:3857")), "EPSG:3857")
    for kind in KINDS:
        outcome = run(
            "clusterboundaries", {"INPUT": layer.id(), "KIND": kind, "ALPHA": 9e3, "OUTPUT": OUTPUT}
        )
        (polygon,) = outcome.geometries("OUTPUT")
        assert polygon.isGeosValid()
        assert not polygon.intersects(
            QgsGeometry.fromWkt("POLYGON((-1e7 -1e7, 1e7 -1e7, 1e7 1e7, -1e7 1e7, -1e7 -1e7))")
        )
        assert outcome.rows("OUTPUT")[0]["area_km2"] < 3_000


def test_text_clusters_stay_text(run: Any, make_layer: MakeLayer) -> None:
    rows = [("POINT (1 1)", "Seoul"), ("POINT (2 2)", "Busan"), ("POINT (3 3)", ""), ("POINT (4 4)", None)]
    layer = make_layer("Point", "EPSG:4326", "name:string", rows)
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "CLUSTER_FIELD": "name", "OUTPUT": OUTPUT})
    assert [row["cluster_id"] for row in outcome.rows("OUTPUT")] == ["Busan", "Seoul"]


def test_holes_parts_and_smoothing(run: Any, make_layer: MakeLayer) -> None:
    ring = [
        (point["lon2"], point["lat2"])
        for point in (Geodesic.WGS84.Direct(37.5, 127.0, azimuth, 20_000.0) for azimuth in range(0, 360, 6))
    ]
    layer = layer_of(make_layer, rows_of([*ring, (127.9, 37.5)]))

    def area(**options: Any) -> tuple[float, int, int]:
        options = {"KIND": "buffer", "BUFFER": 3_000.0, "BUFFER_UNIT": "metres", **options}
        outcome = run("clusterboundaries", {"INPUT": layer.id(), "OUTPUT": OUTPUT, **options})
        polygons = outcome.geometries("OUTPUT")[0].asMultiPolygon()
        return outcome.rows("OUTPUT")[0]["area_km2"], len(polygons), sum(len(rings) - 1 for rings in polygons)

    whole, parts, holes = area()
    assert (parts, holes) == (2, 1)
    hole = math.pi * 17**2
    for options in ({"HOLES": False}, {"MAX_HOLE": hole * 1.02}):
        filled, _, holes = area(**options)
        assert holes == 0
        assert filled - whole == pytest.approx(hole, rel=0.02)
    assert area(MAX_HOLE=hole * 0.95)[0] == pytest.approx(whole)
    assert area(MIN_AREA=100.0)[1] == 1
    assert area(MIN_AREA=20.0)[1] == 2
    assert area(SMOOTHING=2)[0] < whole


def test_alpha_that_is_too_small_falls_back_and_says_so(run: Any, make_layer: MakeLayer) -> None:
    layer = layer_of(make_layer, rows_of(clump(127.0, 37.5, 20_000.0, 20, seed=10)))
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": "alpha", "ALPHA": 5.0, "OUTPUT": OUTPUT})
    assert outcome.rows("OUTPUT")[0]["boundary"] == "convex"
    assert "Alpha is too small for 1 clusters" in "\n".join(outcome.feedback.warnings)


# Rows and layers that are not as they should be


def test_rows_without_a_usable_point_are_counted(run: Any, make_layer: MakeLayer) -> None:
    rows = [
        ("POINT (1 1)", 1, 1.0),
        (None, 1, 1.0),
        ("POINT (1 91)", 1, 1.0),
        ("POINT (540 1)", 2, 1.0),
        (None, None, None),
    ]
    outcome = run("clusterboundaries", {"INPUT": layer_of(make_layer, rows).id(), "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    assert [(row["cluster_id"], row["addresses"]) for row in outcome.rows("OUTPUT")] == [(1, 1)]
    assert any(
        warning.startswith("3 clustered rows have no single point") for warning in outcome.feedback.warnings
    )


def test_multipoints_and_heights(run: Any, make_layer: MakeLayer) -> None:
    rows = [("MULTIPOINTZ ((1 1 5))", 1), ("MULTIPOINTZ ((1 1 5), (2 2 5))", 1)]
    layer = make_layer("MultiPointZ", "EPSG:4326", "CLUSTER_ID:integer", rows)
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "OUTPUT": OUTPUT})
    assert outcome.rows("OUTPUT")[0]["addresses"] == 1


GOOD = [("POINT (1 1)", 1, 1.0), ("POINT (2 1)", 1, 1.0)]


@pytest.mark.parametrize(
    ("layer", "options", "sentence"),
    [
        (
            ("Polygon", "EPSG:4326", "CLUSTER_ID:integer", [("POLYGON((0 0,1 0,0 1,0 0))", 1)]),
            {},
            "must have points",
        ),
        (("Point", "", "CLUSTER_ID:integer&weight:double", GOOD), {}, "no coordinate reference system"),
        (("Point", "EPSG:4326", "CLUSTER_ID:integer", []), {}, "has no rows"),
        (("Point", "EPSG:4326", "other:integer", [("POINT (1 1)", 1)]), {}, "has no field CLUSTER_ID"),
        (None, {"WEIGHT": "name"}, "holds text"),
        (None, {"KIND": "alpha", "ALPHA": 0.0}, "Alpha must be greater than 0"),
        (None, {"KIND": "convex", "SITE_RADIUS": 0.0}, "must be greater than 0"),
        (None, {"KIND": "buffer", "BUFFER": 0.0}, "must be greater than 0"),
        (None, {"KIND": "buffer", "BUFFER": 5000.0}, "choose the unit metres"),
        (None, {"KIND": "buffer", "BUFFER": 0.05, "BUFFER_UNIT": "metres"}, "choose the unit degrees"),
    ],
)
def test_bad_input_is_one_sentence_before_any_work(
    run: Any, make_layer: MakeLayer, layer: Any, options: dict[str, Any], sentence: str
) -> None:
    layer = layer or (
        "Point",
        "EPSG:4326",
        "CLUSTER_ID:integer&name:string",
        [("POINT (1 1)", 1, "a"), ("POINT (2 1)", 1, "b")],
    )
    outcome = run("clusterboundaries", {"INPUT": make_layer(*layer).id(), "OUTPUT": OUTPUT, **options})
    assert not outcome.accepted
    assert sentence in outcome.reason
    assert "\n" not in outcome.reason
    assert not outcome.succeeded
    assert outcome.context.temporaryLayerStore().mapLayers() == {}


@pytest.mark.parametrize(
    ("rows", "options", "sentence"),
    [
        ([("POINT (1 1)", None, 1.0)], {}, "names no cluster in any of the 1 rows"),
        ([("POINT (1 1)", -1, 1.0)], {}, "names no cluster in any of the 1 rows"),
        ([(None, 1, 1.0)], {}, "Not one of the 1 clustered rows has a usable point"),
        ([("POINT (1 1)", 1, None)], {"WEIGHT": "weight"}, "no number in 1 rows"),
        ([("POINT (1 1)", 1, -2.0)], {"WEIGHT": "weight"}, "negative in 1 rows"),
    ],
)
def test_what_shows_only_while_reading_leaves_nothing(
    run: Any, make_layer: MakeLayer, rows: list[Any], options: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    target = tmp_path / "boundaries.gpkg"
    outcome = run(
        "clusterboundaries", {"INPUT": layer_of(make_layer, rows).id(), "OUTPUT": str(target), **options}
    )
    assert not outcome.succeeded
    assert sentence in outcome.feedback.text
    assert list(tmp_path.iterdir()) == []


def test_a_bad_weight_on_noise_does_not_matter(run: Any, make_layer: MakeLayer) -> None:
    rows = [("POINT (1 1)", 1, 2.0), ("POINT (2 1)", None, None)]
    outcome = run(
        "clusterboundaries", {"INPUT": layer_of(make_layer, rows).id(), "WEIGHT": "weight", "OUTPUT": OUTPUT}
    )
    assert outcome.rows("OUTPUT")[0]["weight"] == 2.0


def test_without_shapely_it_says_so_before_any_work(
    run: Any, make_layer: MakeLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = packages.find
    missing = packages.Package("shapely", None, "", "ImportError: none here")
    monkeypatch.setattr(packages, "find", lambda name: missing if name == "shapely" else real(name))
    outcome = run("clusterboundaries", {"INPUT": layer_of(make_layer, GOOD).id(), "OUTPUT": OUTPUT})
    assert not outcome.accepted
    assert outcome.reason.startswith("Cluster boundaries needs the Python package shapely")


def test_selected_features_only(run: Any, make_layer: MakeLayer) -> None:
    layer = layer_of(make_layer, [*GOOD, ("POINT (9 9)", 2, 1.0)])
    layer.selectByIds([feature.id() for feature in layer.getFeatures(QgsFeatureRequest().setLimit(1))])
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    outcome = run("clusterboundaries", {"INPUT": source, "OUTPUT": OUTPUT})
    assert [row["addresses"] for row in outcome.rows("OUTPUT")] == [1]


@pytest.mark.parametrize("kind", KINDS)
def test_cancel_at_every_stage_leaves_nothing(
    run: Any, make_layer: MakeLayer, feedback: Any, tmp_path: Path, kind: str
) -> None:
    rows = [
        row for number in range(4) for row in rows_of(clump(100.0 + 5 * number, 30.0, 9e3, 40, 1), number)
    ]
    layer = layer_of(make_layer, rows)
    parameters = {"INPUT": layer.id(), "KIND": kind, "OUTPUT": str(tmp_path / "boundaries.gpkg")}
    asked: list[int] = []

    def counted(_: Any) -> bool:
        asked.append(1)
        return False

    watched = feedback(counted)
    assert run("clusterboundaries", parameters, watched).succeeded
    assert watched.progress == sorted(watched.progress)
    assert watched.progress[-1] == 100.0
    (tmp_path / "boundaries.gpkg").unlink()
    for stage in range(0, len(asked), max(1, len(asked) // 25)):
        calls = iter(range(len(asked) + 1))
        outcome = run(
            "clusterboundaries", parameters, feedback(lambda _, calls=calls, at=stage: next(calls) >= at)
        )
        assert not outcome.succeeded
        assert "Cancelled" in outcome.feedback.text
        assert list(tmp_path.iterdir()) == []


def test_ten_thousand_clusters(run: Any, make_layer: MakeLayer) -> None:
    """Clusters that share a degree share a plane; a plane each would take minutes."""
    generator = np.random.default_rng(3)
    centres = generator.uniform((124.5, 33.5), (131.5, 38.5), (10_000, 2))
    rows = [
        (f"POINT ({x + dx} {y + dy})", number, 1.0)
        for number, (x, y) in enumerate(centres.tolist())
        for dx, dy in ((0.0, 0.0), (0.01, 0.0), (0.0, 0.01))
    ]
    layer = layer_of(make_layer, rows)
    outcome = run("clusterboundaries", {"INPUT": layer.id(), "KIND": "convex", "OUTPUT": OUTPUT})
    assert outcome.results["NUM_CLUSTERS"] == 10_000
    areas = np.array([row["area_km2"] for row in outcome.rows("OUTPUT")])
    expected = 0.5 * (1.11320 * np.cos(np.radians(centres[:, 1]))) * 1.1100
    assert np.abs(areas / expected - 1.0).max() < 0.01


def test_real_research_organisations(run: Any, data_folder: Path) -> None:
    """Clusters of a published labelled run: every member inside, the lot within a few seconds."""
    path = data_folder / "dbscan" / "ror_51551_haversine.csv"
    label = "label_2"  # 13 km, 150 organisations: 39 clusters
    uri = f"file://{path}?type=csv&detectTypes=yes&xField=lon&yField=lat&crs=EPSG:4326"
    layer = QgsVectorLayer(uri, "organisations", "delimitedtext")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    try:
        for kind in KINDS:
            outcome = run(
                "clusterboundaries",
                {
                    "INPUT": layer.id(),
                    "CLUSTER_FIELD": label,
                    "KIND": kind,
                    "ALPHA": 9e3,
                    "OUTPUT": OUTPUT,
                },
            )
            assert outcome.succeeded, outcome.feedback.text
            assert outcome.results["NUM_CLUSTERS"] == 39
            polygons = {
                feature["cluster_id"]: shapely.from_wkb(bytes(feature.geometry().asWkb()))
                for feature in outcome.layer("OUTPUT").getFeatures()
            }
            checked = 0
            for feature in layer.getFeatures():
                if feature[label] >= 0:
                    point = feature.geometry().asPoint()
                    place = shapely.Point(point.x(), point.y())
                    assert shapely.dwithin(polygons[feature[label]], place, 1e-6)
                    checked += 1
            assert checked == sum(row["addresses"] for row in outcome.rows("OUTPUT"))
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
