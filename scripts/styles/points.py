"""Styles of points and of what was made of them: sites, addresses, density clusters, boundaries."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from innovation_clusters.plugin.symbols import CLUSTER_NAME, OVERVIEW_SCALE
from innovation_clusters.scripts.styles.columns import (
    BOOLEAN,
    DOUBLE,
    INTEGER,
    ROLES,
    TEXT,
    YES_NO,
    Column,
    layer_of,
    number,
    tip,
)
from innovation_clusters.scripts.styles.drawing import (
    ANY_CLUSTER,
    CLOSE_SCALE,
    CLUSTER_COLOUR,
    NOISE,
    OUTLINE,
    defined,
    dot,
    fill_of,
    marker,
    marker_of,
    sized,
    text_format,
)
from innovation_clusters.scripts.styles.tiers import TIERS

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
    Column("count_patents", DOUBLE, "Patent applications, fractional", 2),
    Column("count_publications", DOUBLE, "Publications, fractional", 2),
    Column("count_deals", DOUBLE, "Venture capital deals, fractional", 2),
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
ADDRESS_COLUMNS = (
    Column("record", TEXT, "Record"),
    Column("weight", DOUBLE, "Weight", 4),
    Column("economy", TEXT, "Economy"),
    Column("organisation", TEXT, "Organisation"),
)
PLACE_COLUMNS = (
    Column("rows", INTEGER, "Rows"),
    Column("addresses", DOUBLE, "Addresses", 2),
    Column("records", DOUBLE, "Records, fractional", 4),
)
REJECT_COLUMNS = (
    Column("reason", TEXT, "Code of the reason"),
    Column("reason_text", TEXT, "Reason"),
    Column("row", INTEGER, "Row of the input"),
)
CLUSTERED_ADDRESS_COLUMNS = (Column("cluster_id", INTEGER, "Cluster number"),)
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
MEMBER = "#3568a8"
BY_WEIGHT = '0.9 + 0.4 * min(5, log10(max(1, coalesce("weight", 1))))'


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


def in_proportion(column: str, colour: str, opacity: float) -> QgsMarkerSymbol:
    """Return a circle whose area is in proportion to a column, at every scale."""
    point = marker(colour, 2.4, "#ffffff", 0.1)
    defined(
        point,
        QgsSymbolLayer.Property.Size,
        f"CASE WHEN @map_scale > {OVERVIEW_SCALE} THEN 5 "
        f"WHEN @map_scale > {CLOSE_SCALE} THEN 8 ELSE 14 END * "
        f'max(0.06, coalesce(sqrt("{column}" / nullif(maximum("{column}"), 0)), 0.3))',
    )
    symbol = marker_of(point)
    symbol.setOpacity(opacity)
    return symbol


def places() -> QgsVectorLayer:
    """Return places as circles whose area is in proportion to their addresses."""
    layer = layer_of(PLACE_COLUMNS, "Point")
    renderer = QgsSingleSymbolRenderer(in_proportion("addresses", MEMBER, 0.6))
    # Small circles lie on top.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("addresses", False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setMapTipTemplate(
        tip(
            'format_number("rows", 0)',
            (
                ("Addresses", number("addresses", 2)),
                ("Records, fractional", number("records", 4)),
            ),
        )
    )
    return layer


def sites_by_weight() -> QgsVectorLayer:
    """Return sites as circles whose area is in proportion to their weight, at every scale."""
    layer = layer_of(SITE_COLUMNS, "Point")
    symbols = [in_proportion("weight", *look) for look in ((MEMBER, 0.6), (NOISE, 0.5))]
    renderer = QgsCategorizedSymbolRenderer(
        "if(\"cluster_id\" IS NULL, 'noise', 'member')",
        [
            QgsRendererCategory("member", symbols[0], "In a cluster, as large as its weight"),
            QgsRendererCategory("noise", symbols[1], "In no cluster (noise)"),
        ],
    )
    # Small circles lie on top.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("weight", False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    return layer


def density_clusters() -> QgsVectorLayer:
    layer = layer_of(DENSITY_COLUMNS, "Point")
    core = sized(dot(ANY_CLUSTER, 1.8, OUTLINE, 0.05, level=2), 0.8, 1.0, 1.8)
    defined(core, QgsSymbolLayer.Property.FillColor, CLUSTER_COLOUR)
    border = sized(dot("#ffffff", 1.8, ANY_CLUSTER, 0.35, level=1), 0.8, 1.0, 1.8)
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
                ("Points in the cluster", number("CLUSTER_SIZE", 0)),
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
    area = QgsSimpleFillSymbolLayer(QColor(ANY_CLUSTER))
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


def outlines() -> QgsVectorLayer:
    """Return boundaries as lines alone, for a map of which all should stay in sight."""
    layer = boundaries()
    line = QgsSimpleFillSymbolLayer(QColor(0, 0, 0, 0))
    line.setStrokeColor(QColor(OUTLINE))
    line.setStrokeWidth(0.5)
    layer.setRenderer(QgsSingleSymbolRenderer(fill_of(line)))
    return layer


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


def clustered_addresses() -> QgsVectorLayer:
    layer = layer_of(CLUSTERED_ADDRESS_COLUMNS, "Point")
    member = sized(dot(ANY_CLUSTER, 1.8, OUTLINE, 0.05, level=1), 0.5, 0.8, 1.6)
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


def parameter_candidates() -> QgsVectorLayer:
    return layer_of(CANDIDATE_COLUMNS, "NoGeometry")


def k_distances() -> QgsVectorLayer:
    return layer_of(CURVE_COLUMNS, "NoGeometry")


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "sites": sites,
    "density_clusters": density_clusters,
    "boundaries": boundaries,
    "addresses": addresses,
    "places": places,
    "rejects": rejects,
    "clustered_addresses": clustered_addresses,
    "parameter_candidates": parameter_candidates,
    "k_distances": k_distances,
}

# Further styles of the layers above: symbols and labels only.
FURTHER: dict[str, Callable[[], QgsVectorLayer]] = {
    "sites.weight": sites_by_weight,
    "boundaries.outlines": outlines,
}
