"""What Spark says where something fails, in one sentence; and that it has ended, where it says no more."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pyspark.errors import PySparkException

from ...analysis.at_source.tables import TableAtSource
from ...analysis.errors import InputError

T = TypeVar("T")

# Where Java has died, its client says so once and is refused from then on.
try:
    from py4j.protocol import Py4JError
except ImportError:
    # A client of Spark Connect alone has no Java to speak with.
    ERRORS: tuple[type[Exception], ...] = (PySparkException, ConnectionError)
else:
    ERRORS = (PySparkException, Py4JError, ConnectionError)

# The last line of what Python printed on a worker, amid lines of Java's.
_PYTHONS = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Interrupt)): (.+)$")
_JAVAS = re.compile(r"^(?:java|org|scala)\.")

# What a server was asked in vain, amid lines about the question.
_DETAILS = re.compile(r'^details = "(.+)"$')
_SILENT = "StatusCode.UNAVAILABLE"

# What the client of Java says of a question that it got no answer to; else there is a trace behind it.
_UNANSWERED = re.compile(
    r"^(?:Answer from Java side is empty|Error while |An error occurred while calling \S*[^.\s]$)"
)
# What Java says of one that it has answered, behind a line that says where.
_THROWN = re.compile(r"^: (?:[\w.$]+: )?(.+)$")


def sentence(error: Exception) -> str:
    """Return what went wrong, without the traces of the engine: what Python said on a worker, where it
    did.
    """
    try:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    except ERRORS:
        # What it has to say Java knows, which is gone.
        lines = []
    told = [line for line in lines if _PYTHONS.match(line) and not _JAVAS.match(line)]
    told += [found[1] for line in lines if (found := _DETAILS.match(line))]
    told = told or [found[1] for line in lines[1:2] if (found := _THROWN.match(line))]
    return (told or lines or [type(error).__name__])[-1 if told else 0]


def has_ended(error: Exception) -> bool:
    """Whether there is no Spark any more to say what went wrong: Java has died, or the server is silent."""
    if isinstance(error, ConnectionError):
        return True
    if isinstance(error, PySparkException):
        return _SILENT in str(error)
    return bool(_UNANSWERED.match(sentence(error)))


def failed(error: Exception) -> InputError:
    """Return what a run ends with that Spark has failed."""
    if has_ended(error):
        return InputError(
            "spark",
            "Spark has ended or cannot be reached any more, and the run with it ({problem}); its log tells "
            "why, too little memory for one.",
            problem=sentence(error),
        )
    return InputError("spark", "The run on Spark failed: {problem}", problem=sentence(error))


def told(table: TableAtSource, work: Callable[[], T]) -> T:
    """Turn what Spark says of a table that it cannot read into one sentence."""
    try:
        return work()
    except ERRORS as error:
        if has_ended(error):
            raise
        raise InputError(
            table.parameter,
            "Spark cannot answer from {table}: {problem}",
            table=table.address,
            problem=sentence(error),
        ) from error


@contextmanager
def told_once() -> Iterator[None]:
    """Keep the client of Java from printing traces of what it raises as well, where Java has died."""
    root = logging.getLogger()
    root.addFilter(_not_of_py4j)
    try:
        yield
    finally:
        root.removeFilter(_not_of_py4j)


def _not_of_py4j(record: logging.LogRecord) -> bool:
    # It logs as if it were whoever uses it.
    return "py4j" not in record.pathname
