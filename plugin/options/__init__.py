"""The page in QGIS's Options: defaults of dialogs, language of outputs, packages, kernels, diagnostics."""

from .factory import OptionsPages

__all__ = ["OptionsPages"]
