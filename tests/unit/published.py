"""Published tables, as the tests of several steps read them."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference"


def table(path: str | Path) -> list[dict[str, str]]:
    """Read a table of resources/reference by its name, or another by its path."""
    with (REFERENCE / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def column(rows: list[dict[str, str]], name: str) -> NDArray[np.float64]:
    """Return a column of numbers, NaN where it is empty."""
    return np.array([float(row[name] or "nan") for row in rows])


def ranks_of(rows: list[dict[str, str]], name: str = "rank") -> NDArray[np.int64]:
    """Return a column of ranks, 0 where it is empty."""
    return np.array([int(row[name] or 0) for row in rows], dtype=np.int64)


def world_total(edition: str, metric: str, limit: str = "total") -> float:
    """Return a world total; `limit` low or high for the limits of a derived one."""
    [row] = [row for row in table("world_totals.csv") if (row["edition"], row["metric"]) == (edition, metric)]
    return float(row[limit])


def counts_of_2024() -> NDArray[np.float64]:
    """Return float64[100, 3], the printed counts of the ranking of 2024; there were no deals in it."""
    rows = table("gii_2024_size.csv")
    return np.column_stack(
        [column(rows, "patents"), column(rows, "publications"), np.full(len(rows), np.nan)]
    )


def totals_of_2024(limit: str = "total") -> NDArray[np.float64]:
    """Return float64[3], the world totals of 2024."""
    return np.array(
        [world_total("2024", "patents", limit), world_total("2024", "publications", limit), np.nan]
    )
