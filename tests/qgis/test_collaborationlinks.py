"""collaborationlinks: lines round the globe, what they stand for, and whom every cluster works with."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from geographiclib.geodesic import Geodesic
from qgis.core import QgsApplication, QgsVectorLayer

from innovation_clusters.plugin import styles

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]

SEOUL, TOKYO, HONOLULU, ALONE, NOISE = 1, 2, 3, 4, None
PLACES: dict[int | None, tuple[float, float]] = {
    SEOUL: (127.0, 37.5),
    TOKYO: (139.7, 35.7),
    HONOLULU: (-157.9, 21.3),
    ALONE: (10.0, 50.0),
}
ECONOMIES = {SEOUL: "KR", TOKYO: "JP", HONOLULU: "US", ALONE: "DE", NOISE: "KR"}


def layer_of(make_layer: MakeLayer) -> QgsVectorLayer:
    """Six records: see the numbers in the tests."""
    records = (
        ("a", "patents", (SEOUL, SEOUL, TOKYO)),
        ("b", "patents", (SEOUL, TOKYO)),
        ("c", "patents", (SEOUL, NOISE)),
        ("d", "patents", (ALONE,)),
        ("a", "publications", (SEOUL, HONOLULU)),
        ("e", "publications", (TOKYO, HONOLULU, HONOLULU)),
    )
    rows = []
    for record, metric, clusters in records:
        for cluster in clusters:
            x, y = PLACES.get(cluster, (126.0, 34.0))
            rows.append((f"POINT ({x} {y})", cluster, record, metric, ECONOMIES[cluster]))
    fields = "cluster_id:integer&record:string&metric:string&economy:string"
    return make_layer("Point", "EPSG:4326", fields, rows)


@pytest.fixture
def outcome(run: Any, make_layer: MakeLayer) -> Any:
    found = run(
        "collaborationlinks",
        {
            **{"INPUT": layer_of(make_layer).id(), "METRIC_FIELD": "metric", "ECONOMY_FIELD": "economy"},
            **{"LINKS": OUTPUT, "PARTNERS": OUTPUT},
        },
    )
    assert found.succeeded, found.feedback.text
    return found


def test_what_links_stand_for(outcome: Any) -> None:
    rows = {(row["first_id"], row["second_id"]): row for row in outcome.rows("LINKS")}
    assert set(rows) == {(SEOUL, TOKYO), (SEOUL, HONOLULU), (TOKYO, HONOLULU)}
    link = rows[SEOUL, TOKYO]
    assert link["first_name"] == "1"
    assert (link["records"], link["patents_records"], link["patents_pairs"]) == (2, 2, 3)
    assert link["patents_fractional"] == pytest.approx(2 * 2 / 9 + 2 / 4)
    assert link["fractional_pairs"] == pytest.approx(2 / 3 + 1)
    assert (link["publications_records"], link["deals_records"]) == (0, None)
    # Fractional ties of four patents; those of the two publications weigh twice as much.
    assert link["strength"] == pytest.approx(100 * (4 / 9 + 1 / 2) / 4)
    assert rows[SEOUL, HONOLULU]["strength"] == pytest.approx(100 * (1 / 2) / 2)
    order = [row["strength"] for row in outcome.rows("LINKS")]
    assert order == sorted(order)


def test_lines_are_geodesics_cut_at_the_antimeridian(outcome: Any) -> None:
    for row, geometry in zip(outcome.rows("LINKS"), outcome.geometries("LINKS"), strict=True):
        ends = [PLACES[row[name]] for name in ("first_id", "second_id")]
        whole = Geodesic.WGS84.Inverse(ends[0][1], ends[0][0], ends[1][1], ends[1][0])["s12"]
        assert row["distance_km"] == pytest.approx(whole / 1000.0, rel=1e-9)
        parts = geometry.asMultiPolyline()
        assert len(parts) == (2 if HONOLULU in (row["first_id"], row["second_id"]) else 1)
        length = 0.0
        for part in parts:
            for start, end in pairwise(part):
                length += Geodesic.WGS84.Inverse(start.y(), start.x(), end.y(), end.x())["s12"]
                assert abs(start.x() - end.x()) < 90.0
        assert length == pytest.approx(whole, rel=1e-6)
        assert (parts[0][0].x(), parts[0][0].y()) == pytest.approx(ends[0])
        assert (parts[-1][-1].x(), parts[-1][-1].y()) == pytest.approx(ends[1])


def test_straight_lines(run: Any, make_layer: MakeLayer) -> None:
    found = run(
        "collaborationlinks",
        {"INPUT": layer_of(make_layer).id(), "METRIC_FIELD": "metric", "LINE": "straight", "LINKS": OUTPUT},
    )
    rows = zip(found.rows("LINKS"), found.geometries("LINKS"), strict=True)
    lines = {(row["first_id"], row["second_id"]): geometry.asMultiPolyline() for row, geometry in rows}
    (line,) = lines[SEOUL, TOKYO]
    for point, place in zip(line, (PLACES[SEOUL], PLACES[TOKYO]), strict=True):
        assert (point.x(), point.y()) == pytest.approx(place)
    west, east = lines[TOKYO, HONOLULU]
    latitude = 35.7 + (21.3 - 35.7) * (180 - 139.7) / (360 - 157.9 - 139.7)
    assert (west[1].x(), west[1].y()) == pytest.approx((180.0, latitude))
    assert (east[0].x(), east[0].y()) == pytest.approx((-180.0, latitude))


def test_whom_every_cluster_works_with(outcome: Any) -> None:
    rows = {(row["cluster_id"], row["metric"]): row for row in outcome.rows("PARTNERS")}
    assert list(rows) == [
        (SEOUL, "patents"),
        (SEOUL, "publications"),
        (TOKYO, "patents"),
        (TOKYO, "publications"),
        (HONOLULU, "publications"),
        (ALONE, "patents"),
    ]
    seoul = rows[SEOUL, "patents"]
    whole = 2 / 3 + 1 / 2 + 1 / 2
    assert (seoul["records"], seoul["shared_records"], seoul["partners"]) == (3, 3, 1)
    assert seoul["fractional"] == pytest.approx(whole)
    assert seoul["within_share"] == pytest.approx(100 * (4 / 9 + 1 / 4 + 1 / 4) / whole)
    assert seoul["clusters_share"] == pytest.approx(100 * (2 / 9 + 1 / 4) / whole)
    assert seoul["noise_share"] == pytest.approx(100 * (1 / 4) / whole)
    assert seoul["unlocated_share"] == 0.0
    assert seoul["domestic_share"] == pytest.approx(100 / 3)
    assert seoul["international_share"] == pytest.approx(200 / 3)
    assert (seoul["strongest_id"], seoul["strongest_share"]) == (TOKYO, 100.0)
    alone = rows[ALONE, "patents"]
    assert (alone["within_share"], alone["shared_records"], alone["partners"]) == (100.0, 0, 0)
    assert [alone[name] for name in ("strongest_id", "strongest_name", "domestic_share")] == [None] * 3
    assert rows[HONOLULU, "publications"]["strongest_id"] == SEOUL


def test_names_and_least_records(run: Any, make_layer: MakeLayer) -> None:
    names = [("POINT (0 0)", SEOUL, "Seoul", "서울"), ("POINT (0 0)", TOKYO, "Tokyo", "도쿄")]
    named = make_layer("Point", "EPSG:4326", "cluster_id:integer&name:string&name_ko:string", names)
    found = run(
        "collaborationlinks",
        {
            **{"INPUT": layer_of(make_layer).id(), "METRIC_FIELD": "metric", "NAMES": named.id()},
            **{"MIN_RECORDS": 2, "LINKS": OUTPUT, "PARTNERS": OUTPUT},
        },
    )
    (link,) = found.rows("LINKS")
    assert (link["first_name"], link["second_name"]) == ("Seoul", "Tokyo")
    assert found.results["NUM_LINKS"] == 1
    assert {row["name"] for row in found.rows("PARTNERS")} == {"Seoul", "Tokyo", "3", "4"}
    # No economies were given.
    assert {row["international_share"] for row in found.rows("PARTNERS")} == {None}
    unnamed = make_layer("Point", "EPSG:4326", "cluster_id:integer", [("POINT (0 0)", 1)])
    refused = run(
        "collaborationlinks",
        {"INPUT": layer_of(make_layer).id(), "NAMES": unnamed.id(), "LINKS": OUTPUT},
    )
    assert "The layer has no field name; it needs one." in refused.reason


def test_a_file_is_styled(qgis_app: QgsApplication, run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    path = tmp_path / "links.gpkg"
    found = run(
        "collaborationlinks",
        {"INPUT": layer_of(make_layer).id(), "METRIC_FIELD": "metric", "LINKS": str(path)},
    )
    assert found.succeeded, found.feedback.text
    layer = QgsVectorLayer(str(path), "links", "ogr")
    assert layer.featureCount() == 3
    assert styles.apply("links", layer) == ""
    labels = [rule.label() for rule in layer.renderer().rootRule().children()]
    assert labels[0] == "Half the strongest or more"
    assert layer.attributeAlias(layer.fields().lookupField("strength")) == "Strength, % of all ties"


@pytest.mark.parametrize("name", ["collaborationlinks", "mergeclusters", "labeladdresses"])
def test_cancelled_runs_leave_nothing(
    run: Any, feedback: Any, make_layer: MakeLayer, tmp_path: Path, name: str
) -> None:
    layer = layer_of(make_layer).id()
    outputs = {"collaborationlinks": ("LINKS", "PARTNERS"), "mergeclusters": ("OUTPUT", "PROPOSALS")}
    wanted = {output: str(tmp_path / f"{output}.gpkg") for output in outputs.get(name, ("OUTPUT",))}
    sites = {"SITES": layer} if name == "labeladdresses" else {}
    parameters = {"INPUT": layer, **sites, **wanted}
    assert run(name, parameters).succeeded
    for path in tmp_path.iterdir():
        path.unlink()
    for moment in (1, 40, 60, 80):
        stopped = run(
            name,
            parameters,
            feedback(lambda told, at=moment: bool(told.progress) and told.progress[-1] >= at),
        )
        assert not stopped.succeeded
        assert "Cancelled" in stopped.feedback.text
        assert list(tmp_path.iterdir()) == []
