"""compareeditions: this year's method on last year's points, events, published tables, broken input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.plugin import styles

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]

METRICS = ("patents", "publications", "deals")
FIELDS = [
    *("event", "identity", "cluster_id", "previous_cluster_id", "name", "name_ko", "previous_name"),
    *("previous_name_ko", "rank", "previous_rank", "rank_change", "standing", "overlap", "previous_overlap"),
    *(
        pattern.format(metric)
        for metric in METRICS
        for pattern in (
            *("{}", "previous_{}", "change_{}", "change_output_{}"),
            "change_geography_{}",
        )
    ),
]
SITES = "cluster_id:integer&rank:integer&name:string&inventors:double&authors:double"


def sites(make_layer: MakeLayer, rows: list[tuple[Any, ...]], crs: str = "EPSG:4326") -> QgsVectorLayer:
    """Make a layer of sites from longitude, latitude, cluster, rank, name, inventors and authors."""
    return make_layer("Point", crs, SITES, [(f"POINT ({x!r} {y!r})", *values) for x, y, *values in rows])


def town(
    longitude: float, cluster: int | None, count: int = 5, inventors: float = 2.0, authors: float = 1.0
) -> list[tuple[Any, ...]]:
    """Sites in a row, 890 m from each other."""
    name = None if cluster is None else f"Town {cluster}"
    return [
        (longitude + 0.01 * site, 37.0, cluster, cluster, name, inventors, authors) for site in range(count)
    ]


def told(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        tuple(row[name] for name in ("event", "identity", "cluster_id", "previous_cluster_id", "rank_change"))
        for row in rows
    ]


# This year's method on last year's data

PLACES = {
    "Daejeon": (127.38, 36.35),
    "Busan": (129.07, 35.18),
    "Daegu": (128.60, 35.87),
    "Gwangju": (126.85, 35.16),
    "Ulsan": (129.31, 35.54),
}
# Patents of every town by year, six to a town: the window moves on by one.
PATENTS = {
    "Daejeon": (12, 12, 12, 12, 12, 20),
    "Busan": (16, 16, 16, 16, 16, 6),
    "Daegu": (9, 9, 9, 9, 9, 9),
    "Gwangju": (11, 6, 6, 6, 6, 1),
    "Ulsan": (1, 6, 6, 6, 6, 11),
}


def window(make_layer: MakeLayer, years: range) -> QgsVectorLayer:
    """Make the inventors of some years: every patent has two, 3 km from each other."""
    rows = [
        (f"POINT ({x + side!r} {y!r})", f"{name} {year} {number}")
        for name, (x, y) in PLACES.items()
        for year in years
        for number in range(PATENTS[name][year])
        for side in (0.0, 0.03)
    ]
    return make_layer("Point", "EPSG:4326", "record:string", rows)


@pytest.fixture
def editions(run: Any, make_layer: MakeLayer) -> dict[str, Any]:
    """Run this year's method on the points of this year and of last year."""
    found = {}
    for edition, years in (("PREVIOUS", range(5)), ("CURRENT", range(1, 6))):
        found[edition] = run(
            "innovationclusters",
            {
                **{"INVENTORS": window(make_layer, years).id(), "INVENTORS_RECORD": "record"},
                **{"EDITION": "2017", "MIN_DENSITY": 55.0, "CLUSTERS": OUTPUT, "SITES": OUTPUT},
            },
        )
        assert found[edition].succeeded, found[edition].feedback.text
    return found


def test_this_years_method_on_last_years_data(run: Any, editions: Any) -> None:
    outcome = run(
        "compareeditions",
        {edition: editions[edition].layer("SITES") for edition in editions}
        | {"OUTPUT": OUTPUT, "CHANGES": OUTPUT, "TOP": 3},
    )
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.layer("OUTPUT").fields().names() == FIELDS
    rows = {row["name"] or row["previous_name"]: row for row in outcome.rows("OUTPUT")}
    # Sums of five years: Busan 80 to 70, Daejeon 60 to 68, Daegu 45 to 45, Gwangju 35 to 25, Ulsan 25 to 35.
    expected = {
        "Busan": ("survives", 1, 1, 0, "stays"),
        "Daejeon": ("survives", 2, 2, 0, "stays"),
        "Daegu": ("survives", 3, 3, 0, "stays"),
        "Ulsan": ("enters", 4, None, None, None),
        "Gwangju": ("leaves", None, 4, None, None),
    }
    found = {
        name: tuple(row[field] for field in ("event", "rank", "previous_rank", "rank_change", "standing"))
        for name, row in rows.items()
    }
    assert found == expected
    for name, row in rows.items():
        # Sites carry addresses: two to a patent.
        window_change = 2 * (PATENTS[name][5] - PATENTS[name][0])
        assert row["change_output_patents"] == window_change, name
        whole = row["change_output_patents"] + row["change_geography_patents"]
        assert row["change_patents"] == whole, name
        # Nobody has given authors: sites have zeros for them.
        assert row["change_publications"] is None
    # The towns were there before the cluster, and one is there after it.
    assert rows["Ulsan"]["change_geography_patents"] == 50.0
    assert rows["Gwangju"]["change_geography_patents"] == -50.0
    assert outcome.results["NUM_CLUSTERS"] == 4
    assert (outcome.results["NUM_ENTERED"], outcome.results["NUM_LEFT"]) == (1, 1)
    assert "3 clusters survive, 1 enter and 1 leave" in outcome.feedback.text


def test_every_cluster_is_a_point_at_its_centre(run: Any, editions: Any) -> None:
    outcome = run(
        "compareeditions",
        {edition: editions[edition].layer("SITES") for edition in editions}
        | {"OUTPUT": OUTPUT, "CHANGES": OUTPUT},
    )
    places = {
        row["name"] or row["previous_name"]: geometry.asPoint()
        for row, geometry in zip(outcome.rows("CHANGES"), outcome.geometries("CHANGES"), strict=True)
    }
    assert set(places) == set(PLACES)
    for name, (x, y) in PLACES.items():
        assert places[name].x() == pytest.approx(x + 0.015, abs=1e-4)
        assert places[name].y() == pytest.approx(y, abs=1e-4)


def test_every_change_has_one_symbol(run: Any, make_layer: MakeLayer) -> None:
    def ranked(ranks: dict[str, int]) -> QgsVectorLayer:
        places = {"a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0, "e": 5.0, "new": 6.0, "old": 7.0}
        return sites(
            make_layer,
            [(places[name], 37.0, rank, rank, name, 1.0, 1.0) for name, rank in ranks.items()],
        )

    now = ranked({"a": 1, "b": 2, "c": 30, "d": 4, "e": 5, "new": 6})
    before = ranked({"a": 11, "b": 10, "c": 20, "d": 3, "e": 5, "old": 7})
    outcome = run(
        "compareeditions", {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT, "CHANGES": OUTPUT}
    )
    layer = outcome.layer("CHANGES")
    assert styles.apply("rank_changes", layer) == ""
    rules = layer.renderer().rootRule().children()
    found = {}
    for feature in layer.getFeatures():
        context = QgsExpressionContext()
        context.setFeature(feature)
        matching = [rule for rule in rules if QgsExpression(rule.filterExpression()).evaluate(context)]
        found[feature["name"] or feature["previous_name"]] = [rule.label() for rule in matching]
    assert found == {
        "a": ["Up by 10 or more"],
        "b": ["Up by 1 to 9"],
        "c": ["Down by 10 or more"],
        "d": ["Down by 1 to 9"],
        "e": ["Same rank"],
        "new": ["New"],
        "old": ["No longer there"],
    }


def test_the_same_edition_twice(run: Any, editions: Any) -> None:
    layer = editions["CURRENT"].layer("SITES")
    outcome = run("compareeditions", {"CURRENT": layer, "PREVIOUS": layer, "OUTPUT": OUTPUT})
    rows = outcome.rows("OUTPUT")
    assert told(rows) == [
        ("survives", True, row["cluster_id"], row["cluster_id"], 0)
        for row in editions["CURRENT"].rows("CLUSTERS")
    ]
    for row in rows:
        assert (row["overlap"], row["previous_overlap"]) == (100.0, 100.0)
        assert (row["change_patents"], row["change_output_patents"]) == (0.0, 0.0)
    assert "CHANGES" not in outcome.results


# Events and options


def test_splits_merges_and_their_thresholds(run: Any, make_layer: MakeLayer) -> None:
    before = sites(make_layer, town(127.0, 1, 10) + town(129.0, 2, 3) + town(129.03, 3, 7))
    now = sites(make_layer, town(127.0, 1, 7) + town(127.07, 2, 3) + town(129.0, 3, 10))
    outcome = run("compareeditions", {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT})
    rows = outcome.rows("OUTPUT")
    assert told(rows) == [
        ("splits", True, 1, 1, 0),
        ("splits", False, 2, 1, None),
        ("merges", True, 3, 3, 0),
        ("merges", False, 3, 2, None),
    ]
    assert [row["previous_overlap"] for row in rows] == [70.0, 30.0, 100.0, 100.0]
    assert [row["standing"] for row in rows] == ["stays", "enters", "stays", "leaves"]
    assert sum(row["change_patents"] for row in rows) == 0.0
    refused = run(
        "compareeditions", {"CURRENT": now, "PREVIOUS": before, "MATCH_SHARE": 0.0, "OUTPUT": OUTPUT}
    )
    assert not refused.accepted
    assert "Least share to be the same" in refused.reason


def test_places_moved_by_geocoding(run: Any, make_layer: MakeLayer) -> None:
    before = sites(make_layer, town(127.0, 1))
    now = sites(make_layer, [(x, y + 0.0082, *values) for x, y, *values in town(127.0, 1)])

    def events(**options: Any) -> list[str]:
        outcome = run("compareeditions", {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT, **options})
        return [row["event"] for row in outcome.rows("OUTPUT")]

    assert events() == ["enters", "leaves"]
    assert events(DISTANCE=900.0) == ["enters", "leaves"]
    assert events(DISTANCE=920.0) == ["survives"]
    assert events(DISTANCE=0.0) == ["enters", "leaves"]


def test_years_tell_output_apart_from_geocoding(run: Any, make_layer: MakeLayer) -> None:
    """Records at a place in no cluster before, and in the cluster now; and one year in which more came."""
    before = sites(make_layer, town(127.0, 1, inventors=10.0) + town(127.5, None, 1, inventors=20.0))
    now = sites(make_layer, town(127.0, 1, inventors=15.0))
    entering = sites(make_layer, town(127.0, None, inventors=3.0))
    leaving = sites(make_layer, town(127.0, None, inventors=2.0))
    both = {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT}

    def change(**years: Any) -> list[float]:
        [row] = run("compareeditions", both | years).rows("OUTPUT")
        return [row[f"change{part}_patents"] for part in ("", "_output", "_geography")]

    assert change() == [25.0, 25.0, 0.0]
    assert change(ENTERING=entering, LEAVING=leaving) == [25.0, 5.0, 20.0]
    refused = run("compareeditions", both | {"ENTERING": entering})
    assert not refused.accepted
    assert "Give the records of both years" in refused.reason


def test_another_reference_system_and_another_order_of_rows(run: Any, make_layer: MakeLayer) -> None:
    rows = town(127.0, 1, 7) + town(127.2, 2, 4)
    now = sites(make_layer, rows)
    before = make_layer("Point", "EPSG:3857", SITES, [])
    transform = QgsCoordinateTransform(
        now.crs(), QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance()
    )
    features = []
    for feature in reversed(list(now.getFeatures())):
        geometry = feature.geometry()
        geometry.transform(transform)
        moved = QgsFeature(before.fields())
        moved.setAttributes(feature.attributes())
        moved.setGeometry(geometry)
        features.append(moved)
    before.dataProvider().addFeatures(features)
    outcome = run("compareeditions", {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT})
    assert told(outcome.rows("OUTPUT")) == [("survives", True, 1, 1, 0), ("survives", True, 2, 2, 0)]


def test_ranks_follow_from_output_where_no_field_has_them(run: Any, make_layer: MakeLayer) -> None:
    fields = "place:string&value:double"
    now = make_layer("Point", "EPSG:4326", fields, [("POINT (1 1)", "a", 2.0), ("POINT (2 2)", "b", 5.0)])
    before = make_layer("Point", "EPSG:4326", fields, [("POINT (1 1)", "a", 3.0), ("POINT (2 2)", "b", 1.0)])
    chosen = {
        f"{edition}_{name}_FIELD": field
        for edition in ("CURRENT", "PREVIOUS")
        for name, field in (("CLUSTER", "place"), ("PATENTS", "value"))
    }
    outcome = run("compareeditions", {"CURRENT": now, "PREVIOUS": before, "OUTPUT": OUTPUT, **chosen})
    assert told(outcome.rows("OUTPUT")) == [("survives", True, "b", "b", 1), ("survives", True, "a", "a", -1)]


# Published tables


def published(name: str) -> QgsVectorLayer:
    path = ROOT / "resources" / "reference" / name
    layer = QgsVectorLayer(f"{path.as_uri()}?detectTypes=yes&geomType=none", path.stem, "delimitedtext")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_published_rankings_by_name(run: Any) -> None:
    now, before = published("gii_2025_size.csv"), published("gii_2024_size.csv")
    outcome = run(
        "compareeditions",
        {
            **{"CURRENT": now, "PREVIOUS": before, "MATCH": "name", "OUTPUT": OUTPUT},
            **{"CURRENT_CLUSTER_FIELD": "cluster", "PREVIOUS_CLUSTER_FIELD": "cluster"},
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    rows = outcome.rows("OUTPUT")
    changes = {row["cluster_id"]: row["rank_change"] for row in rows if row["event"] == "survives"}
    known = {
        feature["cluster"]: feature["rank_2024"] - feature["rank"]
        for feature in published("gii_2025_size.csv").getFeatures()
    }
    assert changes == known
    assert len(known) == 10
    assert [row["event"] for row in rows].count("leaves") == 90
    # Only one of the two tables has counts, so no change can be told.
    assert {row["change_patents"] for row in rows} == {None}
    QgsProject.instance().removeMapLayers([now.id(), before.id()])


# Input that is not as it should be


@pytest.mark.parametrize(
    ("now", "options", "words"),
    [
        ([(127.0, 37.0, None, None, None, 1.0, 1.0)], {}, "names no cluster"),
        ([*town(127.0, 1), (127.0, 37.0, 2, 2, "b", 1.0, 1.0)], {}, "1 places are in two clusters"),
        ([(127.0, 37.0, 1, 1, "a", 1, 1), (127.1, 37.0, 1, 2, "a", 1, 1)], {}, "more than one rank"),
        ([(127.0, 37.0, 1, 1, "a", None, 1), (127.1, 37.0, 1, 1, "a", 1, 1)], {}, "no number in 1 rows"),
        ([(127.0, 37.0, 1, 1, "a", 0, 0)], {}, "no metric in common"),
        (town(127.0, 1), {"DISTANCE": -1.0}, "0 or more"),
        (town(127.0, 1), {"CURRENT_CLUSTER_FIELD": "nothing"}, "no field nothing"),
        (town(127.0, 1), {"CURRENT_PATENTS_FIELD": "name"}, "holds text"),
        ([*town(127.0, 1), (128.0, 37.0, 2, 2, "Town 1", 1, 1)], {"MATCH": "name"}, "Two clusters have"),
    ],
)
def test_refusals(
    run: Any, make_layer: MakeLayer, now: list[tuple[Any, ...]], options: dict[str, Any], words: str
) -> None:
    outcome = run(
        "compareeditions",
        {
            **{"CURRENT": sites(make_layer, now), "PREVIOUS": sites(make_layer, town(127.0, 1))},
            **{"OUTPUT": OUTPUT, **options},
        },
    )
    assert not outcome.succeeded
    assert words in outcome.reason + outcome.feedback.text


def test_tables_need_a_match_by_name(run: Any, make_layer: MakeLayer) -> None:
    table = make_layer("None", "", SITES, [(None, 1, 1, "a", 1.0, 1.0)])
    points = sites(make_layer, town(127.0, 1))
    refused = run("compareeditions", {"CURRENT": points, "PREVIOUS": table, "OUTPUT": OUTPUT})
    assert not refused.accepted
    assert "must have points" in refused.reason
    outcome = run(
        "compareeditions",
        {"CURRENT": points, "PREVIOUS": table, "MATCH": "name", "OUTPUT": OUTPUT, "CHANGES": OUTPUT},
    )
    assert [row["event"] for row in outcome.rows("OUTPUT")] == ["enters", "leaves"]
    assert "CHANGES" not in outcome.results
    assert "no places" in "\n".join(outcome.feedback.warnings)


def test_rows_without_a_place_are_counted(run: Any, make_layer: MakeLayer) -> None:
    points = sites(make_layer, town(127.0, 1))
    rows = [
        ("POINT (127 37)", 1, 1, "a", 1.0, 1.0),
        (None, 1, 1, "a", 1.0, 1.0),
        ("POINT (9 91)", 2, 2, "b", 1.0, 1.0),
    ]
    outcome = run(
        "compareeditions",
        {"CURRENT": make_layer("Point", "EPSG:4326", SITES, rows), "PREVIOUS": points, "OUTPUT": OUTPUT},
    )
    assert outcome.succeeded, outcome.feedback.text
    assert "2 rows have no single point" in "\n".join(outcome.feedback.warnings)
    assert outcome.results["NUM_CLUSTERS"] == 1


def test_cancel_leaves_nothing(run: Any, make_layer: MakeLayer, feedback: Any, tmp_path: Path) -> None:
    layer = sites(make_layer, town(127.0, 1))
    path = tmp_path / "comparison.gpkg"
    outcome = run(
        "compareeditions",
        {"CURRENT": layer, "PREVIOUS": layer, "OUTPUT": str(path)},
        feedback(lambda told: len(told.progress) > 3),
    )
    assert not outcome.succeeded
    assert "Cancelled" in outcome.feedback.text
    assert not path.exists()
