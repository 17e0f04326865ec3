"""A file brought to the disk while it is written.

What the system keeps for later is written when a transaction ends: gigabytes, in one call that hears nothing.
So it is asked for all along, and who writes faster than the disk waits for it, with an ear for Cancel.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

from ...analysis.monitor import POLL_SECONDS

# How much the file may grow before it is brought to the disk: a tenth of a second of a common one's work.
STEP = 32 << 20


class Syncing:
    """Brings one file to the disk, which nobody else writes; to be closed when that is over.

    No other process may have locks on the file: to close it lets go of all that this one has.
    """

    def __init__(self, path: Path) -> None:
        # Some systems sync only who may write.
        self._file = path.open("r+b", buffering=0)
        self._executor = ThreadPoolExecutor(max_workers=1)
        self._begun: Future[None] | None = None
        self._size = os.fstat(self._file.fileno()).st_size

    def go_on(self, check: Callable[[], None]) -> None:
        """Begin with what has been written, if that is enough by now, once the last has arrived.

        `check` is called while that takes, and may raise; raises OSError.
        """
        size = os.fstat(self._file.fileno()).st_size
        if size - self._size >= STEP:
            self._begin(check)
            self._size = size

    def finish(self, check: Callable[[], None]) -> None:
        """Wait until all that has been written has arrived; `check` as in `go_on`. Raises OSError."""
        self._begin(check)
        self._wait(check)

    def close(self) -> None:
        """Let go of the file, when what has begun has ended."""
        self._executor.shutdown(wait=True)
        self._file.close()

    def _begin(self, check: Callable[[], None]) -> None:
        self._wait(check)
        self._begun = self._executor.submit(os.fsync, self._file.fileno())

    def _wait(self, check: Callable[[], None]) -> None:
        while self._begun is not None and not self._begun.done():
            wait([self._begun], POLL_SECONDS)
            check()
        if self._begun is not None:
            self._begun.result()
