"""Styles of clusters: polygons and ranking, scores, intensity and the tables that go with them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFillSymbol, QgsSimpleMarkerSymbolLayer, QgsSymbolLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from innovation_clusters.plugin.symbols import CLUSTER_NAME, circle_diameter_expression
from innovation_clusters.scripts.styles.cluster_symbols import (
    area_of,
    at_centre,
    circle_marker,
    cluster_symbol,
    graded,
)
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
from innovation_clusters.scripts.styles.drawing import (
    OUTLINE,
    WITHOUT,
    defined,
    fill_of,
    let_through,
    marker_of,
)
from innovation_clusters.scripts.styles.labels import BY_RANK, NAME, Order, cluster_labels
from innovation_clusters.scripts.styles.tiers import (
    CHANGE_ARROW,
    CHANGES,
    NEW_COLOUR,
    NEW_SHAPE,
    NEW_SIZE,
    SIGN_SIZE,
    TIER_WORDS,
    Change,
    Class,
    intensity_classes,
    share_classes,
    tier_classes,
)

FOCUS = {
    "patents": "Patents",
    "publications": "Publications",
    "deals": "Venture capital deals",
    "mixed": "Mixed",
}
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
    Column("tier", TEXT, "Tier", values=TIER_WORDS),
    Column("earlier_rank", INTEGER, "Earlier rank"),
    Column("rank_change", INTEGER, "Rank change"),
    Column("top_organisation", TEXT, "Leading organisation"),
    Column("top_organisation_share", DOUBLE, "Share of the leading organisation, %", 1),
    Column("top_patents", TEXT, "Leading applicant"),
    Column("top_publications", TEXT, "Leading organisation in publications"),
    Column("top_deals", TEXT, "Leading firm in venture capital deals"),
    Column("top_field_patents", TEXT, "Leading field of patent applications"),
    Column("top_field_publications", TEXT, "Leading field of publications"),
    Column("top_field_deals", TEXT, "Leading field of venture capital deals"),
)
SCORE_COLUMNS = tuple(
    column
    for column in CLUSTER_COLUMNS
    if not column.name.startswith(("top_", "name", "area", "sites", "earlier", "rank_"))
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


SCORE_CIRCLE = circle_diameter_expression()
SHARES = {
    "patents": "Share of patent applications, %",
    "publications": "Share of publications, %",
    "deals": "Share of venture capital deals, %",
}
CLUSTER_TIP = tip(
    f'concat("rank", \'. \', coalesce({CLUSTER_NAME}, "cluster_id"))',
    (
        ("Economies", "coalesce(\"economies\", '–')"),
        ("Score (sum of shares), %", number("score", 2)),
        *((word, number(f"share_{metric}", 2)) for metric, word in SHARES.items()),
        ("Intensity rank", "coalesce(\"intensity_rank\", '–')"),
        ("Earlier rank", "coalesce(\"earlier_rank\", '–')"),
        ("Addresses", number("addresses", 0)),
        ("Leading organisation", "coalesce(\"top_organisation\", '–')"),
    ),
)


SCORE_TIP = tip(
    'concat("rank", \'. \', "cluster_id")',
    (
        ("Score (sum of shares), %", number("score", 2)),
        *((word, number(f"share_{metric}", 2)) for metric, word in SHARES.items()),
    ),
)


def cluster_layer() -> QgsVectorLayer:
    layer = layer_of(CLUSTER_COLUMNS, "MultiPolygon")
    layer.setLabelsEnabled(True)
    layer.setDisplayExpression(NAME)
    layer.setMapTipTemplate(CLUSTER_TIP)
    let_through(layer)
    return layer


def clusters() -> QgsVectorLayer:
    layer = cluster_layer()
    layer.setRenderer(graded(tier_classes(), lambda colour: cluster_symbol(colour, SCORE_CIRCLE), "rank"))
    layer.setLabeling(cluster_labels(NAME, BY_RANK, SCORE_CIRCLE))
    return layer


def by_share(metric: str) -> Callable[[], QgsVectorLayer]:
    """Return what makes the style of clusters by their share of the world total of a metric."""

    def make() -> QgsVectorLayer:
        layer = cluster_layer()
        field = f"share_{metric}"
        circle = circle_diameter_expression(field)
        layer.setRenderer(
            graded(
                share_classes(metric, WITHOUT),
                lambda colour: cluster_symbol(colour, circle),
                field,
                ascending=False,
            )
        )
        name = f'coalesce({CLUSTER_NAME}, "cluster_id")'
        text = f"concat({name}, ' ', format_number(\"{field}\", if(\"{field}\" < 1, 2, 1)), '%')"
        layer.setLabeling(cluster_labels(text, Order(field, largest_first=True), circle))
        return layer

    return make


INTENSITY_NAME = f'concat("intensity_rank", \' \', coalesce({CLUSTER_NAME}, "cluster_id"))'


def intensity() -> QgsVectorLayer:
    """Return clusters in the colour of the tier of their intensity, which their circles are as large as."""
    layer = layer_of(INTENSITY_COLUMNS, "MultiPolygon")
    # Less unlike each other than sizes are: as large as those they would hide Europe.
    circle = f"0.7 * {circle_diameter_expression('intensity')}"
    layer.setRenderer(
        graded(intensity_classes(WITHOUT), lambda colour: cluster_symbol(colour, circle), "intensity_rank")
    )
    layer.setLabeling(cluster_labels(INTENSITY_NAME, Order("intensity_rank"), circle))
    layer.setLabelsEnabled(True)
    layer.setDisplayExpression(INTENSITY_NAME)
    let_through(layer)
    layer.setMapTipTemplate(
        tip(
            f'coalesce({CLUSTER_NAME}, "cluster_id")',
            (
                ("Intensity rank", "coalesce(\"intensity_rank\", '–')"),
                ("Intensity (score per million people)", number("intensity", 2)),
                ("Population", number("population", 0)),
                ("Rank", "coalesce(\"rank\", '–')"),
                ("Score (sum of shares), %", number("score", 2)),
            ),
        )
    )
    return layer


def change_symbol(change: Change) -> QgsFillSymbol:
    """Return a polygon in the colour of a change of rank, with its sign at the centre at every scale."""
    sign = QgsSimpleMarkerSymbolLayer(change.shape, change.size, change.angle)
    sign.setColor(QColor(change.colour))
    sign.setStrokeColor(QColor(OUTLINE))
    sign.setStrokeWidth(0.15)
    defined(sign, QgsSymbolLayer.Property.Size, f"{change.size:g} * {SIGN_SIZE}")
    symbol = fill_of(area_of(change.colour))
    symbol.appendSymbolLayer(at_centre(sign))
    return symbol


def by_change() -> QgsVectorLayer:
    layer = cluster_layer()
    new = Change("New", "", NEW_SHAPE, 0.0, NEW_COLOUR, NEW_SIZE)
    changes = {change.label: change for change in (*CHANGES, new)}
    by_colour = {change.colour: change for change in changes.values()}
    layer.setRenderer(
        graded(
            [Class(change.label, change.condition, change.colour) for change in changes.values()],
            lambda colour: change_symbol(by_colour[colour]),
            "rank",
            ascending=False,
        )
    )
    layer.setLabeling(cluster_labels(f"concat({NAME}, {CHANGE_ARROW})", BY_RANK, f"4 * {SIGN_SIZE}"))
    return layer


def ranking() -> QgsVectorLayer:
    layer = layer_of(CLUSTER_COLUMNS, "NoGeometry")
    layer.setDisplayExpression(NAME)
    return layer


def scores() -> QgsVectorLayer:
    layer = layer_of(SCORE_COLUMNS, "Point")
    layer.setRenderer(
        graded(tier_classes(), lambda colour: marker_of(circle_marker(colour, SCORE_CIRCLE)), "rank")
    )
    layer.setMapTipTemplate(SCORE_TIP)
    return layer


def scores_by_share(metric: str) -> Callable[[], QgsVectorLayer]:
    """Return what makes the style of scored points by their share of the world total of a metric."""

    def make() -> QgsVectorLayer:
        layer = layer_of(SCORE_COLUMNS, "Point")
        field = f"share_{metric}"
        circle = circle_diameter_expression(field)
        classes = share_classes(metric, WITHOUT)
        layer.setRenderer(
            graded(classes, lambda colour: marker_of(circle_marker(colour, circle)), field, ascending=False)
        )
        return layer

    return make


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "clusters": clusters,
    "ranking": ranking,
    "scores": scores,
    "intensity": intensity,
}

# Further styles of the layers above: symbols and labels only.
FURTHER: dict[str, Callable[[], QgsVectorLayer]] = {
    **{f"clusters.{metric}": by_share(metric) for metric in SHARES},
    "clusters.change": by_change,
    **{f"scores.{metric}": scores_by_share(metric) for metric in SHARES},
}
