"""What a count in a zone means: shares, densities, location quotients and ranks.

The country is what lies in any province where provinces are known, and all of the input where they are not.
The world is the total that was given, and all of the input where none was.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..scoring import ranks, scores, shares

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class Scorecard:
    """Of z zones: per cent of province, country and world by metric, float64[z, 3], NaN for a metric that is
    not there and where there is nothing to be a part of; `score` float64[z], the sum of shares of the world,
    `rank` int64[z]; addresses per square kilometre inside and in the ring, and the one over the other;
    `quotient` float64[z, 3], see `location_quotients`.
    """

    province_share: FloatArray
    country_share: FloatArray
    share: FloatArray
    score: FloatArray
    rank: IntArray
    density: FloatArray
    density_around: FloatArray
    density_ratio: FloatArray
    quotient: FloatArray


def score_zones(
    inside: FloatArray,
    around: FloatArray,
    in_province: FloatArray,
    area: FloatArray,
    area_around: FloatArray,
    *,
    country: FloatArray,
    world: FloatArray,
    of_province: FloatArray,
) -> Scorecard:
    """Score zones by counts float64[z, 4] in the order of overlay.COUNTED: addresses, then metrics, NaN for a
    metric that is not there.

    `area`, `area_around` float64[z] in square metres; `country` float64[4] and `of_province` float64[z, 4]
    the counts of the whole; `world` float64[3] the totals by metric. Zones overlap, and a record counts in
    each of them. Raises InputError, naming total_<metric>, for a total below what one zone holds.
    """
    share = shares(inside[:, 1:], world, overlapping=True)
    score = scores(share)
    density, density_around = densities(inside[:, 0], area), densities(around[:, 0], area_around)
    return Scorecard(
        per_cent(in_province[:, 1:], of_province[:, 1:]),
        per_cent(inside[:, 1:], country[1:]),
        share,
        score,
        ranks(score),
        density,
        density_around,
        ratio(density, density_around),
        location_quotients(inside[:, 1:], country[1:]),
    )


def location_quotients(counts: FloatArray, whole: FloatArray) -> FloatArray:
    """Return float64[z, m]: the part that a metric is of all records in the zone, over the part that it is of
    all in the whole; above 1 the zone is specialised in it (Florence 1939, Report on the Location of
    Industry; Isard 1960, Methods of Regional Analysis, ch. 7).

    `counts` float64[z, m] and `whole` float64[m] in records, NaN for a metric that is not there. NaN in a
    zone without records, and where there are not two metrics to compare.
    """
    if np.count_nonzero(np.nan_to_num(whole) > 0.0) < 2:
        return np.full(counts.shape, np.nan)
    in_zone = ratio(counts, np.nansum(counts, axis=1)[:, None])
    return ratio(in_zone, ratio(whole, np.nansum(whole)))


def per_cent(part: FloatArray, whole: FloatArray) -> FloatArray:
    """Return 100 * part / whole, NaN where the whole is 0 or not known."""
    return 100.0 * ratio(part, whole)


def densities(count: FloatArray, square_metres: FloatArray) -> FloatArray:
    """Return counts per square kilometre, NaN where there is no area."""
    return ratio(count, square_metres / 1e6)


def ratio(part: FloatArray, whole: FloatArray | np.float64) -> FloatArray:
    """Return part / whole, NaN where the whole is 0 or not known."""
    part, whole = np.broadcast_arrays(np.asarray(part, dtype=np.float64), whole)
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=np.nan_to_num(whole) > 0.0)
