"""Choices among a few words: their ids are for scripts, models and the history, their labels for dialogs.

The ids never change and are the same in all languages. A label is translated and is only shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

# By name: dialogs import it when they open, and where there is none nothing of QGIS's windows is imported.
WIDGET = f"{__name__.rsplit('.', 2)[0]}.plugin.choice_box.ChoiceBox"


def choice(
    name: str, description: str, labels: Mapping[str, str], default: str
) -> QgsProcessingParameterEnum:
    """Return a parameter that is one of the ids of `labels`, which dialogs show by their labels."""
    parameter = QgsProcessingParameterEnum(
        name, description, list(labels), defaultValue=default, usesStaticStrings=True
    )
    label(parameter, labels)
    return parameter


def label(parameter: QgsProcessingParameterDefinition, labels: Mapping[str, str]) -> None:
    """Have dialogs show the ids of a parameter by labels."""
    parameter.setMetadata({"widget_wrapper": {"class": WIDGET, "labels": dict(labels)}})


def labels_of(parameter: QgsProcessingParameterDefinition) -> dict[str, str]:
    """Return the labels of a parameter by their ids, in its order; none where it is no choice."""
    if not isinstance(parameter, QgsProcessingParameterEnum):
        return {}
    wrapper = parameter.metadata().get("widget_wrapper")
    labels = wrapper.get("labels", {}) if isinstance(wrapper, Mapping) else {}
    return {option: str(labels.get(option, option)) for option in parameter.options()}


def labelled_help(parameter: QgsProcessingParameterDefinition) -> str:
    """Return the help of a parameter with the label before each id that it explains."""
    text: str = parameter.help()
    for option, shown in labels_of(parameter).items():
        text = re.sub(rf"(?<![\w-]){re.escape(option)}: ", f"{shown} ({option}): ", text, count=1)
    return text
