"""Writes the QML files in resources/styles: the one source of colours, labels, field aliases and map tips.

    scripts/env.sh .venv/bin/python scripts/styles.py

The files are written by QGIS itself and then freed of what belongs to the machine that wrote them (fonts,
random ids). Texts are English; the plugin translates them when it loads a style, see plugin/styles.py.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFeatureRequest,
    QgsField,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from innovation_clusters.analysis.scoring import TIER_LIMITS
from innovation_clusters.analysis.scoring import TIERS as TIER_NAMES
from innovation_clusters.plugin.styles import CATEGORIES, STYLES
from innovation_clusters.plugin.symbols import (
    CLUSTER_NAME,
    OVERVIEW_SCALE,
    WORLD_SCALE,
    circle_diameter_expression,
)

INTEGER = QMetaType.Type.Int
DOUBLE = QMetaType.Type.Double
TEXT = QMetaType.Type.QString
BOOLEAN = QMetaType.Type.Bool

# Five steps of matplotlib's "inferno" (CC0): lightness rises evenly, so the order survives every kind of
# colour blindness and a black-and-white printer.
TIERS = (
    ("Rank 1–25", TIER_LIMITS[0], "#420a68"),
    ("Rank 26–50", TIER_LIMITS[1], "#932667"),
    ("Rank 51–75", TIER_LIMITS[2], "#dd513a"),
    ("Rank 76–100", TIER_LIMITS[3], "#fca50a"),
    ("Beyond rank 100", None, "#f1e18a"),
)
NOISE = "#a3a3a3"
OUTLINE = "#3c3c3c"

# Martin Krzywinski's 12 colours for all three kinds of colour blindness, as published on his page
# "Designing for color blindness", reordered so that neighbours in the list differ in lightness.
PALETTE = (
    "#9f0162", "#00fccf", "#a40122", "#00c2f9", "#8400cd", "#ffc33b",
    "#008df9", "#ff5aaf", "#009f81", "#ffb2fd", "#e20134", "#ff6e3a",
)  # fmt: skip

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
CLUSTER_COLOUR = 'array_get(array({}), "CLUSTER_ID" % {})'.format(
    ", ".join(f"'{colour}'" for colour in PALETTE), len(PALETTE)
)


@dataclass(frozen=True)
class Column:
    """A field of a layer as its user reads it: alias, decimals of a number, words for what stands in it."""

    name: str
    type: QMetaType.Type
    alias: str
    decimals: int | None = None
    values: Mapping[str, str] | None = None


# What stands in a field, as its user reads it.
ROLES = {"core": "Core", "border": "Border", "noise": "Noise"}
FOCUS = {
    "patents": "Patents",
    "publications": "Publications",
    "deals": "Venture capital deals",
    "mixed": "Mixed",
}
TIER_WORDS = dict(zip(TIER_NAMES, (label for label, _, _ in TIERS), strict=True))
YES_NO = {"1": "Yes", "0": "No"}
METRICS = {"score": "Score", **{metric: FOCUS[metric] for metric in ("patents", "publications", "deals")}}


CLUSTER_COLUMNS = (
    Column("rank", INTEGER, "Rank"),
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("name", TEXT, "Name"),
    Column("name_ko", TEXT, "Korean name"),
    Column("economies", TEXT, "Economies"),
    Column("patents", DOUBLE, "Patent applications", 1),
    Column("publications", DOUBLE, "Publications", 1),
    Column("deals", DOUBLE, "Venture capital deals", 1),
    Column("share_patents", DOUBLE, "Share of patent applications, %", 3),
    Column("share_publications", DOUBLE, "Share of publications, %", 3),
    Column("share_deals", DOUBLE, "Share of venture capital deals, %", 3),
    Column("score", DOUBLE, "Score (sum of shares), %", 3),
    Column("focus", TEXT, "Focus", values=FOCUS),
    Column("addresses", DOUBLE, "Addresses", 0),
    Column("sites", INTEGER, "Sites"),
    Column("area_km2", DOUBLE, "Area, km²", 0),
    Column("population", DOUBLE, "Population", 0),
    Column("intensity", DOUBLE, "Intensity (score per million people)", 3),
    Column("intensity_rank", INTEGER, "Intensity rank"),
    Column("top_organisation", TEXT, "Leading organisation"),
    Column("top_organisation_share", DOUBLE, "Share of the leading organisation, %", 1),
)
SCORE_COLUMNS = (
    *(column for column in CLUSTER_COLUMNS if not column.name.startswith(("top_", "name", "area", "sites"))),
    Column("tier", TEXT, "Tier", values=TIER_WORDS),
)
CONCENTRATION_COLUMNS = (
    Column("top", INTEGER, "Last rank"),
    Column("clusters", INTEGER, "Clusters"),
    Column("share_patents", DOUBLE, "Share of patent applications, %", 1),
    Column("share_publications", DOUBLE, "Share of publications, %", 1),
    Column("share_deals", DOUBLE, "Share of venture capital deals, %", 1),
    Column("share_score", DOUBLE, "Share of the score, %", 1),
)
ECONOMY_COLUMNS = (
    Column("economy", TEXT, "Economy"),
    Column("clusters", INTEGER, "Clusters"),
    Column("clusters_top", INTEGER, "Clusters in the top"),
    Column("clusters_beyond", INTEGER, "Clusters beyond the top"),
    Column("cross_border", INTEGER, "Clusters shared with others"),
    Column("leading_cluster", TEXT, "Leading cluster"),
    Column("leading_rank", INTEGER, "Rank of the leading cluster"),
    Column("share_patents", DOUBLE, "Share of patent applications, %", 1),
    Column("share_publications", DOUBLE, "Share of publications, %", 1),
    Column("share_deals", DOUBLE, "Share of venture capital deals, %", 1),
    Column("previous_clusters", INTEGER, "Clusters last year"),
    Column("previous_clusters_top", INTEGER, "Clusters in the top last year"),
    Column("clusters_change", INTEGER, "Change of clusters"),
    Column("clusters_top_change", INTEGER, "Change of clusters in the top"),
    Column("previous_leading_cluster", TEXT, "Leading cluster last year"),
    Column("previous_leading_rank", INTEGER, "Rank of the leading cluster last year"),
    Column("leading_rank_change", INTEGER, "Change of the leading rank"),
)
SITE_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("rank", INTEGER, "Rank"),
    Column("name", TEXT, "Cluster"),
    Column("name_ko", TEXT, "Korean name"),
    Column("role", TEXT, "Role", values=ROLES),
    Column("weight", DOUBLE, "Weight", 2),
    Column("inventors", DOUBLE, "Inventor addresses", 0),
    Column("authors", DOUBLE, "Author addresses", 0),
    Column("deals", DOUBLE, "Venture capital deals", 0),
)
DENSITY_COLUMNS = (
    Column("CLUSTER_ID", INTEGER, "Cluster number"),
    Column("CLUSTER_SIZE", INTEGER, "Points in the cluster"),
    Column("cluster_weight", DOUBLE, "Weight of the cluster", 2),
    Column("role", TEXT, "Role", values=ROLES),
    Column("ambiguous", BOOLEAN, "Reached by two or more clusters"),
)
BOUNDARY_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("boundary", TEXT, "Kind of boundary"),
    Column("addresses", INTEGER, "Addresses"),
    Column("sites", INTEGER, "Sites"),
    Column("weight", DOUBLE, "Weight", 2),
    Column("area_km2", DOUBLE, "Area, km²", 1),
    Column("perimeter_km", DOUBLE, "Perimeter, km", 1),
    Column("centre_lon", DOUBLE, "Longitude of the centre", 5),
    Column("centre_lat", DOUBLE, "Latitude of the centre", 5),
    Column("compactness", DOUBLE, "Compactness (0 to 1)", 3),
)
INTENSITY_COLUMNS = (
    *(
        column
        for column in CLUSTER_COLUMNS
        if column.name not in ("intensity", "intensity_rank", "population")
    ),
    Column("population", DOUBLE, "Population", 0),
    Column("pixels", INTEGER, "Pixels or places counted"),
    Column("pixels_missing", INTEGER, "Pixels or places without a number"),
    Column("patents_per_million", DOUBLE, "Patent applications per million people", 1),
    Column("publications_per_million", DOUBLE, "Publications per million people", 1),
    Column("deals_per_million", DOUBLE, "Venture capital deals per million people", 1),
    Column("patents_per_100k", DOUBLE, "Patent applications per 100,000 people", 2),
    Column("publications_per_100k", DOUBLE, "Publications per 100,000 people", 2),
    Column("deals_per_100k", DOUBLE, "Venture capital deals per 100,000 people", 2),
    Column("intensity", DOUBLE, "Intensity (score per million people)", 3),
    Column("intensity_per_100k", DOUBLE, "Score per 100,000 people", 4),
    Column("intensity_rank", INTEGER, "Intensity rank"),
    Column("patents_rank", INTEGER, "Rank by patent applications per person"),
    Column("publications_rank", INTEGER, "Rank by publications per person"),
    Column("deals_rank", INTEGER, "Rank by venture capital deals per person"),
    Column("in_both_top_lists", INTEGER, "Among the first by score and by intensity", values=YES_NO),
)
TOP_LIST_COLUMNS = (
    Column("metric", TEXT, "By", values=METRICS),
    Column("place", INTEGER, "Rank"),
    Column("cluster", TEXT, "Cluster"),
    Column("per_million", DOUBLE, "Per million people", 3),
    Column("size_rank", INTEGER, "Rank by score"),
    Column("in_both_top_lists", INTEGER, "Among the first by score and by intensity", values=YES_NO),
)
BY_RADIUS_COLUMNS = (
    Column("cluster", TEXT, "Cluster"),
    Column("radius", DOUBLE, "Radius, degrees", 3),
    Column("population", DOUBLE, "Population", 0),
    Column("area_km2", DOUBLE, "Area, km²", 0),
    Column("intensity", DOUBLE, "Intensity (score per million people)", 3),
    Column("intensity_rank", INTEGER, "Intensity rank"),
    Column("population_change", DOUBLE, "Population against the radius in use, %", 1),
    Column("rank_change", INTEGER, "Ranks gained against the radius in use"),
)
RADII_COLUMNS = (
    Column("radius", DOUBLE, "Radius, degrees", 3),
    Column("population", DOUBLE, "Population", 0),
    Column("area_km2", DOUBLE, "Area, km²", 0),
    Column("total_shift", DOUBLE, "Shift of the total population, %", 1),
    Column("largest_shift", DOUBLE, "Largest shift of one cluster, %", 1),
    Column("most_shifted", TEXT, "Cluster that shifts most"),
    Column("ranks_changed", INTEGER, "Clusters with another rank"),
    Column("largest_rank_change", INTEGER, "Largest change of rank"),
    Column("proposed", INTEGER, "Shifts least", values=YES_NO),
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
ADDRESS_COLUMNS = (
    Column("record", TEXT, "Record"),
    Column("weight", DOUBLE, "Weight", 4),
    Column("economy", TEXT, "Economy"),
    Column("organisation", TEXT, "Organisation"),
)
REJECT_COLUMNS = (
    Column("reason", TEXT, "Code of the reason"),
    Column("reason_text", TEXT, "Reason"),
    Column("row", INTEGER, "Row of the input"),
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
KINDS = {"fault": "Fault", "doubt": "Doubt"}
SUSPICIOUS_COLUMNS = (
    Column("kind", TEXT, "Kind", values=KINDS),
    Column("reasons", TEXT, "Codes of the reasons"),
    Column("reason_text", TEXT, "Reasons"),
    Column("longitude", DOUBLE, "Longitude", 6),
    Column("latitude", DOUBLE, "Latitude", 6),
    Column("addresses", DOUBLE, "Addresses", 0),
    Column("suspicious", DOUBLE, "Suspicious addresses", 0),
    Column("faults", DOUBLE, "Addresses at fault", 0),
    Column("share", DOUBLE, "Share of all addresses, %", 2),
    Column("economy", TEXT, "Economy"),
    Column("economy_share", DOUBLE, "Share of the economy, %", 2),
    Column("organisations", INTEGER, "Organisations"),
    Column("mended_longitude", DOUBLE, "Longitude once mended", 6),
    Column("mended_latitude", DOUBLE, "Latitude once mended", 6),
    Column("checked", TEXT, "What was checked"),
)
SCOPES = {"world": "World", "economy": "Economy", "not stated": "Not stated"}
GEOCODING_COLUMNS = (
    Column("scope", TEXT, "Scope", values=SCOPES),
    Column("economy", TEXT, "Economy"),
    Column("rows", INTEGER, "Rows"),
    Column("addresses", DOUBLE, "Addresses", 0),
    Column("share_located", DOUBLE, "Located, %", 1),
    Column("share_faults", DOUBLE, "At fault, %", 1),
    Column("share_doubts", DOUBLE, "In doubt, %", 1),
    Column("share_block", DOUBLE, "To the block, %", 1),
    Column("share_sub_city", DOUBLE, "To a part of the city, %", 1),
    Column("share_city", DOUBLE, "To the city, %", 1),
    Column("share_coarser", DOUBLE, "Coarser, %", 1),
    Column("share_other", DOUBLE, "Other level, %", 1),
    Column("share_not_stated", DOUBLE, "Level not stated, %", 1),
    Column("share_two_decimals", DOUBLE, "Two decimals or fewer, %", 1),
    Column("sites", INTEGER, "Sites"),
    Column("share_heaviest", DOUBLE, "On the heaviest site, %", 1),
    Column("half_sites", INTEGER, "Sites that hold half"),
    Column("gini", DOUBLE, "Gini coefficient", 3),
    Column("gii_2024_block", DOUBLE, "GII 2024: inventors to the block, %", 1),
    Column("gii_2024_sub_city", DOUBLE, "GII 2024: inventors to a part of the city, %", 1),
    Column("gii_2024_city", DOUBLE, "GII 2024: inventors to the city, %", 1),
    Column("gii_2024_covered", DOUBLE, "GII 2024: applications covered, %", 1),
    Column("gii_2024_authors_city", DOUBLE, "GII 2024: authors to the city, %", 1),
)
HEAVIEST_COLUMNS = (
    Column("place", INTEGER, "Place"),
    Column("longitude", DOUBLE, "Longitude", 6),
    Column("latitude", DOUBLE, "Latitude", 6),
    Column("addresses", DOUBLE, "Addresses", 0),
    Column("share", DOUBLE, "Share of located addresses, %", 2),
    Column("cumulative_share", DOUBLE, "Share so far, %", 2),
    Column("economy", TEXT, "Economy"),
    Column("economy_share", DOUBLE, "Share of the economy, %", 2),
    Column("organisations", INTEGER, "Organisations"),
    Column("reasons", TEXT, "Codes of the reasons"),
)
CANDIDATE_COLUMNS = (
    Column("eps", DOUBLE, "Distance, m", 0),
    Column("min_density", DOUBLE, "Minimum density", 1),
    Column("clusters", INTEGER, "Clusters"),
    Column("clustered", DOUBLE, "Clustered addresses", 1),
    Column("share_clustered", DOUBLE, "Clustered, %", 1),
    Column("share_core", DOUBLE, "In core places, %", 1),
    Column("share_close", DOUBLE, "Close, %", 1),
    Column("share_extreme", DOUBLE, "At extreme distances, %", 1),
    Column("score", DOUBLE, "Close minus extreme, %", 1),
    Column("mean_score", DOUBLE, "Mean score of the distance", 1),
    Column("share_largest", DOUBLE, "Largest cluster, % of the clustered", 1),
    Column("extent_km", DOUBLE, "Farthest member from its centre, km", 0),
    Column("chained", INTEGER, "Clusters with extreme distances"),
    Column("joined", INTEGER, "Clusters joined since the next higher minimum"),
    Column("core_distance_50", DOUBLE, "Core distance of half, m", 0),
    Column("core_distance_90", DOUBLE, "Core distance of nine tenths, m", 0),
    Column("choice", INTEGER, "Order of choice"),
    Column("proposed", INTEGER, "Proposed", values=YES_NO),
)
CURVE_COLUMNS = (
    Column("share", DOUBLE, "Addresses up to here, %", 2),
    Column("core_distance", DOUBLE, "Core distance, m", 0),
    Column("knee", INTEGER, "Curve turns up here", values=YES_NO),
)
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
CLUSTERED_ADDRESS_COLUMNS = (Column("cluster_id", INTEGER, "Cluster number"),)
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


def layer_of(columns: Sequence[Column], geometry: str) -> QgsVectorLayer:
    """Return an empty layer with the columns' fields, aliases and number formats."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326", "style", "memory")
    layer.dataProvider().addAttributes([QgsField(column.name, column.type) for column in columns])
    layer.updateFields()
    for index, column in enumerate(columns):
        layer.setFieldAlias(index, column.alias)
        if column.decimals is not None:
            layer.setEditorWidgetSetup(
                index, QgsEditorWidgetSetup("Range", {"Precision": column.decimals, "AllowNull": True})
            )
        if column.values is not None:
            words = [{word: value} for value, word in column.values.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": words}))
    return layer


def tip(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return an HTML map tip; the words stand alone between tags, for the plugin to find and translate."""
    return (
        f"<b>[% {title} %]</b><table>"
        + "".join(f"<tr><th align='left'>{word}</th><td>[% {value} %]</td></tr>" for word, value in rows)
        + "</table>"
    )


def number(field: str, decimals: int) -> str:
    return f"coalesce(format_number(\"{field}\", {decimals}), '–')"


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


# Clusters


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


def clusters() -> QgsVectorLayer:
    layer = layer_of(CLUSTER_COLUMNS, "MultiPolygon")
    layer.setRenderer(tier_renderer(cluster_symbol))

    labels = QgsRuleBasedLabeling.Rule(None)
    labels.appendChild(cluster_labels(overview=True))
    labels.appendChild(cluster_labels(overview=False))
    layer.setLabeling(QgsRuleBasedLabeling(labels))
    layer.setLabelsEnabled(True)

    layer.setDisplayExpression(f"\"rank\" || ' ' || {CLUSTER_NAME}")
    layer.setMapTipTemplate(
        tip(
            f"\"rank\" || '. ' || {CLUSTER_NAME}",
            (
                ("Economies", '"economies"'),
                ("Score (sum of shares), %", number("score", 2)),
                ("Share of patent applications, %", number("share_patents", 2)),
                ("Share of publications, %", number("share_publications", 2)),
                ("Share of venture capital deals, %", number("share_deals", 2)),
                ("Addresses", number("addresses", 0)),
            ),
        )
    )
    return layer


# Sites and clustered points

# From here on a dot is wide enough to be hollow, and to tell the weight of a site by its size.
CLOSE_SCALE = 2_000_000
BY_WEIGHT = '0.9 + 0.4 * min(5, log10(max(1, coalesce("weight", 1))))'


def dot(
    colour: str, size: float, outline: str = "", outline_width: float = 0.0, level: int = 0
) -> QgsSimpleMarkerSymbolLayer:
    """Return a round marker; those of a higher level lie above the others. `size` is what a legend shows."""
    layer = marker(colour, size, outline, outline_width)
    layer.setRenderingPass(level)
    return layer


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


def sites() -> QgsVectorLayer:
    layer = layer_of(SITE_COLUMNS, "Point")
    tiers = " ".join(
        f'WHEN "rank" <= {upper} THEN {position + 1}'
        for position, (_, upper, _) in enumerate(TIERS)
        if upper is not None
    )
    tier = f"CASE {tiers} ELSE {len(TIERS)} END"
    colour = "array_get(array({}), {} - 1)".format(", ".join(f"'{colour}'" for _, _, colour in TIERS), tier)
    categories = []
    for position, (label, _, tier_colour) in enumerate(TIERS):
        outline = OUTLINE if QColor(tier_colour).lightnessF() > 0.6 else "#ffffff"
        point = sized(dot(tier_colour, 1.8, outline, 0.05, level=len(TIERS) - position), 0.35, 0.7, BY_WEIGHT)
        categories.append(QgsRendererCategory(position + 1, marker_of(point), label))
    border = sized(dot("#ffffff", 1.8, OUTLINE, 0.3, level=1), 0.35, 0.7, BY_WEIGHT)
    # Too small to be hollow in an overview: there a border site is a dot like the core's.
    defined(border, QgsSymbolLayer.Property.FillColor, f"if(@map_scale > {CLOSE_SCALE}, {colour}, 'white')")
    defined(border, QgsSymbolLayer.Property.StrokeColor, colour)
    categories.append(QgsRendererCategory("border", marker_of(border), "Border of a cluster"))
    noise = sized(dot(NOISE, 1.2), 0.35, 0.5, 0.9)
    categories.append(QgsRendererCategory("noise", marker_of(noise), "In no cluster (noise)"))

    renderer = QgsCategorizedSymbolRenderer(
        "CASE WHEN \"cluster_id\" IS NULL THEN 'noise' WHEN \"role\" = 'border' THEN 'border' "
        f"ELSE {tier} END",
        categories,
    )
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    layer.setMapTipTemplate(
        tip(
            f"coalesce(\"rank\" || '. ' || {CLUSTER_NAME}, '–')",
            (
                ("Role", 'represent_value("role")'),
                ("Weight", number("weight", 1)),
                ("Inventor addresses", number("inventors", 0)),
                ("Author addresses", number("authors", 0)),
                ("Venture capital deals", number("deals", 0)),
            ),
        )
    )
    return layer


def density_clusters() -> QgsVectorLayer:
    layer = layer_of(DENSITY_COLUMNS, "Point")
    core = sized(dot(PALETTE[6], 1.8, OUTLINE, 0.05, level=2), 0.8, 1.0, 1.8)
    defined(core, QgsSymbolLayer.Property.FillColor, CLUSTER_COLOUR)
    border = sized(dot("#ffffff", 1.8, PALETTE[6], 0.35, level=1), 0.8, 1.0, 1.8)
    defined(border, QgsSymbolLayer.Property.StrokeColor, CLUSTER_COLOUR)
    noise = sized(dot(NOISE, 1.2), 0.35, 0.5, 0.9)
    renderer = QgsCategorizedSymbolRenderer(
        "coalesce(\"role\", 'noise')",
        [
            QgsRendererCategory("core", marker_of(core), "Core point, coloured by cluster"),
            QgsRendererCategory("border", marker_of(border), "Border point, outlined by cluster"),
            QgsRendererCategory("noise", marker_of(noise), "In no cluster (noise)"),
        ],
    )
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    layer.setMapTipTemplate(
        tip(
            "coalesce(\"CLUSTER_ID\", '–')",
            (
                ("Role", 'represent_value("role")'),
                ("Points in the cluster", '"CLUSTER_SIZE"'),
                ("Weight of the cluster", number("cluster_weight", 2)),
            ),
        )
    )
    return layer


def boundaries() -> QgsVectorLayer:
    layer = layer_of(BOUNDARY_COLUMNS, "MultiPolygon")
    # Clusters may be numbered or named.
    number_of = 'coalesce(try(to_int("cluster_id")), length("cluster_id") + ascii("cluster_id"))'
    colour = CLUSTER_COLOUR.replace('"CLUSTER_ID"', number_of)
    area = QgsSimpleFillSymbolLayer(QColor(PALETTE[6]))
    area.setStrokeWidth(0.4)
    defined(area, QgsSymbolLayer.Property.FillColor, f"set_color_part({colour}, 'alpha', 70)")
    defined(area, QgsSymbolLayer.Property.StrokeColor, f"darker({colour}, 130)")
    layer.setRenderer(QgsSingleSymbolRenderer(fill_of(area)))

    settings = QgsPalLayerSettings()
    settings.fieldName = "cluster_id"
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.setFormat(text_format(8.0, bold=True))
    rule = QgsRuleBasedLabeling.Rule(settings)
    labels = QgsRuleBasedLabeling.Rule(None)
    labels.appendChild(rule)
    layer.setLabeling(QgsRuleBasedLabeling(labels))
    layer.setLabelsEnabled(True)
    return layer


def intensity() -> QgsVectorLayer:
    """Return clusters filled by the tier of their intensity; grey where there is no population."""
    layer = layer_of(INTENSITY_COLUMNS, "MultiPolygon")
    root = QgsRuleBasedRenderer.Rule(None)
    tiers = [(label, tier_condition(place), colour) for place, (label, _, colour) in enumerate(TIERS[:-1])]
    beyond, _, last = TIERS[-1]
    tiers.append((beyond, f'"rank" > {TIERS[-2][1]}', last))
    for label, condition, colour in tiers:
        rule = condition.replace('"rank"', '"intensity_rank"')
        root.appendChild(QgsRuleBasedRenderer.Rule(cluster_symbol(colour), filterExp=rule, label=label))
    unknown = QgsRuleBasedRenderer.Rule(cluster_symbol(NOISE), label="No intensity", elseRule=True)
    root.appendChild(unknown)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    layer.setMapTipTemplate(
        tip(
            f'coalesce({CLUSTER_NAME}, "cluster_id")',
            (
                ("Intensity rank", "coalesce(\"intensity_rank\", '–')"),
                ("Intensity (score per million people)", number("intensity", 2)),
                ("Population", number("population", 0)),
            ),
        )
    )
    return layer


def top_lists() -> QgsVectorLayer:
    return layer_of(TOP_LIST_COLUMNS, "NoGeometry")


def by_radius() -> QgsVectorLayer:
    return layer_of(BY_RADIUS_COLUMNS, "NoGeometry")


def radii() -> QgsVectorLayer:
    return layer_of(RADII_COLUMNS, "NoGeometry")


def addresses() -> QgsVectorLayer:
    layer = layer_of(ADDRESS_COLUMNS, "Point")
    point = sized(dot("#3568a8", 1.8, "#ffffff", 0.05), 0.6, 0.9, 1.6)
    layer.setRenderer(QgsSingleSymbolRenderer(marker_of(point)))
    return layer


def rejects() -> QgsVectorLayer:
    layer = layer_of(REJECT_COLUMNS, "Point")
    cross = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Cross2, 2.2)
    cross.setStrokeColor(QColor("#d4351c"))
    cross.setStrokeWidth(0.5)
    layer.setRenderer(QgsSingleSymbolRenderer(marker_of(cross)))
    layer.setMapTipTemplate('[% "reason_text" %]')
    return layer


# Ties between clusters

# How strong a link is beside the strongest, and how it is drawn: colour, width and opacity. Pale and thin
# ones lie below: there are always many of them.
LINK_CLASSES = (
    ("Half as strong as the strongest link, or more", 0.5, "#420a68", 1.8, 0.9),
    ("A fifth as strong, or more", 0.2, "#932667", 1.1, 0.8),
    ("A twentieth as strong, or more", 0.05, "#dd513a", 0.6, 0.65),
    ("Weaker", 0.0, "#8f8f8f", 0.2, 0.4),
)


LINK_NAME = """concat("first_name", ' ↔ ', "second_name")"""


def links() -> QgsVectorLayer:
    layer = layer_of(LINK_COLUMNS, "MultiLineString")
    part = '"strength" / nullif(maximum("strength"), 0)'
    root = QgsRuleBasedRenderer.Rule(None)
    for position, (label, least, colour, width, opacity) in enumerate(LINK_CLASSES):
        line = QgsSimpleLineSymbolLayer(QColor(colour), width)
        line.setPenCapStyle(Qt.PenCapStyle.RoundCap)
        line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
        line.setRenderingPass(len(LINK_CLASSES) - position)
        symbol = QgsLineSymbol.createSimple({})
        symbol.changeSymbolLayer(0, line)
        symbol.setOpacity(opacity)
        most = LINK_CLASSES[position - 1][1] if position else None
        condition = f"{part} >= {least}" + ("" if most is None else f" AND {part} < {most}")
        last = position == len(LINK_CLASSES) - 1
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                symbol, filterExp="ELSE" if last else condition, label=label, elseRule=last
            )
        )
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


def clustered_addresses() -> QgsVectorLayer:
    layer = layer_of(CLUSTERED_ADDRESS_COLUMNS, "Point")
    member = sized(dot(PALETTE[6], 1.8, OUTLINE, 0.05, level=1), 0.5, 0.8, 1.6)
    defined(member, QgsSymbolLayer.Property.FillColor, CLUSTER_COLOUR.replace('"CLUSTER_ID"', '"cluster_id"'))
    noise = sized(dot(NOISE, 1.2), 0.35, 0.5, 0.9)
    renderer = QgsCategorizedSymbolRenderer(
        "if(coalesce(\"cluster_id\", -1) = -1, 'noise', 'member')",
        [
            QgsRendererCategory("member", marker_of(member), "In a cluster, coloured by cluster"),
            QgsRendererCategory("noise", marker_of(noise), "In no cluster (noise)"),
        ],
    )
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    return layer


def ranking() -> QgsVectorLayer:
    layer = layer_of(CLUSTER_COLUMNS, "NoGeometry")
    layer.setDisplayExpression(f"\"rank\" || ' ' || {CLUSTER_NAME}")
    return layer


def scores() -> QgsVectorLayer:
    layer = layer_of(SCORE_COLUMNS, "Point")
    layer.setRenderer(tier_renderer(lambda colour: marker_of(tier_circle(colour))))
    return layer


def concentration() -> QgsVectorLayer:
    return layer_of(CONCENTRATION_COLUMNS, "NoGeometry")


def economies() -> QgsVectorLayer:
    layer = layer_of(ECONOMY_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"economy"')
    return layer


# Editions compared

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


def organisations() -> QgsVectorLayer:
    layer = layer_of(ORGANISATION_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"organisation"')
    return layer


def fields() -> QgsVectorLayer:
    layer = layer_of(FIELD_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"field"')
    return layer


def suspicious_sites() -> QgsVectorLayer:
    layer = layer_of(SUSPICIOUS_COLUMNS, "Point")
    fault = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Cross2, 3.0)
    fault.setStrokeColor(QColor("#d4351c"))
    fault.setStrokeWidth(0.7)
    doubt = dot("#ffc33b", 2.6, OUTLINE, 0.2)
    for symbol, field in ((fault, "faults"), (doubt, "suspicious")):
        size = f'1.6 + 0.9 * min(5, log10(max(1, coalesce("{field}", 1))))'
        defined(symbol, QgsSymbolLayer.Property.Size, size)
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            "kind",
            [
                QgsRendererCategory("fault", marker_of(fault), "Fault"),
                QgsRendererCategory("doubt", marker_of(doubt), "Doubt"),
            ],
        )
    )
    layer.setMapTipTemplate(
        tip(
            '"reason_text"',
            (
                ("Addresses", number("addresses", 0)),
                ("Suspicious addresses", number("suspicious", 0)),
                ("Addresses at fault", number("faults", 0)),
                ("Economy", "coalesce(\"economy\", '–')"),
            ),
        )
    )
    return layer


def geocoding() -> QgsVectorLayer:
    layer = layer_of(GEOCODING_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('coalesce("economy", represent_value("scope"))')
    return layer


def heaviest_sites() -> QgsVectorLayer:
    return layer_of(HEAVIEST_COLUMNS, "NoGeometry")


def parameter_candidates() -> QgsVectorLayer:
    return layer_of(CANDIDATE_COLUMNS, "NoGeometry")


def k_distances() -> QgsVectorLayer:
    return layer_of(CURVE_COLUMNS, "NoGeometry")


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "clusters": clusters,
    "sites": sites,
    "ranking": ranking,
    "scores": scores,
    "concentration": concentration,
    "economies": economies,
    "density_clusters": density_clusters,
    "boundaries": boundaries,
    "intensity": intensity,
    "top_lists": top_lists,
    "by_radius": by_radius,
    "radii": radii,
    "addresses": addresses,
    "rejects": rejects,
    "rank_changes": rank_changes,
    "comparison": comparison,
    "organisations": organisations,
    "fields": fields,
    "suspicious_sites": suspicious_sites,
    "geocoding": geocoding,
    "heaviest_sites": heaviest_sites,
    "parameter_candidates": parameter_candidates,
    "k_distances": k_distances,
    "links": links,
    "partners": partners,
    "merges": merges,
    "clustered_addresses": clustered_addresses,
}


# Writing

# Empty or default in every one of these styles; QGIS fills in the same when they are missing. The geometry
# type is among them because QGIS refuses a style of another one, and rejected rows may come as points or as
# a table.
SUPERFLUOUS = {
    "flags", "temporal", "elevation", "selection", "constraints", "constraintExpressions",
    "expressionfields", "splitPolicies", "duplicatePolicies", "mergePolicies", "defaults",
    "dynamicProperties", "families", "rotation", "substitutions", "text-mask", "background", "shadow",
    "callout", "blendMode", "featureBlendMode", "sizescale", "layerGeometryType", "editform",
    "editforminit", "editforminitcodesource", "editforminitfilepath", "editforminitcode",
    "featformsuppress", "editorlayout", "editable", "labelOnTop", "reuseLastValue", "widgets", "legend",
    "storedexpressions", "dataDefinedFieldProperties", "text-format",
}  # fmt: skip
COLLECTIONS = {"data_defined_properties", "dd_properties", "data-defined-properties"}
# Fonts and ids belong to the machine that wrote them; without a font QGIS takes that of its window.
MACHINE = {"fontFamily", "namedStyle", "configurationFlags"}
NO_MAP_UNITS = "3x:0,0,0,0,0,0"


def is_superfluous(element: Element) -> bool:
    if element.tag in SUPERFLUOUS:
        return True
    if element.tag in COLLECTIONS:
        return element.find("Option/Option[@name='properties'][@type='Map']") is None
    if element.tag == "Option":
        return element.get("value") == NO_MAP_UNITS
    if element.tag == "mapTip":
        return not element.text
    if element.tag == "field":
        kind = element.find("editWidget")
        return kind is None or kind.get("type") not in ("Range", "ValueMap")
    return False


def clean(element: Element) -> None:
    """Remove what is empty or belongs to the machine, and bring the attributes into a fixed order."""
    for child in list(element):
        if is_superfluous(child):
            element.remove(child)
        else:
            clean(child)
    attributes = sorted(
        # QGIS repeats a colour as fractions, which only wide-gamut colours need.
        (name, value.split(",rgb:")[0])
        for name, value in element.attrib.items()
        if name not in MACHINE and value != NO_MAP_UNITS and not (element.tag == "layer" and name == "id")
    )
    element.attrib.clear()
    element.attrib.update(attributes)


def write(name: str, layer: QgsVectorLayer) -> None:
    document = QDomDocument()
    problem = layer.exportNamedStyle(document, categories=CATEGORIES)
    if problem:
        raise RuntimeError(f"{name}: {problem}")
    root = ElementTree.fromstring(document.toString())
    clean(root)
    root.set("version", "3.40.0")
    for position, element in enumerate([*root.iter("rules"), *root.iter("rule")]):
        element.set("key", f"{{00000000-0000-0000-0000-{position:012d}}}")
    for position, element in enumerate(root.iter("category")):
        element.set("uuid", str(position))
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    (STYLES / f"{name}.qml").write_text(f"<!DOCTYPE qgis>\n{text}\n", encoding="utf-8")


def main() -> int:
    # Made with what is above.
    from innovation_clusters.scripts import zone_activity_styles, zone_styles

    STYLES.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    for name, make in {**LAYERS, **zone_styles.LAYERS, **zone_activity_styles.LAYERS}.items():
        layer = make()
        write(name, layer)
        del layer
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
