"""The countries and provinces beneath every map: those that QGIS ships, Natural Earth, public domain."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsMapLayer,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ...processing_algorithms.base import tr
from ..symbols import OVERVIEW_SCALE

LAND = "#e9e9e5"
BORDERS = "#ffffff"

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
        if isinstance(layer, QgsVectorLayer) and Path(layer.source().partition("|")[0]).name == _SHIPPED.name
    ]
    return sorted(found, key=lambda layer: "countries" in layer.source()) or add_basemap(project)
