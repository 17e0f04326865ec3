"""Tables of addresses by their addresses, with rows that know their numbers.

Clusters are numbered by their lowest row. So that no number hangs on how Spark shares files out, a row goes
by the file it is in, files in the order of their names, and by its place there. Parquet tells the place; of
text it is counted, block by block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from pyspark.sql import Column, DataFrame, SparkSession, functions

from ...analysis.at_source.dialects import SPARK
from ...analysis.at_source.tables import Kind, Rows, TableAtSource, rows_of
from ...analysis.errors import InputError
from ...analysis.table_files import PARQUET, TEXT, delimiter_of, left_out
from .failures import ERRORS, sentence
from .files_seen import Files, files_behind, first_lines

# Rows of one file are numbered behind those of the files before.
ROWS_OF_A_FILE = 2**40
ROW = "innovation_clusters_row"

# What stands for several paths in an address of Hadoop's.
_SEVERAL = re.compile(r"[*?\[{]")
_WHOLE = ("tinyint", "smallint", "int", "bigint")


def open_rows(session: SparkSession, table: TableAtSource, view: str) -> tuple[Rows, Files]:
    """Return a table in Spark's SQL, as a temporary view, and the files it is in; raises InputError where it
    cannot be read.
    """
    try:
        files = files_behind(session, table.address)
        rows, numbered = _read(session, table, files)
        kinds = {name: _kind(of) for name, of in rows.dtypes if name != ROW}
    except ERRORS as error:
        raise InputError(
            table.parameter,
            "The table {table} cannot be read: {problem}",
            table=table.address,
            problem=sentence(error),
        ) from error
    if table.columns.geometry:
        raise InputError(
            table.parameter,
            "On Spark the coordinates of {table} have to be in two columns of degrees; name them.",
            table=table.address,
        )
    known = rows_of(table, view, kinds, SPARK, row=SPARK.quote(ROW) if numbered else "")
    # Not before: of a table that cannot be used nothing stays in the session.
    rows.createOrReplaceTempView(view)
    return known, files


def _read(session: SparkSession, table: TableAtSource, files: Files) -> tuple[DataFrame, bool]:
    """Return the rows of a table, and whether they have their numbers as ROW."""
    names = [name.lower() for name in files] or [table.address.lower()]
    text = all(name.endswith(TEXT) for name in names)
    # Text beside Parquet is left out, as on other engines.
    mixed = not text and any(name.endswith(TEXT) for name in names)
    _require_whole(table, [name for name in files if not mixed or name.lower().endswith(PARQUET)])
    if text:
        header = next(iter(first_lines(session, files, table)), "")
        # As texts, which are read where groups are judged, the same on every engine; with lines that end
        # within quotation marks, which takes one task a file; and columns by their names in every file.
        rows = session.read.csv(
            table.address,
            sep=delimiter_of(header),
            header=True,
            inferSchema=False,
            escape='"',
            multiLine=True,
            enforceSchema=False,
        )
    else:
        rows = session.read.parquet(table.address, **({"pathGlobFilter": f"*{PARQUET}"} if mixed else {}))
    if table.row:
        return rows, False
    return (_numbered_text(session, rows) if text else _numbered(session, rows)), True


def _require_whole(table: TableAtSource, files: Iterable[str]) -> None:
    """Raise InputError where Spark would leave files out: it reads the files of a folder, or those of folders
    that are all named as values of the same columns.
    """
    if _SEVERAL.search(table.address):
        # Every folder that such an address stands for is read as one of its own.
        return
    folders = sorted({unquote(name).rpartition("/")[0] for name in files})
    divisions = {_divisions(folder) for folder in folders}
    if len(folders) > 1 and (len(divisions) > 1 or not all(columns for _, columns in divisions)):
        raise left_out(table.address, folders[-1], table.parameter)


def _divisions(folder: str) -> tuple[str, tuple[str, ...]]:
    """Return a folder without what stands for values of columns, and the names of these."""
    parts = folder.split("/")
    columns: list[str] = []
    while parts and "=" in parts[-1]:
        columns.insert(0, parts.pop().partition("=")[0])
    return "/".join(parts), tuple(columns)


def _numbered(session: SparkSession, rows: DataFrame) -> DataFrame:
    """Number the rows of Parquet files."""
    file, place = functions.col("_metadata.file_path"), functions.col("_metadata.row_index")
    found = rows.select("*", file.alias("_file"), place.alias("_place"))
    files = _order(session, [path for (path,) in rows.select(file).distinct().collect()])
    return (
        found.join(functions.broadcast(files), "_file")
        .withColumn(ROW, functions.col("_number") * ROWS_OF_A_FILE + functions.col("_place"))
        .drop("_file", "_place", "_number")
    )


def _numbered_text(session: SparkSession, rows: DataFrame) -> DataFrame:
    """Number the rows of text files, each of which is read by one task, first row to last."""
    found = rows.select(
        "*",
        functions.col("_metadata.file_path").alias("_file"),
        functions.monotonically_increasing_id().alias("_place"),
    )
    first = dict(found.groupBy("_file").agg(functions.min("_place")).collect())
    starts = [
        (path, number * ROWS_OF_A_FILE - first[path])
        for number, path in enumerate(sorted(first, key=unquote))
    ]
    known = session.createDataFrame(starts, "_file string, _start long")
    return (
        found.join(functions.broadcast(known), "_file", "left")
        .withColumn(ROW, functions.coalesce(functions.col("_start") + functions.col("_place"), _elsewhere()))
        .drop("_file", "_place", "_start")
    )


def _elsewhere() -> Column:
    return functions.raise_error(
        functions.lit("There is another text file than before; run again when nobody writes to them.")
    ).cast("long")


def _order(session: SparkSession, paths: list[str]) -> DataFrame:
    # The names that files have, not as addresses write them.
    numbered = [(path, number) for number, path in enumerate(sorted(paths, key=unquote))]
    return session.createDataFrame(numbered, "_file string, _number long")


def _kind(of: str) -> Kind:
    if of in _WHOLE:
        return Kind.WHOLE
    if of in ("float", "double") or of.startswith("decimal"):
        return Kind.NUMBER
    return Kind.TEXT if of == "string" or of.startswith(("varchar", "char")) else Kind.OTHER
