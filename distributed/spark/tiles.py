"""What workers do with a batch or a tile of sites: `analysis.density.tiles.steps` between Arrow tables."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ...analysis.density.dbscan import choose_engine
from ...analysis.density.space import Space, make_space
from ...analysis.density.tiles import steps
from ...analysis.density.tiles.joining import Clusters
from ...analysis.density.tiles.tiling import Grid, Tiling, cells_of
from ...analysis.monitor import Monitor

# A site: its place, its lowest row, its weight; on the way to tiles also its cluster, -1 where none is known.
SITE = "x double, y double, row long, weight long, cluster int"
SITE_COLUMNS = ("x", "y", "row", "weight", "cluster")
SEEN = f"{SITE}, tile int, own boolean, shared boolean"
_OF_TILE = "tile int, in_sight long, seconds double"
COUNTED = f"{SITE}, core boolean, {_OF_TILE}"
LINKED = f"{SITE}, component long, own boolean, edge boolean, {_OF_TILE}"
LABELLED = f"{SITE}, core boolean, ambiguous boolean, {_OF_TILE}"

COUNT, LINK, LABEL = "count", "link", "label"


@dataclass(frozen=True)
class Place:
    """Where sites lie: makes the space of any of them."""

    eps: float
    metric: str

    def space(self, sites: pa.RecordBatch | pa.Table) -> Space:
        return make_space(numbers(sites, "x"), numbers(sites, "y"), self.eps, self.metric)

    def coordinates(self, space: Space) -> NDArray[np.float64]:
        return space.coordinates(np.arange(space.x.size, dtype=np.int32), _one_thread())


def count_cells(place: Place, grid: Grid, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Batches of sites to the cells they lie in."""
    for batch in batches:
        cells = cells_of(grid, place.coordinates(place.space(batch)), numbers(batch, "weight"))
        box = cells.box.reshape(len(cells), -1)
        yield _batch(
            {f"cell_{axis}": number for axis, number in enumerate(cells.number)}
            | {"points": cells.points, "weight": cells.weight}
            | {f"bound_{number}": bound for number, bound in enumerate(box.T)}
        )


def send(
    place: Place, tiling: Tiling, step: str, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Batches of sites to the tiles that see them in a step: COUNT all, LINK one of the two tiles of a pair,
    LABEL sites of a cluster all, and others their own alone.
    """
    for batch in batches:
        space = place.space(batch)
        coordinates = place.coordinates(space)
        point, tile = tiling.seen_by(coordinates, space.reject)
        owner = tiling.owner(coordinates)[point]
        if step == LINK:
            sent = owner <= tile
        elif step == LABEL:
            sent = (owner == tile) | (numbers(batch, "cluster")[point] >= 0)
        else:
            sent = np.ones(point.size, dtype=bool)
        point, tile, own = point[sent], tile[sent], (owner == tile)[sent]
        shared = np.bincount(point, minlength=space.x.size)[point] > 1
        sites = {name: numbers(batch, name)[point] for name in SITE_COLUMNS}
        yield _batch(sites | {"tile": tile.astype(np.int32), "own": own, "shared": shared})


def count_tile(place: Place, least: int, tile: pa.Table) -> pa.Table:
    """A tile to its own sites, with whether they are core."""
    started = time.perf_counter()
    tile = _by_row(tile)
    core = steps.count(place.space(tile), numbers(tile, "weight"), least, _kernels(), _one_thread())
    own = numbers(tile, "own")
    found = {name: numbers(tile, name)[own] for name in SITE_COLUMNS}
    return pa.table(found | {"core": core[own]} | _times(tile, own, started))


def link_tile(place: Place, tile: pa.Table) -> pa.Table:
    """A tile of core sites to all of them, with the lowest row of the component of each.

    `edge` marks those that others have to know of: sites that several tiles see, and the lowest of every
    component.
    """
    started = time.perf_counter()
    tile = _by_row(tile)
    everywhere = np.ones(tile.num_rows, dtype=bool)
    lowest = steps.link(place.space(tile), everywhere, _kernels(), _one_thread())
    row = numbers(tile, "row")
    component = row[lowest]
    found = {name: numbers(tile, name) for name in SITE_COLUMNS}
    found |= {"component": component, "own": numbers(tile, "own")}
    edge = numbers(tile, "shared") | (component == row)
    return pa.table(found | {"edge": edge} | _times(tile, everywhere, started))


def number_sites(clusters: Clusters, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Batches of core sites with components to the same with the numbers of clusters."""
    for batch in batches:
        found = {name: numbers(batch, name) for name in SITE_COLUMNS[:-1]}
        yield _batch(found | {"cluster": clusters.of(numbers(batch, "component"))})


def label_tile(place: Place, border: str, tile: pa.Table) -> pa.Table:
    """A tile of sites, the core ones with their clusters, to its own sites with theirs."""
    started = time.perf_counter()
    tile = _by_row(tile)
    known = numbers(tile, "cluster")
    labels, ambiguous = steps.label(place.space(tile), known, border, _kernels(), _one_thread())
    own = numbers(tile, "own")
    found = {name: numbers(tile, name)[own] for name in SITE_COLUMNS[:-1]}
    found |= {"cluster": labels[own], "core": known[own] >= 0, "ambiguous": ambiguous[own]}
    return pa.table(found | _times(tile, own, started))


def _times(tile: pa.Table, chosen: NDArray[np.bool_], started: float) -> dict[str, NDArray[Any]]:
    """Return for the sites that come out of a tile which it was, how many it saw and how long it took."""
    count = int(chosen.sum())
    return {
        "tile": numbers(tile, "tile")[chosen],
        "in_sight": np.full(count, tile.num_rows),
        "seconds": np.full(count, time.perf_counter() - started),
    }


def numbers(sites: pa.RecordBatch | pa.Table, name: str) -> NDArray[Any]:
    """Return a column as an array; missing values become NaN."""
    column = sites.column(name)
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    values: NDArray[Any] = column.to_numpy(zero_copy_only=False)
    return values


def _by_row(tile: pa.Table) -> pa.Table:
    """Return the sites in the order of their rows: shuffles bring them in any."""
    return tile.sort_by("row")


def _batch(columns: dict[str, NDArray[Any]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array(values) for values in columns.values()], names=list(columns))


@cache
def _kernels() -> ModuleType:
    """Return the module with the kernels, loaded once a worker.

    Spark collects garbage after every task. To go through all that numba has loaded takes longer than small
    tiles do, so that it is taken out of collections.
    """
    kernels = choose_engine(None)
    gc.freeze()
    return kernels


def _one_thread() -> Monitor:
    """Spark runs a task on every core already."""
    return Monitor(threads=1)
