"""One contender in a process of its own: median time, peak memory beyond the input, and its answer."""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
import statistics
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from .agreement import Answer
from .contenders import Contender
from .points import Points

Outcome = TypeVar("Outcome")

MOST_RUNS = 5
# No further run of a contender begins after this long.
ENOUGH_SECONDS = 30.0
# A contender that needs more fails by itself, before the machine begins to end processes of its choice.
MOST_GIGABYTES = 20


class ContenderError(Exception):
    """A contender gave no answer; the message says why."""


@dataclass(frozen=True)
class Measurement:
    """Median seconds of `runs`, megabytes held at the peak beyond those held before, and the answer."""

    seconds: float
    runs: int
    megabytes: float
    answer: Answer


def measured(contender: Contender, points: Points, warm_up: Points, most_runs: int) -> Measurement:
    """Let a contender answer `warm_up` once and `points` several times; raises ContenderError."""
    with tempfile.TemporaryDirectory() as folder:
        return in_own_process(_measure, contender, points, warm_up, most_runs, Path(folder))


def _measure(
    contender: Contender, points: Points, warm_up: Points, most_runs: int, folder: Path
) -> Measurement:
    contender.prepare(warm_up, folder)()
    task = contender.prepare(points, folder)
    seconds: list[float] = []
    peak = 0
    while len(seconds) < most_runs and sum(seconds) < ENOUGH_SECONDS:
        outcome = None
        held = _reset_peak()
        began = time.perf_counter()
        outcome = task()
        seconds.append(time.perf_counter() - began)
        peak = max(peak, _memory("VmHWM") - held)
    return Measurement(statistics.median(seconds), len(seconds), peak / 1024, contender.read(outcome))


def _reset_peak() -> int:
    """Forget the highest memory so far and return the memory held now, in kB."""
    Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def peak_memory() -> int:
    """Return the most memory that this process has held, in kB."""
    return _memory("VmHWM")


def _memory(entry: str) -> int:
    found = re.search(rf"{entry}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    if found is None:
        raise OSError(f"/proc/self/status has no {entry}")
    return int(found[1])


def in_own_process(
    function: Callable[..., Outcome], *arguments: Any, environment: Mapping[str, str] | None = None
) -> Outcome:
    """Return `function(*arguments)` from a fresh Python, with these variables in its environment besides;
    raises ContenderError.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, function, arguments))
    with _environment(environment or {}):
        process.start()
    sender.close()
    try:
        outcome: Outcome | BaseException = receiver.recv()
    except EOFError:
        process.join()
        raise ContenderError(f"its process ended with code {process.exitcode}") from None
    process.join()
    if isinstance(outcome, MemoryError):
        raise ContenderError(f"needs more than {MOST_GIGABYTES} GB") from outcome
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set variables for processes that are started meanwhile."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        for name in variables:
            if name in before:
                os.environ[name] = before[name]
            else:
                del os.environ[name]


def _answer(sender: Connection, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_GIGABYTES * 2**30, resource.RLIM_INFINITY))
    try:
        sender.send(function(*arguments))
    except Exception as error:
        traceback.print_exc()
        sender.send(error)
    # All is said; the end of a process that has QGIS and Python in it is not what is measured here.
    os._exit(0)
