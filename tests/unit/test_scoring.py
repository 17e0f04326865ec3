"""Shares, ranks and intensities against WIPO's published tables, and the refusals."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis.editions import AUTHOR_ADDRESSES, DEALS, EDITIONS, INVENTOR_ADDRESSES
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.scoring import focus, intensities, ranks, scores, shares

REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference"


def table(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def world_total(edition: str, metric: str) -> float:
    [row] = [row for row in table("world_totals.csv") if (row["edition"], row["metric"]) == (edition, metric)]
    return float(row["total"])


def test_defaults_are_the_published_world_totals() -> None:
    assert world_total("2024", "inventor_addresses") == INVENTOR_ADDRESSES
    assert world_total("2024", "author_addresses") == AUTHOR_ADDRESSES
    assert world_total("2025", "deals") == DEALS
    assert (EDITIONS["2018-2024"].eps, EDITIONS["2018-2024"].min_density) == (15_000.0, 4_500.0)


def test_the_published_ranking_of_2024_comes_out_of_its_counts() -> None:
    rows = table("gii_2024_size.csv")
    assert len(rows) == 100
    counts = np.array([[float(row["patents"]), float(row["publications"]), np.nan] for row in rows])
    totals = np.array([world_total("2024", "patents"), world_total("2024", "publications"), np.nan])
    found = shares(counts, totals)
    for row, (patents, publications, _) in zip(rows, found, strict=True):
        # Published to one decimal place.
        assert patents == pytest.approx(float(row["share_patents"]), abs=0.0501)
        assert publications == pytest.approx(float(row["share_publications"]), abs=0.0501)
    np.testing.assert_array_equal(ranks(scores(found)), [int(row["rank"]) for row in rows])


def test_the_published_order_of_2025_comes_out_of_its_shares() -> None:
    rows = table("gii_2025_size.csv")
    parts = np.array(
        [[float(row[f"share_{metric}"]) for metric in ("patents", "publications", "deals")] for row in rows]
    )
    assert ranks(scores(parts)).tolist() == [int(row["rank"]) for row in rows]
    # Without deals Tokyo-Yokohama leads.
    assert int(scores(parts[:, :2]).argmax()) == 1


def test_the_published_intensity_of_2024_comes_out() -> None:
    size = {row["cluster"]: row for row in table("gii_2024_size.csv")}
    for row in table("gii_2024_intensity.csv"):
        people = float(row["population"])
        patents = float(size[row["cluster"]]["patents"])
        assert intensities(np.array([patents]), np.array([people]))[0] == pytest.approx(
            float(row["patents_per_million"]), abs=1.0
        )


def test_equal_scores_share_the_better_rank() -> None:
    assert ranks(np.array([3.0, 5.0, 3.0, np.nan, 1.0])).tolist() == [2, 1, 2, 0, 4]
    assert ranks(np.empty(0)).tolist() == []


def test_focus_at_its_limit() -> None:
    assert focus(np.array([[6.0, 4.0, np.nan], [5.9, 4.1, np.nan], [0.0, 0.0, 2.0], [0.0, 0.0, 0.0]])) == [
        "patents",
        "mixed",
        "deals",
        "mixed",
    ]


def test_unknown_population_is_unknown_and_not_zero() -> None:
    found = intensities(np.array([2.0, 2.0, 2.0]), np.array([1e6, np.nan, 0.0]))
    assert found[0] == 2.0
    assert np.isnan(found[1:]).all()


@pytest.mark.parametrize(
    ("total", "words"), [(0.0, "greater than 0"), (-5.0, "greater than 0"), (9.0, "smaller")]
)
def test_totals_that_cannot_be(total: float, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        shares(np.array([[4.0, 1.0], [6.0, 2.0]]), np.array([total, 100.0]))
    assert caught.value.parameter == "total_patents"
