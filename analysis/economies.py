"""Economies: their codes, which of them a cluster is named with, and what clusters each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .actors import standings
from .sums import sum_by
from .texts import Coded, join_names

# GII 2024, note to Table 5: named where at least 1 per cent of the cluster's output occurred there.
LABEL_SHARE = 0.01

# What the European Union writes for two economies that ISO 3166-1 codes otherwise.
_EU_CODES = {"UK": "GB", "EL": "GR"}


def economy_codes(values: NDArray[np.object_]) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Return the codes of cells in capitals, None where a cell is empty, and whether each has a known form.

    A code is two letters (ISO 3166-1 alpha-2); an empty cell is no fault.
    """
    texts = ["" if value is None else str(value).strip().upper() for value in values.tolist()]
    codes = np.empty(len(texts), dtype=object)
    codes[:] = [_EU_CODES.get(text, text) or None for text in texts]
    known_form = [not text or (len(text) == 2 and text.isascii() and text.isalpha()) for text in texts]
    return codes, np.array(known_form, dtype=bool)


def known_economies(stated: Coded) -> Coded:
    """Return the codes of the economies that rows state; what has not the form of a code is none."""
    codes, known_form = economy_codes(np.array(stated.names, dtype=object))
    keys = [code if known else "" for code, known in zip(codes.tolist(), known_form.tolist(), strict=True)]
    return join_names(stated.code, keys, keys)


def economy_labels(
    group: NDArray[np.integer[Any]], economy: Coded, output: NDArray[np.float64], groups: int
) -> list[str]:
    """Return for every group 0 … groups - 1 the codes of the economies with LABEL_SHARE of its output or
    more, greatest first, equal ones by code, as "CN/HK"; empty where none is known.

    `group` int[n], below 0 for none; `economy` and `output` float64[n] of the same rows. Shares are of the
    output whose economy is known.
    """
    known = np.where(economy.code >= 0, group, -1)
    found = standings(known, economy.code, output, groups)
    labels: list[list[str]] = [[] for _ in range(groups)]
    for number in np.flatnonzero(found.share >= 100.0 * LABEL_SHARE).tolist():
        labels[found.group[number]].append(economy.names[found.code[number]])
    return ["/".join(codes) for codes in labels]


class CrossBorder(StrEnum):
    """Where a cluster of several economies counts.

    EACH: for every one of its economies, as WIPO tells the number of clusters (Malaysia has two in 2024:
    Kuala Lumpur, and Singapore's, which it shares). REGION: for a cross-border region of its own, as WIPO
    lists the leading clusters (CN/HK and CN have one each). The order of a region's economies does not
    matter; it is called as its leading cluster is labelled.
    """

    EACH = "each"
    REGION = "region"


@dataclass(frozen=True)
class EconomyTable:
    """Economies (or cross-border regions, "CN/HK") with a cluster: those with the most in the top first.

    int64[e]: `clusters` all of them, `in_top` and `beyond` add up to them, `cross_border` how many of them
    are shared with another economy, `leading` the row of the first by rank, `leading_rank` its rank or 0.
    `shares` float64[e, m], the sum of the shares of its clusters, each in whole; NaN where one is not known.
    """

    economy: list[str]
    clusters: NDArray[np.int64]
    in_top: NDArray[np.int64]
    beyond: NDArray[np.int64]
    cross_border: NDArray[np.int64]
    leading: NDArray[np.int64]
    leading_rank: NDArray[np.int64]
    shares: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.economy)


def label_economies(label: str) -> list[str]:
    """Return the economies of a label such as "CN/HK", each once, in its order."""
    return list(dict.fromkeys(part for part in (part.strip() for part in label.split("/")) if part))


def summarise_economies(
    labels: Sequence[str],
    rank: NDArray[np.int64],
    cluster_shares: NDArray[np.float64],
    *,
    top: int = 100,
    cross_border: CrossBorder = CrossBorder.EACH,
) -> EconomyTable:
    """Return the table of economies of clusters: `labels` str[k] as "CN/HK", `rank` int64[k] with 0 for none,
    `cluster_shares` float64[k, m].

    A cluster without a rank is beyond the `top`, and leads only where no other does. Of clusters that share a
    rank the first row leads. Clusters without a label are left out.
    """
    parts = [label_economies(label) for label in labels]
    numbers: dict[str, int] = {}
    pairs = []
    for row_of_label, part in enumerate(parts):
        counted = [_region(labels[row_of_label])] if part and cross_border is CrossBorder.REGION else part
        pairs += [(row_of_label, numbers.setdefault(name, len(numbers))) for name in counted]
    row, economy = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    count = len(numbers)
    ranked = rank[row] > 0
    first = ranked & (rank[row] <= top)
    by_rank = np.lexsort((row, rank[row], ~ranked))
    leading = row[by_rank][np.unique(economy[by_rank], return_index=True)[1]]
    shared = np.array([len(part) > 1 for part in parts], dtype=bool)
    clusters = np.bincount(economy, minlength=count)
    in_top = np.bincount(economy[first], minlength=count)
    names = list(numbers)
    if cross_border is CrossBorder.REGION:
        names = ["/".join(parts[cluster]) for cluster in leading.tolist()]
    last = int(rank.max(initial=0)) + 1
    order = sorted(
        range(count),
        key=lambda place: (-in_top[place], -clusters[place], rank[leading[place]] or last, names[place]),
    )
    places = np.array(order, dtype=np.int64)
    sums = [sum_by(economy, column[row], count) for column in cluster_shares.T]
    return EconomyTable(
        [names[place] for place in order],
        clusters[places],
        in_top[places],
        (clusters - in_top)[places],
        np.bincount(economy[shared[row]], minlength=count)[places],
        leading[places],
        rank[leading[places]],
        np.column_stack(sums)[places],
    )


def matched_economies(
    now: EconomyTable, before: EconomyTable
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """Return the economies of both tables, those of `now` first, and their rows in each, -1 for none."""
    rows_now, rows_before = (
        {_region(economy): row for row, economy in enumerate(table.economy)} for table in (now, before)
    )
    names = {_region(economy): economy for economy in [*before.economy, *now.economy]}
    regions = list(dict.fromkeys([*rows_now, *rows_before]))
    of_now, of_before = (
        np.array([rows.get(region, -1) for region in regions], dtype=np.int64)
        for rows in (rows_now, rows_before)
    )
    return [names[region] for region in regions], of_now, of_before


def _region(label: str) -> str:
    """Return what is the same for all orders of a label's economies."""
    return "/".join(sorted(label_economies(label)))
