"""Which economy a place is in, and the economies named on a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from . import packages

# GII 2024, note to Table 5: named where at least 1 per cent of the cluster's output occurred there.
LABEL_SHARE = 0.01

# Generalised country outlines cut off harbours and islands: a place at sea belongs to the land this near to
# it, in degrees.
OFFSHORE = 0.25


def economy_label(outputs: Iterable[tuple[str, float]]) -> str:
    """Return the codes of the economies with LABEL_SHARE of the output or more, greatest first, as "CN/HK".

    `outputs` are (code, output) of the addresses whose economy is known, greatest first.
    """
    outputs = list(outputs)
    total = sum(output for _, output in outputs)
    return "/".join(code for code, output in outputs if total > 0.0 and output >= LABEL_SHARE * total)


class Countries:
    """Country outlines in longitude and latitude, as an answer to where a place is.

    `codes` and `outlines` (WKB polygons) have equal length. Raises InputError without shapely.
    """

    def __init__(self, codes: Sequence[str], outlines: Sequence[bytes]) -> None:
        self._shapely = packages.require("shapely", "finding the economy of a place")
        self._codes = np.array([*codes, ""], dtype=object)
        self._tree = self._shapely.STRtree(self._shapely.from_wkb(np.array(outlines, dtype=object)))

    def economy_of(
        self, longitude: NDArray[np.float64], latitude: NDArray[np.float64]
    ) -> NDArray[np.object_]:
        """Return the code of every place, str[n] objects; empty where no land is near."""
        places = self._shapely.points(longitude, latitude)
        found = np.full(longitude.size, -1, dtype=np.int64)
        at, outline = self._tree.query(places, predicate="intersects")
        # A place on a common border takes the outline that comes first.
        found[at[::-1]] = outline[::-1]
        lost = np.flatnonzero(found < 0)
        if lost.size:
            at, outline = self._tree.query_nearest(places[lost], max_distance=OFFSHORE, all_matches=False)
            found[lost[at]] = outline
        return self._codes[found]
