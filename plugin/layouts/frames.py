"""What a map shows: the world in Equal Earth, or clusters with room around them, where areas compare.

Longitudes are looked at on the circle: clusters on both sides of the antimeridian are neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)

from ...analysis.editions import METRICS
from ...processing_algorithms.base import tr
from ..symbols import CLUSTER_NAME

WGS84 = "EPSG:4326"
EQUAL_EARTH = "EPSG:8857"
KOREAN_GRID = "EPSG:5179"
KOREA = QgsRectangle(124.6, 34.0, 130.9, 38.5)
# Wider than this, in degrees of longitude, a map is a map of the world.
WORLD_WIDTH = 100.0
# A world map ends here unless clusters lie beyond: south of New Zealand and north of Norway.
WORLD_SOUTH, WORLD_NORTH = -47.5, 72.0
# Where a world ends on which a large region is shown: all land that is lived on.
LOCATED_SOUTH, LOCATED_NORTH = -57.0, 80.0
# What has no rank comes after all that has.
UNRANKED = 2**31
# Room around clusters, in degrees, and around one alone as a part of its own size.
LEAST_ROOM, ROOM = 0.15, 0.08
ROOM_AROUND_ONE = 0.35
# How wide a locator is at least and at most, in metres.
LEAST_SURROUNDINGS, MOST_SURROUNDINGS = 1_600_000.0, 9_000_000.0
# So many times as wide as the map it locates.
SURROUNDINGS = 2.5
# A meridian with no land on it but Greenland and the Antarctic.
ATLANTIC = -30.0
# How much wider than high the items of maps are at most, about.
WIDEST_ITEM = 1.6
# An edge of a quadrangle is looked at in so many places: in another projection it is a curve.
STEPS = 24


@dataclass(frozen=True)
class Frame:
    """What a map shows: an extent in the units of its system of reference, and what to call it."""

    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    title: str = ""
    # The meridian at which the projection cuts the globe, where countries lie on it.
    cut: float | None = None

    @property
    def is_world(self) -> bool:
        """Whether the whole world is in it."""
        return bool(self.crs.authid() == EQUAL_EARTH)

    def shows(self, where: Quadrangle, transforms: QgsCoordinateTransformContext) -> bool:
        """Tell whether any of a few places of a quadrangle is in it."""
        transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), self.crs, transforms)
        xs = (where.west, where.west + where.width / 2, where.west + where.width)
        ys = (where.south, (where.south + where.north) / 2, where.north)
        for x in xs:
            for y in ys:
                try:
                    point = transform.transform(_wrapped(x), y)
                except QgsCsException:
                    continue
                if self.extent.contains(point):
                    return True
        return False


@dataclass(frozen=True)
class Quadrangle:
    """Part of the globe in degrees, from `west` eastwards over `width`; it may cross the antimeridian."""

    west: float
    south: float
    width: float
    north: float

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return _wrapped(self.west + self.width / 2), (self.south + self.north) / 2

    @property
    def box(self) -> QgsRectangle:
        """The same as a rectangle; its east may be beyond 180."""
        return QgsRectangle(self.west, self.south, self.west + self.width, self.north, False)

    def contains(self, longitude: float, latitude: float) -> bool:
        """Tell whether a place is in it."""
        return (longitude - self.west) % 360.0 <= self.width and self.south <= latitude <= self.north

    def buffered(self, room: float) -> Quadrangle:
        """Return it with `room` degrees of latitude, and as many kilometres of longitude, on every side."""
        south, north = max(-89.0, self.south - room), min(89.0, self.north + room)
        across = room / max(0.2, math.cos(math.radians(self.centre[1])))
        return Quadrangle(self.west - across, south, min(360.0, self.width + 2 * across), north)


@dataclass(frozen=True)
class Placed:
    """A cluster on the globe: the id of its feature, its rank, its name in the language of QGIS, its
    economies, its shares in per cent by metric (0 where not told), and where it is.
    """

    feature: int
    rank: int
    name: str
    where: Quadrangle
    economies: str = ""
    shares: tuple[float, ...] = ()


def placed_clusters(clusters: QgsVectorLayer) -> list[Placed]:
    """Return the clusters that have a shape, in order of rank; what has no rank comes last."""
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(clusters))
    name = QgsExpression(CLUSTER_NAME)
    name.prepare(context)
    found = []
    for feature in clusters.getFeatures():
        where = surroundings_of([feature], clusters.crs(), clusters.transformContext())
        if where is None:
            continue
        context.setFeature(feature)
        values = feature.attributeMap()
        rank = values["rank"]
        found.append(
            Placed(
                feature.id(),
                int(rank) if isinstance(rank, int | float) else UNRANKED,
                str(name.evaluate(context) or ""),
                where,
                str(values.get("economies") or ""),
                tuple(_number(values.get(f"share_{metric}")) for metric in METRICS),
            )
        )
    return sorted(found, key=lambda each: (each.rank, each.feature))


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0


def surroundings_of(
    features: Iterable[QgsFeature],
    crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> Quadrangle | None:
    """Return the smallest quadrangle around the shapes of features; None where they have none."""
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), transforms)
    boxes = []
    for feature in features:
        for part in feature.geometry().asGeometryCollection() if feature.hasGeometry() else ():
            box = _in_degrees(part, transform)
            if box is not None:
                boxes.append(box)
    return smallest_around(boxes)


def _in_degrees(part: QgsGeometry, transform: QgsCoordinateTransform) -> QgsRectangle | None:
    box = part.boundingBox()
    if part.isEmpty() or not box.isFinite():
        return None
    try:
        result = transform.transformBoundingBox(box)
    except QgsCsException:
        return None
    on_globe = result.isFinite() and result.yMinimum() >= -90.001 and result.yMaximum() <= 90.001
    return result if on_globe else None


def smallest_around(boxes: Sequence[QgsRectangle]) -> Quadrangle | None:
    """Return the narrowest quadrangle around boxes in degrees: what is left of the circle of longitudes
    without its widest gap.
    """
    if not boxes:
        return None
    south, north = min(box.yMinimum() for box in boxes), max(box.yMaximum() for box in boxes)
    spans = []
    for box in boxes:
        west = _wrapped(box.xMinimum())
        east = west + min(360.0, box.width())
        spans.append((west, min(east, 180.0)))
        if east > 180.0:
            spans.append((-180.0, east - 360.0))
    spans.sort()
    reach = spans[0][0]
    gaps = []
    for west, east in spans:
        gaps.append((west - reach, west))
        reach = max(reach, east)
    gaps.append((spans[0][0] + 360.0 - reach, spans[0][0]))
    widest, west = max(gaps)
    return Quadrangle(west, south, min(360.0, 360.0 - widest), north)


def frame_of(
    clusters: Sequence[Placed], transforms: QgsCoordinateTransformContext, land: Quadrangle | None = None
) -> Frame:
    """Return the whole world, or the clusters with room around them in an equal-area projection; with `land`
    in it, where that is not too wide.

    Raises ValueError where there is no cluster.
    """
    around = _around(clusters)
    if around.width > WORLD_WIDTH:
        return world_frame(clusters, transforms)
    if land is not None:
        with_land = smallest_around([around.box, land.box])
        if with_land is not None and with_land.width <= WORLD_WIDTH:
            around = with_land
    return regional_frame(around, transforms)


def world_frame(clusters: Sequence[Placed], transforms: QgsCoordinateTransformContext) -> Frame:
    """Return the world, southwards and northwards as far as there are clusters."""
    around = _around(clusters)
    return _whole_world(transforms, around.south - 3.0, around.north + 3.0)


def _whole_world(transforms: QgsCoordinateTransformContext, least: float, most: float) -> Frame:
    world = QgsCoordinateReferenceSystem(EQUAL_EARTH)
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), world, transforms)
    east = transform.transform(180.0, 0.0).x()
    south = transform.transform(0.0, max(-89.0, min(WORLD_SOUTH, least))).y()
    north = transform.transform(0.0, min(89.0, max(WORLD_NORTH, most))).y()
    return Frame(world, QgsRectangle(-east, south, east, north))


def regional_frame(around: Quadrangle, transforms: QgsCoordinateTransformContext) -> Frame:
    """Return what is around clusters with some room."""
    high = around.north - around.south
    room = max(LEAST_ROOM, ROOM * max(min(around.width, 180.0), high))
    return frame_around(around.buffered(room), transforms)


def cluster_frame(cluster: Placed, transforms: QgsCoordinateTransformContext) -> Frame:
    """Return one cluster with what surrounds it."""
    where = cluster.where
    size = max(where.north - where.south, where.width * math.cos(math.radians(where.centre[1])))
    return frame_around(where.buffered(max(LEAST_ROOM / 3, ROOM_AROUND_ONE * size)), transforms)


def frame_around(
    where: Quadrangle,
    transforms: QgsCoordinateTransformContext,
    title: str = "",
    *,
    in_korean_grid: bool = True,
) -> Frame:
    """Return a quadrangle in the Korean grid where it lies there, else in an equal-area projection of its
    own.
    """
    longitude, latitude = where.centre
    korea = KOREA.buffered(1.0)
    if (
        in_korean_grid
        and korea.contains(QgsPointXY(where.west, where.south))
        and korea.contains(QgsPointXY(where.west + where.width, where.north))
    ):
        crs, cut = QgsCoordinateReferenceSystem(KOREAN_GRID), None
    else:
        # A map is as wide as its item has it, for high quadrangles wider than they are.
        farthest = max(0.2, math.cos(math.radians(max(abs(where.south), abs(where.north)))))
        aside = max(where.width, WIDEST_ITEM * (where.north - where.south) / farthest) / 2
        crs, cut = _equal_area_around(longitude, latitude, 1.3 * aside)
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, transforms)
    extent = QgsRectangle()
    extent.setNull()
    for step in range(STEPS + 1):
        part = step / STEPS
        x, y = where.west + part * where.width, where.south + part * (where.north - where.south)
        for place in ((x, where.south), (x, where.north), (where.west, y), (where.west + where.width, y)):
            point = transform.transform(_wrapped(place[0]), place[1])
            extent.combineExtentWith(point.x(), point.y())
    return Frame(crs, extent, title, cut)


def surroundings_frame(of: Frame, ratio: float, transforms: QgsCoordinateTransformContext) -> Frame:
    """Return the part of the world that a regional map lies in: so large that its coasts are known, and so
    small that the map is still seen on it. `ratio` is width over height of what shows it.
    """
    degrees = QgsCoordinateReferenceSystem(WGS84)
    wide = SURROUNDINGS * max(of.extent.width(), of.extent.height() * ratio)
    if of.cut is not None:
        # On the world such a map would be in two pieces, which QGIS does not mark.
        around, half = of.extent.center(), max(LEAST_SURROUNDINGS, wide) / 2
        high = half / ratio
        extent = QgsRectangle(around.x() - half, around.y() - high, around.x() + half, around.y() + high)
        return Frame(of.crs, extent, cut=of.cut)
    if wide > MOST_SURROUNDINGS:
        return _whole_world(transforms, LOCATED_SOUTH, LOCATED_NORTH)
    centre = QgsCoordinateTransform(of.crs, degrees, transforms).transform(of.extent.center())
    # So many degrees from the middle to a side, about.
    aside = wide / 2 / (111_000.0 * max(0.2, math.cos(math.radians(centre.y()))))
    crs, cut = _equal_area_around(centre.x(), centre.y(), max(aside, 12.0))
    middle = QgsCoordinateTransform(degrees, crs, transforms).transform(centre)
    half = max(LEAST_SURROUNDINGS, wide) / 2
    return Frame(
        crs,
        QgsRectangle(
            middle.x() - half, middle.y() - half / ratio, middle.x() + half, middle.y() + half / ratio
        ),
        cut=cut,
    )


def _equal_area_around(
    longitude: float, latitude: float, aside: float
) -> tuple[QgsCoordinateReferenceSystem, float | None]:
    """Return an equal-area projection of a place and what is up to `aside` degrees of longitude from it, and
    the meridian where it cuts what QGIS draws.
    """
    if abs(longitude) + aside <= 180.0:
        crs = f"+proj=laea +lat_0={latitude:.3f} +lon_0={longitude:.3f} +datum=WGS84 +units=m +no_defs"
        return QgsCoordinateReferenceSystem.fromProj(crs), None
    # For a map across the antimeridian QGIS draws the countries of the whole world, and the one at the
    # antipode of an azimuthal projection would cover everything. A cylinder may be cut anywhere: in the
    # Atlantic no cluster lies on the cut.
    is_aside = abs(_wrapped(ATLANTIC - longitude)) > aside
    cut = ATLANTIC if is_aside else _wrapped(longitude + 180.0)
    crs = (
        f"+proj=cea +lat_ts={latitude:.3f} +lon_0={_wrapped(cut + 180.0):.3f} +datum=WGS84 +units=m +no_defs"
    )
    return QgsCoordinateReferenceSystem.fromProj(crs), cut


def inset_of(clusters: Sequence[Placed], transforms: QgsCoordinateTransformContext) -> Frame:
    """Return Korea where clusters lie in it, else the densest surroundings of a cluster."""
    centres = [(each.rank, each.name, *each.where.centre) for each in clusters]
    korea = Quadrangle(KOREA.xMinimum(), KOREA.yMinimum(), KOREA.width(), KOREA.yMaximum())
    if any(korea.contains(x, y) for _, _, x, y in centres):
        return frame_around(korea, transforms, tr("Korea"))
    half_height = 1.6

    def surroundings(x: float, y: float) -> Quadrangle:
        half_width = half_height * 1.2 / max(0.2, math.cos(math.radians(y)))
        south, north = max(-89.0, y - half_height), min(89.0, y + half_height)
        return Quadrangle(_wrapped(x - half_width), south, 2 * half_width, north)

    boxes = [surroundings(x, y) for _, _, x, y in centres]
    counts = [sum(box.contains(x, y) for _, _, x, y in centres) for box in boxes]
    densest = max(range(len(centres)), key=lambda index: (counts[index], -centres[index][0]))
    inside = [centre for centre in centres if boxes[densest].contains(centre[2], centre[3])]
    return frame_around(boxes[densest], transforms, tr("Around {place}").format(place=min(inside)[1]))


def _around(clusters: Sequence[Placed]) -> Quadrangle:
    around = smallest_around([each.where.box for each in clusters])
    if around is None:
        raise ValueError(tr("There is no cluster to draw a map of."))
    return around


def _wrapped(longitude: float) -> float:
    return (longitude + 180.0) % 360.0 - 180.0
