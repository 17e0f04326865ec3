"""Colours that stay with clusters while parameters move.

A cluster that grows keeps its colour; of clusters that become one the heaviest gives it its own. So the eye
follows what merges and what comes new.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...analysis.exploring import Outcome
from ..symbols import CLUSTER_COLOURS

# 0xRRGGBB. Those of the styles: a map of density clusters then looks like what was explored.
PALETTE = tuple(int(colour[1:], 16) for colour in CLUSTER_COLOURS)
NOISE = 0x808080


@dataclass(frozen=True)
class Colouring:
    """The colour of every cluster, uint8[k] places in PALETTE, and what the next colouring goes by: a core
    site of every cluster, int64[k], and its weight float64[k]. `used` counts the colours given out.
    """

    colour: NDArray[np.uint8]
    site: NDArray[np.int64]
    weight: NDArray[np.float64]
    used: int


def colour(outcome: Outcome, earlier: Colouring | None = None) -> Colouring:
    """Give colours to the clusters of an outcome; `earlier` is of the same sites."""
    count = outcome.clusters
    site = np.full(count, -1, dtype=np.int64)
    core = np.flatnonzero(outcome.result.core)
    # The first core site of every cluster: the last to be written.
    site[outcome.result.labels[core[::-1]]] = core[::-1]
    colours = np.full(count, -1, dtype=np.int64)
    used = 0
    if earlier is not None:
        used = earlier.used
        # The heaviest is the last to be written.
        order = np.argsort(earlier.weight, kind="stable")
        order = order[outcome.result.core[earlier.site[order]]]
        now = outcome.result.labels[earlier.site[order]]
        colours[now], site[now] = earlier.colour[order], earlier.site[order]
    new = np.flatnonzero(colours < 0)
    colours[new] = (used + np.arange(new.size)) % len(PALETTE)
    return Colouring(colours.astype(np.uint8), site, outcome.weight, used + new.size)
