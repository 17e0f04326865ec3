"""Checks against the tables of GII 2024: what comes out of its printed counts and populations."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from innovation_clusters.analysis.comparison import rank_changes
from innovation_clusters.analysis.economies import CrossBorder, summarise_economies
from innovation_clusters.analysis.intensity import MILLION, IntensityTable, intensity_table
from innovation_clusters.analysis.scoring import ranks, scores, shares
from innovation_clusters.tests.published.checking import (
    Check,
    Outcome,
    compare_exactly,
    compare_numbers,
    compare_ranks,
    joined,
)
from innovation_clusters.tests.unit.published import (
    column,
    counts_of_2024,
    ranks_of,
    table,
    totals_of_2024,
    world_total,
)

SIZE = "the 100 clusters by size"
INTENSITY = "the 100 clusters by intensity"
AFRICA = "the 50 clusters of Africa alone"
LEADERS = "the first cluster of every economy"

# Within the limits of the derived totals, and all intensity ranks come out; see `ranks_of_intensity`.
PUBLICATIONS_FOR_INTENSITY = 7_932_000.0

_TENTH = 0.1


def share(metric: str) -> Outcome:
    """Shares of one metric, per cent of the world, printed to one decimal place."""
    rows = table("gii_2024_size.csv")
    place = ("patents", "publications").index(metric)
    found = shares(counts_of_2024(), totals_of_2024())[:, place]
    return compare_numbers(names_of(rows), found, column(rows, f"share_{metric}"), _TENTH)


def score() -> Outcome:
    """The sum of shares, added up before it was rounded: San Jose's 4.6 is not 3.8 and 0.7."""
    rows = table("gii_2024_size.csv")
    found = scores(shares(counts_of_2024(), totals_of_2024()))
    return compare_numbers(names_of(rows), found, column(rows, "score"), _TENTH)


def rank() -> Outcome:
    rows = table("gii_2024_size.csv")
    found = ranks(scores(shares(counts_of_2024(), totals_of_2024())))
    return compare_ranks(names_of(rows), found, ranks_of(rows))


def rank_at_limits() -> Outcome:
    """Ranks where one total, or both, are at a limit of what they can be."""
    rows = table("gii_2024_size.csv")
    outcomes = []
    limits = ("low", "total", "high")
    for patents, publications in product(limits, repeat=2):
        if patents == publications == "total":
            continue
        totals = [world_total("2024", "patents", patents), world_total("2024", "publications", publications)]
        found = ranks(scores(shares(counts_of_2024(), np.array([*totals, np.nan]))))
        outcomes.append(compare_ranks(names_of(rows), found, ranks_of(rows)))
    return joined(outcomes)


def rank_change() -> Outcome:
    rows = table("gii_2024_size.csv")
    found = ranks(scores(shares(counts_of_2024(), totals_of_2024()))).astype(float)
    change = rank_changes(found, column(rows, "previous_rank"))
    return compare_ranks(names_of(rows), change, column(rows, "rank_change"))


def intensity_of(
    publications: float | None = None,
) -> tuple[list[dict[str, str]], IntensityTable]:
    """Return the printed rows by intensity and ours, with the derived totals or another of publications."""
    size = {row["cluster"]: row for row in table("gii_2024_size.csv")}
    rows = table("gii_2024_intensity.csv")
    counts = np.array(
        [[float(size[row["cluster"]][metric]) for metric in ("patents", "publications")] for row in rows]
    )
    totals = totals_of_2024()[:2]
    if publications is not None:
        totals[1] = publications
    return rows, intensity_table(counts, scores(shares(counts, totals)), column(rows, "population"))


def per_million(metric: str) -> Outcome:
    """Records per million people, printed as whole numbers.

    WIPO divided counts with decimals that are not printed: half a record more or less, per million people.
    """
    rows, found = intensity_of()
    place = ("patents", "publications").index(metric)
    slack: NDArray[np.float64] = 0.5 * MILLION / column(rows, "population")
    printed = column(rows, f"{metric}_per_million")
    return compare_numbers(names_of(rows), found.counts_per_million[:, place], printed, 1.0, slack)


def score_per_million() -> Outcome:
    rows, found = intensity_of()
    printed = column(rows, "score_per_million")
    return compare_numbers(names_of(rows), found.score_per_million, printed, _TENTH)


def rank_by_intensity(publications: float | None = None) -> Outcome:
    rows, found = intensity_of(publications)
    return compare_ranks(names_of(rows), found.rank, ranks_of(rows, "intensity_rank"))


def rank_in_africa() -> Outcome:
    """The order of the sums of world shares, as for the world's clusters."""
    rows = table("gii_2024_africa.csv")
    counts = np.column_stack([column(rows, "patents"), column(rows, "publications")])
    found = ranks(scores(shares(counts, totals_of_2024()[:2])))
    return compare_ranks(names_of(rows), found, ranks_of(rows))


def leaders() -> Outcome:
    """Economies and regions, each with its first cluster, that cluster's rank and its change of rank."""
    size = table("gii_2024_size.csv")
    parts = np.column_stack([column(size, "share_patents"), column(size, "share_publications")])
    labels = [row["economies"] for row in size]
    found = summarise_economies(labels, ranks_of(size), parts, cross_border=CrossBorder.REGION)
    first = {
        economy: (size[row]["cluster"], int(place), int(size[row]["rank_change"]))
        for economy, row, place in zip(found.economy, found.leading, found.leading_rank, strict=True)
    }
    rows = table("gii_2024_leaders.csv")
    printed = {row["economies"]: (row["cluster"], int(row["rank"]), int(row["rank_change"])) for row in rows}
    names = sorted(first.keys() | printed.keys())
    return compare_exactly(names, [first.get(name) for name in names], [printed.get(name) for name in names])


def held_by_all() -> NDArray[np.float64]:
    """Return what the 100 clusters hold of the world's patents and publications, per cent: not printed."""
    held: NDArray[np.float64] = shares(counts_of_2024(), totals_of_2024()).sum(axis=0)[:2]
    return held


def names_of(rows: list[dict[str, str]]) -> list[str]:
    return [row["cluster"] for row in rows]


OF_TOTALS = (
    "The world totals are printed as 1.3 and 7.9 million only; 1,288,000 applications and 7,940,000 articles "
    "were derived from the table, see [resources/reference](../resources/reference/README.md#world-totals)."
)
OF_DECIMALS = (
    "WIPO divided counts with decimals and printed them without: half a record per million people of the "
    "cluster, on top of the rounding of the quotient."
)

CHECKS = (
    Check(
        "Share of patents",
        SIZE,
        "100 · count / world total",
        lambda: share("patents"),
        "percentage points",
        OF_TOTALS,
    ),
    Check(
        "Share of publications",
        SIZE,
        "100 · count / world total",
        lambda: share("publications"),
        "percentage points",
    ),
    Check(
        "Score",
        SIZE,
        "sum of both shares",
        score,
        "percentage points",
        "Shares are added before they are rounded: San Jose–San Francisco has 4.6, from 3.8 and 0.7.",
    ),
    Check("Rank", SIZE, "order of scores", rank, "places"),
    Check(
        "Rank, at the limits of the world totals",
        SIZE,
        "the same with one total or both at their lowest or highest, eight times 100 ranks",
        rank_at_limits,
        "places",
        "Only with the most patents and the fewest publications that can be do two neighbours change places.",
        ("Cincinnati, OH: 87 printed, 88 computed", "Daegu: 88 printed, 87 computed"),
    ),
    Check(
        "Rank change",
        SIZE,
        "printed previous rank, which is of 2023 by the method of 2024, less our rank",
        rank_change,
        "places",
        "The ranks of 2023 by the method of 2024 are WIPO's own; their counts are not printed.",
    ),
    Check(
        "Patents per million people",
        INTENSITY,
        "count / printed population",
        lambda: per_million("patents"),
        "patents",
        OF_DECIMALS,
    ),
    Check(
        "Publications per million people",
        INTENSITY,
        "count / printed population",
        lambda: per_million("publications"),
        "publications",
        OF_DECIMALS,
    ),
    Check(
        "Score per million people",
        INTENSITY,
        "score / printed population",
        score_per_million,
        "percentage points",
    ),
    Check(
        "Intensity rank",
        INTENSITY,
        "order of score / population, with 7,932,000 publications in the world",
        lambda: rank_by_intensity(PUBLICATIONS_FOR_INTENSITY),
        "places",
    ),
    Check(
        "Intensity rank, with the total we use",
        INTENSITY,
        "the same with 7,940,000 publications",
        rank_by_intensity,
        "places",
        "Their intensities differ by 1 in 50,000: which is first hangs on the exact world total.",
        ("Changchun: 49 printed, 50 computed", "Atlanta, GA: 50 printed, 49 computed"),
    ),
    Check(
        "Rank of Africa's clusters",
        AFRICA,
        "order of the sums of world shares, from the printed counts",
        rank_in_africa,
        "places",
        "The counts are those of clusters made with 300 addresses within 15 km: Cairo has 168 patents here, "
        "and 166 among the 100.",
    ),
    Check(
        "First cluster of every economy",
        LEADERS,
        "by rank, a cross-border region beside its economies; with rank and rank change",
        leaders,
    ),
)
