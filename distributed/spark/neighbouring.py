"""Pairs of clusters whose edges are close, where their sites are on the workers.

Sites lie in cells as wide as edges may be apart. Where a cell and those around it are of one cluster, no pair
is. Only the sites of the other cells come to the driver, where `analysis.merging` measures: a pair within the
distance is in one cell or in two that touch, so that nothing is missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyspark.sql import DataFrame

from ...analysis.density.space import make_space
from ...analysis.geodesy import SEMI_MAJOR_AXIS
from ...analysis.merging import Merge, close_clusters
from ...analysis.monitor import Monitor
from .tiles import numbers

# Cells are never smaller: their numbers have to fit into one.
_SMALLEST_CELL = 100.0
_AXIS = 2**18
_STEPS = [(x * _AXIS + y) * _AXIS + z for x, y, z in product((-1, 0, 1), repeat=3)]


def close_pairs(
    sites: DataFrame, distance: float, *, core_only: bool = False, monitor: Monitor | None = None
) -> list[Merge]:
    """Return what `close_clusters` does for sites: longitude, latitude, cluster (-1 for noise), core; with
    `core_only` an edge is the nearest core site.
    """
    monitor = monitor or Monitor()
    if distance <= 0.0:
        return []
    members = sites.where("cluster >= 0 AND core" if core_only else "cluster >= 0")
    members = members.select("longitude", "latitude", "cluster")
    side = max(distance * 1.001 + 0.001, _SMALLEST_CELL)
    cells = members.mapInArrow(partial(_cells, side), "cell long, cluster int").distinct().toArrow()
    monitor.progress(0.5)
    chosen = _between_clusters(numbers(cells, "cell"), numbers(cells, "cluster"))
    if not chosen.size:
        return []
    near = members.mapInArrow(
        partial(_within, side, chosen), "longitude double, latitude double, cluster int"
    ).toArrow()
    near = near.sort_by([(name, "ascending") for name in ("cluster", "longitude", "latitude")])
    longitude, latitude = (numbers(near, name) for name in ("longitude", "latitude"))
    labels = numbers(near, "cluster").astype(np.int64)
    return close_clusters(longitude, latitude, labels, distance, monitor.part(0.5, 1.0))


def _cell(side: float, batch: pa.RecordBatch) -> NDArray[np.int64]:
    """Return the cell int64[n] of every site."""
    longitude, latitude = numbers(batch, "longitude"), numbers(batch, "latitude")
    space = make_space(longitude, latitude, side, "ellipsoid")
    order = np.arange(longitude.size, dtype=np.int32)
    steps = np.floor((space.coordinates(order, Monitor(threads=1)) + SEMI_MAJOR_AXIS) / side)
    x, y, z = steps.astype(np.int64) + 1
    cells: NDArray[np.int64] = (x * _AXIS + y) * _AXIS + z
    return cells


def _cells(side: float, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        pairs = np.column_stack([_cell(side, batch), numbers(batch, "cluster").astype(np.int64)])
        cell, cluster = np.unique(pairs, axis=0).T
        arrays = [pa.array(cell), pa.array(cluster.astype(np.int32))]
        yield pa.RecordBatch.from_arrays(arrays, names=["cell", "cluster"])


def _within(
    side: float, chosen: NDArray[np.int64], batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield batch.filter(pa.array(np.isin(_cell(side, batch), chosen)))


def _between_clusters(cell: NDArray[np.int64], cluster: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the cells, ascending, in or around which there are sites of several clusters."""
    if not cell.size:
        return cell
    order = np.lexsort((cluster, cell))
    cells, starts = np.unique(cell[order], return_index=True)
    lowest = np.minimum.reduceat(cluster[order], starts)
    highest = np.maximum.reduceat(cluster[order], starts)
    low, high = lowest.copy(), highest.copy()
    for step in _STEPS:
        place = np.minimum(np.searchsorted(cells, cells + step), cells.size - 1)
        there = cells[place] == cells + step
        low[there] = np.minimum(low[there], lowest[place[there]])
        high[there] = np.maximum(high[there], highest[place[there]])
    return cells[low != high]
