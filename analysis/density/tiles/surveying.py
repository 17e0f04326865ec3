"""What has to be known of all rows before any can be clustered, gathered part by part."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...monitor import Monitor
from ..space import make_space
from ..weights import DENOMINATORS, Scale, are_multiples, choose_scale, find_scale, require_weights, total_of


@dataclass(frozen=True)
class Survey:
    """Of a part of the rows: how many; the extents of x, y and the weights, (inf, -inf) of no rows, NaN where
    one is missing; the total of the weights, each `min_weight` at most; and of which of DENOMINATORS all are
    multiples.
    """

    rows: int
    x: tuple[float, float]
    y: tuple[float, float]
    weights: tuple[float, float]
    total: float
    multiples: tuple[bool, ...]


def survey(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weights: NDArray[np.float64] | None,
    min_weight: float,
) -> Survey:
    """Survey rows float64[n]; `weights` None are 1 each."""
    smallest, largest = (1.0, 1.0) if weights is None else _extent(weights)
    if weights is None or not (math.isfinite(smallest) and math.isfinite(largest)):
        total, multiples = float(x.size), (True,) * len(DENOMINATORS)
    else:
        total = float(np.minimum(weights, min_weight).sum())
        multiples = tuple(are_multiples(weights, min_weight, each, Monitor()) for each in DENOMINATORS)
    return Survey(x.size, _extent(x), _extent(y), (smallest, largest), total, multiples)


def joined(surveys: Sequence[Survey]) -> Survey:
    """Return the survey of all parts, at least one."""
    return Survey(
        sum(each.rows for each in surveys),
        _joined([each.x for each in surveys]),
        _joined([each.y for each in surveys]),
        _joined([each.weights for each in surveys]),
        total_of(each.total for each in surveys),
        tuple(all(fits) for fits in zip(*(each.multiples for each in surveys), strict=True)),
    )


def scale_of(found: Survey, min_weight: float, *, weighted: bool) -> Scale:
    """Return the scale that `find_scale` finds for all rows; raises InputError as it does."""
    if not weighted:
        return find_scale(None, min_weight)
    # For a minimum that is none, and for no rows.
    nothing = find_scale(np.empty(0), min_weight)
    if not found.rows:
        return nothing
    require_weights(*found.weights)
    multiples = dict(zip(DENOMINATORS, found.multiples, strict=True))
    return choose_scale(found.total, min_weight, multiples.__getitem__)


def require_places(found: Survey, eps: float, metric: str) -> None:
    """Raise InputError where places, eps or metric cannot be used; see `make_space`."""
    if not found.rows:
        make_space(np.empty(0), np.empty(0), eps, metric)
        return
    make_space(np.array(found.x), np.array(found.y), eps, metric)


def _extent(values: NDArray[np.float64]) -> tuple[float, float]:
    return float(values.min(initial=math.inf)), float(values.max(initial=-math.inf))


def _joined(extents: Sequence[tuple[float, float]]) -> tuple[float, float]:
    lows, highs = np.array(extents).T
    return float(lows.min()), float(highs.max())
