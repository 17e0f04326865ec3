"""Bounds on the distances between boxes, and the test of a pair of points.

Loops over points count in uint64: an index that cannot be negative lets the compiler test eight points at
once.
"""

from __future__ import annotations

from ... import geodesy
from ...compilation import njit_inner
from .. import space
from ..space import ACCEPT, IN_PLANE, LIMIT, METRIC, REJECT, SPHERE
from ..tree import HIGH, LOW

_geodesic_distance = njit_inner(geodesy.geodesic_distance)
_squared_half_chord = njit_inner(geodesy.squared_half_chord)
undecided_band = njit_inner(space.undecided_band)


@njit_inner
def closest(rule, box, node, other_box, other):
    """Squared distance that no pair of points of two boxes falls below; infinite for an empty box."""
    x = max(box[node, LOW, 0] - other_box[other, HIGH, 0], other_box[other, LOW, 0] - box[node, HIGH, 0], 0.0)
    y = max(box[node, LOW, 1] - other_box[other, HIGH, 1], other_box[other, LOW, 1] - box[node, HIGH, 1], 0.0)
    squared = x * x + y * y
    if len(rule) > IN_PLANE:
        z = max(
            box[node, LOW, 2] - other_box[other, HIGH, 2], other_box[other, LOW, 2] - box[node, HIGH, 2], 0.0
        )
        squared += z * z
    return squared


@njit_inner
def farthest(rule, box, node, other_box, other):
    """Squared distance that no pair of points of two boxes exceeds; do not ask for an empty box."""
    x = max(box[node, HIGH, 0] - other_box[other, LOW, 0], other_box[other, HIGH, 0] - box[node, LOW, 0])
    y = max(box[node, HIGH, 1] - other_box[other, LOW, 1], other_box[other, HIGH, 1] - box[node, LOW, 1])
    squared = x * x + y * y
    if len(rule) > IN_PLANE:
        z = max(box[node, HIGH, 2] - other_box[other, LOW, 2], other_box[other, HIGH, 2] - box[node, LOW, 2])
        squared += z * z
    return squared


@njit_inner
def closest_to_point(rule, coordinates, point, box, node):
    """Squared distance that no point of a box falls below; infinite for an empty box."""
    x = max(box[node, LOW, 0] - coordinates[0, point], coordinates[0, point] - box[node, HIGH, 0], 0.0)
    y = max(box[node, LOW, 1] - coordinates[1, point], coordinates[1, point] - box[node, HIGH, 1], 0.0)
    squared = x * x + y * y
    if len(rule) > IN_PLANE:
        z = max(box[node, LOW, 2] - coordinates[2, point], coordinates[2, point] - box[node, HIGH, 2], 0.0)
        squared += z * z
    return squared


@njit_inner
def farthest_to_point(rule, coordinates, point, box, node):
    """Squared distance that no point of a box exceeds; do not ask for an empty box."""
    x = max(box[node, HIGH, 0] - coordinates[0, point], coordinates[0, point] - box[node, LOW, 0])
    y = max(box[node, HIGH, 1] - coordinates[1, point], coordinates[1, point] - box[node, LOW, 1])
    squared = x * x + y * y
    if len(rule) > IN_PLANE:
        z = max(box[node, HIGH, 2] - coordinates[2, point], coordinates[2, point] - box[node, LOW, 2])
        squared += z * z
    return squared


@njit_inner
def squared_distance(rule, coordinates, first, second):
    x = coordinates[0, first] - coordinates[0, second]
    y = coordinates[1, first] - coordinates[1, second]
    squared = x * x + y * y
    if len(rule) > IN_PLANE:
        z = coordinates[2, first] - coordinates[2, second]
        squared += z * z
    return squared


@njit_inner
def exactly_within(rule, place, first, second):
    """Decide by the predicate of the metric a pair that the thresholds leave open; see `space.py`."""
    # Not by a call of `measure`, with which counting takes a tenth longer.
    pair = place[0, first], place[1, first], place[0, second], place[1, second]
    if rule[METRIC] == SPHERE:
        return _squared_half_chord(*pair) <= rule[LIMIT]
    return _geodesic_distance(*pair) <= rule[LIMIT]


@njit_inner
def measure(rule, place, first, second):
    """What the predicate of a metric on the globe compares with its limit; see `Space.measure`."""
    pair = place[0, first], place[1, first], place[0, second], place[1, second]
    if rule[METRIC] == SPHERE:
        return _squared_half_chord(*pair)
    return _geodesic_distance(*pair)


@njit_inner
def within(squared, rule, place, site, first, second):
    if len(rule) > IN_PLANE and rule[ACCEPT] < squared <= rule[REJECT]:
        return exactly_within(rule, place, site[first], site[second])
    return squared <= rule[ACCEPT]
