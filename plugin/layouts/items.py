"""The items of a layout that a page is made of: found by their ids, placed and given text."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from qgis.core import (
    Qgis,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsTableCell,
)
from qgis.PyQt.QtCore import Qt

from ...processing_algorithms.outputs.printed_charts import Sheet
from .fonts import hangul_family, in_hangul_family

# The ids of items in a template, by what is put into them. They stay: users have made templates of their own.
TEXT_IDS = ("title", "subtitle", "notes", "remark", "method", "sources", "date", "inset_title")
HEADING_IDS = (
    "ranking_title",
    "shares_title",
    "circles_title",
    "facts_title",
    "neighbours_title",
    "organisations_title",
    "fields_title",
    "partners_title",
    "zones_title",
    "history_title",
)
MAP_IDS = ("map", "inset", "legend", "scale_bar", "inset_scale_bar")
CHART_IDS = ("ranking", "shares", "circles", "history")
LIST_IDS = ("facts", "neighbours", "organisations", "fields", "partners", "zones")
IDS = (*TEXT_IDS, *HEADING_IDS, *MAP_IDS, *CHART_IDS, *LIST_IDS)


def item_of(layout: QgsPrintLayout, identifier: str, kind: type) -> QgsLayoutItem | None:
    """Return the item with an id, None where there is none or it is of another kind."""
    return next(
        (item for item in items_of(layout) if item.id() == identifier and isinstance(item, kind)), None
    )


def items_of(layout: QgsPrintLayout) -> Iterator[QgsLayoutItem]:
    """Return the items of a layout."""
    return (item for item in layout.items() if isinstance(item, QgsLayoutItem))


def table_of(
    layout: QgsPrintLayout, identifier: str, kind: type
) -> tuple[QgsLayoutTable, QgsLayoutFrame] | None:
    """Return the table in the frame with an id, and the frame."""
    frame = item_of(layout, identifier, QgsLayoutFrame)
    if isinstance(frame, QgsLayoutFrame) and isinstance(frame.multiFrame(), kind):
        return frame.multiFrame(), frame
    return None


def present(layout: QgsPrintLayout) -> set[str]:
    """Return which of IDS a layout has."""
    return {item.id() for item in items_of(layout)} & set(IDS)


def set_hangul_family(layout: QgsPrintLayout) -> None:
    """Set every text of a layout in the family with Hangul; sizes and weights stay."""
    for item in items_of(layout):
        if isinstance(item, QgsLayoutItemLabel | QgsLayoutItemScaleBar):
            item.setTextFormat(in_hangul_family(item.textFormat()))
        elif isinstance(item, QgsLayoutItemLegend):
            for part in (
                QgsLegendStyle.Style.Title,
                QgsLegendStyle.Style.Group,
                QgsLegendStyle.Style.Subgroup,
                QgsLegendStyle.Style.SymbolLabel,
            ):
                style = item.style(part)
                style.setTextFormat(in_hangul_family(style.textFormat()))
                item.setStyle(part, style)
    for table in layout.multiFrames():
        if isinstance(table, QgsLayoutTable):
            table.setHeaderTextFormat(in_hangul_family(table.headerTextFormat()))
            table.setContentTextFormat(in_hangul_family(table.contentTextFormat()))


def move(item: QgsLayoutItem, x: float, y: float) -> None:
    """Put an item's upper left corner somewhere on its page, in millimetres."""
    item.attemptMove(QgsLayoutPoint(x, y, Qgis.LayoutUnit.Millimeters))


def resize(item: QgsLayoutItem, width: float, height: float) -> None:
    """Give an item its size in millimetres."""
    item.attemptResize(QgsLayoutSize(width, height, Qgis.LayoutUnit.Millimeters))


def sheet_of(picture: QgsLayoutItemPicture, size: float) -> Sheet:
    """Return the sheet of a chart in the place of a picture; `size` is that of its text in points."""
    return Sheet(picture.rect().width(), picture.rect().height(), size, hangul_family())


def set_drawing(picture: QgsLayoutItemPicture, svg: str) -> None:
    """Show a drawing in a picture, which from then on carries it."""
    encoded = base64.b64encode(svg.encode()).decode()
    picture.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    picture.setPicturePath(f"base64:{encoded}", QgsLayoutItemPicture.Format.FormatSVG)


def set_rows(
    table: QgsLayoutItemManualTable,
    frame: QgsLayoutFrame,
    rows: list[tuple[str, ...]],
    numbers: tuple[int, ...] = (),
) -> int:
    """Fill a table with rows, as many as its frame has room for; return how many were left out.

    `numbers` are the columns with numbers, which take what room they need; the first column takes the rest
    and is shortened.
    """
    format_ = table.contentTextFormat()
    family = format_.font().family()
    sheet = Sheet(frame.rect().width(), frame.rect().height(), format_.size(), family)
    margin = 2 * table.cellMargin()
    most = max(1, int(sheet.height / (sheet.letter / 10.0 + margin)))
    shown = rows[:most]
    while True:
        columns = len(shown[0])
        widths = [0.0] * columns
        for column in range(1, columns):
            longest = max(sheet.length(row[column]) for row in shown) / 10.0
            most_wide = (0.6 if column in numbers else 0.4) * sheet.width
            widths[column] = min(1.03 * longest + 0.2, most_wide)
        taken = sum(widths[1:]) + columns * margin + (columns + 1) * table.gridStrokeWidth()
        widths[0] = max(0.2 * sheet.width, sheet.width - taken - 0.1)
        contents = [
            [_cell(sheet, text, widths[at], at in numbers) for at, text in enumerate(row)] for row in shown
        ]
        table.setTableContents(contents)
        table.setColumnWidths(widths)
        shrink_to_rows(table, frame, len(shown), sheet.width, sheet.height)
        if len(shown) == 1 or table.totalSize().height() <= frame.rect().height() + 0.05:
            return len(rows) - len(shown)
        shown = shown[:-1]


def _cell(sheet: Sheet, text: str, width: float, is_number: bool) -> QgsTableCell:
    cell = QgsTableCell(sheet.shortened(text, 10.0 * width))
    cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft)
    return cell


def shrink_to_rows(
    table: QgsLayoutTable, frame: QgsLayoutFrame, rows: int, width: float, height: float
) -> None:
    """Make the frame of a table as high as its rows with their head, at most `height`, and `width` wide, in
    millimetres.
    """
    # QGIS does not tell how high rows are: only whether a frame of some height holds them all.
    size = table.contentTextFormat().size() * 25.4 / 72.0
    # Nor does it tell where not even one row finds room: the first guess has room for two.
    enough = min(height, max(2, rows) * (size + 2 * table.cellMargin()))
    resize(frame, width, enough)
    table.recalculateTableSize()
    while table.totalSize().height() > enough + 0.01 and enough < height:
        enough = min(height, enough + 0.4)
        resize(frame, width, enough)
        table.recalculateTableSize()
