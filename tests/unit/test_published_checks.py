"""Every check against a published table comes out as docs/checks.md says; tables are as transcribed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.scripts import document_checks
from innovation_clusters.tests.published import of_2024, of_2025
from innovation_clusters.tests.published.checking import (
    Check,
    Outcome,
    compare_exactly,
    compare_numbers,
    compare_ranks,
    joined,
)
from innovation_clusters.tests.unit.published import table


@pytest.mark.parametrize(
    "check", [*of_2024.CHECKS, *of_2025.CHECKS], ids=lambda check: f"{check.title}, {check.published[:12]}"
)
def test_check(check: Check) -> None:
    outcome = check.run()
    assert outcome.different == check.known
    assert outcome.rows == outcome.agree + outcome.rounded + len(check.known)
    assert outcome.rows > 0


def test_page_is_up_to_date() -> None:
    assert document_checks.PAGE.read_text(encoding="utf-8") == document_checks.document(), "run `make docs`"


def test_numbers_agree_differ_by_rounding_or_differ() -> None:
    found = np.array([1.04, 1.06, 1.2, 7.0])
    outcome = compare_numbers(["a", "b", "c", "d"], found, np.array([1.0, 1.0, 1.0, 7.0]), 0.1, 0.02)
    assert (outcome.rows, outcome.agree, outcome.rounded) == (4, 2, 1)
    assert outcome.largest == pytest.approx(0.2)
    assert outcome.different == ("c: 1 printed, 1.2 computed",)


def test_ranks_and_words_are_equal_or_not() -> None:
    assert compare_ranks(["a", "b"], np.array([1, 4]), np.array([1, 2])) == Outcome(
        2, 1, 0, 2.0, ("b: 2 printed, 4 computed",)
    )
    words = compare_exactly(["a", "b"], ["x", None], ["x", "y"])
    assert (words.agree, words.different) == (1, ("b: y printed, None computed",))
    assert (
        joined([compare_ranks(["a"], np.array([1]), np.array([4]))] * 2).different
        == ("a: 4 printed, 1 computed",) * 2
    )


def test_a_wrong_table_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokyo's patents a tenth less: its share, score and intensities differ, and its rank."""

    def wrong(path: str | Path) -> list[dict[str, str]]:
        rows = table(path)
        for row in rows:
            if row.get("patents") == "134769":
                row["patents"] = "121292"
        return rows

    monkeypatch.setattr("innovation_clusters.tests.unit.published.table", wrong)
    monkeypatch.setattr(of_2024, "table", wrong)
    different = {check.title: check.run().different for check in of_2024.CHECKS}
    for title in ("Share of patents", "Score", "Rank", "Rank change", "Patents per million people"):
        assert any("Tokyo" in phrase for phrase in different[title]), title
    assert not different["Share of publications"]


@pytest.mark.parametrize(
    ("ours", "theirs", "columns"),
    [
        (
            "gii_2024_size.csv",
            "gii/gii2024_top100_size.csv",
            {
                **{
                    "rank": "rank",
                    "cluster": "cluster",
                    "economies": "economy",
                    "patents": "pct_applications",
                },
                **{"publications": "scientific_publications", "previous_rank": "previous_rank_adjusted"},
                **{"share_patents": "share_pct_pct", "share_publications": "share_pubs_pct"},
                **{"score": "total_share", "rank_change": "rank_change"},
            },
        ),
        (
            "gii_2024_intensity.csv",
            "gii/gii2024_top100_intensity.csv",
            {
                **{"intensity_rank": "intensity_rank", "cluster": "cluster", "economies": "economy"},
                **{"population": "estimated_population", "patents_per_million": "pct_per_million"},
                **{"publications_per_million": "pubs_per_million"},
                **{"score_per_million": "total_share_per_million", "rank_change": "rank_change"},
            },
        ),
        (
            "gii_2024_africa.csv",
            "gii/gii2024_african_clusters.csv",
            {
                **{
                    "rank": "rank",
                    "cluster": "cluster",
                    "economies": "economy",
                    "patents": "pct_applications",
                },
                "publications": "scientific_publications",
            },
        ),
        (
            "gii_2024_leaders.csv",
            "gii/gii2024_leading_cluster_by_economy.csv",
            {
                **{
                    "rank": "rank",
                    "cluster": "cluster",
                    "economies": "economy",
                    "rank_change": "rank_change",
                },
                **{"top_applicant": "top_applicant", "top_organisation": "top_organisation"},
            },
        ),
        (
            "gii_2025_size.csv",
            "seeds/seed000_top10_shares_2025.csv",
            {
                **{"rank": "rank_2025", "cluster": "cluster_en", "economies": "economy", "score": "sum3_pct"},
                **{"share_patents": "share_pct_pct", "share_publications": "share_pubs_pct"},
                "share_deals": "share_vc_pct",
            },
        ),
        (
            "gii_2025_leaders.csv",
            "seeds/seed000_national_leaders_2025.csv",
            {
                **{"rank": "rank_2025", "cluster": "cluster_en", "economies": "economy"},
                **{"top_applicant": "top_applicant", "top_organisation": "top_organisation"},
            },
        ),
        (
            "gii_2025_intensity.csv",
            "gii/gii2025_intensity_known.csv",
            {
                **{"intensity_rank": "intensity_rank", "cluster": "cluster", "economies": "economy"},
                **{"top_applicant": "top_applicant", "top_organisation": "top_organisation"},
            },
        ),
        (
            "gii_2025_economies.csv",
            "seeds/seed000_clusters_per_economy_2025.csv",
            {"economy": "economy", "clusters": "n_top100_2025", "change": "change_vs_2024"},
        ),
        (
            "gii_2025_beyond.csv",
            "seeds/seed000_beyond_top100_2025.csv",
            {"economy": "economy", "clusters": "n_clusters_beyond_top100"},
        ),
    ],
)
def test_our_tables_are_what_was_transcribed(
    data_folder: Path, ours: str, theirs: str, columns: dict[str, str]
) -> None:
    rows, given = table(ours), table(data_folder / theirs)
    assert len(rows) == len(given)
    for mine, other in columns.items():
        assert [row[mine] for row in rows] == [row[other] for row in given], mine


def test_our_ranks_of_2025_are_what_was_transcribed(data_folder: Path) -> None:
    rows = table("gii_2025_ranks.csv")
    known = table(data_folder / "gii" / "gii2025_known_ranks.csv")
    assert [(row["rank"], row["cluster"], row["economies"]) for row in rows if row["rank"]] == [
        (row["rank_2025"], row["cluster"], row["economy"]) for row in known
    ]
    changes = table(data_folder / "seeds" / "seed000_rank_changes_2025.csv")
    told = {
        (row["cluster_en"], row["rank_prev_as_in_seed"]) for row in changes if row["rank_prev_as_in_seed"]
    }
    assert {(row["cluster"], row["previous_rank"]) for row in rows if row["previous_rank"]} == told
    for standing in ("new", "dropped"):
        assert {row["cluster"] for row in rows if row["standing"] == standing} == {
            row["cluster_en"] for row in changes if row["status"] == standing
        }
    assert {row["cluster"] for row in rows if row["standing"] == "newly found"} == {
        row["cluster"] for row in known if row["note"].startswith("new in extended list")
    }
