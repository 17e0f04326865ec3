"""The legend of rejected rows: an entry for every reason there is, in the words of the run."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

# Warnings: from red to brown, told apart also by the colour-blind through their lightness.
REJECT_COLOURS = ("#d4351c", "#f8a01c", "#6b1d13", "#f2663b", "#a87132", "#3d3d3d", "#f7cf6b", "#b0506f")
MOST_REASONS = 24


def colour_by(layer: QgsVectorLayer, field: str, words: str) -> None:
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
