"""Where outputs go: whether that place can be written to, and how to take a half-written layer away again."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataProvider,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..analysis.errors import InputError

# A destination inside a database file, as QGIS writes it; other providers' names (postgis:…) hold no path.
_OGR_TABLE = re.compile(r"""^ogr:dbname='(?P<path>[^']+)'(?:\s+table="(?P<table>[^"]*)")?""")
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
    inputs = _input_places(algorithm, parameters, context)
    taken: list[tuple[Place, str]] = []
    for definition in algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingDestinationParameter):
            continue
        place = place_of(parameters.get(definition.name()), context)
        if place is None:
            continue
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            _require_folder(definition.name(), _nearest_existing(place.path))
            continue
        if any(place.replaces(entry) for entry in inputs):
            raise InputError(
                definition.name(),
                "The file {file} is also the input and would be overwritten. Choose another name.",
                file=place.path.name,
            )
        for other, label in taken:
            if place.replaces(other) or other.replaces(place):
                raise InputError(
                    definition.name(),
                    "The file {file} is also chosen for {other}. Choose another name.",
                    file=place.path.name,
                    other=label,
                )
        taken.append((place, definition.description()))
        _require_folder(definition.name(), place.path.parent)
        _require_replaceable(definition.name(), place.path)


@dataclass(frozen=True)
class Place:
    """Where a layer is: a file, and the table in it; without a table all of the file."""

    path: Path
    table: str = ""

    def replaces(self, other: Place) -> bool:
        """Tell whether writing here takes away what is there."""
        if self.path != other.path and not (
            self.path.exists() and other.path.exists() and self.path.samefile(other.path)
        ):
            return False
        return not self.table or not other.table or self.table.lower() == other.table.lower()


class Earlier:
    """What stood where an output goes: kept aside until the output is whole, and put back if it never is."""

    def __init__(self, place: Place | None) -> None:
        self._place = place
        self._aside: list[tuple[Path, Path]] = []
        # In a file that was there before only the output's own table is ours to take away.
        self.shares_file = place is not None and bool(place.table) and place.path.exists()
        if place is not None and not place.table:
            for path in (place.path, *_sidecars(place.path)):
                if path.is_file():
                    aside = path.with_name(f"{path.name}.replaced")
                    path.replace(aside)
                    self._aside.append((path, aside))

    def put_back(self) -> None:
        """Undo the replacement; the unfinished output must be deleted before."""
        for path, aside in self._aside:
            aside.replace(path)

    def forget(self) -> None:
        """Let go of what was replaced."""
        for _, aside in self._aside:
            aside.unlink(missing_ok=True)


def delete_output(destination: str, context: QgsProcessingContext, *, shares_file: bool = False) -> bool:
    """Take away an output layer again, memory layer, file or table; False where it cannot be.

    `destination` is what `parameterAsSink` returned. Its sink must be closed. With `shares_file` the file was
    there before, and only the table goes.
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
            tables = [entry.tableName() for entry in connection.tables()]
            if shares_file or tables != [table]:
                if table in tables:
                    connection.dropVectorTable("", table)
                return True
        path.unlink()
        for sidecar in _sidecars(path):
            sidecar.unlink(missing_ok=True)
    except (OSError, QgsProviderConnectionException):
        return False
    return True


def _sidecars(path: Path) -> list[Path]:
    return [path.with_suffix(suffix) for suffix in _SIDECARS.get(path.suffix.lower(), ())]


def place_of(value: Any, context: QgsProcessingContext) -> Place | None:
    """Return the place a destination names, None for memory, databases and what is not wanted."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext())
    if not isinstance(value, str) or value in ("", QgsProcessing.TEMPORARY_OUTPUT):
        return None
    table = _OGR_TABLE.match(value)
    if table:
        return Place(Path(table["path"]).resolve(), table["table"] or "")
    if _PROVIDER.match(value):
        return None
    return Place(Path(value).resolve())


def _input_places(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[Place]:
    places = []
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination() or definition.type() not in ("source", "vector"):
            continue
        layer = algorithm.parameterAsVectorLayer(parameters, definition.name(), context)
        if layer is not None:
            parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
            if parts.get("path"):
                places.append(
                    Place(Path(parts["path"]).resolve(), parts.get("layerName") or _first_table(layer))
                )
    return places


def _first_table(layer: QgsVectorLayer) -> str:
    """Return the table that a file opened without naming one shows: its first."""
    tables = layer.dataProvider().subLayers()
    return tables[0].split(QgsDataProvider.sublayerSeparator())[1] if tables else ""


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
