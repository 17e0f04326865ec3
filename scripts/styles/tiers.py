"""How a cluster is drawn: a polygon near by, a circle in an overview, in the colour of its tier."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from innovation_clusters.analysis.scoring import TIER_LIMITS
from innovation_clusters.analysis.scoring import TIERS as TIER_NAMES
from innovation_clusters.plugin.symbols import (
    CLUSTER_NAME,
    OVERVIEW_SCALE,
    WORLD_SCALE,
    circle_diameter_expression,
)
from innovation_clusters.scripts.styles.drawing import (
    OUTLINE,
    defined,
    fill_of,
    marker,
    marker_of,
    text_format,
)

# Five steps of matplotlib's "inferno" (CC0): lightness rises evenly, so the order survives every kind of
# colour blindness and a black-and-white printer.
TIERS = (
    ("Rank 1–25", TIER_LIMITS[0], "#420a68"),
    ("Rank 26–50", TIER_LIMITS[1], "#932667"),
    ("Rank 51–75", TIER_LIMITS[2], "#dd513a"),
    ("Rank 76–100", TIER_LIMITS[3], "#fca50a"),
    ("Beyond rank 100", None, "#f1e18a"),
)
TIER_WORDS = dict(zip(TIER_NAMES, (label for label, _, _ in TIERS), strict=True))
DIAMETER = circle_diameter_expression()
# A printed map of the world is read from nearer than a screen, and has more to name.
LABEL_SIZE = f'if("rank" <= 10, 8, 7) * if(@layout_name is null or @map_scale < {WORLD_SCALE}, 1, 0.8)'
# The same circle as a polygon, for labels to stay off: its radius is in units of the map. Degrees are known
# by the projection's name in PROJ, because @map_units is translated.
CIRCLE = (
    "coalesce(transform(buffer(transform(centroid(@geometry), @layer_crs, @map_crs), "
    f"({DIAMETER}) / 2000 * @map_scale / if(@map_crs_acronym = 'longlat', 111319, 1)), "
    "@map_crs, @layer_crs), "
    "centroid(@geometry))"
)


def tier_circle(colour: str) -> QgsSimpleMarkerSymbolLayer:
    """Return a circle whose area is in proportion to the score."""
    # Dark circles overlap dark circles, pale ones lie on pale land.
    circle = marker(colour, 3.0, "#ffffff" if QColor(colour).lightnessF() < 0.5 else OUTLINE, 0.15)
    defined(circle, QgsSymbolLayer.Property.Size, DIAMETER)
    return circle


def cluster_symbol(colour: str) -> QgsFillSymbol:
    area = QgsSimpleFillSymbolLayer(QColor(colour))
    fill = QColor(colour)
    fill.setAlphaF(0.5)
    area.setFillColor(fill)
    area.setStrokeColor(QColor(OUTLINE))
    area.setStrokeWidth(0.16)
    defined(area, QgsSymbolLayer.Property.StrokeWidth, f"if(@map_scale > {OVERVIEW_SCALE // 2}, 0.08, 0.16)")

    defined(area, QgsSymbolLayer.Property.LayerEnabled, f"coalesce(@map_scale, 0) <= {OVERVIEW_SCALE}")

    circle = tier_circle(colour)
    centre = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": "centroid(@geometry)"})
    centre.setSymbolType(Qgis.SymbolType.Marker)
    centre.setSubSymbol(marker_of(circle))
    defined(centre, QgsSymbolLayer.Property.LayerEnabled, f"coalesce(@map_scale, 0) > {OVERVIEW_SCALE}")
    symbol = fill_of(area)
    symbol.appendSymbolLayer(centre)
    return symbol


def tier_condition(number_of_tier: int) -> str:
    upper = TIERS[number_of_tier][1]
    lower = TIERS[number_of_tier - 1][1] if number_of_tier else None
    if lower is None:
        return f'"rank" <= {upper}'
    if upper is None:
        return "ELSE"
    return f'"rank" > {lower} AND "rank" <= {upper}'


def tier_renderer(symbol: Callable[[str], QgsSymbol]) -> QgsRuleBasedRenderer:
    """Return a rule for every tier, with the symbol of its colour."""
    root = QgsRuleBasedRenderer.Rule(None)
    for position, (label, _, colour) in enumerate(TIERS):
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                symbol(colour),
                filterExp=tier_condition(position),
                label=label,
                elseRule=position == 4,
            )
        )
    renderer = QgsRuleBasedRenderer(root)
    # A small circle would vanish below a large one.
    small_on_top = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("rank", True)])
    renderer.setOrderBy(small_on_top)
    renderer.setOrderByEnabled(True)
    return renderer


def cluster_labels(*, overview: bool) -> QgsRuleBasedLabeling.Rule:
    settings = QgsPalLayerSettings()
    settings.fieldName = f"\"rank\" || ' ' || {CLUSTER_NAME}"
    settings.isExpression = True
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Polygon if overview else Qgis.GeometryType.Point
    settings.geometryGenerator = CIRCLE if overview else "centroid(@geometry)"
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(text_format(7.0 if overview else 8.0))
    properties = QgsPropertyCollection()
    label = QgsPalLayerSettings.Property
    properties.setProperty(label.Priority, QgsProperty.fromExpression('10 / (1 + "rank" / 8)'))
    properties.setProperty(label.ZIndex, QgsProperty.fromExpression('0 - "rank"'))
    properties.setProperty(label.Size, QgsProperty.fromExpression(LABEL_SIZE))
    properties.setProperty(label.Bold, QgsProperty.fromExpression('"rank" <= 10'))
    if overview:
        properties.setProperty(label.LabelDistance, QgsProperty.fromExpression(f"0.3 + ({DIAMETER}) / 2"))
    settings.setDataDefinedProperties(properties)
    rule = QgsRuleBasedLabeling.Rule(settings)
    if overview:
        rule.setMaximumScale(OVERVIEW_SCALE)
        rule.setFilterExpression(
            '"rank" <= CASE WHEN @map_scale > 60000000 THEN 25 '
            "WHEN @map_scale > 25000000 THEN 50 ELSE 100 END"
        )
    else:
        rule.setMinimumScale(OVERVIEW_SCALE)
    return rule
