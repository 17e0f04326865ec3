"""Colours, shapes and texts that several styles share."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from innovation_clusters.plugin.symbols import CLUSTER_COLOURS, OVERVIEW_SCALE

NOISE = "#a3a3a3"
# What has no value: hollow, unlike every class also in print.
WITHOUT = "#ffffff"
OUTLINE = "#3c3c3c"
# What stands for all colours of clusters in a legend.
ANY_CLUSTER = CLUSTER_COLOURS[1]
CLUSTER_COLOUR = 'array_get(array({}), "CLUSTER_ID" % {})'.format(
    ", ".join(f"'{colour}'" for colour in CLUSTER_COLOURS), len(CLUSTER_COLOURS)
)


def text_format(size: float, *, bold: bool = False) -> QgsTextFormat:
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor("#ffffff"))
    halo.setOpacity(0.85)
    result = QgsTextFormat()
    result.setSize(size)
    result.setSizeUnit(Qgis.RenderUnit.Points)
    if bold:
        # QGIS 3.40 takes False for True here.
        result.setForcedBold(True)
    result.setColor(QColor("#1c1c1c"))
    result.setBuffer(halo)
    return result


def marker(colour: str, size: float, outline: str, outline_width: float) -> QgsSimpleMarkerSymbolLayer:
    layer = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, size)
    layer.setColor(QColor(colour))
    if outline_width > 0:
        layer.setStrokeColor(QColor(outline))
        layer.setStrokeWidth(outline_width)
    else:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def dot(
    colour: str, size: float, outline: str = "", outline_width: float = 0.0, level: int = 0
) -> QgsSimpleMarkerSymbolLayer:
    """Return a round marker; those of a higher level lie above the others. `size` is what a legend shows."""
    layer = marker(colour, size, outline, outline_width)
    layer.setRenderingPass(level)
    return layer


def defined(layer: QgsSymbolLayer, key: QgsSymbolLayer.Property, expression: str) -> None:
    layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))


def marker_of(layer: QgsSymbolLayer) -> QgsMarkerSymbol:
    symbol = QgsMarkerSymbol.createSimple({})
    symbol.changeSymbolLayer(0, layer)
    return symbol


def fill_of(layer: QgsSymbolLayer) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, layer)
    return symbol


def let_through(layer: QgsVectorLayer) -> None:
    """Let what lies below a selected polygon be seen, in the yellow that QGIS selects with."""
    selection = layer.selectionProperties()
    selection.setSelectionRenderingMode(Qgis.SelectionRenderingMode.CustomColor)
    selection.setSelectionColor(QColor(255, 255, 0, 130))


def sized(
    layer: QgsSimpleMarkerSymbolLayer, overview: float, between: float, near: float | str
) -> QgsSimpleMarkerSymbolLayer:
    """Set how many millimetres wide a dot is: in an overview, between, and near."""
    expression = (
        f"CASE WHEN @map_scale > {OVERVIEW_SCALE} THEN {overview} "
        f"WHEN @map_scale > {CLOSE_SCALE} THEN {between} ELSE {near} END"
    )
    defined(layer, QgsSymbolLayer.Property.Size, expression)
    return layer


# From here on a dot is wide enough to be hollow, and to tell the weight of a site by its size.
CLOSE_SCALE = 2_000_000
