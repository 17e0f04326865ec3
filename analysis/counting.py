"""Fractional counting: every record is one, divided among its addresses (GII 2024, Appendix IV)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Decimal places sums are rounded to, so that no ranking hangs on the order of addition.
_DECIMALS = 9


@dataclass(frozen=True)
class Source:
    """The addresses of one metric as rows: one row is a record's addresses at one place.

    `metric` is patents, publications or deals. `longitude`, `latitude` float64[n] in degrees; `addresses`
    float64[n], how many addresses the row stands for, none below 0; `record` int64[n], equal for rows of one
    record, or None where every address is a record of its own; `economy` and `organisation` str[n] objects,
    empty where not known, or None.
    """

    metric: str
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    addresses: NDArray[np.float64]
    record: NDArray[np.int64] | None = None
    economy: NDArray[np.object_] | None = None
    organisation: NDArray[np.object_] | None = None

    def __len__(self) -> int:
        return self.longitude.size


def record_fractions(source: Source) -> NDArray[np.float64]:
    """Return float64[n]: the part of its record that every row is; a record's rows add up to 1.

    Without records a row is as many records as it stands for addresses. Rows of a record without any
    addresses are 0.
    """
    if source.record is None:
        return source.addresses
    _, of_row = np.unique(source.record, return_inverse=True)
    whole = np.bincount(of_row, weights=source.addresses)[of_row]
    return np.divide(source.addresses, whole, out=np.zeros_like(whole), where=whole > 0.0)


def sum_by(group: NDArray[np.int64], values: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Sum float64[n] values by group int64[n], leaving out groups below 0; return float64[groups]."""
    inside = group >= 0
    return np.round(np.bincount(group[inside], weights=values[inside], minlength=groups), _DECIMALS)


def leading(
    group: NDArray[np.int64], names: NDArray[np.object_], values: NDArray[np.float64], groups: int
) -> list[list[tuple[str, float]]]:
    """Return for every group its names with their sums, greatest first, equal ones by name.

    Rows in groups below 0 and rows without a name are left out.
    """
    chosen = (group >= 0) & (names != "")
    result: list[list[tuple[str, float]]] = [[] for _ in range(groups)]
    if not chosen.any():
        return result
    distinct, of_row = np.unique(names[chosen].astype(str), return_inverse=True)
    pair, of_pair = np.unique(group[chosen] * distinct.size + of_row, return_inverse=True)
    sums = np.round(np.bincount(of_pair, weights=values[chosen]), _DECIMALS)
    for key, total in zip(pair.tolist(), sums.tolist(), strict=True):
        result[key // distinct.size].append((str(distinct[key % distinct.size]), total))
    for entries in result:
        entries.sort(key=lambda entry: (-entry[1], entry[0]))
    return result
