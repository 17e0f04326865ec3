"""The Processing provider: every algorithm of the plugin, each with the presentation of its outputs."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..processing_algorithms import algorithm_classes
from ..processing_algorithms.base import ICON
from ..processing_algorithms.metadata import NAME, VERSION
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
            self.addAlgorithm(algorithm_class(StyledOutputs(f"{PROVIDER_ID}:{name}")))
