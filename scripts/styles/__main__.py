"""Writes all styles; see the room's own page."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsMapLayer

from innovation_clusters.plugin.styles import FURTHER_CATEGORIES, STYLES
from innovation_clusters.scripts.styles import (
    clusters,
    editions,
    points,
    quality,
    tables,
    ties,
    zone_activity,
    zones,
)
from innovation_clusters.scripts.styles.writing import write

ROOMS = (clusters, tables, points, editions, ties, quality, zones, zone_activity)


def main() -> int:
    STYLES.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    for room in ROOMS:
        for name, make in room.LAYERS.items():
            layer = make()
            write(name, layer)
            del layer
    for room in (clusters, points, editions):
        for name, make in room.FURTHER.items():
            layer = make()
            write(name, layer, FURTHER_CATEGORIES | QgsMapLayer.StyleCategory.Fields)
            del layer
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
