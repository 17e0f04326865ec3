"""Styles of tables that go with clusters: concentration, economies, lists and radii of intensity."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsVectorLayer

from innovation_clusters.scripts.styles.clusters import FOCUS
from innovation_clusters.scripts.styles.columns import DOUBLE, INTEGER, TEXT, YES_NO, Column, layer_of

METRICS = {"score": "Score", **{metric: FOCUS[metric] for metric in ("patents", "publications", "deals")}}
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


def economies() -> QgsVectorLayer:
    layer = layer_of(ECONOMY_COLUMNS, "NoGeometry")
    layer.setDisplayExpression('"economy"')
    return layer


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "concentration": lambda: layer_of(CONCENTRATION_COLUMNS, "NoGeometry"),
    "economies": economies,
    "top_lists": lambda: layer_of(TOP_LIST_COLUMNS, "NoGeometry"),
    "by_radius": lambda: layer_of(BY_RADIUS_COLUMNS, "NoGeometry"),
    "radii": lambda: layer_of(RADII_COLUMNS, "NoGeometry"),
}
