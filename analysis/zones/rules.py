"""The rules of designation: what the law asks of a kind of zone, as resources/zones/rules.json holds it.

A rule has one reading, or several where its text can be read in more ways. A reading has requirements; of a
requirement's cases the first counts whose condition holds. A case compares a fact with a limit, or only tells
the fact where the text has no number. README.md beside the file tells its keys.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import InputError
from .catalogue import CONFIDENCES, zone_types
from .tables import ZONES

Value = float | bool | str

# requirement: the zone must meet it; permission: what is allowed, or easier, where it holds; review: a matter
# that is weighed without a number.
KINDS = ("requirement", "permission", "review")

# quoted: the words of the source; paraphrased: ours.
WORDINGS = ("quoted", "paraphrased")

# What a rule is asked of: the whole designation, its part in every province, every node.
SUBJECTS = ("designation", "province", "node")

FACT_TYPES = ("number", "count", "yes_no", "text")

# geometry: measured from nodes; zones: measured from nodes and other zones; province and parameter: chosen
# with the run; stated: told by the user.
SOURCES = ("geometry", "zones", "province", "parameter", "stated")

COMPARISONS = ("at_most", "below", "at_least", "above", "is")

_RULE_KEYS = {
    *("id", "zone_types", "kind", "name_ko", "name_en", "law", "article", "text_ko", "text_en", "text_is"),
    *("confidence", "source_ko", "source_en", "readings"),
}
_RULE_OPTIONS = {"per", "note_ko", "note_en"}
_FACT_KEYS = {"name_ko", "name_en", "type", "known_by"}
_FACT_OPTIONS = {"unit", "needs_ko", "needs_en", "default", "choices"}


@dataclass(frozen=True)
class Fact:
    """Something a rule asks after. `needs_*` say what has to be given for it; `default` is taken where it is
    not stated, None for nothing.
    """

    id: str
    name_ko: str
    name_en: str
    type: str
    known_by: str
    unit: str = ""
    needs_ko: str = ""
    needs_en: str = ""
    default: Value | None = None
    choices: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """Return the name in `language`, English where it is not Korean."""
        return self.name_ko if language == "ko" else self.name_en

    def needs(self, language: str) -> str:
        """Return what has to be given for this fact."""
        needed = self.needs_ko if language == "ko" else self.needs_en
        return needed or f"{self.name(language)} ({self.id})"


@dataclass(frozen=True)
class Case:
    """`fact` compared with `limit` where `when` holds; without a comparison only the fact is told. `stated`
    is the limit as the text has it, where that is in another unit.
    """

    fact: str
    when: Mapping[str, Any]
    comparison: str = ""
    limit: Value | None = None
    stated: str = ""


@dataclass(frozen=True)
class Reading:
    """One way to read a rule: each of `requirements` is a list of cases. `only_when_known` leaves it out
    where its condition cannot be decided.
    """

    id: str
    name_ko: str
    name_en: str
    when: Mapping[str, Any]
    only_when_known: bool
    requirements: tuple[tuple[Case, ...], ...]

    def name(self, language: str) -> str:
        """Return the name in `language`; empty for the only reading of a rule."""
        return self.name_ko if language == "ko" else self.name_en


@dataclass(frozen=True)
class Rule:
    """A provision: where it stands, what it says, how sure that is, and how to read it."""

    id: str
    zone_types: tuple[str, ...]
    kind: str
    name_ko: str
    name_en: str
    law: str
    article: str
    text_ko: str
    text_en: str
    text_is: str
    confidence: str
    source_ko: str
    source_en: str
    per: str
    note_ko: str
    note_en: str
    readings: tuple[Reading, ...]

    def name(self, language: str) -> str:
        """Return the name in `language`, English where it is not Korean."""
        return self.name_ko if language == "ko" else self.name_en

    def text(self, language: str) -> str:
        """Return what the provision says."""
        return self.text_ko if language == "ko" else self.text_en

    def source(self, language: str) -> str:
        """Return where the provision was read."""
        return self.source_ko if language == "ko" else self.source_en

    def note(self, language: str) -> str:
        """Return what has to be known of the rule; may be empty."""
        return self.note_ko if language == "ko" else self.note_en


@dataclass(frozen=True)
class Rules:
    """All facts by id and all rules in the order of the file."""

    facts: Mapping[str, Fact]
    rules: tuple[Rule, ...]

    def of_type(self, zone_type: str) -> list[Rule]:
        """Return the rules of a zone type."""
        return [rule for rule in self.rules if zone_type in rule.zone_types]

    def facts_asked(self, zone_type: str) -> set[str]:
        """Return the facts that rules of a zone type ask after, in cases or conditions."""
        readings = [reading for rule in self.of_type(zone_type) for reading in rule.readings]
        cases = [case for reading in readings for cases in reading.requirements for case in cases]
        conditions = [*(reading.when for reading in readings), *(case.when for case in cases)]
        return {case.fact for case in cases} | {name for condition in conditions for name in condition}

    def rule(self, rule_id: str) -> Rule:
        """Return a rule by its id; KeyError where there is none."""
        return {rule.id: rule for rule in self.rules}[rule_id]


@cache
def read_rules(folder: Path = ZONES) -> Rules:
    """Read and check rules.json. Raises InputError that names the rule and the key."""
    path = folder / "rules.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("catalogue", "{file} is missing.", file=path.name) from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(
            "catalogue", "{file} cannot be read: {problem}", file=path.name, problem=error
        ) from error
    _keys(data, {"facts", "rules"}, set(), "the file")
    facts = {name: _fact(name, entry) for name, entry in data["facts"].items()}
    rules = tuple(_rule(entry, facts, zone_types(folder)) for entry in data["rules"])
    for place, rule in enumerate(rules):
        if rule.id in {other.id for other in rules[:place]}:
            raise _wrong(rule.id, "the id is there twice")
    return Rules(facts, rules)


def _wrong(where: str, problem: str) -> InputError:
    return InputError("catalogue", "rules.json, {where}: {problem}.", where=where, problem=problem)


def _keys(entry: Any, needed: set[str], optional: set[str], where: str) -> None:
    if not isinstance(entry, dict):
        raise _wrong(where, "it must be an object")
    if missing := needed - set(entry):
        raise _wrong(where, f"{', '.join(sorted(missing))} is missing")
    if unknown := set(entry) - needed - optional:
        raise _wrong(where, f"{', '.join(sorted(unknown))} is not known")


def _one_of(value: Any, choices: Collection[str], where: str, key: str) -> str:
    if value not in choices:
        raise _wrong(where, f"{key} {value!r} is none of {', '.join(sorted(choices))}")
    return str(value)


def _text(entry: Mapping[str, Any], key: str, where: str, *, needed: bool = True) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise _wrong(where, f"{key} must be a text")
    return value


def _fact(name: str, entry: Any) -> Fact:
    where = f"fact {name}"
    _keys(entry, _FACT_KEYS, _FACT_OPTIONS, where)
    kind = _one_of(entry["type"], FACT_TYPES, where, "type")
    fact = Fact(
        name,
        _text(entry, "name_ko", where),
        _text(entry, "name_en", where),
        kind,
        _one_of(entry["known_by"], SOURCES, where, "known_by"),
        _text(entry, "unit", where, needed=False),
        _text(entry, "needs_ko", where, needed=False),
        _text(entry, "needs_en", where, needed=False),
        None,
        tuple(entry.get("choices", ())),
    )
    if "default" in entry:
        _fits(entry["default"], fact, where)
        return Fact(**{**fact.__dict__, "default": entry["default"]})
    return fact


def _rule(entry: Any, facts: Mapping[str, Fact], types: Collection[str]) -> Rule:
    where = f"rule {entry.get('id', '')!s}" if isinstance(entry, dict) else "a rule"
    _keys(entry, _RULE_KEYS, _RULE_OPTIONS, where)
    for kind in entry["zone_types"]:
        _one_of(kind, types, where, "zone_types")
    if not entry["zone_types"] or not entry["readings"]:
        raise _wrong(where, "a rule has at least one zone type and one reading")
    if bool(entry.get("note_ko")) != bool(entry.get("note_en")):
        raise _wrong(where, "a note has note_ko and note_en")
    texts = {
        key: _text(entry, key, where)
        for key in (*("id", "name_ko", "name_en", "law", "text_ko", "text_en"), *("source_ko", "source_en"))
    }
    return Rule(
        **texts,
        zone_types=tuple(entry["zone_types"]),
        kind=_one_of(entry["kind"], KINDS, where, "kind"),
        article=_text(entry, "article", where, needed=False),
        text_is=_one_of(entry["text_is"], WORDINGS, where, "text_is"),
        confidence=_one_of(entry["confidence"], CONFIDENCES, where, "confidence"),
        per=_one_of(entry.get("per", SUBJECTS[0]), SUBJECTS, where, "per"),
        note_ko=_text(entry, "note_ko", where, needed=False),
        note_en=_text(entry, "note_en", where, needed=False),
        readings=tuple(_reading(reading, facts, where, entry["kind"]) for reading in entry["readings"]),
    )


def _reading(entry: Any, facts: Mapping[str, Fact], where: str, kind: str) -> Reading:
    _keys(entry, {"id", "name_ko", "name_en", "requirements"}, {"when", "only_when_known"}, where)
    where = f"{where}, reading {entry['id']}"
    requirements = []
    for requirement in entry["requirements"]:
        _keys(requirement, {"cases"}, set(), where)
        requirements.append(tuple(_case(case, facts, where, kind) for case in requirement["cases"]))
    if not requirements or not all(requirements):
        raise _wrong(where, "a reading has requirements, and these have cases")
    return Reading(
        _text(entry, "id", where),
        _text(entry, "name_ko", where, needed=False),
        _text(entry, "name_en", where, needed=False),
        _condition(entry.get("when", {}), facts, where),
        bool(entry.get("only_when_known", False)),
        tuple(requirements),
    )


def _case(entry: Any, facts: Mapping[str, Fact], where: str, kind: str) -> Case:
    _keys(entry, {"fact"}, {"when", "comparison", "limit", "stated"}, where)
    _one_of(entry["fact"], facts, where, "fact")
    when = _condition(entry.get("when", {}), facts, where)
    if kind == "review":
        if "comparison" in entry or "limit" in entry:
            raise _wrong(where, "a matter of review has no comparison")
        return Case(entry["fact"], when)
    comparison = _one_of(entry.get("comparison"), COMPARISONS, where, "comparison")
    fact = facts[entry["fact"]]
    _fits(entry.get("limit"), fact, where)
    if comparison != "is" and fact.type not in ("number", "count"):
        raise _wrong(where, f"{fact.id} is no number, so {comparison} cannot be asked of it")
    return Case(fact.id, when, comparison, entry["limit"], _text(entry, "stated", where, needed=False))


def _condition(entry: Any, facts: Mapping[str, Fact], where: str) -> Mapping[str, Any]:
    _keys(entry, set(), set(facts), where)
    for name, wanted in entry.items():
        if isinstance(wanted, dict):
            for comparison, limit in wanted.items():
                _one_of(comparison, COMPARISONS, where, f"when {name}:")
                _fits(limit, facts[name], where)
        else:
            for value in wanted if isinstance(wanted, list) else [wanted]:
                _fits(value, facts[name], where)
    return dict(entry)


def _fits(value: Any, fact: Fact, where: str) -> None:
    if fact.type == "yes_no":
        fitting = isinstance(value, bool)
    elif fact.type == "text":
        fitting = isinstance(value, str)
    else:
        fitting = isinstance(value, int | float) and not isinstance(value, bool)
    if not fitting:
        raise _wrong(where, f"{value!r} is no value of {fact.id}, which is {fact.type}")
    if fact.choices and value not in fact.choices:
        raise _wrong(where, f"{value!r} is none of {', '.join(fact.choices)}")
