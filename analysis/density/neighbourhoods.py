"""The neighbourhood of every point: the weight within eps, and the core distance.

Both answer for more than the one eps and the one minimum they were measured with. A point is core for every
minimum up to its neighbour weight, and for every eps, up to the one measured with, from its core distance on
(OPTICS: Ankerst, Breunig, Kriegel & Sander, SIGMOD 1999; scikit-learn's OPTICS with max_eps has the same).

Neighbour weights are sums of integers (`weights.py`), of weights at their full size where clustering takes
every weight above the minimum for the minimum. Weights that are multiples of a common fraction add up
exactly, and the sum is rounded to a floating-point number as the last step. Others are each rounded by at
most 2^-61 of all weights together.

The core distance is the distance of one pair of points: with the pairs of a core point in the order of their
distances, the first with which their weight reaches the minimum. In the plane the order is that of squared
distances as floating-point numbers. On the globe chords decide the order only up to a margin (`space.py`):
let c be the chord with which the weight reaches the minimum in the order of chords, and [L(c), U(c)] where
the distance of a pair of that chord may lie. All pairs up to c are within U(c), and they weigh enough; pairs
closer than L(c) have chords below c, and they do not. So the answer lies between L(c) and U(c). Pairs with
U below L(c) are closer than the answer and count at once, pairs with L above U(c) are farther; those between,
mostly one, are put in order by their exact distances.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..geodesy import LONGEST_ITERATED_GEODESIC
from ..monitor import Monitor
from .sites import Sites
from .space import Space
from .tree import BoxTree
from .weights import Scale, full_scale, of_points

_ROWS_AT_ONCE = 1 << 20

# Sums of 22 bits each, and of what is above them, stay below 2^53 for as many rows as can be clustered.
_LOW_BITS = 22


@dataclass(frozen=True)
class Neighbourhoods:
    """What was asked for, and the full weights of points as integers of `scale`, int64[n], 1 each where
    None.
    """

    eps: float
    min_weight: float
    scale: Scale
    weights: NDArray[np.int64] | None = None

    @classmethod
    def ask(
        cls,
        weights: NDArray[np.float64] | None,
        eps: float,
        min_weight: float,
        metric: str,
        monitor: Monitor,
    ) -> Neighbourhoods:
        """Ask for rows with weights float64[n].

        Raises InputError where the full weights add up to too much, and for an eps that reaches around the
        ellipsoid, where distances of nearly antipodal points cannot be computed; Cancelled.
        """
        if metric == "ellipsoid" and eps > LONGEST_ITERATED_GEODESIC:
            raise InputError(
                "eps",
                "Neighbourhoods on the ellipsoid can be measured up to {longest} km.",
                longest=LONGEST_ITERATED_GEODESIC / 1000.0,
            )
        return cls(eps, min_weight, full_scale(weights, monitor))

    def of_rows(self, weights: NDArray[np.float64] | None) -> Neighbourhoods:
        """Return the same for rows with weights float64[n]."""
        return replace(self, weights=None if weights is None else self.scale.integers(weights))

    def of_sites(self, sites: Sites, weights: NDArray[np.float64] | None, monitor: Monitor) -> Neighbourhoods:
        """Return the same for sites whose rows have weights float64[n]. Raises Cancelled."""
        if weights is None:
            return replace(self, weights=sites.weight)
        total = np.zeros(len(sites), dtype=np.int64)
        step = max(_ROWS_AT_ONCE, len(sites))
        for start in range(0, weights.size, step):
            monitor.progress(start / weights.size)
            of_row = sites.of_row[start : start + step]
            integers = self.scale.integers(weights[start : start + step])
            # bincount adds in floating point.
            high = np.bincount(of_row, integers >> _LOW_BITS, len(sites)).astype(np.int64)
            low = np.bincount(of_row, integers & ((1 << _LOW_BITS) - 1), len(sites)).astype(np.int64)
            total += (high << _LOW_BITS) + low
        return replace(self, weights=total)

    def weigh(
        self,
        tree: BoxTree,
        core: NDArray[np.bool_],
        space: Space,
        site: NDArray[np.int32],
        engine: ModuleType,
        monitor: Monitor,
    ) -> tuple[NDArray[np.float64], int]:
        """Return the neighbour weights float64[n] of the points of a space, and the number of distance tests.

        Point k of the tree is `site[k]` of the space, and `core` bool[n] tells what clustering found of it.
        """
        weighing, returning = monitor.split(9, 1)
        total, tests = engine.neighbour_weights(tree, of_points(self.weights, site), space, site, weighing)
        weight = total / self.scale.factor
        # Rounding takes none to the side of the minimum where clustering did not find it.
        np.maximum(weight, self.min_weight, out=weight, where=core)
        np.minimum(weight, np.nextafter(self.min_weight, 0.0), out=weight, where=~core)
        return _by_site(weight, site, returning), tests

    def reach(
        self,
        tree: BoxTree,
        core_tree: BoxTree,
        weights: NDArray[np.int64] | None,
        space: Space,
        site: NDArray[np.int32],
        least: int,
        engine: ModuleType,
        monitor: Monitor,
    ) -> tuple[NDArray[np.float64], int]:
        """Return the core distances float64[n] of the points of a space, and the number of distance tests.

        `core_tree` holds those points of the tree that are core; `weights` int64[n], of the space, are those
        that clustering adds up to `least`, None for 1 each.
        """
        reaching, returning = monitor.split(9, 1)
        reached_at, tests = engine.core_distances(
            tree, core_tree, of_points(weights, site), space, site, least, reaching
        )
        distance = space.distances(reached_at)
        # Nor beyond eps.
        np.minimum(distance, self.eps, out=distance, where=np.isfinite(distance))
        return _by_site(distance, site, returning), tests


def _by_site(values: NDArray[np.float64], site: NDArray[np.int32], monitor: Monitor) -> NDArray[np.float64]:
    """Return float64[n] with values[k] at site[k]. Raises Cancelled."""
    result = np.empty_like(values)

    def put(points: slice) -> None:
        result[site[points]] = values[points]

    monitor.blocks(put, values.size)
    return result
