"""The sample of the menu: made in the background from real runs, never at the cost of what is open."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsReferencedRectangle, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QAction, QLabel, QMainWindow, QVBoxLayout, QWidget

from innovation_clusters.plugin import sample_project
from innovation_clusters.plugin.dock.roles import Role, roles_of
from innovation_clusters.plugin.sample_project import SampleDialog, SampleProject, new_folder

pytestmark = pytest.mark.qgis

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample.json"


class Bar:
    """Remembers the messages of QGIS's message bar."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.pushed: list[QWidget] = []

    def pushInfo(self, title: str, text: str) -> None:
        self.told.append(("info", text))

    def pushWarning(self, title: str, text: str) -> None:
        self.told.append(("warning", text))

    def createMessage(self, title: str, text: str) -> QWidget:
        self.told.append(("message", text))
        message = QLabel(text)
        message.setLayout(QVBoxLayout())
        return message

    def pushWidget(self, widget: QWidget, level: object) -> None:
        self.pushed.append(widget)

    @property
    def warnings(self) -> list[str]:
        return [text for kind, text in self.told if kind == "warning"]


class Canvas:
    def __init__(self) -> None:
        self.extent: QgsReferencedRectangle | None = None

    def setReferencedExtent(self, extent: QgsReferencedRectangle) -> None:
        self.extent = extent

    def refresh(self) -> None:
        pass


class Interface:
    """The part of QGIS's window that the sample touches; `may_close` is the answer about the open project."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.menu: list[QAction] = []
        self.bar = Bar()
        self.canvas = Canvas()
        self.may_close = True
        self.asked = 0

    def mainWindow(self) -> QMainWindow:
        return self.window

    def addPluginToVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.append(action)

    def removePluginVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.remove(action)

    def messageBar(self) -> Bar:
        return self.bar

    def mapCanvas(self) -> Canvas:
        return self.canvas

    def newProject(self, ask: bool) -> bool:
        assert ask, "a changed project must not be lost without a question"
        self.asked += 1
        if self.may_close:
            QgsProject.instance().clear()
        return self.may_close


@pytest.fixture
def interface(qgis_app: QgsApplication) -> Iterator[Interface]:
    QgsProject.instance().clear()
    yield Interface()
    QgsProject.instance().clear()


@pytest.fixture
def sample(interface: Interface) -> Iterator[SampleProject]:
    made = SampleProject(interface)
    yield made
    if interface.menu:
        made.remove()


def wait(until: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "not in time"
        QgsApplication.processEvents()
        time.sleep(0.005)


def accept(monkeypatch: pytest.MonkeyPatch, answer: bool, folder: str = "") -> None:
    def show(dialog: SampleDialog) -> bool:
        dialog._folder.setFilePath(folder)
        return answer

    monkeypatch.setattr(SampleDialog, "exec", show)


def test_the_sample_is_made_beside_the_living_window_and_opened(
    interface: Interface, sample: SampleProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(monkeypatch, True, str(tmp_path))
    (action,) = interface.menu
    started = time.monotonic()
    action.trigger()
    assert time.monotonic() - started < 2, "the run must not hold up the window"
    assert sample._run is not None
    action.trigger()
    assert interface.bar.told[-1][1] == "The sample is being made in the background."
    wait(lambda: bool(interface.bar.pushed))

    project = QgsProject.instance()
    folder = tmp_path / "innovation-clusters-sample"
    assert Path(project.fileName()) == folder / "innovation-clusters.qgz"
    assert not project.isDirty()
    assert {path.name for path in folder.iterdir()} >= {"innovation-clusters.gpkg", "report.html"}
    assert "modelled sample" in project.title()
    names = [node.name() for node in project.layerTreeRoot().findLayers()]
    addresses = [
        "Inventors: address points",
        "Authors: address points",
        "Venture capital deals: address points",
    ]
    assert names == ["Clusters", "Sites", "Ranking", *addresses, "Provinces", "Countries"]
    for name, role in zip(addresses, (Role.INVENTORS, Role.AUTHORS, Role.DEALS), strict=True):
        (points,) = project.mapLayersByName(name)
        assert points.isValid()
        assert points.featureCount() > 0
        assert roles_of(points) == (role,), "the dock knows what each is"
        assert not project.layerTreeRoot().findLayer(points.id()).isVisible()
    (clusters,) = project.mapLayersByName("Clusters")
    assert clusters.renderer().type() == "RuleRenderer"
    assert clusters.featureCount() == 236, "docs/data.md"
    assert json.loads(SAMPLE.read_text(encoding="utf-8"))["notice"].split(":")[0] in clusters.htmlMetadata()
    assert project.crs().authid() == "EPSG:3857"
    assert interface.canvas.extent is not None
    assert not interface.canvas.extent.isEmpty()
    assert "236" in interface.bar.told[-1][1]
    assert "No row is real" in interface.bar.told[-1][1]
    assert interface.bar.warnings == []
    del clusters

    again = QgsProject()
    assert again.read(project.fileName())
    assert all(layer.isValid() for layer in again.mapLayers().values())
    sip.delete(again)


def test_nothing_happens_where_the_user_stays_with_the_project(
    interface: Interface, sample: SampleProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point", "mine", "memory"))
    accept(monkeypatch, False, str(tmp_path))
    sample.open()
    assert interface.asked == 0
    accept(monkeypatch, True, str(tmp_path))
    interface.may_close = False
    sample.open()
    assert interface.asked == 1
    assert list(tmp_path.iterdir()) == []
    assert len(QgsProject.instance().mapLayersByName("mine")) == 1


def test_what_was_begun_meanwhile_stays(interface: Interface, sample: SampleProject, tmp_path: Path) -> None:
    sample.make(tmp_path)
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point", "mine", "memory"))
    interface.may_close = False
    wait(lambda: sample._run is None)
    assert [layer.name() for layer in QgsProject.instance().mapLayers().values()] == ["mine"]
    assert interface.bar.told[-1] == (
        "info",
        f"The files of the sample are in {tmp_path / 'innovation-clusters-sample'}.",
    )


def test_a_temporary_project_has_no_file_and_asks_nothing(
    interface: Interface, sample: SampleProject
) -> None:
    sample.make(None)
    wait(lambda: bool(interface.bar.pushed))
    assert QgsProject.instance().fileName() == ""
    assert not QgsProject.instance().isDirty()
    assert "a temporary folder" in interface.bar.told[-1][1]


def test_a_folder_that_cannot_be_written_to_is_named(
    interface: Interface, sample: SampleProject, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    sample.make(file)
    (sentence,) = interface.bar.warnings
    assert str(file) in sentence
    assert "Choose another folder" in sentence
    assert sample._run is None


def test_a_run_that_fails_says_why_and_leaves_nothing(
    interface: Interface, sample: SampleProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sample_project, "sample_layer", lambda source: QgsVectorLayer("None", source, "memory")
    )
    sample.make(tmp_path)
    wait(lambda: sample._run is None)
    (sentence,) = interface.bar.warnings
    assert "no rows" in sentence
    assert list(tmp_path.iterdir()) == []
    assert QgsProject.instance().mapLayers() == {}


def test_taking_the_plugin_away_ends_the_run(
    interface: Interface, sample: SampleProject, tmp_path: Path
) -> None:
    sample.make(tmp_path)
    wait(lambda: QgsApplication.taskManager().countActiveTasks() > 0)
    started = time.monotonic()
    sample.remove()
    assert time.monotonic() - started < 5
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    for _ in range(50):
        QgsApplication.processEvents()
    assert interface.menu == []
    assert list(tmp_path.iterdir()) == []
    assert QgsProject.instance().mapLayers() == {}
    assert [kind for kind, _ in interface.bar.told] == ["info"]


def test_a_cancelled_task_says_so(interface: Interface, sample: SampleProject, tmp_path: Path) -> None:
    sample.make(tmp_path)
    wait(lambda: QgsApplication.taskManager().countActiveTasks() > 0)
    QgsApplication.taskManager().cancelAll()
    wait(lambda: sample._run is None)
    assert len(interface.bar.warnings) == 1
    assert "Cancelled" in interface.bar.warnings[0]
    assert list(tmp_path.iterdir()) == []


def test_every_sample_has_a_folder_of_its_own(tmp_path: Path) -> None:
    names = [new_folder(tmp_path).name for _ in range(3)]
    assert names == [f"innovation-clusters-sample{end}" for end in ("", "-2", "-3")]


def test_the_dialog_says_that_the_data_is_modelled(qgis_app: QgsApplication) -> None:
    dialog = SampleDialog(None)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "No row is a real inventor, author or firm" in texts
    assert dialog.folder() is None
    dialog._folder.setFilePath(" ~/maps ")
    assert dialog.folder() == Path.home() / "maps"
