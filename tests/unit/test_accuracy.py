"""Levels of accuracy and decimals of coordinates; the published table of GII 2024."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.accuracy import (
    LEVELS,
    MOST_DECIMALS,
    REFERENCE,
    accuracy_levels,
    decimals,
    published_accuracy,
)
from innovation_clusters.analysis.texts import code_texts


def objects(*values: Any) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("block", "block"),
        ("Sub-city", "sub-city"),
        ("subcity", "sub-city"),
        ("sub_city", "sub-city"),
        ("CITY", "city"),
        ("PointAddress", "block"),
        ("ROOFTOP", "block"),
        ("Locality", "city"),
        ("country", "coarser"),
        ("도로명", "block"),
        ("읍면동", "sub-city"),
        ("APPROXIMATE", "other"),
        ("7", "other"),
        (None, "not stated"),
        ("", "not stated"),
    ],
)
def test_words_of_geocoders(word: Any, level: str) -> None:
    assert LEVELS[accuracy_levels(code_texts(objects(word)))[0]] == level


def test_every_word_of_the_table_has_one_level() -> None:
    with (REFERENCE / "geocoding_levels.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    words = [row["word"].casefold() for row in rows]
    assert len(set(words)) == len(words)
    assert {row["level"] for row in rows} == {"block", "sub-city", "city", "coarser"}


@pytest.mark.parametrize(
    ("longitude", "latitude", "needed"),
    [
        (5.0, 52.0, 0),
        (5.5, 52.0, 1),
        (4.88969, 52.37403, 5),
        (5.75, 52.5, 2),
        (4.9166667, 52.35, MOST_DECIMALS),
        (-0.1, 51.123456, 6),
        (1 / 3, 2 / 3, MOST_DECIMALS),
        (179.999999, -89.999999, 6),
    ],
)
def test_decimals(longitude: float, latitude: float, needed: int) -> None:
    assert decimals(np.array([longitude]), np.array([latitude])).tolist() == [needed]


@given(st.integers(-180_000_000, 180_000_000), st.integers(0, 6))
def test_decimals_as_written(millionths: int, digits: int) -> None:
    value = round(millionths / 1e6, digits)
    text = f"{value:.6f}".rstrip("0")
    expected = len(text.split(".")[1])
    assert decimals(np.array([value]), np.array([0.0])).tolist() == [expected]


def test_published_table(data_folder: Path) -> None:
    """Ours is the published one, with codes for names."""
    published = published_accuracy()
    with (data_folder / "gii" / "gii2024_geocoding_accuracy.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == len(published) == 21
    for row, found in zip(rows, published.values(), strict=True):
        assert found.block == float(row["pct_block_level_pct"])
        assert found.sub_city == float(row["pct_subcity_level_pct"])
        assert found.city == float(row["pct_city_level_pct"])
        assert found.patents_covered == float(row["pct_applications_covered_pct"])
        assert found.authors_city == float(row["sci_city_level_pct"])
        assert found.publications_covered == float(row["sci_publications_covered_pct"])
    assert published["KR"].block == 99.2
    assert published["JP"].city_or_better == 99.9
    assert published[""].city_or_better == 98.0


def test_published_addresses_of_the_world_are_those_of_the_editions() -> None:
    from innovation_clusters.analysis.editions import AUTHOR_ADDRESSES, INVENTOR_ADDRESSES

    with (REFERENCE / "gii_2024_geocoding.csv").open(encoding="utf-8", newline="") as lines:
        world = [row for row in csv.DictReader(lines) if not row["economy"]]
    assert [(int(row["inventor_addresses"]), int(row["author_addresses"])) for row in world] == [
        (INVENTOR_ADDRESSES, AUTHOR_ADDRESSES)
    ]
