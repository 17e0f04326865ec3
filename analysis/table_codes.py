"""Columns of which it only matters which rows are equal, batch by batch, as integer codes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .monitor import Monitor
from .table_columns import Growing
from .table_files import Ahead, arrow_module, is_text
from .texts import Coded, join_names

# Whole numbers are coded through a table of all between the least and the greatest, up to so many per row.
_SPREAD = 2
# Values that may wait before they are looked up among all that are known.
_WAITING = 1 << 19
# Rows, or distinct texts, between two looks at Cancel.
_BLOCK = 1 << 18


class Codes:
    """A column of anything; the rows are given batch by batch."""

    def __init__(self, name: str, rows: int, parameter: str, ahead: Ahead) -> None:
        self.name = name
        self._rows = rows
        self._parameter = parameter
        self._ahead = ahead
        self._kind: Any = None
        # Whole numbers are kept as they are until all are there; everything else has codes at once.
        self._numbers: Growing | None = None
        self._empty: list[NDArray[np.int64]] = []
        self._values: _Values | None = None

    def add(self, column: Any, monitor: Monitor) -> None:
        """Add a pyarrow array; raises InputError where it is of another kind than those before, and
        Cancelled.
        """
        arrow, compute = arrow_module(), arrow_module("compute")
        if arrow.types.is_integer(column.type):
            self._check("number")
            if self._numbers is None:
                self._numbers = Growing(np.int64, self._rows)
            if column.null_count:
                empty = np.flatnonzero(column.is_null().to_numpy(zero_copy_only=False))
                self._empty.append(empty + self._numbers.size)
                column = column.fill_null(0)
            self._numbers.extend(compute.cast(column, arrow.int64(), safe=False).to_numpy())
            return
        coded = _encoded(column)
        self._check(coded.dictionary.type)
        if self._values is None:
            self._values = _Values(self._rows, self._ahead)
        self._values.add(coded, monitor)

    def _check(self, kind: object) -> None:
        if self._kind not in (None, kind):
            raise InputError(
                self._parameter,
                "The column {column} holds values of one kind in one file and of another in the next; write "
                "the files alike.",
                column=self.name,
            )
        self._kind = kind

    def numbers(self, monitor: Monitor) -> NDArray[np.int64]:
        """Return int64[n], numbers from 0 without gaps, -1 for empty ones; raises Cancelled."""
        if self._numbers is not None:
            numbers = self._numbers.whole()
            if _number_in_place(numbers, self._empty, monitor):
                return numbers
        code, values = self._coded(monitor)
        there = np.append(_filled(values), False)
        number = np.where(there, np.cumsum(there) - 1, -1)
        result = np.empty(code.size, dtype=np.int64)
        for start in range(0, code.size, _BLOCK):
            monitor.progress(start / code.size)
            result[start : start + _BLOCK] = number[code[start : start + _BLOCK]]
        return result

    def texts(self, monitor: Monitor) -> Coded:
        """Return what `texts.code_texts` returns of the same column as texts; raises Cancelled."""
        code, values = self._coded(monitor)
        place: dict[str, int] = {}
        place_of = np.full(len(values) + 1, -1, dtype=np.int32)
        for start in range(0, len(values), _BLOCK):
            monitor.progress(start / len(values))
            block = values.slice(start, _BLOCK).to_pylist()
            place_of[start : start + len(block)] = [
                place.setdefault(" ".join(str(text).split()), len(place)) for text in block
            ]
        names = list(place)
        renumbered = join_names(place_of, names, names)
        for start in range(0, code.size, _BLOCK):
            monitor.progress(start / code.size)
            code[start : start + _BLOCK] = renumbered.code[code[start : start + _BLOCK]]
        return Coded(code, renumbered.names, renumbered.spellings)

    def _coded(self, monitor: Monitor) -> tuple[NDArray[np.int32], Any]:
        """Return int32[n], places among the distinct values, -1 for none, and those values."""
        arrow = arrow_module()
        if self._numbers is not None:
            numbers = self._numbers.whole()
            gone = np.zeros(numbers.size, dtype=bool)
            for rows in self._empty:
                gone[rows] = True
            self._values = _Values(numbers.size, self._ahead)
            for start in range(0, numbers.size, _BLOCK):
                block = slice(start, start + _BLOCK)
                self._values.add(arrow.array(numbers[block], mask=gone[block]).dictionary_encode(), monitor)
        if self._values is None:
            return np.empty(0, dtype=np.int32), _nothing()
        return self._values.whole(monitor)


class _Values:
    """Distinct values in the order in which they first occur, and for every row which one it has.

    Those of new batches wait until they are about as many as those known, and are looked up together: known
    ones come first and so keep their places.
    """

    def __init__(self, rows: int, ahead: Ahead) -> None:
        self._ahead = ahead
        self._code = Growing(np.int32, rows)
        self._known: list[Any] = []
        self._waiting: list[Any] = []
        self._many = 0
        self._first_row = 0

    def add(self, coded: Any, monitor: Monitor) -> None:
        """Add a pyarrow dictionary array; raises Cancelled."""
        indices = coded.indices.fill_null(-1) if coded.indices.null_count else coded.indices
        place = indices.to_numpy()
        self._code.extend(np.where(place < 0, -1, place + self._many))
        # pyarrow drops empty ones on the way.
        if len(coded.dictionary):
            self._waiting.append(coded.dictionary)
            self._many += len(coded.dictionary)
        if self._many > max(_WAITING, sum(map(len, self._known))):
            self._look_up(monitor)

    def _look_up(self, monitor: Monitor) -> None:
        arrow = arrow_module()
        chunks = arrow.chunked_array([*self._known, *self._waiting])
        known = len(self._known)
        encoded = self._ahead.call(chunks.dictionary_encode, monitor).chunks
        place_of = np.full(self._many + 1, -1, dtype=np.int32)
        start = 0
        for chunk in encoded[known:]:
            place_of[start : start + len(chunk)] = chunk.indices.to_numpy()
            start += len(chunk)
        for start in range(self._first_row, self._code.size, _BLOCK):
            rows = self._code.part(start, start + _BLOCK)
            rows[:] = place_of[rows]
        self._known, self._waiting = [encoded[-1].dictionary], []
        self._many, self._first_row = 0, self._code.size

    def whole(self, monitor: Monitor) -> tuple[NDArray[np.int32], Any]:
        """Return int32[n], -1 for none, and the values; raises Cancelled."""
        if self._waiting:
            self._look_up(monitor)
        return self._code.whole(), self._known[0] if self._known else _nothing()


def _nothing() -> Any:
    arrow = arrow_module()
    return arrow.array([], arrow.large_string())


def _encoded(column: Any) -> Any:
    """Return a column as a dictionary array with indices of 32 bits, texts without outer spaces."""
    arrow, compute = arrow_module(), arrow_module("compute")
    coded = column if arrow.types.is_dictionary(column.type) else column.dictionary_encode()
    if coded.dictionary.null_count or not arrow.types.is_int32(coded.indices.type):
        coded = coded.dictionary_decode().dictionary_encode()
    values = coded.dictionary
    if is_text(values.type):
        values = compute.utf8_trim_whitespace(values.cast(arrow.large_string()))
    return arrow.DictionaryArray.from_arrays(coded.indices, values)


def _filled(values: Any) -> NDArray[np.bool_]:
    """Return bool[m], whether a value is an id: text with more than spaces, a number that is one."""
    arrow, compute = arrow_module(), arrow_module("compute")
    if is_text(values.type):
        return np.asarray(compute.not_equal(values, "").to_numpy(zero_copy_only=False), dtype=bool)
    if arrow.types.is_floating(values.type):
        return np.asarray(~np.isnan(values.to_numpy(zero_copy_only=False)), dtype=bool)
    return np.ones(len(values), dtype=bool)


def _number_in_place(numbers: NDArray[np.int64], empty: list[NDArray[np.int64]], monitor: Monitor) -> bool:
    """Replace numbers by their ranks, those in rows that are `empty` by -1; False where they lie too far
    apart for a table, and nothing is changed.
    """
    gone = np.concatenate(empty) if empty else np.empty(0, dtype=np.int64)
    if gone.size == numbers.size:
        numbers[:] = -1
        return True
    if gone.size:
        filled = np.ones(numbers.size, dtype=bool)
        filled[gone] = False
        # What stands in empty rows must not count as a number that occurs.
        numbers[gone] = numbers[np.argmax(filled)]
    least = int(numbers.min())
    spread = int(numbers.max()) - least + 1
    if spread > _SPREAD * numbers.size + _BLOCK:
        return False
    occurs = np.zeros(spread, dtype=bool)
    blocks = [numbers[start : start + _BLOCK] for start in range(0, numbers.size, _BLOCK)]
    for number, block in enumerate(blocks):
        monitor.progress(0.5 * number / len(blocks))
        occurs[block - least] = True
    rank: NDArray[Any] = np.cumsum(occurs, dtype=np.int32 if numbers.size < 2**31 else np.int64)
    rank -= 1
    for number, block in enumerate(blocks):
        monitor.progress(0.5 + 0.5 * number / len(blocks))
        block[:] = rank[block - least]
    numbers[gone] = -1
    return True
