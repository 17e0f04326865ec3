"""What workers will need, as far as the cells of the grid tell it before any tile is begun."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...analysis.density.tiles.tiling import Cells, Tiling
from ...analysis.density.tree import HIGH, LOW

# Of a worker in Python, as measured in docs/sizing.md: whatever it does, and for every place in sight.
_BYTES, _BYTES_OF_A_PLACE = 300_000_000, 200


def places_in_sight(tiling: Tiling, cells: Cells, reject: float) -> NDArray[np.int64]:
    """Return how many points int64[tiles] tiles see, their own and those of all cells that reach into what
    they see, a squared distance of `reject` around their box: at least as many as they do.
    """
    found = np.zeros(len(tiling), dtype=np.int64)
    cell, node = np.arange(len(cells)), np.zeros(len(cells), dtype=np.int64)
    while cell.size:
        box, of_node = cells.box[cell], tiling.box[node]
        gap = np.maximum(np.maximum(box[:, LOW] - of_node[:, HIGH], of_node[:, LOW] - box[:, HIGH]), 0.0)
        seen = (gap * gap).sum(axis=1) <= reject
        cell, node = cell[seen], node[seen]
        whole = tiling.axis[node] < 0
        np.add.at(found, tiling.tile[node[whole]], cells.points[cell[whole]])
        cell, node = np.tile(cell[~whole], 2), node[~whole]
        node = np.concatenate([tiling.lower[node], tiling.upper[node]])
    return found


def memory_of_a_worker(places: int) -> int:
    """Return about how many bytes a Python worker takes for a tile that sees so many places."""
    return _BYTES + _BYTES_OF_A_PLACE * places
