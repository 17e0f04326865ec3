"""Names of clusters on the map: the first ones first, clear of the circles, below and beside each other.

QGIS's label engine places them: priorities follow the order of the clusters, no label is drawn over another,
and what would not fit is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRuleBasedLabeling,
)

from innovation_clusters.plugin.symbols import CLUSTER_NAME, OVERVIEW_SCALE, WORLD_SCALE
from innovation_clusters.scripts.styles.drawing import text_format

# Below this a cluster is wider than its name.
NEAR_SCALE = 1_500_000


@dataclass(frozen=True)
class Order:
    """What clusters are ordered by: a field of ranks, or one of which the largest comes first."""

    field: str
    largest_first: bool = False

    def first(self, count: int | str) -> str:
        """Return the condition of being among the first so many."""
        if not self.largest_first:
            return f'"{self.field}" <= {count}'
        # The aggregate is computed once for the layer.
        ordered = f'array_agg("{self.field}", order_by:=0 - "{self.field}")'
        return f'"{self.field}" > 0 AND "{self.field}" >= coalesce(array_get({ordered}, {count} - 1), 0)'

    def priority(self) -> str:
        if not self.largest_first:
            return f'10 / (1 + "{self.field}" / 8)'
        return f'10 * sqrt("{self.field}" / nullif(maximum("{self.field}"), 0))'

    def upper(self) -> str:
        return f'"{self.field}"' if self.largest_first else f'0 - "{self.field}"'


BY_RANK = Order("rank")
NAME = f"concat(\"rank\", ' ', {CLUSTER_NAME})"


def circle(diameter: str) -> str:
    """Return the polygon of a circle of so many millimetres, for labels to stay off.

    Its radius is in units of the map. Degrees are known by the projection's name in PROJ, because @map_units
    is translated. Of a layer in degrees it ends at the antimeridian: a circle across it would come back as
    one around the whole globe, with its name on the other side.
    """
    centre = "transform(centroid(@geometry), @layer_crs, @map_crs)"
    radius = f"({diameter}) / 2000 * @map_scale / if(@map_crs_acronym = 'longlat', 111319, 1)"
    antimeridian = "make_point(if(x(centroid(@geometry)) < 0, -180, 180), y(centroid(@geometry)))"
    # The edge of a world map is bent: the nearest place on it is not at the same latitude.
    away = f"distance({centre}, transform({antimeridian}, @layer_crs, @map_crs))"
    in_degrees = "@layer_crs = 'EPSG:4326'"
    return (
        f"coalesce(transform(buffer({centre}, if({in_degrees}, min({radius}, 0.7 * {away}), {radius})), "
        "@map_crs, @layer_crs), "
        "centroid(@geometry))"
    )


def cluster_labels(text: str, order: Order, diameter: str) -> QgsRuleBasedLabeling:
    """Return the names of clusters that are circles in an overview and polygons near by."""
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(obstacles(order, diameter))
    root.appendChild(overview_label(text, order, diameter))
    root.appendChild(polygon_label(text, order))
    root.appendChild(near_label(text, order))
    return QgsRuleBasedLabeling(root)


def obstacles(order: Order, diameter: str) -> QgsRuleBasedLabeling.Rule:
    """Return the rule that keeps names off the circles of clusters, also of those that are not named.

    In sight of the whole world only off the larger ones: else the dots of Europe would leave room for none.
    """
    settings = QgsPalLayerSettings()
    settings.drawLabels = False
    # Features without a text are left out before they could be obstacles.
    settings.fieldName = "'·'"
    settings.isExpression = True
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Polygon
    settings.geometryGenerator = circle(diameter)
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setFactor(0.5)
    settings.setObstacleSettings(obstacle)
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setMaximumScale(OVERVIEW_SCALE)
    rule.setFilterExpression(f"@map_scale <= 60000000 OR {order.first(50)}")
    return rule


def base_settings(text: str, order: Order, size: float) -> tuple[QgsPalLayerSettings, QgsPropertyCollection]:
    settings = QgsPalLayerSettings()
    settings.fieldName = text
    settings.isExpression = True
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(text_format(size))
    properties = QgsPropertyCollection()
    label = QgsPalLayerSettings.Property
    properties.setProperty(label.Priority, QgsProperty.fromExpression(order.priority()))
    properties.setProperty(label.ZIndex, QgsProperty.fromExpression(order.upper()))
    # A printed map of the world is read from nearer than a screen, and has more to name.
    properties.setProperty(
        label.Size,
        QgsProperty.fromExpression(
            f"if({order.first(10)}, {size + 1:g}, {size:g}) * "
            f"if(@layout_name is null or @map_scale < {WORLD_SCALE}, 1, 0.8)"
        ),
    )
    properties.setProperty(label.Bold, QgsProperty.fromExpression(order.first(10)))
    return settings, properties


def overview_label(text: str, order: Order, diameter: str) -> QgsRuleBasedLabeling.Rule:
    settings, properties = base_settings(text, order, 7.0)
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Polygon
    settings.geometryGenerator = circle(diameter)
    settings.placement = Qgis.LabelPlacement.AroundPoint
    properties.setProperty(
        QgsPalLayerSettings.Property.LabelDistance, QgsProperty.fromExpression(f"0.3 + ({diameter}) / 2")
    )
    settings.setDataDefinedProperties(properties)
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setMaximumScale(OVERVIEW_SCALE)
    rule.setFilterExpression(
        f"CASE WHEN @map_scale > 60000000 THEN {order.first(25)} "
        f"WHEN @map_scale > 25000000 THEN {order.first(50)} ELSE {order.first(100)} END"
    )
    return rule


def polygon_label(text: str, order: Order) -> QgsRuleBasedLabeling.Rule:
    """Return the rule of scales at which a name is wider than its cluster: it stands beside the polygon."""
    settings, properties = base_settings(text, order, 7.0)
    settings.placement = Qgis.LabelPlacement.OutsidePolygons
    settings.dist = 0.6
    settings.setDataDefinedProperties(properties)
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setType(QgsLabelObstacleSettings.ObstacleType.PolygonInterior)
    settings.setObstacleSettings(obstacle)
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setMinimumScale(OVERVIEW_SCALE)
    rule.setMaximumScale(NEAR_SCALE)
    return rule


def near_label(text: str, order: Order) -> QgsRuleBasedLabeling.Rule:
    settings, properties = base_settings(text, order, 8.0)
    settings.placement = Qgis.LabelPlacement.Horizontal
    # It stands on the sites of its cluster.
    strong = settings.format()
    halo = strong.buffer()
    halo.setSize(1.0)
    strong.setBuffer(halo)
    settings.setFormat(strong)
    settings.setDataDefinedProperties(properties)
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setMinimumScale(NEAR_SCALE)
    return rule
