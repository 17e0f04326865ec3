"""One QGIS process: load the plugin, run one algorithm, say what it says to its user, and end.

It ends with 0 after a run that succeeded, with 3 after one that failed in an orderly way.
"""

from __future__ import annotations

import builtins
import gc
import importlib.util
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

PACKAGE = "innovation_clusters"
PROVIDER = "innovationclusters"
MAIN_JOB = f"{PROVIDER}:innovationclusters"


class Told(QgsProcessingFeedback):
    """Prints what a user would read as a warning or an error."""

    def __init__(self) -> None:
        super().__init__(False)

    def pushWarning(self, warning: str) -> None:
        print(f"warning: {warning}", flush=True)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        print(f"error: {error}", flush=True)


def load() -> None:
    root = Path(os.environ["INNOVATION_CLUSTERS_ROOT"])
    specification = importlib.util.spec_from_file_location(
        PACKAGE, root / "__init__.py", submodule_search_locations=[str(root)]
    )
    if specification is None or specification.loader is None:
        raise RuntimeError(f"{root} holds no plugin")
    package = importlib.util.module_from_spec(specification)
    sys.modules[PACKAGE] = package
    specification.loader.exec_module(package)


def remove_while_a_task_runs(plugin: Any, parameters: dict[str, Any]) -> int:
    """Run the main job as the toolbox does, in a task, and unload the plugin in the middle of it."""
    in_the_middle: threading.Event = builtins.trust  # type: ignore[attr-defined]
    context, feedback = QgsProcessingContext(), Told()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(MAIN_JOB)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    outcome: list[bool] = []
    task.executed.connect(lambda succeeded, _: outcome.append(succeeded))
    QgsApplication.taskManager().addTask(task)
    if not in_the_middle.wait(60):
        return 4
    began = time.monotonic()
    plugin.unload()
    at_once = time.monotonic() - began < 5
    gc.collect()
    until = time.monotonic() + 60
    while not outcome and time.monotonic() < until:
        QCoreApplication.processEvents()
    print(
        f"task: {bool(outcome and outcome[0])}, removed at once: {at_once}, "
        f"providers: {count_of_providers()}",
        flush=True,
    )
    return 0 if outcome else 5


def close_while_tasks_run(parameters: dict[str, Any]) -> int:
    """Run the main job in a task and explore its points in others; cancel all, as QGIS does when it is asked
    to close, and see whether any task is left, for then it stays open.
    """
    from innovation_clusters.plugin.explorer.exploration import Exploration
    from innovation_clusters.plugin.explorer.reading import ask_for_layer

    in_the_middle: threading.Event = builtins.trust  # type: ignore[attr-defined]
    clustering: threading.Event = builtins.clustering  # type: ignore[attr-defined]
    layer = QgsVectorLayer(parameters["INVENTORS"].removeprefix("delimitedtext://"), "", "delimitedtext")
    QgsProject.instance().addMapLayer(layer)
    exploration = Exploration()
    exploration.arrived.connect(lambda arrival: exploration.move(arrival.limits.eps, 10.0))
    exploration.read([ask_for_layer(layer, "")])
    context, feedback = QgsProcessingContext(), Told()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(MAIN_JOB)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    outcome: list[bool] = []
    task.executed.connect(lambda succeeded, _: outcome.append(succeeded))
    tasks = QgsApplication.taskManager()
    tasks.addTask(task)
    until = time.monotonic() + 60
    while not (in_the_middle.is_set() and clustering.is_set()) and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    running = tasks.countActiveTasks()
    began = time.monotonic()
    tasks.cancelAll()
    while tasks.countActiveTasks() and time.monotonic() < began + 10:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    at_once = time.monotonic() - began < 5
    # What would begin again does so in the loop of events.
    until = time.monotonic() + 1
    while time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    print(
        f"tasks: {running}, ended at once: {at_once}, left: {tasks.countActiveTasks()}, main job: {outcome}",
        flush=True,
    )
    exploration.end()
    return 0


def count_of_providers() -> int:
    providers = QgsApplication.processingRegistry().providers()
    return sum(provider.id() == PROVIDER for provider in providers)


def reload_ten_times(parameters: dict[str, Any]) -> int:
    """Load and unload the plugin again and again, its modules too, as QGIS's Plugin Reloader does."""
    before, loaded, threads = count_of_providers(), 0, []
    for _ in range(10):
        load()
        from innovation_clusters import classFactory

        plugin = classFactory(None)
        plugin.initProcessing()
        loaded = count_of_providers()
        succeeded = run(MAIN_JOB, parameters)
        plugin.unload()
        del plugin
        for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
            del sys.modules[name]
        gc.collect()
        threads.append(threading.active_count())
        if not succeeded:
            return 3
    print(
        f"providers: {before} {loaded} {count_of_providers()}, "
        f"more threads after ten than after two: {threads[-1] > threads[1]}",
        flush=True,
    )
    return 0


def run(algorithm_id: str, parameters: dict[str, Any]) -> bool:
    """Check the parameters and run an algorithm, as the dialogs do."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    accepted, reason = algorithm.checkParameterValues(parameters, context)
    if not accepted:
        print(f"error: {reason}", flush=True)
        return False
    _, succeeded = algorithm.run(parameters, context, Told())
    return bool(succeeded)


def live(asked: dict[str, Any]) -> int:
    """Do what was asked; return the exit code."""
    if asked["algorithm"] == "reload":
        return reload_ten_times(asked["parameters"])
    load()
    from innovation_clusters import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    exec(asked["before"], {})
    if asked["algorithm"] == "task":
        return remove_while_a_task_runs(plugin, asked["parameters"])
    if asked["algorithm"] == "close":
        code = close_while_tasks_run(asked["parameters"])
        plugin.unload()
        return code
    succeeded = run(f"{PROVIDER}:{asked['algorithm']}", asked["parameters"])
    plugin.unload()
    return 0 if succeeded else 3


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    code = live(json.loads(sys.argv[1]))
    QgsProject.instance().clear()
    application.exitQgis()
    sys.exit(code)
