"""What had to be guessed of a file, on what evidence, and how sure that is.

A guess names the question, the answer, the facts that speak for it and what else it might be. Facts are codes
with values, so that whoever shows them finds a sentence in the user's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

QUESTIONS = (
    "dataset",
    "encoding",
    "crs",
    "zone_type",
    "sido",
    "zone_id",
    "name_ko",
    "name_en",
    "year",
    "area_unit",
)


class Confidence(StrEnum):
    """How sure an answer is.

    given: by the user. certain: nothing else fits. probable: other answers fit less well. doubtful: something
    speaks against it. asked: several answers fit alike, and only the user can know.
    """

    GIVEN = "given"
    CERTAIN = "certain"
    PROBABLE = "probable"
    DOUBTFUL = "doubtful"
    ASKED = "asked"


@dataclass(frozen=True)
class Fact:
    """A fact by its code, and the values that its sentence tells."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def fact(code: str, **values: object) -> Fact:
    """Return a fact."""
    return Fact(code, values)


@dataclass(frozen=True)
class Guess:
    """The answer to one question about one file; `answer` is empty where there is none."""

    question: str
    answer: str
    confidence: Confidence
    facts: tuple[Fact, ...] = ()
    alternatives: tuple[str, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Whether the user should look at it."""
        return self.confidence in (Confidence.DOUBTFUL, Confidence.ASKED)


def given(question: str, answer: str) -> Guess:
    """Return what the user has answered."""
    return Guess(question, answer, Confidence.GIVEN, (fact("given"),))
