"""Shares, densities and location quotients, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.scorecard import (
    densities,
    location_quotients,
    per_cent,
    score_zones,
)

NAN = np.nan


def test_by_hand() -> None:
    inside = np.array([[20.0, 8.0, 2.0, NAN], [0.0, 0.0, 0.0, NAN], [10.0, 4.0, 6.0, NAN]])
    card = score_zones(
        inside,
        np.array([[10.0, 0, 0, 0], [0.0, 0, 0, 0], [0.0, 0, 0, 0]]),
        np.array([[20.0, 4.0, 2.0, NAN], [0.0, 0.0, 0.0, NAN], [0.0, 0.0, 0.0, NAN]]),
        np.array([2e6, 1e6, 0.0]),
        np.array([10e6, NAN, 5e6]),
        country=np.array([100.0, 40.0, 40.0, NAN]),
        world=np.array([80.0, 200.0, NAN]),
        of_province=np.array([[50.0, 16.0, 4.0, NAN], [50.0, 16.0, 0.0, NAN], [NAN] * 4]),
    )
    assert card.province_share[0].tolist() == pytest.approx([25.0, 50.0, NAN], nan_ok=True)
    # A province without any publications: there is nothing to be a part of.
    assert np.isnan(card.province_share[1, 1])
    assert np.isnan(card.province_share[2]).all()
    assert card.country_share[0].tolist() == pytest.approx([20.0, 5.0, NAN], nan_ok=True)
    assert card.share[0].tolist() == pytest.approx([10.0, 1.0, NAN], nan_ok=True)
    assert card.score.tolist() == [11.0, 0.0, 8.0]
    assert card.rank.tolist() == [1, 3, 2]
    assert card.density.tolist() == pytest.approx([10.0, 0.0, NAN], nan_ok=True)
    assert card.density_around.tolist() == pytest.approx([1.0, NAN, 0.0], nan_ok=True)
    assert card.density_ratio.tolist() == pytest.approx([10.0, NAN, NAN], nan_ok=True)
    # 8 of 10 records are patents, and 40 of 80 in the country.
    assert card.quotient[0].tolist() == pytest.approx([1.6, 0.4, NAN], nan_ok=True)
    assert np.isnan(card.quotient[1]).all()


def test_a_quotient_needs_two_metrics() -> None:
    counts = np.array([[5.0, NAN, NAN]])
    assert np.isnan(location_quotients(counts, np.array([10.0, NAN, NAN]))).all()
    assert np.isnan(location_quotients(np.array([[5.0, 0.0, NAN]]), np.array([10.0, 0.0, NAN]))).all()


def test_the_whole_has_the_quotient_one() -> None:
    whole = np.array([30.0, 50.0, 20.0])
    assert location_quotients(whole[None], whole)[0].tolist() == pytest.approx([1.0] * 3)


def test_a_world_total_below_what_a_zone_holds_is_refused() -> None:
    counts, nothing = np.array([[5.0, 5.0, NAN, NAN]]), np.zeros((1, 4))
    with pytest.raises(InputError, match="total_patents"):
        score_zones(
            counts,
            nothing,
            nothing,
            np.ones(1),
            np.ones(1),
            country=counts[0],
            world=np.array([4.0, NAN, NAN]),
            of_province=nothing,
        )


def test_parts_of_nothing() -> None:
    assert np.isnan(per_cent(np.array([0.0]), np.array([0.0]))).all()
    assert np.isnan(densities(np.array([3.0]), np.array([0.0]))).all()
