"""Fractional counting: every record is one, divided among its addresses (GII 2024, Appendix IV)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Decimal places sums are rounded to, so that no ranking hangs on the order of addition.
_DECIMALS = 9


@dataclass(frozen=True)
class Source:
    """The located addresses of one metric: a row is a record's addresses at one place.

    `metric` is patents, publications or deals. `longitude`, `latitude` float64[n] in degrees; `addresses`
    float64[n], how many addresses the row stands for; `fraction` float64[n], the part of its record it is;
    `records`, how many records the input has, located or not; `economy` and `organisation` str[n] objects,
    empty where not known.
    """

    metric: str
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    addresses: NDArray[np.float64]
    fraction: NDArray[np.float64]
    records: float
    economy: NDArray[np.object_]
    organisation: NDArray[np.object_]

    def __len__(self) -> int:
        return self.longitude.size


def make_source(
    metric: str,
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    *,
    addresses: NDArray[np.float64] | None = None,
    record: NDArray[np.object_] | NDArray[np.int64] | None = None,
    economy: NDArray[np.object_] | None = None,
    organisation: NDArray[np.object_] | None = None,
    located: NDArray[np.bool_] | None = None,
) -> Source:
    """Make a source of rows, of which only the `located` ones take part; all have length n.

    A record keeps its full denominator: addresses that could not be located are part of it and are counted
    nowhere. `addresses` are 1 where left out; `record` ids are text, or numbers, or left out where every
    address is a record of its own.
    """
    count = longitude.size
    addresses = np.ones(count) if addresses is None else addresses
    located = np.ones(count, dtype=bool) if located is None else located
    fraction = record_fractions(record, addresses)
    # One meridian has two names; with one of them its places are the same place everywhere.
    longitude = np.where(longitude == 180.0, -180.0, longitude)
    nothing = np.full(count, "", dtype=object)
    return Source(
        metric,
        longitude[located],
        latitude[located],
        addresses[located],
        fraction[located],
        float(np.round(fraction.sum(), 6)),
        (nothing if economy is None else economy)[located],
        (nothing if organisation is None else organisation)[located],
    )


def record_fractions(
    record: NDArray[np.object_] | NDArray[np.int64] | None, addresses: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return float64[n]: the part of its record that every row is; a record's rows add up to 1.

    Without records a row is as many records as it stands for addresses. Rows of a record without any
    addresses are 0.
    """
    if record is None:
        return addresses
    of_row = _numbered(record)
    whole = np.bincount(of_row, weights=addresses)[of_row]
    return np.divide(addresses, whole, out=np.zeros_like(whole), where=whole > 0.0)


def record_full_counts(
    record: NDArray[np.object_] | NDArray[np.int64] | None,
    addresses: NDArray[np.float64],
    cluster: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return float64[n] for full counting: a record's rows in one cluster add up to 1, in every cluster.

    Rows of cluster -1 are 0. Without records a row is as many records as it stands for addresses.
    """
    counted = (cluster >= 0) & (addresses > 0.0)
    if record is None:
        return np.where(counted, addresses, 0.0)
    pair = _numbered(record)[counted] * (cluster.max(initial=0) + 1) + cluster[counted]
    of_row = np.unique(pair, return_inverse=True)[1].ravel()
    counts = np.zeros(cluster.size)
    counts[counted] = addresses[counted] / np.bincount(of_row, weights=addresses[counted])[of_row]
    return counts


def _numbered(values: NDArray[Any]) -> NDArray[np.int64]:
    """Return int64[n], equal where values are equal; texts are not copied to the width of the longest."""
    if values.dtype != object:
        of_row: NDArray[np.int64] = np.unique(values, return_inverse=True)[1]
        return of_row
    numbers: dict[Any, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values.tolist()], dtype=np.int64)


def sum_by(group: NDArray[np.integer[Any]], values: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Sum float64[n] values by group int[n], leaving out groups below 0; return float64[groups]."""
    inside = group >= 0
    # Of no values at all numpy makes integers.
    sums = np.bincount(group[inside], weights=values[inside], minlength=groups).astype(np.float64)
    return np.round(sums, _DECIMALS)


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
    of_row = _numbered(names[chosen])
    distinct = list(dict.fromkeys(names[chosen].tolist()))
    pair, of_pair = np.unique(group[chosen] * len(distinct) + of_row, return_inverse=True)
    sums = np.round(np.bincount(of_pair, weights=values[chosen]), _DECIMALS)
    for key, total in zip(pair.tolist(), sums.tolist(), strict=True):
        result[key // len(distinct)].append((str(distinct[key % len(distinct)]), total))
    for entries in result:
        entries.sort(key=lambda entry: (-entry[1], entry[0]))
    return result
