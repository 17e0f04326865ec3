"""Intensities against all rows that WIPO has published, and what is missing."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis.intensity import (
    HUNDRED_THOUSAND,
    IntensityTable,
    in_both,
    intensity_table,
    leaders,
    per_inhabitants,
)
from innovation_clusters.analysis.scoring import scores, shares

REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def published() -> list[dict[str, str]]:
    """The published rows of 2024 by intensity, each with the counts of its cluster's row by size."""
    size = {row["cluster"]: row for row in rows_of(REFERENCE / "gii_2024_size.csv")}
    rows = rows_of(REFERENCE / "gii_2024_intensity.csv")
    return [size[row["cluster"]] | row for row in rows]


def table_of(published: list[dict[str, str]], patents: float, publications: float) -> IntensityTable:
    """Return the intensities of the published counts for these world totals."""
    counts = np.array([[float(row["patents"]), float(row["publications"])] for row in published])
    score = scores(shares(counts, np.array([patents, publications])))
    return intensity_table(counts, score, np.array([float(row["population"]) for row in published]))


def test_every_published_row_of_2024_comes_out(published: list[dict[str, str]]) -> None:
    """All 100 rows, to the digits they are printed with."""
    assert len(published) == 100
    table = table_of(published, 1_288_000.0, 7_940_000.0)
    for place, metric in enumerate(("patents", "publications")):
        printed = np.array([float(row[f"{metric}_per_million"]) for row in published])
        # WIPO divided counts with decimals that are not printed: half a record more or less, per million
        # people, beside half a unit of the printed quotient.
        slack = 0.5 + 0.5e6 / np.array([float(row["population"]) for row in published])
        difference = np.abs(table.counts_per_million[:, place] - printed)
        assert (difference <= slack).all()
        # Only there is the rounded quotient another one: 7 of patents, 10 of publications.
        assert int((np.round(table.counts_per_million[:, place]) != printed).sum()) == (7, 10)[place]
    printed = np.array([float(row["score_per_million"]) for row in published])
    assert (np.abs(table.score_per_million - printed) < 0.05).all()


def test_every_published_intensity_rank_of_2024_comes_out(published: list[dict[str, str]]) -> None:
    printed = np.array([int(row["intensity_rank"]) for row in published])
    # With these totals, which lie within the limits of world_totals.csv, all 100.
    table = table_of(published, 1_288_000.0, 7_932_000.0)
    np.testing.assert_array_equal(table.rank, printed)
    # In the middle of the limits two neighbours change places, which differ by 1 in 50,000.
    table = table_of(published, 1_288_000.0, 7_940_000.0)
    moved = np.flatnonzero(table.rank != printed)
    assert [published[row]["cluster"] for row in moved] == ["Changchun", "Atlanta, GA"]
    assert np.ptp(table.score_per_million[moved]) < 2e-5 * table.score_per_million[moved].max()


def test_who_is_large_and_intense(published: list[dict[str, str]]) -> None:
    table = table_of(published, 1_288_000.0, 7_932_000.0)
    names = [row["cluster"] for row in published]
    both = in_both(np.array([int(row["rank"]) for row in published]), table.rank, 15)
    assert [names[row] for row in np.flatnonzero(both)] == [
        *("San Jose–San Francisco, CA", "Boston–Cambridge, MA", "San Diego, CA", "Beijing", "Tokyo–Yokohama")
    ]
    printed = np.array([float(row["patents_per_million"]) for row in published])
    first = leaders(table.ranks[:, 0])
    assert first.tolist() == np.argsort(-printed, kind="stable")[:15].tolist()


def test_the_known_rows_of_2025_agree(data_folder: Path) -> None:
    """No population of 2025 is published, so nothing can be computed; two transcriptions are equal."""
    ours = rows_of(data_folder / "gii" / "gii2025_intensity_known.csv")
    brief = rows_of(data_folder / "seeds" / "seed000_intensity_2025.csv")
    assert [row["intensity_rank"] for row in ours] == [row["intensity_rank"] for row in brief]
    renamed = {"Gothenburg": "Göteborg"}
    assert [row["cluster"] for row in ours] == [
        renamed.get(row["cluster_en"], row["cluster_en"]) for row in brief
    ]
    assert [row["economy"] for row in ours] == [row["economy"] for row in brief]


def test_a_missing_population_is_missing_and_has_no_rank() -> None:
    population = np.array([1e6, np.nan, 0.0, 2e6, 1e6, -5.0])
    counts = np.array([[10.0], [10.0], [10.0], [20.0], [np.nan], [10.0]])
    table = intensity_table(counts, np.array([2.0, 2.0, 2.0, 4.0, 1.0, 2.0]), population)
    np.testing.assert_array_equal(table.score_per_million, [2.0, np.nan, np.nan, 2.0, 1.0, np.nan])
    np.testing.assert_array_equal(table.score_per_100_000, table.score_per_million / 10.0)
    assert table.rank.tolist() == [1, 0, 0, 1, 3, 0]
    np.testing.assert_array_equal(table.counts_per_million[:, 0], [10.0, *[np.nan] * 2, 10.0, *[np.nan] * 2])
    assert table.ranks[:, 0].tolist() == [1, 0, 0, 1, 0, 0]
    np.testing.assert_array_equal(
        per_inhabitants(counts[:, 0], population, HUNDRED_THOUSAND), table.counts_per_100_000[:, 0]
    )


def test_without_clusters_or_metrics() -> None:
    table = intensity_table(np.empty((0, 3)), np.empty(0), np.empty(0))
    assert (table.rank.shape, table.ranks.shape) == ((0,), (0, 3))
    table = intensity_table(np.empty((2, 0)), np.array([1.0, 2.0]), np.array([1e6, 1e6]))
    assert (table.rank.tolist(), table.ranks.shape) == ([2, 1], (2, 0))


def test_leaders_share_the_last_place_and_leave_out_who_has_no_rank() -> None:
    rank = np.array([3, 0, 1, 3, 5, 2])
    assert leaders(rank, 3).tolist() == [2, 5, 0, 3]
    assert leaders(np.zeros(4, dtype=np.int64)).tolist() == []
    assert in_both(rank, np.array([1, 1, 0, 3, 1, 2]), 3).tolist() == [True, False, False, True, False, True]
