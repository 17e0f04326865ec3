"""Names of organisations: which spellings are one organisation, and how it is printed.

Two spellings are one organisation where they are the same without what does not tell organisations apart:

1. width and compatibility forms (NFKC: ㈜ is (주), full-width letters are letters) and case;
2. diacritics on Latin, Greek and Cyrillic letters, and strokes and ligatures (ø is o, æ is ae);
3. apostrophes, punctuation, symbols and all spaces; & is read as "and";
4. the English article before the name;
5. legal forms at the ends of the name, as resources/reference/legal_forms.csv lists them: as words of their
   own (Inc., Ltd, GmbH & Co. KG, K.K.), attached (주식회사, 株式会社), or in brackets anywhere, as (주) and
   (株) are. Of a name that is nothing else they stay.

Translations, abbreviations, departments and "ue" for "ü" are other names: a table of aliases joins what the
user knows to be one. The printed name is the most frequent spelling as it stands, with single spaces, the
first by code points where two are as frequent. The rule is ours: WIPO prints names without saying how
spellings were joined.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .monitor import Monitor
from .sums import sum_by
from .texts import Coded, join_names

LEGAL_FORMS = Path(__file__).resolve().parent.parent / "resources" / "reference" / "legal_forms.csv"

# Combining marks of the Latin, Greek and Cyrillic scripts; those of others, such as the Japanese voicing
# mark, make another letter.
_MARKS = dict.fromkeys(range(0x0300, 0x0370))
_DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", _DOTLESS: "i"}
)
# ' and `, the acute accent, the modifier letter, the quotation marks that stand for it, the prime.
_APOSTROPHES = dict.fromkeys((0x27, 0x60, 0xB4, 0x02BC, 0x2018, 0x2019, 0x2032))
_ARTICLE = "the"
_AND = "and"

# Names between two looks at Cancel.
_STEP = 1 << 14


class _Separators(dict[int, str]):
    """Blanks for everything that is neither a letter, a digit nor a mark on one; looked up once each."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if unicodedata.category(sign)[0] in "LNM" else " "
        return self[code]


_SEPARATORS = _Separators()


@dataclass(frozen=True)
class _LegalForms:
    """Forms by where they stand: words of their own at the start or end of a name, attached to its first or
    last word, in brackets.
    """

    start: frozenset[tuple[str, ...]]
    end: frozenset[tuple[str, ...]]
    most_words: int
    attached: frozenset[str]
    attached_start: re.Pattern[str]
    attached_end: re.Pattern[str]
    bracketed: re.Pattern[str]


class Aliases:
    """Other names that the user knows an organisation by.

    `aliases` and `names` have equal length: an organisation found under an alias is counted under the name,
    and printed as it stands there. An alias that is its own name only says how it is printed. Raises
    InputError where an alias has two names, or where a name is itself an alias of another.
    """

    def __init__(self, aliases: Sequence[str], names: Sequence[str]) -> None:
        self._names: dict[str, str] = {}
        for alias, name in zip(aliases, names, strict=True):
            key, printed = comparable(alias), " ".join(name.split())
            if not key or not comparable(printed):
                continue
            if self._names.setdefault(key, printed) != printed:
                raise InputError(
                    "aliases",
                    "{alias} stands for {first} and for {second}; keep one of the rows.",
                    alias=alias,
                    first=self._names[key],
                    second=printed,
                )
        for printed in list(self._names.values()):
            final = self._names.setdefault(comparable(printed), printed)
            if comparable(final) != comparable(printed):
                raise InputError(
                    "aliases",
                    "{name} has aliases and is itself an alias of {final}; give them {final} too.",
                    name=printed,
                    final=final,
                )

    def __len__(self) -> int:
        return len(self._names)

    def name_of(self, key: str) -> str:
        """Return the name for a `comparable` alias or name; empty where the table has neither."""
        return self._names.get(key, "")


def code_organisations(
    stated: Coded,
    addresses: NDArray[np.float64] | None = None,
    aliases: Aliases | None = None,
    monitor: Monitor | None = None,
) -> Coded:
    """Join the spellings of organisations by the rule of this module.

    `addresses` float64[n], 1 each when left out, are how often a spelling occurs. A name without a letter or
    digit is none. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    frequency = _frequency(stated.code, addresses, len(stated.names))
    keys: list[str] = []
    printed: dict[str, str] = {}
    most: dict[str, tuple[float, str]] = {}
    for number, text in enumerate(stated.names):
        if number % _STEP == 0:
            monitor.progress(number / len(stated.names))
        key = comparable(text)
        name = aliases.name_of(key) if aliases else ""
        if name:
            key = comparable(name)
        keys.append(key)
        if name:
            printed[key] = name
        elif key not in most or (-frequency[number], text) < most[key]:
            most[key] = (-frequency[number], text)
            printed[key] = text
    return join_names(stated.code, keys, [printed.get(key, "") for key in keys])


@lru_cache(maxsize=1 << 18)
def comparable(name: str) -> str:
    """Return what two spellings of one organisation have in common; empty for a name without letters."""
    text = unicodedata.normalize("NFKC", name.translate(_APOSTROPHES)).casefold()
    text = unicodedata.normalize("NFD", text).translate(_MARKS)
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    forms = _legal_forms()
    text = forms.bracketed.sub(" ", text).strip() or text
    text = text.replace("&", f" {_AND} ")
    words = _without_forms(_joined_letters(text.translate(_SEPARATORS).split()), forms)
    return "".join(words)


def _joined_letters(words: list[str]) -> list[str]:
    """Make one word of single letters in a row, as an abbreviation with points leaves them: s a, k k."""
    joined: list[str] = []
    open_ended = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and open_ended:
            joined[-1] += word
        else:
            joined.append(word)
        open_ended = single
    return joined


def _without_forms(words: list[str], forms: _LegalForms) -> list[str]:
    if len(words) > 1 and words[0] == _ARTICLE:
        words = words[1:]
    while True:
        shorter = _shortened(words, forms)
        if not shorter:
            return words
        words = shorter


def _shortened(words: list[str], forms: _LegalForms) -> list[str]:
    """Return the words without one legal form; none where there is none, or nothing else."""
    for length in range(min(forms.most_words, len(words) - 1), 0, -1):
        if tuple(words[-length:]) in forms.end:
            rest = words[:-length]
            return rest[:-1] if len(rest) > 1 and rest[-1] == _AND else rest
        if tuple(words[:length]) in forms.start:
            return words[length:]
    if words and "".join(words) not in forms.attached:
        for place, pattern in ((0, forms.attached_start), (-1, forms.attached_end)):
            shorter = pattern.sub("", words[place], count=1)
            if shorter != words[place]:
                rest = words.copy()
                rest[place] = shorter
                return [word for word in rest if word]
    return []


@cache
def _legal_forms() -> _LegalForms:
    with LEGAL_FORMS.open(encoding="utf-8", newline="") as lines:
        rows = [(row["form"], row["place"]) for row in csv.DictReader(lines)]

    def at(place: str) -> list[str]:
        return [form for form, stands in rows if stands == place]

    def words(place: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(form.split()) for form in at(place))

    # The longest first: a pattern takes the first that fits.
    attached, bracketed = (
        "|".join(map(re.escape, sorted(at(place), key=lambda form: (-len(form), form))))
        for place in ("attached", "bracketed")
    )
    start, end = words("start"), words("end")
    return _LegalForms(
        start,
        end,
        max(map(len, start | end)),
        frozenset(at("attached")),
        re.compile(f"^(?:{attached})"),
        re.compile(f"(?:{attached})$"),
        re.compile(bracketed),
    )


def _frequency(code: NDArray[np.int32], addresses: NDArray[np.float64] | None, texts: int) -> list[float]:
    sums: list[float] = sum_by(code, np.ones(code.size) if addresses is None else addresses, texts).tolist()
    return sums
