"""Where results go: a folder that this machine can write, or an address that Spark alone reaches.

A folder, a path or file://, is made beside its place and takes it as a whole. Sites of a path come through
this machine, part by part, unless all of Spark is here; at file:// the workers write, and have to share the
folder with this machine. Other addresses (hdfs://, s3a:// …) know no renaming that Spark offers everywhere:
tables are written below them one by one, and a file _SUCCESS beside these is written last. Without it nothing
there is a result.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession, functions

from ...analysis import run_folder
from ...analysis.errors import InputError
from .connecting import is_local
from .failures import sentence

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

# So many rows come through this machine at a time.
_ROWS_AT_ONCE = 2_000_000

Write = Callable[[Path], None]


class Output:
    """A new place for results; raises InputError where there is something already."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._shared = address.startswith("file:")
        if self._shared:
            # As Hadoop reads it: the name stands as it is, without %20 and the like.
            self.folder: Path | None = Path(re.sub("^file:/+", "/", address))
        else:
            self.folder = None if _ADDRESS.match(address) else Path(address)
        if self.folder is not None and self.folder.exists():
            raise _is_there(address)

    def require_new(self, session: SparkSession) -> None:
        """Raise InputError where there is something already at an address that Spark alone reaches."""
        if self.folder is not None:
            return
        try:
            session.read.format("binaryFile").load(self.address).schema  # noqa: B018 (looks whether it is there)
        except PySparkException as error:
            if error.getCondition() in ("PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA"):
                return
            raise InputError(
                "output",
                "The results cannot be written to {path} ({problem}); name another address.",
                path=self.address,
                problem=sentence(error),
            ) from error
        raise _is_there(self.address)

    def write(
        self, session: SparkSession, clusters: pa.Table, sites: pa.Table | DataFrame, write_run: Write
    ) -> None:
        """Write all results, or raise InputError; `write_run` writes what ran into a folder of this
        machine.
        """
        try:
            if self.folder is None:
                self._write_below(session, clusters, sites, write_run)
            else:
                self._write_folder(session, self.folder, clusters, sites, write_run)
        except OSError as error:
            raise InputError(
                "output",
                "The results cannot be written to {path} ({problem}); name a folder that can be written.",
                path=self.address,
                problem=error.strerror or error,
            ) from error

    def _write_folder(
        self,
        session: SparkSession,
        folder: Path,
        clusters: pa.Table,
        sites: pa.Table | DataFrame,
        write_run: Write,
    ) -> None:
        made = folder.with_name(f".{folder.name}.{os.getpid()}.part")
        made.mkdir(parents=True)
        try:
            run_folder.write_clusters(made, clusters)
            if isinstance(sites, pa.Table):
                pyarrow.parquet.write_table(sites, made / run_folder.SITES)
            elif self._shared or is_local(session):
                sites.write.parquet(f"file://{(made / run_folder.SITES).resolve()}")
                self._require_shared(sites, made / run_folder.SITES)
            else:
                _write_in_parts(sites, made / run_folder.SITES)
            write_run(made)
            made.rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def _require_shared(self, sites: DataFrame, written: Path) -> None:
        """Raise InputError where workers have written somewhere else: under the same name on other
        machines.
        """
        seen = sum(pyarrow.parquet.read_metadata(part).num_rows for part in written.glob("*.parquet"))
        if seen != sites.count():
            raise InputError(
                "output",
                "What the workers wrote to {path} is not here: not all machines share the folder; give an "
                "address that they share, or a folder of this machine without file://.",
                path=self.address,
            )

    def _write_below(
        self, session: SparkSession, clusters: pa.Table, sites: pa.Table | DataFrame, write_run: Write
    ) -> None:
        base = self.address.rstrip("/")
        tables = sites if isinstance(sites, DataFrame) else session.createDataFrame(sites)
        tables.write.parquet(f"{base}/{run_folder.SITES}")
        found = session.createDataFrame(clusters).coalesce(1)
        found.write.parquet(f"{base}/{run_folder.CLUSTERS}")
        found.write.csv(f"{base}/{run_folder.CLUSTERS_AS_TEXT}", header=True)
        with tempfile.TemporaryDirectory(prefix="innovation_clusters_") as folder:
            write_run(Path(folder))
            facts = (Path(folder) / run_folder.RUN).read_text(encoding="utf-8")
        # Beside the tables, and with it _SUCCESS, which some clusters are told not to write.
        told = session.createDataFrame([(facts.strip(),)], "value string").coalesce(1)
        last = told.write.mode("append").option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "true")
        last.text(base)


def _is_there(address: str) -> InputError:
    return InputError("output", "The folder {path} exists; name a new one.", path=address)


def _write_in_parts(sites: DataFrame, file: Path) -> None:
    parts = max(1, -(-sites.count() // _ROWS_AT_ONCE))
    writer = None
    try:
        for part in range(parts):
            chosen = functions.pmod(functions.hash("longitude", "latitude"), functions.lit(parts)) == part
            table = sites.where(chosen).toArrow()
            writer = writer or pyarrow.parquet.ParquetWriter(file, table.schema)
            writer.write_table(table)
    finally:
        if writer is not None:
            writer.close()
