"""What is told of failures: one sentence, whoever has failed."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from py4j.protocol import Py4JError, Py4JNetworkError
from pyspark.errors import PySparkException

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.distributed.spark import connecting
from innovation_clusters.distributed.spark.failures import failed, has_ended, sentence, told_once

OF_A_SILENT_SERVER = """<_InactiveRpcError of RPC that terminated with:
	status = StatusCode.UNAVAILABLE
	details = "failed to connect; Connection refused"
	debug_error_string = "UNKNOWN:Error received from peer"
>"""
OF_JAVA = "An error occurred while calling"


@pytest.mark.parametrize(
    ("error", "ended", "told"),
    [
        (Py4JNetworkError("Answer from Java side is empty"), True, "Answer from Java side is empty"),
        (Py4JError(f"{OF_JAVA} o53.count"), True, f"{OF_JAVA} o53.count"),
        (Py4JError(f"{OF_JAVA} o5.a. Trace:\nx"), False, f"{OF_JAVA} o5.a. Trace:"),
        (
            Py4JError(f"{OF_JAVA} o7.csv.\n: org.apache.spark.SparkException: [NO_FILE] No file.\n\tat x"),
            False,
            "[NO_FILE] No file.",
        ),
        (ConnectionRefusedError(111, "Connection refused"), True, "[Errno 111] Connection refused"),
        (PySparkException(OF_A_SILENT_SERVER), True, "failed to connect; Connection refused"),
        (
            PySparkException("Aborted\n ValueError: of Python\n java.lang.Error: x"),
            False,
            "ValueError: of Python",
        ),
    ],
)
def test_sentences(error: Exception, ended: bool, told: str) -> None:
    assert sentence(error) == told
    assert has_ended(error) == ended
    assert told in str(failed(error))
    assert ("Spark has ended" in str(failed(error))) == ended


def test_what_java_knows_alone() -> None:
    """An error that asks Java for its own words, where Java has gone meanwhile."""

    class OfJavaError(Py4JError):
        def __str__(self) -> str:
            raise ConnectionRefusedError(111, "Connection refused")

    assert sentence(OfJavaError("told by nobody")) == "OfJavaError"


def test_the_client_of_java_prints_no_traces(caplog: pytest.LogCaptureFixture) -> None:
    def log(path: str) -> None:
        record = logging.LogRecord("root", logging.ERROR, path, 1, "Exception while sending.", (), None)
        logging.getLogger().handle(record)

    with told_once():
        log("/lib/py4j/java_gateway.py")
        assert not caplog.records
        log("/lib/other.py")
    assert len(caplog.records) == 1
    log("/lib/py4j/java_gateway.py")
    assert len(caplog.records) == 2


class Refusing:
    """A session on a master that takes no files."""

    def __init__(self) -> None:
        self.conf = {"spark.master": "spark://host:7077"}
        self.sparkContext = SimpleNamespace(_accumulatorServer=SimpleNamespace())
        self.stopped = False

    def addArtifacts(self, *files: str, archive: bool) -> None:
        raise PySparkException("Artifacts are not allowed here.\nat line 1")

    def stop(self) -> None:
        self.stopped = True


def test_a_server_that_refuses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    session = Refusing()
    monkeypatch.setattr(connecting, "_session", lambda *where: session)
    with (
        pytest.raises(InputError, match=r"Spark at sc://host:1/ does not take .*not allowed") as caught,
        connecting.connected(remote="sc://host:1/;token=secret"),
    ):
        raise AssertionError
    assert caught.value.parameter == "remote"
    assert len(str(caught.value).splitlines()) == 1
    assert session.stopped


def test_a_session_that_cannot_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has gone wrong before is told, not that the session is gone."""

    def stop(*nothing: Any) -> None:
        raise ConnectionRefusedError(111, "Connection refused")

    session = Refusing()
    monkeypatch.setattr(session, "addArtifacts", lambda *files, archive: None, raising=False)
    monkeypatch.setattr(session, "stop", stop)
    monkeypatch.setattr(connecting, "_session", lambda *where: session)
    with pytest.raises(InputError, match="before"), connecting.connected("spark://host:7077"):
        raise InputError("before", "What was wrong before.")
