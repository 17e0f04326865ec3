"""The sample project of the menu: made by real runs of the algorithms in the background, then opened.

The data is modelled; the dialog, the title of the project, the report and the metadata of layers say so.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsFileWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ..processing_algorithms.base import ICON, tr
from ..processing_algorithms.metadata import NAME
from .atlas_project import (
    GEOPACKAGE,
    PROJECT,
    REPORT,
    SAMPLE,
    SOURCES,
    Atlas,
    arrange,
    finding,
    open_atlas,
    opened,
    preparing,
    sample_remark,
    sample_totals,
    table,
    view_of,
)
from .dock.data_page import address_name
from .dock.roles import Role
from .provider import PROVIDER_ID

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

FOLDER = "innovation-clusters-sample"

# Milliseconds; a run hears its cancel within a second.
LONGEST_WAIT = 5000

# As the sample's tables call what an address has.
COLUMNS = {"record": "record", "weight": "addresses", "economy": "economy"}


class SampleProject:
    """The menu entry that makes and opens the sample project."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._run: SampleRun | None = None
        self._action = QAction(QIcon(str(ICON)), tr("Open the sample…"), iface.mainWindow())
        self._action.setObjectName("innovation_clusters_sample")
        self._action.setStatusTip(tr("Make a project from the bundled, modelled sample"))
        self._action.triggered.connect(self.open)
        iface.addPluginToVectorMenu(NAME, self._action)

    def remove(self) -> None:
        """Take the menu entry away, and end a run that is under way."""
        if self._run is not None:
            self._run.cancel()
            self._run = None
        self._iface.removePluginVectorMenu(NAME, self._action)
        self._action.deleteLater()

    def open(self) -> None:
        """Ask for a folder and for what is to become of the open project; then make the sample."""
        if self._run is not None:
            self._say_begun()
            return
        dialog = SampleDialog(self._iface.mainWindow())
        accepted, folder = dialog.exec(), dialog.folder()
        dialog.deleteLater()
        # QGIS's own question: save, discard or stay with the project as it is.
        if accepted and self._iface.newProject(True):
            self.make(folder)

    def make(self, parent: Path | None) -> None:
        """Make the sample in a new folder in `parent`, in one that goes with QGIS where there is none."""
        try:
            folder = new_folder(parent or Path(QgsProcessingUtils.tempFolder()))
        except OSError as error:
            self._iface.messageBar().pushWarning(
                NAME,
                tr("Nothing can be written to {folder}: {problem}. Choose another folder.").format(
                    folder=parent, problem=error.strerror
                ),
            )
            return
        self._say_begun()
        self._run = SampleRun(folder, lambda problem: self._finish(folder, problem, parent is None))
        self._run.start()

    def _say_begun(self) -> None:
        self._iface.messageBar().pushInfo(NAME, tr("The sample is being made in the background."))

    def _finish(self, folder: Path, problem: str, temporary: bool) -> None:
        self._run = None
        bar = self._iface.messageBar()
        if problem:
            shutil.rmtree(folder, ignore_errors=True)
            bar.pushWarning(NAME, problem)
            return
        # What was begun in the meantime is not thrown away without a question.
        if QgsProject.instance().mapLayers() and not self._iface.newProject(True):
            bar.pushInfo(NAME, tr("The files of the sample are in {folder}.").format(folder=folder))
            return
        project = QgsProject.instance()
        atlas = open_atlas(folder, tr("Innovation clusters: modelled sample"))
        atlas.addresses = [opened(folder, source, address_name(Role(source))) for source in SOURCES]
        arrange(project, atlas)
        # The window takes system and view from the first layer of a new project, once it is idle.
        QTimer.singleShot(0, lambda: self._show(project, atlas, temporary))

    def _show(self, project: QgsProject, atlas: Atlas, temporary: bool) -> None:
        extent = view_of(project, atlas.clusters)
        project.setCrs(extent.crs())
        self._iface.mapCanvas().setReferencedExtent(extent)
        self._iface.mapCanvas().refresh()
        if temporary:
            project.setDirty(False)
        elif not project.write(str(atlas.folder / PROJECT)):
            self._iface.messageBar().pushWarning(
                NAME, tr("The project could not be written: {problem}").format(problem=project.error())
            )
        self._tell(atlas.folder, atlas.clusters.featureCount(), temporary)

    def _tell(self, folder: Path, count: int, temporary: bool) -> None:
        bar = self._iface.messageBar()
        where = tr("a temporary folder") if temporary else str(folder)
        message = bar.createMessage(
            NAME,
            tr("{count} clusters of the modelled sample, in {folder}. No row is real.").format(
                count=count, folder=where
            ),
        )
        report = QPushButton(tr("Show the report"))
        report.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder / REPORT))))
        message.layout().addWidget(report)
        bar.pushWidget(message, Qgis.MessageLevel.Success)


class SampleDialog(QDialog):
    """Says what the sample is and asks for a folder."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open the sample"))
        told = QLabel(
            tr(
                "Makes a project of clusters of the world from the bundled sample, with the algorithms that "
                "you run on data of your own. It takes some seconds; QGIS can be used meanwhile."
            )
        )
        remark = QLabel(f"<b>{sample_remark()}</b>")
        asked = QLabel(tr("Folder for the project (left empty, it is temporary and goes when QGIS ends)"))
        for label in (told, remark, asked):
            label.setWordWrap(True)
        self._folder = QgsFileWidget()
        self._folder.setObjectName("folder")
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setDialogTitle(tr("Folder for the project"))
        asked.setBuddy(self._folder)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Open the sample"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (told, remark, asked, self._folder, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(480)

    def folder(self) -> Path | None:
        """Return the chosen folder, None where the project is to be temporary."""
        path = self._folder.filePath().strip()
        return Path(path).expanduser() if path else None


class SampleRun:
    """The runs that make the sample, one task after the other; `done` is told what went wrong, or nothing."""

    def __init__(self, folder: Path, done: Callable[[str], None]) -> None:
        self._folder = folder
        self._done = done
        self._context = QgsProcessingContext()
        self._feedback = SampleFeedback()
        self._waiting = list(SOURCES)
        self._prepared: dict[str, QgsVectorLayer] = {}
        self._inputs: list[QgsVectorLayer] = []
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._cancelled = False

    def start(self) -> None:
        """Begin; the window stays alive."""
        self._next()

    def cancel(self) -> None:
        """Stop without a word: whoever has asked for the run is gone."""
        self._cancelled = True
        self._feedback.cancel()
        if self._task is not None and not sip.isdeleted(self._task):
            self._task.cancel()
            # It may be writing into the folder.
            self._task.waitForFinished(LONGEST_WAIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _next(self) -> None:
        if self._waiting:
            layer = sample_layer(self._waiting[0])
            self._inputs.append(layer)
            output = table(self._folder / GEOPACKAGE, self._waiting[0])
            self._begin("preparepoints", preparing(layer, COLUMNS, output), self._has_prepared)
        else:
            parameters = finding(self._prepared, sample_totals(), self._folder, sample_remark())
            self._begin("innovationclusters", parameters, self._has_found)

    def _begin(
        self, name: str, parameters: dict[str, Any], then: Callable[[bool, dict[str, Any]], None]
    ) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"{PROVIDER_ID}:{name}")
        accepted, reason = algorithm.checkParameterValues(parameters, self._context)
        if not accepted:
            self._end(reason)
            return
        self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._context, self._feedback)
        self._task.executed.connect(then)
        QgsApplication.taskManager().addTask(self._task)

    def _has_prepared(self, succeeded: bool, results: dict[str, Any]) -> None:
        if self._stopped(succeeded):
            return
        source = self._waiting.pop(0)
        layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], self._context)
        layer.setName(address_name(Role(source)))
        self._prepared[source] = layer
        self._next()

    def _has_found(self, succeeded: bool, results: dict[str, Any]) -> None:
        if self._stopped(succeeded):
            return
        self._prepared.clear()
        self._context.temporaryLayerStore().removeAllMapLayers()
        self._end("")

    def _end(self, problem: str) -> None:
        # Layers of GDAL's that are left when QGIS ends crash it.
        self._inputs.clear()
        # Not from within the signal of a task that this object keeps the context and feedback of.
        QTimer.singleShot(0, lambda: self._done(problem))

    def _stopped(self, succeeded: bool) -> bool:
        if self._cancelled or succeeded:
            return self._cancelled
        self._end(" ".join(self._feedback.errors) or tr("Cancelled. Nothing was written."))
        return True


class SampleFeedback(QgsProcessingFeedback):
    """Keeps errors for the one sentence at the end; the rest is in the message log."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatal: bool = False) -> None:
        self.errors.append(error)
        QgsMessageLog.logMessage(error, NAME, Qgis.MessageLevel.Warning)


def sample_layer(source: str) -> QgsVectorLayer:
    """Return one table of the sample."""
    return QgsVectorLayer(f"{SAMPLE / source}.csv|option:AUTODETECT_TYPE=NO", source, "ogr")


def new_folder(parent: Path) -> Path:
    """Make a folder for the sample beside what is there already. Raises OSError."""
    number = 1
    while True:
        folder = parent / (FOLDER if number == 1 else f"{FOLDER}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            if not folder.exists():
                raise
            number += 1
        else:
            return folder
