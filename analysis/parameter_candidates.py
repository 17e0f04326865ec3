"""What pairs of a distance and a minimum weight make of the same addresses, measured pair by pair.

GII 2024, Appendix IV, chose the parameters of its African run "through multiple iterations … to minimize the
number of points clustered at extreme distances and maximize the number of points clustered that were close to
each other". How either was measured is not written down. Here, and these definitions are ours:

close     an address in a cluster that would be core at half of the distance too (`close`, a part of eps): the
          minimum is reached well within eps, and not by what lies at its rim. In other words, its core
          distance is at most half of eps.
extreme   an address in a cluster that is more than 50 km (`extreme`) from the centre of its cluster,
          whatever eps is: about as far as Pretoria is from Johannesburg, which are two places. The centre is
          the weighted mean of the directions of its sites from the ground up (n-vectors: Gade 2010, Journal
          of Navigation 63); the distance is the straight line in space, 0.1 m shorter than the geodesic at
          50 km.

A larger eps gathers more close addresses and chains more clusters together, whose ends are then at extreme
distances; a smaller minimum does both too. `parameter_proposal.py` weighs the one against the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .density import DensityResult, dbscan
from .errors import InputError
from .geodesy import earth_centred, unit_vectors
from .monitor import Monitor

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

CLOSE = 0.5
EXTREME = 50_000.0

_QUANTILES = (0.5, 0.9)


@dataclass(frozen=True)
class Candidates:
    """n pairs of parameters, in ascending order of `eps` and then of `minimum`, and what they make of
    addresses that weigh `total`.

    `eps` float64[n] metres and `minimum` float64[n]; `clusters` int64[n]. Weights float64[n]: `clustered`
    and, of that, `core`, `close` and `extreme`; `largest`, of the heaviest cluster. `extent` float64[n]
    metres, how far a member is from the centre of its cluster at most. `chained` int64[n], the clusters with
    a member at an extreme distance; `joined` int64[n], how many clusters of the next higher minimum have been
    joined to another one of them, -1 at the highest. `core_median`, `core_ninth` float64[n] metres: half and
    nine tenths of the weight of core sites have a core distance up to that; NaN where there is none or it was
    not measured.
    """

    total: float
    eps: FloatArray
    minimum: FloatArray
    clusters: IntArray
    clustered: FloatArray
    core: FloatArray
    close: FloatArray
    extreme: FloatArray
    largest: FloatArray
    extent: FloatArray
    chained: IntArray
    joined: IntArray
    core_median: FloatArray
    core_ninth: FloatArray

    def __len__(self) -> int:
        return self.eps.size

    @property
    def score(self) -> FloatArray:
        """float64[n]: close minus extreme addresses, per cent of all."""
        return np.round(100.0 * (self.close - self.extreme) / self.total, 9)


@dataclass(frozen=True)
class _Row:
    clusters: int
    clustered: float
    core: float
    close: float
    extreme: float
    largest: float
    extent: float
    chained: int
    joined: int
    core_median: float
    core_ninth: float


def measure_candidates(
    longitude: FloatArray,
    latitude: FloatArray,
    weights: FloatArray,
    eps: FloatArray,
    minimums: FloatArray,
    *,
    close: float = CLOSE,
    extreme: float = EXTREME,
    border: str = "first",
    core_distances: bool = True,
    monitor: Monitor | None = None,
) -> Candidates:
    """Cluster sites, float64[s] in degrees with weights, by every eps in metres with every minimum weight.

    `border` is the rule of `dbscan`. Without `core_distances` their quantiles are left out, which take most
    of the time. Raises InputError for values that cannot be used, and Cancelled.
    """
    eps, minimums = _values("eps", eps), _values("minimums", minimums)
    if not 0.0 < close <= 1.0:
        raise InputError("close", "The close part of the distance must be above 0 and at most 1.")
    if not extreme > 0.0:
        raise InputError("extreme", "The extreme distance must be greater than 0.")
    total = float(weights.sum())
    if not total > 0.0:
        raise InputError("weights", "All weights are 0; choose another field, or none.")
    normals = unit_vectors(np.radians(longitude), np.radians(latitude))
    positions = earth_centred(np.radians(longitude), np.radians(latitude))
    rows: list[_Row] = []
    monitor = monitor or Monitor()
    parts = monitor.split(*[1.0] * eps.size)
    for distance, part in zip(eps.tolist(), parts, strict=True):
        nearing, *clustering = part.split(2.0, *[1.0] * minimums.size)
        # One look at the neighbours serves every minimum. Nothing is core with more than all there is, so
        # nothing else is computed.
        near = _neighbour_weight(longitude, latitude, weights, close * distance, total, nearing)
        of_eps: list[_Row] = []
        stricter: DensityResult | None = None
        for minimum, minimum_part in zip(minimums[::-1].tolist(), clustering, strict=True):
            result = dbscan(
                longitude,
                latitude,
                distance,
                minimum,
                weights=weights,
                metric="ellipsoid",
                border=border,
                neighbourhoods=core_distances,
                monitor=minimum_part,
            )
            row = _measure(result, weights, normals, positions, near >= minimum, extreme)
            of_eps.append(row if stricter is None else replace(row, joined=_joined(stricter, result)))
            stricter = result
        rows.extend(reversed(of_eps))
    monitor.progress(1.0)
    columns = {name: np.array([getattr(row, name) for row in rows]) for name in _Row.__dataclass_fields__}
    return Candidates(total, np.repeat(eps, minimums.size), np.tile(minimums, eps.size), **columns)


def _values(name: str, values: FloatArray) -> FloatArray:
    """Return values in ascending order, each once; raises InputError unless there are some, above 0."""
    ordered = np.unique(np.asarray(values, dtype=np.float64))
    if not ordered.size:
        raise InputError(name, "There is nothing to try; give at least one value.")
    if not (np.isfinite(ordered).all() and (ordered > 0.0).all()):
        raise InputError(name, "Every value to try must be a number greater than 0.")
    return ordered


def _neighbour_weight(
    longitude: FloatArray,
    latitude: FloatArray,
    weights: FloatArray,
    distance: float,
    total: float,
    monitor: Monitor,
) -> FloatArray:
    found = dbscan(
        longitude,
        latitude,
        distance,
        2.0 * total + 1.0,
        weights=weights,
        metric="ellipsoid",
        neighbourhoods=True,
        monitor=monitor,
    ).neighbour_weight
    return np.empty(0) if found is None else found


def _measure(
    result: DensityResult,
    weights: FloatArray,
    normals: FloatArray,
    positions: FloatArray,
    near: NDArray[np.bool_],
    extreme: float,
) -> _Row:
    """Return the measures of one clustering but for `joined`; `near` bool[s], core at the close distance."""
    count = result.n_clusters
    members = np.flatnonzero(result.labels >= 0)
    labels, weight = result.labels[members], weights[members]
    centre = np.stack([np.bincount(labels, weight * axis[members], count) for axis in normals])
    on_ground = earth_centred(np.arctan2(centre[1], centre[0]), np.arctan2(centre[2], np.hypot(*centre[:2])))
    distance = np.sqrt(((positions[:, members] - on_ground[:, labels]) ** 2).sum(axis=0))
    far = distance > extreme
    # Of a place without weight nobody is there.
    far &= weight > 0.0
    median, ninth = (
        (np.nan, np.nan)
        if result.core_distance is None
        else weighted_quantiles(result.core_distance[result.core], weights[result.core], _QUANTILES)
    )
    return _Row(
        clusters=count,
        clustered=float(weight.sum()),
        core=float(weights[result.core].sum()),
        close=float(weights[near & (result.labels >= 0)].sum()),
        extreme=float(weight[far].sum()),
        largest=float(np.bincount(labels, weight, count).max(initial=0.0)),
        extent=float(distance[weight > 0.0].max(initial=0.0)),
        chained=np.unique(labels[far]).size,
        joined=-1,
        core_median=median,
        core_ninth=ninth,
    )


def _joined(stricter: DensityResult, result: DensityResult) -> int:
    """Return how many clusters of a stricter minimum share one of the result with another of them."""
    core = np.flatnonzero(stricter.core)
    _, first = np.unique(stricter.labels[core], return_index=True)
    # What is core at a higher minimum is core at a lower one, and a cluster's core stays together.
    return int(stricter.n_clusters - np.unique(result.labels[core[first]]).size)


def weighted_quantiles(
    values: FloatArray, weights: FloatArray, quantiles: tuple[float, ...]
) -> tuple[float, ...]:
    """Return for each quantile the least value up to which at least that part of the weight lies; NaN of
    nothing.
    """
    order = np.argsort(values, kind="stable")
    sums = np.cumsum(weights[order])
    if not sums.size or not sums[-1] > 0.0:
        return (np.nan,) * len(quantiles)
    # Exactly half is half, whatever the last digit of the sums.
    places = np.searchsorted(sums, sums[-1] * np.array(quantiles) * (1.0 - 1e-12))
    return tuple(values[order][places].tolist())
