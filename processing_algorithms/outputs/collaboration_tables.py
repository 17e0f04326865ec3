"""Networks between clusters as layers: a line for every pair that shares records, a row for every cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...analysis.collaboration import MEASURES, Reach, Strengths, Ties, balance, strengths
from ...analysis.editions import METRICS
from ...analysis.monitor import Monitor
from ..layers.columns import Column
from ..layers.fields import REAL, TEXT, WHOLE
from .flow_lines import FlowLines

# What a pair of clusters shares in one metric.
LINK_MEASURES = MEASURES[:3]
LINK_FIELDS = (
    ("first_id", WHOLE),
    ("second_id", WHOLE),
    ("first_name", TEXT),
    ("second_name", TEXT),
    ("strength", REAL),
    *((measure, REAL) for measure in MEASURES),
    *((f"{metric}_{measure}", REAL) for metric in METRICS for measure in LINK_MEASURES),
    ("distance_km", REAL),
)
PARTNER_FIELDS = (
    ("cluster_id", WHOLE),
    ("name", TEXT),
    ("metric", TEXT),
    ("records", REAL),
    ("fractional", REAL),
    ("within_share", REAL),
    ("clusters_share", REAL),
    ("noise_share", REAL),
    ("unlocated_share", REAL),
    ("shared_records", WHOLE),
    ("domestic_share", REAL),
    ("international_share", REAL),
    ("partners", WHOLE),
    ("strongest_id", WHOLE),
    ("strongest_name", TEXT),
    ("strongest_share", REAL),
)


@dataclass(frozen=True)
class Network:
    """What k clusters share: their `numbers` and `names`; by place in METRICS the `ties` and the `reach`;
    whether the economy of any address is known; `longitude`, `latitude` float64[k] of their centres, NaN for
    a cluster without a place.
    """

    numbers: Sequence[int]
    names: Sequence[str]
    ties: Mapping[int, Ties]
    reach: Mapping[int, Reach]
    economies_known: bool
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]

    def links_without_place(self) -> int:
        """Return how many pairs that share records cannot be drawn."""
        first, second, _ = _between_clusters(self.ties, len(self.names))
        nowhere = np.isnan(self.longitude)
        return int(np.count_nonzero(nowhere[first] | nowhere[second]))


def shared_by_pairs(
    ties: Mapping[int, Ties], clusters: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return the pairs of clusters that share a record of any metric, int64[p] twice, and what they share in
    all metrics, float64[p, 4] by MEASURES.
    """
    first, second, shared = _between_clusters(ties, clusters)
    return first, second, np.sum(list(shared.values()), axis=0)


def link_rows(
    network: Network, measure: str, least: int, flow: FlowLines, monitor: Monitor
) -> tuple[list[Any], list[Column]]:
    """Return the lines of pairs that share `least` records or more, the weakest first by `measure`, and the
    columns of LINK_FIELDS.
    """
    first, second, shared = _between_clusters(network.ties, len(network.names))
    strength = strengths(list(network.ties.values()), measure).of_pairs(first, second)
    has_place = ~np.isnan(network.longitude)
    of_all: NDArray[np.float64] = np.sum(list(shared.values()), axis=0)
    rows = np.flatnonzero(has_place[first] & has_place[second] & (of_all[:, 0] >= least))
    rows = rows[np.lexsort((-second[rows], -first[rows], strength[rows]))]
    first, second, strength = first[rows], second[rows], strength[rows]
    middles = list(zip(network.longitude.tolist(), network.latitude.tolist(), strict=True))
    lines, distances = [], []
    for done, (one, other) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        if done % 256 == 0:
            monitor.progress(done / len(rows))
        lines.append(flow.draw(middles[one], middles[other]))
        distances.append(flow.distance(middles[one], middles[other]) / 1000.0)
    missing = np.full(len(rows), np.nan)
    return lines, [
        [network.numbers[label] for label in first.tolist()],
        [network.numbers[label] for label in second.tolist()],
        [network.names[label] for label in first.tolist()],
        [network.names[label] for label in second.tolist()],
        strength,
        *of_all[rows].T,
        *(
            shared[place][rows, column] if place in shared else missing
            for place in range(len(METRICS))
            for column in range(len(LINK_MEASURES))
        ),
        np.array(distances),
    ]


def _between_clusters(
    ties: Mapping[int, Ties], clusters: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], dict[int, NDArray[np.float64]]]:
    """Return the pairs of clusters, int64[p] twice, that share a record of any metric, and by metric what
    they share, float64[p, 4].
    """
    keys = {place: each.first * (clusters + 1) + each.second for place, each in ties.items()}
    all_keys = np.unique(np.concatenate(list(keys.values())))
    all_keys = all_keys[all_keys % (clusters + 1) < clusters]
    shared = {}
    for place, each in ties.items():
        table = np.zeros((all_keys.size, len(MEASURES)))
        wanted = each.second < clusters
        table[np.searchsorted(all_keys, keys[place][wanted])] = each.shared[wanted]
        shared[place] = table
    return all_keys // (clusters + 1), all_keys % (clusters + 1), shared


def partner_rows(network: Network, measure: str) -> list[Column]:
    """Return the columns of PARTNER_FIELDS: one row for a cluster and a metric it has records of."""
    rows: list[tuple[Any, ...]] = []
    for place, each in network.ties.items():
        parts = balance(each)
        reach = network.reach[place]
        tied = strengths([each], measure)
        for label in np.flatnonzero(each.records[:-1] > 0.0).tolist():
            shared = int(reach.shared[label])
            domestic, international = (
                100.0 * int(count[label]) / shared if shared and network.economies_known else None
                for count in (reach.domestic, reach.international)
            )
            rows.append(
                (
                    network.numbers[label],
                    network.names[label],
                    METRICS[place],
                    float(each.records[label]),
                    float(each.fractional[label]),
                    *(
                        float(part[label])
                        for part in (parts.within, parts.clusters, parts.noise, parts.unlocated)
                    ),
                    shared,
                    domestic,
                    international,
                    *_strongest(tied, label, network),
                )
            )
    rows.sort(key=lambda row: (row[0], METRICS.index(row[2])))
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in PARTNER_FIELDS]


def _strongest(
    tied: Strengths, label: int, network: Network
) -> tuple[int, int | None, str | None, float | None]:
    """Return how many clusters one is tied with, and the strongest: number, name, per cent of all of them."""
    partners, values = tied.partners(label)
    of_clusters = partners < tied.clusters
    other, value = tied.strongest(label)
    if other < 0:
        return 0, None, None, None
    share = 100.0 * value / float(values[of_clusters].sum())
    return int(np.count_nonzero(of_clusters)), network.numbers[other], network.names[other], round(share, 6)
