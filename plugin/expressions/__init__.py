"""Functions for QGIS's expressions: in labels, field calculator, layouts, models and qgis_process."""

from .registry import ExpressionFunctions

__all__ = ["ExpressionFunctions"]
