"""mergeclusters: proposals with their evidence, merged numbers, and pairs that stay apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from geographiclib.geodesic import Geodesic
from qgis.core import QgsVectorLayer

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]

# Cluster 10 is large, 20 is 3 km east of it, 30 is 3 km east of 20, 40 is far away; 0 is noise.
PLACES = {10: 127.0, 20: 127.034, 30: 127.068, 40: 128.0, 0: 129.0}


def layer_of(
    make_layer: MakeLayer, shared: Mapping[tuple[int, ...], int], metric: str = "patents"
) -> QgsVectorLayer:
    """Return addresses of so many records, each with one address in every cluster named, and 30 of cluster 10
    alone.
    """
    rows = []
    for clusters, count in {**shared, (10,): 30, (20,): 12, (30,): 4, (40,): 20}.items():
        for number in range(count):
            for cluster in clusters:
                record = f"{clusters}/{number}"
                rows.append((f"POINT ({PLACES[cluster]} 36)", cluster or None, record, metric))
    return make_layer("Point", "EPSG:4326", "cluster_id:integer&record:string&metric:string", rows)


def merged_ids(outcome: Any) -> dict[int | None, int | None]:
    return {row["cluster_id"]: row["merged_id"] for row in outcome.rows("OUTPUT")}


def merge(run: Any, layer: QgsVectorLayer, **parameters: Any) -> Any:
    outputs = {"OUTPUT": OUTPUT, "PROPOSALS": OUTPUT}
    return run("mergeclusters", {"INPUT": layer.id(), "TIES": "records", **outputs, **parameters})


def test_the_smaller_one_is_merged_into_the_larger(run: Any, make_layer: MakeLayer) -> None:
    layer = layer_of(make_layer, {(10, 20): 5, (20, 40): 4, (20, 0): 3, (30, 0): 1})
    outcome = merge(run, layer)
    assert outcome.succeeded, outcome.feedback.text
    first, second = outcome.rows("PROPOSALS")
    distance = Geodesic.WGS84.Inverse(36, 127.0, 36, 127.034)["s12"]
    by_id = {row["cluster_id"]: row for row in (first, second)}
    told = by_id[20]
    assert (told["into_id"], told["outcome"], told["chain"], told["other_id"]) == (10, "merged", None, 40)
    assert told["distance_m"] == pytest.approx(distance, abs=0.5)
    assert (told["records"], told["fractional"], told["pairs"]) == (5.0, 2.5, 5.0)
    records = 30 + 12 + 4 + 20 + 5 + 4 + 3 + 1
    assert told["strength"] == pytest.approx(100 * 5 / records)
    assert told["other_strength"] == pytest.approx(100 * 4 / records)
    assert told["noise_strength"] == pytest.approx(100 * 3 / records)
    assert (told["into_other_id"], told["into_other_strength"], told["into_noise_strength"]) == (None, 0, 0)
    assert (by_id[30]["into_id"], by_id[30]["outcome"]) == (20, "untied")
    assert merged_ids(outcome) == {10: 10, 20: 10, 30: 30, 40: 40, None: None}
    assert (outcome.results["NUM_MERGED"], outcome.results["NUM_CLUSTERS"]) == (1, 3)
    assert "4 clusters become 3" in outcome.feedback.text


def test_options_of_the_rule(run: Any, make_layer: MakeLayer) -> None:
    layer = layer_of(make_layer, {(10, 20): 5, (10, 40): 6, (20, 0): 7})
    without_noise: dict[str, Any] = {"NOISE": False}
    for options, expected in (
        ({}, "noise"),
        (without_noise, "merged"),
        ({**without_noise, "SIDE": "both"}, "other_cluster"),
    ):
        proposals = merge(run, layer, **options).rows("PROPOSALS")
        assert {row["cluster_id"]: row["outcome"] for row in proposals}[20] == expected


def test_chains_and_pairs_that_stay_apart(run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    layer = layer_of(make_layer, {(10, 20): 5, (20, 30): 4})
    joined = merge(run, layer, OUTPUT=str(tmp_path / "merged.gpkg"))
    assert [row["chain"] for row in joined.rows("PROPOSALS")] == [1, 1]
    assert merged_ids(joined) == {10: 10, 20: 10, 30: 10, 40: 40}
    assert "Chain 1, joined: 20-10, 30-20." in joined.feedback.text
    left = merge(run, layer, CHAINS="leave")
    assert merged_ids(left) == {10: 10, 20: 20, 30: 30, 40: 40}
    assert {row["outcome"] for row in left.rows("PROPOSALS")} == {"chain"}
    apart = merge(run, layer, KEEP_APART="30-20")
    assert merged_ids(apart) == {10: 10, 20: 10, 30: 30, 40: 40}
    assert {row["cluster_id"]: row["outcome"] for row in apart.rows("PROPOSALS")} == {
        20: "merged",
        30: "switched_off",
    }


def test_records_of_two_metrics_are_never_the_same(run: Any, make_layer: MakeLayer) -> None:
    rows = [
        ("POINT (127 36)", 10, "1", "inventors"),
        ("POINT (127.034 36)", 20, "1", "Authors"),
        ("POINT (127 36)", 10, "2", "patents"),
        ("POINT (127.034 36)", 20, "2", "patents"),
    ]
    layer = make_layer("Point", "EPSG:4326", "cluster_id:integer&record:string&metric:string", rows)
    (together,) = merge(run, layer).rows("PROPOSALS")
    assert together["records"] == 2
    (apart,) = merge(run, layer, METRIC_FIELD="metric").rows("PROPOSALS")
    assert apart["records"] == 1
    # One of two patents, and none of the one publication.
    assert apart["strength"] == 50.0


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"KEEP_APART": "10 and 20"}, "'10 and 20' is not a pair of clusters"),
        ({"KEEP_APART": "10-99"}, "There is no cluster 99 in the input"),
        ({"DISTANCE": -1}, "The distance must be 0 or more and at most 1000.0 km."),
        ({"CLUSTER_FIELD": "record"}, "holds text"),
        ({"METRIC_FIELD": "record"}, "says neither patents, publications nor deals"),
    ],
)
def test_one_sentence_for_bad_input(
    run: Any, make_layer: MakeLayer, parameters: dict[str, Any], sentence: str
) -> None:
    outcome = merge(run, layer_of(make_layer, {(10, 20): 1}), **parameters)
    assert not outcome.succeeded
    assert sentence in f"{outcome.reason} {outcome.feedback.text}"


def test_rows_without_record_or_place_are_told(run: Any, make_layer: MakeLayer) -> None:
    rows = [
        ("POINT (127 36)", 10, "1"),
        ("POINT (127.034 36)", 20, "1"),
        ("POINT (127.034 36)", 20, None),
        (None, None, "1"),
        ("POINT (0 0)", None, "1"),
    ]
    layer = make_layer("Point", "EPSG:4326", "cluster_id:integer&record:string", rows)
    outcome = merge(run, layer)
    assert "1 rows without a record take no part." in outcome.feedback.text
    assert "2 rows have no usable place; they stay part of their records." in outcome.feedback.text
    (told,) = outcome.rows("PROPOSALS")
    # Two of the four addresses are nowhere: not noise, but part of the record.
    assert (told["outcome"], told["fractional"]) == ("merged", 2 / 16)
    assert len(outcome.rows("OUTPUT")) == 5
