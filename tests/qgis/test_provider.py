"""The plugin's life in QGIS and what its provider tells about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsProcessingAlgorithm,
    QgsProcessingProvider,
    QgsSettings,
)
from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow

import innovation_clusters
from innovation_clusters.plugin import launching
from innovation_clusters.plugin.expressions.functions import indicators
from innovation_clusters.plugin.models import MODELS
from innovation_clusters.processing_algorithms import algorithm_classes, output_language
from innovation_clusters.processing_algorithms.choices import labelled_help
from innovation_clusters.processing_algorithms.metadata import VERSION

pytestmark = pytest.mark.qgis

CONTRACT = ("preparepoints", "densityclusters", "clusterboundaries", "innovationclusters")


@pytest.fixture
def provider(qgis_app: QgsApplication) -> QgsProcessingProvider:
    found = QgsApplication.processingRegistry().providerById("innovationclusters")
    assert found is not None
    return found


def algorithms(provider: QgsProcessingProvider) -> list[QgsProcessingAlgorithm]:
    found = provider.algorithms()
    assert found
    return found


def test_the_provider_names_itself(provider: QgsProcessingProvider) -> None:
    assert provider.id() == "innovationclusters"
    assert provider.name() == "Innovation Clusters"
    assert provider.longName() == f"Innovation Clusters {VERSION}"
    assert provider.versionInfo() == VERSION
    assert provider.helpId()
    assert provider.defaultVectorFileExtension() == "gpkg"
    assert not provider.icon().pixmap(QSize(24, 24)).isNull()
    assert Path(provider.svgIconPath()).is_file()


def test_the_algorithms_of_the_contract_are_there(provider: QgsProcessingProvider) -> None:
    names = [algorithm.name() for algorithm in algorithms(provider)]
    assert set(names) >= set(CONTRACT)
    models = [path.stem for path in MODELS.glob("*.model3")]
    assert set(models) <= set(names)
    assert len(names) == len(set(names)) == len(algorithm_classes()) + len(models)


def test_every_algorithm_is_complete(provider: QgsProcessingProvider) -> None:
    for algorithm in algorithms(provider):
        name = algorithm.name()
        assert re.fullmatch("[a-z]+", name)
        assert algorithm.id() == f"innovationclusters:{name}"
        assert algorithm.displayName(), name
        assert algorithm.shortDescription(), name
        assert algorithm.tags(), name
        assert algorithm.group(), name
        assert algorithm.helpUrl().startswith("file:///"), name
        assert not algorithm.icon().pixmap(QSize(24, 24)).isNull(), name
        assert type(algorithm.create()) is type(algorithm), name
        # In the background, so that the window does not freeze; layouts belong to the thread of the window.
        in_the_window = bool(algorithm.flags() & Qgis.ProcessingAlgorithmFlag.NoThreading)
        assert in_the_window == (name in ("mapreport", "clusteratlas")), name


def test_every_parameter_has_help(provider: QgsProcessingProvider) -> None:
    for algorithm in algorithms(provider):
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), f"{algorithm.name()} {parameter.name()}"
            assert parameter.description()[0].isupper(), f"{algorithm.name()} {parameter.name()}"
            assert labelled_help(parameter) in algorithm.shortHelpString()


# Life cycle


class Interface:
    """The part of QGIS's window that the plugin touches."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.menu: dict[str, list[QAction]] = {}
        self.toolbar: list[QAction] = []
        self.options: list[QgsOptionsWidgetFactory] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def addPluginToVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.setdefault(name, []).append(action)

    def removePluginVectorMenu(self, name: str, action: QAction) -> None:
        self.menu[name].remove(action)

    def addToolBarIcon(self, action: QAction) -> int:
        self.toolbar.append(action)
        return len(self.toolbar)

    def removeToolBarIcon(self, action: QAction) -> None:
        self.toolbar.remove(action)

    def mapCanvas(self) -> None:
        return None

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)

    def registerOptionsWidgetFactory(self, factory: QgsOptionsWidgetFactory) -> None:
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: QgsOptionsWidgetFactory) -> None:
        self.options.remove(factory)


@pytest.fixture
def without_the_tests_own_plugin(provider: QgsProcessingProvider) -> Iterator[None]:
    """Take away the provider that all tests share, and put another in its place afterwards."""
    registry = QgsApplication.processingRegistry()
    registry.removeProvider("innovationclusters")
    for indicator in indicators():
        QgsExpression.unregisterFunction(indicator.name())
    yield
    if registry.providerById("innovationclusters") is None:
        plugin = innovation_clusters.classFactory(None)
        plugin.initProcessing()
        KEPT.append(plugin)


KEPT: list[Any] = []


@contextmanager
def loaded(interface: Interface | None = None) -> Iterator[Any]:
    """Load the plugin as QGIS does, and unload it whatever happens."""
    plugin = innovation_clusters.classFactory(interface)
    plugin.initProcessing() if interface is None else plugin.initGui()
    try:
        yield plugin
    finally:
        plugin.unload()


def test_what_is_added_to_the_window_is_taken_away_again(without_the_tests_own_plugin: None) -> None:
    registry = QgsApplication.processingRegistry()
    interface = Interface()
    plugin = innovation_clusters.classFactory(interface)
    assert registry.providerById("innovationclusters") is None
    plugin.initGui()
    assert registry.providerById("innovationclusters") is not None
    assert list(interface.menu) == ["Innovation Clusters"]
    entries = interface.menu["Innovation Clusters"]
    assert [entry.objectName() for entry in entries[:2]] == [
        "innovation_clusters_find",
        "innovation_clusters_sample",
    ]
    assert entries[-1].objectName() == "innovation_clusters_tutorial"
    assert interface.toolbar[0] is entries[0]
    action = interface.toolbar[0]
    assert action.objectName()
    assert not action.icon().isNull()
    assert [factory.title() for factory in interface.options] == ["Innovation Clusters"]
    assert QgsExpression.isFunctionName("rank_label")

    plugin.unload()
    assert registry.providerById("innovationclusters") is None
    assert interface.menu == {"Innovation Clusters": []}
    assert interface.toolbar == []
    assert interface.options == []
    assert not QgsExpression.isFunctionName("rank_label")
    plugin.unload()


def test_the_menu_opens_the_dialog_of_the_main_algorithm(
    without_the_tests_own_plugin: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(launching, "open_dialog", lambda iface, name: opened.append(name))
    interface = Interface()
    with loaded(interface):
        interface.toolbar[0].trigger()
        assert opened == ["innovationclusters"]
        assert launching.algorithm(opened[0]) is not None


def test_qgis_process_asks_for_processing_only_and_once(without_the_tests_own_plugin: None) -> None:
    registry = QgsApplication.processingRegistry()
    with loaded() as plugin:
        first = registry.providerById("innovationclusters")
        plugin.initProcessing()
        plugin.initGui()
        assert registry.providerById("innovationclusters") is first


@pytest.fixture
def locale(qgis_app: QgsApplication) -> Iterator[Callable[[str], None]]:
    settings = QgsSettings()

    def choose(name: str) -> None:
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", name)

    yield choose
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


@pytest.mark.parametrize("name", ["ko", "ko_KR"])
def test_in_a_korean_qgis_the_plugin_speaks_korean(
    without_the_tests_own_plugin: None,
    locale: Callable[[str], None],
    name: str,
    compiled_translations: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(output_language, "TRANSLATIONS", compiled_translations)
    locale(name)
    hangul = re.compile("[가-힣]")
    with loaded():
        provider = QgsApplication.processingRegistry().providerById("innovationclusters")
        for algorithm in provider.algorithms():
            assert hangul.search(algorithm.displayName()), algorithm.name()
            for parameter in algorithm.parameterDefinitions():
                assert hangul.search(parameter.description()), f"{algorithm.name()} {parameter.name()}"
        del provider, algorithm, parameter
    # Gone with the plugin.
    assert QCoreApplication.translate("InnovationClusters", "Clusters") == "Clusters"


def test_a_language_without_translation_is_english(
    without_the_tests_own_plugin: None, locale: Callable[[str], None]
) -> None:
    locale("fr")
    with loaded():
        assert QCoreApplication.translate("InnovationClusters", "Clusters") == "Clusters"


@pytest.fixture(scope="session")
def compiled_translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the translations as `make` does, away from the checkout."""
    import importlib.util

    path = Path(innovation_clusters.__file__).parent / "scripts" / "translations.py"
    specification = importlib.util.spec_from_file_location("translations_script", path)
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    folder = tmp_path_factory.mktemp("i18n")
    script.compile_all(folder)
    return folder
