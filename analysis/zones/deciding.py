"""Whether facts meet a rule of designation: pass, fail, or what is missing to tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from .rules import Case, Fact, Reading, Rule, Rules, Value

Facts = Mapping[str, Value]

# Kilometres are compared to the millimetre, square kilometres to the square metre: nobody draws finer, and a
# node on the limit must not fail by the last bit of a sum.
DECIMALS = 6

PASS, FAIL, CANNOT_TELL = "pass", "fail", "cannot_tell"
OUTCOMES = (PASS, FAIL, CANNOT_TELL)

# Why it cannot be told: a fact is missing; the text has no number; no case is made for such a zone.
MISSING, NO_NUMBER, NO_CASE = "missing", "no_number", "no_case"


class AtLeast(float):
    """A number that a fact does not fall below, where more would have to be known for the number itself."""


@dataclass(frozen=True)
class Check:
    """What became of one requirement of a rule in one reading.

    `subject` is the province or node it is about, empty for the whole. `number` and `limit` are None where
    they are not known or there is none, and `number` AtLeast where it may be more; `margin` is how far the
    number is on the right side of the limit, negative on the wrong one. `reason` says why it cannot be told,
    `missing` the facts that would tell.
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
        missing = tuple(
            rules.facts[name]
            for name in dict.fromkeys(needed)
            if name not in facts or isinstance(facts[name], AtLeast)
        )
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
    value = facts[case.fact]
    met = _met(value, case.comparison, case.limit)
    if isinstance(value, AtLeast) and met == (case.comparison in ("at_most", "below")):
        # With more it may be otherwise.
        return CANNOT_TELL
    return PASS if met else FAIL


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
    # At the limit there is no margin, and none below zero either.
    return round(margin if case.comparison in ("at_most", "below") else -margin, DECIMALS) + 0.0


def _shown(cases: Sequence[Case], outcome: str, facts: Facts) -> Case:
    """Return the case to show: of several that pass the tightest, of several that fail the nearest miss."""
    margins = [_margin(case, facts) for case in cases]
    if outcome == CANNOT_TELL or any(margin is None for margin in margins):
        return cases[0]
    by_margin = [margin for margin in margins if margin is not None]
    return cases[by_margin.index(min(by_margin) if outcome == PASS else max(by_margin))]


def _rounded(value: Value | None) -> Value | None:
    if isinstance(value, AtLeast):
        return AtLeast(round(value, DECIMALS))
    return round(value, DECIMALS) if isinstance(value, float) else value
