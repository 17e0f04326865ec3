"""Writes the QML files in resources/styles: the one source of colours, labels, field aliases and map tips.

    .venv/bin/python scripts/styles.py

The files are written by QGIS itself and then freed of what belongs to the machine that wrote them (fonts,
random ids). Texts are English; the plugin translates them when it loads a style, see plugin/styles.py.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFeatureRequest,
    QgsField,
    QgsFillSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsGeometryGeneratorSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument, QDomElement, QDomNode

STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"

CATEGORIES = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Fields
    | QgsMapLayer.StyleCategory.MapTips
)

INTEGER = QMetaType.Type.Int
DOUBLE = QMetaType.Type.Double
TEXT = QMetaType.Type.QString

# Five steps of matplotlib's "inferno" (CC0): lightness rises evenly, so the order survives every kind of colour
# blindness and a black-and-white printer.
TIERS = (
    ("Rank 1–25", 25, "#420a68"),
    ("Rank 26–50", 50, "#932667"),
    ("Rank 51–75", 75, "#dd513a"),
    ("Rank 76–100", 100, "#fca50a"),
    ("Beyond rank 100", None, "#f3e79b"),
)
NOISE = "#a3a3a3"
OUTLINE = "#3c3c3c"

# Martin Krzywinski's 12 colours for all three kinds of colour blindness, as published on his page
# "Designing for color blindness", reordered so that neighbours in the list differ in lightness.
PALETTE = (
    "#9f0162", "#00fccf", "#a40122", "#00c2f9", "#8400cd", "#ffc33b",
    "#008df9", "#ff5aaf", "#009f81", "#ffb2fd", "#e20134", "#ff6e3a",
)  # fmt: skip

# Above this scale a cluster is a dot on the map: a circle stands for it, its area in proportion to the score.
OVERVIEW_SCALE = 10_000_000
LARGEST_CIRCLE = 8.0
SMALLEST_CIRCLE = 1.2
DIAMETER = (
    f'max({SMALLEST_CIRCLE}, {LARGEST_CIRCLE} * sqrt(coalesce("score" / nullif(maximum("score"), 0), 0)))'
)
NAME = """if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') <> '', "name_ko", "name")"""
CLUSTER_COLOUR = "array_get(array({}), \"CLUSTER_ID\" % {})".format(
    ", ".join(f"'{colour}'" for colour in PALETTE), len(PALETTE)
)


@dataclass(frozen=True)
class Column:
    """A field of a layer as its user reads it: the alias, and how many decimals a number has."""

    name: str
    type: QMetaType.Type
    alias: str
    decimals: int | None = None


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
    Column("focus", TEXT, "Focus"),
    Column("addresses", INTEGER, "Addresses"),
    Column("sites", INTEGER, "Sites"),
    Column("area_km2", DOUBLE, "Area, km²", 0),
    Column("population", DOUBLE, "Population", 0),
    Column("intensity", DOUBLE, "Intensity (score per million people)", 3),
    Column("intensity_rank", INTEGER, "Intensity rank"),
    Column("top_organisation", TEXT, "Leading organisation"),
    Column("top_patent_organisation", TEXT, "Leading organisation, patents"),
    Column("top_publication_organisation", TEXT, "Leading organisation, publications"),
)
SITE_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("rank", INTEGER, "Rank"),
    Column("name", TEXT, "Cluster"),
    Column("role", TEXT, "Role (core, border, noise)"),
    Column("weight", DOUBLE, "Weight", 2),
    Column("inventors", DOUBLE, "Inventor addresses", 0),
    Column("authors", DOUBLE, "Author addresses", 0),
    Column("deals", DOUBLE, "Venture capital deals", 0),
)
DENSITY_COLUMNS = (
    Column("CLUSTER_ID", INTEGER, "Cluster number"),
    Column("CLUSTER_SIZE", INTEGER, "Points in the cluster"),
    Column("cluster_weight", DOUBLE, "Weight of the cluster", 2),
    Column("role", TEXT, "Role (core, border, noise)"),
)
BOUNDARY_COLUMNS = (
    Column("cluster_id", INTEGER, "Cluster number"),
    Column("area_km2", DOUBLE, "Area, km²", 2),
)
ADDRESS_COLUMNS = (
    Column("record", TEXT, "Record"),
    Column("weight", DOUBLE, "Weight", 4),
    Column("economy", TEXT, "Economy"),
    Column("organisation", TEXT, "Organisation"),
)
REJECT_COLUMNS = (Column("reason", TEXT, "Reason"),)


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
    return layer


def tip(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return an HTML map tip; the words stand alone between tags, where the plugin finds them to translate."""
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
    result.setForcedBold(bold)
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
        layer.setStrokeStyle(Qt_NO_PEN)
    return layer


def defined(layer: QgsSymbolLayer, key: QgsSymbolLayer.Property, expression: str) -> None:
    layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))


# Clusters


def cluster_symbol(colour: str) -> QgsFillSymbol:
    area = QgsSimpleFillSymbolLayer(QColor(colour))
    fill = QColor(colour)
    fill.setAlphaF(0.5)
    area.setFillColor(fill)
    area.setStrokeColor(QColor(OUTLINE))
    area.setStrokeWidth(0.16)

    circle = marker(colour, 3.0, "#ffffff", 0.15)
    defined(circle, QgsSymbolLayer.Property.Size, DIAMETER)
    centre = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": "centroid(@geometry)"})
    centre.setSymbolType(Qgis.SymbolType.Marker)
    centre.setSubSymbol(QgsMarkerSymbol([circle]))
    defined(centre, QgsSymbolLayer.Property.LayerEnabled, f"coalesce(@map_scale, 0) > {OVERVIEW_SCALE}")
    return QgsFillSymbol([area, centre])


def tier_condition(number_of_tier: int) -> str:
    upper = TIERS[number_of_tier][1]
    lower = TIERS[number_of_tier - 1][1] if number_of_tier else None
    if lower is None:
        return f'"rank" <= {upper}'
    if upper is None:
        return "ELSE"
    return f'"rank" > {lower} AND "rank" <= {upper}'


def cluster_labels(*, overview: bool) -> QgsRuleBasedLabeling.Rule:
    settings = QgsPalLayerSettings()
    settings.fieldName = f"\"rank\" || ' ' || {NAME}"
    settings.isExpression = True
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    settings.geometryGenerator = "centroid(@geometry)"
    settings.placement = (
        Qgis.LabelPlacement.OrderedPositionsAroundPoint if overview else Qgis.LabelPlacement.AroundPoint
    )
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(text_format(7.0 if overview else 8.0))
    properties = QgsPropertyCollection()
    label = QgsPalLayerSettings.Property
    properties.setProperty(label.Priority, QgsProperty.fromExpression('max(0, 10 - "rank" / 10)'))
    properties.setProperty(label.ZIndex, QgsProperty.fromExpression('0 - "rank"'))
    properties.setProperty(label.Size, QgsProperty.fromExpression('if("rank" <= 10, 8, 7)'))
    properties.setProperty(label.Bold, QgsProperty.fromExpression('"rank" <= 10'))
    if overview:
        properties.setProperty(label.LabelDistance, QgsProperty.fromExpression(f"0.3 + {DIAMETER} / 2"))
    settings.setDataDefinedProperties(properties)
    rule = QgsRuleBasedLabeling.Rule(settings)
    if overview:
        rule.setMaximumScale(OVERVIEW_SCALE)
        rule.setFilterExpression(
            '"rank" <= CASE WHEN @map_scale > 50000000 THEN 25 WHEN @map_scale > 25000000 THEN 50 ELSE 100 END'
        )
    else:
        rule.setMinimumScale(OVERVIEW_SCALE)
    return rule


def clusters() -> QgsVectorLayer:
    layer = layer_of(CLUSTER_COLUMNS, "MultiPolygon")
    root = QgsRuleBasedRenderer.Rule(None)
    for position, (label, _, colour) in enumerate(TIERS):
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                cluster_symbol(colour), filterExp=tier_condition(position), label=label, elseRule=position == 4
            )
        )
    renderer = QgsRuleBasedRenderer(root)
    first_on_top = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("rank", False)])
    renderer.setOrderBy(first_on_top)
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)

    labels = QgsRuleBasedLabeling.Rule(None)
    labels.appendChild(cluster_labels(overview=True))
    labels.appendChild(cluster_labels(overview=False))
    layer.setLabeling(QgsRuleBasedLabeling(labels))
    layer.setLabelsEnabled(True)

    layer.setDisplayExpression(f"\"rank\" || ' ' || {NAME}")
    layer.setMapTipTemplate(
        tip(
            f"\"rank\" || '. ' || {NAME}",
            (
                ("Economies", "\"economies\""),
                ("Score (sum of shares), %", number("score", 2)),
                ("Share of patent applications, %", number("share_patents", 2)),
                ("Share of publications, %", number("share_publications", 2)),
                ("Share of venture capital deals, %", number("share_deals", 2)),
                ("Addresses", number("addresses", 0)),
            ),
        )
    )
    return layer
