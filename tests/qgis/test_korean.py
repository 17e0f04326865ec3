"""In a Korean QGIS nothing of the plugin speaks English: widgets, helps, styles, functions, zones."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTableView,
    QTableWidget,
    QTabWidget,
    QWidget,
)
from qgis.PyQt.QtXml import QDomDocument

from innovation_clusters.plugin import named_styles, styles
from innovation_clusters.plugin.dock.dock import InnovationDock
from innovation_clusters.plugin.explorer.explorer import ParameterExplorer
from innovation_clusters.plugin.expressions.functions import indicators
from innovation_clusters.plugin.options.page import OptionsPage
from innovation_clusters.plugin.sample_project import SampleDialog, SampleProject
from innovation_clusters.scripts.page_words import speaking

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]
TABLES = sorted((ROOT / "resources" / "zones").glob("*.csv"))
HANGUL = re.compile("[가-힣]")
ENGLISH = re.compile(r"[A-Za-z]{3,}")
# The same everywhere: names of programs, packages and files, units, and what is typed into a terminal.
NAMES = re.compile(
    r"^(Innovation Clusters|QGIS|WIPO|English|DBSCAN|[a-z0-9_.]+( [\d.]+\S*)?|EPSG:\d+.*|R&D|ICT|"
    r"[\d.]+ [KMG]iB|(sudo|python|pip|conda|apt|flatpak|\"|/|<a href).*)$",
    re.DOTALL,
)


class Interface:
    """A window with a canvas, as far as the panels touch it."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.bar = QgsMessageBar(self.window)
        self.menu: list[QAction] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def activeLayer(self) -> None:
        return None

    def addPluginToVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.append(action)

    def removePluginVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.remove(action)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)


@pytest.fixture
def korean(qgis_app: QgsApplication) -> Iterator[None]:
    with speaking("ko") as translator:
        yield
    assert translator is not None
    assert translator.missing == []


@pytest.fixture
def interface(qgis_app: QgsApplication) -> Iterator[Interface]:
    made = Interface()
    yield made
    sip.delete(made.window)


def is_english(text: str) -> bool:
    plain = re.sub(r"<[^>]*>", " ", text).strip()
    return bool(ENGLISH.search(plain)) and not HANGUL.search(plain) and not NAMES.match(plain)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield all that a widget and what is in it show or say."""
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one.parent(), QDialogButtonBox) or type(one).__name__ == "QgsFileWidget":
            # Qt's and QGIS's own.
            continue
        yield one.windowTitle()
        yield one.toolTip()
        yield one.accessibleName()
        if isinstance(one, (QLabel, QAbstractButton)):
            yield one.text()
        if isinstance(one, QGroupBox):
            yield one.title()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QTabWidget):
            yield from (one.tabText(place) for place in range(one.count()))
            yield from (one.tabToolTip(place) for place in range(one.count()))
        if isinstance(one, QComboBox) and type(one) is QComboBox:
            yield from (one.itemText(place) for place in range(one.count()))
        if isinstance(one, QTableWidget):
            places = product(range(one.rowCount()), range(one.columnCount()))
            cells = (one.item(row, column) for row, column in places)
            yield from (cell.text() for cell in cells if cell is not None)
        if isinstance(one, QTableView):
            model = one.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        yield from (action.text() for action in one.actions())


def english(widget: QWidget) -> list[str]:
    return sorted({text for text in texts_of(widget) if is_english(text)})


def test_what_is_english_is_found(qgis_app: QgsApplication) -> None:
    assert english(QLabel("Nothing chosen"))
    assert english(QLabel("<b>Rank</b> 5"))
    assert not english(QLabel("순위 (rank)"))
    assert not english(QLabel("WIPO"))


def test_the_dock_is_korean(korean: None, interface: Interface) -> None:
    explorer = ParameterExplorer(None)
    dock = InnovationDock(interface)
    try:
        assert english(dock) == []
        assert english(explorer) == []
    finally:
        dock.close_dock()
        explorer.close_down()
        sip.delete(dock)
        sip.delete(explorer)


def test_the_options_are_korean(korean: None) -> None:
    page = OptionsPage()
    assert english(page) == []
    sip.delete(page)


def test_the_sample_is_korean(korean: None, interface: Interface) -> None:
    sample = SampleProject(interface)
    assert [action.text() for action in interface.menu if is_english(action.text())] == []
    assert [action.statusTip() for action in interface.menu if is_english(action.statusTip())] == []
    assert english(SampleDialog(None)) == []
    sample.remove()


def test_algorithms_are_korean_to_the_last_help(korean: None) -> None:
    provider = QgsApplication.processingRegistry().providerById("innovationclusters")
    found = []
    for registered in provider.algorithms():
        algorithm = registered.create()
        texts = [algorithm.displayName(), algorithm.group(), algorithm.shortDescription()]
        for definition in algorithm.parameterDefinitions():
            texts += [definition.description(), definition.help()]
        texts += [output.description() for output in algorithm.outputDefinitions()]
        found += [f"{algorithm.name()}: {text}" for text in texts if is_english(text)]
    assert found == []


def test_styles_are_korean(korean: None) -> None:
    found = []
    for path in sorted((ROOT / "resources" / "styles").glob("*.qml")):
        document = styles.document(path.stem)
        found += [f"{path.name}: {text}" for text in _texts_of_style(document) if is_english(text)]
        names = [choice.name for choice in named_styles.choices(path.stem)]
        found += [f"{path.name}: {name}" for name in names if is_english(name)]
    assert found == []


def _texts_of_style(document: QDomDocument) -> Iterator[str]:
    """Yield what a reader sees of a style: labels, aliases and descriptions, wherever they are."""
    for tag, attribute in (
        *(("rule", "label"), ("category", "label"), ("range", "label"), ("alias", "name")),
        *(("constraint", "desc"), ("attributeEditorContainer", "name"), ("rule", "description")),
    ):
        elements = document.elementsByTagName(tag)
        for place in range(elements.count()):
            yield elements.at(place).toElement().attribute(attribute)


def test_functions_are_explained_in_korean(korean: None) -> None:
    made = indicators()
    assert len(made) >= 5
    for function in made:
        text = re.sub(r"<code>.*?</code>|<[^>]*>", " ", function.helpText(), flags=re.DOTALL)
        sentences = [line for line in text.splitlines() if is_english(line) and " " in line.strip()]
        assert HANGUL.search(text), function.name()
        assert [line for line in sentences if "(" not in line] == [], function.name()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_the_catalogue_has_both_languages(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    for column in rows[0]:
        other = column.removesuffix("_en") + "_ko"
        if not column.endswith("_en") or other not in rows[0]:
            continue
        for number, row in enumerate(rows, start=2):
            assert bool(row[column]) == bool(row[other]), f"{path.name}:{number} {column}"
            # A year, an abbreviation or R&D is the same in both.
            if ENGLISH.search(row[other]):
                assert not is_english(row[other]), f"{path.name}:{number} {other}: {row[other]}"
            assert not HANGUL.search(row[column]), f"{path.name}:{number} {column}: {row[column]}"
