"""Fills the items of a layout by their ids with maps, legend, ranking, charts and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPrintLayout,
    QgsVectorLayer,
)

from ...analysis.editions import METRICS
from ...processing_algorithms.base import tr
from ...processing_algorithms.outputs.printed_charts import (
    METRIC_COLOURS,
    ShareBar,
    Sheet,
    rank_history,
    score_circles,
    share_bars,
    share_bars_height,
    stacked_bars,
    stacked_bars_height,
)
from ...processing_algorithms.outputs.printing import ClusterPage, Listing, Notes
from ...processing_algorithms.wording import metric_name
from . import frames
from .basemap import styles_cut_at
from .flow import arrange, fits, room_for
from .fonts import set_fitting
from .frames import Frame, Placed
from .items import LIST_IDS, item_of, resize, set_drawing, set_rows, sheet_of, table_of
from .legend import circles_of, fill_legend
from .ranking import fill_ranking
from .scale_bar import fit_scale_bar

# The size of the text in charts, in points, as a property of a layout.
CHART_TEXT = "innovation_clusters/chart_text"
DEFAULT_CHART_TEXT = 6.8
# By so many millimetres a list that is too long is shortened at a time.
LINE = 3.0
# The bars of so many clusters are shown beside the ranking.
MOST_BARS = 25


@dataclass(frozen=True)
class Drawn:
    """What all maps of a run are drawn from: styled layers of a project, from the top, and the clusters where
    they lie.
    """

    clusters: QgsVectorLayer
    sites: QgsVectorLayer | None
    zones: QgsVectorLayer | None
    basemap: Sequence[QgsVectorLayer]
    placed: Sequence[Placed]
    ranking: QgsVectorLayer | None = None

    @property
    def shown(self) -> list[QgsMapLayer]:
        """The layers of a map from the top."""
        return [*([] if self.zones is None else [self.zones]), *self.without_zones]

    @property
    def without_zones(self) -> list[QgsMapLayer]:
        """The layers of a map on which zones would be too small."""
        given = (self.clusters, self.sites, *self.basemap)
        return [layer for layer in given if layer is not None]


def fill_texts(layout: QgsPrintLayout, title: str, subtitle: str, notes: Notes) -> list[str]:
    """Fill the texts; return the ids of those that had to be shortened."""
    paragraphs = ("\n".join(notes.remarks), "\n".join(notes.method), "\n".join(notes.sources), notes.date)
    texts = {
        "title": title,
        "subtitle": subtitle,
        "notes": "\n".join(part for part in paragraphs if part),
        **dict(zip(("remark", "method", "sources", "date"), paragraphs, strict=True)),
    }
    return [name for name, text in texts.items() if not _set_text(layout, name, text)]


def fill_map(layout: QgsPrintLayout, frame: Frame, drawn: Drawn) -> QgsLayoutItemMap | None:
    """Fill the map, its legend, its scale bar and the circles of scores; return the map."""
    shown = item_of(layout, "map", QgsLayoutItemMap)
    if not isinstance(shown, QgsLayoutItemMap):
        return None
    # At the scale of the world zones are nothing but a stain.
    zones = None if frame.is_world else drawn.zones
    show(shown, frame, drawn.shown if zones is not None else drawn.without_zones)
    bar = item_of(layout, "scale_bar", QgsLayoutItemScaleBar)
    if isinstance(bar, QgsLayoutItemScaleBar):
        # A map of the world has no one scale.
        bar.setVisibility(not frame.is_world)
        if not frame.is_world:
            fit_scale_bar(bar, shown)
    circles = circles_of(drawn.clusters, shown.scale())
    _set_text(layout, "circles_title", tr("Score, %") if circles else "")
    _draw(layout, "circles", lambda sheet: score_circles(sheet, circles), bool(circles))
    legend = item_of(layout, "legend", QgsLayoutItemLegend)
    if isinstance(legend, QgsLayoutItemLegend):
        _widen(layout, legend)
        transforms = drawn.clusters.transformContext()
        on_map = [each.feature for each in drawn.placed if frame.shows(each.where, transforms)]
        fill_legend(legend, shown, drawn.clusters, on_map, drawn.sites, zones)
    return shown


def _widen(layout: QgsPrintLayout, legend: QgsLayoutItemLegend) -> None:
    """Let a legend have the place of the circles beside it where there are none."""
    circles = item_of(layout, "circles", QgsLayoutItemPicture)
    if circles is not None and not circles.isVisible() and circles.pos().x() > legend.pos().x():
        right = circles.pos().x() + circles.rect().width()
        if circles.pos().y() < legend.pos().y() + legend.rect().height():
            resize(legend, right - legend.pos().x(), legend.rect().height())


def fill_inset(layout: QgsPrintLayout, of: Frame, drawn: Drawn) -> None:
    """Fill the inset: a detail of a map of the world, and of any other where in the world it lies."""
    inset = item_of(layout, "inset", QgsLayoutItemMap)
    if not isinstance(inset, QgsLayoutItemMap):
        return
    transforms = drawn.clusters.transformContext()
    if of.is_world:
        frame = frames.inset_of(drawn.placed, transforms)
        show(inset, frame, drawn.without_zones)
    else:
        frame = frames.surroundings_frame(of, inset.rect().width() / inset.rect().height(), transforms)
        show(inset, frame, list(drawn.basemap))
    shown = item_of(layout, "map", QgsLayoutItemMap)
    for overview in inset.overviews().asList():
        if isinstance(shown, QgsLayoutItemMap):
            overview.setLinkedMap(shown)
        # A detail of the world is not where the world lies.
        overview.setEnabled(not of.is_world)
    _set_text(layout, "inset_title", frame.title)
    bar = item_of(layout, "inset_scale_bar", QgsLayoutItemScaleBar)
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.setVisibility(not frame.is_world)
        if not frame.is_world:
            fit_scale_bar(bar, inset)


def show(item: QgsLayoutItemMap, frame: Frame, layers: list[QgsMapLayer]) -> None:
    """Have a map item show a frame, all of it."""
    item.setCrs(frame.crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    overrides = {} if frame.cut is None else styles_cut_at(frame.cut, layers)
    item.setLayerStyleOverrides(overrides)
    item.setKeepLayerStyles(bool(overrides))
    item.zoomToExtent(frame.extent)


def fill_ranking_and_shares(layout: QgsPrintLayout, drawn: Drawn, chosen: Sequence[Placed]) -> list[str]:
    """Fill the table of the ranking, and the shares of its first clusters as bars; `chosen` are the clusters
    in their order. Return the ids of parts that found no room.
    """
    keys = [
        (place, metric_name(metric), colour)
        for place, (metric, colour) in enumerate(zip(METRICS, METRIC_COLOURS, strict=True))
        if any(each.shares[place] for each in drawn.placed)
    ]
    rows = [
        (f"{each.rank} {each.name}", [each.shares[place] for place, _, _ in keys])
        for each in chosen[:MOST_BARS]
    ]
    names = [(name, colour) for _, name, colour in keys]
    _set_text(layout, "shares_title", tr("Shares by metric, %") if names and rows else "")
    _draw(
        layout,
        "shares",
        lambda sheet: stacked_bars(sheet, rows, names),
        bool(names and rows),
        lambda sheet: stacked_bars_height(len(rows), sheet.width, sheet.size, [name for name, _ in names]),
    )
    found = table_of(layout, "ranking", QgsLayoutItemAttributeTable)
    if found is not None:
        table, frame = found
        room = room_for(layout, "ranking")
        if room is not None:
            resize(frame, frame.rect().width(), room)
        ranks = [each.rank for each in chosen]
        shown = fill_ranking(table, frame, drawn.ranking or drawn.clusters, ranks)
        head = tr("Ranking") if shown == len(ranks) else tr("Ranking: the first {count}").format(count=shown)
        _set_text(layout, "ranking_title", head)
    return arrange(layout)


def fill_cluster(layout: QgsPrintLayout, page: ClusterPage) -> list[str]:
    """Fill what the page of one cluster has beside its map; parts without rows take no room. Return the ids
    of parts that found none.
    """
    bars = [
        ShareBar(metric_name(metric), METRIC_COLOURS[METRICS.index(metric)], share, mean)
        for metric, share, mean in page.shares
    ]
    _set_text(layout, "shares_title", page.shares_title if bars else "")
    _draw(
        layout,
        "shares",
        lambda sheet: share_bars(sheet, bars, page.compared),
        bool(bars),
        lambda sheet: share_bars_height(len(bars), sheet.size),
    )
    known = [rank for _, rank in page.history if rank is not None]
    has_history = len(page.history) > 1 and bool(known)
    _set_text(layout, "history_title", tr("Rank in earlier editions") if has_history else "")
    _draw(layout, "history", lambda sheet: rank_history(sheet, page.history), has_history)
    for name in LIST_IDS:
        listing = page.listings.get(name, Listing("", ()))
        _set_text(layout, f"{name}_title", listing.heading if listing.rows else "")
        found = table_of(layout, name, QgsLayoutItemManualTable)
        if found is not None:
            found[1].setVisibility(bool(listing.rows))
            if listing.rows:
                _fill_list(layout, name, listing)
    _lengthen(layout, page)
    return arrange(layout)


def _fill_list(layout: QgsPrintLayout, name: str, listing: Listing, height: float = 0.0) -> int:
    """Fill a list as far as its frame has room, or up to `height` where that is given; return how many rows
    were left out.
    """
    found = table_of(layout, name, QgsLayoutItemManualTable)
    if found is None:
        return len(listing.rows)
    table, frame = found
    if height:
        resize(frame, frame.rect().width(), height)
    left_out = set_rows(table, frame, list(listing.rows), listing.numbers)
    if name == "zones":
        # The others are lists of leaders; of zones one expects all.
        count = len(listing.rows)
        part = f" ({count - left_out}/{count})" if left_out else ""
        _set_text(layout, "zones_title", listing.heading + part)
    return left_out


def _lengthen(layout: QgsPrintLayout, page: ClusterPage) -> None:
    """Give the room that is left to the zones, of which one expects all, and to more of the neighbours."""
    if not fits(layout):
        return
    zones, neighbours = (page.listings.get(name) for name in ("zones", "neighbours"))
    longer = []
    if zones is not None and zones.rows:
        longer.append(("zones", [zones]))
    if neighbours is not None and neighbours.rows:
        more = [Listing(neighbours.heading, rows, neighbours.numbers) for rows in page.more_neighbours]
        longer.append(("neighbours", more))
    for name, listings in longer:
        found = table_of(layout, name, QgsLayoutItemManualTable)
        if found is None:
            continue
        frame = found[1]
        shown, whole = frame.rect().height(), layout.pageCollection().page(0).rect().height()
        now = page.listings[name]
        for listing in listings:
            height = whole
            _fill_list(layout, name, listing, height)
            height = frame.rect().height()
            while name == "zones" and not fits(layout) and height - LINE > shown:
                height -= LINE
                _fill_list(layout, name, listing, height)
            if fits(layout):
                break
        else:
            _fill_list(layout, name, now, shown)


def _set_text(layout: QgsPrintLayout, name: str, text: str) -> bool:
    label = item_of(layout, name, QgsLayoutItemLabel)
    if not isinstance(label, QgsLayoutItemLabel):
        return True
    return set_fitting(label, text)


def _draw(
    layout: QgsPrintLayout,
    name: str,
    drawing: Callable[[Sheet], str],
    is_there: bool,
    height: Callable[[Sheet], float] | None = None,
) -> None:
    """Draw a chart in its picture, which becomes no higher than the chart likes to be."""
    picture = item_of(layout, name, QgsLayoutItemPicture)
    if not isinstance(picture, QgsLayoutItemPicture):
        return
    picture.setVisibility(is_there)
    if is_there:
        size = float(layout.customProperty(CHART_TEXT, DEFAULT_CHART_TEXT))
        if height is not None:
            liked = height(sheet_of(picture, size))
            resize(picture, picture.rect().width(), min(picture.rect().height(), liked))
        set_drawing(picture, drawing(sheet_of(picture, size)))
