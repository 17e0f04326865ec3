"""Country outlines: which economy a place is in, and how far it is from the one it states."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from . import packages
from .economies import economy_codes
from .geodesy import MEAN_RADIUS, geodesic_distance
from .monitor import Monitor

# Generalised outlines cut off harbours and islands: a place at sea belongs to the land this near to it, in
# degrees.
OFFSHORE = 0.25


class Countries:
    """Outlines of economies in longitude and latitude.

    `codes` of two letters and `outlines`, WKB polygons, have equal length; an economy may have several.
    Raises InputError without shapely.
    """

    def __init__(self, codes: Sequence[str], outlines: Sequence[bytes]) -> None:
        self._shapely = packages.require("shapely", "telling the economy of a place")
        known, _ = economy_codes(np.array([*codes, ""], dtype=object))
        known[-1] = ""
        self._codes = known
        self._outlines = self._shapely.from_wkb(np.array(outlines, dtype=object))
        self._tree = self._shapely.STRtree(self._outlines)

    def economy_of(
        self, longitude: NDArray[np.float64], latitude: NDArray[np.float64]
    ) -> NDArray[np.object_]:
        """Return the code of every place, str[n] objects; empty where no land is near."""
        places = self._shapely.points(longitude, latitude)
        behind = len(self._outlines)
        found = np.full(longitude.size, behind, dtype=np.int64)
        at, outline = self._tree.query(places, predicate="intersects")
        # A place on a common border, or in two outlines, takes the one that comes first.
        np.minimum.at(found, at, outline)
        found[found == behind] = -1
        # By the antimeridian the nearest land may be drawn one turn away.
        for turn in (0.0, 360.0, -360.0):
            lost = np.flatnonzero(found < 0)
            if lost.size:
                there = self._shapely.points(longitude[lost] + turn, latitude[lost])
                at, outline = self._tree.query_nearest(there, max_distance=OFFSHORE, all_matches=False)
                found[lost[at]] = outline
        return self._codes[found]

    def contested(
        self, longitude: NDArray[np.float64], latitude: NDArray[np.float64]
    ) -> dict[tuple[str, str], int]:
        """Return how many places lie in outlines of two economies that overlap, by the codes of both: of the
        first is what `economy_of` answers. A common border is no overlap.
        """
        shapely = self._shapely
        outlines = shapely.make_valid(self._outlines)
        codes = np.array([code or "" for code in self._codes.tolist()], dtype=object)[:-1]
        first, second = shapely.STRtree(outlines).query(outlines, predicate="intersects")
        chosen = (first < second) & (codes[first] != codes[second]) & (codes[first] != "")
        chosen &= codes[second] != ""
        first, second = first[chosen], second[chosen]
        counts: dict[tuple[str, str], int] = {}
        # Interiors have something in common.
        overlap = shapely.relate_pattern(outlines[first], outlines[second], "T********")
        for one, other in zip(first[overlap].tolist(), second[overlap].tolist(), strict=True):
            common = shapely.intersection(outlines[one], outlines[other])
            shapely.prepare(common)
            places = int(np.count_nonzero(shapely.contains_xy(common, longitude, latitude)))
            if places:
                pair = (str(codes[one]), str(codes[other]))
                counts[pair] = counts.get(pair, 0) + places
        return counts

    def outside(
        self,
        longitude: NDArray[np.float64],
        latitude: NDArray[np.float64],
        economies: NDArray[np.object_],
        tolerance: float,
        monitor: Monitor | None = None,
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return bool[n], whether a place is more than `tolerance` metres from its economy, and bool[n],
        whether there is no outline to tell by.

        The nearest point of an outline is found in a plane with shortened parallels, its distance measured on
        the ellipsoid.
        """
        monitor = monitor or Monitor()
        shapely = self._shapely
        outside, unknown = np.zeros(len(longitude), dtype=bool), np.zeros(len(longitude), dtype=bool)
        names = np.array([str(code) for code in economies.tolist()], dtype=object)
        found = np.unique(names)
        for number, code in enumerate(found.tolist()):
            monitor.progress(number / len(found))
            rows = np.flatnonzero(names == code)
            outlines = self._outlines[self._codes[:-1] == code]
            if len(outlines) == 0:
                unknown[rows] = True
                continue
            shape = shapely.union_all(shapely.make_valid(outlines))
            shapely.prepare(shape)
            rows = rows[~shapely.intersects_xy(shape, longitude[rows], latitude[rows])]
            if len(rows):
                sites, site = np.unique(
                    np.column_stack([longitude[rows], latitude[rows]]), axis=0, return_inverse=True
                )
                distances = self._distances(shape, sites, tolerance, monitor.part(number / len(found), 1.0))
                outside[rows] = distances[site.ravel()] > tolerance
        return outside, unknown

    def _distances(
        self, shape: object, sites: NDArray[np.float64], tolerance: float, monitor: Monitor
    ) -> NDArray[np.float64]:
        """Return float64[m] metres from sites (m, 2), outside a shape, to it; infinite where far beyond
        `tolerance`.
        """
        shapely = self._shapely
        distances = np.full(len(sites), np.inf)
        # A parallel is shortened by the cosine of its latitude, so sites are taken by bands of one degree.
        bands = np.floor(sites[:, 1])
        reach = np.degrees(tolerance / MEAN_RADIUS) * 1.1 + 1e-9
        for band in np.unique(bands).tolist():
            monitor.progress(0.0)
            rows = np.flatnonzero(bands == band)
            south, north = band - reach, band + 1.0 + reach
            box = shapely.box(-180.0, max(-90.0, south), 180.0, min(90.0, north))
            with np.errstate(invalid="ignore"):  # GEOS leaves the flags of its arithmetic behind
                near = shapely.intersection(shape, box)
            if shapely.is_empty(near):
                continue
            shrink = max(1e-6, float(np.cos(np.radians(min(90.0, max(abs(band), abs(band + 1.0)))))))
            scale = np.array([shrink, 1.0])
            plane = shapely.transform(near, lambda at, scale=scale: at * scale)
            shapely.prepare(plane)
            for turn in (-360.0, 0.0, 360.0):
                # Only a site by the antimeridian has a neighbour one turn away.
                close = rows[np.abs(sites[rows, 0] + turn) <= 180.0 + reach / shrink]
                if len(close) == 0:
                    continue
                points = shapely.points((sites[close] + (turn, 0.0)) * scale)
                lines = shapely.shortest_line(points, plane)
                ends = shapely.get_coordinates(shapely.get_point(lines, 1)) / scale
                for row, end in zip(close.tolist(), ends.tolist(), strict=True):
                    if abs(end[1] - sites[row, 1]) <= reach:
                        metres = _metres_between(sites[row, 0] + turn, sites[row, 1], *end)
                        distances[row] = min(distances[row], metres)
        return distances


def _metres_between(longitude_1: float, latitude_1: float, longitude_2: float, latitude_2: float) -> float:
    angles = np.radians([longitude_1, latitude_1, longitude_2, latitude_2])
    metres = geodesic_distance(*angles.tolist())
    # Nearly antipodal places have no answer, but are far apart.
    return metres if np.isfinite(metres) else np.inf
