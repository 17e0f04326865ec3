"""The entries that open pages of the manual open pages that are there, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QAction, QMainWindow

from innovation_clusters.plugin import tutorial_entry
from innovation_clusters.plugin.tutorial_entry import TutorialEntry
from innovation_clusters.processing_algorithms import manual
from innovation_clusters.processing_algorithms.manual import address_of


class Interface:
    """What the entry asks of QGIS's window."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.bar = QgsMessageBar(self.window)
        self.menu: list[QAction] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def addPluginToVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.append(action)

    def removePluginVectorMenu(self, name: str, action: QAction) -> None:
        self.menu.remove(action)


@pytest.fixture
def interface(qgis_app: QgsApplication) -> Iterator[Interface]:
    made = Interface()
    yield made
    made.window.deleteLater()


class Desktop:
    """Notes what is to be opened, and says whether it was."""

    def __init__(self, able: bool) -> None:
        self.able = able
        self.opened: list[str] = []

    def openUrl(self, address: QUrl) -> bool:
        self.opened.append(address.toLocalFile())
        return self.able


@pytest.mark.parametrize(("language", "name"), [("en", "tutorial.html"), ("ko", "tutorial.ko.html")])
def test_the_tutorial_opens(
    interface: Any, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    desktop = Desktop(able=True)
    monkeypatch.setattr(tutorial_entry, "QDesktopServices", desktop)
    monkeypatch.setattr(tutorial_entry, "language", lambda: language)
    entry = TutorialEntry(interface)
    entry.action.trigger()
    (opened,) = desktop.opened
    assert Path(opened).is_file()
    assert Path(opened).name == name
    assert interface.bar.currentItem() is None
    entry.remove()
    assert interface.menu == []


def test_where_no_program_opens_it_a_message_says_where_it_is(
    interface: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tutorial_entry, "QDesktopServices", Desktop(able=False))
    entry = TutorialEntry(interface)
    entry.action.trigger()
    assert address_of("docs/tutorial", "en") in interface.bar.currentItem().text()
    entry.remove()


@pytest.mark.parametrize(
    ("page", "language", "place"),
    [
        ("docs/options", "en", "docs/options.html"),
        ("docs/options", "ko", "docs/ko/options.html"),
        ("docs/algorithms/importzones", "ko", "docs/algorithms/ko/importzones.html"),
        ("docs/tutorial", "ko", "docs/tutorial.ko.html"),
        # There is none in French: the English one is better than none.
        ("docs/tutorial", "fr", "docs/tutorial.html"),
    ],
)
def test_pages_are_those_of_the_language(page: str, language: str, place: str) -> None:
    address = address_of(page, language)
    assert address == (manual.MANUAL / place).as_uri()
    assert Path(unquote(urlparse(address).path)).is_file()


def test_a_folder_with_any_name_has_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "계획 100%"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "a.html").write_text("x", encoding="utf-8")
    monkeypatch.setattr(manual, "MANUAL", folder)
    assert Path(QUrl(address_of("docs/a", "ko")).toLocalFile()).read_text(encoding="utf-8") == "x"
    assert address_of("docs/b", "ko") == ""
