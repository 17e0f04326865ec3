"""Pages that are there in English and Korean: the same parts, tables, figures and links in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
# What someone who plans reads; the others are for those who change the code or check the method.
PLANNERS = (
    "databases.md",
    "distributed.md",
    "dock.md",
    "explorer.md",
    "expressions.md",
    "installing.md",
    "maps.md",
    "options.md",
    "sizing.md",
    "styles.md",
    "zones.md",
)

MULTIPLES = {"million": 1e6, "만": 1e4, "천만": 1e7, "억": 1e8}


def both(name: str) -> tuple[str, str]:
    english, korean = DOCS / name, DOCS / "ko" / name
    return english.read_text(encoding="utf-8"), korean.read_text(encoding="utf-8")


def shape(text: str) -> list[str]:
    """The headings, rows of tables with their number of columns, items of lists and blocks, in order."""
    found = []
    for line in text.splitlines():
        mark = re.match(r"#+ |\||- |\d+\. |```", line)
        if mark:
            found.append("|" * line.count("|") if mark[0] == "|" else mark[0])
    return found


def figures(text: str) -> set[str]:
    """The numbers of three digits or more, or with decimals, those in millions written out; those of few
    digits may be words.
    """
    without = re.sub(r"\]\([^)]*\)", "]", text)
    whole = re.sub(r"([\d.,]*\d) ?(million|천만|만|억)(?!분)", written_out, without)
    return set(re.findall(r"\d+(?:,\d{3})+|\d+\.\d+|\d{3,}", whole))


def written_out(number: re.Match[str]) -> str:
    """The digits of a number that ends in a word."""
    return f"{float(number[1].replace(',', '')) * MULTIPLES[number[2]]:,.0f} "


def codes(text: str) -> set[str]:
    """What stands in code: names of files, fields, parameters and choices, which no language changes."""
    block = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return {
        code for code in re.findall(r"`([^`\n]+)`", block) if re.fullmatch(r"[\w./*=;-]+", code, re.ASCII)
    }


def links(name: str, text: str, folder: Path) -> set[str]:
    """The pages that are linked to, without their language and the place on them."""
    found = set()
    for address in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        target = address if "://" in address else str((folder / address).resolve().relative_to(DOCS.parent))
        target = target.replace("docs/ko/", "docs/").replace("algorithms/ko/", "algorithms/")
        if target != f"docs/{name}":
            found.add(target)
    return found


@pytest.mark.parametrize("name", PLANNERS)
def test_both_languages_say_the_same(name: str) -> None:
    english, korean = both(name)
    assert shape(english) == shape(korean)
    assert figures(english) == figures(korean)
    assert codes(english) == codes(korean)
    assert links(name, english, DOCS) == links(name, korean, DOCS / "ko")


@pytest.mark.parametrize("name", PLANNERS)
def test_each_leads_to_the_other(name: str) -> None:
    english, korean = both(name)
    assert f"[한국어](ko/{name})" in english
    assert f"[English](../{name})" in korean
    for target in re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", korean):
        assert (DOCS / "ko" / target).exists(), target
