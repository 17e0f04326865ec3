"""Where results go: a folder that this machine can write, or an address that Spark alone reaches.

A folder, a path or file://, is made beside its place and takes it as a whole. Sites of a path come through
this machine, part by part, unless all of Spark is here; at file:// the workers write, and have to share the
folder with this machine. Other addresses (hdfs://, s3a:// …) know no renaming that Spark offers everywhere:
tables are written below them one by one, and a file _SUCCESS beside these is written last. Without it nothing
there is a result.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path, PurePath

import pyarrow as pa
import pyarrow.parquet
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession, functions

from ...analysis import run_folder
from ...analysis.at_source.new_files import telling_unwritten
from ...analysis.errors import InputError
from ..ending import Ending, already_there, require_new, write_folder
from .begun import Begun
from .connecting import is_local
from .failures import ERRORS, sentence

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_FILE = "file:"

# Some clusters are told not to write _SUCCESS.
MARKED = "mapreduce.fileoutputcommitter.marksuccessfuljobs"

# So many rows come through this machine at a time.
_ROWS_AT_ONCE = 2_000_000


class Output:
    """A new place for results; raises InputError where there is something already."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._shared = address.startswith(_FILE)
        self.folder = folder_of(address)
        if self.folder is not None:
            require_new(self.folder, address)

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
        raise already_there(self.address)

    def write(
        self, session: SparkSession, clusters: pa.Table, sites: pa.Table | DataFrame, ending: Ending
    ) -> None:
        """Write all results and end the run, or raise InputError."""
        if self.folder is None:
            with telling_unwritten(self.address, "output"):
                self._write_below(session, clusters, sites, ending)
            return

        def write_tables(made: Path) -> None:
            run_folder.write_clusters(made, clusters)
            if isinstance(sites, pa.Table):
                pyarrow.parquet.write_table(sites, made / run_folder.SITES)
            elif self._shared or is_local(session):
                sites.write.parquet(address_of((made / run_folder.SITES).resolve()))
                self._require_shared(sites, made / run_folder.SITES)
            else:
                _write_in_parts(sites, made / run_folder.SITES)

        write_folder(self.folder, self.address, write_tables, ending)

    def _require_shared(self, sites: DataFrame, written: Path) -> None:
        """Raise InputError where workers have written somewhere else: under the same name on other
        machines.
        """
        seen = sum(pyarrow.parquet.read_metadata(part).num_rows for part in written.glob("*.parquet"))
        if seen != sites.count():
            raise InputError(
                "output",
                "What the workers wrote to {path} is not here: not all machines share the folder; give an "
                "address that they share, or a folder of this machine without file://, and delete what is "
                "left on the workers, {left}.",
                path=self.address,
                left=str(written.parent),
            )

    def _write_below(
        self, session: SparkSession, clusters: pa.Table, sites: pa.Table | DataFrame, ending: Ending
    ) -> None:
        base = self.address.rstrip("/")
        begun = Begun(session)
        try:
            self._write_tables(begun, base, clusters, sites)
            self._end(session, base, ending)
        except BaseException:
            begun.remove(around=base)
            raise

    def _write_tables(self, begun: Begun, base: str, clusters: pa.Table, sites: pa.Table | DataFrame) -> None:
        tables = sites if isinstance(sites, DataFrame) else begun.session.createDataFrame(sites)
        with begun.writing(f"{base}/{run_folder.SITES}", "output", self.address):
            tables.write.parquet(f"{base}/{run_folder.SITES}")
        found = begun.session.createDataFrame(clusters).coalesce(1)
        with begun.writing(f"{base}/{run_folder.CLUSTERS}", "output", self.address):
            found.write.parquet(f"{base}/{run_folder.CLUSTERS}")
        with begun.writing(f"{base}/{run_folder.CLUSTERS_AS_TEXT}", "output", self.address):
            found.write.csv(f"{base}/{run_folder.CLUSTERS_AS_TEXT}", header=True)

    def _end(self, session: SparkSession, base: str, ending: Ending) -> None:
        labelled = ending.label()
        with tempfile.TemporaryDirectory(prefix="innovation_clusters_") as folder:
            ending.write_run(Path(folder), labelled)
            facts = (Path(folder) / run_folder.RUN).read_text(encoding="utf-8")
        # Beside the tables, and with it _SUCCESS.
        try:
            told = session.createDataFrame([(facts.strip(),)], "value string").coalesce(1)
            told.write.mode("append").option(MARKED, "true").text(base)
        except ERRORS as error:
            if not ending.targets:
                raise
            raise ending.unwritten(self.address, sentence(error)) from error


def folder_of(address: str) -> Path | None:
    """Return the folder of this machine that an address names, None where Spark alone reaches it."""
    if address.startswith(_FILE):
        return Path(path_in(address))
    return None if _ADDRESS.match(address) else Path(address)


def address_of(path: PurePath) -> str:
    """Return the address of a file as Hadoop reads it: names stand as they are, without %20 and the like."""
    return f"{_FILE}///{path.as_posix().lstrip('/')}"


def path_in(address: str, kind: type[PurePath] = Path) -> PurePath:
    """Return the path that the address of a file has, as `address_of` writes it."""
    name = address.removeprefix(_FILE).lstrip("/")
    # In front of a drive, which other systems than Windows have not, nothing stands.
    return kind(name) if kind(name).drive else kind(f"/{name}")


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
