"""Styles of two editions compared."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from innovation_clusters.plugin.symbols import CLUSTER_NAME
from innovation_clusters.scripts.styles.columns import (
    BOOLEAN,
    DOUBLE,
    INTEGER,
    TEXT,
    Column,
    layer_of,
    number,
    tip,
)
from innovation_clusters.scripts.styles.drawing import OUTLINE, defined, marker_of, text_format
from innovation_clusters.scripts.styles.tiers import (
    CHANGE_ARROW,
    CHANGES,
    NEW_COLOUR,
    NEW_SHAPE,
    NEW_SIZE,
    SIGN_SIZE,
    Change,
)

EVENTS = {
    "survives": "Survives",
    "enters": "Enters",
    "leaves": "Leaves",
    "splits": "Part of a split",
    "merges": "Part of a merge",
    "regroups": "Part of a split and a merge",
}
STANDINGS = {"stays": "Stays in the top", "enters": "Enters the top", "leaves": "Leaves the top"}
COMPARISON_COLUMNS = (
    Column("event", TEXT, "Event", values=EVENTS),
    Column("identity", BOOLEAN, "Same cluster"),
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("previous_cluster_id", INTEGER, "Previous cluster number"),
    Column("name", TEXT, "Name"),
    Column("name_ko", TEXT, "Korean name"),
    Column("previous_name", TEXT, "Previous name"),
    Column("previous_name_ko", TEXT, "Previous Korean name"),
    Column("rank", INTEGER, "Rank"),
    Column("previous_rank", INTEGER, "Previous rank"),
    Column("rank_change", INTEGER, "Rank change"),
    Column("standing", TEXT, "Standing in the top", values=STANDINGS),
    Column("overlap", DOUBLE, "Part that lies in the previous cluster, %", 1),
    Column("previous_overlap", DOUBLE, "Part of the previous cluster that lies here, %", 1),
    Column("patents", DOUBLE, "Patents", 1),
    Column("previous_patents", DOUBLE, "Patents before", 1),
    Column("change_patents", DOUBLE, "Patents: change", 1),
    Column("change_output_patents", DOUBLE, "Patents: change of output", 1),
    Column("change_geography_patents", DOUBLE, "Patents: change of geography", 1),
    Column("publications", DOUBLE, "Publications", 1),
    Column("previous_publications", DOUBLE, "Publications before", 1),
    Column("change_publications", DOUBLE, "Publications: change", 1),
    Column("change_output_publications", DOUBLE, "Publications: change of output", 1),
    Column("change_geography_publications", DOUBLE, "Publications: change of geography", 1),
    Column("deals", DOUBLE, "Deals", 1),
    Column("previous_deals", DOUBLE, "Deals before", 1),
    Column("change_deals", DOUBLE, "Deals: change", 1),
    Column("change_output_deals", DOUBLE, "Deals: change of output", 1),
    Column("change_geography_deals", DOUBLE, "Deals: change of geography", 1),
)
RANK_CHANGES = (
    *CHANGES,
    Change("New", '"cluster_id" IS NOT NULL AND NOT "identity"', NEW_SHAPE, 0.0, NEW_COLOUR, NEW_SIZE),
    Change("No longer there", '"cluster_id" IS NULL', Qgis.MarkerShape.Cross2, 0.0, "#3c3c3c", 2.6),
)
# Events in the colours of Okabe and Ito, and in shapes.
EVENT_SIGNS = (
    ("survives", Qgis.MarkerShape.Circle, "#bbbbbb", 2.6),
    ("enters", Qgis.MarkerShape.Star, "#009e73", 4.2),
    ("leaves", Qgis.MarkerShape.Cross2, "#3c3c3c", 2.8),
    ("splits", Qgis.MarkerShape.Diamond, "#e69f00", 3.4),
    ("merges", Qgis.MarkerShape.Square, "#0072b2", 3.2),
    ("regroups", Qgis.MarkerShape.Pentagon, "#cc79a7", 3.6),
)
PREVIOUS_NAME = CLUSTER_NAME.replace('"name', '"previous_name')


NAME = f"coalesce({CLUSTER_NAME}, {PREVIOUS_NAME})"
ORDER = 'coalesce("rank", "previous_rank")'


def sign(shape: Qgis.MarkerShape, colour: str, size: float, angle: float = 0.0) -> QgsMarkerSymbol:
    layer = QgsSimpleMarkerSymbolLayer(shape, size, angle)
    layer.setColor(QColor(colour))
    layer.setStrokeColor(QColor(OUTLINE))
    layer.setStrokeWidth(0.5 if shape == Qgis.MarkerShape.Cross2 else 0.15)
    defined(layer, QgsSymbolLayer.Property.Size, f"{size:g} * {SIGN_SIZE}")
    return marker_of(layer)


def named(layer: QgsVectorLayer, text: str) -> None:
    settings = QgsPalLayerSettings()
    settings.fieldName = text
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.dist = 2.0
    settings.setFormat(text_format(7.5))
    properties = QgsPropertyCollection()
    label = QgsPalLayerSettings.Property
    properties.setProperty(label.Priority, QgsProperty.fromExpression(f"10 / (1 + {ORDER} / 8)"))
    properties.setProperty(label.ZIndex, QgsProperty.fromExpression(f"0 - {ORDER}"))
    properties.setProperty(label.Bold, QgsProperty.fromExpression(f"{ORDER} <= 10"))
    settings.setDataDefinedProperties(properties)
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setFilterExpression(
        f"{ORDER} <= CASE WHEN @map_scale > 60000000 THEN 50 WHEN @map_scale > 25000000 THEN 100 "
        f"ELSE {ORDER} END"
    )
    labels = QgsRuleBasedLabeling.Rule(None)
    labels.appendChild(rule)
    layer.setLabeling(QgsRuleBasedLabeling(labels))
    layer.setLabelsEnabled(True)


def first_on_top(renderer: QgsFeatureRenderer) -> None:
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(ORDER, False)]))
    renderer.setOrderByEnabled(True)


def comparison_layer() -> QgsVectorLayer:
    layer = layer_of(COMPARISON_COLUMNS, "Point")
    named(layer, f"concat(\"rank\" || ' ', {NAME}, {CHANGE_ARROW})")
    return layer


def events() -> QgsVectorLayer:
    layer = comparison_layer()
    renderer = QgsCategorizedSymbolRenderer(
        "event",
        [
            QgsRendererCategory(event, sign(shape, colour, size), EVENTS[event])
            for event, shape, colour, size in EVENT_SIGNS
        ],
    )
    first_on_top(renderer)
    layer.setRenderer(renderer)
    return layer


def rank_changes() -> QgsVectorLayer:
    layer = comparison_layer()
    root = QgsRuleBasedRenderer.Rule(None)
    for change in RANK_CHANGES:
        symbol = sign(change.shape, change.colour, change.size, change.angle)
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=change.condition, label=change.label))
    renderer = QgsRuleBasedRenderer(root)
    first_on_top(renderer)
    layer.setRenderer(renderer)
    layer.setDisplayExpression(NAME)
    layer.setMapTipTemplate(
        tip(
            NAME,
            (
                ("Event", 'represent_value("event")'),
                ("Rank", "coalesce(\"rank\", '–')"),
                ("Previous rank", "coalesce(\"previous_rank\", '–')"),
                ("Rank change", "coalesce(\"rank_change\", '–')"),
                ("Patents: change of output", number("change_output_patents", 1)),
                ("Publications: change of output", number("change_output_publications", 1)),
                ("Deals: change of output", number("change_output_deals", 1)),
            ),
        )
    )
    return layer


def comparison() -> QgsVectorLayer:
    layer = layer_of(COMPARISON_COLUMNS, "NoGeometry")
    layer.setDisplayExpression(NAME)
    return layer


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "rank_changes": rank_changes,
    "comparison": comparison,
}

FURTHER: dict[str, Callable[[], QgsVectorLayer]] = {"rank_changes.events": events}
