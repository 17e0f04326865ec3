"""A user renames clusters in the attribute table; the next run keeps the names, in every output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]
OUTPUT = "TEMPORARY_OUTPUT"


def addresses(make_layer: MakeLayer, daejeon: int, shift: float = 0.0) -> QgsVectorLayer:
    """Two records in Seoul and as many as are asked for in Daejeon, each of 6,000 addresses."""
    places = [
        (126.98, 37.56),
        (126.93, 37.52),
        *[(127.38 + number / 100, 36.35) for number in range(daejeon)],
    ]
    rows = [
        (f"POINT ({x + shift} {y + shift})", f"r{number}", 6_000.0) for number, (x, y) in enumerate(places)
    ]
    return make_layer("Point", "EPSG:4326", "record:string&weight:double", rows, "inventors")


def parameters(layer: QgsVectorLayer, **more: Any) -> dict[str, Any]:
    fields = {"INVENTORS": layer, "INVENTORS_RECORD": "record", "INVENTORS_WEIGHT": "weight"}
    outputs = {"CLUSTERS": OUTPUT, "SITES": OUTPUT, "RANKING": OUTPUT}
    return fields | outputs | {"EDITION": "2018-2024"} | more


def renamed(layer: QgsVectorLayer, **names: tuple[str | None, str | None]) -> QgsVectorLayer:
    """Rename as a user does: in the table, by the name that was made."""
    fields = layer.fields()
    places = [fields.lookupField(name) for name in ("name", "name_ko")]
    assert layer.startEditing()
    for feature in layer.getFeatures():
        for place, name in zip(places, names.get(feature["name"], ()), strict=False):
            assert layer.changeAttributeValue(feature.id(), place, name)
    assert layer.commitChanges()
    return layer


def test_names_survive_the_next_run(run: Any, make_layer: MakeLayer, tmp_path: Path) -> None:
    first = run("innovationclusters", parameters(addresses(make_layer, 1)))
    assert first.succeeded, first.feedback.text
    assert [row["name"] for row in first.rows("CLUSTERS")] == ["Seoul", "Daejeon"]
    earlier = renamed(first.layer("CLUSTERS"), Seoul=("Capital region", "수도권"), Daejeon=(None, "대덕"))

    # Next year Daejeon is ahead, and all addresses are a little elsewhere.
    report = tmp_path / "report.html"
    later = addresses(make_layer, 4, shift=0.01)
    again = run("innovationclusters", parameters(later, EARLIER=earlier, REPORT=str(report)))
    assert again.succeeded, again.feedback.text
    for output in ("CLUSTERS", "RANKING"):
        assert [(row["rank"], row["name"], row["name_ko"]) for row in again.rows(output)] == [
            (1, "Daejeon", "대덕"),
            (2, "Capital region", "수도권"),
        ]
    assert {row["name"] for row in again.rows("SITES")} == {"Daejeon", "Capital region"}
    assert "Capital region" in report.read_text(encoding="utf-8")
    assert "2 clusters keep their names, of 2 earlier ones." in again.feedback.lines

    # And the year after, from what that run wrote.
    third = run("innovationclusters", parameters(later, EARLIER=again.layer("CLUSTERS")))
    assert [row["name_ko"] for row in third.rows("CLUSTERS")] == ["대덕", "수도권"]


def test_a_cluster_that_is_elsewhere_keeps_nothing(run: Any, make_layer: MakeLayer) -> None:
    first = run("innovationclusters", parameters(addresses(make_layer, 1)))
    earlier = renamed(first.layer("CLUSTERS"), Seoul=("Capital region", "수도권"))
    moved = run("innovationclusters", parameters(addresses(make_layer, 1, shift=2.0), EARLIER=earlier))
    assert moved.succeeded, moved.feedback.text
    assert "Capital region" not in {row["name"] for row in moved.rows("CLUSTERS")}
    assert "0 clusters keep their names, of 2 earlier ones." in moved.feedback.lines


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("title:string", "Earlier clusters whose names are kept: The layer has no field name or name_ko"),
        ("", "Earlier clusters whose names are kept: The layer has no field name or name_ko"),
    ],
)
def test_a_layer_without_names_is_refused_before_any_work(
    run: Any, make_layer: MakeLayer, fields: str, words: str
) -> None:
    shape = "POLYGON ((126 37, 127 37, 127 38, 126 38, 126 37))"
    layer = make_layer("Polygon", "EPSG:4326", fields, [(shape, *(["a"] if fields else []))])
    outcome = run("innovationclusters", parameters(addresses(make_layer, 1), EARLIER=layer))
    assert not outcome.accepted
    assert outcome.reason.startswith(words)


def test_writing_over_the_earlier_clusters_is_refused(
    run: Any, make_layer: MakeLayer, tmp_path: Path
) -> None:
    path = tmp_path / "clusters.gpkg"
    layer = addresses(make_layer, 1)
    assert run("innovationclusters", parameters(layer, CLUSTERS=str(path))).succeeded
    outcome = run("innovationclusters", parameters(layer, CLUSTERS=str(path), EARLIER=str(path)))
    assert not outcome.accepted
    assert outcome.reason.startswith("Clusters: ")
    assert QgsVectorLayer(str(path), "clusters", "ogr").featureCount() == 2
