"""Runs that are cancelled while a thread of theirs compiles do not wait for it; it touches nothing more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import CANCEL, Monitor, compiling

PATIENCE = 10.0


@pytest.fixture
def compiled() -> Iterator[Event]:
    """What a compiler waits for."""
    event = Event()
    yield event
    event.set()


def test_cancel_does_not_wait_for_what_compiles_and_that_touches_nothing(compiled: Event) -> None:
    begun, touched, ended = Event(), [], Event()

    def kernel(state: NDArray[np.int64], number: int) -> None:
        try:
            with compiling():
                begun.set()
                compiled.wait(PATIENCE)
            touched.append(number)
        finally:
            ended.set()

    began = time.perf_counter()
    with pytest.raises(Cancelled):
        Monitor(cancelled=begun.is_set, threads=1).run(kernel, [(0,), (1,)], 2)
    assert time.perf_counter() - began < PATIENCE / 2
    compiled.set()
    assert ended.wait(PATIENCE)
    assert touched == []


def test_cancel_waits_for_what_runs(compiled: Event) -> None:
    begun, ended = Event(), []

    def kernel(state: NDArray[np.int64], compiles: bool) -> None:
        if compiles:
            with compiling():
                compiled.wait(PATIENCE)
            return
        begun.set()
        while not state[CANCEL]:
            time.sleep(0.001)
        time.sleep(0.2)
        ended.append(compiles)

    with pytest.raises(Cancelled):
        Monitor(cancelled=begun.is_set, threads=2).run(kernel, [(True,), (False,)], 2)
    assert ended == [False]


def test_nothing_compiles_for_a_run_that_is_given_up(compiled: Event) -> None:
    begun, compiled_late = Event(), []

    def kernel(state: NDArray[np.int64]) -> None:
        begun.set()
        while not state[CANCEL]:
            time.sleep(0.001)
        time.sleep(0.2)
        with compiling():
            compiled_late.append(True)

    with pytest.raises(Cancelled):
        Monitor(cancelled=begun.is_set, threads=1).run(kernel, [()], 1)
    assert compiled_late == []


def test_an_error_is_told_and_not_what_was_given_up_for_it(compiled: Event) -> None:
    begun = Event()

    def kernel(state: NDArray[np.int64], compiles: bool) -> None:
        if compiles:
            with compiling():
                begun.set()
                compiled.wait(PATIENCE)
            return
        begun.wait(PATIENCE)
        compiled.set()
        raise ValueError("a kernel that fails")

    with pytest.raises(ValueError, match="a kernel that fails"):
        Monitor(threads=2).run(kernel, [(True,), (False,)], 2)


def test_the_next_run_gets_all_its_results_while_a_thread_still_compiles(compiled: Event) -> None:
    begun = Event()

    def first(state: NDArray[np.int64]) -> None:
        with compiling():
            begun.set()
            compiled.wait(0.5)

    with pytest.raises(Cancelled):
        Monitor(cancelled=begun.is_set, threads=2).run(first, [()], 1)
    assert Monitor(threads=2).run(lambda state, number: number, [(n,) for n in range(5)], 5) == [*range(5)]


def test_the_bar_moves_while_a_kernel_compiles_and_never_back() -> None:
    seen: list[float] = []

    def kernel(state: NDArray[np.int64], number: int) -> None:
        if number == 0:
            with compiling():
                time.sleep(0.5)
        time.sleep(0.05)
        state[1] = 1

    # Also where the step is a small part of the bar.
    step, rest = Monitor(seen.append, threads=1).split(1, 1_000)
    step.run(kernel, [(n,) for n in range(6)], 6)
    rest.progress(0.0)
    rest.progress(1.0)
    assert seen == sorted(seen)
    assert len({round(each, 3) for each in seen}) > 8
    assert 0.02 < seen[5] < 0.2
    assert seen[-1] == 1.0


def test_outside_of_a_run_compiling_is_nobodys_matter() -> None:
    with compiling():
        pass
