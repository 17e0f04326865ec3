"""Progress and cancelling of long computations.

Kernels run without the interpreter lock on a worker thread. They share one array with the thread that waits
for them: it raises the cancel flag, they count the work they have done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import Any

import numpy as np

from .errors import Cancelled

CANCEL = 0
DONE = 1

POLL_SECONDS = 0.05


class Monitor:
    """Carries progress out of an analysis and the wish to cancel into it.

    `report` takes the finished fraction of the whole, 0 to 1; `cancelled` says whether to stop.
    """

    def __init__(
        self,
        report: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._report = report or (lambda fraction: None)
        self._cancelled = cancelled or (lambda: False)

    def part(self, start: float, end: float) -> Monitor:
        """Return a monitor whose 0 to 1 is this one's `start` to `end`."""
        return Monitor(lambda fraction: self._report(start + (end - start) * fraction), self._cancelled)

    def progress(self, fraction: float) -> None:
        """Report the finished fraction; raises Cancelled if the caller wants to stop."""
        if self._cancelled():
            raise Cancelled
        self._report(min(1.0, fraction))

    def run(
        self, kernel: Callable[..., Any], chunks: Sequence[tuple[Any, ...]], total: int, threads: int = 1
    ) -> list[Any]:
        """Run `kernel(state, *chunk)` for every chunk on `threads` threads and return the results in order.

        `state` is int64[2], the cancel flag and the work done, of its own for every chunk, so that no two
        threads write to the same place. `total` is the work of all chunks, in the unit the kernel counts in.
        Raises Cancelled, after every running kernel has returned.
        """
        states = [np.zeros(2, dtype=np.int64) for _ in chunks]
        with ThreadPoolExecutor(max_workers=threads) as executor:
            futures = [
                executor.submit(kernel, state, *chunk) for state, chunk in zip(states, chunks, strict=True)
            ]
            try:
                while wait(futures, timeout=POLL_SECONDS, return_when=FIRST_EXCEPTION).not_done:
                    if any(future.done() and future.exception() for future in futures):
                        break
                    self.progress(sum(int(state[DONE]) for state in states) / max(1, total))
            finally:
                # Also on an exception: the executor waits for its threads, so they must be told to end.
                for state in states:
                    state[CANCEL] = 1
        return [future.result() for future in futures]
