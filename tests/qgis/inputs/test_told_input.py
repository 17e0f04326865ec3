"""What inputs are warned of: records of merged layers, codes of nobody, contested places, lone metrics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from qgis import processing
from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsVectorLayer

from innovation_clusters.analysis.editions import EDITIONS
from innovation_clusters.analysis.texts import Coded, code_texts
from innovation_clusters.processing_algorithms.inputs.countries import read_countries, tell_contested
from innovation_clusters.processing_algorithms.inputs.merged_layers import origin_field, tell_mixed_records
from innovation_clusters.processing_algorithms.inputs.missing_metrics import tell_missing_metrics
from innovation_clusters.processing_algorithms.inputs.stated_economies import tell_strange_economies

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]


def stated(layer: QgsVectorLayer, field: str) -> Coded:
    request = QgsFeatureRequest()
    return code_texts(np.array([str(row[field]) for row in layer.getFeatures(request)], dtype=object))


def file_of(tmp_path: Any, name: str, records: list[str]) -> QgsVectorLayer:
    path = tmp_path / f"{name}.csv"
    rows = "\n".join(f"{record},127,37" for record in records)
    path.write_text(f"record,x,y\n{rows}\n", encoding="utf-8")
    layer = QgsVectorLayer(f"{path.as_uri()}?xField=x&yField=y&crs=EPSG:4326", name, "delimitedtext")
    assert layer.isValid()
    return layer


def test_records_of_merged_layers(make_layer: MakeLayer, tmp_path: Any, feedback: Any) -> None:
    """What QGIS itself makes of two files whose records are numbered from 1 in each."""
    layers = [file_of(tmp_path, "a", ["1", "1", "2", "3"]), file_of(tmp_path, "b", ["1", "2", "2", "7"])]
    merged = processing.run("native:mergevectorlayers", {"LAYERS": layers, "OUTPUT": "memory:"})["OUTPUT"]
    field = origin_field(merged)
    assert field == "path"
    said = feedback()
    tell_mixed_records(stated(merged, "record"), stated(merged, field), "merged", said)
    assert said.warnings == [
        "merged: 2 records have rows from several of the merged layers and count as one record each. Where "
        "they are different records with the same id, make the ids differ before merging, with the name of "
        "the layer before the id for one: 1, 2"
    ]
    # As it says.
    layers = [file_of(tmp_path, "c", ["c-1", "c-1"]), file_of(tmp_path, "d", ["d-1"])]
    merged = processing.run("native:mergevectorlayers", {"LAYERS": layers, "OUTPUT": "memory:"})["OUTPUT"]
    said = feedback()
    tell_mixed_records(stated(merged, "record"), stated(merged, origin_field(merged)), "merged", said)
    assert said.warnings == []


def test_a_layer_field_of_a_users_own_is_no_origin(make_layer: MakeLayer) -> None:
    for fields, values in (
        ("record:string&layer:string", ("1", "a")),
        ("record:string&path:string", ("1", "b")),
    ):
        assert origin_field(make_layer("Point", "EPSG:4326", fields, [("POINT (1 2)", *values)])) == ""


def test_many_mixed_records_are_not_all_listed(feedback: Any) -> None:
    record = code_texts(np.array([f"r{number}" for number in range(9)] * 2, dtype=object))
    origin = code_texts(np.array(["a"] * 9 + ["b"] * 9, dtype=object))
    said = feedback()
    tell_mixed_records(record, origin, "merged", said)
    assert "9 records" in said.warnings[0]
    assert said.warnings[0].endswith(": r0, r1, r2, r3, r4, …")


def test_strange_economies(feedback: Any) -> None:
    said = feedback()
    texts = ["KR", *[f"K{number}" for number in range(10, 22)], "ZZ", "ZZ"]
    tell_strange_economies(code_texts(np.array(texts, dtype=object)), "authors", said)
    assert [line.split(":")[0] for line in said.warnings] == ["authors", "authors"]
    assert "12 rows" in said.warnings[0]
    assert said.warnings[0].endswith("K18 (1), K19 (1), …")
    assert said.warnings[1].endswith(": ZZ (2)")
    said = feedback()
    tell_strange_economies(code_texts(np.array(["KR", "uk"], dtype=object)), "authors", said)
    assert said.warnings == []


def test_contested_places(make_layer: MakeLayer, feedback: Any) -> None:
    layer = make_layer(
        "Polygon",
        "EPSG:3857",
        "iso_a2:string",
        [
            ("POLYGON ((0 0, 300000 0, 300000 300000, 0 300000, 0 0))", "AA"),
            ("POLYGON ((200000 0, 500000 0, 500000 300000, 200000 300000, 200000 0))", "BB"),
        ],
    )
    said = feedback()
    countries = read_countries(layer, QgsProcessingContext())
    longitude = np.array([1.0, 2.0, 2.2, 4.0])
    tell_contested(countries, longitude, np.ones(4), said)
    assert said.warnings == [
        "The outlines of AA and BB overlap; 2 places lie in both, and those that state no economy count for "
        "AA, whose outline comes first."
    ]
    assert countries.economy_of(longitude, np.ones(4)).tolist() == ["AA", "AA", "AA", "BB"]


def test_the_world_map_of_qgis_is_not_contested(qgis_app: Any, feedback: Any) -> None:
    said = feedback()
    countries = read_countries(None, QgsProcessingContext())
    longitude, latitude = np.random.default_rng(4).uniform(-1.0, 1.0, (2, 50_000))
    tell_contested(countries, 180.0 * longitude, 80.0 * latitude, said)
    assert said.warnings == []


def test_metrics_not_given(feedback: Any) -> None:
    said = feedback()
    tell_missing_metrics(EDITIONS["2025"], ["patents"], said)
    assert said.warnings == [
        "Edition 2025 counts more than what is given: scores and ranks are without Publications, Venture "
        "capital deals."
    ]
    for edition, given in (("2017", ["patents"]), ("2018-2024", ["patents", "publications"])):
        said = feedback()
        tell_missing_metrics(EDITIONS[edition], given, said)
        assert said.warnings == []
