"""Charts of lines as inline SVG, for pages without scripts: they print as they show."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

# Okabe & Ito's colours, told apart by the colour-blind; grey is for what is compared with.
BLUE, ORANGE, GREEN, GREY = "#0072b2", "#d55e00", "#009e73", "#7a858f"

CHART_STYLE = """
svg.chart { width: 100%; height: auto; margin: 0.5em 0 1em; page-break-inside: avoid; }
svg.chart text { font-size: 12px; fill: #1d2733; }
svg.chart .grid { stroke: #d8dfe6; stroke-width: 1; }
svg.chart .axis { stroke: #51606f; stroke-width: 1; }
svg.chart .mark { stroke: #1d2733; stroke-width: 1; stroke-dasharray: 4 3; }
"""

_WIDTH, _HEIGHT = 760, 330
_LEFT, _RIGHT, _TOP, _BOTTOM = 66, 30, 34, 48


@dataclass(frozen=True)
class Line:
    """A line through points in the order they are given; `dots` draws a dot at each as well."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str
    dots: bool = False


@dataclass(frozen=True)
class Axis:
    """What an axis is titled and from where to where it goes; `logarithmic` needs a `low` above 0."""

    title: str
    low: float
    high: float
    logarithmic: bool = False

    def place(self, value: float) -> float:
        """Return how far along the axis a value is, 0 to 1 between its ends."""
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = math.log(low), math.log(high), math.log(value)
        return 0.5 if low == high else (value - low) / (high - low)

    def ticks(self) -> list[float]:
        """Return round values between the ends."""
        if self.logarithmic:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            steps = [float(f"{step}e{power}") for power in powers for step in (1, 2, 5)]
            return [step for step in steps if self.low <= step <= self.high]
        span = self.high - self.low
        if not span > 0.0:
            return [self.low]
        rough = span / 6.0
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= rough)
        first = math.ceil(round(self.low / step, 9))
        return [round(place * step, 12) for place in range(first, math.floor(round(self.high / step, 9)) + 1)]


@dataclass(frozen=True)
class Mark:
    """A dashed line across the chart at a value of one of the axes, with words beside it."""

    value: float
    words: str
    horizontal: bool = False


def line_chart(title: str, lines: Sequence[Line], across: Axis, up: Axis, marks: Sequence[Mark] = ()) -> str:
    """Return a chart as an SVG element; `title` is what readers of a screen reader hear."""

    def x_of(value: float) -> str:
        return f"{_LEFT + across.place(value) * (_WIDTH - _LEFT - _RIGHT):.1f}"

    def y_of(value: float) -> str:
        return f"{_HEIGHT - _BOTTOM - up.place(value) * (_HEIGHT - _TOP - _BOTTOM):.1f}"

    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
    ]
    for tick in across.ticks():
        parts.append(f'<line class="grid" x1="{x_of(tick)}" x2="{x_of(tick)}" y1="{_TOP}" y2="{bottom}"/>')
        parts.append(f'<text x="{x_of(tick)}" y="{bottom + 16}" text-anchor="middle">{tick:,g}</text>')
    for tick in up.ticks():
        parts.append(f'<line class="grid" x1="{_LEFT}" x2="{right}" y1="{y_of(tick)}" y2="{y_of(tick)}"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y_of(tick)}" dy="4" text-anchor="end">{tick:,g}</text>')
    parts.append(f'<path class="axis" fill="none" d="M{_LEFT},{_TOP}V{bottom}H{right}"/>')
    middle = 0.5 * (_TOP + bottom)
    parts.append(
        f'<text x="{0.5 * (_LEFT + right):.0f}" y="{_HEIGHT - 8}" text-anchor="middle">'
        f"{escape(across.title)}</text>"
        f'<text x="14" y="{middle:.0f}" text-anchor="middle" transform="rotate(-90 14 {middle:.0f})">'
        f"{escape(up.title)}</text>"
    )
    for mark in marks:
        axis = up if mark.horizontal else across
        if not axis.low <= mark.value <= axis.high:
            continue
        if mark.horizontal:
            place = y_of(mark.value)
            parts.append(f'<line class="mark" x1="{_LEFT}" x2="{right}" y1="{place}" y2="{place}"/>')
            parts.append(f'<text x="{_LEFT + 6}" y="{place}" dy="15">{escape(mark.words)}</text>')
        else:
            place = x_of(mark.value)
            late = across.place(mark.value) > 0.6
            parts.append(f'<line class="mark" x1="{place}" x2="{place}" y1="{_TOP}" y2="{bottom}"/>')
            parts.append(
                f'<text x="{place}" y="{_TOP + 14}" dx="{-6 if late else 6}" '
                f'text-anchor="{"end" if late else "start"}">{escape(mark.words)}</text>'
            )
    parts += [_drawn(line, [x_of(x) for x in line.x], [y_of(y) for y in line.y]) for line in lines]
    parts.append(_legend(lines))
    return "\n".join([*parts, "</svg>"])


def _drawn(line: Line, xs: Sequence[str], ys: Sequence[str]) -> str:
    points = list(zip(xs, ys, strict=True))
    path = " ".join(f"{x},{y}" for x, y in points)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3.2" fill="{line.colour}"/>' for x, y in points)
    return f'<polyline fill="none" stroke="{line.colour}" stroke-width="2" points="{path}"/>' + (
        dots if line.dots or len(points) == 1 else ""
    )


def _legend(lines: Sequence[Line]) -> str:
    """Return the names of the lines in a row above the chart, in columns of equal width."""
    width = (_WIDTH - _LEFT - _RIGHT) / max(1, len(lines))
    return "".join(
        f'<rect x="{_LEFT + place * width:.0f}" y="10" width="14" height="4" fill="{line.colour}"/>'
        f'<text x="{_LEFT + place * width + 20:.0f}" y="16">{escape(line.name)}</text>'
        for place, line in enumerate(lines)
    )
