"""What a bug report needs to be understood, as text that can be published."""

from __future__ import annotations

import locale
import os
import platform
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from osgeo import gdal, osr
from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR, QLocale, QSysInfo

from ...analysis import kernel_cache
from ...analysis.installing import running_platform
from ...analysis.packages import Package
from ...processing_algorithms.base import language
from ...processing_algorithms.metadata import NAME, VERSION
from ...processing_algorithms.output_language import chosen_language
from ...processing_algorithms.preferences import KERNEL_FOLDER, ROOT, SPARK_PYTHON
from ..provider import PROVIDER_ID

# From a slash or a drive to the end of what can be a path.
_PATH = re.compile(r"(?<!\w)(?:[A-Za-z]:)?[\\/]+(?:[^\\/:*?\"'<>|()\n]+[\\/]+)*([^\\/:*?\"'<>|()\s]*)")
# Variables that change what QGIS or the packages do; only that they are set is told.
_VARIABLES = ("NUMBA_CACHE_DIR", "NUMBA_DISABLE_JIT", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "PYTHONPATH")


def diagnostics(found: Mapping[str, Package]) -> str:
    """Return a line per fact; `found` are the packages as they were looked up."""
    proj = f"{osr.GetPROJVersionMajor()}.{osr.GetPROJVersionMinor()}.{osr.GetPROJVersionMicro()}"
    facts = {
        NAME: VERSION,
        "QGIS": f"{Qgis.version()} ({Qgis.devVersion()})",
        "Qt, PyQt": f"{QT_VERSION_STR}, {PYQT_VERSION_STR}",
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        "GDAL, PROJ, GEOS": f"{gdal.__version__}, {proj}, {Qgis.geosVersion()}",
        "System": f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}, "
        f"{os.cpu_count()} processors",
        "Installed by": running_platform() or "unknown",
        "Locale": f"QGIS {QgsApplication.locale()}, system {QLocale.system().name()}, "
        f"encoding {locale.getpreferredencoding(False)}",
        "Language": f"{language()}, outputs {chosen_language() or 'as QGIS'}",
        "Theme": QgsApplication.themeName() or "default",
        "Algorithms": _algorithms(),
        "Compiled kernels": f"{kernel_cache.kept_bytes()} bytes",
        "Variables": ", ".join(name for name in _VARIABLES if os.environ.get(name)) or "none",
        **{f"Package {name}": _told(package) for name, package in found.items()},
        **_settings(),
    }
    return "\n".join(f"{name}: {without_places(value)}" for name, value in facts.items()) + "\n"


def without_places(text: str) -> str:
    """Return a text without names of folders and of the user, which an error message may hold."""
    for place in {str(Path.home()), QgsApplication.qgisSettingsDirPath(), sys.prefix}:
        # Not the root of the file system, which is the home of some services.
        if len(place) > 1:
            text = text.replace(place, "/~")
    text = _PATH.sub(r"…/\1", text)
    user = Path.home().name
    return re.sub(rf"\b{re.escape(user)}\b", "…", text) if user else text


def _algorithms() -> str:
    provider = QgsApplication.processingRegistry().providerById(PROVIDER_ID)
    return "not registered" if provider is None else str(len(provider.algorithms()))


def _told(package: Package) -> str:
    return " ".join(part for part in (package.version, package.problem) if part) or "found"


def _settings() -> dict[str, str]:
    settings = QgsSettings()
    settings.beginGroup(ROOT)
    keys = sorted(settings.allKeys())
    settings.endGroup()
    return {
        f"Setting {key}": "a place of its own"
        if f"{ROOT}/{key}" in (KERNEL_FOLDER, SPARK_PYTHON)
        else str(settings.value(f"{ROOT}/{key}"))
        for key in keys
    }
