"""The front door of the benchmarks: a quick case from end to end, and the exit code where labels differ."""

from __future__ import annotations

import subprocess
import sys

import pytest

from innovation_clusters.benchmarks import run
from innovation_clusters.benchmarks.agreement import DIFFERENT
from innovation_clusters.benchmarks.table import Row, Section

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
