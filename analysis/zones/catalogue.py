"""The catalogue of Korean special zones: types with their law, provinces, members and the tables of the
national innovation clusters, as resources/zones/*.csv hold them.

Adding a type, a member or a cluster is adding a line there; README.md beside them tells the columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .tables import SEPARATOR, ZONES, Row, read_rows

# primary: read in the text of the law; secondary: from the press or a plan; unverified: no text found.
CONFIDENCES = ("primary", "secondary", "unverified")

# Self-governing provinces are provinces with a title of their own; Sejong's law puts it in no other class.
PROVINCE_CLASSES = (
    "special_city",
    "metropolitan_city",
    "special_self_governing_city",
    "province",
    "special_self_governing_province",
)

# How a member's position is known: by hand from maps and descriptions; as the centre of the bounding box of
# the industrial complex of that name in DAM_DAN; as the representative point of its municipality.
POSITIONS = ("estimated", "complex_centre", "municipality_centre")

_TYPE_COLUMNS = (
    *("type_id", "group", "name_ko", "name_en", "other_names", "law", "law_en", "article", "since"),
    *("authority", "authority_en", "count", "area_km2", "confidence", "colour", "source"),
    *("note_ko", "note_en"),
)
_PROVINCE_COLUMNS = (
    *("province", "full_name_ko", "name_en", "other_names", "class", "capital_region"),
    *("code_mois", "former_codes_mois", "code_kostat"),
)
_COLOUR = re.compile("#[0-9a-f]{6}")
_TYPE_ID = re.compile("[A-Z][A-Z0-9_]*")

# Years of designation that can be right.
_FIRST_YEAR, _LAST_YEAR = 1960, 2100


@dataclass(frozen=True)
class ZoneType:
    """A kind of zone. `group` is a key of `zone_groups`; `law` is empty where there is no act; `since` and
    `count` are None, `area_km2` (all zones of the kind together) too, where they are not known; `colour` is
    that of the maps, `confidence` one of CONFIDENCES.
    """

    type_id: str
    group: str
    name_ko: str
    name_en: str
    other_names: tuple[str, ...]
    law: str
    law_en: str
    article: str
    since: int | None
    authority: str
    authority_en: str
    count: int | None
    area_km2: float | None
    confidence: str
    colour: str
    source: str
    note_ko: str
    note_en: str

    def name(self, language: str) -> str:
        """Return the name in `language`, English where it is not Korean."""
        return self.name_ko if language == "ko" else self.name_en


@dataclass(frozen=True)
class Province:
    """A province or city of that rank (시·도). `name` is the short Korean name that zones carry; `kind` one
    of PROVINCE_CLASSES; codes are those of the Ministry of the Interior and of Statistics Korea, which
    differ.
    """

    name: str
    full_name_ko: str
    name_en: str
    other_names: tuple[str, ...]
    kind: str
    capital_region: bool
    code_mois: str
    former_codes_mois: tuple[str, ...]
    code_kostat: str


@dataclass(frozen=True)
class Group:
    """Zone types that maps and tables show together."""

    group: str
    name_ko: str
    name_en: str


@cache
def zone_groups(folder: Path = ZONES) -> dict[str, Group]:
    """Return the groups of types by key, in the order in which they are shown. Raises InputError."""
    rows = read_rows(folder / "zone_groups.csv", ("group", "name_ko", "name_en"), "group")
    return {
        row.required("group"): Group(row.text("group"), row.required("name_ko"), row.required("name_en"))
        for row in rows
    }


@cache
def zone_types(folder: Path = ZONES) -> dict[str, ZoneType]:
    """Return the types by id, in the order of the table. Raises InputError where the table is not sound."""
    rows = read_rows(folder / "zone_types.csv", _TYPE_COLUMNS, "type_id")
    return {row.text("type_id"): _zone_type(row, folder) for row in rows}


def _zone_type(row: Row, folder: Path) -> ZoneType:
    if not _TYPE_ID.fullmatch(row.text("type_id")):
        raise row.error("type_id", "an id is of capital letters, digits and _")
    if not _COLOUR.fullmatch(row.text("colour")):
        raise row.error("colour", "a colour is # and six hexadecimal digits in small letters")
    if bool(row.text("law")) != bool(row.text("law_en")):
        raise row.error("law_en", "a law has a Korean and an English name")
    if row.text("law") and not row.text("article"):
        raise row.error("article", "a law needs its articles")
    return ZoneType(
        row.required("type_id"),
        row.choice("group", zone_groups(folder)),
        row.required("name_ko"),
        row.required("name_en"),
        row.several("other_names"),
        row.text("law"),
        row.text("law_en"),
        row.text("article"),
        row.integer("since", _FIRST_YEAR, _LAST_YEAR),
        row.text("authority"),
        row.text("authority_en"),
        row.integer("count", 0),
        row.number("area_km2", 0.0),
        row.choice("confidence", CONFIDENCES),
        row.text("colour"),
        row.required("source"),
        row.text("note_ko"),
        row.text("note_en"),
    )


@cache
def provinces(folder: Path = ZONES) -> dict[str, Province]:
    """Return the provinces by their short Korean names, in the order of their codes. Raises InputError."""
    rows = read_rows(folder / "provinces.csv", _PROVINCE_COLUMNS, "province")
    return {
        row.text("province"): Province(
            row.text("province"),
            row.required("full_name_ko"),
            row.required("name_en"),
            row.several("other_names"),
            row.choice("class", PROVINCE_CLASSES),
            row.flag("capital_region"),
            row.required("code_mois"),
            row.several("former_codes_mois"),
            row.required("code_kostat"),
        )
        for row in rows
    }


def province_named(text: str, folder: Path = ZONES) -> Province | None:
    """Return the province of a name: short, full, former or English; None where there is none."""
    return _province_names(folder).get(plain(text))


def provinces_named(text: str, folder: Path = ZONES) -> tuple[Province, ...]:
    """Return the provinces of a text that may name several, as 부산/경남 does; unknown names are left out."""
    found = (province_named(part, folder) for part in re.split(r"[/,;·ㆍ]", text))
    return tuple(dict.fromkeys(province for province in found if province is not None))


@cache
def _province_names(folder: Path) -> dict[str, Province]:
    names: dict[str, Province] = {}
    for province in provinces(folder).values():
        for name in (province.name, province.full_name_ko, province.name_en, *province.other_names):
            names[plain(name)] = province
            # Romanised with the word for province or city, as public layers have it.
            for ending in ("-do", "-si"):
                names.setdefault(plain(name + ending), province)
    return names


def type_named(text: str, folder: Path = ZONES) -> ZoneType | None:
    """Return the type whose id, name or other name a text is; None where there is none, or several."""
    key = plain(text)
    found = [
        kind
        for kind in zone_types(folder).values()
        if key in {plain(name) for name in (kind.type_id, kind.name_ko, kind.name_en, *kind.other_names)}
    ]
    return found[0] if len(found) == 1 and key else None


def search_types(text: str, folder: Path = ZONES) -> list[ZoneType]:
    """Return the types in whose names, laws, authorities or notes every word of `text` stands."""
    return [
        kind
        for kind in zone_types(folder).values()
        if has_words(
            text,
            (
                *(kind.type_id, kind.name_ko, kind.name_en, *kind.other_names, kind.law, kind.law_en),
                *(kind.article, kind.authority, kind.authority_en, kind.note_ko, kind.note_en),
            ),
        )
    ]


def has_words(text: str, texts: Iterable[str]) -> bool:
    """Return whether every word of `text`, Korean or English, stands in one of `texts` at least; blanks and
    points within these do not matter, and no word at all is always found.
    """
    searched = [plain(part) for part in texts]
    return all(any(plain(word) in part for part in searched) for word in text.split() if plain(word))


def plain(text: str) -> str:
    """Return a text without width, case, blanks and punctuation, in which names are compared."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")


def joined(values: Sequence[str]) -> str:
    """Return several values as one cell of a table holds them."""
    return SEPARATOR.join(values)
