"""Shipped models: files as their script writes them, equal to the main job, in the user's language."""

from __future__ import annotations

import gc
import importlib.util
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingProvider,
    QgsRasterBlock,
    QgsRasterFileWriter,
    QgsRectangle,
    QgsVectorLayer,
)

from innovation_clusters.analysis.editions import METRICS
from innovation_clusters.plugin.models import MADE_FIELDS, MODELS, ShippedModel
from innovation_clusters.plugin.presentation import StyledOutputs

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
NAME = "clustersstepbystep"


def _load_script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("models_script", ROOT / "scripts" / "models.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def provider(qgis_app: QgsApplication) -> QgsProcessingProvider:
    return QgsApplication.processingRegistry().providerById("innovationclusters")


@pytest.fixture(scope="module")
def inventors(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample's inventors as address points, with an organisation made up from the economy."""
    from tests.qgis.conftest import Run

    path = tmp_path_factory.mktemp("inventors") / "inventors.gpkg"
    prepared = Run(
        "preparepoints",
        {
            **{"INPUT": str(SAMPLE / "inventors.csv"), "RECORD_FIELD": "record", "WEIGHT_FIELD": "addresses"},
            **{"ECONOMY_FIELD": "economy", "OUTPUT": str(path)},
        },
    )
    assert prepared.succeeded, prepared.feedback.text
    return str(path)


def steps(inventors: str, **more: Any) -> dict[str, Any]:
    return {
        **{
            "INPUT": inventors,
            "RECORD_FIELD": "record",
            "WEIGHT_FIELD": "weight",
            "ECONOMY_FIELD": "economy",
        },
        **{"TOTAL": 12880},
        **more,
    }


# Files


def test_files_are_what_the_script_writes(qgis_app: QgsApplication, tmp_path: Path) -> None:
    if not Qgis.QGIS_VERSION.startswith("3.40"):
        pytest.skip("another QGIS writes other attributes")
    written = _load_script().write(tmp_path)
    assert [path.name for path in written] == [path.name for path in sorted(MODELS.glob("*.model3"))]
    for path in written:
        assert path.read_bytes() == (MODELS / path.name).read_bytes(), "run scripts/models.py"


def test_a_file_holds_nothing_of_the_machine_that_wrote_it() -> None:
    for path in MODELS.glob("*.model3"):
        text = path.read_text(encoding="utf-8")
        assert "/home/" not in text
        assert str(ROOT) not in text


def test_a_model_is_valid_for_the_designer(qgis_app: QgsApplication) -> None:
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODELS / f"{NAME}.model3"))
    assert model.validate() == (True, [])
    assert model.name() == NAME


def test_a_broken_file_is_told_and_the_others_load(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "broken.model3"
    path.write_text("<!DOCTYPE model><Option", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.model3 cannot be read"):
        ShippedModel(path, StyledOutputs("innovationclusters:broken"))


# Registration


def test_models_are_in_the_toolbox_and_stay(provider: QgsProcessingProvider) -> None:
    registry = QgsApplication.processingRegistry()
    for _ in range(2):
        model = registry.algorithmById(f"innovationclusters:{NAME}")
        assert model is not None
        assert model.group() == "Models"
        assert model.groupId() == "models"
        assert model.canExecute() == (True, "")
        # The instance of the registry has its outputs too: help lists them.
        assert {"clusters", "scores", "intensity"} <= {output.name() for output in model.outputDefinitions()}
        provider.refreshAlgorithms()


def test_loading_takes_no_time(qgis_app: QgsApplication) -> None:
    """QGIS waits for it at every start; measured 15 ms of 470."""
    path = MODELS / f"{NAME}.model3"
    took = []
    for _ in range(5):
        start = time.perf_counter()
        ShippedModel(path, StyledOutputs(f"innovationclusters:{NAME}"))
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1


# Runs


@pytest.mark.parametrize(("distance", "merged"), [(0, 0), (60_000, 1)])
def test_the_steps_give_what_the_main_job_gives(
    run: Callable[..., Any], inventors: str, distance: float, merged: int
) -> None:
    """Ranks, counts, shares, economies and boundaries, to the last digit; the model's defaults are WIPO's.

    At 5 km nothing in the sample merges; farther apart the ties decide.
    """
    whole = run(
        "innovationclusters",
        {
            **{"INVENTORS": inventors, "INVENTORS_RECORD": "record", "INVENTORS_WEIGHT": "weight"},
            **{"INVENTORS_ECONOMY": "economy", "EDITION": "2018-2024", "TOTAL_PATENTS": 12880},
            **{"MERGE_DISTANCE": distance, "CLUSTERS": "TEMPORARY_OUTPUT"},
        },
    )
    chained = run(
        NAME,
        steps(
            inventors,
            MERGE_DISTANCE=distance,
            **dict.fromkeys(
                ("clusters", "scores", "mergers", "economies", "links", "partners"), "TEMPORARY_OUTPUT"
            ),
        ),
    )
    assert chained.succeeded, chained.feedback.text
    assert sum(row["outcome"] == "merged" for row in chained.rows("mergers")) == merged
    expected = sorted(whole.rows("CLUSTERS"), key=lambda row: row["rank"])
    assert len(expected) > 50
    scored = ("rank", *METRICS, *(f"share_{metric}" for metric in METRICS), "score", "focus", "economies")
    for output, fields in (("clusters", (*scored, "sites", "area_km2")), ("scores", scored)):
        found = sorted(chained.rows(output), key=lambda row: row["rank"])
        assert [[row[field] for field in fields] for row in found] == [
            [row[field] for field in fields] for row in expected
        ]
    leading = {row["economy"]: row["leading_rank"] for row in chained.rows("economies")}
    for row in expected:
        for economy in (row["economies"] or "").split("/"):
            assert leading[economy] <= row["rank"]
    assert len(chained.rows("partners")) == len(expected)


def test_only_what_is_asked_for_is_handed_out(
    run: Callable[..., Any], inventors: str, tmp_path: Path
) -> None:
    target = tmp_path / "clusters.gpkg"
    result = run(NAME, steps(inventors, clusters=str(target)))
    assert result.succeeded, result.feedback.text
    assert {name for name in result.results if name.islower()} == {"clusters"}
    layer = QgsVectorLayer(f"{target}|layername=clusters", "clusters", "ogr")
    assert layer.featureCount() > 50
    # Styled and told, though a step of QGIS's own has written it.
    assert layer.renderer().type() == "RuleRenderer"
    history = layer.metadata().history()
    assert history[0].startswith(f"innovationclusters:{NAME} ")
    assert {"EPS=15000.0", "MIN_DENSITY=4500.0", "TOTAL=12880", "INPUT=inventors.gpkg"} <= set(history)


def test_branches_run_where_their_input_is_given(
    run: Callable[..., Any], inventors: str, tmp_path: Path
) -> None:
    people = world_raster(tmp_path / "people.tif")
    wanted = dict.fromkeys(
        ("leading_organisations", "intensity", "economies", "concentration"), "TEMPORARY_OUTPUT"
    )
    given = run(NAME, steps(inventors, POPULATION=people, ORGANISATION_FIELD="economy", **wanted))
    assert given.succeeded, given.feedback.text
    rows = given.rows("intensity")
    assert all(row["population"] > 0 for row in rows)
    assert sorted(row["intensity_rank"] for row in rows)[0] == 1
    assert {row["organisation"] for row in given.rows("leading_organisations")} >= {"KR", "JP"}
    assert given.rows("economies")
    without = run(NAME, steps(inventors, ECONOMY_FIELD=None, scores="TEMPORARY_OUTPUT"))
    assert without.succeeded, without.feedback.text
    assert len(without.rows("scores")) == len(rows)


def world_raster(path: Path) -> str:
    """Write a raster of the world, of a tenth of a degree, with ten people in every pixel."""
    writer = QgsRasterFileWriter(str(path))
    writer.setOutputFormat("GTiff")
    world = QgsRectangle(-180, -90, 180, 90)
    provider = writer.createOneBandRaster(
        Qgis.DataType.Float64, 3600, 1800, world, QgsCoordinateReferenceSystem("EPSG:4326")
    )
    block = QgsRasterBlock(Qgis.DataType.Float64, 3600, 1800)
    block.setData(np.full((1800, 3600), 10.0).tobytes())
    provider.setEditable(True)
    provider.writeBlock(block, 1, 0, 0)
    provider.setEditable(False)
    return str(path)


def test_a_mistake_is_one_sentence_with_the_step(run: Callable[..., Any], inventors: str) -> None:
    result = run(NAME, steps(inventors, WEIGHT_FIELD="record", clusters="TEMPORARY_OUTPUT"))
    assert not result.succeeded
    assert "Density clusters" in result.feedback.text
    assert "holds text" in result.feedback.text


@pytest.mark.parametrize("fields", ["", "cluster_id:integer"], ids=["a step fails", "refused before"])
def test_a_model_that_fails_lets_go_of_its_layers(qgis_app: QgsApplication, fields: str) -> None:
    """Layers that outlive QGIS crash its end."""
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&field=record:string&field={fields}", "points", "memory")
    known = weakref.ref(layer)
    algorithm = qgis_app.processingRegistry().createAlgorithmById(f"innovationclusters:{NAME}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    _, succeeded = algorithm.run({"INPUT": layer, "RECORD_FIELD": "record"}, context, feedback)
    assert not succeeded
    assert "Points: " in feedback.textLog() or "cluster_id" in feedback.textLog()
    del layer, algorithm, context, feedback
    gc.collect()
    assert known() is None


@pytest.mark.parametrize("field", MADE_FIELDS)
def test_fields_that_a_step_would_mistake_are_refused(
    run: Callable[..., Any], make_layer: Callable[..., QgsVectorLayer], field: str
) -> None:
    rows = [("POINT (127 37)", "a", 7)] * 5
    layer = make_layer("Point", "EPSG:4326", f"record:string&{field}:integer", rows)
    result = run(NAME, {"INPUT": layer, "RECORD_FIELD": "record", "clusters": "TEMPORARY_OUTPUT"})
    assert not result.accepted
    assert result.reason.startswith("Address points: ")
    assert field in result.reason
    assert not result.succeeded
