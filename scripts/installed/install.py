"""Run inside a real QGIS (qgis --code install.py): install the zip as Plugins > Install from ZIP does, reload
it ten times, remove it, and write what happened into a file.

The environment says INSTALLED_ZIP and INSTALLED_RESULT.
"""

from __future__ import annotations

import json
import os
import traceback
from pathlib import Path
from typing import Any

import pyplugin_installer  # type: ignore[import-not-found]  # QGIS puts it on the path
from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QMenu

NAME = "innovation_clusters"
PROVIDER = "innovationclusters"
RELOADS = 10


def algorithms() -> int:
    provider = QgsApplication.processingRegistry().providerById(PROVIDER)
    return 0 if provider is None else len(provider.algorithms())


def things() -> dict[str, int]:
    """Count what the plugin may leave behind: objects of the window that bear its name, menus, providers."""
    # What was deleted "later" goes when Qt comes round to it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = utils.iface.mainWindow()
    return {
        "objects": sum(
            "innovation" in child.objectName().lower()
            # QGIS keeps the menu of a plugin when it has taken the last entry out of it and hidden it.
            and not (isinstance(child, QMenu) and not child.actions())
            for child in window.findChildren(QObject)
        ),
        "menu": len(utils.iface.pluginMenu().actions()) + len(utils.iface.vectorMenu().actions()),
        "providers": len(QgsApplication.processingRegistry().providers()),
    }


def proceed() -> dict[str, Any]:
    before = things()
    installer = pyplugin_installer.instance()
    installer.installFromZipFile(os.environ["INSTALLED_ZIP"])
    result: dict[str, Any] = {"active": NAME in utils.active_plugins, "algorithms": algorithms()}
    result["metadata"] = {
        key: utils.pluginMetadata(NAME, key) for key in ("name", "version", "changelog", "about")
    }
    loaded = things()
    for _ in range(RELOADS):
        utils.reloadPlugin(NAME)
    result["algorithms after reloading"] = algorithms()
    result["left by reloading"] = {key: value - loaded[key] for key, value in things().items()}
    installer.uninstallPlugin(NAME, quiet=True)
    result["active after removing"] = NAME in utils.active_plugins
    result["algorithms after removing"] = algorithms()
    result["left by removing"] = {key: value - before[key] for key, value in things().items()}
    return result


def write_and_leave() -> None:
    result: dict[str, Any] = {}
    try:
        result = proceed()
    except Exception:
        result["error"] = traceback.format_exc()
    finally:
        Path(os.environ["INSTALLED_RESULT"]).write_text(json.dumps(result), encoding="utf-8")
        QgsApplication.instance().exit(0)


QTimer.singleShot(0, write_and_leave)
