"""innovationclusters end to end: the contract, the modelled sample, real data, and broken input."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
    edit,
)

from innovation_clusters.analysis import packages

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
OUTPUT = QgsProcessing.TEMPORARY_OUTPUT

CLUSTER_FIELDS = [
    *("rank", "cluster_id", "name", "name_ko", "economies", "patents", "publications", "deals"),
    *("share_patents", "share_publications", "share_deals", "score", "focus", "addresses", "sites"),
    *("area_km2", "population", "intensity", "intensity_rank", "tier", "earlier_rank", "rank_change"),
    *("top_organisation", "top_organisation_share", "top_patents", "top_publications", "top_deals"),
    *("top_field_patents", "top_field_publications", "top_field_deals"),
]


def table_layer(path: Path, x: str = "longitude", y: str = "latitude") -> QgsVectorLayer:
    """Load a CSV as points and put it into the project."""
    layer = QgsVectorLayer(
        f"{path.as_uri()}?xField={x}&yField={y}&crs=EPSG:4326&detectTypes=yes", path.stem, "delimitedtext"
    )
    QgsProject.instance().addMapLayer(layer)
    return layer


def in_project(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Put a copy of the output of a run into the project."""
    copy = layer.materialize(QgsFeatureRequest())
    QgsProject.instance().addMapLayer(copy)
    return copy


@pytest.fixture(scope="module")
def sample(qgis_app: Any) -> dict[str, Any]:
    """Parameters for the modelled sample."""
    totals = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))["world_totals"]
    parameters: dict[str, Any] = {}
    for name, metric in (("INVENTORS", "patents"), ("AUTHORS", "publications"), ("DEALS", "deals")):
        parameters |= {
            name: table_layer(SAMPLE / f"{name.lower()}.csv").id(),
            f"{name}_RECORD": "record",
            f"{name}_WEIGHT": "addresses",
            f"{name}_ECONOMY": "economy",
            f"TOTAL_{metric.upper()}": totals[metric],
        }
    return parameters | {"CLUSTERS": OUTPUT, "SITES": OUTPUT, "RANKING": OUTPUT}


@pytest.fixture(scope="module")
def atlas(sample: dict[str, Any], qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One run on the whole sample."""
    from .conftest import Run

    report = tmp_path_factory.mktemp("report") / "report.html"
    return Run("innovationclusters", sample | {"REPORT": str(report), "REMARK": "Modelled <sample>."})


def test_the_published_top_ten_of_2025_comes_out(atlas: Any) -> None:
    assert atlas.succeeded, atlas.feedback.text
    with (ROOT / "resources" / "reference" / "gii_2025_size.csv").open(encoding="utf-8") as file:
        published = list(csv.DictReader(file))
    found = sorted(atlas.rows("CLUSTERS"), key=lambda row: row["rank"])[:10]
    for row, reference in zip(found, published, strict=True):
        assert row["rank"] == int(reference["rank"])
        assert row["economies"] == reference["economies"]
        assert row["score"] == pytest.approx(float(reference["score"]), rel=0.03)
        # Principal cities are named by a rule of our own: one of them must be among the published.
        assert set(row["name"].split("–")) & set(reference["cluster"].split("–"))


def test_fields_and_layers_are_the_contract(atlas: Any) -> None:
    assert atlas.layer("CLUSTERS").fields().names() == CLUSTER_FIELDS
    assert atlas.layer("RANKING").fields().names() == CLUSTER_FIELDS
    assert atlas.layer("RANKING").wkbType() == Qgis.WkbType.NoGeometry
    sites = ["cluster_id", "rank", "name", "name_ko", "role", "weight", "inventors", "authors", "deals"]
    sites += ["count_patents", "count_publications", "count_deals"]
    assert atlas.layer("SITES").fields().names() == sites
    clusters = atlas.rows("CLUSTERS")
    assert atlas.results["NUM_CLUSTERS"] == len(clusters) == len(atlas.rows("RANKING")) > 200
    assert [row["rank"] for row in clusters] == sorted(row["rank"] for row in clusters)
    for row in clusters:
        assert row["score"] == pytest.approx(
            sum(row[f"share_{m}"] for m in ("patents", "publications", "deals"))
        )
        assert row["population"] is row["intensity"] is row["intensity_rank"] is None


def test_korea_in_two_languages(atlas: Any) -> None:
    korean = {row["name"]: row["name_ko"] for row in atlas.rows("CLUSTERS") if row["economies"] == "KR"}
    assert {"Seoul": "서울", "Busan": "부산", "Daegu": "대구", "Ulsan": "울산"}.items() <= korean.items()


def test_nothing_is_lost(atlas: Any) -> None:
    members: dict[int, float] = {}
    total = 0.0
    for site in atlas.rows("SITES"):
        addresses = site["inventors"] + site["authors"] + site["deals"]
        total += addresses
        assert (site["cluster_id"] is None) == (site["role"] == "noise")
        if site["cluster_id"] is not None:
            members[site["cluster_id"]] = members.get(site["cluster_id"], 0.0) + addresses
    assert members == pytest.approx({row["cluster_id"]: row["addresses"] for row in atlas.rows("CLUSTERS")})
    stated = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))["files"]
    assert total == sum(entry["addresses"] for entry in stated.values())


def test_boundaries_hold_their_sites(atlas: Any) -> None:
    shapes = dict(
        zip((row["cluster_id"] for row in atlas.rows("CLUSTERS")), atlas.geometries("CLUSTERS"), strict=True)
    )
    for site, point in zip(atlas.rows("SITES"), atlas.geometries("SITES"), strict=True):
        if site["cluster_id"] is not None:
            assert shapes[site["cluster_id"]].contains(point)
    assert all(shape.isGeosValid() for shape in shapes.values())
    # A lone site's disc of 0.05 degrees, as an inscribed polygon, on the ellipsoid.
    row = min(atlas.rows("CLUSTERS"), key=lambda row: row["area_km2"])
    assert row["area_km2"] > 20.0


class Page(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_report_stands_alone(atlas: Any) -> None:
    page = Page()
    page.feed(Path(atlas.results["REPORT"]).read_text(encoding="utf-8"))
    assert "script" not in page.tags
    assert page.tags.count("h2") == 11
    assert "Shenzhen" in page.text
    assert "not WIPO's ranking" in page.text
    assert "Modelled <sample>." in page.text
    assert "TOTAL_PATENTS=12880" in page.text
    # Names of layers, no paths of anyone's machine.
    assert "INVENTORS=inventors" in page.text
    assert str(ROOT) not in page.text


def test_each_metric_alone_and_other_editions(run: Any, sample: dict[str, Any]) -> None:
    only = {name: value for name, value in sample.items() if "INVENTORS" in name or name == "TOTAL_PATENTS"}
    outputs = {"CLUSTERS": OUTPUT}
    patents = run("innovationclusters", only | outputs | {"EDITION": "2017"})
    assert patents.succeeded
    first = patents.rows("CLUSTERS")[0]
    # Tokyo leads by patents alone; what was not given is empty and not 0.
    assert first["name"].startswith("Tokyo")
    assert first["publications"] is first["share_deals"] is None
    assert first["score"] == round(first["share_patents"], 9)
    regional = run("innovationclusters", only | outputs | {"EDITION": "regional"})
    assert regional.results["NUM_CLUSTERS"] > patents.results["NUM_CLUSTERS"]


def test_selected_features_and_another_system(run: Any, make_layer: Callable[..., QgsVectorLayer]) -> None:
    points = [QgsGeometry.fromPointXY(QgsPointXY(127.0 + n / 1000, 37.5)) for n in range(40)]
    layer = make_layer("Point", "EPSG:4326", "id:integer", [(p.asWkt(), n) for n, p in enumerate(points)])
    layer.selectByExpression('"id" < 30')
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    result = run("innovationclusters", {"INVENTORS": chosen, "MIN_DENSITY": 20, "CLUSTERS": OUTPUT})
    [row] = result.rows("CLUSTERS")
    assert (row["patents"], row["share_patents"], row["name_ko"], row["economies"]) == (
        30.0,
        100.0,
        "서울",
        "KR",
    )


def test_population_and_intensity(
    run: Any, make_layer: Callable[..., QgsVectorLayer], tmp_path: Path
) -> None:
    """A raster of 1 person per pixel of 0.01 degrees, in another system than the clusters."""
    path = tmp_path / "people.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 200, 200, 1, gdal.GDT_Float32)
    raster.SetGeoTransform((126.0, 0.01, 0.0, 38.5, 0.0, -0.01))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4737)  # Korea 2000, within a metre of WGS 84
    raster.SetProjection(system.ExportToWkt())
    raster.GetRasterBand(1).WriteArray(np.ones((200, 200), dtype=np.float32))
    raster = None
    layer = make_layer(
        "Point", "EPSG:4326", "", [("POINT (127.002 37.503)",)] * 20 + [("POINT (10.002 50.003)",)] * 30
    )
    result = run(
        "innovationclusters",
        {"INVENTORS": layer.id(), "MIN_DENSITY": 5, "POPULATION": str(path), "CLUSTERS": OUTPUT},
    )
    germany, korea = result.rows("CLUSTERS")
    assert germany["population"] is germany["intensity"] is germany["intensity_rank"] is None
    # Pixel centres inside a disc of radius 5 pixels.
    assert korea["population"] == pytest.approx(np.pi * 25, rel=0.05)
    assert korea["intensity"] == pytest.approx(korea["score"] * 1e6 / korea["population"])
    assert korea["intensity_rank"] == 1


def test_own_gazetteer_and_countries(run: Any, make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:4326", "", [("POINT (127 37.5)",)] * 5)
    gazetteer = make_layer(
        "Point", "EPSG:4326", "name:string&population:integer", [("POINT (127 37.5)", "Own", 5)], "gazetteer"
    )
    countries = make_layer(
        "Polygon",
        "EPSG:4326",
        "ISO_A2:string",
        [("POLYGON ((120 30, 130 30, 130 40, 120 40, 120 30))", "zz")],
    )
    parameters = {"INVENTORS": layer.id(), "MIN_DENSITY": 5, "CLUSTERS": OUTPUT}
    result = run(
        "innovationclusters", parameters | {"GAZETTEER": gazetteer.id(), "COUNTRIES": countries.id()}
    )
    [row] = result.rows("CLUSTERS")
    assert (row["name"], row["name_ko"], row["economies"]) == ("Own", "Own", "ZZ")
    result = run("innovationclusters", parameters | {"GAZETTEER": countries.id()})
    assert result.reason.startswith("Gazetteer: The layer must have points")
    result = run("innovationclusters", parameters | {"COUNTRIES": layer.id()})
    assert not result.accepted


GOOD = {"EPS": 1000, "MIN_DENSITY": 3}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"INVENTORS": None}, "Inventors: Choose at least one layer"),
        ({"EPS": 0}, "Maximum distance between clustered addresses: The value must be greater than 0"),
        ({"EPS": -1}, "Maximum distance between clustered addresses: The value must be greater than 0"),
        ({"MIN_DENSITY": 0}, "Minimum density: The value must be greater than 0"),
        ({"TOTAL_PATENTS": -3}, "World total of patents: The value must be greater than 0"),
        ({"BUFFER": 0}, "Boundary: radius around places, in degrees: The radius must be greater than 0"),
        ({"MERGE_DISTANCE": -1}, "Merge clusters closer than: The distance must lie between 0 and 1000"),
        ({"MERGE_DISTANCE": 2e6}, "Merge clusters closer than: The distance must lie between 0 and 1000"),
        (
            {"BUFFER": 200},
            "Boundary: radius around places, in degrees: The radius must be greater than 0 and",
        ),
        ({"INVENTORS": None, "DEALS": "same"}, "Deals are part of the density: Nothing given is part of"),
        (
            {"INVENTORS": None, "AUTHORS": "same", "AUTHOR_WEIGHT": 0},
            "Weight of an author address: Nothing given is part of the density",
        ),
        ({"AUTHOR_WEIGHT": -1}, "Weight of an author address: The weight must be 0 or more"),
        ({"INVENTORS_RECORD": "nothing"}, "Inventors: record: The layer has no field nothing"),
        ({"INVENTORS_WEIGHT": "text"}, "Inventors: addresses in the row: The field text holds text"),
        (
            {"DEALS": "same", "EDITION": "2018-2024"},
            "Venture capital deals: Edition 2018-2024 does not count",
        ),
        ({"AUTHORS": "same", "EDITION": "2017"}, "Authors: Edition 2017 does not count this"),
        ({"CLUSTERS": "/proc/nowhere/c.gpkg"}, "Clusters: The folder /proc/nowhere does not exist"),
        ({"REPORT": "/proc/nowhere/r.html"}, "Report: The folder /proc/nowhere does not exist"),
    ],
)
def test_bad_input_is_one_sentence_before_any_work(
    run: Any, make_layer: Callable[..., QgsVectorLayer], changes: dict[str, Any], words: str
) -> None:
    layer = make_layer("Point", "EPSG:4326", "text:string", [("POINT (1 1)", "a")] * 5)
    changes = {name: layer.id() if value == "same" else value for name, value in changes.items()}
    result = run("innovationclusters", {"INVENTORS": layer.id(), "CLUSTERS": OUTPUT} | GOOD | changes)
    assert result.reason.startswith(words)
    assert "\n" not in result.reason
    assert not result.succeeded


@pytest.mark.parametrize(
    ("rows", "changes", "words"),
    [
        (
            [("POINT (1 1)", 1.0)] * 5,
            {"TOTAL_PATENTS": 4},
            "World total of patents: The world total 4 is smaller",
        ),
        ([("POINT (1 1)", -1.0)], {"INVENTORS_WEIGHT": "w"}, "is negative in 1 rows"),
        ([("POINT (1 1)", None)], {"INVENTORS_WEIGHT": "w"}, "has no number in 1 rows"),
        ([(None, 1.0), ("POINT (0 0)", 1.0)], {}, "Not one of the 2 rows can be used"),
        ([("POINT (1 1)", 0.0)] * 5, {"INVENTORS_WEIGHT": "w"}, "No row stands for an address"),
    ],
)
def test_what_shows_only_while_reading_leaves_nothing(
    run: Any,
    make_layer: Callable[..., QgsVectorLayer],
    tmp_path: Path,
    rows: list[Any],
    changes: dict[str, Any],
    words: str,
) -> None:
    layer = make_layer("Point", "EPSG:4326", "w:double", rows)
    outputs = {"CLUSTERS": str(tmp_path / "c.gpkg"), "REPORT": str(tmp_path / "r.html")}
    result = run("innovationclusters", {"INVENTORS": layer.id()} | outputs | GOOD | changes)
    assert not result.succeeded
    assert words in result.feedback.text
    assert list(tmp_path.iterdir()) == []


def test_files_that_qgis_has_no_driver_for(
    run: Any, atlas: Any, sample: dict[str, Any], tmp_path: Path
) -> None:
    """Parquet, a folder of it and CSV, with columns by their names: the same clusters as from layers."""
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.csv")
    pytest.importorskip("pyarrow.parquet")
    tables = {name: pyarrow.csv.read_csv(SAMPLE / f"{name}.csv") for name in ("inventors", "deals")}
    pyarrow.parquet.write_table(tables["inventors"], tmp_path / "inventors.parquet")
    folder = tmp_path / "deals"
    folder.mkdir()
    half = len(tables["deals"]) // 2
    pyarrow.parquet.write_table(tables["deals"].slice(0, half), folder / "a.parquet")
    pyarrow.parquet.write_table(tables["deals"].slice(half), folder / "b.parquet")
    totals = {name: value for name, value in sample.items() if name.startswith("TOTAL_")}
    found = run(
        "innovationclusters",
        {
            "INVENTORS": str(tmp_path / "inventors.parquet"),
            "AUTHORS": str(SAMPLE / "authors.csv"),
            "DEALS": str(folder),
            "CLUSTERS": OUTPUT,
        }
        | totals,
    )
    assert found.succeeded, found.feedback.text
    assert found.rows("CLUSTERS") == atlas.rows("CLUSTERS")


def test_a_file_without_a_column_is_refused_before_any_work(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text("longitude,latitude\n1,1\n", encoding="utf-8")
    refused = run(
        "innovationclusters", {"INVENTORS": str(path), "INVENTORS_RECORD": "application", "CLUSTERS": OUTPUT}
    )
    assert not refused.succeeded
    assert "application" in refused.feedback.text


def test_names_that_a_user_gave_survive_the_next_run(run: Any, atlas: Any, sample: dict[str, Any]) -> None:
    earlier = in_project(atlas.layer("CLUSTERS"))
    with edit(earlier):
        for feature in earlier.getFeatures():
            if feature["name"] == "Seoul":
                feature["name"], feature["name_ko"] = "Capital Region", "수도권"
                earlier.updateFeature(feature)
    again = run("innovationclusters", sample | {"EARLIER": earlier.id(), "MIN_DENSITY": 5_000})
    assert again.succeeded, again.feedback.text
    names = {row["name"]: row["name_ko"] for row in again.rows("CLUSTERS")}
    assert names["Capital Region"] == "수도권"
    assert "Seoul" not in names
    sites = {row["name"] for row in again.rows("SITES")}
    assert "Capital Region" in sites
    before = {row["name"]: row["rank"] for row in atlas.rows("CLUSTERS")}
    for row in again.rows("CLUSTERS")[:50]:
        assert row["earlier_rank"] == before["Seoul" if row["name"] == "Capital Region" else row["name"]]
        assert row["rank_change"] == row["earlier_rank"] - row["rank"]


def test_links_between_clusters_as_the_step_of_its_own_draws_them(
    run: Any, atlas: Any, sample: dict[str, Any]
) -> None:
    """From the sites' labels, joined to one metric's addresses, Collaboration links makes the same lines."""
    whole = run(
        "innovationclusters",
        {name: sample[name] for name in sample if "DEALS" not in name} | {"LINKS": OUTPUT},
    )
    assert whole.succeeded, whole.feedback.text
    links = whole.rows("LINKS")
    assert links
    ranked = [row["fractional"] for row in links]
    assert ranked[-1] == max(ranked)
    patents = run(
        "innovationclusters",
        {name: value for name, value in sample.items() if "INVENTORS" in name}
        | {"CLUSTERS": OUTPUT, "SITES": OUTPUT, "LINKS": OUTPUT, "EDITION": "2017"},
    )
    labelled = run(
        "labeladdresses",
        {"INPUT": sample["INVENTORS"], "SITES": in_project(patents.layer("SITES")).id(), "OUTPUT": OUTPUT},
    )
    assert labelled.succeeded, labelled.feedback.text
    step = run(
        "collaborationlinks",
        {
            "INPUT": in_project(labelled.layer("OUTPUT")).id(),
            "CLUSTER_FIELD": "cluster_id",
            "RECORD_FIELD": "record",
            "WEIGHT_FIELD": "addresses",
            "LINKS": OUTPUT,
        },
    )
    assert step.succeeded, step.feedback.text

    def pairs(rows: Any) -> dict[tuple[int, int], tuple[float, float]]:
        return {
            tuple(sorted((row["first_id"], row["second_id"]))): (row["records"], round(row["fractional"], 6))
            for row in rows
        }

    assert pairs(step.rows("LINKS")) == pairs(patents.rows("LINKS"))


def test_national_parameters_come_from_the_data(run: Any, sample: dict[str, Any], tmp_path: Path) -> None:
    """Korea alone: too few addresses for the world's density, and the run proposes one and says so."""
    korea = {name: value for name, value in sample.items() if "AUTHORS" in name}
    korea["AUTHORS"] = QgsProcessingFeatureSourceDefinition(
        sample["AUTHORS"], filterExpression="economy = 'KR'"
    )
    result = run(
        "innovationclusters",
        korea | {"EDITION": "national", "CLUSTERS": OUTPUT, "TABLES": str(tmp_path / "tables")},
    )
    assert result.succeeded, result.feedback.text
    assert "Proposed: a distance of" in result.feedback.text
    assert len(result.rows("CLUSTERS")) >= 2
    assert result.results["USED_EPS"] > 0.0
    assert result.results["USED_MIN_DENSITY"] > 0.0
    assert (tmp_path / "tables" / "parameter_candidates.csv").is_file()


def test_custom_parameters_must_be_given(run: Any, sample: dict[str, Any]) -> None:
    refused = run("innovationclusters", sample | {"EDITION": "custom", "EPS": 10_000})
    assert not refused.succeeded
    assert "Minimum density" in refused.feedback.text
    assert run(
        "innovationclusters", sample | {"EDITION": "custom", "EPS": 10_000, "MIN_DENSITY": 3_000}
    ).succeeded


def test_every_table_as_csv(run: Any, sample: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "표"
    result = run("innovationclusters", sample | {"TABLES": str(folder)})
    assert result.succeeded, result.feedback.text
    files = sorted(path.stem for path in folder.iterdir())
    assert files == sorted(
        [
            *("ranking", "concentration", "economies", "national_leaders", "leading_organisations"),
            *("mergers", "sources", "rejects", "parameters"),
            *("collaboration_links", "collaboration_partners"),
        ]
    )
    for path in folder.iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with (folder / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["name_ko"]
    assert [float(row["score"]) for row in rows] == [row["score"] for row in result.rows("CLUSTERS")]


def test_faulty_rows_are_counted_and_the_rest_is_used(
    run: Any, make_layer: Callable[..., QgsVectorLayer], tmp_path: Path
) -> None:
    layer = make_layer(
        "Point",
        "EPSG:4326",
        "record:string",
        [
            *[("POINT (1 1)", "a"), ("POINT (1 1)", "b"), ("POINT (1 1)", "b"), ("POINT (0 0)", "b")],
            *[("POINT (1 91)", "b"), ("POINT (540 1)", "c"), (None, "c"), ("POINT (1 1)", None)],
        ],
    )
    report = tmp_path / "report.html"
    result = run(
        "innovationclusters",
        {"INVENTORS": layer.id(), "INVENTORS_RECORD": "record", "CLUSTERS": OUTPUT, "REPORT": str(report)}
        | GOOD,
    )
    [row] = result.rows("CLUSTERS")
    # b has four addresses, two of them here; c none.
    assert row["patents"] == pytest.approx(1.5)
    assert row["share_patents"] == pytest.approx(50.0)
    page = Page()
    page.feed(report.read_text(encoding="utf-8"))
    rejects = [
        "The latitude is not between -90 and 90.",
        "The longitude is not between -180 and 180.",
        "Both coordinates are 0, where failed geocoding ends up.",
        "The row has no geometry.",
        "The record is empty.",
    ]
    for reason in rejects:
        assert f"{reason}1" in page.text
    told = [warning for warning in result.feedback.warnings if "1 rows rejected" in warning]
    assert sorted(warning.split("rejected. ")[1] for warning in told) == sorted(rejects)
    # Half of the places are at fault: the ranking is not to be trusted, and says so before it is shown.
    assert "Do not trust" in result.feedback.warnings[-1]
    assert page.text.index("Do not trust") < page.text.index("Ranking")


def test_zero_in_a_projected_layer_is_failed_geocoding_too(
    run: Any, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    """0, 0 of EPSG:5179 is a place in the Philippine Sea."""
    layer = make_layer("Point", "EPSG:5179", "", [("POINT (0 0)",)] * 5 + [("POINT (955000 1950000)",)] * 6)
    result = run("innovationclusters", {"INVENTORS": layer.id(), "CLUSTERS": OUTPUT} | GOOD)
    [row] = result.rows("CLUSTERS")
    assert row["name"] == "Seoul"
    assert row["patents"] == 6.0
    assert "Both coordinates are 0" in result.feedback.warnings[0]


@pytest.mark.parametrize("after", [0.0, 20.0, 30.0, 62.0, 86.0, 90.0])
def test_cancel_leaves_nothing(
    run: Any, feedback: Any, sample: dict[str, Any], tmp_path: Path, after: float
) -> None:
    stop = feedback(lambda told: bool(told.progress) and told.progress[-1] >= after)
    outputs = {
        "CLUSTERS": str(tmp_path / "clusters.gpkg"),
        "SITES": str(tmp_path / "sites.gpkg"),
        "RANKING": OUTPUT,
        "REPORT": str(tmp_path / "report.html"),
    }
    result = run("innovationclusters", sample | outputs, stop)
    assert not result.succeeded
    assert "Cancelled" in stop.text
    assert list(tmp_path.iterdir()) == []


def test_without_shapely_it_says_so_before_any_work(
    run: Any, make_layer: Callable[..., QgsVectorLayer], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = packages.find
    missing = packages.Package("shapely", None, "", "ImportError: no module")
    monkeypatch.setattr(packages, "find", lambda name: missing if name == "shapely" else real(name))
    layer = make_layer("Point", "EPSG:4326", "", [("POINT (1 1)",)] * 5)
    result = run("innovationclusters", {"INVENTORS": layer.id(), "CLUSTERS": OUTPUT} | GOOD)
    assert not result.succeeded
    assert result.reason.startswith("Innovation clusters needs the Python package shapely")


def test_without_numba_the_same_comes_out(
    run: Any, sample: dict[str, Any], atlas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = packages.find
    missing = packages.Package("numba", None, "", "ImportError: no module")
    monkeypatch.setattr(packages, "find", lambda name: missing if name == "numba" else real(name))
    with pytest.warns(UserWarning, match="numba"):
        result = run("innovationclusters", sample)
    assert result.rows("RANKING") == atlas.rows("RANKING")
    assert any("numba is not available" in warning for warning in result.feedback.warnings)


def test_real_publications(run: Any, data_folder: Path, tmp_path: Path) -> None:
    """459,194 real rows: payers go to the rejects, and so out of the ranking."""
    table = tmp_path / "publications.csv"
    packed = data_folder / "points" / "openapc_ror_publications_459k.csv.gz"
    with gzip.open(packed) as rows, table.open("wb") as plain:
        shutil.copyfileobj(rows, plain)
    layer = QgsVectorLayer(f"{table.as_uri()}?detectTypes=yes", "publications", "delimitedtext")
    QgsProject.instance().addMapLayer(layer)
    prepared = run(
        "preparepoints",
        {
            "INPUT": layer.id(),
            "RECORD_FIELD": "doi",
            "ECONOMY_FIELD": "country",
            "ORGANISATION_FIELD": "institution",
            "OUTPUT": str(tmp_path / "points.gpkg"),
            "REJECTS": str(tmp_path / "rejects.gpkg"),
        },
    )
    assert prepared.succeeded, prepared.feedback.text
    rejects = prepared.rows("REJECTS")
    assert prepared.results["NUM_POINTS"] + prepared.results["NUM_REJECTS"] == 459_194
    payers = {row["institution"] for row in rejects if row["reason"] == "payer"}
    assert {
        "Bill & Melinda Gates Foundation",
        "CNRS - Centre national de la recherche scientifique",
    } <= payers
    result = run(
        "innovationclusters",
        {
            "AUTHORS": str(tmp_path / "points.gpkg"),
            "AUTHORS_RECORD": "record",
            "AUTHORS_ECONOMY": "economy",
            "AUTHORS_ORGANISATION": "organisation",
            "AUTHOR_WEIGHT": 1.0,
            "MIN_DENSITY": 2000,
            "CLUSTERS": OUTPUT,
            "SITES": OUTPUT,
        },
    )
    assert result.succeeded, result.feedback.text
    ranking = result.rows("CLUSTERS")
    assert ranking[0]["name"] == "Munich"
    assert not {"Seattle", "Rabat"} & {row["name"] for row in ranking}
    addresses = sum(row["authors"] for row in result.rows("SITES"))
    assert addresses == prepared.results["NUM_POINTS"]


def test_real_research_organisations(run: Any, data_folder: Path) -> None:
    """51,551 organisations, 774 of them in Korea; clusters agree with the labels stored with the data."""
    layer = table_layer(data_folder / "points" / "ror_orgs_51551.csv", "lon", "lat")
    result = run(
        "innovationclusters",
        {
            "AUTHORS": layer.id(),
            "AUTHORS_RECORD": "ror_id",
            "AUTHORS_ECONOMY": "country_code",
            "AUTHORS_ORGANISATION": "name",
            "AUTHOR_WEIGHT": 1.0,
            "EPS": 13_000,
            "MIN_DENSITY": 50,
            "MERGE_DISTANCE": 0,
            "CLUSTERS": OUTPUT,
        },
    )
    assert result.succeeded, result.feedback.text
    # On the sphere there are 160; the ellipsoid moves distances by up to 0.6 per cent.
    assert abs(result.results["NUM_CLUSTERS"] - 160) <= 3
    assert "Seoul" in {row["name"] for row in result.rows("CLUSTERS")}
