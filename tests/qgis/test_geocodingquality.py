"""geocodingquality: layers and tables, in degrees and in metres, on made-up places and real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]
ROWS = [
    ("POINT (126.97 37.56)", "KR", "Samsung", 5.0, "block"),
    ("POINT (126.97 37.56)", "KR", "Samsung Ltd", 1.0, "block"),
    ("POINT (127.38 36.35)", "KR", "KAIST", 3.0, "Locality"),
    ("POINT (2.3522 48.8566)", "KR", "Lost", 1.0, None),
    ("POINT (-70.65 33.45)", "CL", "Turned", 1.0, "block"),
    ("POINT (0 0)", "KR", "Zero", 2.0, None),
    (None, "KR", "Nowhere", 1.0, None),
]
FIELDS = "economy:string&organisation:string&addresses:double&accuracy:string"


def inspected(run: Any, layer: Any, **parameters: Any) -> Any:
    chosen = {
        **{"INPUT": layer, "WEIGHT_FIELD": "addresses", "ECONOMY_FIELD": "economy"},
        **{"ORGANISATION_FIELD": "organisation", "ACCURACY_FIELD": "accuracy", "WORLD_SHARE": 100},
        **dict.fromkeys(("SUSPICIOUS", "ECONOMIES", "SITES"), OUTPUT),
    }
    return run("geocodingquality", {**chosen, **parameters})


def test_values(run: Any, make_layer: MakeLayer) -> None:
    outcome = inspected(run, make_layer("Point", "EPSG:4326", FIELDS, ROWS))
    assert outcome.succeeded, outcome.feedback.text
    found = {row["reasons"]: row for row in outcome.rows("SUSPICIOUS")}
    assert {reasons: (row["kind"], row["addresses"], row["economy"]) for reasons, row in found.items()} == {
        "zero_coordinates": ("fault", 2.0, "KR"),
        "outside_economy": ("fault", 1.0, "KR"),
        "outside_economy, sign_lost": ("fault", 1.0, "CL"),
        "no_geometry": ("fault", 1.0, None),
    }
    turned = found["outside_economy, sign_lost"]
    assert (turned["mended_longitude"], turned["mended_latitude"]) == (-70.65, -33.45)
    assert "lies outside the economy" in turned["reason_text"]
    assert "outside_economy" in turned["checked"]
    geometries = {
        row["reasons"]: geometry.asWkt()
        for row, geometry in zip(outcome.rows("SUSPICIOUS"), outcome.geometries("SUSPICIOUS"), strict=True)
    }
    assert geometries["no_geometry"] == ""
    assert geometries["zero_coordinates"].replace(" ", "") == "Point(00)"

    world, korea, chile = outcome.rows("ECONOMIES")
    assert (world["scope"], world["economy"], world["rows"], world["addresses"]) == ("world", None, 7, 14.0)
    assert world["share_faults"] == pytest.approx(100 * 5 / 14)
    assert world["share_located"] == pytest.approx(100 * 11 / 14)
    assert (world["gii_2024_block"], world["gii_2024_covered"]) == (85.2, 98.1)
    assert (korea["economy"], korea["share_block"]) == ("KR", pytest.approx(100 * 6 / 13))
    assert korea["share_city"] == pytest.approx(100 * 3 / 13)
    assert korea["share_not_stated"] == pytest.approx(100 * 4 / 13)
    assert (korea["sites"], korea["half_sites"], korea["share_heaviest"]) == (3, 1, 60.0)
    assert korea["gii_2024_block"] == 99.2
    assert (chile["economy"], chile["gii_2024_block"]) == ("CL", None)

    first, *others = outcome.rows("SITES")
    assert (first["place"], first["addresses"], first["organisations"]) == (1, 6.0, 1)
    assert first["share"] == pytest.approx(100 * 6 / 11)
    assert others[-1]["cumulative_share"] == pytest.approx(100.0)
    assert len(others) == 3

    assert outcome.results["VERDICT"] == "distrust"
    assert outcome.results["SHARE_FAULTS"] == pytest.approx(100 * 5 / 14, abs=1e-5)
    assert outcome.feedback.warnings == [
        "Do not trust a ranking of these addresses before they are mended: the places of 35.7 % are at "
        "fault, of 0.0 % in doubt."
    ]
    assert "Located to the city or better: 71.4 %; in GII 2024 98.0 % of inventors." in outcome.feedback.lines
    assert outcome.layer("ECONOMIES").attributeAlias(4) == "Located, %"


def test_good_places_are_trusted(run: Any, make_layer: MakeLayer) -> None:
    rows = [(f"POINT (127.{digit}123 37.{digit}5671)", "KR", f"O{digit}", 1.0, "block") for digit in range(9)]
    outcome = inspected(run, make_layer("Point", "EPSG:4326", FIELDS, rows))
    assert outcome.results["VERDICT"] == "trust"
    assert outcome.feedback.warnings == []
    assert outcome.rows("SUSPICIOUS") == []


def test_what_cannot_be_checked_is_told(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", FIELDS, ROWS)
    outcome = inspected(run, layer, ECONOMY_FIELD=None, ORGANISATION_FIELD=None, ACCURACY_FIELD=None)
    assert "The accuracy of the places is not stated." in outcome.feedback.lines
    assert "Not checked without the economy: whether places lie in it." in outcome.feedback.lines
    assert "Not checked without the organisation: payers, and shared centroids." in outcome.feedback.lines
    [world] = outcome.rows("ECONOMIES")
    assert world["share_not_stated"] == 100.0
    assert world["share_two_decimals"] == pytest.approx(100 * 10 / 11)
    checked = outcome.rows("SUSPICIOUS")[0]["checked"].split(", ")
    assert "zero_coordinates" in checked
    assert "outside_economy" not in checked


def test_projected_layers_and_tables(run: Any, make_layer: MakeLayer) -> None:
    """Seoul in metres of EPSG:5179 and as text in a table: the same place, also with axes changed."""
    metres = make_layer(
        "Point",
        "EPSG:5179",
        FIELDS,
        [("POINT (953901.2 1952032.0)", "KR", "A", 1.0, None), ("POINT (0 0)", "KR", "B", 1.0, None)],
    )
    outcome = inspected(run, metres)
    [site] = outcome.rows("SITES")
    assert (round(site["longitude"], 2), round(site["latitude"], 2)) == (126.98, 37.57)
    assert [row["reasons"] for row in outcome.rows("SUSPICIOUS")] == ["zero_coordinates"]

    table = make_layer(
        "None",
        "",
        f"lon:string&lat:string&{FIELDS}",
        [
            (None, "126,98", "37,57", "KR", "A", 1.0, None),
            (None, "37,57", "126,98", "KR", "A", 2.0, None),
            (None, "n/a", "37,57", "KR", "A", 1.0, None),
        ],
    )
    outcome = inspected(run, table)
    found = {row["reasons"]: row for row in outcome.rows("SUSPICIOUS")}
    assert set(found) == {"latitude_out_of_range, swapped", "coordinate_not_a_number"}
    swapped = found["latitude_out_of_range, swapped"]
    assert (swapped["longitude"], swapped["latitude"], swapped["suspicious"]) == (37.57, 126.98, 2.0)
    assert (swapped["mended_longitude"], swapped["mended_latitude"]) == (126.98, 37.57)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"ACCURACY_FIELD": "nothing"}, "The layer has no field nothing"),
        ({"WEIGHT_FIELD": "organisation"}, "holds text; choose a numeric field"),
        ({"X_FIELD": "addresses"}, "choose both or neither"),
    ],
)
def test_what_cannot_be_used_is_refused(
    run: Any, make_layer: MakeLayer, parameters: dict[str, Any], sentence: str
) -> None:
    outcome = inspected(run, make_layer("Point", "EPSG:4326", FIELDS, ROWS), **parameters)
    assert not outcome.accepted
    assert sentence in outcome.reason


def test_dutch_patents(run: Any, data_folder: Path) -> None:
    """889 of 2,379 real rows are at 0, 0, and 430 at the centre of the country."""
    outcome = run(
        "geocodingquality",
        {
            **{"INPUT": str(data_folder / "points" / "patstat_nl_sample_2379.csv")},
            **dict.fromkeys(("SUSPICIOUS", "ECONOMIES", "SITES"), OUTPUT),
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    found = {(row["longitude"], row["latitude"]): row for row in outcome.rows("SUSPICIOUS")}
    assert (found[0.0, 0.0]["suspicious"], found[0.0, 0.0]["kind"]) == (889.0, "fault")
    centre = found[5.75, 52.5]
    assert (centre["suspicious"], centre["faults"], centre["kind"]) == (430.0, 0.0, "doubt")
    assert centre["reasons"] == "round_degrees, heavy_in_world"
    assert outcome.results["VERDICT"] == "distrust"
