"""Which public data set a file is: told by the fields it has, and by its name where these do not tell.

The data sets are data, in resources/zones/signatures.json; the codes of land use (용도지역지구) that some of
them carry in land_use_codes.csv.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..errors import InputError
from .catalogue import zone_types
from .guesses import Confidence, Fact, Guess, fact, given
from .provinces import CodeSystem
from .tables import ZONES, read_rows

UNKNOWN = "OTHER"
NODES = "NODES"

Texts = tuple[str, ...]


@dataclass(frozen=True)
class ProvinceCode:
    """Where a province's code stands: the field, the character it begins at, who numbers."""

    field: str
    start: int
    system: CodeSystem


@dataclass(frozen=True)
class Signature:
    """A data set: how it is known, and which of its fields, all in capitals, tell what.

    `fields` must all be there, and one of `any_field` where it names some; `file_name` is an expression to be
    found in a file's or layer's name, in capitals. Of lists of fields the first that a file has and a row
    fills counts. `types` gives zone types by the value of a field, `prefix_types` by its first character,
    `zone_type` one for all. `table` is for data without geometry, with `coordinates` of x and y.
    """

    dataset: str
    names: Texts
    fields: Texts = ()
    any_field: Texts = ()
    file_name: str = ""
    table: bool = False
    coordinates: Mapping[str, Texts] = field(default_factory=dict)
    zone_id: Texts = ()
    name_ko: Texts = ()
    name_en: Texts = ()
    name_ko_like: bool = False
    type_id: Texts = ()
    types: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    prefix_types: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    zone_type: str = ""
    land_use_codes: Texts = ()
    land_use_layer: bool = False
    land_use_code_like: bool = False
    type_in_name: bool = False
    sido_names: Texts = ()
    sido_codes: tuple[ProvinceCode, ...] = ()
    year: Texts = ()
    area: Texts = ()

    def has(self, fields: Sequence[str]) -> bool:
        """Return whether fields, in capitals, are those of this data set."""
        return (
            bool(self.fields or self.any_field)
            and all(name in fields for name in self.fields)
            and (not self.any_field or any(name in fields for name in self.any_field))
        )


_LISTS = (
    *("fields", "any_field", "zone_id", "name_ko", "name_en", "type_id", "land_use_codes"),
    *("sido_names", "year", "area"),
)
_FLAGS = ("table", "name_ko_like", "land_use_layer", "land_use_code_like", "type_in_name")


def read_signature(entry: Mapping[str, Any]) -> Signature:
    """Return an entry of signatures.json; raises InputError for a key, type or expression that is none."""
    name = str(entry.get("dataset", ""))
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key in _LISTS:
            values[key] = tuple(value)
            sound = isinstance(value, list) and all(text == text.upper() != "" for text in value)
        elif key in _FLAGS:
            values[key] = value
            sound = isinstance(value, bool)
        elif key in ("types", "prefix_types"):
            values[key] = value
            sound = all(kind in zone_types() for kinds in value.values() for kind in kinds.values())
        elif key == "zone_type":
            values[key] = value
            sound = value in zone_types()
        elif key == "file_name":
            values[key] = value
            sound = _is_expression(value)
        elif key == "sido_codes":
            values[key] = tuple(
                ProvinceCode(each["field"], int(each.get("from", 0)), CodeSystem(each["system"]))
                for each in value
            )
            sound = True
        elif key == "coordinates":
            values[key] = {axis: tuple(names) for axis, names in value.items()}
            sound = set(value) == {"x", "y"}
        else:
            sound = key in ("dataset", "title_ko", "title_en") and isinstance(value, str)
        if not sound:
            raise InputError(
                "catalogue",
                "signatures.json, data set {dataset}: {key} cannot be {value}.",
                dataset=name,
                key=key,
                value=value,
            )
    return Signature(name, (str(entry["title_ko"]), str(entry["title_en"])), **values)


def _is_expression(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


@cache
def signatures() -> dict[str, Signature]:
    """Return the data sets by their ids, in the order of the file. Raises InputError."""
    entries = json.loads((ZONES / "signatures.json").read_text(encoding="utf-8"))["datasets"]
    return {entry["dataset"]: read_signature(entry) for entry in entries}


def find_dataset(
    fields: Sequence[str], names: Sequence[str], *, table: bool = False, chosen: str = ""
) -> tuple[Signature, Guess]:
    """Return what data set a file is and why.

    `fields` are its fields and `names` its own name and that of its layer, in any case; `table` that it has
    no geometry; `chosen` is a data set that the user names. Raises InputError for one that is none.
    """
    known = signatures()
    if chosen:
        if chosen.upper() not in known:
            raise InputError(
                "OVERRIDES",
                "The data set {name} is not known; use one of {known}.",
                name=chosen,
                known=", ".join(known),
            )
        return known[chosen.upper()], given("dataset", chosen.upper())
    upper = [name.upper() for name in fields]
    by_fields = [each for each in known.values() if each.table <= table and each.has(upper)]
    by_name = next(
        (
            each
            for each in known.values()
            if each.file_name and any(re.search(each.file_name, name.upper()) for name in names)
        ),
        None,
    )
    if by_fields:
        found = max(by_fields, key=lambda each: (len(each.fields), -list(known).index(each.dataset)))
        facts = [fact("fields", fields=", ".join(_matched(found, upper)))]
        if by_name is None or by_name is found:
            return found, Guess("dataset", found.dataset, Confidence.CERTAIN, tuple(facts))
        facts.append(fact("name_says_dataset", dataset=by_name.dataset))
        guess = Guess("dataset", found.dataset, Confidence.PROBABLE, tuple(facts), (by_name.dataset,))
        return found, guess
    if by_name is not None:
        return by_name, Guess("dataset", by_name.dataset, Confidence.PROBABLE, (fact("by_file_name"),))
    facts_of_none: tuple[Fact, ...] = (fact("no_dataset"),)
    return known[UNKNOWN], Guess("dataset", UNKNOWN, Confidence.DOUBTFUL, facts_of_none)


def _matched(signature: Signature, fields: Sequence[str]) -> list[str]:
    return [name for name in (*signature.fields, *signature.any_field) if name in fields]


@dataclass(frozen=True)
class LandUse:
    """A code of land use, or its layer where `code` is empty; `zone_type` is empty where it is no zone."""

    layer: str
    code: str
    name_ko: str
    zone_type: str
    source: str


@cache
def land_uses() -> tuple[dict[str, LandUse], dict[str, LandUse]]:
    """Return the codes of land use by code, and the layers by layer."""
    kinds = ("", *zone_types())
    found = [
        LandUse(
            row.required("layer"),
            row.text("code"),
            row.required("name_ko"),
            row.choice("zone_type", kinds),
            row.required("source"),
        )
        for row in read_rows(
            ZONES / "land_use_codes.csv", ("layer", "code", "name_ko", "zone_type", "source")
        )
    ]
    return (
        {each.code: each for each in found if each.code},
        {each.layer: each for each in found if not each.code},
    )
