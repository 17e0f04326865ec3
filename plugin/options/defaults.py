"""Values that dialogs of algorithms begin with."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from ...processing_algorithms.base import tr
from ...processing_algorithms.choices import labels_of
from ...processing_algorithms.preferences import DIALOG_DEFAULTS, DialogDefault
from ..choice_box import fill
from ..launching import algorithm
from .paragraph import paragraph

MOST = 1e12


class DefaultsGroup(QgsCollapsibleGroupBox):
    """A field for every one of DIALOG_DEFAULTS."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Values that dialogs begin with"), parent)
        self.fields: dict[str, QWidget] = {}
        self._read: dict[str, Callable[[], str | float | None]] = {}
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(
            paragraph(
                tr(
                    "A dialog shows them, and you see and can change them there. Scripts, models and "
                    "qgis_process that leave a parameter out use the documented default, whatever is set "
                    "here, so that they give the same result everywhere."
                )
            )
        )
        as_edition, as_input = tr("As in the edition"), tr("Empty: shares of the input")
        self._add_choice(form, tr("Edition"), "edition")
        self._add_number(form, tr("Maximum distance, in metres"), "eps", as_edition, 1)
        self._add_number(form, tr("Minimum density"), "min_density", as_edition, 1)
        self._add_choice(form, tr("Border points"), "border")
        self._add_number(form, tr("World total of patents"), "total_patents", as_input, 0)
        self._add_number(form, tr("World total of publications"), "total_publications", as_input, 0)
        self._add_number(form, tr("World total of deals"), "total_deals", as_input, 0)

    def store(self) -> None:
        """Store every choice; one that is as documented is taken away."""
        for name, read in self._read.items():
            DIALOG_DEFAULTS[name].choose(read())

    def _add_choice(self, form: QFormLayout, label: str, name: str) -> None:
        default = DIALOG_DEFAULTS[name]
        box = QComboBox()
        documented, labels = _documented(default)
        box.addItem(tr("As documented: {default}").format(default=labels.get(documented, documented)), None)
        fill(box, {choice: labels.get(choice, choice) for choice in default.choices})
        box.setCurrentIndex(max(0, box.findData(default.chosen())))
        self._add(form, label, default, box, box.currentData)

    def _add_number(self, form: QFormLayout, label: str, name: str, nothing: str, decimals: int) -> None:
        default = DIALOG_DEFAULTS[name]
        box = QgsDoubleSpinBox()
        box.setDecimals(decimals)
        box.setMaximum(MOST)
        box.setShowClearButton(True)
        # 0 stands for nothing: no distance, density or total of 0 can be used.
        box.setClearValue(0.0, nothing)
        box.setValue(float(default.chosen() or 0.0))
        self._add(form, label, default, box, lambda: box.value() or None)

    def _add(
        self,
        form: QFormLayout,
        label: str,
        default: DialogDefault,
        field: QWidget,
        read: Callable[[], str | float | None],
    ) -> None:
        field.setObjectName(default.name)
        self.fields[default.name] = field
        self._read[default.name] = read
        form.addRow(label, field)


def _documented(default: DialogDefault) -> tuple[str, dict[str, str]]:
    """Return what the algorithms take where nothing is chosen, and the labels of what can be; empty where
    they are not there.
    """
    name, parameter = next(iter(default.parameters.items()))
    found = algorithm(name)
    if found is None:
        return "", {}
    # Made anew: an algorithm speaks the language it was made in.
    made = found.create()
    definition = made.parameterDefinition(parameter)
    return str(definition.defaultValue()), labels_of(definition)
