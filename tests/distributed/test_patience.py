"""A server that has fallen silent is asked for a while, whatever is asked."""

from __future__ import annotations

import time

import grpc
import pytest
from pyspark.sql.connect.client.retries import Retrying

from innovation_clusters.distributed.spark.patience import Patience


class Silent(grpc.RpcError):
    def code(self) -> grpc.StatusCode:
        return grpc.StatusCode.UNAVAILABLE

    def trailing_metadata(self) -> tuple[()]:
        return ()


class Refusing(Silent):
    def code(self) -> grpc.StatusCode:
        return grpc.StatusCode.PERMISSION_DENIED


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1_000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_silence(clock: list[float]) -> None:
    policy = Patience(60.0)
    question = policy.to_state()
    for second in range(0, 60, 5):
        clock[0] = 1_000.0 + second
        assert question.can_retry(Silent())
    clock[0] = 1_060.0
    assert not question.can_retry(Silent())
    # The next question is asked once.
    clock[0] = 1_061.0
    assert not policy.to_state().can_retry(Silent())


def test_one_that_has_answered_in_between(clock: list[float]) -> None:
    """Other questions, as behind a proxy that closes streams where nothing is heard for half a minute."""
    policy = Patience(60.0)
    for second in (0, 30, 55, 80, 110):
        clock[0] = 1_000.0 + second
        assert policy.to_state().can_retry(Silent())


def test_one_that_has_worked_in_between(clock: list[float]) -> None:
    question = Patience(60.0).to_state()
    assert question.can_retry(Silent())
    clock[0] = 1_500.0
    assert question.can_retry(Silent())


def test_one_that_is_asked_by_spark_itself(clock: list[float]) -> None:
    asked: list[float] = []

    def sleep(seconds: float) -> None:
        clock[0] += seconds

    def ask() -> None:
        for attempt in Retrying(Patience(60.0), sleep=sleep):
            with attempt:
                asked.append(clock[0])
                raise Silent

    with pytest.raises(Silent):
        ask()
    assert 60.0 <= asked[-1] - asked[0] < 70.0


def test_one_that_refuses() -> None:
    assert not Patience().to_state().can_retry(Refusing())
    assert not Patience().to_state().can_retry(ValueError())
