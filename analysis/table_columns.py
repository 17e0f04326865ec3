"""Columns of tables, batch by batch, as plain arrays: coordinates, numbers, and codes of what is equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from .addresses import FORM_FAULTS, MISSING, NOT_FINITE, NUMBER, REASONS, STATE_FAULTS, TEXT, numbers_of
from .errors import InputError
from .monitor import POLL_SECONDS, Monitor
from .table_files import arrow_module
from .texts import Coded, join_names
from .wkb import Decoded, Form, decode, decode_matrix

# A point in well-known binary: byte order, type, x, y.
_POINT_BYTES = 21
# Identifiers are numbered through a table of all between the least and the greatest, up to so many per row.
_SPREAD = 2
# Distinct texts between two looks at Cancel.
_BATCH = 1 << 17

T = TypeVar("T")


class Ahead:
    """One thread that works while this one does something else, or listens for Cancel."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="innovation_clusters_tables")

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *failure: object) -> None:
        # What is still being done touches nothing of ours: nobody has to wait for it.
        self._pool.shutdown(wait=False, cancel_futures=True)

    def call(self, work: Callable[[], T], monitor: Monitor) -> T:
        """Return what `work` does, which tells no progress; raises Cancelled."""
        return self._result(self._pool.submit(work), monitor, 0.0)

    def each(self, items: Iterator[tuple[T, float]], monitor: Monitor) -> Iterator[T]:
        """Yield items that come with how much of the whole they are the end of, each fetched while the one
        before it is used; raises Cancelled.
        """
        fraction = 0.0
        coming = self._pool.submit(next, items, None)
        while (item := self._result(coming, monitor, fraction)) is not None:
            coming = self._pool.submit(next, items, None)
            fraction = item[1]
            yield item[0]

    @staticmethod
    def _result(future: Future[T], monitor: Monitor, fraction: float) -> T:
        monitor.progress(fraction)
        while not wait([future], timeout=POLL_SECONDS).done:
            monitor.progress(fraction)
        return future.result()


class Pairs:
    """Coordinates in two columns of numbers."""

    def __init__(self) -> None:
        self._x: list[NDArray[np.float64]] = []
        self._y: list[NDArray[np.float64]] = []
        self._fault: list[NDArray[np.uint8]] = []

    def add(self, x: Any, y: Any) -> None:
        (plain_x, state_x), (plain_y, state_y) = _numbers(x), _numbers(y)
        fault = np.zeros(plain_x.size, dtype=np.uint8)
        # In this order, and not the axes one after the other: so does `addresses.judge`.
        for state, reason in reversed(STATE_FAULTS.items()):
            fault[(state_x == state) | (state_y == state)] = REASONS.index(reason)
        self._x.append(plain_x)
        self._y.append(plain_y)
        self._fault.append(fault)

    def whole(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8]]:
        return _joined(self._x), _joined(self._y), _joined(self._fault, np.uint8)


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
        self._x.append(np.where(fault == 0, decoded.x, np.nan))
        self._y.append(np.where(fault == 0, decoded.y, np.nan))
        self._fault.append(fault)


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

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[NDArray[np.float64]] = []
        self._wrong = 0

    def add(self, column: Any) -> None:
        plain, state = _numbers(column)
        self._parts.append(plain)
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
        return _joined(self._parts)


def _numbers(column: Any) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Return what `addresses.numbers_of` returns of the same column, without an object for each row."""
    arrow = arrow_module()
    compute = arrow_module("compute")
    if arrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if _is_text(column.type):
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


class Codes:
    """A column of which it only matters which rows are equal.

    Whole numbers are kept as they are until all are there; of everything else every batch is coded.
    """

    def __init__(self) -> None:
        self._plain: list[NDArray[np.int64]] = []
        self._empty: list[NDArray[np.bool_] | None] = []
        self._coded: list[Any] = []

    def add(self, column: Any) -> None:
        arrow = arrow_module()
        compute = arrow_module("compute")
        if arrow.types.is_integer(column.type) and not self._coded:
            empty = column.is_null().to_numpy(zero_copy_only=False) if column.null_count else None
            whole = compute.cast(
                column.fill_null(0) if column.null_count else column, arrow.int64(), safe=False
            )
            self._plain.append(whole.to_numpy())
            self._empty.append(empty)
            return
        self._coded.append(_encoded(column))

    def numbers(self, ahead: Ahead, monitor: Monitor) -> NDArray[np.int64]:
        """Return int64[n], numbers from 0 without gaps, -1 for empty ones."""
        if self._plain and not self._coded:
            dense = _numbered(self._plain, self._empty, monitor)
            if dense is not None:
                return dense
        parts, values = self._joined(ahead, monitor)
        there = np.append(_filled(values), False)
        place = np.where(there, np.cumsum(there) - 1, -1)
        return _joined([place[part] for part in parts], np.int64)

    def texts(self, ahead: Ahead, monitor: Monitor) -> Coded:
        """Return what `texts.code_texts` returns of the same column as texts."""
        parts, values = self._joined(ahead, monitor)
        numbers: dict[str, int] = {}
        number_of = np.full(len(values) + 1, -1, dtype=np.int32)
        for start in range(0, len(values), _BATCH):
            monitor.progress(start / len(values))
            block = values.slice(start, _BATCH).to_pylist()
            number_of[start : start + len(block)] = [
                numbers.setdefault(" ".join(str(text).split()), len(numbers)) for text in block
            ]
        names = list(numbers)
        return join_names(_joined([number_of[part] for part in parts], np.int32), names, names)

    def _joined(self, ahead: Ahead, monitor: Monitor) -> tuple[list[NDArray[np.int32]], Any]:
        """Return int32[m] of every batch, places among the values that occur, -1 for none, and the values."""
        arrow = arrow_module()
        for plain, empty in zip(self._plain, self._empty, strict=True):
            self._coded.append(_encoded(arrow.array(plain, mask=empty)))
            monitor.progress(0.0)
        self._plain, self._empty = [], []
        if not self._coded:
            return [], arrow.array([], arrow.string())
        chunks = arrow.chunked_array(self._coded)
        self._coded = []
        joined = ahead.call(chunks.unify_dictionaries, monitor)
        parts = [
            chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
            for chunk in joined.chunks
        ]
        return parts, joined.chunk(0).dictionary


def _encoded(column: Any) -> Any:
    """Return a column as codes, texts without outer spaces."""
    arrow = arrow_module()
    compute = arrow_module("compute")
    coded = column if arrow.types.is_dictionary(column.type) else column.dictionary_encode()
    values = coded.dictionary
    if values.null_count or not arrow.types.is_int32(coded.indices.type):
        coded = coded.dictionary_decode().dictionary_encode()
        values = coded.dictionary
    if _is_text(values.type):
        values = compute.utf8_trim_whitespace(values.cast(arrow.large_string()))
    return arrow.DictionaryArray.from_arrays(coded.indices, values)


def _filled(values: Any) -> NDArray[np.bool_]:
    """Return bool[m], whether a value is an id: text with more than spaces, a number that is one."""
    arrow = arrow_module()
    compute = arrow_module("compute")
    if _is_text(values.type):
        return np.asarray(compute.not_equal(values, "").to_numpy(zero_copy_only=False), dtype=bool)
    if arrow.types.is_floating(values.type):
        return np.asarray(~np.isnan(values.to_numpy(zero_copy_only=False)), dtype=bool)
    return np.ones(len(values), dtype=bool)


def _is_text(kind: Any) -> bool:
    arrow = arrow_module()
    return bool(arrow.types.is_string(kind) or arrow.types.is_large_string(kind))


def _numbered(
    parts: list[NDArray[np.int64]], empty: list[NDArray[np.bool_] | None], monitor: Monitor
) -> NDArray[np.int64] | None:
    """Return int64[n], numbers in the order of the ids; None where these lie too far apart for a table."""
    rows = sum(part.size for part in parts)
    filled: list[NDArray[np.int64]] = [
        part if gone is None else part[~gone] for part, gone in zip(parts, empty, strict=True)
    ]
    there = [part for part in filled if part.size]
    least = min((int(part.min()) for part in there), default=0)
    spread = max((int(part.max()) for part in there), default=0) - least + 1
    if spread > _SPREAD * rows + _BATCH:
        return None
    occurs = np.zeros(spread, dtype=bool)
    for part in there:
        monitor.progress(0.0)
        occurs[part - least] = True
    number = np.cumsum(occurs, dtype=np.int32 if rows < 2**31 else np.int64) - 1
    result = np.full(rows, -1, dtype=np.int64)
    start = 0
    for part, gone in zip(parts, empty, strict=True):
        monitor.progress(start / rows)
        block = result[start : start + part.size]
        if gone is None:
            block[:] = number[part - least]
        else:
            block[~gone] = number[part[~gone] - least]
        start += part.size
    return result


def _joined(parts: list[Any], dtype: Any = np.float64) -> NDArray[Any]:
    """Return parts as one array, and give them up as they are copied."""
    result = np.empty(sum(part.size for part in parts), dtype=dtype)
    start = 0
    parts.reverse()
    while parts:
        part = parts.pop()
        result[start : start + part.size] = part
        start += part.size
    return result
