"""The house as docs/development.md describes it: imports point one way, and every room is named."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")

# What each part of the package may import, itself apart.
BELOW = {
    "analysis": set(),
    "distributed": {"analysis"},
    "processing_algorithms": {"analysis"},
    "plugin": {"processing_algorithms", "analysis"},
}


def imported_parts(path: Path) -> set[str]:
    """Return the first folder below the root of every relative import of a file."""
    parts: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.relative_to(ROOT).parent.parts
            target = [*folder[: len(folder) - node.level + 1], *(node.module or "").split(".")]
            parts |= {target[0]} if target[0] else {alias.name for alias in node.names}
    return parts


@pytest.mark.parametrize("part", BELOW)
def test_imports_point_one_way(part: str) -> None:
    files = sorted((ROOT / part).rglob("*.py"))
    assert files
    wrong = {
        str(path.relative_to(ROOT)): others
        for path in files
        if (others := imported_parts(path) - BELOW[part] - {part})
    }
    assert wrong == {}


def described() -> set[Path]:
    """Return the places in the tree of the page, which shows a place in a room two spaces further in."""
    tree = PAGE.split("Imports point one way:", 1)[1].split("```")[1]
    places: set[Path] = set()
    above: list[str] = []
    for line in tree.splitlines():
        if line.strip():
            depth = (len(line) - len(line.lstrip())) // 2
            above = [*above[:depth], line.split()[0]]
            places.add(ROOT.joinpath(*above))
    return places


def test_every_room_is_described_and_every_described_place_is_there() -> None:
    rooms = {path.parent for part in BELOW for path in (ROOT / part).rglob("*.py")}
    assert rooms - described() == set()
    assert {place for place in described() if not place.exists()} == set()
    for folder in ("scripts", "tests"):
        for room in {path.parent for path in (ROOT / folder).glob("*/*.py")}:
            assert f"`{folder}/{room.name}`" in PAGE
