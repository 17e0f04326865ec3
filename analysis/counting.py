"""Fractional counting: every record is one, divided among its addresses (GII 2024, Appendix IV)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from .geodesy import one_meridian
from .monitor import Monitor
from .sums import Sums, in_units
from .texts import Coded

if TYPE_CHECKING:
    from .at_source.answers import Patterns


class Counting(StrEnum):
    """How a record with addresses in several clusters counts.

    FRACTIONAL: divided among its addresses, as WIPO does it (GII 2024, Appendix IV). FULL: one in every
    cluster it has an address in.
    """

    FRACTIONAL = "fractional"
    FULL = "full"


class RecordsElsewhere(Protocol):
    """The records of rows that somebody else holds, and what only they know.

    Both raise InputError where they cannot be asked any more, and Cancelled.
    """

    def patterns(self, label: NDArray[np.int64], economy: NDArray[np.int64], monitor: Monitor) -> Patterns:
        """Return the records that are alike where the rows of the source have clusters `label` int64[n], -1
        for none, and economies int64[n], below 0 for none.
        """

    def full_counts(self, label: NDArray[np.int64], monitor: Monitor) -> Sums:
        """Return n numbers, as `record_full_counts`."""


@dataclass(frozen=True)
class Source:
    """The located addresses of one metric: a row is a record's addresses at one place, or many records'.

    `metric` is patents, publications or deals. `longitude`, `latitude` float64[n] in degrees; `addresses`
    float64[n], how many addresses the row stands for; `fraction`, n numbers, the part of its record it is, or
    how many records in fractions where it stands for several; `records`, how many records the input has,
    located or not; `record` int64[n], which one a row is of, from 0, None where that is not known, and
    `whole` float64[r], the addresses of each, located or not; `economy`,
    `organisation` and `field` (of technology or science, several with semicolons) as stated. Where rows are
    groups of those that somebody else holds there is no `record`, and `elsewhere` knows them.
    """

    metric: str
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    addresses: NDArray[np.float64]
    fraction: Sums
    records: float
    record: NDArray[np.int64] | None
    whole: NDArray[np.float64]
    economy: Coded
    organisation: Coded
    field: Coded
    elsewhere: RecordsElsewhere | None = None

    def __len__(self) -> int:
        return self.longitude.size

    @property
    def knows_records(self) -> bool:
        """Whether there is anybody to ask for ties between clusters."""
        return self.record is not None or self.elsewhere is not None

    def counts(
        self, cluster: NDArray[np.integer[Any]], counting: Counting, monitor: Monitor | None = None
    ) -> Sums:
        """Return n numbers, what every row counts where it lies in `cluster` int[n], -1 for none."""
        if counting is Counting.FRACTIONAL:
            return self.fraction
        if self.elsewhere is not None:
            return self.elsewhere.full_counts(cluster.astype(np.int64), monitor or Monitor())
        return Sums(record_full_counts(self.record, self.addresses, cluster.astype(np.int64)))


def make_source(
    metric: str,
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    *,
    addresses: NDArray[np.float64] | None = None,
    record: NDArray[np.int64] | None = None,
    count: Sums | None = None,
    economy: Coded | None = None,
    organisation: Coded | None = None,
    field: Coded | None = None,
    located: NDArray[np.bool_] | None = None,
    elsewhere: RecordsElsewhere | None = None,
) -> Source:
    """Make a source of rows, of which only the `located` ones take part; all have length n.

    A record keeps its full denominator: addresses that could not be located are part of it and are counted
    nowhere. `addresses` are 1 where left out. `record` numbers the records from 0 without gaps; where it is
    left out, `count` says how many records in fractions a row stands for, and without it every address is a
    record of its own. `elsewhere` is asked about the located rows.
    """
    rows = longitude.size
    addresses = np.ones(rows) if addresses is None else in_units(addresses)
    if record is None:
        whole = np.empty(0)
        fraction = Sums(addresses) if count is None else count
        records = float(np.round(fraction.total(), 6))
    else:
        whole = _wholes(record, addresses)
        fraction = Sums(_parts(addresses, whole[record]))
        records = float(np.count_nonzero(whole))
    longitude = one_meridian(longitude)
    kept: slice | NDArray[np.bool_] = slice(None) if located is None or located.all() else located
    economy, organisation, field = (
        (Coded.nothing(rows) if stated is None else stated).select(kept)
        for stated in (economy, organisation, field)
    )
    return Source(
        metric,
        longitude[kept],
        latitude[kept],
        addresses[kept],
        fraction.select(kept),
        records,
        None if record is None else record[kept],
        whole,
        economy,
        organisation,
        field,
        elsewhere,
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
    of_row, addresses = _numbered(record), in_units(addresses)
    return _parts(addresses, _wholes(of_row, addresses)[of_row])


def record_full_counts(
    record: NDArray[np.object_] | NDArray[np.int64] | None,
    addresses: NDArray[np.float64],
    cluster: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return float64[n] for full counting: a record's rows in one cluster add up to 1, in every cluster.

    Rows of cluster -1 are 0. Without records a row is as many records as it stands for addresses.
    """
    # Parts of a whole are no more than it.
    addresses = in_units(addresses)
    counted = (cluster >= 0) & (addresses > 0.0)
    if record is None:
        return np.where(counted, addresses, 0.0)
    pair = _numbered(record)[counted] * (cluster.max(initial=0) + 1) + cluster[counted]
    of_row = np.unique(pair, return_inverse=True)[1].ravel()
    counts = np.zeros(cluster.size)
    counts[counted] = addresses[counted] / _wholes(of_row, addresses[counted])[of_row]
    return counts


def _numbered(values: NDArray[Any]) -> NDArray[np.int64]:
    """Return int64[n], equal where values are equal; texts are not copied to the width of the longest."""
    if values.dtype.kind == "i" and values.size and values.min() >= 0 and values.max() < 2 * values.size:
        return values
    if values.dtype != object:
        of_row: NDArray[np.int64] = np.unique(values, return_inverse=True)[1]
        return of_row
    numbers: dict[Any, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values.tolist()], dtype=np.int64)


def _parts(addresses: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(addresses, whole, out=np.zeros(whole.shape), where=whole > 0.0)


def _wholes(record: NDArray[np.int64], addresses: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return float64[r], the addresses of every record; raises ValueError for a record below 0."""
    if record.min(initial=0) < 0:
        raise ValueError("records are numbered from 0")
    return Sums(addresses).add_up(record, int(record.max(initial=-1)) + 1).value
