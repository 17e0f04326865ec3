"""Styles as shipped in resources/styles, put on a layer in the language of QGIS.

The texts in a QML file are English: legend labels, field aliases, words of the map tip. They are translated
in the XML, before QGIS reads it, so that no renderer has to be taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..processing_algorithms.base import tr

STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"

# What a style of this plugin consists of. Everything else a layer may carry stays as it is.
CATEGORIES = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Fields
    | QgsMapLayer.StyleCategory.Forms
    | QgsMapLayer.StyleCategory.MapTips
)

# Element and attribute of every text a reader sees; scripts/translations.py collects from the same places.
TEXTS = (("rule", "label"), ("category", "label"), ("alias", "name"))
MAP_TIP_WORDS = re.compile(r"(?<=<th align='left'>)[^<]+(?=</th>)")


def exists(style: str) -> bool:
    return (STYLES / f"{style}.qml").is_file()


def document(style: str, fields: Mapping[str, str] | None = None) -> QDomDocument:
    """Return a style in the language of QGIS.

    `fields` maps a field the style is written for to what the layer calls it, where its user chose another
    name. Raises OSError where there is no such style and ValueError where it is not XML.
    """
    text = (STYLES / f"{style}.qml").read_text(encoding="utf-8")
    for name, actual in (fields or {}).items():
        if actual != name:
            # In an expression as text of an element, in one as an attribute, and as an attribute on its own.
            doubled = escape(actual.replace('"', '""'))
            text = f'"{doubled}"'.join(re.split(rf'(?<!\w=)"{name}"', text))
            text = text.replace(f"&quot;{name}&quot;", f"&quot;{doubled}&quot;")
            text = text.replace(f'="{name}"', f'="{escape(actual)}"')
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


def apply(style: str, layer: QgsVectorLayer, fields: Mapping[str, str] | None = None) -> str:
    """Put a style on a layer; returns what went wrong, empty where nothing did."""
    try:
        styled, problem = layer.importNamedStyle(document(style, fields), CATEGORIES)
    except (OSError, ValueError) as error:
        return str(error)
    if style == "rejects":
        _colour_by(layer, "reason", "reason_text")
    return "" if styled else problem


def exported(layer: QgsVectorLayer) -> str:
    """Return the style of a layer as QML without fonts, which are those of one machine: QGIS then takes its
    own.
    """
    result = QDomDocument()
    layer.exportNamedStyle(result, categories=CATEGORIES)
    for element in _elements(result, "text-style"):
        element.removeAttribute("fontFamily")
    return result.toString(1)


# Warnings: from red to brown, told apart also by the colour-blind through their lightness.
REJECT_COLOURS = ("#d4351c", "#f8a01c", "#6b1d13", "#f2663b", "#a87132", "#3d3d3d", "#f7cf6b", "#b0506f")
MOST_REASONS = 24


def _colour_by(layer: QgsVectorLayer, field: str, words: str) -> None:
    """Give every value of a field a legend entry of its own; `words` is the field that explains it."""
    index = layer.fields().lookupField(field)
    renderer = layer.renderer()
    if index < 0 or not isinstance(renderer, QgsSingleSymbolRenderer):
        return
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    explained = layer.fields().lookupField(words) >= 0
    request.setSubsetOfAttributes([field, words] if explained else [field], layer.fields())
    labels: dict[str, str] = {}
    for feature in layer.getFeatures(request):
        labels.setdefault(str(feature[field]), str(feature[words if explained else field]))
        if len(labels) == MOST_REASONS:
            break
    categories = []
    for number, value in enumerate(sorted(labels)):
        symbol = renderer.symbol().clone()
        symbol.symbolLayer(0).setStrokeColor(QColor(REJECT_COLOURS[number % len(REJECT_COLOURS)]))
        categories.append(QgsRendererCategory(value, symbol, labels[value]))
    if categories:
        layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))


def _elements(parent: QDomDocument | QDomElement, tag: str) -> Iterator[QDomElement]:
    found = parent.elementsByTagName(tag)
    for index in range(found.count()):
        yield found.at(index).toElement()
