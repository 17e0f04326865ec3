"""A small map of a designation, drawn as SVG into its report: nodes, circles and the ways between them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

from ...analysis import packages
from ...analysis.zones.enclosing import plane_around
from ...analysis.zones.nodes import Nodes, Spread
from ..base import tr
from .designation_layers import CORE, ENCLOSING, DrawnCircle

WIDTH, HEIGHT, MARGIN = 900.0, 520.0, 24.0
COLOURS = {ENCLOSING: "#1f5fa8", CORE: "#7b3294"}
NODE, CORE_NODE, BEYOND = "#3c3c3c", "#7b3294", "#c8102e"

# Lengths of the scale bar in kilometres: the longest that takes no more than a third of the width.
BARS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)

# The size of names, in the units of the drawing; Hangul is as wide as it is high.
LETTERS = 13.0

FloatArray = NDArray[np.float64]


def sketch(
    nodes: Nodes, lie: Spread, circles: Sequence[DrawnCircle], beyond: Mapping[str, Collection[str]]
) -> str:
    """Return the map as an SVG element; north is up. `beyond` are the names of nodes that are too far away,
    by the centre that they are too far from."""
    shapely = packages.require("shapely", "checking a designation")

    def plane(at: FloatArray) -> FloatArray:
        if nodes.metric == "planar":
            moved = at - (lie.circle.x, lie.circle.y)
        else:
            moved = np.column_stack(plane_around(lie.circle.x, lie.circle.y, at[:, 0], at[:, 1]))
        return np.asarray(moved, dtype=np.float64)

    shapes = shapely.transform(nodes.geometries, plane)
    centres = {
        circle.kind.removesuffix("_limit"): plane(np.array([[circle.circle.x, circle.circle.y]]))[0]
        for circle in circles
    }
    boxes = [shapely.bounds(shapes)]
    for circle in circles:
        centre, radius = centres[circle.kind.removesuffix("_limit")], circle.circle.radius
        boxes.append(np.array([[*(centre - radius), *(centre + radius)]]))
    bounds = np.vstack(boxes)
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    scale = min(
        (WIDTH - 2 * MARGIN) / max(east - west, 1.0), (HEIGHT - 2 * MARGIN - 20) / max(north - south, 1.0)
    )
    left = 0.5 * (WIDTH - scale * (east - west))

    def at(x: float, y: float) -> tuple[float, float]:
        return left + (x - west) * scale, MARGIN + (north - y) * scale

    parts = [_circle(circle, at(*centres[circle.kind.removesuffix("_limit")]), scale) for circle in circles]
    for kind, ways in ((ENCLOSING, lie.from_circle), (CORE, lie.from_core)):
        if ways is None:
            continue
        ends = plane(np.column_stack([lie.places.x[ways.place], lie.places.y[ways.place]]))
        start = at(*centres[kind])
        for name, end in zip(nodes.names, ends.tolist(), strict=True):
            over = name in beyond.get(kind, ())
            parts.append(_line(start, at(*end), BEYOND if over else COLOURS[kind], 1.6 if over else 0.8))
    too_far = {name for names in beyond.values() for name in names}
    places: list[tuple[float, float]] = []
    for row, name in enumerate(nodes.names):
        colour = BEYOND if name in too_far else CORE_NODE if nodes.core[row] else NODE
        if shapely.get_dimensions(shapes[row]) == 2:
            parts.append(_polygon(shapely.get_rings(shapely.get_parts(shapes[row])), at, colour))
        middle = shapely.get_coordinates(shapely.centroid(shapes[row]))[0]
        parts.append(_dot(at(*middle.tolist()), colour))
        if name in too_far:
            parts.append(_ring(at(*middle.tolist())))
        places.append(at(*middle.tolist()))
    parts += _names(places, nodes.names)
    parts.append(_bar(scale))
    label = escape(tr("Nodes, circles and distances"), quote=True)
    return (
        f'<svg viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{label}">'
        + "".join(parts)
        + "</svg>"
    )


def _circle(circle: DrawnCircle, centre: tuple[float, float], scale: float) -> str:
    kind = circle.kind.removesuffix("_limit")
    dash = ' stroke-dasharray="6 5" stroke-width="1"' if kind != circle.kind else ' stroke-width="2"'
    return (
        f'<circle cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="{circle.circle.radius * scale:.1f}" '
        f'fill="none" stroke="{COLOURS[kind]}"{dash}/>'
    )


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> str:
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{colour}" stroke-width="{width:g}" opacity="0.6"/>'
    )


def _polygon(rings: Sequence[object], at: object, colour: str) -> str:
    shapely = packages.require("shapely", "checking a designation")
    path = []
    for ring in rings:
        corners = [at(x, y) for x, y in shapely.get_coordinates(ring).tolist()]  # type: ignore[operator]
        path.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z")
    return (
        f'<path d="{"".join(path)}" fill="{colour}" fill-opacity="0.25" fill-rule="evenodd" '
        f'stroke="{colour}" stroke-width="0.8"/>'
    )


def _dot(place: tuple[float, float], colour: str) -> str:
    return f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="4" fill="{colour}" stroke="#ffffff"/>'


def _ring(place: tuple[float, float]) -> str:
    return (
        f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="9" fill="none" stroke="{BEYOND}" '
        'stroke-width="2"/>'
    )


def _names(places: Sequence[tuple[float, float]], names: Sequence[str]) -> list[str]:
    """Write names beside their places: above or below, right or left, wherever none is written yet."""
    taken: list[tuple[float, float, float, float]] = []
    texts = []
    for (x, y), name in zip(places, names, strict=True):
        width = sum(LETTERS if ord(letter) > 0x2E7F else 0.6 * LETTERS for letter in name)
        boxes = [
            (left, baseline - LETTERS, left + width, baseline + 0.3 * LETTERS)
            for baseline in (y - 6.0, y + 6.0 + LETTERS)
            for left in (x + 7.0, x - 7.0 - width)
        ]
        inside = [box for box in boxes if box[0] >= 0.0 and box[2] <= WIDTH] or boxes
        box = next((box for box in inside if not any(_overlap(box, other) for other in taken)), inside[0])
        taken.append(box)
        texts.append(_text((box[0], box[1] + LETTERS), name))
    return texts


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _text(start: tuple[float, float], name: str) -> str:
    return (
        f'<text x="{start[0]:.1f}" y="{start[1]:.1f}" font-size="{LETTERS:g}" fill="#1d2733" '
        f'stroke="#ffffff" stroke-width="3" paint-order="stroke">{escape(name)}</text>'
    )


def _bar(scale: float) -> str:
    fitting = [length for length in BARS if length * 1000.0 * scale <= WIDTH / 3.0] or [BARS[0]]
    length = fitting[-1]
    x, y = MARGIN, HEIGHT - 14.0
    end = x + length * 1000.0 * scale
    if not math.isfinite(end):
        return ""
    return (
        f'<path d="M{x:g} {y - 5:g}V{y:g}H{end:.1f}V{y - 5:g}" fill="none" stroke="#1d2733"/>'
        f'<text x="{end + 6:.1f}" y="{y:g}" font-size="12" fill="#1d2733">{length:g} km</text>'
    )
