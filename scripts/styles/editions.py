"""Styles of two editions compared."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
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
from innovation_clusters.scripts.styles.drawing import OUTLINE, marker_of, text_format

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
# Okabe and Ito's colours for the colour-blind (2008, Color Universal Design); shapes tell up from down too.
RANK_CHANGES = (
    ("Up by 10 or more", '"rank_change" >= 10', Qgis.MarkerShape.EquilateralTriangle, 0.0, "#0072b2", 4.2),
    (
        "Up by 1 to 9",
        '"rank_change" > 0 AND "rank_change" < 10',
        Qgis.MarkerShape.EquilateralTriangle,
        0.0,
        "#56b4e9",
        3.4,
    ),
    ("Same rank", '"rank_change" = 0', Qgis.MarkerShape.Circle, 0.0, "#bbbbbb", 2.6),
    (
        "Down by 1 to 9",
        '"rank_change" < 0 AND "rank_change" > -10',
        Qgis.MarkerShape.EquilateralTriangle,
        180.0,
        "#e69f00",
        3.4,
    ),
    (
        "Down by 10 or more",
        '"rank_change" <= -10',
        Qgis.MarkerShape.EquilateralTriangle,
        180.0,
        "#d55e00",
        4.2,
    ),
    ("New", '"cluster_id" IS NOT NULL AND NOT "identity"', Qgis.MarkerShape.Star, 0.0, "#009e73", 4.6),
    ("No longer there", '"cluster_id" IS NULL', Qgis.MarkerShape.Cross2, 0.0, "#3c3c3c", 2.6),
)
PREVIOUS_NAME = CLUSTER_NAME.replace('"name', '"previous_name')


def rank_changes() -> QgsVectorLayer:
    layer = layer_of(COMPARISON_COLUMNS, "Point")
    root = QgsRuleBasedRenderer.Rule(None)
    for label, condition, shape, angle, colour, size in RANK_CHANGES:
        symbol = QgsSimpleMarkerSymbolLayer(shape, size, angle)
        symbol.setColor(QColor(colour))
        symbol.setStrokeColor(QColor(OUTLINE))
        symbol.setStrokeWidth(0.5 if shape == Qgis.MarkerShape.Cross2 else 0.15)
        root.appendChild(QgsRuleBasedRenderer.Rule(marker_of(symbol), filterExp=condition, label=label))
    renderer = QgsRuleBasedRenderer(root)
    # The first ranks lie on top.
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy(
            [QgsFeatureRequest.OrderByClause('coalesce("rank", "previous_rank")', False)]
        )
    )
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)

    name = f"coalesce({CLUSTER_NAME}, {PREVIOUS_NAME})"
    change = "coalesce(' ' || if(\"rank_change\" > 0, '+', '') || nullif(\"rank_change\", 0), '')"
    settings = QgsPalLayerSettings()
    settings.fieldName = f"coalesce(\"rank\" || ' ', '') || {name} || {change}"
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.dist = 2.0
    settings.setFormat(text_format(8.0))
    properties = QgsPropertyCollection()
    properties.setProperty(
        QgsPalLayerSettings.Property.Priority,
        QgsProperty.fromExpression('10 / (1 + coalesce("rank", "previous_rank") / 8)'),
    )
    settings.setDataDefinedProperties(properties)
    labels = QgsRuleBasedLabeling.Rule(None)
    labels.appendChild(QgsRuleBasedLabeling.Rule(settings))
    layer.setLabeling(QgsRuleBasedLabeling(labels))
    layer.setLabelsEnabled(True)

    layer.setDisplayExpression(name)
    layer.setMapTipTemplate(
        tip(
            name,
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
    layer.setDisplayExpression(f"coalesce({CLUSTER_NAME}, {PREVIOUS_NAME})")
    return layer


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "rank_changes": rank_changes,
    "comparison": comparison,
}
