"""The language of what runs make, where the user wants another one than that of QGIS's window.

Texts pass through `tr` of base.py wherever they are shown. While a run is at work, and while its layers are
styled, that answers in the language chosen in Options; before and after, in the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QTranslator

from .preferences import OUTPUT_LANGUAGE

TRANSLATION_CONTEXT = "InnovationClusters"
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"
# The language the texts are written in.
SOURCE_LANGUAGE = "en"

P = ParamSpec("P")
T = TypeVar("T")

# Per thread: runs are at work in threads of their own while the window goes on in its language.
_translation: ContextVar[Callable[[str], str] | None] = ContextVar("translation", default=None)


def translation_file(language: str) -> Path:
    """Return where the compiled translation into a language or locale is, if there is one."""
    return TRANSLATIONS / f"innovation_clusters_{language}.qm"


def languages() -> list[str]:
    """Return the ISO 639 codes of the languages that outputs can be in."""
    made = TRANSLATIONS.glob(translation_file("*").name)
    return [SOURCE_LANGUAGE, *sorted(path.stem.removeprefix("innovation_clusters_") for path in made)]


def chosen_language() -> str:
    """Return the language chosen for outputs, empty for that of QGIS."""
    stored = str(QgsSettings().value(OUTPUT_LANGUAGE, "") or "")
    return stored if stored in languages() else ""


def translation() -> Callable[[str], str] | None:
    """Return what translates texts in this thread now, None where that is left to QGIS."""
    return _translation.get()


def in_output_language(function: Callable[P, T]) -> Callable[P, T]:
    """Have a function translate into the language of outputs."""

    @wraps(function)
    def spoken(*arguments: P.args, **options: P.kwargs) -> T:
        language = chosen_language()
        before = _translation.set(_translator(language) if language else None)
        try:
            return function(*arguments, **options)
        finally:
            _translation.reset(before)

    return spoken


@cache
def _translator(language: str) -> Callable[[str], str]:
    if language == SOURCE_LANGUAGE:
        return str
    translator = QTranslator()
    translator.load(str(translation_file(language)))
    context = TRANSLATION_CONTEXT.encode()

    def translate(text: str) -> str:
        # As bytes: PyQt takes texts for ASCII here, and refuses a dash or a Korean word.
        return translator.translate(context, text.encode()) or text

    return translate
