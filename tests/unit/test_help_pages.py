"""The manual that ships: every page of docs is in it, and nothing in it leads nowhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from innovation_clusters.scripts import help_pages

ROOT = Path(__file__).resolve().parents[2]


class Reader(HTMLParser):
    """Notes the links, pictures, headings and language of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: list[str] = []
        self.tags: list[str] = []
        self.language = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = {name: value or "" for name, value in attrs}
        self.addresses += [named[name] for name in ("href", "src") if name in named]
        self.places += [named["id"]] if "id" in named else []
        if tag == "html":
            self.language = named["lang"]


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the manual of this checkout, at the place in the package that it is made for."""
    root = tmp_path_factory.mktemp("package")
    for folder in help_pages.SHIPPED:
        if folder not in ("resources/", "LICENSE"):
            (root / folder).symlink_to(ROOT / folder)
    (root / "LICENSE").symlink_to(ROOT / "LICENSE")
    (root / "resources").mkdir()
    for path in (ROOT / "resources").iterdir():
        if path.name != "help":
            (root / "resources" / path.name).symlink_to(path)
    help_pages.write(ROOT, root / "resources" / "help")
    return root / "resources" / "help"


def test_every_page_is_there(manual: Path) -> None:
    pages = {path.relative_to(manual).with_suffix(".md").as_posix() for path in manual.rglob("*.html")}
    assert pages == {
        "README.md",
        "README.ko.md",
        "CHANGELOG.md",
        *(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
    }


def test_everything_a_page_names_is_there(manual: Path) -> None:
    pages = {path.resolve(): Reader(path) for path in manual.rglob("*.html")}
    broken = []
    for page, read in pages.items():
        for address in read.addresses:
            place, _, heading = address.partition("#")
            if re.match(r"https://(?!github\.com)", place):
                continue
            # Not resolved: what is beside the manual are links here.
            target = (page.parent / place) if place else page
            # Browsers too read what Korean headings are in addresses.
            if not target.exists() or (heading and unquote(heading) not in pages[target.resolve()].places):
                broken.append(f"{page.relative_to(manual.resolve())}: {address}")
    assert broken == []


def test_pages_are_in_their_language_and_run_nothing(manual: Path) -> None:
    for page in manual.rglob("*.html"):
        read = Reader(page)
        assert read.language == ("ko" if "/ko/" in page.as_uri() or ".ko." in page.name else "en"), page
        assert "script" not in read.tags
        assert "README.ko.html" not in "".join(read.addresses[:4]) or read.language == "ko"


def made(folder: Path, text: str) -> str:
    """Return the page that a checkout with this one text makes."""
    for name in help_pages.OTHER_PAGES:
        (folder / name).write_text("# x\n", encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "a.md").write_text(text, encoding="utf-8")
    return help_pages.Manual(folder).files["docs/a.html"].decode()


def test_a_link_to_what_does_not_ship_is_text(tmp_path: Path) -> None:
    page = made(
        tmp_path, "# A & B\n\nSee [the **tests**](../tests/a.py), [more](../README.md#x) and [none](b.md).\n"
    )
    assert "<title>A &amp; B</title>" in page
    assert 'See the <strong>tests</strong>, <a href="../README.html#x">more</a> and none.' in page


def test_headings_are_found_by_their_names(tmp_path: Path) -> None:
    page = made(tmp_path, "# A\n\n## 9. What `make` does, and 왜\n\n<!-- for those\nwho edit -->\n")
    assert 'id="9-what-make-does-and-왜"' in page
    assert "who edit" not in page


def test_a_page_that_is_gone_does_not_stay(tmp_path: Path) -> None:
    made(tmp_path, "# A\n")
    folder = tmp_path / "resources" / "help"
    help_pages.write(tmp_path, folder)
    assert (folder / "docs" / "a.html").is_file()
    (tmp_path / "docs" / "a.md").unlink()
    help_pages.write(tmp_path, folder)
    assert not (folder / "docs" / "a.html").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["help"]
