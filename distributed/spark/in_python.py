"""A whole run as one call, in a notebook or a program that has a session of Spark already."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

import pyarrow as pa
from pyspark.sql import SparkSession

from ..arguments import chosen_in_python
from ..voice import Voice
from .session import run_on
from .shipping import ship

# What the session says, or what is for other engines and programs.
_OF_ENGINES = ("master", "remote", "postgis", "duckdb", "memory", "temporary")
_LEFT_OUT = (*_OF_ENGINES, "attached", "geometry", "crs", "label_as")


def ranked_clusters(session: SparkSession, *, output: str | Path, **choices: object) -> pa.Table:
    """Find, merge, count and rank the clusters of tables of addresses on a session, write the folder of the
    result to `output`, and return the clusters in the order of their ranks, as `clusters.parquet` has them.

    choices: those of the command line, with a low line for every hyphen, as patents="s3a://…",
    min_density=4500, address_weights=[1, 0.15, 0]. The package is brought to the workers. What the run tells
    is on standard error. The session is left as it was.

    Raises TypeError for choices that there are not, ValueError for values that cannot be used, and of these
    InputError, with one sentence, for what the run finds out, also where Spark fails.
    """
    chosen = chosen_in_python({"output": output, **choices}, _LEFT_OUT)
    ship(session, _packed())
    return run_on(session, chosen, Voice())


@cache
def _packed() -> Path:
    """Return a folder for what is brought to workers, which they ask for as long as there is Python here."""
    folder = tempfile.TemporaryDirectory(prefix="innovation_clusters_")
    atexit.register(folder.cleanup)
    return Path(folder.name)
