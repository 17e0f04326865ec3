"""The parameters with which the dock opens an algorithm: what the project knows, and nothing else."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from ...processing_algorithms.inputs.usual_fields import USUAL_FIELDS, usual_field
from .roles import ADDRESSES, Role, maker, metric_of, roles_of, told
from .state import ProjectState

METRICS = {Role.INVENTORS: "patents", Role.AUTHORS: "publications", Role.DEALS: "deals"}

# The columns of an address, as parameters call them.
COLUMNS = tuple(column.upper() for column in USUAL_FIELDS)

# What a run that is repeated is to have in common with the last one.
REPEATED = ("EDITION", "TOTAL_PATENTS", "TOTAL_PUBLICATIONS", "TOTAL_DEALS")

# Above this many rows, looking for a Korean one that may not be there would be felt.
MOST_ASKED = 200_000

DISTANCE = "eps"
MINIMUM = "minimum"


def columns_of(layer: QgsVectorLayer) -> dict[str, str]:
    """Return the field for each of COLUMNS that a layer has one for."""
    names = layer.fields().names()
    found = {column: usual_field(names, column.lower()) for column in COLUMNS}
    return {column: name for column, name in found.items() if name is not None}


def raw_layer(project: QgsProject, role: Role, active: QgsMapLayer | None) -> QgsVectorLayer | None:
    """Return the layer to prepare as the addresses of a role: one that is called so, else the active one."""
    raw = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and not maker(layer)
        and layer.geometryType() in (Qgis.GeometryType.Point, Qgis.GeometryType.Null)
    ]
    called = [layer for layer in raw if metric_of(layer) is role]
    if active in called or (not called and active in raw and metric_of(active) is None):
        return active
    return called[0] if called else None


def prepare(layer: QgsVectorLayer | None) -> dict[str, Any]:
    """Return the parameters of preparepoints."""
    if layer is None:
        return {}
    return {"INPUT": layer.id(), **_fields(layer, *COLUMNS)}


def geocoding(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of geocodingquality, for the first addresses there are."""
    layer = first_addresses(state)[1]
    if layer is None:
        return {}
    return {"INPUT": layer.id(), **_fields(layer, "ECONOMY", "ORGANISATION", "WEIGHT")}


def propose(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of proposeparameters."""
    parameters: dict[str, Any] = {}
    for role in ADDRESSES:
        layer = state.layer(role)
        if layer is not None:
            parameters[role.name] = layer.id()
            if "WEIGHT" in columns_of(layer):
                parameters[f"{role.name}_WEIGHT"] = columns_of(layer)["WEIGHT"]
    return parameters


def explored(state: ProjectState) -> dict[str, tuple[QgsVectorLayer, str]]:
    """Return what the explorer begins with: by metric, the layer and the field of its weights, empty for
    none.
    """
    layers = {METRICS[role]: state.layer(role) for role in ADDRESSES}
    return {
        metric: (layer, columns_of(layer).get("WEIGHT", ""))
        for metric, layer in layers.items()
        if layer is not None
    }


def find(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of innovationclusters."""
    parameters: dict[str, Any] = {}
    for role in ADDRESSES:
        layer = state.layer(role)
        if layer is not None:
            parameters[role.name] = layer.id()
            parameters |= {f"{role.name}_{column}": name for column, name in columns_of(layer).items()}
    for parameter, number in (("EPS", state.number(DISTANCE)), ("MIN_DENSITY", state.number(MINIMUM))):
        if number is not None:
            parameters[parameter] = number
    last = state.layer(Role.CLUSTERS)
    if last is not None and maker(last) == "innovationclusters":
        parameters |= {name: value for name in REPEATED if (value := told(last, name))}
    return parameters


def compare(state: ProjectState, project: QgsProject) -> dict[str, Any]:
    """Return the parameters of compareeditions: the clusters, and the others of the project if there are."""
    current = state.layer(Role.CLUSTERS)
    if current is None:
        return {}
    others = [
        layer.id()
        for layer in project.mapLayers().values()
        if layer.id() != current.id() and roles_of(layer) == (Role.CLUSTERS,)
    ]
    return {"CURRENT": current.id(), **({"PREVIOUS": others[0]} if len(others) == 1 else {})}


def intensity(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of clusterintensity."""
    return _layers(state, INPUT=Role.CLUSTERS, SITES=Role.SITES)


def overlay(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of zoneoverlay, for the first addresses there are."""
    role, layer = first_addresses(state)
    parameters = _layers(state, ZONES=Role.ZONES, CLUSTERS=Role.CLUSTERS)
    if layer is None or role is None:
        return parameters
    return {
        **parameters,
        "INPUT": of_korea(layer),
        "METRIC": METRICS[role],
        **_fields(layer, "RECORD", "WEIGHT"),
    }


def check(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of checkdesignation."""
    parameters = _layers(state, NODES=Role.NODES, ZONES=Role.ZONES)
    nodes = state.layer(Role.NODES)
    if nodes is not None:
        names = nodes.fields().names()
        for parameter, field in (("NAME_FIELD", "name_ko"), ("AREA_FIELD", "area_m2")):
            if field in names:
                parameters[parameter] = field
        if nodes.geometryType() == Qgis.GeometryType.Point:
            parameters["NODES_AS"] = "points"
    return parameters


def propose_zone(state: ProjectState) -> dict[str, Any]:
    """Return the parameters of proposezone, for the first addresses there are."""
    layer = first_addresses(state)[1]
    parameters = _layers(state, NODES=Role.NODES)
    if layer is not None:
        parameters["INPUT"] = of_korea(layer)
        if "WEIGHT" in columns_of(layer):
            parameters["WEIGHT"] = columns_of(layer)["WEIGHT"]
    return parameters


def first_addresses(state: ProjectState) -> tuple[Role | None, QgsVectorLayer | None]:
    """Return the first role among inventors, authors and deals that has a layer, and the layer."""
    for role in ADDRESSES:
        layer = state.layer(role)
        if layer is not None:
            return role, layer
    return None, None


def of_korea(layer: QgsVectorLayer) -> Any:
    """Return addresses as an input that takes only those of Korea, where a layer tells them apart.

    The special zones are Korean, and what is compared with them is what the country has.
    """
    economy = columns_of(layer).get("ECONOMY")
    if economy is None or layer.featureCount() > MOST_ASKED:
        return layer.id()
    condition = QgsExpression.createFieldEqualityExpression(economy, "KR")
    request = QgsFeatureRequest().setFilterExpression(condition).setLimit(1)
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    if next(iter(layer.getFeatures(request)), None) is None:
        return layer.id()
    source = QgsProcessingFeatureSourceDefinition(layer.id())
    source.filterExpression = condition
    return source


def mapped(state: ProjectState, algorithm: Any, roles: tuple[tuple[str, Role], ...]) -> dict[str, Any]:
    """Return layers for those parameters that an algorithm has, and that its layout is to be kept."""
    names = {definition.name() for definition in algorithm.parameterDefinitions()}
    layers = _layers(state, **{name: role for name, role in roles if name in names})
    return {**layers, **({"KEEP": True} if "KEEP" in names else {})}


def _fields(layer: QgsVectorLayer, *columns: str) -> dict[str, str]:
    found = columns_of(layer)
    return {f"{column}_FIELD": found[column] for column in columns if column in found}


def _layers(state: ProjectState, **roles: Role) -> dict[str, Any]:
    layers = {name: state.layer(role) for name, role in roles.items()}
    return {name: layer.id() for name, layer in layers.items() if layer is not None}
