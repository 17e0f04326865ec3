"""What moving eps and the minimum weight does to clusters, for whoever looks for both before a real run.

Every number is that of `dbscan` with these parameters: nothing is sampled and nothing estimated. Clusters
against eps are known at the distances that were tried, the k-distance curve at every one up to the farthest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .density import DensityResult
from .density.prepared import PreparedSites
from .editions import EDITIONS
from .errors import InputError
from .geodesy import LONGEST_ITERATED_GEODESIC
from .monitor import Monitor
from .parameter_proposal import KDistanceCurve, curve_of

FloatArray = NDArray[np.float64]

# From the least to the greatest distance that can be explored, as multiples of where one starts.
_NEARER, _FARTHER = 1.0 / 16.0, 8.0

# Where one starts: a minimum that is this part of all weight, within limits that are a number of places of
# mean weight, and a distance at which places spread evenly over the extent would weigh this part of it.
_START_PART = 1.0 / 2000.0
_FEWEST, _MOST = 5.0, 50.0
_OF_EVEN_SPREAD = 0.25

# WIPO's minimum is for the world: where all addresses are fewer than so many times it, it is no start.
_ENOUGH_FOR_WIPO = 100.0

# The greatest minimum that can be explored is this part of all weight.
_MOST_PART = 0.25

# Closer than this part of them, numbers may have been rounded to either side.
_MARGIN = 1e-9

# A degree of a meridian in metres, roughly.
_DEGREE = 111_000.0


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
class Limits:
    """Where exploring starts, and from where to where it goes: eps in metres, minimum weights."""

    eps: float
    least_eps: float
    most_eps: float
    minimum: float
    least_minimum: float
    most_minimum: float


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


def limits(x: FloatArray, y: FloatArray, weights: FloatArray | None, metric: str) -> Limits:
    """Return where to start with rows float64[n], at least one, of which nothing else is known; in metres, or
    in degrees for a `metric` other than planar.

    The start is a place to look from, no proposal: a minimum of a two-thousandth of all weight, but no less
    than 5 mean rows and no more than 50, and the distance within which a quarter of it would lie if
    everything were spread evenly over the extent.
    """
    total = float(x.size if weights is None else weights.sum())
    mean = total / x.size if total > 0.0 else 1.0
    minimum = rounded(min(max(_START_PART * total, _FEWEST * mean), _MOST * mean))
    width, height = float(np.ptp(x)), float(np.ptp(y))
    if metric != "planar":
        middle = math.radians(0.5 * float(y.min() + y.max()))
        width, height = width * _DEGREE * math.cos(middle), height * _DEGREE
    # Points of one line have a width too, and those of one place some distance to look within.
    width, height = max(width, 1e-3 * height, 1.0), max(height, 1e-3 * width, 1.0)
    eps = math.sqrt(_OF_EVEN_SPREAD * minimum / max(total, minimum) * width * height / math.pi)
    return around(rounded(eps), minimum, total, metric)


def limits_of_addresses(total: float) -> Limits:
    """Return where to start with addresses that weigh `total`: with WIPO's distance, and with its minimum
    where that is no more than a hundredth of them, else with a two-hundredth.
    """
    edition = EDITIONS["2025"]
    eps, minimum = edition.eps or 0.0, edition.min_density or 0.0
    if total < _ENOUGH_FOR_WIPO * minimum:
        minimum = rounded(max(total, 1.0) / (2.0 * _ENOUGH_FOR_WIPO))
    return around(eps, minimum, total, "ellipsoid")


def around(eps: float, minimum: float, total: float, metric: str = "planar") -> Limits:
    """Return limits that reach far enough to both sides of a pair for sites that weigh `total`."""
    most_eps = _FARTHER * eps
    if metric == "ellipsoid":
        most_eps = max(eps, min(most_eps, 0.5 * LONGEST_ITERATED_GEODESIC))
    least, most = min(1.0, 0.1 * minimum), max(_MOST_PART * total, 2.0 * minimum)
    return Limits(eps, _NEARER * eps, most_eps, minimum, least, most)


def rounded(value: float) -> float:
    """Return a number above 0 with two figures."""
    return float(f"{value:.2g}")
