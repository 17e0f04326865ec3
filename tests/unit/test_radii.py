"""What a radius changes, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.radii import RADII, compare_radii


def test_the_radius_between_the_least_shifts_is_proposed() -> None:
    population = np.array(
        [
            [50.0, 90.0, np.nan, 0.0],
            [100.0, 100.0, 5.0, 7.0],
            [110.0, 130.0, 6.0, 8.0],
            [300.0, 170.0, 7.0, 9.0],
        ]
    )
    score = np.array([2.0, 1.5, np.nan, 0.1])
    found = compare_radii(np.array([0.01, 0.04, 0.05, 0.10]), population, score, base=1)
    # Only the first two have people at every radius.
    assert found.total.tolist() == [140.0, 200.0, 240.0, 470.0]
    np.testing.assert_allclose(found.total_shift, [np.nan, 30.0, 100 * 230 / 240, np.nan])
    np.testing.assert_allclose(found.largest_shift, [np.nan, 50.0, 100 * 190 / 110, np.nan])
    assert found.most_shifted.tolist() == [-1, 0, 0, -1]
    assert found.proposed == 1
    np.testing.assert_allclose(found.intensity[:, 0], 2e6 / population[:, 0])
    # 0.1 / 7 < 1.5 / 100 < 2 / 100; no people, no score: no rank.
    assert found.rank[:2].tolist() == [[1, 2, 0, 0], [1, 2, 0, 3]]
    np.testing.assert_allclose(found.population_change[:, 0], [-50.0, 0.0, 10.0, 200.0])
    np.testing.assert_allclose(found.population_change[:, 2], [np.nan, 0.0, 20.0, 40.0])


def test_ranks_gained_and_lost() -> None:
    population = np.array([[10.0, 20.0, 30.0], [10.0, 5.0, np.nan], [30.0, 20.0, 2.0]])
    found = compare_radii(np.array(RADII), population, np.ones(3), base=0)
    assert found.rank.tolist() == [[1, 2, 3], [2, 1, 0], [3, 2, 1]]
    np.testing.assert_array_equal(found.rank_change, np.array([[0, 0, 0], [-1, 1, np.nan], [-2, 0, 2]]))


def test_equal_shifts_of_the_total_leave_it_to_the_clusters() -> None:
    population = np.array([[100.0, 100.0], [100.0, 100.0], [150.0, 50.0], [160.0, 40.0]])
    found = compare_radii(np.array([1.0, 2.0, 3.0, 4.0]), population, np.ones(2), base=0)
    assert found.total_shift[1:3].tolist() == [0.0, 0.0]
    assert found.proposed == 1
    assert found.largest_shift[2] == pytest.approx(100.0)


@pytest.mark.parametrize("radii", [[0.05, 0.01], [0.0, 0.05], [0.05, 0.05], [-1.0, 1.0]])
def test_radii_that_do_not_rise(radii: list[float]) -> None:
    with pytest.raises(InputError, match="radii"):
        compare_radii(np.array(radii), np.ones((2, 1)), np.ones(1), base=0)


def test_two_radii_or_no_people_propose_nothing() -> None:
    assert compare_radii(np.array([0.01, 0.05]), np.ones((2, 3)), np.ones(3), base=0).proposed == -1
    nobody = compare_radii(np.array(RADII), np.full((3, 2), np.nan), np.ones(2), base=1)
    assert nobody.proposed == -1
    assert np.isnan(nobody.total_shift).all()
