"""A QGIS with an event loop that runs densityclusters in a task, as its dialog does, and is watched.

The layer is one of the project, the output a file. What happens is told by phases of the run, which are known
by what the run says that it does.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsField,
    QgsFields,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QMetaType, Qt

from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.processing_algorithms.layers.geopackage import filling

from .observed import Phase
from .points import Points
from .qgis_processing import start_qgis
from .ticking import lateness, precise_timer, ticking

ALGORITHM = "innovationclusters:densityclusters"
DEGREES = "EPSG:4326"
PHASES = ("reading", "clustering", "writing")


@dataclass
class Times:
    """When things happened in one run, in seconds of `time.perf_counter`.

    `phases` are when each began that was come to; `moves` when progress grew, and the fraction it grew to;
    `ticks` are the main thread's.
    """

    began: float = 0.0
    phases: list[float] = field(default_factory=list)
    moves: list[tuple[float, float]] = field(default_factory=list)
    ticks: list[float] = field(default_factory=list)
    cancelled: float | None = None
    successful: bool = False
    ended: float = 0.0

    def move(self, fraction: float) -> None:
        """Note progress where it is more than before."""
        if fraction > self.moves[-1][1]:
            self.moves.append((time.perf_counter(), fraction))

    def phase_at(self, moment: float) -> str:
        """Return the phase of a moment; what goes before the first is part of it."""
        return PHASES[max(0, sum(at <= moment for at in self.phases) - 1)]

    def begin_of(self, phase: str) -> float:
        """Return when a phase began; one that the run did not come to, with its end."""
        begun = [self.began, *self.phases[1:]]
        number = PHASES.index(phase)
        return begun[number] if number < len(begun) else self.ended


class Feedback(QgsProcessingFeedback):
    """Notes when a run says that it does something else."""

    def __init__(self, times: Times) -> None:
        super().__init__()
        self._times = times

    def setProgressText(self, text: str) -> None:
        self._times.phases.append(time.perf_counter())


def write_degrees(path: Path, points: Points) -> None:
    """Write points in degrees with their weights, and a spatial index, to a GeoPackage."""
    if points.weights is None:
        raise ValueError("points without weights")
    # QGIS must be there for it to know reference systems.
    start_qgis()
    fields = QgsFields()
    fields.append(QgsField("weight", QMetaType.Type.Double))
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        Qgis.WkbType.Point,
        QgsCoordinateReferenceSystem(DEGREES),
        QgsCoordinateTransformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    # The file is whole when the writer is gone.
    del writer
    with filling(path, Monitor()) as table:
        table.insert([points.weights], (points.x, points.y))


def watch_processing(
    warm_up: Path, source: Path, eps: float, min_weight: float, folder: Path, moments: int
) -> tuple[list[Phase], int]:
    """Run to the end once after a small run that is not watched, and then once for each of the moments, so
    many in every phase, at which a run is cancelled; return what was seen by phase, and how many of these
    came to their end all the same.
    """
    _run(warm_up, eps, min_weight, folder)
    runs = [_run(source, eps, min_weight, folder)]
    for begin, end in pairwise(_bounds(runs[0])):
        for moment in range(moments):
            after = begin + (end - begin) * (moment + 0.5) / moments - runs[0].began
            runs.append(_run(source, eps, min_weight, folder, after))
    return _phases(runs), sum(times.successful for times in runs[1:])


def watch_cold(
    source: Path, eps: float, min_weight: float, folder: Path, cancel_after: float | None
) -> tuple[list[Phase], float]:
    """Run once, in a process that has no kernels and an empty folder to keep them in; return what was seen,
    and how many seconds after the beginning of the run clustering began.
    """
    times = _run(source, eps, min_weight, folder, cancel_after)
    return _phases([times]), times.begin_of("clustering") - times.began


def _bounds(whole: Times) -> list[float]:
    """Return when the phases of a whole run began, and when the last one ended."""
    return [*(whole.begin_of(name) for name in PHASES), whole.ended]


def _phases(runs: list[Times]) -> list[Phase]:
    """Tell of runs by phases; the first one is whole."""
    found = []
    for name, (begin, end) in zip(PHASES, pairwise(_bounds(runs[0])), strict=True):
        late = [
            late for times in runs for tick, late in lateness(times.ticks) if times.phase_at(tick) == name
        ]
        pauses = [
            later - earlier
            for times in runs
            for earlier, later in pairwise([*(at for at, _ in times.moves), times.cancelled or times.ended])
            if times.phase_at(earlier) == name
        ]
        waits = [
            times.ended - times.cancelled
            for times in runs
            if times.cancelled is not None and times.phase_at(times.cancelled) == name
        ]
        found.append(Phase(name, end - begin, max(late, default=0.0), max(pauses, default=0.0), waits))
    return found


def _run(
    source: Path, eps: float, min_weight: float, folder: Path, cancel_after: float | None = None
) -> Times:
    """Run the algorithm in a task of the event loop, and cancel it after some seconds if asked to."""
    start_qgis()
    target = folder / "clusters.gpkg"
    target.unlink(missing_ok=True)
    project = QgsProject.instance()
    layer = QgsVectorLayer(str(source), "points", "ogr")
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    parameters = {
        "INPUT": layer.id(),
        "EPS": eps,
        "MIN_SIZE": min_weight,
        "WEIGHT": "weight",
        "OUTPUT": str(target),
    }
    times, loop = Times(), QEventLoop()
    feedback = Feedback(times)

    def end(successful: bool, results: dict[str, object]) -> None:
        times.ended, times.successful = time.perf_counter(), successful
        loop.quit()

    def cancel() -> None:
        times.cancelled = time.perf_counter()
        feedback.cancel()

    # In the thread that reports: the main one's time is another matter.
    feedback.progressChanged.connect(
        lambda percent: times.move(percent / 100.0), Qt.ConnectionType.DirectConnection
    )
    cancelling = precise_timer(cancel)
    cancelling.setSingleShot(True)
    times.began = time.perf_counter()
    times.moves.append((times.began, 0.0))
    with ticking() as times.ticks:
        accepted, reason = algorithm.checkParameterValues(parameters, context)
        if not accepted:
            raise ValueError(reason)
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        task.executed.connect(end)
        if cancel_after is not None:
            cancelling.start(max(1, round(1000 * (cancel_after - (time.perf_counter() - times.began)))))
        QgsApplication.taskManager().addTask(task)
        loop.exec()
    cancelling.stop()
    if cancel_after is None and not times.successful:
        raise ValueError(feedback.textLog())
    project.removeAllMapLayers()
    # QGIS calls a run cancelled that was whole when Cancel came.
    times.successful = target.exists()
    return times
