"""One piece of work at a time, in a background task of QGIS.

Clustering takes all processors by itself, and the sites it works on may be used by one thread only: so the
next piece begins when the last one has ended, cancelled or not.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...analysis.errors import Cancelled, InputError
from ...analysis.monitor import Monitor
from ...processing_algorithms.metadata import NAME

Job = Callable[[Monitor], Any]


class _Task(QgsTask):
    """Runs a job; what comes of it is read in the main thread."""

    def __init__(self, description: str, job: Job, over: Callable[[_Task], None], silent: bool) -> None:
        flags = QgsTask.Flag.CanCancel
        if silent:
            flags = flags | QgsTask.Flag.Hidden | QgsTask.Flag.Silent
        super().__init__(description, flags)
        self._job, self._over = job, over
        self.outcome: Any = None
        self.problem: InputError | None = None
        self.failure = ""

    def run(self) -> bool:
        monitor = Monitor(lambda fraction: self.setProgress(100.0 * fraction), self.isCanceled)
        try:
            self.outcome = self._job(monitor)
        except Cancelled:
            return False
        except InputError as error:
            self.problem = error
            return False
        except Exception:
            # Whatever it is, it belongs in the log, where a task would lose it.
            self.failure = traceback.format_exc()
            return False
        return True

    def finished(self, result: bool) -> None:
        self._over(self)


class Worker(QObject):
    """Runs one job after the other, never two; `kind` names the one that runs, empty for none.

    `done` brings the kind and the outcome of a job, `refused` the kind and its InputError, `failed` the kind
    of one that went wrong otherwise, which is then in the message log. `stopped` brings the kind of one that
    was cancelled by others: by QGIS before it closes, or in its list of tasks. `idle` comes after each of
    them, and after a job that was cancelled. `progress` is that of the job, 0 to 100.
    """

    done = pyqtSignal(str, object)
    refused = pyqtSignal(str, object)
    failed = pyqtSignal(str)
    stopped = pyqtSignal(str)
    idle = pyqtSignal()
    progress = pyqtSignal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = ""
        self._task: _Task | None = None
        self._began = 0.0
        self._dropped = False

    @property
    def seconds(self) -> float:
        """How long the job has been running."""
        return time.monotonic() - self._began if self._task is not None else 0.0

    def start(self, kind: str, description: str, job: Job, *, silent: bool = True) -> None:
        """Start a job; only when none is running."""
        if self._task is not None:
            raise RuntimeError(f"{self.kind} is still running")
        self.kind, self._began, self._dropped = kind, time.monotonic(), False
        task = self._task = _Task(description, job, self._over, silent)
        task.progressChanged.connect(self.progress)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the running job to stop; what it brings all the same is dropped."""
        if self._task is not None and not self._dropped:
            self._dropped = True
            self._task.cancel()

    def end(self, seconds: float = 5.0) -> None:
        """Cancel the running job, wait for it, and hear no more of it: for whoever goes away."""
        task = self._task
        if task is None:
            return
        self.cancel()
        self._task, self.kind = None, ""
        if task.status() in (QgsTask.TaskStatus.Running, QgsTask.TaskStatus.Queued):
            task.waitForFinished(round(1000 * seconds))

    def _over(self, task: _Task) -> None:
        kind = self.kind
        # One that nobody waits for any more.
        if task is not self._task:
            return
        self._task, self.kind = None, ""
        if task.failure:
            QgsMessageLog.logMessage(task.failure, NAME, Qgis.MessageLevel.Critical)
            self.failed.emit(kind)
        elif task.isCanceled() and not self._dropped:
            self.stopped.emit(kind)
        elif task.problem is not None and not self._dropped:
            self.refused.emit(kind, task.problem)
        elif task.outcome is not None and not self._dropped:
            self.done.emit(kind, task.outcome)
        self.idle.emit()
