"""What Spark says where something fails, in one sentence."""

from __future__ import annotations

import re

from pyspark.errors import PySparkException

try:
    from py4j.protocol import Py4JError
except ImportError:
    # A client of Spark Connect alone has no Java to speak with.
    ERRORS: tuple[type[Exception], ...] = (PySparkException,)
else:
    ERRORS = (PySparkException, Py4JError)

# The last line of what Python printed on a worker, amid lines of Java's.
_PYTHONS = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Interrupt)): (.+)$")
_JAVAS = re.compile(r"^(?:java|org|scala)\.")


def sentence(error: Exception) -> str:
    """Return what went wrong, without the traces of the engine: what Python said on a worker, where it
    did.
    """
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if _PYTHONS.match(line) and not _JAVAS.match(line)]
    return (told or lines or [type(error).__name__])[-1 if told else 0]
