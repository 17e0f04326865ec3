"""The rows of an official file in the words of the standard schema: id, names, type, province, year, and how
each was known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..errors import InputError
from .guesses import Confidence, Guess, fact, given
from .row_provinces import fill_provinces
from .row_types import fill_types
from .rows import HANGUL, MOSTLY, Table, Zones, cell, chosen_field, with_missing
from .signatures import Signature

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})")

_UNITS = {
    "m2": 1.0, "㎡": 1.0, "m²": 1.0, "제곱미터": 1.0, "ha": 1e4, "km2": 1e6, "㎢": 1e6, "km²": 1e6,
    "평": 3.305785, "만평": 33057.85,
}  # fmt: skip
# Above this, a number that is called an area without a unit is one of square metres: 10,000 km² is Gangwon.
_LARGEST_SQUARE_KILOMETRES = 10_000.0


def read_zones(table: Table, signature: Signature, overrides: Mapping[str, str]) -> Zones:
    """Read the rows of a table that is the data set `signature`; `overrides` are answers of the user by
    question.

    Raises InputError for an override that names no field, type or province.
    """
    zones = Zones.unknown(table.rows)
    for question, wanted, column in (
        ("zone_id", signature.zone_id, zones.zone_id),
        ("name_ko", signature.name_ko, zones.name_ko),
        ("name_en", signature.name_en, zones.name_en),
    ):
        _fill_texts(table, signature, question, wanted, overrides, column, zones)
    _fill_years(table, signature, overrides, zones)
    fill_types(table, signature, overrides, zones)
    fill_provinces(table, signature, overrides, zones)
    _fill_areas(table, signature, overrides, zones)
    for row, name in enumerate(zones.name_ko):
        # An official name without Hangul is as good in English.
        if name and zones.name_en[row] is None and not HANGUL.search(name):
            zones.name_en[row] = name
    return zones


# Ids, names and years


def _fill_texts(
    table: Table,
    signature: Signature,
    question: str,
    wanted: Sequence[str],
    overrides: Mapping[str, str],
    column: list[str | None],
    zones: Zones,
) -> None:
    chosen = chosen_field(table, question, overrides)
    used = [chosen] if chosen else table.fields(wanted)
    like = ""
    if not used and question == "name_ko" and signature.name_ko_like:
        like = _column_of_names(table)
        used = [like] if like else []
    for name in used:
        for row, value in enumerate(table.columns[name]):
            text = cell(value)
            if text and column[row] is None:
                column[row] = text
                zones.evidence[row][question] = name
    missing = sum(value is None for value in column)
    if chosen:
        guess = given(question, chosen)
    elif like:
        guess = Guess(question, like, Confidence.DOUBTFUL, (fact("hangul_column", field=like),))
    elif used:
        guess = Guess(question, "/".join(used), Confidence.CERTAIN, (fact("field_name"),))
    else:
        guess = Guess(question, "", Confidence.CERTAIN, (fact("no_field"),))
    zones.guesses.append(with_missing(guess, missing if used else 0))


def _column_of_names(table: Table) -> str:
    """Return the column that looks most like names: Hangul in most cells, the more different the better."""
    best: tuple[bool, int, str] = (False, 0, "")
    for name, column in table.columns.items():
        filled = [text for text in map(cell, column) if text]
        korean = [text for text in filled if HANGUL.search(text)]
        if korean and len(korean) >= MOSTLY * len(filled):
            called = bool(re.search(r"NAME|NM|명$", name.upper()))
            best = max(best, (called, len(set(korean)), name), key=lambda each: each[:2])
    return best[2]


def _fill_years(table: Table, signature: Signature, overrides: Mapping[str, str], zones: Zones) -> None:
    chosen = chosen_field(table, "year", overrides)
    used = [chosen] if chosen else table.fields(signature.year)
    for name in used:
        for row, value in enumerate(table.columns[name]):
            found = _YEAR.search(cell(value))
            if found and zones.year[row] is None:
                zones.year[row] = int(found.group(1))
                zones.evidence[row]["year"] = name
    if chosen:
        guess = given("year", chosen)
    else:
        guess = Guess(
            "year", "/".join(used), Confidence.CERTAIN, (fact("field_name" if used else "no_field"),)
        )
    missing = sum(year is None for year in zones.year)
    zones.guesses.append(with_missing(guess, missing if used else 0))


# Areas


def _fill_areas(table: Table, signature: Signature, overrides: Mapping[str, str], zones: Zones) -> None:
    used = table.fields(signature.area)
    if not used:
        return
    numbers = [number_of(value) for value in table.columns[used[0]]]
    chosen = overrides.get("area_unit", "")
    if chosen:
        if chosen not in _UNITS:
            raise InputError(
                "OVERRIDES",
                "{name} is no unit of area; use one of {known}.",
                name=chosen,
                known=", ".join(_UNITS),
            )
        unit, guess = chosen, given("area_unit", chosen)
    else:
        unit, guess = _unit_of(used[0], numbers)
    zones.guesses.append(guess)
    zones.area = [None if number is None else number * _UNITS[unit] for number in numbers]


def _unit_of(name: str, numbers: Sequence[float | None]) -> tuple[str, Guess]:
    lower = name.lower()
    for unit in sorted(_UNITS, key=len, reverse=True):
        if unit in lower:
            return unit, Guess("area_unit", unit, Confidence.CERTAIN, (fact("unit_in_field", field=name),))
    known = sorted(number for number in numbers if number is not None)
    metres = bool(known) and known[len(known) // 2] > _LARGEST_SQUARE_KILOMETRES
    unit = "m2" if metres else "km2"
    others = ("km2",) if metres else ("m2",)
    return unit, Guess(
        "area_unit", unit, Confidence.PROBABLE, (fact("unit_by_size", field=name),), (*others, "평")
    )


def number_of(value: str | None) -> float | None:
    """Return a number with or without commas at thousands; None where a cell is none, or is not finite."""
    text = cell(value).replace(",", "")
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
