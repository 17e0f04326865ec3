"""A cluster of a master and two workers, each a process of its own, for all tests of the room."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from .standalone import Standalone

ROOT = Path(__file__).resolve().parents[2]
# For every Java of the room, also of the processes that tests start.
os.environ["SPARK_CONF_DIR"] = str(Path(__file__).parent / "conf")


@pytest.fixture(scope="session")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standalone]:
    cluster = Standalone(tmp_path_factory.mktemp("machines"))
    try:
        yield cluster
    finally:
        cluster.end()
    # The driver's own Java goes when Python does; masters, workers and what they started are gone.
    left = [command for command in cluster.running() if "SparkSubmit" not in command]
    assert not left


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder behind viewfs://cluster/results, an address that Hadoop knows and this machine's Python does
    not.
    """
    return Path(tmp_path_factory.mktemp("results"))


@pytest.fixture(scope="session")
def spark(
    machines: Standalone, results: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SparkSession]:
    before = set(os.listdir())
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master(machines.address)
        .appName("innovation clusters")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        # For a few rows compiling takes longer than computing; the command line is tested with it.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.executor.memory", "512m")
        # Where kernels are compiled already; bringing the package to workers is a matter of test_connect.py.
        .config("spark.executorEnv.PYTHONPATH", str(ROOT / ".build" / "package"))
        .config("spark.hadoop.fs.viewfs.mounttable.cluster.link./results", results.as_uri())
        # Whoever asks Spark which tables there are has it make this folder.
        .config("spark.sql.warehouse.dir", (tmp_path_factory.mktemp("warehouse") / "tables").as_uri())
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
    assert "spark-warehouse" not in set(os.listdir()) - before


@pytest.fixture(autouse=True)
def _no_view_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "spark" in request.fixturenames:
        assert request.getfixturevalue("spark").sql("SHOW VIEWS").collect() == []
