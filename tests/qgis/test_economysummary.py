"""economysummary: a row per economy, against the published tables and by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

from innovation_clusters.tests.unit.published import REFERENCE, table

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]
FIELDS = [
    *("economy", "clusters", "clusters_top", "clusters_beyond", "cross_border", "leading_cluster"),
    *("leading_rank", "share_patents", "share_publications", "share_deals"),
]
CHANGES = [
    *("previous_clusters", "previous_clusters_top", "clusters_change", "clusters_top_change"),
    *("previous_leading_cluster", "previous_leading_rank", "leading_rank_change"),
]


def ranked(make_layer: MakeLayer, rows: list[tuple[Any, ...]]) -> QgsVectorLayer:
    fields = "rank:integer&name:string&economies:string&share_patents:double"
    return make_layer("None", "", fields, [(None, *row) for row in rows])


NOW = [
    (1, "Shenzhen", "CN/HK", 9.0),
    (2, "Seoul", "KR", 5.0),
    (5, "Beijing", "cn", 4.0),
    (None, "Ulsan", "KR", 0.25),
]
BEFORE = [(1, "Seoul", "KR", 5.5), (2, "Shenzhen", "CN/HK", 8.0), (3, "Basel", "CH/DE/FR", 0.5)]


def test_fields_and_values(run: Any, make_layer: MakeLayer) -> None:
    outcome = run("economysummary", {"INPUT": ranked(make_layer, NOW), "TOP": 4, "OUTPUT": OUTPUT})
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.results["NUM_ECONOMIES"] == 3
    assert [field.name() for field in outcome.layer("OUTPUT").fields()] == FIELDS
    assert [tuple(row[name] for name in FIELDS) for row in outcome.rows("OUTPUT")] == [
        ("CN", 2, 1, 1, 1, "Shenzhen", 1, 13.0, None, None),
        ("KR", 2, 1, 1, 0, "Seoul", 2, 5.25, None, None),
        ("HK", 1, 1, 0, 1, "Shenzhen", 1, 9.0, None, None),
    ]
    assert outcome.feedback.warnings == [
        "points: 1 clusters have no rank and are taken to be beyond the top."
    ]
    assert outcome.layer("OUTPUT").attributeAlias(5) == "Leading cluster"


def test_compared_with_last_year(run: Any, make_layer: MakeLayer) -> None:
    outcome = run(
        "economysummary",
        {"INPUT": ranked(make_layer, NOW), "PREVIOUS": ranked(make_layer, BEFORE), "OUTPUT": OUTPUT},
    )
    assert outcome.succeeded, outcome.feedback.text
    assert [field.name() for field in outcome.layer("OUTPUT").fields()] == FIELDS + CHANGES
    found = {
        row["economy"]: tuple(row[name] for name in ("clusters", *CHANGES)) for row in outcome.rows("OUTPUT")
    }
    assert found == {
        "CN": (2, 1, 1, 1, 1, "Shenzhen", 2, 1),
        "KR": (2, 1, 1, 1, 0, "Seoul", 1, -1),
        "HK": (1, 1, 1, 0, 0, "Shenzhen", 2, 1),
        **dict.fromkeys(("CH", "DE", "FR"), (0, 1, 1, -1, -1, "Basel", 3, None)),
    }
    gone = next(row for row in outcome.rows("OUTPUT") if row["economy"] == "CH")
    assert (gone["leading_cluster"], gone["leading_rank"], gone["share_patents"]) == (None, None, 0.0)
    assert gone["share_deals"] is None


def test_the_published_list_of_leading_clusters_and_their_changes(run: Any) -> None:
    """All 31 of 2024 with their change: the same clusters led in the ranks that the table has for 2023."""
    path = str(REFERENCE / "gii_2024_size.csv")
    outcome = run(
        "economysummary",
        {
            **{"INPUT": path, "NAME_FIELD": "cluster", "CROSS_BORDER": "region", "OUTPUT": OUTPUT},
            **{"PREVIOUS": path, "PREVIOUS_NAME_FIELD": "cluster", "PREVIOUS_RANK_FIELD": "previous_rank"},
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    rows = outcome.rows("OUTPUT")
    published = table("gii_2024_leaders.csv")
    assert {(row["leading_cluster"], row["leading_rank"], row["leading_rank_change"]) for row in rows} == {
        (row["cluster"], int(row["rank"]), int(row["rank_change"])) for row in published
    }
    assert len(rows) == len(published) == 31
    assert all(row["leading_cluster"] == row["previous_leading_cluster"] for row in rows)
    assert sum(row["clusters_top"] for row in rows) == 100


def test_codes_are_those_of_economies(run: Any, make_layer: MakeLayer) -> None:
    layer = ranked(
        make_layer, [(1, "London", "UK", 1.0), (2, "Seoul", "Korea", 1.0), (3, "Sofia", None, 1.0)]
    )
    outcome = run("economysummary", {"INPUT": layer, "OUTPUT": OUTPUT})
    assert [row["economy"] for row in outcome.rows("OUTPUT")] == ["GB"]
    assert outcome.feedback.warnings == [
        "points: 2 clusters are left out, because they state no economy as a code of two letters."
    ]


def test_what_innovationclusters_writes_is_read_as_it_is(run: Any, make_layer: MakeLayer) -> None:
    places = [(f"POINT ({127.0 + step / 1000} 37.5)", "KR") for step in range(6)]
    layer = make_layer("Point", "EPSG:4326", "economy:string", places)
    whole = run(
        "innovationclusters",
        {"INVENTORS": layer, "INVENTORS_ECONOMY": "economy", "MIN_DENSITY": 3, "CLUSTERS": OUTPUT},
    )
    outcome = run("economysummary", {"INPUT": whole.layer("CLUSTERS"), "OUTPUT": OUTPUT})
    [row] = outcome.rows("OUTPUT")
    assert (row["economy"], row["leading_rank"], row["share_patents"]) == ("KR", 1, 100.0)
    assert row["leading_cluster"] == whole.rows("CLUSTERS")[0]["name"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"RANK_FIELD": "place"}, "Clusters: rank: The layer has no field place"),
        (
            {"PREVIOUS_NAME_FIELD": "place", "PREVIOUS": True},
            "Clusters of last year: name: The layer has no field",
        ),
        ({"INPUT": "no such layer"}, ""),
    ],
)
def test_what_cannot_be_used_is_refused_before_any_work(
    run: Any, make_layer: MakeLayer, changes: dict[str, Any], words: str
) -> None:
    layer = ranked(make_layer, NOW)
    previous = {"PREVIOUS": layer} if "PREVIOUS" in changes else {}
    outcome = run("economysummary", {"INPUT": layer, "OUTPUT": OUTPUT, **changes, **previous})
    assert not outcome.accepted
    assert outcome.reason.startswith(words)


def test_a_layer_without_ranks_is_refused(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("None", "", "economies:string", [(None, "KR")])
    outcome = run("economysummary", {"INPUT": layer, "OUTPUT": OUTPUT})
    assert outcome.reason == "Clusters: rank: The layer has no field rank; choose one it has."


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(0, "Seoul", "KR", 1.0)], "Clusters: rank: The field rank holds no rank in 1 rows"),
        ([(-3, "Seoul", "KR", 1.0)], "Clusters: rank: The field rank holds no rank in 1 rows"),
        (
            [(1, "Seoul", "Korea", 1.0)],
            "Clusters: economies: The field economies has codes of two letters in none",
        ),
    ],
)
def test_ranks_and_codes_that_are_none(
    run: Any, make_layer: MakeLayer, rows: list[tuple[Any, ...]], words: str
) -> None:
    outcome = run("economysummary", {"INPUT": ranked(make_layer, rows), "OUTPUT": OUTPUT})
    assert not outcome.succeeded
    assert words in outcome.feedback.text
