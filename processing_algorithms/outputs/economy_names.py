"""What economies are called, in the language of the outputs."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from ..base import language

NAMES = Path(__file__).resolve().parents[2] / "resources" / "reference" / "economies.csv"


def economy_name(code: str) -> str:
    """Return the name of an economy, its code where no name is known."""
    english, korean = _names().get(code.upper(), (code, code))
    return korean if language() == "ko" else english


@cache
def _names() -> dict[str, tuple[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as file:
        return {row["economy"]: (row["name"], row["name_ko"]) for row in csv.DictReader(file)}
