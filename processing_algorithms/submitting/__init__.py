"""Runs that another Python does, outside QGIS: which Python, what it is told, how it is heard and ended."""
