"""Pages tell every option of runs on engines as it is, in both languages, and their examples are taken."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from innovation_clusters.analysis.editions import METRICS
from innovation_clusters.distributed.arguments import arguments, parameters_of, tables_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("distributed.md", "ko/distributed.md")
PROGRAM = ["python", "-m", "innovation_clusters.distributed"]


def options() -> dict[str, argparse.Action]:
    """Return what the command line takes by its flags, help apart."""
    taken = arguments()._actions
    return {flag: action for action in taken for flag in action.option_strings if action.dest != "help"}


def as_told(default: object) -> str:
    """Return a default as a page tells it; one that means nothing as nothing."""
    if isinstance(default, dict):
        return ",".join(f"{default.get(metric, 0.0):g}" for metric in METRICS)
    if isinstance(default, float):
        return f"{default:g}"
    return "" if default in (None, False) else str(default)


def told_options(page: str) -> dict[str, tuple[str, set[str]]]:
    """Return the default and what else stands in code by flag, of the rows of the table of options."""
    found: dict[str, tuple[str, set[str]]] = {}
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `--") and len(cells) == 3:
            for flag in re.findall(r"`(--[a-z-]+)`", cells[0]):
                assert flag not in found
                found[flag] = cells[1].strip("`"), set(re.findall(r"`([^`]+)`", cells[2]))
    return found


def examples(page: str) -> Iterator[list[str]]:
    """Yield the arguments of every example."""
    text = (DOCS / page).read_text(encoding="utf-8").replace("\\\n", " ")
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            words = shlex.split(line)
            if words[: len(PROGRAM)] == PROGRAM:
                yield words[len(PROGRAM) :]


@pytest.mark.parametrize("page", PAGES)
def test_every_option_is_told_with_its_default(page: str) -> None:
    taken = {flag: as_told(action.default) for flag, action in options().items()}
    assert {flag: default for flag, (default, _) in told_options(page).items()} == taken


@pytest.mark.parametrize("page", PAGES)
def test_every_choice_is_told(page: str) -> None:
    told = told_options(page)
    choices = {flag: set(action.choices) for flag, action in options().items() if action.choices}
    assert choices
    assert {flag: left for flag, named in choices.items() if (left := named - told[flag][1])} == {}


@pytest.mark.parametrize("page", [*PAGES, "sizing.md", "ko/sizing.md"])
def test_examples_are_taken(page: str) -> None:
    found = list(examples(page))
    assert found
    for words in found:
        chosen = arguments().parse_args(words)
        assert tables_of(chosen)
        assert parameters_of(chosen).eps == 15_000.0
