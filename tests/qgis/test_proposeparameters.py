"""proposeparameters: from layers to a proposal that others can run with, its tables and its report."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from qgis.core import QgsVectorLayer

from innovation_clusters.analysis.editions import AUTHOR_WEIGHT, DEAL_WEIGHT
from innovation_clusters.analysis.parameter_proposal import propose_parameters
from innovation_clusters.processing_algorithms.outputs.line_chart import Axis, Line, Mark, line_chart

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]
TABLES = dict.fromkeys(("CANDIDATES", "KDISTANCE"), OUTPUT)


def towns(seed: int = 0, count: int = 400) -> list[tuple[str, float, float, float]]:
    """WKT, longitude, latitude and weight of addresses in ten towns of falling size."""
    generator = np.random.default_rng(seed)
    centres = np.column_stack([generator.uniform(126.5, 129.0, 10), generator.uniform(35.0, 37.5, 10)])
    shares = 1.0 / np.arange(1, 11)
    town = generator.choice(10, count, p=shares / shares.sum())
    at = np.round(centres[town] + generator.normal(0.0, 0.03, (count, 2)), 4)
    weights = generator.integers(1, 6, count).astype(float)
    return [
        (f"POINT ({x} {y})", x, y, weight)
        for (x, y), weight in zip(at.tolist(), weights.tolist(), strict=True)
    ]


def make_addresses(make_layer: MakeLayer, rows: list[tuple[str, float, float, float]]) -> QgsVectorLayer:
    return make_layer("Point", "EPSG:4326", "addresses:double", [(wkt, weight) for wkt, _, _, weight in rows])


def test_inventors_and_authors_weigh_as_in_innovationclusters(
    run: Any, make_layer: MakeLayer, tmp_path: Path
) -> None:
    inventors, authors, deals = towns(1), towns(2, 900), towns(3, 30)
    report = tmp_path / "parameters.html"
    outcome = run(
        "proposeparameters",
        {
            **TABLES,
            **{"INVENTORS": make_addresses(make_layer, inventors), "INVENTORS_WEIGHT": "addresses"},
            **{"AUTHORS": make_addresses(make_layer, authors), "AUTHORS_WEIGHT": "addresses"},
            **{"DEALS": make_addresses(make_layer, deals), "AUTHOR_WEIGHT": 0.25, "REPORT": str(report)},
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    longitude, latitude = (np.array([row[k] for row in inventors + authors + deals]) for k in (1, 2))
    weights = np.concatenate(
        [
            [row[3] for row in inventors],
            [0.25 * row[3] for row in authors],
            [DEAL_WEIGHT for _ in deals],
        ]
    )
    expected = propose_parameters(longitude, latitude, weights, core_distances=True)
    assert outcome.results["EPS"] == expected.eps
    assert outcome.results["MIN_DENSITY"] == expected.min_density

    rows = outcome.rows("CANDIDATES")
    assert len(rows) == len(expected.candidates)
    [proposed] = [row for row in rows if row["proposed"] == 1]
    at = expected.choice.proposed
    assert (proposed["eps"], proposed["min_density"]) == (expected.eps, expected.min_density)
    assert proposed["choice"] == 1
    assert sorted(row["choice"] for row in rows if row["choice"]) == list(range(1, 9))
    for place, row in enumerate(rows):
        candidates = expected.candidates
        assert row["clusters"] == candidates.clusters[place]
        assert row["share_close"] == pytest.approx(100 * candidates.close[place] / candidates.total, abs=1e-5)
        assert row["score"] == pytest.approx(row["share_close"] - row["share_extreme"], abs=1e-5)
        assert row["core_distance_90"] == pytest.approx(candidates.core_ninth[place], abs=1e-2)
    assert proposed["mean_score"] == pytest.approx(
        np.mean([row["score"] for row in rows if row["eps"] == expected.eps]), abs=1e-5
    )
    highest = max(row["min_density"] for row in rows)
    assert {row["joined"] is None for row in rows if row["min_density"] == highest} == {True}
    assert all(row["joined"] is not None for row in rows if row["min_density"] < highest)
    assert proposed["extent_km"] == pytest.approx(expected.candidates.extent[at] / 1000.0, abs=1e-2)

    curve = outcome.rows("KDISTANCE")
    assert 2 < len(curve) <= 500
    assert [row["core_distance"] for row in curve] == sorted(row["core_distance"] for row in curve)
    # What the proposal clusters as core lies within its distance.
    within = max(row["share"] for row in curve if row["core_distance"] <= expected.eps)
    assert within == pytest.approx(proposed["share_core"], abs=1.0)
    assert sum(row["knee"] for row in curve) == 1
    assert outcome.layer("CANDIDATES").attributeAlias(0) == "Distance, m"
    assert f"EPS={expected.eps:g}" in outcome.layer("CANDIDATES").metadata().history()

    text = report.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "http" not in text.replace("http://www.w3.org", "")
    assert "0.25" in text
    charts = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(charts) == 3
    for chart in charts:
        ElementTree.fromstring(chart)


def test_its_numbers_make_the_clusters_it_tells_of(run: Any, make_layer: MakeLayer) -> None:
    layer = make_addresses(make_layer, towns(4))
    proposal = run("proposeparameters", {**TABLES, "INVENTORS": layer, "INVENTORS_WEIGHT": "addresses"})
    clusters = run(
        "densityclusters",
        {
            **{"INPUT": layer, "WEIGHT": "addresses", "METRIC": "ellipsoid", "OUTPUT": OUTPUT},
            **{"EPS": proposal.results["EPS"], "MIN_SIZE": proposal.results["MIN_DENSITY"]},
        },
    )
    [proposed] = [row for row in proposal.rows("CANDIDATES") if row["proposed"]]
    assert clusters.results["NUM_CLUSTERS"] == proposed["clusters"]
    weights = {row["CLUSTER_ID"]: row["cluster_weight"] for row in clusters.rows("OUTPUT")}
    weights.pop(None, None)
    assert sum(weights.values()) == pytest.approx(proposed["clustered"])
    assert max(weights.values()) == pytest.approx(proposed["share_largest"] * proposed["clustered"] / 100.0)


def test_where_there_is_noise_alone(run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = make_addresses(make_layer, towns(5))
    report = tmp_path / "nothing.html"
    outcome = run(
        "proposeparameters", {**TABLES, "INVENTORS": layer, "MINIMUMS": "1e6; 2e6", "REPORT": str(report)}
    )
    assert outcome.succeeded, outcome.feedback.text
    assert (outcome.results["EPS"], outcome.results["MIN_DENSITY"]) == (0.0, 0.0)
    assert any(line.startswith("Nothing can be proposed") for line in outcome.feedback.warnings)
    rows = outcome.rows("CANDIDATES")
    assert len(rows) == 16
    assert {(row["clusters"], row["proposed"], row["choice"]) for row in rows} == {(0, 0, None)}
    assert {row["share_largest"] for row in rows} == {None}
    assert outcome.rows("KDISTANCE") == []
    assert "Nothing can be proposed" in report.read_text(encoding="utf-8")
    # What a model would go on with is refused, with a sentence.
    refused = run(
        "innovationclusters",
        {"INVENTORS": layer, "EPS": 0.0, "MIN_DENSITY": 0.0, "EDITION": "2025", "CLUSTERS": OUTPUT},
    )
    assert not refused.accepted
    assert "greater than 0" in refused.reason


def test_rows_that_cannot_be_used_are_told(run: Any, make_layer: MakeLayer) -> None:
    rows = [(wkt, weight) for wkt, _, _, weight in towns(6)]
    layer = make_layer(
        "Point", "EPSG:4326", "addresses:double", [*rows, (None, 5.0), ("POINT (0 0)", None)], name="people"
    )
    outcome = run("proposeparameters", {**TABLES, "INVENTORS": layer, "INVENTORS_WEIGHT": "addresses"})
    assert outcome.succeeded, outcome.feedback.text
    told = [line for line in outcome.feedback.warnings if line.startswith("people: ")]
    assert told == [
        "people: 1 rows take no part. The row has no geometry.",
        "people: 1 rows take no part. Both coordinates are 0, where failed geocoding ends up.",
    ]
    alone = run(
        "proposeparameters",
        {
            **TABLES,
            "INVENTORS": make_layer("Point", "EPSG:4326", "addresses:double", rows),
            "INVENTORS_WEIGHT": "addresses",
        },
    )
    assert alone.rows("CANDIDATES") == outcome.rows("CANDIDATES")


def test_layers_in_metres_come_to_the_same(run: Any, make_layer: MakeLayer) -> None:
    layer = make_addresses(make_layer, towns(7))
    metres = run("native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": "EPSG:5179", "OUTPUT": OUTPUT})
    degrees = run("proposeparameters", {**TABLES, "INVENTORS": layer})
    projected = run("proposeparameters", {**TABLES, "INVENTORS": metres.layer("OUTPUT")})
    assert projected.results["EPS"] == degrees.results["EPS"]
    assert projected.results["MIN_DENSITY"] == degrees.results["MIN_DENSITY"]


def test_without_core_distances_the_proposal_is_the_same(run: Any, make_layer: MakeLayer) -> None:
    layer = make_addresses(make_layer, towns(8))
    with_them = run("proposeparameters", {**TABLES, "INVENTORS": layer})
    without = run("proposeparameters", {**TABLES, "INVENTORS": layer, "CORE_DISTANCES": False})
    for first, second in zip(with_them.rows("CANDIDATES"), without.rows("CANDIDATES"), strict=True):
        assert second["core_distance_50"] is None
        assert {**second, "core_distance_50": 0, "core_distance_90": 0} == {
            **first,
            "core_distance_50": 0,
            "core_distance_90": 0,
        }


def test_a_single_distance_is_kept(run: Any, make_layer: MakeLayer) -> None:
    layer = make_addresses(make_layer, towns(9))
    outcome = run("proposeparameters", {**TABLES, "INVENTORS": layer, "DISTANCES": "12.5"})
    assert outcome.results["EPS"] == 12_500.0
    assert {row["eps"] for row in outcome.rows("CANDIDATES")} == {12_500.0}
    edge = run("proposeparameters", {**TABLES, "INVENTORS": layer, "MINIMUMS": "0.5, 0.7"})
    assert any("smallest or largest that was tried" in line for line in edge.feedback.warnings)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"INVENTORS": None}, "Inventors: Give at least one layer of addresses"),
        ({"DISTANCES": " "}, "Distances to try, km: Give at least one distance"),
        ({"DISTANCES": "5, far"}, "Distances to try, km: Give numbers above 0"),
        ({"DISTANCES": "5, 0"}, "Distances to try, km: Give numbers above 0"),
        ({"DISTANCES": "25000"}, "none above 19800.0 km"),
        ({"MINIMUMS": "-1"}, "Minimum densities to try: Give numbers above 0"),
        ({"CLOSE": 0}, "Close: within this part of the distance, %: Give a part above 0"),
        ({"KEEP": 0}, "Part of the best score to keep, %: Give a part above 0"),
        ({"EXTREME": 0}, "Extreme distance: The distance must be greater than 0."),
        ({"USUAL_EPS": -1}, "Usual distance: The distance must be greater than 0."),
    ],
)
def test_bad_input_is_one_sentence(
    run: Any, make_layer: MakeLayer, changed: dict[str, Any], sentence: str
) -> None:
    layer = make_addresses(make_layer, towns(10, 20))
    outcome = run("proposeparameters", {**TABLES, "INVENTORS": layer, **changed})
    assert not outcome.accepted
    assert sentence in outcome.reason
    assert not outcome.succeeded


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [([None], "has no number in 1 rows"), ([-1.0], "is negative in 1 rows"), ([0.0], "All weights are 0")],
)
def test_bad_weights(run: Any, make_layer: MakeLayer, weights: list[float | None], sentence: str) -> None:
    layer = make_layer(
        "Point", "EPSG:4326", "addresses:double", [("POINT (127 37)", weight) for weight in weights]
    )
    outcome = run("proposeparameters", {**TABLES, "INVENTORS": layer, "INVENTORS_WEIGHT": "addresses"})
    assert not outcome.succeeded
    assert sentence in outcome.feedback.text


def test_layers_without_a_usable_row(run: Any, make_layer: MakeLayer) -> None:
    nowhere = make_layer("Point", "EPSG:4326", "addresses:double", [(None, 1.0)])
    outcome = run("proposeparameters", {**TABLES, "INVENTORS": nowhere})
    assert not outcome.succeeded
    assert "Not one of the 1 rows has a usable point" in outcome.feedback.text
    empty = run(
        "proposeparameters", {**TABLES, "AUTHORS": make_layer("Point", "EPSG:4326", "addresses:double", [])}
    )
    assert "Authors: The layer has no rows" in empty.reason


def test_cancelled_leaves_nothing(run: Any, feedback: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = make_addresses(make_layer, towns(11))
    for part in (10.0, 50.0, 93.0):
        stopping = feedback(lambda told, part=part: bool(told.progress) and told.progress[-1] >= part)
        report = tmp_path / "report.html"
        candidates = tmp_path / "candidates.gpkg"
        outcome = run(
            "proposeparameters",
            {"INVENTORS": layer, "CANDIDATES": str(candidates), "KDISTANCE": OUTPUT, "REPORT": str(report)},
            stopping,
        )
        assert not outcome.succeeded
        assert "Cancelled. Nothing was written." in outcome.feedback.text
        assert not report.exists()
        assert not candidates.exists()


# The chart


def test_ticks_are_round() -> None:
    assert Axis("km", 5.0, 30.0).ticks() == [5.0, 10.0, 15.0, 20.0, 25.0, 30.0]
    assert Axis("%", 0.0, 100.0).ticks() == [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
    assert Axis("", -0.3, 0.31).ticks() == [-0.2, 0.0, 0.2]
    assert Axis("", 7.0, 7.0).ticks() == [7.0]
    assert Axis("", 30.0, 3000.0, logarithmic=True).ticks() == [50, 100, 200, 500, 1000, 2000]


def test_places_along_an_axis() -> None:
    assert [Axis("", 5.0, 30.0).place(value) for value in (5.0, 17.5, 30.0)] == [0.0, 0.5, 1.0]
    assert Axis("", 10.0, 1000.0, logarithmic=True).place(100.0) == pytest.approx(0.5)
    assert Axis("", 4.0, 4.0).place(4.0) == 0.5


def test_a_chart_is_xml_and_escapes_its_words() -> None:
    chart = line_chart(
        'A < B & "C"',
        [
            Line("<b>", [1.0, 2.0, 3.0], [0.0, 5.0, 10.0], "#000000", dots=True),
            Line("one", [2.0], [1.0], "#111111"),
        ],
        Axis("x", 1.0, 3.0),
        Axis("y", 0.0, 10.0),
        [Mark(2.0, "here <"), Mark(5.0, "level", horizontal=True), Mark(99.0, "beyond")],
    )
    root = ElementTree.fromstring(chart)
    assert root.get("aria-label") == 'A < B & "C"'
    words = [element.text for element in root.iter("text")]
    assert {"<b>", "here <", "level", "x", "y"} <= set(words)
    assert "beyond" not in words
    first, _ = root.findall("polyline")
    points = [tuple(map(float, pair.split(","))) for pair in first.get("points", "").split()]
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)
    assert points[1] == pytest.approx(tuple(np.mean([points[0], points[2]], axis=0)), abs=0.11)
    assert len(root.findall("circle")) == 4
    assert not math.isnan(points[0][0])


def test_the_default_weights_are_those_of_the_editions(run: Any, make_layer: MakeLayer) -> None:
    authors = make_addresses(make_layer, towns(12))
    default = run("proposeparameters", {**TABLES, "AUTHORS": authors})
    total = sum(1 for _ in towns(12)) * AUTHOR_WEIGHT
    row = default.rows("CANDIDATES")[0]
    assert row["clustered"] == pytest.approx(total * row["share_clustered"] / 100.0, rel=1e-4)
