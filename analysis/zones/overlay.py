"""Zones, clusters and activity laid over each other: what lies in which zone, in which cluster, in both.

Zones overlap: an industrial complex lies in a research zone, and both in a national innovation cluster. Three
ways of counting stand side by side. What lies in a zone, whatever else it lies in. The union of the zones of
a type, in which nothing counts twice. And the zone's part of that union: a point in three zones of one type
counts a third in each, so that the parts of all zones of a type add up to their union.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..editions import METRICS
from ..monitor import Monitor
from .membership import Members, PointGrid, find_members, ranges

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# What is counted of every point: its addresses, and its records by metric.
COUNTED = ("addresses", *METRICS)

# Decimal places sums are rounded to, so that none hangs on the order of addition.
_DECIMALS = 9

NO_TYPE = -1


@dataclass(frozen=True)
class Activity:
    """What there is at n points: `values` float64[n, 4] in the order of COUNTED, 0 for a metric that is not
    there; `given` bool[4], which there are."""

    values: FloatArray
    given: NDArray[np.bool_]

    def of(self, rows: IntArray) -> FloatArray:
        """Return the sums over rows, float64[4]."""
        sums = np.zeros(len(COUNTED))
        for place in np.flatnonzero(self.given).tolist():
            # A column at a time: a metric that is not there costs nothing.
            sums[place] = self.values[:, place][rows].sum()
        return _rounded(sums)

    def of_each(self, members: Members, divided: IntArray | None = None) -> FloatArray:
        """Return the sums over the rows of every polygon, float64[k, 4], each row `divided` by a number of
        its own, int64[rows], if given."""
        sums = np.zeros((len(members), len(COUNTED)))
        some = np.flatnonzero(np.diff(members.start))
        for place in np.flatnonzero(self.given).tolist() if some.size else ():
            held = self.values[:, place][members.rows]
            if divided is not None:
                held /= divided
            # Between two polygons with rows lie only such without: their rows follow each other.
            sums[some, place] = np.add.reduceat(held, members.start[some])
        return _rounded(sums)

    def total(self) -> FloatArray:
        """Return the sums over all points, float64[4]."""
        return _rounded(self.values.sum(axis=0))

    def told(self, sums: FloatArray) -> FloatArray:
        """Return sums, float64[..., 4], with NaN for a metric that is not there."""
        return np.where(self.given, sums, np.nan)

    @classmethod
    def of_rows(
        cls,
        point: IntArray,
        points: int,
        metric: IntArray,
        addresses: FloatArray,
        records: FloatArray,
    ) -> Activity:
        """Sum rows, each at a point int[n] (below 0: nowhere), of a metric (the place in METRICS), with so
        many addresses and so many records in fractions."""
        # A column after the other in memory: they are summed one by one.
        values = np.zeros((points, len(COUNTED)), order="F")
        here = point >= 0
        values[:, 0] = np.bincount(point[here], weights=addresses[here], minlength=points)
        given = np.ones(len(COUNTED), dtype=bool)
        for place in range(len(METRICS)):
            own = metric == place
            given[place + 1] = own.any()
            own &= here
            values[:, place + 1] = np.bincount(point[own], weights=records[own], minlength=points)
        return cls(values, given)


@dataclass(frozen=True)
class Pairs:
    """Zones and clusters that share points: `zone`, `cluster` int64[p], `inside` float64[p, 4]."""

    zone: IntArray
    cluster: IntArray
    inside: FloatArray


@dataclass(frozen=True)
class Overlay:
    """What lies where; every float64[…, 4] is in the order of COUNTED.

    Of z zones: `inside` whatever else it lies in; `apportioned`, divided among the zones of its type;
    `in_clusters`, that of `inside` which lies in any cluster; `around`, in the ring outside; `in_province`,
    that of `inside` which lies in the zone's own province. Of t types: `in_type`, the union of their zones;
    `in_any_zone` float64[4]. Of k clusters: `in_cluster`, and `cluster_in_zones`, that of it which lies in
    any zone. `covered` bool[n], whether a point lies in any zone.
    """

    inside: FloatArray
    apportioned: FloatArray
    in_clusters: FloatArray
    around: FloatArray
    in_province: FloatArray
    in_type: FloatArray
    in_any_zone: FloatArray
    in_cluster: FloatArray
    cluster_in_zones: FloatArray
    covered: NDArray[np.bool_]
    pairs: Pairs


def overlay(
    grid: PointGrid,
    activity: Activity,
    zones: NDArray[np.object_],
    zone_type: IntArray,
    types: int,
    *,
    surroundings: NDArray[np.object_] | None = None,
    clusters: Members | None = None,
    province: IntArray | None = None,
    zone_province: IntArray | None = None,
    monitor: Monitor | None = None,
) -> Overlay:
    """Count what lies in zones, shapely polygons object[z] in the system of the grid, None for none.

    `zone_type` int64[z], from 0 to types - 1: zones of one type are united. `surroundings` object[z] are the
    zones with the ring round each; what lies in the ring is in there and not in the zone. `clusters` are the
    points of clusters. `province` int64[n] is that of every point and `zone_province` int64[z] that of every
    zone, -1 for none. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    of_point = None if clusters is None else clusters.turned()
    in_some_cluster = np.zeros(grid.count, dtype=bool)
    if clusters is not None:
        in_some_cluster[clusters.rows] = True
    shape = (len(zones), len(COUNTED))
    inside, apportioned, in_clusters, around, in_province = (np.zeros(shape) for _ in range(5))
    in_type = np.zeros((types, len(COUNTED)))
    covered = np.zeros(grid.count, dtype=bool)
    pairs: list[tuple[int, IntArray, FloatArray]] = []
    done = 0
    for kind in range(types):
        of_kind = np.flatnonzero(zone_type == kind)
        part = monitor.part(done / len(zones), (done + of_kind.size) / len(zones))
        counting, ringing = part.split(2, 1)
        members = find_members(grid, zones[of_kind], counting)
        # How many zones of the type every point is in.
        times = np.bincount(members.rows, minlength=grid.count)
        covered |= times > 0
        in_type[kind] = activity.of(np.flatnonzero(times))
        inside[of_kind] = activity.of_each(members)
        shared = times[members.rows]
        alone = not shared.size or int(shared.max()) == 1
        apportioned[of_kind] = inside[of_kind] if alone else activity.of_each(members, shared)
        located = zone_province is not None and bool((zone_province[of_kind] >= 0).any())
        for number, zone in enumerate(of_kind.tolist()):
            if surroundings is None and of_point is None and not located:
                # All that was asked of these zones is counted.
                break
            ringing.progress(number / of_kind.size)
            rows = members.of(number)
            if province is not None and zone_province is not None and zone_province[zone] >= 0:
                in_province[zone] = activity.of(rows[province[rows] == zone_province[zone]])
            if of_point is not None:
                in_clusters[zone] = activity.of(rows[in_some_cluster[rows]])
                pairs.append((zone, *_by_cluster(of_point, rows, activity)))
            if surroundings is not None:
                near = grid.rows_in(surroundings[zone])
                around[zone] = activity.of(near[~_among(near, rows)])
        done += of_kind.size
        part.progress(1.0)
    in_cluster, cluster_in_zones = _in_clusters(clusters, activity, covered)
    return Overlay(
        inside,
        apportioned,
        in_clusters,
        around,
        in_province,
        in_type,
        activity.of(np.flatnonzero(covered)),
        in_cluster,
        cluster_in_zones,
        covered,
        _joined(pairs),
    )


def _by_cluster(of_point: Members, rows: IntArray, activity: Activity) -> tuple[IntArray, FloatArray]:
    """Return the clusters that rows lie in, ascending, and what of them lies in each."""
    start, stop = of_point.start[rows], of_point.start[rows + 1]
    cluster = of_point.rows[ranges(start, stop)]
    row = np.repeat(rows, stop - start)
    found, place = np.unique(cluster, return_inverse=True)
    sums = np.zeros((found.size, len(COUNTED)))
    for column, values in enumerate(activity.values.T):
        sums[:, column] = np.bincount(place.ravel(), weights=values[row], minlength=found.size)
    return found, _rounded(sums)


def _in_clusters(
    clusters: Members | None, activity: Activity, covered: NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """Return what lies in every cluster, and what of it in any zone."""
    count = 0 if clusters is None else len(clusters)
    whole, in_zones = np.zeros((count, len(COUNTED))), np.zeros((count, len(COUNTED)))
    for cluster in range(count):
        rows = clusters.of(cluster) if clusters is not None else np.empty(0, dtype=np.int64)
        whole[cluster] = activity.of(rows)
        in_zones[cluster] = activity.of(rows[covered[rows]])
    return whole, in_zones


def _joined(parts: list[tuple[int, IntArray, FloatArray]]) -> Pairs:
    zone = np.repeat(
        np.array([zone for zone, _, _ in parts], dtype=np.int64),
        np.array([found.size for _, found, _ in parts], dtype=np.int64),
    )
    cluster = np.concatenate([np.empty(0, dtype=np.int64), *(found for _, found, _ in parts)])
    inside = np.concatenate([np.zeros((0, len(COUNTED))), *(sums for _, _, sums in parts)])
    order = np.lexsort((cluster, zone))
    return Pairs(zone[order], cluster[order], inside[order])


def _among(values: IntArray, others: IntArray) -> NDArray[np.bool_]:
    """Return bool[n], whether every value is among others; both ascend."""
    if not others.size:
        return np.zeros(values.size, dtype=bool)
    place = np.minimum(np.searchsorted(others, values), others.size - 1)
    found: NDArray[np.bool_] = others[place] == values
    return found


def _rounded(sums: FloatArray) -> FloatArray:
    return np.round(sums, _DECIMALS)
