"""The styles of zones laid over clusters and activity, and of zones that are proposed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from innovation_clusters.scripts.styles.columns import (
    BOOLEAN,
    DOUBLE,
    INTEGER,
    TEXT,
    YES_NO,
    Column,
    layer_of,
    number,
    tip,
)
from innovation_clusters.scripts.styles.drawing import (
    NOISE,
    OUTLINE,
    fill_of,
    marker,
    marker_of,
    text_format,
)
from innovation_clusters.scripts.styles.zones import ZONE_TYPES

METRICS = (
    ("patents", "Patent applications"),
    ("publications", "Publications"),
    ("deals", "Venture capital deals"),
)
COUNTS = (
    Column("addresses", DOUBLE, "Addresses", 1),
    *(Column(name, DOUBLE, word, 2) for name, word in METRICS),
)
REGIONS = {
    "capital": "Capital region",
    "daejeon": "Daejeon",
    "rest": "Rest of the country",
    "country": "Country",
    "outside": "Outside all provinces",
}
PARTS = {"type": "Zones of the type", "any": "Any zone", "none": "No zone", "nowhere": "No place"}
SHAPES = {
    "circle": "Circle",
    "nodes": "Chosen nodes",
    "rectangle": "Straight belt",
    "path": "Bent belt",
}


def by_metric(prefix: str, words: tuple[str, str, str], decimals: int) -> tuple[Column, ...]:
    """Return a column for every metric, each with its own words: translators see whole phrases."""
    return tuple(
        Column(f"{prefix}_{metric}", DOUBLE, word, decimals)
        for (metric, _), word in zip(METRICS, words, strict=True)
    )


OF_PROVINCE = by_metric(
    "share_province",
    ("Patents, % of the province", "Publications, % of the province", "Deals, % of the province"),
    2,
)
OF_COUNTRY = by_metric(
    "share_country",
    ("Patents, % of the country", "Publications, % of the country", "Deals, % of the country"),
    3,
)
OF_WORLD = by_metric(
    "share",
    ("Share of patent applications, %", "Share of publications, %", "Share of venture capital deals, %"),
    3,
)
QUOTIENTS = by_metric(
    "lq",
    ("Location quotient: patents", "Location quotient: publications", "Location quotient: deals"),
    2,
)
IN_ZONES = (
    Column("addresses_in_zones", DOUBLE, "Addresses in zones, %", 2),
    Column("patents_in_zones", DOUBLE, "Patents in zones, %", 2),
    Column("publications_in_zones", DOUBLE, "Publications in zones, %", 2),
    Column("deals_in_zones", DOUBLE, "Deals in zones, %", 2),
)
SCORECARD = (
    Column("area_km2", DOUBLE, "Area, km²", 2),
    Column("province", TEXT, "Province"),
    Column("province_part", DOUBLE, "Part in the province, % of the area", 1),
    Column("region", TEXT, "Region", values=REGIONS),
    *COUNTS,
    *OF_PROVINCE,
    *OF_COUNTRY,
    *OF_WORLD,
    Column("score", DOUBLE, "Score (sum of shares), %", 3),
    Column("rank", INTEGER, "Rank"),
    Column("density", DOUBLE, "Addresses per km²", 2),
    Column("density_around", DOUBLE, "Addresses per km² around", 2),
    Column("density_ratio", DOUBLE, "Density inside over around", 2),
    *QUOTIENTS,
    Column("apportioned_addresses", DOUBLE, "Addresses, apportioned", 2),
    Column("apportioned_patents", DOUBLE, "Patents, apportioned", 2),
    Column("apportioned_publications", DOUBLE, "Publications, apportioned", 2),
    Column("apportioned_deals", DOUBLE, "Deals, apportioned", 2),
    Column("clusters", INTEGER, "Clusters it overlaps"),
    Column("in_clusters", DOUBLE, "Addresses in clusters, %", 1),
    Column("nearest_cluster", TEXT, "Nearest cluster"),
    Column("nearest_km", DOUBLE, "Distance to it, km", 1),
)
ZONE = (
    Column("zone_id", TEXT, "Zone number"),
    Column("zone_name", TEXT, "Zone"),
    Column("zone_type", TEXT, "Type of zone", values=ZONE_TYPES),
)
PAIRS = (
    *ZONE,
    Column("cluster_id", TEXT, "Cluster number"),
    Column("cluster_name", TEXT, "Cluster"),
    Column("overlap_km2", DOUBLE, "Common area, km²", 3),
    Column("part_of_zone", DOUBLE, "Part of the zone, %", 2),
    Column("part_of_cluster", DOUBLE, "Part of the cluster, %", 3),
    *COUNTS,
    Column("share_of_zone", DOUBLE, "Share of the zone's addresses, %", 2),
    Column("share_of_cluster", DOUBLE, "Share of the cluster's addresses, %", 3),
    Column("distance_km", DOUBLE, "Distance, km", 1),
    Column("nearest", BOOLEAN, "Nearest cluster", values=YES_NO),
)
CLUSTERS = (
    Column("cluster_id", TEXT, "Cluster number"),
    Column("cluster_name", TEXT, "Cluster"),
    Column("area_km2", DOUBLE, "Area, km²", 1),
    Column("zones", INTEGER, "Zones"),
    Column("zone_names", TEXT, "Zones by name"),
    Column("zone_types", TEXT, "Types of zones"),
    Column("area_in_zones", DOUBLE, "Area in zones, %", 2),
    *COUNTS,
    *IN_ZONES,
    Column("addresses_outside", DOUBLE, "Addresses outside zones, %", 2),
    Column("patents_outside", DOUBLE, "Patents outside zones, %", 2),
    Column("publications_outside", DOUBLE, "Publications outside zones, %", 2),
    Column("deals_outside", DOUBLE, "Deals outside zones, %", 2),
    Column("nearest_zone", TEXT, "Nearest zone"),
    Column("nearest_km", DOUBLE, "Distance to it, km", 1),
)
TYPES = (
    Column("part", TEXT, "Part", values=PARTS),
    Column("zone_type", TEXT, "Type of zone", values=ZONE_TYPES),
    Column("zones", INTEGER, "Zones"),
    Column("area_km2", DOUBLE, "Areas added up, km²", 2),
    Column("union_km2", DOUBLE, "Area covered, km²", 2),
    *COUNTS,
    *OF_COUNTRY,
    *OF_WORLD,
    Column("score", DOUBLE, "Score (sum of shares), %", 3),
    Column("density", DOUBLE, "Addresses per km²", 2),
    *QUOTIENTS,
)
REGION_COLUMNS = (
    Column("region", TEXT, "Region", values=REGIONS),
    Column("province", TEXT, "Province"),
    Column("zones", INTEGER, "Zones"),
    Column("area_km2", DOUBLE, "Area, km²", 0),
    Column("zones_km2", DOUBLE, "Area in zones, km²", 1),
    *COUNTS,
    *OF_COUNTRY,
    *IN_ZONES,
    *QUOTIENTS,
)
PROPOSALS = (
    Column("shape", TEXT, "Shape", values=SHAPES),
    Column("place", INTEGER, "Place"),
    Column("name", TEXT, "Nodes"),
    Column("weight", DOUBLE, "Weight inside", 1),
    Column("share", DOUBLE, "Share of all, %", 2),
    Column("bound", DOUBLE, "No other holds more than", 1),
    Column("area_km2", DOUBLE, "Area, km²", 1),
    Column("density", DOUBLE, "Weight per km²", 3),
    Column("length_km", DOUBLE, "Length, km", 1),
    Column("width_km", DOUBLE, "Width, km", 1),
    Column("bearing", DOUBLE, "Bearing, degrees from north", 1),
    Column("elongation", DOUBLE, "Elongation of the shape", 2),
    Column("spread", DOUBLE, "Elongation of the activity", 2),
    Column("gain", DOUBLE, "Gain over the first circle", 1),
    Column("gain_percent", DOUBLE, "Gain, %", 1),
    Column("longitude", DOUBLE, "Longitude", 5),
    Column("latitude", DOUBLE, "Latitude", 5),
    Column("reach_km", DOUBLE, "Farthest point from the centre, km", 3),
)
NODES = (
    Column("chosen", BOOLEAN, "Chosen", values=YES_NO),
    Column("core", BOOLEAN, "Core", values=YES_NO),
    Column("value", DOUBLE, "Value", 1),
    Column("node_km2", DOUBLE, "Area, km²", 3),
)

# ColorBrewer's PuOr by Cynthia Brewer (Apache 2.0), safe for the colour-blind: purple is denser than around.
DENSER = (
    ("Ten times as dense as around, or more", '"density_ratio" >= 10', "#542788"),
    ("Twice as dense, or more", '"density_ratio" >= 2 AND "density_ratio" < 10', "#998ec3"),
    ("As dense as around, or more", '"density_ratio" >= 1 AND "density_ratio" < 2', "#d8daeb"),
    ("Less dense than around", '"density_ratio" < 1', "#f1a340"),
)
COVERED = (
    ("Half or more of the addresses in zones", '"addresses_in_zones" >= 50', "#00441b"),
    ("A quarter or more", '"addresses_in_zones" >= 25 AND "addresses_in_zones" < 50', "#238b45"),
    ("A tenth or more", '"addresses_in_zones" >= 10 AND "addresses_in_zones" < 25', "#74c476"),
    ("Less than a tenth", '"addresses_in_zones" < 10', "#e5f5e0"),
)
SHAPE_COLOURS = {"circle": "#9f0162", "nodes": "#008df9", "rectangle": "#ff6e3a", "path": "#009f81"}


# The fields of the zones themselves, which any layer of polygons may have or not.
ZONE_NAME = (
    "coalesce(if(left(@qgis_locale, 2) = 'ko', attribute('name_ko'), attribute('name_en')), "
    "attribute('name_ko'), attribute('name'), attribute('zone_id'), @id)"
)
ZONES_NAMED_FROM = 500_000.0


def area(colour: str, opacity: float, width: float) -> QgsFillSymbol:
    layer = QgsSimpleFillSymbolLayer(QColor(colour))
    inside = QColor(colour)
    inside.setAlphaF(opacity)
    layer.setFillColor(inside)
    layer.setStrokeColor(QColor(colour).darker(140))
    layer.setStrokeWidth(width)
    return fill_of(layer)


def outlined(colour: str, *, dashed: bool) -> QgsFillSymbol:
    """Return a pale area with a strong rim: shapes lie over each other and over what they hold."""
    symbol = area(colour, 0.12, 0.0)
    rim = QgsSimpleLineSymbolLayer(QColor(colour), 0.7)
    if dashed:
        rim.setPenStyle(Qt.PenStyle.DashLine)
    symbol.symbolLayer(0).setStrokeStyle(Qt.PenStyle.NoPen)
    symbol.appendSymbolLayer(rim)
    return symbol


def graded(layer: QgsVectorLayer, classes: tuple[tuple[str, str, str], ...], otherwise: str) -> None:
    """Give a layer a rule for every class, and one for what is in none."""
    root = QgsRuleBasedRenderer.Rule(None)
    for label, condition, colour in classes:
        root.appendChild(QgsRuleBasedRenderer.Rule(area(colour, 0.75, 0.2), filterExp=condition, label=label))
    root.appendChild(QgsRuleBasedRenderer.Rule(area(NOISE, 0.35, 0.2), label=otherwise, elseRule=True))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def named(layer: QgsVectorLayer, expression: str, from_scale: float = 0.0) -> None:
    """Label the features of a layer with an expression, at every scale or from one on."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.setFormat(text_format(8.0))
    settings.scaleVisibility = from_scale > 0.0
    settings.minimumScale = from_scale
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def scorecard() -> QgsVectorLayer:
    layer = layer_of(SCORECARD, "MultiPolygon")
    graded(layer, DENSER, "Nothing around to compare with")
    # In a country zones are dots among the names of clusters: their own stand where they are areas.
    named(layer, ZONE_NAME, ZONES_NAMED_FROM)
    layer.setDisplayExpression(ZONE_NAME)
    layer.setMapTipTemplate(
        tip(
            ZONE_NAME,
            (
                ("Rank", "coalesce(\"rank\", '–')"),
                ("Addresses", number("addresses", 0)),
                ("Score (sum of shares), %", number("score", 3)),
                ("Density inside over around", number("density_ratio", 1)),
                ("Nearest cluster", "coalesce(\"nearest_cluster\", '–')"),
                ("Distance to it, km", number("nearest_km", 1)),
            ),
        )
    )
    return layer


def cluster_zones() -> QgsVectorLayer:
    layer = layer_of(CLUSTERS, "MultiPolygon")
    graded(layer, COVERED, "No addresses")
    named(layer, 'coalesce("cluster_name", "cluster_id")')
    layer.setDisplayExpression('coalesce("cluster_name", "cluster_id")')
    layer.setMapTipTemplate(
        tip(
            'coalesce("cluster_name", "cluster_id")',
            (
                ("Zones", '"zones"'),
                ("Addresses in zones, %", number("addresses_in_zones", 1)),
                ("Area in zones, %", number("area_in_zones", 1)),
                ("Nearest zone", "coalesce(\"nearest_zone\", '–')"),
            ),
        )
    )
    return layer


def proposed_zones() -> QgsVectorLayer:
    layer = layer_of(PROPOSALS, "MultiPolygon")
    categories = [
        QgsRendererCategory(shape, outlined(SHAPE_COLOURS[shape], dashed=shape == "nodes"), word)
        for shape, word in SHAPES.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("shape", categories))
    named(layer, "concat(represent_value(\"shape\"), if(\"shape\" = 'circle', concat(' ', \"place\"), ''))")
    layer.setMapTipTemplate(
        tip(
            'represent_value("shape")',
            (
                ("Weight inside", number("weight", 1)),
                ("Share of all, %", number("share", 2)),
                ("No other holds more than", number("bound", 1)),
                ("Area, km²", number("area_km2", 1)),
                ("Gain, %", number("gain_percent", 1)),
            ),
        )
    )
    return layer


NODE_CLASSES = (
    ("Core", '"core"', "#9f0162"),
    ("Chosen", '"chosen" AND NOT "core"', "#008df9"),
    ("Not chosen", 'NOT "chosen"', NOISE),
)


def candidate_nodes() -> QgsVectorLayer:
    layer = layer_of(NODES, "Point")
    root = QgsRuleBasedRenderer.Rule(None)
    for label, condition, colour in NODE_CLASSES:
        symbol = marker_of(marker(colour, 3.5, OUTLINE, 0.2))
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    return layer


def candidate_areas() -> QgsVectorLayer:
    layer = layer_of(NODES, "MultiPolygon")
    root = QgsRuleBasedRenderer.Rule(None)
    for label, condition, colour in NODE_CLASSES:
        root.appendChild(QgsRuleBasedRenderer.Rule(area(colour, 0.6, 0.3), filterExp=condition, label=label))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    return layer


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "scorecard": scorecard,
    "zone_pairs": lambda: layer_of(PAIRS, "NoGeometry"),
    "cluster_zones": cluster_zones,
    "types_of_zones": lambda: layer_of(TYPES, "NoGeometry"),
    "regions": lambda: layer_of(REGION_COLUMNS, "NoGeometry"),
    "proposed_zones": proposed_zones,
    "shape_comparison": lambda: layer_of(PROPOSALS, "NoGeometry"),
    "candidate_nodes": candidate_nodes,
    "candidate_areas": candidate_areas,
}
