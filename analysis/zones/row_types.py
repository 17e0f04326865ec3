"""Which type of zone a row is: by what the user says, by a field, by a code of land use, by the file's layer,
by a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from ..errors import InputError
from .catalogue import ZoneType, plain, type_named, zone_types
from .guesses import Confidence, Fact, Guess, fact, given
from .rows import MOSTLY, Table, Zones, cell, with_missing
from .signatures import Signature, land_uses

# Of a code such as 30200UHA210PS202001010001 the part that tells the use of land, and its layer in a name.
_LAND_USE = re.compile(r"U[A-Z][A-Z0-9]\d{3}")

_LAYER = re.compile(r"(?<![A-Z])U[A-Z]\d{3}(?!\d)")


def type_of(text: str) -> ZoneType:
    """Return the type that a text names, by id or name; raises InputError where none is."""
    found = type_named(text)
    if found is None:
        raise InputError(
            "ZONE_TYPE",
            "There is no zone type {name}; use one of {known}.",
            name=text,
            known=", ".join(zone_types()),
        )
    return found


def fill_types(table: Table, signature: Signature, overrides: Mapping[str, str], zones: Zones) -> None:
    if overrides.get("zone_type"):
        kind = type_of(overrides["zone_type"]).type_id
        zones.zone_type = [kind] * table.rows
        for known in zones.evidence:
            known["zone_type"] = "given"
        zones.guesses.append(given("zone_type", kind))
        return
    facts: list[Fact] = []

    def fill(name: str, kind_of: Callable[[str], tuple[str, str]]) -> None:
        """Give rows without a type the one of a column's cell, with what it was told by."""
        for row, value in enumerate(table.columns[name]):
            text = cell(value)
            kind, sign = kind_of(text) if text else ("", "")
            if kind and zones.zone_type[row] is None:
                zones.zone_type[row] = kind
                zones.evidence[row]["zone_type"] = f"{name}={sign}"
            elif kind and zones.zone_type[row] != kind:
                contradictions[name] += 1

    contradictions: Counter[str] = Counter()
    for name in table.fields(signature.type_id):
        fill(name, lambda text: (_type_in(text), text))
    for kinds, prefix in ((signature.types, False), (signature.prefix_types, True)):
        for wanted, of_value in kinds.items():
            for name in table.fields([wanted]):
                fill(name, partial(_by_value, kinds=of_value, prefix=prefix))
    for name in _land_use_fields(table, signature):
        fill(name, _by_land_use)
    facts += [
        fact("types_contradict", field=name, count=count) for name, count in sorted(contradictions.items())
    ]
    doubtful = bool(facts)
    told = [*table.names, *table.folders]
    layer = _land_use_layer(told) if signature.land_use_layer else ""
    of_layer = land_uses()[1].get(layer)
    of_all = signature.zone_type or (of_layer.zone_type if of_layer else "")
    if layer:
        facts.append(fact("land_use_layer", layer=layer, name=of_layer.name_ko if of_layer else "?"))
    for row in range(table.rows):
        if zones.zone_type[row] is None and of_all:
            zones.zone_type[row] = of_all
            zones.evidence[row]["zone_type"] = layer or signature.dataset
    if signature.type_in_name:
        doubtful |= _fill_types_by_name(table, zones, told)
    counted = Counter(kind for kind in zones.zone_type if kind)
    answer = ", ".join(f"{kind} × {count}" for kind, count in counted.most_common())
    facts += [
        fact("types_from", source=source, count=count)
        for source, count in sorted(
            Counter(
                known["zone_type"].split("=")[0] for known in zones.evidence if "zone_type" in known
            ).items()
        )
    ]
    missing = zones.zone_type.count(None)
    if not counted:
        facts.append(fact("no_zone_type"))
        zones.guesses.append(Guess("zone_type", "", Confidence.PROBABLE, tuple(facts)))
        return
    confidence = Confidence.DOUBTFUL if doubtful else Confidence.CERTAIN
    zones.guesses.append(with_missing(Guess("zone_type", answer, confidence, tuple(facts)), missing))


def _by_value(text: str, kinds: Mapping[str, str], prefix: bool) -> tuple[str, str]:
    key = text[:1] if prefix else text.removesuffix(".0")
    return kinds.get(key, ""), key


def _by_land_use(text: str) -> tuple[str, str]:
    found = _LAND_USE.search(text.upper())
    code = found.group(0) if found else ""
    use = land_uses()[0].get(code)
    return (use.zone_type if use else ""), code


def _land_use_fields(table: Table, signature: Signature) -> list[str]:
    found = table.fields(signature.land_use_codes)
    if signature.land_use_code_like:
        for name, column in table.columns.items():
            filled = [text for text in map(cell, column) if text]
            codes_of = [text for text in filled if _LAND_USE.fullmatch(text.upper())]
            if codes_of and len(codes_of) >= MOSTLY * len(filled):
                found.append(name)
    return found


def _land_use_layer(names: Sequence[str]) -> str:
    for name in names:
        found = _LAYER.search(name.upper())
        if found:
            return found.group(0)
    return ""


def _type_in(text: str) -> str:
    """Return the type that a text is, or else the longest name of one that stands in it."""
    found = type_named(text)
    if found is not None:
        return found.type_id
    key = plain(text)
    names = [
        (len(plain(name)), kind.type_id)
        for kind in zone_types().values()
        for name in (kind.name_ko, kind.name_en, *kind.other_names)
        if len(plain(name)) > 2 and plain(name) in key
    ]
    longest = max((length for length, _ in names), default=0)
    kinds = {kind for length, kind in names if length == longest}
    return kinds.pop() if len(kinds) == 1 else ""


def _fill_types_by_name(table: Table, zones: Zones, told: Sequence[str]) -> bool:
    """Give rows without a type that which their name, or the file's, names; return whether any got one."""
    of_file = next((kind for kind in map(_type_in, told) if kind), "")
    filled = False
    for row in range(table.rows):
        if zones.zone_type[row] is None:
            own = _type_in(zones.name_ko[row] or "")
            if own or of_file:
                filled = True
                zones.zone_type[row] = own or of_file
                zones.evidence[row]["zone_type"] = "name" if own else "file_name"
    return filled
