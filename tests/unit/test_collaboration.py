"""Ties against dictionaries over all records, their conservation, and real co-publications."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis import collaboration
from innovation_clusters.analysis.collaboration import (
    Ties,
    balance,
    count_reach,
    count_ties,
    strengths,
)
from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.editions import AUTHOR_WEIGHT
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor

Rows = tuple[np.ndarray, np.ndarray, np.ndarray]


@pytest.mark.parametrize("parts", range(2, 40))
def test_a_record_in_equal_parts_in_one_cluster_is_within_it(parts: int) -> None:
    """However its whole was added up."""
    addresses = np.full(parts, 1 / parts)
    record, label = np.zeros((2, parts), dtype=np.int64)
    for whole in (None, np.ones(1), np.bincount(record, addresses).astype(float)):
        ties = count_ties(record, label, 1, addresses=addresses, whole=whole)
        assert ties.within[:, 0].tolist() == [1.0, 0.0]


def some_rows(seed: int, clusters: int = 5, rows: int = 400, records: int = 90) -> Rows:
    generator = np.random.default_rng(seed)
    return (
        generator.integers(0, records, rows),
        generator.integers(-1, clusters, rows),
        generator.integers(0, 4, rows).astype(np.float64),
    )


def by_hand(rows: Rows, clusters: int, whole: np.ndarray | None = None) -> dict[tuple[int, int], list[float]]:
    """Every record on its own, in dictionaries."""
    placed: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for record, label, addresses in zip(*(column.tolist() for column in rows), strict=True):
        if addresses:
            placed[record][label if label >= 0 else clusters] += addresses
    ties: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0] * 4)
    for record, places in placed.items():
        total = sum(places.values()) if whole is None else float(whole[record])
        for first, second in combinations(sorted(places), 2):
            product = places[first] * places[second]
            tie = ties[first, second]
            tie[0] += 1.0
            tie[1] += 2.0 * (places[first] / total) * (places[second] / total)
            tie[2] += product
            tie[3] += product / (total * (total - 1.0) / 2.0)
    return ties


def as_dictionary(ties: Ties) -> dict[tuple[int, int], list[float]]:
    keys = zip(ties.first.tolist(), ties.second.tolist(), strict=True)
    return dict(zip(keys, ties.shared.tolist(), strict=True))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("kept", ["places", "keys"])
def test_against_every_record_on_its_own(seed: int, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collaboration, "_ENTRIES_AT_ONCE", 7)
    if kept == "keys":
        monkeypatch.setattr(collaboration, "_PLACES", 0)
    clusters = 1 + seed % 7
    rows = some_rows(seed, clusters)
    record, labels, addresses = rows
    found = as_dictionary(count_ties(record, labels, clusters, addresses=addresses))
    expected = by_hand(rows, clusters)
    assert found.keys() == expected.keys()
    for pair, tie in expected.items():
        assert found[pair] == pytest.approx(tie, abs=1e-8)


def test_one_address_a_row_where_none_are_given() -> None:
    record, labels, _ = some_rows(3)
    ones = np.ones(record.size)
    given, left_out = (count_ties(record, labels, 5, addresses=each) for each in (ones, None))
    weighed = count_ties(np.append(record, 90), np.append(labels, 0), 5, addresses=np.append(ones, 2.0))
    np.testing.assert_array_equal(given.shared, left_out.shared)
    np.testing.assert_array_equal(given.within, left_out.within)
    np.testing.assert_array_equal(given.shared, weighed.shared)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_lost_or_counted_twice(seed: int) -> None:
    record, labels, addresses = some_rows(seed)
    ties = count_ties(record, labels, 5, addresses=addresses)
    placed = np.unique(record[addresses > 0]).size
    assert ties.fractional.sum() == pytest.approx(placed, abs=1e-7)
    assert ties.total[:2].tolist() == [placed, placed]
    # Pairs of addresses are in one place or in two, and so is each record's one.
    everything = ties.within.sum(axis=0) + ties.shared.sum(axis=0)
    assert everything[1:] == pytest.approx(ties.total[1:], abs=1e-6)
    assert everything[0] > placed
    for label in range(6):
        halves = ties.shared[(ties.first == label) | (ties.second == label), 1].sum() / 2.0
        assert ties.within[label, 1] + halves == pytest.approx(ties.fractional[label], abs=1e-7)


def test_addresses_that_nobody_could_locate_stay_in_the_denominator() -> None:
    rows = some_rows(8, records=40)
    record, labels, addresses = rows
    whole = np.bincount(record, weights=addresses, minlength=43) + np.arange(43) % 3
    ties = count_ties(record, labels, 5, addresses=addresses, whole=whole)
    expected = by_hand(rows, 5, whole)
    for pair, tie in as_dictionary(ties).items():
        assert tie == pytest.approx(expected[pair], abs=1e-8)
    assert ties.total[0] == np.count_nonzero(whole)
    alone = count_ties(np.array([0, 0]), np.array([1, 1]), 2, whole=np.array([3.0]))
    assert alone.within[1].tolist() == pytest.approx([0.0, 4 / 9, 1.0, 1 / 3])
    assert alone.fractional[1] == pytest.approx(2 / 3)


def test_order_of_rows_and_numbers_of_records_do_not_matter() -> None:
    record, labels, addresses = some_rows(4)
    generator = np.random.default_rng(5)
    order, numbers = generator.permutation(record.size), generator.permutation(90)
    straight = count_ties(record, labels, 5, addresses=addresses)
    mixed = count_ties(numbers[record[order]], labels[order], 5, addresses=addresses[order])
    for name in ("first", "second", "shared", "records", "fractional", "within", "total"):
        np.testing.assert_array_equal(getattr(straight, name), getattr(mixed, name))


def test_a_record_of_very_many_addresses() -> None:
    """Six thousand authors are eighteen million pairs of addresses, and ten pairs of places."""
    labels = np.arange(6_000) % 5 - 1
    ties = count_ties(np.zeros(6_000, dtype=np.int64), labels, 4)
    assert ties.shared.shape == (10, 4)
    assert ties.shared[0].tolist() == pytest.approx(
        [1.0, 2 / 25, 1200.0**2, 2 * 1200**2 / (6000 * 5999)], abs=1e-9
    )


def test_without_rows_or_ties() -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert count_ties(nothing, nothing, 3).shared.shape == (0, 4)
    apart = count_ties(np.arange(4), np.array([0, 1, -1, 0]), 2)
    assert apart.first.size == 0
    assert apart.records.tolist() == apart.within[:, 0].tolist() == [2.0, 1.0, 1.0]
    lone = strengths([apart], "pairs")
    assert lone.strongest(0) == (-1, 0.0)
    assert lone.between(0, 2) == 0.0


def test_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        count_ties(*some_rows(1)[:2], 5, monitor=Monitor(cancelled=lambda: True))


def test_metrics_weigh_the_same() -> None:
    """Two of ten applications and thirty of three hundred articles are as much."""
    record = np.repeat(np.arange(10), 2)
    labels = np.where(record < 2, np.tile([0, 1], 10), np.tile([2, 2], 10))
    patents = count_ties(record, labels, 3)
    record = np.repeat(np.arange(300), 2)
    labels = np.where(record < 60, np.tile([0, 2], 300), np.tile([1, 1], 300))
    articles = count_ties(record, labels, 3)
    both = strengths([patents, articles], "records")
    assert both.partners(0)[0].tolist() == [1, 2]
    assert both.partners(0)[1].tolist() == [20.0, 20.0]
    assert both.strongest(0) == (1, 20.0)
    assert both.strongest(0, besides=1) == (2, 20.0)
    assert both.between(2, 0) == 20.0
    assert both.strongest(1) == (0, 20.0)
    assert both.of_pairs(np.array([0, 1, 2, 2]), np.array([1, 2, 0, 3])).tolist() == [20.0, 0.0, 20.0, 0.0]


def test_noise_is_no_cluster() -> None:
    record = np.array([0, 0, 1, 1, 2, 2])
    tied = strengths([count_ties(record, np.array([0, -1, 0, -1, 0, 1]), 2)], "records")
    assert tied.partners(0)[0].tolist() == [2, 1]
    assert tied.strongest(0)[0] == 1
    assert tied.between(0, 2) > tied.between(0, 1)


def test_domestic_and_international_records() -> None:
    """Four shared records of cluster 0: in one economy, in two, with one unknown, with both."""
    record = np.array([0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4])
    labels = np.array([0, 1, 0, 1, 0, -1, 0, 1, -1, 0, 0])
    economy = np.array([7, 7, 7, 8, 7, -1, 7, 8, -1, 7, 8])
    reach = count_reach(record, labels, 2, economy)
    assert reach.shared.tolist() == [4, 3, 2]
    assert reach.domestic.tolist() == [1, 1, 0]
    assert reach.international.tolist() == [2, 2, 1]


@pytest.mark.parametrize("seed", range(40))
def test_records_with_the_same_rows_are_one_pattern_many_times(seed: int) -> None:
    """Patterns made in dictionaries give the ties and the reach of their records, to the last digit."""
    generator = np.random.default_rng(seed)
    clusters, rows, records = 1 + seed % 5, 700, 400
    record, labels = generator.integers(0, records, rows), generator.integers(-1, clusters, rows)
    economy = generator.integers(-1, 3, rows)
    addresses = generator.integers(0, 3, rows).astype(np.float64)
    whole = np.bincount(record, weights=addresses, minlength=records) + generator.integers(0, 2, records)

    made_of: dict[int, dict[tuple[int, int], float]] = defaultdict(lambda: defaultdict(float))
    columns = (record, labels, economy, addresses)
    for number, *place, count in zip(*(column.tolist() for column in columns), strict=True):
        if count:
            made_of[int(number)][int(place[0]), int(place[1])] += count
    times: dict[tuple[float, tuple[tuple[tuple[int, int], float], ...]], int] = defaultdict(int)
    for number in range(records):
        times[float(whole[number]), tuple(sorted(made_of[number].items()))] += 1
    entries = [(pattern, *place, count) for pattern, key in enumerate(times) for place, count in key[1]]
    of_pattern, label, code = np.array([entry[:3] for entry in entries], dtype=np.int64).T
    counts = np.array([entry[3] for entry in entries])
    each = np.array(list(times.values()))
    assert each.sum() == records > each.size

    ties = count_ties(record, labels, clusters, addresses=addresses, whole=whole)
    of_patterns = count_ties(
        of_pattern,
        label,
        clusters,
        addresses=counts,
        whole=np.array([key[0] for key in times]),
        times=each,
    )
    for name in ("first", "second", "shared", "records", "fractional", "within", "total"):
        np.testing.assert_array_equal(getattr(ties, name), getattr(of_patterns, name))
    reach = count_reach(record, labels, clusters, economy, addresses)
    of_patterns_reach = count_reach(of_pattern, label, clusters, code, counts, each)
    for name in ("shared", "international", "domestic"):
        np.testing.assert_array_equal(getattr(reach, name), getattr(of_patterns_reach, name))


def test_balance_of_what_is_made_alone_and_together() -> None:
    """Cluster 0 has a record of its own, and one with cluster 1, noise and an address nobody located."""
    record, labels = np.array([0, 0, 1, 1, 1]), np.array([0, 0, 0, 1, -1])
    shares = balance(count_ties(record, labels, 3, whole=np.array([2.0, 4.0])))
    assert shares.within.tolist() == pytest.approx([85.0, 25.0, np.nan], nan_ok=True)
    for part in (shares.clusters, shares.noise, shares.unlocated):
        assert part.tolist() == pytest.approx([5.0, 25.0, np.nan], nan_ok=True)


@pytest.mark.slow
def test_real_publications_have_their_partners_at_home(data_folder: Path) -> None:
    """OpenAPC names who paid for an article; the few that two paid for were paid for in one country."""
    path = data_folder / "points" / "openapc_ror_publications_459k.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["doi"]]
    dois: dict[str, int] = {}
    record = np.array([dois.setdefault(row["doi"], len(dois)) for row in rows])
    longitude, latitude = (np.array([float(row[name]) for row in rows]) for name in ("lon", "lat"))
    weights = np.full(len(rows), AUTHOR_WEIGHT)
    density = dbscan(longitude, latitude, 15_000.0, 300.0, weights=weights, metric="ellipsoid")
    labels = density.labels.astype(np.int64)
    ties = count_ties(record, labels, density.n_clusters)
    found, expected = (
        as_dictionary(ties),
        by_hand((record, labels, np.ones(len(rows))), density.n_clusters),
    )
    assert found.keys() == expected.keys()
    for pair, tie in found.items():
        assert tie == pytest.approx(expected[pair], abs=1e-6)
    assert ties.fractional.sum() == pytest.approx(len(dois), abs=1e-4)

    def cluster_at(place: tuple[float, float]) -> int:
        return int(labels[np.hypot(longitude - place[0], latitude - place[1]).argmin()])

    economy = {int(label): row["country"] for label, row in zip(labels, rows, strict=True)}
    tied = strengths([ties], "fractional")
    partner = {label: tied.strongest(label)[0] for label in range(density.n_clusters)}
    pairs = [(label, other) for label, other in partner.items() if other >= 0]
    assert len(pairs) == 12
    assert all(economy[label] == economy[other] for label, other in pairs)
    london, oxford, espoo, helsinki = map(
        cluster_at, ((-0.13, 51.51), (-1.26, 51.75), (24.66, 60.21), (24.94, 60.17))
    )
    assert (partner[london], partner[espoo]) == (oxford, helsinki)


def test_reach_leaves_out_rows_without_addresses_as_ties_do() -> None:
    record, labels = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    addresses, economy = np.array([1.0, 0.0, 1.0, 1.0]), np.array([0, 1, 0, 0])
    ties = count_ties(record, labels, 2, addresses=addresses)
    reach = count_reach(record, labels, 2, economy, addresses)
    assert ties.shared[:, 0].tolist() == [1.0]
    assert reach.shared.tolist() == [1, 1, 0]
    assert reach.international.tolist() == [0, 0, 0]
    assert reach.domestic.tolist() == [1, 1, 0]
