"""People and intensities of clusters, from polygons and sites, rasters and layers, and what radii change."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, osr
from qgis.core import QgsGeometry, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]
OUTPUT = "TEMPORARY_OUTPUT"
REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference"

# Pixels of 0.01 degrees with their centres on round hundredths.
LEFT, TOP, SIZE = 126.495, 38.005, 0.01

CLUSTER_FIELDS = "cluster_id:integer&name:string&patents:double&publications:double&deals:double&score:double"


def square(x: float, y: float, half: float) -> str:
    west, south, east, north = x - half, y - half, x + half, y + half
    return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


@pytest.fixture
def raster(tmp_path: Path) -> str:
    """1,000 people in every pixel round Seoul; no value in the east."""
    values: NDArray[np.float32] = np.full((101, 101), 1_000.0, dtype=np.float32)
    values[:, 80:] = -200.0
    path = tmp_path / "people.tif"
    file = gdal.GetDriverByName("GTiff").Create(str(path), 101, 101, 1, gdal.GDT_Float32)
    file.SetGeoTransform((LEFT, SIZE, 0.0, TOP, 0.0, -SIZE))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    file.SetProjection(system.ExportToWkt())
    file.GetRasterBand(1).SetNoDataValue(-200.0)
    file.GetRasterBand(1).WriteArray(values)
    return str(path)


@pytest.fixture
def clusters(make_layer: MakeLayer) -> QgsVectorLayer:
    """Two clusters in the raster, one where it has no value, one far away."""
    return make_layer(
        "Polygon",
        "EPSG:4326",
        CLUSTER_FIELDS + "&population:double&intensity_rank:integer",
        [
            (square(126.8, 37.6, 0.025), 1, "West", 50.0, 10.0, None, 2.0, 7.0, 9),
            (square(127.0, 37.4, 0.045), 2, "South", 81.0, 30.0, None, 3.0, None, None),
            (square(127.4, 37.6, 0.045), 3, "East", 5.0, 5.0, None, 1.0, None, None),
            (square(10.0, 50.0, 0.045), 4, "Far", 5.0, 5.0, None, 0.5, None, None),
        ],
    )


@pytest.fixture
def sites(make_layer: MakeLayer) -> QgsVectorLayer:
    rows: list[tuple[Any, ...]] = [
        ("POINT (126.8 37.6)", 1, 2.0),
        ("POINT (126.8 37.6)", 1, 1.0),
        ("POINT (127 37.4)", 2, 3.0),
        ("POINT (127.3 37.4)", 2, 1.0),
        ("POINT (127 37.8)", None, 1.0),
        ("POINT (127 37.8)", -1, 1.0),
        (None, 2, 1.0),
    ]
    return make_layer("Point", "EPSG:4326", "cluster_id:integer&deals:double", rows, "sites")


def test_inside_polygons(run: Any, clusters: QgsVectorLayer, raster: str) -> None:
    result = run(
        "clusterintensity",
        {"INPUT": clusters, "POPULATION": raster, "TOP": 1, "OUTPUT": OUTPUT, "TOP_LISTS": OUTPUT},
    )
    assert result.succeeded, result.feedback.text
    west, south, east, far = result.rows("OUTPUT")
    # 5 by 5 and 9 by 9 centres.
    assert (west["population"], west["pixels"], west["pixels_missing"]) == (25_000.0, 25, 0)
    assert (south["population"], south["pixels"]) == (81_000.0, 81)
    assert (east["population"], east["pixels"], east["pixels_missing"]) == (None, 0, 81)
    assert (far["population"], far["pixels"], far["pixels_missing"]) == (None, 0, 0)
    assert west["patents_per_million"] == pytest.approx(2_000.0)
    assert south["patents_per_million"] == pytest.approx(1_000.0)
    assert west["patents_per_100k"] == pytest.approx(200.0)
    assert west["deals_per_million"] is west["deals_rank"] is None
    assert west["intensity"] == pytest.approx(80.0)
    assert west["intensity_per_100k"] == pytest.approx(8.0)
    assert [row["intensity_rank"] for row in (west, south, east, far)] == [1, 2, None, None]
    assert [row["publications_rank"] for row in (west, south, east, far)] == [1, 2, None, None]
    assert east["intensity"] is east["patents_per_million"] is far["in_both_top_lists"] is None
    # South leads by score, West by intensity.
    assert (west["in_both_top_lists"], south["in_both_top_lists"]) == (0, 0)
    # What is computed anew takes the place of what was there.
    names = result.layer("OUTPUT").fields().names()
    assert names.count("population") == 1
    assert not [name for name in names if name.endswith("_2")]
    assert result.results["NUM_CLUSTERS"] == 4
    assert result.results["NUM_WITHOUT_POPULATION"] == 2
    [gaps] = [line for line in result.feedback.warnings if "have no population" in line]
    assert "2 clusters" in gaps
    assert gaps.endswith("East, Far")
    lists = [
        (row["metric"], row["place"], row["cluster"], row["size_rank"]) for row in result.rows("TOP_LISTS")
    ]
    assert lists == [("score", 1, "West", 2), ("patents", 1, "West", 2), ("publications", 1, "West", 2)]
    assert all(
        given.equals(made) or made.isGeosEqual(given)
        for given, made in zip(
            (feature.geometry() for feature in clusters.getFeatures()),
            result.geometries("OUTPUT"),
            strict=True,
        )
    )


def test_within_the_radius_of_sites(
    run: Any, clusters: QgsVectorLayer, sites: QgsVectorLayer, raster: str
) -> None:
    """WIPO's rule: 81 centres within 0.05 degrees of a site, and not the 121 of a square."""
    result = run(
        "clusterintensity", {"INPUT": clusters, "SITES": sites, "POPULATION": raster, "OUTPUT": OUTPUT}
    )
    assert result.succeeded, result.feedback.text
    west, south, east, far = result.rows("OUTPUT")
    assert west["population"] == 81_000.0
    # Of the site at 127.3 all is missing from its own column on: 81 less 11, and half of that, is left.
    assert south["population"] == 81_000.0 + 35_000.0
    assert south["pixels"] + south["pixels_missing"] == 162
    assert south["population"] == 1_000.0 * south["pixels"]
    assert east["population"] is far["population"] is None
    assert any("1 clustered rows have no single point" in line for line in result.feedback.warnings)

    alone = run("clusterintensity", {"INPUT": sites, "POPULATION": raster, "OUTPUT": OUTPUT})
    assert alone.succeeded, alone.feedback.text
    first, second = alone.rows("OUTPUT")
    assert (first["cluster_id"], first["population"], first["deals"]) == (1, 81_000.0, 3.0)
    assert (second["population"], second["pixels"]) == (south["population"], south["pixels"])
    assert first["deals_per_million"] == pytest.approx(3e6 / 81_000)
    assert first["score"] is first["intensity"] is first["intensity_rank"] is None
    assert any("no field with a score" in line for line in alone.feedback.warnings)
    assert all(geometry.isGeosValid() for geometry in alone.geometries("OUTPUT"))


def test_the_sites_and_clusters_of_the_main_job(run: Any, make_layer: MakeLayer, raster: str) -> None:
    """What innovationclusters counts itself comes out of its own outputs again."""
    points = [("POINT (126.8 37.6)",)] * 6 + [("POINT (126.83 37.62)",)] * 4 + [("POINT (127.02 37.3)",)] * 5
    layer = make_layer("Point", "EPSG:4326", "", points)
    main = run(
        "innovationclusters",
        {"INVENTORS": layer.id(), "EPS": 8_000, "MIN_DENSITY": 5, "POPULATION": raster}
        | dict.fromkeys(("CLUSTERS", "SITES"), OUTPUT),
    )
    assert main.succeeded, main.feedback.text
    again = run(
        "clusterintensity",
        {
            **{"INPUT": main.layer("CLUSTERS"), "SITES": main.layer("SITES"), "POPULATION": raster},
            "OUTPUT": OUTPUT,
        },
    )
    assert again.succeeded, again.feedback.text
    expected, found = main.rows("CLUSTERS"), again.rows("OUTPUT")
    assert len(expected) == 2
    for before, after in zip(expected, found, strict=True):
        assert before["population"] is not None
        for field in ("population", "intensity", "intensity_rank", "name", "area_km2"):
            assert after[field] == before[field]


def test_people_of_points_and_of_districts(
    run: Any, make_layer: MakeLayer, clusters: QgsVectorLayer, sites: QgsVectorLayer
) -> None:
    towns = make_layer(
        "Point",
        "EPSG:5179",
        "people:integer",
        [
            (transformed("POINT (126.801 37.601)"), 700),
            (transformed("POINT (126.82 37.62)"), 30),
            (transformed("POINT (127 37.4)"), None),
            (transformed("POINT (127.01 37.41)"), 5),
            (None, 1),
        ],
        "towns",
    )
    common = {"INPUT": clusters, "OUTPUT": OUTPUT, "POPULATION_FIELD": "people"}
    result = run("clusterintensity", common | {"POPULATION_LAYER": towns})
    assert result.succeeded, result.feedback.text
    assert [row["population"] for row in result.rows("OUTPUT")] == [730.0, 5.0, None, None]
    assert [row["pixels_missing"] for row in result.rows("OUTPUT")] == [0, 1, 0, 0]
    assert any("1 rows of the population layer" in line for line in result.feedback.warnings)

    districts = make_layer(
        "Polygon",
        "EPSG:4326",
        "people:double",
        [
            (square(126.8, 37.6, 0.05), 400.0),
            (square(126.86, 37.6, 0.01), 9.0),
            (square(127.0, 37.4, 0.2), -1.0),
        ],
        "districts",
    )
    by_area = run("clusterintensity", common | {"POPULATION_LAYER": districts})
    # A quarter of the surface of the first; of the third it is not known.
    west, south, *_ = by_area.rows("OUTPUT")
    assert west["population"] == pytest.approx(100.0, abs=0.01)
    assert (south["population"], south["pixels_missing"]) == (None, 1)
    whole = run("clusterintensity", common | {"POPULATION_LAYER": districts, "POPULATION_RULE": "centroid"})
    assert [row["population"] for row in whole.rows("OUTPUT")] == [400.0, None, None, None]
    discs = run("clusterintensity", common | {"POPULATION_LAYER": districts, "SITES": sites})
    # The disc has π / 4 of its square; the polygon that stands for it a thousandth less.
    assert discs.rows("OUTPUT")[0]["population"] == pytest.approx(100.0 * np.pi, rel=2e-3)


def transformed(wkt: str) -> str:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    geometry = QgsGeometry.fromWkt(wkt)
    geometry.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsCoordinateReferenceSystem("EPSG:5179"),
            QgsProject.instance(),
        )
    )
    return geometry.asWkt(9)


def test_what_radii_change(run: Any, clusters: QgsVectorLayer, sites: QgsVectorLayer, raster: str) -> None:
    result = run(
        "clusterintensity",
        {
            **{"INPUT": clusters, "SITES": sites, "POPULATION": raster, "COMPARED_RADII": "0.02; 0.1"},
            **dict.fromkeys(("OUTPUT", "BY_RADIUS", "RADII"), OUTPUT),
        },
    )
    assert result.succeeded, result.feedback.text
    rows = {(row["cluster"], row["radius"]): row for row in result.rows("BY_RADIUS")}
    assert len(rows) == 12
    west = [rows["West", radius] for radius in (0.02, 0.05, 0.1)]
    # Lattice points within 2, 5 and 10 steps: Gauss's circle problem.
    assert [row["population"] for row in west] == [13_000.0, 81_000.0, 317_000.0]
    assert west[0]["population_change"] == pytest.approx(100.0 * (13 / 81 - 1.0))
    assert west[1]["population_change"] == 0.0
    # Of discs in degrees: π r² times the square kilometres of a degree by a degree there.
    assert west[1]["area_km2"] == pytest.approx(np.pi * 0.05**2 * 110.98 * 88.32, rel=5e-3)
    assert rows["Far", 0.05]["population"] is rows["Far", 0.05]["rank_change"] is None
    output = {row["name"]: row for row in result.rows("OUTPUT")}
    assert all(rows[name, 0.05]["intensity"] == row["intensity"] for name, row in output.items())

    small, used, large = result.rows("RADII")
    assert [row["proposed"] for row in (small, used, large)] == [0, 1, 0]
    assert used["population"] == sum(output[name]["population"] for name in ("West", "South"))
    assert used["total_shift"] == pytest.approx(100.0 * (large["population"] / used["population"] - 1.0))
    assert (small["total_shift"], large["largest_shift"]) == (None, None)
    assert used["most_shifted"] in ("West", "South")
    assert used["ranks_changed"] == used["largest_rank_change"] == 0
    assert "Least shift of the total population at 0.05 degrees" in result.feedback.text


def test_all_published_intensities_of_2024_come_out(run: Any, make_layer: MakeLayer) -> None:
    """From the printed counts and populations, a square and a point for each cluster; see test_intensity."""

    def table(name: str) -> list[dict[str, str]]:
        with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    size = {row["cluster"]: row for row in table("gii_2024_size.csv")}
    printed = table("gii_2024_intensity.csv")
    squares, people = [], []
    for place, row in enumerate(printed):
        x, y = -90.0 + place % 10, place // 10
        counts = size[row["cluster"]]
        # Derived totals within the limits of world_totals.csv.
        patents, publications = float(counts["patents"]), float(counts["publications"])
        score = 100.0 * (patents / 1_288_000 + publications / 7_932_000)
        squares.append((square(x, y, 0.3), place, row["cluster"], patents, publications, None, score))
        people.append((f"POINT ({x} {y})", int(row["population"])))
    result = run(
        "clusterintensity",
        {
            "INPUT": make_layer("Polygon", "EPSG:4326", CLUSTER_FIELDS, squares),
            "POPULATION_LAYER": make_layer("Point", "EPSG:4326", "people:integer", people),
            "POPULATION_FIELD": "people",
            "OUTPUT": OUTPUT,
        },
    )
    assert result.succeeded, result.feedback.text
    found = result.rows("OUTPUT")
    assert [row["intensity_rank"] for row in found] == [int(row["intensity_rank"]) for row in printed]
    for row, wanted in zip(found, printed, strict=True):
        slack = 0.5 + 0.5e6 / row["population"]
        assert row["patents_per_million"] == pytest.approx(float(wanted["patents_per_million"]), abs=slack)
        assert row["publications_per_million"] == pytest.approx(
            float(wanted["publications_per_million"]), abs=slack
        )
        assert row["intensity"] == pytest.approx(float(wanted["score_per_million"]), abs=0.05)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"POPULATION": None}, "Population raster: Give either a population raster or a population layer"),
        ({"POPULATION_LAYER": "clusters"}, "Population raster: Give either a population raster or"),
        (
            {"POPULATION": None, "POPULATION_LAYER": "clusters"},
            "Population layer: people: Choose the field with the number of people",
        ),
        ({"POPULATION": "/nowhere.tif"}, "Could not load source layer for POPULATION"),
        ({"RADIUS": 0}, "Radius around sites, in degrees: The radius must be greater than 0"),
        ({"RADIUS": 11}, "Radius around sites, in degrees: The radius must be greater than 0"),
        ({"RADII": OUTPUT}, "Sites of the polygons: Radii can be compared around sites only"),
        (
            {"RADII": OUTPUT, "SITES": "sites", "COMPARED_RADII": "0.01, five"},
            "Radii to compare, in degrees: Give numbers from above 0 to 10.0",
        ),
        ({"RADII": OUTPUT, "SITES": "sites", "COMPARED_RADII": "0"}, "Radii to compare, in degrees: Give"),
        ({"PATENTS_FIELD": "name"}, "Patents: The field name holds text"),
        ({"SCORE_FIELD": "nothing"}, "Score: The layer has no field nothing"),
        (
            {"INPUT": "sites", "SITES": "sites"},
            "Sites of the polygons: The clusters are given as sites already",
        ),
        ({"INPUT": "sites", "CLUSTER_FIELD": "deal"}, "Cluster field: The layer has no field deal"),
        ({"SITES": "sites", "CLUSTER_FIELD": "name"}, "Sites: cluster field: Not one cluster of the sites"),
    ],
)
def test_bad_input_is_one_sentence(
    run: Any,
    clusters: QgsVectorLayer,
    sites: QgsVectorLayer,
    raster: str,
    changes: dict[str, Any],
    words: str,
) -> None:
    named = {"clusters": clusters, "sites": sites}
    given = {"INPUT": clusters, "POPULATION": raster, "OUTPUT": OUTPUT}
    given |= {
        name: named.get(value, value) if isinstance(value, str) else value for name, value in changes.items()
    }
    result = run("clusterintensity", given)
    assert not result.succeeded
    assert words in result.reason + result.feedback.text


def test_one_row_for_each_cluster_with_sites(
    run: Any, make_layer: MakeLayer, sites: QgsVectorLayer, raster: str
) -> None:
    twice = make_layer(
        "Polygon",
        "EPSG:4326",
        "cluster_id:integer",
        [(square(127.0, 37.5, 0.1), 1), (square(127.3, 37.5, 0.1), 1)],
    )
    result = run("clusterintensity", {"INPUT": twice, "SITES": sites, "POPULATION": raster, "OUTPUT": OUTPUT})
    assert "names a cluster in several rows" in result.feedback.text


def test_a_raster_that_ends_within_a_cluster_is_told(run: Any, make_layer: MakeLayer, raster: str) -> None:
    layer = make_layer("Point", "EPSG:4326", "cluster_id:integer", [("POINT (126.5 37.5)", 8)])
    result = run("clusterintensity", {"INPUT": layer, "POPULATION": raster, "OUTPUT": OUTPUT})
    [row] = result.rows("OUTPUT")
    # The half disc and the column through its middle.
    assert row["population"] == (81 + 11) / 2 * 1_000.0
    assert any("1 clusters reach beyond the edge" in line for line in result.feedback.warnings)


def test_polygons_without_a_shape_and_selected_ones(run: Any, clusters: QgsVectorLayer, raster: str) -> None:
    clusters.dataProvider().changeGeometryValues({1: QgsGeometry()})
    result = run("clusterintensity", {"INPUT": clusters, "POPULATION": raster, "OUTPUT": OUTPUT})
    assert result.succeeded, result.feedback.text
    assert result.rows("OUTPUT")[0]["population"] is None
    assert len(result.rows("OUTPUT")) == 4
    clusters.selectByIds([2])
    chosen = QgsProcessingFeatureSourceDefinition(clusters.id(), selectedFeaturesOnly=True)
    result = run("clusterintensity", {"INPUT": chosen, "POPULATION": raster, "OUTPUT": OUTPUT})
    assert [row["name"] for row in result.rows("OUTPUT")] == ["South"]


@pytest.mark.parametrize("percent", [0, 25, 35, 65, 80])
def test_cancel_leaves_nothing(
    run: Any,
    feedback: Any,
    clusters: QgsVectorLayer,
    sites: QgsVectorLayer,
    raster: str,
    percent: int,
    tmp_path: Path,
) -> None:
    target = tmp_path / "out.gpkg"
    stopping = feedback(lambda told: bool(told.progress) and told.progress[-1] >= percent)
    result = run(
        "clusterintensity",
        {
            **{"INPUT": clusters, "SITES": sites, "POPULATION": raster, "OUTPUT": str(target)},
            **{"RADII": OUTPUT},
        },
        stopping,
    )
    assert not result.succeeded
    assert not target.exists()
