"""Who and what a cluster is made of: leading organisations and fields, with their shares.

GII 2020, Table S-1.3, prints for every cluster the applicant and the scientific organisation with the most
filings and publications, the science field and the patenting field, each as per cent of the cluster's filings
or publications. Records count by the part of them that lies in the cluster, and a record with several fields
counts for each by an equal part, as articles with several SCIE subjects do there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .density import collapse
from .monitor import Monitor
from .sums import sum_by
from .texts import Coded

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]

# Between the fields that one record states.
FIELD_SEPARATOR = ";"


@dataclass(frozen=True)
class Standings:
    """What stands in every group, the greatest first: one row for a group and a name, of length m.

    `group` int64, ascending; `place` int64 within the group, from 1, equal counts at the best of their
    places; `code` int64 of the name; `count` float64, the sum of values; `share` float64, per cent of the
    group's whole.
    """

    group: IntArray
    place: IntArray
    code: IntArray
    count: FloatArray
    share: FloatArray

    def __len__(self) -> int:
        return self.group.size

    def first(self, number: int) -> Standings:
        """Return the `number` first rows of every group."""
        starts = np.searchsorted(self.group, self.group)
        return self._rows(np.arange(len(self)) - starts < number)

    def _rows(self, rows: NDArray[np.bool_]) -> Standings:
        return Standings(
            self.group[rows], self.place[rows], self.code[rows], self.count[rows], self.share[rows]
        )


@dataclass(frozen=True)
class FieldRows:
    """Rows with the fields they state: a row with f fields stands here f times, each with 1/f of it.

    `row` int64[m], the row of the input; `code` int32[m], the place in `names`; `part` float64[m].
    """

    row: IntArray
    code: NDArray[np.int32]
    part: FloatArray
    names: list[str]


def standings(
    group: NDArray[np.integer[Any]],
    code: NDArray[np.integer[Any]],
    values: FloatArray,
    groups: int,
    whole: FloatArray | None = None,
    monitor: Monitor | None = None,
) -> Standings:
    """Return what stands in every group 0 … groups - 1; rows of a group or code below 0 are left out.

    `values` float64[n] are what a row counts for; `whole` float64[groups] what shares are per cent of: all
    values of the group, also of rows without a name, when left out. Names of equal count are in the order of
    their codes. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    if whole is None:
        whole = sum_by(group, values, groups)
    rows = np.flatnonzero((group >= 0) & (code >= 0))
    # A pair of numbers is collapsed as a place is: hashed, on all threads.
    pairs = collapse(group[rows].astype(np.float64), code[rows].astype(np.float64), monitor=monitor)
    count = sum_by(pairs.of_row, values[rows], len(pairs))
    first = rows[pairs.first_row]
    pair_group, pair_code = group[first].astype(np.int64), code[first].astype(np.int64)
    order = np.lexsort((pair_code, -count, pair_group))
    pair_group, pair_code, count = pair_group[order], pair_code[order], count[order]
    share = np.full(count.size, np.nan)
    np.divide(100.0 * count, whole[pair_group], out=share, where=whole[pair_group] > 0.0)
    monitor.progress(1.0)
    return Standings(pair_group, _places(pair_group, count), pair_code, count, np.round(share, 9))


def split_fields(stated: Coded, separator: str = FIELD_SEPARATOR) -> FieldRows:
    """Split the fields of rows, such as "A61N; A61B", into rows of one field each.

    A field that a row states twice counts once; a row that states none is not among the rows. An empty
    `separator` splits nothing.
    """
    parts = [_parts(text, separator) for text in stated.names]
    distinct = sorted({field for fields in parts for field in fields})
    number_of = {field: number for number, field in enumerate(distinct)}
    # One text more, without fields, for rows that state none.
    lengths = np.array([len(fields) for fields in parts] + [0], dtype=np.int64)
    codes = np.array([number_of[field] for fields in parts for field in fields], dtype=np.int32)
    starts = np.cumsum(lengths) - lengths
    fields_of_row = lengths[stated.code]
    row = np.repeat(np.arange(len(stated)), fields_of_row)
    within = np.arange(row.size) - np.repeat(np.cumsum(fields_of_row) - fields_of_row, fields_of_row)
    return FieldRows(row, codes[starts[stated.code[row]] + within], 1.0 / fields_of_row[row], distinct)


def technology_mix(
    group: NDArray[np.integer[Any]],
    fields: FieldRows,
    values: FloatArray,
    groups: int,
    monitor: Monitor | None = None,
) -> tuple[Standings, Standings]:
    """Return the fields of every group, and those of all groups together as group 0.

    `group` and `values` are those of the rows of the input, int[n] and float64[n]. Shares are per cent of
    what states a field, so that those of a group add up to 100. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    field_group = group[fields.row]
    field_values = values[fields.row] * fields.part
    each = standings(
        field_group,
        fields.code,
        field_values,
        groups,
        monitor=monitor.part(0.0, 0.6),
    )
    together = standings(
        np.where(field_group >= 0, 0, -1), fields.code, field_values, 1, monitor=monitor.part(0.6, 1.0)
    )
    return each, together


def location_quotients(each: Standings, together: Standings, names: int) -> FloatArray:
    """Return float64[m]: the share of a field in its group over its share in all groups together.

    Above 1 the group is specialised in the field.
    """
    overall = np.full(names, np.nan)
    overall[together.code] = together.share
    quotients: FloatArray = np.round(each.share / overall[each.code], 9)
    return quotients


def leading_names(found: Standings, names: Sequence[str], groups: int) -> list[tuple[str, float]]:
    """Return the first name of every group with its share in per cent, ("", NaN) where it has none."""
    leaders: list[tuple[str, float]] = [("", float("nan"))] * groups
    first = found.first(1)
    for group, code, share in zip(
        first.group.tolist(), first.code.tolist(), first.share.tolist(), strict=True
    ):
        leaders[group] = (names[code], share)
    return leaders


def _parts(text: str, separator: str) -> list[str]:
    """Return the distinct fields of a text, in the order in which they stand."""
    pieces = text.split(separator) if separator else [text]
    return list(dict.fromkeys(field for piece in pieces if (field := piece.strip())))


def _places(group: IntArray, count: FloatArray) -> IntArray:
    """Return the place within the group of rows in order, equal counts at the best of their places."""
    position = np.arange(group.size)
    new_group = np.ones(group.size, dtype=bool)
    new_group[1:] = group[1:] != group[:-1]
    new_count = new_group.copy()
    new_count[1:] |= count[1:] != count[:-1]
    starts = np.maximum.accumulate(np.where(new_group, position, 0))
    best = np.maximum.accumulate(np.where(new_count, position, 0))
    places: IntArray = best - starts + 1
    return places
