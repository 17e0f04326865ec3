"""scoreclusters: the published ranking from its counts, and counts from clustered addresses."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsRuleBasedRenderer, QgsVectorLayer

from innovation_clusters.tests.unit.published import REFERENCE, column, ranks_of, table, world_total

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]
SCORES = ["share_patents", "share_publications", "share_deals", "score", "rank", "focus", "tier"]
TOTALS = {
    "TOTAL_PATENTS": world_total("2024", "patents"),
    "TOTAL_PUBLICATIONS": world_total("2024", "publications"),
}


def counts_layer(
    make_layer: MakeLayer, rows: list[tuple[Any, ...]], geometry: str = "None"
) -> QgsVectorLayer:
    """Make a layer of counts: name, patents, publications, people."""
    crs = "" if geometry == "None" else "EPSG:4326"
    fields = "name:string&patents:double&publications:double&people:double"
    return make_layer(geometry, crs, fields, rows)


def values(outcome: Any, names: list[str]) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in outcome.rows("OUTPUT")]


SMALL = [(None, "A", 6.0, 1.0, 2e6), (None, "B", 3.0, 7.0, None), (None, "C", 1.0, 2.0, 5e5)]
COUNTS = {"PATENTS_FIELD": "patents", "PUBLICATIONS_FIELD": "publications"}


# Counts


def test_the_published_ranking_of_2024_from_its_table(run: Any, tmp_path: Path) -> None:
    """From the CSV as it ships to a CSV. The input's fields stay, so that the new rank is called rank_2."""
    target, concentration = tmp_path / "scored.csv", tmp_path / "concentration.csv"
    outcome = run(
        "scoreclusters",
        {
            "INPUT": str(REFERENCE / "gii_2024_size.csv"),
            **COUNTS,
            **TOTALS,
            "TOP": "10, 100",
            "OUTPUT": str(target),
            "CONCENTRATION": str(concentration),
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.results["NUM_CLUSTERS"] == 100
    published = table("gii_2024_size.csv")
    found = table(target)
    assert [row["cluster"] for row in found] == [row["cluster"] for row in published]
    assert ranks_of(found, "rank_2").tolist() == ranks_of(published).tolist()
    for name in ("share_patents", "share_publications", "score"):
        assert abs(column(found, f"{name}_2") - column(published, name)).max() < 0.0501
    assert {row["share_deals"] for row in found} == {""}
    assert [row["tier"] for row in found].count("beyond") == 0
    assert found[24]["tier"] == "1-25"
    assert found[25]["tier"] == "26-50"
    with concentration.open(encoding="utf-8-sig", newline="") as file:
        ten, hundred, every = csv.DictReader(file)
    assert (ten["top"], hundred["top"], every["top"], every["clusters"]) == ("10", "100", "", "100")
    assert (round(float(hundred["share_patents"]), 1), round(float(hundred["share_publications"]), 1)) == (
        68.5,
        50.8,
    )
    assert "Patents: shares of 1,288,000, the world total that was given." in outcome.feedback.lines


def test_fields_and_values_with_people(run: Any, make_layer: MakeLayer) -> None:
    outcome = run(
        "scoreclusters",
        {
            "INPUT": counts_layer(make_layer, SMALL),
            **COUNTS,
            "POPULATION_FIELD": "people",
            "TOTAL_PATENTS": 100.0,
            "TOP": "2",
            "OUTPUT": OUTPUT,
            "CONCENTRATION": OUTPUT,
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    assert [field.name() for field in outcome.layer("OUTPUT").fields()] == [
        *("name", "patents", "publications", "people"),
        *SCORES,
        *("intensity", "intensity_rank"),
    ]
    assert [
        tuple(row[name] for name in [*SCORES, "intensity", "intensity_rank"])
        for row in outcome.rows("OUTPUT")
    ] == [
        (6.0, 10.0, None, 16.0, 3, "publications", "1-25", 8.0, 2),
        (3.0, 70.0, None, 73.0, 1, "publications", "1-25", None, None),
        (1.0, 20.0, None, 21.0, 2, "publications", "1-25", 42.0, 1),
    ]
    assert outcome.rows("CONCENTRATION") == [
        {
            **{"top": 2, "clusters": 2, "share_patents": 4.0, "share_publications": 90.0},
            **{"share_deals": None, "share_score": 47.0},
        },
        {
            **{"top": None, "clusters": 3, "share_patents": 10.0, "share_publications": 100.0},
            **{"share_deals": None, "share_score": 55.0},
        },
    ]
    # Which total was given and which was not stands in the log and in the metadata.
    told = [
        "Patents: shares of 100, the world total that was given.",
        "Publications: shares of 10, what the input has in all; no world total was given.",
    ]
    assert set(told) <= set(outcome.feedback.lines)
    assert set(told) <= set(outcome.layer("OUTPUT").metadata().history())
    assert outcome.feedback.warnings == [
        "1 clusters have no population above 0 and stay without an intensity."
    ]


def test_weights_of_metrics(run: Any, make_layer: MakeLayer) -> None:
    parameters = {"INPUT": counts_layer(make_layer, SMALL), **COUNTS, "OUTPUT": OUTPUT}
    outcome = run("scoreclusters", {**parameters, "WEIGHT_PATENTS": 10.0})
    assert [row["score"] for row in outcome.rows("OUTPUT")] == [610.0, 370.0, 120.0]
    without = run("scoreclusters", {**parameters, "WEIGHT_PATENTS": 0.0})
    assert [row["rank"] for row in without.rows("OUTPUT")] == [3, 1, 2]


@pytest.mark.parametrize(
    ("geometry", "wkt"),
    [("Point", "POINT (127 37)"), ("MultiPolygon", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))")],
)
def test_geometry_stays_and_is_drawn_by_tier(
    run: Any, make_layer: MakeLayer, geometry: str, wkt: str
) -> None:
    layer = counts_layer(make_layer, [(wkt, *row[1:]) for row in SMALL], geometry)
    outcome = run("scoreclusters", {"INPUT": layer, **COUNTS, "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.feedback.warnings == []
    scored = outcome.layer("OUTPUT")
    assert scored.wkbType() == Qgis.WkbType[geometry]
    here = layer.getFeature(1).geometry().asWkt()
    assert [geometry.asWkt() for geometry in outcome.geometries("OUTPUT")] == [here] * 3
    assert isinstance(scored.renderer(), QgsRuleBasedRenderer)
    assert scored.attributeAlias(scored.fields().lookupField("score")) == "Score (sum of shares), %"


# Addresses

ADDRESSES = "cluster:string&metric:string&record:string&people:double&economy:string"
ROWS = [
    # A patent of four addresses: two in A, one in B, one that was never located and so is in no cluster.
    *((None, cluster, "patents", "p1", 1.0, "CN") for cluster in ("A", "A", "B", None)),
    # One article in two rows of three and one addresses, and one deal.
    (None, "A", "Authors", "a1", 3.0, "CN"),
    (None, "B", "authors", "a1", 1.0, "HK"),
    (None, "B", "deals", "d1", 1.0, "HK"),
]


def addresses(make_layer: MakeLayer, rows: list[tuple[Any, ...]] | None = None) -> dict[str, Any]:
    return {
        **{"INPUT": make_layer("None", "", ADDRESSES, rows or ROWS), "CLUSTER_FIELD": "cluster"},
        **{"METRIC_FIELD": "metric", "RECORD_FIELD": "record", "WEIGHT_FIELD": "people"},
        **{"ECONOMY_FIELD": "economy", "OUTPUT": OUTPUT},
    }


def test_addresses_of_several_metrics(run: Any, make_layer: MakeLayer) -> None:
    outcome = run("scoreclusters", {**addresses(make_layer), "TOTAL_DEALS": 4.0})
    assert outcome.succeeded, outcome.feedback.text
    assert [field.name() for field in outcome.layer("OUTPUT").fields()] == [
        *("cluster_id", "patents", "publications", "deals", "economies"),
        *SCORES,
    ]
    assert values(outcome, ["cluster_id", "patents", "publications", "deals", "economies", *SCORES]) == [
        ("A", 0.5, 0.75, 0.0, "CN", 50.0, 75.0, 0.0, 125.0, 1, "publications", "1-25"),
        ("B", 0.25, 0.25, 1.0, "HK/CN", 25.0, 25.0, 25.0, 75.0, 2, "mixed", "1-25"),
    ]
    assert "7 addresses, 1 of them in no cluster." in outcome.feedback.lines


def test_full_counting(run: Any, make_layer: MakeLayer) -> None:
    outcome = run("scoreclusters", {**addresses(make_layer), "COUNTING": "full"})
    assert [(row["patents"], row["publications"], row["deals"]) for row in outcome.rows("OUTPUT")] == [
        (1.0, 1.0, 1.0),
        (1.0, 1.0, 0.0),
    ]
    # One patent of one is 100 per cent in both.
    assert [row["share_patents"] for row in outcome.rows("OUTPUT")] == [100.0, 100.0]


def test_one_metric_without_records(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "n:integer", [("POINT (1 1)", 2), ("POINT (1 1)", 1), (None, 2)])
    outcome = run(
        "scoreclusters", {"INPUT": layer, "CLUSTER_FIELD": "n", "METRIC": "deals", "OUTPUT": OUTPUT}
    )
    assert [(row["cluster_id"], row["patents"], row["deals"]) for row in outcome.rows("OUTPUT")] == [
        (2, None, 2.0),
        (1, None, 1.0),
    ]


def test_rows_without_a_record_are_counted_and_left_out(run: Any, make_layer: MakeLayer) -> None:
    outcome = run("scoreclusters", addresses(make_layer, [*ROWS, (None, "A", "patents", None, 1.0, "CN")]))
    assert outcome.feedback.warnings == ["1 rows without a record are left out."]
    assert outcome.rows("OUTPUT")[1]["patents"] == 0.5


def test_the_same_as_the_whole_run_on_its_own_clusters(run: Any, make_layer: MakeLayer) -> None:
    """Records over two clumps; one address in nine has no place, and stays in the denominators of both."""
    rows = []
    for number in range(180):
        x, y = (127.0, 37.5) if number % 3 else (129.0, 35.1)
        at = None if number % 9 == 4 else f"POINT ({x + number % 7 / 1000} {y})"
        rows.append((at, f"r{number // 4}", 1.0 + number % 2))
    layer = make_layer("Point", "EPSG:4326", "record:string&weight:double", rows)
    whole = run(
        "innovationclusters",
        {
            **{"INVENTORS": layer, "INVENTORS_RECORD": "record", "INVENTORS_WEIGHT": "weight"},
            **{"MIN_DENSITY": 20, "CLUSTERS": OUTPUT},
        },
    )
    assert whole.succeeded, whole.feedback.text
    density = run(
        "densityclusters",
        {"INPUT": layer, "EPS": 15_000, "MIN_SIZE": 20, "WEIGHT": "weight", "OUTPUT": OUTPUT},
    )
    scored = run(
        "scoreclusters",
        {
            **{"INPUT": density.layer("OUTPUT"), "CLUSTER_FIELD": "CLUSTER_ID"},
            **{"RECORD_FIELD": "record", "WEIGHT_FIELD": "weight", "OUTPUT": OUTPUT},
        },
    )
    names = ("rank", "patents", "share_patents", "score", "focus")
    assert whole.results["NUM_CLUSTERS"] == scored.results["NUM_CLUSTERS"] == 2
    assert [[row[name] for name in names] for row in scored.rows("OUTPUT")] == [
        [row[name] for name in names] for row in whole.rows("CLUSTERS")
    ]
    assert sum(row["patents"] for row in scored.rows("OUTPUT")) < 45


# Refusals


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"PATENTS_FIELD": None, "PUBLICATIONS_FIELD": None}, "Counts: patents: Choose a field with counts"),
        ({"CLUSTER_FIELD": "name"}, "Addresses: cluster: Choose the cluster of addresses or fields"),
        ({"RECORD_FIELD": "name"}, "Addresses: record: This is for addresses"),
        ({"DEALS_FIELD": "nothing"}, "Counts: venture capital deals: The layer has no field nothing"),
        ({"TOTAL_PATENTS": 0.0}, "World total of patents: The value must be greater than 0"),
        ({"TOP": "ten"}, "First clusters: Give whole numbers"),
        ({"TOP": "0"}, "First clusters: Give whole numbers"),
        ({"WEIGHT_DEALS": -1.0}, "Weight of deals in the score: The weight must be"),
        (
            {"WEIGHT_PATENTS": 0.0, "WEIGHT_PUBLICATIONS": 0.0},
            "Weight of patents in the score: All that is given",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_before_any_work(
    run: Any, make_layer: MakeLayer, changes: dict[str, Any], words: str
) -> None:
    parameters = {"INPUT": counts_layer(make_layer, SMALL), **COUNTS, "OUTPUT": OUTPUT}
    outcome = run("scoreclusters", {**parameters, **changes})
    assert not outcome.accepted
    assert outcome.reason.startswith(words)
    assert "\n" not in outcome.reason


@pytest.mark.parametrize(
    ("rows", "changes", "words"),
    [
        ([(None, "A", None, 1.0, 1.0)], {}, "Counts: patents: The field patents has no number in 1 rows"),
        ([(None, "A", -1.0, 1.0, 1.0)], {}, "Counts: patents: The field patents is negative in 1 rows"),
        ([(None, "A", 0.0, 1.0, 1.0)], {}, "World total of patents: The input has none of this metric"),
        (
            SMALL,
            {"TOTAL_PATENTS": 9.0},
            "World total of patents: The world total 9 is smaller than the input's",
        ),
    ],
)
def test_counts_that_would_rank_wrongly_end_the_run(
    run: Any, make_layer: MakeLayer, rows: list[tuple[Any, ...]], changes: dict[str, Any], words: str
) -> None:
    outcome = run(
        "scoreclusters", {"INPUT": counts_layer(make_layer, rows), **COUNTS, **changes, "OUTPUT": OUTPUT}
    )
    assert not outcome.succeeded
    assert words in outcome.feedback.text


@pytest.mark.parametrize(
    ("rows", "changes", "words"),
    [
        (
            [(None, None, "patents", "p", 1.0, "CN")],
            {},
            "Addresses: cluster: The field names no cluster in any",
        ),
        (
            [(None, "A", "trademarks", "p", 1.0, "CN")],
            {},
            "says neither patents, publications nor deals in 1 rows",
        ),
        ([(None, "A", None, "p", 1.0, "CN")], {}, "says neither patents, publications nor deals in 1 rows"),
        (
            [(None, "A", "patents", "p", -1.0, "CN")],
            {},
            "Addresses: number in the row: The field people is negative",
        ),
        (ROWS, {"POPULATION_FIELD": "people"}, "Counts: population: Addresses have no population"),
    ],
)
def test_addresses_that_cannot_be_counted_end_the_run(
    run: Any, make_layer: MakeLayer, rows: list[tuple[Any, ...]], changes: dict[str, Any], words: str
) -> None:
    outcome = run("scoreclusters", {**addresses(make_layer, rows), **changes})
    assert not outcome.succeeded
    assert words in outcome.feedback.text + outcome.reason


def test_cancel_leaves_nothing(run: Any, feedback: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = counts_layer(make_layer, [(None, str(n), float(n), 1.0, 1.0) for n in range(30_000)])
    target = tmp_path / "scored.gpkg"
    stop = feedback(lambda told: bool(told.progress) and told.progress[-1] >= 50.0)
    outcome = run("scoreclusters", {"INPUT": layer, **COUNTS, "OUTPUT": str(target)}, stop)
    assert not outcome.succeeded
    assert not target.exists()
    assert "Cancelled" in stop.text
