"""Which province a code, a name or a place stands for.

The Ministry of the Interior (MOIS) and Statistics Korea (KOSTAT) number provinces differently: 26 is Busan to
the one and Ulsan to the other. A code is only read in a system that is known.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .catalogue import province_named, provinces
from .tables import ZONES, read_rows

STEPS = 10  # the outlines are in tenths of a degree

FloatArray = NDArray[np.float64]


class CodeSystem(StrEnum):
    """Who numbers provinces."""

    MOIS = "MOIS"
    KOSTAT = "KOSTAT"


@cache
def codes(system: CodeSystem) -> dict[str, str]:
    """Return the short name of a province by its code of two digits, those of earlier years too."""
    if system == CodeSystem.KOSTAT:
        return {province.code_kostat: name for name, province in provinces().items()}
    return {
        code: name
        for name, province in provinces().items()
        for code in (province.code_mois, *province.former_codes_mois)
    }


def sido_of_name(text: str) -> str:
    """Return the province that a text is, or begins with as a word of its own; empty where none."""
    words = text.split()
    for name in (text, *words[:1]):
        found = province_named(name) or province_named(name.removesuffix("시"))
        if found is not None:
            return found.name
    return ""


def sido_of_code(code: str, system: CodeSystem) -> str:
    """Return the province that a code of two or more digits begins with; empty where none."""
    return codes(system).get(code.strip()[:2], "")


@cache
def _land() -> dict[tuple[int, int], frozenset[str]]:
    """Return which provinces have land in a cell of a tenth of a degree, by its row and column."""
    cells: dict[tuple[int, int], set[str]] = {}
    for row in read_rows(ZONES / "province_extents.csv", ("sido", "south", "west", "east")):
        sido = row.choice("sido", provinces())
        south, west, east = (round((row.number(name) or 0.0) * STEPS) for name in ("south", "west", "east"))
        for column in range(west, east):
            cells.setdefault((south, column), set()).add(sido)
    return {cell: frozenset(names) for cell, names in cells.items()}


def provinces_at(longitude: FloatArray, latitude: FloatArray) -> list[frozenset[str]]:
    """Return for every place, float64[n] degrees, the provinces it may lie in; none where it is not on
    Korean land, or not a number.

    The outlines are as coarse as a tenth of a degree, so near a border there are several.
    """
    with np.errstate(invalid="ignore"):
        known = (np.abs(longitude) <= 360.0) & (np.abs(latitude) <= 90.0)
    rows = np.floor(np.where(known, latitude, 0.0) * STEPS).astype(np.int64).tolist()
    columns = np.floor(np.where(known, longitude, 0.0) * STEPS).astype(np.int64).tolist()
    nowhere: frozenset[str] = frozenset()
    land = _land()
    return [land.get(cell, nowhere) for cell in zip(rows, columns, strict=True)]
