"""The economy of a place, and which economies a cluster is named with."""

from __future__ import annotations

import numpy as np
import shapely

from innovation_clusters.analysis.countries import OFFSHORE, Countries
from innovation_clusters.analysis.economies import economy_label


def test_one_per_cent_is_enough_and_less_is_not() -> None:
    assert economy_label([("CN", 99.0), ("HK", 1.0)]) == "CN/HK"
    assert economy_label([("CN", 99.01), ("HK", 0.99)]) == "CN"
    assert economy_label([]) == ""
    assert economy_label([("KR", 0.0)]) == ""


def test_places_in_near_and_far_from_land() -> None:
    outlines = [shapely.to_wkb(shapely.box(0, 0, 10, 10)), shapely.to_wkb(shapely.box(10, 0, 20, 10))]
    countries = Countries(["AA", "BB"], outlines)
    longitude = np.array([5.0, 15.0, 10.0, 20.0 + OFFSHORE - 0.01, 20.0 + OFFSHORE + 0.01])
    found = countries.economy_of(longitude, np.full(5, 5.0))
    assert found.tolist() == ["AA", "BB", "AA", "BB", ""]
