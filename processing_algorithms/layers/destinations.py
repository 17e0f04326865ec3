"""Where outputs go: whether that place can be written to, what was there before, and how to take a
half-written layer away again.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import threading
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProperty,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorFileWriter,
)

from ...analysis.errors import InputError
from .stored import vector_layer
from .swapping import MadeTable

# A destination of a provider, as QGIS tells it from a path: a drive has one letter.
_PROVIDER = re.compile(r"^(?P<key>.{3,}?):(?P<uri>.*)$", re.DOTALL)

_SINGLE_TABLE = {
    ".shp", ".dbf", ".tab", ".mif", ".csv", ".geojson", ".geojsonl", ".json", ".fgb", ".gml", ".parquet",
}  # fmt: skip

_SIDECARS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qmd", ".qix", ".sbn", ".sbx", ".idm", ".ind"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".csv": (".csvt", ".prj"),
    ".gml": (".xsd", ".gfs"),
}
# Spreadsheet programs take a CSV file to be in the system's encoding where it has no byte order mark. GDAL
# quotes whole numbers unless told that only what needs it is to be quoted.
_CSV_OPTIONS = ["WRITE_BOM=YES", "STRING_QUOTING=IF_NEEDED"]
_UTF_8 = "UTF-8"
# What the dialogs of Processing hand over where nobody has chosen an encoding.
_NO_ENCODING = ("", "system", "utf-8", "utf8")

# In the folder where an output is made: what it takes the place of.
_EARLIER = "earlier"

# A disk may need a second to let go of a file of gigabytes, and nobody who cancels waits for that.
PATIENCE_SECONDS = 0.2

_JOURNALS = dict.fromkeys((".gpkg", ".sqlite", ".db"), ("-wal", "-shm", "-journal"))


@dataclass
class Place:
    """Where an output goes: a file, or one table of a database file, and what was there before this run.

    `table` is None where the output is all of the file: such a file is made in a folder beside it, `working`,
    and takes its place whole. A table of a GeoPackage is made in it under another name, `working_table`, and
    takes its place whole, too. Whatever ends the run before, be it the power, what was there is as it was.
    `appends` says that rows are added to what is there.
    """

    path: Path
    table: str | None = None
    appends: bool = False
    _made_in: Path | None = field(default=None, init=False)
    _taken: list[Path] = field(default_factory=list, init=False)
    _file_was_there: bool = field(default=False, init=False)
    _made_table: MadeTable | None = field(default=None, init=False)
    replaced: bool = field(default=False, init=False)

    @property
    def working(self) -> Path:
        """Where to write: the file itself, or, once prepared, that in the folder beside it."""
        return self.path if self._made_in is None else self._made_in / self.path.name

    @property
    def working_table(self) -> str | None:
        """The table to write; None where the output is all of the file."""
        return self.table if self._made_table is None else self._made_table.made_as

    def settled(self, destination: str) -> str:
        """Return what a sink's destination will be called when the output has taken its place."""
        if self._made_table is not None:
            return destination.replace(self._made_table.made_as, self._made_table.name)
        return destination.replace(str(self.working), str(self.path))

    def prepare(self) -> None:
        """Make the folder for the file, or a name for the table; of other databases note what they hold.

        To be called before the sink is made. Raises OSError, and then everything is as it was.
        """
        self._file_was_there = self.path.exists()
        if self.table is None and not self.appends:
            # Beside the file: the name stays the file's own, and moving stays on one disk.
            self._made_in = Path(tempfile.mkdtemp(prefix=f"{self.path.name}.", dir=self.path.parent))
        elif self.table is not None and not self.appends and self.path.suffix.lower() == ".gpkg":
            self._made_table = MadeTable(self.path, self.table)
        elif self._file_was_there:
            self.replaced = self.appends or str(self.table).lower() in _tables(self.path)

    def remains(self) -> list[str]:
        """Return the folders or tables that runs broken off while they made this output have left.

        That of a run that is still at it looks the same.
        """
        if self._made_table is not None:
            return self._made_table.remains()
        name = re.compile(re.escape(self.path.name) + r"\.[a-z0-9_]{8}")
        return sorted(
            str(folder)
            for folder in self.path.parent.iterdir()
            if folder != self._made_in and name.fullmatch(folder.name) and folder.is_dir()
        )

    def take(self) -> None:
        """Put the finished file or table in its place, with its sidecars; keep an earlier one until `keep`.

        Raises OSError; `undo` then puts everything back.
        """
        if self._made_table is not None:
            self._made_table.take()
        if self._made_in is None:
            return
        earlier = self._made_in / _EARLIER
        earlier.mkdir()
        for file in _files(self.path):
            self._set_aside(file, earlier / file.name)
        for file in sorted(self._made_in.iterdir()):
            if file != earlier:
                target = self.path.with_name(file.name)
                file.replace(target)
                self._taken.append(target)

    def _set_aside(self, file: Path, target: Path) -> None:
        # A second name for the file, where the disk can give one: then there is no moment without the first.
        if file == self.path and not file.is_symlink():
            with suppress(OSError):
                os.link(file, target)
                return
        file.rename(target)

    def undo(self, destination: str, context: QgsProcessingContext) -> bool:
        """Take away what this run has made here and put back what was there; False where it cannot be.

        `destination` is what `parameterAsSink` returned, empty where there is no sink.
        """
        _forget_loading(destination, context)
        if self.appends:
            # Among the earlier rows nothing can be told apart, and no one is to delete them.
            return self._file_was_there or not destination or delete_output(destination, context)
        if self._made_table is not None:
            return self._undo_table(self._made_table)
        if self.table is not None and self._file_was_there:
            return not destination or _drop_table(destination, context)
        if self.table is not None:
            return not destination or delete_output(destination, context)
        if self._made_in is None:
            return True
        try:
            for file in self._taken:
                file.unlink()
            self._taken.clear()
            self._put_back()
            _take_away(self._made_in)
        except OSError:
            return False
        self._made_in = None
        return True

    def _undo_table(self, made: MadeTable) -> bool:
        try:
            made.undo()
            # Of a file that this run has made, the first table goes last.
            if not self._file_was_there and not _tables(self.path):
                for file in _files(self.path):
                    file.unlink()
        except OSError:
            return False
        return True

    def keep(self) -> None:
        """Let go of what was there before."""
        if self._made_table is not None:
            # What stays is named by the next run.
            with suppress(OSError):
                self._made_table.keep()
        if self._made_in is not None:
            with suppress(OSError):
                _take_away(self._made_in)
            self._made_in = None
            self._taken.clear()

    def _put_back(self) -> None:
        if self._made_in is not None and (self._made_in / _EARLIER).is_dir():
            for file in (self._made_in / _EARLIER).iterdir():
                file.replace(self.path.with_name(file.name))


def _take_away(folder: Path) -> None:
    """Take a folder away. Raises OSError.

    What takes longer than PATIENCE_SECONDS goes on in a thread, which the end of Python waits for; what that
    cannot take away, the next run tells of.
    """
    problems: list[OSError] = []

    def take() -> None:
        try:
            shutil.rmtree(folder)
        except OSError as error:
            problems.append(error)

    taking = threading.Thread(target=take)
    taking.start()
    taking.join(PATIENCE_SECONDS)
    if problems:
        raise problems[0]


def is_scratch(parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> bool:
    """Say whether the output `name` is a layer in memory."""
    value, _ = _destination(parameters, name, context)
    return value == QgsProcessing.TEMPORARY_OUTPUT or value.startswith("memory:")


def _destination(parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> tuple[str, bool]:
    """Return where an output is to go as a text, empty for nowhere, and whether its rows are appended."""
    value = parameters.get(name)
    appends = False
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        appends = value.useRemapping()
        value = value.sink
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext())
    return value if isinstance(value, str) else "", appends


def place_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> Place | None:
    """Return where the output `name` goes; None where that is memory, a server or a temporary file."""
    value, appends = _destination(parameters, name, context)
    if not value or is_scratch(parameters, name, context):
        return None
    provider = _PROVIDER.match(value)
    if provider:
        if provider["key"] != "ogr":
            return None
        uri = QgsDataSourceUri(provider["uri"])
        path = Path(uri.database() or provider["uri"]).absolute()
        if path.suffix.lower() in _SINGLE_TABLE:
            return Place(path, None, appends)
        return Place(path, uri.table() or path.stem, appends)
    if appends:
        # Rows go to a layer that is there, named as a layer to open is.
        parts = QgsProviderRegistry.instance().decodeUri("ogr", value)
        path = Path(parts.get("path") or value).absolute()
        return Place(path, parts.get("layerName") or path.stem, appends)
    path = Path(value).absolute()
    is_layer = isinstance(algorithm.parameterDefinition(name), QgsProcessingParameterFeatureSink)
    if is_layer and not QgsVectorFileWriter.driverForExtension(path.suffix[1:]):
        # QGIS makes a GeoPackage of what it does not know.
        path = path.with_name(f"{path.name}.gpkg")
    return Place(path, None, appends)


def asked_of_sink(
    parameters: dict[str, Any], name: str, place: Place | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the parameters and the options with which `parameterAsSink` makes the output `name`: in the
    folder or as the table where it is to be made.

    A CSV file is UTF-8 with its mark, unless another encoding has been chosen for it: then it has no mark.
    """
    if place is None or place.appends:
        return parameters, {}
    value = parameters.get(name)
    if place.table is not None:
        if place.working_table == place.table:
            return parameters, {}
        uri = QgsDataSourceUri()
        uri.setDatabase(str(place.path))
        uri.setTable(place.working_table)
        return parameters | {name: _moved(value, f"ogr:{uri.uri(False)}")}, {}
    is_csv = place.path.suffix.lower() == ".csv"
    of_file: dict[str, Any] = {"fileEncoding": _UTF_8, "layerOptions": _CSV_OPTIONS}
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        options = {"createOptions": of_file, "layerOptions": _CSV_OPTIONS} if is_csv else {}
        return parameters | {name: str(place.working)}, options
    definition = _moved(value, str(place.working))
    encoding = str(value.createOptions.get("fileEncoding") or "")
    if not is_csv or encoding.lower() not in _NO_ENCODING:
        return parameters | {name: definition}, {}
    definition.createOptions = value.createOptions | of_file
    return parameters | {name: definition}, {"layerOptions": _CSV_OPTIONS}


def _moved(value: Any, sink: str) -> Any:
    """Return what is asked for an output with another place for it."""
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return sink
    definition = QgsProcessingOutputLayerDefinition(value)
    definition.sink = QgsProperty.fromValue(sink)
    return definition


def load_from(working: str, destination: str, context: QgsProcessingContext) -> None:
    """Have a layer that is loaded on completion loaded from where it will be then."""
    to_load = context.layersToLoadOnCompletion()
    details = to_load.pop(working, None)
    if details is not None:
        to_load[destination] = details
        context.setLayersToLoadOnCompletion(to_load)


def require_writable(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Raise InputError where an output's file cannot be written, would replace an input or another output.

    Called before any work, because QGIS itself finds out only when the results are ready. Databases are left
    to their own answer.
    """
    inputs = _inputs(algorithm, parameters, context)
    taken: list[tuple[Hashable, str | None, str]] = []
    for definition in algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingDestinationParameter):
            continue
        name = definition.name()
        place = place_of(algorithm, parameters, name, context)
        if place is None:
            continue
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            _require_folder(name, _nearest_existing(place.path))
            continue
        file = _identity(place.path)
        if any(_collide(file, place.table, *used) for used in inputs):
            _refuse_input(name, place)
        for other_file, other_table, label in taken:
            if _collide(file, place.table, other_file, other_table):
                _refuse_other(name, place, label)
        taken.append((file, place.table, definition.description()))
        _require_folder(name, place.path.parent)
        _require_replaceable(name, place.path)


def require_no_input(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    path: Path,
    context: QgsProcessingContext,
) -> None:
    """Raise InputError where a file of the output `name`, a folder of files, is one of the inputs."""
    file = _identity(path)
    if any(file == used for used, _ in _inputs(algorithm, parameters, context)):
        _refuse_input(name, Place(path))


def delete_output(destination: str, context: QgsProcessingContext) -> bool:
    """Take away an output layer that this run has made: memory layer, file, or table of a database file that
    it has made; False where it cannot be.

    `destination` is what `parameterAsSink` returned. Its sink must be closed.
    """
    _forget_loading(destination, context)
    if context.temporaryLayerStore().mapLayer(destination) is not None:
        context.temporaryLayerStore().removeMapLayer(destination)
        return True
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    path = Path(parts.get("path") or destination)
    table = parts.get("layerName")
    try:
        if not path.is_file():
            return False
        if table and _tables(path) - {table.lower()}:
            return _drop_table(destination, context)
        for file in _files(path):
            file.unlink()
    except OSError:
        return False
    return True


def _drop_table(destination: str, context: QgsProcessingContext) -> bool:
    """Take one table away and leave the file, whatever else it holds or does not hold."""
    _forget_loading(destination, context)
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    if not parts.get("layerName"):
        return False
    try:
        provider = QgsProviderRegistry.instance().providerMetadata("ogr")
        provider.createConnection(str(parts["path"]), {}).dropVectorTable("", parts["layerName"])
    except QgsProviderConnectionException:
        return False
    return True


def _forget_loading(destination: str, context: QgsProcessingContext) -> None:
    to_load = context.layersToLoadOnCompletion()
    if to_load.pop(destination, None) is not None:
        context.setLayersToLoadOnCompletion(to_load)


def _files(path: Path) -> list[Path]:
    """Return the file and its sidecars, as far as they exist."""
    suffix = path.suffix.lower()
    names = [path]
    names += [path.with_suffix(end) for end in _SIDECARS.get(suffix, ())]
    names += [path.with_name(path.name + end) for end in _JOURNALS.get(suffix, ())]
    return [name for name in names if name.is_file() or name.is_symlink()]


def _tables(path: Path) -> set[str]:
    """Return the names of the tables of a file, in small letters: databases do not tell case apart."""
    return {details.name().lower() for details in _sublayers(path)}


def _sublayers(path: Path) -> list[Any]:
    return list(QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path)))


def _identity(path: Path) -> Hashable:
    """Return what is equal for all names of one file: links, `..`, letters that the system does not tell
    apart.
    """
    try:
        status = path.stat()
    except OSError:
        return os.path.normcase(path.resolve())
    return status.st_dev, status.st_ino


def _collide(file: Hashable, table: str | None, other_file: Hashable, other_table: str | None) -> bool:
    if file != other_file:
        return False
    return table is None or other_table is None or table.lower() == other_table.lower()


def _refuse_input(parameter: str, place: Place) -> None:
    if place.table is None:
        raise InputError(
            parameter,
            "The file {file} is also the input and would be overwritten. Choose another name.",
            file=place.path.name,
        )
    raise InputError(
        parameter,
        "The table {table} of {file} is also the input and would be overwritten. Choose another name.",
        table=place.table,
        file=place.path.name,
    )


def _refuse_other(parameter: str, place: Place, other: str) -> None:
    if place.table is None:
        raise InputError(
            parameter,
            "The file {file} is also chosen for {other}. Choose another name.",
            file=place.path.name,
            other=other,
        )
    raise InputError(
        parameter,
        "The table {table} of {file} is also chosen for {other}. Choose another name.",
        table=place.table,
        file=place.path.name,
        other=other,
    )


def _inputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[tuple[Hashable, str | None]]:
    """Return file and table of every input layer; None for the table where it is not known which."""
    used: list[tuple[Hashable, str | None]] = []
    for definition in algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        if definition.isDestination() or not parameters.get(name):
            continue
        layers: list[QgsMapLayer | None] = []
        if kind in ("source", "vector"):
            layers = [vector_layer(algorithm, parameters, name, context)]
        elif kind in ("raster", "layer", "mesh", "pointcloud"):
            layers = [algorithm.parameterAsLayer(parameters, name, context)]
        elif kind == "multilayer":
            layers = list(algorithm.parameterAsLayerList(parameters, name, context))
        elif kind == "file":
            used.append((_identity(Path(algorithm.parameterAsFile(parameters, name, context))), None))
        for layer in layers:
            if layer is not None:
                used += _stored_in(layer)
    return used


def _stored_in(layer: QgsMapLayer) -> list[tuple[Hashable, str | None]]:
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    if not parts.get("path"):
        return []
    path = Path(parts["path"])
    table = parts.get("layerName")
    if not table and layer.providerType() == "ogr":
        number = int(parts.get("layerId") or 0)
        table = next((found.name() for found in _sublayers(path) if found.layerNumber() == number), None)
    return [(_identity(path), table or None)]


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
