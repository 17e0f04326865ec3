"""How output layers reach the user: styled, named, grouped, and with the history of their making.

A style goes two ways. It is written into the GeoPackage as the layer's default style, with the further ones
beside it, so that they are there wherever the file is opened, also after a run without a window. And a layer
that QGIS loads gets them from a post-processor, which reaches temporary layers too.

A style that the user has set as default is never replaced: neither one set in Processing, for an output or
for all layers of a kind, nor one saved in the file. Ours then stand beside it in the menu of styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsNotSupportedException,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..processing_algorithms.base import OutputLayer, tr
from ..processing_algorithms.output_language import in_output_language
from . import styles
from .output_metadata import output_metadata, told_count

# QGIS reads a .qml and a .qmd beside these when it opens them.
FORMATS_WITH_SIDECARS = (".shp", ".geojson", ".json", ".fgb", ".gml", ".tab")

# A web of lines over the map, where a run makes them beside what it is for: there to be ticked.
BESIDE = ("links",)

# QGIS holds only the address of a post-processor, and a model ends the life of its steps before it loads
# layers.
_waiting: list[LayerDresser] = []
# Runs present in threads of their own, several at a time.
_waiting_lock = Lock()


class StyledOutputs:
    """The presentation handed to one algorithm; `algorithm` is its id with that of the provider."""

    def __init__(self, algorithm: str) -> None:
        self._algorithm = algorithm

    def present(
        self, layers: Iterable[OutputLayer], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[object]:
        """Style every layer where it is stored, and have it styled when QGIS loads it.

        Sinks must be closed. A style or metadata that cannot be stored is a warning: the data is what counts.
        """
        with _waiting_lock:
            _waiting[:] = [dresser for dresser in _waiting if not dresser.done]
        dressers: list[object] = []
        outputs = list(layers)
        counts = [count for output in outputs if (count := _count(output, context))]
        for output in outputs:
            problems, keep = _store(output, self._algorithm, counts, context)
            for problem in problems:
                feedback.pushWarning(
                    tr("The style of {layer} could not be stored with it: {problem}").format(
                        layer=output.name, problem=problem
                    )
                )
            if context.willLoadLayerOnCompletion(output.destination):
                details = context.layerToLoadOnCompletionDetails(output.destination)
                # A model's designer has named its outputs; a name nobody chose is the parameter's label.
                if details.name in ("", self._label(details.outputName)):
                    details.name = output.name
                details.groupName = output.group
                # QGIS puts the highest key on top.
                details.layerSortKey = -output.order
                dresser = LayerDresser(output, self._algorithm, details.outputName, counts, keep=keep)
                dressers.append(dresser)
                with _waiting_lock:
                    _waiting.append(dresser)
                details.setPostProcessor(dresser)
        return dressers

    def _label(self, output: str) -> str:
        algorithm = QgsApplication.processingRegistry().algorithmById(self._algorithm)
        definition = algorithm.parameterDefinition(output) if algorithm else None
        return definition.description() if definition else ""


def let_go() -> None:
    """Drop what still waits for a layer to be loaded: nothing of ours may outlive the plugin."""
    with _waiting_lock:
        _waiting.clear()


class LayerDresser(QgsProcessingLayerPostProcessorInterface):
    """Styles one output layer once QGIS has loaded it; `done` afterwards. One per layer, never shared."""

    def __init__(
        self,
        output: OutputLayer,
        algorithm: str,
        output_name: str,
        counts: Sequence[str] = (),
        *,
        keep: bool = False,
    ) -> None:
        """`keep` tells that the file has a default style of the user, which stays the one that is shown."""
        super().__init__()
        self.done = False
        self._output = output
        self._algorithm = algorithm
        self._output_name = output_name
        self._counts = counts
        self._keep = keep

    @in_output_language
    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self.done = True
        if not isinstance(layer, QgsVectorLayer):
            return
        output = self._output
        layer.setMetadata(output_metadata(output, layer, self._algorithm, self._counts))
        if self._keep or _has_users_style(self._algorithm, self._output_name, layer):
            problems = styles.offer(output.style, layer, output.fields, with_own=True)
        else:
            problems = styles.dress(output.style, layer, output.fields)
        for problem in problems:
            feedback.pushWarning(
                tr("{layer} could not be styled: {problem}").format(layer=output.name, problem=problem)
            )
        if output.style in BESIDE and output.order > 0:
            _untick(layer)
        layer.triggerRepaint()


def _untick(layer: QgsVectorLayer) -> None:
    """Leave a layer out of the map; it is in the tree of the project already, if it comes there."""
    project = QgsProject.instance()
    node = project.layerTreeRoot().findLayer(layer.id()) if project is not None else None
    if node is not None:
        node.setItemVisibilityChecked(False)


def _has_users_style(algorithm: str, output_name: str, layer: QgsVectorLayer) -> bool:
    """Tell whether the user has set a style in Processing: for this output with "Edit rendering styles for
    outputs", or in the options for all layers of its geometry.
    """
    try:
        from processing.core.ProcessingConfig import ProcessingConfig
        from processing.gui.RenderingStyles import RenderingStyles
    except ImportError:
        return False
    if RenderingStyles.getStyle(algorithm, output_name):
        return True
    setting = {
        Qgis.GeometryType.Point: ProcessingConfig.VECTOR_POINT_STYLE,
        Qgis.GeometryType.Line: ProcessingConfig.VECTOR_LINE_STYLE,
        Qgis.GeometryType.Polygon: ProcessingConfig.VECTOR_POLYGON_STYLE,
    }.get(layer.geometryType())
    return bool(setting and ProcessingConfig.getSetting(setting))


def _opened(output: OutputLayer, context: QgsProcessingContext) -> tuple[QgsVectorLayer, Path] | None:
    """Open an output where its format can keep a style, with the path of its file; None elsewhere."""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", output.destination)
    path = Path(parts.get("path") or "")
    extension = path.suffix.lower()
    if not path.is_file() or extension not in (".gpkg", *FORMATS_WITH_SIDECARS):
        return None
    if extension == ".gpkg" and not parts.get("layerName"):
        # QGIS names the table after the file, and stores metadata only with a table that is named.
        parts["layerName"] = path.stem
    layer = QgsVectorLayer(
        registry.encodeUri("ogr", parts),
        output.name,
        "ogr",
        QgsVectorLayer.LayerOptions(context.transformContext()),
    )
    return layer, path


def _count(output: OutputLayer, context: QgsProcessingContext) -> str:
    """Return how many rows an output has; empty where only reading it would tell."""
    temporary = context.temporaryLayerStore().mapLayer(output.destination)
    if isinstance(temporary, QgsVectorLayer):
        return told_count(output, temporary)
    opened = _opened(output, context)
    return told_count(output, opened[0]) if opened and opened[0].isValid() else ""


def _store(
    output: OutputLayer, algorithm: str, counts: Sequence[str], context: QgsProcessingContext
) -> tuple[list[str], bool]:
    """Store style and metadata with the layer, in whichever way its format allows; return what went wrong,
    and whether a default style of the user is there, which then stays.
    """
    temporary = context.temporaryLayerStore().mapLayer(output.destination)
    if temporary is not None:
        if isinstance(temporary, QgsVectorLayer) and not context.willLoadLayerOnCompletion(
            output.destination
        ):
            temporary.setMetadata(output_metadata(output, temporary, algorithm, counts))
            return styles.dress(output.style, temporary, output.fields), False
        return [], False
    opened = _opened(output, context)
    if opened is None:
        return [], False
    layer, path = opened
    if not layer.isValid():
        return [layer.error().summary()], False
    metadata = output_metadata(output, layer, algorithm, counts)
    if path.suffix.lower() == ".gpkg":
        problems, keep = _store_in_geopackage(output, layer)
        try:
            saved, problem = QgsProviderRegistry.instance().saveLayerMetadata("ogr", layer.source(), metadata)
        except QgsNotSupportedException as error:
            saved, problem = False, str(error)
        problems.append("" if saved else problem)
    else:
        problems, keep = _store_beside(output, layer, path)
        layer.setMetadata(metadata)
        answer, saved = layer.saveNamedMetadata(str(path.with_suffix(".qmd")))
        problems.append("" if saved else answer)
    return [problem for problem in problems if problem], keep


def _store_in_geopackage(output: OutputLayer, layer: QgsVectorLayer) -> tuple[list[str], bool]:
    """Store the style of an output and the further ones; those of an earlier run, perhaps in another
    language, make room.
    """
    registry, source = QgsProviderRegistry.instance(), layer.source()
    # Before anything is written: QGIS holds a file open for a minute that it reads after writing to it.
    wanted = list(styles.stored(output.style, layer, output.fields))
    default = registry.loadStyle("ogr", source, "")
    keep = bool(default) and not styles.is_ours(default)
    related, ids, *_ = layer.listStylesInDatabase()
    for identifier in ids[:related]:
        if styles.is_ours(layer.getStyleFromDatabase(identifier)[0]):
            layer.deleteStyleFromDatabase(identifier)
    problems = []
    for place, (name, qml, problem) in enumerate(wanted):
        problems.append(problem)
        if qml:
            # Not layer.saveStyleToDatabase, which would store the name of this machine's font.
            is_default = place == 0 and not keep
            saved = registry.saveStyle("ogr", source, qml, "", name, output.name, "", is_default, "")
            problems.append("" if saved else tr("the file refused it"))
    return problems, keep


def _store_beside(output: OutputLayer, layer: QgsVectorLayer, path: Path) -> tuple[list[str], bool]:
    """Store the style of an output in a file beside that of the layer, which QGIS reads when it opens it."""
    beside = path.with_suffix(".qml")
    try:
        if beside.is_file() and not styles.is_ours(beside.read_text(encoding="utf-8", errors="replace")):
            return [], True
        problem = styles.apply(output.style, layer, output.fields)
        if not problem:
            beside.write_text(styles.exported(layer), encoding="utf-8")
    except OSError as error:
        problem = str(error)
    return [problem], False
