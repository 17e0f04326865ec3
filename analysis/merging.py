"""Neighbouring clusters joined where their edges come close and they work together most.

GII 2024, Appendix IV, the step "after review": two clusters become one where the edge of one is within 3 to 5
km of the other and its co-inventors and co-authors link it with the other more than with any other cluster or
with addresses in none. `close_clusters` answers the first half, `propose` both.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .collaboration import Strengths
from .density.space import Space, make_space
from .errors import InputError
from .geodesy import geodesic_distance
from .monitor import Monitor

_CELLS_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Merge:
    """Two clusters, by label, whose edges are `distance` metres apart."""

    first: int
    second: int
    distance: float


def close_clusters(
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    labels: NDArray[np.int64],
    distance: float,
    monitor: Monitor | None = None,
) -> list[Merge]:
    """Return the pairs of clusters with sites within `distance` metres on the ellipsoid, nearest first.

    longitude, latitude: float64[n] in degrees; labels: int64[n], -1 for noise. The edge of a cluster is not
    defined where WIPO writes of it; here it is the nearest member site, core or border.
    """
    monitor = monitor or Monitor()
    members = np.flatnonzero(labels >= 0)
    if distance <= 0.0 or members.size == 0:
        return []
    space = make_space(longitude[members], latitude[members], distance, "ellipsoid")
    position = space.coordinates(np.arange(members.size, dtype=np.int32), monitor.part(0.0, 0.0))
    order = np.argsort(labels[members], kind="stable")
    clusters, starts = np.unique(labels[members][order], return_index=True)
    groups = np.split(order, starts[1:])
    low = np.array([position[:, group].min(axis=1) for group in groups])
    high = np.array([position[:, group].max(axis=1) for group in groups])
    found = []
    for i, group in enumerate(groups):
        monitor.progress(i / len(groups))
        gap = np.maximum(np.maximum(low[i] - high[i + 1 :], low[i + 1 :] - high[i]), 0.0)
        for j in i + 1 + np.flatnonzero((gap * gap).sum(axis=1) <= space.reject):
            nearest = _edge_distance(
                space,
                position,
                _near_box(position, group, low[j], high[j], space.reject),
                _near_box(position, groups[j], low[i], high[i], space.reject),
                monitor.part(i / len(groups), (i + 1) / len(groups)),
            )
            if nearest <= distance:
                found.append(Merge(int(clusters[i]), int(clusters[j]), nearest))
    return sorted(found, key=lambda merge: (merge.distance, merge.first, merge.second))


def _near_box(
    position: NDArray[np.float64],
    points: NDArray[np.int64],
    low: NDArray[np.float64],
    high: NDArray[np.float64],
    reject: float,
) -> NDArray[np.int64]:
    there = position[:, points].T
    gap = np.maximum(np.maximum(low - there, there - high), 0.0)
    near: NDArray[np.int64] = points[(gap * gap).sum(axis=1) <= reject]
    return near


def _edge_distance(
    space: Space,
    position: NDArray[np.float64],
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    monitor: Monitor,
) -> float:
    """Return the geodesic between the two nearest points of two sets, infinite where one is empty."""
    best = (np.inf, 0, 0)
    if second.size:
        rows = max(1, _CELLS_AT_ONCE // second.size)
        for start in range(0, first.size, rows):
            monitor.progress(start / first.size)
            block = first[start : start + rows]
            delta = position[:, block][:, :, None] - position[:, second][:, None, :]
            squared = (delta * delta).sum(axis=0)
            nearest = int(squared.argmin())
            candidate = float(squared.flat[nearest])
            if candidate < best[0]:
                best = (candidate, int(block[nearest // second.size]), int(second[nearest % second.size]))
    if np.isinf(best[0]):
        return np.inf
    ends = (angle for end in best[1:] for angle in (space.x[end], space.y[end]))
    return geodesic_distance(*map(math.radians, ends))


class Side(StrEnum):
    """Which of two close clusters has to be tied with the other more than with anything else.

    SMALLER: the one that is merged into the other. WIPO writes of the edge and the links of one of the two,
    and in its list of 2024 names a smaller one with a larger (Matsudo with Tokyo-Yokohama, Worcester with
    Boston-Cambridge). EITHER; BOTH.
    """

    SMALLER = "smaller"
    EITHER = "either"
    BOTH = "both"


class Chains(StrEnum):
    """What becomes of three or more clusters that hang together by pairs which may all be merged.

    JOIN: they become one, and are told as a chain. LEAVE: none of its pairs is merged until enough of them
    are switched off.
    """

    JOIN = "join"
    LEAVE = "leave"


class Outcome(StrEnum):
    """What became of a pair of close clusters, or the first thing that stands against it."""

    MERGED = "merged"
    UNTIED = "untied"
    OTHER_CLUSTER = "other_cluster"
    NOISE = "noise"
    SWITCHED_OFF = "switched_off"
    CHAIN = "chain"


@dataclass(frozen=True)
class MergeRule:
    """What is asked of two clusters whose edges are close; `noise`, whether ties with noise count against
    them."""

    side: Side = Side.SMALLER
    noise: bool = True
    chains: Chains = Chains.JOIN


class Edge(StrEnum):
    """What the edge of a cluster is; WIPO does not say. PLACES: its nearest place, core or border. CORE: its
    nearest core place."""

    PLACES = "places"
    CORE = "core"


@dataclass(frozen=True)
class Merging:
    """How clusters are merged: those with edges within `distance` metres (0: none) that `rule` lets pass.

    `measure` is one of collaboration.MEASURES, by which ties are counted; without one distance alone decides.
    `kept_apart` are pairs of labels that stay apart whatever their ties.
    """

    distance: float = 5_000.0
    edge: Edge = Edge.PLACES
    measure: str = "fractional"
    rule: MergeRule = field(default_factory=MergeRule)
    kept_apart: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True)
class Rivals:
    """What else a cluster is tied with: `other`, the cluster it is tied with most besides the one it is close
    to, -1 for none; `other_strength` and `noise_strength` in per cent.
    """

    other: int
    other_strength: float
    noise_strength: float


@dataclass(frozen=True)
class Proposal:
    """Two close clusters, the smaller one first, and what speaks for and against merging them.

    `smaller` and `larger` are labels, `distance` metres between their edges, `strength` of the tie between
    them in per cent, NaN where distance alone decides. `chain` numbers the chain it is part of from 1, 0 for
    none.
    """

    smaller: int
    larger: int
    distance: float
    strength: float
    of_smaller: Rivals
    of_larger: Rivals
    outcome: Outcome
    chain: int = 0

    @property
    def merged(self) -> bool:
        """Whether the two become one."""
        return self.outcome is Outcome.MERGED

    def as_merge(self) -> Merge:
        """Return the two in the order of their labels."""
        return Merge(min(self.smaller, self.larger), max(self.smaller, self.larger), self.distance)


def propose(
    close: Sequence[Merge],
    ties: Strengths | None,
    size: NDArray[np.float64],
    rule: MergeRule | None = None,
    switched_off: Collection[tuple[int, int]] = (),
) -> list[Proposal]:
    """Return what becomes of every pair of close clusters, in the order given.

    close: from `close_clusters`; ties: between the same labels, see `collaboration.strengths`, without which
    every pair passes; size: float64[k], by which one of two is the smaller, the higher label where they are
    equal; switched_off: pairs of labels, in any order, that the user does not want merged.

    Ties have to be stronger: one as strong as that with another cluster or with noise does not do. All pairs
    are judged by the clusters as they were found; merging does not make new ones.
    """
    rule = rule or MergeRule()
    off = {frozenset(pair) for pair in switched_off}
    proposals = []
    for pair in close:
        smaller, larger = sorted((pair.first, pair.second), key=lambda label: (size[label], -label))
        strength = ties.between(smaller, larger) if ties else math.nan
        of_smaller, of_larger = _rivals(ties, smaller, larger), _rivals(ties, larger, smaller)
        against = [_against(strength, rivals, rule.noise) for rivals in (of_smaller, of_larger)]
        if rule.side is Side.SMALLER:
            outcome = against[0]
        elif rule.side is Side.EITHER:
            outcome = Outcome.MERGED if Outcome.MERGED in against else against[0]
        else:
            outcome = next((each for each in against if each is not Outcome.MERGED), Outcome.MERGED)
        if outcome is Outcome.MERGED and frozenset((smaller, larger)) in off:
            outcome = Outcome.SWITCHED_OFF
        proposals.append(Proposal(smaller, larger, pair.distance, strength, of_smaller, of_larger, outcome))
    return _with_chains(proposals, size.size, rule.chains)


def _rivals(ties: Strengths | None, label: int, close: int) -> Rivals:
    if ties is None:
        return Rivals(-1, math.nan, math.nan)
    return Rivals(*ties.strongest(label, besides=close), ties.between(label, ties.clusters))


def _against(strength: float, rivals: Rivals, noise: bool) -> Outcome:
    """Return what stands against a cluster's merging, MERGED where nothing does, as of NaN nothing can."""
    if strength <= 0.0:
        return Outcome.UNTIED
    if strength <= rivals.other_strength:
        return Outcome.OTHER_CLUSTER
    if noise and strength <= rivals.noise_strength:
        return Outcome.NOISE
    return Outcome.MERGED


def _with_chains(proposals: list[Proposal], count: int, chains: Chains) -> list[Proposal]:
    """Number the groups of three or more clusters that merged pairs would make one."""
    group = _groups(count, [each.as_merge() for each in proposals if each.merged])
    sizes = np.bincount(group, minlength=count)
    numbers: dict[int, int] = {}
    result = []
    for each in proposals:
        if each.merged and sizes[group[each.smaller]] > 2:
            chain = numbers.setdefault(int(group[each.smaller]), len(numbers) + 1)
            outcome = Outcome.MERGED if chains is Chains.JOIN else Outcome.CHAIN
            each = replace(each, outcome=outcome, chain=chain)
        result.append(each)
    return result


def _groups(count: int, merges: Sequence[Merge]) -> NDArray[np.int64]:
    """Return for each of `count` labels the lowest one of those it is merged with, by way of others too."""
    target = np.arange(count)
    for pair in merges:
        low, high = sorted((int(target[pair.first]), int(target[pair.second])))
        target[target == high] = low
    return target


def merged_into(proposals: Sequence[Proposal], size: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return int64[k]: the label of the largest of the clusters that each becomes one with, or its own."""
    group = _groups(size.size, [each.as_merge() for each in proposals if each.merged])
    largest = np.empty(size.size, dtype=np.int64)
    # Of equally large ones the lowest label is written last.
    for label in np.lexsort((-np.arange(size.size), size)).tolist():
        largest[group[label]] = label
    return largest[group]


def merge(labels: NDArray[np.int64], merges: Sequence[Merge]) -> NDArray[np.int64]:
    """Join the clusters of `merges` and renumber int64[n] labels without gaps, in the order they had.

    A chain of merges joins all its clusters; the list shows every link of it.
    """
    if not (labels >= 0).any():
        return labels
    _, number = np.unique(_groups(int(labels.max()) + 1, merges), return_inverse=True)
    return np.where(labels >= 0, number[labels], -1)


_PAIR = re.compile(r"(\d+)\s*[-–+:/]\s*(\d+)")


def parse_pairs(text: str, parameter: str) -> list[tuple[int, int]]:
    """Return the pairs of cluster numbers in a text like "3-17, 8-21"; raises InputError where it is none."""
    pairs = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        found = _PAIR.fullmatch(part)
        if not found or found[1] == found[2] or 0 in (int(found[1]), int(found[2])):
            raise InputError(
                parameter,
                "{part} is not a pair of clusters; write two different numbers from 1 with a dash between "
                "them, as in 3-17, and a comma between pairs.",
                part=repr(part),
            )
        pairs.append((int(found[1]), int(found[2])))
    return pairs
