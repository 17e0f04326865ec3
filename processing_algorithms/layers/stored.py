"""Layers as their files hold them: what GDAL and SQLite can read themselves, without a feature of QGIS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)

# What the address of a layer may consist of where the rows of its file are those of the layer.
PLAIN = frozenset({"path", "layerName", "layerId", "subset"})

# Where fewer than this part of the rows are selected, reading them one by one is no slower than reading all.
FEW = 0.05


class NotInBlocksError(Exception):
    """A layer is to be read feature by feature after all; the message says why."""


@dataclass(frozen=True)
class StoredLayer:
    """A layer of a file, and which of its rows are wanted: those for which `subset` (SQL, empty for all) is
    true, of them only the `selection` (feature ids) or the first `limit`, where there is one.

    `table` is its name in the file, or its number where the address does not name it; `driver` GDAL's name of
    the format.
    """

    path: Path
    table: str | int
    driver: str
    subset: str = ""
    selection: NDArray[np.int64] | None = None
    limit: int | None = None


def vector_layer(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsVectorLayer | None:
    """Return the layer that a source parameter stands for, also where only some of its rows are wanted."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    return algorithm.parameterAsVectorLayer({**parameters, name: value}, name, context)


def stored_layer(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> StoredLayer | None:
    """Return where the rows of the source parameter `name` are stored; None where `why_not_stored` tells."""
    layer, wanted = vector_layer(algorithm, parameters, name, context), parameters.get(name)
    if layer is None or why_not_stored(layer, wanted):
        return None
    parts = _address(layer)
    selection, limit = None, None
    if isinstance(wanted, QgsProcessingFeatureSourceDefinition):
        if wanted.selectedFeaturesOnly:
            selection = np.array(layer.selectedFeatureIds(), dtype=np.int64)
        if wanted.featureLimit >= 0:
            limit = wanted.featureLimit
    return StoredLayer(
        Path(parts["path"]),
        parts.get("layerName") or int(parts.get("layerId") or 0),
        layer.dataProvider().storageType(),
        layer.subsetString(),
        selection,
        limit,
    )


def why_not_stored(layer: QgsVectorLayer, wanted: Any) -> str:
    """Say why the rows of a layer, as far as the parameter value `wanted` asks for them, are not simply rows
    of a file; empty where they are.
    """
    if layer.providerType() != "ogr":
        return "not a file that GDAL reads"
    if layer.isEditable():
        return "edits that are not saved yet"
    fields = layer.fields()
    if any(fields.fieldOrigin(index) != Qgis.FieldOrigin.Provider for index in range(len(fields))):
        return "joined or virtual fields"
    parts = _address(layer)
    if parts.keys() - PLAIN:
        return f"an address with {', '.join(sorted(parts.keys() - PLAIN))}"
    if not Path(parts["path"]).is_file():
        return "not a file of its own"
    if layer.subsetString().lstrip().upper().startswith("SELECT"):
        return "a query in place of a filter"
    if isinstance(wanted, QgsProcessingFeatureSourceDefinition):
        if wanted.filterExpression:
            return "an expression that only QGIS evaluates"
        if wanted.featureLimit >= 0 and (wanted.selectedFeaturesOnly or layer.subsetString()):
            return "the first of some of the rows"
        if wanted.selectedFeaturesOnly and layer.selectedFeatureCount() < FEW * layer.featureCount():
            return "few of many rows"
    return ""


def _address(layer: QgsVectorLayer) -> dict[str, Any]:
    """Return the parts of a layer's address that are given."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return {key: value for key, value in parts.items() if value}


def name_in_file(stored: StoredLayer) -> str:
    """Return the name of a layer in its file, which its address may leave out; empty where there is none."""
    if isinstance(stored.table, str):
        return stored.table
    try:
        dataset = gdal.OpenEx(str(stored.path), gdal.OF_VECTOR | gdal.OF_READONLY, [stored.driver])
    except RuntimeError:
        # Whether GDAL raises is for whoever set up the process.
        return ""
    layer = None if dataset is None else dataset.GetLayer(stored.table)
    return "" if layer is None else layer.GetName()
