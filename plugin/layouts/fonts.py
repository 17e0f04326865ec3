"""Which font a page is set in, so that Hangul is there, and text that is made to fit its place."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayoutItemLabel,
    QgsLayoutUtils,
    QgsRuleBasedLabeling,
    QgsTextFormat,
    QgsTextRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

# Families with Latin and Hangul, in the order of preference: Linux, Debian's small one, Windows, macOS.
HANGUL_FAMILIES = (
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "NanumGothic",
    "Nanum Gothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
)

INK = QColor("#1c1c1c")
FAINT = QColor("#6a6a6a")

# A text that is too long gets smaller down to this part of its size.
SMALLEST = 0.6


def hangul_family() -> str:
    """Return a font family of this machine with Latin and Hangul, or that of QGIS's window."""
    families = set(_database_answers("families"))
    known = next((family for family in HANGUL_FAMILIES if family in families), "")
    if known:
        return known
    korean = _database_answers("families", QFontDatabase.WritingSystem.Korean)
    own = str(QgsApplication.font().family())
    return korean[0] if korean and own not in korean else own


def has_hangul() -> bool:
    """Tell whether any font of this machine has Hangul; where one has, Qt takes its letters from there."""
    return bool(_database_answers("families", QFontDatabase.WritingSystem.Korean))


def contains_hangul(text: str) -> bool:
    """Tell whether a text has a Hangul syllable or letter."""
    return any("\uac00" <= sign <= "\ud7a3" or "\u1100" <= sign <= "\u11ff" for sign in text)


def _database_answers(question: str, *values: object) -> list[str]:
    try:
        return list(getattr(QFontDatabase, question)(*values))
    except TypeError:
        # Qt 5 wants an instance, Qt 6 refuses to make one.
        return list(getattr(QFontDatabase(), question)(*values))


def text_format(size: float, *, bold: bool = False, colour: QColor = INK) -> QgsTextFormat:
    """Return a format in the family with Hangul; `size` is in points."""
    result = QgsTextFormat()
    font = QFont(hangul_family())
    font.setBold(bold)
    result.setFont(font)
    result.setSize(size)
    result.setSizeUnit(Qgis.RenderUnit.Points)
    result.setColor(colour)
    return result


def in_hangul_family(text: QgsTextFormat) -> QgsTextFormat:
    """Return a format as it is, in the family with Hangul."""
    font = QFont(hangul_family())
    font.setBold(text.font().bold())
    font.setItalic(text.font().italic())
    result = QgsTextFormat(text)
    result.setFont(font)
    return result


def set_fitting(label: QgsLayoutItemLabel, text: str) -> bool:
    """Give a label its text, smaller where it would not fit, and at last shortened; tell whether it is whole.

    Sizes are in points; a label whose size is in other units is left as it is.
    """
    format_ = label.textFormat()
    label.setText(text)
    if not text or format_.sizeUnit() != Qgis.RenderUnit.Points:
        return True
    whole = format_.size()
    size = whole
    while size >= SMALLEST * whole:
        format_.setSize(size)
        if _fits(label, text, format_):
            label.setTextFormat(format_)
            return True
        size -= 0.25
    label.setTextFormat(format_)
    shorter = text
    while len(shorter) > 1 and not _fits(label, f"{shorter}…", format_):
        shorter = shorter[: max(1, min(len(shorter) - 1, int(0.97 * len(shorter))))].rstrip()
    label.setText(f"{shorter}…")
    return False


def _fits(label: QgsLayoutItemLabel, text: str, format_: QgsTextFormat) -> bool:
    context = QgsLayoutUtils.createRenderContextForLayout(label.layout(), None)
    scale = context.convertToPainterUnits(1.0, QgsUnitTypes.RenderUnit.RenderMillimeters)
    width = (label.rect().width() - 2 * label.marginX()) * scale
    height = (label.rect().height() - 2 * label.marginY()) * scale
    lines = text.split("\n")
    flags = Qgis.TextRendererFlags(Qgis.TextRendererFlag.WrapLines)
    needed = QgsTextRenderer.textHeight(
        context, format_, lines, Qgis.TextLayoutMode.Rectangle, None, flags, width
    )
    return bool(needed <= height)


def set_label_family(layer: QgsVectorLayer) -> None:
    """Set the labels of a layer, which must be a copy, in the family with Hangul."""
    labeling = layer.labeling()
    if labeling is None:
        return
    labeling = labeling.clone()
    if isinstance(labeling, QgsRuleBasedLabeling):
        for rule in labeling.rootRule().descendants():
            settings = rule.settings()
            if settings is not None:
                settings.setFormat(in_hangul_family(settings.format()))
                rule.setSettings(settings)
    elif isinstance(labeling, QgsVectorLayerSimpleLabeling):
        settings = labeling.settings()
        settings.setFormat(in_hangul_family(settings.format()))
        labeling.setSettings(settings)
    layer.setLabeling(labeling)
