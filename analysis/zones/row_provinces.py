"""Which province a row states: by what the user says, by a name, by a code, by the name of the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..errors import InputError
from .guesses import Confidence, Fact, Guess, fact, given
from .provinces import CodeSystem, codes, sido_of_code, sido_of_name
from .rows import HANGUL, Table, Zones, cell
from .signatures import Signature

# LSMD_CONT_UQ111_5174_41_202604: the code of a province or municipality stands before the date.
_CODE_IN_NAME = re.compile(r"^(?:LSMD|AL_D)\w*?_(\d{2}|\d{5})(?:_(?:19|20)\d{4,6})?$")


def fill_provinces(table: Table, signature: Signature, overrides: Mapping[str, str], zones: Zones) -> None:
    chosen = overrides.get("sido", "")
    if chosen:
        sido = sido_of_name(chosen)
        if not sido:
            raise InputError(
                "OVERRIDES", "There is no province {name}; use a name such as 대전 or Daejeon.", name=chosen
            )
        zones.sido = [sido] * table.rows
        for known in zones.evidence:
            known["sido"] = "given"
        zones.guesses.append(given("sido", sido))
        return
    facts: list[Fact] = []
    confidence = Confidence.CERTAIN
    for name in table.fields(signature.sido_names):
        for row, value in enumerate(table.columns[name]):
            _state(zones, row, sido_of_name(cell(value)), name)
    for code in signature.sido_codes:
        for name in table.fields([code.field]):
            texts = [cell(value)[code.start :] for value in table.columns[name]]
            system = _system_of(texts, zones.sido, code.system)
            if system != code.system:
                facts.append(fact("other_code_system", field=name, system=str(system)))
                confidence = Confidence.PROBABLE
            for row, text in enumerate(texts):
                _state(zones, row, sido_of_code(text, system), f"{name}={text[:2]}")
    sources = Counter(known["sido"].split("=")[0] for known in zones.evidence if "sido" in known)
    named = _province_in_names([*table.names, *table.folders])
    if named:
        for row in range(table.rows):
            _state(zones, row, named, "file_name")
    facts += [fact("provinces_from", source=source, count=count) for source, count in sorted(sources.items())]
    if named:
        facts.append(fact("province_in_name", sido=named))
        if not sources:
            confidence = Confidence.PROBABLE
    missing = zones.sido.count(None)
    if missing:
        facts.append(fact("province_by_place", count=missing))
        confidence = Confidence.PROBABLE
    answer = ", ".join(
        f"{sido} × {count}" for sido, count in Counter(sido for sido in zones.sido if sido).most_common()
    )
    zones.guesses.append(Guess("sido", answer, confidence, tuple(facts)))


def _state(zones: Zones, row: int, sido: str, source: str) -> None:
    if sido and zones.sido[row] is None:
        zones.sido[row] = sido
        zones.evidence[row]["sido"] = source


def _system_of(texts: Sequence[str], stated: Sequence[str | None], expected: CodeSystem) -> CodeSystem:
    """Return who numbers provinces in a column: whose codes agree with the names, else whose codes are
    known; what is expected where both do.
    """

    def agreeing(system: CodeSystem) -> tuple[int, int]:
        known = codes(system)
        named = sum(known.get(text[:2]) == sido for text, sido in zip(texts, stated, strict=True) if sido)
        return named, sum(text[:2] in known for text in texts if text)

    other = CodeSystem.KOSTAT if expected == CodeSystem.MOIS else CodeSystem.MOIS
    return other if agreeing(other) > agreeing(expected) else expected


def _province_in_names(names: Sequence[str]) -> str:
    for name in names:
        found = _CODE_IN_NAME.search(name)
        sido = sido_of_code(found.group(1), CodeSystem.MOIS) if found else ""
        for word in [] if sido else re.split(r"[\s_\-()\[\]]+", name):
            sido = sido or (sido_of_name(word) if HANGUL.search(word) else "")
        if sido:
            return sido
    return ""
