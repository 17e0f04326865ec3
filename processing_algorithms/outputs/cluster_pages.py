"""What the page of one cluster says: its figures, its shares beside the others', who and what it is made of,
the zones in it, its partners, and its ranks in earlier editions.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsSpatialIndex,
    QgsVectorLayer,
)

from ...analysis.editions import METRICS
from ...analysis.zones.catalogue import zone_types
from ..base import language, tr
from ..layers.nulls import without_null
from ..measures.measuring import ELLIPSOID
from ..wording import metric_name
from .map_notes import told_parameters
from .page import number
from .printing import ClusterPage, Listing

# More rows find no room on a page.
MOST_ROWS = 12
# How many clusters before and after one are told, and how many where a page has room.
NEIGHBOURS = 2
MORE_NEIGHBOURS = (8, 7, 6, 5, 4, 3)
# Zones that touch a cluster with less than this part of their area or this many km² are not in it.
LEAST_OVERLAP_KM2 = 0.01
# An earlier cluster is the same where it shares at least this part of the area of the smaller of both.
SAME_PART = 0.5


class ClusterFacts:
    """The clusters of a layer by the ids of their features, in order of rank, and what other layers tell of
    them; all layers but the first may be left out.
    """

    def __init__(
        self,
        clusters: QgsVectorLayer,
        *,
        zones: QgsVectorLayer | None = None,
        organisations: QgsVectorLayer | None = None,
        fields: QgsVectorLayer | None = None,
        links: QgsVectorLayer | None = None,
        earlier: Sequence[QgsVectorLayer] = (),
    ) -> None:
        self._crs = clusters.crs()
        self._transforms = clusters.transformContext()
        self.rows: dict[int, dict[str, Any]] = {}
        self._shapes: dict[int, QgsGeometry] = {}
        ranked = [each for each in clusters.getFeatures() if _is_number(_row(each).get("rank"))]
        for feature in sorted(ranked, key=lambda each: (float(each["rank"]), each.id())):
            self.rows[feature.id()] = _row(feature)
            self._shapes[feature.id()] = QgsGeometry(feature.geometry())
        self._means = self._mean_shares()
        self._of_world = any(name.startswith("TOTAL_") for name in told_parameters(clusters))
        self._measure = QgsDistanceArea()
        self._measure.setSourceCrs(self._crs, self._transforms)
        self._measure.setEllipsoid(ELLIPSOID)
        self._zones = _Shapes(zones, self._crs) if zones is not None else None
        self._organisations = _grouped(organisations)
        self._fields = _grouped(fields)
        self._partners = _partners(links)
        self._earlier = [(_edition(layer), _Shapes(layer, self._crs)) for layer in earlier]
        self._edition = _edition(clusters)

    def of_rank(self, rank: int) -> int | None:
        """Return the id of the first cluster of a rank, None where there is none; ranks may be shared."""
        return next((feature for feature, row in self.rows.items() if int(row["rank"]) == rank), None)

    @property
    def with_shape(self) -> list[int]:
        """The ids of the clusters that can be drawn."""
        return [feature for feature, shape in self._shapes.items() if not shape.isEmpty()]

    def ordered(self, order: str) -> list[int]:
        """Return the ids of the clusters by `order`: rank, name, or intensity with the highest first."""
        if order == "name":
            return sorted(self.rows, key=lambda each: _called(self.rows[each]).casefold())
        if order == "intensity":
            return sorted(self.rows, key=lambda each: -_intensity(self.rows[each]))
        return list(self.rows)

    def page(self, feature: int) -> ClusterPage:
        """Return the page of a cluster. Raises KeyError where there is none of this id."""
        row = self.rows[feature]
        rank = int(row["rank"])
        shares = [
            (metric, float(row[f"share_{metric}"]), self._means.get(metric))
            for metric in METRICS
            if _is_number(row.get(f"share_{metric}")) and metric in self._means
        ]
        listings = {
            "facts": Listing(tr("Figures"), self._facts(row), (1,)),
            "neighbours": Listing(tr("Neighbours in the ranking, score %"), self._neighbours(feature), (1,)),
            "organisations": self._leaders(row),
            "fields": self._field_list(row),
            "partners": Listing(tr("Partners"), self._partners.get(_key(row.get("cluster_id")), ()), (1,)),
            "zones": Listing(tr("Zones in the cluster"), self._zones_in(feature)),
        }
        score = row.get("score")
        parts = [tr("Rank {rank} of {count}").format(rank=rank, count=len(self.rows))]
        if _is_number(score):
            parts.append(tr("score {score} %").format(score=number(score, 2)))
        if row.get("economies"):
            parts.append(str(row["economies"]))
        return ClusterPage(
            feature,
            rank,
            _called(row),
            " · ".join(parts),
            shares,
            tr("Shares of the world") if self._of_world else tr("Shares of the total"),
            tr("mean of {count} clusters").format(count=len(self.rows)),
            listings,
            self._history(row, feature),
            more_neighbours=[self._neighbours(feature, reach) for reach in MORE_NEIGHBOURS],
        )

    def _mean_shares(self) -> dict[str, float]:
        """Return the mean share of every metric that any cluster has a share of."""
        means = {}
        for metric in METRICS:
            known = [
                float(row[f"share_{metric}"])
                for row in self.rows.values()
                if _is_number(row.get(f"share_{metric}"))
            ]
            if known and max(known) > 0.0:
                means[metric] = sum(known) / len(known)
        return means

    @staticmethod
    def _facts(row: Mapping[str, Any]) -> list[tuple[str, ...]]:
        lines = [
            (tr("Patent applications"), "patents", 0),
            (tr("Publications"), "publications", 0),
            (tr("Venture capital deals"), "deals", 0),
            (tr("Addresses"), "addresses", 0),
            (tr("Sites"), "sites", 0),
            (tr("Area, km²"), "area_km2", 0),
            (tr("Population"), "population", 0),
            (tr("Score per million people"), "intensity", 2),
            (tr("Rank by intensity"), "intensity_rank", 0),
        ]
        rows: list[tuple[str, ...]] = [
            (label, number(float(row[field]), decimals))
            for label, field, decimals in lines
            if _is_number(row.get(field)) and (float(row[field]) or field not in METRICS)
        ]
        focus = row.get("focus")
        if focus in METRICS:
            rows.append((tr("Focus"), metric_name(str(focus))))
        elif focus == "mixed":
            rows.append((tr("Focus"), tr("Mixed")))
        change = row.get("rank_change")
        if _is_number(change):
            rows.append((tr("Change of rank"), f"{int(float(str(change))):+d}"))
        return rows

    def _neighbours(self, feature: int, reach: int = NEIGHBOURS) -> list[tuple[str, ...]]:
        """Return `reach` clusters before and after one in the ranking, with it between them."""
        order = list(self.rows)
        place = order.index(feature)
        start = max(0, min(place - reach, len(order) - 2 * reach - 1))
        near = [self.rows[each] for each in order[start : start + 2 * reach + 1]]
        if len(near) < 2 or not all(_is_number(row.get("score")) for row in near):
            return []
        return [(f"{int(row['rank'])} {_called(row)}", number(float(row["score"]), 2)) for row in near]

    def _leaders(self, row: Mapping[str, Any]) -> Listing:
        heading = tr("Leading organisations, % of the cluster")
        found = [
            (str(each.get("organisation")), _per_cent(each.get("share")))
            for each in self._organisations.get(_key(row.get("cluster_id")), ())
        ]
        if found:
            return Listing(heading, found[:MOST_ROWS], (1,))
        if row.get("top_organisation"):
            return Listing(
                heading, [(str(row["top_organisation"]), _per_cent(row.get("top_organisation_share")))], (1,)
            )
        leaders = [
            (str(row[f"top_{metric}"]), metric_name(metric)) for metric in METRICS if row.get(f"top_{metric}")
        ]
        return Listing(tr("Leading organisations"), leaders)

    def _field_list(self, row: Mapping[str, Any]) -> Listing:
        found = [
            (str(each.get("field")), _per_cent(each.get("share")))
            for each in self._fields.get(_key(row.get("cluster_id")), ())
        ]
        if found:
            return Listing(tr("Fields, % of the cluster"), found[:MOST_ROWS], (1,))
        leading = [
            (str(row[f"top_field_{metric}"]), metric_name(metric))
            for metric in METRICS
            if row.get(f"top_field_{metric}")
        ]
        return Listing(tr("Leading fields"), leading)

    def _zones_in(self, feature: int) -> list[tuple[str, ...]]:
        if self._zones is None:
            return []
        kinds = zone_types()
        found = []
        for row, shape in self._zones.touching(self._shapes[feature]):
            kind = kinds.get(str(row.get("zone_type") or ""))
            words = kind.name(language()) if kind else ""
            if shape.type() == Qgis.GeometryType.Polygon:
                area = self._measure.measureArea(shape.intersection(self._shapes[feature])) / 1e6
                if area < LEAST_OVERLAP_KM2:
                    continue
                found.append((area, _zone_name(row) or words, f"{number(area, 1)} km²"))
            else:
                # Names of zones mostly say of which type they are, and need the room.
                found.append((0.0, _zone_name(row) or words, ""))
        found.sort(key=lambda each: (-each[0], each[1]))
        return [(name, words) for _, name, words in found]

    def _history(self, row: Mapping[str, Any], feature: int) -> list[tuple[str, int | None]]:
        now = (self._edition or tr("now"), int(row["rank"]))
        if self._earlier:
            return [*((name, self._rank_in(shapes, feature)) for name, shapes in self._earlier), now]
        before = row.get("earlier_rank")
        return [(tr("before"), int(float(str(before)))), now] if _is_number(before) else []

    def _rank_in(self, shapes: _Shapes, feature: int) -> int | None:
        """Return the rank that an earlier edition gave the cluster, by the area they share."""
        shape = self._shapes[feature]
        area = self._measure.measureArea(shape)
        best, found = 0.0, None
        for row, other in shapes.touching(shape):
            if not _is_number(row.get("rank")):
                continue
            shared = self._measure.measureArea(other.intersection(shape))
            smaller = min(area, self._measure.measureArea(other))
            if smaller > 0.0 and shared / smaller >= SAME_PART and shared > best:
                best, found = shared, int(row["rank"])
        return found


class _Shapes:
    """The features of a layer by where they are, in another system of reference."""

    def __init__(self, layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem) -> None:
        transform = QgsCoordinateTransform(layer.crs(), crs, layer.transformContext())
        self._rows: dict[int, tuple[dict[str, Any], QgsGeometry]] = {}
        self._index = QgsSpatialIndex()
        for feature in layer.getFeatures():
            shape = QgsGeometry(feature.geometry())
            if shape.isEmpty():
                continue
            try:
                shape.transform(transform)
            except QgsCsException:
                continue
            placed = QgsFeature(feature)
            placed.setGeometry(shape)
            self._index.addFeature(placed)
            self._rows[feature.id()] = _row(feature), shape

    def touching(self, shape: QgsGeometry) -> list[tuple[dict[str, Any], QgsGeometry]]:
        """Return the rows and shapes that share a place with a shape."""
        near = (self._rows[found] for found in sorted(self._index.intersects(shape.boundingBox())))
        return [each for each in near if each[1].intersects(shape)]


def _row(feature: QgsFeature) -> dict[str, Any]:
    return {name: without_null(value) for name, value in feature.attributeMap().items()}


def _called(row: Mapping[str, Any]) -> str:
    korean = row.get("name_ko") if language() == "ko" else None
    return str(korean or row.get("name") or "")


def _intensity(row: Mapping[str, Any]) -> float:
    value = row.get("intensity")
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else -math.inf


def _zone_name(row: Mapping[str, Any]) -> str:
    names = [row.get("name_ko"), row.get("name_en"), row.get("name")]
    if language() != "ko":
        names = [names[1], names[0], names[2]]
    return str(next((name for name in names if name), ""))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _per_cent(value: object) -> str:
    return number(float(value), 1) if isinstance(value, int | float) else ""


def _key(value: object) -> str:
    """Return a number of a cluster as text, whether its field holds text, whole numbers or not."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _grouped(layer: QgsVectorLayer | None) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a table by their cluster, in the order of their places."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if layer is None:
        return groups
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    for feature in layer.getFeatures(request):
        row = _row(feature)
        groups[_key(row.get("cluster_id"))].append(row)
    for rows in groups.values():
        rows.sort(key=lambda row: row["place"] if _is_number(row.get("place")) else math.inf)
    return groups


def _partners(links: QgsVectorLayer | None) -> dict[str, list[tuple[str, ...]]]:
    """Return the partners of every cluster with the strength of the tie, the strongest first."""
    if links is None:
        return {}
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for feature in links.getFeatures(request):
        row = _row(feature)
        strength = float(row["strength"]) if _is_number(row.get("strength")) else 0.0
        for one, other in (("first", "second"), ("second", "first")):
            found[_key(row.get(f"{one}_id"))].append((strength, str(row.get(f"{other}_name") or "")))
    return {
        cluster: [
            (name, number(strength, 1))
            for strength, name in sorted(ties, key=lambda tie: (-tie[0], tie[1]))[:MOST_ROWS]
        ]
        for cluster, ties in found.items()
    }


def _edition(layer: QgsVectorLayer) -> str:
    """Return the edition that a layer tells, else its name."""
    return told_parameters(layer).get("EDITION") or str(layer.name())
