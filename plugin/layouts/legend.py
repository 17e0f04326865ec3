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
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QColor

from ...analysis.scoring import TIER_LIMITS
from ...processing_algorithms.base import tr
from ..symbols import OVERVIEW_SCALE, circle_diameter
from .items import move

NOISE = "#8f8f8f"
# More kinds of zones than these make a legend that nobody reads.
MOST_KINDS = 9
SMALLEST_TEXT = 5.5


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
    if zones is not None:
        _add_zones(legend, linked, zones)
    legend.setResizeToContents(True)
    legend.adjustBoxSize()
    while legend.rect().width() > width + 0.5 or legend.rect().height() > height + 0.5:
        if not _shrink(legend):
            break
        legend.adjustBoxSize()
    # Its first heading stands as high as those of its neighbours.
    first = legend.style(QgsLegendStyle.Style.Subgroup).margin(QgsLegendStyle.Side.Top)
    move(legend, x, y - first)


def _add_clusters(
    legend: QgsLayoutItemLegend, linked: QgsLayoutItemMap, clusters: QgsVectorLayer, shown: Sequence[int]
) -> None:
    renderer = clusters.renderer()
    by_tier = isinstance(renderer, QgsRuleBasedRenderer) and len(renderer.legendSymbolItems()) == 1 + len(
        TIER_LIMITS
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


def _add_zones(legend: QgsLayoutItemLegend, linked: QgsLayoutItemMap, zones: QgsVectorLayer) -> None:
    transform = QgsCoordinateTransform(linked.crs(), zones.crs(), zones.transformContext())
    request = QgsFeatureRequest()
    try:
        request.setFilterRect(transform.transformBoundingBox(linked.extent()))
    except QgsCsException:
        # A map of the world has corners that are nowhere.
        request = QgsFeatureRequest()
    kinds = symbols_in_use(zones, linked.scale(), request)
    if not kinds:
        return
    node = legend.model().rootGroup().addLayer(zones)
    node.setCustomProperty("legend/title-label", tr("Zones"))
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, kinds[:MOST_KINDS])
    legend.model().refreshLayerLegend(node)


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


def _shrink(legend: QgsLayoutItemLegend) -> bool:
    for part in (
        QgsLegendStyle.Style.Subgroup,
        QgsLegendStyle.Style.Group,
        QgsLegendStyle.Style.SymbolLabel,
    ):
        style = legend.style(part)
        text = style.textFormat()
        if text.size() <= SMALLEST_TEXT:
            return False
        text.setSize(text.size() - 0.25)
        style.setTextFormat(text)
        legend.setStyle(part, style)
    return True


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
