"""How a cluster is drawn: a polygon near by, a circle in an overview, in the colour of its class."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from innovation_clusters.plugin.symbols import OVERVIEW_SCALE
from innovation_clusters.scripts.styles.drawing import OUTLINE, defined, fill_of, marker, marker_of
from innovation_clusters.scripts.styles.labels import NEAR_SCALE
from innovation_clusters.scripts.styles.tiers import Class

# How much of what lies below a polygon hides; near by, where it fills the map, less, and its rim tells the
# class.
OPACITY = 0.7
NEAR_ALPHA = 75


def circle_marker(colour: str, diameter: str) -> QgsSimpleMarkerSymbolLayer:
    """Return a circle of so many millimetres."""
    # Dark circles overlap dark circles, pale ones lie on pale land.
    layer = marker(colour, 3.0, "#ffffff" if QColor(colour).lightnessF() < 0.5 else OUTLINE, 0.15)
    defined(layer, QgsSymbolLayer.Property.Size, diameter)
    return layer


def area_of(colour: str) -> QgsSimpleFillSymbolLayer:
    area = QgsSimpleFillSymbolLayer(QColor(colour))
    fill = QColor(colour)
    fill.setAlphaF(OPACITY)
    area.setFillColor(fill)
    area.setStrokeColor(QColor(OUTLINE))
    area.setStrokeWidth(0.16)
    near = f"@map_scale < {NEAR_SCALE}"
    defined(
        area,
        QgsSymbolLayer.Property.FillColor,
        f"if({near}, set_color_part('{colour}', 'alpha', {NEAR_ALPHA}), @value)",
    )
    defined(area, QgsSymbolLayer.Property.StrokeColor, f"if({near}, darker('{colour}', 120), '{OUTLINE}')")
    defined(
        area,
        QgsSymbolLayer.Property.StrokeWidth,
        f"CASE WHEN {near} THEN 0.7 WHEN @map_scale > {OVERVIEW_SCALE // 2} THEN 0.08 ELSE 0.16 END",
    )
    defined(area, QgsSymbolLayer.Property.LayerEnabled, f"coalesce(@map_scale, 0) <= {OVERVIEW_SCALE}")
    return area


def at_centre(layer: QgsSimpleMarkerSymbolLayer, least_scale: int = 0) -> QgsGeometryGeneratorSymbolLayer:
    """Return a marker at the centre of a polygon, from a scale on upwards."""
    centre = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": "centroid(@geometry)"})
    centre.setSymbolType(Qgis.SymbolType.Marker)
    centre.setSubSymbol(marker_of(layer))
    if least_scale:
        defined(centre, QgsSymbolLayer.Property.LayerEnabled, f"coalesce(@map_scale, 0) > {least_scale}")
    return centre


def cluster_symbol(colour: str, diameter: str) -> QgsFillSymbol:
    symbol = fill_of(area_of(colour))
    symbol.appendSymbolLayer(at_centre(circle_marker(colour, diameter), OVERVIEW_SCALE))
    return symbol


def graded(
    classes: Sequence[Class], symbol: Callable[[str], QgsSymbol], order: str, *, ascending: bool = True
) -> QgsRuleBasedRenderer:
    """Return a rule for every class; what comes first in the order of a field is drawn first, below."""
    root = QgsRuleBasedRenderer.Rule(None)
    for one in classes:
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                symbol(one.colour),
                filterExp=one.condition or "ELSE",
                label=one.label,
                elseRule=not one.condition,
            )
        )
    renderer = QgsRuleBasedRenderer(root)
    # A small circle would vanish below a large one.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(order, ascending)]))
    renderer.setOrderByEnabled(True)
    return renderer
