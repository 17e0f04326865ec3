"""Tables of text, as portals and spreadsheets save them: any encoding of Korea, any usual delimiter."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from .encodings import decode, find_encoding
from .guesses import Confidence, Guess, fact

DELIMITERS = ",\t;|"

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)


@dataclass(frozen=True)
class Delimited:
    """Columns by name, of length `rows`, in `encoding`."""

    columns: dict[str, list[str | None]]
    rows: int
    encoding: str
    guess: Guess


def read_delimited(data: bytes, name: str, chosen: str = "") -> Delimited:
    """Read the bytes of a table; `chosen` is the encoding that the user says.

    A mark at the beginning (BOM) tells the encoding; without one the bytes of the lines do. A row shorter
    than the header is filled up, cells beyond the header are kept in columns of their own. Raises InputError
    where there is no header.
    """
    mark, encoding = next(((mark, each) for mark, each in _MARKS if data.startswith(mark)), (b"", ""))
    if encoding and not chosen:
        guess = Guess("encoding", encoding, Confidence.CERTAIN, (fact("byte_order_mark"),))
    else:
        # By lines, so that one bad line does not hide what the others are.
        encoding, guess = find_encoding(data.removeprefix(mark).split(b"\n"), chosen=chosen)
    text = decode(data.removeprefix(mark), encoding)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    if first.count(delimiter) == 0:
        raise InputError(
            "INPUT", "{file} has no columns; its first line must name them, with commas between.", file=name
        )
    # A null byte ends a line for older versions of the csv module.
    lines = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter)
    try:
        filled = [line for line in lines if any(value.strip() for value in line)]
    except csv.Error as error:
        raise InputError(
            "INPUT", "{file} cannot be read as a table: {problem}.", file=name, problem=error
        ) from error
    width = max(map(len, filled))
    header = distinct_names([*filled[0], *([""] * (width - len(filled[0])))])
    columns: dict[str, list[str | None]] = {
        name: [line[place] if place < len(line) else None for line in filled[1:]]
        for place, name in enumerate(header)
    }
    return Delimited(columns, len(filled) - 1, encoding, guess)


def distinct_names(header: Sequence[str]) -> list[str]:
    """Return names of columns without blanks around them, no two alike and none empty."""
    names = [name.strip() or f"column_{place}" for place, name in enumerate(header, start=1)]
    seen: Counter[str] = Counter()
    for place, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:
            names[place] = f"{name}_{seen[name]}"
    return names
