"""A run attached to the program that started it: what it tells, and that it ends with its input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.distributed.voice import Voice

ROOT = Path(__file__).resolve().parents[2]

# Loads the checkout under its name, as tests do, and runs what follows with `run` in the place of Spark's.
BEGIN = f"""
import os, pathlib, subprocess, sys, time
sys.path.insert(0, {str(ROOT)!r})
import tests.conftest
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.distributed.voice import Attached, Voice, heard
"""


@pytest.mark.parametrize(
    ("parameter", "said"),
    [
        ("min_weight", "--min-density: Not 0."),
        ("keep-apart", "--keep-apart: Not 0."),
        ("total_patents", "--total-patents: Not 0."),
        ("label_deals", "--label-deals: Not 0."),
        ("connection", "--postgis: Not 0."),
        ("distance", "--merge-distance: Not 0."),
        ("spark", "Not 0."),
        ("pyproj", "Not 0."),
    ],
)
def test_an_error_names_the_argument_that_a_person_has_typed(
    parameter: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Voice().fail(InputError(parameter, "Not {number}.", number=0))
    assert capfd.readouterr().err == f"{said}\n"


def started(run: str, attached: str = "Attached()") -> subprocess.Popen[str]:
    """Start a process that does `run(voice)`; each of its lines of JSON is a line of what it prints."""
    code = f"{BEGIN}\n{run}\nsys.exit(heard({attached}, run))"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def heard_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def all_heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.read()


def close_input(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.close()


def log_of(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    return process.stderr.read()


def told(lines: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.splitlines()]


def ended(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_progress_and_sentences_are_lines() -> None:
    run = """
def run(voice):
    for step in range(100_001):
        voice.monitor.progress(step / 100_000)
    voice.tell("{count} rows in {name}", count=3, name="결과")
"""
    process = started(run)
    # Not by communicate, which closes the input.
    found = told(all_heard(process))
    assert process.wait(10) == 0, log_of(process)
    assert [each["progress"] for each in found[:3]] == [0.0, 0.001, 0.002]
    assert len(found) == 1_002
    assert found[-1] == {"message": "{count} rows in {name}", "values": {"count": 3, "name": "결과"}}


def test_an_error_is_a_line_with_its_parameter() -> None:
    run = """
def run(voice):
    path = pathlib.Path("a")
    raise InputError("eps", "The distance {eps} in {path} is none.", eps=-1.0, path=path)
"""
    process = started(run)
    out = all_heard(process)
    assert process.wait(10) == 1, log_of(process)
    assert told(out) == [
        {
            "message": "The distance {eps} in {path} is none.",
            "values": {"eps": -1.0, "path": "a"},
            "parameter": "eps",
        }
    ]


def test_a_person_gets_one_sentence() -> None:
    run = """
def run(voice):
    voice.tell("{count} rows", count=3)
    raise InputError("eps", "The distance {eps} is none.", eps=-1.0)
"""
    process = started(run, "None")
    out, error = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert error.splitlines() == ["3 rows", "--eps: The distance -1.0 is none."]


@pytest.mark.parametrize(
    "work",
    [
        pytest.param("time.sleep(60)", id="asleep"),
        pytest.param("while True: sum(range(1000))", id="busy"),
        pytest.param("subprocess.run(['sleep', '60'])", id="waiting"),
    ],
)
@pytest.mark.parametrize("how", ["input", "signal"])
def test_it_ends_with_its_input_and_takes_along_what_it_started(work: str, how: str) -> None:
    run = f"""
def run(voice):
    child = subprocess.Popen(["sleep", "60"])
    try:
        voice.tell("started", child=child.pid)
        {work}
    finally:
        voice.tell("taken down")
"""
    process = started(run)
    child = json.loads(heard_line(process))["values"]["child"]
    assert os.getpgid(process.pid) == process.pid
    if how == "signal":
        process.terminate()
        process.wait(10)
    close_input(process)
    process.wait(10)
    # Killed for taking too long it would end with another one.
    assert process.returncode == 130
    assert told(all_heard(process)) == [{"message": "taken down", "values": {}}]
    assert "Traceback" not in log_of(process)
    until = time.monotonic() + 3.0
    while not ended(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert ended(child)


def test_what_does_not_end_is_killed() -> None:
    run = """
import signal
import innovation_clusters.distributed.voice as module
module.PATIENCE_SECONDS = 0.5
def run(voice):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    voice.tell("started")
    time.sleep(60)
"""
    process = started(run)
    heard_line(process)
    begun = time.monotonic()
    close_input(process)
    process.wait(10)
    assert time.monotonic() - begun > 0.4
    assert process.returncode == -9


def test_what_breaks_while_it_is_taken_down_is_not_told() -> None:
    run = """
def run(voice):
    try:
        voice.tell("started")
        time.sleep(60)
    finally:
        raise InputError("spark", "The connection is gone.")
"""
    process = started(run)
    heard_line(process)
    close_input(process)
    process.wait(10)
    assert process.returncode == 130
    assert all_heard(process) == ""
