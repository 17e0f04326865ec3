from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsPrintLayout,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QPushButton, QTabWidget, QWidget

import innovation_clusters
from innovation_clusters.plugin import launching
from innovation_clusters.plugin.dock import parameters
from innovation_clusters.plugin.dock.dock import OBJECT_NAME
from innovation_clusters.plugin.dock.installation import InstalledDock
from innovation_clusters.plugin.dock.roles import Role
from innovation_clusters.plugin.explorer.data_choice import Chosen
from innovation_clusters.plugin.explorer.panel import ExplorerPanel

from .conftest import Interface, made_by, settle

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., Any]


class Dialog(QObject):
    """Stands for a dialog of Processing: it is opened, runs at once with the results it was given, closes."""

    algorithmFinished = pyqtSignal(bool, dict)  # noqa: N815 (as Processing spells it)

    def __init__(self, run: Callable[[Dialog], None]) -> None:
        super().__init__()
        self._run = run
        self.closed = False

    def mainWidget(self) -> SimpleNamespace:
        return SimpleNamespace(wrappers={})

    def show(self) -> None:
        pass

    def exec(self) -> None:
        self._run(self)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What the dock asks Processing to open: ids and parameters; `results` of `Processing` are run."""
    calls: list[tuple[str, dict[str, Any]]] = []

    class Processing:
        @staticmethod
        def createAlgorithmDialog(name: str, values: dict[str, Any]) -> Dialog | None:
            calls.append((name, values))
            if QgsApplication.processingRegistry().algorithmById(name) is None:
                return None
            return Dialog(lambda dialog: None)

    monkeypatch.setattr(launching, "_processing", lambda: Processing)
    return calls


def buttons_of(installed: InstalledDock) -> dict[str, QPushButton]:
    return {name: button for page in installed.dock.pages for name, button in page.buttons.items()}


# Life


def test_the_dock_comes_and_goes(interface: Interface, installed: InstalledDock) -> None:
    assert interface.menu == interface.toolbar == [installed.action]
    assert installed.dock.objectName() == OBJECT_NAME
    assert not installed.dock.isVisibleTo(interface.window)
    assert not installed.action.isChecked()
    installed.action.trigger()
    assert installed.dock.isVisibleTo(interface.window)
    assert not installed.action.icon().isNull()
    installed.remove()
    settle()
    assert interface.menu == interface.toolbar == []
    assert interface.window.findChildren(QDockWidget) == []


def test_its_first_place_is_beside_the_results_and_then_the_users(interface: Interface) -> None:
    QgsSettings().remove("innovation_clusters/dock")
    window, right = interface.window, Qt.DockWidgetArea.RightDockWidgetArea
    results = QDockWidget("Results", window)
    results.setObjectName("ResultsViewer")
    window.addDockWidget(right, results)
    window.show()
    made = InstalledDock(interface)
    assert window.tabifiedDockWidgets(results) == []
    made.action.trigger()
    settle()
    assert window.tabifiedDockWidgets(results) == [made.dock]
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, made.dock)
    made.action.trigger()
    made.action.trigger()
    settle()
    assert window.dockWidgetArea(made.dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    made.remove()


def test_reloading_ten_times_leaves_one_dock_and_one_listener(interface: Interface) -> None:
    registry, project = QgsApplication.processingRegistry(), QgsProject.instance()
    watched = (
        (project, project.layersAdded),
        (project, project.layersRemoved),
        (project, project.readProject),
        (project, project.cleared),
        (registry, registry.providerAdded),
        (project.layoutManager(), project.layoutManager().layoutAdded),
    )
    before = [owner.receivers(signal) for owner, signal in watched]
    timers = len(interface.window.findChildren(QTimer))
    counts = []
    for _ in range(10):
        made = InstalledDock(interface)
        counts.append((
            len(interface.window.findChildren(QDockWidget)), len(interface.menu), len(interface.toolbar),
            [owner.receivers(signal) for owner, signal in watched],
        ))  # fmt: skip
        made.remove()
        del made
        settle()
    assert counts == [counts[0]] * 10
    assert counts[0][:3] == (1, 1, 1)
    assert [owner.receivers(signal) for owner, signal in watched] == before
    assert len(interface.window.findChildren(QTimer)) == timers


def test_the_plugin_itself_reloaded_ten_times_leaves_one_dock(interface: Interface) -> None:
    for _ in range(10):
        plugin = innovation_clusters.classFactory(interface)
        plugin._add_dock(interface)
        assert len(interface.window.findChildren(QDockWidget, OBJECT_NAME)) == 1
        plugin.unload()
        settle()
    assert interface.window.findChildren(QDockWidget, OBJECT_NAME) == []
    assert interface.menu == interface.toolbar == []


def test_nothing_happens_in_a_dock_that_was_removed(
    interface: Interface, installed: InstalledDock, clusters: MakeLayer
) -> None:
    layer = clusters(3)
    installed.dock.state.settle()
    installed.remove()
    settle()
    layer.selectAll()
    layer.setName("other")
    clusters(2)
    QgsProject.instance().clear()
    settle()


# Steps


def test_an_empty_project_says_what_is_missing(installed: InstalledDock) -> None:
    dock = installed.dock
    assert [dock.tabs.tabText(place) for place in range(4)] == [
        "&1 Data",
        "&2 Clusters",
        "&3 Zones",
        "&4 Maps",
    ]
    for page in dock.pages:
        assert not page.done()
        assert page.missing.words.text()
        assert not page.there.words.text()
    assert all(dock.tabs.tabIcon(place).isNull() for place in range(4))
    assert not dock.clusters.ranking.table.isEnabled()
    assert not dock.clusters.ranking.filter.isEnabled()


def test_every_step_tells_what_is_there(
    installed: InstalledDock, clusters: MakeLayer, addresses: MakeLayer, make_layer: MakeLayer
) -> None:
    dock = installed.dock
    addresses("inventors")
    dock.state.settle()
    assert dock.data.done()
    assert "Inventors: 2 points." in dock.data.there.words.text()
    assert "Authors, Venture capital deals" in dock.data.missing.words.text()
    assert "Find them" in dock.clusters.missing.words.text()
    clusters(4)
    dock.state.settle()
    assert dock.clusters.done()
    assert dock.clusters.there.words.text().startswith("4 clusters, found ")
    assert dock.clusters.missing.words.text() == ""
    assert dock.clusters.ranking.model.rowCount() == 4
    assert not dock.tabs.tabIcon(1).isNull()
    zones = make_layer("Polygon", "EPSG:5179", "zone_id:string&zone_type:string", [])
    made_by(zones, "importzones")
    dock.state.settle()
    assert "0 zones." in dock.zones.there.words.text()
    assert "is empty" in dock.zones.missing.words.text()
    assert not dock.zones.done()
    assert dock.maps.missing.words.text() == "No layouts in the project yet."
    QgsProject.instance().clear()
    dock.state.settle()
    assert not any(page.done() for page in dock.pages)


def test_addresses_of_nobody_knows_what_are_asked_about(
    installed: InstalledDock, addresses: MakeLayer
) -> None:
    addresses("Address points", "seoul.csv")
    installed.dock.state.settle()
    assert "“Address points”" in installed.dock.data.missing.words.text()


def test_a_choice_of_the_user_is_kept_and_a_vanished_layer_is_no_choice(
    installed: InstalledDock, addresses: MakeLayer
) -> None:
    state, combo = installed.dock.state, installed.dock.data.combos[Role.AUTHORS]
    first, second = addresses("a", "x"), addresses("b", "y")
    state.settle()
    combo.setLayer(second)
    combo.activated.emit(combo.currentIndex())
    assert state.layer(Role.AUTHORS) == second
    QgsProject.instance().removeMapLayer(second.id())
    state.settle()
    assert combo.currentLayer() is None
    combo.setLayer(first)
    combo.activated.emit(combo.currentIndex())
    assert state.layer(Role.AUTHORS) == first


def test_layouts_of_the_project_are_opened(interface: Interface, installed: InstalledDock) -> None:
    page, manager = installed.dock.maps, QgsProject.instance().layoutManager()
    assert not page.open.isEnabled()
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName("Atlas")
    manager.addLayout(layout)
    assert not page.done()
    installed.dock.state.settle()
    assert page.done()
    assert page.layouts.currentText() == "Atlas"
    layout.setName("Map")
    installed.dock.state.settle()
    assert page.layouts.currentText() == "Map"
    page.open.click()
    assert interface.opened == [layout]
    manager.removeLayout(layout)
    installed.dock.state.settle()
    assert not page.open.isEnabled()


# Launching


def test_every_button_opens_an_algorithm_that_exists(
    installed: InstalledDock, opened: list[tuple[str, dict[str, Any]]]
) -> None:
    for name, button in buttons_of(installed).items():
        if launching.algorithm(name) is None:
            assert not button.isVisibleTo(installed.dock), name
        else:
            button.click()
            assert opened[-1][0] == f"innovationclusters:{name}"
    assert len(opened) >= 10


def test_parameters_are_filled_with_what_is_there(
    installed: InstalledDock,
    opened: list[tuple[str, dict[str, Any]]],
    clusters: MakeLayer,
    addresses: MakeLayer,
    make_layer: MakeLayer,
) -> None:
    state = installed.dock.state
    points, found = addresses("inventors"), clusters(3)
    zones = made_by(make_layer("Polygon", "EPSG:5179", "zone_id:string&zone_type:string", []), "importzones")
    nodes = make_layer("Point", "EPSG:5179", "zone_id:string&zone_type:string&name_ko:string", [])
    made_by(nodes, "importzones")
    state.settle()
    state.set_number(parameters.DISTANCE, 12_000.0)
    buttons = buttons_of(installed)

    def filled(name: str) -> dict[str, Any]:
        buttons[name].click()
        algorithm = launching.algorithm(name)
        assert algorithm is not None
        definitions = algorithm.parameterDefinitions()
        assert set(opened[-1][1]) <= {definition.name() for definition in definitions}
        return opened[-1][1]

    assert filled("innovationclusters") == {
        "INVENTORS": points.id(), "INVENTORS_RECORD": "record", "INVENTORS_WEIGHT": "weight",
        "INVENTORS_ECONOMY": "economy", "EPS": 12_000.0, "EDITION": "2025", "TOTAL_PATENTS": "12880",
    }  # fmt: skip
    assert filled("proposeparameters") == {"INVENTORS": points.id(), "INVENTORS_WEIGHT": "weight"}
    assert filled("geocodingquality")["INPUT"] == points.id()
    assert filled("compareeditions") == {"CURRENT": found.id(), "PREVIOUS": ""}, "no layer, not any"
    older = clusters(2, "Clusters of last year")
    state.choose(Role.CLUSTERS, found)
    assert filled("compareeditions") == {"CURRENT": found.id(), "PREVIOUS": older.id()}
    assert filled("clusterintensity") == {"INPUT": found.id()}
    overlay = filled("zoneoverlay")
    assert (overlay["ZONES"], overlay["CLUSTERS"], overlay["METRIC"]) == (zones.id(), found.id(), "patents")
    # Of the two points one is in Korea, where the zones are.
    assert isinstance(overlay["INPUT"], QgsProcessingFeatureSourceDefinition)
    assert overlay["INPUT"].filterExpression == "\"economy\" = 'KR'"
    assert filled("checkdesignation") == {
        "NODES": nodes.id(), "ZONES": zones.id(), "NAME_FIELD": "name_ko", "NODES_AS": "points"
    }  # fmt: skip
    assert filled("proposezone")["WEIGHT"] == "weight"


def test_tables_are_prepared_with_their_columns(
    installed: InstalledDock,
    opened: list[tuple[str, dict[str, Any]]],
    interface: Interface,
    make_layer: MakeLayer,
) -> None:
    authors = make_layer("None", "", "DOI:string&n_addresses:integer&iso2:string&lon:double", [], "authors")
    other = make_layer("None", "", "x:double", [], "other")
    interface.layer = other
    installed.dock.data.preparing[Role.AUTHORS].click()
    assert opened[-1][1] == {
        "INPUT": authors.id(), "RECORD_FIELD": "DOI", "WEIGHT_FIELD": "n_addresses", "ECONOMY_FIELD": "iso2"
    }  # fmt: skip
    installed.dock.data.preparing[Role.DEALS].click()
    assert opened[-1][1] == {"INPUT": other.id()}


def test_prepared_points_take_the_place_they_were_prepared_for(
    installed: InstalledDock, addresses: MakeLayer
) -> None:
    layer = addresses("Address points", "seoul.csv")
    installed.dock.data._prepared(Role.DEALS, {"OUTPUT": layer.id()})
    assert installed.dock.state.layer(Role.DEALS) == layer
    assert layer.name() == "Venture capital deals: address points"
    installed.dock.data._prepared(Role.AUTHORS, {"OUTPUT": "/nowhere.gpkg"})
    installed.dock.data._prepared(Role.AUTHORS, {})
    assert installed.dock.state.layer(Role.AUTHORS) is None


def test_proposed_parameters_go_into_the_next_run(installed: InstalledDock) -> None:
    page = installed.dock.clusters
    page._proposed({"EPS": 20_000.0, "MIN_DENSITY": 10_000.0})
    assert (page.distance.value(), page.minimum.value()) == (20.0, 10_000.0)
    page._proposed({"EPS": 0.0, "MIN_DENSITY": 0.0})
    assert page.distance.value() == 20.0
    page.distance.setValue(7.5)
    assert parameters.find(installed.dock.state) == {"EPS": 7500.0, "MIN_DENSITY": 10_000.0}
    page.distance.clear()
    page.minimum.clear()
    assert parameters.find(installed.dock.state) == {}


def test_the_explorer_begins_with_the_addresses_of_the_dock_and_keeps_what_was_chosen(
    interface: Interface, addresses: MakeLayer
) -> None:
    authors = addresses("Authors")
    explorer = ExplorerPanel(interface)
    made = InstalledDock(interface, explorer)
    # As from the menu.
    explorer.open()
    assert explorer.explorer is not None
    assert explorer.explorer.data.chosen() == [Chosen("publications", authors, "weight")]
    explorer.explorer.choose_layer(authors)
    addresses("Inventors")
    settle()
    # As from the menu.
    explorer.open()
    assert explorer.explorer.data.chosen() == [Chosen("", authors, "")]
    made.remove()
    explorer.remove()


def test_what_the_explorer_finds_goes_into_the_next_run(interface: Interface) -> None:
    explorer = ExplorerPanel(interface)
    made = InstalledDock(interface, explorer)
    made.action.trigger()
    page = made.dock.clusters
    (button,) = [each for each in page.findChildren(QPushButton) if "xplore" in each.text()]
    for _ in range(2):
        button.click()
    assert explorer.explorer is not None
    assert len(interface.window.tabifiedDockWidgets(made.dock)) == 1
    heard: list[bool] = []
    made.dock.state.changed.connect(lambda: heard.append(True))
    explorer.explorer.chosen.emit(12_000.0, 3000.0)
    assert (page.distance.value(), page.minimum.value()) == (12.0, 3000.0)
    assert len(heard) == 2
    made.remove()
    explorer.remove()


def test_what_a_dialog_finds_is_heard_until_it_closes(
    interface: Interface, qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[dict[str, Any]] = []
    dialogs: list[Dialog] = []

    def run(dialog: Dialog) -> None:
        dialog.algorithmFinished.emit(False, {"EPS": 1})
        dialog.algorithmFinished.emit(True, {"EPS": 2})

    class Processing:
        @staticmethod
        def createAlgorithmDialog(name: str, values: dict[str, Any]) -> Dialog:
            dialogs.append(Dialog(run))
            return dialogs[-1]

    monkeypatch.setattr(launching, "_processing", lambda: Processing)
    assert launching.open_dialog(interface, "proposeparameters", {}, heard.append)
    assert heard == [{"EPS": 2}]
    assert dialogs[0].closed


def test_a_dialog_begins_with_no_layer_where_none_fits(make_layer: MakeLayer) -> None:
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    countries = make_layer("Polygon", "EPSG:4326", "fid:integer", [])
    # One of its own: the dialog ends it with itself.
    made = QgsApplication.processingRegistry().createAlgorithmById("innovationclusters:zoneoverlay")
    dialog = AlgorithmDialog(made)
    try:
        wrapper = dialog.mainWidget().wrappers["ZONES"]
        assert wrapper.parameterValue() == countries.id()
        launching.leave_empty(dialog, ["ZONES"])
        assert wrapper.parameterValue() is None
    finally:
        dialog.close()
        sip.delete(dialog)


def test_a_run_that_ends_after_the_plugin_is_heard_by_nobody(
    installed: InstalledDock, monkeypatch: pytest.MonkeyPatch, addresses: MakeLayer
) -> None:
    dialogs: list[Dialog] = []

    class Processing:
        @staticmethod
        def createAlgorithmDialog(name: str, values: dict[str, Any]) -> Dialog:
            dialogs.append(Dialog(lambda dialog: None))
            return dialogs[-1]

    monkeypatch.setattr(launching, "_processing", lambda: Processing)
    installed.dock.data.preparing[Role.DEALS].click()
    layer = addresses("Address points", "seoul.csv")
    installed.remove()
    settle()
    dialogs[0].algorithmFinished.emit(True, {"OUTPUT": layer.id()})
    assert layer.name() == "Address points"


def test_without_processing_there_is_one_message(interface: Interface, installed: InstalledDock) -> None:
    # Here the plugin Processing is not loaded as QGIS's window does it.
    installed.dock.zones.buttons["importzones"].click()
    items = interface.bar.items()
    assert len(items) == 1
    assert "Processing" in items[0].text()


# For everyone


def test_everything_that_is_used_has_a_name_and_a_place_in_the_order_of_tab(
    installed: InstalledDock,
) -> None:
    for page in installed.dock.pages:
        used = [*page.combos.values(), *page.buttons.values()]
        if page is installed.dock.clusters:
            used += [
                page.distance,
                page.minimum,
                page.ranking.table,
                page.ranking.filter,
                page.ranking.zooming,
            ]
        for widget in used:
            assert widget.accessibleName() or widget.text(), widget
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_no_key_is_given_twice_on_a_page(installed: InstalledDock) -> None:
    menus = set("JEVLSPORDWMCH")
    for page in installed.dock.pages:
        texts = [widget.text() for kind in (QLabel, QPushButton) for widget in page.findChildren(kind)]
        keys = [found[1].upper() for text in texts if (found := re.search(r"&(\w)", text))]
        assert len(keys) == len(set(keys)), keys
        assert not set(keys) & menus, keys


def test_every_page_is_usable_in_a_small_window(installed: InstalledDock) -> None:
    tabs = installed.dock.findChild(QTabWidget)
    assert installed.dock.minimumSizeHint().height() <= 300
    for page in installed.dock.pages:
        assert page.minimumSizeHint().width() <= 420
        assert page.minimumSizeHint().height() <= 580 - tabs.tabBar().sizeHint().height() - 24


def test_colours_come_from_the_palette(installed: InstalledDock) -> None:
    folder = Path(parameters.__file__).parent
    for path in folder.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "setStyleSheet" not in text, path.name
        assert "QColor" not in text, path.name
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.WindowText, QColor("white"))
    installed.dock.setPalette(dark)
    words: QWidget = installed.dock.data.missing.words
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor("white")
