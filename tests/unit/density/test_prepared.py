"""Rows prepared once answer as `dbscan` does, whatever is asked of them and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.density import prepared as module
from innovation_clusters.analysis.density.prepared import PreparedSites
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor

from .point_sets import GLOBAL, PLANAR, PLANAR_EPS, Maker

BORDERS = ("first", "nearest", "noise")
WEIGHTS = ("none", "whole", "thirds", "uneven", "giants")


def weights_of(kind: str, generator: np.random.Generator, count: int) -> np.ndarray | None:
    match kind:
        case "whole":
            return generator.integers(0, 5, count).astype(float)
        case "thirds":
            return generator.integers(1, 4, count) / 3.0
        case "uneven":
            return generator.random(count) * 0.15223
        case "giants":
            return np.where(generator.random(count) < 0.05, 1e6, generator.integers(0, 3, count) / 7.0)
    return None


def same(prepared: PreparedSites, asked: tuple[float, float, str], *, compiled: bool, **of_rows) -> None:
    eps, minimum, border = asked
    found = prepared.of_rows(prepared.cluster(eps, minimum, border=border, neighbourhoods=True))
    wanted = dbscan(
        of_rows["x"],
        of_rows["y"],
        eps,
        minimum,
        weights=of_rows["weights"],
        metric=of_rows["metric"],
        border=border,
        compiled=compiled,
        neighbourhoods=True,
    )
    assert found.n_clusters == wanted.n_clusters
    for name in ("labels", "core", "ambiguous", "core_distance", "neighbour_weight"):
        np.testing.assert_array_equal(getattr(found, name), getattr(wanted, name))
    again = prepared.cluster(eps, minimum, border=border, core=prepared.cluster(eps, minimum).core)
    np.testing.assert_array_equal(prepared.of_rows(again).labels, wanted.labels)


@pytest.mark.parametrize("compiled", [True, False], ids=["numba", "numpy"])
@pytest.mark.parametrize("collapsed", [True, False], ids=["sites", "rows"])
@pytest.mark.parametrize("maker", PLANAR)
def test_every_answer_is_that_of_dbscan_in_the_plane(
    monkeypatch: pytest.MonkeyPatch, maker: Maker, collapsed: bool, compiled: bool
) -> None:
    monkeypatch.setattr(module, "repeats", lambda x, y: collapsed)
    for seed in range(6 if compiled else 2):
        generator = np.random.default_rng(seed)
        x, y = maker(generator, int(generator.integers(1, 400)))
        weights = weights_of(WEIGHTS[seed % len(WEIGHTS)], generator, x.size)
        prepared = PreparedSites(x, y, min(PLANAR_EPS), weights=weights, compiled=compiled)
        for _ in range(8):
            asked = (
                float(generator.choice(PLANAR_EPS)),
                float(generator.choice([0.4, 1.0, 2.5, 4.0, 9.0, 40.0])),
                str(generator.choice(BORDERS)),
            )
            same(prepared, asked, compiled=compiled, x=x, y=y, weights=weights, metric="planar")


@pytest.mark.parametrize("metric", ["sphere", "ellipsoid"])
@pytest.mark.parametrize(("maker", "eps"), GLOBAL[:2] + GLOBAL[3:])
def test_and_on_the_globe(maker: Maker, eps: float, metric: str) -> None:
    generator = np.random.default_rng(7)
    x, y = maker(generator, 300)
    weights = weights_of("thirds", generator, x.size)
    prepared = PreparedSites(x, y, eps / 3.0, weights=weights, metric=metric)
    for part, minimum, border in ((1.0, 2.0, "first"), (0.5, 1.0, "nearest"), (1.0, 5.0, "first")):
        same(prepared, (part * eps, minimum, border), compiled=True, x=x, y=y, weights=weights, metric=metric)


def test_sites_know_their_rows_and_what_they_weigh() -> None:
    x, y = np.repeat([3.0, 1.0], [600, 400]), np.zeros(1000)
    weights = np.tile([0.25, 0.75], 500)
    prepared = PreparedSites(x, y, 1.0, weights=weights)
    assert len(prepared) == 2
    assert prepared.rows.tolist() == [600, 400]
    assert prepared.weight.tolist() == [300.0, 200.0]
    assert prepared.x.tolist() == [3.0, 1.0]


def test_sums_of_weights_are_kept_for_minimums_of_one_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(3)
    x = generator.integers(0, 20, 4000).astype(float)
    prepared = PreparedSites(x, x, 1.0, weights=generator.random(4000))
    prepared.cluster(2.0, 5.0)
    monkeypatch.setattr(PreparedSites, "_grouped", lambda self: pytest.fail("summed again"))
    prepared.cluster(3.0, 70.0)


def _is_over(left: Iterator[int]) -> bool:
    return next(left, None) is None


def test_cancelled_it_still_answers_right() -> None:
    generator = np.random.default_rng(5)
    x, y = generator.random((2, 60_000)) * 100.0
    prepared = PreparedSites(x, y, 0.5)
    cancelled = 0
    for moment in range(40):
        left = iter(range(moment))
        monitor = Monitor(cancelled=partial(_is_over, left))
        try:
            prepared.cluster(1.0, 20.0, monitor=monitor)
        except Cancelled:
            cancelled += 1
    assert cancelled > 5
    found = prepared.cluster(1.0, 20.0)
    np.testing.assert_array_equal(found.labels, dbscan(x, y, 1.0, 20.0).labels)


@pytest.mark.parametrize(
    ("changes", "parameter"),
    [
        ({"x": [np.nan]}, "x"),
        ({"weights": [-1.0]}, "weights"),
        ({"weights": [np.inf]}, "weights"),
        ({"smallest_eps": 0.0}, "eps"),
        ({"metric": "degrees"}, "metric"),
    ],
)
def test_what_cannot_be_used_is_refused_at_once(changes: dict, parameter: str) -> None:
    with pytest.raises(InputError) as caught:
        PreparedSites(**{"x": [1.0], "y": [2.0], "smallest_eps": 1.0, **changes})
    assert caught.value.parameter == parameter


def test_no_rows_no_clusters() -> None:
    found = PreparedSites([], [], 1.0).cluster(1.0, 1.0, neighbourhoods=True)
    assert found.n_clusters == 0
    assert found.labels.size == 0
