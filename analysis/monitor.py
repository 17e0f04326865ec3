"""Threads, progress and cancelling of long computations.

Kernels run without the interpreter lock on worker threads. They share one array with the thread that waits
for them: it raises the cancel flag, they count the work they have done. numpy lets go of the lock as well,
so its work is cut into blocks of rows that fit a processor's cache and shared out the same way.

A kernel that is called for the first time is compiled by the thread that calls it, for a second or more, in
which it hears nothing. It has touched no array by then, so nobody who cancels waits for it.
"""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from copy import copy
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import Cancelled

CANCEL = 0
DONE = 1
TESTS = 2

POLL_SECONDS = 0.05
# So many rows a kernel goes through between two looks at whether to cancel.
POLL_ROWS = 1 << 16
BLOCK_ROWS = 1 << 16

# Nobody knows how far a compiler is. It moves the whole bar of a monitor and its parts, up to this part of it
# and ever slower: two thirds of that in so many seconds, which is what all kernels of a run take. Steps in
# which they compile may be too small a part of the bar to be seen moving.
_COMPILING_PART = 0.5
_COMPILING_SECONDS = 4.0


class Monitor:
    """Carries progress out of an analysis and the wish to cancel into it, and shares work out to threads.

    `report` takes the finished fraction of the whole, 0 to 1; `cancelled` says whether to stop; `threads` is
    how many work at a time, as many as there are processors when left out.
    """

    def __init__(
        self,
        report: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        threads: int | None = None,
    ) -> None:
        self._compiling = _Compiling()
        told = report or (lambda fraction: None)
        self._report: Callable[[float], None] = lambda fraction: told(self._compiling.moved(fraction))
        self._cancelled = cancelled or (lambda: False)
        self.threads = threads or os.cpu_count() or 1

    def part(self, start: float, end: float, threads: int | None = None) -> Monitor:
        """Return a monitor whose 0 to 1 is this one's `start` to `end`, with threads of its own if given."""
        part = copy(self)
        part._report = lambda fraction: self._report(start + (end - start) * fraction)
        part.threads = threads or self.threads
        return part

    def split(self, *portions: float) -> list[Monitor]:
        """Return monitors for consecutive parts of this one, as large as the portions are to each other."""
        ends = np.cumsum(portions) / np.sum(portions)
        return [self.part(*bounds) for bounds in pairwise([0.0, *ends.tolist()])]

    def check(self) -> None:
        """Raise Cancelled if the caller wants to stop."""
        if self._cancelled():
            raise Cancelled

    def progress(self, fraction: float) -> None:
        """Report the finished fraction; raises Cancelled if the caller wants to stop."""
        self.check()
        self._report(min(1.0, fraction))

    def run(self, kernel: Callable[..., Any], chunks: Sequence[tuple[Any, ...]], total: int) -> list[Any]:
        """Run `kernel(state, *chunk)` for every chunk on the threads and return the results in order.

        `state` is int64[8], of its own for every chunk, so that no two threads write to the same place: the
        cancel flag, the work done and the distance tests made, and room up to a cache line. `total` is the
        work of all chunks, in the unit the kernel counts in. Raises Cancelled, after every running kernel has
        returned; one that is still being compiled will not begin.
        """
        self.progress(0.0)
        # A cache line each: neighbours that write to one line would wait for each other.
        states = np.zeros((len(chunks), 8), dtype=np.int64)
        results: list[Any] = [None] * len(chunks)
        # Threads take the next chunk from one list: handing each over costs more than many a chunk.
        left = iter(range(len(chunks)))
        crew = _Crew(self._compiling)

        def work_off() -> None:
            _here.crew = crew
            try:
                for index in left:
                    results[index] = kernel(states[index], *chunks[index])
            finally:
                _here.crew = None

        pool = _pool(self.threads, os.getpid())
        futures = [pool.submit(work_off) for _ in range(min(self.threads, len(chunks)))]
        try:
            while wait(futures, timeout=POLL_SECONDS, return_when=FIRST_EXCEPTION).not_done:
                if any(future.done() and future.exception() for future in futures):
                    break
                self.progress(int(states[:, DONE].sum()) / max(1, total))
        finally:
            # Also on an exception: nobody may still write to arrays that the caller gives up.
            states[:, CANCEL] = 1
            crew.give_up()
            busy = [future for future in futures if not future.cancel()]
            while len(wait(busy, timeout=POLL_SECONDS).not_done) > crew.compiling:
                pass
        problems = [problem for future in busy if future.done() and (problem := future.exception())]
        # What ended the run, before what was given up for it.
        for problem in sorted(problems, key=lambda each: isinstance(each, Cancelled)):
            raise problem
        return results

    def blocks(self, work: Callable[[slice], Any], count: int) -> list[Any]:
        """Call `work(rows)` for consecutive blocks of `count` rows on the threads; return what it returns.

        The blocks are the same however many threads there are. Raises Cancelled.
        """
        if count <= BLOCK_ROWS:
            return [work(slice(0, count))] if count else []
        per_chunk = max(BLOCK_ROWS, -(-count // (16 * self.threads)) // BLOCK_ROWS * BLOCK_ROWS)
        chunks = [(work, start, min(start + per_chunk, count)) for start in range(0, count, per_chunk)]
        return [result for part in self.run(_work_through, chunks, count) for result in part]

    def joined(self, pieces: Sequence[NDArray[Any]]) -> NDArray[Any]:
        """Return arrays of one type, at least one, one after the other. Raises Cancelled.

        The system can take longer to hand out new memory than it takes to fill it.
        """
        ends = np.cumsum([0, *map(len, pieces)]).tolist()
        whole = np.empty(ends[-1], dtype=pieces[0].dtype)
        told = 0
        for piece, (start, end) in zip(pieces, pairwise(ends), strict=True):
            whole[start:end] = piece
            if end - told >= 8 * BLOCK_ROWS:
                self.progress(end / ends[-1])
                told = end
        self.progress(1.0)
        return whole

    def shares(self, count: int, number: int | None = None) -> list[tuple[int, int]]:
        """Return `number` ranges of rows, one for every thread when left out."""
        if number is None:
            number = self.threads
        return list(pairwise(count * share // number for share in range(number + 1)))


class _Compiling:
    """How long kernels have been compiled for one bar, and how far that moves it."""

    def __init__(self) -> None:
        # Together, for the thread that reads them: seconds until then, and since when there are more.
        self._known: tuple[float, float | None] = 0.0, None

    def begin(self) -> None:
        self._known = self._so_far(), time.monotonic()

    def end(self) -> None:
        self._known = self._so_far(), None

    def moved(self, fraction: float) -> float:
        """Return where the bar is when this fraction of the work is done."""
        part = _COMPILING_PART * (1.0 - math.exp(-self._so_far() / _COMPILING_SECONDS))
        return part + (1.0 - part) * fraction

    def _so_far(self) -> float:
        seconds, since = self._known
        return seconds if since is None else seconds + time.monotonic() - since


class _Crew:
    """The threads of one run: how many of them compile, and whether the run is given up."""

    def __init__(self, clock: _Compiling) -> None:
        self.compiling = 0
        self._clock = clock
        self._given_up = False
        self._lock = threading.Lock()

    def begin_compiling(self) -> None:
        """Note that a thread compiles; raises Cancelled where the run is given up."""
        with self._lock:
            if self._given_up:
                raise Cancelled
            self.compiling += 1
            if self.compiling == 1:
                self._clock.begin()

    def end_compiling(self) -> None:
        """Note that a thread has compiled; raises Cancelled where the run has been given up meanwhile."""
        with self._lock:
            self.compiling -= 1
            if self.compiling == 0:
                self._clock.end()
            if self._given_up:
                raise Cancelled

    def give_up(self) -> None:
        """Have threads that compile, now or later, do nothing more."""
        with self._lock:
            self._given_up = True


_here = threading.local()


@contextmanager
def compiling() -> Iterator[None]:
    """Tell the run that this thread works for, if any, that it compiles meanwhile.

    Raises Cancelled, before or after, where that run is given up: nothing of it is touched any more.
    """
    crew: _Crew | None = getattr(_here, "crew", None)
    if crew is None:
        yield
        return
    crew.begin_compiling()
    try:
        yield
    finally:
        crew.end_compiling()


@cache
def _pool(threads: int, process: int) -> ThreadPoolExecutor:
    """Return threads that stay for the next call: starting them takes longer than many a step.

    A process that has forked from one with threads has none of them, so every process has its own.
    """
    return ThreadPoolExecutor(max_workers=threads, thread_name_prefix="innovation_clusters")


def _work_through(state: NDArray[np.int64], work: Callable[[slice], Any], start: int, stop: int) -> list[Any]:
    results = []
    for block in range(start, stop, BLOCK_ROWS):
        state[DONE] = block - start
        if state[CANCEL]:
            break
        results.append(work(slice(block, min(block + BLOCK_ROWS, stop))))
    return results
