"""Where the pages of the manual are, which ships with the plugin (scripts/help_pages.py makes it)."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

MANUAL = Path(__file__).resolve().parent.parent / "resources" / "help"


def address_of(page: str, language: str) -> str:
    """Return the address of a page, such as docs/options, in a language where it is there, else in English.

    Empty where there is no manual, as in a checkout before `make`.
    """
    place = PurePosixPath(page)
    for name in (place.parent / language / place.name, f"{place}.{language}", place):
        path = MANUAL / f"{name}.html"
        if path.is_file():
            return path.as_uri()
    return ""
