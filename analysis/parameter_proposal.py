"""The distance and the minimum weight that a set of addresses itself suggests, with the evidence.

WIPO's words for its African run (GII 2024, Appendix IV) are quoted in `parameter_candidates.py`, with what is
close and what is extreme. They name two aims and no rule. The rule here is ours:

1 score     of every pair on a grid: close minus extreme addresses, per cent of all. The two aims weigh the
            same, as WIPO names them side by side.
2 distance  each is judged by the mean of its scores over all minimums, so that no single lucky minimum
            decides. Of those within 2 points of the best the one nearest to 15 km is taken: WIPO kept 15 km
            "for consistency", and so does this rule unless the addresses speak against it.
3 minimum   the highest whose score is at least nine tenths of the best at that distance. The score alone
            would always ask for less: with no minimum at all every address is a cluster, close to itself. So
            the strictest minimum is sought that keeps almost all of what can be had.

Sums of weights enter only as parts of the whole: all weights and minimums doubled, or every row given twice
with doubled minimums, propose the same pair, doubled. A pair that is proposed stays so when its own score
rises. A proposal at the end of the grid says that the grid is too small (`at_edge`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .density import collapse, dbscan
from .errors import InputError
from .monitor import Monitor
from .parameter_candidates import CLOSE, EXTREME, Candidates, FloatArray, IntArray, measure_candidates
from .sums import sum_by

EPS = (5_000.0, 7_000.0, 10_000.0, 13_000.0, 15_000.0, 20_000.0, 25_000.0, 30_000.0)

# The distance of all editions since 2018 and of the African run.
USUAL_EPS = 15_000.0

# From below the share of the world that 4,500 of all inventor addresses are (0.055 per cent, in addresses of
# inventors and as many of authors) to what is more than a city of many.
SMALLEST_SHARE = 0.0005
LARGEST_SHARE = 0.05
_STEPS = (1.0, 1.5, 2.0, 3.0, 4.5, 7.0)

TOLERANCE = 2.0
KEEP = 0.9

CURVE_POINTS = 500


@dataclass(frozen=True)
class Choice:
    """The outcome of the rule: rows of Candidates.

    `proposed` is the row of the proposal, -1 where nothing is close. `preference` int64[e] are the distances,
    by their place in ascending order, the best first; `best_minimum` int64[e] the row with the minimum that
    the rule takes at each distance, in ascending order of these, -1 for none; `mean_score` float64[e].
    """

    proposed: int
    preference: IntArray
    best_minimum: IntArray
    mean_score: FloatArray


@dataclass(frozen=True)
class KDistanceCurve:
    """Core distances in ascending order: with `distance` float64[k] metres, `share` float64[k] per cent of
    all weight is core. `knee` is the distance where the curve turns up, NaN where it does not.
    """

    distance: FloatArray
    share: FloatArray
    knee: float


@dataclass(frozen=True)
class Proposal:
    """The proposed pair, NaN where nothing is close at any, and its evidence; `at_edge` names the sides of
    the grid it lies at: eps, minimum or both."""

    eps: float
    min_density: float
    candidates: Candidates
    choice: Choice
    at_edge: tuple[str, ...]


def propose_parameters(
    longitude: FloatArray,
    latitude: FloatArray,
    weights: FloatArray,
    *,
    eps: Sequence[float] | FloatArray = EPS,
    minimums: Sequence[float] | FloatArray | None = None,
    close: float = CLOSE,
    extreme: float = EXTREME,
    usual_eps: float = USUAL_EPS,
    tolerance: float = TOLERANCE,
    keep: float = KEEP,
    border: str = "first",
    core_distances: bool = False,
    monitor: Monitor | None = None,
) -> Proposal:
    """Propose eps and a minimum weight for addresses, float64[n] in degrees with their weights.

    `minimums` are those to try, `usual_minimums` when left out. Raises InputError and Cancelled.
    """
    collapsing, measuring = (monitor or Monitor()).split(1.0, 9.0)
    longitude, latitude, weights = sites_of(longitude, latitude, weights, collapsing)
    tried = usual_minimums(weights) if minimums is None else np.asarray(minimums, dtype=np.float64)
    candidates = measure_candidates(
        longitude,
        latitude,
        weights,
        np.asarray(eps, dtype=np.float64),
        tried,
        close=close,
        extreme=extreme,
        border=border,
        core_distances=core_distances,
        monitor=measuring,
    )
    choice = choose(candidates.eps, candidates.minimum, candidates.score, usual_eps, tolerance, keep)
    if choice.proposed < 0:
        return Proposal(np.nan, np.nan, candidates, choice, ())
    at = choice.proposed
    at_edge = tuple(
        name
        for name, values in (("eps", candidates.eps), ("minimum", candidates.minimum))
        # A single value is the user's, not the grid's.
        if values.min() < values.max() and values[at] in (values.min(), values.max())
    )
    return Proposal(float(candidates.eps[at]), float(candidates.minimum[at]), candidates, choice, at_edge)


def sites_of(
    longitude: FloatArray, latitude: FloatArray, weights: FloatArray, monitor: Monitor | None = None
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return longitude, latitude and weight of every distinct place."""
    sites = collapse(longitude, latitude, monitor=monitor)
    return longitude[sites.first_row], latitude[sites.first_row], sum_by(sites.of_row, weights, len(sites))


def usual_minimums(weights: FloatArray) -> FloatArray:
    """Return round minimums to try for sites with weights float64[s]: 0.05 to 5 per cent of all weight, in
    steps of 1, 1.5, 2, 3, 4.5, 7, but none that the lightest site reaches alone.
    """
    total = float(weights.sum())
    if not (math.isfinite(total) and total > 0.0):
        raise InputError("weights", "All weights are 0; choose another field, or none.")
    lightest = float(weights[weights > 0.0].min())
    lowest = math.floor(math.log10(min(lightest, SMALLEST_SHARE * total))) - 1
    highest = math.ceil(math.log10(total)) + 1
    steps = np.array([float(f"{step}e{power}") for power in range(lowest, highest) for step in _STEPS])
    steps = steps[steps > lightest]
    within = steps[(steps >= SMALLEST_SHARE * total) & (steps <= LARGEST_SHARE * total)]
    # Of few addresses all steps are out of reach of one, or of no use.
    return within if within.size else steps[:1]


def choose(
    eps: FloatArray,
    minimum: FloatArray,
    score: FloatArray,
    usual_eps: float = USUAL_EPS,
    tolerance: float = TOLERANCE,
    keep: float = KEEP,
) -> Choice:
    """Apply steps 2 and 3 to pairs, float64[n] each, in ascending order of eps and then of the minimum, every
    eps with every minimum. Raises InputError where `tolerance` or `keep` is out of range.
    """
    if not tolerance >= 0.0:
        raise InputError("tolerance", "The tolerance must be 0 or more.")
    if not 0.0 < keep <= 1.0:
        raise InputError("keep", "The part of the best score must be above 0 and at most 1.")
    distances = np.unique(eps)
    by_eps = score.reshape(distances.size, -1)
    mean = np.round(by_eps.mean(axis=1), 9)
    behind = mean < np.round(mean.max() - tolerance, 9)
    # Within the tolerance by how near they are to the usual one, of equally near ones the smaller; the rest
    # by their means.
    away = np.where(behind, 0.0, np.abs(distances - usual_eps))
    preference = np.lexsort((distances, np.where(behind, -mean, 0.0), away, behind))
    best_minimum = np.full(distances.size, -1, dtype=np.int64)
    for place, scores in enumerate(by_eps):
        best = scores.max()
        if best > 0.0:
            kept = np.flatnonzero(scores >= np.round(keep * best, 9))
            best_minimum[place] = place * scores.size + kept[-1]
    return Choice(int(best_minimum[preference[0]]), preference, best_minimum, mean)


def k_distance_curve(
    longitude: FloatArray,
    latitude: FloatArray,
    weights: FloatArray,
    minimum: float,
    farthest: float,
    *,
    most: int = CURVE_POINTS,
    monitor: Monitor | None = None,
) -> KDistanceCurve:
    """Return the core distances of sites up to `farthest` metres, thinned to at most `most` points.

    Ester, Kriegel, Sander & Xu (KDD 1996) read eps off this curve. Its knee is where, both axes brought to 0
    to 1, it is farthest below the diagonal (Satopää et al. 2011, "Kneedle", without smoothing). Raises
    InputError and Cancelled.
    """
    found = dbscan(
        longitude,
        latitude,
        farthest,
        minimum,
        weights=weights,
        metric="ellipsoid",
        neighbourhoods=True,
        monitor=monitor,
    ).core_distance
    return curve_of(np.empty(0) if found is None else found, weights, most)


def curve_of(reached: FloatArray, weights: FloatArray, most: int = CURVE_POINTS) -> KDistanceCurve:
    """Return the curve of the core distances float64[s] of sites, infinite ones left out; see
    `k_distance_curve`.
    """
    order = np.argsort(reached, kind="stable")
    order = order[np.isfinite(reached[order]) & (weights[order] > 0.0)]
    if not order.size:
        return KDistanceCurve(np.empty(0), np.empty(0), np.nan)
    distance = reached[order]
    share = 100.0 * np.cumsum(weights[order]) / weights.sum()
    knee = _knee(share, distance)
    shown = np.arange(order.size)
    if order.size > most:
        # Equal steps of weight, which is what the curve is drawn over; its ends and its knee always show.
        steps = np.searchsorted(share, np.linspace(share[0], share[-1], most - 1))
        shown = np.unique(np.append(np.minimum(steps, order.size - 1), max(knee, 0)))
    return KDistanceCurve(
        np.round(distance[shown], 3),
        np.round(share[shown], 9),
        float(np.round(distance[knee], 3)) if knee >= 0 else np.nan,
    )


def _knee(share: FloatArray, distance: FloatArray) -> int:
    """Return the place of the knee of a rising curve, -1 where it has none."""
    width, height = share[-1] - share[0], distance[-1] - distance[0]
    if not (width > 0.0 and height > 0.0):
        return -1
    below = np.round((share - share[0]) / width - (distance - distance[0]) / height, 12)
    return int(below.argmax()) if below.max() > 0.0 else -1


def preferred_rows(choice: Choice) -> NDArray[np.int64]:
    """Return the rows that the rule takes at each distance, the proposal first, then the runners-up."""
    rows = choice.best_minimum[choice.preference]
    return rows[rows >= 0]
