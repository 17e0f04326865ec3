"""Models that ship with the plugin, in the user's language; scripts/models.py makes their files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
)
from qgis.PyQt.QtGui import QIcon

from ..processing_algorithms.base import (
    ICON,
    OutputLayer,
    Presentation,
    help_page,
    history_of,
    lack,
    let_go,
    page_of,
    tr,
)
from ..processing_algorithms.choices import label
from ..processing_algorithms.inputs.common_choices import labelled_kinds, metrics

MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"


# What one step adds to the addresses and the next reads by this name.
MADE_FIELDS = ("cluster_id", "merged_id")

# Files of models hold no labels of choices.
LABELS = {"METRIC": metrics, "KIND": labelled_kinds}


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model of the provider. QGIS has no way to translate a model, so that its texts are translated here.

    Raises ValueError where the file is no model.
    """

    def __init__(self, path: Path, presentation: Presentation) -> None:
        super().__init__()
        if not self.fromFile(str(path)):
            raise ValueError(f"{path.name} cannot be read as a model")
        self._path = path
        self._presentation = presentation
        self._kept_alive: list[object] = []
        # First, because it makes outputs anew. Progress and errors name steps by these.
        for step in self.childAlgorithms().values():
            if step.algorithm() is not None:
                step.setDescription(step.algorithm().displayName())
                self.setChildAlgorithm(step)
        texts = self.helpContent()
        self._texts = {name: tr(text) for name, text in texts.items()}
        # After loading: the names of outputs follow from their labels and must stay as they are.
        for definition in self.parameterDefinitions():
            name = definition.name()
            definition.setDescription(tr(definition.description()))
            if name in LABELS:
                label(definition, LABELS[name]())
            if name in texts:
                definition.setHelp(self._texts[name])
            if definition.isDestination():
                # A step that is left out has none, and not everyone wants what the others hand out.
                definition.setFlags(definition.flags() | Qgis.ProcessingParameterFlag.Optional)
        for output in self.outputDefinitions():
            output.setDescription(tr(output.description()))

    def createInstance(self) -> ShippedModel:
        return ShippedModel(self._path, self._presentation)

    def displayName(self) -> str:
        return self._texts["TITLE"]

    def group(self) -> str:
        return tr("Models")

    def groupId(self) -> str:
        return "models"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def shortDescription(self) -> str:
        return self._texts["SHORT_DESCRIPTION"]

    def tags(self) -> list[str]:
        return self._texts["TAGS"].split(",")

    def helpUrl(self) -> str:
        return page_of(self.name())

    def shortHelpString(self) -> str:
        return help_page(self)

    def canExecute(self) -> tuple[bool, str]:
        """Say what is missing before a dialog opens: QGIS does not ask the steps."""
        able, reason = super().canExecute()
        reason = reason or lack(self)
        return able and not reason, reason

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        accepted, reason = self.canExecute()
        if accepted:
            accepted, reason = super().checkParameterValues(parameters, context)
        reason = reason or self._why_not(parameters, context)
        return accepted and not reason, reason

    def _why_not(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Say which field of the input a step would take for what another step makes; empty where none."""
        source = self.parameterAsSource(parameters, "INPUT", context)
        for field in MADE_FIELDS:
            if source is not None and source.fields().lookupField(field) >= 0:
                return tr(
                    "{parameter}: The layer has a field {field}, and the steps make one of that name; remove "
                    "or rename it."
                ).format(parameter=self.parameterDefinition("INPUT").description(), field=field)
        return ""

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        try:
            return self._run_steps(parameters, context, feedback)
        except QgsProcessingException as error:
            problem = let_go(error)
        del parameters
        raise QgsProcessingException(problem)

    def _run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        reason = self._why_not(parameters, context)
        if reason:
            raise QgsProcessingException(reason)
        # Where a value is not given, QGIS takes the default of the step, not that of the model.
        filled = {
            definition.name(): definition.defaultValue()
            for definition in self.parameterDefinitions()
            if not definition.isDestination() and definition.defaultValue() is not None
        } | parameters
        unasked = {
            definition.name()
            for definition in self.parameterDefinitions()
            if definition.isDestination() and not parameters.get(definition.name())
        }
        # Steps go on from what others make, whether or not anyone asks for it.
        filled |= dict.fromkeys(unasked, QgsProcessing.TEMPORARY_OUTPUT)
        results = super().processAlgorithm(filled, context, feedback)
        for destination in map(str, results.values()):
            if context.willLoadLayerOnCompletion(destination):
                # By the names in the file, which are labels.
                details = context.layerToLoadOnCompletionDetails(destination)
                text = details.name
                details.name = tr(text)
        if "clusters" in results and "clusters" not in unasked:
            # A step of QGIS's own has made it, and knows no style of ours.
            history = history_of(self, filled, context)
            clusters = OutputLayer(results["clusters"], tr("Clusters"), "clusters", history=history)
            self._kept_alive = self._presentation.present([clusters], context, feedback)
        return {name: value for name, value in results.items() if name not in unasked}
