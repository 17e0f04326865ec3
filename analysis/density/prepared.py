"""Rows prepared once, to be clustered again and again with other parameters.

What does not depend on eps and the minimum is done beforehand: collapsing to sites, and the tree over them
(steps 1 and 2 of `dbscan.py`). Every answer is that of `dbscan` for the same rows. Any order along the curve
gives the same clusters, so one tree, made for the smallest eps, serves all. Weights become integers by the
scale that `dbscan` would find for the minimum: the sums of a scale are kept for the next minimum that has it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..geodesy import one_meridian
from ..memory import require_memory
from ..monitor import Monitor
from .dbscan import (
    BYTES_OF_SITE,
    DensityResult,
    arrange,
    carry_to_rows,
    checked_rows,
    choose_engine,
    cluster_tree,
)
from .neighbourhoods import Neighbourhoods
from .sites import Sites, collapse, repeats
from .space import Space, make_space
from .weights import Scale, find_scale


class PreparedSites:
    """Sites of rows under a tree. Only one thread at a time may ask for clusters: points change places in the
    tree.

    `x`, `y` float64[s] are the places of the sites; `weight` float64[s] what their rows weigh together, for
    measures and pictures; `rows` int64[s] how many rows they have.
    """

    def __init__(
        self,
        x: ArrayLike,
        y: ArrayLike,
        smallest_eps: float,
        *,
        weights: ArrayLike | None = None,
        metric: str = "planar",
        threads: int | None = None,
        compiled: bool | None = None,
        monitor: Monitor | None = None,
    ) -> None:
        """Prepare rows float64[n] as `dbscan` takes them; any eps can be asked for, and with those from
        `smallest_eps` up it is fastest. Raises InputError and Cancelled.
        """
        x, y, self._row_weights = checked_rows(x, y, weights, "first")
        self._metric, self._threads = metric, threads
        self._engine = choose_engine(compiled)
        collapsing, arranging = (monitor or Monitor()).part(0.0, 1.0, threads).split(1, 1)
        make_space(x[:1], y[:1], smallest_eps, metric)
        require_memory(x.size * BYTES_OF_SITE[metric], x.size, "x")
        make_space(x, y, smallest_eps, metric)
        if self._row_weights is not None:
            # Weights that are none are refused now, not at the first minimum.
            find_scale(self._row_weights, 1.0)
        if metric != "planar" and x.size and x.max() == 180.0:
            x = one_meridian(x)
        self._sites: Sites | None = collapse(x, y, monitor=collapsing) if x.size and repeats(x, y) else None
        if self._sites is not None:
            x, y = x[self._sites.first_row], y[self._sites.first_row]
        self.x, self.y = x, y
        self.rows: NDArray[np.int64] = (
            np.ones(x.size, dtype=np.int64) if self._sites is None else self._sites.weight
        )
        self.weight = self._summed_weights()
        self._heaviest = 0.0 if self._row_weights is None else float(self._row_weights.max(initial=0.0))
        self._sums: tuple[float, NDArray[np.int64]] | None = None
        self._by_site: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None
        if x.size:
            self._tree, self._site = arrange(self._space(smallest_eps), self._engine, arranging)

    @property
    def weighted(self) -> bool:
        """Whether rows have weights, and do not weigh 1 each."""
        return self._row_weights is not None

    def __len__(self) -> int:
        return self.x.size

    def cluster(
        self,
        eps: float,
        min_weight: float,
        *,
        border: str = "first",
        neighbourhoods: bool = False,
        core: NDArray[np.bool_] | None = None,
        monitor: Monitor | None = None,
    ) -> DensityResult:
        """Return what `dbscan` finds with these parameters, by site: `of_rows` carries it to rows.

        `core` bool[s] tells which sites are core, where that is known, and takes most of the work away.
        Raises InputError and Cancelled.
        """
        weighing, clustering = (monitor or Monitor()).part(0.0, 1.0, self._threads).split(1, 9)
        space = self._space(eps)
        scale = find_scale(self._row_weights, min_weight, weighing)
        asked = None
        if neighbourhoods:
            asked = Neighbourhoods.ask(self._row_weights, eps, min_weight, self._metric, weighing)
        if not len(self):
            nothing = np.empty(0, dtype=bool)
            return DensityResult(
                np.empty(0, dtype=np.int32),
                nothing,
                nothing.copy(),
                0,
                neighbour_weight=np.empty(0) if asked else None,
                core_distance=np.empty(0) if asked else None,
            )
        if asked:
            asked = replace(asked, weights=self._integers(asked.scale))
        weights = self._integers(scale)
        first_row = None if self._sites is None else self._sites.first_row
        return cluster_tree(
            self._tree,
            self._site,
            space,
            weights,
            first_row,
            scale.threshold,
            border,
            asked,
            self._engine,
            clustering,
            core,
        )

    def of_rows(self, result: DensityResult, monitor: Monitor | None = None) -> DensityResult:
        """Return what is known of sites for the rows that the sites were made of. Raises Cancelled."""
        if self._sites is None:
            return result
        # Labels take the memory of the numbers that they are found by.
        sites = replace(self._sites, of_row=self._sites.of_row.copy())
        return carry_to_rows(result, sites, self._engine, monitor or Monitor())

    def _space(self, eps: float) -> Space:
        return make_space(self.x, self.y, eps, self._metric)

    def _integers(self, scale: Scale) -> NDArray[np.int64] | None:
        """Return the weights int64[s] of the sites, None where every row is a site and weighs 1."""
        if self._row_weights is None:
            return None if self._sites is None else self._sites.weight
        # Below the minimum weights do not depend on it, but on the factor alone.
        light = self._heaviest < scale.min_weight
        if light and self._sums is not None and self._sums[0] == scale.factor:
            return self._sums[1]
        integers = scale.integers(self._row_weights)
        if self._sites is not None:
            order, starts = self._grouped()
            integers = np.add.reduceat(integers[order], starts)
        if light:
            self._sums = scale.factor, integers
        return integers

    def _grouped(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the rows int64[n] site by site, and where those of every site begin, int64[s]."""
        if self._by_site is None and self._sites is not None:
            starts = np.cumsum(self._sites.weight) - self._sites.weight
            self._by_site = np.argsort(self._sites.of_row, kind="stable"), starts
        return self._by_site or (np.arange(len(self)), np.arange(len(self)))

    def _summed_weights(self) -> NDArray[np.float64]:
        if self._row_weights is None:
            return self.rows.astype(np.float64)
        if self._sites is None:
            return self._row_weights
        sums = np.bincount(self._sites.of_row, self._row_weights, len(self._sites))
        return sums.astype(np.float64)
