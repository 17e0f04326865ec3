"""The same algorithms from qgis_process, in a model and in batch."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorLayer,
)

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Call qgis_process in a profile of its own, in which the plugin is installed."""
    if shutil.which("qgis_process") is None:
        pytest.skip("qgis_process is not on the path")
    plugins = tmp_path / "profile" / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "innovation_clusters").symlink_to(ROOT, target_is_directory=True)
    environment = os.environ | {
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["qgis_process", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    assert call("plugins", "enable", "innovation_clusters").returncode == 0
    return call


def test_the_main_job_from_the_command_line(
    qgis_app: QgsApplication, command: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """Two steps, exit code 0 also at the end of the process, and the style in the GeoPackage."""
    points, atlas, report = (tmp_path / name for name in ("points.gpkg", "atlas.gpkg", "report.html"))
    prepared = command(
        "--json",
        "run",
        "innovationclusters:preparepoints",
        "--",
        f"INPUT={SAMPLE / 'inventors.csv'}",
        "RECORD_FIELD=record",
        "WEIGHT_FIELD=addresses",
        "ECONOMY_FIELD=economy",
        f"OUTPUT={points}",
        f"REJECTS={tmp_path / 'rejects.gpkg'}",
    )
    assert prepared.returncode == 0, prepared.stderr
    assert json.loads(prepared.stdout)["results"]["NUM_REJECTS"] == 0
    ranked = command(
        "--json",
        "run",
        "innovationclusters:innovationclusters",
        "--",
        f"INVENTORS={points}",
        "INVENTORS_RECORD=record",
        "INVENTORS_WEIGHT=weight",
        "INVENTORS_ECONOMY=economy",
        "EDITION=2018-2024",
        "TOTAL_PATENTS=12880",
        f"CLUSTERS={atlas}",
        f"REPORT={report}",
    )
    assert ranked.returncode == 0, ranked.stderr
    assert json.loads(ranked.stdout)["results"]["NUM_CLUSTERS"] > 50
    layer = QgsVectorLayer(str(atlas), "atlas", "ogr")
    assert next(layer.getFeatures())["name"].startswith("Tokyo")
    assert layer.renderer().type() == "RuleRenderer"
    stored = QgsVectorLayer(f"{atlas}|layername=atlas", "atlas", "ogr").metadata().history()
    assert "EDITION=2018-2024" in stored
    # Also what was not asked for: a default is a choice.
    assert "MERGE_DISTANCE=5000.0" in stored
    assert "Tokyo" in report.read_text(encoding="utf-8")


def test_a_mistake_on_the_command_line_is_one_sentence_and_exit_code_1(
    command: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    failed = command(
        "run",
        "innovationclusters:densityclusters",
        "--",
        f"INPUT={SAMPLE / 'sample.json'}",
        "EPS=5",
        "MIN_SIZE=2",
        f"OUTPUT={tmp_path / 'out.gpkg'}",
    )
    assert failed.returncode == 1
    assert not (tmp_path / "out.gpkg").exists()


def test_a_model_of_two_steps(make_layer: Callable[..., QgsVectorLayer]) -> None:
    """Clusters, then their boundaries, wired by the outputs' names."""
    model = QgsProcessingModelAlgorithm("chain", "tests")
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("points"), QgsProcessingModelParameter("points")
    )
    clusters = QgsProcessingModelChildAlgorithm("innovationclusters:densityclusters")
    clusters.setChildId("clusters")
    from_value = QgsProcessingModelChildParameterSource.fromStaticValue
    clusters.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("points")]
    )
    clusters.addParameterSources("EPS", [from_value(1.0)])
    clusters.addParameterSources("MIN_SIZE", [from_value(3)])
    model.addChildAlgorithm(clusters)
    outlines = QgsProcessingModelChildAlgorithm("innovationclusters:clusterboundaries")
    outlines.setChildId("outlines")
    outlines.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("clusters", "OUTPUT")]
    )
    result = QgsProcessingModelOutput("outlines", "outlines")
    result.setChildId("outlines")
    result.setChildOutputName("OUTPUT")
    outlines.setModelOutputs({"outlines": result})
    model.addChildAlgorithm(outlines)
    layer = make_layer("Point", "EPSG:5179", "", [(f"POINT ({n} 0)",) for n in (0, 1, 2, 50, 51, 52, 90)])
    # The definition survives being saved and read back, as the model designer does.
    copy = QgsProcessingModelAlgorithm()
    assert copy.loadVariant(model.toVariant())
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    [output] = copy.destinationParameterDefinitions()
    results, succeeded = copy.run(
        {"points": layer.id(), output.name(): "memory:"}, context, QgsProcessingFeedback(False)
    )
    assert succeeded
    assert context.getMapLayer(results[output.name()]).featureCount() == 2


def test_every_algorithm_can_be_asked_for_anew(qgis_app: QgsApplication) -> None:
    """Batch and models create instances of their own; none may share state with another."""
    registry = QgsApplication.processingRegistry()
    for algorithm in registry.providerById("innovationclusters").algorithms():
        first, second = (registry.createAlgorithmById(algorithm.id()) for _ in range(2))
        assert first is not second
        assert [p.name() for p in first.parameterDefinitions()] == [
            p.name() for p in second.parameterDefinitions()
        ]


def test_the_shipped_model_from_the_command_line(
    qgis_app: QgsApplication, command: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """Listed and run like any algorithm, with its defaults; tables as CSV beside the layer."""
    listed = command("help", "innovationclusters:clustersstepbystep")
    assert listed.returncode == 0, listed.stderr
    assert "MERGE_DISTANCE" in listed.stdout
    assert "clusters:" in listed.stdout
    clusters, economies = tmp_path / "clusters.gpkg", tmp_path / "economies.csv"
    prepared = command(
        "run",
        "innovationclusters:preparepoints",
        "--",
        f"INPUT={SAMPLE / 'inventors.csv'}",
        "RECORD_FIELD=record",
        "WEIGHT_FIELD=addresses",
        "ECONOMY_FIELD=economy",
        f"OUTPUT={tmp_path / 'points.gpkg'}",
    )
    assert prepared.returncode == 0, prepared.stderr
    chained = command(
        "--json",
        "run",
        "innovationclusters:clustersstepbystep",
        "--",
        f"INPUT={tmp_path / 'points.gpkg'}",
        "RECORD_FIELD=record",
        "WEIGHT_FIELD=weight",
        "ECONOMY_FIELD=economy",
        f"clusters={clusters}",
        f"economies={economies}",
    )
    assert chained.returncode == 0, chained.stderr
    assert json.loads(chained.stdout)["results"]["clusters"] == str(clusters)
    assert QgsVectorLayer(f"{clusters}|layername=clusters", "", "ogr").featureCount() > 50
    assert economies.read_bytes().startswith(b"\xef\xbb\xbfeconomy,clusters,")
