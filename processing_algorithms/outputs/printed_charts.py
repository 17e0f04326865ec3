"""Charts of a printed page as SVG: bars of shares, the ranks of earlier editions, circles of scores.

Drawings are as large as their places on the page, in tenths of a millimetre, with text in points: QGIS draws
them as they are, and their text stays text in a PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from .line_chart import BLUE, GREEN, ORANGE

# One colour per metric, in the order of METRICS; told apart by the colour-blind and on grey paper.
METRIC_COLOURS = (BLUE, ORANGE, GREEN)
INK, FAINT, LINE = "#1c1c1c", "#6a6a6a", "#c4c4c0"

# What names beside bars take of the width at most: bars still tell their parts on what is left.
LONGEST_NAME = 0.56

_UNITS = 10.0  # per millimetre
_MEASURED = 100
_POINT = 25.4 / 72.0 * _UNITS


@dataclass(frozen=True)
class Sheet:
    """Where a chart is drawn: millimetres, points, and the family its text is set in."""

    width: float
    height: float
    size: float
    family: str

    @property
    def letter(self) -> float:
        """The height of a letter in units of the drawing."""
        return self.size * _POINT

    @property
    def units(self) -> tuple[float, float]:
        """Width and height in units of the drawing."""
        return self.width * _UNITS, self.height * _UNITS

    def svg(self, parts: Sequence[str]) -> str:
        """Return the drawing."""
        width, height = self.units
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:g}mm" height="{self.height:g}mm" '
            f'viewBox="0 0 {width:g} {height:g}" font-family="{escape(self.family)}" '
            f'font-size="{self.letter:.2f}">' + "".join(parts) + "</svg>"
        )

    def text(self, x: float, middle: float, words: str, *, anchor: str = "start", colour: str = INK) -> str:
        """Return a line of text whose letters stand around the height `middle`."""
        return (
            f'<text x="{x:.1f}" y="{middle + 0.36 * self.letter:.1f}" text-anchor="{anchor}" '
            f'fill="{colour}">{escape(words)}</text>'
        )

    def length(self, words: str) -> float:
        """Return how long a text is in units of the drawing."""
        # Measured large: metrics of small letters are those of a screen, in whole pixels.
        font = QFont(self.family)
        font.setPixelSize(_MEASURED)
        return float(QFontMetricsF(font).horizontalAdvance(words)) / _MEASURED * self.letter

    def shortened(self, words: str, room: float) -> str:
        """Return a text with an ellipsis where it would take more than `room`."""
        if self.length(words) <= room:
            return words
        while words and self.length(f"{words}…") > room:
            words = words[:-1].rstrip()
        return f"{words}…"


def _bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def stacked_bars_height(rows: int, width: float, size: float, keys: Sequence[str]) -> float:
    """Return how high bars of so many rows like to be, in millimetres."""
    sheet = Sheet(width, 1.0, size, "")
    needed = sum(2.3 * sheet.letter + sheet.length(name) for name in keys)
    lines = 1 + int(needed / sheet.units[0])
    return (1.5 * lines + 0.5 + 2.2 * rows) * sheet.letter / _UNITS


def share_bars_height(bars: int, size: float) -> float:
    """Return how high the bars of so many metrics like to be, in millimetres."""
    return (3.4 * bars + 1.6) * size * _POINT / _UNITS


def stacked_bars(
    sheet: Sheet, rows: Sequence[tuple[str, Sequence[float]]], keys: Sequence[tuple[str, str]]
) -> str:
    """Return bars of shares that add up, one row per cluster: (what it is called, its shares in per cent).

    `keys` are (name, colour) of the shares. Rows that find no room are left out.
    """
    width, height = sheet.units
    parts = []
    x = y = 0.0
    for name, colour in keys:
        needed = 1.3 * sheet.letter + sheet.length(name) + sheet.letter
        if x and x + needed > width:
            x, y = 0.0, y + 1.5 * sheet.letter
        parts.append(_bar(x, y + 0.35 * sheet.letter, 0.8 * sheet.letter, 0.8 * sheet.letter, colour))
        parts.append(sheet.text(x + 1.2 * sheet.letter, y + 0.75 * sheet.letter, name))
        x += needed
    top = y + 2.0 * sheet.letter
    step = min(2.2 * sheet.letter, (height - top) / max(1, len(rows)))
    if step < 1.15 * sheet.letter:
        rows = rows[: max(1, int((height - top) / (1.15 * sheet.letter)))]
        step = (height - top) / len(rows)
    longest = max((sheet.length(name) for name, _ in rows), default=0.0)
    left = min(longest, LONGEST_NAME * width) + 0.5 * sheet.letter
    largest = max((sum(values) for _, values in rows), default=0.0)
    room = width - left - sheet.length("00.00") - 0.4 * sheet.letter
    for row, (name, values) in enumerate(rows):
        middle = top + (row + 0.5) * step
        thick = min(0.72 * step, 1.3 * sheet.letter)
        parts.append(sheet.text(0.0, middle, sheet.shortened(name, left)))
        x = left
        for value, (_, colour) in zip(values, keys, strict=True):
            long = room * value / largest if largest else 0.0
            if long > 0.0:
                parts.append(_bar(x, middle - thick / 2, long, thick, colour))
            x += long
        parts.append(sheet.text(x + 0.35 * sheet.letter, middle, f"{sum(values):.1f}", colour=FAINT))
    return sheet.svg(parts)


@dataclass(frozen=True)
class ShareBar:
    """One metric of a cluster: its share in per cent, and that of the clusters it is compared with."""

    name: str
    colour: str
    share: float
    compared: float | None = None


def share_bars(sheet: Sheet, bars: Sequence[ShareBar], compared: str) -> str:
    """Return one bar per metric with a mark where the others are; `compared` says who they are."""
    width, height = sheet.units
    foot = 1.6 * sheet.letter if any(bar.compared is not None for bar in bars) else 0.0
    step = min(3.4 * sheet.letter, (height - foot) / max(1, len(bars)))
    largest = max((max(bar.share, bar.compared or 0.0) for bar in bars), default=0.0)
    room = width - sheet.length("00.00 %") - 0.6 * sheet.letter
    parts = []
    for row, bar in enumerate(bars):
        top = row * step
        parts.append(sheet.text(0.0, top + 0.6 * sheet.letter, bar.name))
        y, thick = top + 1.35 * sheet.letter, min(1.2 * sheet.letter, step - 1.6 * sheet.letter)
        long = room * bar.share / largest if largest else 0.0
        parts.append(_bar(0.0, y, max(long, 1.0), thick, bar.colour))
        reach = long
        if bar.compared is not None and largest:
            mark = room * bar.compared / largest
            parts.append(
                f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="{y - 2:.1f}" y2="{y + thick + 2:.1f}" '
                f'stroke="{INK}" stroke-width="3"/>'
            )
            if 0.0 <= mark - reach < sheet.length("00.00 %") + sheet.letter:
                reach = mark
        parts.append(sheet.text(reach + 0.5 * sheet.letter, y + thick / 2, f"{bar.share:.2f} %"))
    if foot:
        y = len(bars) * step + 0.8 * sheet.letter
        parts.append(
            f'<line x1="4" x2="4" y1="{y - 0.5 * sheet.letter:.1f}" y2="{y + 0.5 * sheet.letter:.1f}" '
            f'stroke="{INK}" stroke-width="3"/>'
        )
        parts.append(
            sheet.text(1.0 * sheet.letter, y, sheet.shortened(compared, width - sheet.letter), colour=FAINT)
        )
    return sheet.svg(parts)


def rank_history(sheet: Sheet, ranks: Sequence[tuple[str, int | None]]) -> str:
    """Return the ranks of a cluster in editions from the earliest, (edition, rank or None), the first rank on
    top.
    """
    width, height = sheet.units
    known = [rank for _, rank in ranks if rank is not None]
    low, high = min(known, default=1), max(known, default=1)
    top, bottom = 1.6 * sheet.letter, height - 1.8 * sheet.letter
    side = max((sheet.length(name) for name, _ in ranks), default=0.0) / 2
    step = (width - 2 * side) / max(1, len(ranks) - 1)
    places: list[tuple[float, float] | None] = []
    for column, (_, rank) in enumerate(ranks):
        part = 0.5 if high == low else ((rank or low) - low) / (high - low)
        places.append(None if rank is None else (side + column * step, top + part * (bottom - top)))
    parts = []
    for before, after in pairwise(places):
        if before and after:
            parts.append(
                f'<line x1="{before[0]:.1f}" y1="{before[1]:.1f}" x2="{after[0]:.1f}" y2="{after[1]:.1f}" '
                f'stroke="{BLUE}" stroke-width="4"/>'
            )
    for column, ((name, rank), place) in enumerate(zip(ranks, places, strict=True)):
        x = side + column * step
        parts.append(sheet.text(x, height - 0.6 * sheet.letter, name, anchor="middle", colour=FAINT))
        if place:
            parts.append(f'<circle cx="{x:.1f}" cy="{place[1]:.1f}" r="8" fill="{BLUE}"/>')
            parts.append(sheet.text(x, place[1] - 0.95 * sheet.letter, str(rank), anchor="middle"))
        else:
            parts.append(sheet.text(x, (top + bottom) / 2, "–", anchor="middle", colour=FAINT))
    return sheet.svg(parts)


def score_circles(sheet: Sheet, circles: Sequence[tuple[float, str]]) -> str:
    """Return circles of (diameter in millimetres, what it stands for) one below the other."""
    widest = max((diameter for diameter, _ in circles), default=0.0) * _UNITS
    parts = []
    y = 2.0
    for diameter, words in circles:
        across = diameter * _UNITS
        needed = max(across, 1.1 * sheet.letter)
        middle = y + needed / 2
        parts.append(
            f'<circle cx="{2 + widest / 2:.1f}" cy="{middle:.1f}" r="{across / 2:.1f}" fill="#ffffff" '
            'stroke="#3c3c3c" stroke-width="2"/>'
        )
        parts.append(sheet.text(widest + sheet.letter, middle, words))
        y += needed + 0.4 * sheet.letter
    return sheet.svg(parts)
