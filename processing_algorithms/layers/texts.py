"""Texts of a GeoPackage, read by SQLite in step with the blocks in which GDAL hands out all else.

GDAL makes a block as wide as its longest text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager

import numpy as np
from numpy.typing import NDArray

from .geopackage import NotInBulkError, address, table_of
from .sqlite import statement
from .stored import NotInBlocksError, StoredLayer, name_in_file

# Qt ends a text at the one, and leaves out the other at the beginning of a text.
_TOLD_OTHERWISE = ("\0", "\ufeff")

Texts = Callable[[NDArray[np.int64]], list[NDArray[np.object_]]]


@contextmanager
def reading_texts(stored: StoredLayer, fields: Sequence[str]) -> Iterator[Texts]:
    """Give a function that takes the ids of the layer's next rows, in ascending order, and returns the texts
    of the fields in them: an object array for each field, with None for NULL.

    Raises NotInBlocksError, where QGIS may tell rows or texts otherwise.
    """
    try:
        with closing(sqlite3.connect(f"{address(stored.path)}?mode=ro", uri=True)) as connection:
            table = table_of(connection, "main", name_in_file(stored))
            columns = [table.key, *fields]
            query = [statement("SELECT {columns} FROM {table}", columns=columns, table=table.name)]
            if stored.subset:
                query += ["WHERE (", stored.subset, ")"]
            query.append(statement("ORDER BY {key}", key=table.key))
            rows = connection.execute(" ".join(query))

            def texts_of(ids: NDArray[np.int64]) -> list[NDArray[np.object_]]:
                block = rows.fetchmany(len(ids))
                keys, *texts = zip(*block, strict=True) if block else [()] * len(columns)
                if list(keys) != ids.tolist():
                    raise NotInBlocksError("rows in another order")
                return [_checked(column) for column in texts]

            yield texts_of
    except (sqlite3.Error, NotInBulkError) as error:
        raise NotInBlocksError(str(error)) from error


def _checked(values: tuple[object, ...]) -> NDArray[np.object_]:
    texts = [value for value in values if type(value) is str]
    if len(texts) + values.count(None) < len(values):
        raise NotInBlocksError("values that are no text")
    together = "".join(texts)
    if any(sign in together for sign in _TOLD_OTHERWISE):
        raise NotInBlocksError("texts with signs of their own")
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
