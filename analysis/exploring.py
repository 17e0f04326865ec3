"""What moving eps and the minimum weight does to clusters, for whoever looks for both before a real run.

Every number is that of `dbscan` with these parameters: nothing is sampled and nothing estimated. Clusters
against eps are known at the distances that were tried, the k-distance curve at every one up to the farthest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .density import DensityResult
from .density.prepared import PreparedSites
from .errors import InputError
from .monitor import Monitor
from .parameter_proposal import KDistanceCurve, curve_of

FloatArray = NDArray[np.float64]

# Closer than this part of them, numbers may have been rounded to either side.
_MARGIN = 1e-9


@dataclass(frozen=True)
class Outcome:
    """Clusters of sites by one pair of parameters, eps in metres.

    `result` is by site. Per cent of all weight: `clustered`, `core`, and `largest`, of the heaviest cluster.
    `weight` float64[k] is what every cluster weighs.
    """

    eps: float
    minimum: float
    result: DensityResult
    clustered: float
    core: float
    largest: float
    weight: FloatArray

    @property
    def clusters(self) -> int:
        """How many clusters there are."""
        return self.result.n_clusters

    @property
    def noise(self) -> float:
        """Per cent of all weight that is in no cluster."""
        return max(0.0, 100.0 - self.clustered)


@dataclass(frozen=True)
class Sample:
    """What one distance makes of the sites at some minimum: clusters, and per cent of all weight in them."""

    eps: float
    clusters: int
    clustered: float


@dataclass(frozen=True)
class CoreDistances:
    """The core distances float64[s] of sites at one minimum, as far as they were measured, and their curve.

    What is core at any eps up to `farthest` follows from them, unless one is as good as eps: then rounding
    might decide otherwise than counting does.
    """

    minimum: float
    farthest: float
    distance: FloatArray
    curve: KDistanceCurve

    def core(self, eps: float, minimum: float) -> NDArray[np.bool_] | None:
        """Return which sites are core, bool[s], None where counting has to tell."""
        if minimum != self.minimum or eps > self.farthest:
            return None
        if bool((np.abs(self.distance - eps) <= _MARGIN * eps).any()):
            return None
        return self.distance < eps


@dataclass(frozen=True)
class NeighbourWeights:
    """The weight float64[s] within one eps of sites. What is core at any minimum follows from it, unless a
    weight is as good as the minimum and may have been rounded; numbers of points, `whole`, never are.
    """

    eps: float
    weight: FloatArray
    whole: bool

    def core(self, eps: float, minimum: float) -> NDArray[np.bool_] | None:
        """Return which sites are core, bool[s], None where counting has to tell."""
        if eps != self.eps:
            return None
        margin = _MARGIN * minimum
        if not self.whole and bool((np.abs(self.weight - minimum) <= margin).any()):
            return None
        if self.whole and abs(minimum - round(minimum)) <= margin and minimum != round(minimum):
            return None
        return self.weight >= minimum


Known = CoreDistances | NeighbourWeights


def explore(
    sites: PreparedSites,
    eps: float,
    minimum: float,
    *,
    border: str = "first",
    known: Sequence[Known] = (),
    monitor: Monitor | None = None,
) -> Outcome:
    """Cluster sites, at least one, and measure what came out; `known` of the same sites makes it quicker.

    Raises InputError, also where all weights are 0, and Cancelled.
    """
    total = float(sites.weight.sum())
    if not total > 0.0:
        raise InputError("weights", "All weights are 0; choose another field, or none.")
    told = (each.core(eps, minimum) for each in known)
    core_sites = next((core for core in told if core is not None), None)
    result = sites.cluster(eps, minimum, border=border, core=core_sites, monitor=monitor)
    # What is in no cluster comes first.
    weight = np.bincount(result.labels + 1, sites.weight, result.n_clusters + 1)[1:].astype(np.float64)
    clustered, core, largest = (
        100.0 * float(part) / total
        for part in (weight.sum(), sites.weight[result.core].sum(), weight.max(initial=0.0))
    )
    return Outcome(eps, minimum, result, min(clustered, 100.0), min(core, 100.0), largest, weight)


def sample(
    sites: PreparedSites,
    eps: float,
    minimum: float,
    known: Sequence[Known] = (),
    monitor: Monitor | None = None,
) -> Sample:
    """Return one point of the curves against eps. Raises InputError and Cancelled."""
    outcome = explore(sites, eps, minimum, known=known, monitor=monitor)
    return Sample(eps, outcome.clusters, outcome.clustered)


def core_distances(
    sites: PreparedSites, minimum: float, farthest: float, monitor: Monitor | None = None
) -> CoreDistances:
    """Measure core distances up to one in metres; the curve is that of `parameter_proposal.k_distance_curve`.

    Raises InputError and Cancelled.
    """
    found = sites.cluster(farthest, minimum, border="noise", neighbourhoods=True, monitor=monitor)
    distance = np.empty(0) if found.core_distance is None else found.core_distance
    return CoreDistances(minimum, farthest, distance, curve_of(distance, sites.weight))


def neighbour_weights(sites: PreparedSites, eps: float, monitor: Monitor | None = None) -> NeighbourWeights:
    """Measure the weight around every site. Raises InputError and Cancelled."""
    # Nothing is core with more than all there is, so nothing else is computed.
    most = 2.0 * float(sites.weight.sum()) + 1.0
    found = sites.cluster(eps, most, border="noise", neighbourhoods=True, monitor=monitor)
    weight = np.empty(0) if found.neighbour_weight is None else found.neighbour_weight
    return NeighbourWeights(eps, weight, not sites.weighted)


def coarse_to_fine(least: float, most: float, halvings: int) -> Iterator[float]:
    """Yield 2^halvings + 1 distances from `least` to `most` in equal ratios: the ends, the middle, the
    quarters, and so on, so that a curve has its shape after the first few.
    """
    ratio = most / least
    yield least
    yield most
    for halving in range(1, halvings + 1):
        parts = 2**halving
        for part in range(1, parts, 2):
            yield least * ratio ** (part / parts)
