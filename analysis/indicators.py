"""Single figures of a cluster, one at a time: share, location quotient, tier, the words for a rank.

What the whole run computes for all clusters at once, for whoever asks about one; both by the same formulas.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .intensity import per_inhabitants
from .scoring import in_order, ranks_among, tiers
from .zones.scorecard import per_cent, ratio

# 11th to 13th, unlike 1st to 3rd and 21st to 23rd.
_TEENS = (11, 12, 13)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def share(value: float, total: float) -> float:
    """Return per cent of a total; raises InputError for a total not above 0 or less than the value."""
    if not total > 0.0:
        raise InputError("total", "The total must be greater than 0, and it is {total}.", total=f"{total:g}")
    if value < 0.0:
        raise InputError("value", "The value must be 0 or more, and it is {value}.", value=f"{value:g}")
    # Half a unit in the last place of values that were rounded one by one.
    if value > total * (1.0 + 1e-9):
        raise InputError(
            "total",
            "The value {value} is greater than the total {total}; give the total it is a part of.",
            value=f"{value:g}",
            total=f"{total:g}",
        )
    return float(per_cent(np.array([value]), np.array([total]))[0])


def location_quotient(part: float, whole: float, reference_part: float, reference_whole: float) -> float:
    """Return the part's share of its whole over the reference part's share of its whole; NaN where a whole,
    or the reference part, is 0. Raises InputError for a number below 0 and a part above its whole.
    """
    for name, small, large in (("part", part, whole), ("reference_part", reference_part, reference_whole)):
        if small < 0.0 or large < 0.0:
            raise InputError(name, "The numbers must be 0 or more.")
        if small > large * (1.0 + 1e-9):
            raise InputError(
                name,
                "The part {part} is greater than its whole {whole}.",
                part=f"{small:g}",
                whole=f"{large:g}",
            )
    of_whole = ratio(np.array([part, reference_part]), np.array([whole, reference_whole]))
    return float(ratio(of_whole[:1], of_whole[1:])[0])


def tier(rank: int) -> str:
    """Return the class of WIPO's maps that a rank is in, one of scoring.TIERS; empty for rank 0."""
    return tiers(np.array([rank]))[0]


def intensity_order(scores: NDArray[np.float64], population: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the intensities of clusters, float64[k] each, as `intensity_rank` takes them."""
    return in_order(per_inhabitants(scores, population))


def intensity_rank(score: float, population: float, order: NDArray[np.float64]) -> int:
    """Return the rank of a score per inhabitant among those of all clusters; 0 without a population."""
    intensity = per_inhabitants(np.array([score]), np.array([population]))
    return int(ranks_among(intensity, order)[0])


def english_ordinal(rank: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st, 111th."""
    ending = "th" if rank % 100 in _TEENS else _ENDINGS.get(rank % 10, "th")
    return f"{rank}{ending}"
