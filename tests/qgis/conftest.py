"""Starts QGIS once, without a screen or a user's profile, and loads the plugin the way QGIS does."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A profile of its own: the settings of whoever runs the tests must not change what they find.
PROFILE = tempfile.TemporaryDirectory(prefix="innovation-clusters-tests-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = PROFILE.name
if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(dir=PROFILE.name)

from qgis.core import (  # noqa: E402 (QGIS reads the environment when it is imported)
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

PROVIDER = "innovationclusters"
_applications: list[QgsApplication] = []


@pytest.fixture(scope="session")
def qgis_app() -> Iterator[QgsApplication]:
    """QGIS with Processing, its native algorithms and our provider; its language is English."""
    application = QgsApplication([], False)
    _applications.append(application)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from innovation_clusters import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    yield application
    plugin.unload()
    Processing.deinitialize()
    QgsProject.instance().clear()


@pytest.fixture(autouse=True, scope="module")
def project_left_empty() -> Iterator[None]:
    """Whatever a module's tests left in the project does not meet the next one's, nor QGIS's end."""
    yield
    if _applications and QgsProject.instance().count():
        QgsProject.instance().clear()


_outcome: list[int] = []


def pytest_sessionfinish(exitstatus: int) -> None:
    _outcome.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """End QGIS last of all: a test's layers and contexts must not outlive it, and pytest holds on to those of
    the last test, and of one that failed, until its report is out.
    """
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)
    gc.collect()
    for application in _applications:
        application.exitQgis()
    if _applications and _outcome:
        # Layers of runs that failed have crashed the end of the interpreter. Since runs let go of them, parts
        # of these tests end in order without this; all in one process, passing, have yet to be seen to.
        PROFILE.cleanup()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_outcome[-1])


class Feedback(QgsProcessingFeedback):
    """Remembers all it is told, and asks to stop when `stop_at` says so."""

    def __init__(self, stop_at: Callable[[Feedback], bool] | None = None) -> None:
        super().__init__(False)
        self.stop_at = stop_at
        self.progress: list[float] = []
        self.errors: list[str] = []
        self.warnings: list[str] = []
        self.lines: list[str] = []
        self.progressChanged.connect(self.progress.append)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def isCanceled(self) -> bool:
        return super().isCanceled() or (self.stop_at is not None and self.stop_at(self))

    @property
    def text(self) -> str:
        """All that was said, a line each."""
        return "\n".join([*self.lines, *self.warnings, *self.errors])


class Run:
    """The outcome of one run of an algorithm: its results, whether it succeeded, and what it said."""

    def __init__(self, name: str, parameters: dict[str, Any], feedback: Feedback | None = None) -> None:
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = feedback or Feedback()
        self.context.setFeedback(self.feedback)
        identifier = name if ":" in name else f"{PROVIDER}:{name}"
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(identifier)
        if algorithm is None:
            raise LookupError(identifier)
        self.accepted, self.reason = algorithm.checkParameterValues(parameters, self.context)
        self.results, self.succeeded = algorithm.run(parameters, self.context, self.feedback)

    def layer(self, output: str) -> QgsVectorLayer:
        """Return an output layer; the run keeps it alive."""
        layer = QgsProcessingUtils.mapLayerFromString(self.results[output], self.context)
        if layer is None:
            raise LookupError(output)
        return layer

    def rows(self, output: str) -> list[dict[str, Any]]:
        """Return the attributes of an output layer, NULL as None."""
        return [
            {name: _plain(value) for name, value in feature.attributeMap().items()}
            for feature in self.layer(output).getFeatures()
        ]

    def geometries(self, output: str) -> list[QgsGeometry]:
        """Return the geometries of an output layer."""
        return [QgsGeometry(feature.geometry()) for feature in self.layer(output).getFeatures()]


def _plain(value: Any) -> Any:
    return None if type(value).__name__ == "QVariant" else value


@pytest.fixture
def run(qgis_app: QgsApplication) -> type[Run]:
    """Run an algorithm: `run("clusterboundaries", {...})`."""
    return Run


@pytest.fixture
def feedback(qgis_app: QgsApplication) -> type[Feedback]:
    """A feedback that can be told when to ask for a stop."""
    return Feedback


@pytest.fixture
def make_layer(qgis_app: QgsApplication) -> Iterator[Callable[..., QgsVectorLayer]]:
    """Make a memory layer in the project from WKT (None for no geometry) and attribute rows.

    `make_layer("Point", "EPSG:4326", "id:integer", [("POINT (1 2)", 7), (None, 8)])`; the geometry "None"
    makes a table, an empty system of reference a layer without one.
    """
    made: list[str] = []

    def make(
        geometry: str, crs: str, fields: str, rows: Sequence[Sequence[Any]], name: str = "points"
    ) -> QgsVectorLayer:
        parts = [f"field={field}" for field in fields.split("&") if field]
        layer = QgsVectorLayer(f"{geometry}?{'&'.join(parts)}", name, "memory")
        # Also where it is empty: QGIS gives a new layer a system of its own choice.
        layer.setCrs(QgsCoordinateReferenceSystem(crs))
        features = []
        for wkt, *attributes in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(attributes)
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        accepted, _ = layer.dataProvider().addFeatures(features)
        if not accepted:
            raise ValueError(layer.dataProvider().lastError())
        layer.updateExtents()
        QgsProject.instance().addMapLayer(layer)
        made.append(layer.id())
        return layer

    yield make
    QgsProject.instance().removeMapLayers(made)
