"""What the system tells of the processes of a run on Spark: processor time, and memory at its peak."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

_PAUSE_SECONDS = 0.25
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Process:
    """A process; `own` and `ended` are seconds of processors, its own and of children that have ended."""

    number: int
    parent: int
    is_java: bool
    own: float
    ended: float

    def peak(self) -> float:
        """Return the most megabytes it has held since they were last forgotten, 0 where it has ended."""
        try:
            found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.number}/status").read_text())
        except OSError:
            return 0.0
        return int(found[1]) / 1024 if found else 0.0

    def forget_peak(self) -> None:
        try:
            Path(f"/proc/{self.number}/clear_refs").write_text("5")
        except OSError:
            # It has ended: there is nothing to forget.
            return


def started_here() -> list[Process]:
    """Return the processes that this one has started, and those that these have."""
    known = {each.number: each for each in _running()}

    def is_ours(process: Process) -> bool:
        parent = process.parent
        while parent in known and parent != os.getpid():
            parent = known[parent].parent
        return parent == os.getpid()

    return [each for each in known.values() if is_ours(each)]


def _running() -> Iterator[Process]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text()
        except OSError:
            continue
        name, fields = text[text.index("(") + 1 : text.rindex(")")], text[text.rindex(")") + 2 :].split()
        user, system, ended_user, ended_system = (int(field) / _TICKS for field in fields[11:15])
        yield Process(
            int(stat.parent.name), int(fields[1]), name == "java", user + system, ended_user + ended_system
        )


@dataclass(frozen=True)
class Spent:
    """Seconds of processors, and the most megabytes of one process, of Java and of Python workers."""

    java: float
    python: float
    java_peak: float
    python_peak: float


class Watch:
    """Watches what this process has started, from `with` to its end; then `spent` is known."""

    def __init__(self) -> None:
        self.spent = Spent(0.0, 0.0, 0.0, 0.0)
        self._ended = threading.Event()
        self._peaks = {True: 0.0, False: 0.0}
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        before = started_here()
        for process in before:
            process.forget_peak()
        self._before = _seconds(before)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()
        after = _seconds(started_here())
        java, python = (after[java] - self._before[java] for java in (True, False))
        self.spent = Spent(java, python, self._peaks[True], self._peaks[False])

    def _look(self) -> None:
        while True:
            for process in started_here():
                self._peaks[process.is_java] = max(self._peaks[process.is_java], process.peak())
            if self._ended.wait(_PAUSE_SECONDS):
                return


def _seconds(processes: list[Process]) -> dict[bool, float]:
    return {
        # Java's children are counted themselves, or by the daemon that has started them.
        True: sum(each.own for each in processes if each.is_java),
        False: sum(each.own + each.ended for each in processes if not each.is_java),
    }
