"""Checks against what is known of the 2025 edition: its ten first clusters, single ranks, and what a policy
brief tells of the rest.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from innovation_clusters.analysis.comparison import compare_named, standings
from innovation_clusters.analysis.concentration import concentrations
from innovation_clusters.analysis.economies import (
    CrossBorder,
    EconomyTable,
    matched_economies,
    summarise_economies,
)
from innovation_clusters.analysis.editions import METRICS
from innovation_clusters.analysis.intensity import leaders as leading_rows
from innovation_clusters.analysis.scoring import ranks, scores
from innovation_clusters.tests.published.checking import (
    Check,
    Outcome,
    compare_exactly,
    compare_numbers,
    compare_ranks,
)
from innovation_clusters.tests.published.of_2024 import names_of
from innovation_clusters.tests.unit.published import column, ranks_of, table


def shares_of_ten() -> tuple[list[dict[str, str]], NDArray[np.float64]]:
    rows = table("gii_2025_size.csv")
    return rows, np.column_stack([column(rows, f"share_{metric}") for metric in METRICS])


def rank() -> Outcome:
    rows, parts = shares_of_ten()
    return compare_ranks(names_of(rows), ranks(scores(parts)), ranks_of(rows))


def first_without_deals() -> Outcome:
    """Left out or weighing 0, deals have the same effect."""
    rows, parts = shares_of_ten()
    names = names_of(rows)
    weighted = scores(parts, np.array([1.0, 1.0, 0.0]))
    left_out = scores(parts * [1.0, 1.0, np.nan])
    first = [names[int(values.argmax())] for values in (scores(parts), weighted, left_out)]
    printed = ["Shenzhen–Hong Kong–Guangzhou", "Tokyo–Yokohama", "Tokyo–Yokohama"]
    return compare_exactly(["with deals", "deals weigh 0", "without deals"], first, printed)


def concentration() -> Outcome:
    """What the first 2 and 10 hold; ten shares printed to a tenth leave their sum open by 0.5.

    What is printed as "about" is off by less than 1, and "more than 15" is a lower limit.
    """
    rows, parts = shares_of_ten()
    score_of_ten = scores(parts)
    told = [row for row in table("gii_2025_concentration.csv") if int(row["first"]) <= len(rows)]
    held = {
        each.top: each.shares
        for each in concentrations(ranks(score_of_ten), parts, score_of_ten, np.ones(3), (2, 10))
    }
    found, printed, slack = [], [], []
    for row in told:
        value = held[int(row["first"])][METRICS.index(row["metric"])]
        least = row["printed"].startswith("more than")
        found.append(max(0.0, float(row["per_cent"]) - value) if least else value)
        printed.append(0.0 if least else float(row["per_cent"]))
        slack.append(0.05 * int(row["first"]) + (1.0 if row["printed"].startswith("about") else 0.0))
    names = [f"first {row['first']}, {row['metric']}: {row['printed']}" for row in told]
    return compare_numbers(names, np.array(found), np.array(printed), 1.0, np.array(slack))


def labels_of_2025() -> list[str]:
    """Return the economies of the first 100 of 2025, a table that is not known to us: those of 2024 without
    the ten that left, and with the ten that came, all of which are told.
    """
    changes = table("gii_2025_ranks.csv")
    left = {row["cluster"] for row in changes if row["standing"] == "dropped"}
    # The ranking names a state after some of its cities: "Cincinnati, OH".
    stayed = [
        row["economies"] for row in table("gii_2024_size.csv") if row["cluster"].split(",")[0] not in left
    ]
    return stayed + [row["economies"] for row in changes if row["standing"] == "new"]


def economies(labels: list[str]) -> EconomyTable:
    # Which of them has which rank does not matter here: all are among the first 100.
    return summarise_economies(labels, np.arange(1, len(labels) + 1), np.zeros((len(labels), 1)))


def clusters_per_economy() -> Outcome:
    found = economies(labels_of_2025())
    rows = table("gii_2025_economies.csv")
    printed = {row["economy"]: int(row["clusters"]) for row in rows}
    here = dict(zip(found.economy, found.in_top.tolist(), strict=True))
    return compare_ranks(
        [*printed, "economies with a cluster"],
        np.array([*(here[economy] for economy in printed), len(found)]),
        np.array([*printed.values(), 33]),
    )


def change_per_economy() -> Outcome:
    now = economies(labels_of_2025())
    before = economies([row["economies"] for row in table("gii_2024_size.csv")])
    names, of_now, of_before = matched_economies(now, before)
    here, there = (np.append(each.in_top, 0) for each in (now, before))
    change = dict(zip(names, (here[of_now] - there[of_before]).tolist(), strict=True))
    rows = [row for row in table("gii_2025_economies.csv") if row["change"]]
    economy = [row["economy"] for row in rows]
    found = np.array([change[name] for name in economy])
    return compare_ranks(economy, found, np.array([int(row["change"]) for row in rows]))


def leaders() -> Outcome:
    """The first cluster of every economy and region, among the clusters whose ranks are known."""
    known = [row for row in table("gii_2025_ranks.csv") if row["rank"]]
    found = summarise_economies(
        [row["economies"] for row in known],
        ranks_of(known),
        np.zeros((len(known), 1)),
        cross_border=CrossBorder.REGION,
    )
    first = {
        economy: (known[row]["cluster"], int(place))
        for economy, row, place in zip(found.economy, found.leading, found.leading_rank, strict=True)
        if place <= 100
    }
    printed = {row["economies"]: (row["cluster"], int(row["rank"])) for row in table("gii_2025_leaders.csv")}
    names = sorted(first.keys() | printed.keys())
    return compare_exactly(names, [first.get(name) for name in names], [printed.get(name) for name in names])


def beyond() -> Outcome:
    """Clusters beyond the first 100 of the economies the brief chose: counted from their names."""
    rows = table("gii_2025_beyond.csv")
    known = {row["cluster"]: int(row["rank"]) for row in table("gii_2025_ranks.csv") if row["rank"]}
    named = [(row["economy"], name) for row in rows for name in row["names"].split(";")]
    found = summarise_economies(
        [economy for economy, _ in named],
        np.array([known.get(name, 0) for _, name in named]),
        np.zeros((len(named), 1)),
    )
    counts = dict(zip(found.economy, found.beyond.tolist(), strict=True))
    economy = [row["economy"] for row in rows]
    printed = np.array([int(row["clusters"]) for row in rows])
    return compare_ranks(economy, np.array([counts.get(name, 0) for name in economy]), printed)


def matched_ranks() -> list[tuple[dict[str, str], float, float]]:
    """Return the rows of 2025, their ranks and the published ones of 2024, NaN for none, matched by name."""
    rows, before = table("gii_2025_ranks.csv"), table("gii_2024_size.csv")
    matched = compare_named(
        names_of(rows), names_of(before), np.empty((len(rows), 0)), np.empty((len(before), 0))
    )
    previous = np.append(column(before, "rank"), np.nan)
    of_row = dict(zip(matched.current.tolist(), matched.previous.tolist(), strict=True))
    return [
        (row, float(row["rank"] or "nan"), float(previous[of_row[place]])) for place, row in enumerate(rows)
    ]


def standing() -> Outcome:
    """Who comes into the first 100 and who leaves them, of all clusters that are told."""
    rows = matched_ranks()
    rank_now, rank_before = (np.array([row[place] for row in rows]) for place in (1, 2))
    words = {"enters": "new", "leaves": "dropped"}
    found = [words.get(word, "") for word in standings(rank_now, rank_before, 100)]
    # New beyond rank 100 is another matter.
    printed = [row["standing"] if row["standing"] in words.values() else "" for row, _, _ in rows]
    return compare_exactly([row["cluster"] for row, _, _ in rows], found, printed)


def standing_in_ten() -> Outcome:
    rows = matched_ranks()
    rank_now, rank_before = (np.array([row[place] for row in rows]) for place in (1, 2))
    printed = {
        **dict.fromkeys(("New York City", "London", "Los Angeles"), "enters"),
        **dict.fromkeys(("Osaka–Kobe–Kyoto", "San Diego", "Nanjing"), "leaves"),
    }
    found = {
        row["cluster"]: word
        for (row, _, _), word in zip(rows, standings(rank_now, rank_before, 10), strict=True)
        if word in ("enters", "leaves")
    }
    names = sorted(found.keys() | printed.keys())
    return compare_exactly(names, [found.get(name) for name in names], [printed.get(name) for name in names])


def previous_rank() -> Outcome:
    rows = [(row, before) for row, _, before in matched_ranks() if row["previous_rank"]]
    found = np.array([before for _, before in rows], dtype=int)
    printed = np.array([int(row["previous_rank"]) for row, _ in rows])
    return compare_ranks([row["cluster"] for row, _ in rows], found, printed)


def first_ten_by_intensity() -> Outcome:
    """How many of the ten most intense clusters each economy has."""
    rows = table("gii_2025_intensity.csv")
    first = leading_rows(ranks_of(rows, "intensity_rank"), 10)
    found = summarise_economies(
        [rows[row]["economies"] for row in first.tolist()],
        np.arange(1, first.size + 1),
        np.zeros((first.size, 1)),
    )
    printed = {"US": 5, "GB": 2, "CN": 1, "FI": 1, "NL": 1}
    here = Counter(dict(zip(found.economy, found.clusters.tolist(), strict=True)))
    names = sorted(here.keys() | printed.keys())
    return compare_ranks(
        names, np.array([here[name] for name in names]), np.array([printed.get(name, 0) for name in names])
    )


CHECKS = (
    Check(
        "Rank of the first ten",
        "brief, Figure 1",
        "order of the sums of the three printed shares",
        rank,
        "places",
    ),
    Check(
        "Who leads, with and without deals",
        "brief, text: Shenzhen–Hong Kong–Guangzhou passed Tokyo–Yokohama because of its deals",
        "the same sums with deals, with deals weighing 0, and without deals",
        first_without_deals,
        why="The ranking without deals is printed in GII 2025, Appendix IV, Table 2, which we do not have.",
    ),
    Check(
        "Concentration in the first 2 and 10",
        "brief, text: about a fifth of the patents; about 40, more than 15 and 35 per cent of patents, "
        "publications and deals",
        "sums of the printed shares",
        concentration,
        "percentage points",
        "Ten shares printed to a tenth leave their sum open by 0.5, and “about” is taken as within 1.",
    ),
    Check(
        "Clusters per economy in the first 100",
        "brief, Figure 3 and text: 17 economies; 33 in all by another report",
        "counted from the 100 of 2024 less the ten that left and with the ten that came, each for all of its "
        "economies",
        clusters_per_economy,
        "clusters",
    ),
    Check(
        "Their change since 2024",
        "brief, text",
        "the same, less those of 2024",
        change_per_economy,
        "clusters",
    ),
    Check(
        "First cluster of every economy",
        "brief, Table 1",
        "by rank, among the clusters whose ranks are known; a cross-border region beside its economies",
        leaders,
    ),
    Check(
        "Who enters and leaves the first 100",
        "brief, text: ten each",
        "known ranks of 2025 against the printed ones of 2024, matched by name",
        standing,
    ),
    Check("Who enters and leaves the first ten", "brief, text: three each", "the same", standing_in_ten),
    Check(
        "Rank of the year before",
        "brief, text",
        "the printed rank of 2024, matched by name",
        previous_rank,
        "places",
        "The brief's earlier ranks of three Indian clusters are not those of GII 2024; they may be those of "
        "a re-run without deals.",
        (
            "Bengaluru: 52 printed, 56 computed",
            "Mumbai: 88 printed, 84 computed",
            "Chennai: 77 printed, 82 computed",
        ),
    ),
    Check(
        "Clusters beyond the first 100",
        "brief, Table 2: 15 economies",
        "counted from the names in the same table",
        beyond,
        "clusters",
        "It names 19 of 137 clusters. By single ranks that are known it leaves out three of India, among "
        "others.",
    ),
    Check(
        "The ten most intense, per economy",
        "brief, text",
        "counted from its Table 3",
        first_ten_by_intensity,
        "clusters",
        "The intensities themselves cannot be computed: no population of 2025 is known to us.",
    ),
)
