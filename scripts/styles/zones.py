"""The styles of Korean zones: colours and legends come from the catalogue, so a type more is a style more."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from innovation_clusters.analysis.zones.catalogue import zone_types
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
    defined,
    fill_of,
    marker,
    marker_of,
    text_format,
)

NAME = """if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') <> '', "name_ko", "name_en")"""
OTHER_TYPE = "Another type"
HATCHED = "Hatched: position is approximate"
IN_A_RING = "In a ring: position is approximate"
# Whether a zone is not where it is drawn; imported zones have no such field.
APPROXIMATE = "coalesce(attribute('approximate'), false)"

# From here on names do not cover what they name.
NAMED_BELOW = 2_000_000

POSITIONS = {
    "estimated": "Estimated",
    "complex_centre": "Centre of the complex in DAM_DAN",
    "municipality_centre": "Centre of the municipality",
}
CONFIDENCES = {
    "primary": "Read in the original",
    "secondary": "From the press",
    "unverified": "No text found",
}
KINDS = {"requirement": "Requirement", "permission": "Permission", "review": "Weighed without a number"}
COMPARISONS = {
    "at_most": "At most",
    "below": "Below",
    "at_least": "At least",
    "above": "Above",
    "is": "Is",
}
OUTCOMES = {"pass": "Pass", "fail": "Fail", "cannot_tell": "Cannot tell"}
WORDINGS = {"quoted": "Quoted", "paraphrased": "In our words"}
ITEMS = {
    "rnd": "Research and development",
    "other": "Other than research and development",
    "national": "National budget",
    "local": "Local budget",
    "total": "Total",
}
KNOWN_BY = {
    "geometry": "Measured from the nodes",
    "zones": "Measured with other zones",
    "province": "By the province",
    "parameter": "Chosen",
    "stated": "Stated by the user",
}

SURENESS = {
    "given": "Given",
    "certain": "Certain",
    "probable": "Probable",
    "doubtful": "Doubtful",
    "asked": "Asked for",
}
QUESTIONS = {
    "dataset": "Data set",
    "encoding": "Encoding",
    "crs": "Reference system",
    "zone_type": "Zone type",
    "sido": "Province",
    "zone_id": "Field of the zone id",
    "name_ko": "Field of the Korean name",
    "name_en": "Field of the English name",
    "year": "Field of the year",
    "area_unit": "Unit of area",
}

# What codes of types are called; the table of types itself shows the codes, which parameters take.
ZONE_TYPES = {kind.type_id: kind.name_en for kind in zone_types().values()}
NODES_AS = {"points": "A point inside", "centroids": "Centroids", "polygons": "Whole polygons"}

PROVINCE = Column("sido", TEXT, "Province")
FILE = Column("source_file", TEXT, "File")
FILE_SYSTEM = Column("source_crs", TEXT, "Reference system of the file")
NAMES = (Column("name_ko", TEXT, "Korean name"), Column("name_en", TEXT, "English name"))
SOURCE = (Column("source", TEXT, "Source"), Column("note", TEXT, "Note"))
NOTES = (
    Column("source", TEXT, "Source"),
    Column("note_ko", TEXT, "Note, Korean"),
    Column("note_en", TEXT, "Note, English"),
)
PLACED = (
    Column("approximate", BOOLEAN, "Position is approximate", values=YES_NO),
    Column("position", TEXT, "Position known by", values=POSITIONS),
    Column("uncertainty_m", DOUBLE, "Uncertainty of the position, m", 0),
)
LAW = (Column("law", TEXT, "Law"), Column("article", TEXT, "Article"))
LAW_TEXTS = (
    Column("text_ko", TEXT, "Text of the law, Korean"),
    Column("text_en", TEXT, "Text of the law, English"),
    Column("text_is", TEXT, "Wording", values=WORDINGS),
    Column("confidence", TEXT, "Confidence", values=CONFIDENCES),
)
ZONE_COLUMNS = (
    Column("zone_id", TEXT, "Zone"),
    *NAMES,
    Column("zone_type", TEXT, "Zone type", values=ZONE_TYPES),
    *LAW,
    Column("authority", TEXT, "Authority"),
    Column("year", INTEGER, "Year"),
    PROVINCE,
    Column("area_m2", DOUBLE, "Area, m²", 0),
    FILE,
    Column("encoding", TEXT, "Encoding"),
    FILE_SYSTEM,
    Column("evidence", TEXT, "How each was known"),
)
GUESS_COLUMNS = (
    FILE,
    Column("question", TEXT, "Question", values=QUESTIONS),
    Column("guess", TEXT, "Guess"),
    Column("confidence", TEXT, "Confidence", values=SURENESS),
    Column("evidence", TEXT, "Evidence"),
    Column("alternatives", TEXT, "Alternatives"),
    Column("parameter", TEXT, "Parameter that overrides it"),
    Column("override", TEXT, "Right answer"),
)
ZONE_REJECT_COLUMNS = (
    FILE,
    Column("row", INTEGER, "Row"),
    Column("zone_id", TEXT, "Zone"),
    NAMES[0],
    Column("reason", TEXT, "Reason"),
    Column("reason_text", TEXT, "Reason in words"),
    FILE_SYSTEM,
    Column("attributes", TEXT, "Attributes"),
    Column("geometry_text", TEXT, "Shape as text"),
)
MEMBER_COLUMNS = (
    Column("zone_id", TEXT, "Zone"),
    *NAMES,
    Column("zone_type", TEXT, "Zone type", values=ZONE_TYPES),
    Column("type_ko", TEXT, "Zone type, Korean"),
    Column("type_en", TEXT, "Zone type, English"),
    *LAW,
    Column("authority", TEXT, "Authority"),
    Column("year", INTEGER, "Year"),
    Column("date", TEXT, "Date"),
    Column("lifted", INTEGER, "Lifted in"),
    PROVINCE,
    Column("municipality", TEXT, "Municipality"),
    Column("sector_ko", TEXT, "Sector, Korean"),
    Column("sector_en", TEXT, "Sector, English"),
    Column("area_m2", DOUBLE, "Area, m²", 0),
    *PLACED,
    Column("complex", TEXT, "Complex in DAM_DAN"),
    *SOURCE,
)
TYPE_COLUMNS = (
    Column("zone_type", TEXT, "Zone type"),
    Column("group_ko", TEXT, "Group, Korean"),
    Column("group_en", TEXT, "Group, English"),
    *NAMES,
    Column("other_names", TEXT, "Other names"),
    Column("law", TEXT, "Law"),
    Column("law_en", TEXT, "Law, English"),
    Column("article", TEXT, "Article"),
    Column("since", INTEGER, "Since"),
    Column("authority", TEXT, "Authority"),
    Column("authority_en", TEXT, "Authority, English"),
    Column("zones", INTEGER, "Zones in the country"),
    Column("area_km2", DOUBLE, "Area of all, km²", 2),
    Column("zones_here", INTEGER, "Zones in the catalogue"),
    Column("confidence", TEXT, "Confidence", values=CONFIDENCES),
    *NOTES,
)
NATIONAL_CLUSTER_COLUMNS = (
    Column("zone_id", TEXT, "Zone"),
    PROVINCE,
    Column("sido_en", TEXT, "Province, English"),
    Column("field_ko", TEXT, "Field, Korean"),
    Column("field_en", TEXT, "Field, English"),
    Column("sector_ko", TEXT, "Sector, Korean"),
    Column("sector_en", TEXT, "Sector, English"),
    Column("phase_1_ko", TEXT, "Phase 1 (2018–2020), Korean"),
    Column("phase_1_en", TEXT, "Phase 1 (2018–2020), English"),
    Column("phase_2_ko", TEXT, "Phase 2 (2021–2022), Korean"),
    Column("phase_2_en", TEXT, "Phase 2 (2021–2022), English"),
    *SOURCE,
)
BUDGET_COLUMNS = (
    Column("item", TEXT, "Item", values=ITEMS),
    Column("item_ko", TEXT, "Item, Korean"),
    Column("item_en", TEXT, "Item, English"),
    Column("year", INTEGER, "Year"),
    Column("phase", INTEGER, "Phase"),
    Column("krw_100m", DOUBLE, "Hundreds of millions of won", 0),
    Column("source", TEXT, "Source"),
)
RENOVATION_COLUMNS = (
    Column("number", INTEGER, "Number"),
    *NAMES,
    PROVINCE,
    *(
        Column(f"{name}_{code}", TEXT, f"{alias}, {language}")
        for name, alias in (
            ("theme", "Theme"),
            ("base", "Base"),
            ("nodes", "Nodes"),
            ("fund", "Fund"),
            ("housing", "Housing"),
        )
        for code, language in (("ko", "Korean"), ("en", "English"))
    ),
    *PLACED,
    Column("source", TEXT, "Source"),
)
RULE_COLUMNS = (
    Column("rule", TEXT, "Rule"),
    Column("zone_types", TEXT, "Zone types"),
    Column("kind", TEXT, "Kind of rule", values=KINDS),
    *NAMES,
    Column("reading_ko", TEXT, "Reading, Korean"),
    Column("reading_en", TEXT, "Reading, English"),
    Column("requirement", INTEGER, "Requirement"),
    Column("fact", TEXT, "Fact"),
    Column("fact_ko", TEXT, "Fact, Korean"),
    Column("fact_en", TEXT, "Fact, English"),
    Column("known_by", TEXT, "Known by", values=KNOWN_BY),
    Column("condition", TEXT, "Condition"),
    Column("comparison", TEXT, "Comparison", values=COMPARISONS),
    Column("limit", TEXT, "Limit"),
    Column("unit", TEXT, "Unit"),
    Column("limit_stated", TEXT, "Limit in the words of the law"),
    *LAW,
    *LAW_TEXTS,
    Column("source_ko", TEXT, "Source, Korean"),
    Column("source_en", TEXT, "Source, English"),
    *NOTES[1:],
)
CHECK_COLUMNS = (
    Column("rule", TEXT, "Rule"),
    Column("name", TEXT, "Name of the rule"),
    Column("kind", TEXT, "Kind of rule", values=KINDS),
    Column("subject", TEXT, "Province or node"),
    Column("reading", TEXT, "Reading"),
    Column("nodes_as", TEXT, "Nodes as", values=NODES_AS),
    Column("outcome", TEXT, "Outcome", values=OUTCOMES),
    Column("fact", TEXT, "Fact"),
    Column("fact_name", TEXT, "Name of the fact"),
    Column("number", DOUBLE, "Number", 3),
    Column("value", TEXT, "Value"),
    Column("at_least", BOOLEAN, "Number is a lower bound", values=YES_NO),
    Column("comparison", TEXT, "Comparison", values=COMPARISONS),
    Column("limit", DOUBLE, "Limit", 3),
    Column("limit_value", TEXT, "Value asked for"),
    Column("margin", DOUBLE, "Margin", 3),
    Column("unit", TEXT, "Unit"),
    Column("limit_stated", TEXT, "Limit in the words of the law"),
    Column("reason", TEXT, "Why it cannot be told"),
    *LAW,
    *LAW_TEXTS,
    Column("source", TEXT, "Source"),
    Column("note", TEXT, "Note"),
)
CIRCLES = {
    "enclosing": "Smallest circle around all nodes",
    "core": "Circle from the core to the farthest node",
    "enclosing_limit": "Limit around the centre of the smallest circle",
    "core_limit": "Limit around the core node",
}
CIRCLE_COLUMNS = (
    Column("kind", TEXT, "Circle", values=CIRCLES),
    Column("radius_km", DOUBLE, "Radius, km", 3),
    Column("limit_km", DOUBLE, "Limit, km", 3),
    Column("outcome", TEXT, "Outcome", values=OUTCOMES),
    Column("longitude", DOUBLE, "Longitude of the centre", 6),
    Column("latitude", DOUBLE, "Latitude of the centre", 6),
)
CENTRES = {"enclosing": "Centre of the smallest circle", "core": "Core node"}
SPOKE_COLUMNS = (
    Column("centre", TEXT, "From", values=CENTRES),
    Column("node", TEXT, "Node"),
    Column("length_km", DOUBLE, "Length, km", 3),
    Column("limit_km", DOUBLE, "Limit, km", 3),
    Column("over", BOOLEAN, "Beyond the limit", values=YES_NO),
)
OFFENDING_COLUMNS = (
    Column("node", TEXT, "Node"),
    Column("rule", TEXT, "Rule"),
    Column("reading", TEXT, "Reading"),
    Column("centre", TEXT, "From", values=CENTRES),
    Column("distance_km", DOUBLE, "Distance, km", 3),
    Column("limit_km", DOUBLE, "Limit, km", 3),
    Column("over_km", DOUBLE, "Beyond the limit, km", 3),
)
TOTAL_COLUMNS = (
    PROVINCE,
    Column("name", TEXT, "Name"),
    Column("year", INTEGER, "Year"),
    Column("is_node", BOOLEAN, "Is one of the nodes", values=YES_NO),
    Column("area_km2", DOUBLE, "Area, km²", 3),
    Column("total_km2", DOUBLE, "Running total, km²", 3),
    Column("limit_km2", DOUBLE, "Limit, km²", 3),
    Column("left_km2", DOUBLE, "Left, km²", 3),
)

OUTCOME_COLOURS = {"pass": "#1a7f4b", "fail": "#c8102e", "cannot_tell": "#8a6d00"}


def labelled(layer: QgsVectorLayer, expression: str, size: float, least_scale: float = 0.0) -> None:
    """Name every feature; above `least_scale`, if it is given, none."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format(size))
    if layer.geometryType() == Qgis.GeometryType.Point:
        settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
        # Clear of the ring.
        settings.dist = 2.4
    if least_scale:
        settings.scaleVisibility = True
        settings.minimumScale = least_scale
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def zone_fill(colour: str, *, hatched: bool = False) -> QgsFillSymbol:
    """Return a fill of a colour with a darker border; hatched, with a dashed border, where approximate.

    A legend has no zone to look at and shows the fill; `hatched` is what explains the hatching there.
    """
    plain, clear = QColor(colour), QColor(colour)
    plain.setAlphaF(0.0 if hatched else 0.45)
    clear.setAlphaF(1.0 if hatched else 0.0)
    fill = QgsSimpleFillSymbolLayer(plain)
    fill.setStrokeStyle(Qt.PenStyle.NoPen)
    stripe = QgsSimpleLineSymbolLayer(clear, 0.35)
    border = QgsSimpleLineSymbolLayer(QColor(colour).darker(140), 0.35)
    border.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if hatched:
        border.setPenStyle(Qt.PenStyle.DashLine)
    else:
        defined(fill, QgsSymbolLayer.Property.LayerEnabled, f"not {APPROXIMATE}")
        defined(
            stripe,
            QgsSymbolLayer.Property.StrokeColor,
            f"if({APPROXIMATE}, '{colour}', set_color_part('{colour}', 'alpha', 0))",
        )
        defined(border, QgsSymbolLayer.Property.StrokeStyle, f"if({APPROXIMATE}, 'dash', 'solid')")
    stripes = QgsLineSymbol.createSimple({})
    stripes.changeSymbolLayer(0, stripe)
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45.0)
    hatch.setDistance(1.6)
    hatch.setSubSymbol(stripes)
    symbol = fill_of(fill)
    symbol.appendSymbolLayer(hatch)
    symbol.appendSymbolLayer(border)
    return symbol


def zone_marker(colour: str, *, hatched: bool = False) -> QgsMarkerSymbol:
    """Return a dot of a colour; in a dashed ring where approximate, which `hatched` explains in a legend."""
    dot = marker(colour, 2.4, "#ffffff", 0.2)
    ring = marker("#ffffff", 4.2, colour, 0.3)
    ring.setColor(QColor(255, 255, 255, 110 if hatched else 0))
    ring.setStrokeStyle(Qt.PenStyle.DashLine if hatched else Qt.PenStyle.NoPen)
    if not hatched:
        defined(ring, QgsSymbolLayer.Property.FillColor, f"if({APPROXIMATE}, '255,255,255,110', '0,0,0,0')")
        defined(ring, QgsSymbolLayer.Property.StrokeStyle, f"if({APPROXIMATE}, 'dash', 'no')")
    symbol = marker_of(ring)
    symbol.appendSymbolLayer(dot)
    return symbol


def by_type(layer: QgsVectorLayer, symbol: Callable[..., QgsSymbol]) -> None:
    """Draw zones by their type, in the order of the catalogue; other types in grey."""
    categories = [
        QgsRendererCategory(kind.type_id, symbol(kind.colour), kind.name_en) for kind in zone_types().values()
    ]
    categories.append(QgsRendererCategory(None, symbol(NOISE), OTHER_TYPE))
    # No zone is of this type: the entry tells what is drawn so.
    sign = IN_A_RING if layer.geometryType() == Qgis.GeometryType.Point else HATCHED
    categories.append(QgsRendererCategory("approximate", symbol(OUTLINE, hatched=True), sign))
    layer.setRenderer(QgsCategorizedSymbolRenderer("zone_type", categories))


def typed_zones(geometry: str, symbol: Callable[..., QgsSymbol]) -> Callable[[], QgsVectorLayer]:
    """Return what makes the style of zones that have been read, polygons or points."""

    def make() -> QgsVectorLayer:
        layer = layer_of(ZONE_COLUMNS, geometry)
        by_type(layer, symbol)
        labelled(layer, NAME, 8.0, NAMED_BELOW)
        layer.setDisplayExpression(NAME)
        layer.setMapTipTemplate(
            tip(
                NAME,
                (
                    ("Zone type", 'if("zone_type" is null, \'–\', represent_value("zone_type"))'),
                    ("Law", "coalesce(\"law\", '–')"),
                    ("Authority", "coalesce(\"authority\", '–')"),
                    ("Province", "coalesce(\"sido\", '–')"),
                    ("Area, m²", number("area_m2", 0)),
                ),
            )
        )
        return layer

    return make


def zone_points() -> QgsVectorLayer:
    layer = layer_of(MEMBER_COLUMNS, "Point")
    by_type(layer, zone_marker)
    labelled(layer, NAME, 7.5, NAMED_BELOW)
    layer.setDisplayExpression(NAME)
    layer.setMapTipTemplate(
        tip(
            NAME,
            (
                ("Zone type", """if(left(@qgis_locale, 2) = 'ko', "type_ko", "type_en")"""),
                ("Law", "coalesce(\"law\", '–')"),
                ("Year", "coalesce(to_string(\"year\"), '–')"),
                ("Province", "coalesce(\"sido\", '–')"),
                ("Position known by", 'represent_value("position")'),
                ("Uncertainty of the position, m", number("uncertainty_m", 0)),
            ),
        )
    )
    return layer


def renovation_clusters() -> QgsVectorLayer:
    layer = layer_of(RENOVATION_COLUMNS, "Point")
    layer.setRenderer(QgsSingleSymbolRenderer(zone_marker("#1b6ca8")))
    labelled(layer, NAME, 8.5)
    layer.setDisplayExpression(NAME)
    theme = """if(left(@qgis_locale, 2) = 'ko', "theme_ko", "theme_en")"""
    layer.setMapTipTemplate(tip(NAME, (("Theme", theme), ("Province", '"sido"'))))
    return layer


def table_style(columns: tuple[Column, ...], display: str) -> Callable[[], QgsVectorLayer]:
    """Return what makes the style of a table."""

    def make() -> QgsVectorLayer:
        layer = layer_of(columns, "NoGeometry")
        layer.setDisplayExpression(display)
        return layer

    return make


# Checking a designation


def circles() -> QgsVectorLayer:
    layer = layer_of(CIRCLE_COLUMNS, "Polygon")
    categories = []
    for kind, colour, style, width in (
        ("enclosing", "#1f5fa8", Qt.PenStyle.SolidLine, 0.7),
        ("core", "#7b3294", Qt.PenStyle.SolidLine, 0.7),
        ("enclosing_limit", "#1f5fa8", Qt.PenStyle.DashLine, 0.35),
        ("core_limit", "#7b3294", Qt.PenStyle.DashLine, 0.35),
    ):
        tint = QColor(colour)
        tint.setAlphaF(0.06 if style == Qt.PenStyle.SolidLine else 0.0)
        fill = QgsSimpleFillSymbolLayer(tint)
        fill.setStrokeColor(QColor(colour))
        fill.setStrokeStyle(style)
        fill.setStrokeWidth(width)
        categories.append(QgsRendererCategory(kind, fill_of(fill), CIRCLES[kind]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    layer.setMapTipTemplate(
        tip(
            'represent_value("kind")',
            (
                ("Radius, km", number("radius_km", 3)),
                ("Limit, km", number("limit_km", 0)),
                ("Outcome", 'represent_value("outcome")'),
            ),
        )
    )
    return layer


def spokes() -> QgsVectorLayer:
    layer = layer_of(SPOKE_COLUMNS, "LineString")
    categories = []
    for kind, colour in (("enclosing", "#1f5fa8"), ("core", "#7b3294")):
        line = QgsSimpleLineSymbolLayer(QColor(colour), 0.35)
        defined(
            line,
            QgsSymbolLayer.Property.StrokeColor,
            f"if(\"over\", '{OUTCOME_COLOURS['fail']}', '{colour}')",
        )
        defined(line, QgsSymbolLayer.Property.StrokeWidth, 'if("over", 0.7, 0.35)')
        symbol = QgsLineSymbol.createSimple({})
        symbol.changeSymbolLayer(0, line)
        categories.append(QgsRendererCategory(kind, symbol, CENTRES[kind]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("centre", categories))
    settings = QgsPalLayerSettings()
    settings.fieldName = "if(\"length_km\" > 0, format_number(\"length_km\", 3) || ' km', '')"
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.Line
    settings.setFormat(text_format(7.5))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(tip('"node"', (("Length, km", number("length_km", 3)),)))
    return layer


def offending() -> QgsVectorLayer:
    layer = layer_of(OFFENDING_COLUMNS, "Point")
    ring = marker("#ffffff", 5.0, OUTCOME_COLOURS["fail"], 0.8)
    ring.setColor(QColor(255, 255, 255, 0))
    dot = marker(OUTCOME_COLOURS["fail"], 2.0, OUTLINE, 0.1)
    symbol = marker_of(ring)
    symbol.appendSymbolLayer(dot)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    labelled(layer, "concat(\"node\", ' (+', format_number(\"over_km\", 3), ' km)')", 8.0)
    layer.setMapTipTemplate(
        tip(
            '"node"',
            (
                ("From", 'represent_value("centre")'),
                ("Distance, km", number("distance_km", 3)),
                ("Limit, km", number("limit_km", 0)),
            ),
        )
    )
    return layer


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "zones": typed_zones("MultiPolygon", zone_fill),
    "zone_nodes": typed_zones("Point", zone_marker),
    "zone_guesses": table_style(GUESS_COLUMNS, '"guess"'),
    "zone_rejects": table_style(ZONE_REJECT_COLUMNS, '"reason"'),
    "zone_points": zone_points,
    "renovation_clusters": renovation_clusters,
    "zone_types": table_style(TYPE_COLUMNS, NAME),
    "national_clusters": table_style(NATIONAL_CLUSTER_COLUMNS, '"sido"'),
    "cluster_budgets": table_style(BUDGET_COLUMNS, '"item"'),
    "zone_rules": table_style(RULE_COLUMNS, '"rule"'),
    "designation_checks": table_style(CHECK_COLUMNS, '"rule"'),
    "designation_circles": circles,
    "designation_spokes": spokes,
    "designation_offending": offending,
    "designation_totals": table_style(TOTAL_COLUMNS, '"name"'),
}
