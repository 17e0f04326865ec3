"""Opening the dialogs of Processing, so that history, models and batch know every run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QComboBox

from ..processing_algorithms.base import tr
from ..processing_algorithms.metadata import NAME
from .provider import PROVIDER_ID

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm
    from qgis.gui import QgisInterface

Finished = Callable[[dict[str, Any]], None]


def algorithm(name: str) -> QgsProcessingAlgorithm | None:
    """Return an algorithm of ours, None where this version of the plugin has none of that name."""
    return QgsApplication.processingRegistry().algorithmById(f"{PROVIDER_ID}:{name}")


def open_dialog(
    iface: QgisInterface,
    name: str,
    parameters: dict[str, Any] | None = None,
    finished: Finished | None = None,
) -> bool:
    """Open the dialog of an algorithm as the toolbox does; tell whether it could be opened.

    A layer given as "" is left for the user to choose. `finished` gets the results of every run of this
    dialog that succeeds.
    """
    processing = _processing()
    dialog = None
    if processing is not None:
        dialog = processing.createAlgorithmDialog(f"{PROVIDER_ID}:{name}", parameters or {})
    if dialog is None:
        iface.messageBar().pushWarning(
            NAME, tr("Enable the plugin Processing first: Plugins, Manage and Install Plugins.")
        )
        return False

    def hear(succeeded: bool, results: dict[str, Any]) -> None:
        if succeeded and finished is not None:
            finished(results)

    dialog.algorithmFinished.connect(hear)
    leave_empty(dialog, [name for name, value in (parameters or {}).items() if value == ""])
    canvas = iface.mapCanvas()
    tool = canvas.mapTool()
    dialog.show()
    dialog.exec()
    # A parameter may have taken the canvas to pick a place or an extent on it.
    if tool is not None and canvas.mapTool() != tool:
        canvas.setMapTool(tool)
    # Pressing Esc only hides a dialog.
    dialog.close()
    return True


def leave_empty(dialog: Any, names: Iterable[str]) -> None:
    """Choose no layer for these parameters of a dialog, which begins with any layer of the right geometry and
    keeps it when it is told to have none.
    """
    for name in names:
        wrapper = dialog.mainWidget().wrappers.get(name)
        for box in wrapper.wrappedWidget().findChildren(QComboBox) if wrapper is not None else ():
            box.setCurrentIndex(-1)


def _processing() -> Any:
    """Return QGIS's package `processing` where its plugin is enabled."""
    from qgis.utils import plugins

    if "processing" not in plugins:
        return None
    import processing

    return processing
