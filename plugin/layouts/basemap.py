"""The countries and provinces beneath every map: those that QGIS ships, Natural Earth, public domain."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)

from ...processing_algorithms.base import tr
from ..symbols import OVERVIEW_SCALE

LAND = "#e9e9e5"
BORDERS = "#ffffff"

# Half as wide as this, in degrees, is taken from countries on either side of a cut.
CUT_WIDTH = 0.002

_SHIPPED = Path("resources") / "data" / "world_map.gpkg"


def add_basemap(project: QgsProject) -> list[QgsVectorLayer]:
    """Add the basemap to the bottom of a project; return its layers from the top, none where QGIS lacks
    it.
    """
    path = Path(QgsApplication.pkgDataPath()) / _SHIPPED
    if not path.is_file():
        return []
    land = QgsFillSymbol.createSimple({"color": LAND, "outline_color": BORDERS, "outline_width": "0.12"})
    lines = QgsFillSymbol.createSimple({"style": "no", "outline_color": BORDERS, "outline_width": "0.12"})
    layers = []
    for table, name, symbol in (
        ("states_provinces", tr("Provinces"), lines),
        ("countries", tr("Countries"), land),
    ):
        layer = QgsVectorLayer(f"{path}|layername={table}", name, "ogr")
        if not layer.isValid():
            continue
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        layer.setFlags(
            layer.flags() & ~QgsMapLayer.LayerFlag.Identifiable & ~QgsMapLayer.LayerFlag.Searchable
        )
        if table == "states_provinces":
            layer.setScaleBasedVisibility(True)
            layer.setMinimumScale(OVERVIEW_SCALE / 2)
        layers.append(layer)
    group = project.layerTreeRoot().addGroup(tr("Basemap"))
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return layers


def basemap_of(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the basemap that a project has already, added where it has none."""
    found = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and _is_basemap(layer)
    ]
    return sorted(found, key=lambda layer: "countries" in layer.source()) or add_basemap(project)


def _is_basemap(layer: QgsVectorLayer) -> bool:
    return Path(layer.source().partition("|")[0]).name == _SHIPPED.name


def styles_cut_at(meridian: float, layers: Sequence[QgsMapLayer]) -> dict[str, str]:
    """Return the styles, by the ids of layers, that draw a basemap in a projection cut at a meridian.

    A country on both sides of the cut would be drawn as a band across the whole map. Layers that are no
    basemap, or that the user has given a style of another kind, stay as they are.
    """
    return {
        layer.id(): _cut_style(layer, meridian)
        for layer in layers
        if isinstance(layer, QgsVectorLayer)
        and _is_basemap(layer)
        and isinstance(layer.renderer(), QgsSingleSymbolRenderer)
    }


def _cut_style(layer: QgsVectorLayer, meridian: float) -> str:
    west, east = meridian - CUT_WIDTH / 2, meridian + CUT_WIDTH / 2
    strip = f"POLYGON(({west} -90, {east} -90, {east} 90, {west} 90, {west} -90))"
    parts = QgsGeometryGeneratorSymbolLayer.create(
        {
            "SymbolType": "Fill",
            "geometryModifier": f"with_variable('s', geom_from_wkt('{strip}'), "
            "if(intersects($geometry, @s), difference($geometry, @s), $geometry))",
        }
    )
    renderer = layer.renderer().clone()
    parts.setSubSymbol(renderer.symbol().clone())
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.changeSymbolLayer(0, parts)
    renderer.setSymbol(symbol)
    copy = layer.clone()
    copy.setRenderer(renderer)
    style = QgsMapLayerStyle()
    style.readFromLayer(copy)
    return str(style.xmlData())
