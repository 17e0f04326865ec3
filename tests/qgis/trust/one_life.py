"""One QGIS process: load the plugin, run one algorithm, say what it says to its user, and end.

It ends with 0 after a run that succeeded, with 3 after one that failed in an orderly way.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)

PACKAGE = "innovation_clusters"


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


def live(asked: dict[str, Any]) -> int:
    from innovation_clusters import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    exec(asked["before"], {})
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = Told()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(
        f"innovationclusters:{asked['algorithm']}"
    )
    accepted, reason = algorithm.checkParameterValues(asked["parameters"], context)
    if not accepted:
        print(f"error: {reason}", flush=True)
        succeeded = False
    else:
        _, succeeded = algorithm.run(asked["parameters"], context, feedback)
    del algorithm, context
    plugin.unload()
    return 0 if succeeded else 3


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    load()
    code = live(json.loads(sys.argv[1]))
    QgsProject.instance().clear()
    application.exitQgis()
    sys.exit(code)
