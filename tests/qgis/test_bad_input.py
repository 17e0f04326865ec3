"""What spoils a run quietly gets one clear message, or is counted: through the algorithms themselves.

No data for a metric, totals of zero, rasters in another system or without a value for no data, overlapping
countries, codes of no economy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.processing_algorithms.inputs.population import MOST_PEOPLE

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]
OUTPUT = "TEMPORARY_OUTPUT"
ADDRESSES = "record:string&weight:double&economy:string"
COUNTS = "name:string&patents:double&publications:double"
SITES = "cluster_id:integer&rank:integer&name:string&inventors:double&authors:double"
SQUARE = "POLYGON ((126.9 37.4, 127.1 37.4, 127.1 37.6, 126.9 37.6, 126.9 37.4))"
# Its upper two thirds lie where the rasters of these tests have a gap.
NORTHERN = "POLYGON ((126.9 37.6, 127.1 37.6, 127.1 37.8, 126.9 37.8, 126.9 37.6))"

# What the whole method is asked for, where one cluster is enough.
ATLAS = {"EDITION": "2018-2024", "CLUSTERS": OUTPUT, "SITES": OUTPUT, "RANKING": OUTPUT}


def addresses(
    make_layer: MakeLayer,
    *economies: str | None,
    weight: float = 5_000.0,
    place: str | None = "POINT (127 37.5)",
) -> QgsVectorLayer:
    """One record at a place of the first cluster for each of the economies."""
    rows = [(place, f"r{number}", weight, economy) for number, economy in enumerate(economies)]
    return make_layer("Point", "EPSG:4326", ADDRESSES, rows, "addresses")


def given(name: str, layer: QgsVectorLayer) -> dict[str, Any]:
    return {name: layer, f"{name}_RECORD": "record", f"{name}_WEIGHT": "weight", f"{name}_ECONOMY": "economy"}


def refused(outcome: Any) -> str:
    """Return the one sentence of a run that was refused or ended, and make sure that it left nothing."""
    assert not outcome.succeeded
    [sentence] = outcome.feedback.errors
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert not [value for value in outcome.results.values() if value]
    return str(sentence)


# No data for a metric


@pytest.mark.parametrize(
    ("economies", "place", "words"),
    [
        ((), None, "Authors: The layer has no rows"),
        (("KR", "KR"), None, "Authors: Not one of the 2 rows can be used"),
        (("KR",), "POINT (0 0)", "Authors: Not one of the 1 rows can be used"),
    ],
)
def test_a_metric_without_a_usable_row(
    run: Any, make_layer: MakeLayer, economies: tuple[str, ...], place: str | None, words: str
) -> None:
    nothing = addresses(make_layer, *economies, place=place)
    layers = given("INVENTORS", addresses(make_layer, "KR")) | given("AUTHORS", nothing)
    assert refused(run("innovationclusters", ATLAS | layers)).startswith(words)


def test_a_metric_whose_rows_name_no_record(run: Any, make_layer: MakeLayer) -> None:
    nameless = make_layer(
        "Point", "EPSG:4326", ADDRESSES, [("POINT (127 37.5)", name, 1.0, "KR") for name in (None, "", " ")]
    )
    layers = given("INVENTORS", addresses(make_layer, "KR")) | given("AUTHORS", nameless)
    assert refused(run("innovationclusters", ATLAS | layers)).startswith(
        "Authors: Not one of the 3 rows can be used"
    )


def test_a_metric_of_the_edition_that_is_not_given(run: Any, make_layer: MakeLayer) -> None:
    layers = given("INVENTORS", addresses(make_layer, "KR"))
    outcome = run("innovationclusters", ATLAS | layers | {"EDITION": "2025"})
    assert outcome.succeeded, outcome.feedback.text
    assert (
        "Edition 2025 counts more than what is given: scores and ranks are without Publications, Venture "
        "capital deals."
    ) in outcome.feedback.warnings
    outcome = run("innovationclusters", ATLAS | layers | {"EDITION": "2017"})
    assert not [line for line in outcome.feedback.warnings if "counts more" in line]


def test_a_metric_that_the_edition_does_not_count(run: Any, make_layer: MakeLayer) -> None:
    layers = given("AUTHORS", addresses(make_layer, "KR"))
    assert "Edition 2017 does not count this" in refused(
        run("innovationclusters", ATLAS | layers | {"EDITION": "2017"})
    )


def test_a_metric_that_one_of_two_editions_has_not(run: Any, make_layer: MakeLayer) -> None:
    """Zeros throughout, as in the sites of an edition that does not count it, are no data; so is NULL."""
    place = "POINT (127 37)"
    both = make_layer("Point", "EPSG:4326", SITES, [(place, 1, 1, "Town", 3.0, 2.0)])
    for none in (0.0, None):
        lone = make_layer("Point", "EPSG:4326", SITES, [(place, 1, 1, "Town", 5.0, none)])
        for current, previous, which in ((both, lone, "last"), (lone, both, "this")):
            outcome = run("compareeditions", {"CURRENT": current, "PREVIOUS": previous, "OUTPUT": OUTPUT})
            assert outcome.succeeded, outcome.feedback.text
            assert outcome.feedback.warnings == [
                f"Publications: {which} year's clusters have none, so nothing is told of how it changed."
            ]
            [row] = outcome.rows("OUTPUT")
            assert row["change_publications"] is None
            assert row["change_patents"] == pytest.approx(-2.0 if current is both else 2.0)
    same = run("compareeditions", {"CURRENT": both, "PREVIOUS": both, "OUTPUT": OUTPUT})
    assert same.feedback.warnings == []


def test_editions_with_no_metric_in_common(run: Any, make_layer: MakeLayer) -> None:
    place = "POINT (127 37)"
    now = make_layer("Point", "EPSG:4326", SITES, [(place, 1, 1, "Town", 5.0, None)])
    for row in ((place, 1, 1, "Town", None, 5.0), (place, 1, 1, "Town", 0.0, 0.0)):
        before = make_layer("Point", "EPSG:4326", SITES, [row])
        outcome = run("compareeditions", {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT})
        assert "The two editions have no metric in common" in refused(outcome)


def test_counts_of_a_metric_that_are_all_empty(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("None", "", COUNTS, [(None, "a", None, 1.0), (None, "b", None, 2.0)])
    assert "has no number in 2 rows" in refused(
        run("scoreclusters", {"INPUT": layer, "PATENTS_FIELD": "patents", "OUTPUT": OUTPUT})
    )


# Totals of zero


def test_no_row_stands_for_an_address(run: Any, make_layer: MakeLayer) -> None:
    layers = given("INVENTORS", addresses(make_layer, "KR", "KR", weight=0.0))
    assert "No row stands for an address" in refused(run("innovationclusters", ATLAS | layers))


@pytest.mark.parametrize("total", [0.0, -1.0, 0.5])
def test_world_totals_that_cannot_be(run: Any, make_layer: MakeLayer, total: float) -> None:
    layers = given("INVENTORS", addresses(make_layer, "KR", "KR"))
    sentence = refused(run("innovationclusters", ATLAS | layers | {"TOTAL_PATENTS": total}))
    assert sentence.startswith("World total of patents: ")
    layer = make_layer("None", "", COUNTS, [(None, "a", 3.0, 1.0)])
    parameters = {"INPUT": layer, "PATENTS_FIELD": "patents", "TOTAL_PATENTS": total, "OUTPUT": OUTPUT}
    assert refused(run("scoreclusters", parameters)).startswith("World total of patents: ")


def test_counts_that_add_up_to_nothing(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("None", "", COUNTS, [(None, "a", 0.0, 1.0), (None, "b", 0.0, 2.0)])
    parameters = {
        "INPUT": layer,
        "PATENTS_FIELD": "patents",
        "PUBLICATIONS_FIELD": "publications",
        "OUTPUT": OUTPUT,
    }
    assert "The input has none of this metric" in refused(run("scoreclusters", parameters))
    # Nothing of a world that has some is a share, of zero.
    outcome = run("scoreclusters", parameters | {"TOTAL_PATENTS": 10.0})
    assert outcome.succeeded, outcome.feedback.text
    assert [row["share_patents"] for row in outcome.rows("OUTPUT")] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("algorithm", "words"),
    [
        ("scoreclusters", "The input has none of this metric"),
        ("geocodingquality", "All weights are 0"),
    ],
)
def test_weights_that_add_up_to_nothing(run: Any, make_layer: MakeLayer, algorithm: str, words: str) -> None:
    rows = [("POINT (1 1)", 1, "a", 0.0), ("POINT (1 2)", 2, "a", 0.0)]
    layer = make_layer("Point", "EPSG:4326", "cluster:integer&record:string&weight:double", rows)
    parameters = {"INPUT": layer, "WEIGHT_FIELD": "weight"}
    more = {
        "scoreclusters": {"CLUSTER_FIELD": "cluster", "RECORD_FIELD": "record", "OUTPUT": OUTPUT},
        "geocodingquality": {"ECONOMIES": OUTPUT},
    }
    assert words in refused(run(algorithm, parameters | more[algorithm]))


# The same id for different records


def test_records_of_two_metrics_are_never_the_same(run: Any, make_layer: MakeLayer) -> None:
    """Files of their own number their records from 0 on, in every metric."""
    layers = {
        **given("INVENTORS", addresses(make_layer, "KR", "KR", "KR")),
        **given("AUTHORS", addresses(make_layer, "KR", "KR")),
    }
    outcome = run("innovationclusters", ATLAS | layers)
    assert outcome.succeeded, outcome.feedback.text
    [row] = outcome.rows("CLUSTERS")
    assert (row["patents"], row["publications"]) == (3.0, 2.0)

    rows = [
        ("POINT (127 37.5)", 1, metric, "r0", 1.0)
        for metric in ("patents", "patents", "publications", "deals")
    ]
    fields = "cluster_id:integer&metric:string&record:string&weight:double"
    layer = make_layer("Point", "EPSG:4326", fields, rows)
    chosen = {"CLUSTER_FIELD": "cluster_id", "METRIC_FIELD": "metric", "RECORD_FIELD": "record"}
    outcome = run("scoreclusters", {"INPUT": layer, **chosen, "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    [row] = outcome.rows("OUTPUT")
    assert (row["patents"], row["publications"], row["deals"]) == (1.0, 1.0, 1.0)


def test_within_a_metric_one_id_is_one_record(run: Any, make_layer: MakeLayer) -> None:
    """Whatever files its rows came from: nothing but the id says what belongs together."""
    here, there = "POINT (127 37.5)", "POINT (129 35.2)"
    rows = [(here, "r0", 6_000.0, "KR"), (there, "r0", 6_000.0, "KR"), (there, "r1", 6_000.0, "KR")]
    layer = make_layer("Point", "EPSG:4326", ADDRESSES, rows)
    outcome = run("innovationclusters", ATLAS | given("INVENTORS", layer))
    assert outcome.succeeded, outcome.feedback.text
    assert [row["patents"] for row in outcome.rows("CLUSTERS")] == [1.5, 0.5]


def test_records_of_merged_layers_are_told(run: Any, make_layer: MakeLayer) -> None:
    fields = f"{ADDRESSES}&layer:string&path:string"
    rows = [
        ("POINT (127 37.5)", record, 6_000.0, "KR", path[:1], path)
        for record, path in (("1", "a.csv"), ("1", "a.csv"), ("2", "a.csv"), ("1", "b.csv"), ("3", "b.csv"))
    ]
    layer = make_layer("Point", "EPSG:4326", fields, rows, "merged")
    outcome = run("innovationclusters", ATLAS | given("INVENTORS", layer))
    assert outcome.succeeded, outcome.feedback.text
    [told] = [line for line in outcome.feedback.warnings if "merged layers" in line]
    assert told.startswith("merged: 1 records have rows from several of the merged layers")
    assert told.endswith(": 1")
    [row] = outcome.rows("CLUSTERS")
    assert row["patents"] == 3.0


# Rasters


@pytest.fixture
def make_raster(qgis_app: Any, tmp_path: Path) -> Callable[..., str]:
    """Write 10 people into each of 200 by 200 pixels round the square, and `gap` into the northern third."""

    def make(
        name: str, crs: str, gap: float, *, nodata: float | None = None, kind: int = gdal.GDT_Float32
    ) -> str:
        values: NDArray[np.float64] = np.full((200, 200), 10.0)
        values[:67] = gap
        west, east, south, north = 126.5, 127.5, 37.0, 38.0
        if crs and not QgsCoordinateReferenceSystem(crs).isGeographic():
            there = QgsCoordinateTransform(
                QgsCoordinateReferenceSystem("EPSG:4326"),
                QgsCoordinateReferenceSystem(crs),
                QgsProject.instance(),
            )
            low, high = there.transform(QgsPointXY(west, south)), there.transform(QgsPointXY(east, north))
            west, east, south, north = low.x(), high.x(), low.y(), high.y()
        path = tmp_path / f"{name}.tif"
        file = gdal.GetDriverByName("GTiff").Create(str(path), 200, 200, 1, kind)
        file.SetGeoTransform((west, (east - west) / 200, 0.0, north, 0.0, (south - north) / 200))
        if crs:
            system = osr.SpatialReference()
            system.SetFromUserInput(crs)
            file.SetProjection(system.ExportToWkt())
        if nodata is not None:
            file.GetRasterBand(1).SetNoDataValue(nodata)
        file.GetRasterBand(1).WriteArray(values)
        return str(path)

    return make


def population(
    run: Any, make_layer: MakeLayer, raster: Any, shape: str = SQUARE
) -> tuple[dict[str, Any], list[str]]:
    """Return the row of a cluster of that shape, and what was warned of."""
    clusters = make_layer("Polygon", "EPSG:4326", "name:string&score:double", [(shape, "Town", 1.0)])
    outcome = run("clusterintensity", {"INPUT": clusters, "POPULATION": raster, "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    [row] = outcome.rows("OUTPUT")
    return row, outcome.feedback.warnings


@pytest.mark.parametrize("crs", ["EPSG:5179", "EPSG:3857", "EPSG:32652"])
def test_a_raster_in_another_system(
    run: Any, make_layer: MakeLayer, make_raster: Callable[..., str], crs: str
) -> None:
    """The square has a 25th of the raster's area, more or less, 10 people in each of its pixels."""
    row, warnings = population(run, make_layer, make_raster("other", crs, 10.0))
    assert row["population"] == 10.0 * row["pixels"]
    assert row["pixels"] == pytest.approx(1_600, rel=0.03)
    assert warnings == []


def test_a_raster_without_a_system(run: Any, make_layer: MakeLayer, make_raster: Callable[..., str]) -> None:
    raster = make_raster("nowhere", "", 10.0)
    clusters = make_layer("Polygon", "EPSG:4326", "score:double", [(SQUARE, 1.0)])
    outcome = run("clusterintensity", {"INPUT": clusters, "POPULATION": raster, "OUTPUT": OUTPUT})
    assert not outcome.accepted
    assert "no coordinate reference system" in refused(outcome)
    layers = given("INVENTORS", addresses(make_layer, "KR"))
    assert "no coordinate reference system" in refused(
        run("innovationclusters", ATLAS | layers | {"POPULATION": raster})
    )


@pytest.mark.parametrize("gap", [-9_999.0, -3.4e38, 3.4e38, MOST_PEOPLE * 1.01, np.nan])
@pytest.mark.parametrize("told", [True, False])
def test_no_data_is_missing_whether_the_raster_names_it_or_not(
    run: Any, make_layer: MakeLayer, make_raster: Callable[..., str], gap: float, told: bool
) -> None:
    raster = make_raster("gaps", "EPSG:4326", gap, nodata=gap if told else None)
    row, warnings = population(run, make_layer, raster)
    assert (row["population"], row["pixels"], row["pixels_missing"]) == (16_000.0, 1_600, 0)
    assert warnings == []
    # Of 40 rows of 40 pixels, 27 are in the gap.
    row, warnings = population(run, make_layer, raster, NORTHERN)
    assert (row["population"], row["pixels"], row["pixels_missing"]) == (5_200.0, 520, 1_080)
    assert warnings == []


@pytest.mark.parametrize(
    ("kind", "largest"), [(gdal.GDT_Byte, 255), (gdal.GDT_UInt16, 65_535), (gdal.GDT_Int16, 32_767)]
)
def test_the_largest_number_of_whole_pixels_is_told(
    run: Any, make_layer: MakeLayer, make_raster: Callable[..., str], kind: int, largest: int
) -> None:
    """It may be people, so it counts; where the raster names it as no data, it does not. QGIS hands bytes
    over with a sign, so that 255 would be negative, and missing.
    """
    raster = make_raster("whole", "EPSG:4326", largest, kind=kind)
    layers = given("INVENTORS", addresses(make_layer, "KR", place="POINT (127 37.7)"))
    atlas = run("innovationclusters", ATLAS | layers | {"POPULATION": raster})
    assert len([line for line in atlas.feedback.warnings if f"pixels with {largest}," in line]) == 1
    row, [warning] = population(run, make_layer, raster, NORTHERN)
    assert f"There are pixels with {largest}, the largest number" in warning
    assert row["population"] == 5_200.0 + 1_080 * largest
    raster = make_raster("named", "EPSG:4326", largest, kind=kind, nodata=largest)
    row, warnings = population(run, make_layer, raster, NORTHERN)
    assert (row["population"], warnings) == (5_200.0, [])


# Countries and codes

OVERLAPPING = [
    ("POLYGON ((126 36, 128 36, 128 39, 126 39, 126 36))", "AA"),
    ("POLYGON ((126.5 36, 129 36, 129 39, 126.5 39, 126.5 36))", "BB"),
]


def test_codes_of_no_economy_in_addresses(run: Any, make_layer: MakeLayer) -> None:
    rows = [
        (f"POINT ({127 + place / 100} 37.5)", 1 + place % 2, f"r{place}", economy)
        for place, economy in enumerate(("KR", "KOR", "KOR", "ZZ", None, "uk"))
    ]
    layer = make_layer("Point", "EPSG:4326", "cluster_id:integer&record:string&economy:string", rows, "rows")
    no_codes = (
        "rows: 2 rows state something else than a code of two letters as their economy and count as rows "
        "that state none: KOR (2)"
    )
    unknown = (
        "rows: 1 rows state an economy whose code ISO 3166-1 does not have; they count for it as it stands: "
        "ZZ (1)"
    )
    parameters = {
        "INPUT": layer,
        "CLUSTER_FIELD": "cluster_id",
        "RECORD_FIELD": "record",
        "ECONOMY_FIELD": "economy",
    }
    scored = run("scoreclusters", parameters | {"OUTPUT": OUTPUT})
    assert scored.succeeded, scored.feedback.text
    assert scored.feedback.warnings == [no_codes, unknown]
    assert {row["economies"] for row in scored.rows("OUTPUT")} == {"KR", "GB/ZZ"}
    atlas = run(
        "innovationclusters",
        ATLAS | {"INVENTORS": layer, "INVENTORS_RECORD": "record", "INVENTORS_ECONOMY": "economy"},
    )
    assert atlas.succeeded, atlas.feedback.text
    assert [line for line in atlas.feedback.warnings if "econom" in line] == [no_codes, unknown]
    linked = run("collaborationlinks", parameters | {"LINKS": OUTPUT, "PARTNERS": OUTPUT})
    assert linked.succeeded, linked.feedback.text
    assert [line for line in linked.feedback.warnings if "econom" in line] == [no_codes, unknown]


def test_codes_of_no_economy_in_points_to_be_prepared(run: Any, make_layer: MakeLayer) -> None:
    layer = addresses(make_layer, "KR", "KOR", "Korea", None)
    outcome = run(
        "preparepoints", {"INPUT": layer, "ECONOMY_FIELD": "economy", "OUTPUT": OUTPUT, "REJECTS": OUTPUT}
    )
    assert outcome.succeeded, outcome.feedback.text
    assert len(outcome.rows("OUTPUT")) == 2
    assert [row["reason"] for row in outcome.rows("REJECTS")] == ["economy_unknown_form"] * 2


def test_codes_of_no_economy_in_rankings(run: Any, make_layer: MakeLayer) -> None:
    rows = [(None, 1, "a", "KR/ZZ"), (None, 2, "b", "KOR"), (None, 3, "c", "KR")]
    layer = make_layer("None", "", "rank:integer&name:string&economies:string", rows, "ranking")
    outcome = run("economysummary", {"INPUT": layer, "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.feedback.warnings == [
        "ranking: 1 rows state an economy whose code ISO 3166-1 does not have; they count for it as it "
        "stands: ZZ (1)",
        "ranking: 1 clusters are left out, because they state no economy as a code of two letters.",
    ]
    assert [(row["economy"], row["clusters"]) for row in outcome.rows("OUTPUT")] == [("KR", 2), ("ZZ", 1)]


def test_overlapping_countries_leave_addresses_in_both_in_order(run: Any, make_layer: MakeLayer) -> None:
    """Whoever states one of the two is at home in it; nothing is rejected twice or not at all."""
    countries = make_layer("Polygon", "EPSG:4326", "iso_a2:string", OVERLAPPING, "countries")
    layer = addresses(make_layer, "AA", "BB", "CC")
    outcome = run(
        "preparepoints",
        {
            "INPUT": layer,
            "ECONOMY_FIELD": "economy",
            "COUNTRIES": countries,
            "OUTPUT": OUTPUT,
            "REJECTS": OUTPUT,
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    assert (len(outcome.rows("OUTPUT")), outcome.rows("REJECTS")) == (3, [])
    assert "1 addresses state an economy of which there is no outline" in outcome.feedback.text
    outcome = run(
        "geocodingquality",
        {"INPUT": layer, "ECONOMY_FIELD": "economy", "COUNTRIES": countries, "SUSPICIOUS": OUTPUT},
    )
    assert outcome.succeeded, outcome.feedback.text
    assert "outside_economy" not in outcome.feedback.text
    assert "1 places state an economy of which there is no outline" in outcome.feedback.text


def test_of_overlapping_countries_the_first_is_where_a_cluster_is(run: Any, make_layer: MakeLayer) -> None:
    for outlines, first in ((OVERLAPPING, "AA"), (OVERLAPPING[::-1], "BB")):
        countries = make_layer("Polygon", "EPSG:4326", "iso_a2:string", outlines, "countries")
        layers = given("INVENTORS", addresses(make_layer, None, None))
        outcome = run("innovationclusters", ATLAS | layers | {"COUNTRIES": countries})
        assert outcome.succeeded, outcome.feedback.text
        assert [row["economies"] for row in outcome.rows("CLUSTERS")] == [first]
        second = "AABB".replace(first, "")
        [told] = [line for line in outcome.feedback.warnings if "overlap" in line]
        assert told.startswith(f"The outlines of {first} and {second} overlap; 1 places lie in both")
