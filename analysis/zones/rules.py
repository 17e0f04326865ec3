"""The rules of designation: what the law asks of a kind of zone, as resources/zones/rules.json holds it, and
whether facts meet it.

A rule has one reading, or several where its text can be read in more ways. A reading has requirements; of a
requirement's cases the first counts whose condition holds. A case compares a fact with a limit, or only tells
the fact where the text has no number. README.md beside the file tells its keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from ..errors import InputError
from .catalogue import CONFIDENCES, plain, zone_types
from .tables import ZONES

Value = float | bool | str
Facts = Mapping[str, Value]

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

# Kilometres are compared to the millimetre, square kilometres to the square metre: nobody draws finer, and a
# node on the limit must not fail by the last bit of a sum.
DECIMALS = 6

PASS, FAIL, CANNOT_TELL = "pass", "fail", "cannot_tell"
OUTCOMES = (PASS, FAIL, CANNOT_TELL)

# Why it cannot be told: a fact is missing; the text has no number; no case is made for such a zone.
MISSING, NO_NUMBER, NO_CASE = "missing", "no_number", "no_case"

_YES = frozenset({"yes", "true", "1", "예", "네", "있음"})
_NO = frozenset({"no", "false", "0", "아니오", "아니요", "없음"})

_RULE_KEYS = {
    *("id", "zone_types", "kind", "name_ko", "name_en", "law", "article", "text_ko", "text_en", "text_is"),
    *("confidence", "source", "readings"),
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
    source: str
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

    def rule(self, rule_id: str) -> Rule:
        """Return a rule by its id; KeyError where there is none."""
        return {rule.id: rule for rule in self.rules}[rule_id]


@dataclass(frozen=True)
class Check:
    """What became of one requirement of a rule in one reading.

    `subject` is the province or node it is about, empty for the whole. `number` and `limit` are None where
    they are not known or there is none; `margin` is how far the number is on the right side of the limit,
    negative on the wrong one. `reason` says why it cannot be told, `missing` the facts that would tell.
    """

    rule: Rule
    reading: Reading
    subject: str
    outcome: str
    fact: Fact
    comparison: str
    number: Value | None
    limit: Value | None
    margin: float | None
    stated_limit: str
    reason: str
    missing: tuple[Fact, ...]


# Reading the file


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
        key: _text(entry, key, where) for key in ("id", "name_ko", "name_en", "law", "text_ko", "text_en")
    }
    return Rule(
        **texts,
        zone_types=tuple(entry["zone_types"]),
        kind=_one_of(entry["kind"], KINDS, where, "kind"),
        article=_text(entry, "article", where, needed=False),
        text_is=_one_of(entry["text_is"], WORDINGS, where, "text_is"),
        confidence=_one_of(entry["confidence"], CONFIDENCES, where, "confidence"),
        source=_text(entry, "source", where),
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


# Facts that the user states


def stated_facts(text: str, rules: Rules) -> dict[str, Value]:
    """Return the facts of a text like "council=yes; research_institutes=41", by id or Korean name.

    Raises InputError for what is no fact, can only be measured, or has a value that does not fit.
    """
    names = {plain(name): fact for fact in rules.facts.values() for name in (fact.id, fact.name_ko)}
    stated: dict[str, Value] = {}
    for part in filter(None, (part.strip() for part in re.split("[;\n]", text))):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        fact = names.get(plain(name))
        if fact is None or not equals or not value:
            raise InputError(
                "stated",
                "{part!r} is not a fact with its value; write them as in council=yes; universities=3.",
                part=part,
            )
        if fact.known_by not in ("stated", "zones"):
            raise InputError("stated", "{fact} is measured from the layers and cannot be stated.", fact=name)
        stated[fact.id] = _stated_value(value, fact)
    return stated


def _stated_value(text: str, fact: Fact) -> Value:
    folded = text.casefold()
    if fact.type == "yes_no":
        if folded in _YES or folded in _NO:
            return folded in _YES
        raise InputError("stated", "{fact} is yes or no, not {text}.", fact=fact.id, text=text)
    if fact.type == "text":
        if folded in fact.choices:
            return folded
        raise InputError(
            "stated",
            "{fact} is one of {choices}, not {text}.",
            fact=fact.id,
            choices=", ".join(fact.choices),
            text=text,
        )
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0.0 <= number < float("inf") or (fact.type == "count" and number != int(number)):
        raise InputError("stated", "{fact} is a number of 0 or more, not {text}.", fact=fact.id, text=text)
    return number


# Deciding


def check(rule: Rule, facts: Facts, rules: Rules, subject: str = "") -> list[Check]:
    """Return what becomes of every requirement of a rule, one or more for each reading that applies.

    A condition that cannot be decided leaves several cases open: the outcome is told where all of these
    agree. A text that makes no case for such a zone gives one check that cannot be told.
    """
    known = {name: fact.default for name, fact in rules.facts.items() if fact.default is not None} | dict(
        facts
    )
    checks = []
    for reading in rule.readings:
        applies = _holds(reading.when, known)
        if applies is False or (applies is None and reading.only_when_known):
            continue
        for cases in reading.requirements:
            found = _decide(rule, reading, cases, known, rules, subject)
            if found is not None:
                checks.append(found)
    if not checks:
        reading = rule.readings[0]
        fact = rules.facts[reading.requirements[0][0].fact]
        number = known.get(fact.id)
        checks.append(
            Check(
                rule, reading, subject, CANNOT_TELL, fact, "", _rounded(number), None, None, "", NO_CASE, ()
            )
        )
    return checks


def _decide(
    rule: Rule, reading: Reading, cases: Sequence[Case], facts: Facts, rules: Rules, subject: str
) -> Check | None:
    """Return what becomes of one requirement, None where it is not asked of such a zone."""
    possible = _possible_cases(cases, facts, rules)
    open_cases = [case for case in possible if case is not None]
    if not open_cases:
        return None
    outcomes = {_compare(case, facts) for case in open_cases}
    outcome = outcomes.pop() if len(outcomes) == 1 else CANNOT_TELL
    if outcome == FAIL and None in possible:
        outcome = CANNOT_TELL
    shown = _shown(open_cases, outcome, facts)
    number = _rounded(facts.get(shown.fact))
    reason = ""
    missing: tuple[Fact, ...] = ()
    if outcome == CANNOT_TELL:
        needed = [case.fact for case in open_cases] + (_undecided(cases, facts) if len(possible) > 1 else [])
        missing = tuple(rules.facts[name] for name in dict.fromkeys(needed) if name not in facts)
        reason = MISSING if missing else NO_NUMBER
    # Of several limits none is shown that the outcome does not rest on.
    limit = shown.limit if outcome != CANNOT_TELL or len(open_cases) == 1 else None
    return Check(
        rule,
        reading,
        subject,
        outcome,
        rules.facts[shown.fact],
        shown.comparison,
        number,
        limit,
        _margin(shown, facts) if limit is not None else None,
        shown.stated if limit is not None else "",
        reason,
        missing,
    )


def _possible_cases(cases: Sequence[Case], facts: Facts, rules: Rules) -> list[Case | None]:
    """Return the cases that may be the first to hold, once what is undecided is known; None among them where
    perhaps no case holds.
    """
    undecided = [rules.facts[name] for name in _undecided(cases, facts)]
    values: list[Sequence[Value]] = [
        (True, False) if fact.type == "yes_no" else fact.choices for fact in undecided
    ]
    if not all(values):
        # Of a number there are too many values to try.
        return [*(case for case in cases if _holds(case.when, facts) is not False), None]
    found: dict[int, Case | None] = {}
    for combination in product(*values):
        known = dict(facts)
        known.update(zip((fact.id for fact in undecided), combination, strict=True))
        first = next((place for place, case in enumerate(cases) if _holds(case.when, known)), -1)
        found[first] = cases[first] if first >= 0 else None
    return [found[place] for place in sorted(found)]


def _undecided(cases: Sequence[Case], facts: Facts) -> list[str]:
    """Return the facts that conditions of these cases ask after and that are not known."""
    open_conditions = (case.when for case in cases if _holds(case.when, facts) is not False)
    return list(dict.fromkeys(name for when in open_conditions for name in when if name not in facts))


def _holds(condition: Mapping[str, Any], facts: Facts) -> bool | None:
    """Return whether all parts of a condition hold; None where that cannot be decided."""
    undecided = False
    for name, wanted in condition.items():
        if name not in facts:
            undecided = True
        elif isinstance(wanted, dict):
            parts = (_met(facts[name], comparison, limit) for comparison, limit in wanted.items())
            if not all(parts):
                return False
        elif facts[name] not in (wanted if isinstance(wanted, list) else [wanted]):
            return False
    return None if undecided else True


def _compare(case: Case, facts: Facts) -> str:
    if not case.comparison or case.limit is None or case.fact not in facts:
        return CANNOT_TELL
    return PASS if _met(facts[case.fact], case.comparison, case.limit) else FAIL


def _met(value: Value, comparison: str, limit: Value) -> bool:
    if comparison == "is":
        return value == limit
    number, bound = round(float(value), DECIMALS), round(float(limit), DECIMALS)
    return {
        "at_most": number <= bound,
        "below": number < bound,
        "at_least": number >= bound,
        "above": number > bound,
    }[comparison]


def _margin(case: Case, facts: Facts) -> float | None:
    if case.comparison in ("", "is") or case.limit is None or case.fact not in facts:
        return None
    margin = round(float(case.limit), DECIMALS) - round(float(facts[case.fact]), DECIMALS)
    return round(margin if case.comparison in ("at_most", "below") else -margin, DECIMALS)


def _shown(cases: Sequence[Case], outcome: str, facts: Facts) -> Case:
    """Return the case to show: of several that pass the tightest, of several that fail the nearest miss."""
    margins = [_margin(case, facts) for case in cases]
    if outcome == CANNOT_TELL or any(margin is None for margin in margins):
        return cases[0]
    by_margin = [margin for margin in margins if margin is not None]
    return cases[by_margin.index(min(by_margin) if outcome == PASS else max(by_margin))]


def _rounded(value: Value | None) -> Value | None:
    return round(value, DECIMALS) if isinstance(value, float) else value
