"""What is explored is what the algorithms cluster: labels equal, and the same sentences for bad input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from innovation_clusters.analysis.density.prepared import PreparedSites
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.exploring import explore
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.plugin.explorer.reading import (
    AskedLayer,
    ask_for_addresses,
    ask_for_layer,
    read_explored,
    sentence,
)

pytestmark = pytest.mark.qgis

SEOUL, BUSAN = "POINT (953000 1950000)", "POINT (1140000 1680000)"
SAMPLE = Path(__file__).parents[4] / "resources" / "sample"


def labels_of(asked: list[AskedLayer], eps: float, minimum: float) -> tuple[np.ndarray, Any]:
    points = read_explored(asked, Monitor())
    sites = PreparedSites(points.x, points.y, eps / 10.0, weights=points.weights, metric=points.metric)
    outcome = explore(sites, eps, minimum)
    return sites.of_rows(outcome.result).labels, outcome


def rows(count: int, scale: float, seed: int = 1) -> list[tuple[Any, ...]]:
    generator = np.random.default_rng(seed)
    towns = generator.uniform(0.0, 40.0, (6, 2))[generator.integers(0, 6, count)]
    places = np.round(towns + generator.normal(0.0, 1.0, (count, 2)), 2) * scale
    weights = generator.choice([0.0, 0.25, 1.0, 1.0 / 3.0, 7.0], count)
    return [
        (None if number % 17 == 3 else f"POINT ({x} {y})", number, float(weight))
        for number, ((x, y), weight) in enumerate(zip(places.tolist(), weights.tolist(), strict=True))
    ]


@pytest.mark.parametrize(
    ("crs", "scale", "shift"),
    [
        ("EPSG:4326", 0.01, (126.5, 36.0)),
        ("EPSG:5179", 1000.0, (900_000.0, 1_900_000.0)),
        ("EPSG:3857", 1200.0, (14_000_000.0, 4_400_000.0)),
        # Feet: an American state's plane.
        ("EPSG:2263", 3000.0, (950_000.0, 150_000.0)),
    ],
)
@pytest.mark.parametrize("weight", ["", "weight"])
def test_labels_are_those_of_density_clusters(
    make_layer: Callable[..., QgsVectorLayer],
    run: Callable[..., Any],
    crs: str,
    scale: float,
    shift: tuple[float, float],
    weight: str,
) -> None:
    given = rows(1500, scale)
    moved = []
    for wkt, number, value in given:
        if wkt is not None:
            x, y = (float(part) for part in wkt[7:-1].split())
            wkt = f"POINT ({x + shift[0]!r} {y + shift[1]!r})"
        moved.append((wkt, number, value))
    layer = make_layer("Point", crs, "id:integer&weight:double", moved)
    for eps, minimum in ((300.0, 4.0), (900.0, 12.0), (2500.0, 30.0)):
        found, outcome = labels_of([ask_for_layer(layer, weight)], eps, minimum)
        done = run(
            "densityclusters",
            {
                "INPUT": layer,
                "EPS": eps,
                "MIN_SIZE": minimum,
                "WEIGHT": weight or None,
                "OUTPUT": "TEMPORARY_OUTPUT",
            },
        )
        of_run = [row for row in done.rows("OUTPUT") if row["role"] is not None]
        wanted = np.array([row["CLUSTER_ID"] or 0 for row in of_run]) - 1
        assert outcome.clusters == done.results["NUM_CLUSTERS"] > 0
        np.testing.assert_array_equal(found, wanted)


def addresses() -> list[tuple[str, QgsVectorLayer, str]]:
    layers = []
    for metric, name in (("patents", "inventors"), ("publications", "authors"), ("deals", "deals")):
        options = "type=csv&xField=longitude&yField=latitude&crs=EPSG:4326&detectTypes=yes"
        uri = f"file://{SAMPLE / name}.csv?{options}"
        layer = QgsVectorLayer(uri, name, "delimitedtext")
        assert layer.isValid()
        layers.append((metric, layer, "addresses"))
    return layers


def test_labels_are_those_of_the_whole_run(run: Callable[..., Any]) -> None:
    layers = addresses()
    QgsProject.instance().addMapLayers([layer for _, layer, _ in layers])
    eps, minimum = 15_000.0, 2_500.0
    points = read_explored(ask_for_addresses(layers), Monitor())
    sites = PreparedSites(points.x, points.y, 1000.0, weights=points.weights, metric=points.metric)
    outcome = explore(sites, eps, minimum)
    parameters: dict[str, Any] = {
        "EDITION": "custom",
        "EPS": eps,
        "MIN_DENSITY": minimum,
        "MERGE_DISTANCE": 0.0,
        "CLUSTERS": "TEMPORARY_OUTPUT",
        "SITES": "TEMPORARY_OUTPUT",
    }
    for name, (_, layer, field) in zip(("INVENTORS", "AUTHORS", "DEALS"), layers, strict=True):
        parameters |= {name: layer, f"{name}_WEIGHT": field, f"{name}_RECORD": "record"}
    done = run("innovationclusters", parameters)
    ranked = done.rows("SITES")
    places = [geometry.asPoint() for geometry in done.geometries("SITES")]
    QgsProject.instance().removeMapLayers([layer.id() for _, layer, _ in layers])
    of_run = {
        (place.x(), place.y()): (row["cluster_id"], row["role"])
        for place, row in zip(places, ranked, strict=True)
    }
    clusters: dict[int, Any] = {}
    assert len(of_run) == np.unique(np.stack([points.x, points.y]), axis=1).shape[1]
    labels, core = outcome.result.labels, outcome.result.core
    for x, y, label, is_core in zip(sites.x, sites.y, labels.tolist(), core.tolist(), strict=True):
        cluster, role = of_run[(x, y)]
        assert role == ("core" if is_core else "border" if label >= 0 else "noise")
        # The run numbers its clusters by rank.
        assert clusters.setdefault(label, cluster) == cluster
    assert len(clusters) == len(set(clusters.values())) == outcome.clusters + 1 > 10


def test_a_layer_that_is_edited_is_read_as_it_is_now(make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:5179", "id:integer", [(SEOUL, 1), (BUSAN, 2)])
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    asked = ask_for_layer(layer, "")
    layer.rollBack()
    points = read_explored([asked], Monitor())
    assert points.x.tolist() == [1_140_000.0]


def test_a_layer_may_be_gone_when_it_is_read(make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:5179", "id:integer", [(SEOUL, 1), (None, 2)])
    asked = ask_for_layer(layer, "")
    QgsProject.instance().removeMapLayer(layer.id())
    del layer
    points = read_explored([asked], Monitor())
    assert (points.x.tolist(), points.y.tolist()) == ([953_000.0], [1_950_000.0])
    assert (points.read, points.unusable) == (2, 1)


@pytest.mark.parametrize(
    ("geometry", "crs", "made", "words"),
    [
        ("Point", "EPSG:4326", [], "no rows"),
        ("Point", "", [("POINT (1 1)", 1)], "no coordinate reference system"),
        ("LineString", "EPSG:4326", [("LINESTRING (1 1, 2 2)", 1)], "must have points"),
    ],
)
def test_bad_layers_are_refused_before_any_work(
    make_layer: Callable[..., QgsVectorLayer], geometry: str, crs: str, made: list[Any], words: str
) -> None:
    layer = make_layer(geometry, crs, "id:integer", made)
    with pytest.raises(InputError) as caught:
        ask_for_layer(layer, "")
    assert words in sentence(caught.value, addresses=False)
    assert sentence(caught.value, addresses=False).startswith("Points: ")
    with pytest.raises(InputError) as caught:
        ask_for_addresses([("publications", layer, "")])
    assert sentence(caught.value, addresses=True).startswith("Authors: ")


def test_bad_rows_are_refused_while_reading(make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:4326", "w:double", [("POINT (1 1)", None), ("POINT (2 2)", 1.0)])
    with pytest.raises(InputError, match="no number in"):
        read_explored([ask_for_layer(layer, "w")], Monitor())
    nowhere = make_layer("Point", "EPSG:4326", "w:double", [("POINT (nan nan)", 1.0), (None, 1.0)])
    with pytest.raises(InputError, match="usable point"):
        read_explored([ask_for_layer(nowhere, "")], Monitor())
    with pytest.raises(InputError, match="no field"):
        ask_for_layer(layer, "v")
    with pytest.raises(InputError, match="Deals alone"):
        ask_for_addresses([("deals", layer, "")])
    with pytest.raises(InputError, match="at least one layer"):
        ask_for_addresses([])


def test_places_of_a_projected_layer_lead_back_to_its_map(make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:2263", "id:integer", [("POINT (1000000 200000)", 1)])
    points = read_explored([ask_for_layer(layer, "")], Monitor())
    assert points.metric == "planar"
    assert points.x[0] == pytest.approx(304_800.6, abs=0.1)
    assert points.x[0] / points.metres == pytest.approx(1_000_000.0)
    assert points.crs == QgsCoordinateReferenceSystem("EPSG:2263")
