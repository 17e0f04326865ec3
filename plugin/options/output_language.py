"""The language of what runs make."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from ...processing_algorithms.base import language, tr
from ...processing_algorithms.output_language import chosen_language, languages
from ...processing_algorithms.preferences import OUTPUT_LANGUAGE
from .paragraph import paragraph


class LanguageGroup(QgsCollapsibleGroupBox):
    """As QGIS, or one of the languages there is a translation for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Language of outputs"), parent)
        self.box = QComboBox()
        self.box.addItem(tr("As QGIS: {language}").format(language=_name(language())), "")
        for code in languages():
            self.box.addItem(_name(code), code)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen_language())))
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Language"), self.box)
        form.addRow(
            paragraph(
                tr(
                    "That of the names of layers, of legends, reports and maps, and of the log of a run. "
                    "Dialogs and toolbox keep the language of QGIS."
                )
            )
        )

    def store(self) -> None:
        """Store the choice; that of QGIS is none."""
        if self.box.currentData():
            QgsSettings().setValue(OUTPUT_LANGUAGE, self.box.currentData())
        else:
            QgsSettings().remove(OUTPUT_LANGUAGE)


def _name(locale: str) -> str:
    """Return what a language is called by those who speak it."""
    if locale.partition("_")[0] == "en":
        # QLocale says American English.
        return "English"
    return QLocale(locale).nativeLanguageName() or locale
