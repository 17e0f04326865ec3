"""Styles of clusters: polygons and ranking, scores, intensity and the tables that go with them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from innovation_clusters.plugin.symbols import CLUSTER_NAME
from innovation_clusters.scripts.styles.columns import (
    DOUBLE,
    INTEGER,
    TEXT,
    YES_NO,
    Column,
    layer_of,
    number,
    tip,
)
from innovation_clusters.scripts.styles.drawing import NOISE, marker_of
from innovation_clusters.scripts.styles.tiers import (
    TIER_WORDS,
    TIERS,
    cluster_labels,
    cluster_symbol,
    tier_circle,
    tier_condition,
    tier_renderer,
)

FOCUS = {
    "patents": "Patents",
    "publications": "Publications",
    "deals": "Venture capital deals",
    "mixed": "Mixed",
}
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


def top_lists() -> QgsVectorLayer:
    return layer_of(TOP_LIST_COLUMNS, "NoGeometry")


def by_radius() -> QgsVectorLayer:
    return layer_of(BY_RADIUS_COLUMNS, "NoGeometry")


def radii() -> QgsVectorLayer:
    return layer_of(RADII_COLUMNS, "NoGeometry")


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "clusters": clusters,
    "ranking": ranking,
    "scores": scores,
    "concentration": concentration,
    "economies": economies,
    "intensity": intensity,
    "top_lists": top_lists,
    "by_radius": by_radius,
    "radii": radii,
}
