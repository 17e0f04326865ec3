"""The front door of the benchmarks: a quick case from end to end, and the exit code where labels differ."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from innovation_clusters.benchmarks import run
from innovation_clusters.benchmarks.agreement import DIFFERENT
from innovation_clusters.benchmarks.responsiveness import from_file_to_file
from innovation_clusters.benchmarks.table import Row, Section
from innovation_clusters.benchmarks.whole_world import whole_world

pytestmark = pytest.mark.qgis


def test_a_quick_case_prints_its_table() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "innovation_clusters.benchmarks.run", "--quick", "--case", "plane"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split(" | ") for line in done.stdout.splitlines() if line.startswith("| ")]
    assert [line[0] for line in lines[2:]] == [
        "| analysis.density.dbscan",
        "| the same, without numba",
        "| scikit-learn, kd_tree",
    ]
    assert [line[-1] for line in lines[3:]] == ["equal |", "equal |"]


@pytest.mark.parametrize(("remark", "code"), [("equal", 0), (f"{DIFFERENT}: 3 core points", 1)])
def test_a_faster_answer_that_is_another_one_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], remark: str, code: int
) -> None:
    section = Section("A case", [Row("someone", 20.0, remark=remark)])
    monkeypatch.setattr(run, "CASES", {"case": lambda part, most_runs: section})
    monkeypatch.setattr(sys, "argv", ["run.py"])
    assert run.main() == code
    assert "| someone | × 20 |" in capsys.readouterr().out


def test_a_small_world_runs_from_parquet_to_ranked_polygons() -> None:
    section = whole_world(500, 1)
    assert section.title == "The modelled world, 62,273 addresses: from Parquet to ranked polygons"
    seconds, memory, *pauses = section.rows
    clusters = int(seconds.remark.removesuffix(" clusters"))
    # Fewer records than a cluster needs to be sure of its density: some of the 238 are lost, some are new.
    assert 150 < clusters < 350
    assert seconds.figure is not None
    for row in pauses:
        assert row.figure is not None
        assert 0.0 < row.figure < seconds.figure
    assert memory.figure is not None
    assert memory.figure > 0.1
    assert memory.unit == "GB"


def test_a_small_run_from_file_to_file_is_watched_by_its_phases(tmp_path: Path) -> None:
    section = Section("A case")
    from_file_to_file(section, 1000, tmp_path)
    phases = ["reading", "clustering", "writing"]
    assert [row.what.split(":")[0] for row in section.rows[::3]] == [f"GeoPackage, {name}" for name in phases]
    for lateness, pause, wait in zip(section.rows[::3], section.rows[1::3], section.rows[2::3], strict=True):
        assert lateness.figure is not None
        assert lateness.figure >= 0.0
        assert pause.figure is not None
        assert pause.figure > 0.0
        assert wait.figure is None or wait.figure > 0.0
    # Each of the phases has one moment, though a run of another length may be in another one by then.
    assert sum(int(row.remark.removesuffix(" moments")) for row in section.rows[2::3]) == 3
    assert "of 3 cancelled runs" in section.notes[0]
