"""The 17 provinces of Korea (시·도): their names, their two systems of codes, and roughly where they are.

Ministry of the Interior (MOIS) and Statistics Korea (KOSTAT) number provinces differently: 26 is Busan to the
one and Ulsan to the other. A code is only read in a system that is known.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "zones"

STEPS = 10  # the outlines are in tenths of a degree

FloatArray = NDArray[np.float64]


class CodeSystem(StrEnum):
    """Who numbers provinces."""

    MOIS = "MOIS"
    KOSTAT = "KOSTAT"


@dataclass(frozen=True)
class Province:
    """`sido` is the short Korean name that stands for the province everywhere in this package."""

    sido: str
    name_ko: str
    other_names: tuple[str, ...]
    name_en: str
    mois_codes: tuple[str, ...]
    kostat_code: str


@cache
def provinces() -> dict[str, Province]:
    """Return the provinces by their short name."""
    with (FOLDER / "provinces.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["province"]: Province(
                row["province"],
                row["full_name_ko"],
                tuple(name for name in row["other_names"].split(";") if name),
                row["name_en"],
                (row["code_mois"], *(code for code in row["former_codes_mois"].split(";") if code)),
                row["code_kostat"],
            )
            for row in csv.DictReader(file)
        }


@cache
def codes(system: CodeSystem) -> dict[str, str]:
    """Return the short name of a province by its code of two digits, those of earlier years too."""
    if system == CodeSystem.KOSTAT:
        return {province.kostat_code: sido for sido, province in provinces().items()}
    return {code: sido for sido, province in provinces().items() for code in province.mois_codes}


@cache
def _names() -> dict[str, str]:
    return {
        name: sido
        for sido, province in provinces().items()
        for name in (sido, province.name_ko, *province.other_names)
    }


def sido_of_name(text: str) -> str:
    """Return the province that a text is, or begins with as a word of its own; empty where none."""
    text = text.strip()
    if text in _names():
        return _names()[text]
    return _names().get(text.split()[0], "") if text else ""


def sido_of_code(code: str, system: CodeSystem) -> str:
    """Return the province that a code of two or more digits begins with; empty where none."""
    return codes(system).get(code.strip()[:2], "") if code.strip()[:2].isdigit() else ""


@cache
def _land() -> dict[tuple[int, int], frozenset[str]]:
    """Return which provinces have land in a cell of a tenth of a degree, by its row and column."""
    cells: dict[tuple[int, int], set[str]] = {}
    with (FOLDER / "province_extents.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            south, west, east = (round(float(row[name]) * STEPS) for name in ("south", "west", "east"))
            for column in range(west, east):
                cells.setdefault((south, column), set()).add(row["sido"])
    return {cell: frozenset(names) for cell, names in cells.items()}


def provinces_at(longitude: FloatArray, latitude: FloatArray) -> list[frozenset[str]]:
    """Return for every place, float64[n] degrees, the provinces it may lie in; none where it is not on
    Korean land, or not a number.

    The outlines are as coarse as a tenth of a degree, so near a border there are several.
    """
    known = np.isfinite(longitude) & np.isfinite(latitude)
    known &= (np.abs(longitude) <= 360.0) & (np.abs(latitude) <= 90.0)
    rows = np.floor(np.where(known, latitude, 0.0) * STEPS).astype(np.int64).tolist()
    columns = np.floor(np.where(known, longitude, 0.0) * STEPS).astype(np.int64).tolist()
    nowhere: frozenset[str] = frozenset()
    land = _land()
    return [land.get(cell, nowhere) for cell in zip(rows, columns, strict=True)]
