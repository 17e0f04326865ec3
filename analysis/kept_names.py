"""Names that clusters have kept from an earlier run, or that a user has given them since.

An earlier cluster and a new one are the same where at least MATCH_SHARE of the new one's weight lies in the
earlier one's area, or at least MATCH_SHARE of the weight in that area is the new one's, as in `comparison`;
of all ways to match them one to one that with the most weight in common is taken (`assign`). A cluster that
is the same keeps its earlier name in every language in which it had one: a name that a user has typed is not
told from one that was made, so that a place is called the same from year to year. Whoever wants a new name
made empties the old one.

Of a cluster that was split the larger part keeps the name, of clusters that became one the name of the larger
stays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .assignment import assign
from .monitor import Monitor
from .sums import sum_by

IntArray = NDArray[np.int64]

MATCH_SHARE = 0.5


def match_areas(
    site: IntArray,
    area: IntArray,
    cluster: IntArray,
    weight: NDArray[np.float64],
    clusters: int,
    areas: int,
    monitor: Monitor | None = None,
) -> IntArray:
    """Return the area of every cluster, int64[clusters], -1 for none; no area is that of two.

    `site` and `area` int64[p] are pairs, each once: the site of that row lies in that area. A site may lie in
    several, as areas round sites overlap. `cluster` int64[s], -1 for noise, and `weight` float64[s] are those
    of the sites. Raises Cancelled.
    """
    held = weight[site]
    of_site = cluster[site]
    pair = np.where(of_site >= 0, of_site * areas + area, -1)
    common = sum_by(pair, held, clusters * areas).reshape(clusters, areas)
    of_cluster = sum_by(cluster, weight, clusters)[:, None]
    of_area = sum_by(area, held, areas)[None, :]
    same = (common >= MATCH_SHARE * of_cluster) | (common >= MATCH_SHARE * of_area)
    return assign(np.where(same, common, 0.0), monitor)


def keep_names(
    earlier: IntArray, names: Sequence[str], earlier_names: Sequence[str]
) -> tuple[list[str], NDArray[np.bool_]]:
    """Return the names of clusters and, bool[k], whose are kept: `earlier` int64[k] is the row of every
    cluster in `earlier_names`, -1 for none. An empty earlier name is none.
    """
    kept = [earlier_names[row] if row >= 0 else "" for row in earlier.tolist()]
    return [old or new for old, new in zip(kept, names, strict=True)], np.array(
        [bool(old) for old in kept], dtype=bool
    )
