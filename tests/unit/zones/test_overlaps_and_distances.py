"""Overlaps of polygons and distances between them, against areas and geodesics known otherwise."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.geodesy import geodesic_distance
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.zones.distances import Plane, distance, nearest_polygons
from innovation_clusters.analysis.zones.overlaps import overlaps, united


def objects(*polygons: object) -> np.ndarray:
    return np.array([*polygons, None], dtype=object)[:-1]


def test_overlaps_and_the_largest() -> None:
    zones = objects(shapely.box(0, 0, 10, 10), None, shapely.box(100, 0, 110, 10), shapely.Polygon())
    others = objects(shapely.box(5, 0, 20, 10), shapely.box(0, 0, 2, 10), shapely.box(10, 0, 12, 10))
    found = overlaps(zones, others, shapely.area)
    # The third only touches.
    assert found.polygon.tolist() == [0, 0]
    assert found.other.tolist() == [0, 1]
    assert found.square_metres.tolist() == [50.0, 20.0]
    other, metres = found.largest(4)
    assert other.tolist() == [0, -1, -1, -1]
    assert metres.tolist() == [50.0, 0.0, 0.0, 0.0]


def test_slivers_are_no_overlap_and_equal_ones_go_to_the_first() -> None:
    zone = objects(shapely.box(0, 0, 10, 10))
    sliver = shapely.box(10 - 0.05, 0, 20, 10)
    found = overlaps(zone, objects(sliver, shapely.box(0, 0, 10, 5), shapely.box(0, 5, 10, 10)), shapely.area)
    assert found.other.tolist() == [1, 2]
    assert found.largest(1)[0].tolist() == [1]


def test_unions() -> None:
    assert shapely.area(united(objects(shapely.box(0, 0, 2, 2), None, shapely.box(1, 0, 3, 2)))) == 6.0
    assert shapely.is_empty(united(objects(None)))


def test_planes_there_and_back() -> None:
    rng = np.random.default_rng(3)
    plane = Plane(127.0, 37.0)
    degrees = np.column_stack([rng.uniform(120, 134, 200), rng.uniform(30, 43, 200)])
    metres = plane.project(degrees)
    assert plane.unproject(metres) == pytest.approx(degrees, abs=1e-8)
    for (east, north), (lon, lat) in zip(metres.tolist(), degrees.tolist(), strict=True):
        geodesic = geodesic_distance(*np.radians([127.0, 37.0, lon, lat]).tolist())
        assert np.hypot(east, north) == pytest.approx(geodesic, rel=1e-3)
        if geodesic < 300_000:
            assert np.hypot(east, north) == pytest.approx(geodesic, rel=5e-3)


def _brute(polygon: object, other: object) -> float:
    """The shortest of all geodesics between points set closely on both edges."""
    ends = [
        shapely.get_coordinates(shapely.segmentize(shapely.boundary(shape), 0.002))
        for shape in (polygon, other)
    ]
    return min(
        geodesic_distance(*np.radians([*first, *second]).tolist())
        for first in ends[0].tolist()
        for second in ends[1].tolist()
    )


@pytest.mark.parametrize("seed", range(6))
def test_distances_against_points_on_the_edges(seed: int) -> None:
    rng = np.random.default_rng(seed)
    first = shapely.buffer(shapely.Point(rng.uniform(126, 129), rng.uniform(34, 38)), 0.02, quad_segs=2)
    second = shapely.box(
        *(corner := rng.uniform([126, 34], [129, 38])), *(corner + rng.uniform(0.01, 0.05, 2))
    )
    expected = 0.0 if shapely.intersects(first, second) else _brute(first, second)
    # Points on the edges are 200 m apart at most: never farther than that from the nearest one.
    assert distance(first, second) <= expected + 0.01
    assert distance(first, second) >= expected - 30.0


def test_distances_that_are_known() -> None:
    first, second = shapely.box(127, 36, 127.1, 36.1), shapely.box(127.0, 36.2, 127.1, 36.3)
    meridian = geodesic_distance(*np.radians([127.05, 36.1, 127.05, 36.2]).tolist())
    assert distance(first, second) == pytest.approx(meridian, abs=0.2)
    assert distance(first, shapely.box(127.1, 36.1, 128, 37)) == 0.0
    assert distance(first, shapely.box(127.05, 36.05, 127.06, 36.06)) == 0.0
    # Half round the world.
    far = distance(shapely.box(126, 37, 127, 38), shapely.box(-75, 40, -74, 41))
    assert far == pytest.approx(11_000_000, rel=0.02)


def test_nearest_among_many_is_that_of_all() -> None:
    rng = np.random.default_rng(5)
    zones = shapely.buffer(shapely.points(rng.uniform([126, 34], [129, 38], (30, 2))), 0.02)
    clusters = shapely.buffer(shapely.points(rng.uniform([126, 34], [129, 38], (12, 2))), 0.1)
    clusters = objects(*clusters.tolist(), None, shapely.Polygon())
    found, metres = nearest_polygons(objects(*zones.tolist(), None), clusters)
    for row in range(30):
        every = [distance(zones[row], other) for other in clusters[:12]]
        assert metres[row] == min(every)
        assert found[row] == int(np.argmin(every))
    assert found[30] == -1
    assert np.isnan(metres[30])


def test_nearest_of_none() -> None:
    found, metres = nearest_polygons(objects(shapely.box(0, 0, 1, 1)), objects())
    assert found.tolist() == [-1]
    assert np.isnan(metres).all()


def test_cancel_is_heard() -> None:
    box = objects(shapely.box(0, 0, 1, 1))
    for work in (
        lambda monitor: nearest_polygons(box, box, monitor),
        lambda monitor: overlaps(box, box, shapely.area, monitor),
    ):
        with pytest.raises(Cancelled):
            work(Monitor(cancelled=lambda: True))
