"""From the arguments of the command line to tables in a folder."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession, functions

from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ..voice import Voice
from .ranking import Addresses, Parameters, rank

CLUSTERS, SITES = "clusters", "sites.parquet"


def run(chosen: argparse.Namespace, voice: Voice) -> None:
    """Rank the clusters of the tables that were named, and write `clusters.parquet`, `clusters.csv` and
    `sites.parquet` into the folder.

    The folder appears with all of them or not at all. Raises InputError for what cannot be used, also where
    the cluster of machines fails.
    """
    if chosen.output.exists():
        raise InputError("output", "The folder {path} exists; name a new one.", path=chosen.output)
    if not any(getattr(chosen, metric) for metric in METRICS):
        raise InputError("patents", "Give the addresses of one or more of patents, publications, deals.")
    made = chosen.output.with_name(f"{chosen.output.name}.{os.getpid()}.part")
    try:
        session = _session(chosen)
    except PySparkException as error:
        raise InputError(
            "master",
            "Spark did not start with {master} ({problem}); give a master such as local[2], or a server.",
            master=chosen.remote or chosen.master or "its own settings",
            problem=_first_line(error),
        ) from error
    try:
        ranked = rank(
            {metric: _addresses(session, chosen, metric) for metric in METRICS if getattr(chosen, metric)},
            Parameters(
                chosen.eps,
                chosen.min_density,
                {"patents": 1.0, "publications": chosen.author_weight},
                {
                    metric: total
                    for metric in METRICS
                    if (total := getattr(chosen, f"total_{metric}")) is not None
                },
                chosen.border,
            ),
        )
        made.mkdir(parents=True)
        pyarrow.parquet.write_table(ranked.clusters, made / f"{CLUSTERS}.parquet")
        pyarrow.csv.write_csv(ranked.clusters, made / f"{CLUSTERS}.csv")
        ranked.clustering.sites.write.parquet(str((made / SITES).resolve()))
        made.rename(chosen.output)
    except OSError as error:
        raise InputError(
            "output",
            "The results cannot be written to {path} ({problem}); name a folder that can be written.",
            path=chosen.output,
            problem=error.strerror or error,
        ) from error
    except PySparkException as error:
        logging.getLogger(__name__).debug("Spark failed", exc_info=error)
        raise InputError("spark", "The run on Spark failed: {problem}", problem=_first_line(error)) from error
    finally:
        session.stop()
        shutil.rmtree(made, ignore_errors=True)


def _session(chosen: argparse.Namespace) -> SparkSession:
    # Workers on this machine run the Python that this is.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    package = Path(__file__).resolve().parents[3]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(package), os.environ.get("PYTHONPATH")]))
    builder = SparkSession.builder.appName("Innovation Clusters")
    if chosen.remote:
        return builder.remote(chosen.remote).getOrCreate()
    if chosen.master:
        builder = builder.master(chosen.master)
    return builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()


def _addresses(session: SparkSession, chosen: argparse.Namespace, metric: str) -> Addresses:
    path = getattr(chosen, metric)
    rows = _read(session, path, metric)
    for name in (chosen.x, chosen.y, chosen.record, chosen.weight, chosen.row):
        if name and name not in rows.columns:
            raise InputError(
                metric,
                "The table {path} has no column {name}; it has {columns}.",
                path=path,
                name=name,
                columns=", ".join(rows.columns),
            )
    if not chosen.row:
        rows = rows.withColumn("row", functions.monotonically_increasing_id())
    return Addresses(
        rows, chosen.x, chosen.y, chosen.row or "row", chosen.record or None, chosen.weight or None
    )


def _read(session: SparkSession, path: str, metric: str) -> DataFrame:
    try:
        if path.endswith((".csv", ".csv.gz", ".txt")):
            return session.read.csv(path, header=True, inferSchema=True)
        return session.read.parquet(path)
    except PySparkException as error:
        raise InputError(
            metric, "The table {path} cannot be read: {problem}", path=path, problem=_first_line(error)
        ) from error


def _first_line(error: PySparkException) -> str:
    """Return what went wrong, without the traces of the engine."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
