"""Whether a file that was written is whole: how many rows are really in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from osgeo import gdal

from .sqlite import statement


def rows_in(path: Path, table: str | None) -> int:
    """Return how many whole rows are in a file, or in one table of a database file; 0 where it cannot be
    opened. `table` is None where it has only one.
    """
    if path.suffix.lower() == ".gpkg":
        return _rows_in_geopackage(path, table)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        layer = None
        if dataset is not None:
            layer = dataset.GetLayer(0) if table is None else dataset.GetLayerByName(table)
        count = 0 if layer is None else int(layer.GetFeatureCount())
    except RuntimeError:
        # Whether GDAL raises is for whoever set up the process.
        return 0
    finally:
        gdal.PopErrorHandler()
    if path.suffix.lower() == ".csv" and not _ends_with_a_line(path):
        return max(0, count - 1)
    return count


def _rows_in_geopackage(path: Path, table: str | None) -> int:
    # GDAL keeps a count beside the rows, which may be right where they are not. SQLite counts them.
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            names = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
            if table is None and len(names) == 1:
                table = names[0]
            if table is None:
                return 0
            counted = connection.execute(statement("SELECT count(*) FROM {table}", table=table))
            return int(counted.fetchone()[0])
    except sqlite3.Error:
        return 0


def _ends_with_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(0, 2)
        if file.tell() == 0:
            return False
        file.seek(-1, 2)
        return file.read(1) == b"\n"
