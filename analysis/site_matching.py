"""Which site an address is at, by its exact coordinates, as the clustering collapsed addresses to sites."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .density import collapse
from .geodesy import one_meridian
from .monitor import Monitor

FloatArray = NDArray[np.float64]


def match_sites(
    site_longitude: FloatArray,
    site_latitude: FloatArray,
    longitude: FloatArray,
    latitude: FloatArray,
    *,
    decimals: int | None = None,
    monitor: Monitor | None = None,
) -> NDArray[np.int64]:
    """Return int64[n]: the row of the site at the coordinates of every address, -1 where there is none.

    All in degrees; an address whose coordinates are not finite is at no site. The two names of the
    antimeridian, and zero with either sign, are one place, as in `counting.make_source`. With `decimals` both
    sides are rounded to so many before. Of several sites at one place the first is taken. Raises Cancelled.
    """
    longitudes = np.concatenate([site_longitude, longitude])
    latitudes = np.concatenate([site_latitude, latitude])
    if decimals is not None:
        longitudes, latitudes = np.round(longitudes, decimals), np.round(latitudes, decimals)
    longitudes = one_meridian(longitudes)
    rows = np.flatnonzero(np.isfinite(longitudes) & np.isfinite(latitudes))
    places = collapse(longitudes[rows], latitudes[rows], monitor=monitor)
    # The sites come first, so that the first row of their place is a site's.
    first = rows[places.first_row][places.of_row]
    result = np.full(longitudes.size, -1, dtype=np.int64)
    result[rows] = np.where(first < site_longitude.size, first, -1)
    return result[site_longitude.size :]
