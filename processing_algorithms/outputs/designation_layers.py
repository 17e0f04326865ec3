"""What becomes of a designation as rows and shapes: checks, circles, spokes, nodes beyond a limit, totals."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QTransform

from ...analysis.zones.deciding import (
    CANNOT_TELL,
    DECIMALS,
    FAIL,
    MISSING,
    NO_CASE,
    NO_NUMBER,
    PASS,
    AtLeast,
    Check,
)
from ...analysis.zones.enclosing import Circle
from ...analysis.zones.nodes import Nodes, Spread, Ways, places_of
from ...analysis.zones.rules import Value
from ...analysis.zones.totals import RunningTotal
from ..base import language, tr
from ..measures.measuring import ELLIPSOID, LONGITUDE_LATITUDE, Measure
from .catalogue_tables import Cell, own, value_text

WHOLE, REAL, TEXT, FLAG = (
    QMetaType.Type.Int,
    QMetaType.Type.Double,
    QMetaType.Type.QString,
    QMetaType.Type.Bool,
)

KM = 1_000.0

# Corners of a circle: the sides of one of 20 km lie within 1 m of it.
CORNERS = 360

# A margin below this is not seen in three decimals.
_HIDDEN = 0.0005

# Facts that a circle is drawn for, by the name of the circle.
ENCLOSING, CORE = "enclosing", "core"
CIRCLE_FACTS = {ENCLOSING: "enclosing_radius_km", CORE: "core_distance_km"}


@dataclass(frozen=True)
class DrawnCircle:
    """A circle to draw; `limit_km` and `outcome` are those of the check it shows, None and empty for none.
    `longitude` and `latitude` of its centre are degrees, NaN until it is drawn.
    """

    kind: str
    circle: Circle
    limit_km: float | None
    outcome: str
    longitude: float = math.nan
    latitude: float = math.nan


@dataclass(frozen=True)
class Spoke:
    """The way from a centre to the farthest place of a node."""

    centre: str
    node: str
    length_km: float
    limit_km: float | None
    over: bool | None
    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True)
class Offence:
    """A node beyond the limit of a check."""

    node: str
    check: Check
    centre: str
    distance_km: float
    limit_km: float
    place: tuple[float, float]


@dataclass(frozen=True)
class Step:
    """A step of a province's running total, and its limit, None where there is none or more than one."""

    total: RunningTotal
    limit_km2: float | None


# Numbers and words of a check


def shown_number(value: Value | None, decimals: int = 3) -> str:
    """Return a number or a value as a reader meets it: ≥ before a lower bound, a dash for nothing."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, str):
        return value
    text = f"{value:,.{decimals}f}"
    return f"≥ {text}" if isinstance(value, AtLeast) else text


def decimals_of(check: Check) -> int:
    """Return how many decimals the numbers of a check need: more where fewer would hide a narrow miss."""
    if check.margin is not None and 0.0 < abs(check.margin) < _HIDDEN:
        return DECIMALS
    if isinstance(check.number, int | float) and check.fact.type == "count":
        return 0
    return 3


def reason_text(check: Check) -> str:
    """Return why a check cannot be told, empty where it can."""
    if check.outcome != CANNOT_TELL:
        return ""
    if check.reason == MISSING:
        needed: dict[str, str] = {}
        for text in (fact.needs(language()) for fact in check.missing):
            # Several facts may need the same of the user: what is called the same behind the words.
            needed.setdefault(text[text.rfind("(") :] if text.endswith(")") else text, text)
        return tr("Missing: {facts}.").format(facts=", ".join(needed.values()))
    return {
        NO_NUMBER: tr("The text has no number; it is weighed."),
        NO_CASE: tr("The text has no number for this class of province."),
    }[check.reason]


def note_text(check: Check) -> str:
    """Return the note of a rule in the language of QGIS."""
    return check.rule.note(language())


# Tables


def check_cells(nodes_as: str) -> tuple[Cell, ...]:
    """Return the fields of checks."""
    tongue = language()
    return (
        ("rule", TEXT, lambda row: row.rule.id),
        ("name", TEXT, lambda row: row.rule.name(tongue)),
        ("kind", TEXT, lambda row: row.rule.kind),
        ("subject", TEXT, lambda row: row.subject),
        ("reading", TEXT, lambda row: row.reading.name(tongue)),
        ("nodes_as", TEXT, lambda row: nodes_as),
        ("outcome", TEXT, lambda row: row.outcome),
        ("fact", TEXT, lambda row: row.fact.id),
        ("fact_name", TEXT, lambda row: row.fact.name(tongue)),
        ("number", REAL, lambda row: _real(row.number)),
        ("value", TEXT, lambda row: _words(row.number)),
        ("at_least", FLAG, lambda row: None if row.number is None else isinstance(row.number, AtLeast)),
        ("comparison", TEXT, lambda row: row.comparison),
        ("limit", REAL, lambda row: _real(row.limit)),
        ("limit_value", TEXT, lambda row: _words(row.limit)),
        ("margin", REAL, lambda row: row.margin),
        ("unit", TEXT, lambda row: row.fact.unit),
        ("limit_stated", TEXT, lambda row: row.stated_limit),
        ("reason", TEXT, reason_text),
        ("law", TEXT, lambda row: row.rule.law),
        ("article", TEXT, lambda row: row.rule.article),
        ("text_ko", TEXT, lambda row: row.rule.text_ko),
        ("text_en", TEXT, lambda row: row.rule.text_en),
        ("text_is", TEXT, lambda row: row.rule.text_is),
        ("confidence", TEXT, lambda row: row.rule.confidence),
        ("source", TEXT, lambda row: row.rule.source(tongue)),
        ("note", TEXT, note_text),
    )


def _real(value: Value | None) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _words(value: Value | None) -> str:
    return value_text(value) if isinstance(value, bool | str) else ""


CIRCLE_CELLS: tuple[Cell, ...] = (
    *own("kind"),
    ("radius_km", REAL, lambda row: round(row.circle.radius / KM, DECIMALS)),
    ("limit_km", REAL, lambda row: row.limit_km),
    *own("outcome"),
    ("longitude", REAL, lambda row: row.longitude),
    ("latitude", REAL, lambda row: row.latitude),
)
SPOKE_CELLS: tuple[Cell, ...] = (
    *own("centre", "node"),
    ("length_km", REAL, lambda row: row.length_km),
    ("limit_km", REAL, lambda row: row.limit_km),
    ("over", FLAG, lambda row: row.over),
)
OFFENCE_CELLS: tuple[Cell, ...] = (
    *own("node"),
    ("rule", TEXT, lambda row: row.check.rule.id),
    ("reading", TEXT, lambda row: row.check.reading.name(language())),
    *own("centre"),
    ("distance_km", REAL, lambda row: row.distance_km),
    ("limit_km", REAL, lambda row: row.limit_km),
    ("over_km", REAL, lambda row: round(row.distance_km - row.limit_km, DECIMALS)),
)
TOTAL_CELLS: tuple[Cell, ...] = (
    ("sido", TEXT, lambda row: row.total.province.name),
    ("name", TEXT, lambda row: row.total.name),
    ("year", WHOLE, lambda row: row.total.year),
    ("is_node", FLAG, lambda row: row.total.is_node),
    ("area_km2", REAL, lambda row: _round(row.total.area_km2)),
    ("total_km2", REAL, lambda row: _round(row.total.total_km2)),
    ("limit_km2", REAL, lambda row: row.limit_km2),
    ("left_km2", REAL, lambda row: left_km2(row)),
)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def left_km2(step: Step) -> float | None:
    """Return what is left under the limit, negative beyond it."""
    if step.limit_km2 is None or step.total.total_km2 is None:
        return None
    return round(step.limit_km2 - step.total.total_km2, DECIMALS)


# What is drawn


def circles(lie: Spread, checks: Sequence[Check]) -> list[DrawnCircle]:
    """Return the smallest circle, that of the core, and around either centre one for every limit."""
    drawn = []
    for kind, circle in ((ENCLOSING, lie.circle), (CORE, lie.core)):
        if circle is None:
            continue
        about = [check for check in checks if check.fact.id == CIRCLE_FACTS[kind]]
        limits = _limits(about)
        outcomes = {check.outcome for check in about}
        outcome = outcomes.pop() if len(outcomes) == 1 else CANNOT_TELL if outcomes else ""
        drawn.append(DrawnCircle(kind, circle, limits[0] if len(limits) == 1 else None, outcome))
        for limit in limits:
            outcomes = {check.outcome for check in about if check.limit == limit}
            around = Circle(circle.x, circle.y, limit * KM)
            drawn.append(DrawnCircle(f"{kind}_limit", around, limit, outcomes.pop()))
    return drawn


def _limits(checks: Sequence[Check]) -> list[float]:
    return sorted({float(check.limit) for check in checks if check.limit is not None})


def _ways(lie: Spread) -> Iterator[tuple[str, Circle, Ways]]:
    yield ENCLOSING, lie.circle, lie.from_circle
    if lie.core is not None and lie.from_core is not None:
        yield CORE, lie.core, lie.from_core


def spokes(nodes: Nodes, lie: Spread, checks: Sequence[Check]) -> list[Spoke]:
    """Return the ways from the centre of the smallest circle and from the core to every node."""
    found = []
    for kind, circle, ways in _ways(lie):
        limits = _limits([check for check in checks if check.fact.id == CIRCLE_FACTS[kind]])
        limit = limits[0] if len(limits) == 1 else None
        for row, name in enumerate(nodes.names):
            length, end = _way(lie, ways, row)
            over = None if limit is None else length > limit
            found.append(Spoke(kind, name, length, limit, over, (circle.x, circle.y), end))
    return found


def _way(lie: Spread, ways: Ways, row: int) -> tuple[float, tuple[float, float]]:
    place = int(ways.place[row])
    length = round(float(ways.metres[row]) / KM, DECIMALS)
    return length, (float(lie.places.x[place]), float(lie.places.y[place]))


def offences(nodes: Nodes, lie: Spread, checks: Sequence[Check]) -> list[Offence]:
    """Return the nodes that lie beyond the limit of a radius that fails, the farthest first."""
    found = []
    for kind, _, ways in _ways(lie):
        for check in checks:
            if check.fact.id != CIRCLE_FACTS[kind] or check.outcome != FAIL or check.limit is None:
                continue
            limit = float(check.limit)
            for row in np.argsort(-ways.metres, kind="stable").tolist():
                length, place = _way(lie, ways, row)
                if length > limit:
                    found.append(Offence(nodes.names[row], check, kind, length, limit, place))
    return found


def beyond(offences: Sequence[Offence]) -> dict[str, frozenset[str]]:
    """Return the names of the nodes beyond a limit, by the centre that they are too far from."""
    return {
        kind: frozenset(offence.node for offence in offences if offence.centre == kind)
        for kind in (ENCLOSING, CORE)
    }


def steps(totals: Sequence[RunningTotal], checks: Sequence[Check]) -> list[Step]:
    """Return running totals with the limit of their province."""
    limits: dict[str, set[float]] = {}
    for check in checks:
        if check.fact.id == "province_counted_km2" and check.limit is not None:
            limits.setdefault(check.subject, set()).add(float(check.limit))
    found = []
    for total in totals:
        here = limits.get(total.province.name, set())
        found.append(Step(total, next(iter(here)) if len(here) == 1 else None))
    return found


def worst(checks: Sequence[Check]) -> str:
    """Return the outcome of all requirements together: fail where one reading of one fails, pass where all
    pass.
    """
    outcomes = {check.outcome for check in checks if check.rule.kind == "requirement"}
    return FAIL if FAIL in outcomes else CANNOT_TELL if CANNOT_TELL in outcomes or not outcomes else PASS


class Drawing:
    """Draws in the system of the nodes' layer what was measured in another."""

    def __init__(
        self, measure: Measure, target: QgsCoordinateReferenceSystem, context: QgsProcessingContext
    ) -> None:
        self._measure = measure
        self._transform = QgsCoordinateTransform(measure.crs, target, context.transformContext())
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        self._to_degrees = QgsCoordinateTransform(measure.crs, degrees, context.transformContext())
        self._ellipsoid = QgsDistanceArea()
        self._ellipsoid.setSourceCrs(degrees, context.transformContext())
        self._ellipsoid.setEllipsoid(ELLIPSOID)

    def circle(self, circle: Circle) -> QgsGeometry:
        """Return a circle as a polygon of CORNERS corners, each at its radius from the centre."""
        angles = np.linspace(0.0, 2.0 * math.pi, CORNERS, endpoint=False).tolist()
        if self._measure.metric == "planar":
            ring = [
                QgsPointXY(
                    circle.x + circle.radius * math.sin(angle), circle.y + circle.radius * math.cos(angle)
                )
                for angle in angles
            ]
        else:
            centre = QgsPointXY(circle.x, circle.y)
            ring = [self._ellipsoid.computeSpheroidProject(centre, circle.radius, angle) for angle in angles]
        return self._moved(QgsGeometry.fromPolygonXY([[*ring, ring[0]]]))

    def placed(self, circle: DrawnCircle) -> DrawnCircle:
        """Return the circle with its centre in degrees."""
        longitude, latitude = self._degrees(circle.circle.x, circle.circle.y)
        return replace(circle, longitude=longitude, latitude=latitude)

    def degrees(self, nodes: Nodes) -> NDArray[np.float64]:
        """Return longitudes and latitudes of the nodes, float64[n, 2], of polygons their centroids'."""
        places = places_of(nodes, "centroids")
        return np.array([self._degrees(x, y) for x, y in zip(places.x, places.y, strict=True)])

    def _degrees(self, x: float, y: float) -> tuple[float, float]:
        place = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        if self._measure.metric == "planar":
            self._rescaled(place)
            place.transform(self._to_degrees)
        return place.asPoint().x(), place.asPoint().y()

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> QgsGeometry:
        """Return a line between two places."""
        return self._moved(QgsGeometry.fromPolylineXY([QgsPointXY(*start), QgsPointXY(*end)]))

    def point(self, place: tuple[float, float]) -> QgsGeometry:
        """Return a point."""
        return self._moved(QgsGeometry.fromPointXY(QgsPointXY(*place)))

    def _moved(self, geometry: QgsGeometry) -> QgsGeometry:
        self._rescaled(geometry)
        geometry.transform(self._transform)
        return geometry

    def _rescaled(self, geometry: QgsGeometry) -> None:
        if self._measure.metres != 1.0:
            scale = 1.0 / self._measure.metres
            geometry.transform(QTransform.fromScale(scale, scale))


def areas_of_nodes(measured: NDArray[np.float64], nodes: Nodes) -> NDArray[np.float64]:
    """Return float64[n] square metres: measured, else as stated, NaN where neither is known."""
    return np.where(np.isnan(measured), nodes.areas, measured)
