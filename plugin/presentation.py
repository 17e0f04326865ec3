"""How output layers reach the user: styled, named, grouped, and with the history of their making.

A style goes two ways. It is written into the GeoPackage as the layer's default style, so that it is there
wherever the file is opened, also after a run without a window. And a layer that QGIS loads gets it from a
post-processor, which reaches temporary layers too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from qgis.core import (
    Qgis,
    QgsAbstractMetadataBase,
    QgsApplication,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsNotSupportedException,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime

from ..processing_algorithms.base import OutputLayer, tr
from ..processing_algorithms.metadata import HOMEPAGE, NAME
from . import styles

# QGIS reads a .qml and a .qmd beside these when it opens them.
FORMATS_WITH_SIDECARS = (".shp", ".geojson", ".json", ".fgb", ".gml", ".tab")

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
        for output in layers:
            for problem in _store(output, context):
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
                dresser = LayerDresser(output, self._algorithm, details.outputName)
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

    def __init__(self, output: OutputLayer, algorithm: str, output_name: str) -> None:
        super().__init__()
        self.done = False
        self._output = output
        self._algorithm = algorithm
        self._output_name = output_name

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self.done = True
        if not isinstance(layer, QgsVectorLayer):
            return
        layer.setMetadata(_metadata(self._output, layer))
        if _has_users_style(self._algorithm, self._output_name):
            return
        problem = styles.apply(self._output.style, layer, self._output.fields)
        if problem:
            feedback.pushWarning(
                tr("{layer} could not be styled: {problem}").format(layer=self._output.name, problem=problem)
            )
        layer.triggerRepaint()


def _has_users_style(algorithm: str, output_name: str) -> bool:
    """Tell whether the user has set "Edit rendering styles for outputs" of the toolbox for this output."""
    try:
        from processing.gui.RenderingStyles import RenderingStyles
    except ImportError:
        return False
    return bool(RenderingStyles.getStyle(algorithm, output_name))


def _store(output: OutputLayer, context: QgsProcessingContext) -> list[str]:
    """Store style and metadata with the layer, in whichever way its format allows; return what went wrong."""
    temporary = context.temporaryLayerStore().mapLayer(output.destination)
    if temporary is not None:
        if isinstance(temporary, QgsVectorLayer) and not context.willLoadLayerOnCompletion(
            output.destination
        ):
            temporary.setMetadata(_metadata(output, temporary))
            problem = styles.apply(output.style, temporary, output.fields)
            return [problem] if problem else []
        return []
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", output.destination)
    path = Path(parts.get("path") or "")
    extension = path.suffix.lower()
    if not path.is_file() or extension not in (".gpkg", *FORMATS_WITH_SIDECARS):
        return []
    if extension == ".gpkg" and not parts.get("layerName"):
        # QGIS names the table after the file, and stores metadata only with a table that is named.
        parts["layerName"] = path.stem
    layer = QgsVectorLayer(
        registry.encodeUri("ogr", parts),
        output.name,
        "ogr",
        QgsVectorLayer.LayerOptions(context.transformContext()),
    )
    if not layer.isValid():
        return [layer.error().summary()]
    problems = [styles.apply(output.style, layer, output.fields)]
    metadata = _metadata(output, layer)
    if extension == ".gpkg":
        # Not layer.saveStyleToDatabase, which would store the name of this machine's font.
        qml = styles.exported(layer)
        saved = registry.saveStyle("ogr", layer.source(), qml, "", output.style, output.name, "", True, "")
        problems.append("" if saved else tr("the file refused it"))
        try:
            saved, problem = registry.saveLayerMetadata("ogr", layer.source(), metadata)
        except QgsNotSupportedException as error:
            saved, problem = False, str(error)
        problems.append("" if saved else problem)
    else:
        layer.setMetadata(metadata)
        for answer, saved in (
            layer.saveNamedStyle(str(path.with_suffix(".qml")), styles.CATEGORIES),
            layer.saveNamedMetadata(str(path.with_suffix(".qmd"))),
        ):
            problems.append("" if saved else answer)
    return [problem for problem in problems if problem]


def _metadata(output: OutputLayer, layer: QgsVectorLayer) -> QgsLayerMetadata:
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(output.name)
    metadata.setAbstract(_abstract(output.style))
    metadata.setHistory(list(output.history))
    metadata.setRights([_rights(output.style)])
    metadata.setCrs(layer.crs())
    metadata.setDateTime(Qgis.MetadataDateType.Created, QDateTime.currentDateTimeUtc())
    metadata.addLink(QgsAbstractMetadataBase.Link(NAME, "WWW:LINK", HOMEPAGE))
    return metadata


def _abstract(style: str) -> str:
    match style:
        case "clusters":
            return tr(
                "Innovation clusters as polygons, with counts, shares of the totals in per cent, score "
                "(sum of the shares) and rank."
            )
        case "ranking":
            return tr("The ranking of the innovation clusters as a table.")
        case "sites":
            return tr(
                "The distinct coordinates of all addresses, with their weight, their cluster and their role "
                "in it. Sites without a cluster are noise."
            )
        case "density_clusters":
            return tr("Points with the cluster and the role that weighted density clustering gave them.")
        case "boundaries":
            return tr("Boundaries of clusters of points, with statistics per cluster.")
        case "rank_changes" | "comparison":
            return tr(
                "The clusters of two editions compared: which is which, what became of the others, ranks and "
                "output."
            )
        case "addresses":
            return tr("Addresses ready for clustering, with record, weight, economy and organisation.")
        case "clustered_addresses":
            return tr("Addresses with the number of the cluster each is in.")
        case "links":
            return tr("Lines between clusters that share records, with what they share.")
        case "partners":
            return tr("What every cluster makes alone and with others, and with whom most.")
        case "merges":
            return tr("Pairs of close clusters, with what speaks for and against merging them.")
        case "organisations":
            return tr("The leading organisations of every cluster, with their shares of its records.")
        case "fields":
            return tr("The mix of fields of every cluster, beside that of all clusters together.")
        case "suspicious_sites":
            return tr("Places of addresses that are wrong or doubtful, each with its reasons.")
        case "geocoding":
            return tr("How exactly addresses are located, by economy, beside the figures of GII 2024.")
        case "heaviest_sites":
            return tr("The places with the most addresses.")
        case "parameter_candidates":
            return tr("Pairs of a distance and a minimum density that were tried, with what each makes.")
        case "k_distances":
            return tr("How far addresses have to reach for the proposed minimum density, in order.")
        case "rejects":
            return tr("Rows that could not be used, each with the reason.")
    return ""


def _rights(style: str) -> str:
    if style in ("clusters", "ranking", "sites"):
        return tr(
            "Computed from the user's own data after the method of WIPO's Global Innovation Index. Not a "
            "publication of WIPO."
        )
    return tr("Computed from the user's own data.")
