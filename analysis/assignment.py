"""One-to-one assignment of the greatest total value (Kuhn 1955, the Hungarian method).

Shortest augmenting paths with potentials, as Jonker & Volgenant (1987), Computing 38, 325-340. SciPy has it
too, but not every QGIS has SciPy, and among equally good assignments the two would choose differently.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .monitor import Monitor


def assign(value: NDArray[np.float64], monitor: Monitor | None = None) -> NDArray[np.int64]:
    """Return the column of every row, int64[k], -1 for none, so that the sum of float64[k, l] is greatest.

    Values are 0 or more; no row gets a column where its value is 0. Raises Cancelled.
    """
    rows, columns = value.shape
    result = np.full(rows, -1, dtype=np.int64)
    if rows == 0 or columns == 0:
        return result
    if rows > columns:
        row_of = assign(value.T, monitor)
        given = np.flatnonzero(row_of >= 0)
        result[row_of[given]] = given
        return result
    monitor = monitor or Monitor()
    cost = value.max() - value
    row_potential, column_potential = np.zeros(rows), np.zeros(columns)
    row_at = np.full(columns, -1, dtype=np.int64)
    for row in range(rows):
        monitor.progress(row / rows)
        distance = np.full(columns, np.inf)
        came_from = np.full(columns, -1, dtype=np.int64)
        settled = np.zeros(columns, dtype=bool)
        at, column, length = row, -1, 0.0
        while True:
            longer = length + cost[at] - row_potential[at] - column_potential
            shorter = ~settled & (longer < distance)
            distance[shorter] = longer[shorter]
            came_from[shorter] = column
            column = int(np.where(settled, np.inf, distance).argmin())
            length = float(distance[column])
            if row_at[column] < 0:
                break
            settled[column] = True
            at = int(row_at[column])
        row_potential[row] += length
        row_potential[row_at[settled]] += length - distance[settled]
        column_potential[settled] -= length - distance[settled]
        while column >= 0:
            before = int(came_from[column])
            row_at[column] = row if before < 0 else row_at[before]
            column = before
    taken = np.flatnonzero(row_at >= 0)
    result[row_at[taken]] = taken
    result[value[np.arange(rows), result] <= 0.0] = -1
    return result
