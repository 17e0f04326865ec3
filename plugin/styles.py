"""Styles as shipped in resources/styles, put on a layer in the language of QGIS.

The texts in a QML file are English: legend labels, field aliases, words of the map tip. They are translated
in the XML, before QGIS reads it, so that no renderer has to be taken apart.

A layer may have further styles beside its own, see named_styles.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path

from qgis.core import QgsFields, QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..processing_algorithms.base import tr
from .named_styles import NamedStyle, further, own_name
from .reject_legend import colour_by

STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"

# What a style of this plugin consists of. Everything else a layer may carry stays as it is.
CATEGORIES = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Fields
    | QgsMapLayer.StyleCategory.Forms
    | QgsMapLayer.StyleCategory.MapTips
)

# What a further style consists of: fields, forms and map tip are those of the layer.
FURTHER_CATEGORIES = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling

# Stands in every style that is stored. QGIS writes a style anew when a user saves one, and then it is gone.
MARK = "Innovation Clusters"

# What a feature is called, in a list or when it is identified.
DISPLAY_EXPRESSION = "previewExpression"

# Element and attribute of every text a reader sees; scripts/translations.py collects from the same places.
TEXTS = (("rule", "label"), ("category", "label"), ("alias", "name"))
ALIASED = re.compile(r"<alias [^>]*field=\"([^\"]+)\"")
MAP_TIP_WORDS = re.compile(r"(?<=<th align='left'>)[^<]+(?=</th>)")


def document(
    style: str, fields: Mapping[str, str] | None = None, present: QgsFields | None = None
) -> QDomDocument:
    """Return a style in the language of QGIS.

    `fields` maps a field the style is written for to what the layer calls it, where its user chose another
    name. `present` are the fields a layer has: in expressions all others are NULL, as in a layer that an
    older version has left. Raises OSError where there is no such style and ValueError where it is not XML.
    """
    text = (STYLES / f"{style}.qml").read_text(encoding="utf-8")
    for name, actual in (fields or {}).items():
        if actual != name:
            # In an expression as text of an element, in one as an attribute, and as an attribute on its own.
            text = _replaced(text, name, '"{}"'.format(escape(actual.replace('"', '""'))))
            text = text.replace(f'="{name}"', f'="{escape(actual)}"')
    if present is not None:
        for name in set(ALIASED.findall(text)):
            if present.lookupField(unescape(name)) < 0:
                text = _replaced(text, name, "NULL")
    result = QDomDocument()
    if not result.setContent(text):
        raise ValueError(f"the style {style} is not XML")
    for tag, attribute in TEXTS:
        for element in _elements(result, tag):
            if element.attribute(attribute):
                element.setAttribute(attribute, tr(element.attribute(attribute)))
    for widget in _elements(result, "editWidget"):
        if widget.attribute("type") == "ValueMap":
            for option in _elements(widget, "Option"):
                if option.hasAttribute("value"):
                    option.setAttribute("name", tr(option.attribute("name")))
    for element in _elements(result, "mapTip"):
        template = MAP_TIP_WORDS.sub(lambda found: tr(found.group()), element.text())
        element.replaceChild(result.createTextNode(template), element.firstChild())
    return result


def _replaced(text: str, field: str, by: str) -> str:
    """Put something else in the place of a field in the expressions of a style; QGIS's own names stay."""
    text = by.join(re.split(rf'(?<!\w=)"{re.escape(field)}"', text))
    return text.replace(f"&quot;{field}&quot;", by.replace('"', "&quot;"))


def apply(
    style: str,
    layer: QgsVectorLayer,
    fields: Mapping[str, str] | None = None,
    categories: QgsMapLayer.StyleCategory = CATEGORIES,
) -> str:
    """Put a style on a layer; returns what went wrong, empty where nothing did."""
    try:
        read = document(style, fields, layer.fields())
    except (OSError, ValueError) as error:
        return str(error)
    styled, problem = layer.importNamedStyle(read, categories)
    named = read.documentElement().firstChildElement(DISPLAY_EXPRESSION).text()
    # A field that an older version has not left names nothing.
    if named and named != "NULL" and categories & QgsMapLayer.StyleCategory.MapTips:
        layer.setDisplayExpression(named)
    if style == "rejects":
        colour_by(layer, "reason", "reason_text")
    return "" if styled else problem


def offer(
    style: str, layer: QgsVectorLayer, fields: Mapping[str, str] | None = None, *, with_own: bool = False
) -> list[str]:
    """Add the further styles of a layer to the menu of its styles, and its own where the user has set
    another; return what went wrong. The style that is shown stays.
    """
    offered = further(style, layer, fields)
    if with_own:
        offered.insert(0, NamedStyle(own_name(style), style, ""))
    manager, problems = layer.styleManager(), []
    shown = manager.currentStyle()
    for choice in offered:
        if choice.name not in manager.styles() and not manager.addStyleFromLayer(choice.name):
            problems.append(choice.name)
            continue
        manager.setCurrentStyle(choice.name)
        own = choice.style == style
        problems.append(apply(choice.style, layer, fields, CATEGORIES if own else FURTHER_CATEGORIES))
    if manager.currentStyle() != shown:
        manager.setCurrentStyle(shown)
    return [problem for problem in problems if problem]


def dress(style: str, layer: QgsVectorLayer, fields: Mapping[str, str] | None = None) -> list[str]:
    """Put on a layer its own style and, beside it, the further ones; return what went wrong."""
    problem = apply(style, layer, fields)
    if problem:
        return [problem]
    manager, name = layer.styleManager(), own_name(style)
    if further(style, layer, fields) and manager.currentStyle() != name:
        # As a style stored in the file it may be there already.
        manager.removeStyle(name)
        manager.renameStyle(manager.currentStyle(), name)
    return offer(style, layer, fields)


def exported(layer: QgsVectorLayer) -> str:
    """Return the style of a layer as QML with the mark of this plugin and without fonts, which are those of
    one machine: QGIS then takes its own.
    """
    result = QDomDocument()
    layer.exportNamedStyle(result, categories=CATEGORIES)
    for element in _elements(result, "text-style"):
        element.removeAttribute("fontFamily")
    # QGIS leaves out what features are called.
    named = result.createElement(DISPLAY_EXPRESSION)
    named.appendChild(result.createTextNode(layer.displayExpression()))
    result.documentElement().appendChild(named)
    result.documentElement().appendChild(result.createComment(MARK))
    return result.toString(1)


def stored(
    style: str, layer: QgsVectorLayer, fields: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Yield every style of a layer, its own first, as it may be stored: name, QML, what went wrong.

    The layer wears them in turn.
    """
    problem = apply(style, layer, fields)
    yield own_name(style), "" if problem else exported(layer), problem
    for choice in further(style, layer, fields):
        problem = apply(choice.style, layer, fields, FURTHER_CATEGORIES)
        yield choice.name, "" if problem else exported(layer), problem


def is_ours(qml: str) -> bool:
    """Tell whether a stored style is as this plugin has stored it, and not one that a user has saved."""
    return f"<!--{MARK}-->" in qml


def _elements(parent: QDomDocument | QDomElement, tag: str) -> Iterator[QDomElement]:
    found = parent.elementsByTagName(tag)
    for index in range(found.count()):
        yield found.at(index).toElement()
