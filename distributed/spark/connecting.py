"""A session of Spark, whose workers have this package, for as long as a run takes."""

from __future__ import annotations

import os
import re
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from ...analysis.errors import InputError
from ...analysis.run_folder import told_address
from .failures import ERRORS, sentence
from .shipping import ship

_LOCAL = "local"

# How many tasks a shuffle ends in: Spark's own number is for a room full of machines.
_SHUFFLE = "spark.sql.shuffle.partitions"
_SHUFFLE_OF_SPARK = "200"
_TASKS_OF_A_CORE = 3
_CORES = re.compile(r"local(?:\[(\d+|\*)(?:, *\d+)?\])?")

# Where a Spark Connect server listens if its address does not tell.
_CONNECT_PORT = 15002
_PATIENCE_SECONDS = 20.0


@contextmanager
def connected(master: str | None = None, remote: str | None = None) -> Iterator[SparkSession]:
    """Give a session on a master, such as local[2] or spark://HOST:7077, or on a Spark Connect server, such
    as sc://HOST:15002, and end it. Raises InputError where there is none to be had.
    """
    with tempfile.TemporaryDirectory(prefix="innovation_clusters_") as folder:
        try:
            session = _session(master, remote)
        except (PySparkException, OSError, RuntimeError, ValueError) as error:
            raise InputError(
                "remote" if remote else "master",
                "Spark did not start with {master} ({problem}); give a master such as local[2], or a server.",
                master=told_address(remote or master or "its own settings"),
                problem=sentence(error),
            ) from error
        try:
            if is_local(session):
                _with_few_tasks(session)
            else:
                ship(session, Path(folder))
            yield session
        finally:
            # What has died by itself cannot be ended; why it did is told already.
            with suppress(*ERRORS, OSError):
                session.stop()


def is_local(session: SparkSession) -> bool:
    """Whether all that a session does is done on this machine."""
    return not _is_remote(session) and str(session.conf.get("spark.master", "")).startswith(_LOCAL)


def _with_few_tasks(session: SparkSession) -> None:
    """Let shuffles end in as many tasks as the cores are worth, if nobody has chosen a number."""
    cores = _CORES.fullmatch(str(session.conf.get("spark.master")))
    if cores and session.conf.get(_SHUFFLE) == _SHUFFLE_OF_SPARK:
        count = (os.cpu_count() or 1) if cores[1] == "*" else int(cores[1] or 1)
        session.conf.set(_SHUFFLE, str(_TASKS_OF_A_CORE * count))


def _is_remote(session: SparkSession) -> bool:
    return "connect" in type(session).__module__


def _require_listening(remote: str) -> None:
    """Raise OSError where nobody listens: the client would ask again for a quarter of an hour."""
    server = urlsplit(remote.partition(";")[0])
    if server.hostname:
        socket.create_connection((server.hostname, server.port or _CONNECT_PORT), _PATIENCE_SECONDS).close()


def _session(master: str | None, remote: str | None) -> SparkSession:
    builder = SparkSession.builder.appName("Innovation Clusters")
    if remote:
        _require_listening(remote)
        return builder.remote(remote).getOrCreate()
    # Workers on this machine run the Python that this is, and find the package where it is.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master is None or master.startswith(_LOCAL):
        # Not resolved: the folder may have another name than the link by which it is the package.
        package = Path(__file__).absolute().parents[3]
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(package), os.environ.get("PYTHONPATH")]))
    if master:
        builder = builder.master(master)
    return builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
