"""Writes the layout templates in resources/layouts: where everything stands on a page, and how large.

    scripts/env.sh .venv/bin/python scripts/layouts.py

QGIS writes the files itself; then they are freed of what belongs to the machine that wrote them (fonts,
random ids). They hold no texts: the plugin fills the items by their ids, see plugin/layouts/filling.py.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from innovation_clusters.plugin.layouts import flow
from innovation_clusters.plugin.layouts.filling import CHART_TEXT
from innovation_clusters.plugin.layouts.flow import FLOW
from innovation_clusters.plugin.layouts.fonts import FAINT, INK
from innovation_clusters.plugin.layouts.legend import GROWTH
from innovation_clusters.plugin.layouts.templates import TEMPLATES

RULE = QColor("#c4c4c0")
SIZES = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
# A3 has larger letters, though not by as much as the paper, and room for more rows.
LETTERS = {"a4": 1.0, "a3": 1.2}
GAP = 3.0


@dataclass(frozen=True)
class Place:
    """A rectangle on the page, in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def columns(self, *parts: float, gap: float = GAP) -> list[Place]:
        """Divide it into columns of these proportions."""
        room = self.width - gap * (len(parts) - 1)
        places, x = [], self.x
        for part in parts:
            width = room * part / sum(parts)
            places.append(Place(x, self.y, width, self.height))
            x += width + gap
        return places

    def rows(self, *parts: float, gap: float = GAP) -> list[Place]:
        """Divide it into rows of these proportions."""
        room = self.height - gap * (len(parts) - 1)
        places, y = [], self.y
        for part in parts:
            height = room * part / sum(parts)
            places.append(Place(self.x, y, self.width, height))
            y += height + gap
        return places


class Page:
    """A template in the making: one page, and items with ids."""

    def __init__(self, project: QgsProject, size: str, *, landscape: bool) -> None:
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.renderContext().setDpi(300)
        self.letters = LETTERS[size]
        self.layout.setCustomProperty(CHART_TEXT, round(6.8 * self.letters, 2))
        across, down = SIZES[size]
        self.width, self.height = (down, across) if landscape else (across, down)
        orientation = QgsLayoutItemPage.Orientation
        page = self.layout.pageCollection().page(0)
        page.setPageSize(size.upper(), orientation.Landscape if landscape else orientation.Portrait)
        self.margin = 10.0 if size == "a4" else 14.0
        self.body = self._frame(landscape)

    def flow(self, columns: list[Place], parts: Sequence[str]) -> None:
        """Have parts follow each other in columns, each as high as what is in it."""
        told = [[place.x, place.y, place.width, place.height] for place in columns]
        self.layout.setCustomProperty(FLOW, flow.written(told, parts))

    def _frame(self, landscape: bool) -> Place:
        """Add title, subtitle and notes; return what is left between them."""
        width, top = self.width - 2 * self.margin, 0.8 * self.margin
        title, subtitle = 10.5 * self.letters, 5.5 * self.letters
        self.text("title", Place(self.margin, top, width, title), 20, bold=True)
        self.text("subtitle", Place(self.margin, top + title, width, subtitle), 10, colour=FAINT)
        notes = (19.5 if landscape else 25.0) * self.letters
        foot = self.height - 0.6 * self.margin - notes
        self.text("notes", Place(self.margin, foot, width, notes), 6.5, colour=FAINT, at_bottom=True)
        start = top + title + subtitle + 2.0
        return Place(self.margin, start, width, foot - 2.0 - start)

    def _add(self, item: QgsLayoutItem, identifier: str, place: Place) -> None:
        item.setId(identifier)
        self.layout.addLayoutItem(item)
        self._put(item, place)

    @staticmethod
    def _put(item: QgsLayoutItem, place: Place) -> None:
        millimetres = Qgis.LayoutUnit.Millimeters
        item.attemptMove(QgsLayoutPoint(round(place.x, 2), round(place.y, 2), millimetres))
        item.attemptResize(QgsLayoutSize(round(place.width, 2), round(place.height, 2), millimetres))

    def format(self, size: float, *, bold: bool = False, colour: QColor = INK) -> QgsTextFormat:
        result = QgsTextFormat()
        font = QFont("Noto Sans")
        font.setBold(bold)
        result.setFont(font)
        result.setSize(round(size * self.letters, 2))
        result.setSizeUnit(Qgis.RenderUnit.Points)
        result.setColor(colour)
        return result

    def text(
        self,
        identifier: str,
        place: Place,
        size: float,
        *,
        bold: bool = False,
        colour: QColor = INK,
        at_bottom: bool = False,
    ) -> None:
        label = QgsLayoutItemLabel(self.layout)
        label.setTextFormat(self.format(size, bold=bold, colour=colour))
        label.setMarginX(0)
        label.setMarginY(0)
        if at_bottom:
            label.setVAlign(Qt.AlignmentFlag.AlignBottom)
        self._add(label, identifier, place)

    def headed(self, identifier: str, place: Place) -> Place:
        """Add the heading of a part; return the room beneath it."""
        height = 5.0 * self.letters
        self.text(identifier, Place(place.x, place.y, place.width, height), 8, bold=True)
        return Place(place.x, place.y + height, place.width, place.height - height)

    def map(self, identifier: str, place: Place, *, framed: bool = True) -> QgsLayoutItemMap:
        item = QgsLayoutItemMap(self.layout)
        self._add(item, identifier, place)
        item.setBackgroundColor(QColor("white"))
        item.setFrameEnabled(framed)
        item.setFrameStrokeColor(RULE)
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
        return item

    def locator(self, place: Place, of: QgsLayoutItemMap) -> None:
        """Add a small map that shows where a larger one lies."""
        item = self.map("inset", place)
        overview = QgsLayoutItemMapOverview("overview", item)
        overview.setLinkedMap(of)
        # With an outline a map too small to be seen on the other one is a dot there.
        overview.setFrameSymbol(
            QgsFillSymbol.createSimple(
                {"color": "212,53,28,60", "outline_color": "#d4351c", "outline_width": "0.5"}
            )
        )
        item.overviews().addOverview(overview)

    def legend(self, place: Place, linked: QgsLayoutItemMap) -> None:
        item = QgsLayoutItemLegend(self.layout)
        item.setLinkedMap(linked)
        item.setAutoUpdateModel(False)
        item.setResizeToContents(False)
        for part, bold in (
            (QgsLegendStyle.Style.Title, True),
            (QgsLegendStyle.Style.Subgroup, True),
            (QgsLegendStyle.Style.Group, True),
            (QgsLegendStyle.Style.SymbolLabel, False),
        ):
            style = item.style(part)
            style.setTextFormat(self.format(8 if bold else 7.5, bold=bold))
            item.setStyle(part, style)
        item.setStyleMargin(QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Top, 2.0)
        item.setStyleMargin(QgsLegendStyle.Style.Symbol, QgsLegendStyle.Side.Top, 1.2)
        item.setBoxSpace(0)
        item.setSymbolWidth(5)
        item.setSymbolHeight(3.2)
        item.setMaximumSymbolSize(3.4)
        item.setBackgroundEnabled(False)
        self._add(item, "legend", place)

    def picture(self, identifier: str, place: Place) -> None:
        item = QgsLayoutItemPicture(self.layout)
        item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperLeft)
        self._add(item, identifier, place)

    def chart(self, name: str, place: Place) -> None:
        self.picture(name, self.headed(f"{name}_title", place))

    def scale_bar(self, identifier: str, linked: QgsLayoutItemMap, place: Place) -> None:
        item = QgsLayoutItemScaleBar(self.layout)
        item.setStyle("Line Ticks Up")
        item.setLinkedMap(linked)
        item.setTextFormat(self.format(6.5))
        item.setHeight(1.2)
        # Names on the map do not run into its numbers.
        item.setBackgroundEnabled(True)
        item.setBackgroundColor(QColor(255, 255, 255, 200))
        self._add(item, identifier, Place(place.x + 1.5, place.bottom - 8.0 * self.letters, 40, 7))

    def ranking(self, place: Place) -> None:
        table = QgsLayoutItemAttributeTable.create(self.layout)
        self._add_table(table, "ranking", self.headed("ranking_title", place))
        table.setHeaderTextFormat(self.format(7, bold=True))
        table.setHeaderHAlignment(QgsLayoutTable.HeaderHAlignment.FollowColumn)

    def listing(self, name: str, place: Place) -> None:
        table = QgsLayoutItemManualTable.create(self.layout)
        self._add_table(table, name, self.headed(f"{name}_title", place))

    def _add_table(self, table: QgsLayoutTable, identifier: str, place: Place) -> None:
        table.setContentTextFormat(self.format(7))
        table.setCellMargin(0.7)
        table.setShowGrid(True)
        table.setHorizontalGrid(True)
        table.setVerticalGrid(False)
        table.setGridStrokeWidth(0.1)
        table.setGridColor(RULE)
        table.setBackgroundColor(QColor("white"))
        self.layout.addMultiFrame(table)
        frame = QgsLayoutFrame(self.layout, table)
        frame.setId(identifier)
        table.addFrame(frame)
        self._put(frame, place)


# The pages


def world(page: Page, *, landscape: bool) -> None:
    """The whole world above, ranking, shares, legend and an inset below."""
    if landscape:
        upper, lower = page.body.rows(1.68, 1.0)
        legend, circles, ranking, shares, inset = lower.columns(34, 17, 118, 48, 50)
    else:
        upper, middle, last = page.body.rows(72, 92, 66)
        ranking, shares = middle.columns(112, 75, gap=5.0)
        inset, legend, circles = last.columns(100, 46, 36, gap=5.0)
    shown = page.map("map", upper, framed=False)
    page.legend(legend, shown)
    page.chart("circles", circles)
    page.ranking(ranking)
    page.chart("shares", shares)
    place = page.headed("inset_title", inset)
    detail = page.map("inset", place)
    page.scale_bar("inset_scale_bar", detail, place)


def country(page: Page, *, landscape: bool) -> None:
    """A country or region, its ranking and shares, and where in the world it is."""
    if landscape:
        left, right = page.body.columns(166, 106, gap=5.0)
        above, below = right.rows(124, 38)
        ranking, shares = above.rows(80, 44)
        legend, circles, inset = below.columns(38, 18, 48)
        page.flow([above], ["ranking", "shares"])
        page.layout.setCustomProperty(GROWTH, round(40.0 * page.letters, 1))
    else:
        left, lower = page.body.rows(1.0, 0.98)
        beside, right = lower.columns(112, 73, gap=5.0)
        ranking, shares = beside.rows(72, 48)
        below, inset = right.rows(64, 54)
        legend, circles = below.columns(46, 25)
        page.flow([beside], ["ranking", "shares"])
    shown = page.map("map", left)
    page.scale_bar("scale_bar", shown, left)
    page.ranking(ranking)
    page.chart("shares", shares)
    page.legend(legend, shown)
    page.chart("circles", circles)
    page.locator(inset, shown)


# The parts of the page of a cluster in the order in which they are read.
PARTS = ("facts", "shares", "neighbours", "organisations", "fields", "partners", "zones", "history")


def cluster(page: Page, *, landscape: bool) -> None:
    """One cluster: its map, its figures, who and what it is made of."""
    if landscape:
        left, right = page.body.columns(150, 122, gap=5.0)
        shown_in, below = left.rows(122, 38)
        legend, inset = below.columns(78, 68)
        first, second = right.columns(1, 1, gap=5.0)
        facts, shares, history, neighbours = first.rows(48, 42, 32, 34)
        organisations, fields, partners, zones = second.rows(44, 38, 38, 38)
        page.flow([first, second], PARTS)
    else:
        shown_in, lower = page.body.rows(98, 134)
        first, second, third = lower.columns(1, 1, 1, gap=5.0)
        legend, inset = first.rows(84, 46)
        facts, shares, neighbours, history = second.rows(42, 38, 32, 30)
        organisations, fields, partners, zones = third.rows(36, 31, 31, 31)
        page.flow([second, third], PARTS)
    shown = page.map("map", shown_in)
    page.scale_bar("scale_bar", shown, shown_in)
    page.legend(legend, shown)
    page.locator(inset, shown)
    page.listing("facts", facts)
    page.chart("shares", shares)
    page.chart("history", history)
    for name, place in (
        ("neighbours", neighbours),
        ("organisations", organisations),
        ("fields", fields),
        ("partners", partners),
        ("zones", zones),
    ):
        page.listing(name, place)


SUBJECTS = {"world": world, "country": country, "cluster": cluster}


# Files


def written(layout: QgsPrintLayout, name: str) -> str:
    """Return a template as XML that is the same on every machine: ids made from the name, no fonts."""
    layout.setName(name)
    path = TEMPLATES / f".{name}.qpt"
    context = QgsReadWriteContext()
    if not layout.saveAsTemplate(str(path), context):
        raise OSError(path)
    text = path.read_text(encoding="utf-8")
    path.unlink()
    root = ElementTree.fromstring(text)
    for element in root.iter():
        for attribute in [each for each in element.attrib if "font" in each.lower() and "Family" in each]:
            del element.attrib[attribute]
        ordered = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(ordered)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode") + "\n"
    known: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        return known.setdefault(found.group(), f"{{{uuid5(NAMESPACE_URL, f'{name}/{len(known)}')}}}")

    return re.sub(r"\{[0-9a-f]{8}-[0-9a-f-]{27}\}", renamed, text)


def templates() -> dict[str, str]:
    """Return the text of every template by the name of its file."""
    project = QgsProject()
    made = {}
    for subject, fill in SUBJECTS.items():
        for size in SIZES:
            for landscape in (True, False):
                name = f"{subject}_{size}_{'landscape' if landscape else 'portrait'}"
                page = Page(project, size, landscape=landscape)
                fill(page, landscape=landscape)
                made[name] = written(page.layout, name)
                del page
    return made


def main() -> int:
    application = QgsApplication([], True)
    application.initQgis()
    TEMPLATES.mkdir(exist_ok=True)
    for name, text in templates().items():
        Path(TEMPLATES / f"{name}.qpt").write_text(text, encoding="utf-8")
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
