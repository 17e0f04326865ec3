"""The same run on a Spark Connect server: a client without Java, without RDDs, without anything of the
engine.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from innovation_clusters.analysis.counting import Counting
from innovation_clusters.analysis.merging import Edge, Merging
from innovation_clusters.analysis.pipeline import Parameters

from .servers import free_port
from .standalone import connect_server
from .test_ranking import on_one_machine
from .test_session import HERE, ON_WORKERS, assert_written, command


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with connect_server(tmp_path_factory.mktemp("server")) as (address, _):
        yield address


FRACTIONAL = Parameters(15_000.0, 4_500.0)
FULL = Parameters(15_000.0, 4_500.0, Merging(60_000.0, Edge.CORE), counting=Counting.FULL)


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        (FRACTIONAL, []),
        (FULL, ["--merge-distance", "60000", "--merge-edge", str(Edge.CORE), "--counting", "full"]),
    ],
    ids=["as WIPO", "wide merging, full counts"],
)
@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_the_same_answer(
    server: str, tmp_path: Path, most_places: list[str], parameters: Parameters, told: list[str]
) -> None:
    output = tmp_path / "out"
    run = [sys.executable, "-m", "innovation_clusters.distributed", *command(output, "--remote", server)]
    ended = subprocess.run([*run, *most_places, *told], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert_written(output, on_one_machine(parameters))


def test_nobody_is_there(tmp_path: Path) -> None:
    command_line = command(tmp_path / "out", "--remote", f"sc://127.0.0.1:{free_port()}")
    run = [sys.executable, "-m", "innovation_clusters.distributed", *command_line]
    ended = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 1
    assert "did not start with sc://127.0.0.1" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.iterdir())
