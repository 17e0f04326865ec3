"""A scale bar with a round length."""

from __future__ import annotations

import math

from qgis.core import Qgis, QgsLayoutItemMap, QgsLayoutItemScaleBar


def fit_scale_bar(bar: QgsLayoutItemScaleBar, linked: QgsLayoutItemMap) -> None:
    """Give a scale bar a round length of about a quarter of the map's width, where it stands."""
    bar.setLinkedMap(linked)
    bar.setUnits(Qgis.DistanceUnit.Kilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    length = linked.extent().width() / 1000 / 4
    power = 10.0 ** math.floor(math.log10(length))
    bar.setUnitsPerSegment(max(step for step in (1.0, 2.0, 5.0) if step * power <= length) * power / 2)
    bar.update()
