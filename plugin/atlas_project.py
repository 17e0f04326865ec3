"""A project on the outcome of one run: its layers grouped over a basemap, and the words that go with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..processing_algorithms.base import tr
from .layouts.basemap import add_basemap

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"

GEOPACKAGE = "innovation-clusters.gpkg"
PROJECT = "innovation-clusters.qgz"
REPORT = "report.html"

SOURCES = ("inventors", "authors", "deals")
COLUMNS = ("record", "weight", "economy", "organisation")
TOTALS = {"inventors": "total_patents", "authors": "total_publications", "deals": "total_deals"}

# Keeps angles, so that a city looks right wherever one zooms in; the map on paper is the equal-area one.
VIEW = "EPSG:3857"


@dataclass
class Atlas:
    """The finished layers of a folder, and the words that go with them on project and map."""

    folder: Path
    clusters: QgsVectorLayer
    sites: QgsVectorLayer
    ranking: QgsVectorLayer
    title: str
    rejects: list[QgsVectorLayer] = field(default_factory=list)
    addresses: list[QgsVectorLayer] = field(default_factory=list)
    subtitle: str = ""
    notes: list[str] = field(default_factory=list)


def sample_totals() -> dict[str, float]:
    """Return the world totals of the sample by parameter, in records of the sample."""
    world = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))["world_totals"]
    return {total.upper(): float(world[total.removeprefix("total_")]) for total in TOTALS.values()}


def sample_remark() -> str:
    return tr(
        "Modelled sample: made from published totals of clusters and positions of cities. No row is a real "
        "inventor, author or firm."
    )


# What the algorithms are given


def table(geopackage: Path, name: str) -> str:
    """Return a table of a GeoPackage as a destination of Processing."""
    return f"ogr:dbname='{geopackage}' table=\"{name}\""


def preparing(
    layer: QgsVectorLayer, columns: Mapping[str, str | None], output: str = "TEMPORARY_OUTPUT"
) -> dict[str, Any]:
    """Return the parameters of `preparepoints`, which makes a temporary layer unless told another output."""
    return {
        "INPUT": layer,
        **{f"{column.upper()}_FIELD": columns.get(column) for column in COLUMNS},
        "OUTPUT": output,
    }


def finding(
    prepared: Mapping[str, QgsVectorLayer], totals: Mapping[str, float], folder: Path, remark: str
) -> dict[str, Any]:
    """Return the parameters of `innovationclusters` for prepared addresses by source."""
    parameters: dict[str, Any] = {**totals, "REMARK": remark}
    for name, layer in prepared.items():
        parameters[name.upper()] = layer
        for column in COLUMNS:
            if layer.fields().lookupField(column) >= 0:
                parameters[f"{name.upper()}_{column.upper()}"] = column
    for output in ("clusters", "sites", "ranking"):
        parameters[output.upper()] = table(folder / GEOPACKAGE, output)
    parameters["REPORT"] = str(folder / REPORT)
    return parameters


# Layers and project


def opened(folder: Path, name: str, title: str) -> QgsVectorLayer:
    """Open a layer of a run anew: its style is the one that was stored in the GeoPackage."""
    options = QgsVectorLayer.LayerOptions()
    # So that the project, too, has the named styles of a layer to choose from.
    options.loadAllStoredStyles = True
    return QgsVectorLayer(f"{folder / GEOPACKAGE}|layername={name}", title, "ogr", options)


def open_atlas(folder: Path, title: str) -> Atlas:
    """Open the layers of a run."""
    return Atlas(
        folder,
        opened(folder, "clusters", tr("Clusters")),
        opened(folder, "sites", tr("Sites")),
        opened(folder, "ranking", tr("Ranking")),
        title,
    )


def arrange(project: QgsProject, atlas: Atlas) -> list[QgsVectorLayer]:
    """Put the layers into an empty project, over a basemap and with the view on the clusters; return the
    layers of the basemap.
    """
    project.setTitle(atlas.title)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setCrs(QgsCoordinateReferenceSystem(VIEW))
    project.setEllipsoid("EPSG:7030")
    # Names stand whole in the window, also of what is at its edge.
    labels = project.labelingEngineSettings()
    labels.setFlag(Qgis.LabelingFlag.UsePartialCandidates, False)
    project.setLabelingEngineSettings(labels)
    group = project.layerTreeRoot().addGroup(atlas.title)
    for layer in (atlas.clusters, atlas.sites, atlas.ranking):
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    for name, layers in ((tr("Address points"), atlas.addresses), (tr("Rejected rows"), atlas.rejects)):
        if layers:
            unticked = project.layerTreeRoot().addGroup(name)
            for layer in layers:
                project.addMapLayer(layer, False)
                unticked.addLayer(layer).setItemVisibilityChecked(False)
    if atlas.clusters.featureCount() > 0:
        project.viewSettings().setDefaultViewExtent(view_of(project, atlas.clusters))
    return add_basemap(project)


def view_of(project: QgsProject, clusters: QgsVectorLayer) -> QgsReferencedRectangle:
    """Return what a window shows first: all clusters, with some room around them."""
    view = QgsCoordinateReferenceSystem(VIEW)
    to_view = QgsCoordinateTransform(clusters.crs(), view, project)
    extent = to_view.transformBoundingBox(clusters.extent())
    extent.scale(1.1)
    return QgsReferencedRectangle(extent, view)
