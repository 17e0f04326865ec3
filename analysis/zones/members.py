"""The zones of the catalogue one by one, and the programmes of clusters: the national innovation clusters of
14 provinces with their fields, phases and budgets, and the eight clusters of the renovation plan of 2023.

Positions are approximate throughout: no boundary of these zones is openly licensed. Each says how it is known
and, where that can be said, how far off it may be.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .catalogue import POSITIONS, has_words, provinces, zone_types
from .tables import ZONES, Row, read_rows

# Where Korea is, in degrees: a position outside is a slip.
_SOUTH, _NORTH, _WEST, _EAST = 33.0, 39.0, 124.0, 132.0
_FIRST_YEAR, _LAST_YEAR = 1960, 2100

# What budgets are divided into; the last is the sum of national and local, of which the first two make up
# the national one.
BUDGET_ITEMS = ("rnd", "other", "national", "local", "total")

_MEMBER_COLUMNS = (
    *("zone_id", "type_id", "name_ko", "name_en", "provinces", "municipality", "year", "date", "lifted"),
    *("sector_ko", "sector_en", "area_km2", "latitude", "longitude", "position", "complex"),
    *("uncertainty_m", "source", "note"),
)
_CLUSTER_COLUMNS = (
    *("zone_id", "province", "field_ko", "field_en", "sector_ko", "sector_en"),
    *("phase_1_ko", "phase_1_en", "phase_2_ko", "phase_2_en", "source", "note"),
)
_BUDGET_COLUMNS = ("item", "item_ko", "item_en", "year", "phase", "krw_100m", "source")
_RENOVATION_COLUMNS = (
    *("number", "name_ko", "name_en", "province", "theme_ko", "theme_en", "base_ko", "base_en"),
    *("nodes_ko", "nodes_en", "fund_ko", "fund_en", "housing_ko", "housing_en"),
    *("latitude", "longitude", "position", "uncertainty_m", "source"),
)


@dataclass(frozen=True)
class Place:
    """An approximate position in degrees (WGS 84): `position` is one of POSITIONS, `complex_id` the DAN_ID of
    the industrial complex whose centre it is; `uncertainty` in metres, None where it is not known.
    """

    latitude: float
    longitude: float
    position: str
    uncertainty: float | None
    complex_id: str = ""


@dataclass(frozen=True)
class Member:
    """A zone. `date` and `year` are those of its designation, `lifted` the year of its end; None and empty
    where not known. `area_km2` is None, and so is `place`, where neither was found.
    """

    zone_id: str
    type_id: str
    name_ko: str
    name_en: str
    provinces: tuple[str, ...]
    municipality: str
    year: int | None
    date: str
    lifted: int | None
    sector_ko: str
    sector_en: str
    area_km2: float | None
    place: Place | None
    source: str
    note: str


@dataclass(frozen=True)
class InnovationCluster:
    """A national innovation cluster: its province, field, sector, and project of phases 1 (2018-2020) and 2
    (2021-2022).
    """

    zone_id: str
    province: str
    field_ko: str
    field_en: str
    sector_ko: str
    sector_en: str
    phase_1_ko: str
    phase_1_en: str
    phase_2_ko: str
    phase_2_en: str
    source: str
    note: str


@dataclass(frozen=True)
class Budget:
    """Hundreds of millions of won for all 14 clusters together: of a year, of a phase where `year` is None,
    of both phases where `phase` is too.
    """

    item: str
    item_ko: str
    item_en: str
    year: int | None
    phase: int | None
    krw_100m: float
    source: str


@dataclass(frozen=True)
class RenovationCluster:
    """One of the eight clusters of the plan for global clusters of advanced industries (2023-06)."""

    number: int
    name_ko: str
    name_en: str
    province: str
    theme_ko: str
    theme_en: str
    base_ko: str
    base_en: str
    nodes_ko: str
    nodes_en: str
    fund_ko: str
    fund_en: str
    housing_ko: str
    housing_en: str
    place: Place
    source: str


@cache
def members(folder: Path = ZONES) -> tuple[Member, ...]:
    """Return the zones in the order of the table. Raises InputError where it is not sound."""
    types, known = zone_types(folder), provinces(folder)
    return tuple(
        _member(row, types, known) for row in read_rows(folder / "members.csv", _MEMBER_COLUMNS, "zone_id")
    )


def _member(row: Row, types: Collection[str], known: Collection[str]) -> Member:
    type_id = row.choice("type_id", types)
    if not row.text("zone_id").startswith(f"{type_id}-"):
        raise row.error("zone_id", f"it must begin with {type_id}-")
    return Member(
        row.text("zone_id"),
        type_id,
        row.required("name_ko"),
        row.required("name_en"),
        row.several("provinces", known),
        row.text("municipality"),
        row.integer("year", _FIRST_YEAR, _LAST_YEAR),
        _date(row),
        row.integer("lifted", _FIRST_YEAR, _LAST_YEAR),
        row.text("sector_ko"),
        row.text("sector_en"),
        row.number("area_km2", 0.0),
        _place(row, row.text("complex")) if row.text("position") else None,
        row.required("source"),
        row.text("note"),
    )


def _date(row: Row) -> str:
    text = row.text("date")
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise row.error("date", f"{text!r} is no date such as 2024-06-20") from None
    if day.year != row.integer("year"):
        raise row.error("date", f"{text} is not in the year {row.text('year')}")
    return text


def _place(row: Row, complex_id: str = "") -> Place:
    latitude = row.number("latitude", _SOUTH, _NORTH)
    longitude = row.number("longitude", _WEST, _EAST)
    if latitude is None or longitude is None:
        raise row.error("latitude", "a position has a latitude and a longitude")
    return Place(
        latitude,
        longitude,
        row.choice("position", POSITIONS),
        row.number("uncertainty_m", 0.0),
        complex_id,
    )


@cache
def innovation_clusters(folder: Path = ZONES) -> tuple[InnovationCluster, ...]:
    """Return the 14 national innovation clusters. Raises InputError where the table is not sound."""
    known = {member.zone_id for member in members(folder)}
    return tuple(
        InnovationCluster(
            zone_id=row.choice("zone_id", known),
            province=row.choice("province", provinces(folder)),
            **{column: row.required(column) for column in _CLUSTER_COLUMNS[2:-1]},
            note=row.text("note"),
        )
        for row in read_rows(folder / "innovation_clusters.csv", _CLUSTER_COLUMNS, "zone_id")
    )


@cache
def budgets(folder: Path = ZONES) -> tuple[Budget, ...]:
    """Return the budgets of the national innovation clusters. Raises InputError."""
    found = []
    for row in read_rows(folder / "innovation_cluster_budgets.csv", _BUDGET_COLUMNS):
        amount = row.number("krw_100m", 0.0)
        if amount is None:
            raise row.error("krw_100m", "the cell is empty")
        found.append(
            Budget(
                row.choice("item", BUDGET_ITEMS),
                row.required("item_ko"),
                row.required("item_en"),
                row.integer("year", _FIRST_YEAR, _LAST_YEAR),
                row.integer("phase", 1, 3),
                amount,
                row.required("source"),
            )
        )
    return tuple(found)


@cache
def renovation_clusters(folder: Path = ZONES) -> tuple[RenovationCluster, ...]:
    """Return the eight clusters of the renovation plan. Raises InputError where the table is not sound."""
    found = []
    for row in read_rows(folder / "renovation_clusters.csv", _RENOVATION_COLUMNS, "number"):
        found.append(
            RenovationCluster(
                number=row.integer("number", 1) or 0,
                name_ko=row.required("name_ko"),
                name_en=row.required("name_en"),
                province=row.choice("province", provinces(folder)),
                **{column: row.text(column) for column in _RENOVATION_COLUMNS[4:14]},
                place=_place(row),
                source=row.required("source"),
            )
        )
    return tuple(found)


def search_members(
    text: str = "",
    type_ids: Collection[str] = (),
    province_names: Collection[str] = (),
    folder: Path = ZONES,
) -> list[Member]:
    """Return the zones of these types and provinces, of all where none are given, in whose name, type,
    municipality, sector or note every word of `text` stands, in Korean or English.
    """
    types, known = zone_types(folder), provinces(folder)
    found = []
    for member in members(folder):
        if type_ids and member.type_id not in type_ids:
            continue
        if province_names and not set(member.provinces) & set(province_names):
            continue
        kind = types[member.type_id]
        texts = [member.zone_id, member.name_ko, member.name_en, member.municipality, member.note]
        texts += [member.sector_ko, member.sector_en, kind.name_ko, kind.name_en, *kind.other_names]
        for name in member.provinces:
            texts += [name, known[name].full_name_ko, known[name].name_en, *known[name].other_names]
        if has_words(text, texts):
            found.append(member)
    return found
