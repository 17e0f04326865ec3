"""The economy of a place, which economies a cluster is named with, and what clusters each economy has."""

from __future__ import annotations

import numpy as np
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
