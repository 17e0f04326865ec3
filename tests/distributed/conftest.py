"""A cluster of a master and two workers, each a process of its own, for all tests of the room."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from innovation_clusters.distributed.spark.shipping import ship

from .standalone import Standalone


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
def spark(machines: Standalone, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master(machines.address)
        .appName("innovation clusters")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.executor.memory", "512m")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    ship(session, Path(tmp_path_factory.mktemp("shipped")))
    yield session
    session.stop()
