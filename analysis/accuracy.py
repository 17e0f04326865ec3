"""How exactly addresses are located: what their geocoder states, and what the digits of coordinates betray.

GII 2024, Appendix IV, tells by economy how many inventor addresses were located to the block, to a part of
the city or to the city; authors are located to the city only. Geocoders have words of their own for these
levels, collected in resources/reference/geocoding_levels.csv (ours: WIPO does not say what it counts as a
block).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .texts import Coded

REFERENCE = Path(__file__).resolve().parent.parent / "resources" / "reference"

LEVELS = ("block", "sub-city", "city", "coarser", "other", "not stated")
"""Levels of accuracy, the finest first; other: a word that is not known."""

OTHER, NOT_STATED = LEVELS.index("other"), LEVELS.index("not stated")

# A hundredth of a degree is 1.1 km from south to north: such a place tells no streets apart.
COARSE_DECIMALS = 2
MOST_DECIMALS = 7

# Above the rounding errors of degrees in float64 times 10**6, below the last of six decimals.
_WHOLE = 5e-7


@dataclass(frozen=True)
class PublishedAccuracy:
    """What GII 2024 prints of an economy, in per cent of its addresses; of records where it says covered."""

    block: float
    sub_city: float
    city: float
    patents_covered: float
    authors_city: float
    publications_covered: float

    @property
    def city_or_better(self) -> float:
        """Per cent of the inventor addresses that are located to the city or better."""
        return round(self.block + self.sub_city + self.city, 1)


@cache
def published_accuracy() -> dict[str, PublishedAccuracy]:
    """Return what GII 2024, Appendix IV, prints by economy; the world is ""."""
    with (REFERENCE / "gii_2024_geocoding.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["economy"]: PublishedAccuracy(
                float(row["inventors_block"]),
                float(row["inventors_sub_city"]),
                float(row["inventors_city"]),
                float(row["patents_covered"]),
                float(row["authors_city"]),
                float(row["publications_covered"]),
            )
            for row in csv.DictReader(lines)
        }


def accuracy_levels(stated: Coded) -> NDArray[np.uint8]:
    """Return uint8[n], the place in LEVELS of what a geocoder has stated for each row."""
    known = _levels()
    numbers = [known.get(_plain(word), OTHER) for word in stated.names]
    levels: NDArray[np.uint8] = np.array([*numbers, NOT_STATED], dtype=np.uint8)[stated.code]
    return levels


def decimals(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return int64[n]: with how many decimals both coordinates of a place can be written, at most
    MOST_DECIMALS.

    Few decimals betray a rounded place; many prove nothing, because a centre of a city may have them too.
    """
    needed = np.full(longitude.size, MOST_DECIMALS)
    for number in range(MOST_DECIMALS - 1, -1, -1):
        fits = np.ones(longitude.size, dtype=bool)
        for values in (longitude, latitude):
            scaled = values * 10.0**number
            fits &= np.abs(scaled - np.rint(scaled)) < _WHOLE
        needed[fits] = number
    return needed


@cache
def _levels() -> dict[str, int]:
    with (REFERENCE / "geocoding_levels.csv").open(encoding="utf-8", newline="") as lines:
        return {_plain(row["word"]): LEVELS.index(row["level"]) for row in csv.DictReader(lines)}


def _plain(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())
