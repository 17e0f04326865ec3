"""What a layer is called, for metadata and reports that travel: never by its source, which may hold a
password or the path of someone's home.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
)

# Of an address or of what a database is told, not of a file's name.
SUSPECT = frozenset("=:?@'\"")
DRIVE = re.compile(r"^[A-Za-z]:(?=[\\/])")


def selected_only(value: Any) -> bool:
    """Tell whether the value of a source parameter stands for the selected features alone."""
    return isinstance(value, QgsProcessingFeatureSourceDefinition) and bool(value.selectedFeaturesOnly)


def layer_name(value: Any, context: QgsProcessingContext) -> str:
    """Return the name of the layer that the value of a parameter stands for.

    That of a layer of the project; else the table, or the file without its folders; else the kind of source.
    """
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext())
    layer = (
        value
        if isinstance(value, QgsMapLayer)
        else QgsProcessingUtils.mapLayerFromString(str(value), context, False)
    )
    if layer is None:
        return _source_name(str(value))
    project = context.project()
    of_project = project is not None and project.mapLayer(layer.id()) is not None
    if of_project or layer.providerType() == "memory":
        return str(layer.name())
    # What QGIS opens by itself it may name after the end of the source, password and all.
    return _source_name(f"{layer.providerType()}://{layer.source()}")


def file_name(path: str) -> str:
    """Return the name of a file without its folders, in the notation of either system."""
    return PureWindowsPath(path).name if "\\" in path else PurePosixPath(path).name


def _source_name(source: str) -> str:
    has_provider, provider, uri = QgsProcessingUtils.decodeProviderKeyAndUri(source)
    registry = QgsProviderRegistry.instance()
    if not has_provider or registry.providerMetadata(provider) is None:
        provider, uri = "ogr", source
    parts = registry.decodeUri(provider, uri)
    path = str(parts.get("path") or "")
    if Path(path).is_file():
        return str(parts.get("layerName") or file_name(path))
    for name in (parts.get("layerName"), parts.get("table"), QgsDataSourceUri(uri).table()):
        if name and not SUSPECT & set(str(name)):
            return str(name)
    # A password may have a slash, so that its end would look like a file.
    return provider if SUSPECT & set(DRIVE.sub("", path)) else file_name(path) or provider
