"""What Spark tells of a run, by its documented REST interface (/api/v1), and a session to run in."""

from __future__ import annotations

import json
import math
import os
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

from innovation_clusters.distributed.spark.connecting import connected

_ROUNDS = 3
_ROWS_OF_A_TASK = 250_000


@dataclass(frozen=True)
class Stage:
    """A stage: when it began and ended (seconds of the clock), its tasks, and what it gave to shuffles."""

    began: float
    ended: float
    tasks: int
    shuffled_bytes: int
    shuffled_rows: int


@contextmanager
def local_session(folder: Path, cores: int, gigabytes: int, rows: int) -> Iterator[SparkSession]:
    """Give a session on this machine as the command line makes it, with its files in `folder`.

    Shuffles of so many `rows` end in as many tasks as docs/sizing.md says.
    """
    settings = {
        "spark.ui.port": "0",
        "spark.local.dir": str(folder),
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.maxResultSize": "0",
        "spark.ui.retainedStages": "10000",
        "spark.sql.shuffle.partitions": str(max(_ROUNDS * cores, math.ceil(rows / _ROWS_OF_A_TASK))),
    }
    configured = " ".join(f"--conf {name}={value}" for name, value in settings.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"--driver-memory {gigabytes}g {configured} pyspark-shell"
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    with connected(f"local[{cores}]") as session:
        session.sparkContext.setLogLevel("ERROR")
        yield session


def stages(session: SparkSession) -> list[Stage]:
    """Return the stages of an application that are complete, in the order in which they began."""
    context = session.sparkContext
    address = f"{context.uiWebUrl}/api/v1/applications/{context.applicationId}/stages?status=complete"
    with urllib.request.urlopen(address) as answer:
        told: list[dict[str, Any]] = json.load(answer)
    return sorted(
        (
            Stage(
                _moment(each["submissionTime"]),
                _moment(each["completionTime"]),
                each["numCompleteTasks"],
                each["shuffleWriteBytes"],
                each["shuffleWriteRecords"],
            )
            for each in told
        ),
        key=lambda stage: stage.began,
    )


def _moment(text: str) -> float:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fGMT").replace(tzinfo=UTC).timestamp()
