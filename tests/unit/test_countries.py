"""Outlines that overlap: whose a place is, and how many places that concerns, by brute force."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from innovation_clusters.analysis.countries import Countries


def countries(*outlines: tuple[str, shapely.Geometry]) -> Countries:
    return Countries([code for code, _ in outlines], [shapely.to_wkb(shape) for _, shape in outlines])


def scattered(seed: int, count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    longitude, latitude = np.random.default_rng(seed).uniform(-6.0, 6.0, (2, count))
    return longitude, latitude


def test_of_overlapping_outlines_the_first_counts_and_places_in_both_are_told() -> None:
    """Forty discs of eight economies, in any order, some economies with several."""
    generator = np.random.default_rng(9)
    centres = generator.uniform(-5.0, 5.0, (40, 2))
    shapes = [shapely.Point(*centre).buffer(generator.uniform(0.5, 2.5), 6) for centre in centres]
    codes = [f"A{'BCDEFGHI'[number]}" for number in generator.integers(0, 8, 40)]
    atlas = countries(*zip(codes, shapes, strict=True))
    longitude, latitude = scattered(10, 2_000)
    places = shapely.points(longitude, latitude)
    held = np.array([shapely.contains(shape, places) for shape in shapes])
    found = atlas.economy_of(longitude, latitude)
    inside = held.any(axis=0)
    assert found[inside].tolist() == [codes[int(column.argmax())] for column in held.T[inside]]

    expected: dict[tuple[str, str], int] = {}
    for one in range(40):
        for other in range(one + 1, 40):
            both = int((held[one] & held[other]).sum())
            if codes[one] != codes[other] and both:
                pair = (codes[one], codes[other])
                expected[pair] = expected.get(pair, 0) + both
    assert len(expected) > 20
    assert atlas.contested(longitude, latitude) == expected


def test_neighbours_and_parts_of_one_economy_are_not_contested() -> None:
    atlas = countries(
        ("AA", shapely.box(-6, -6, 0, 6)),
        ("BB", shapely.box(0, -6, 6, 6)),
        ("AA", shapely.box(-6, -6, -1, 0)),
    )
    assert atlas.contested(*scattered(11, 500)) == {}
    # On the common border.
    assert atlas.contested(np.zeros(3), np.arange(3.0)) == {}


def test_outlines_without_a_code_and_broken_ones() -> None:
    bow = shapely.Polygon([(-6, -6), (6, 6), (6, -6), (-6, 6)])
    assert not bow.is_valid
    atlas = countries(("AA", bow), ("", shapely.box(-6, -6, 6, 6)), ("BB", shapely.box(3, -6, 6, 6)))
    longitude, latitude = np.array([5.0, -5.0, 5.0]), np.array([0.0, 0.0, 5.9])
    assert atlas.contested(longitude, latitude) == {("AA", "BB"): 1}
    assert countries().contested(longitude, latitude) == {}
