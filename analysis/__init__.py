"""The science of innovation clusters: numpy and, where present, numba. No QGIS, no Qt."""
