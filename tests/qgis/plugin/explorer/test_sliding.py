"""The benchmark of the explorer from end to end, with few points."""

from __future__ import annotations

import pytest

from innovation_clusters.benchmarks.explorer import explored
from innovation_clusters.benchmarks.measuring import in_own_process
from innovation_clusters.benchmarks.points import country, world

pytestmark = pytest.mark.qgis


def test_steps_are_measured_in_the_plane_and_on_the_globe() -> None:
    for points, metric in (
        (country(4_000, 20_000.0, 30), "planar"),
        (world(4_000, 400, 15_000.0, 20.0), "ellipsoid"),
    ):
        found = in_own_process(explored, points, metric, 3, 0.3)
        assert (len(found.steps), len(found.after_rest)) == (6, 3)
        assert min(found.steps) > 0.0
        assert max(found.after_rest) < 10.0
        assert found.lateness < 10.0
        assert found.shown > 0.0
        assert found.clusters > 0
