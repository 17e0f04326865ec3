"""The files behind an address as they were when a run began: what is read more than once has to stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession, functions

from ...analysis.at_source.tables import TableAtSource
from ...analysis.errors import InputError

# By name: size and time of the last change.
Files = Mapping[str, tuple[int, datetime]]

# Spark would make a task of every large file, of which nothing but its name is read.
_TASK_BYTES, _ALL = "spark.sql.files.maxPartitionBytes", str(2**60)
_LINES = 1_000
_PATTERN = re.compile(r"([\\*?\[\]{}])")


def files_behind(session: SparkSession, address: str) -> Files:
    """Return the files that Spark finds at an address, without reading them; raises what Spark raises."""
    found = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(address)
    with _in_few_tasks(session):
        rows = found.select("path", "length", "modificationTime").collect()
    return {path: (size, time) for path, size, time in rows}


def files_left(session: SparkSession, address: str) -> Files:
    """Return the files at an address where there were some; raises what Spark raises."""
    try:
        return files_behind(session, address)
    except PySparkException as error:
        if error.getCondition() == "PATH_NOT_FOUND":
            return {}
        raise


@contextmanager
def _in_few_tasks(session: SparkSession) -> Iterator[None]:
    before = session.conf.get(_TASK_BYTES)
    session.conf.set(_TASK_BYTES, _ALL)
    try:
        yield
    finally:
        session.conf.set(_TASK_BYTES, str(before))


def require_same(table: TableAtSource, seen: Files, found: Files) -> None:
    """Raise InputError where the files of a table are not those that were seen."""
    for file, stamp in seen.items():
        if file not in found:
            raise InputError(
                table.parameter,
                "The file {file} is gone since the run began; run it again on files that stay.",
                file=file,
            )
        if found[file] != stamp:
            raise InputError(
                table.parameter,
                "The file {file} has changed since the run began; run it again when nobody writes to it.",
                file=file,
            )
    if len(found) > len(seen):
        raise InputError(
            table.parameter,
            "The folder {file} has other files than when the run began; run it again when nobody writes to "
            "it.",
            file=table.address,
        )


def first_lines(session: SparkSession, files: Files, table: TableAtSource) -> list[str]:
    """Return the first lines of the first file of a table in text; raises InputError where they are no
    UTF-8.
    """
    file = min((name for name, (size, _) in files.items() if size), default="")
    if not file:
        return []
    # As bytes: Spark would put signs of its own in the place of what it cannot read.
    lines = session.read.text(_PATTERN.sub(r"\\\1", file)).select(functions.hex("value")).head(_LINES)
    try:
        return [bytes.fromhex(line).decode() for (line,) in lines]
    except UnicodeDecodeError as error:
        raise InputError(
            table.parameter, "Spark reads text in UTF-8; save the file {file} so.", file=file
        ) from error
