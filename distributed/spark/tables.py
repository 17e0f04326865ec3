"""Tables of addresses by their addresses, with rows that know their numbers.

Clusters are numbered by their lowest row. So that no number hangs on how Spark shares files out, a row goes
by the file it is in, files in the order of their names, and by its place there. Parquet tells the place; of
text it is counted, block by block.
"""

from __future__ import annotations

from urllib.parse import unquote

from pyspark.sql import Column, DataFrame, SparkSession, functions

from ...analysis.at_source.dialects import SPARK
from ...analysis.at_source.tables import Kind, Rows, TableAtSource, rows_of
from ...analysis.errors import InputError
from .failures import ERRORS, sentence

_TABS = (".tsv", ".tsv.gz")
_TEXT = (".csv", ".csv.gz", ".txt", *_TABS)

# Rows of one file are numbered behind those of the files before.
ROWS_OF_A_FILE = 2**40
ROW = "innovation_clusters_row"

_WHOLE = ("tinyint", "smallint", "int", "bigint")


def open_rows(session: SparkSession, table: TableAtSource, view: str) -> Rows:
    """Return a table in Spark's SQL, as a temporary view; raises InputError where it cannot be read."""
    try:
        rows, numbered = _read(session, table)
        kinds = {name: _kind(of) for name, of in rows.dtypes if name != ROW}
        rows.createOrReplaceTempView(view)
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
    return rows_of(table, view, kinds, SPARK, row=SPARK.quote(ROW) if numbered else "")


def _read(session: SparkSession, table: TableAtSource) -> tuple[DataFrame, bool]:
    """Return the rows of a table, and whether they have their numbers as ROW."""
    text = table.address.lower().endswith(_TEXT)
    if text:
        # As texts, which are read where groups are judged, the same on every engine; with lines that end
        # within quotation marks, which takes one task a file; and columns by their names in every file.
        rows = session.read.csv(
            table.address,
            sep="\t" if table.address.lower().endswith(_TABS) else ",",
            header=True,
            inferSchema=False,
            escape='"',
            multiLine=True,
            enforceSchema=False,
        )
    else:
        rows = session.read.parquet(table.address)
    if table.row:
        return rows, False
    return (_numbered_text(session, rows) if text else _numbered(session, rows)), True


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
