"""Files as DuckDB reads them: which of a folder, as what, and how their rows are numbered."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..table_files import (
    PARQUET,
    TEXT,
    arrow_module,
    files_in,
    is_utf8,
    open_table,
    require_whole,
    text_format,
)
from .dialects import DUCKDB
from .statements import select
from .tables import Kind, TableAtSource

# Rows of one file are numbered behind those of the files before.
_ROWS_OF_A_FILE = 2**40


def files_of(table: TableAtSource) -> list[Path]:
    """Return the files of a table in the order in which their rows count: of a folder those in Parquet, or
    where there are none those of text.
    """
    there = Path(table.address)
    if not there.is_dir():
        return [there]
    return files_in(there, PARQUET) or files_in(there, *TEXT)


def is_text_file(file: Path) -> bool:
    return file.name.lower().endswith(TEXT)


def require_tables(files: Sequence[Path], table: TableAtSource) -> None:
    """Raise InputError where what is there cannot be read as a table, or not as a whole."""
    there = Path(table.address)
    if there.is_dir() and not (files and files[0].name.lower().endswith(PARQUET)):
        require_whole(there, (PARQUET, *TEXT), table.parameter)
    if files and is_text_file(files[0]):
        for file in files:
            open_table(str(file), table.parameter)
    elif there.is_dir() and not files:
        raise InputError(
            table.parameter,
            "The folder {file} has neither Parquet nor CSV files; choose one that has.",
            file=table.address,
        )
    else:
        open_table(table.address, table.parameter)


def reading(files: Sequence[Path], parameter: str) -> str:
    """Return what follows FROM to read files; raises InputError for text in other encodings, and for files of
    text with other columns than the first.
    """
    listed = ", ".join(DUCKDB.literal(_plain(file)) for file in files)
    if is_text_file(files[0]):
        names, delimiter = text_format(str(files[0]), parameter)
        for path in map(str, files):
            if not is_utf8(path):
                raise InputError(parameter, "DuckDB reads text in UTF-8; save the file {file} so.", file=path)
            if text_format(path, parameter) != (names, delimiter):
                raise InputError(
                    parameter,
                    "The file {file} has other columns, or signs between them, than {first}; write both in "
                    "the same way.",
                    file=path,
                    first=str(files[0]),
                )
        columns = ", ".join(f"{DUCKDB.literal(name)}: 'VARCHAR'" for name in names)
        return (
            f"read_csv([{listed}], auto_detect = false, header = true, columns = {{{columns}}}, "
            f"delim = {DUCKDB.literal(delimiter)}, quote = '\"', escape = '\"')"
        )
    # Columns are those of the files, not of their folders' names, and of types that all files fit in: those
    # of the first file would round what the others have.
    return (
        f"read_parquet([{listed}], hive_partitioning = false, union_by_name = {str(len(files) > 1).lower()})"
    )


def system_of(files: Sequence[Path], table: TableAtSource) -> str:
    """Return what the chosen geometries say that they are in, empty where they do not say; raises InputError
    where files say different things.
    """
    told: dict[str, Path] = {}
    for file in files if table.columns.geometry else ():
        geometry = open_table(str(file), table.parameter).geometry
        known = geometry is not None and geometry.column == table.columns.geometry
        told.setdefault(geometry.crs if geometry is not None and known else "", file)
    if len(told) > 1:
        first, second = list(told.values())[:2]
        raise InputError(
            table.parameter,
            "The geometries of {first} and {second} are in different coordinate reference systems; bring "
            "them to one before.",
            first=str(first),
            second=str(second),
        )
    return next(iter(told), "")


def numbered(read: str, files: Sequence[Path], columns: Collection[str]) -> tuple[str, str]:
    """Return what follows FROM, and what numbers the rows in the order of the files."""
    text = is_text_file(files[0])
    # Columns of these names would be read instead of what DuckDB knows.
    if not text and not {"file_index", "file_row_number"} & {name.lower() for name in columns}:
        return read, f"CAST(file_index AS BIGINT) * {_ROWS_OF_A_FILE} + file_row_number"
    number = "number_of_row"
    while any(name.lower() == number for name in columns):
        number = f"the_{number}"
    return f"({select(['*', f'row_number() OVER () AS {number}'], read)})", number


def as_geoparquet(schema: Any, file: Path) -> Any:
    """Return a pyarrow schema with what a file tells of its geometries, but where they lie: of other files,
    they lie elsewhere.
    """
    if is_text_file(file):
        return schema
    told = arrow_module("parquet").read_schema(file).metadata or {}
    if b"geo" not in told:
        return schema
    geo = json.loads(told[b"geo"])
    for column in geo.get("columns", {}).values():
        column.pop("bbox", None)
    return schema.with_metadata({"geo": json.dumps(geo)})


def _plain(file: Path) -> str:
    """Return a path in which nothing stands for several files."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(file))


def kind_of(of: str) -> Kind:
    if of.endswith("INT") or of == "INTEGER" or of == "UINTEGER":
        return Kind.WHOLE
    if of in ("FLOAT", "DOUBLE") or of.startswith("DECIMAL"):
        return Kind.NUMBER
    return Kind.TEXT if of == "VARCHAR" or of.startswith("ENUM") else Kind.OTHER


def binary_of(column: str, types: dict[str, str]) -> str:
    """Return the expression of a geometry as GeoParquet stores it: in well-known binary, or x and y."""
    quoted = DUCKDB.quote(column)
    return f"ST_AsWKB({quoted})" if types.get(column, "").startswith("GEOMETRY") else quoted
