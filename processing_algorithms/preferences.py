"""What the user has chosen in QGIS's Options, as far as algorithms look at it.

None of it changes what a run computes: a default stands in a dialog, where the user sees it, and goes from
there into the run as any value typed by hand. Scripts, models, batch files and qgis_process that leave a
parameter out get the documented default, whatever is chosen here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import QgsProcessingParameterDefinition, QgsSettings

from ..analysis.density import BORDER_RULES
from ..analysis.editions import EDITIONS

# All that the plugin keeps in the settings of the user's profile stands below this.
ROOT = "innovation_clusters"
OUTPUT_LANGUAGE = f"{ROOT}/output_language"
KERNEL_FOLDER = f"{ROOT}/kernel_folder"
SPARK_PYTHON = f"{ROOT}/spark_python"


@dataclass(frozen=True)
class DialogDefault:
    """A value that dialogs begin with, and the parameters it is for, by algorithm.

    `choices` are the texts it may be; where there are none it is a number above 0.
    """

    name: str
    parameters: dict[str, str]
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{ROOT}/defaults/{self.name}"

    def chosen(self) -> str | float | None:
        """Return the user's choice, None where there is none or what is stored can be none."""
        stored = QgsSettings().value(self.key)
        if stored in (None, ""):
            return None
        if self.choices:
            return str(stored) if str(stored) in self.choices else None
        try:
            number = float(str(stored))
        except ValueError:
            return None
        return number if math.isfinite(number) and number > 0.0 else None

    def choose(self, value: str | float | None) -> None:
        """Store a choice; None takes it away."""
        if value is None:
            QgsSettings().remove(self.key)
        else:
            QgsSettings().setValue(self.key, value)


_WHOLE_RUNS = ("innovationclusters", "clustersonspark")
_TOTALS_OF = (*_WHOLE_RUNS, "scoreclusters", "zoneoverlay")

DIALOG_DEFAULTS = {
    default.name: default
    for default in (
        DialogDefault("edition", dict.fromkeys(_WHOLE_RUNS, "EDITION"), tuple(EDITIONS)),
        DialogDefault("eps", dict.fromkeys(_WHOLE_RUNS, "EPS")),
        DialogDefault("min_density", dict.fromkeys(_WHOLE_RUNS, "MIN_DENSITY")),
        # Not that of zoneoverlay, whose border is a zone's.
        DialogDefault(
            "border",
            dict.fromkeys((*_WHOLE_RUNS, "densityclusters", "proposeparameters"), "BORDER"),
            tuple(BORDER_RULES),
        ),
        DialogDefault("total_patents", dict.fromkeys(_TOTALS_OF, "TOTAL_PATENTS")),
        DialogDefault("total_publications", dict.fromkeys(_TOTALS_OF, "TOTAL_PUBLICATIONS")),
        DialogDefault("total_deals", dict.fromkeys(_TOTALS_OF, "TOTAL_DEALS")),
    )
}


def kernel_folder() -> str:
    """Return the folder that compiled kernels are kept in, empty for that of the plugin."""
    return str(QgsSettings().value(KERNEL_FOLDER, "") or "")


def offer_chosen_default(algorithm: str, parameter: QgsProcessingParameterDefinition) -> None:
    """Have dialogs begin with the user's choice for a parameter; its default stays what it is."""
    for default in DIALOG_DEFAULTS.values():
        if default.parameters.get(algorithm) == parameter.name():
            value = default.chosen()
            if value is not None:
                parameter.setGuiDefaultValueOverride(value)
