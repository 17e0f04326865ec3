"""Nothing, one point, all in one place, and arguments that cannot be used."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.errors import InputError

from .conftest import MISSING, Way

METRIC = pytest.mark.parametrize("metric", ["planar", "sphere", "ellipsoid"])


@pytest.mark.parametrize("compiled", [True, False])
@METRIC
def test_no_points(metric: str, compiled: bool) -> None:
    result = dbscan([], [], 1.0, 1.0, metric=metric, compiled=compiled)
    assert result.labels.size == result.core.size == result.ambiguous.size == result.n_clusters == 0


@METRIC
@pytest.mark.parametrize(("min_weight", "label"), [(1.0, 0), (1.5, -1)])
def test_one_point(metric: str, way: Way, min_weight: float, label: int) -> None:
    assert way([5.0], [6.0], 1.0, min_weight, metric=metric).labels.tolist() == [label]


@METRIC
def test_all_in_one_place(metric: str, way: Way) -> None:
    x, y = np.full(2_000, 12.5), np.full(2_000, -3.25)
    assert way(x, y, 0.001, 2_000, metric=metric).labels.tolist() == [0] * 2_000
    assert way(x, y, 0.001, 2_001, metric=metric).n_clusters == 0


def test_two_heavy_sites_exactly_eps_apart(way: Way) -> None:
    # numpy alone looks at every pair of rows that were not collapsed.
    count = 20_000 if way.compiled or way.collapsed else 1_000
    x = np.repeat([0.0, 3.0], count)
    y = np.repeat([0.0, 4.0], count)
    assert way(x, y, 5.0, 2 * count).n_clusters == 1
    assert way(x, y, np.nextafter(5.0, 0.0), count).n_clusters == 2
    assert way(x, y, np.nextafter(5.0, 0.0), count + 1).n_clusters == 0


def test_the_ends_of_the_numbers(way: Way) -> None:
    """Squares that overflow, or vanish, are compared as scikit-learn compares them."""
    x = np.random.default_rng(0).random(161)
    assert way(x, x, 1e200, 161).labels.tolist() == [0] * 161
    with np.errstate(over="ignore"):
        assert way(x * 1e160, x, 1e150, 2).n_clusters == 0
    assert way(x * 1e-300, x * 1e-300, 1e-250, 161).n_clusters == 1


def test_one_meridian_has_two_names(way: Way) -> None:
    for metric in ("sphere", "ellipsoid"):
        result = way([180.0, -180.0, 180.0], [10.0, 10.0, 10.0], 1.0, 3, metric=metric)
        assert result.labels.tolist() == [0, 0, 0]
        # Among many rows of few places, too, and where the first of them has the other name.
        longitude = np.tile([180.0, -180.0, 179.0], 100)
        result = way(longitude, np.full(300, 10.0), 1.0, 200, metric=metric)
        assert result.labels.tolist() == [0, 0, -1] * 100


def test_the_pole_has_every_longitude(way: Way) -> None:
    for metric in ("sphere", "ellipsoid"):
        result = way([0.0, 90.0, -123.0], [90.0, 90.0, 90.0], 1.0, 3, metric=metric)
        assert result.labels.tolist() == [0, 0, 0]


def test_minus_zero_is_zero(way: Way) -> None:
    result = way([0.0, -0.0], [-0.0, 0.0], 1e-300, 2)
    assert result.labels.tolist() == [0, 0]


def test_published_small_cases(data_folder: Path, way: Way) -> None:
    cases = json.loads((data_folder / "dbscan" / "reference_small_cases.json").read_text(encoding="utf-8"))[
        "cases"
    ]
    assert len(cases) == 20
    for case in cases:
        points = np.array(case["points"], dtype=float).reshape(-1, 2)
        border = "noise" if case["dbscan_star"] else "first"

        run = partial(
            way,
            points[:, 0],
            points[:, 1],
            case["eps"],
            case["min_points"],
            weights=case["weights"],
            border=border,
        )
        if case["weights"] and min(case["weights"]) < 0:
            # scikit-learn lets negative weights take density away; here they are refused.
            with pytest.raises(InputError, match="negative"):
                run()
            continue
        result = run()
        core = np.zeros(len(points), dtype=bool)
        core[case["expected_core"]] = True
        np.testing.assert_array_equal(result.core, core, err_msg=case["id"])
        if case["expected_labels"] is None:
            continue
        expected = np.array([-1 if label is None else label for label in case["expected_labels"]])
        np.testing.assert_array_equal(result.labels < 0, expected < 0, err_msg=case["id"])
        # Published answers number and treat border points by rules of their own: compare core points.
        pairs = set(zip(result.labels[core].tolist(), expected[core].tolist(), strict=True))
        assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs}), case["id"]


@pytest.mark.parametrize(
    ("changes", "parameter"),
    [
        ({"eps": 0.0}, "eps"),
        ({"eps": -1.0}, "eps"),
        ({"eps": float("nan")}, "eps"),
        ({"min_weight": 0.0}, "min_weight"),
        ({"min_weight": float("inf")}, "min_weight"),
        ({"weights": [1.0, float("nan")]}, "weights"),
        ({"weights": [1.0, -1.0]}, "weights"),
        ({"weights": [1.0]}, "weights"),
        ({"weights": [2.0**62, 2.0**62], "min_weight": 2.0**62}, "weights"),
        ({"x": [1.0]}, "x"),
        ({"x": [1.0, float("nan")]}, "x"),
        ({"x": [1.0, 540.0], "metric": "sphere"}, "x"),
        ({"y": [1.0, 91.0], "metric": "ellipsoid"}, "x"),
        ({"x": [1.0] * 9 + [540.0], "y": [1.0] * 10, "metric": "sphere"}, "x"),
        ({"x": [1.0] * 9 + [float("nan")], "y": [1.0] * 10}, "x"),
        ({"eps": 19_900_000.0, "metric": "ellipsoid"}, "eps"),
        ({"metric": "euclidean"}, "metric"),
        ({"border": "random"}, "border"),
    ],
)
def test_bad_arguments_are_named(changes: dict[str, Any], parameter: str) -> None:
    arguments: dict[str, Any] = {"x": [1.0, 2.0], "y": [1.0, 2.0], "eps": 1.0, "min_weight": 1.0} | changes
    with pytest.raises(InputError) as caught:
        dbscan(**arguments)
    assert caught.value.parameter == parameter
    # A sentence whose places are all filled.
    assert "{" not in str(caught.value)


def test_without_numba_the_answer_is_the_same_and_a_warning_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(4)
    x, y = generator.normal(0, 3, 5000), generator.normal(0, 3, 5000)
    compiled = dbscan(x, y, 0.2, 9)
    real = packages.find
    monkeypatch.setattr(packages, "find", lambda name: MISSING if name == "numba" else real(name))
    with pytest.warns(UserWarning, match="gone"):
        plain = dbscan(x, y, 0.2, 9)
    np.testing.assert_array_equal(plain.labels, compiled.labels)
    np.testing.assert_array_equal(plain.ambiguous, compiled.ambiguous)
