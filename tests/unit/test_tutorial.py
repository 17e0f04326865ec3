"""The tutorial says what the window shows: labels are those of the plugin, figures those of the sample."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from innovation_clusters.scripts import tutorial

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = {"en": DOCS / "tutorial.md", "ko": DOCS / "tutorial.ko.md"}
HEAVIEST = 250_000

# Stressed for their weight, and no labels.
SENTENCES = ("It is modelled", "Their positions are", "모형 자료이며", "위치는 대략이며")


def _load_script() -> ModuleType:
    path = ROOT / "scripts" / "translations.py"
    specification = importlib.util.spec_from_file_location("translations_of_tutorial", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def plain(label: str) -> str:
    """Return a label as it is shown, without the mark of its key: "&Find" or "찾기(&F)"."""
    return re.sub(r"^\d ", "", re.sub(r"\(&.\)|&", "", label))


def labels(page: Path) -> list[str]:
    text = " ".join(page.read_text(encoding="utf-8").split())
    return [found for found in re.findall(r"\*\*(.+?)\*\*", text) if not found.startswith(SENTENCES)]


@pytest.mark.parametrize("language", PAGES)
def test_labels_are_those_of_the_plugin(language: str) -> None:
    script = _load_script()
    korean = script.read(script.path_of("ko"))
    shown = {plain(text) for text in (korean if language == "en" else korean.values())}
    found = labels(PAGES[language])
    assert len(found) > 20
    assert [label for label in found if label not in shown] == []


def test_both_languages_name_the_same_labels() -> None:
    script = _load_script()
    korean = {plain(text): plain(meant) for text, meant in script.read(script.path_of("ko")).items()}
    translated = sorted(korean[label] for label in labels(PAGES["en"]))
    assert translated == sorted(labels(PAGES["ko"]))


def test_both_languages_show_the_same_pictures_and_figures() -> None:
    english, korean = (page.read_text(encoding="utf-8") for page in PAGES.values())
    pictures = re.findall(r"\]\(images/tutorial/(\w+)\.png\)", english)
    assert len(pictures) >= 10
    assert re.findall(r"\]\(images/tutorial/(\w+)\.ko\.png\)", korean) == pictures
    there = {path.name for path in (DOCS / "images" / "tutorial").glob("*.png")}
    assert there == {f"{name}{end}.png" for name in pictures for end in ("", ".ko")}

    def figures(text: str) -> list[str]:
        return sorted(re.findall(r"\d{1,3}(?:,\d{3})+|\d{3,}", text))

    assert figures(english) == figures(korean)


def test_figures_are_those_of_the_sample() -> None:
    sample = json.loads((ROOT / "resources" / "sample" / "sample.json").read_text(encoding="utf-8"))
    text = PAGES["en"].read_text(encoding="utf-8")
    for file in sample["files"].values():
        assert f"{file['rows']:,}" in text
        assert f"{file['records']:,}" in text


def test_pictures_are_small() -> None:
    for path in (DOCS / "images" / "tutorial").glob("*.png"):
        assert path.stat().st_size < HEAVIEST, path.name


def test_what_the_pictures_take_is_told_before_any_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = {"Xvfb": "/usr/bin/Xvfb"}
    monkeypatch.setattr(shutil, "which", there.get)
    monkeypatch.setattr(tutorial, "find_spec", lambda name: None)
    assert tutorial.main(["en"]) == 1
    told = capsys.readouterr().err
    assert (
        told == "tutorial: chromium, python3-pil missing; on Debian: apt-get install chromium python3-pil\n"
    )
