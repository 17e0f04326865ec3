"""The economy of a place, which economies a cluster is named with, and what clusters each economy has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import shapely

from innovation_clusters.analysis.countries import OFFSHORE, Countries
from innovation_clusters.analysis.economies import (
    CrossBorder,
    EconomyTable,
    economy_labels,
    known_economies,
    label_economies,
    matched_economies,
    summarise_economies,
)
from innovation_clusters.analysis.texts import code_texts
from innovation_clusters.tests.unit.published import column, ranks_of, table


def labels(*outputs: tuple[str | None, float]) -> str:
    """Return the label of one cluster with these outputs by economy."""
    stated = np.empty(len(outputs), dtype=object)
    stated[:] = [code for code, _ in outputs]
    output = np.array([amount for _, amount in outputs])
    group = np.zeros(len(outputs), dtype=np.int64)
    return economy_labels(group, known_economies(code_texts(stated)), output, 1)[0]


def test_one_per_cent_is_enough_and_less_is_not() -> None:
    assert labels(("CN", 99.0), ("HK", 1.0)) == "CN/HK"
    assert labels(("HK", 0.99), ("CN", 99.01)) == "CN"
    assert labels(("hk", 0.5), ("CN", 99.0), ("HK ", 0.5)) == "CN/HK"
    assert labels() == ""
    assert labels(("KR", 0.0)) == ""


def test_economies_that_are_not_known_are_no_part_of_the_whole() -> None:
    assert labels(("CN", 99.0), ("HK", 1.0), (None, 500.0), ("HKG", 7.0)) == "CN/HK"


def test_equal_economies_stand_by_code() -> None:
    assert labels(("MY", 1.0), ("SG", 2.0), ("MY", 1.0)) == "MY/SG"


def test_places_in_near_and_far_from_land() -> None:
    outlines = [shapely.to_wkb(shapely.box(0, 0, 10, 10)), shapely.to_wkb(shapely.box(10, 0, 20, 10))]
    countries = Countries(["AA", "BB"], outlines)
    longitude = np.array([5.0, 15.0, 10.0, 20.0 + OFFSHORE - 0.01, 20.0 + OFFSHORE + 0.01])
    found = countries.economy_of(longitude, np.full(5, 5.0))
    assert found.tolist() == ["AA", "BB", "AA", "BB", ""]


# Tables of economies, made up


def summary(
    labels: list[str], ranks: list[int], cross_border: CrossBorder = CrossBorder.EACH, top: int = 100
) -> EconomyTable:
    return summarise_economies(
        labels, np.array(ranks, dtype=np.int64), np.zeros((len(ranks), 3)), top=top, cross_border=cross_border
    )


def test_a_label_names_every_economy_once() -> None:
    assert label_economies("CN/HK") == ["CN", "HK"]
    assert label_economies(" CN / HK /CN/") == ["CN", "HK"]
    assert label_economies("") == []


def test_a_cross_border_cluster_counts_for_each_or_as_a_region() -> None:
    labels, ranks = ["CN", "CN/HK", "HK/CN", "MY"], [2, 1, 4, 3]
    each = summary(labels, ranks)
    assert dict(zip(each.economy, each.clusters.tolist(), strict=True)) == {"CN": 3, "HK": 2, "MY": 1}
    assert dict(zip(each.economy, each.cross_border.tolist(), strict=True)) == {"CN": 2, "HK": 2, "MY": 0}
    assert dict(zip(each.economy, each.leading.tolist(), strict=True)) == {"CN": 1, "HK": 1, "MY": 3}
    region = summary(labels, ranks, CrossBorder.REGION)
    assert dict(zip(region.economy, region.clusters.tolist(), strict=True)) == {"CN/HK": 2, "CN": 1, "MY": 1}
    assert dict(zip(region.economy, region.leading.tolist(), strict=True)) == {"CN/HK": 1, "CN": 0, "MY": 3}


def test_in_the_top_and_beyond_and_without_a_rank() -> None:
    found = summary(["KR", "KR", "KR", "JP", "FI", ""], [0, 3, 2, 0, 7, 1], top=2)
    assert found.economy == ["KR", "FI", "JP"]
    assert found.clusters.tolist() == [3, 1, 1]
    assert found.in_top.tolist() == [1, 0, 0]
    assert found.beyond.tolist() == [2, 1, 1]
    assert found.leading.tolist() == [2, 4, 3]
    assert found.leading_rank.tolist() == [2, 7, 0]


def test_of_clusters_that_share_a_rank_the_first_leads() -> None:
    assert summary(["KR", "KR", "KR"], [5, 2, 2]).leading.tolist() == [1]


def test_shares_add_up_and_the_unknown_stays_unknown() -> None:
    shares = np.array([[1.0, np.nan, 0.1], [2.0, np.nan, 0.2], [4.0, np.nan, np.nan]])
    found = summarise_economies(["KR", "KR/JP", "JP"], np.array([1, 2, 3]), shares)
    assert found.economy == ["KR", "JP"]
    np.testing.assert_allclose(found.shares, [[3.0, np.nan, 0.3], [6.0, np.nan, np.nan]])


def test_no_clusters_have_no_economies() -> None:
    found = summarise_economies([], np.empty(0, dtype=np.int64), np.empty((0, 3)))
    assert len(found) == 0
    assert found.shares.shape == (0, 3)


def test_economies_of_two_years_are_matched_by_name() -> None:
    now, before = summary(["KR", "JP"], [1, 2]), summary(["JP", "BE"], [1, 2])
    economies, of_now, of_before = matched_economies(now, before)
    assert economies == ["KR", "JP", "BE"]
    assert of_now.tolist() == [0, 1, -1]
    assert of_before.tolist() == [-1, 0, 1]


def test_a_region_is_the_same_in_any_order_and_called_as_now() -> None:
    now = summary(["MY/SG", "SG/MY", "HK/CN"], [2, 1, 3], CrossBorder.REGION)
    before = summary(["CN/HK", "MY/SG"], [1, 2], CrossBorder.REGION)
    assert now.economy == ["SG/MY", "HK/CN"]
    economies, of_now, of_before = matched_economies(now, before)
    assert economies == ["SG/MY", "HK/CN"]
    assert of_now.tolist() == [0, 1]
    assert of_before.tolist() == [1, 0]


# Against what is published


def clusters_of_2024() -> tuple[list[str], list[str], np.ndarray, np.ndarray]:
    """Return names, labels, ranks and shares of the first 100 of 2024."""
    rows = table("gii_2024_size.csv")
    shares = np.column_stack([column(rows, "share_patents"), column(rows, "share_publications")])
    return [row["cluster"] for row in rows], [row["economies"] for row in rows], ranks_of(rows), shares


def in_top(found: EconomyTable) -> dict[str, int]:
    return dict(zip(found.economy, found.in_top.tolist(), strict=True))


def test_clusters_per_economy_of_2024(data_folder: Path) -> None:
    _, labels, ranks, shares = clusters_of_2024()
    found = summarise_economies(labels, ranks, shares)
    published = table(data_folder / "gii" / "gii2025_economy_counts.csv")
    assert {row["economy"]: int(row["clusters_top100_2024"]) for row in published} == {
        row["economy"]: in_top(found)[row["economy"]] for row in published
    }
    # CN/HK and SG/MY count twice, CH/DE/FR three times.
    assert (int(found.in_top.sum()), len(found)) == (104, 30)


@pytest.fixture
def labels_of_2025(data_folder: Path) -> list[str]:
    """The economies of the first 100 clusters of 2025, a table that is not known to us: those of 2024 without
    the ten that left, and with the ten that came, all of which are published.
    """
    names, labels, _, _ = clusters_of_2024()
    changes = table(data_folder / "seeds" / "seed000_rank_changes_2025.csv")
    left = [row["cluster_en"] for row in changes if row["status"] == "dropped"]
    # The ranking names a state after some of its cities: "Cincinnati, OH".
    stayed = [
        label
        for name, label in zip(names, labels, strict=True)
        if not any(name.split(",")[0] == leaver for leaver in left)
    ]
    assert len(left) == len(names) - len(stayed) == 10
    return stayed + [row["economy"] for row in changes if row["status"] == "new"]


def test_clusters_per_economy_of_2025_and_their_change(labels_of_2025: list[str], data_folder: Path) -> None:
    assert len(labels_of_2025) == 100
    _, labels, ranks, shares = clusters_of_2024()
    before = summarise_economies(labels, ranks, shares)
    # Which of them has which rank does not matter here: all are among the first 100.
    now = summarise_economies(labels_of_2025, np.arange(1, 101), np.zeros((100, 2)))
    counts = table(data_folder / "gii" / "gii2025_economy_counts.csv")
    assert {row["economy"]: int(row["clusters_top100_2025"]) for row in counts} == {
        row["economy"]: in_top(now)[row["economy"]] for row in counts
    }
    economies, of_now, of_before = matched_economies(now, before)
    change = {
        economy: (int(now.in_top[here]) if here >= 0 else 0)
        - (int(before.in_top[there]) if there >= 0 else 0)
        for economy, here, there in zip(economies, of_now, of_before, strict=True)
    }
    published = table(data_folder / "seeds" / "seed000_clusters_per_economy_2025.csv")
    for row in published:
        assert in_top(now)[row["economy"]] == int(row["n_top100_2025"]), row
        if row["change_vs_2024"]:
            assert change[row["economy"]] == int(row["change_vs_2024"]), row
    # "33 economies host a top 100 cluster", each of a cross-border cluster's counted.
    assert len(now) == 33


def test_leading_cluster_of_every_economy_and_region_of_2024(data_folder: Path) -> None:
    """The published list has a cross-border region beside its economies: CN/HK and CN, SG/MY and MY."""
    names, labels, ranks, shares = clusters_of_2024()
    found = summarise_economies(labels, ranks, shares, cross_border=CrossBorder.REGION)
    rows = table(data_folder / "gii" / "gii2024_leading_cluster_by_economy.csv")
    published = {row["economy"]: (int(row["rank"]), row["cluster"]) for row in rows}
    assert len(rows) == len(published) == 31
    assert {
        economy: (int(rank), names[row])
        for economy, rank, row in zip(found.economy, found.leading_rank, found.leading, strict=True)
    } == published
    # Counted for each of its economies, the region's cluster leads in China, too.
    each = summarise_economies(labels, ranks, shares)
    assert names[each.leading[each.economy.index("CN")]] == "Shenzhen–Hong Kong–Guangzhou"
    assert names[each.leading[each.economy.index("MY")]] == "Singapore"


def test_leading_cluster_of_every_economy_and_region_of_2025(data_folder: Path) -> None:
    """All 33 of the published list lead among the clusters whose ranks of 2025 are known."""
    known = table(data_folder / "gii" / "gii2025_known_ranks.csv")
    ranks = ranks_of(known, "rank_2025")
    found = summarise_economies(
        [row["economy"] for row in known],
        ranks,
        np.zeros((len(known), 1)),
        cross_border=CrossBorder.REGION,
    )
    rows = table(data_folder / "seeds" / "seed000_national_leaders_2025.csv")
    first = {
        economy: (int(rank), known[row]["cluster"])
        for economy, rank, row in zip(found.economy, found.leading_rank, found.leading, strict=True)
        if 0 < rank <= 100
    }
    assert first == {row["economy"]: (int(row["rank_2025"]), row["cluster_en"]) for row in rows}
    assert len(first) == 33


def test_clusters_beyond_the_first_100_of_2025(data_folder: Path) -> None:
    """The published table selects 15 economies, with 19 of the 137 clusters beyond. By the ranks that are
    known it leaves out three of India and one each of Switzerland and Korea, among others.
    """
    rows = table(data_folder / "seeds" / "seed000_beyond_top100_2025.csv")
    known = {
        row["cluster"]: row
        for row in table(data_folder / "gii" / "gii2025_known_ranks.csv")
        if int(row["rank_2025"]) > 100
    }
    ranks_known = {"리야드": known["Riyadh"], "라호르": known["Lahore"]}
    clusters = [(row["economy"], name.strip()) for row in rows for name in row["clusters_ko"].split(",")]
    found = summarise_economies(
        [economy for economy, _ in clusters],
        np.array([int(ranks_known[name]["rank_2025"]) if name in ranks_known else 0 for _, name in clusters]),
        np.zeros((len(clusters), 1)),
    )
    assert dict(zip(found.economy, found.beyond.tolist(), strict=True)) == {
        row["economy"]: int(row["n_clusters_beyond_top100"]) for row in rows
    }
    assert (int(found.beyond.sum()), int(found.in_top.sum())) == (19, 0)
    assert found.leading_rank[[found.economy.index("SA"), found.economy.index("PK")]].tolist() == [101, 191]
    missing = Counter(row["economy"] for row in known.values()) - Counter(economy for economy, _ in clusters)
    assert missing["IN"] == 3
    assert missing["CH"] == missing["KR"] == 1
