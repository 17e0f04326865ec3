"""Zones, clusters and activity laid over each other, as the columns of tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...analysis.editions import METRICS
from ...analysis.scoring import scores, shares
from ...analysis.sums import sum_by
from ...analysis.zones.overlaps import Overlaps
from ...analysis.zones.overlay import COUNTED, Overlay
from ...analysis.zones.regions import REGIONS, Region, regions_of
from ...analysis.zones.scorecard import densities, location_quotients, per_cent, score_zones
from ..inputs.areas import Areas
from ..inputs.located_activity import LocatedActivity
from ..layers.columns import Column
from . import overlay_fields as tables

# What a row of the table of types tells of.
OF_TYPE, ANY_ZONE, NO_ZONE, NO_PLACE = "type", "any", "none", "nowhere"
WHOLE_COUNTRY = "country"


@dataclass(frozen=True)
class LaidZones:
    """What all tables are made of: the areas of z zones, k clusters and p provinces, how they overlap, and
    what is where. Areas are float64 square metres, distances metres.

    `zone_type` int64[z] is the place in `types`; `type_union` float64[t] the area that the zones of a type
    cover together, `union_area` that of all. `shared` are zones and clusters that overlap. `…_covered` is
    what of an area lies in any zone. `nearest_…` are the places of the nearest ones, -1 for none.
    `zone_province` int64[z] holds most of a zone, and `part_in_province` per cent of it; `point_province`
    int64[s].
    """

    zones: Areas
    zone_area: NDArray[np.float64]
    zone_type: NDArray[np.int64]
    types: list[str]
    type_union: NDArray[np.float64]
    union_area: float
    clusters: Areas | None
    cluster_area: NDArray[np.float64]
    cluster_covered: NDArray[np.float64]
    shared: Overlaps
    nearest_cluster: NDArray[np.int64]
    cluster_metres: NDArray[np.float64]
    nearest_zone: NDArray[np.int64]
    zone_metres: NDArray[np.float64]
    provinces: Areas | None
    province_area: NDArray[np.float64]
    province_covered: NDArray[np.float64]
    zone_province: NDArray[np.int64]
    part_in_province: NDArray[np.float64]
    point_province: NDArray[np.int64]
    area_around: NDArray[np.float64]
    found: Overlay
    activity: LocatedActivity

    def told(self, sums: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return sums, float64[…, 4], with NaN for a metric that is not there."""
        return self.activity.activity.told(sums)

    @property
    def everything(self) -> NDArray[np.float64]:
        """What all of the input has, float64[4]."""
        return self.activity.activity.total() + self.activity.nowhere

    @property
    def by_province(self) -> NDArray[np.float64]:
        """What every province has, float64[p, 4]."""
        return self._by_province(self.point_province)

    @property
    def by_province_in_zones(self) -> NDArray[np.float64]:
        """What of every province lies in any zone, float64[p, 4]."""
        return self._by_province(np.where(self.found.covered, self.point_province, -1))

    def _by_province(self, province: NDArray[np.int64]) -> NDArray[np.float64]:
        count = 0 if self.provinces is None else len(self.provinces)
        return np.column_stack(
            [sum_by(province, column, count) for column in self.activity.activity.values.T]
        )

    @property
    def country(self) -> NDArray[np.float64]:
        """What all provinces have, or all of the input where none are known, float64[4]."""
        return self.told(self.everything if self.provinces is None else self.by_province.sum(axis=0))

    def regions(self) -> NDArray[np.int64]:
        """Return the place of every province in REGIONS."""
        return regions_of([] if self.provinces is None else self.provinces.ids)


def scorecard_columns(laid: LaidZones, world: NDArray[np.float64]) -> dict[str, Column]:
    """Return the scorecard of every zone; `world` float64[3] are the totals by metric.

    Raises InputError for a total below what one zone holds.
    """
    found = laid.found
    in_one = laid.zone_province >= 0
    of_province = np.full(found.inside.shape, np.nan)
    of_province[in_one] = laid.by_province[laid.zone_province[in_one]]
    card = score_zones(
        laid.told(found.inside),
        found.around,
        laid.told(found.in_province),
        laid.zone_area,
        laid.area_around,
        country=laid.country,
        world=world,
        of_province=of_province,
    )
    regions = laid.regions()
    provinces = [] if laid.provinces is None else laid.provinces.ids
    unknown = np.full(len(laid.zones), np.nan)
    without = laid.clusters is None
    return {
        "area_km2": laid.zone_area / 1e6,
        "province": [provinces[place] if place >= 0 else None for place in laid.zone_province.tolist()],
        "province_part": np.where(in_one, laid.part_in_province, np.nan),
        "region": [
            str(REGIONS[regions[place]]) if place >= 0 else None for place in laid.zone_province.tolist()
        ],
        **tables.counted(laid.told(found.inside)),
        **tables.metrics("share_province", card.province_share),
        **tables.metrics("share_country", card.country_share),
        **tables.metrics("share", card.share),
        "score": card.score,
        "rank": card.rank,
        "density": card.density,
        "density_around": card.density_around,
        "density_ratio": card.density_ratio,
        **tables.metrics("lq", card.quotient),
        **tables.counted(laid.told(found.apportioned), "apportioned_"),
        "clusters": [None] * len(laid.zones)
        if without
        else np.bincount(laid.shared.polygon, minlength=len(laid.zones)),
        "in_clusters": unknown if without else per_cent(found.in_clusters[:, 0], found.inside[:, 0]),
        "nearest_cluster": _nearest(laid.clusters, laid.nearest_cluster),
        "nearest_km": laid.cluster_metres / 1000.0,
    }


def _nearest(areas: Areas | None, places: NDArray[np.int64]) -> list[str | None]:
    return [None if areas is None or place < 0 else _called(areas, place) for place in places.tolist()]


def _called(areas: Areas, place: int) -> str:
    return areas.names[place] or areas.ids[place]


def pairs_columns(laid: LaidZones, clusters: Areas) -> dict[str, Column]:
    """Return the pairs that overlap, share activity or are nearest, by zone and cluster."""
    width = max(1, len(clusters))
    with_nearest = np.flatnonzero(laid.nearest_cluster >= 0)
    shared, active = laid.shared, laid.found.pairs
    nearest_keys = with_nearest * width + laid.nearest_cluster[with_nearest]
    overlap_keys = shared.polygon * width + shared.other
    active_keys = active.zone * width + active.cluster
    keys = np.unique(np.concatenate([nearest_keys, overlap_keys, active_keys]))
    zone, cluster = keys // width, keys % width
    area, inside, metres = np.zeros(keys.size), np.zeros((keys.size, len(COUNTED))), np.zeros(keys.size)
    area[np.searchsorted(keys, overlap_keys)] = shared.square_metres
    inside[np.searchsorted(keys, active_keys)] = active.inside
    metres[np.searchsorted(keys, nearest_keys)] = laid.cluster_metres[with_nearest]
    return {
        "zone_id": [laid.zones.ids[place] for place in zone.tolist()],
        "zone_name": [laid.zones.names[place] or None for place in zone.tolist()],
        "zone_type": [laid.zones.types[place] or None for place in zone.tolist()],
        "cluster_id": [clusters.ids[place] for place in cluster.tolist()],
        "cluster_name": [clusters.names[place] or None for place in cluster.tolist()],
        "overlap_km2": area / 1e6,
        "part_of_zone": per_cent(area, laid.zone_area[zone]),
        "part_of_cluster": per_cent(area, laid.cluster_area[cluster]),
        **tables.counted(laid.told(inside)),
        "share_of_zone": per_cent(inside[:, 0], laid.found.inside[zone, 0]),
        "share_of_cluster": per_cent(inside[:, 0], laid.found.in_cluster[cluster, 0]),
        "distance_km": metres / 1000.0,
        "nearest": np.isin(keys, nearest_keys),
    }


def clusters_columns(laid: LaidZones, clusters: Areas) -> dict[str, Column]:
    """Return what every cluster has in zones and outside."""
    held: list[list[int]] = [[] for _ in range(len(clusters))]
    for zone, cluster in zip(laid.shared.polygon.tolist(), laid.shared.other.tolist(), strict=True):
        held[cluster].append(zone)
    inside = per_cent(laid.told(laid.found.cluster_in_zones), laid.told(laid.found.in_cluster))
    return {
        "cluster_id": clusters.ids,
        "cluster_name": [name or None for name in clusters.names],
        "area_km2": laid.cluster_area / 1e6,
        "zones": [len(zones) for zones in held],
        "zone_names": ["; ".join(_called(laid.zones, zone) for zone in zones) or None for zones in held],
        "zone_types": [
            "; ".join(sorted({laid.zones.types[zone] for zone in zones} - {""})) or None for zones in held
        ],
        "area_in_zones": per_cent(laid.cluster_covered, laid.cluster_area),
        **tables.counted(laid.told(laid.found.in_cluster)),
        **tables.counted(inside, suffix="_in_zones"),
        **tables.counted(100.0 - inside, suffix="_outside"),
        "nearest_zone": _nearest(laid.zones, laid.nearest_zone),
        "nearest_km": laid.zone_metres / 1000.0,
    }


def types_columns(laid: LaidZones, world: NDArray[np.float64]) -> dict[str, Column]:
    """Return the union of every type, then any zone, no zone and no place, which add up to the input."""
    found = laid.found
    none = np.round(laid.activity.activity.total() - found.in_any_zone, 9)
    counts = laid.told(np.vstack([found.in_type, found.in_any_zone, none, laid.activity.nowhere]))
    kinds = len(laid.types)
    zones = np.bincount(laid.zone_type, minlength=kinds)
    areas = np.bincount(laid.zone_type, weights=laid.zone_area, minlength=kinds)
    union = np.concatenate([laid.type_union, [laid.union_area, np.nan, np.nan]])
    share = shares(counts[:, 1:], world, overlapping=True)
    of_country = per_cent(counts[:, 1:], laid.country[1:])
    if laid.provinces is not None:
        # What is in no zone may be in another country, and what is nowhere in any.
        in_zones = per_cent(laid.by_province_in_zones.sum(axis=0), laid.country)[1:]
        of_country[-2:] = 100.0 - in_zones, np.full(len(METRICS), np.nan)
    return {
        "part": [*[OF_TYPE] * kinds, ANY_ZONE, NO_ZONE, NO_PLACE],
        "zone_type": [*(name or None for name in laid.types), None, None, None],
        "zones": [*zones.tolist(), len(laid.zones), None, None],
        "area_km2": np.concatenate([areas, [areas.sum(), np.nan, np.nan]]) / 1e6,
        "union_km2": union / 1e6,
        **tables.counted(counts),
        **tables.metrics("share_country", of_country),
        **tables.metrics("share", share),
        "score": scores(share),
        "density": densities(counts[:, 0], union),
        **tables.metrics("lq", location_quotients(counts[:, 1:], laid.country[1:])),
    }


def regions_columns(laid: LaidZones, provinces: Areas) -> dict[str, Column]:
    """Return regions, the country and what is outside, then every province."""
    region = laid.regions()
    by_province = laid.by_province
    values, lost = laid.activity.activity.values, laid.point_province < 0
    zones = np.bincount(laid.zone_province[laid.zone_province >= 0], minlength=len(provinces))
    columns = np.column_stack(
        [zones, laid.province_area, laid.province_covered, by_province, laid.by_province_in_zones]
    )
    outside = [
        *(np.count_nonzero(laid.zone_province < 0), np.nan, np.nan),
        *np.round(values[lost].sum(axis=0), 9),
        *np.round(values[lost & laid.found.covered].sum(axis=0), 9),
    ]
    names = [place for place in REGIONS if place is not Region.OUTSIDE]
    grouped = [columns[region == REGIONS.index(place)].sum(axis=0) for place in names]
    order = np.lexsort((np.arange(len(provinces)), -by_province[:, 0], region))
    rows = np.vstack([*grouped, columns.sum(axis=0), outside, columns[order]])
    width = 3 + len(COUNTED)
    counts = laid.told(rows[:, 3:width])
    return {
        "region": [
            *(str(place) for place in names),
            *(WHOLE_COUNTRY, str(Region.OUTSIDE)),
            *(str(REGIONS[region[row]]) for row in order.tolist()),
        ],
        "province": [*[None] * (len(names) + 2), *(provinces.ids[row] for row in order.tolist())],
        "zones": rows[:, 0].astype(np.int64),
        "area_km2": rows[:, 1] / 1e6,
        "zones_km2": rows[:, 2] / 1e6,
        **tables.counted(counts),
        **tables.metrics("share_country", per_cent(counts[:, 1:], laid.country[1:])),
        **tables.counted(per_cent(laid.told(rows[:, width:]), counts), suffix="_in_zones"),
        **tables.metrics("lq", location_quotients(counts[:, 1:], laid.country[1:])),
    }
