"""Layers of more rows than can be clustered, or than memory has room for, are refused before any is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.analysis import memory
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.plugin.explorer.reading import ask_for_addresses, ask_for_layer
from innovation_clusters.processing_algorithms import densityclusters, proposeparameters
from innovation_clusters.processing_algorithms.inputs import address_sources
from innovation_clusters.processing_algorithms.inputs.room import BYTES_OF_ROW
from innovation_clusters.tests.qgis.layers.made_up_layers import write

OUTPUT = QgsProcessing.TEMPORARY_OUTPUT
CLUSTERING = {"EPS": 900, "MIN_SIZE": 3, "OUTPUT": OUTPUT}


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Remember which modules have begun to read points."""
    begun: list[str] = []

    def spied(module: Any) -> Callable[..., Any]:
        read = module.read_points

        def read_points(*arguments: Any, **options: Any) -> Any:
            begun.append(module.__name__.rsplit(".", 1)[-1])
            return read(*arguments, **options)

        return read_points

    for module in (densityclusters, proposeparameters, address_sources):
        monkeypatch.setattr(module, "read_points", spied(module))
    return begun


@pytest.fixture
def layer(make_layer: Callable[..., QgsVectorLayer]) -> QgsVectorLayer:
    """60 rows, all within the distance."""
    rows = [(f"POINT ({1_000_000 + number} 2000000)", number) for number in range(60)]
    return make_layer("Point", "EPSG:5179", "id:integer", rows)


ALGORITHMS = [
    ("densityclusters", "INPUT", "Points", CLUSTERING),
    ("proposeparameters", "AUTHORS", "Authors", {"OUTPUT": OUTPUT}),
    ("innovationclusters", "AUTHORS", "Authors", {"CLUSTERS": OUTPUT}),
]


@pytest.mark.parametrize(("name", "parameter", "label", "others"), ALGORITHMS)
@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (
            300_000_000,
            "300000000 points need about 30.0 GB of memory, and 16.0 GB are free; close other programs, take "
            "fewer points, or sum the rows of every place first.",
        ),
        (
            2**31,
            "There are 2147483648 rows, and at most 2147483647 can be clustered at once; split them, or sum "
            "the rows of every place first.",
        ),
    ],
)
def test_too_many_rows_are_refused_before_one_is_read(
    run: Any,
    reads: list[str],
    monkeypatch: pytest.MonkeyPatch,
    layer: QgsVectorLayer,
    name: str,
    parameter: str,
    label: str,
    others: dict[str, Any],
    count: int,
    sentence: str,
) -> None:
    monkeypatch.setattr(QgsProcessingFeatureSource, "featureCount", lambda source: count)
    monkeypatch.setattr(memory, "available", lambda: 16_000_000_000)
    result = run(name, {parameter: layer.id()} | others)
    assert not result.succeeded
    assert f"{label}: {sentence}" in (result.reason or result.feedback.text).splitlines()
    # What innovationclusters reads itself, it knows when it has asked the databases.
    assert result.accepted == (name == "innovationclusters")
    assert not reads


def test_too_many_rows_to_explore_are_refused_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, layer: QgsVectorLayer
) -> None:
    monkeypatch.setattr(QgsProcessingFeatureSource, "featureCount", lambda source: 300_000_000)
    monkeypatch.setattr(memory, "available", lambda: 16_000_000_000)
    with pytest.raises(InputError, match="INPUT: 300000000 points need about"):
        ask_for_layer(layer, "")
    with pytest.raises(InputError, match="AUTHORS: 300000000 points need about"):
        ask_for_addresses([("publications", layer, "")])


def selected(layer: QgsVectorLayer, count: int) -> QgsProcessingFeatureSourceDefinition:
    layer.selectByIds(sorted(layer.allFeatureIds())[:count])
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def limited(layer: QgsVectorLayer, count: int) -> QgsProcessingFeatureSourceDefinition:
    return QgsProcessingFeatureSourceDefinition(layer.id(), featureLimit=count)


def filtered(layer: QgsVectorLayer, count: int) -> str:
    assert layer.setSubsetString(f"fid <= {count}")
    return str(layer.id())


@pytest.mark.parametrize("wanted", [selected, limited, filtered])
def test_rows_that_nobody_wants_need_no_room(
    run: Any,
    reads: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    wanted: Callable[[QgsVectorLayer, int], Any],
) -> None:
    source = QgsVectorLayer(str(write(tmp_path / "in.gpkg", count=60, empty=False)), "in", "ogr")
    # Clustering asks, too, and needs less.
    monkeypatch.setattr(memory, "available", lambda: 20 * BYTES_OF_ROW)
    QgsProject.instance().addMapLayer(source)
    for count, accepted in ((20, True), (21, False)):
        begun = len(reads)
        result = run("densityclusters", {"INPUT": wanted(source, count)} | CLUSTERING)
        assert result.accepted == result.succeeded == accepted, result.reason + result.feedback.text
        assert len(reads) - begun == accepted
        assert accepted or result.reason.startswith(f"Points: {count} points need about 0.1 GB of memory")


def test_how_many_an_expression_leaves_shows_once_they_are_read(
    run: Any, reads: list[str], monkeypatch: pytest.MonkeyPatch, layer: QgsVectorLayer
) -> None:
    wanted = QgsProcessingFeatureSourceDefinition(layer.id(), filterExpression='"id" < 20')
    for bytes_of_row, succeeded in ((52, True), (51, False)):
        monkeypatch.setattr(memory, "available", lambda free=20 * bytes_of_row: free)
        result = run("densityclusters", {"INPUT": wanted} | CLUSTERING)
        assert result.accepted
        assert result.succeeded == succeeded
        assert reads.pop() == "densityclusters"
    assert "Points: 20 points need about 0.1 GB of memory, and 0.0 GB are free" in result.feedback.text


def test_an_integer_sum_past_63_bits_is_told_with_both_sizes(
    run: Any, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    rows = [(f"POINT ({1_000_000 + number} 2000000)", 2**62) for number in range(3)]
    layer = make_layer("Point", "EPSG:5179", "people:int8", rows)
    assert [feature["people"] for feature in layer.getFeatures()] == [2**62] * 3
    parameters = {"INPUT": layer.id(), "WEIGHT": "people"} | CLUSTERING
    result = run("densityclusters", parameters | {"MIN_SIZE": 2.0**62})
    assert not result.succeeded
    assert result.feedback.errors == [
        "Weight: The weights add up to 1.3835058055282164e+19, and only sums below 4.611686018427388e+18 are "
        "exact; give the weights and the minimum in a larger unit."
    ]
    # None counts for more than the minimum.
    assert run("densityclusters", parameters | {"MIN_SIZE": 2.0**59}).results["NUM_CLUSTERS"] == 1
