"""Columns of tables, batch by batch, as plain arrays: coordinates and numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .addresses import FORM_FAULTS, MISSING, NOT_FINITE, NUMBER, REASONS, STATE_FAULTS, TEXT, numbers_of
from .errors import InputError
from .table_files import arrow_module, is_text
from .wkb import Decoded, Form, decode, decode_matrix

# A point in well-known binary: byte order, type, x, y.
_POINT_BYTES = 21


class Growing:
    """An array of one dimension that grows at its end, without a second copy of what is there; `rows` are
    expected.
    """

    def __init__(self, dtype: Any, rows: int) -> None:
        self._array = np.empty(max(rows, 1), dtype=dtype)
        self.size = 0

    def extend(self, values: NDArray[Any]) -> None:
        """Add values at the end."""
        end = self.size + len(values)
        if end > self._array.size:
            self._array.resize(end + end // 4, refcheck=False)
        self._array[self.size : end] = values
        self.size = end

    def whole(self) -> NDArray[Any]:
        """Return the array, to which nothing is added any more."""
        self._array.resize(self.size, refcheck=False)
        return self._array

    def part(self, start: int, stop: int) -> NDArray[Any]:
        """Return rows as a view that is good until values are added."""
        return self._array[start : min(stop, self.size)]


class Pairs:
    """Coordinates in two columns of numbers."""

    def __init__(self, rows: int) -> None:
        self._x = Growing(np.float64, rows)
        self._y = Growing(np.float64, rows)
        self._fault = Growing(np.uint8, rows)

    def add(self, x: Any, y: Any) -> None:
        (plain_x, state_x), (plain_y, state_y) = _numbers(x), _numbers(y)
        fault = np.zeros(plain_x.size, dtype=np.uint8)
        # In this order, and not the axes one after the other: so does `addresses.judge`.
        for state, reason in reversed(STATE_FAULTS.items()):
            fault[(state_x == state) | (state_y == state)] = REASONS.index(reason)
        self._x.extend(plain_x)
        self._y.extend(plain_y)
        self._fault.extend(fault)

    def whole(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8]]:
        return self._x.whole(), self._y.whole(), self._fault.whole()


class Points(Pairs):
    """Coordinates in a geometry column of GeoParquet."""

    def add(self, geometry: Any) -> None:  # type: ignore[override]
        arrow = arrow_module()
        if arrow.types.is_struct(geometry.type):
            # A point of a missing row has coordinates all the same, which mean nothing.
            gone = geometry.is_null().to_numpy(zero_copy_only=False)
            decoded = Decoded.nothing(len(geometry))
            x, y = (_numbers(geometry.field(axis))[0] for axis in ("x", "y"))
            decoded.form[~gone & ~(np.isnan(x) & np.isnan(y))] = Form.POINT
            decoded.x[:], decoded.y[:] = np.where(gone, np.nan, x), np.where(gone, np.nan, y)
        else:
            decoded = _decoded(geometry)
        fault = np.zeros(len(geometry), dtype=np.uint8)
        points = decoded.form == Form.POINT
        fault[points & ~(np.isfinite(decoded.x) & np.isfinite(decoded.y))] = REASONS.index(
            "coordinate_not_finite"
        )
        for form, reason in FORM_FAULTS.items():
            fault[decoded.form == form] = REASONS.index(reason)
        # A coordinate alone is no place.
        self._x.extend(np.where(fault == 0, decoded.x, np.nan))
        self._y.extend(np.where(fault == 0, decoded.y, np.nan))
        self._fault.extend(fault)


def _decoded(geometry: Any) -> Decoded:
    arrow = arrow_module()
    blobs = geometry.cast(arrow.large_binary())
    offsets = np.frombuffer(blobs.buffers()[1], dtype=np.int64)[blobs.offset :][: len(blobs) + 1]
    if len(blobs) and not blobs.null_count and (np.diff(offsets) == _POINT_BYTES).all():
        content = np.frombuffer(blobs.buffers()[2], dtype=np.uint8)[offsets[0] : offsets[-1]]
        return decode_matrix(content.reshape(-1, _POINT_BYTES))
    return decode([b"" if blob is None else blob for blob in blobs.to_pylist()])


class Numbers:
    """A column of numbers, in which text that is none ends the run."""

    def __init__(self, name: str, rows: int) -> None:
        self._name = name
        self._values = Growing(np.float64, rows)
        self._wrong = 0

    def add(self, column: Any) -> None:
        plain, state = _numbers(column)
        self._values.extend(plain)
        self._wrong += int(np.count_nonzero(state == TEXT))

    def whole(self, parameter: str) -> NDArray[np.float64]:
        if self._wrong:
            raise InputError(
                parameter,
                "The column {column} holds text that is no number in {count} rows; mend those rows, or take "
                "another column.",
                column=self._name,
                count=self._wrong,
            )
        return self._values.whole()


def _numbers(column: Any) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Return what `addresses.numbers_of` returns of the same column, without an object for each row."""
    arrow = arrow_module()
    compute = arrow_module("compute")
    if arrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if is_text(column.type):
        column = compute.utf8_trim_whitespace(column)
        column = compute.if_else(compute.equal(column, ""), None, column)
        try:
            column = compute.cast(column, arrow.float64())
        except arrow.ArrowInvalid:
            # A decimal comma, or no number at all: every text is looked at, equal ones once.
            coded = column.dictionary_encode()
            values, states = numbers_of(np.array([None, *coded.dictionary.to_pylist()], dtype=object))
            rows = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False) + 1
            return values[rows], states[rows]
    values = compute.cast(column, arrow.float64(), safe=False).to_numpy(zero_copy_only=False)
    state = np.full(values.size, NUMBER, dtype=np.uint8)
    odd = ~np.isfinite(values)
    if odd.any():
        state[odd] = NOT_FINITE
        if column.null_count:
            state[column.is_null().to_numpy(zero_copy_only=False)] = MISSING
        values = np.where(odd, np.nan, values)
    return values, state
