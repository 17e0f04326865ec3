"""Styles of what joins clusters and of what each is made of: links, mergers, organisations, fields."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsLineSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from innovation_clusters.plugin.symbols import WORLD_SCALE
from innovation_clusters.scripts.styles.columns import DOUBLE, INTEGER, TEXT, Column, layer_of, number, tip
from innovation_clusters.scripts.styles.drawing import defined

OUTCOMES = {
    "merged": "Merged",
    "untied": "No shared records",
    "other_cluster": "Tied as much with another cluster",
    "noise": "Tied as much with noise",
    "switched_off": "Switched off",
    "chain": "Chain, left apart",
}
METRIC_NAMES = {
    "patents": "Patent applications",
    "publications": "Publications",
    "deals": "Venture capital deals",
}
LINK_COLUMNS = (
    Column("first_id", INTEGER, "First cluster: number"),
    Column("second_id", INTEGER, "Second cluster: number"),
    Column("first_name", TEXT, "First cluster"),
    Column("second_name", TEXT, "Second cluster"),
    Column("strength", DOUBLE, "Strength, % of all ties", 4),
    Column("records", DOUBLE, "Shared records", 0),
    Column("fractional", DOUBLE, "Shared records, fractional", 1),
    Column("pairs", DOUBLE, "Pairs of addresses", 0),
    Column("fractional_pairs", DOUBLE, "Pairs of addresses, fractional", 1),
    Column("patents_records", DOUBLE, "Shared patent applications", 0),
    Column("patents_fractional", DOUBLE, "Shared patent applications, fractional", 1),
    Column("patents_pairs", DOUBLE, "Pairs of inventors", 0),
    Column("publications_records", DOUBLE, "Shared publications", 0),
    Column("publications_fractional", DOUBLE, "Shared publications, fractional", 1),
    Column("publications_pairs", DOUBLE, "Pairs of authors", 0),
    Column("deals_records", DOUBLE, "Shared venture capital deals", 0),
    Column("deals_fractional", DOUBLE, "Shared venture capital deals, fractional", 1),
    Column("deals_pairs", DOUBLE, "Pairs of firms", 0),
    Column("distance_km", DOUBLE, "Distance, km", 0),
)
PARTNER_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("name", TEXT, "Name"),
    Column("metric", TEXT, "Metric", values=METRIC_NAMES),
    Column("records", DOUBLE, "Records", 0),
    Column("fractional", DOUBLE, "Records, fractional", 1),
    Column("within_share", DOUBLE, "Made in the cluster alone, %", 1),
    Column("clusters_share", DOUBLE, "Made with other clusters, %", 1),
    Column("noise_share", DOUBLE, "Made with addresses in no cluster, %", 1),
    Column("unlocated_share", DOUBLE, "Made with addresses without a place, %", 1),
    Column("shared_records", INTEGER, "Records with an address elsewhere"),
    Column("domestic_share", DOUBLE, "Of these domestic, %", 1),
    Column("international_share", DOUBLE, "Of these international, %", 1),
    Column("partners", INTEGER, "Partner clusters"),
    Column("strongest_id", INTEGER, "Strongest partner: number"),
    Column("strongest_name", TEXT, "Strongest partner"),
    Column("strongest_share", DOUBLE, "Share of the strongest partner, %", 1),
)
MERGE_COLUMNS = (
    Column("cluster_id", INTEGER, "Smaller cluster"),
    Column("into_id", INTEGER, "Larger cluster"),
    Column("outcome", TEXT, "Outcome", values=OUTCOMES),
    Column("chain", INTEGER, "Chain"),
    Column("distance_m", DOUBLE, "Distance of the edges, m", 0),
    Column("records", DOUBLE, "Shared records", 0),
    Column("fractional", DOUBLE, "Shared records, fractional", 1),
    Column("pairs", DOUBLE, "Pairs of addresses", 0),
    Column("strength", DOUBLE, "Strength, % of all ties", 4),
    Column("other_id", INTEGER, "Smaller: strongest other cluster"),
    Column("other_strength", DOUBLE, "Smaller: strength with it, %", 4),
    Column("noise_strength", DOUBLE, "Smaller: strength with noise, %", 4),
    Column("into_other_id", INTEGER, "Larger: strongest other cluster"),
    Column("into_other_strength", DOUBLE, "Larger: strength with it, %", 4),
    Column("into_noise_strength", DOUBLE, "Larger: strength with noise, %", 4),
)
ORGANISATION_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("place", INTEGER, "Place"),
    Column("organisation", TEXT, "Organisation"),
    Column("records", DOUBLE, "Records", 2),
    Column("share", DOUBLE, "Share of the records of the cluster, %", 2),
    Column("spellings", INTEGER, "Spellings"),
)
FIELD_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("place", INTEGER, "Place"),
    Column("field", TEXT, "Field"),
    Column("records", DOUBLE, "Records", 2),
    Column("share", DOUBLE, "Share of the records of the cluster, %", 2),
    Column("share_all", DOUBLE, "Share in all clusters, %", 2),
    Column("location_quotient", DOUBLE, "Location quotient", 2),
)
# How strong a link is beside the strongest, and how it is drawn: colour, width, opacity, and from which scale
# on. Pale and thin ones lie below: there are always many of them, and all at once they hide the world.
LINK_CLASSES = (
    ("Half the strongest or more", 0.5, "#420a68", 1.8, 0.9, None),
    ("A fifth or more", 0.2, "#932667", 1.1, 0.8, None),
    ("A twentieth or more: zoom in", 0.05, "#e0703f", 0.45, 0.5, WORLD_SCALE),
    ("Weaker: zoom in further", 0.0, "#8f8f8f", 0.2, 0.4, 5_000_000),
)
LINK_NAME = """concat("first_name", ' ↔ ', "second_name")"""


def links() -> QgsVectorLayer:
    layer = layer_of(LINK_COLUMNS, "MultiLineString")
    part = '"strength" / nullif(maximum("strength"), 0)'
    root = QgsRuleBasedRenderer.Rule(None)
    for position, (label, least, colour, width, opacity, scale) in enumerate(LINK_CLASSES):
        line = QgsSimpleLineSymbolLayer(QColor(colour), width)
        line.setPenCapStyle(Qt.PenCapStyle.RoundCap)
        line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
        # In sight of the whole world the strong ones hide what lies between.
        defined(
            line,
            QgsSymbolLayer.Property.StrokeWidth,
            f"{width:g} * if(@map_scale > {WORLD_SCALE}, 0.4, 1)",
        )
        line.setRenderingPass(len(LINK_CLASSES) - position)
        symbol = QgsLineSymbol.createSimple({})
        symbol.changeSymbolLayer(0, line)
        symbol.setOpacity(opacity)
        most = LINK_CLASSES[position - 1][1] if position else None
        condition = f"{part} >= {least}" + ("" if most is None else f" AND {part} < {most}")
        last = position == len(LINK_CLASSES) - 1
        rule = QgsRuleBasedRenderer.Rule(
            symbol, filterExp="ELSE" if last else condition, label=label, elseRule=last
        )
        if scale is not None:
            rule.setMinimumScale(scale)
        root.appendChild(rule)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    layer.setDisplayExpression(LINK_NAME)
    layer.setMapTipTemplate(
        tip(
            LINK_NAME,
            (
                ("Shared records", number("records", 0)),
                ("Shared records, fractional", number("fractional", 1)),
                ("Pairs of addresses", number("pairs", 0)),
                ("Distance, km", number("distance_km", 0)),
            ),
        )
    )
    return layer


def partners() -> QgsVectorLayer:
    layer = layer_of(PARTNER_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"name"')
    return layer


def merges() -> QgsVectorLayer:
    return layer_of(MERGE_COLUMNS, "NoGeometry")


def organisations() -> QgsVectorLayer:
    layer = layer_of(ORGANISATION_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"organisation"')
    return layer


def fields() -> QgsVectorLayer:
    layer = layer_of(FIELD_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"field"')
    return layer


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "links": links,
    "partners": partners,
    "merges": merges,
    "organisations": organisations,
    "fields": fields,
}
