"""Every way in which a row can fail to be an address, and that the others get through."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.addresses import (
    MISSING,
    NOT_FINITE,
    NUMBER,
    REASONS,
    TEXT,
    Judgement,
    Payers,
    judge,
    numbers_of,
    repeated,
)
from innovation_clusters.analysis.countries import Countries
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor


def objects(*values: Any) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def reason(x: Any, y: Any, **options: Any) -> str:
    """Judge a single row of a table."""
    columns: dict[str, Any] = {name: objects(value) for name, value in options.items()}
    judgement = judge(objects(x), objects(y), **columns)
    return REASONS[int(judgement.reasons[0])]


@pytest.mark.parametrize(
    ("value", "number", "state"),
    [
        (37.5, 37.5, NUMBER),
        (37, 37.0, NUMBER),
        ("37.5", 37.5, NUMBER),
        ("37,5", 37.5, NUMBER),
        (" -127,25 ", -127.25, NUMBER),
        ("−3.5", -3.5, NUMBER),
        ("+1e2", 100.0, NUMBER),
        (".5", 0.5, NUMBER),
        ("5.", 5.0, NUMBER),
        (True, 1.0, NUMBER),
        (None, np.nan, MISSING),
        ("", np.nan, MISSING),
        ("   ", np.nan, MISSING),
        ("nan", np.nan, NOT_FINITE),
        ("-Infinity", np.nan, NOT_FINITE),
        (float("nan"), np.nan, NOT_FINITE),
        (float("-inf"), np.nan, NOT_FINITE),
        ("1e999", np.nan, NOT_FINITE),
        ("1.234,5", np.nan, TEXT),
        ("1_000", np.nan, TEXT),
        ("37°30'N", np.nan, TEXT),
        ("Seoul", np.nan, TEXT),
        ("٣٧", np.nan, TEXT),
        ([37.5], np.nan, TEXT),
    ],
)
def test_numbers_as_tables_hold_them(value: Any, number: float, state: int) -> None:
    numbers, states = numbers_of(objects(value))
    assert states.tolist() == [state]
    assert numbers.tolist() == pytest.approx([number], nan_ok=True)


@given(st.lists(st.one_of(st.none(), st.text(max_size=6), st.floats(), st.integers(-999, 999))))
def test_numbers_one_by_one_or_together(values: list[Any]) -> None:
    numbers, states = numbers_of(objects(*values))
    for value, number, state in zip(values, numbers, states, strict=True):
        alone, alone_state = numbers_of(objects(value))
        assert alone_state[0] == state
        assert alone[0] == number or np.isnan([alone[0], number]).all()


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (127.0, 37.5, ""),
        ("127,0", "37,5", ""),
        (180.0, 90.0, ""),
        (-180.0, -90.0, ""),
        (0.0, 51.5, ""),
        (6.6, 0.0, ""),
        (127.0, 91.0, "latitude_out_of_range"),
        (127.0, np.nextafter(90.0, 91.0), "latitude_out_of_range"),
        (540.0, 37.5, "longitude_out_of_range"),
        (-180.5, 37.5, "longitude_out_of_range"),
        (540.0, 91.0, "latitude_out_of_range"),
        (0.0, 0.0, "zero_coordinates"),
        ("0", "-0,0", "zero_coordinates"),
        (None, 37.5, "coordinate_missing"),
        (127.0, "", "coordinate_missing"),
        ("east", 37.5, "coordinate_not_a_number"),
        (127.0, "n/a", "coordinate_not_a_number"),
        (float("nan"), 37.5, "coordinate_not_finite"),
        (127.0, float("inf"), "coordinate_not_finite"),
    ],
)
def test_coordinates(x: Any, y: Any, expected: str) -> None:
    assert reason(x, y) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"weights": 0}, ""),
        ({"weights": "0,5"}, ""),
        ({"weights": None}, "weight_missing"),
        ({"weights": "many"}, "weight_not_a_number"),
        ({"weights": float("nan")}, "weight_not_finite"),
        ({"weights": -0.1}, "weight_negative"),
        ({"records": "EP123"}, ""),
        ({"records": 0}, ""),
        ({"records": None}, "record_missing"),
        ({"records": "  "}, "record_missing"),
        ({"economies": "KR"}, ""),
        ({"economies": " kr "}, ""),
        ({"economies": None}, ""),
        ({"economies": ""}, ""),
        ({"economies": "KOR"}, "economy_unknown_form"),
        ({"economies": "Korea"}, "economy_unknown_form"),
        ({"economies": "한국"}, "economy_unknown_form"),
        ({"economies": 82}, "economy_unknown_form"),
    ],
)
def test_the_other_columns(options: dict[str, Any], expected: str) -> None:
    assert reason(127.0, 37.5, **options) == expected


def test_forms_of_geometry() -> None:
    x, y = np.array([127.0, np.nan, np.nan, np.nan, np.nan]), np.array([37.0, np.nan, np.nan, np.nan, 5.0])
    judgement = judge(x, y, form=np.array([0, 1, 2, 3, 0], dtype=np.uint8))
    assert [REASONS[number] for number in judgement.reasons] == [
        "",
        "no_geometry",
        "several_points",
        "not_a_point",
        "coordinate_not_finite",
    ]


def test_the_first_fault_is_the_reason_and_no_row_is_lost() -> None:
    judgement = judge(
        objects(0.0, 0.0, 540.0, 10.0, 10.0, 10.0),
        objects(0.0, 0.0, 10.0, 10.0, 10.0, 10.0),
        excluded=np.array([True, False, False, False, False, False]),
        weights=objects(-1, -1, -1, -1, 1, 1),
        records=objects(None, None, None, None, None, "a"),
    )
    assert judgement.counts() == {
        "excluded": 1,
        "longitude_out_of_range": 1,
        "zero_coordinates": 1,
        "weight_negative": 1,
        "record_missing": 1,
    }
    assert judgement.accepted.tolist() == [False] * 5 + [True]
    assert sum(judgement.counts().values()) + judgement.accepted.sum() == 6


def test_projected_coordinates_have_no_range_but_may_fail_to_transform() -> None:
    seen = []

    def to_degrees(x: Any, y: Any) -> tuple[Any, Any]:
        seen.append(x.tolist())
        return np.where(x > 2e6, np.nan, x / 1e4), y / 1e4

    judgement = judge(
        objects(950_000.0, 3e6, 0.0, 1.9e6, "x"),
        objects(375_000.0, 0.0, 0.0, 10.0, 1.0),
        geographic=False,
        to_degrees=to_degrees,
    )
    assert [REASONS[number] for number in judgement.reasons] == [
        "",
        "transformation_failed",
        "zero_coordinates",
        "transformation_failed",
        "coordinate_not_a_number",
    ]
    assert seen == [[950_000.0, 3e6, 1.9e6]]
    assert (judgement.longitude[0], judgement.latitude[0]) == (95.0, 37.5)


def test_economies_and_weights_come_back_clean() -> None:
    judgement = judge(
        objects(1.0, 1.0, 1.0, 1.0),
        objects(1.0, 1.0, 1.0, 1.0),
        economies=objects("kr", "UK", None, "EL"),
        weights=objects("0,25", 1, 2.5, 0),
    )
    assert judgement.economies.tolist() == ["KR", "GB", None, "GR"]
    assert judgement.weights.tolist() == [0.25, 1.0, 2.5, 0.0]
    assert judge(objects(1.0), objects(1.0)).weights.tolist() == [1.0]


def test_no_rows() -> None:
    judgement: Judgement = judge(
        objects(), objects(), weights=objects(), records=objects(), economies=objects()
    )
    assert judgement.counts() == {}
    assert len(judgement.accepted) == 0


def test_reasons_are_distinct_codes() -> None:
    assert len(set(REASONS)) == len(REASONS)
    assert REASONS[0] == ""
    assert all(code.replace("_", "").isalpha() and code == code.lower() for code in REASONS[1:])


# Payers


def test_payers_by_name_or_identifier() -> None:
    payers = Payers(["Bill & Melinda Gates Foundation"], ["0456r8d26"])
    found = payers.among(
        objects(
            "Bill & Melinda Gates Foundation",
            "  bill & melinda  GATES foundation ",
            "https://ror.org/0456r8d26",
            "http://www.ror.org/0456R8D26",
            "0456r8d26",
            "Gates Foundation Cafeteria",
            "https://example.org/0456r8d26",
            "",
            None,
            7,
        )
    )
    assert found.tolist() == [True] * 5 + [False] * 5


def test_an_empty_identifier_matches_nothing() -> None:
    assert not Payers(["A"], [""]).among(objects("", " ", None)).any()


def test_shipped_payers_are_found_by_name_and_identifier() -> None:
    path = Path(__file__).resolve().parents[2] / "resources" / "reference" / "payers.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) >= 4
    payers = Payers.read()
    for row in rows:
        assert payers.among(objects(row["name"])).all()
        assert row["why"]
        if row["ror_id"]:
            assert payers.among(objects(row["ror_id"], f"https://ror.org/{row['ror_id']}")).all()


# Outlines of economies

SQUARE = shapely.to_wkb(shapely.box(10.0, 50.0, 12.0, 52.0))


def test_outside_the_stated_economy() -> None:
    outlines = Countries(["aa", "BB"], [SQUARE, shapely.to_wkb(shapely.box(20.0, 50.0, 22.0, 52.0))])
    judgement = judge(
        objects(11.0, 21.0, 21.0, 11.0, 11.0, 12.01),
        objects(51.0, 51.0, 51.0, 51.0, 51.0, 51.0),
        economies=objects("AA", "AA", "BB", None, "ZZ", "AA"),
        countries=outlines,
    )
    assert [REASONS[number] for number in judgement.reasons] == ["", "outside_economy", "", "", "", ""]
    assert judgement.unchecked == 1


@pytest.mark.parametrize("shape", [shapely.box(10.0, 59.0, 12.0, 61.0), shapely.box(-3.0, -0.5, 3.0, 0.5)])
def test_the_tolerance_is_metres_on_the_ellipsoid(shape: Any) -> None:
    """The nearest place on the outline is found here by walking along it."""
    outlines = Countries(["AA"], [shapely.to_wkb(shape)])
    ring = shapely.get_coordinates(shapely.segmentize(shape, 0.01))
    generator = np.random.default_rng(1)
    west, south, east, north = shape.bounds
    places = np.column_stack(
        [generator.uniform(west - 0.4, east + 0.4, 150), generator.uniform(south - 0.2, north + 0.2, 150)]
    )
    codes = objects(*["AA"] * 150)
    decided = 0
    for tolerance in (1_000.0, 10_000.0):
        outside, _ = outlines.outside(places[:, 0], places[:, 1], codes, tolerance)
        for (x, y), found in zip(places.tolist(), outside.tolist(), strict=True):
            if shapely.intersects_xy(shape, x, y):
                assert not found
                continue
            around = np.hypot((ring[:, 0] - x) * np.cos(np.radians(y)), ring[:, 1] - y).argsort()[:40]
            metres = min(Geodesic.WGS84.Inverse(y, x, *ring[place, ::-1])["s12"] for place in around)
            if abs(metres - tolerance) > 0.02 * tolerance + 200.0:  # the walk has steps of a kilometre
                assert found == (metres > tolerance)
                decided += 1
    assert decided > 60


def test_an_economy_on_both_sides_of_the_antimeridian() -> None:
    parts = shapely.MultiPolygon(
        [shapely.box(170.0, 60.0, 180.0, 70.0), shapely.box(-180.0, 65.0, -170.0, 70.0)]
    )
    outlines = Countries(["RU"], [shapely.to_wkb(parts)])
    longitude = np.array([179.99, -179.99, -179.9, -179.0, 0.0])
    latitude = np.array([66.0, 66.0, 62.0, 62.0, 62.0])
    outside, _ = outlines.outside(longitude, latitude, objects(*["RU"] * 5), 10_000.0)
    # 0.1 degrees of longitude at 62 degrees of latitude are 5 km; 1 degree is 52 km.
    assert outside.tolist() == [False, False, False, True, True]


def test_an_economy_of_several_rows_and_of_a_broken_outline() -> None:
    bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    outlines = Countries(["AA", "AA"], [SQUARE, shapely.to_wkb(bow_tie)])
    outside, unknown = outlines.outside(
        np.array([11.0, 0.2, 5.0]), np.array([51.0, 1.0, 5.0]), objects("AA", "AA", "AA"), 0.0
    )
    assert outside.tolist() == [False, False, True]
    assert not unknown.any()


# What else is told


def test_repeated_rows_are_counted() -> None:
    records = objects("a", "a", "a", "b", "a")
    assert repeated(records, np.array([1.0, 1.0, 2.0, 1.0, 1.0]), np.ones(5)) == 2
    assert repeated(None, np.ones(3), np.ones(3)) == 0


def test_cancel_at_every_stage() -> None:
    count = 0

    def judge_with(monitor: Monitor) -> None:
        judge(
            objects(11.0, 15.0),
            objects(51.0, 51.0),
            economies=objects("AA", "AA"),
            countries=Countries(["AA"], [SQUARE]),
            monitor=monitor,
        )

    def counted(fraction: float) -> None:
        nonlocal count
        count += 1

    judge_with(Monitor(counted))
    assert count >= 4
    for stage in range(count):
        left = iter(range(count))
        with pytest.raises(Cancelled):
            judge_with(Monitor(None, lambda left=left, stage=stage: next(left) == stage))  # type: ignore[misc]


def test_geocoded_inventors_of_the_netherlands(data_folder: Path) -> None:
    with (data_folder / "points" / "patstat_nl_sample_2379.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    judgement = judge(
        objects(*[row["lon"] for row in rows]),
        objects(*[row["lat"] for row in rows]),
        records=objects(*[row["person_id"] for row in rows]),
    )
    assert judgement.counts() == {"zero_coordinates": 889}
    assert judgement.accepted.tolist() == [row["geocoded"] != "0" for row in rows]
