"""Where outputs go: whether that place can be written to, and how to take a half-written layer away again."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

from ..analysis.errors import InputError

# A destination inside a database file, as QGIS writes it; other providers' names (postgis:…) hold no path.
_OGR_TABLE = re.compile(r"""^ogr:dbname='(?P<path>[^']+)'""")
_PROVIDER = re.compile(r"^[A-Za-z]{2,}:(?![\\/])")

_SIDECARS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qmd", ".sbn", ".sbx", ".idm", ".ind"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".csv": (".csvt", ".prj"),
    ".gpkg": (".gpkg-wal", ".gpkg-shm", ".gpkg-journal"),
    ".sqlite": (".sqlite-wal", ".sqlite-shm", ".sqlite-journal"),
}


def require_writable(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Raise InputError where an output's file cannot be written, would replace an input or another output.

    Called before any work, because QGIS itself finds out only when the results are ready. Databases are left
    to their own answer.
    """
    inputs = _input_files(algorithm, parameters, context)
    taken: dict[Path, str] = {}
    for definition in algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingDestinationParameter):
            continue
        path, is_whole_file = _file_of(parameters.get(definition.name()), context)
        if path is None:
            continue
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            _require_folder(definition.name(), _nearest_existing(path))
            continue
        if is_whole_file and path in inputs:
            raise InputError(
                definition.name(),
                "The file {file} is also the input and would be overwritten. Choose another name.",
                file=path.name,
            )
        if is_whole_file and path in taken:
            raise InputError(
                definition.name(),
                "The file {file} is also chosen for {other}. Choose another name.",
                file=path.name,
                other=taken[path],
            )
        taken[path] = definition.description()
        _require_folder(definition.name(), path.parent)
        _require_replaceable(definition.name(), path)


def delete_output(destination: str, context: QgsProcessingContext) -> bool:
    """Take away an output layer again, memory layer, file or table of a database file; False where it cannot
    be.

    `destination` is what `parameterAsSink` returned. Its sink must be closed.
    """
    to_load = context.layersToLoadOnCompletion()
    if to_load.pop(destination, None) is not None:
        context.setLayersToLoadOnCompletion(to_load)
    if context.temporaryLayerStore().mapLayer(destination) is not None:
        context.temporaryLayerStore().removeMapLayer(destination)
        return True
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    path = Path(parts.get("path") or destination)
    table = parts.get("layerName")
    try:
        if not path.is_file():
            return False
        if table:
            provider = QgsProviderRegistry.instance().providerMetadata("ogr")
            connection = provider.createConnection(str(path), {})
            if [entry.tableName() for entry in connection.tables()] != [table]:
                connection.dropVectorTable("", table)
                return True
        path.unlink()
        for suffix in _SIDECARS.get(path.suffix.lower(), ()):
            path.with_suffix(suffix).unlink(missing_ok=True)
    except (OSError, QgsProviderConnectionException):
        return False
    return True


def _file_of(value: Any, context: QgsProcessingContext) -> tuple[Path | None, bool]:
    """Return the file a destination names, or None, and whether the output is all of that file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext())
    if not isinstance(value, str) or value in ("", QgsProcessing.TEMPORARY_OUTPUT):
        return None, False
    table = _OGR_TABLE.match(value)
    if table:
        return Path(table["path"]).absolute(), False
    if _PROVIDER.match(value):
        return None, False
    return Path(value).absolute(), True


def _input_files(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> set[Path]:
    files: set[Path] = set()
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination() or definition.type() not in ("source", "vector"):
            continue
        layer = algorithm.parameterAsVectorLayer(parameters, definition.name(), context)
        if layer is not None:
            path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
            if path:
                files.add(Path(path).absolute())
    return files


def _nearest_existing(folder: Path) -> Path:
    """A folder output is made with its parents, so the first of them that exists must take it."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _require_folder(parameter: str, folder: Path) -> None:
    if not folder.is_dir():
        raise InputError(
            parameter,
            "The folder {folder} does not exist. Create it or choose another one.",
            folder=str(folder),
        )
    try:
        # Permissions alone do not tell: a read-only disk or a network share can refuse an owner.
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise InputError(
            parameter,
            "Nothing can be written to the folder {folder}. Choose another one.",
            folder=str(folder),
        ) from None


def _require_replaceable(parameter: str, path: Path) -> None:
    if not path.exists():
        return
    try:
        with path.open("r+b"):
            pass
    except OSError:
        raise InputError(
            parameter,
            "The file {file} exists and cannot be replaced. Close what has it open, or choose another name.",
            file=path.name,
        ) from None
