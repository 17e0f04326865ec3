"""Facts of a designation that no layer tells and its planner states."""

from __future__ import annotations

import re

from ..errors import InputError
from .catalogue import plain
from .rules import Fact, Rules, Value

_YES = frozenset({"yes", "true", "1", "예", "네", "있음"})
_NO = frozenset({"no", "false", "0", "아니오", "아니요", "없음"})


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
                "{part} is not a fact with its value; write them as in council=yes; universities=3.",
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
