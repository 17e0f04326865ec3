"""Threads, progress and cancelling of long computations.

Kernels run without the interpreter lock on worker threads. They share one array with the thread that waits
for them: it raises the cancel flag, they count the work they have done. numpy lets go of the lock as well,
so its work is cut into blocks of rows that fit a processor's cache and shared out the same way.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
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
BLOCK_ROWS = 1 << 16


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
        self._report = report or (lambda fraction: None)
        self._cancelled = cancelled or (lambda: False)
        self.threads = threads or os.cpu_count() or 1

    def part(self, start: float, end: float, threads: int | None = None) -> Monitor:
        """Return a monitor whose 0 to 1 is this one's `start` to `end`, with threads of its own if given."""
        return Monitor(
            lambda fraction: self._report(start + (end - start) * fraction),
            self._cancelled,
            threads or self.threads,
        )

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
        returned.
        """
        self.progress(0.0)
        # A cache line each: neighbours that write to one line would wait for each other.
        states = np.zeros((len(chunks), 8), dtype=np.int64)
        results: list[Any] = [None] * len(chunks)
        # Threads take the next chunk from one list: handing each over costs more than many a chunk.
        left = iter(range(len(chunks)))

        def work_off() -> None:
            for index in left:
                results[index] = kernel(states[index], *chunks[index])

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
            wait(futures)
        for future in futures:
            future.result()
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

    def shares(self, count: int) -> list[tuple[int, int]]:
        """Return one range of rows for every thread."""
        bounds = [count * share // self.threads for share in range(self.threads + 1)]
        return list(pairwise(bounds))


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
