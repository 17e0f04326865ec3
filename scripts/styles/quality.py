"""Styles of how well addresses are located."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from innovation_clusters.scripts.styles.columns import DOUBLE, INTEGER, TEXT, Column, layer_of, number, tip
from innovation_clusters.scripts.styles.drawing import OUTLINE, defined, dot, marker_of

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


LAYERS: dict[str, Callable[[], QgsVectorLayer]] = {
    "suspicious_sites": suspicious_sites,
    "geocoding": geocoding,
    "heaviest_sites": heaviest_sites,
}
