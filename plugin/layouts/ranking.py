"""The ranking as a table of a layout: as many clusters as there is room for, in columns that fit."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutTableColumn,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from ...processing_algorithms.base import tr
from ..symbols import CLUSTER_NAME
from .items import shrink_to_rows

LONGEST_NAME, SHORTER_NAME, SHORTEST_NAME = 44, 28, 14
SMALLEST_TEXT = 6.0


def is_in(economy: str, economies: str) -> bool:
    """Tell whether an economy is one of those of a cluster, which are written CN/HK."""
    return economy.upper() in economies.upper().replace(";", "/").replace(",", "/").split("/")


def fill_ranking(
    table: QgsLayoutItemAttributeTable,
    frame: QgsLayoutFrame,
    clusters: QgsVectorLayer,
    ranks: Sequence[int],
) -> int:
    """Show the first clusters of `ranks`, as many as the frame has room for; return how many.

    The frame becomes as high as what it shows.
    """
    # Before the layer: QGIS makes a frame as wide as a column for every field needs.
    height, width = frame.rect().height(), frame.rect().width()
    table.setVectorLayer(clusters)
    table.setFilterFeatures(True)
    text = table.contentTextFormat()
    longest = LONGEST_NAME
    _set_columns(table, clusters, longest)
    shown = min(len(ranks), max(1, int(height / (1.9 * text.size() * 25.4 / 72.0))))
    _show(table, ranks, shown)
    # First names get a little shorter, then letters smaller, then names as short as they may be.
    for least in (SHORTER_NAME, SHORTEST_NAME):
        while table.totalSize().width() > width and longest > least:
            longest -= 2
            _set_columns(table, clusters, longest)
            table.refresh()
        while table.totalSize().width() > width and text.size() > SMALLEST_TEXT and least == SHORTER_NAME:
            text.setSize(text.size() - 0.25)
            table.setContentTextFormat(text)
            head = table.headerTextFormat()
            head.setSize(text.size())
            table.setHeaderTextFormat(head)
            table.refresh()
    # A frame that has room for all rows counts as a whole, so that more are tried until there are too many.
    while shown < len(ranks) and table.totalSize().height() <= height + 0.01:
        shown += 1
        _show(table, ranks, shown)
    while table.totalSize().height() > height + 0.01 and shown > 1:
        shown -= 1
        _show(table, ranks, shown)
    shrink_to_rows(table, frame, shown + 1, width, height)
    return shown


def _show(table: QgsLayoutItemAttributeTable, ranks: Sequence[int], shown: int) -> None:
    table.setMaximumNumberOfFeatures(max(1, shown))
    inside = ", ".join(str(rank) for rank in ranks[:shown])
    table.setFeatureFilter(f'"rank" in ({inside or "NULL"})')
    table.refresh()


def _set_columns(table: QgsLayoutItemAttributeTable, clusters: QgsVectorLayer, longest: int) -> None:
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    cut = f"if(length(@n) > {longest}, rtrim(left(@n, {longest - 1})) || '…', @n)"
    name = f"with_variable('n', {CLUSTER_NAME}, {cut})"
    columns = [(tr("Rank"), '"rank"', right), (tr("Cluster"), name, left)]
    if clusters.fields().lookupField("economies") >= 0:
        columns.append((tr("Economies"), '"economies"', left))
    for field, heading in (
        ("share_patents", tr("Patents, %")),
        ("share_publications", tr("Publications, %")),
        ("share_deals", tr("Deals, %")),
        ("score", tr("Score, %")),
    ):
        index = clusters.fields().lookupField(field)
        largest = clusters.maximumValue(index) if index >= 0 else None
        if isinstance(largest, float) and largest > 0:
            columns.append((heading, f'format_number("{field}", 2)', right))
    made = []
    for heading, attribute, alignment in columns:
        column = QgsLayoutTableColumn(heading)
        column.setAttribute(attribute)
        column.setHAlignment(alignment)
        made.append(column)
    # QGIS 3.40 writes past the end of its column widths where setColumns leaves fewer columns than before.
    table.setDisplayedFields(["rank"])
    table.setColumns(made)
    order = QgsLayoutTableColumn()
    order.setAttribute("rank")
    order.setSortOrder(Qt.SortOrder.AscendingOrder)
    table.setSortColumns([order])
