"""Editions compared: events on cases whose answer is known, conservation at random, Korea's ranks."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis.comparison import (
    Comparison,
    EditionSites,
    Rules,
    changes,
    compare,
    compare_named,
    make_sites,
    net_output,
    place_in,
    rank_changes,
    standings,
)
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor

REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference"

Rows = list[tuple[float, float, int, float]]


def edition(rows: Rows) -> EditionSites:
    """An edition of rows of longitude, latitude, cluster and patents; publications are twice as many."""
    table = np.array(rows, dtype=float).reshape(-1, 4)
    output = np.column_stack([table[:, 3], 2.0 * table[:, 3], np.full(len(table), np.nan)])
    return make_sites("current", table[:, 0], table[:, 1], table[:, 2].astype(np.int64), output)


def town(longitude: float, cluster: int, sites: int = 5, output: float = 1.0, latitude: float = 37.0) -> Rows:
    """Places in a row, each 0.01 degrees from the next."""
    return [(longitude + 0.01 * site, latitude, cluster, output) for site in range(sites)]


def told(comparison: Comparison) -> list[tuple[str, int, int, bool]]:
    rows = zip(comparison.event, comparison.current, comparison.previous, comparison.identity, strict=True)
    return [(event, int(now), int(before), bool(same)) for event, now, before, same in rows]


def at_random(seed: int) -> tuple[EditionSites, EditionSites]:
    """Two editions of the same world: some places are shared, some have moved, some belong to others now."""
    generator = np.random.default_rng(seed)
    editions = []
    longitude, latitude = np.round(generator.uniform(-3.0, 3.0, (2, 400)), 2)
    for _ in range(2):
        moved = generator.random(400) < 0.3
        x = longitude + np.where(moved, np.round(generator.normal(0.0, 0.05, 400), 3), 0.0)
        towns = generator.uniform(-3.0, 3.0, (2, int(generator.integers(2, 9))))
        distance = np.hypot(x[:, None] - towns[0], latitude[:, None] - towns[1])
        cluster = np.where(distance.min(axis=1) < 1.2, distance.argmin(axis=1), -1)
        _, numbers = np.unique(cluster[cluster >= 0], return_inverse=True)
        cluster[cluster >= 0] = numbers
        output = np.round(generator.exponential(1.0, (400, 3)), 3)
        output[:, 2] = np.nan
        # A place is in one cluster.
        _, first, of_row = np.unique(np.stack([x, latitude]), axis=1, return_index=True, return_inverse=True)
        editions.append(make_sites("current", x, latitude, cluster[first][of_row.ravel()], output))
    return editions[0], editions[1]


# Events


def test_identical_editions_are_identical() -> None:
    same = edition(town(0.0, 0) + town(2.0, 1) + [(5.0, 37.0, -1, 3.0)] + town(8.0, 2, 1))
    comparison = compare(same, same, Rules())
    assert told(comparison) == [("survives", cluster, cluster, True) for cluster in range(3)]
    assert comparison.overlap.tolist() == comparison.previous_overlap.tolist() == [1.0, 1.0, 1.0]
    for change in changes(comparison):
        assert change[:, :2].tolist() == [[0.0, 0.0]] * 3
        assert np.isnan(change[:, 2]).all()


def test_a_cluster_cut_in_two_is_a_split_and_the_larger_part_is_the_same() -> None:
    before = edition(town(0.0, 0, 10))
    now = edition(town(0.0, 0, 3) + town(0.03, 1, 7))
    comparison = compare(now, before, Rules())
    assert told(comparison) == [("splits", 0, 0, False), ("splits", 1, 0, True)]
    assert comparison.overlap.tolist() == [1.0, 1.0]
    assert comparison.previous_overlap.tolist() == pytest.approx([0.3, 0.7])


def test_two_clusters_joined_are_a_merge_and_the_larger_one_is_the_same() -> None:
    before = edition(town(0.0, 0, 3) + town(0.03, 1, 7))
    comparison = compare(edition(town(0.0, 0, 10)), before, Rules())
    assert told(comparison) == [("merges", 0, 1, True), ("merges", 0, 0, False)]
    # The one that is no more counts as a loss, so that rows add up.
    change, of_output, of_geography = (part[:, 0].tolist() for part in changes(comparison))
    assert change == [3.0, -3.0]
    assert of_output == [0.0, 0.0]
    assert of_geography == [3.0, -3.0]


def test_a_small_town_taken_into_a_large_one_is_a_merge() -> None:
    """Aurora and Chicago in GII 2024: all of the small one, a small part of the large one."""
    before = edition(town(0.0, 0, 40) + town(0.40, 1, 2))
    comparison = compare(edition(town(0.0, 0, 42)), before, Rules())
    assert told(comparison) == [("merges", 0, 0, True), ("merges", 0, 1, False)]
    assert comparison.overlap.tolist() == pytest.approx([40 / 42, 2 / 42])


def test_entrants_and_leavers() -> None:
    before = edition(town(0.0, 0) + town(4.0, 1) + town(2.0, -1, output=0.5))
    now = edition(town(0.0, 0) + town(2.0, 1) + town(4.0, -1, output=0.25))
    comparison = compare(now, before, Rules())
    assert told(comparison) == [
        ("survives", 0, 0, True),
        ("enters", 1, -1, False),
        ("leaves", -1, 1, False),
    ]
    change, of_output, of_geography = (part[:, 0].tolist() for part in changes(comparison))
    assert change == [0.0, 5.0, -5.0]
    # What was there before the cluster, and what is left where it was, are no change of output.
    assert of_output == [0.0, 2.5, -3.75]
    assert of_geography == [0.0, 2.5, -1.25]


def test_a_part_that_goes_to_another_cluster_regroups() -> None:
    before = edition(town(0.0, 0, 10) + town(0.10, 1, 10))
    now = edition(town(0.0, 0, 6) + town(0.06, 1, 14))
    assert told(compare(now, before, Rules())) == [
        ("splits", 0, 0, True),
        ("merges", 1, 1, True),
        ("regroups", 1, 0, False),
    ]
    # A larger least part, and it is nobody's business.
    assert told(compare(now, before, Rules(part_share=0.45))) == [
        ("survives", 0, 0, True),
        ("survives", 1, 1, True),
    ]


def test_match_share_decides_what_may_be_the_same() -> None:
    before = edition(town(0.0, 0, 10) + town(0.10, -1, 6))
    now = edition(town(0.06, 0, 10) + town(0.0, -1, 6))
    assert told(compare(now, before, Rules())) == [("enters", 0, -1, False), ("leaves", -1, 0, False)]
    assert told(compare(now, before, Rules(match_share=0.4))) == [("survives", 0, 0, True)]


def test_output_not_places_decides() -> None:
    before = edition([(0.0, 0.0, 0, 90.0), (0.01, 0.0, 0, 5.0), (0.02, 0.0, 0, 5.0)])
    now = edition([(0.0, 0.0, 1, 90.0), (0.01, 0.0, 0, 5.0), (0.02, 0.0, 0, 5.0)])
    comparison = compare(now, before, Rules())
    assert [row for row in told(comparison) if row[3]] == [("splits", 1, 0, True)]


# Space


def test_moved_places_are_found_within_the_widest_gap_of_the_cluster() -> None:
    """0.01 degrees of longitude at 37 degrees of latitude are 890 m."""
    before = edition(town(0.0, 0))
    near = edition([(x, y + 0.0079, cluster, output) for x, y, cluster, output in town(0.0, 0)])
    far = edition([(x, y + 0.0082, cluster, output) for x, y, cluster, output in town(0.0, 0)])
    assert told(compare(near, before, Rules())) == [("survives", 0, 0, True)]
    assert [row[0] for row in told(compare(far, before, Rules()))] == ["enters", "leaves"]
    assert told(compare(far, before, Rules(distance=920.0))) == [("survives", 0, 0, True)]
    assert [row[0] for row in told(compare(far, before, Rules(distance=900.0)))] == ["enters", "leaves"]
    assert [row[0] for row in told(compare(near, before, Rules(distance=0.0)))] == ["enters", "leaves"]


def test_a_place_nearest_to_noise_is_noise() -> None:
    geography = edition([*town(0.0, 0), (0.05, 37.0, -1, 1.0)])
    records = edition([(0.044, 37.0, -1, 1.0), (0.046, 37.0, -1, 1.0)])
    assert place_in(records, geography, None, Monitor()).tolist() == [0, -1]


def test_one_meridian_has_two_names() -> None:
    before = edition([(180.0, -17.0, 0, 1.0), (179.99, -17.0, 0, 1.0)])
    now = edition([(-180.0, -17.0, 0, 1.0), (179.99, -17.0, 0, 1.0)])
    assert compare(now, before, Rules(distance=0.0)).overlap.tolist() == [1.0]


def test_a_place_in_two_clusters_is_refused() -> None:
    with pytest.raises(InputError, match="2 places are in two clusters"):
        edition([(0.0, 0.0, 0, 1.0), (0.0, 0.0, 1, 1.0), (1.0, 0.0, 0, 1.0), (1.0, 0.0, -1, 1.0)])


def test_editions_without_anything() -> None:
    something, noise = edition(town(0.0, 0)), edition(town(0.0, -1))
    assert told(compare(something, noise, Rules())) == [("enters", 0, -1, False)]
    assert told(compare(noise, something, Rules())) == [("leaves", -1, 0, False)]
    assert len(compare(noise, noise, Rules())) == 0
    assert changes(compare(noise, noise, Rules()))[0].shape == (0, 3)
    with pytest.raises(InputError, match="no metric in common"):
        compare(something, edition(town(0.0, 0, output=0.0)), Rules())


@pytest.mark.parametrize(
    ("rules", "parameter"),
    [
        (Rules(distance=-1.0), "distance"),
        (Rules(distance=np.nan), "distance"),
        (Rules(match_share=0.0), "match_share"),
        (Rules(part_share=1.5), "part_share"),
    ],
)
def test_rules_that_mean_nothing(rules: Rules, parameter: str) -> None:
    same = edition(town(0.0, 0))
    with pytest.raises(InputError) as caught:
        compare(same, same, rules)
    assert caught.value.parameter == parameter


def test_cancel_is_heard() -> None:
    same = edition(town(0.0, 0))
    with pytest.raises(Cancelled):
        compare(same, same, Rules(), Monitor(cancelled=lambda: True))


# Whatever the input


@pytest.mark.parametrize("seed", range(25))
def test_neither_the_order_of_rows_nor_numbers_matter(seed: int) -> None:
    now, before = at_random(seed)
    expected = compare(now, before, Rules())
    generator = np.random.default_rng(1000 + seed)
    shuffled, numbers = [], []
    for sites in (now, before):
        rows = generator.permutation(sites.cluster.size)
        # Behind the last number stands that of noise.
        number = np.append(generator.permutation(sites.clusters), -1)
        numbers.append(number)
        shuffled.append(
            make_sites(
                "current",
                sites.longitude[rows],
                sites.latitude[rows],
                number[sites.cluster[rows]],
                sites.output[rows],
            )
        )
    found = compare(shuffled[0], shuffled[1], Rules())

    def facts(comparison: Comparison, current: np.ndarray, previous: np.ndarray) -> set[tuple[object, ...]]:
        columns = (
            *(comparison.event, comparison.identity, current[comparison.current]),
            *(previous[comparison.previous], comparison.overlap.tolist()),
            *(comparison.previous_overlap.tolist(), changes(comparison)[1][:, 0].tolist()),
        )
        return {tuple(map(str, row)) for row in zip(*columns, strict=True)}

    unchanged = [np.append(np.arange(sites.clusters), -1) for sites in (now, before)]
    assert facts(expected, *numbers) == facts(found, *unchanged)


@pytest.mark.parametrize("seed", range(25))
def test_time_turned_round_turns_events_round(seed: int) -> None:
    now, before = at_random(seed)
    mirror = {"splits": "merges", "merges": "splits", "enters": "leaves", "leaves": "enters"}
    forth = {
        (mirror.get(event, event), previous, current, same)
        for event, current, previous, same in told(compare(now, before, Rules()))
    }
    assert set(told(compare(before, now, Rules()))) == forth


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("distance", [None, 0.0, 3_000.0])
def test_totals_are_conserved(seed: int, distance: float | None) -> None:
    now, before = at_random(seed)
    comparison = compare(now, before, Rules(distance))
    for first, cluster, count in (
        (comparison.first_current, comparison.current, now.clusters),
        (comparison.first_previous, comparison.previous, before.clusters),
    ):
        assert sorted(cluster[first].tolist()) == list(range(count))
    identity = comparison.identity
    for cluster in (comparison.current[identity], comparison.previous[identity]):
        assert np.unique(cluster).size == cluster.size
    change, of_output, of_geography = changes(comparison)
    counted = comparison.first_current | comparison.first_previous
    np.testing.assert_array_equal(change[counted], (of_output + of_geography)[counted])
    assert np.isnan(change[~counted]).all()
    net = comparison.counts.sum(axis=0) - comparison.previous_counts.sum(axis=0)
    np.testing.assert_allclose(np.nansum(change, axis=0)[:2], net[:2], atol=1e-6)
    # Every record of last year lies in a cluster of this year or in none.
    inside = place_in(before, now, distance, Monitor())
    outside = before.output[inside < 0].sum(axis=0)
    np.testing.assert_allclose(
        (comparison.held.sum(axis=0) + outside)[:2], before.output.sum(axis=0)[:2], atol=1e-6
    )


def test_entering_less_leaving_year_is_the_change_of_overlapping_windows() -> None:
    """GII 2020, Figure S-1.1: the years two windows have in common cancel out."""
    generator = np.random.default_rng(6)
    places = [(float(x), float(y)) for x, y in np.round(generator.uniform(0.0, 0.5, (60, 2)), 2)]
    places = list(dict.fromkeys(places))
    years = [generator.poisson(3.0, len(places)).astype(float) for _ in range(6)]

    def window(counts: list[np.ndarray], west: float) -> EditionSites:
        output = np.sum(counts, axis=0)
        return edition(
            [(x, y, 0 if x < west else 1, count) for (x, y), count in zip(places, output, strict=True)]
        )

    now, before = window(years[1:], 0.2), window(years[:5], 0.3)
    comparison = compare(now, before, Rules())
    entering, leaving = (window([year], 0.1) for year in (years[5], years[0]))
    net, net_before = (net_output(entering, leaving, edition, None, Monitor()) for edition in (now, before))
    expected = np.array(
        [
            sum(
                new - old
                for (x, _), new, old in zip(places, years[5], years[0], strict=True)
                if (x < 0.2) == (cluster == 0)
            )
            for cluster in (0, 1)
        ]
    )
    by_years = changes(comparison, net, net_before)
    by_windows = changes(comparison)
    rows = [comparison.current.tolist().index(cluster) for cluster in (0, 1)]
    assert by_years[1][rows, 0].tolist() == by_windows[1][rows, 0].tolist() == expected.tolist()
    np.testing.assert_array_equal(by_years[0], by_windows[0])
    assert np.abs(by_windows[2][rows, 0]).min() > 0.0


def test_geocoding_that_moved_records_is_no_change_of_output_where_years_are_given() -> None:
    """The same records, at the centre of the town before and in its suburb now, and one more year of them."""
    before = edition([*town(0.0, 0, output=10.0), (0.3, 37.0, -1, 20.0)])
    now = edition(town(0.0, 0, output=15.0))
    comparison = compare(now, before, Rules())
    assert [part[0, 0] for part in changes(comparison)] == [25.0, 25.0, 0.0]
    entering, leaving = edition(town(0.0, 0, output=3.0)), edition(town(0.0, 0, output=2.0))
    net, net_before = (net_output(entering, leaving, sites, None, Monitor()) for sites in (now, before))
    assert [part[0, 0] for part in changes(comparison, net, net_before)] == [25.0, 5.0, 20.0]


# Ranks and names


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def numbers(rows: list[dict[str, str]], column: str) -> np.ndarray:
    return np.array([float(row[column]) if re.fullmatch(r"\d+", row[column]) else np.nan for row in rows])


def named(
    now: tuple[list[str], np.ndarray], before: tuple[list[str], np.ndarray]
) -> dict[str, tuple[Any, ...]]:
    """Return event, rank, previous rank, change and standing in the first 100 by name."""
    comparison = compare_named(now[0], before[0], np.empty((len(now[0]), 0)), np.empty((len(before[0]), 0)))
    rank = np.append(now[1], np.nan)[comparison.current]
    previous = np.append(before[1], np.nan)[comparison.previous]
    return {
        now[0][current] if current >= 0 else before[0][old]: tuple(facts)
        for current, old, *facts in zip(
            comparison.current.tolist(),
            comparison.previous.tolist(),
            comparison.event,
            rank.tolist(),
            previous.tolist(),
            rank_changes(rank, previous).tolist(),
            standings(rank, previous, 100),
            strict=True,
        )
    }


def test_korea_from_edition_to_edition(data_folder: Path) -> None:
    series = table(data_folder / "gii" / "korea_clusters_timeseries.csv")

    def ranks(edition: str) -> tuple[list[str], np.ndarray]:
        # A rank such as ">100" is a place outside of what is printed.
        rows = [row for row in series if row["edition"] == edition and row["rank"].isdigit()]
        return [row["cluster"] for row in rows], numbers(rows, "rank")

    published = {row["cluster"]: float(row["rank_change"]) for row in table(REFERENCE / "gii_2024_size.csv")}
    found = named(ranks("2024"), ranks("2023re"))
    assert {name: facts[3] for name, facts in found.items()} == {name: published[name] for name in found}
    assert set(found) == {"Seoul", "Daejeon", "Busan", "Daegu"}
    # Against the ranks published in 2023 Busan fell by 7, against the re-run by 1: geocoding did the rest.
    assert named(ranks("2024"), ranks("2023"))["Busan"][3] == -7.0
    last = {
        name: (facts[0], facts[3], facts[4]) for name, facts in named(ranks("2025"), ranks("2024")).items()
    }
    assert last["Seoul"] == ("survives", -1.0, "stays")
    assert last["Daejeon"] == ("survives", -8.0, "stays")
    assert last["Busan"] == ("survives", -14.0, "stays")
    assert last["Daegu"][::2] == ("leaves", "leaves")
    assert last["Ulsan"][::2] == ("enters", "")


def test_names_in_their_variants_and_twice() -> None:
    nothing = np.empty((2, 0))
    comparison = compare_named(
        ["Washington, DC–Baltimore, MD", "Cambridge"],
        ["cambridge", "Washington - Baltimore"],
        nothing,
        nothing,
    )
    assert told(comparison) == [("survives", 0, 1, True), ("survives", 1, 0, True)]
    with pytest.raises(InputError, match="Two clusters have the name") as caught:
        compare_named(["Seoul"], ["Seoul", "SEOUL"], np.empty((1, 0)), nothing)
    assert caught.value.parameter == "previous"


def test_counts_of_named_clusters_change_as_a_whole() -> None:
    comparison = compare_named(["a", "b"], ["b", "c"], np.array([[3.0], [5.0]]), np.array([[4.0], [7.0]]))
    change, of_output, _ = changes(comparison)
    assert change[:, 0].tolist() == [3.0, 1.0, -7.0]
    assert np.isnan(of_output).all()


def test_no_change_of_a_metric_that_only_one_edition_has() -> None:
    comparison = compare_named(["a", "b"], ["b", "c"], np.array([[3.0], [5.0]]), np.full((2, 1), np.nan))
    assert np.isnan(changes(comparison)[0]).all()


def test_standings() -> None:
    ranks = np.array([100.0, 101.0, np.nan, 3.0])
    assert standings(ranks, np.array([101.0, 100.0, 5.0, 4.0]), 100) == [
        "enters",
        "leaves",
        "leaves",
        "stays",
    ]
