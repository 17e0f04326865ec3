"""What a run tells of its tiles before they are begun."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.density.tiles.in_turn import in_sight
from innovation_clusters.analysis.density.tiles.tiling import make_tiling
from innovation_clusters.distributed.spark.foreseeing import memory_of_a_worker, places_in_sight

from ..unit.density.point_sets import GLOBAL, Maker
from ..unit.density.tiles.test_tiling import Laid, laid, skewed


def foreseen_and_seen(points: Laid, tiles: int) -> tuple[list[int], list[int]]:
    space, coordinates, grid, cells = points
    tiling = make_tiling(grid, cells, cells.points * 1.0, tiles, space.reject)
    seen = {number: points.size for number, points, _ in in_sight(tiling, coordinates, space.reject)}
    foreseen = places_in_sight(tiling, cells, space.reject)
    return foreseen.tolist(), [seen[number] for number in range(len(tiling))]


@pytest.mark.parametrize(("make", "eps"), GLOBAL)
def test_never_fewer_than_there_are(make: Maker, eps: float) -> None:
    foreseen, seen = foreseen_and_seen(laid(*make(np.random.default_rng(6), 500), eps), 12)
    assert all(first >= second for first, second in zip(foreseen, seen, strict=True))


def test_hardly_more_than_there_are() -> None:
    points = laid(*skewed(np.random.default_rng(3), 100_000), 5_000.0)
    foreseen, seen = foreseen_and_seen(points, 12)
    assert max(seen) <= max(foreseen) < 1.25 * max(seen)
    assert sum(seen) > 100_000
    [alone], _ = foreseen_and_seen(points, 1)
    assert alone == 100_000


def test_memory_is_what_was_measured() -> None:
    """docs/sizing.md: 100 million places, 4,887,501 of them in sight of the fullest tile, 1,299 MB."""
    assert memory_of_a_worker(4_887_501) == pytest.approx(1_299e6, rel=0.05)
