"""The tutorial of the menu is a page that is there, in every language."""

from pathlib import Path

import pytest

from innovation_clusters.plugin import tutorial_entry

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_page_is_there(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setattr(tutorial_entry, "language", lambda: language)
    place = tutorial_entry.address().partition("/blob/main/")[2]
    assert place.startswith("docs/tutorial")
    assert (".ko." in place) == (language == "ko")
    assert (ROOT / place).is_file()
