"""Choices in dialogs: labels are shown, in Korean too, and ids are what comes of them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterEnum,
    QgsSettings,
)
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from innovation_clusters.plugin.choice_box import ChoiceBox
from innovation_clusters.processing_algorithms.choices import WIDGET, labelled_help, labels_of
from innovation_clusters.processing_algorithms.preferences import DIALOG_DEFAULTS, ROOT
from innovation_clusters.scripts.page_words import speaking

pytestmark = pytest.mark.qgis

HANGUL = re.compile("[가-힣]")
# What an id gives when it is chosen, in a run that was never told of labels.
BORDERS = ["first", "nearest", "noise"]


@pytest.fixture
def korean(qgis_app: QgsApplication) -> Iterator[None]:
    with speaking("ko"):
        yield


@pytest.fixture
def no_settings(qgis_app: QgsApplication) -> Iterator[None]:
    QgsSettings().remove(ROOT)
    yield
    QgsSettings().remove(ROOT)


def algorithm(name: str) -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().createAlgorithmById(f"innovationclusters:{name}")


@dataclass(frozen=True)
class Choice:
    """What is asked of a parameter here: it goes with its algorithm."""

    options: list[str]
    default: Any
    static: bool
    metadata: dict[str, Any]
    labels: dict[str, str]


def choices() -> dict[str, Choice]:
    provider = QgsApplication.processingRegistry().providerById("innovationclusters")
    found = {}
    for registered in provider.algorithms():
        made = registered.create()
        for definition in made.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterEnum):
                found[f"{made.name()} {definition.name()}"] = Choice(
                    definition.options(),
                    definition.defaultValue(),
                    definition.usesStaticStrings(),
                    definition.metadata(),
                    labels_of(definition),
                )
    return found


def boxes(widget: QWidget, ids: list[str]) -> list[QComboBox]:
    return [
        box
        for box in widget.findChildren(QComboBox)
        if [box.itemData(place) for place in range(box.count())] == ids
    ]


def texts(box: QComboBox) -> list[str]:
    return [box.itemText(place) for place in range(box.count())]


def test_every_choice_has_labels_and_a_box_for_them(qgis_app: QgsApplication) -> None:
    found = choices()
    assert len(found) > 25
    for name, each in found.items():
        wrapper = each.metadata["widget_wrapper"]
        assert wrapper["class"] == WIDGET, name
        assert set(wrapper["labels"]) == set(each.options), name
        assert all(shown.strip() for shown in wrapper["labels"].values()), name
        assert len(set(wrapper["labels"].values())) == len(each.options), name
        assert each.static, name
        assert each.default in each.options, name


def test_labels_are_korean(korean: None) -> None:
    found = [
        f"{name} {option}: {shown}"
        for name, each in choices().items()
        for option, shown in each.labels.items()
        if not HANGUL.search(shown)
    ]
    assert found == []


def test_ids_are_the_same_in_both_languages(qgis_app: QgsApplication) -> None:
    english = {name: (each.options, each.default) for name, each in choices().items()}
    with speaking("ko"):
        korean = {name: (each.options, each.default) for name, each in choices().items()}
    assert korean == english


def test_the_help_names_label_and_id(korean: None) -> None:
    made = algorithm("innovationclusters")
    text = labelled_help(made.parameterDefinition("BORDER"))
    for option in BORDERS:
        assert f"({option}): " in text
    assert "번호가 가장 작은 클러스터 (first): " in made.shortHelpString()


def test_a_dialog_shows_labels_and_gives_ids(korean: None, no_settings: None) -> None:
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    made = algorithm("densityclusters")
    dialog = AlgorithmDialog(made)
    try:
        (box,) = boxes(dialog, BORDERS)
        assert texts(box) == ["번호가 가장 작은 클러스터", "가장 가까운 핵심점", "제외(노이즈)"]
        panel = dialog.mainWidget()
        wrapper = panel.wrappers["BORDER"]
        assert wrapper.parameterValue() == "first"
        told: list[Any] = []
        wrapper.widgetValueHasChanged.connect(lambda _: told.append(wrapper.parameterValue()))
        box.setCurrentIndex(1)
        assert told == ["nearest"]
        panel.setParameters({"BORDER": "noise"})
        assert box.currentText() == "제외(노이즈)"
        # The one at its place, as QGIS takes a number.
        panel.setParameters({"BORDER": 1})
        assert wrapper.parameterValue() == "nearest"
        # From a history of another version: nothing is chosen, and nothing else runs instead.
        panel.setParameters({"BORDER": "core"})
        assert box.currentIndex() == -1
        assert not made.parameterDefinition("BORDER").checkValueIsAcceptable(wrapper.parameterValue())
    finally:
        dialog.close()
        sip.delete(dialog)


def test_a_dialog_begins_with_the_choice_of_the_options(korean: None, no_settings: None) -> None:
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    DIALOG_DEFAULTS["border"].choose("nearest")
    dialog = AlgorithmDialog(algorithm("densityclusters"))
    try:
        (box,) = boxes(dialog, BORDERS)
        assert box.currentText() == "가장 가까운 핵심점"
    finally:
        dialog.close()
        sip.delete(dialog)


def test_a_batch_shows_labels_and_gives_ids(korean: None, no_settings: None) -> None:
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    dialog = BatchAlgorithmDialog(algorithm("densityclusters"), None)
    try:
        panel = dialog.mainWidget()
        panel.addRow()
        box = boxes(dialog, BORDERS)[0]
        assert texts(box)[2] == "제외(노이즈)"
        box.setCurrentIndex(2)
        assert panel.valueForParameter(0, "BORDER") == "noise"
    finally:
        dialog.close()
        sip.delete(dialog)


def test_the_model_designer_shows_labels_and_keeps_sources(korean: None, no_settings: None) -> None:
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    model = QgsProcessingModelAlgorithm()
    dialog = ModelerParametersDialog(algorithm("densityclusters"), model)
    try:
        (box,) = boxes(dialog, BORDERS)
        assert texts(box)[1] == "가장 가까운 핵심점"
        widget = dialog.widget.widget.wrappers["BORDER"]
        box.setCurrentIndex(1)
        value: Any = widget.value()
        assert value.staticValue() == "nearest"
    finally:
        dialog.close()
        sip.delete(dialog)


def test_what_is_no_id_is_no_choice(qgis_app: QgsApplication) -> None:
    made = algorithm("densityclusters")
    wrapper: Any = ChoiceBox(made.parameterDefinition("BORDER"), None, labels={"first": "One"})
    box = wrapper.createWrappedWidget(QgsProcessingContext())
    for value in ("", "9", [], ["nowhere"]):
        wrapper.setParameterValue(value, QgsProcessingContext())
        assert wrapper.parameterValue() == "", value
    wrapper.setParameterValue(None, QgsProcessingContext())
    assert wrapper.parameterValue() == "first"
    wrapper.setParameterValue(["noise"], QgsProcessingContext())
    assert wrapper.parameterValue() == "noise"
    assert box is not None


def test_no_dialog_is_imported_for_labels(qgis_app: QgsApplication) -> None:
    """A process of its own: this one has opened dialogs."""
    code = (
        "import sys\n"
        "import innovation_clusters.processing_algorithms.choices\n"
        "import innovation_clusters.processing_algorithms.densityclusters as made\n"
        "made.DensityClusters().initAlgorithm()\n"
        "print([name for name in sys.modules if name.startswith('processing.')\n"
        "       or name.endswith('choice_box')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert result.stdout.strip() == "[]", result.stderr
