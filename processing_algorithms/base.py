"""What every algorithm of the provider shares: help from its parameters, one-sentence errors, styled
outputs.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProperty,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..analysis.errors import Cancelled, InputError
from ..analysis.monitor import Monitor
from ..analysis.packages import MissingPackageError
from .choices import labelled_help
from .layers.destinations import require_writable
from .layers.names import file_name, layer_name, selected_only
from .manual import address_of
from .metadata import VERSION
from .needs import missing_package, values_of
from .output_language import TRANSLATION_CONTEXT, in_output_language, translation
from .preferences import offer_chosen_default
from .under_way import run_of

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "innovation_clusters.svg"

# Parameters that stand for a layer, as QGIS calls their types.
LAYER_TYPES = ("source", "vector", "raster", "layer", "mesh", "pointcloud")


def tr(text: str) -> str:
    """Translate a literal sentence; placeholders are filled by the caller after translation."""
    translate = translation()
    if translate is not None:
        return translate(text)
    return QCoreApplication.translate(TRANSLATION_CONTEXT, text)


def language() -> str:
    """Return the ISO 639 code of the language `tr` answers in; every translation gives its own here."""
    return tr("en")


def page_of(algorithm: str) -> str:
    """Return the address of the page about an algorithm, in the language `tr` answers in."""
    return address_of(f"docs/algorithms/{algorithm}", language())


@dataclass(frozen=True)
class OutputLayer:
    """An output layer as the user will meet it: where it is, its name, style, place in the group and
    history.

    `style` is the name of a file in resources/styles. `order` counts from the top of the group. `fields` maps
    a field of the style to the name the user has chosen for it instead.
    """

    destination: str
    name: str
    style: str
    group: str = ""
    order: int = 0
    history: Sequence[str] = field(default_factory=tuple)
    fields: Mapping[str, str] = field(default_factory=dict)


class Presentation(Protocol):
    """Styles, names and groups output layers; lives above this room and is handed in by the provider."""

    def present(
        self, layers: Iterable[OutputLayer], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[object]:
        """Present the layers; the caller keeps the returned objects alive until the layers are loaded."""
        ...


class Algorithm(QgsProcessingAlgorithm):
    """Base of all algorithms: subclasses declare, check and compute; see `declare`, `check` and `compute`."""

    # Arguments of `analysis` that an error may name, and the parameters they come from where names differ.
    arguments: dict[str, str] = {}

    def __init__(self, presentation: Presentation | None = None) -> None:
        super().__init__()
        self._presentation = presentation
        self._kept_alive: list[object] = []

    def createInstance(self) -> Algorithm:
        return type(self)(self._presentation)

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def group(self) -> str:
        return tr("Clusters")

    def groupId(self) -> str:
        return "clusters"

    def helpUrl(self) -> str:
        return page_of(self.name())

    def shortHelpString(self) -> str:
        return help_page(self)

    # Declaring

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare()

    def declare(self) -> None:
        """Add parameters and outputs with `add` and `addOutput`."""
        raise NotImplementedError

    def add(
        self, parameter: QgsProcessingParameterDefinition, explanation: str, *, advanced: bool = False
    ) -> None:
        """Add a parameter together with its help."""
        parameter.setHelp(explanation)
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        offer_chosen_default(self.name(), parameter)
        self.addParameter(parameter)

    # Checking

    def canExecute(self) -> tuple[bool, str]:
        """Say what is missing before a dialog opens."""
        reason = lack(self)
        return not reason, reason

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # Where there is no dialog, nobody has asked canExecute.
        for accepted, reason in (self.canExecute(), super().checkParameterValues(parameters, context)):
            if not accepted:
                return accepted, reason
        try:
            require_writable(self, parameters, context)
            self.check(parameters, context)
        except InputError as error:
            return False, self.sentence(error)
        return True, ""

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise InputError, naming the parameter, for whatever can be known to be wrong before any work."""

    def sentence(self, error: InputError) -> str:
        """Return the translated sentence of an error, led by the label of the parameter as the user knows
        it.
        """
        if isinstance(error, MissingPackageError):
            purpose = str(error.values["purpose"])
            return tr(error.message).format(**error.values | {"purpose": tr(purpose)})
        parameter = self.parameterDefinition(self.arguments.get(error.parameter, error.parameter))
        label = parameter.description() if parameter else error.parameter
        return f"{label}: {tr(error.message).format(**error.values)}"

    # Computing

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        try:
            with run_of(feedback):
                # Models do not ask checkParameterValues for what their steps hand to each other.
                require_writable(self, parameters, context)
                self.check(parameters, context)
                return in_output_language(self.compute)(parameters, context, feedback)
        except InputError as error:
            problem = self.sentence(error)
        except Cancelled as cancelled:
            problem = str(cancelled) or tr("Cancelled. Nothing was written.")
        except QgsProcessingException as error:
            problem = let_go(error)
        # Raised anew, for the reason that `let_go` tells.
        del parameters
        raise QgsProcessingException(problem)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work and return the outputs; InputError and Cancelled may be raised anywhere."""
        raise NotImplementedError

    def present(
        self, layers: Iterable[OutputLayer], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Have finished output layers named, grouped and styled, where the provider can do so."""
        if self._presentation is not None:
            self._kept_alive = self._presentation.present(layers, context, feedback)

    def history(
        self, parameters: dict[str, Any], context: QgsProcessingContext, lines: Iterable[str] = ()
    ) -> list[str]:
        """Return what the metadata of an output tells of its making; see `history_of`."""
        return history_of(self, parameters, context, lines)

    def told(self, name: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the value of a parameter as metadata and reports may tell it; see `told_value`."""
        return told_value(self, name, parameters, context)


def let_go(error: QgsProcessingException) -> str:
    """Return the sentence of an error, and have it let go of the layers and arrays of the run it comes from.

    QGIS never forgets an exception of its own that it has raised or been told. What its frames hold would
    outlive QGIS itself and crash its end.
    """
    traceback.clear_frames(error.__traceback__)
    return str(error)


def lack(algorithm: QgsProcessingAlgorithm) -> str:
    """Return a sentence on the package without which an algorithm can do nothing; empty where there is all
    it needs.
    """
    package = missing_package(algorithm.name())
    if package is None:
        return ""
    return tr(
        "{algorithm} needs the Python package {name}, which cannot be used ({problem}); install it for "
        "the Python that runs QGIS ({command}) and start QGIS again."
    ).format(algorithm=algorithm.displayName(), **values_of(package))


def history_of(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    lines: Iterable[str] = (),
) -> list[str]:
    """Return what the metadata of an output tells of its making: algorithm, version, parameters, time.

    Parameters left out stand with their defaults, those that are empty are not listed.
    """
    chosen = {
        definition.name(): told_value(algorithm, definition.name(), parameters, context)
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination()
    }
    return [
        # Not asked of the provider: that is gone where the plugin has been removed while the algorithm ran.
        f"innovationclusters:{algorithm.name()} {VERSION}",
        *(f"{name}={text}" for name, text in sorted(chosen.items()) if text),
        *lines,
        datetime.now(UTC).isoformat(timespec="seconds"),
    ]


def told_value(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Return the value of a parameter as metadata and reports may tell it: layers and files by their names,
    everything else as it was given; empty where nothing was.
    """
    definition = algorithm.parameterDefinition(name)
    value = parameters.get(name, definition.defaultValue())
    if value in (None, ""):
        return ""
    if definition.type() in LAYER_TYPES:
        called = layer_name(value, context)
        return tr("{layer} (selected features)").format(layer=called) if selected_only(value) else called
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    if isinstance(value, QgsCoordinateReferenceSystem):
        return value.authid() or value.toWkt()
    return file_name(str(value)) if definition.type() == "file" else str(value)


def help_page(algorithm: QgsProcessingAlgorithm) -> str:
    """Return the help panel: the description and the help of every parameter."""
    parameters = "".join(
        f"<p><b>{parameter.description()}</b><br>{labelled_help(parameter)}</p>"
        for parameter in algorithm.parameterDefinitions()
    )
    return f"<p>{algorithm.shortDescription()}</p>{parameters}"


def monitor_of(feedback: QgsProcessingFeedback, start: float = 0.0, end: float = 1.0) -> Monitor:
    """Return a monitor that moves the feedback's progress bar from `start` to `end` and hears its Cancel."""
    return Monitor(
        lambda fraction: feedback.setProgress(100.0 * (start + (end - start) * fraction)), feedback.isCanceled
    )
