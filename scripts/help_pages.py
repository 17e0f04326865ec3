"""Write the manual that ships: resources/help, the pages of docs as HTML. `make` calls it when one changes.

Help buttons open these files, so that they work without a network and tell of the version that is there.
What a page links to is in the manual or the zip, or it is no link: a page about tests is of no use to users.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import tempfile
from pathlib import Path, PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
HELP = ROOT / "resources" / "help"
# Pages beside those in docs; what they and docs name of these folders ships as it is.
OTHER_PAGES = ("CHANGELOG.md", "README.ko.md", "README.md")
SHIPPED = ("LICENSE", "analysis/", "plugin/", "processing_algorithms/", "resources/")
STYLE = "page.css"

# The pages that every page leads to, in its language.
WAYS = {
    "en": {
        "README.md": "Innovation Clusters",
        "docs/tutorial.md": "Tutorial",
        "docs/algorithms/README.md": "All algorithms",
    },
    "ko": {
        "README.ko.md": "Innovation Clusters",
        "docs/tutorial.ko.md": "튜토리얼",
        "docs/algorithms/ko/README.md": "모든 알고리즘",
    },
}

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
<nav>{ways}</nav>
{content}</body>
</html>
"""

CSS = """:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; line-height: 1.5; word-break: keep-all;
  overflow-wrap: anywhere; font-family: "Noto Sans", "Noto Sans KR", "Malgun Gothic", sans-serif; }
nav { font-size: 0.9rem; border-bottom: 1px solid #8888; padding-bottom: 0.4rem; }
h1, h2, h3 { line-height: 1.25; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-size: 0.9rem; }
th, td { border: 1px solid #8888; padding: 0.3rem 0.5rem; vertical-align: top; text-align: left; }
code { font-size: 0.9em; background: #8882; padding: 0 0.2em; overflow-wrap: normal; }
pre { background: #8882; padding: 0.6rem 0.8rem; overflow-x: auto; }
pre code { background: none; padding: 0; }
img { max-width: 100%; height: auto; }
@media print { nav { display: none; } }
"""


def sources(root: Path) -> list[str]:
    """Return the pages of a checkout by their paths in it, sorted."""
    pages = [path.relative_to(root).as_posix() for path in (root / "docs").rglob("*.md")]
    return sorted([*OTHER_PAGES, *pages])


def language_of(page: str) -> str:
    """Return the language of a page, which its name or folder tells."""
    path = PurePosixPath(page)
    return next((code for code in WAYS if code in path.parts or path.stem.endswith(f".{code}")), "en")


def slug(heading: str) -> str:
    """Return what a heading is called in a link to it, as GitHub does it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


class Manual:
    """All pages of a checkout as they ship, with their pictures: `files`, by their places in the manual."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sources = set(sources(root))
        self._markdown = MarkdownIt("commonmark").enable("table")
        self.files: dict[str, bytes] = {STYLE: CSS.encode()}
        for page in sorted(self._sources):
            self.files[_made(page)] = self._page(page).encode()

    def _page(self, page: str) -> str:
        tokens = self._markdown.parse((self._root / page).read_text(encoding="utf-8"))
        title = "Innovation Clusters"
        for number, token in enumerate(tokens):
            if token.type == "heading_open":
                heading = _text(tokens[number + 1])
                token.attrSet("id", slug(heading))
                title = heading if token.tag == "h1" else title
            if token.children:
                token.children = self._with_ways(page, token.children)
        language = language_of(page)
        ways = " · ".join(
            f'<a href="{_from(page, _made(way))}">{label}</a>'
            for way, label in WAYS[language].items()
            if way in self._sources
        )
        content = self._markdown.renderer.render(tokens, self._markdown.options, {})
        # Remarks for those who edit the page.
        content = re.sub(r"<!--.*?-->\n?", "", content, flags=re.DOTALL)
        return PAGE.format(
            language=language, title=html.escape(title), style=_from(page, STYLE), ways=ways, content=content
        )

    def _with_ways(self, page: str, tokens: list[Token]) -> list[Token]:
        """Let links and pictures lead to where the manual has them; drop links to what does not ship."""
        kept = []
        dropped = False
        for token in tokens:
            if token.type == "image":
                token.attrSet("src", self._picture(page, str(token.attrGet("src"))))
            elif token.type == "link_open":
                address = self._address(page, str(token.attrGet("href")))
                dropped = not address
                token.attrSet("href", address)
            if not (dropped and token.type in ("link_open", "link_close")):
                kept.append(token)
            dropped = dropped and token.type != "link_close"
        return kept

    def _address(self, page: str, target: str) -> str:
        place, mark, heading = target.partition("#")
        if not place or "://" in place or place.startswith("mailto:"):
            return target
        named = _resolved(page, place)
        if named in self._sources:
            return _from(page, _made(named)) + mark + heading
        if (self._root / named).exists() and named.startswith(SHIPPED):
            # The manual is two folders below the root of the package.
            return _from(page, f"../../{named}")
        return ""

    def _picture(self, page: str, target: str) -> str:
        named = _resolved(page, target)
        self.files[named] = (self._root / named).read_bytes()
        return _from(page, named)


def _made(page: str) -> str:
    return f"{page.removesuffix('.md')}.html"


def _resolved(page: str, target: str) -> str:
    return os.path.normpath(PurePosixPath(page).parent / target).replace(os.sep, "/")


def _from(page: str, target: str) -> str:
    """Return the way from a page to a place, both in the manual."""
    # Below made-up folders, because the target may be in the package beside the manual.
    manual = PurePosixPath("/package/resources/help")
    return os.path.relpath(manual / target, manual / PurePosixPath(page).parent)


def _text(token: Token) -> str:
    return "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))


def write(root: Path, folder: Path) -> None:
    """Write the manual of the checkout `root` as `folder`, in the place of an earlier one."""
    files = Manual(root).files
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".help-", dir=folder.parent) as scratch:
        made = Path(scratch) / "help"
        for name, content in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)


if __name__ == "__main__":
    write(ROOT, HELP)
