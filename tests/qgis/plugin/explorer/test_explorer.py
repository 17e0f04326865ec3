"""The widget as a user meets it: choosing, moving, reading again, and all that can go wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QLocale, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.exploring import Outcome
from innovation_clusters.plugin.explorer import explorer as explorer_module
from innovation_clusters.plugin.explorer.background import Arrival
from innovation_clusters.plugin.explorer.explorer import ParameterExplorer
from innovation_clusters.plugin.explorer.panel import ExplorerPanel
from innovation_clusters.plugin.explorer.picture import View

from .waiting import let_pass, wait_for

pytestmark = pytest.mark.qgis


class Interface:
    """As much of QgisInterface as the explorer asks for."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:5179"))
        self.window.resize(1000, 700)
        self.window.show()
        self.canvas.setExtent(QgsRectangle(850_000, 1_550_000, 1_150_000, 1_950_000))
        self.menu: list[Any] = []
        self.docks: list[Any] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def addPluginToVectorMenu(self, name: str, action: Any) -> None:
        self.menu.append(action)

    def removePluginVectorMenu(self, name: str, action: Any) -> None:
        self.menu.remove(action)

    def addDockWidget(self, area: Any, dock: Any) -> None:
        self.window.addDockWidget(area, dock)
        self.docks.append(dock)

    def removeDockWidget(self, dock: Any) -> None:
        self.window.removeDockWidget(dock)
        self.docks.remove(dock)

    def items(self) -> int:
        """How many things lie on the canvas."""
        scene = self.canvas.scene()
        return 0 if scene is None else len(scene.items())


@pytest.fixture
def interface(qgis_app: Any) -> Iterator[Interface]:
    made = Interface()
    let_pass(0.1)
    yield made
    made.window.close()
    made.window.deleteLater()
    let_pass(0.05)


@pytest.fixture
def layer(make_layer: Callable[..., QgsVectorLayer]) -> QgsVectorLayer:
    generator = np.random.default_rng(9)
    towns = generator.uniform([900_000.0, 1_600_000.0], [1_100_000.0, 1_900_000.0], (8, 2))
    places = towns[generator.integers(0, 8, 3000)] + generator.normal(0.0, 2_000.0, (3000, 2))
    made = [(f"POINT ({x!r} {y!r})", 1.0) for x, y in places.tolist()]
    return make_layer("Point", "EPSG:5179", "weight:double", [*made, (None, 1.0)], name="발명자")


@pytest.fixture
def explorer(interface: Interface) -> Iterator[ParameterExplorer]:
    made = ParameterExplorer(interface, interface.window)
    made.resize(360, 640)
    made.show()
    yield made
    made.close_down()
    made.deleteLater()


@pytest.fixture
def ready(explorer: ParameterExplorer, layer: QgsVectorLayer) -> ParameterExplorer:
    explorer.choose_layer(layer)
    explorer.read()
    wait_for(lambda: explorer.exploration.last is not None)
    return explorer


def outcome_of(explorer: ParameterExplorer) -> Outcome:
    assert explorer.exploration.last is not None
    return explorer.exploration.last.outcome


def arrival_of(explorer: ParameterExplorer) -> Arrival:
    assert explorer.exploration.arrival is not None
    return explorer.exploration.arrival


def knee_of(explorer: ParameterExplorer) -> float:
    assert explorer.exploration.curves.k_distances is not None
    return explorer.exploration.curves.k_distances.knee


def view_of(explorer: ParameterExplorer) -> View | None:
    assert explorer._picture is not None
    return explorer._picture.view


def is_drawn(explorer: ParameterExplorer) -> bool:
    return explorer._picture is not None and explorer._picture.view is not None


def settled(explorer: ParameterExplorer) -> None:
    wait_for(lambda: explorer.exploration._done == (explorer.eps.value(), explorer.minimum.value()))


def test_points_are_read_clustered_and_drawn(ready: ParameterExplorer) -> None:
    wait_for(lambda: is_drawn(ready))
    assert "clusters at" in ready.outcome.text()
    assert "3,000 places" in ready.outcome.text()
    assert ready.message.text() == "1 rows have no usable point and take no part."
    assert ready.eps.isEnabled()
    assert ready.density_button.isVisible()
    assert not ready.run_button.isVisible()


def test_nothing_of_the_project_is_touched(ready: ParameterExplorer, layer: QgsVectorLayer) -> None:
    wait_for(lambda: is_drawn(ready))
    assert list(QgsProject.instance().mapLayers()) == [layer.id()]
    assert not layer.isModified()
    assert layer.fields().names() == ["weight"]


def test_slider_box_and_plot_say_the_same(ready: ParameterExplorer) -> None:
    ready.eps.slider.setValue(700)
    assert ready.eps.value() == ready.plot._eps
    settled(ready)
    assert outcome_of(ready).eps == ready.eps.value()
    ready.eps.box.setValue(1234.0)
    settled(ready)
    assert "1,234&nbsp;m" in ready.outcome.text()
    assert ready.plot._eps == 1234.0
    area = ready.plot._areas()[0]
    QTest.mouseClick(
        ready.plot,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPointF(area.left() + 0.75 * area.width(), area.center().y()).toPoint(),
    )
    least, most = ready._ends
    assert ready.eps.value() == pytest.approx(least * (most / least) ** 0.75, rel=0.02)
    ready.minimum.slider.setValue(100)
    settled(ready)
    assert outcome_of(ready).minimum == ready.minimum.value()


@pytest.mark.parametrize(
    ("key", "larger"),
    [
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Left, False),
        (Qt.Key.Key_PageUp, True),
        (Qt.Key.Key_PageDown, False),
        (Qt.Key.Key_End, True),
        (Qt.Key.Key_Home, False),
    ],
)
def test_the_keyboard_moves_the_line(ready: ParameterExplorer, key: Qt.Key, larger: bool) -> None:
    before = ready.eps.value()
    QApplication.sendEvent(ready.plot, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert (ready.eps.value() > before) == larger
    assert ready.eps.value() != before
    least, most = ready._ends
    assert 0.99 * least <= ready.eps.value() <= 1.01 * most


def test_a_distance_beyond_the_slider_moves_its_ends(ready: ParameterExplorer) -> None:
    far = 20.0 * ready._ends[1]
    ready.eps.box.setValue(far)
    settled(ready)
    assert ready._ends[0] < far < ready._ends[1]
    assert outcome_of(ready).clusters == 1


def test_the_knee_can_be_taken(ready: ParameterExplorer) -> None:
    wait_for(lambda: ready.exploration.curves.k_distances is not None)
    wait_for(ready.knee_button.isEnabled)
    knee = knee_of(ready)
    ready.knee_button.click()
    assert ready.eps.value() == pytest.approx(knee, abs=1.0)


def test_pictures_move_with_the_map(ready: ParameterExplorer, interface: Interface) -> None:
    wait_for(lambda: is_drawn(ready))
    before = view_of(ready)
    interface.canvas.zoomByFactor(0.5)
    wait_for(lambda: view_of(ready) != before)
    interface.canvas.setRotation(20.0)
    let_pass(0.3)
    interface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    wait_for(lambda: (view := view_of(ready)) is not None and view.crs == "EPSG:4326")


def test_the_picture_is_at_the_places_of_the_points(ready: ParameterExplorer, interface: Interface) -> None:
    wait_for(lambda: is_drawn(ready))
    let_pass(0.3)
    image = interface.canvas.grab().toImage()
    sites = arrival_of(ready).sites
    labels = outcome_of(ready).result.labels
    transform = interface.canvas.getCoordinateTransform()
    hits = looked_at = 0
    for site in np.flatnonzero(labels >= 0)[:200]:
        pixel = transform.transform(float(sites.x[site]), float(sites.y[site]))
        if 2 < pixel.x() < image.width() - 2 and 2 < pixel.y() < image.height() - 2:
            colour = QColor(image.pixel(int(pixel.x()), int(pixel.y())))
            looked_at += 1
            hits += colour.saturation() > 40
    assert looked_at > 100
    assert hits == looked_at


def test_hidden_it_shows_and_computes_nothing(ready: ParameterExplorer) -> None:
    wait_for(lambda: is_drawn(ready))
    ready.hide()
    assert not is_drawn(ready)
    wait_for(lambda: ready.exploration._worker.kind == "")
    samples = len(ready.exploration.curves.samples)
    let_pass(0.6)
    assert len(ready.exploration.curves.samples) == samples
    ready.show()
    wait_for(lambda: is_drawn(ready))
    wait_for(lambda: len(ready.exploration.curves.samples) > samples)


def test_a_layer_that_changes_is_told_and_read_again(ready: ParameterExplorer, layer: QgsVectorLayer) -> None:
    ready.eps.box.setValue(1111.0)
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeGeometry(feature.id(), QgsGeometry.fromWkt("POINT (1000000 1700000)"))
    assert ready.message.text() == "The points have changed since they were read."
    assert ready.read_button.text() == "Read again"
    ready.read_button.click()
    wait_for(lambda: ready.exploration.last is not None)
    assert 1_000_000.0 in arrival_of(ready).points.x
    layer.rollBack()


def test_a_layer_that_goes_takes_its_clusters_with_it(
    ready: ParameterExplorer, layer: QgsVectorLayer
) -> None:
    wait_for(lambda: is_drawn(ready))
    QgsProject.instance().removeMapLayer(layer.id())
    assert not is_drawn(ready)
    assert ready.exploration.arrival is None
    assert ready.message.text() == "Choose a layer of points first."
    assert not ready.eps.isEnabled()
    ready.read()
    assert ready.message.text() == "Choose a layer of points first."


@pytest.mark.parametrize("close", [lambda: QgsProject.instance().clear(), lambda: None])
def test_a_project_may_be_closed_while_points_are_read(
    explorer: ParameterExplorer, layer: QgsVectorLayer, close: Callable[[], None]
) -> None:
    explorer.choose_layer(layer)
    explorer.read()
    close()
    if QgsProject.instance().mapLayers():
        # However long it takes on a machine that has other work.
        wait_for(lambda: explorer.exploration.arrival is not None)
    let_pass(0.5)
    assert (explorer.exploration.arrival is None) == (not QgsProject.instance().mapLayers())


def test_reading_can_be_cancelled(explorer: ParameterExplorer, layer: QgsVectorLayer) -> None:
    explorer.choose_layer(layer)
    explorer.read()
    assert explorer.read_button.text() == "Cancel"
    explorer.read_button.click()
    assert explorer.read_button.text() == "Read points"
    let_pass(0.4)
    assert explorer.exploration.arrival is None
    assert explorer.outcome.text() == ""


def test_reading_that_qgis_cancels_can_be_asked_for_again(
    explorer: ParameterExplorer, layer: QgsVectorLayer
) -> None:
    explorer.choose_layer(layer)
    explorer.read()
    QgsApplication.taskManager().cancelAll()
    wait_for(lambda: explorer.read_button.text() == "Read points")
    assert explorer.message.text() == "Read the points that are chosen now."
    explorer.read_button.click()
    wait_for(lambda: explorer.exploration.arrival is not None)
    assert explorer.message.text() != "Read the points that are chosen now."


def test_other_data_is_another_exploration(
    ready: ParameterExplorer, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    wait_for(lambda: is_drawn(ready))
    other = make_layer("Point", "EPSG:4326", "n:integer", [("POINT (127 37)", 1)], name="other")
    ready.choose_layer(other)
    assert ready.exploration.arrival is None
    assert not is_drawn(ready)
    ready.read()
    wait_for(lambda: ready.exploration.last is not None)
    assert "1 places" in ready.outcome.text()


def test_bad_points_are_a_sentence(
    explorer: ParameterExplorer, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    empty = make_layer("Point", "EPSG:4326", "n:integer", [], name="empty")
    explorer.choose_layer(empty)
    explorer.read()
    assert explorer.message.text().startswith("Points: The layer has no rows")
    homeless = make_layer("Point", "", "n:integer", [("POINT (1 1)", 1)], name="homeless")
    explorer.choose_layer(homeless)
    explorer.read()
    assert "no coordinate reference system" in explorer.message.text()
    explorer.choose_addresses({})
    explorer.read()
    assert "Choose at least one layer" in explorer.message.text()


def test_what_was_found_goes_to_the_dialogs(
    ready: ParameterExplorer, layer: QgsVectorLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(
        explorer_module, "open_dialog", lambda iface, name, parameters: opened.append((name, parameters))
    )
    ready.eps.box.setValue(1500.0)
    ready.minimum.box.setValue(12.0)
    ready.density_button.click()
    assert opened == [("densityclusters", {"EPS": 1500.0, "MIN_SIZE": 12.0, "INPUT": layer.id()})]
    chosen: list[tuple[float, float]] = []
    ready.chosen.connect(lambda eps, minimum: chosen.append((eps, minimum)))
    ready.choose_addresses({"publications": (layer, "weight")})
    ready.read()
    wait_for(lambda: ready.exploration.last is not None)
    ready.eps.box.setValue(9000.0)
    ready.minimum.box.setValue(31.5)
    ready.run_button.click()
    assert chosen == [(9000.0, 31.5)]
    assert opened[1] == (
        "innovationclusters",
        {
            "EDITION": "custom",
            "EPS": 9000.0,
            "MIN_DENSITY": 31.5,
            "AUTHORS": layer.id(),
            "AUTHORS_WEIGHT": "weight",
        },
    )


@pytest.mark.filterwarnings("ignore:numba cannot be used")
def test_without_numba_it_says_so_and_finds_the_same(
    explorer: ParameterExplorer, layer: QgsVectorLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    explorer.choose_layer(layer)
    explorer.read()
    wait_for(lambda: explorer.exploration.last is not None)
    with_numba = outcome_of(explorer)
    missing, find = packages.Package("numba", None, "", "ImportError: gone"), packages.find
    monkeypatch.setattr(packages, "find", lambda name: missing if name == "numba" else find(name))
    explorer.read()
    wait_for(lambda: explorer.exploration.last is not None)
    assert "numba is not available (ImportError: gone)" in explorer.message.text()
    np.testing.assert_array_equal(outcome_of(explorer).result.labels, with_numba.result.labels)
    explorer.exploration.pause()
    wait_for(lambda: explorer.exploration._worker.kind == "")


def test_without_an_interface_it_still_explores(layer: QgsVectorLayer) -> None:
    explorer = ParameterExplorer(None)
    explorer.choose_layer(layer)
    explorer.read()
    wait_for(lambda: explorer.exploration.last is not None)
    assert outcome_of(explorer).clusters > 0
    explorer.close_down()


def test_it_is_drawn_in_dark_and_in_korean_numbers(ready: ParameterExplorer) -> None:
    wait_for(lambda: ready.exploration.curves.k_distances is not None)
    palette = QPalette()
    for role, colour in ((QPalette.ColorRole.Base, "#1e1e1e"), (QPalette.ColorRole.Text, "#eeeeee")):
        palette.setColor(role, QColor(colour))
    ready.plot.setPalette(palette)
    QLocale.setDefault(QLocale("ko_KR"))
    try:
        image = ready.plot.grab().toImage()
    finally:
        QLocale.setDefault(QLocale.c())
    counts: dict[int, int] = {}
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            counts[image.pixel(x, y) & 0xFFFFFF] = counts.get(image.pixel(x, y) & 0xFFFFFF, 0) + 1
    assert max(counts, key=lambda colour: counts[colour]) == 0x1E1E1E


def test_it_is_narrow_enough_for_a_dock_and_low_enough_for_a_small_screen(
    explorer: ParameterExplorer,
) -> None:
    assert explorer.minimumSizeHint().width() <= 340
    assert explorer.minimumSizeHint().height() <= 640


def test_the_panel_comes_and_goes(interface: Interface, layer: QgsVectorLayer) -> None:
    before = interface.items()
    panel = ExplorerPanel(interface)
    assert [action.text() for action in interface.menu] == ["Explore parameters…"]
    interface.menu[0].trigger()
    assert len(interface.docks) == 1
    explorer = panel.explorer
    assert isinstance(explorer, ParameterExplorer)
    panel.open()
    assert len(interface.docks) == 1
    explorer.choose_layer(layer)
    explorer.read()
    # Taken away while it reads, as when the plugin is reloaded.
    panel.remove()
    assert interface.window.findChildren(QgsDockWidget) == []
    let_pass(0.5)
    assert interface.menu == interface.docks == []
    assert interface.items() == before


def test_taken_away_while_it_clusters_nothing_is_left(interface: Interface, layer: QgsVectorLayer) -> None:
    panel = ExplorerPanel(interface)
    panel.open()
    explorer = panel.explorer
    assert explorer is not None
    explorer.choose_layer(layer)
    explorer.read()
    wait_for(lambda: explorer.exploration.last is not None)
    explorer.eps.slider.setValue(800)
    panel.remove()
    interface.canvas.zoomByFactor(0.5)
    QgsProject.instance().removeMapLayer(layer.id())
    let_pass(0.5)
    assert interface.docks == []
