"""What is gathered part by part is what is found at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis.density.tiles.surveying import joined, require_places, scale_of, survey
from innovation_clusters.analysis.density.weights import find_scale
from innovation_clusters.analysis.errors import InputError

from ..point_sets import WEIGHTS


@pytest.mark.parametrize("make", WEIGHTS)
@pytest.mark.parametrize("parts", [1, 2, 9])
def test_the_scale_of_parts_is_that_of_the_whole(make: Callable[..., Any], parts: int) -> None:
    generator = np.random.default_rng(parts)
    weights, _, one = make(generator, 200)
    x = generator.random(200)
    for minimum in (0.5, 3.0, 4500.0 / one):
        found = joined(
            [
                survey(x[part], x[part], None if weights is None else weights[part], minimum)
                for part in np.array_split(np.arange(200), parts)
            ]
        )
        assert scale_of(found, minimum, weighted=weights is not None) == find_scale(weights, minimum)
        assert found.rows == 200
        assert found.x == (x.min(), x.max())


@pytest.mark.parametrize(
    ("weight", "sentence"), [(np.nan, "must be a number"), (-1.0, "negative"), (np.inf, "must be a number")]
)
def test_weights_that_are_none_in_any_part(weight: float, sentence: str) -> None:
    x = np.zeros(1)
    found = joined([survey(x, x, np.ones(1), 2.0), survey(x, x, np.array([weight]), 2.0)])
    with pytest.raises(InputError, match=sentence):
        scale_of(found, 2.0, weighted=True)


@pytest.mark.parametrize("minimum", [0.0, -1.0, np.nan])
def test_a_minimum_that_is_none(minimum: float) -> None:
    nothing = np.empty(0)
    with pytest.raises(InputError, match="minimum weight"):
        scale_of(survey(nothing, nothing, nothing, minimum), minimum, weighted=True)


@pytest.mark.parametrize(("x", "sentence"), [(np.nan, "finite"), (200.0, "180")])
def test_places_that_are_none_in_any_part(x: float, sentence: str) -> None:
    good, y = np.zeros(1), np.zeros(1)
    found = joined([survey(good, y, None, 2.0), survey(np.array([x]), y, None, 2.0)])
    with pytest.raises(InputError, match=sentence):
        require_places(found, 1000.0, "ellipsoid")


def test_no_rows() -> None:
    nothing = np.empty(0)
    found = survey(nothing, nothing, nothing, 2.0)
    require_places(found, 1000.0, "ellipsoid")
    assert scale_of(found, 2.0, weighted=True) == find_scale(nothing, 2.0)
    with pytest.raises(InputError, match="metric"):
        require_places(found, 1000.0, "taxicab")
