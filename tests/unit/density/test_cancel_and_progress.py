"""Cancel is heard at every step and leaves nothing running; progress only grows; threads, calls and errors do
not get in each other's way.
"""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis import monitor as monitors
from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.density.kernels import linking
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import CANCEL, DONE, Monitor

from .conftest import Way, counted
from .point_sets import ring, uniform


class Asked:
    """Counts how often it is asked whether to cancel, and says yes from some time on."""

    def __init__(self, patience: float = float("inf")) -> None:
        self.times = 0
        self.patience = patience

    def __call__(self) -> bool:
        self.times += 1
        return self.times > self.patience


# Cancel


def test_every_run_asks_before_it_starts() -> None:
    started: list[int] = []
    asked = Asked(0)
    with pytest.raises(Cancelled):
        Monitor(cancelled=asked).run(lambda state, chunk: started.append(chunk), [(1,), (2,)], 2)
    assert asked.times == 1
    assert not started


def test_cancel_at_every_moment_asked(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the wish comes, the same call that hears it ends the computation."""
    points = uniform(np.random.default_rng(0), 3_000)
    weights = np.full(3_000, 0.1)
    # Without the questions asked while waiting there are as many every time.
    monkeypatch.setattr(monitors, "POLL_SECONDS", 60.0)
    runs = counted(monkeypatch, Monitor, "run")

    def cluster(asked: Asked) -> None:
        way(*points, 0.4, 1.0, weights=weights, border="nearest", monitor=Monitor(cancelled=asked))

    everything = Asked()
    cluster(everything)
    assert everything.times >= len(runs)
    assert everything.times >= (20 if way.compiled else 3)
    for patience in range(everything.times):
        asked = Asked(patience)
        with pytest.raises(Cancelled):
            cluster(asked)
        assert asked.times == patience + 1


@pytest.mark.parametrize("moments", [1, 2, 6])
def test_kernels_stop_halfway_and_none_runs_on(moments: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the points have to be counted against the other half: ten seconds of work for two threads."""
    points = ring(np.random.default_rng(0), 400_000, 2)
    dbscan(*points, 0.001, 3)
    running = weighing = 0
    counting = Asked(moments)
    done = []
    lock = threading.Lock()
    run = Monitor.run

    def watched(self: Monitor, kernel: Any, chunks: Any, total: int) -> list[Any]:
        def within(state: NDArray[np.int64], *chunk: Any) -> Any:
            nonlocal running, weighing
            with lock:
                running += 1
                weighing += kernel.__name__ == "weigh"
            try:
                return kernel(state, *chunk)
            finally:
                with lock:
                    running -= 1
                    if kernel.__name__ == "weigh":
                        weighing -= 1
                        done.append(int(state[DONE]))

        return run(self, within, chunks, total)

    monkeypatch.setattr(Monitor, "run", watched)
    with pytest.raises(Cancelled):
        dbscan(*points, 1.0, 300_000, monitor=Monitor(cancelled=lambda: bool(weighing) and counting()))
    assert running == 0
    assert len(done) == 256
    assert sum(done) < 400_000


def test_no_kernel_writes_after_its_run_was_cancelled() -> None:
    written = np.zeros((6, 100), dtype=np.int64)
    asked = Asked(2)

    def kernel(state: NDArray[np.int64], row: int) -> None:
        while not state[CANCEL]:
            written[row] += 1
            time.sleep(0.001)
        # Some take their time to hear it.
        time.sleep(0.01 * row)
        written[row] += 1

    with pytest.raises(Cancelled):
        Monitor(cancelled=asked, threads=3).run(kernel, [(row,) for row in range(6)], 1)
    left = written.copy()
    time.sleep(0.1)
    np.testing.assert_array_equal(written, left)
    assert (written > 0).all()


# Errors on threads


def test_an_error_on_one_thread_ends_the_others_and_comes_out() -> None:
    heard: list[int] = []

    def kernel(state: NDArray[np.int64], chunk: int) -> None:
        if chunk == 2:
            raise ZeroDivisionError("of chunk 2")
        while not state[CANCEL]:
            time.sleep(0.001)
        heard.append(chunk)

    with pytest.raises(ZeroDivisionError, match="of chunk 2"):
        Monitor(threads=4).run(kernel, [(chunk,) for chunk in range(4)], 1)
    assert sorted(heard) == [0, 1, 3]


def test_an_error_in_a_kernel_comes_out_of_dbscan(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = linking.link_below

    def failing(state: NDArray[np.int64], top: int, *arguments: Any) -> Any:
        if top == 70:
            raise MemoryError("part 70")
        return kernel(state, top, *arguments)

    points = uniform(np.random.default_rng(0), 64 * 32)
    expected = dbscan(*points, 0.3, 4)
    with monkeypatch.context() as patch:
        patch.setattr(linking, "link_below", failing)
        with pytest.raises(MemoryError, match="part 70"):
            dbscan(*points, 0.3, 4, threads=3)
    # The threads are there for the next call.
    np.testing.assert_array_equal(dbscan(*points, 0.3, 4, threads=3).labels, expected.labels)


# Progress


def test_progress_only_grows(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also over weights that only the last of several denominators fits."""
    monkeypatch.setattr(monitors, "POLL_SECONDS", 0.001)
    generator = np.random.default_rng(0)
    count = 300_000 if way.compiled else 20_000
    points = uniform(generator, count)
    weights = np.ones(count)
    weights[-1] = 1 / 7
    seen: list[float] = []
    eps = 0.5 / count**0.5 * 10
    way(*points, eps * 2, 12, weights=weights, border="nearest", monitor=Monitor(seen.append, threads=2))
    assert seen == sorted(seen)
    assert 0.0 <= seen[0] <= seen[-1] <= 1.0
    assert len(set(seen)) >= (20 if way.compiled else 4)


def test_progress_follows_the_work_of_all_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitors, "POLL_SECONDS", 0.002)
    seen: list[float] = []

    def kernel(state: NDArray[np.int64], work: int) -> None:
        for done in range(work):
            state[DONE] = done
            time.sleep(0.001)

    Monitor(seen.append, threads=2).part(0.5, 1.0).run(kernel, [(40,), (40,), (40,), (40,)], 160)
    assert seen == sorted(seen)
    assert seen[0] == 0.5
    assert 0.9 < seen[-1] <= 1.0
    assert len(set(seen)) > 10


# Calls side by side


def test_calls_at_the_same_time_are_answered_apart(way: Way) -> None:
    generator = np.random.default_rng(12)
    sets = [uniform(generator, 4_000 if way.compiled else 1_500) for _ in range(6)]
    minimum = [3, 4, 5, 6, 7, 8]
    expected = [way(*points, 0.2, least).labels for points, least in zip(sets, minimum, strict=True)]
    with ThreadPoolExecutor(max_workers=6) as callers:
        for threads in (1, 5):
            calls = [
                callers.submit(way, *points, 0.2, least, threads=threads)
                for points, least in zip(sets, minimum, strict=True)
            ]
            for call, labels in zip(calls, expected, strict=True):
                np.testing.assert_array_equal(call.result().labels, labels)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes fork on Unix only")
def test_a_forked_process_has_threads_of_its_own() -> None:
    points = uniform(np.random.default_rng(0), 3_000)
    expected = dbscan(*points, 0.3, 5, threads=2)
    process = os.fork()
    if process == 0:
        same = np.array_equal(dbscan(*points, 0.3, 5, threads=2).labels, expected.labels)
        os._exit(0 if same else 1)
    patience = time.monotonic() + 20.0
    while (ended := os.waitpid(process, os.WNOHANG))[0] == 0 and time.monotonic() < patience:
        time.sleep(0.01)
    if ended[0] == 0:
        os.kill(process, 9)
        os.waitpid(process, 0)
    assert ended == (process, 0)
