"""Distances, areas and planes in metres, from QGIS's own machinery."""
