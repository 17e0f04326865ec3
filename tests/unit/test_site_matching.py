"""Addresses and their sites, against a dictionary of coordinates."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.site_matching import match_sites


@pytest.mark.parametrize("seed", range(5))
def test_against_a_dictionary(seed: int) -> None:
    generator = np.random.default_rng(seed)
    sites = generator.integers(0, 12, (40, 2)) / 7.0
    places = generator.integers(0, 14, (300, 2)) / 7.0
    first: dict[tuple[float, float], int] = {}
    for number, site in enumerate(map(tuple, sites.tolist())):
        first.setdefault(site, number)
    found = match_sites(*sites.T, *places.T)
    assert found.tolist() == [first.get(tuple(place), -1) for place in places.tolist()]
    assert (found < 0).any()


def test_one_place_under_two_names() -> None:
    sites = np.array([-180.0, 0.0, 5.0]), np.array([10.0, 0.0, 5.0])
    found = match_sites(*sites, np.array([180.0, -0.0, 5.0, np.nan]), np.array([10.0, 0.0, 5.0 + 1e-9, 5.0]))
    assert found.tolist() == [0, 1, -1, -1]


def test_rounded_as_the_sites_were() -> None:
    sites = np.array([127.123, -180.0]), np.array([37.5, 0.1])
    places = np.array([127.12341, 179.99999, 127.1239]), np.array([37.49962, 0.1, 37.5])
    assert match_sites(*sites, *places).tolist() == [-1, -1, -1]
    assert match_sites(*sites, *places, decimals=3).tolist() == [0, 1, -1]


def test_without_sites_or_addresses() -> None:
    nothing, one = np.empty(0), np.ones(1)
    assert match_sites(nothing, nothing, one, one).tolist() == [-1]
    assert match_sites(one, one, nothing, nothing).size == 0


def test_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        match_sites(*np.zeros((4, 3)), monitor=Monitor(cancelled=lambda: True))
