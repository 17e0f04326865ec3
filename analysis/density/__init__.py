"""Exact density clustering of weighted points in the plane, on the sphere and on the ellipsoid."""

from .dbscan import BORDER_RULES, NOISE, DensityResult, dbscan
from .sites import Sites, collapse

__all__ = ["BORDER_RULES", "NOISE", "DensityResult", "Sites", "collapse", "dbscan"]
