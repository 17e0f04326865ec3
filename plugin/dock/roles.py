"""What a layer of the project can be for the dock: addresses, clusters, sites, ranking, zones, nodes.

Who made a layer stands in the history of its metadata (see `StyledOutputs`); layers without one, as other
programs or older files have them, are known by their fields.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer

from ..provider import PROVIDER_ID

# What a history tells after the time is counts.
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T.+")
MAKER = re.compile(rf"{PROVIDER_ID}:(\w+)\b")


class Role(StrEnum):
    """What a layer stands for; the values are written into projects and never change."""

    INVENTORS = "inventors"
    AUTHORS = "authors"
    DEALS = "deals"
    CLUSTERS = "clusters"
    SITES = "sites"
    RANKING = "ranking"
    ZONES = "zones"
    NODES = "nodes"


ADDRESSES = (Role.INVENTORS, Role.AUTHORS, Role.DEALS)

# Words in the names of layers and files, in English and Korean.
WORDS = {
    Role.INVENTORS: ("inventor", "patent", "발명", "특허"),
    Role.AUTHORS: ("author", "publication", "article", "paper", "저자", "논문", "출판"),
    Role.DEALS: ("deal", "venture", "거래", "투자", "벤처"),
}

RANKED = {"rank", "cluster_id", "score"}
# What a layer needs for its role, and who makes such layers. The fields are those of the contract.
GEOMETRIES = {
    **dict.fromkeys(ADDRESSES, (Qgis.GeometryType.Point,)),
    Role.CLUSTERS: (Qgis.GeometryType.Polygon,),
    Role.SITES: (Qgis.GeometryType.Point,),
    Role.RANKING: (Qgis.GeometryType.Null,),
    Role.ZONES: (Qgis.GeometryType.Polygon,),
    Role.NODES: (Qgis.GeometryType.Point, Qgis.GeometryType.Polygon),
}
FIELDS: dict[Role, set[str]] = {
    Role.CLUSTERS: RANKED,
    Role.SITES: {"cluster_id", "rank", "role", "weight"},
    Role.RANKING: RANKED,
    Role.ZONES: {"zone_id", "zone_type"},
}
WHOLE_RUNS = ("innovationclusters", "clustersonspark", "openrun")
MAKERS = {
    **dict.fromkeys(ADDRESSES, ("preparepoints",)),
    Role.CLUSTERS: (*WHOLE_RUNS, "scoreclusters", "clustersstepbystep"),
    Role.SITES: WHOLE_RUNS,
    Role.RANKING: (*WHOLE_RUNS, "scoreclusters"),
    Role.ZONES: ("importzones",),
    Role.NODES: ("importzones",),
}


def maker(layer: QgsMapLayer) -> str:
    """Return the name of the algorithm that made a layer; empty where none of ours did."""
    history = layer.metadata().history()
    found = MAKER.match(history[0]) if history else None
    return found[1] if found else ""


def made(layer: QgsMapLayer) -> datetime | None:
    """Return when one of our algorithms made a layer; None where none did."""
    if not maker(layer):
        return None
    for line in reversed(layer.metadata().history()):
        if MOMENT.fullmatch(line):
            try:
                when = datetime.fromisoformat(line)
            except ValueError:
                continue
            return when if when.tzinfo is not None else when.replace(tzinfo=UTC)
    return None


def told(layer: QgsMapLayer, parameter: str) -> str:
    """Return the value a parameter had when a layer was made, as its history tells it; empty if unknown."""
    lead = f"{parameter}="
    lines = (line for line in layer.metadata().history() if line.startswith(lead))
    return next(lines, lead)[len(lead) :]


def could_be(layer: QgsMapLayer, role: Role) -> bool:
    """Tell whether a layer can be chosen for a role: it has its geometry and fields."""
    if not isinstance(layer, QgsVectorLayer) or layer.geometryType() not in GEOMETRIES[role]:
        return False
    names = set(layer.fields().names())
    return FIELDS.get(role, set()) <= names and not (role is Role.CLUSTERS and "zone_id" in names)


def roles_of(layer: QgsMapLayer) -> tuple[Role, ...]:
    """Return the roles in which a layer is recognised without being asked for; empty for a foreign layer.

    Address points whose name does not tell what they are the addresses of may be any of the three.
    """
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return ()
    known = maker(layer)
    names = set(layer.fields().names())
    for role in (Role.CLUSTERS, Role.SITES, Role.RANKING, Role.ZONES):
        if could_be(layer, role) and known in ("", *MAKERS[role]):
            return (role,)
    if could_be(layer, Role.NODES) and known in MAKERS[Role.NODES] and FIELDS[Role.ZONES] <= names:
        return (Role.NODES,)
    if could_be(layer, Role.INVENTORS) and _holds_addresses(known, names):
        metric = metric_of(layer)
        return (metric,) if metric else ADDRESSES
    return ()


def _holds_addresses(known: str, names: set[str]) -> bool:
    if {"reason", "reason_text", "row"} <= names:
        return False  # rejects: the same fields and what is wrong with each row
    return known in MAKERS[Role.INVENTORS] or (not known and "record" in names and "cluster_id" not in names)


def metric_of(layer: QgsVectorLayer) -> Role | None:
    """Return what a layer holds the addresses of, by its name, that of its input or that of its file."""
    stored = Path(layer.source().partition("|")[0]).stem if layer.providerType() == "ogr" else ""
    for text in (layer.name(), told(layer, "INPUT"), stored):
        for role, words in WORDS.items():
            if any(word in text.lower() for word in words):
                return role
    return None
