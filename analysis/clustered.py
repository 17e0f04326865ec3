"""Addresses that are clustered already: which clusters a field names, and the counts per cluster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .counting import Counting, record_fractions, record_full_counts
from .editions import METRICS
from .sums import Sums, sum_by

# How a field says of an address that it is in no cluster.
NOISE = -1


@dataclass(frozen=True)
class ClusterCounts:
    """`counts` float64[k, 3] by metric, NaN for a metric without addresses; `records` float64[3], how many
    records the input has of it, clustered or not; `rows` float64[n], what every address counts.
    """

    counts: NDArray[np.float64]
    records: NDArray[np.float64]
    rows: NDArray[np.float64]


def count_clusters(
    metric: NDArray[np.int64],
    cluster: NDArray[np.int64],
    clusters: int,
    *,
    addresses: NDArray[np.float64],
    record: NDArray[np.object_] | NDArray[np.int64] | None = None,
    counting: Counting = Counting.FRACTIONAL,
) -> ClusterCounts:
    """Count records by metric and cluster; arrays have length n, a row is a record's addresses at one place.

    `metric` is the place in METRICS; `cluster` the number of the cluster from 0, -1 for noise and for
    addresses without a place, which are part of the denominators; `record` ids are of one metric each.
    """
    counts = np.full((clusters, len(METRICS)), np.nan)
    records = np.full(len(METRICS), np.nan)
    rows = np.zeros(cluster.size)
    for place in range(len(METRICS)):
        of_metric = np.flatnonzero(metric == place)
        if not of_metric.size:
            continue
        ids = None if record is None else record[of_metric]
        fractions = record_fractions(ids, addresses[of_metric])
        records[place] = np.round(Sums(fractions).total(), 6)
        if counting is Counting.FULL:
            rows[of_metric] = record_full_counts(ids, addresses[of_metric], cluster[of_metric])
        else:
            rows[of_metric] = fractions
        counts[:, place] = sum_by(cluster[of_metric], rows[of_metric], clusters)
    return ClusterCounts(counts, records, rows)


def number_clusters(values: NDArray[np.object_]) -> tuple[list[Any], NDArray[np.int64]]:
    """Return the distinct clusters named in a field, in order, and int64[n] their numbers, -1 for noise.

    Noise is None, an empty text, NaN, or the number -1.
    """
    # Nothing but NaN is another than itself.
    kept = [value for value in values.tolist() if value == value and value not in (None, "", NOISE)]
    names = sorted(set(kept), key=lambda value: (isinstance(value, str), value))
    numbers = {name: number for number, name in enumerate(names)}
    labels = np.fromiter((numbers.get(value, -1) for value in values.tolist()), np.int64, len(values))
    return names, labels
