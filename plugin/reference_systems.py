"""Longitude and latitude as the thread of the window knows it, before a thread of a run does.

QGIS keeps the systems of reference that it has read for the whole process, each with an object of PROJ that
belongs to the thread which came first. When that thread ends, and those of runs end after half a minute
without work, the object goes with it while the kept system stays (3.40): layers that have it are then drawn
as if they were in no system at all, and nothing says so.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from ..processing_algorithms.measures.measuring import LONGITUDE_LATITUDE


def know_longitude_and_latitude() -> None:
    """Have QGIS keep the system that layers of runs and the map of QGIS are in; call it in the thread of the
    window, before any run.
    """
    system = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    # In this spelling data providers hand it over, and QGIS keeps systems by spelling.
    QgsCoordinateReferenceSystem.fromWkt(system.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
