"""Addresses in Parquet and text files: what is read, what is found by itself, what is refused."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis.address_tables import (
    AddressTable,
    read_address_table,
)
from innovation_clusters.analysis.addresses import REASONS

arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet")

PLACES: dict[str, Any] = {"longitude": [127.0, 2.35], "latitude": [37.5, 48.85]}


def write(path: Path, columns: dict[str, Any], **options: Any) -> str:
    parquet.write_table(arrow.table(columns), path, **options)
    return str(path)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> str:
    content = text.encode(encoding)
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return str(path)


def faults(table: AddressTable) -> list[str]:
    return [REASONS[number] for number in table.fault]


def objects(values: list[Any]) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def test_standard_columns_are_found_whatever_their_case(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.parquet",
        {
            "Longitude": [127.0, 2.35, None],
            "LATITUDE": [37.5, 48.85, 1.0],
            "record": [900, 7, 900],
            "addresses": [1, None, 3],
            "Fractional_Count": [0.5, 1.0, 0.5],
            "economy": ["KR", "FR", None],
            "organisation": ["B  C", " A", ""],
            "other": [1, 2, 3],
        },
    )
    table = read_address_table(path)
    assert (table.x[:2].tolist(), table.y.tolist()) == ([127.0, 2.35], [37.5, 48.85, 1.0])
    assert faults(table) == ["", "", "coordinate_missing"]
    assert table.crs == "EPSG:4326"
    assert table.record is not None
    assert table.record.tolist() == [1, 0, 1]
    assert table.weight is not None
    assert table.weight.tolist() == pytest.approx([1.0, np.nan, 3.0], nan_ok=True)
    assert table.count is not None
    assert table.count.tolist() == [0.5, 1.0, 0.5]
    assert table.economy is not None
    assert (table.economy.code.tolist(), table.economy.names) == ([1, 0, -1], ["FR", "KR"])
    assert table.organisation is not None
    assert (table.organisation.code.tolist(), table.organisation.names) == ([1, 0, -1], ["A", "B C"])


def test_what_the_file_does_not_have_is_none(tmp_path: Path) -> None:
    table = read_address_table(write(tmp_path / "a.parquet", PLACES))
    assert table.record is table.weight is table.count is table.economy is table.organisation is None
