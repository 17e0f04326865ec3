"""The styles a layer has beside its own, under their names in the menu of its styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ..processing_algorithms.base import tr
from ..processing_algorithms.layers.nulls import is_null


@dataclass(frozen=True)
class NamedStyle:
    """A style of a layer as its user chooses it: name, file in resources/styles, the field it shows.

    A GeoPackage takes names of up to 30 characters.
    """

    name: str
    style: str
    field: str


def choices(style: str) -> list[NamedStyle]:
    """Return the styles a layer has, its own first; empty where that is the only one."""
    tiers = NamedStyle(tr("By rank"), "clusters", "rank")
    intensity = NamedStyle(tr("By intensity"), "intensity", "intensity_rank")
    shares = [
        NamedStyle(tr("By share of patents"), "clusters.patents", "share_patents"),
        NamedStyle(tr("By share of publications"), "clusters.publications", "share_publications"),
        NamedStyle(tr("By share of deals"), "clusters.deals", "share_deals"),
    ]
    change = NamedStyle(tr("By change of rank"), "clusters.change", "rank_change")
    match style:
        case "clusters":
            return [tiers, *shares, intensity, change]
        case "intensity":
            return [intensity, tiers, *shares, change]
        case "scores":
            places = [
                NamedStyle(one.name, one.style.replace("clusters", "scores"), one.field) for one in shares
            ]
            return [NamedStyle(tiers.name, "scores", "rank"), *places]
        case "sites":
            return [
                NamedStyle(tr("By rank of the cluster"), "sites", "rank"),
                NamedStyle(tr("By weight"), "sites.weight", "weight"),
            ]
        case "rank_changes":
            return [
                NamedStyle(tr("By change of rank"), "rank_changes", "rank_change"),
                NamedStyle(tr("By event"), "rank_changes.events", "event"),
            ]
        case "boundaries":
            return [
                NamedStyle(tr("Coloured by cluster"), "boundaries", "cluster_id"),
                NamedStyle(tr("Outlines"), "boundaries.outlines", "cluster_id"),
            ]
    return []


def further(style: str, layer: QgsVectorLayer, fields: Mapping[str, str] | None = None) -> list[NamedStyle]:
    """Return the further styles for which a layer has something to show."""
    return [
        choice
        for choice in choices(style)[1:]
        if _holds(layer, (fields or {}).get(choice.field, choice.field))
    ]


def own_name(style: str) -> str:
    """Return what a layer's own style is called among several."""
    named = choices(style)
    return named[0].name if named else style


def _holds(layer: QgsVectorLayer, field: str) -> bool:
    """Tell whether a field is there and not empty all through."""
    index = layer.fields().lookupField(field)
    if index < 0:
        return False
    # Two values: one may be NULL.
    return any(not is_null(value) for value in layer.uniqueValues(index, 2))
