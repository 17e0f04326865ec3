"""Rows of a file before and after they are read: its columns, and the same in the standard schema."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import InputError
from .guesses import Guess, fact

Column = Sequence[str | None]

HANGUL = re.compile("[가-힣]")

# A column holds names, or codes, when this share of its filled cells looks like that.
MOSTLY = 0.9

# Texts that stand for nothing.
_NOTHING = frozenset({"", "-", "NULL", "null", "None", "NaN", "nan", "<NULL>"})


@dataclass
class Zones:
    """Rows in the standard schema: lists of length n, None where not known; `evidence` holds, for every row,
    by field how it was known. `area` is float square metres as stated in the file, None where it states
    none. `guesses` answers one question each.
    """

    zone_id: list[str | None]
    name_ko: list[str | None]
    name_en: list[str | None]
    zone_type: list[str | None]
    sido: list[str | None]
    year: list[int | None]
    area: list[float | None]
    evidence: list[dict[str, str]]
    guesses: list[Guess] = field(default_factory=list)

    @classmethod
    def unknown(cls, rows: int) -> Zones:
        """Return rows of which nothing is known."""
        return cls(
            zone_id=[None] * rows,
            name_ko=[None] * rows,
            name_en=[None] * rows,
            zone_type=[None] * rows,
            sido=[None] * rows,
            year=[None] * rows,
            area=[None] * rows,
            evidence=[{} for _ in range(rows)],
        )


@dataclass(frozen=True)
class Table:
    """The attributes of a file: its columns by name, of length `rows`; its name and its layer's without
    ending; the folders it lies in.
    """

    columns: Mapping[str, Column]
    rows: int
    names: tuple[str, ...]
    folders: tuple[str, ...] = ()

    def fields(self, wanted: Sequence[str]) -> list[str]:
        """Return the columns that are `wanted`, in capitals, in that order; a unit in brackets does not
        matter.
        """
        by_key = {_key(name): name for name in reversed(list(self.columns))}
        return [by_key[_key(name)] for name in wanted if _key(name) in by_key]


def _key(name: str) -> str:
    return re.sub(r"[(\[\uff08].*$", "", name).strip().upper()


def cell(value: str | None) -> str:
    """Return a cell without blanks around it; empty where it stands for nothing."""
    text = (value or "").replace("\x00", "").strip()
    return "" if text in _NOTHING else text


def chosen_field(table: Table, question: str, overrides: Mapping[str, str]) -> str:
    name = overrides.get(question, "")
    if name and name not in table.columns:
        raise InputError(
            "OVERRIDES",
            "The file {file} has no field {field} for {question}; use one of {fields}.",
            file=table.names[0],
            field=name,
            question=question,
            fields=", ".join(table.columns),
        )
    return name


def with_missing(guess: Guess, missing: int) -> Guess:
    facts = (*guess.facts, *([fact("rows_without", count=missing)] if missing else []))
    return Guess(guess.question, guess.answer, guess.confidence, facts, guess.alternatives)
