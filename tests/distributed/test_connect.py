"""The same run on a Spark Connect server: a client without Java, without RDDs, without anything of the
engine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.pipeline import Parameters

from .standalone import SPARK_HOME, free_port, wait_until
from .test_ranking import on_one_machine
from .test_session import HERE, ON_WORKERS, assert_written, command

_SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with two cores, from PySpark's own wheel; nothing of the package is on its path."""
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {
        "SPARK_HOME": str(SPARK_HOME),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    settings = {
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
    }
    options = [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
    submit = [str(SPARK_HOME / "bin" / "spark-submit"), "--master", "local[2]", "--class", _SERVER]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*submit, *options, "spark-internal"], env=environment, cwd=folder, stdout=log, stderr=log
        )
    try:
        wait_until(
            lambda: "Spark Connect server started" in (folder / "log").read_text(errors="replace"),
            "the server is there",
            240.0,
        )
        yield f"sc://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_the_same_answer(server: str, tmp_path: Path, most_places: list[str]) -> None:
    expected: Atlas = on_one_machine(Parameters(15_000.0, 4_500.0))
    output = tmp_path / "out"
    run = [sys.executable, "-m", "innovation_clusters.distributed", *command(output, "--remote", server)]
    ended = subprocess.run([*run, *most_places], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert_written(output, expected)


def test_nobody_is_there(tmp_path: Path) -> None:
    command_line = command(tmp_path / "out", "--remote", f"sc://127.0.0.1:{free_port()}")
    run = [sys.executable, "-m", "innovation_clusters.distributed", *command_line]
    ended = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 1
    assert "did not start with sc://127.0.0.1" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.iterdir())
