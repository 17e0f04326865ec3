"""Nothing, one point, all in one place, and arguments that cannot be used."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.density import collapse, dbscan
from innovation_clusters.analysis.density.weights import find_scale
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor

BOTH = pytest.mark.parametrize("compiled", [True, False])
METRIC = pytest.mark.parametrize("metric", ["planar", "sphere", "ellipsoid"])


@BOTH
@METRIC
def test_no_points(metric: str, compiled: bool) -> None:
    result = dbscan([], [], 1.0, 1.0, metric=metric, compiled=compiled)
    assert result.labels.size == result.core.size == result.ambiguous.size == result.n_clusters == 0


@BOTH
@METRIC
@pytest.mark.parametrize(("min_weight", "label"), [(1.0, 0), (1.5, -1)])
def test_one_point(metric: str, compiled: bool, min_weight: float, label: int) -> None:
    assert dbscan([5.0], [6.0], 1.0, min_weight, metric=metric, compiled=compiled).labels.tolist() == [label]


@BOTH
@METRIC
def test_all_in_one_place(metric: str, compiled: bool) -> None:
    x, y = np.full(5000, 12.5), np.full(5000, -3.25)
    assert dbscan(x, y, 0.001, 5000, metric=metric, compiled=compiled).labels.tolist() == [0] * 5000
    assert dbscan(x, y, 0.001, 5001, metric=metric, compiled=compiled).n_clusters == 0


@BOTH
def test_two_heavy_sites_exactly_eps_apart(compiled: bool) -> None:
    x = np.repeat([0.0, 3.0], 20_000)
    y = np.repeat([0.0, 4.0], 20_000)
    assert dbscan(x, y, 5.0, 40_000, compiled=compiled).n_clusters == 1
    assert dbscan(x, y, np.nextafter(5.0, 0.0), 20_000, compiled=compiled).n_clusters == 2
    assert dbscan(x, y, np.nextafter(5.0, 0.0), 20_001, compiled=compiled).n_clusters == 0


@BOTH
def test_one_meridian_has_two_names(compiled: bool) -> None:
    for metric in ("sphere", "ellipsoid"):
        result = dbscan([180.0, -180.0, 180.0], [10.0, 10.0, 10.0], 1.0, 3, metric=metric, compiled=compiled)
        assert result.labels.tolist() == [0, 0, 0]


@BOTH
def test_the_pole_has_every_longitude(compiled: bool) -> None:
    for metric in ("sphere", "ellipsoid"):
        result = dbscan([0.0, 90.0, -123.0], [90.0, 90.0, 90.0], 1.0, 3, metric=metric, compiled=compiled)
        assert result.labels.tolist() == [0, 0, 0]


@BOTH
def test_minus_zero_is_zero(compiled: bool) -> None:
    result = dbscan([0.0, -0.0], [-0.0, 0.0], 1e-300, 2, compiled=compiled)
    assert result.labels.tolist() == [0, 0]


def test_order_of_rows_moves_numbers_only() -> None:
    generator = np.random.default_rng(1)
    x, y = generator.integers(0, 40, 3000) / 4.0, generator.integers(0, 40, 3000) / 4.0
    weights = generator.choice([0.1, 0.2, 0.7, 1 / 3], 3000)
    straight = dbscan(x, y, 0.3, 3.0, weights=weights, border="noise")
    shuffled = generator.permutation(3000)
    mixed = dbscan(x[shuffled], y[shuffled], 0.3, 3.0, weights=weights[shuffled], border="noise")
    np.testing.assert_array_equal(mixed.core, straight.core[shuffled])
    pairs = set(zip(mixed.labels.tolist(), straight.labels[shuffled].tolist(), strict=True))
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})


@pytest.mark.parametrize("compiled", [True, False])
def test_published_small_cases(data_folder: Path, compiled: bool) -> None:
    cases = json.loads((data_folder / "dbscan" / "reference_small_cases.json").read_text(encoding="utf-8"))[
        "cases"
    ]
    assert len(cases) == 20
    for case in cases:
        points = np.array(case["points"], dtype=float).reshape(-1, 2)
        border = "noise" if case["dbscan_star"] else "first"

        run = partial(
            dbscan,
            points[:, 0],
            points[:, 1],
            case["eps"],
            case["min_points"],
            weights=case["weights"],
            border=border,
            compiled=compiled,
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


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("patience", [0, 1, 2, 4, 7])
def test_cancel_at_every_stage(patience: int, compiled: bool) -> None:
    generator = np.random.default_rng(0)
    count = 2_000_000 if compiled else 150_000
    x, y = generator.random(count) * 1000, generator.random(count) * 1000
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > patience

    with pytest.raises(Cancelled):
        dbscan(x, y, 3.0, 8, compiled=compiled, monitor=Monitor(cancelled=cancelled))
    assert asked == patience + 1


def test_progress_never_goes_back() -> None:
    seen: list[float] = []
    generator = np.random.default_rng(0)
    x, y = generator.random(200_000) * 300, generator.random(200_000) * 300
    dbscan(x, y, 3.0, 30, compiled=False, monitor=Monitor(seen.append))
    assert len(seen) > 10
    assert seen == sorted(seen)
    assert seen[0] >= 0.0
    assert seen[-1] <= 1.0


def test_without_numba_the_answer_is_the_same_and_a_warning_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(4)
    x, y = generator.normal(0, 3, 5000), generator.normal(0, 3, 5000)
    compiled = dbscan(x, y, 0.2, 9)
    real = packages.find
    missing = packages.Package("numba", None, "", "ImportError: gone")
    monkeypatch.setattr(packages, "find", lambda name: missing if name == "numba" else real(name))
    with pytest.warns(UserWarning, match="gone"):
        plain = dbscan(x, y, 0.2, 9)
    np.testing.assert_array_equal(plain.labels, compiled.labels)
    np.testing.assert_array_equal(plain.ambiguous, compiled.ambiguous)


@pytest.mark.parametrize("threads", [1, 2, 7])
@pytest.mark.parametrize("with_numba", [True, False])
def test_collapse(monkeypatch: pytest.MonkeyPatch, with_numba: bool, threads: int) -> None:
    if not with_numba:
        monkeypatch.setattr(packages, "find", lambda name: packages.Package(name, None, "", "gone"))
    generator = np.random.default_rng(9)
    x = np.concatenate([generator.integers(0, 300, 50_000) / 7.0, generator.random(200_000), [-0.0, 0.0]])
    y = np.concatenate([generator.integers(0, 300, 50_000) / 7.0, generator.random(200_000), [0.0, -0.0]])
    weights = np.arange(x.size) / 2.0
    scale = find_scale(weights, 1e9)
    sites = collapse(x, y, weights, scale, Monitor(threads=threads))
    places: dict[tuple[float, float], int] = {}
    expected = [places.setdefault(place, len(places)) for place in zip(x.tolist(), y.tolist(), strict=True)]
    assert sites.of_row.tolist() == expected
    assert (sites.of_row[sites.first_row] == np.arange(len(sites))).all()
    totals = np.bincount(expected, weights=weights)
    np.testing.assert_array_equal(sites.weight, (totals * scale.factor).astype(np.int64))
    np.testing.assert_array_equal(collapse(x, y).weight, np.bincount(expected))
