"""Records that layers put together may have mixed up: the same id, from several of them.

Ids are unique within the file they come from, hardly ever beyond. Where two files have been merged, rows of
two records with the same id would count as one record, divided among all their addresses. What has been
merged still tells where each row is from; a record with rows from several places is suspicious, and no more
than that: a file of applicants and one of inventors may well hold addresses of the same applications.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def records_of_several_origins(
    record: NDArray[np.integer[Any]], origin: NDArray[np.integer[Any]]
) -> NDArray[np.int64]:
    """Return the records with rows from more than one origin, in ascending order; int[n] each, below 0 where
    a row has no record or no origin, as `texts.Coded` codes them.
    """
    told = (record >= 0) & (origin >= 0)
    pairs = np.unique(np.column_stack([record[told], origin[told]]).astype(np.int64), axis=0)
    records, origins = np.unique(pairs[:, 0], return_counts=True)
    several: NDArray[np.int64] = records[origins > 1]
    return several
