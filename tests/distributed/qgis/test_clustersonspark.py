"""Runs on Spark from QGIS: the answer is that of Innovation clusters, and nothing is left of runs that end
early.
"""

from __future__ import annotations

import math
import os
import subprocess
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from innovation_clusters.analysis import run_folder
from innovation_clusters.tests.qgis.conftest import Feedback, Run

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "sample"
PYTHON = ROOT / ".venv" / "distributed" / "bin" / "python"
TABLES = {"INVENTORS": "inventors.csv", "AUTHORS": "authors.csv", "DEALS": "deals.csv"}

LAYERS = dict.fromkeys(("CLUSTERS", "SITES", "RANKING"), "memory:")

# What a small run needs, whatever else this machine does.
MARK = "INNOVATION_CLUSTERS_TEST_RUN"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Mark the processes that a run starts; returns the commands of those that are there."""
    mark = f"{MARK}={uuid.uuid4()}"
    monkeypatch.setenv(*mark.split("="))

    def there() -> list[str]:
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if int(process.name) != os.getpid() and mark.encode() in (process / "environ").read_bytes():
                    found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
            except (OSError, ValueError):
                # It ended meanwhile, or is not ours.
                continue
        # One that has ended and nobody asked about has neither.
        return [command for command in found if command]

    return there


@pytest.fixture(autouse=True)
def few_partitions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred of them, Spark's default, take minutes where hundreds of rows a partition are left."""
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "spark-defaults.conf").write_text(
        "spark.sql.shuffle.partitions 4\nspark.ui.enabled false\n"
        "spark.driver.host 127.0.0.1\nspark.driver.bindAddress 127.0.0.1\n"
    )
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path / "conf"))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")


def chosen(tmp_path: Path, **others: Any) -> dict[str, Any]:
    return {
        **{name: str(SAMPLE / file) for name, file in TABLES.items()},
        "WEIGHT": "addresses",
        "ECONOMY": "economy",
        "MASTER": "local[2]",
        "PYTHON": str(PYTHON),
        "OUTPUT": str(tmp_path / "결과"),
        **LAYERS,
        **others,
    }


def innovation_clusters() -> Run:
    layers = {name: str(SAMPLE / file) for name, file in TABLES.items()}
    columns = {
        f"{name}_{field}": column
        for name in TABLES
        for field, column in (("RECORD", "record"), ("WEIGHT", "addresses"), ("ECONOMY", "economy"))
    }
    return Run("innovationclusters", layers | columns | LAYERS)


@pytest.fixture(scope="module")
def expected(qgis_app: QgsApplication) -> Run:
    whole = innovation_clusters()
    assert whole.succeeded, whole.feedback.text
    return whole


def same(found: Any, wanted: Any) -> bool:
    if isinstance(found, float) and isinstance(wanted, float):
        return math.isclose(found, wanted, rel_tol=0.0, abs_tol=2e-9 * max(1.0, abs(wanted)))
    return bool(found == wanted)


def differences(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    assert len(found) == len(wanted)
    return [
        (row, name, each[name], other[name])
        for row, (each, other) in enumerate(zip(found, wanted, strict=True))
        for name in other
        if not same(each.get(name), other[name])
    ]


def by_place(run: Run) -> list[dict[str, Any]]:
    points = (geometry.asPoint() for geometry in run.geometries("SITES"))
    rows = [{"x": at.x(), "y": at.y(), **row} for at, row in zip(points, run.rows("SITES"), strict=True)]
    return sorted(rows, key=lambda row: (row["x"], row["y"]))


def nothing_left(tmp_path: Path) -> bool:
    return not [path for path in tmp_path.iterdir() if "결과" in path.name]


def test_the_sample(expected: Run, tmp_path: Path, marked: Callable[[], list[str]]) -> None:
    done = Run("clustersonspark", chosen(tmp_path))
    assert done.succeeded, done.feedback.text
    assert done.results["NUM_CLUSTERS"] == expected.results["NUM_CLUSTERS"] > 100
    for output in ("CLUSTERS", "RANKING"):
        assert differences(done.rows(output), expected.rows(output)) == []
    for found, wanted in zip(done.geometries("CLUSTERS"), expected.geometries("CLUSTERS"), strict=True):
        assert found.equals(wanted)
    assert differences(by_place(done), by_place(expected)) == []
    assert {path.name for path in (tmp_path / "결과").iterdir()} == {
        run_folder.CLUSTERS,
        run_folder.CLUSTERS_AS_TEXT,
        run_folder.SITES,
        run_folder.RUN,
    }
    # Progress moved while Spark worked, and nothing of the run is there any more.
    running = [value for value in done.feedback.progress if 0.0 < value < 80.0]
    assert len(set(running)) > 4
    assert marked() == []
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]

    opened = Run("openrun", {"FOLDER": done.results["OUTPUT"], **LAYERS})
    for output in LAYERS:
        assert opened.rows(output) == done.rows(output)

    again = Run("clustersonspark", chosen(tmp_path))
    assert not again.accepted
    assert "exists; name a new one" in again.reason


def test_a_run_of_duckdb(expected: Run, tmp_path: Path) -> None:
    """As the command line does it."""
    metrics = zip(("patents", "publications", "deals"), TABLES.values(), strict=True)
    done = subprocess.run(
        [
            *(str(PYTHON), "-m", "innovation_clusters.distributed", "--duckdb"),
            *(f"--{metric}={SAMPLE / file}" for metric, file in metrics),
            *("--weight=addresses", "--economy=economy", f"--output={tmp_path / '결과'}"),
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT / ".build" / "package")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    opened = Run("openrun", {"FOLDER": str(tmp_path / "결과"), **LAYERS})
    assert opened.succeeded, opened.feedback.text
    for output in ("CLUSTERS", "RANKING"):
        assert differences(opened.rows(output), expected.rows(output)) == []
    for found, wanted in zip(opened.geometries("CLUSTERS"), expected.geometries("CLUSTERS"), strict=True):
        assert found.equals(wanted)
    assert differences(by_place(opened), by_place(expected)) == []


def test_a_column_that_is_not_there(qgis_app: QgsApplication, tmp_path: Path) -> None:
    done = Run("clustersonspark", chosen(tmp_path, RECORD="document"))
    assert not done.succeeded
    assert "Table of inventors: The table " in done.feedback.text
    assert "has no column document" in done.feedback.text
    assert "Traceback" not in "\n".join(done.feedback.errors)
    assert nothing_left(tmp_path)


def test_a_total_that_is_too_small(qgis_app: QgsApplication, tmp_path: Path) -> None:
    done = Run("clustersonspark", chosen(tmp_path, TOTAL_PATENTS=1))
    assert not done.succeeded
    assert "World total of patents: The world total 1 is smaller than the input's own" in done.feedback.text
    assert nothing_left(tmp_path)


@pytest.mark.parametrize("when", ["starting", "computing"])
def test_cancel(qgis_app: QgsApplication, tmp_path: Path, marked: Callable[[], list[str]], when: str) -> None:
    asked: list[float] = []

    def stop(feedback: Feedback) -> bool:
        if not asked:
            if when == "computing":
                begun = any(value > 10.0 for value in feedback.progress)
            else:
                begun = any("java" in command for command in marked())
            if begun:
                asked.append(time.monotonic())
        return bool(asked)

    feedback = Feedback(stop)
    done = Run("clustersonspark", chosen(tmp_path), feedback)
    ended = time.monotonic() - asked[0]
    assert not done.succeeded
    assert "Cancelled" in feedback.text
    assert ended < 2.0 or any("asked to end" in line for line in feedback.lines)
    # Python's workers of Spark have a group of their own, and end when Java has.
    until = time.monotonic() + 5.0
    while marked() and time.monotonic() < until:
        time.sleep(0.1)
    assert marked() == []
    assert nothing_left(tmp_path)
