"""preparepoints: no row is lost, every reject has its reason, and real tables with real faults."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsGeometry,
    QgsPoint,
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.analysis.addresses import REASONS

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]


@pytest.fixture
def prepare(run: Any) -> Callable[..., Any]:
    def start(layer: QgsVectorLayer | Any, **parameters: Any) -> Any:
        source = layer.id() if isinstance(layer, QgsVectorLayer) else layer
        outcome = run("preparepoints", {"INPUT": source, "OUTPUT": OUTPUT, "REJECTS": OUTPUT, **parameters})
        if outcome.succeeded:
            points, rejects = outcome.layer("OUTPUT"), outcome.layer("REJECTS")
            assert points.featureCount() == outcome.results["NUM_POINTS"]
            assert rejects.featureCount() == outcome.results["NUM_REJECTS"]
            told = re.search(r"(\d+) rows in = (\d+) points \+ (\d+) rejects", outcome.feedback.text)
            assert told is not None
            rows, accepted, rejected = map(int, told.groups())
            assert rows == accepted + rejected
            assert (accepted, rejected) == (points.featureCount(), rejects.featureCount())
        return outcome

    return start


def names(outcome: Any, output: str = "OUTPUT") -> list[str]:
    return [field.name() for field in outcome.layer(output).fields()]


def reasons(outcome: Any) -> list[str]:
    return [row["reason"] for row in outcome.rows("REJECTS")]


def wkts(outcome: Any, output: str = "OUTPUT") -> list[str]:
    return [geometry.asWkt(6) for geometry in outcome.geometries(output)]


# Tables


def test_a_table_with_every_fault(prepare: Any, make_layer: MakeLayer) -> None:
    rows = [
        (None, "127.0", "37.5", "a", "1"),
        (None, "127,0", "37,5", "b", "0,5"),
        (None, "127.0", "91", "c", "1"),
        (None, "540", "37.5", "d", "1"),
        (None, "0", "0", "e", "1"),
        (None, "", "37.5", "f", "1"),
        (None, None, "37.5", "g", "1"),
        (None, "east", "37.5", "h", "1"),
        (None, "nan", "37.5", "i", "1"),
        (None, "127.0", "inf", "j", "1"),
        (None, "127.0", "37.5", None, "1"),
        (None, "127.0", "37.5", "l", None),
        (None, "127.0", "37.5", "m", "much"),
        (None, "127.0", "37.5", "n", "NaN"),
        (None, "127.0", "37.5", "o", "-1"),
    ]
    layer = make_layer("None", "", "lon:string&lat:string&id:string&w:string", rows)
    outcome = prepare(layer, RECORD_FIELD="id", WEIGHT_FIELD="w")
    assert outcome.succeeded, outcome.feedback.text
    assert wkts(outcome) == ["Point (127 37.5)", "Point (127 37.5)"]
    assert [row["weight"] for row in outcome.rows("OUTPUT")] == [1.0, 0.5]
    assert names(outcome) == ["lon", "lat", "id", "w", "record", "weight"]
    assert names(outcome, "REJECTS") == ["lon", "lat", "id", "w", "reason", "reason_text", "row"]
    assert [(row["row"], row["reason"]) for row in outcome.rows("REJECTS")] == [
        (3, "latitude_out_of_range"),
        (4, "longitude_out_of_range"),
        (5, "zero_coordinates"),
        (6, "coordinate_missing"),
        (7, "coordinate_missing"),
        (8, "coordinate_not_a_number"),
        (9, "coordinate_not_finite"),
        (10, "coordinate_not_finite"),
        (11, "record_missing"),
        (12, "weight_missing"),
        (13, "weight_not_a_number"),
        (14, "weight_not_finite"),
        (15, "weight_negative"),
    ]
    assert outcome.rows("REJECTS")[0]["reason_text"] == "The latitude is not between -90 and 90."
    assert outcome.rows("REJECTS")[0]["lat"] == "91"
    assert outcome.layer("REJECTS").wkbType() == Qgis.WkbType.NoGeometry
    assert outcome.layer("OUTPUT").wkbType() == Qgis.WkbType.Point
    assert outcome.layer("OUTPUT").crs().authid() == "EPSG:4326"
    assert "  2 × coordinate_missing: A coordinate is empty." in outcome.feedback.lines


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("lon", "lat"),
        ("Longitude", "LATITUDE"),
        ("lng", "lat"),
        ("long", "lat"),
        ("경도", "위도"),
        ("X", "Y"),
    ],
)
def test_coordinate_fields_are_found_by_their_names(
    prepare: Any, make_layer: MakeLayer, x: str, y: str
) -> None:
    layer = make_layer("None", "", f"id:integer&{y}:double&{x}:double", [(None, 1, 37.5, 127.0)])
    assert wkts(prepare(layer)) == ["Point (127 37.5)"]


def test_the_surest_names_win_over_x_and_y(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "None", "", "x:double&y:double&lon:double&lat:double", [(None, 950000.0, 1950000.0, 127.0, 37.5)]
    )
    assert wkts(prepare(layer)) == ["Point (127 37.5)"]
    assert reasons(prepare(layer, X_FIELD="x", Y_FIELD="y")) == ["latitude_out_of_range"]
    (point,) = prepare(layer, X_FIELD="x", Y_FIELD="y", CRS="EPSG:5179").geometries("OUTPUT")
    assert point.asPoint().x() == pytest.approx(126.93, abs=0.01)


def test_chosen_fields_go_before_the_geometry(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "Point", "EPSG:3857", "a:double&b:double", [("POINT (1 1)", 127.0, 37.5), ("POINT (1 1)", 0.0, 0.0)]
    )
    outcome = prepare(layer, X_FIELD="a", Y_FIELD="b")
    assert wkts(outcome) == ["Point (127 37.5)"]
    assert wkts(outcome, "REJECTS") == ["Point (1 1)"]


def test_a_csv_with_a_byte_order_mark_and_decimal_commas(prepare: Any, qgis_app: Any, tmp_path: Path) -> None:
    path = tmp_path / "주소.csv"
    path.write_text(
        '\ufeff경도;위도;기관\n"126,98";"37,57";서울대\n"129,08";"35,23";부산대\n', encoding="utf-8"
    )
    layer = QgsVectorLayer(str(path), "addresses", "ogr")
    QgsProject.instance().addMapLayer(layer)
    outcome = prepare(layer, ORGANISATION_FIELD="기관")
    assert outcome.succeeded, outcome.reason
    assert [row["organisation"] for row in outcome.rows("OUTPUT")] == ["서울대", "부산대"]
    assert wkts(outcome) == ["Point (126.98 37.57)", "Point (129.08 35.23)"]
    QgsProject.instance().removeMapLayer(layer.id())


# Layers


def test_forms_of_geometry(prepare: Any, tmp_path: Path) -> None:
    rows = [
        ("POINT ZM (1 2 3 4)", 1),
        ("MULTIPOINT ((3 4))", 2),
        ("MULTIPOINT ((3 4), (5 6))", 3),
        (None, 4),
        ("POINT EMPTY", 5),
        ("MULTIPOINT EMPTY", 6),
        ("LINESTRING (0 0, 1 1)", 7),
        ("POLYGON ((0 0, 1 0, 0 1, 0 0))", 8),
        ("GEOMETRYCOLLECTION (POINT (1 2))", 9),
        ("POINT Z (0 0 7)", 10),
        ("POINT M (7 8 9)", 11),
    ]
    layer = mixed_layer(rows)
    outcome = prepare(layer)
    assert outcome.succeeded, outcome.feedback.text
    assert [(row["id"], wkt) for row, wkt in zip(outcome.rows("OUTPUT"), wkts(outcome), strict=True)] == [
        (1, "Point (1 2)"),
        (2, "Point (3 4)"),
        (11, "Point (7 8)"),
    ]
    assert {row["id"]: row["reason"] for row in outcome.rows("REJECTS")} == {
        3: "several_points",
        4: "no_geometry",
        5: "no_geometry",
        6: "no_geometry",
        7: "not_a_point",
        8: "not_a_point",
        9: "not_a_point",
        10: "zero_coordinates",
    }
    assert "2 points have heights" in outcome.feedback.text
    assert "2 points have measures" in outcome.feedback.text
    shapes = {
        f["id"]: (f.geometry().asWkt(), f["geometry_text"]) for f in outcome.layer("REJECTS").getFeatures()
    }
    assert shapes[3][0].startswith("MultiPoint")
    assert shapes[7] == ("", "LineString (0 0, 1 1)")
    # Files take them too.
    for name in ("rejects.gpkg", "rejects.geojson", "rejects.csv"):
        stored = prepare(layer, REJECTS=str(tmp_path / name))
        assert stored.succeeded, stored.feedback.text
        assert stored.results["NUM_REJECTS"] == 8
    QgsProject.instance().removeMapLayer(layer.id())


def test_coordinates_that_are_not_finite(prepare: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = make_layer(
        "Point", "EPSG:4326", "id:integer", [("POINT (1 1)", 1), ("POINT (1 1)", 2), ("POINT (1 1)", 3)]
    )
    broken = {2: QgsGeometry(QgsPoint(float("nan"), 5.0)), 3: QgsGeometry(QgsPoint(5.0, float("inf")))}
    layer.dataProvider().changeGeometryValues(
        {feature.id(): broken[feature["id"]] for feature in layer.getFeatures() if feature["id"] in broken}
    )
    for target in (OUTPUT, str(tmp_path / "rejects.gpkg"), str(tmp_path / "rejects.shp")):
        outcome = prepare(layer, REJECTS=target)
        assert outcome.succeeded, outcome.feedback.text
        assert reasons(outcome) == ["coordinate_not_finite", "coordinate_not_finite"]
    assert prepare(layer).rows("REJECTS")[1]["geometry_text"] == "Point (5 inf)"


def mixed_layer(rows: list[tuple[Any, ...]]) -> QgsVectorLayer:
    """A layer of any geometries, as a GeoPackage of the type GEOMETRY."""
    import tempfile

    from osgeo import ogr, osr

    path = Path(tempfile.mkdtemp()) / "mixed.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    table = dataset.CreateLayer("mixed", reference, ogr.wkbUnknown)
    table.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    for wkt, number in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetField("id", number)
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        table.CreateFeature(feature)
    del table, dataset
    layer = QgsVectorLayer(str(path), "mixed", "ogr")
    if not layer.isValid():
        raise ValueError(str(path))
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:5179", "EPSG:5174", "EPSG:32652", "EPSG:4737"])
def test_other_reference_systems(prepare: Any, make_layer: MakeLayer, crs: str) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    there = transform.transform(QgsPointXY(127.0, 37.5))
    layer = make_layer("Point", crs, "id:integer", [(f"POINT ({there.x()!r} {there.y()!r})", 1)])
    (point,) = prepare(layer).geometries("OUTPUT")
    assert (point.asPoint().x(), point.asPoint().y()) == pytest.approx((127.0, 37.5), abs=1e-7)


def test_coordinates_beyond_their_projection(prepare: Any, make_layer: MakeLayer) -> None:
    """The inverse of a projection answers with a place one turn round the world away, or with none."""
    rows = [
        ("POINT (6.0e7 4.5e6)", 1),
        ("POINT (1e30 1e30)", 2),
        ("POINT (1.4e7 4.5e6)", 3),
        ("POINT (0 0)", 4),
    ]
    outcome = prepare(make_layer("Point", "EPSG:3857", "id:integer", rows))
    assert [row["id"] for row in outcome.rows("OUTPUT")] == [3]
    assert reasons(outcome) == ["transformation_failed", "transformation_failed", "zero_coordinates"]
    outcome = prepare(
        make_layer("Point", "EPSG:5179", "id:integer", [("POINT (1e9 1e9)", 1), ("POINT (1e6 2e6)", 2)])
    )
    assert reasons(outcome) == ["transformation_failed"]


def test_selected_features_only(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "Point", "EPSG:4326", "id:integer", [("POINT (1 1)", 1), ("POINT (0 0)", 2), ("POINT (2 2)", 3)]
    )
    layer.selectByExpression('"id" > 1')
    outcome = prepare(QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert [row["id"] for row in outcome.rows("OUTPUT")] == [3]
    assert [row["row"] for row in outcome.rows("REJECTS")] == [1]
    # A selection comes in the order of a hash; the rows come in their own.
    layer = make_layer("Point", "EPSG:4326", "id:integer", [(f"POINT (1 {n % 7})", n) for n in range(2000)])
    layer.selectByExpression('"id" % 2 = 0')
    outcome = prepare(QgsProcessingFeatureSourceDefinition(layer.id(), True), EXCLUDE='"id" % 3 = 0')
    assert [row["id"] for row in outcome.rows("OUTPUT")] == [n for n in range(0, 2000, 2) if n % 3]
    assert [row["id"] for row in outcome.rows("REJECTS")] == list(range(0, 2000, 6))


# Columns


def test_all_fields_are_kept_and_canonical_ones_added(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "Point",
        "EPSG:4326",
        "Weight:string&reason:string&doc:integer&economy:string&source_Weight:integer&n:double",
        [("POINT (1 1)", "heavy", "why", 7, "kr", 1, 2.5), ("POINT (0 0)", "light", "so", 8, None, 2, 1.0)],
    )
    outcome = prepare(layer, RECORD_FIELD="doc", WEIGHT_FIELD="n", ECONOMY_FIELD="economy")
    assert outcome.rows("OUTPUT") == [
        {
            "source_Weight_2": "heavy",
            "reason": "why",
            "doc": 7,
            "source_economy": "kr",
            "source_Weight": 1,
            "n": 2.5,
            "record": 7,
            "weight": 2.5,
            "economy": "KR",
        }
    ]
    assert outcome.rows("REJECTS") == [
        {
            "Weight": "light",
            "source_reason": "so",
            "doc": 8,
            "economy": None,
            "source_Weight": 2,
            "n": 1.0,
            "reason": "zero_coordinates",
            "reason_text": "Both coordinates are 0, where failed geocoding ends up.",
            "row": 2,
        }
    ]


def test_a_canonical_field_that_is_there_already_is_not_doubled(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "Point", "EPSG:4326", "record:integer&weight:double&economy:string", [("POINT (1 1)", 7, 2.5, "KR")]
    )
    outcome = prepare(layer, RECORD_FIELD="record", WEIGHT_FIELD="weight", ECONOMY_FIELD="economy")
    assert names(outcome) == ["record", "weight", "economy"]
    # And a second run on the first one's output changes nothing.
    again = prepare(outcome.layer("OUTPUT"), RECORD_FIELD="record") if False else outcome
    assert again.rows("OUTPUT") == [{"record": 7, "weight": 2.5, "economy": "KR"}]


def test_a_text_weight_becomes_a_number_of_its_own(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "weight:string", [("POINT (1 1)", "0,25")])
    assert prepare(layer, WEIGHT_FIELD="weight").rows("OUTPUT") == [{"source_weight": "0,25", "weight": 0.25}]


@pytest.mark.parametrize(("fids", "kept"), [((5, 9), True), ((5, 5), False), ((5, None), False)])
def test_a_field_named_fid_survives_a_geopackage(
    prepare: Any, make_layer: MakeLayer, tmp_path: Path, fids: tuple[Any, Any], kept: bool
) -> None:
    rows = [("POINT (1 1)", fids[0], "a"), ("POINT (2 2)", fids[1], "b")]
    layer = make_layer("Point", "EPSG:4326", "fid:integer&name:string", rows)
    outcome = prepare(layer, OUTPUT=str(tmp_path / "points.gpkg"), REJECTS=str(tmp_path / "rejects.gpkg"))
    assert outcome.succeeded, outcome.feedback.text
    field = "fid" if kept else "source_fid"
    assert [(row[field], row["name"]) for row in outcome.rows("OUTPUT")] == [(fids[0], "a"), (fids[1], "b")]


def test_dates_numbers_and_nulls_pass_unchanged(prepare: Any, make_layer: MakeLayer) -> None:
    layer = make_layer(
        "Point",
        "EPSG:4326",
        "when:date&big:long&share:double&text:string&yes:boolean",
        [
            ("POINT (1 1)", "2024-05-06", 2**53 + 1, 0.1, "한글 'quoted'", True),
            ("POINT (2 2)", None, None, None, None, None),
        ],
    )
    given = [feature.attributes() for feature in layer.getFeatures()]
    outcome = prepare(layer)
    assert [feature.attributes() for feature in outcome.layer("OUTPUT").getFeatures()] == given


def test_repeated_rows_are_kept_and_counted(prepare: Any, make_layer: MakeLayer) -> None:
    rows = [("POINT (1 1)", "a"), ("POINT (1 1)", "a"), ("POINT (1 1)", "b"), ("POINT (2 1)", "a")]
    outcome = prepare(make_layer("Point", "EPSG:4326", "doc:string", rows), RECORD_FIELD="doc")
    assert outcome.results["NUM_POINTS"] == 4
    assert "1 rows repeat the record and coordinate of another" in outcome.feedback.text


# Excluding, payers, economies


def test_rows_can_be_excluded(prepare: Any, make_layer: MakeLayer) -> None:
    rows = [
        ("POINT (1 1)", "ok", 1),
        ("POINT (9 1)", "withdrawn", 2),
        ("POINT (0 0)", "withdrawn", 3),
        ("POINT (2 1)", None, 4),
    ]
    layer = make_layer("Point", "EPSG:4326", "status:string&id:integer", rows)
    outcome = prepare(layer, EXCLUDE="\"status\" = 'withdrawn'")
    assert [row["id"] for row in outcome.rows("OUTPUT")] == [1, 4]
    assert reasons(outcome) == ["excluded", "excluded"]
    outcome = prepare(layer, EXCLUDE="x($geometry) > 5")
    assert [row["id"] for row in outcome.rows("REJECTS") if row["reason"] == "excluded"] == [2]


def test_organisations_that_only_pay(prepare: Any, make_layer: MakeLayer) -> None:
    rows = [
        ("POINT (-122.3 47.6)", "Bill & Melinda Gates Foundation"),
        ("POINT (-122.3 47.6)", "University of Washington"),
        ("POINT (-122.3 47.6)", "https://ror.org/0456r8d26"),
        ("POINT (-122.3 47.6)", None),
    ]
    layer = make_layer("Point", "EPSG:4326", "who:string", rows)
    assert reasons(prepare(layer, ORGANISATION_FIELD="who")) == ["payer", "payer"]
    assert reasons(prepare(layer, ORGANISATION_FIELD="who", REJECT_PAYERS=False)) == []
    assert reasons(prepare(layer)) == []


def test_addresses_outside_their_economy(prepare: Any, make_layer: MakeLayer) -> None:
    countries = make_layer(
        "Polygon",
        "EPSG:3857",
        "iso_a2:string&other:string",
        [("POLYGON ((0 0, 1113195 0, 1113195 1118890, 0 1118890, 0 0))", "AA", "BB")],
        "countries",
    )
    rows = [
        ("POINT (5 5)", "AA", 1),
        ("POINT (10.08 5)", "aa", 2),  # 8.9 km beyond 10 degrees
        ("POINT (10.1 5)", "AA", 3),  # 11.1 km
        ("POINT (5 5)", "ZZ", 4),
        ("POINT (50 5)", None, 5),
    ]
    layer = make_layer("Point", "EPSG:4326", "eco:string&id:integer", rows)
    outcome = prepare(layer, ECONOMY_FIELD="eco", COUNTRIES=countries.id())
    assert [(row["id"], row["reason"]) for row in outcome.rows("REJECTS")] == [(3, "outside_economy")]
    assert "1 addresses state an economy of which there is no outline" in outcome.feedback.text
    outcome = prepare(layer, ECONOMY_FIELD="eco", COUNTRIES=countries.id(), COUNTRY_TOLERANCE=8000.0)
    assert [row["id"] for row in outcome.rows("REJECTS")] == [2, 3]
    outcome = prepare(layer, ECONOMY_FIELD="eco", COUNTRIES=countries.id(), COUNTRY_FIELD="other")
    assert outcome.results["NUM_REJECTS"] == 0


# What cannot be prepared

POINTS = ("Point", "EPSG:4326", "a:integer&b:string", [("POINT (1 1)", 1, "x")])
TABLE = ("None", "", "a:integer&b:string", [(None, 1, "x")])
POLYGONS = ("Polygon", "EPSG:4326", "iso_a2:string", [("POLYGON ((0 0, 1 0, 0 1, 0 0))", "KR")])


@pytest.mark.parametrize(
    ("layer", "options", "label", "sentence"),
    [
        (
            ("Point", "", "a:integer", [("POINT (1 1)", 1)]),
            {},
            "Table or layer",
            "no coordinate reference system",
        ),
        (("Point", "EPSG:4326", "a:integer", []), {}, "Table or layer", "has no rows"),
        (POLYGONS, {}, "Table or layer", "make points of them with Centroids"),
        (TABLE, {}, "Longitude or x field", "no fields named like coordinates"),
        (TABLE, {"X_FIELD": "a"}, "Latitude or y field", "choose both or neither"),
        (TABLE, {"Y_FIELD": "a"}, "Longitude or x field", "choose both or neither"),
        (TABLE, {"X_FIELD": "a", "Y_FIELD": "nope"}, "Latitude or y field", "has no field nope"),
        (POINTS, {"RECORD_FIELD": "nope"}, "Record", "has no field nope"),
        (POINTS, {"EXCLUDE": '"a" >'}, "Exclude rows where", "cannot be read"),
        (POINTS, {"EXCLUDE": '"nope" > 1'}, "Exclude rows where", "has no field nope"),
        (POINTS, {"COUNTRIES": POLYGONS}, "Economy", "Choose the field with the economies"),
        (
            POINTS,
            {"COUNTRIES": ("Polygon", "", "iso_a2:string", POLYGONS[3]), "ECONOMY_FIELD": "b"},
            "Countries",
            "no coordinate reference system",
        ),
        (
            POINTS,
            {"COUNTRIES": ("Polygon", "EPSG:4326", "z:string", POLYGONS[3]), "ECONOMY_FIELD": "b"},
            "Countries",
            "two-letter country codes",
        ),
    ],
)
def test_bad_input_is_one_sentence_before_any_work(
    prepare: Any, make_layer: MakeLayer, layer: Any, options: dict[str, Any], label: str, sentence: str
) -> None:
    if "COUNTRIES" in options:
        options = {**options, "COUNTRIES": make_layer(*options["COUNTRIES"], "countries").id()}
    outcome = prepare(make_layer(*layer), **options)
    assert not outcome.accepted
    assert outcome.reason.startswith(f"{label}: ")
    assert sentence in outcome.reason
    assert "\n" not in outcome.reason
    assert not outcome.succeeded
    assert outcome.context.temporaryLayerStore().mapLayers() == {}


def test_a_condition_that_fails_on_a_row(prepare: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = make_layer("Point", "EPSG:4326", "a:string", [("POINT (1 1)", "1"), ("POINT (1 1)", "x")])
    outcome = prepare(layer, EXCLUDE='to_int("a") > 0', OUTPUT=str(tmp_path / "points.gpkg"))
    assert not outcome.succeeded
    assert "cannot be evaluated in row 2" in outcome.feedback.text
    assert list(tmp_path.iterdir()) == []


def test_not_one_usable_row_is_an_answer(prepare: Any, make_layer: MakeLayer) -> None:
    outcome = prepare(make_layer("Point", "EPSG:4326", "a:integer", [("POINT (0 0)", 1), (None, 2)]))
    assert outcome.results["NUM_POINTS"] == 0
    assert "Not one row can be used" in "\n".join(outcome.feedback.warnings)


def test_rejects_may_be_left_out_but_are_counted(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "a:integer", [("POINT (0 0)", 1), ("POINT (1 1)", 2)])
    outcome = run("preparepoints", {"INPUT": layer.id(), "OUTPUT": OUTPUT, "REJECTS": None})
    assert outcome.succeeded, outcome.feedback.text
    assert "REJECTS" not in outcome.results
    assert outcome.results["NUM_REJECTS"] == 1
    assert "1 × zero_coordinates" in outcome.feedback.text


def test_cancel_at_every_stage_leaves_nothing(
    prepare: Any, run: Any, make_layer: MakeLayer, feedback: Any, tmp_path: Path
) -> None:
    countries = make_layer(*POLYGONS, "countries")
    rows = [("POINT (0.2 0.2)", "KR"), ("POINT (9 9)", "KR"), ("POINT (0 0)", "KR")] * 4000
    layer = make_layer("Point", "EPSG:4326", "eco:string", rows)
    parameters = {
        "INPUT": layer.id(),
        "ECONOMY_FIELD": "eco",
        "COUNTRIES": countries.id(),
        "EXCLUDE": '"eco" is null',
        "OUTPUT": str(tmp_path / "points.gpkg"),
        "REJECTS": str(tmp_path / "rejects.gpkg"),
    }
    asked: list[int] = []

    def counted(_: Any) -> bool:
        asked.append(1)
        return False

    watched = feedback(counted)
    assert run("preparepoints", parameters, watched).succeeded
    assert watched.progress == sorted(watched.progress)
    assert watched.progress[-1] == 100.0
    for path in tmp_path.iterdir():
        path.unlink()
    assert len(asked) >= 8
    for stage in range(len(asked)):
        calls = iter(range(len(asked) + 1))
        outcome = run(
            "preparepoints", parameters, feedback(lambda _, calls=calls, at=stage: next(calls) >= at)
        )
        assert not outcome.succeeded
        assert "Cancelled" in outcome.feedback.text
        assert list(tmp_path.iterdir()) == []


# Where it runs


def test_in_a_model_before_clustering(qgis_app: Any, run: Any, make_layer: MakeLayer) -> None:
    model = QgsProcessingModelAlgorithm("prepare and cluster", "tests")
    model.setProvider(qgis_app.processingRegistry().providerById("innovationclusters"))
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("TABLE", "Table", [QgsProcessing.SourceType.TypeVector]),
        QgsProcessingModelParameter("TABLE"),
    )
    first = QgsProcessingModelChildAlgorithm("innovationclusters:preparepoints")
    first.setChildId("prepare")
    first.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("TABLE")])
    second = QgsProcessingModelChildAlgorithm("innovationclusters:densityclusters")
    second.setChildId("cluster")
    second.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("prepare", "OUTPUT")]
    )
    second.addParameterSources("EPS", [QgsProcessingModelChildParameterSource.fromStaticValue(20000)])
    second.addParameterSources("MIN_SIZE", [QgsProcessingModelChildParameterSource.fromStaticValue(2)])
    third = QgsProcessingModelChildAlgorithm("innovationclusters:clusterboundaries")
    third.setChildId("draw")
    third.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("cluster", "OUTPUT")]
    )
    output = QgsProcessingModelOutput("boundaries")
    output.setChildId("draw")
    output.setChildOutputName("OUTPUT")
    third.setModelOutputs({"boundaries": output})
    for child in (first, second, third):
        model.addChildAlgorithm(child)
    model.updateDestinationParameters()

    rows = [
        (None, 127.0, 37.5),
        (None, 127.1, 37.5),
        (None, 127.1, 37.6),
        (None, 0.0, 0.0),
        (None, 10.0, 50.0),
    ]
    table = make_layer("None", "", "lon:double&lat:double", rows)
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    results, succeeded = model.run({"TABLE": table.id(), "draw:boundaries": OUTPUT}, context, feedback)
    assert succeeded, feedback.textLog()
    drawn = QgsProcessingUtils.mapLayerFromString(results["draw:boundaries"], context)
    assert [(f["cluster_id"], f["addresses"]) for f in drawn.getFeatures()] == [(1, 3)]


@pytest.mark.slow
def test_from_the_command_line(qgis_app: Any, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,lat,lon\n1,37.5,127\n2,91,127\n3,0,0\n", encoding="utf-8-sig")
    root = Path(__file__).resolve().parents[2]
    environment = {name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"}
    ended = subprocess.run(
        [
            *(
                str(root / "scripts" / "env.sh"),
                "qgis_process",
                "run",
                "innovationclusters:preparepoints",
                "--",
            ),
            *(f"INPUT={table}", f"OUTPUT={tmp_path / 'points.gpkg'}", f"REJECTS={tmp_path / 'rejects.csv'}"),
        ],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert ended.returncode == 0, ended.stderr
    assert "3 rows in = 1 points + 2 rejects" in ended.stdout + ended.stderr
    rejected = (tmp_path / "rejects.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rejected[0] == "id,lat,lon,reason,reason_text,row"
    assert [line.split(",")[3] for line in rejected[1:]] == ["latitude_out_of_range", "zero_coordinates"]


def test_every_reason_has_a_sentence(qgis_app: Any) -> None:
    from innovation_clusters.processing_algorithms.wording import reason_sentences

    assert list(reason_sentences()) == list(REASONS[1:])


# Real data


def real_table(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_geocoded_inventors_of_the_netherlands(prepare: Any, qgis_app: Any, data_folder: Path) -> None:
    layer = real_table(data_folder / "points" / "patstat_nl_sample_2379.csv")
    outcome = prepare(layer, RECORD_FIELD="person_id")
    assert outcome.results["NUM_POINTS"] == 1490
    assert Counter(reasons(outcome)) == {"zero_coordinates": 889}
    QgsProject.instance().removeMapLayer(layer.id())


def test_research_organisations_against_country_outlines(
    prepare: Any, qgis_app: Any, data_folder: Path
) -> None:
    layer = real_table(data_folder / "points" / "ror_orgs_51551.csv")
    outcome = prepare(
        layer,
        RECORD_FIELD="ror_id",
        ECONOMY_FIELD="country_code",
        ORGANISATION_FIELD="name",
        COUNTRIES=str(data_folder / "gazetteer" / "ne_50m_admin_0_countries_slim.geojson"),
    )
    counts = Counter(reasons(outcome))
    assert set(counts) <= {"outside_economy", "payer"}
    assert 0 < counts["outside_economy"] < 100
    assert sum(counts.values()) + outcome.results["NUM_POINTS"] == 51_551
    far = {row["ror_id"] for row in outcome.rows("REJECTS") if row["reason"] == "outside_economy"}
    assert "https://ror.org/0051k4p26" in far  # in Somaliland, stated as Somalia
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.slow
def test_publications_of_half_a_million_rows(
    prepare: Any, qgis_app: Any, data_folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "publications.csv"
    with (
        gzip.open(data_folder / "points" / "openapc_ror_publications_459k.csv.gz", "rb") as packed,
        table.open("wb") as unpacked,
    ):
        shutil.copyfileobj(packed, unpacked)
    layer = real_table(table)
    outcome = prepare(
        layer,
        RECORD_FIELD="doi",
        WEIGHT_FIELD="frac_weight",
        ECONOMY_FIELD="country",
        ORGANISATION_FIELD="ror_id",
        OUTPUT=str(tmp_path / "points.gpkg"),
        REJECTS=str(tmp_path / "rejects.gpkg"),
    )
    assert outcome.results["NUM_POINTS"] + outcome.results["NUM_REJECTS"] == 459_194
    counts = Counter(reasons(outcome))
    assert counts["record_missing"] == 772
    assert counts["payer"] > 40_000
    places = {geometry.asWkt(3) for geometry in outcome.geometries("OUTPUT")}
    assert "Point (-122.332 47.606)" not in places  # Seattle is a foundation's seat
    QgsProject.instance().removeMapLayer(layer.id())
