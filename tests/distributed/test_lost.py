"""The driver's Java, or the server, is lost in the middle of a run: one sentence, and nothing half."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .servers import wait_until
from .standalone import connect_server, started_by
from .test_session import HERE, ON_WORKERS, command

_AT_WORK = "pyspark.daemon"


def wait_for_workers(run: subprocess.Popen[str], spark: int) -> None:
    wait_until(
        lambda: bool(started_by(spark, _AT_WORK)) or run.poll() is not None, "workers are at work", 300.0
    )


# The command line with less patience for a server: a minute is waited for by a clock of its own elsewhere.
_SOON_GIVING_UP = """
import sys
from functools import partial
from innovation_clusters.distributed.__main__ import main
from innovation_clusters.distributed.spark import patience

patience.Patience = partial(patience.Patience, 8.0)
sys.exit(main())
"""


def assert_told_once(output: Path, where: list[str], lose: Callable[[subprocess.Popen[str]], None]) -> None:
    run = [sys.executable, "-c", _SOON_GIVING_UP, *command(output, *where), *ON_WORKERS]
    with subprocess.Popen(run, stderr=subprocess.PIPE, text=True) as process:
        try:
            lose(process)
            told = process.communicate(timeout=240)[1]
        finally:
            process.kill()
    assert process.returncode == 1, told
    assert "Spark has ended or cannot be reached any more" in told.splitlines()[-1]
    assert "Traceback" not in told
    assert not list(output.parent.iterdir())


def test_java_is_lost(tmp_path: Path) -> None:
    def lose(process: subprocess.Popen[str]) -> None:
        wait_for_workers(process, process.pid)
        [java] = started_by(process.pid, "org.apache.spark.deploy.SparkSubmit")
        os.kill(java, signal.SIGKILL)

    assert_told_once(tmp_path / "out", ["--master", "local[2]"], lose)


_AT_LABELS = """
import sys
from innovation_clusters.distributed.__main__ import main
from innovation_clusters.distributed.spark import at_source
write = at_source.written_rows

def lose(begun, *asked):
    begun.session.sparkContext._gateway.proc.kill()
    begun.session.sparkContext._gateway.proc.wait()
    return write(begun, *asked)

at_source.written_rows = lose
sys.exit(main())
"""


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_java_is_lost_while_rows_are_labelled(tmp_path: Path, most_places: list[str]) -> None:
    given = command(tmp_path / "out", "--master", "local[2]", "--label-patents", str(tmp_path / "labels"))
    run = [sys.executable, "-c", _AT_LABELS, *given, *most_places]
    ended = subprocess.run(run, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 1, ended.stderr
    assert "Spark has ended or cannot be reached any more" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.iterdir())


def test_the_server_is_lost(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    (tmp_path / "result").mkdir()
    with connect_server(tmp_path / "server") as (address, server):

        def lose(process: subprocess.Popen[str]) -> None:
            wait_for_workers(process, server.pid)
            server.kill()
            server.wait()

        assert_told_once(tmp_path / "result" / "out", ["--remote", address], lose)
