"""Writes a style as QML, freed of what belongs to the machine that wrote it: fonts, random ids."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from qgis.core import QgsExpression, QgsMapLayer, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtXml import QDomDocument

from innovation_clusters.plugin.styles import CATEGORIES, DISPLAY_EXPRESSION, STYLES

# Empty or default in every one of these styles; QGIS fills in the same when they are missing. The geometry
# type is among them because QGIS refuses a style of another one, and rejected rows may come as points or as
# a table.
SUPERFLUOUS = {
    "flags", "temporal", "elevation", "constraints", "constraintExpressions",
    "expressionfields", "splitPolicies", "duplicatePolicies", "mergePolicies", "defaults",
    "dynamicProperties", "families", "rotation", "substitutions", "text-mask", "background", "shadow",
    "callout", "blendMode", "featureBlendMode", "sizescale", "layerGeometryType", "editform",
    "editforminit", "editforminitcodesource", "editforminitfilepath", "editforminitcode",
    "featformsuppress", "editorlayout", "editable", "labelOnTop", "reuseLastValue", "widgets", "legend",
    "storedexpressions", "dataDefinedFieldProperties", "text-format",
}  # fmt: skip
COLLECTIONS = {"data_defined_properties", "dd_properties", "data-defined-properties"}
# Fonts and ids belong to the machine that wrote them; without a font QGIS takes that of its window.
MACHINE = {"fontFamily", "namedStyle", "configurationFlags"}
NO_MAP_UNITS = "3x:0,0,0,0,0,0"


def is_superfluous(element: Element) -> bool:
    if element.tag in SUPERFLUOUS:
        return True
    if element.tag in COLLECTIONS:
        return element.find("Option/Option[@name='properties'][@type='Map']") is None
    if element.tag == "Option":
        return element.get("value") == NO_MAP_UNITS
    if element.tag == "mapTip":
        return not element.text
    if element.tag == "selection":
        return element.get("mode") == "Default"
    if element.tag == "field":
        kind = element.find("editWidget")
        return kind is None or kind.get("type") not in ("Range", "ValueMap")
    return False


def clean(element: Element) -> None:
    """Remove what is empty or belongs to the machine, and bring the attributes into a fixed order."""
    for child in list(element):
        if is_superfluous(child):
            element.remove(child)
        else:
            clean(child)
    attributes = sorted(
        # QGIS repeats a colour as fractions, which only wide-gamut colours need.
        (name, value.split(",rgb:")[0])
        for name, value in element.attrib.items()
        if name not in MACHINE and value != NO_MAP_UNITS and not (element.tag == "layer" and name == "id")
    )
    element.attrib.clear()
    element.attrib.update(attributes)


def _names_features(layer: QgsVectorLayer) -> bool:
    """Tell whether a style says what a feature is called, and not QGIS's guess at the field."""
    guess = QgsVectorLayerUtils.guessFriendlyIdentifierField(layer.fields())
    return layer.displayExpression() != QgsExpression.quotedColumnRef(guess)


def write(name: str, layer: QgsVectorLayer, categories: QgsMapLayer.StyleCategory = CATEGORIES) -> None:
    document = QDomDocument()
    problem = layer.exportNamedStyle(document, categories=categories)
    if problem:
        raise RuntimeError(f"{name}: {problem}")
    root = ElementTree.fromstring(document.toString())
    clean(root)
    root.set("version", "3.40.0")
    if categories & QgsMapLayer.StyleCategory.MapTips and _names_features(layer):
        # QGIS counts this among what a layer does, not among what it looks like, and leaves it out.
        ElementTree.SubElement(root, DISPLAY_EXPRESSION).text = layer.displayExpression()
    for position, element in enumerate([*root.iter("rules"), *root.iter("rule")]):
        element.set("key", f"{{00000000-0000-0000-0000-{position:012d}}}")
    for position, element in enumerate(root.iter("category")):
        element.set("uuid", str(position))
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    (STYLES / f"{name}.qml").write_text(f"<!DOCTYPE qgis>\n{text}\n", encoding="utf-8")
