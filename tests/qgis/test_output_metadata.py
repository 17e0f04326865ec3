"""What the metadata of an output tells, stored with the layer and on the layer that is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from innovation_clusters.plugin.presentation import LayerDresser, StyledOutputs
from innovation_clusters.processing_algorithms.base import OutputLayer
from innovation_clusters.processing_algorithms.metadata import VERSION
from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis

ALGORITHM = "innovationclusters:innovationclusters"
REMARK = "Modelled: no row is a real inventor"


def outputs_of(path: Path) -> list[OutputLayer]:
    history = (f"{ALGORITHM} {VERSION}", "EPS=15000", f"REMARK={REMARK}")
    return [
        OutputLayer(destination, f"The {name}", name, order=order, history=history)
        for order, (name, destination) in enumerate(made_up.atlas(path / "atlas.gpkg").items())
    ]


def present(outputs: list[OutputLayer]) -> None:
    StyledOutputs(ALGORITHM).present(outputs, QgsProcessingContext(), QgsProcessingFeedback())


def metadata_of(destination: str) -> QgsLayerMetadata:
    layer = QgsVectorLayer(destination, "opened", "ogr")
    assert layer.isValid()
    return QgsLayerMetadata(layer.metadata())


def told(history: list[str], pattern: str) -> list[int]:
    """Return the numbers in the one line of a history that is like the pattern."""
    (found,) = [found for line in history if (found := re.fullmatch(pattern, line))]
    return [int(number) for number in found.groups()]


def test_an_output_tells_what_it_is_and_who_may_use_it(qgis_app: QgsApplication, tmp_path: Path) -> None:
    outputs = outputs_of(tmp_path)
    present(outputs)
    metadata = metadata_of(outputs[0].destination)
    assert metadata.identifier() == "clusters"
    assert metadata.language() == "en"
    assert metadata.type() == "dataset"
    assert metadata.title() == "The clusters"
    assert metadata.categories() == ["Economy"]
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    assert metadata.keywords()["Innovation Clusters"] == algorithm.tags()
    assert [(constraint.constraint, constraint.type) for constraint in metadata.constraints()] == [
        ("The licences of the input data apply.", "use"),
        (REMARK, "other"),
    ]
    assert metadata.encoding() == "UTF-8"
    # Pages are where this plugin is, and whoever gets the file has another.
    assert metadata.links() == []
    assert not metadata.extent().spatialExtents()[0].bounds.isNull()


def test_two_layers_of_one_style_go_into_one_file(
    qgis_app: QgsApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The identifier of the metadata becomes that of the table, which a GeoPackage takes only once."""
    path = tmp_path / "both.gpkg"
    rows = made_up.site_rows([1], made_up.WORLD)
    outputs = [
        OutputLayer(made_up.write(path, name, made_up.SITE_FIELDS, Qgis.WkbType.Point, rows), name, "sites")
        for name in ("this_year", "last_year")
    ]
    present(outputs)
    assert [metadata_of(output.destination).identifier() for output in outputs] == ["this_year", "last_year"]
    assert "failed" not in capfd.readouterr().err


def test_the_extent_is_that_of_the_layer(qgis_app: QgsApplication, tmp_path: Path) -> None:
    outputs = outputs_of(tmp_path)
    present(outputs)
    for output in outputs[:2]:
        layer = QgsVectorLayer(output.destination, "opened", "ogr")
        (part,) = layer.metadata().extent().spatialExtents()
        assert part.extentCrs.authid() == "EPSG:4326"
        box, extent = part.bounds, layer.extent()
        assert (box.xMinimum(), box.yMaximum()) == pytest.approx((extent.xMinimum(), extent.yMaximum()))
    # A table lies nowhere.
    assert metadata_of(outputs[2].destination).extent().spatialExtents() == []


def test_every_output_tells_the_rows_of_all(qgis_app: QgsApplication, tmp_path: Path) -> None:
    outputs = outputs_of(tmp_path)
    present(outputs)
    for output in outputs:
        history = metadata_of(output.destination).history()
        assert history[:3] == list(output.history)
        assert history[3:] == [
            "The clusters: 10 rows written",
            "The sites: 30 rows written",
            "The ranking: 10 rows written",
        ]


def test_an_output_without_words_of_its_own_tells_what_its_algorithm_is_for(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    destination = made_up.atlas(tmp_path / "atlas.gpkg")["ranking"]
    algorithm = "innovationclusters:economysummary"
    history = (f"{algorithm} {VERSION}",)
    outputs = [OutputLayer(destination, "Economies", "economies", order=0, history=history)]
    StyledOutputs(algorithm).present(outputs, QgsProcessingContext(), QgsProcessingFeedback())
    made_by = QgsApplication.processingRegistry().algorithmById(algorithm)
    assert metadata_of(destination).abstract() == made_by.shortDescription() != ""


def test_a_loaded_layer_tells_the_same(qgis_app: QgsApplication, tmp_path: Path) -> None:
    outputs = outputs_of(tmp_path)
    present(outputs)
    layer = QgsVectorLayer(outputs[0].destination, "loaded", "ogr")
    stored = QgsLayerMetadata(layer.metadata())
    layer.setMetadata(QgsLayerMetadata())
    counts = stored.history()[3:]
    dresser = LayerDresser(outputs[0], ALGORITHM, "CLUSTERS", counts)
    dresser.postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback())
    loaded = layer.metadata()
    assert loaded.history() == stored.history()
    assert loaded.identifier() == stored.identifier()
    assert loaded.keywords() == stored.keywords()


def test_rows_that_come_in_are_used_or_rejected(
    make_layer: Callable[..., QgsVectorLayer], run: type[Any], tmp_path: Path
) -> None:
    rows: list[tuple[str | None, str]] = [
        (f"POINT (127.0{number % 3} 37.5)", f"r{number}") for number in range(40)
    ]
    rows += [("POINT (0 0)", "x"), (None, "y")]
    points = make_layer("Point", "EPSG:4326", "record:string", rows)
    clusters = str(tmp_path / "clusters.gpkg")
    done = run(
        "innovationclusters",
        {
            "INVENTORS": points,
            "INVENTORS_RECORD": "record",
            "MIN_DENSITY": 3,
            "CLUSTERS": clusters,
        },
    )
    assert done.succeeded, done.feedback.text
    history = metadata_of(f"{clusters}|layername=clusters").history()
    came_in, used, rejected = told(history, r"Patents: (\d+) rows read, (\d+) used, (\d+) rejected")
    assert (came_in, used, rejected) == (42, 40, 2)


def test_prepared_points_and_rejects_are_what_came_in(
    make_layer: Callable[..., QgsVectorLayer], run: type[Any], tmp_path: Path
) -> None:
    places = [("POINT (127 37.5)",)] * 5 + [("POINT (0 0)",), (None,)]
    points = make_layer("Point", "EPSG:4326", "", places)
    output, rejects = (str(tmp_path / f"{name}.gpkg") for name in ("points", "rejects"))
    done = run("preparepoints", {"INPUT": points, "OUTPUT": output, "REJECTS": rejects})
    assert done.succeeded, done.feedback.text
    for path in (output, rejects):
        history = metadata_of(f"{path}|layername={Path(path).stem}").history()
        (came_in,) = told(history, r"rows=(\d+)")
        (accepted,) = told(history, r"Address points: (\d+) rows written")
        (rejected,) = told(history, r"Rejects: (\d+) rows written")
        assert came_in == 7 == accepted + rejected
