"""Texts of many rows as numbers: what states the same is equal, and is looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import packages
from .monitor import Monitor

# Rows between two looks at Cancel.
_BLOCK = 1 << 19


@dataclass(frozen=True)
class Coded:
    """Texts of n rows as numbers: `code` int32[n], the place in `names`, -1 where there is none.

    `names` are in the order of their code points; `spellings` says how many texts each stands for.
    """

    code: NDArray[np.int32]
    names: list[str]
    spellings: NDArray[np.int64]

    @classmethod
    def nothing(cls, rows: int) -> Coded:
        """Return so many rows without a text."""
        return cls(np.full(rows, -1, dtype=np.int32), [], np.empty(0, dtype=np.int64))

    def __len__(self) -> int:
        return self.code.size

    def select(self, rows: slice | NDArray[np.bool_] | NDArray[np.int64]) -> Coded:
        """Return these rows, with all names."""
        return Coded(self.code[rows], self.names, self.spellings)


def code_texts(values: NDArray[np.object_], monitor: Monitor | None = None) -> Coded:
    """Code texts, str[n] objects, as they stand but for outer and repeated spaces; None and "" are none.

    Raises Cancelled.
    """
    code, texts = _distinct(values, monitor or Monitor())
    return join_names(code, texts, texts)


def concatenate(parts: Sequence[Coded]) -> Coded:
    """Return the rows of several as one; the same text in two of them is one name."""
    starts = np.cumsum([0, *(len(part.names) for part in parts)]).tolist()
    codes = [
        np.where(part.code >= 0, part.code + start, -1) for part, start in zip(parts, starts, strict=False)
    ]
    names = [name for part in parts for name in part.names]
    return join_names(np.concatenate(codes), names, names)


def join_names(code: NDArray[np.integer[Any]], keys: Sequence[str], printed: Sequence[str]) -> Coded:
    """Return texts numbered anew: `code` int[n] the place in `keys`, -1 for none; equal keys become one name,
    printed as the last of them is, and an empty key is none."""
    names = {key: name for key, name in zip(keys, printed, strict=True) if key}
    in_order = sorted(names, key=lambda key: (names[key], key))
    place = {key: number for number, key in enumerate(in_order)}
    place[""] = -1
    renumbered = np.array([place[key] for key in keys] + [-1], dtype=np.int32)
    spellings = np.bincount(renumbered[renumbered >= 0], minlength=len(in_order))
    return Coded(renumbered[code], [names[key] for key in in_order], spellings)


def _distinct(values: NDArray[np.object_], monitor: Monitor) -> tuple[NDArray[np.int64], list[str]]:
    """Return int64[n] and the distinct texts with single spaces, in the order in which they first occur."""
    number_of: dict[str, int] = {"": -1}
    code = np.empty(values.size, dtype=np.int64)
    for start in range(0, values.size, _BLOCK):
        monitor.progress(start / values.size)
        block = slice(start, start + _BLOCK)
        of_row, found = _factorised(values[block])
        numbers = [number_of.setdefault(" ".join(str(text).split()), len(number_of) - 1) for text in found]
        # The last place is for rows that are coded -1.
        code[block] = np.array([*numbers, -1], dtype=np.int64)[of_row]
    return code, list(number_of)[1:]


def _factorised(values: NDArray[np.object_]) -> tuple[NDArray[np.int64], list[object]]:
    """Return int64[n], -1 for None, and the distinct values."""
    pandas = packages.find("pandas").module
    if pandas is not None:
        of_row, distinct = pandas.factorize(values)
        return of_row, distinct.tolist()
    known: dict[object, int] = {None: -1}
    numbers = [known.setdefault(value, len(known) - 1) for value in values.tolist()]
    return np.array(numbers, dtype=np.int64), list(known)[1:]
