"""The Processing provider: every algorithm of the plugin, each with the presentation of its outputs."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..processing_algorithms import algorithm_classes
from ..processing_algorithms.base import ICON
from ..processing_algorithms.metadata import NAME, VERSION
from ..processing_algorithms.outputs.printing import PrintedAlgorithm
from .layouts.printing import PrintedMaps
from .models import MODELS, ShippedModel
from .presentation import StyledOutputs

PROVIDER_ID = "innovationclusters"


class InnovationClustersProvider(QgsProcessingProvider):
    """Shows up as "Innovation Clusters" in the toolbox and as `innovationclusters` on the command line."""

    def id(self) -> str:
        return PROVIDER_ID

    def name(self) -> str:
        return NAME

    def longName(self) -> str:
        return f"{NAME} {VERSION}"

    def versionInfo(self) -> str:
        return VERSION

    def helpId(self) -> str:
        return PROVIDER_ID

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        # The one format that carries styles, several layers, long field names and Korean.
        return "gpkg"

    def loadAlgorithms(self) -> None:
        for algorithm_class in algorithm_classes():
            name = algorithm_class().name()
            presentation = StyledOutputs(f"{PROVIDER_ID}:{name}")
            if issubclass(algorithm_class, PrintedAlgorithm):
                self.addAlgorithm(algorithm_class(presentation, PrintedMaps()))
            else:
                self.addAlgorithm(algorithm_class(presentation))
        if QgsApplication.processingRegistry().providerById(PROVIDER_ID) is not None:
            self._add_models()

    def load_models(self) -> None:
        """Add the models, once the provider is registered: a model asks the registry for its steps."""
        self._add_models()
        self.algorithmsLoaded.emit()

    def _add_models(self) -> None:
        for path in sorted(MODELS.glob("*.model3")):
            try:
                model = ShippedModel(path, StyledOutputs(f"{PROVIDER_ID}:{path.stem}"))
            except ValueError as error:
                QgsMessageLog.logMessage(str(error), NAME, Qgis.MessageLevel.Warning)
            else:
                self.addAlgorithm(model)
