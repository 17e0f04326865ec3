"""proposezone: circles, belts and nodes on made-up cities, by brute force and as geodesics have it."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsDistanceArea, QgsPointXY, QgsVectorLayer

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]


def cities(make_layer: MakeLayer) -> tuple[QgsVectorLayer, np.ndarray]:
    """A city at Daejeon, half as much at Gwangju, and a band between Seoul and Suwon; weights 1 to 3."""
    rng = np.random.default_rng(12)
    at = np.concatenate(
        [
            rng.normal((127.38, 36.35), 0.05, (300, 2)),
            rng.normal((126.85, 35.16), 0.05, (150, 2)),
            np.column_stack([rng.normal(127.0, 0.01, 120), rng.uniform(37.2, 37.6, 120)]),
        ]
    )
    weights = rng.integers(1, 4, len(at))
    rows = [(f"POINT ({x} {y})", int(w)) for (x, y), w in zip(at.tolist(), weights, strict=True)]
    layer = make_layer("Point", "EPSG:4326", "weight:integer", rows)
    return layer, np.column_stack([at, weights])


def propose(run: Any, layer: Any, **parameters: Any) -> Any:
    chosen = {"INPUT": layer, "WEIGHT": "weight", **dict.fromkeys(("SHAPES", "COMPARISON", "CHOSEN"), OUTPUT)}
    return run("proposezone", {**chosen, **parameters})


def metres() -> QgsDistanceArea:
    measure = QgsDistanceArea()
    measure.setEllipsoid("EPSG:7030")
    return measure


def held(at: np.ndarray, longitude: float, latitude: float, radius: float) -> float:
    """The weight within so many metres of a place, by QGIS's geodesics."""
    measure, centre = metres(), QgsPointXY(longitude, latitude)
    return sum(w for x, y, w in at.tolist() if measure.measureLine(QgsPointXY(x, y), centre) <= radius)


def test_circles(run: Any, make_layer: MakeLayer) -> None:
    layer, at = cities(make_layer)
    outcome = propose(run, layer, RADIUS=10_000, COUNT=3)
    assert outcome.succeeded, outcome.feedback.text
    assert set(outcome.results) == {"SHAPES", "COMPARISON", "WEIGHT_INSIDE"}
    rows = outcome.rows("SHAPES")
    assert [row["shape"] for row in rows] == ["circle"] * 3
    assert [row["place"] for row in rows] == [1, 2, 3]
    weights = [row["weight"] for row in rows]
    assert weights == sorted(weights, reverse=True)
    assert outcome.results["WEIGHT_INSIDE"] == weights[0]
    first = rows[0]
    assert first["share"] == pytest.approx(100 * weights[0] / at[:, 2].sum())
    # True to geodesics: what it holds lies within the radius, and no random centre holds more than the bound.
    assert held(at, first["longitude"], first["latitude"], 10_000) >= weights[0]
    assert first["reach_km"] <= 10.0 + 1e-6
    assert first["bound"] >= weights[0]
    rng = np.random.default_rng(1)
    tried = rng.normal((127.38, 36.35), 0.03, (300, 2)).tolist()
    assert max(held(at, x, y, 10_000) for x, y in tried) <= first["bound"]
    assert first["area_km2"] == pytest.approx(math.pi * 100, rel=2e-3)
    assert first["elongation"] == 1.0
    assert first["gain"] == 0.0
    assert rows[1]["gain"] == rows[1]["weight"] - weights[0]
    # Circles do not overlap.
    for number, row in enumerate(rows):
        for other in rows[:number]:
            ends = [QgsPointXY(entry["longitude"], entry["latitude"]) for entry in (row, other)]
            assert metres().measureLine(*ends) >= 2 * 10_000 * (1 - 1e-3)
    assert outcome.rows("COMPARISON") == rows
    assert "no circle of this radius holds more than" in outcome.feedback.text


def test_belts_beside_the_circle(run: Any, make_layer: MakeLayer) -> None:
    rng = np.random.default_rng(2)
    along = rng.uniform(-30_000, 30_000, 400)
    x = 953_000 + along * math.sin(math.radians(30))
    y = 1_952_000 + along * math.cos(math.radians(30))
    rows = [(f"POINT ({a} {b})", 1) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    layer = make_layer("Point", "EPSG:5179", "weight:integer", rows)
    outcome = propose(run, layer, RADIUS=10_000, BELT_WIDTH=5_000, BELT_LENGTH=62_000)
    assert outcome.succeeded, outcome.feedback.text
    circle, straight, bent = outcome.rows("SHAPES")
    assert (straight["shape"], bent["shape"]) == ("rectangle", "path")
    assert straight["weight"] == 400
    assert straight["bearing"] == pytest.approx(30.0, abs=4.0)
    assert straight["elongation"] == pytest.approx(12.4)
    assert straight["area_km2"] == pytest.approx(310, rel=1e-3)
    assert straight["gain"] == 400 - circle["weight"]
    assert straight["gain_percent"] == pytest.approx(100 * straight["gain"] / circle["weight"])
    assert straight["spread"] is None or straight["spread"] > 20
    assert bent["weight"] > 1.5 * circle["weight"]


def test_a_belt_has_the_area_of_the_circle_where_no_length_is_given(run: Any, make_layer: MakeLayer) -> None:
    layer, _ = cities(make_layer)
    outcome = propose(run, layer, RADIUS=10_000, BELT_WIDTH=8_000)
    circle, straight, bent = outcome.rows("SHAPES")
    assert straight["area_km2"] == pytest.approx(circle["area_km2"], rel=2e-3)
    assert bent["area_km2"] == pytest.approx(circle["area_km2"], rel=0.05)


def test_nodes_that_are_all_elsewhere_are_refused(run: Any, make_layer: MakeLayer) -> None:
    layer, _ = cities(make_layer)
    rows = [("POINT (10.0 50.0)", 4e6), ("POINT (10.1 50.1)", 4e6)]
    nodes = make_layer("Point", "EPSG:4326", "area_m2:double", rows, name="nodes")
    outcome = propose(run, layer, NODES=nodes, NODE_AREA_FIELD="area_m2", RADIUS=10_000)
    assert not outcome.succeeded
    assert "Not one of the nodes lies where the points are; choose nodes among them." in outcome.feedback.text
    assert "RuntimeWarning" not in outcome.feedback.text


@pytest.mark.parametrize("reading", ["enclosing", "core"])
def test_nodes(run: Any, make_layer: MakeLayer, reading: str) -> None:
    layer, at = cities(make_layer)
    nodes = make_layer(
        "Point",
        "EPSG:4326",
        "name:string&area_m2:double",
        [
            ("POINT (127.38 36.35)", "Daedeok", 8e6),
            ("POINT (127.44 36.33)", "Station", 4e6),
            ("POINT (127.30 36.40)", "Sejong", 4e6),
            ("POINT (126.85 35.16)", "Gwangju", 14e6),
            ("POINT (127.38 36.36)", "Large", 16e6),
            (None, "Nowhere", 1e6),
        ],
        name="nodes",
    )
    outcome = propose(
        run, layer, NODES=nodes, NODE_AREA_FIELD="area_m2", RADIUS=10_000, READING=reading, COUNT=2
    )
    assert outcome.succeeded, outcome.feedback.text
    assert "1 nodes have no place and cannot be chosen." in outcome.feedback.warnings
    chosen = {row["name"]: row for row in outcome.rows("CHOSEN")}
    assert set(chosen) == {"Daedeok", "Station", "Sejong", "Gwangju", "Large", "Nowhere"}
    assert (chosen["Nowhere"]["chosen"], chosen["Nowhere"]["value"]) == (False, None)
    picked = [row for row in chosen.values() if row["chosen"]]
    assert sum(row["node_km2"] for row in picked) <= 15.0
    assert not chosen["Large"]["chosen"]
    # What lies in a node by hand: within a circle of its area.
    radius = math.sqrt(14e6 / math.pi)
    assert chosen["Gwangju"]["value"] == pytest.approx(held(at, 126.85, 35.16, radius), abs=3)
    shapes = {row["shape"]: row for row in outcome.rows("SHAPES") if row["place"] == 1}
    assert shapes["nodes"]["weight"] == sum(row["value"] for row in picked)
    assert shapes["nodes"]["bound"] == shapes["nodes"]["weight"]
    assert shapes["nodes"]["area_km2"] == pytest.approx(sum(row["node_km2"] for row in picked))
    assert sum(row["core"] for row in chosen.values()) == (1 if reading == "core" else 0)


def test_circles_at_nodes_that_are_polygons(run: Any, make_layer: MakeLayer) -> None:
    layer, at = cities(make_layer)
    nodes = make_layer(
        "Polygon",
        "EPSG:4326",
        "name:string&worth:double",
        [
            ("POLYGON ((127.3 36.3, 127.4 36.3, 127.4 36.4, 127.3 36.4, 127.3 36.3))", "Daejeon", 2.5),
            ("POLYGON ((126.8 35.1, 126.9 35.1, 126.9 35.2, 126.8 35.2, 126.8 35.1))", "Gwangju", 1.0),
        ],
        name="nodes",
    )
    outcome = propose(
        run,
        layer,
        **{"NODES": nodes, "CENTRES": "nodes", "COUNT": 5, "RADIUS": 12_000, "AREA_LIMIT": 200},
        NODE_VALUE_FIELD="worth",
    )
    assert outcome.succeeded, outcome.feedback.text
    circles = [row for row in outcome.rows("SHAPES") if row["shape"] == "circle"]
    assert [row["name"] for row in circles] == ["Daejeon", "Gwangju"]
    for row in circles:
        assert row["weight"] == pytest.approx(held(at, row["longitude"], row["latitude"], 12_000), abs=3)
    [best] = [row for row in outcome.rows("SHAPES") if row["shape"] == "nodes"]
    # Worth is no weight: it has no share and no gain.
    assert (best["weight"], best["share"], best["gain"]) == (2.5, None, None)
    assert {row["name"]: row["value"] for row in outcome.rows("CHOSEN")} == {"Daejeon": 2.5, "Gwangju": 1.0}


def test_the_same_from_another_system(run: Any, make_layer: MakeLayer) -> None:
    layer, _ = cities(make_layer)
    moved = run("native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": "EPSG:5186", "OUTPUT": OUTPUT})
    first, second = (propose(run, own, RADIUS=10_000) for own in (layer, moved.layer("OUTPUT")))
    assert first.results["WEIGHT_INSIDE"] == second.results["WEIGHT_INSIDE"]
    assert second.layer("SHAPES").crs().authid() == "EPSG:5186"


def test_without_weights_and_with_rows_that_have_no_place(run: Any, make_layer: MakeLayer) -> None:
    rows = [("POINT (127 37)", 1), ("POINT (127.001 37)", 1), (None, 5), ("POINT (0 0)", 9)]
    layer = make_layer("Point", "EPSG:4326", "weight:integer", rows)
    outcome = propose(run, layer, WEIGHT=None, RADIUS=500)
    assert outcome.results["WEIGHT_INSIDE"] == 2
    assert "2 rows have no usable place and take no part." in outcome.feedback.warnings


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"RADIUS": 0}, "The radius must be greater than 0"),
        ({"RADIUS": 5_000, "BELT_WIDTH": 9_000}, "wider than long"),
        ({"CENTRES": "nodes"}, "Choose the nodes"),
        ({"AREA_LIMIT": 0}, "greater than 0"),
        ({"NODES": "itself"}, "Points need a field with their area"),
        ({"WEIGHT": "nothing"}, "The layer has no field nothing"),
    ],
)
def test_what_cannot_be_used_is_refused(
    run: Any, make_layer: MakeLayer, parameters: dict[str, Any], sentence: str
) -> None:
    layer, _ = cities(make_layer)
    if "NODES" in parameters:
        parameters = {"NODES": layer}
    outcome = propose(run, layer, **parameters)
    assert not outcome.accepted
    assert sentence in outcome.reason


def test_what_only_the_rows_tell_ends_in_a_sentence(run: Any, make_layer: MakeLayer) -> None:
    world = make_layer("Point", "EPSG:4326", "weight:integer", [("POINT (127 37)", 1), ("POINT (-70 40)", 1)])
    outcome = propose(run, world)
    assert not outcome.succeeded
    assert "choose those of one country" in outcome.feedback.text
    weightless = make_layer("Point", "EPSG:4326", "weight:integer", [("POINT (127 37)", 0)])
    outcome = propose(run, weightless)
    assert not outcome.succeeded
    assert "Nothing that has a weight" in outcome.feedback.text
    negative = make_layer("Point", "EPSG:4326", "weight:integer", [("POINT (127 37)", -1)])
    assert "weights must be 0 or more" in propose(run, negative).feedback.text


def test_cancel_leaves_nothing(run: Any, make_layer: MakeLayer, feedback: Any, tmp_path: Path) -> None:
    layer, _ = cities(make_layer)
    target = tmp_path / "shapes.gpkg"
    outcome = run(
        "proposezone",
        {"INPUT": layer, "SHAPES": str(target), "BELT_WIDTH": 5_000},
        feedback(lambda own: bool(own.progress) and own.progress[-1] > 40),
    )
    assert not outcome.succeeded
    assert not target.exists()
