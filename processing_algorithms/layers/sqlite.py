"""What SQLite is told: statements about tables of any name, and numbers by the ten thousand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LARGEST = 2**63 - 1


def statement(template: str, **names: str | Sequence[str]) -> str:
    """Return SQL in which {…} stands for the name of a table or column, or for several with commas between.

    Values are for SQLite to bind; names cannot be bound, so they are quoted here and nowhere else.
    """
    return template.format(
        **{
            place: quoted(name) if isinstance(name, str) else ", ".join(map(quoted, name))
            for place, name in names.items()
        }
    )


def with_texts(template: str, **texts: str) -> str:
    """Return SQL in which {…} stands for a text, for GDAL, which has no values to bind."""
    return template.format(**{place: "'{}'".format(text.replace("'", "''")) for place, text in texts.items()})


def quoted(name: str) -> str:
    """Return a name as SQL writes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def fits(keys: NDArray[np.int64], codes: int) -> bool:
    """Tell whether `Pairs` can hold these keys with codes below `codes`."""
    return len(keys) == 0 or (int(keys.min()) >= 0 and (int(keys.max()) + 1) * codes <= LARGEST)


@dataclass(frozen=True)
class Pairs:
    """Keys with a code each, as a JSON array for SQLite's json_each, which reads it several times as fast as
    SQLite takes pairs one by one.

    `key` and `code` are what they are in SQL, in terms of a row of json_each called `pair` and the values
    :first and :count.
    """

    json: str
    key: str
    code: str
    first: int
    count: int

    @classmethod
    def of(cls, keys: NDArray[np.int64], codes: NDArray[np.int64], count: int) -> Pairs:
        """Return keys (at least one, ascending) with their codes, each below `count`; see `fits`."""
        first = int(keys[0])
        if int(keys[-1]) - first == len(keys) - 1:
            # Without a gap the place in the array tells the key, and the array is half as long.
            return cls(_array(codes), "pair.key + :first", "pair.value", first, count)
        return cls(_array(keys * count + codes), "pair.value / :count", "pair.value % :count", first, count)

    def values(self) -> dict[str, int | str]:
        """Return the values to bind: :pairs, the array, and what `key` and `code` need."""
        return {"pairs": self.json, "first": self.first, "count": self.count}


def _array(numbers: NDArray[np.int64]) -> str:
    """Return the JSON array of numbers from 0."""
    width = len(str(int(numbers.max())))
    text = np.full((len(numbers), width + 1), ord(","), dtype=np.uint8)
    rest = numbers.astype(np.uint64)
    for place in range(width - 1, -1, -1):
        # JSON allows spaces before a number, but no zeros.
        last = place == width - 1
        digit = (rest % np.uint64(10)).astype(np.uint8) + ord("0")
        text[:, place] = digit if last else np.where(rest > 0, digit, ord(" "))
        rest //= np.uint64(10)
    return f"[{text.tobytes()[:-1].decode('ascii')}]"
