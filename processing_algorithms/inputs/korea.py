"""Whether a layer lies in Korea, whose special zones these are."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

# Where Korea is, in degrees, and how many rows are looked at to tell whether a layer lies there.
KOREA = QgsRectangle(124.0, 32.5, 132.0, 39.0)
MOST_LOOKED_AT = 1000


def lies_in_korea(source: QgsProcessingFeatureSource, context: QgsProcessingContext) -> bool:
    """Tell whether at least half of the first rows lie in Korea; so they do where that cannot be told."""
    if not source.sourceCrs().isValid():
        return True
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(source.sourceCrs(), degrees, context.transformContext())
    inside = outside = 0
    request = QgsFeatureRequest().setLimit(MOST_LOOKED_AT).setNoAttributes()
    for feature in source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks):
        if not feature.hasGeometry() or not feature.geometry().boundingBox().isFinite():
            continue
        try:
            place = transform.transform(feature.geometry().boundingBox().center())
        except QgsCsException:
            outside += 1
            continue
        if KOREA.contains(place):
            inside += 1
        else:
            outside += 1
    return inside >= outside
