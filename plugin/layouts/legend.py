"""The legend of a map: what is on it and nothing else, and the circles of scores with their sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpressionContextUtils,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QColor

from ...processing_algorithms.base import tr
from ..symbols import OVERVIEW_SCALE, circle_diameter
from .items import move

NOISE = "#8f8f8f"
# More kinds of zones than these make a legend that nobody reads; the rest is told of in its heading.
MOST_KINDS = 16
SMALLEST_TEXT = 6.0
# By how many millimetres a legend may grow upwards in a template, and by how many it has; properties of a
# layout. The size of its letters in the template; a property of the legend.
GROWTH = "innovation_clusters/legend_growth"
RAISED = "innovation_clusters/legend_raised"
TEXT = "innovation_clusters/text"


def fill_legend(
    legend: QgsLayoutItemLegend,
    linked: QgsLayoutItemMap,
    clusters: QgsVectorLayer,
    shown: Sequence[int],
    sites: QgsVectorLayer | None,
    zones: QgsVectorLayer | None,
) -> None:
    """Show the tiers that have clusters, what the grey points are, and the kinds of zones; `shown` are the
    ids of the clusters on the map.

    The legend stays where it is and gets smaller text where it would outgrow its place.
    """
    # QGIS makes a legend as large as what is in it.
    x, y = legend.pos().x(), legend.pos().y()
    width, height = legend.rect().width(), legend.rect().height()
    legend.setLinkedMap(linked)
    legend.setAutoUpdateModel(False)
    legend.model().rootGroup().clear()
    _add_clusters(legend, linked, clusters, shown)
    if sites is not None:
        _add_noise(legend, sites)
    kinds = [] if zones is None else _kinds_shown(linked, zones)
    node = _add_zones(legend, zones, kinds[:MOST_KINDS]) if zones is not None and kinds else None
    if node is not None and len(kinds) > MOST_KINDS:
        kinds = kinds[:MOST_KINDS]
        node.setCustomProperty("legend/title-label", tr("Zones, in part"))
    legend.setResizeToContents(True)
    growth = float(legend.layout().customProperty(GROWTH, 0.0))
    while not (_fit(legend, width, height) or _fit(legend, width, height + growth)):
        if node is None or len(kinds) < 2:
            break
        kinds.pop()
        node.setCustomProperty("legend/title-label", tr("Zones, in part"))
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, kinds)
        legend.model().refreshLayerLegend(node)
    raised = max(0.0, min(growth, _size(legend)[1] - height))
    legend.layout().setCustomProperty(RAISED, raised)
    # Its first heading stands as high as those of its neighbours.
    first = legend.style(QgsLegendStyle.Style.Subgroup).margin(QgsLegendStyle.Side.Top)
    move(legend, x, y - first - raised)


def _add_clusters(
    legend: QgsLayoutItemLegend, linked: QgsLayoutItemMap, clusters: QgsVectorLayer, shown: Sequence[int]
) -> None:
    renderer = clusters.renderer()
    by_tier = isinstance(renderer, QgsRuleBasedRenderer) and any(
        '"rank"' in rule.filterExpression() for rule in renderer.rootRule().children()
    )
    node = legend.model().rootGroup().addLayer(clusters)
    # Not setName: that would name the layer itself.
    node.setCustomProperty("legend/title-label", tr("Clusters by rank") if by_tier else clusters.name())
    QgsMapLayerLegendUtils.setLegendNodeOrder(
        node, symbols_in_use(clusters, linked.scale(), QgsFeatureRequest(list(shown)))
    )
    # A symbol in a legend shows all its layers; a map has either the polygons or the circles.
    for index, item in enumerate(renderer.legendSymbolItems()):
        if not isinstance(item.symbol(), QgsFillSymbol):
            continue
        symbol = item.symbol().clone()
        if linked.scale() > OVERVIEW_SCALE and symbol.symbolLayerCount() > 1:
            colour = symbol.symbolLayer(0).fillColor()
            colour.setAlpha(255)
            symbol = dot(colour, 3.0)
        else:
            while symbol.symbolLayerCount() > 1:
                symbol.deleteSymbolLayer(1)
        QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, index, symbol)
    legend.model().refreshLayerLegend(node)


def _add_noise(legend: QgsLayoutItemLegend, sites: QgsVectorLayer) -> None:
    items = sites.renderer().legendSymbolItems()
    if len(items) < 2:
        return
    node = legend.model().rootGroup().addLayer(sites)
    node.setCustomProperty("legend/title-label", tr("Sites"))
    noise = len(items) - 1
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, [noise])
    QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, noise, dot(QColor(NOISE), 0.9))
    legend.model().refreshLayerLegend(node)


def _kinds_shown(linked: QgsLayoutItemMap, zones: QgsVectorLayer) -> list[int]:
    """Return which entries of the zones' legend are on the map."""
    transform = QgsCoordinateTransform(linked.crs(), zones.crs(), zones.transformContext())
    request = QgsFeatureRequest()
    try:
        request.setFilterRect(transform.transformBoundingBox(linked.extent()))
    except QgsCsException:
        # A large map has corners that are nowhere.
        request = QgsFeatureRequest()
    return symbols_in_use(zones, linked.scale(), request)


def _add_zones(legend: QgsLayoutItemLegend, zones: QgsVectorLayer, kinds: list[int]) -> QgsLayerTreeLayer:
    node = legend.model().rootGroup().addLayer(zones)
    node.setCustomProperty("legend/title-label", tr("Zones"))
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, kinds)
    legend.model().refreshLayerLegend(node)
    return node


def symbols_in_use(
    layer: QgsVectorLayer, scale: float, request: QgsFeatureRequest | None = None
) -> list[int]:
    """Return which entries of a layer's legend its features, or those of a request, are drawn with at a
    scale, in their order.
    """
    renderer: QgsFeatureRenderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.setRendererScale(scale)
    expressions = context.expressionContext()
    expressions.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    items = renderer.legendSymbolItems()
    keys: set[str] = set()
    known = {item.ruleKey() for item in items}
    renderer.startRender(context, layer.fields())
    try:
        for feature in layer.getFeatures(request or QgsFeatureRequest()):
            expressions.setFeature(feature)
            # The root of rules has a key of its own, which no entry has.
            keys |= known & set(renderer.legendKeysForFeature(feature, context))
            if keys == known:
                break
    finally:
        renderer.stopRender(context)
    return [index for index, item in enumerate(items) if item.ruleKey() in keys]


def _fit(legend: QgsLayoutItemLegend, width: float, height: float) -> bool:
    """Set a legend in as many columns, and in letters as small, as it takes to stay in its place; tell
    whether it does.
    """
    legend.setSplitLayer(True)
    legend.setEqualColumnWidth(False)
    legend.setColumnSpace(3.0)
    whole = float(
        legend.customProperty(TEXT, legend.style(QgsLegendStyle.Style.SymbolLabel).textFormat().size())
    )
    legend.setCustomProperty(TEXT, whole)
    size = whole
    while size >= SMALLEST_TEXT:
        for part in (
            QgsLegendStyle.Style.Subgroup,
            QgsLegendStyle.Style.Group,
            QgsLegendStyle.Style.SymbolLabel,
        ):
            style = legend.style(part)
            text = style.textFormat()
            text.setSize(size)
            style.setTextFormat(text)
            legend.setStyle(part, style)
        for columns in (1, 2, 3):
            legend.setColumnCount(columns)
            needed = _size(legend)
            if needed[0] <= width + 0.5 and needed[1] <= height + 0.5:
                return True
        size -= 0.5
    legend.setColumnCount(1)
    return False


def _size(legend: QgsLayoutItemLegend) -> tuple[float, float]:
    """Return how wide and high a legend is, which the item itself knows only once it has been painted."""
    context = QgsLayoutUtils.createRenderContextForLayout(legend.layout(), None)
    size = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
    return float(size.width()), float(size.height())


def dot(colour: QColor, size: float) -> QgsMarkerSymbol:
    """Return a filled circle of a diameter in millimetres."""
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": colour.name(), "outline_style": "no", "size": str(size)}
    )


def circles_of(clusters: QgsVectorLayer, scale: float) -> list[tuple[float, str]]:
    """Return round scores with the diameters of their circles in millimetres; none where the map draws
    polygons.
    """
    index = clusters.fields().lookupField("score")
    largest = clusters.maximumValue(index) if index >= 0 else None
    if scale <= OVERVIEW_SCALE or not isinstance(largest, float) or largest <= 0:
        return []
    locale = QLocale(QgsApplication.locale())
    return [
        (circle_diameter(score, largest, scale), str(locale.toString(score, "g", 3)))
        for score in round_scores(largest)
    ]


def round_scores(largest: float) -> list[float]:
    """Return up to three round scores from `largest` downwards, each about a quarter of the one before."""
    scores = []
    value = largest
    for _ in range(3):
        power = 10.0 ** math.floor(math.log10(value))
        scores.append(max(step for step in (1.0, 2.0, 5.0) if step * power <= value) * power)
        value = scores[-1] / 4
    return scores
