"""What SQLite is told: statements about tables of any name, and numbers by the ten thousand."""

from __future__ import annotations

from collections.abc import Sequence

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


def quoted(name: str) -> str:
    """Return a name as SQL writes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def fits(keys: NDArray[np.int64], codes: int) -> bool:
    """Tell whether `pairs` can hold these keys with codes below `codes`."""
    return len(keys) == 0 or (int(keys.min()) >= 0 and (int(keys.max()) + 1) * codes <= LARGEST)


def pairs(keys: NDArray[np.int64], codes: NDArray[np.int64], count: int) -> str:
    """Return the JSON array of key * count + code, for SQLite's json_each.

    SQLite reads it several times as fast as it takes pairs one by one. Each code is below `count`; see
    `fits`.
    """
    numbers = keys * count + codes
    width = len(str(int(numbers.max()))) if len(numbers) else 1
    text = np.full((len(numbers), width + 1), ord(","), dtype=np.uint8)
    rest = numbers.astype(np.uint64)
    for place in range(width - 1, -1, -1):
        # JSON allows spaces before a number, but no zeros.
        last = place == width - 1
        digit = (rest % np.uint64(10)).astype(np.uint8) + ord("0")
        text[:, place] = digit if last else np.where(rest > 0, digit, ord(" "))
        rest //= np.uint64(10)
    return f"[{text.tobytes()[:-1].decode('ascii')}]"
