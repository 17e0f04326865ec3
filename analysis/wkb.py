"""Points in well-known binary, as arrays: many geometries at once, whoever wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from .monitor import Monitor

_POINT = 1
_MULTIPOINT = 4
_OLD_Z = 0x80000000  # "25D" types, older than ISO's 1001 and 3001

# Byte order and type, and of a point its coordinates; a multipoint has the number of its points between.
_TYPE_AT = 1
_COUNT_AT = 5
_POINT_AT = 5
_FIRST_POINT_AT = 14
_SMALLEST = 9


class Form(IntEnum):
    """What a row has in place of one point."""

    POINT = 0
    NOTHING = 1
    SEVERAL_POINTS = 2
    NOT_A_POINT = 3


@dataclass(frozen=True)
class Decoded:
    """Geometries as arrays of length n: `x`, `y` float64, NaN where `form` (uint8 of Form) is not
    Form.POINT.

    `with_z` and `with_m` count the points with a height or a measure; `types` are the types of all
    geometries, as ISO and QGIS number them.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    form: NDArray[np.uint8]
    with_z: int
    with_m: int
    types: frozenset[int]

    @classmethod
    def nothing(cls, count: int) -> Decoded:
        """Return `count` rows without a geometry."""
        form = np.full(count, Form.NOTHING, dtype=np.uint8)
        return cls(np.full(count, np.nan), np.full(count, np.nan), form, 0, 0, frozenset())

    @classmethod
    def joined(cls, parts: Sequence[Decoded], monitor: Monitor | None = None) -> Decoded:
        """Return geometries of several pieces, one after the other. Raises Cancelled."""
        monitors = (monitor or Monitor()).split(8, 8, 1)
        x, y, form = (
            each.joined([getattr(part, name) for part in parts])
            for name, each in zip(("x", "y", "form"), monitors, strict=True)
        )
        types = frozenset().union(*(part.types for part in parts))
        return cls(x, y, form, sum(part.with_z for part in parts), sum(part.with_m for part in parts), types)


def decode(blobs: Sequence[bytes]) -> Decoded:
    """Decode WKB of any sizes; b"" stands for no geometry."""
    result = Decoded.nothing(len(blobs))
    sizes = [len(blob) for blob in blobs]
    order = np.argsort(sizes, kind="stable")
    parts = []
    # Blobs of one size form a matrix; a layer has one or two sizes.
    for size, group in groupby(order.tolist(), key=sizes.__getitem__):
        if size == 0:
            continue
        rows = np.fromiter(group, dtype=np.int64)
        joined = b"".join([blobs[row] for row in rows.tolist()])
        part = decode_matrix(np.frombuffer(joined, dtype=np.uint8).reshape(-1, size))
        result.x[rows], result.y[rows], result.form[rows] = part.x, part.y, part.form
        parts.append(part)
    return Decoded(
        result.x,
        result.y,
        result.form,
        sum(part.with_z for part in parts),
        sum(part.with_m for part in parts),
        frozenset().union(*(part.types for part in parts)),
    )


def decode_matrix(matrix: NDArray[np.uint8]) -> Decoded:
    """Decode WKB of one size, uint8[n, size], a geometry in each row."""
    result = Decoded.nothing(len(matrix))
    result.form[:] = Form.NOT_A_POINT
    with_z = with_m = 0
    types = set()
    if matrix.shape[1] < _SMALLEST:
        return result
    for rows in _of_one_kind(matrix):
        order = "<" if matrix[rows[0], 0] else ">"
        kind, has_z, has_m = _kind_of(int(_uint32(matrix[rows[:1]], _TYPE_AT, order)[0]))
        types.add(kind + 1000 * has_z + 2000 * has_m)
        if kind not in (_POINT, _MULTIPOINT):
            continue
        at = _POINT_AT
        if kind == _MULTIPOINT:
            at = _FIRST_POINT_AT
            several = _uint32(matrix[rows], _COUNT_AT, order)
            result.form[rows[several == 0]] = Form.NOTHING
            result.form[rows[several > 1]] = Form.SEVERAL_POINTS
            rows = rows[several == 1]
            if len(rows) == 0:
                continue
        # All rows of a layer, as a rule: a slice of the matrix is copied in half the time.
        numbers = (matrix if len(rows) == len(matrix) else matrix[rows])[:, at : at + 16]
        pair = np.ascontiguousarray(numbers).view(f"{order}f8").astype(np.float64, copy=False)
        # An empty point is written as NaN NaN. Anything else not finite is a coordinate, and a wrong one.
        filled = ~np.isnan(pair).all(axis=1)
        result.form[rows] = np.where(filled, Form.POINT, Form.NOTHING)
        result.x[rows], result.y[rows] = pair.T
        with_z += int(np.count_nonzero(filled)) * has_z
        with_m += int(np.count_nonzero(filled)) * has_m
    return Decoded(result.x, result.y, result.form, with_z, with_m, frozenset(types))


def _of_one_kind(matrix: NDArray[np.uint8]) -> list[NDArray[np.int64]]:
    """Return the rows of every kind of geometry: of one byte order and one type."""
    heads = np.zeros((len(matrix), 8), dtype=np.uint8)
    heads[:, :_COUNT_AT] = matrix[:, :_COUNT_AT]
    keys = heads.view(np.uint64)[:, 0]
    if (keys == keys[:1]).all():
        return [np.arange(len(matrix))] if len(matrix) else []
    return [np.flatnonzero(keys == key) for key in np.unique(keys)]


def _kind_of(code: int) -> tuple[int, bool, bool]:
    """Return type without dimensions, whether it has heights, whether measures."""
    iso = code & ~_OLD_Z
    return iso % 1000, iso // 1000 in (1, 3) or iso != code, iso // 1000 in (2, 3)


def _uint32(matrix: NDArray[np.uint8], offset: int, order: str) -> NDArray[np.uint32]:
    return np.ascontiguousarray(matrix[:, offset : offset + 4]).view(f"{order}u4")[:, 0]
