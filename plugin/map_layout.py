"""The map of an atlas as a print layout: A4 landscape with map, legend, top ten, inset and notes.

A world map is drawn in Equal Earth (EPSG:8857), where areas compare; a regional one in an equal-area
projection centred on its clusters. The basemap is the one that every QGIS ships.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTableColumn,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

from ..analysis.scoring import TIER_LIMITS
from ..processing_algorithms.base import tr
from ..processing_algorithms.metadata import NAME, VERSION
from .symbols import CLUSTER_NAME, OVERVIEW_SCALE, circle_diameter

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 297.0, 210.0, 10.0

# Families with Latin and Hangul, in the order of preference: Linux, Debian's small one, Windows, macOS.
HANGUL_FAMILIES = (
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "NanumGothic",
    "Nanum Gothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
)

INK = QColor("#1c1c1c")
FAINT = QColor("#6a6a6a")
LINE = QColor("#c4c4c0")
LAND = "#e9e9e5"
BORDERS = "#ffffff"
NOISE = "#8f8f8f"

WGS84 = "EPSG:4326"
EQUAL_EARTH = "EPSG:8857"
KOREAN_GRID = "EPSG:5179"
KOREA = QgsRectangle(124.6, 34.0, 130.9, 38.5)
# Wider than this, in degrees of longitude, a map is a map of the world.
WORLD_WIDTH = 100.0
# A world map ends here unless clusters lie beyond: south of New Zealand and north of Norway.
WORLD_SOUTH, WORLD_NORTH = -47.5, 72.0
RESOLUTION = 300
# The height of a table's row of 7 point text with its margins.
ROW = 3.8


@dataclass(frozen=True)
class Place:
    """A rectangle on the page, in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Frame:
    """What a map shows: an extent in the units of its system of reference, and what to call it."""

    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    title: str = ""


def add_basemap(project: QgsProject) -> list[QgsVectorLayer]:
    """Add the countries and provinces that QGIS ships to the bottom of a project; empty where they are
    missing.

    Natural Earth, public domain.
    """
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    if not path.is_file():
        return []
    land = QgsFillSymbol.createSimple({"color": LAND, "outline_color": BORDERS, "outline_width": "0.12"})
    lines = QgsFillSymbol.createSimple({"style": "no", "outline_color": BORDERS, "outline_width": "0.12"})
    layers = []
    for table, name, symbol in (
        ("states_provinces", tr("Provinces"), lines),
        ("countries", tr("Countries"), land),
    ):
        layer = QgsVectorLayer(f"{path}|layername={table}", name, "ogr")
        if not layer.isValid():
            continue
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        layer.setFlags(
            layer.flags() & ~QgsMapLayer.LayerFlag.Identifiable & ~QgsMapLayer.LayerFlag.Searchable
        )
        if table == "states_provinces":
            layer.setScaleBasedVisibility(True)
            layer.setMinimumScale(OVERVIEW_SCALE / 2)
        layers.append(layer)
    group = project.layerTreeRoot().addGroup(tr("Basemap"))
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return layers


def build_map_layout(
    project: QgsProject,
    clusters: QgsVectorLayer,
    title: str,
    *,
    sites: QgsVectorLayer | None = None,
    basemap: Sequence[QgsVectorLayer] = (),
    subtitle: str = "",
    notes: Iterable[str] = (),
) -> QgsPrintLayout:
    """Add the map of clusters, which must be styled layers of the project, to the project's layouts.

    A layout of the same title is replaced. `notes` are lines at the foot: method, sources, what the data is
    not. Raises ValueError where there is no cluster to show.
    """
    frame = _frame_of(clusters)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(title)
    layout.renderContext().setDpi(RESOLUTION)
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)

    layers: list[QgsMapLayer] = [clusters, *([sites] if sites else []), *basemap]
    width = PAGE_WIDTH - 2 * MARGIN
    _add_text(layout, title, Place(MARGIN, 8, width, 10), 20, bold=True)
    if subtitle:
        _add_text(layout, subtitle, Place(MARGIN, 18, width, 6), 10, colour=FAINT)
    lines = [line for line in notes if line]
    lines.append(
        tr("Made with {name} {version} on {date}. Basemap: Natural Earth.").format(
            name=NAME, version=VERSION, date=date.today().isoformat()
        )
    )
    foot = 3.1 * len(lines)
    _add_text(
        layout, "\n".join(lines), Place(MARGIN, PAGE_HEIGHT - 6 - foot, width, foot + 2), 6.5, colour=FAINT
    )
    bottom = PAGE_HEIGHT - 8 - foot
    if frame.crs.authid() == EQUAL_EARTH:
        _fill_world_page(layout, frame, layers, clusters, sites, bottom)
    else:
        _fill_regional_page(layout, frame, layers, clusters, sites, bottom)

    layouts = project.layoutManager()
    former = layouts.layoutByName(title)
    if former is not None:
        layouts.removeLayout(former)
    layouts.addLayout(layout)
    return layout


def export(layout: QgsPrintLayout, pdf: Path | None = None, png: Path | None = None) -> None:
    """Write the layout as PDF, with text as text, and as PNG of 300 dots per inch. Raises OSError."""
    exporter = QgsLayoutExporter(layout)
    if pdf is not None:
        to_pdf = QgsLayoutExporter.PdfExportSettings()
        to_pdf.dpi = RESOLUTION
        to_pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = exporter.exportToPdf(str(pdf), to_pdf)
        _require(result == QgsLayoutExporter.ExportResult.Success, pdf)
    if png is not None:
        # Not exportToImage: it tries to write a position into the PNG, which the format cannot hold.
        written = exporter.renderPageToImage(0, dpi=RESOLUTION).save(str(png), "PNG")
        _require(written, png)


def hangul_family() -> str:
    """Return a font family of this machine with Latin and Hangul, or that of QGIS's window."""
    try:
        families = set(QFontDatabase.families())
    except TypeError:
        # Qt 5 wants an instance, Qt 6 refuses to make one.
        families = set(QFontDatabase().families())
    return next((family for family in HANGUL_FAMILIES if family in families), QgsApplication.font().family())


# Pages


def _fill_world_page(
    layout: QgsPrintLayout,
    frame: Frame,
    layers: list[QgsMapLayer],
    clusters: QgsVectorLayer,
    sites: QgsVectorLayer | None,
    bottom: float,
) -> None:
    band = 58.0
    height = bottom - band - 26
    world = _add_map(layout, tr("Map"), frame, layers, Place(MARGIN, 25, PAGE_WIDTH - 2 * MARGIN, height))
    top = bottom - band
    _add_legend(layout, world, clusters, sites, Place(MARGIN, top, 60, band))
    _add_circles(layout, world, clusters, Place(MARGIN + 52, top, 24, band))
    _add_table(layout, clusters, Place(MARGIN + 84, top, 122, band), 10)
    left, wide = PAGE_WIDTH - MARGIN - 63, 63.0
    detail = _inset_of(clusters)
    _add_text(layout, detail.title, Place(left, top, wide, 5), 8, bold=True)
    inset = _add_map(layout, tr("Inset"), detail, layers, Place(left, top + 5, wide, band - 5))
    inset.setFrameEnabled(True)
    inset.setFrameStrokeColor(LINE)
    inset.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    _add_scale_bar(layout, inset, Place(left + 1, bottom - 9.5, 30, 7))


def _fill_regional_page(
    layout: QgsPrintLayout,
    frame: Frame,
    layers: list[QgsMapLayer],
    clusters: QgsVectorLayer,
    sites: QgsVectorLayer | None,
    bottom: float,
) -> None:
    column = 104.0
    width = PAGE_WIDTH - 2 * MARGIN - column - 6
    main = _add_map(layout, tr("Map"), frame, layers, Place(MARGIN, 26, width, bottom - 27))
    main.setFrameEnabled(True)
    main.setFrameStrokeColor(LINE)
    main.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    _add_scale_bar(layout, main, Place(MARGIN + 2, bottom - 11, 60, 9))
    left = PAGE_WIDTH - MARGIN - column
    below = 26 + 8 + _add_table(layout, clusters, Place(left, 26, column, 120), 20)
    _add_legend(layout, main, clusters, sites, Place(left, below, 62, 60))
    _add_circles(layout, main, clusters, Place(left + 62, below, 40, 60))


# What is shown


def _frame_of(clusters: QgsVectorLayer) -> Frame:
    """Return the whole world, or the clusters with room around them in an equal-area projection."""
    extent = _in_degrees(clusters.extent(), clusters)
    if extent.isEmpty():
        raise ValueError(tr("There is no cluster to draw a map of."))
    if extent.width() > WORLD_WIDTH:
        world = QgsCoordinateReferenceSystem(EQUAL_EARTH)
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(WGS84), world, QgsProject.instance().transformContext()
        )
        east = transform.transform(180.0, 0.0).x()
        south = transform.transform(0.0, max(-89.0, min(WORLD_SOUTH, extent.yMinimum() - 3.0))).y()
        north = transform.transform(0.0, min(89.0, max(WORLD_NORTH, extent.yMaximum() + 3.0))).y()
        return Frame(world, QgsRectangle(-east, south, east, north))
    if KOREA.buffered(1.0).contains(extent):
        return _frame_around(_with_room(extent), QgsCoordinateReferenceSystem(KOREAN_GRID))
    return _frame_around(_with_room(extent))


def _with_room(extent: QgsRectangle) -> QgsRectangle:
    room = max(0.15, 0.08 * max(extent.width(), extent.height()))
    return extent.buffered(room)


def _frame_around(
    degrees: QgsRectangle, crs: QgsCoordinateReferenceSystem | None = None, title: str = ""
) -> Frame:
    if crs is None:
        centre = degrees.center()
        crs = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=laea +lat_0={centre.y():.3f} +lon_0={centre.x():.3f} +datum=WGS84 +units=m +no_defs"
        )
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84), crs, QgsProject.instance().transformContext()
    )
    return Frame(crs, transform.transformBoundingBox(degrees), title)


def _in_degrees(extent: QgsRectangle, layer: QgsVectorLayer) -> QgsRectangle:
    transform = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(WGS84), QgsProject.instance().transformContext()
    )
    try:
        return transform.transformBoundingBox(extent)
    except QgsCsException:
        return QgsRectangle()


def _inset_of(clusters: QgsVectorLayer) -> Frame:
    """Return Korea where clusters lie in it, else the densest surroundings of a cluster."""
    centres = []
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(clusters))
    name = QgsExpression(CLUSTER_NAME)
    name.prepare(context)
    for feature in clusters.getFeatures():
        context.setFeature(feature)
        box = _in_degrees(feature.geometry().boundingBox(), clusters)
        centres.append((feature["rank"], str(name.evaluate(context)), box.center()))
    if any(KOREA.contains(centre) for _, _, centre in centres):
        return _frame_around(KOREA, QgsCoordinateReferenceSystem(KOREAN_GRID), tr("Korea"))
    half_height = 2.25

    def surroundings(x: float, y: float) -> QgsRectangle:
        half_width = half_height * 1.2 / max(0.2, math.cos(math.radians(y)))
        return QgsRectangle(x - half_width, y - half_height, x + half_width, y + half_height)

    boxes = [surroundings(centre.x(), centre.y()) for _, _, centre in centres]
    counts = [sum(box.contains(other) for _, _, other in centres) for box in boxes]
    densest = max(range(len(centres)), key=lambda index: (counts[index], -centres[index][0]))
    inside = [centre for centre in centres if boxes[densest].contains(centre[2])]
    return _frame_around(boxes[densest], title=tr("Around {place}").format(place=min(inside)[1]))


# Items


def _format(size: float, *, bold: bool = False, colour: QColor = INK) -> QgsTextFormat:
    result = QgsTextFormat()
    font = QFont(hangul_family())
    font.setBold(bold)
    result.setFont(font)
    result.setSize(size)
    result.setSizeUnit(Qgis.RenderUnit.Points)
    result.setColor(colour)
    return result


def _put(item: QgsLayoutItem, place: Place) -> None:
    item.attemptMove(QgsLayoutPoint(place.x, place.y, Qgis.LayoutUnit.Millimeters))
    item.attemptResize(QgsLayoutSize(place.width, place.height, Qgis.LayoutUnit.Millimeters))


def _add_text(
    layout: QgsPrintLayout, text: str, place: Place, size: float, *, bold: bool = False, colour: QColor = INK
) -> QgsLayoutItemLabel:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setTextFormat(_format(size, bold=bold, colour=colour))
    label.setMarginX(0)
    label.setMarginY(0)
    layout.addLayoutItem(label)
    _put(label, place)
    return label


def _add_map(
    layout: QgsPrintLayout, name: str, frame: Frame, layers: list[QgsMapLayer], place: Place
) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setId(name)
    layout.addLayoutItem(item)
    _put(item, place)
    item.setCrs(frame.crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.zoomToExtent(frame.extent)
    item.setBackgroundColor(QColor("white"))
    return item


def _add_legend(
    layout: QgsPrintLayout,
    linked: QgsLayoutItemMap,
    clusters: QgsVectorLayer,
    sites: QgsVectorLayer | None,
    place: Place,
) -> None:
    """Add the tiers that have clusters, and what the grey points are."""
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setId(tr("Legend"))
    legend.setLinkedMap(linked)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    node = root.addLayer(clusters)
    # Not setName: that would name the layer itself.
    node.setCustomProperty("legend/title-label", tr("Clusters by rank"))
    if isinstance(clusters.renderer(), QgsRuleBasedRenderer):
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, _tiers_present(clusters))
    # A symbol in a legend shows all its layers; a map has either the polygons or the circles.
    for index, item in enumerate(clusters.renderer().legendSymbolItems()):
        symbol = item.symbol().clone()
        if linked.scale() > OVERVIEW_SCALE:
            colour = symbol.symbolLayer(0).fillColor()
            colour.setAlpha(255)
            symbol = _dot(colour, 3.0)
        else:
            while symbol.symbolLayerCount() > 1:
                symbol.deleteSymbolLayer(1)
        QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, index, symbol)
    legend.model().refreshLayerLegend(node)
    if sites is not None:
        node = root.addLayer(sites)
        node.setCustomProperty("legend/title-label", tr("Sites"))
        noise = len(sites.renderer().legendSymbolItems()) - 1
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, [noise])
        QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, noise, _dot(QColor(NOISE), 0.9))
        legend.model().refreshLayerLegend(node)
    for part, size, bold in (
        (QgsLegendStyle.Style.Subgroup, 8.0, True),
        (QgsLegendStyle.Style.Group, 8.0, True),
        (QgsLegendStyle.Style.SymbolLabel, 8.0, False),
    ):
        style = legend.style(part)
        style.setTextFormat(_format(size, bold=bold))
        legend.setStyle(part, style)
    gap = 2.5
    legend.setStyleMargin(QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Top, gap)
    legend.setBoxSpace(0)
    legend.setSymbolWidth(5)
    legend.setSymbolHeight(3.2)
    legend.setBackgroundEnabled(False)
    legend.adjustBoxSize()
    legend.attemptMove(QgsLayoutPoint(place.x, place.y - gap - 0.9, Qgis.LayoutUnit.Millimeters))


def _dot(colour: QColor, size: float) -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": colour.name(), "outline_style": "no", "size": str(size)}
    )


def _ranks(clusters: QgsVectorLayer) -> list[int]:
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(["rank"], clusters.fields())
    ranks = [feature["rank"] for feature in clusters.getFeatures(request)]
    return sorted(rank for rank in ranks if isinstance(rank, int))


def _tiers_present(clusters: QgsVectorLayer) -> list[int]:
    return sorted({sum(rank > limit for limit in TIER_LIMITS) for rank in _ranks(clusters)})


def _add_circles(
    layout: QgsPrintLayout, linked: QgsLayoutItemMap, clusters: QgsVectorLayer, place: Place
) -> None:
    """Explain the circles where the map has them: area in proportion to the score."""
    index = clusters.fields().lookupField("score")
    largest = clusters.maximumValue(index) if index >= 0 else None
    if linked.scale() <= OVERVIEW_SCALE or not isinstance(largest, float) or largest <= 0:
        return
    _add_text(layout, tr("Score, %"), Place(place.x, place.y, place.width, 5), 8, bold=True)
    y = place.y + 5.5
    for score in _round_scores(largest):
        diameter = circle_diameter(score, largest, linked.scale())
        circle = QgsLayoutItemShape(layout)
        circle.setShapeType(QgsLayoutItemShape.Shape.Ellipse)
        circle.setSymbol(
            QgsFillSymbol.createSimple(
                {"color": "#ffffff", "outline_color": "#3c3c3c", "outline_width": "0.2"}
            )
        )
        layout.addLayoutItem(circle)
        widest = circle_diameter(largest, largest, linked.scale())
        _put(circle, Place(place.x + (widest - diameter) / 2, y, diameter, diameter))
        text = QLocale(QgsApplication.locale()).toString(score, "g", 3)
        _add_text(layout, text, Place(place.x + widest + 2, y + diameter / 2 - 1.8, 14, 4), 8)
        y += max(diameter, 3.2) + 1.2


def _round_scores(largest: float) -> list[float]:
    """Return up to three round scores from `largest` downwards, each about a quarter of the one before."""
    scores = []
    value = largest
    for _ in range(3):
        power = 10.0 ** math.floor(math.log10(value))
        scores.append(max(step for step in (1.0, 2.0, 5.0) if step * power <= value) * power)
        value = scores[-1] / 4
    return scores


def _add_table(layout: QgsPrintLayout, clusters: QgsVectorLayer, place: Place, rows: int) -> float:
    """Add the first `rows` clusters of the ranking; return how high it is with its heading."""
    shown = _ranks(clusters)[:rows]
    title = tr("Top ten") if len(shown) == 10 else tr("Ranking")
    _add_text(layout, title, Place(place.x, place.y, place.width, 5), 8, bold=True)
    table = QgsLayoutItemAttributeTable.create(layout)
    table.setVectorLayer(clusters)
    table.setMaximumNumberOfFeatures(rows)
    table.setFilterFeatures(True)
    table.setFeatureFilter(f'"rank" <= {shown[-1] if shown else 0}')
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    columns = [
        (tr("Rank"), '"rank"', right, 0.0),
        (tr("Cluster"), CLUSTER_NAME, left, 0.0),
        (tr("Economies"), '"economies"', left, 0.0),
    ]
    for field, heading in (
        ("share_patents", tr("Patents, %")),
        ("share_publications", tr("Publications, %")),
        ("share_deals", tr("Deals, %")),
        ("score", tr("Score, %")),
    ):
        index = clusters.fields().lookupField(field)
        largest = clusters.maximumValue(index) if index >= 0 else None
        if isinstance(largest, float) and largest > 0:
            columns.append((heading, f'format_number("{field}", 2)', right, 0.0))
    made = []
    for heading, attribute, alignment, width in columns:
        column = QgsLayoutTableColumn(heading)
        column.setAttribute(attribute)
        column.setHAlignment(alignment)
        column.setWidth(width)
        made.append(column)
    # QGIS 3.40 writes past the end of its column widths where setColumns leaves fewer columns than before.
    table.setDisplayedFields(["rank"])
    table.setColumns(made)
    order = QgsLayoutTableColumn()
    order.setAttribute("rank")
    order.setSortOrder(Qt.SortOrder.AscendingOrder)
    table.setSortColumns([order])
    table.setHeaderTextFormat(_format(7, bold=True))
    table.setContentTextFormat(_format(7))
    table.setHeaderHAlignment(QgsLayoutItemAttributeTable.HeaderHAlignment.FollowColumn)
    table.setCellMargin(0.7)
    table.setShowGrid(True)
    table.setHorizontalGrid(True)
    table.setVerticalGrid(False)
    table.setGridStrokeWidth(0.1)
    table.setGridColor(LINE)
    table.setBackgroundColor(QColor("white"))
    layout.addMultiFrame(table)
    frame = QgsLayoutFrame(layout, table)
    frame.setId(title)
    table.addFrame(frame)
    # Room to spare: a frame cuts off what does not fit.
    _put(frame, Place(place.x, place.y + 5, place.width, 1.15 * ROW * (len(shown) + 1)))
    return 5 + ROW * (len(shown) + 1)


def _add_scale_bar(layout: QgsPrintLayout, linked: QgsLayoutItemMap, place: Place) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Line Ticks Up")
    bar.setId(tr("Scale bar"))
    bar.setLinkedMap(linked)
    bar.setUnits(Qgis.DistanceUnit.Kilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    # A round length of about a quarter of the map's width.
    length = linked.extent().width() / 1000 / 4
    power = 10.0 ** math.floor(math.log10(length))
    bar.setUnitsPerSegment(max(step for step in (1.0, 2.0, 5.0) if step * power <= length) * power / 2)
    bar.setTextFormat(_format(6.5))
    bar.setHeight(1.2)
    bar.setBackgroundEnabled(False)
    layout.addLayoutItem(bar)
    bar.update()
    bar.attemptMove(QgsLayoutPoint(place.x, place.y, Qgis.LayoutUnit.Millimeters))


def _require(written: bool, path: Path) -> None:
    if not written:
        raise OSError(tr("The map could not be written to {path}.").format(path=path))
