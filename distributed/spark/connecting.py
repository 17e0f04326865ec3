"""A session of Spark, whose workers have this package, for as long as a run takes."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from ...analysis.errors import InputError
from ...analysis.spark_addresses import require_listening, told_address
from .failures import ERRORS, sentence, told_once
from .shipping import ship

_LOCAL = "local"

# How many tasks a shuffle ends in: Spark's own number is for a room full of machines.
_SHUFFLE = "spark.sql.shuffle.partitions"
_TASKS_OF_A_CORE = 3
_CORES = re.compile(r"local(?:\[(\d+|\*)(?:, *\d+)?\])?")

_REFUSALS: tuple[type[Exception], ...] = (*ERRORS, OSError)


@contextmanager
def connected(master: str | None = None, remote: str | None = None) -> Iterator[SparkSession]:
    """Give a session on a master, such as local[2] or spark://HOST:7077, or on a Spark Connect server, such
    as sc://HOST:15002, and end it. Raises InputError where there is none to be had.
    """
    parameter = "remote" if remote else "master"
    address = told_address(remote or master or "its own settings")
    with tempfile.TemporaryDirectory(prefix="innovation_clusters_") as folder, ExitStack() as at_the_end:
        at_the_end.enter_context(told_once())
        try:
            session = _session(master, remote)
        except (PySparkException, OSError, RuntimeError, ValueError) as error:
            raise InputError(
                parameter,
                "Spark did not start with {master} ({problem}); give a master such as local[2], or a server.",
                master=address,
                problem=sentence(error),
            ) from error
        at_the_end.callback(_stop, session)
        try:
            _make_ready(session, Path(folder))
        except _REFUSALS as error:
            raise InputError(
                parameter,
                "Spark at {master} does not take what a run needs ({problem}); ask those who keep it.",
                master=address,
                problem=sentence(error),
            ) from error
        yield session


def _stop(session: SparkSession) -> None:
    # What has died by itself cannot be ended; why it did is told already.
    with suppress(*_REFUSALS):
        session.stop()


def _make_ready(session: SparkSession, folder: Path) -> None:
    """Bring the package to the workers; `folder` is to stay as long as the session."""
    if is_remote(session):
        # Not before: clients of other engines have no gRPC.
        from .patience import Patience

        session.client.set_retry_policies([Patience()])
    else:
        _keep_quiet(session)
    if is_local(session):
        _with_few_tasks(session)
    else:
        ship(session, folder)


def _keep_quiet(session: SparkSession) -> None:
    """Have no trace printed of what Java was adding up when it died; that it has is told by the run."""
    session.sparkContext._accumulatorServer.handle_error = lambda request, client: None


def is_local(session: SparkSession) -> bool:
    """Whether all that a session does is done on this machine."""
    return not is_remote(session) and str(session.conf.get("spark.master", "")).startswith(_LOCAL)


def _with_few_tasks(session: SparkSession) -> None:
    """Let shuffles end in as many tasks as the cores are worth, if nobody has chosen a number."""
    cores = _CORES.fullmatch(str(session.conf.get("spark.master")))
    if cores and not session.sparkContext.getConf().contains(_SHUFFLE):
        count = (os.cpu_count() or 1) if cores[1] == "*" else int(cores[1] or 1)
        session.conf.set(_SHUFFLE, str(_TASKS_OF_A_CORE * count))


def is_remote(session: SparkSession) -> bool:
    return "connect" in type(session).__module__


def _session(master: str | None, remote: str | None) -> SparkSession:
    builder = SparkSession.builder.appName("Innovation Clusters")
    require_listening(remote or master or "")
    if remote:
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
